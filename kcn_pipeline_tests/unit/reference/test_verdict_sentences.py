"""The sentences of verdicts."""

from __future__ import annotations

from pathlib import Path

import pytest

from kcn_pipeline.reference.loading import BrokenReference
from kcn_pipeline.reference.verdict_sentences import load_sentences, sentence, term
from kcn_pipeline.tables import VERDICTS

ANY = "".join(f'- {{key: any.{verdict}, vi: "{{what}} v.", en: "{{what}} e."}}\n' for verdict in VERDICTS)


def test_every_verdict_has_a_sentence_for_any_relation() -> None:
    for verdict in VERDICTS:
        assert sentence("a_new_relation", verdict) == sentence("any", verdict)


def test_a_relation_has_its_own_where_it_needs_one() -> None:
    assert sentence("bloc_sum", "PARTIAL_COMPATIBLE") != sentence("any", "PARTIAL_COMPATIBLE")
    with pytest.raises(KeyError):
        sentence("bloc_sum", "WRONG")


def test_small_wordings() -> None:
    assert "{amount}" in term("implied_plan").vi
    with pytest.raises(KeyError):
        term("wrong")


def test_sentences_name_what_is_wrong_and_what_to_do() -> None:
    for key, row in load_sentences().items():
        if key.endswith((".INCOMPATIBLE", ".INCOMPATIBLE_AMBIGUOUS", ".COVERAGE_BREAK")):
            assert "hãy" in row.vi, key
            assert {"{stated}"} <= {part for part in ("{stated}",) if part in row.en}, key
        if not key.startswith("term."):
            assert row.vi.startswith("{what}: "), key
            assert row.en.endswith("."), key


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (ANY + '- {key: any.WRONG, vi: "{what}", en: "{what}"}\n', "'WRONG' is no verdict"),
        (ANY + '- {key: share.EXACT, vi: "{wat}", en: "{wat}"}\n', "unknown field wat"),
        (ANY + '- {key: share.EXACT, vi: "{what}", en: "{stated}"}\n', "do not name the same"),
        (ANY + '- {key: any.EXACT, vi: "{what}", en: "{what}"}\n', "'any.EXACT' stands twice"),
        ("".join(ANY.splitlines(keepends=True)[:-1]), "no sentence for NOT_PUBLISHED"),
    ],
)
def test_a_broken_file_is_refused_with_its_line(tmp_path: Path, text: str, problem: str) -> None:
    path = tmp_path / "sentences.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(BrokenReference, match=problem) as error:
        load_sentences(path)
    assert error.value.line in (1, len(VERDICTS) + 1)
