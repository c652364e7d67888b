"""Disbursed capital told beside the registered capital it is of: `vốn đăng ký 5 tỷ USD, vốn đã thực hiện 3 tỷ USD`.

Belongs here: turning both into stocks where the sentence tells no window. Does not: words of a stock or a date
(`metric_choice`), other flows (`accumulation`).
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from kcn_pipeline.extraction.passages.context import SentenceContext
from kcn_pipeline.extraction.passages.drafts import Draft
from kcn_pipeline.extraction.passages.wholes import stock_of
from kcn_pipeline.extraction.text.lexicon import FREE
from kcn_pipeline.extraction.times.calendar import WINDOWS

_DISBURSED, _TO_DATE = "capital_disbursed", "capital_disbursed_cumulative"
_DISBURSING: Final = frozenset({_DISBURSED, _TO_DATE})
_REGISTERED: Final = "capital_registered"
_ATTRACTED: Final = frozenset({"capital_attracted", "capital_new"})
_WORDS_OF_A_WINDOW: Final = ("flow", "same_period", "plan", "target")
_RULE: Final = "disbursed of what is registered"


def settle_disbursed(context: SentenceContext, drafts: Sequence[Draft]) -> None:
    """Turn disbursed capital, and the registered capital right before it, into stocks."""
    if _DISBURSING.isdisjoint([d.metric for d in drafts]) or _tells_window(context):
        return
    for share in drafts:
        head = share.head
        if share.comparison == "share" and share.base == _REGISTERED and head is not None and _is_flow(head):
            _turn(head, drafts)
    levels = [d for d in drafts if d.is_level]
    for registered, disbursed in pairwise(levels):
        told = _is_flow(disbursed) or disbursed.metric == _TO_DATE
        counted = any(d.figure.dimension == "project" for d in levels if d.figure.first < registered.figure.first)
        if told and not counted and registered.metric in _ATTRACTED and _may_be_registered(context, registered):
            _turn(registered, drafts)
            _turn(disbursed, drafts)


def _is_flow(draft: Draft) -> bool:
    return draft.metric == _DISBURSED and draft.is_level and draft.figure.column is None and not draft.target


def _tells_window(context: SentenceContext) -> bool:
    times = any(t.kind in WINDOWS and t.window is not None for t in context.times)
    return times or context.outlook.target or bool(context.mentions.of(*_WORDS_OF_A_WINDOW))


def _may_be_registered(context: SentenceContext, draft: Draft) -> bool:
    """Whether its wording names registered capital too."""
    places = {(cue.first, cue.last) for cue in draft.cues}
    return any(m.value == _REGISTERED and (m.first, m.last) in places for m in context.mentions.of(FREE))


def _turn(draft: Draft, drafts: Sequence[Draft]) -> None:
    stock = stock_of(draft.metric or "")
    if stock is None:
        return
    for spoken in [draft, *(d for d in drafts if d.head is draft and d.metric == draft.metric)]:
        spoken.metric, spoken.rule = stock, _RULE
