"""Arithmetic that carries intervals, evidence and coverage."""

from __future__ import annotations

from decimal import Decimal

import pytest

from kcn_pipeline.quantities import Interval
from kcn_pipeline.reconciliation.amounts import Amount, Basis, quotient, total


def interval(lo: str | int | None, hi: str | int | None) -> Interval:
    return Interval(None if lo is None else Decimal(lo), None if hi is None else Decimal(hi))


def amount(value: str | int, lo: str | int, hi: str | int, *, figure: str = "f", zones: str = "") -> Amount:
    basis = Basis(None, frozenset(zones.split()) or None)
    return Amount(Decimal(value), interval(lo, hi), True, frozenset({basis}), (figure,))


def test_sums_and_differences_carry_intervals_and_figures() -> None:
    a, b = amount(10, 9, 11, figure="a"), amount(4, 3, 6, figure="b")
    assert (a + b).value == 14
    assert (a + b).interval == interval(12, 17)
    assert (a - b).interval == interval(3, 8)
    assert (a - b).figure_ids == ("a", "b")
    assert (a + a).figure_ids == ("a",)
    assert a.negated().interval == interval(-11, -9)


def test_a_sum_with_a_hedged_figure_is_not_exact() -> None:
    hedged = Amount(Decimal(4), interval(4, 5), False, frozenset(), ("h",))
    assert not (amount(10, 10, 10) + hedged).exact
    assert (amount(10, 10, 10) - amount(1, 1, 1)).exact


def test_total_of_nothing_is_nothing() -> None:
    assert total([]) is None
    found = total([amount(1, 1, 1), amount(2, 2, 2), amount(3, 3, 3)])
    assert found is not None
    assert found.value == 6


def test_percentages() -> None:
    share = amount(30, 29, 31).percent_of(amount(60, 58, 62))
    assert share is not None
    assert share.value == 50
    assert share.interval.lo == Decimal(29) / 62 * 100
    assert share.interval.hi == Decimal(31) / 58 * 100
    assert share.shifted(Decimal(-100)).value == -50


@pytest.mark.parametrize(("lo", "hi"), [(0, 10), (-5, 5), (-10, -5), (0, 0)])
def test_no_percentage_of_what_may_be_zero_or_less(lo: int, hi: int) -> None:
    assert amount(1, 1, 1).percent_of(amount(hi, lo, hi)) is None


@pytest.mark.parametrize(
    ("dividend", "divisor", "expected"),
    [
        (interval(2, 4), interval(1, 2), interval(1, 4)),
        (interval(-4, -2), interval(1, 2), interval(-4, -1)),
        (interval(-4, 2), interval(1, 2), interval(-4, 2)),
        (interval(2, None), interval(1, 2), interval(1, None)),
        (interval(None, 2), interval(1, 2), interval(None, 2)),
        (interval(2, 4), interval(1, None), interval(0, 4)),
        (interval(-4, -2), interval(1, None), interval(-4, 0)),
    ],
)
def test_quotients_of_intervals(dividend: Interval, divisor: Interval, expected: Interval) -> None:
    assert quotient(dividend, divisor) == expected


def test_quotient_by_an_open_divisor_is_unknown() -> None:
    assert quotient(interval(1, 2), interval(None, 5)) is None


def test_coverage_reaches_beyond_only_where_both_sides_are_known() -> None:
    narrow, wide, unknown = (amount(1, 1, 1, zones=zones) for zones in ("kcn", "kcn kkt", ""))
    assert wide.reaches_beyond(narrow)
    assert not narrow.reaches_beyond(wide)
    assert not wide.reaches_beyond(unknown)
    assert not unknown.reaches_beyond(narrow)


def test_coverage_of_a_sum_is_that_of_each_of_its_figures() -> None:
    narrow, wide = amount(1, 1, 1, zones="kcn"), amount(1, 1, 1, zones="kcn kkt")
    assert wide.reaches_beyond(narrow + wide)
    assert (narrow + wide).reaches_beyond(narrow)


def test_stated_coverage_is_compared_with_stated_coverage_only() -> None:
    stated = Basis(frozenset({"kcn", "outside"}), None)
    assert stated.reaches_beyond(Basis(frozenset({"kcn"}), None))
    assert not stated.reaches_beyond(Basis(None, frozenset({"kcn"})))
