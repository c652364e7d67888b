"""Stocks that roll on."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal

import pytest

from kcn_pipeline.periods import Window
from kcn_pipeline.reconciliation.relations.rolls import roll_identity, share_kept
from kcn_pipeline_tests.unit.reconciliation.builders import DELTA, END, HALF, MIDDLE, YEAR, Book, bounds

SECOND_HALF = Window.of_months(2019, 7, 12)


def stocks(before: int, after: int, licensed: int | None = 40, revoked: int | None = None) -> Book:
    """Valid projects at mid-year and at the end, and what the second half added and took away."""
    book = Book()
    book.add("projects_active", before, origin="fdi", window=MIDDLE)
    book.add("projects_active", after, origin="fdi", window=END)
    if licensed is not None:
        book.add("projects_licensed", licensed, origin="fdi", window=SECOND_HALF)
    if revoked is not None:
        book.add("projects_revoked", revoked, origin="fdi", window=SECOND_HALF)
    return book


@pytest.mark.parametrize(
    ("after", "verdict", "residual"),
    [
        (1040, "PARTIAL_COMPATIBLE", 0),
        (1035, "PARTIAL_COMPATIBLE", -5),
        (988, "PARTIAL_COMPATIBLE", -52),
        (987, "INCOMPATIBLE_AMBIGUOUS", -53),
        (1041, "INCOMPATIBLE_AMBIGUOUS", 1),
    ],
)
def test_a_stock_is_the_stock_before_plus_what_came_less_a_few_that_left(
    after: int, verdict: str, residual: int
) -> None:
    row = stocks(1000, after).verdict("growth")
    assert row["verdict"] == verdict
    assert bounds(row, "residual") == (residual, residual)
    assert json.loads(row["members_missing"]) == ["projects_revoked"]


@pytest.mark.parametrize(
    ("since", "until", "kept"),
    [
        (date(2019, 6, 30), date(2019, 12, 31), "0.95"),
        (date(2018, 12, 31), date(2019, 12, 31), "0.95"),
        (date(2018, 6, 30), date(2019, 12, 31), "0.9025"),
    ],
)
def test_every_year_that_has_begun_lets_a_few_leave(since: date, until: date, kept: str) -> None:
    identity = roll_identity("projects_active", until)
    assert identity is not None
    assert share_kept(identity, since, until) == Decimal(kept)


def test_without_a_limit_any_part_may_leave() -> None:
    identity = roll_identity("workers", END.end)
    assert identity is not None
    assert share_kept(identity, MIDDLE.end, END.end) is None


@pytest.mark.parametrize(("after", "verdict"), [(1030, "EXACT"), (1029, "INCOMPATIBLE_AMBIGUOUS")])
def test_published_exits_leave_no_room(after: int, verdict: str) -> None:
    row = stocks(1000, after, revoked=10).verdict("growth")
    assert row["verdict"] == verdict
    assert bounds(row, "derived") == (1030, 1030)


def test_flows_of_the_second_half_come_from_year_and_half() -> None:
    book = stocks(1915, 2118, licensed=None)
    book.add("projects_licensed", 153, origin="fdi", window=YEAR)
    book.add("projects_licensed", 69, origin="fdi", window=HALF)
    row = book.verdict("growth")
    assert bounds(row, "residual") == (119, 119)
    assert bounds(row, "derived") == (1999, 1999)


def test_a_change_of_zones_counted_is_a_break() -> None:
    book = stocks(1915, 2118)
    book.add("zones_operating", 80, "zone", window=MIDDLE, coverage=("kcn",))
    book.add("zones_operating", 83, "zone", window=END, coverage=("kcn", "kkt"))
    row = next(row for row in book.verdicts("growth") if row["metric"] == "projects_active")
    assert row["verdict"] == "COVERAGE_BREAK"
    assert "do not join the two" in row["explanation_en"]


def test_fewer_kinds_of_zone_do_not_explain_a_greater_stock() -> None:
    book = stocks(1915, 2118)
    book.add("zones_operating", 83, "zone", window=MIDDLE, coverage=("kcn", "kkt"))
    book.add("zones_operating", 80, "zone", window=END, coverage=("kcn",))
    row = next(row for row in book.verdicts("growth") if row["metric"] == "projects_active")
    assert row["verdict"] == "INCOMPATIBLE_AMBIGUOUS"


def test_without_flows_there_is_no_roll() -> None:
    assert stocks(1000, 1040, licensed=None).verdicts("growth") == []


def test_without_an_earlier_stock_there_is_no_roll() -> None:
    book = Book()
    book.add("projects_active", 5, origin="fdi", window=END)
    book.add("projects_licensed", 5, origin="fdi")
    assert book.verdicts("growth") == []


def test_new_and_added_capital_may_be_published_in_parts() -> None:
    book = Book()
    book.add("capital_registered", 1000, "USD", "fdi", window=MIDDLE)
    book.add("capital_registered", 1100, "USD", "fdi", window=END)
    book.add("capital_new", 60, "USD", "fdi", window=SECOND_HALF)
    book.add("capital_increase", 40, "USD", "fdi", window=SECOND_HALF)
    row = book.verdict("growth")
    assert row["verdict"] == "PARTIAL_COMPATIBLE"
    assert len(json.loads(row["figure_ids"])) == 4


def test_a_longer_window_only_bounds_what_came() -> None:
    book = Book()
    book.add("workers", 1_029_779, "person", window=MIDDLE)
    book.add("workers", 1_095_829, "person", window=Window(None, date(2019, 12, 15)))
    book.add("jobs_created", 105_549, "person")
    row = book.verdict("growth")
    assert row["verdict"] == "PARTIAL_COMPATIBLE"
    assert bounds(row, "derived") == (1_029_779, 1_029_779 + 105_549)
    book.facts = book.facts[1:]
    book.add("workers", 900_000, "person", window=MIDDLE)
    assert book.verdict("growth")["verdict"] == "INCOMPATIBLE_AMBIGUOUS", "more came than jobs were created"


def test_a_stock_without_a_roll_in_the_reference_is_left_alone() -> None:
    book = Book()
    for window, value in ((MIDDLE, 80), (END, 83)):
        book.add("zones_operating", value, "zone", window=window)
    assert book.verdicts("growth") == []


def test_only_the_last_stock_before_is_rolled_on() -> None:
    book = stocks(1000, 1040)
    book.entity = DELTA
    book.add("projects_active", 1, origin="fdi", window=Window(None, date(2018, 12, 31)))
    assert json.loads(book.verdict("growth")["members_published"])[0] == "2019-06-30"


def test_rounded_stocks_give_an_interval() -> None:
    book = Book()
    for window, value in ((MIDDLE, "51390000000"), (END, "56615000000")):
        book.add("capital_registered", value, "USD", "fdi", window=window, ulp=10**6)
    book.add("capital_new_and_increase", "5890000000", "USD", "fdi", ulp=10**6)
    book.add("capital_new_and_increase", "2935000000", "USD", "fdi", ulp=10**6, window=HALF)
    assert bounds(book.verdict("growth"), "residual") == (Decimal(2268) * 10**6, Decimal(2272) * 10**6)
