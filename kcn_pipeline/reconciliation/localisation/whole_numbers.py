"""Decimals as whole numbers of a small enough unit, rounded outwards where that is not exact.

Belongs here: how many digits intervals and coefficients need, the conversion, and what ends share.
Does not: the rows and components that are made of them (`linear_system`).
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import ROUND_CEILING, ROUND_FLOOR, Context, Decimal
from functools import lru_cache
from typing import Final

from kcn_pipeline.quantities import Interval

Ends = tuple[int | None, int | None]
Coefficient = int | Decimal
# Python's own decimal context would round a hostile numeral of a hundred digits.
_WIDE: Final = Context(prec=1000)


def ends_of(interval: Interval, digits: int) -> Ends:
    """An interval in units of 10**-digits, rounded outwards."""
    lo, hi = interval.lo, interval.hi
    return (
        None if lo is None else _whole(lo, digits, ROUND_FLOOR),
        None if hi is None else _whole(hi, digits, ROUND_CEILING),
    )


def interval_of(ends: Ends, digits: int) -> Interval:
    """The inverse of `ends_of`, exactly."""
    return Interval(*(None if end is None else Decimal(end).scaleb(-digits, _WIDE) for end in ends))


def meet(one: Ends, other: Ends) -> Ends:
    """What both allow; reversed ends when they share nothing."""
    lo = other[0] if one[0] is None else one[0] if other[0] is None else max(one[0], other[0])
    hi = other[1] if one[1] is None else one[1] if other[1] is None else min(one[1], other[1])
    return lo, hi


def is_empty(ends: Ends) -> bool:
    """Whether no number lies between the ends."""
    return ends[0] is not None and ends[1] is not None and ends[0] > ends[1]


def decimals_of(interval: Interval) -> int:
    """Digits after the decimal mark that its ends have at most."""
    lo, hi = interval.lo, interval.hi
    return max(0 if lo is None else _places_after_the_mark(lo), 0 if hi is None else _places_after_the_mark(hi))


def whole_coefficients(coefficients: Sequence[Coefficient]) -> tuple[tuple[int, ...], int]:
    """Coefficients times the least power of ten that makes them all whole, and that power."""
    if set(map(type, coefficients)) == {int}:
        return tuple(map(int, coefficients)), 0
    exact = [Decimal(c) for c in coefficients]
    shift = max(map(_places_after_the_mark, exact))
    return tuple([int(c.scaleb(shift, _WIDE)) for c in exact]), shift


@lru_cache(maxsize=65536)
def _places_after_the_mark(value: Decimal) -> int:
    exponent = value.as_tuple().exponent
    return max(-exponent, 0) if isinstance(exponent, int) else 0


def _whole(value: Decimal, digits: int, rounding: str) -> int:
    return int(value.scaleb(digits, _WIDE).to_integral_value(rounding)) if value else 0
