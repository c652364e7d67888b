"""Percentages and other comparisons that documents state about their own figures.

Belongs here: gathering them from facts, once each, with their strict and loose interval. Does not:
the cells they compare (`cells`) or trying them (`shares`, `plans`, `growth`).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from kcn_pipeline.extraction.facts import Fact
from kcn_pipeline.periods import HalfYear, Window
from kcn_pipeline.quantities import Comparison, Interval
from kcn_pipeline.reconciliation.amounts import Amount
from kcn_pipeline.reconciliation.cells import Series

_HALF: Final = Decimal("0.5")


@dataclass(frozen=True, slots=True)
class Statement:
    """One comparison: `amount` (percent, times, or base units for a change) said of a series and window.

    series.unit is the unit of `amount`. loose: the interval with one unit of the last digit to either
    side, for authors cut as well as round. base: the metric a share or excess is a ratio to.
    """

    series: Series
    window: Window
    comparison: Comparison
    amount: Amount
    loose: Interval
    base: str | None
    base_period: str | None

    @property
    def code(self) -> str:
        """What tells it from other comparisons of its series and window."""
        of = f":{self.base}" if self.base else ""
        since = f":{self.base_period}" if self.base_period else ""
        return f"{self.comparison}{of}{since}:{self.amount.value.normalize():f}"

    @property
    def earlier(self) -> Window | None:
        """The window compared with: the same a year before unless another is named; None where that has no dates."""
        if self.base_period is None:
            return self.window.year_earlier()
        try:
            return Window.parse(self.base_period)
        except ValueError:
            return None  # `so với trước dịch`: words that name no dates


def statements(facts: Iterable[Fact], period: HalfYear) -> list[Statement]:
    """The comparisons whose window ends in `period`, each once however often it is repeated; plans left out."""
    found: dict[tuple[object, ...], Statement] = {}
    for fact in sorted(facts, key=lambda f: (f.document_id, f.span, f.figure_id)):
        statement = _statement(fact)
        if statement is not None and statement.window.half_year == period:
            key = (statement.series, statement.window, statement.code)
            found.setdefault(key, statement)
    return list(found.values())


def _statement(fact: Fact) -> Statement | None:
    if fact.comparison == "level" or fact.target:
        return None
    if fact.entity is None or fact.metric is None or fact.period_end is None:
        return None
    strict, loose = _tiers(fact)
    return Statement(
        series=Series(fact.entity, fact.metric, fact.origin, fact.unit),
        window=Window(fact.period_start, fact.period_end),
        comparison=fact.comparison,
        amount=Amount(fact.value, strict, fact.bound == "exact", frozenset(), (fact.figure_id,)),
        loose=loose,
        base=fact.base,
        base_period=fact.base_period,
    )


def _tiers(fact: Fact) -> tuple[Interval, Interval]:
    """The interval as printed, and one unit of the last digit wide; a hedge is wide enough already."""
    if fact.bound != "exact" or fact.comparison == "change":
        return fact.interval, fact.interval
    if fact.interval.width:
        return fact.interval, loosened(fact.interval)
    half = _last_digit(fact.value) * _HALF
    strict = Interval(fact.value - half, fact.value + half)
    return strict, loosened(strict)


def loosened(strict: Interval) -> Interval:
    """Half the width more on either side: of ±½ unit of the last digit, ±1."""
    more = (strict.width or Decimal(0)) * _HALF
    return strict + Interval(-more, more)


def _last_digit(value: Decimal) -> Decimal:
    exponent = value.as_tuple().exponent
    return Decimal(1).scaleb(min(exponent, 0)) if isinstance(exponent, int) else Decimal(1)


def targets(facts: Iterable[Fact]) -> dict[tuple[Series, Window], Amount]:
    """Planned levels by series and window; the first in document order where several are stated."""
    found: dict[tuple[Series, Window], Amount] = {}
    for fact in sorted(facts, key=lambda f: (f.document_id, f.span, f.figure_id)):
        if fact.target and fact.comparison == "level" and fact.entity and fact.metric and fact.period_end:
            series = Series(fact.entity, fact.metric, fact.origin, fact.unit)
            amount = Amount(fact.value, fact.interval, fact.bound == "exact", frozenset(), (fact.figure_id,))
            found.setdefault((series, Window(fact.period_start, fact.period_end)), amount)
    return found
