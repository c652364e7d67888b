"""What the document's own arithmetic says of a doubtful reading: decimal marks, and bases of shares.

Belongs here: trying every reading of a numeral against its ceiling, and a share against the figures it may be of;
a reading is accepted only where one is left. Does not: figures of other documents (`reconciliation`).
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import Final

from kcn_pipeline.extraction.numbers.numerals import Reading
from kcn_pipeline.extraction.passages.drafts import Draft
from kcn_pipeline.quantities import Origin
from kcn_pipeline.reference.ceilings import ceiling
from kcn_pipeline.reference.metrics import load_metrics

_HABIT_AT_LEAST: Final = 3
_WHOLE_NUMBERS: Final = frozenset({"person", "project", "enterprise", "zone", "dossier", "permit"})
_TOLERANCE_PERCENT_POINTS: Final = Decimal(1)
_OF_A_BASE: Final = frozenset({"share", "excess"})


def settle_readings(drafts: Sequence[Draft]) -> None:
    """Choose the reading of every level figure; an impossible conventional one yields to the other."""
    english = _points_decimals(drafts)
    for draft in drafts:
        options = draft.figure.readings
        if len(options) == 1 or not (draft.is_level or draft.comparison == "change"):
            continue
        possible = [r for r in options if _possible(draft, r)]
        if english and len(possible) > 1 and options[0].step < 1:
            possible = [r for r in possible if r.step == 1] or possible
        if len(possible) == 1 and possible[0] is not options[0]:
            draft.reading, draft.literal = possible[0], options[0]


def _points_decimals(drafts: Sequence[Draft]) -> bool:
    """Whether an author marks decimals by a point alone, as in `842.5`: then a comma before three digits groups."""
    single = [d.figure.readings[0] for d in drafts if len(d.figure.readings) == 1 and d.figure.readings[0].step < 1]
    points = sum(not reading.conventional for reading in single)
    return points >= _HABIT_AT_LEAST and points == len(single)


def _possible(draft: Draft, reading: Reading) -> bool:
    if draft.figure.dimension in _WHOLE_NUMBERS and draft.figure.scale == 1 and reading.step < 1:
        return False
    limit = ceiling(draft.metric or "", (draft.entity or "bloc").split(":")[0], draft.figure.unit or "")
    return limit is None or reading.value * draft.figure.scale <= limit


def settle_bases(drafts: Sequence[Draft]) -> None:
    """Tie each share or excess to the base that its own arithmetic supports.

    Authors name a base loosely ("of the registered capital"). Where the named one fails and exactly
    one other metric of the same origin and unit fits, that one is the base: not a plan, which no author
    divides what came of it by without saying so, and not exports where some capital was named.
    """
    shares = [(d, d.head) for d in drafts if d.head is not None and d.comparison in _OF_A_BASE]
    if not shares:
        return
    amounts = _Amounts(drafts)
    for draft, head in shares:
        near = amounts.near(draft, head)
        fitting = {m for m, alike in near if _alike(m, draft.base or m) and any(_fits(draft, d) for d in alike)}
        if draft.base in fitting or not fitting:
            continue
        if len(fitting) == 1:
            draft.base = fitting.pop()
            draft.rule = f"{draft.comparison}: the named base fails, this one alone fits"


class _Amounts:
    """The understood amounts of each entity in one unit, by metric and value, so that not all are tried for a share."""

    def __init__(self, drafts: Iterable[Draft]) -> None:
        self._groups: dict[tuple[str | None, str | None], dict[tuple[str, Origin | None], list[Draft]]] = {}
        for draft in drafts:
            if draft.metric is not None and draft.is_level and not draft.target:
                group = self._groups.setdefault((draft.figure.unit, draft.entity), {})
                group.setdefault((draft.metric, draft.origin), []).append(draft)
        for group in self._groups.values():
            for alike in group.values():
                alike.sort(key=lambda d: d.value)

    def near(self, share: Draft, head: Draft) -> Iterator[tuple[str, Sequence[Draft]]]:
        """By metric those in the unit of `head`, of its entity, that it may be such a share of, and some more."""
        for (metric, origin), alike in self._groups.get((head.figure.unit, head.entity), {}).items():
            if metric != head.metric and (origin == head.origin or not load_metrics()[metric].origin_split):
                yield metric, _within_reach(alike, share, head)


def _alike(one: str, other: str) -> bool:
    """Whether both are told by origin, as capital and projects are, or neither."""
    metrics = load_metrics()
    return metrics[one].origin_split == metrics[other].origin_split


def _within_reach(ascending: Sequence[Draft], share: Draft, head: Draft) -> Sequence[Draft]:
    percent = share.value + (100 if share.comparison == "excess" else 0)
    low, high = percent - 2 * _TOLERANCE_PERCENT_POINTS, percent + 2 * _TOLERANCE_PERCENT_POINTS
    if low <= 0 or head.value <= 0:
        return ascending
    first = bisect_left(ascending, 100 * head.value / high, key=lambda d: d.value)
    return ascending[first : bisect_right(ascending, 100 * head.value / low, lo=first, key=lambda d: d.value)]


def _fits(draft: Draft, base: Draft) -> bool:
    if draft.head is None or base.value == 0:
        return False
    percent = 100 * draft.head.value / base.value - (100 if draft.comparison == "excess" else 0)
    return abs(percent - draft.value) <= _TOLERANCE_PERCENT_POINTS
