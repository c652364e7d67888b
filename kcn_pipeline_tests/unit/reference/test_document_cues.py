"""The words by which documents tell their identity, and how a broken row is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from kcn_pipeline.reference.document_cues import (
    CUE_ROLES,
    cues_of,
    load_document_cues,
    number_words,
    period_phrases,
)
from kcn_pipeline.reference.loading import BrokenReference


def test_every_role_has_phrases() -> None:
    for role in CUE_ROLES:
        assert any(row.phrases for row in load_document_cues() if row.role == role)


def test_cues_come_with_their_role() -> None:
    assert ("khối thi đua", "bloc") in cues_of("bloc", "board")
    assert all(role in ("bloc", "board") for _, role in cues_of("bloc", "board"))


def test_periods_come_with_their_kind() -> None:
    assert ("nửa đầu năm {year}", "first_half") in period_phrases()
    assert len({phrase for phrase, _ in period_phrases()}) == len(period_phrases())


def test_numbers_are_spelled() -> None:
    assert number_words()["sáu"] == 6
    # Five is spelled as the year is.
    assert set(number_words().values()) == set(range(1, 11)) - {5}


def test_no_phrase_of_a_governor_has_two_roles() -> None:
    found = cues_of("review", "review_of_half", "review_of_year", "task", "plan", "comparison", "within")
    assert len({phrase for phrase, _ in found}) == len(found)


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        ("{role: nobody, phrases: [a], source: abc}", "role"),
        ("{role: plan, phrases: [], source: abc}", "phrases"),
        ("{role: plan, phrases: [a]}", "source"),
        ("{role: plan, kind: year, phrases: ['năm {year}'], source: abc}", "kind belongs"),
        ("{role: period, phrases: ['năm {year}'], source: abc}", "kind belongs"),
        ("{role: period, kind: year, phrases: ['năm'], source: abc}", "needs"),
        ("{role: period, kind: year, phrases: ['năm {yaer}'], source: abc}", "needs"),
        ("{role: plan, phrases: ['năm {year}'], source: abc}", "places"),
        ("{role: number, phrases: [một], source: abc}", "value belongs"),
        ("{role: number, value: 13, phrases: [mười ba], source: abc}", "value"),
        ("{role: plan, value: 1, phrases: [a], source: abc}", "value belongs"),
    ],
)
def test_a_broken_row_is_refused_with_its_line(tmp_path: Path, row: str, problem: str) -> None:
    path = tmp_path / "cues.yaml"
    path.write_text(f"- {{role: plan, phrases: [a], source: abc}}\n- {row}\n", encoding="utf-8")
    with pytest.raises(BrokenReference, match=problem) as caught:
        load_document_cues(path)
    assert caught.value.line == 2


def test_a_file_without_a_role_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "cues.yaml"
    path.write_text("- {role: plan, phrases: [a], source: abc}\n", encoding="utf-8")
    with pytest.raises(BrokenReference, match="no row of role"):
        load_document_cues(path)
