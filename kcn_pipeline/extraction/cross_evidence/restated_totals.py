"""Capital attracted that the same document calls new and added: `thu hút 338 triệu`, `cấp mới và tăng thêm 338 triệu`.

Belongs here: naming a total as its text does elsewhere. Does not: sums within a sentence (`sums`).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Final

from kcn_pipeline.extraction.passages.drafts import Draft

_ATTRACTED: Final = "capital_attracted"
_BOTH: Final = "capital_new_and_increase"
_ROUNDED_WITHIN: Final = Decimal("0.01")


def settle_attracted(drafts: Sequence[Draft]) -> None:
    """Name capital attracted as new and added where a total of both, so worded, has its value.

    A headline rounds (`hơn 640 triệu USD` of 642,8): a hedged amount may differ by one percent.
    """
    attracted = [d for d in drafts if d.metric == _ATTRACTED and d.is_level and not d.target]
    if not attracted:
        return
    totals = [d for d in drafts if d.metric == _BOTH and d.is_level]
    for draft in attracted:
        if any(_alike(total, draft) and _same(draft, total.value) for total in totals):
            _rename(draft, drafts)


def _alike(one: Draft, other: Draft) -> bool:
    same = one.figure.unit == other.figure.unit and one.entity == other.entity and one.target == other.target
    return same and len({one.origin, other.origin} - {"total"}) <= 1 and one.window == other.window


def _same(draft: Draft, value: Decimal) -> bool:
    apart = abs(draft.value - value)
    step = draft.chosen.step * draft.figure.scale
    return apart < step or (draft.figure.bound != "exact" and apart <= _ROUNDED_WITHIN * value)


def _rename(draft: Draft, drafts: Iterable[Draft]) -> None:
    """Give the total its metric, and the ratios that speak of it."""
    for spoken in [draft, *(d for d in drafts if d.head is draft and d.metric == _ATTRACTED)]:
        spoken.metric, spoken.rule = _BOTH, "new and added capital, as it is called elsewhere"
