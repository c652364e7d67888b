"""Cells and finding them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from kcn_pipeline.periods import Window
from kcn_pipeline.quantities import Interval
from kcn_pipeline.reconciliation.amounts import Basis
from kcn_pipeline.reconciliation.cells import Series, counts_whole_things, is_additive, is_flow
from kcn_pipeline_tests.unit.reconciliation.builders import DELTA, END, H1, H2, HALF, MIDDLE, YEAR, Book

LICENSED = Series(DELTA, "projects_licensed", "fdi", "project")
ACTIVE = Series(DELTA, "projects_active", "fdi", "project")


def test_a_flow_is_found_by_its_very_window() -> None:
    book = Book()
    book.add("projects_licensed", 10, origin="fdi")
    cells = book.cells
    found = cells.at(LICENSED, YEAR)
    assert found is not None
    assert found.amount.value == 10
    assert cells.at(LICENSED, HALF) is None
    assert cells.at(replace(LICENSED, origin="ddi"), YEAR) is None


def test_a_stock_is_found_by_the_nearest_day_of_the_half_year() -> None:
    book = Book()
    for month, day, value in ((9, 30, 5), (12, 15, 6), (6, 30, 4)):
        book.add("projects_active", value, origin="fdi", window=Window(None, date(2019, month, day)))
    cells = book.cells
    values = [cells.at(ACTIVE, window) for window in (END, Window(None, date(2019, 8, 1)), MIDDLE)]
    assert [cell.amount.value for cell in values if cell] == [6, 5, 4]
    assert cells.at(ACTIVE, Window(None, date(2018, 12, 31))) is None
    assert cells.at(ACTIVE, YEAR) == values[0], "the stock at the end of a window"


def test_cells_of_a_half_year_and_units_of_a_series() -> None:
    book = Book()
    book.add("exports", 10, "USD")
    book.add("exports", 10, "VND")
    book.add("exports", 4, "USD", window=HALF)
    cells = book.cells
    assert len(cells.ending_in(H2)) == 2
    assert len(cells.ending_in(H1)) == 1
    assert cells.units_of(Series(DELTA, "exports", None, "percent")) == ["USD", "VND"]
    assert cells.units_of(Series(DELTA, "imports", None, "percent")) == []


def test_counts_that_are_hedged_are_still_whole() -> None:
    book = Book()
    book.add("projects_licensed", 17, origin="fdi", bound="lower")
    found = book.cells.at(LICENSED, YEAR)
    assert found is not None
    assert found.amount.interval == Interval(Decimal(17), Decimal(18))
    assert not found.amount.exact


def test_an_interval_without_a_whole_number_is_left_alone() -> None:
    book = Book()
    odd = Interval(Decimal("0.2"), Decimal("0.4"))
    book.add("projects_licensed", "0.3", origin="fdi", interval=odd)
    found = book.cells.at(LICENSED, YEAR)
    assert found is not None
    assert found.amount.interval == odd


def test_what_the_zones_are_is_told_by_counts_and_land_of_zones() -> None:
    book = Book()
    book.add("projects_active", 5, origin="fdi", window=END)
    book.add("zones_operating", 83, "zone", window=END, coverage=("kcn", "kkt"))
    book.add("zone_area", 100, "ha", window=END, coverage=("kcn",))
    book.add("workers", 9, "person", window=END, coverage=("kcx",))
    cells = book.cells
    zones = frozenset({"kcn", "kkt"})
    projects, workers = cells.at(ACTIVE, END), cells.at(Series(DELTA, "workers", None, "person"), END)
    assert projects is not None
    assert projects.amount.bases == {Basis(None, zones)}
    assert workers is not None
    assert workers.amount.bases == {Basis(frozenset({"kcx"}), zones)}


def test_only_the_figure_that_stands_for_the_cell_is_evidence() -> None:
    book = Book()
    first = book.add("exports", 10, "USD", document="a")
    book.add("exports", 10, "USD", document="b")
    found = book.cells.at(Series(DELTA, "exports", None, "USD"), YEAR)
    assert found is not None
    assert len(found.amount.figure_ids) == 1
    assert first.figure_id in {fact.figure_id for fact in book.facts}


@pytest.mark.parametrize(
    ("metric", "flow", "additive", "whole"),
    [
        ("projects_licensed", True, True, True),
        ("workers", False, True, True),
        ("exports", True, True, False),
        ("zone_area", False, True, False),
        ("average_income", True, False, False),
        ("occupancy_rate", False, False, False),
        ("zones_planned", False, False, False),
        ("not_in_the_vocabulary", True, False, False),
    ],
)
def test_kinds_of_metric(metric: str, flow: bool, additive: bool, whole: bool) -> None:
    assert (is_flow(metric), is_additive(metric), counts_whole_things(metric)) == (flow, additive, whole)


def test_party_and_order() -> None:
    book = Book()
    book.add("exports", 10, "USD")
    book.add("projects_active", 5, origin="fdi", window=END)
    parties = [cell.party for cell in book.cells]
    assert parties == ["2019-01-01/2019-12-31", "2019-12-31"]
