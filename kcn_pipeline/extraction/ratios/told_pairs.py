"""Two amounts in brackets behind a ratio, the one it is of after a slash: `giảm 3% so với cùng kỳ (97/100 tỷ đồng)`.

Belongs here: whose and of when each of the two is. Does not: their metric (`binding`), the ratio (`comparisons`).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from kcn_pipeline.extraction.passages.drafts import Draft
from kcn_pipeline.extraction.text.tokens import Tokens

_AGAINST_EARLIER: Final = frozenset({"yoy", "yoy_index", "multiple"})


def settle_told_pairs(tokens: Tokens, drafts: Sequence[Draft]) -> None:
    """Give the first of each pair the scope of the amount it tells again, the second that of what the ratio is of."""
    for ratio, first, second in zip(drafts, drafts[1:], drafts[2:], strict=False):
        told = ratio.head
        if told is None or not told.is_level or ratio.comparison == "level" or not _is_pair(tokens, first, second):
            continue
        if {first.figure.dimension, second.figure.dimension} != {told.figure.dimension}:
            continue
        place, place_cue = first.entity, first.entity_cue
        _tell_again(first, told)
        if ratio.comparison in _AGAINST_EARLIER and told.window is not None:
            second.window, second.target, second.figure.was_before = told.window.year_earlier(), False, True
        elif ratio.comparison == "share":
            second.window, second.target, second.time_cue = told.window, False, told.time_cue
            second.figure.bound, second.figure.hedge = "exact", None
            if place != told.entity:
                second.entity, second.entity_cue = place, place_cue


def _is_pair(tokens: Tokens, first: Draft, second: Draft) -> bool:
    """Whether the two stand alone in brackets, with a slash between them."""
    keys, start = tokens.keys, first.figure.before
    between = keys[first.figure.first + 1 : second.figure.before]
    ends = keys[second.figure.last : second.figure.last + 1]
    return first.is_level and second.is_level and keys[start - 1] == "(" and between[-1:] == ["/"] and ends == [")"]


def _tell_again(draft: Draft, told: Draft) -> None:
    draft.entity, draft.entity_cue = told.entity, told.entity_cue
    draft.window, draft.time_cue, draft.target = told.window, told.time_cue, told.target
    draft.planned = draft.figure.was_before = False
    if draft.value == told.value:
        draft.figure.bound, draft.figure.hedge = told.figure.bound, told.figure.hedge
