"""Capital attracted that the same document calls new and added: `thu hút 338 triệu`, `cấp mới và tăng thêm 338 triệu`.

Belongs here: naming a total as its text does elsewhere. Does not: sums within a sentence (`sums`).
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from kcn_pipeline.extraction.passages.drafts import Draft
from kcn_pipeline.periods import Window

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
    totals: dict[_Alike, list[Draft]] = {}
    for draft in drafts:
        if draft.metric == _BOTH and draft.is_level:
            totals.setdefault(_alike(draft), []).append(draft)
    both = [d for d in attracted if any(_is_restated(d, total) for total in totals.get(_alike(d), ()))]
    renamed = set(map(id, both))
    ratios = [d for d in drafts if d.metric == _ATTRACTED and id(d.head) in renamed] if both else []
    for draft in [*both, *ratios]:
        draft.metric, draft.rule = _BOTH, "new and added capital, as it is called elsewhere"


_Alike = tuple[str | None, str | None, bool, Window | None]


def _alike(draft: Draft) -> _Alike:
    """What two amounts have in common where one restates the other."""
    return draft.figure.unit, draft.entity, draft.target, draft.window


def _is_restated(draft: Draft, total: Draft) -> bool:
    if len({draft.origin, total.origin} - {"total"}) > 1:
        return False
    apart = abs(draft.value - total.value)
    step = draft.chosen.step * draft.figure.scale
    return apart < step or (draft.figure.bound != "exact" and apart <= _ROUNDED_WITHIN * total.value)
