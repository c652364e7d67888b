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

from kcn_pipeline.extraction.drafts import Draft
from kcn_pipeline.extraction.figures import Figure
from kcn_pipeline.extraction.memory import Memory
from kcn_pipeline.reference.identities import MetricIdentity, load_identities
from kcn_pipeline.reference.metrics import load_metrics

_ROUNDING: Final = Decimal("0.005")


class SumFinder:
    """Finds the sums of one sentence; `companion` gives the money that a count asks for."""

    def __init__(self, memory: Memory, companion: Callable[[Draft], str | None]) -> None:
        self._memory = memory
        self._companion = companion

    def of(self, codes: Sequence[str], figure: Figure, earlier: Sequence[Draft]) -> str | None:
        """The sum that an amount is whose wording says no more than what one of its terms may be called."""
        open_to = {term for code in codes for term in _stands_for(code)}
        if not open_to:
            return None
        metrics = load_metrics()
        for row in load_identities().values():
            if row.relation != "sum" or open_to.isdisjoint(row.terms):
                continue
            fits = figure.dimension in metrics[row.metric].dimensions
            if fits and (self._counted(row, earlier) or self._adds_up(row, figure, earlier)):
                return row.metric
        return None

    def counted(self, figure: Figure, earlier: Sequence[Draft]) -> str | None:
        """The sum in the unit of `figure` whose terms the counts right before it ask for."""
        rows = (row for row in load_identities().values() if row.relation == "sum")
        fitting = (row for row in rows if figure.dimension in load_metrics()[row.metric].dimensions)
        return next((row.metric for row in fitting if self._counted(row, earlier)), None)

    def _counted(self, row: MetricIdentity, earlier: Sequence[Draft]) -> bool:
        """Whether the counts right before it ask for all terms."""
        counts = takewhile(lambda d: d.is_level and d.figure.dimension == "project", reversed(earlier))
        return {self._companion(count) for count in counts} >= set(row.terms)

    def _adds_up(self, row: MetricIdentity, figure: Figure, earlier: Sequence[Draft]) -> bool:
        """Whether amounts of all terms stated before make it up, with what they were rounded by."""
        said = [*earlier, *self._memory.recent()]
        value = figure.readings[0].value * figure.scale
        stated = [
            [d.value for d in said if d.metric == term and d.is_level and d.figure.unit == figure.unit]
            for term in row.terms
        ]
        return any(abs(sum(parts) - value) <= value * _ROUNDING for parts in product(*stated))


@cache
def _stands_for(code: str) -> tuple[str, ...]:
    """The terms that a wording of a metric may stand for; none of a wording that the vocabulary lacks."""
    metric = load_metrics().get(code)
    return () if metric is None else metric.stands_for
