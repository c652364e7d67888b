"""The rows of a half-year."""

from __future__ import annotations

import json

import pandas as pd
import pytest

from kcn_pipeline.periods import HalfYear, Window
from kcn_pipeline.reconciliation.reconcile import reconcile
from kcn_pipeline.reconciliation.relations.verdicts import severity
from kcn_pipeline.tables import BLOC_TOTALS, BOARD_TOTALS, FACTS, RECONCILED_AGGREGATES, VERDICTS, frame_of
from kcn_pipeline_tests.unit.reconciliation.builders import DELTA, END, H1, H2, HA_NOI, HALF, MIDDLE, YEAR, Book


def a_year() -> Book:
    """A bloc's two reports and a board's, with one relation of every family that can hold."""
    book = Book(DELTA, HALF, "half.txt")
    book.add("projects_licensed", 255, origin="total")
    book.add("projects_licensed", 186, origin="fdi")
    book.add("projects_licensed", 69, origin="ddi")
    book.add("projects_active", 1000, origin="fdi", window=MIDDLE)
    book.window, book.document = YEAR, "year.txt"
    book.add("projects_licensed", 532, origin="total")
    book.add("projects_licensed", 379, origin="fdi")
    book.add("projects_licensed", 153, origin="ddi")
    book.add("projects_active", 1190, origin="fdi", window=END)
    book.add("capital_disbursed", 3156, "USD", "fdi")
    book.add("capital_new_and_increase", 5890, "USD", "fdi")
    book.percent("capital_disbursed", "54", "share", "fdi", base="capital_new_and_increase")
    book.percent("projects_licensed", "266", "vs_plan", "total")
    book.entity, book.document = HA_NOI, "board.txt"
    book.add("projects_licensed", 21, origin="total")
    book.add("workers", 162115, "person", window=END)
    book.add("workers_rural", 100000, "person", window=END)
    return book


def test_no_input_gives_an_empty_table() -> None:
    for empty in (pd.DataFrame(), frame_of(FACTS, [])):
        found = reconcile(frame_of(BOARD_TOTALS, []), frame_of(BLOC_TOTALS, []), empty, H2)
        assert found.empty
        assert list(found.columns) == list(RECONCILED_AGGREGATES.columns)


def test_a_whole_year_holds() -> None:
    frame = a_year().reconciled()
    assert {severity(verdict) for verdict in frame["verdict"]} == {None}
    assert set(frame["rule"]) == {"origin_sum", "bloc_sum", "window_order", "share", "growth", "plan", "subset"}


def test_a_relation_belongs_to_the_half_year_of_its_latest_cell() -> None:
    book = a_year()
    assert set(book.reconciled(H1)["period_end"]) == {"2019-06-30"}
    assert set(book.reconciled(H2)["period"]) == {"2019-H2"}
    assert book.reconciled(HalfYear(2020, 1)).empty


def test_rows_pass_their_schema_and_are_told_apart() -> None:
    frame = a_year().reconciled()
    RECONCILED_AGGREGATES.validate(frame, lazy=True)
    assert frame["verdict_id"].is_unique
    assert set(frame["verdict"]) <= set(VERDICTS)


def test_identifiers_stay_while_figures_change() -> None:
    before = a_year().reconciled()
    book = a_year()
    book.facts = [f for f in book.facts if not (f.metric == "projects_licensed" and f.value == 379)]
    book.entity, book.document = DELTA, "year.txt"
    book.add("projects_licensed", 380, origin="fdi")
    after = book.reconciled()
    assert set(after["verdict_id"]) == set(before["verdict_id"])
    worst = after[after["verdict"] == "INCOMPATIBLE"]
    assert set(worst["rule"]) == {"origin_sum"}


def test_order_of_facts_and_of_totals_changes_nothing() -> None:
    book = a_year()
    boards, blocs = book.totals(H2)
    forwards = reconcile(boards, blocs, book.frame, H2)
    backwards = reconcile(boards[::-1], blocs[::-1], book.frame[::-1], H2)
    pd.testing.assert_frame_equal(forwards, backwards)


def test_figures_tried_are_figures_published() -> None:
    book = a_year()
    known = {fact.figure_id for fact in book.facts}
    for row in book.reconciled().to_dict("records"):
        figures = json.loads(row["figure_ids"])
        assert figures
        assert set(figures) <= known


def test_sides_are_given_for_whatever_was_tried() -> None:
    frame = a_year().reconciled()
    tried = frame[frame["verdict"] != "NOT_PUBLISHED"]
    assert len(tried) > 5
    assert tried[["stated_lo", "stated_hi", "derived_lo", "derived_hi"]].notna().all(axis=None)


def test_zero_and_negative_figures_are_judged_like_others() -> None:
    book = Book()
    for origin, value in (("total", -3), ("fdi", 0), ("ddi", -3)):
        book.add("projects_licensed", value, origin=origin)  # type: ignore[arg-type]
        book.add("capital_registered", value, "USD", origin, window=END)  # type: ignore[arg-type]
    book.percent("projects_licensed", "0", "yoy", "total")
    book.percent("capital_registered", "-100", "yoy", "fdi", window=END)
    frame = book.reconciled()
    assert set(frame[frame["rule"] == "origin_sum"]["verdict"]) == {"EXACT"}
    assert set(frame[frame["rule"] == "growth"]["verdict"]) == {"NOT_PUBLISHED"}


def test_open_intervals_are_judged_as_far_as_they_go() -> None:
    book = a_year()
    boards, blocs = book.totals(H2)
    blocs.loc[(blocs["value"] == "379"), "hi"] = None
    found = reconcile(boards, blocs, book.frame, H2)
    (row,) = found[(found["rule"] == "origin_sum") & (found["derived_hi"].isna())].to_dict("records")
    assert row["verdict"] == "EXACT"


def test_figures_that_nobody_understood_are_no_party() -> None:
    book = a_year()
    rows = len(book.reconciled())
    book.add(None, 5, "person")
    book.add("not_in_the_vocabulary", 5, "person")
    assert len(book.reconciled()) == rows


def test_totals_without_their_columns_are_refused() -> None:
    with pytest.raises(ValueError, match="board_totals"):
        reconcile(pd.DataFrame({"entity": [HA_NOI]}), pd.DataFrame(), pd.DataFrame(), H2)


def test_windows_reach_back_no_further_than_the_totals_given() -> None:
    book = Book()
    book.add("exports", 110, "USD")
    book.add("exports", 100, "USD", window=Window.of_year(2018))
    book.percent("exports", "10", "yoy")
    boards, blocs = book.totals(H2)
    assert set(reconcile(boards, blocs, book.frame, H2)["verdict"]) == {"EXACT", "NOT_PUBLISHED"}
    only_now = blocs[blocs["period"] == "2019-H2"]
    assert set(reconcile(boards, only_now, book.frame, H2)["verdict"]) == {"NOT_PUBLISHED"}
