"""What the document's own arithmetic says of a doubtful reading: decimal marks, and bases of shares.

Belongs here: trying every reading of a numeral against its ceiling, and a share against the figures it may be of;
a reading is accepted only where one is left. Does not: figures of other documents (`reconciliation`).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Final

from kcn_pipeline.extraction.drafts import Draft
from kcn_pipeline.extraction.numerals import Reading
from kcn_pipeline.reference.ceilings import ceiling
from kcn_pipeline.reference.metrics import load_metrics

_TOLERANCE_PERCENT_POINTS: Final = Decimal(1)


def settle_readings(drafts: Sequence[Draft]) -> None:
    """Choose the reading of every level figure; an impossible conventional one yields to the other."""
    for draft in drafts:
        options = draft.figure.readings
        if not draft.is_level or len(options) == 1:
            continue
        possible = [r for r in options if _possible(draft, r)]
        if len(possible) == 1 and possible[0] is not options[0]:
            draft.reading, draft.literal = possible[0], options[0]


def _possible(draft: Draft, reading: Reading) -> bool:
    limit = ceiling(draft.metric or "", (draft.entity or "bloc").split(":")[0], draft.figure.unit or "")
    return limit is None or reading.value * draft.figure.scale <= limit


def settle_bases(drafts: Sequence[Draft]) -> None:
    """Tie each share or excess to the base that its own arithmetic supports.

    Authors name a base loosely ("of the registered capital"). Where the named one fails and exactly
    one other metric of the same origin and unit fits, that one is the base.
    """
    for draft in drafts:
        if draft.comparison not in {"share", "excess"} or draft.head is None:
            continue
        candidates = _bases(draft.head, drafts)
        fitting = {d.metric for d in candidates if _fits(draft, d)}
        if draft.base in fitting or not fitting:
            continue
        if len(fitting) == 1:
            draft.base = fitting.pop()
            draft.rule = f"{draft.comparison}: the named base fails, this one alone fits"


def _bases(head: Draft, drafts: Iterable[Draft]) -> list[Draft]:
    return [
        d
        for d in drafts
        if d is not head
        and d.is_level
        and d.figure.unit == head.figure.unit
        and d.entity == head.entity
        and d.metric != head.metric
        and _same_origin(d, head)
    ]


def _same_origin(one: Draft, other: Draft) -> bool:
    split = load_metrics()[one.metric or ""].origin_split
    return not split or one.origin == other.origin


def _fits(draft: Draft, base: Draft) -> bool:
    if draft.head is None or base.value == 0:
        return False
    percent = 100 * draft.head.value / base.value - (100 if draft.comparison == "excess" else 0)
    return abs(percent - draft.value) <= _TOLERANCE_PERCENT_POINTS
