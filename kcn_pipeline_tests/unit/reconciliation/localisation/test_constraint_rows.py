"""Relations as rows: terms, coefficients, figures and reference data."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from kcn_pipeline.reconciliation.cells import Cells
from kcn_pipeline.reconciliation.localisation.constraint_rows import constraint_rows
from kcn_pipeline.reconciliation.reconcile import generate
from kcn_pipeline.reconciliation.relations.constraints import Constraint
from kcn_pipeline.tables import CONSTRAINTS, frame_of
from kcn_pipeline_tests.unit.reconciliation.builders import DELTA, END, H1, H2, HALF, MIDDLE, YEAR
from kcn_pipeline_tests.unit.reconciliation.sheets import BILLION, BLOC, BOARDS, Sheet

Row = dict[str, Any]


def told(sheet: Sheet, constraints: Iterable[Constraint] = (), rule: str | None = None) -> list[Row]:
    rows = constraint_rows(sheet.system, constraints, H2)
    return [row for row in rows if rule in (None, row["rule"])]


def one(rows: list[Row], **equal: Any) -> Row:
    (only,) = [row for row in rows if all(row[name] == value for name, value in equal.items())]
    return only


def terms(row: Row, number: int = 0) -> list[tuple[str, str | None]]:
    return [(term["party"], term["coefficient"]) for term in json.loads(row["terms"])[number]["terms"]]


def test_members_are_named_by_who_they_are() -> None:
    sheet = Sheet(members=BOARDS, window=END)
    sheet.add("workers", "1.000", None, "person")
    sheet.entity = BOARDS[0]
    sheet.add("workers", "400", None, "person")
    row = one(told(sheet), entity=BLOC)
    assert terms(row) == [(BLOC, "1"), *((board, "-1") for board in BOARDS)]
    figures = [term["figure_id"] for term in json.loads(row["terms"])[0]["terms"]]
    assert [figure is not None for figure in figures] == [True, True, False, False]
    assert json.loads(row["figure_ids"]) == [figure for figure in figures if figure]
    assert (row["hard"], row["cause"], row["code"]) == (True, None, "bloc_sum")


def test_windows_are_named_by_their_days() -> None:
    sheet = Sheet()
    sheet.add("exports", "69,1", None, "USD", BILLION)
    sheet.window = HALF
    sheet.add("exports", "25,4", None, "USD", BILLION)
    row = one(told(sheet), rule="window_order")
    assert terms(row) == [("2019-01-01/2019-12-31", "1"), ("2019-01-01/2019-06-30", "-1")]
    assert (json.loads(row["terms"])[0]["lo"], json.loads(row["terms"])[0]["hi"]) == ("0", None)


def test_a_stock_and_what_flows_into_it_are_named_by_metric_and_day() -> None:
    sheet = Sheet(window=END)
    sheet.add("projects_active", "2.118", "ddi")
    sheet.window = MIDDLE
    sheet.add("projects_active", "1.915", "ddi")
    for window, quote in ((YEAR, "153"), (HALF, "69")):
        sheet.window = window
        sheet.add("projects_licensed", quote, "ddi")
    row = one(told(sheet), rule="growth")
    assert ("projects_active 2019-12-31", "1") in terms(row)
    assert ("projects_licensed 2019-01-01/2019-06-30", "1") in terms(row)
    assert (row["hard"], row["cause"]) == (False, "untold_exits")
    assert len(json.loads(row["terms"])) == 2, "at most what came in, at least without many exits"
    assert json.loads(row["reference"])[0].startswith("identities.yaml: ")


def test_a_stated_percentage_names_its_own_figure_and_has_two_ends() -> None:
    sheet = Sheet()
    sheet.add("exports", "69,1", None, "USD", BILLION)
    statement = sheet.says("exports", "7.6", "yoy")
    row = one(told(sheet), rule="growth")
    assert json.loads(row["figure_ids"])[0] == statement.amount.figure_ids[0]
    assert [terms(row, n)[1][1] for n in (0, 1)] == ["-1.075", "-1.077"]
    assert row["cause"] == "stated_percentage"


def test_reference_rows_are_named_by_file_and_key() -> None:
    sheet = Sheet(entity=DELTA)
    sheet.licences("532", "379", "153")
    sheet.window = END
    sheet.add("zone_area", "18.025", None, "ha")
    sheet.add("industrial_land_area", "14.000", None, "ha")
    rows = told(sheet)
    assert one(rows, rule="origin_sum")["reference"] == '["metrics.yaml: projects_licensed"]'
    assert one(rows, rule="subset")["reference"] == '["identities.yaml: industrial-within-natural-land"]'


def test_relations_of_other_half_years_are_left_to_those_unless_cited() -> None:
    sheet = Sheet(entity="board:north", window=HALF)
    sheet.licences("255", "186", "69")
    assert told(sheet) == []
    (row,) = constraint_rows(sheet.system, [], H1)
    (cited,) = constraint_rows(sheet.system, [], H2, frozenset({row["constraint_id"]}))
    assert cited == {**row, "period": "2019-H2"}


def test_a_relation_that_verdicts_alone_know_is_listed_too() -> None:
    sheet = Sheet(entity=DELTA, window=HALF)
    sheet.add("revenue", "954.969", None, "VND", BILLION)
    sheet.window = YEAR
    sheet.add("revenue", "101,128", None, "USD", BILLION)
    row = one(told(sheet, generate(Cells(sheet.cells), [], H2)), rule="window_order")
    assert terms(row) == [("stated", "1"), ("2019-01-01/2019-06-30", "-1")] or terms(row)[1][1] is None
    assert json.loads(row["reference"]) == ["exchange_rates.yaml: 2019"]
    assert len(json.loads(row["figure_ids"])) == 2


def test_a_relation_known_to_both_is_listed_once_with_its_cells() -> None:
    sheet = Sheet(entity="board:north")
    sheet.licences("532", "379", "153")
    rows = told(sheet, generate(Cells(sheet.cells), [], H2), "origin_sum")
    assert len(rows) == 1
    assert terms(rows[0])[0] == ("total", "1")


def test_rows_fit_their_table() -> None:
    sheet = Sheet(entity="board:north")
    sheet.licences("532", "379", "153")
    rows = constraint_rows(sheet.system, generate(Cells(sheet.cells), [], H2), H2)
    assert len(frame_of(CONSTRAINTS, rows)) == len(rows) > 0
    assert constraint_rows(Sheet().system, [], H2) == []
