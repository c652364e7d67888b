"""The sentences on decisions: complete, and refused where they are not."""

from __future__ import annotations

from pathlib import Path

import pytest

from kcn_pipeline.reference.decision_sentences import (
    DECISION_SENTENCES_FILE,
    FIELDS,
    load_decision_sentences,
)
from kcn_pipeline.reference.loading import BrokenReference
from kcn_pipeline.tables import DECISION_ACTIONS


def test_every_action_and_every_idle_state_has_a_sentence() -> None:
    rows = load_decision_sentences()
    for name in (*DECISION_ACTIONS, "confirming", "stale", "without_effect", "contradictory"):
        row = rows[f"decision.{name}"]
        told = row.vi.format(**dict.fromkeys(FIELDS, "…")), row.en.format(**dict.fromkeys(FIELDS, "…"))
        assert all("{" not in sentence for sentence in told)


@pytest.mark.parametrize(
    ("replaced", "by", "problem"),
    [
        ("decision.stale", "decision.rotten", "no row for decision.stale"),
        ("term.found", "term.lost", "no row for term.found"),
        ("{expected}", "{hoped}", "unknown field hoped"),
    ],
)
def test_a_file_that_lacks_something_is_refused(tmp_path: Path, replaced: str, by: str, problem: str) -> None:
    text = DECISION_SENTENCES_FILE.read_text(encoding="utf-8")
    assert replaced in text
    broken = tmp_path / "decision_sentences.yaml"
    broken.write_text(text.replace(replaced, by), encoding="utf-8")
    with pytest.raises(BrokenReference, match=problem):
        load_decision_sentences(broken)
