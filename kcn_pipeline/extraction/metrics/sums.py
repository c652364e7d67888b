"""Totals that only their parts tell: `12 dự án mới và 7 dự án tăng vốn, tổng vốn 300 triệu USD`.

Belongs here: knowing a sum by the counts or the amounts stated before it. Does not: totals announced before their
parts (`announced`), or words that name a sum (`metrics.yaml`).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal
from functools import cache
from itertools import product, takewhile
from typing import Final

from kcn_pipeline.extraction.numbers.figures import Figure
from kcn_pipeline.extraction.passages.drafts import Draft
from kcn_pipeline.extraction.passages.memory import Memory
from kcn_pipeline.reference.identities import MetricIdentity, load_identities
from kcn_pipeline.reference.metrics import load_metrics

_ROUNDING: Final = Decimal("0.005")
Companion = Callable[[Draft], str | None]


class SumFinder:
    """Finds the sums of one sentence; every `companion` gives the money that a count asks for."""

    def __init__(self, memory: Memory) -> None:
        self._memory = memory

    def of(self, codes: Sequence[str], figure: Figure, earlier: Sequence[Draft], companion: Companion) -> str | None:
        """The sum that an amount is whose wording says no more than what one of its terms may be called."""
        if not any(map(_stands_for, codes)):
            return None
        open_to = {term for code in codes for term in _stands_for(code)}
        for row in _sums_in(figure.dimension):
            if open_to.isdisjoint(row.terms):
                continue
            if _counted(row, earlier, companion) or self._adds_up(row, figure, earlier):
                return row.metric
        return None

    @staticmethod
    def counted(figure: Figure, earlier: Sequence[Draft], companion: Companion) -> str | None:
        """The sum in the unit of `figure` whose terms the counts right before it ask for."""
        rows = _sums_in(figure.dimension)
        return next((row.metric for row in rows if _counted(row, earlier, companion)), None)

    def _adds_up(self, row: MetricIdentity, figure: Figure, earlier: Sequence[Draft]) -> bool:
        """Whether amounts of all terms stated before make it up, with what they were rounded by."""
        said = [*earlier, *self._memory.recent()]
        value = figure.readings[0].value * figure.scale
        stated = [
            [d.value for d in said if d.metric == term and d.is_level and d.figure.unit == figure.unit]
            for term in row.terms
        ]
        return any(abs(sum(parts) - value) <= value * _ROUNDING for parts in product(*stated))


def _counted(row: MetricIdentity, earlier: Sequence[Draft], companion: Companion) -> bool:
    """Whether the counts right before it ask for all terms."""
    counts = takewhile(lambda d: d.figure.dimension == "project" and d.is_level, reversed(earlier))
    return {companion(count) for count in counts} >= set(row.terms)


@cache
def _sums_in(dimension: str | None) -> tuple[MetricIdentity, ...]:
    """The sums that are counted in `dimension`."""
    metrics = load_metrics()
    rows = (row for row in load_identities().values() if row.relation == "sum")
    return tuple(row for row in rows if dimension in metrics[row.metric].dimensions)


@cache
def _stands_for(code: str) -> tuple[str, ...]:
    """The terms that a wording of a metric may stand for; none of a wording that the vocabulary lacks."""
    metric = load_metrics().get(code)
    return () if metric is None else metric.stands_for
