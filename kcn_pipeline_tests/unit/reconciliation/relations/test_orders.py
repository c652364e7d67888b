"""Windows within windows, and ceilings."""

from __future__ import annotations

import json
from decimal import Decimal

import pytest

from kcn_pipeline.periods import Window
from kcn_pipeline.reference.ceilings import ceiling
from kcn_pipeline_tests.unit.reconciliation.builders import DELTA, END, H1, HA_NOI, HALF, YEAR, Book, bounds

NINE_MONTHS = Window.of_months(2019, 1, 9)
SECOND_HALF = Window.of_months(2019, 7, 12)


def licensed(*flows: tuple[Window, int]) -> Book:
    book = Book()
    for window, value in flows:
        book.add("projects_licensed", value, origin="fdi", window=window)
    return book


@pytest.mark.parametrize(
    ("half", "verdict"), [(186, "PARTIAL_COMPATIBLE"), (379, "PARTIAL_COMPATIBLE"), (380, "INCOMPATIBLE")]
)
def test_the_half_stays_within_the_year(half: int, verdict: str) -> None:
    row = licensed((YEAR, 379), (HALF, half)).verdict("window_order")
    assert row["verdict"] == verdict
    assert bounds(row, "residual") == (379 - half, 379 - half)
    assert json.loads(row["members_published"]) == ["2019-01-01/2019-06-30"]


def test_half_nine_months_and_year_are_a_chain() -> None:
    rows = licensed((YEAR, 379), (HALF, 186), (NINE_MONTHS, 300)).verdicts("window_order")
    links = {(row["period_end"], *json.loads(row["members_published"])) for row in rows}
    assert links == {
        ("2019-12-31", "2019-01-01/2019-09-30"),
        ("2019-09-30", "2019-01-01/2019-06-30"),
    }


@pytest.mark.parametrize(("second", "verdict"), [(193, "EXACT"), (194, "INCOMPATIBLE")])
def test_two_halves_make_up_the_year(second: int, verdict: str) -> None:
    row = licensed((YEAR, 379), (HALF, 186), (SECOND_HALF, second)).verdict("window_order")
    assert row["verdict"] == verdict
    assert row["members"] == 2


def test_estimated_halves_prove_no_error() -> None:
    book = licensed((YEAR, 379), (HALF, 186))
    book.add("projects_licensed", 150, origin="fdi", window=SECOND_HALF, bound="approx")
    assert book.verdict("window_order")["verdict"] == "INCOMPATIBLE_AMBIGUOUS"


def test_windows_that_overlap_without_one_holding_the_other() -> None:
    assert licensed((HALF, 9), (Window.of_months(2019, 3, 9), 5)).verdicts("window_order") == []


def test_stocks_and_means_have_no_order() -> None:
    book = Book()
    book.add("average_income", 9, "VND_per_person_month", window=HALF)
    book.add("average_income", 8, "VND_per_person_month")
    book.add("workers", 9, "person", window=END)
    assert book.verdicts("window_order") == []


def test_the_relation_belongs_to_the_later_cell() -> None:
    assert licensed((YEAR, 379), (HALF, 186)).verdicts("window_order", H1) == []


def test_a_half_of_wider_coverage_than_the_year() -> None:
    book = Book()
    book.add("exports", 9, "USD", window=HALF, coverage=("kcn", "kkt"))
    book.add("exports", 5, "USD", coverage=("kcn",))
    assert book.verdict("window_order")["verdict"] == "COVERAGE_BREAK"


@pytest.mark.parametrize(
    ("half_vnd", "verdict"),
    [("954969000000000", "PARTIAL_COMPATIBLE"), ("2954969000000000", "INCOMPATIBLE_AMBIGUOUS")],
)
def test_where_the_currency_changes_the_rate_of_the_year_joins_them(half_vnd: str, verdict: str) -> None:
    book = Book()
    book.add("revenue", "101128000000", "USD", ulp=10**6)
    book.add("revenue", half_vnd, "VND", ulp=10**9, window=HALF)
    row = book.verdict("window_order")
    assert row["verdict"] == verdict
    assert row["unit"] == "USD"
    lo, hi = bounds(row, "derived")
    assert lo is not None
    assert hi is not None
    assert lo < Decimal(half_vnd) / 23150 < hi


def test_the_same_currency_is_preferred() -> None:
    book = Book()
    book.add("exports", 100, "USD")
    book.add("exports", 60, "USD", window=HALF)
    book.add("exports", 999999999, "VND", window=HALF)
    assert bounds(book.verdict("window_order"), "residual") == (39, 41)


def test_a_figure_above_its_ceiling() -> None:
    limit = ceiling("capital_registered", "bloc", "USD")
    assert limit is not None
    book = Book(DELTA, END)
    book.add("capital_registered", str(limit * 100), "USD", "fdi")
    row = book.verdict("ceiling")
    assert row["verdict"] == "INCOMPATIBLE"
    assert bounds(row, "derived") == (limit, limit)
    assert "decimal mark" in row["explanation_en"]


def test_a_figure_at_its_ceiling_and_one_without_any_give_no_row() -> None:
    limit = ceiling("exports", "board", "USD")
    assert limit is not None
    book = Book(HA_NOI)
    book.add("exports", str(limit), "USD")
    book.add("not_in_the_vocabulary", str(10**30), "USD")
    assert book.verdicts("ceiling") == []
