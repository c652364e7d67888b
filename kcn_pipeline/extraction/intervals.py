"""The interval that printed precision and hedge allow for a figure.

Belongs here: half a unit of the last printed digit, and the hedge's factors. Does not: which reading
of the numeral is accepted (`document_arithmetic`).
"""

from __future__ import annotations

from kcn_pipeline.extraction.passages.drafts import Draft
from kcn_pipeline.quantities import Interval
from kcn_pipeline.reference.phrases import Phrase

_COUNTED = frozenset(
    {
        "project",
        "zone",
        "person",
        "enterprise",
        "permit",
        "contract",
        "dossier",
        "procedure",
        "copy",
        "issue",
        "day",
        "visit",
    }
)


def interval_of(draft: Draft) -> Interval:
    """Base units. An unhedged whole count is exact; an amount carries half its last printed digit."""
    figure, value = draft.figure, draft.value
    if figure.range_with is not None:
        return Interval(value, None) if figure.bound == "lower" else Interval(None, value)
    hedge: Phrase | None = None if figure.hedge is None else figure.hedge.value
    step = draft.chosen.step
    if hedge is None and figure.dimension in _COUNTED and figure.scale == 1 and step == 1:
        return Interval.exactly(value)
    if hedge is None or (hedge.least == hedge.most == 1):
        slack = step * figure.scale / 2
        return Interval(value - slack, value + slack)
    ends = sorted((value * hedge.least, value * hedge.most))
    return Interval(ends[0], ends[1])
