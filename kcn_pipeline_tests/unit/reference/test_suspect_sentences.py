"""The sentences of suspects."""

from __future__ import annotations

from pathlib import Path

import pytest

from kcn_pipeline.reference.loading import BrokenReference
from kcn_pipeline.reference.repairs import load_repairs
from kcn_pipeline.reference.suspect_sentences import SITUATIONS, SUSPECT_SENTENCES_FILE, load_suspect_sentences
from kcn_pipeline.tables import RULE_FAMILIES


def test_every_kind_family_and_situation_has_words_of_its_own() -> None:
    rows = load_suspect_sentences()
    for group, names in (("repair", load_repairs()), ("rule", RULE_FAMILIES), ("suspect", SITUATIONS)):
        for language in ("vi", "en"):
            wordings = [getattr(rows[f"{group}.{name}"], language) for name in names]
            assert len(set(wordings)) == len(wordings), f"{group} in {language}"


def test_every_sentence_says_of_what_and_what_to_do() -> None:
    for key, row in load_suspect_sentences().items():
        if key.startswith("suspect."):
            assert row.vi.startswith("{what}: ")
            assert "hãy" in row.vi
            assert row.en.endswith(".")


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("repair.lost_digit", "repair.found_digit", "no row for repair.lost_digit"),
        ("rule.roll", "rule.rolls", "no row for rule.roll"),
        ("{left}", "{rest}", "unknown field rest"),
    ],
)
def test_a_broken_file_is_refused(tmp_path: Path, old: str, new: str, problem: str) -> None:
    path = tmp_path / "sentences.yaml"
    path.write_text(SUSPECT_SENTENCES_FILE.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    with pytest.raises(BrokenReference, match=problem):
        load_suspect_sentences(path)
