"""Rows of suspects, conflicts and bounds."""

from __future__ import annotations

from dataclasses import asdict

import pytest

from kcn_pipeline.reconciliation.cells import Cells
from kcn_pipeline.reconciliation.localisation.bounds import bounds
from kcn_pipeline.reconciliation.localisation.suspects import bound_rows, conflict_member_rows, suspect_rows
from kcn_pipeline.reconciliation.reconcile import generate
from kcn_pipeline.reconciliation.relations.constraints import relation_identifier
from kcn_pipeline_tests.unit.reconciliation.builders import END, H2, MIDDLE
from kcn_pipeline_tests.unit.reconciliation.sheets import BILLION, BOARDS, Sheet


def by_origin() -> Sheet:
    sheet = Sheet(entity="board:north")
    sheet.licences("532", "319", "153")
    return sheet


def test_a_suspect_with_its_repair() -> None:
    rows = suspect_rows(by_origin().localised(), H2)
    best = rows[0]
    assert (best.answer, best.kind, best.reading, best.finished, best.ambiguous) == (1, "figure", 1, True, False)
    assert (best.figure_id, best.relation_id) == ("1:projects_licensed:fdi", None)
    assert (best.published, best.repair, best.repaired) == ("319", "confused_digit", "379")
    assert (best.repaired_lo, best.repaired_hi) == ("379", "379")
    assert asdict(best.place) == {
        "period": "2019-H2",
        "entity": "board:north",
        "metric": "projects_licensed",
        "origin": "fdi",
        "unit": "project",
        "period_start": "2019-01-01",
        "period_end": "2019-12-31",
    }


def test_probabilities_of_the_answers_sum_up() -> None:
    sheet = Sheet(entity="board:north")
    sheet.licences("532", "397", "153")
    rows = suspect_rows(sheet.localised(), H2)
    by_answer = {row.answer: row.probability for row in rows}
    assert sum(by_answer.values()) == pytest.approx(1)
    assert by_answer[1] == max(by_answer.values())
    assert rows[0].ambiguous
    assert len({row.contradiction for row in rows}) == 1


def test_a_suspect_without_explanation_has_its_range_alone() -> None:
    sheet = Sheet(entity="board:north")
    sheet.add("projects_licensed", "1.500", "total", bound="lower")
    sheet.licences(None, "1.379", "7.777")
    row = next(r for r in suspect_rows(sheet.localised(), H2) if r.place.origin == "ddi")
    assert (row.repair, row.repaired) == (None, None)
    assert float(row.feasible_lo or 0) == pytest.approx(121, abs=0.01)
    assert float(row.feasible_hi or 0) == pytest.approx(271, abs=0.01)


def test_a_relation_that_does_not_hold() -> None:
    sheet = Sheet(entity="board:north", window=MIDDLE)
    sheet.add("zone_area", "14.235", None, "ha", zones=("kcn",))
    sheet.add("industrial_land_area", "18.025", None, "ha", zones=("kcn", "kkt"))
    (row,) = [r for r in suspect_rows(sheet.localised(), H2) if r.answer == 1]
    assert (row.kind, row.repair, row.published, row.figure_id) == ("relation", "coverage_break", None, None)
    assert row.relation_id is not None


def test_a_statement_is_named_by_its_figure() -> None:
    sheet = Sheet(entity="board:north")
    sheet.add("exports", "4,8", None, "USD", BILLION)
    sheet.says("exports", "90.5", "yoy")
    sheet.window = sheet.window.year_earlier()
    sheet.add("exports", "4,1", None, "USD", BILLION)
    rows = suspect_rows(sheet.localised(), H2)
    assert "said:0" in {row.figure_id for row in rows if row.kind == "relation"}


def test_what_time_did_not_explain_is_told_all_the_same() -> None:
    rows = suspect_rows(by_origin().localised(time_limit=0), H2)
    assert {row.place.origin for row in rows} == {"total", "fdi", "ddi"}
    assert all((row.answer, row.finished, row.repair) == (0, False, None) for row in rows)


def test_members_of_a_conflict() -> None:
    rows = conflict_member_rows(by_origin().localised(), H2)
    assert [row.kind for row in rows] == ["figure"] * 3 + ["relation"]
    assert (rows[3].rule, rows[3].hard, rows[3].proved) == ("origin_sum", True, True)
    assert {row.conflict for row in rows} == {rows[0].contradiction}


def test_a_relation_has_the_identifier_of_its_verdict() -> None:
    sheet = by_origin()
    relation = conflict_member_rows(sheet.localised(), H2)[3].relation_id
    constraint = next(c for c in generate(Cells(sheet.cells), [], H2) if c.family == "origin_sum")
    assert relation == relation_identifier(constraint.family, constraint.code, constraint.series, constraint.window)


def test_rows_of_bounds() -> None:
    sheet = Sheet(members=BOARDS, window=END)
    sheet.add("workers", "1.000", None, "person")
    for board, quote in zip(BOARDS[:2], ("400", "250"), strict=True):
        sheet.entity = board
        sheet.add("workers", quote, None, "person")
    (row,) = bound_rows(bounds(sheet.system), H2)
    assert (row.place.entity, row.kind, row.lo, row.hi, row.set_aside) == (BOARDS[2], "unpublished", "350", "350", 0)
    assert row.place.period_start is None


def test_nothing_found_gives_no_rows() -> None:
    assert suspect_rows([], H2) == []
    assert conflict_member_rows([], H2) == []
    assert bound_rows([], H2) == []
