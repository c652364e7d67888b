"""Decimals as whole numbers."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kcn_pipeline.quantities import Interval
from kcn_pipeline.reconciliation.localisation.whole_numbers import (
    Coefficient,
    decimals_of,
    ends_of,
    interval_of,
    is_empty,
    meet,
    whole_coefficients,
)

decimals = st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**12), max_value=10**12, places=6)


@pytest.mark.parametrize(
    ("lo", "hi", "digits", "ends"),
    [
        ("1.5", "2.5", 1, (15, 25)),
        ("1.25", "1.25", 1, (12, 13)),
        ("-1.25", None, 1, (-13, None)),
        (None, "0", 3, (None, 0)),
        ("1e-30", "1e30", 0, (0, 10**30)),
    ],
)
def test_ends_are_rounded_outwards(
    lo: str | None, hi: str | None, digits: int, ends: tuple[int | None, int | None]
) -> None:
    assert ends_of(Interval(lo and Decimal(lo), hi and Decimal(hi)), digits) == ends  # type: ignore[arg-type]


@given(decimals, decimals)
def test_enough_digits_lose_nothing(one: Decimal, other: Decimal) -> None:
    interval = Interval(min(one, other), max(one, other))
    assert interval_of(ends_of(interval, decimals_of(interval)), decimals_of(interval)) == interval


@pytest.mark.parametrize(
    ("coefficients", "whole", "shift"),
    [
        ((1, -1, -1), (1, -1, -1), 0),
        ((1, Decimal("-0.95")), (100, -95), 2),
        ((1, Decimal(-2)), (1, -2), 0),
        ((Decimal("-1.0755"), Decimal(1)), (-10755, 10000), 4),
        ((1, Decimal("1e2")), (1, 100), 0),
    ],
)
def test_coefficients_become_whole(coefficients: tuple[Coefficient, ...], whole: tuple[int, ...], shift: int) -> None:
    assert whole_coefficients(coefficients) == (whole, shift)
    assert all(isinstance(c, int) for c in whole_coefficients(coefficients)[0])


@pytest.mark.parametrize(
    ("one", "other", "both"), [((1, 5), (3, None), (3, 5)), ((None, 2), (3, None), (3, 2)), ((None, None),) * 3]
)
def test_meeting_ends(one: tuple[int, int], other: tuple[int, int], both: tuple[int, int]) -> None:
    assert meet(one, other) == both
    assert is_empty(both) == (both == (3, 2))
