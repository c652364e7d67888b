"""Disbursed capital told beside the registered capital it is of: `vốn đăng ký 5 tỷ USD, vốn đã thực hiện 3 tỷ USD`.

Belongs here: turning both into stocks where the sentence tells no window, setting public funds aside. Does not: words
of a stock or a date (`metric_choice`), other flows (`accumulation`).
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from kcn_pipeline.extraction.passages.context import SentenceContext
from kcn_pipeline.extraction.passages.drafts import Draft
from kcn_pipeline.extraction.passages.wholes import stock_of
from kcn_pipeline.extraction.text.lexicon import FREE
from kcn_pipeline.extraction.text.phrase_index import Mention
from kcn_pipeline.extraction.times.calendar import WINDOWS

_DISBURSED, _TO_DATE = "capital_disbursed", "capital_disbursed_cumulative"
_DISBURSING: Final = frozenset({_DISBURSED, _TO_DATE})
_REGISTERED: Final = "capital_registered"
_ATTRACTED: Final = frozenset({"capital_attracted", "capital_new"})
_WORDS_OF_A_WINDOW: Final = ("flow", "same_period", "plan", "target")
_OF_BUDGET: Final = "public funds, which the vocabulary has no code for"
_RULE: Final = "disbursed of what is registered"


def settle_disbursed(context: SentenceContext, drafts: Sequence[Draft]) -> None:
    """Turn disbursed capital, and the registered capital right before it, into stocks."""
    if _DISBURSING.isdisjoint([d.metric for d in drafts]):
        return
    if funds := context.mentions.of("public_funds"):
        _set_public_aside(funds, drafts)
    if _tells_window(context):
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


def _set_public_aside(funds: Sequence[Mention], drafts: Sequence[Draft]) -> None:
    """`vốn đầu tư công được giao 90 tỷ đồng, đã giải ngân 60 tỷ đồng (67%)`: of the budget, not of investors."""
    for draft in drafts:
        figure = draft.figure
        ends = [figure.last, *(d.figure.last for d in drafts if d.is_whole and 0 <= d.figure.first - figure.last <= 1)]
        behind = any(0 <= m.first - end <= 1 for m in funds for end in ends)
        before = any(m.last <= figure.before and not _other_money(m, draft, drafts) for m in funds)
        # `giải ngân 100% vốn đầu tư công`: a percentage only where they stand behind it
        if draft.metric not in _DISBURSING or not (behind or (before and draft.is_level)):
            continue
        spoken = [d for d in drafts if d is draft or d.head is draft or (d.is_whole and d.figure.first >= figure.first)]
        for told in spoken:
            told.metric, told.base, told.origin, told.rule = None, None, None, _OF_BUDGET


def _other_money(fund: Mention, draft: Draft, drafts: Sequence[Draft]) -> bool:
    """Whether what investors have stands between: `vốn ngân sách 9 tỷ đồng; vốn đăng ký 60 tỷ đồng, thực hiện 40`."""
    between = (d for d in drafts if fund.last <= d.figure.first < draft.figure.first and d.figure.dimension == "money")
    return any(d.metric not in (None, *_DISBURSING) for d in between)


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
