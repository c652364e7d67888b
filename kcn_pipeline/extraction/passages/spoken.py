"""The figures that a sentence still speaks of: no plans, no earlier years, nothing that a closed aside only adds.

Belongs here: leaving those out. Does not: finding brackets (`brackets`), or what a percentage speaks of (`subjects`).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from kcn_pipeline.extraction.passages.context import SentenceContext
from kcn_pipeline.extraction.passages.drafts import Draft

_WORDS_TO_BRACKET: Final = 8


def spoken(context: SentenceContext, at: int, earlier: Sequence[Draft]) -> Sequence[Draft]:
    """`32 tỷ USD (cùng kỳ 30 tỷ USD), tăng 7%`: of the figures before token `at` those outside asides, where any is.

    What brackets tell of a number that was not understood stands for it.
    """
    if not context.asides.ranges:
        return earlier
    kept = [d for d in earlier if not _is_aside(context, at, d, earlier)]
    return kept or earlier


def _is_aside(context: SentenceContext, at: int, draft: Draft, earlier: Sequence[Draft]) -> bool:
    if not context.asides.hides(draft.figure.first, at):
        return False
    start = (context.asides.around(draft.figure.first) or (0, 0))[0]
    return any(start - _WORDS_TO_BRACKET <= d.figure.last <= start for d in earlier)


def outcomes(earlier: Sequence[Draft]) -> list[Draft]:
    """The understood outcomes among the figures before: no percentages, plans, wholes of their parts, earlier years."""
    amounts = [d for d in earlier if d.figure.dimension != "percent" and d.is_level and not (d.planned or d.is_whole)]
    return [d for d in amounts if not d.figure.was_before] or amounts


def held_against(earlier: Sequence[Draft]) -> Draft | None:
    """`…; so với kế hoạch (20 dự án) đạt 70%`: the first outcome of what the plan right before it counts."""
    plan = earlier[-1] if earlier and earlier[-1].planned else None
    alike = [d for d in outcomes(earlier) if plan is not None and d.figure.dimension == plan.figure.dimension]
    return alike[0] if alike and plan is not None and plan.figure.dimension != "money" else None
