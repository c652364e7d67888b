"""Counts that their parts show to be what there is: `thu hút 30 dự án, vốn 4 tỷ USD; 25 dự án đã đi vào hoạt động`.

Belongs here: turning flows without a time of their own into stocks by the stages told after them. Does not: dates and
words of a stock (`accumulation`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from kcn_pipeline.extraction.passages.drafts import Draft
from kcn_pipeline.extraction.passages.wholes import stock_of, wholes_of
from kcn_pipeline.extraction.text.tokens import Tokens
from kcn_pipeline.extraction.times.calendar import AS_OF
from kcn_pipeline.periods import Window
from kcn_pipeline.reference.function_words import function_words

_NEW: Final = function_words("new")
_ADDED_UP: Final = frozenset({"project", "money"})
_FOLLOWING_AT_MOST: Final = 10
_WORDS_BEHIND: Final = 3
_BOTH: Final = 2
_RULE: Final = "a whole whose stages are told"


def settle_stocks(tokens: Tokens, drafts: Sequence[Draft], reported: Window) -> None:
    """Name counts of projects, and what is told between them and their stages, by the stocks that they add to."""
    levels = [d for d in drafts if d.is_level and d.figure.column is None]
    for at, count in enumerate(levels):
        if count.figure.dimension != "project" or not _may_add_up(tokens, count):
            continue
        following = levels[at + 1 : at + 1 + _FOLLOWING_AT_MOST]
        told = _up_to_stage(tokens, count, following)
        for draft in [count, *told] if told is not None else ():
            _turn(draft, reported)


def _up_to_stage(tokens: Tokens, count: Draft, following: Sequence[Draft]) -> list[Draft] | None:
    """The flows between a count and a stage of it in the same paragraph; None where none is told."""
    whole = stock_of(count.metric or "")
    between: list[Draft] = []
    for draft in following:
        if "\n" in tokens.text[tokens.ends[count.figure.last - 1] : tokens.starts[draft.figure.first]]:
            return None
        if whole in wholes_of(draft.metric):
            one_origin = len({count.origin, draft.origin} - {"total", None}) < _BOTH
            return between if draft.value <= count.value and one_origin else None
        if draft.figure.dimension in _ADDED_UP and stock_of(draft.metric or "") is not None:
            if not _may_add_up(tokens, draft):
                return None
            between.append(draft)
    return None


def _may_add_up(tokens: Tokens, draft: Draft) -> bool:
    """Whether it is a flow that a stock adds up, of no window told, and not called new."""
    timed = draft.time_cue is not None and draft.time_cue.kind not in AS_OF
    if draft.target or timed or draft.planned or stock_of(draft.metric or "") is None:
        return False
    return _NEW.isdisjoint(_words_beside(tokens, draft))


def _words_beside(tokens: Tokens, draft: Draft) -> Iterator[str]:
    for cue in (*draft.cues, *([draft.named_by] if draft.named_by is not None else ())):
        yield from tokens.keys[cue.first : cue.last]
    yield from tokens.keys[draft.figure.last : draft.figure.last + _WORDS_BEHIND]


def _turn(draft: Draft, reported: Window) -> None:
    draft.metric, draft.rule = stock_of(draft.metric or ""), _RULE
    window = draft.window if draft.time_cue is not None and draft.window is not None else reported
    draft.window = replace(window, start=None)
