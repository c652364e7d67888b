"""Comparisons and plans as documents state them."""

from __future__ import annotations

from decimal import Decimal

import pytest

from kcn_pipeline.quantities import Interval
from kcn_pipeline.reconciliation.relations.statements import loosened, statements, targets
from kcn_pipeline_tests.unit.reconciliation.builders import H1, H2, HALF, YEAR, Book


def interval(lo: str, hi: str) -> Interval:
    return Interval(Decimal(lo), Decimal(hi))


@pytest.mark.parametrize(
    ("value", "strict", "loose"),
    [
        ("66", ("65.5", "66.5"), ("65", "67")),
        ("7.6", ("7.55", "7.65"), ("7.5", "7.7")),
        ("-3", ("-3.5", "-2.5"), ("-4", "-2")),
    ],
)
def test_two_tiers(value: str, strict: tuple[str, str], loose: tuple[str, str]) -> None:
    book = Book()
    book.percent("exports", value, "yoy")
    (statement,) = statements(book.facts, H2)
    assert statement.amount.interval == interval(*strict)
    assert statement.loose == interval(*loose)


def test_a_percentage_stored_as_a_point_gets_the_precision_of_its_digits() -> None:
    book = Book()
    book.percent("exports", "7.6", "yoy", interval=interval("7.6", "7.6"))
    (statement,) = statements(book.facts, H2)
    assert statement.amount.interval == interval("7.55", "7.65")
    assert statement.loose == interval("7.5", "7.7")


def test_a_hedge_is_wide_enough_and_a_change_is_no_percentage() -> None:
    book = Book()
    book.percent("exports", "73", "share", base="revenue", bound="approx", interval=interval("69.35", "76.65"))
    book.add("exports", 5, "USD", comparison="change")
    for statement in statements(book.facts, H2):
        assert statement.loose == statement.amount.interval


def test_a_repeated_comparison_counts_once() -> None:
    book = Book()
    for document in ("a", "b"):
        book.percent("exports", "7.6", "yoy", document=document)
    book.percent("exports", "7.7", "yoy")
    book.percent("exports", "7.6", "yoy_index")
    assert [s.code for s in statements(book.facts, H2)].count("yoy:7.6") == 1
    assert len({s.code for s in statements(book.facts, H2)}) == 3


def test_levels_plans_and_other_half_years_are_left_out() -> None:
    book = Book()
    book.add("exports", 5, "USD")
    book.percent("exports", "7", "yoy", target=True)
    book.percent("exports", "7", "yoy", window=HALF)
    book.add(None, 7, "percent", comparison="yoy")
    assert statements(book.facts, H2) == []
    assert len(statements(book.facts, H1)) == 1


def test_base_and_period_compared_with_tell_statements_apart() -> None:
    book = Book()
    book.percent("exports", "7", "share", base="revenue")
    book.percent("exports", "7", "share", base="imports")
    book.percent("exports", "7", "yoy", base_period="2015")
    assert [s.code for s in statements(book.facts, H2)] == ["share:revenue:7", "share:imports:7", "yoy:2015:7"]


def test_plans_by_series_and_window() -> None:
    book = Book()
    book.add("exports", 9, "USD", target=True)
    book.add("exports", 8, "USD", target=True)
    book.add("exports", 7, "USD")
    book.percent("exports", "9", "yoy", target=True)
    ((series, window), plan), *more = targets(book.facts).items()
    assert not more
    assert (series.metric, series.unit, window) == ("exports", "USD", YEAR)
    assert plan.value == 9


def test_loosening_doubles_the_width() -> None:
    assert loosened(interval("1", "3")) == interval("0", "4")
    assert loosened(interval("1", "1")) == interval("1", "1")
    assert loosened(Interval(None, Decimal(1))) == Interval(None, Decimal(1))
