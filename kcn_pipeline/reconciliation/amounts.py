"""Published and computed quantities that carry their interval, their evidence and what they cover.

Belongs here: exact arithmetic on such quantities. Does not: which quantities are related
(`constraints` and the modules that generate them) or what the outcome means (`verdicts`).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal

from kcn_pipeline.quantities import Interval

HUNDRED = Decimal(100)


@dataclass(frozen=True, slots=True)
class Basis:
    """What a figure counts: the coverage said of itself, and that of the zones its entity reports at the date.

    The zones tell a change of scope even where the figure's own sentence names none ("80 KCN" in
    one report, "83 KCN, KKT" in the next). None is unknown.
    """

    stated: frozenset[str] | None
    zones: frozenset[str] | None

    def reaches_beyond(self, other: Basis) -> bool:
        """Whether it covers a kind of zone that `other`, told in the same way, does not."""
        return _beyond(self.stated, other.stated) or _beyond(self.zones, other.zones)


def _beyond(one: frozenset[str] | None, other: frozenset[str] | None) -> bool:
    return one is not None and other is not None and not one <= other


@dataclass(frozen=True, slots=True)
class Amount:
    """A quantity in base units: the value as printed or computed, the interval around it, its evidence.

    exact: every figure behind it was printed without a hedge. figure_ids: the figures behind it.
    """

    value: Decimal
    interval: Interval
    exact: bool
    bases: frozenset[Basis]
    figure_ids: tuple[str, ...]

    def __add__(self, other: Amount) -> Amount:
        return self._with(other, self.value + other.value, self.interval + other.interval)

    def __sub__(self, other: Amount) -> Amount:
        return self._with(other, self.value - other.value, self.interval - other.interval)

    def negated(self) -> Amount:
        """The same evidence with the opposite sign."""
        return replace(self, value=-self.value, interval=-self.interval)

    def reaches_beyond(self, other: Amount) -> bool:
        """Whether some figure behind it covers a kind of zone that some figure behind `other` does not."""
        return any(mine.reaches_beyond(theirs) for mine in self.bases for theirs in other.bases)

    def percent_of(self, base: Amount) -> Amount | None:
        """100 × self / base; None unless the base is surely positive."""
        value = quotient(Interval.exactly(self.value), Interval.exactly(base.value))
        interval = quotient(self.interval, base.interval)
        if value is None or value.lo is None or interval is None:
            return None
        return self._with(base, value.lo * HUNDRED, interval.scaled(HUNDRED))

    def shifted(self, by: Decimal) -> Amount:
        """The same evidence, `by` more."""
        return self._with(self, self.value + by, self.interval + Interval.exactly(by))

    def _with(self, other: Amount, value: Decimal, interval: Interval) -> Amount:
        ids = dict.fromkeys((*self.figure_ids, *other.figure_ids))
        return Amount(value, interval, self.exact and other.exact, self.bases | other.bases, tuple(ids))


def total(amounts: Iterable[Amount]) -> Amount | None:
    """Sum of the amounts; None when there are none."""
    found = None
    for amount in amounts:
        found = amount if found is None else found + amount
    return found


def quotient(dividend: Interval, divisor: Interval) -> Interval | None:
    """Every value of `dividend` over every value of `divisor`; None unless the divisor is surely positive."""
    if divisor.lo is None or divisor.lo <= 0:
        return None
    return Interval(_least(dividend.lo, divisor), _greatest(dividend.hi, divisor))


def _least(lo: Decimal | None, divisor: Interval) -> Decimal | None:
    if lo is None or divisor.lo is None:
        return None
    if lo < 0:
        return lo / divisor.lo
    return Decimal(0) if divisor.hi is None else lo / divisor.hi


def _greatest(hi: Decimal | None, divisor: Interval) -> Decimal | None:
    if hi is None or divisor.lo is None:
        return None
    if hi >= 0:
        return hi / divisor.lo
    return Decimal(0) if divisor.hi is None else hi / divisor.hi
