"""Cells that follow from published ones."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from kcn_pipeline.periods import Window
from kcn_pipeline.quantities import Interval
from kcn_pipeline.reconciliation.cells import Cells, Series
from kcn_pipeline.reconciliation.relations.derived import completed, flow_between
from kcn_pipeline_tests.unit.reconciliation.builders import DELTA, END, HALF, YEAR, Book

EXPORTS = Series(DELTA, "exports", None, "USD")
NINE_MONTHS = Window.of_months(2019, 1, 9)


def exports(**windows: tuple[Window, int]) -> Cells:
    book = Book()
    for window, value in windows.values():
        book.add("exports", value, "USD", window=window)
    return book.cells


def test_a_total_of_both_origins_is_added_where_none_is_published() -> None:
    book = Book()
    book.add("projects_active", 3, origin="fdi", window=END)
    book.add("projects_active", 4, origin="ddi", window=END)
    found = completed(book.cells).at(Series(DELTA, "projects_active", "total", "project"), END)
    assert found is not None
    assert found.amount.value == 7
    assert found.published is False
    assert len(found.amount.figure_ids) == 2


def test_a_published_total_is_left_alone() -> None:
    book = Book()
    for origin, value in (("fdi", 3), ("ddi", 4), ("total", 8)):
        book.add("projects_active", value, origin=origin, window=END)  # type: ignore[arg-type]
    found = completed(book.cells).at(Series(DELTA, "projects_active", "total", "project"), END)
    assert found is not None
    assert found.amount.value == 8
    assert found.published is True


def test_no_total_of_one_origin_of_two_days_or_of_two_currencies() -> None:
    book = Book()
    book.add("projects_licensed", 3, origin="fdi")
    book.add("projects_active", 3, origin="fdi", window=END)
    book.add("projects_active", 4, origin="ddi", window=Window(None, date(2019, 12, 15)))
    book.add("capital_new", 3, "USD", "fdi")
    book.add("capital_new", 4, "VND", "ddi")
    assert all(cell.published for cell in completed(book.cells))


def test_new_and_added_capital_and_then_its_total() -> None:
    book = Book()
    for origin, new, added in (("fdi", 3, 4), ("ddi", 5, 6)):
        book.add("capital_new", new, "USD", origin)  # type: ignore[arg-type]
        book.add("capital_increase", added, "USD", origin)  # type: ignore[arg-type]
    cells = completed(book.cells)
    series = [Series(DELTA, "capital_new_and_increase", origin, "USD") for origin in ("fdi", "ddi", "total")]
    found = [cells.at(each, YEAR) for each in series]
    assert [cell.amount.value for cell in found if cell] == [7, 11, 18]


def test_a_soft_sum_completes_nothing() -> None:
    book = Book()
    book.add("dossiers_resolved", 3, "dossier")
    book.add("dossiers_pending", 3, "dossier", window=END)
    assert all(cell.published for cell in completed(book.cells))


def test_the_second_half_is_the_year_less_the_first() -> None:
    flow = flow_between(exports(year=(YEAR, 100), half=(HALF, 40)), EXPORTS, date(2019, 7, 1), date(2019, 12, 31))
    assert flow is not None
    assert flow.amount.value == 60
    assert flow.amount.interval == Interval(Decimal(59), Decimal(61))
    assert not flow.bounded_only


def test_a_published_window_needs_no_arithmetic() -> None:
    second = Window.of_months(2019, 7, 12)
    cells = exports(year=(YEAR, 100), half=(HALF, 40), second=(second, 59))
    flow = flow_between(cells, EXPORTS, date(2019, 7, 1), date(2019, 12, 31))
    assert flow is not None
    assert flow.amount.value == 59


def test_windows_are_chained_across_years() -> None:
    cells = exports(year=(YEAR, 100), half=(HALF, 40), before=(Window.of_months(2018, 7, 12), 30))
    flow = flow_between(cells, EXPORTS, date(2018, 7, 1), date(2019, 6, 30))
    assert flow is not None
    assert flow.amount.value == 70


def test_a_way_that_begins_backwards() -> None:
    cells = exports(nine=(NINE_MONTHS, 70), half=(HALF, 40))
    flow = flow_between(cells, EXPORTS, date(2019, 7, 1), date(2019, 9, 30))
    assert flow is not None
    assert flow.amount.value == 30


def test_a_longer_window_bounds_a_shorter_one() -> None:
    flow = flow_between(exports(year=(YEAR, 100), nine=(NINE_MONTHS, 70)), EXPORTS, date(2019, 2, 1), date(2019, 5, 31))
    assert flow is not None
    assert flow.bounded_only
    assert flow.amount.interval == Interval(Decimal(0), Decimal("70.5"))
    assert not flow.amount.exact


@pytest.mark.parametrize(("first", "last"), [((2018, 1, 1), (2018, 12, 31)), ((2018, 7, 1), (2019, 6, 30))])
def test_no_figure_tells_no_flow(first: tuple[int, int, int], last: tuple[int, int, int]) -> None:
    assert flow_between(exports(year=(YEAR, 100)), EXPORTS, date(*first), date(*last)) is None
