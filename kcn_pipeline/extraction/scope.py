"""Whom, when, and whether outcome or aim: the scope that a figure inherits from its sentence.

Belongs here: the choice for one figure. Does not: reading the sentence (`context`).
"""

from __future__ import annotations

from typing import Final

from kcn_pipeline.documents.document import Identity
from kcn_pipeline.extraction.calendar import TimeMention
from kcn_pipeline.extraction.context import SentenceContext, governing_time, in_list, narrowed, owner_before
from kcn_pipeline.extraction.drafts import Draft
from kcn_pipeline.extraction.entities import EntityMention, board_of_zone
from kcn_pipeline.extraction.tokens import Tokens
from kcn_pipeline.periods import Window
from kcn_pipeline.reference.function_words import function_words
from kcn_pipeline.reference.metrics import load_metrics

_PLAN_LINKS: Final = function_words("link_to_plan") | {"(", ":"}
_SEGMENT_ENDS: Final = frozenset({";", ":"})


def assign_scope(draft: Draft, context: SentenceContext, tokens: Tokens, identity: Identity) -> None:
    """Give `draft` its entity, window and target flag."""
    _assign_entity(draft, context, tokens, identity)
    _assign_window(draft, context, tokens, identity.window)


def _assign_entity(draft: Draft, context: SentenceContext, tokens: Tokens, identity: Identity) -> None:
    if draft.head is not None:
        draft.entity, draft.entity_cue = draft.head.entity, draft.head.entity_cue
        return
    touching = draft.owner or _owner(draft.figure.before, context, tokens, identity)
    cue = touching or _named(draft.figure.first, context, tokens)
    if cue is None or _is_publishers_own(cue, identity):
        draft.entity = identity.publisher
        return
    draft.entity, draft.entity_cue = cue.entity, cue
    if cue.entity.startswith("country:") and draft.origin is not None:
        draft.origin = "fdi"


def _named(at: int, context: SentenceContext, tokens: Tokens) -> EntityMention | None:
    """The entity last named before token `at`, until words turn back to the whole."""
    named = [e for e in context.entities if e.last <= at and not e.bare]
    cue = named[-1] if named else context.paragraph_entity
    if cue is None or not cue.entity.startswith("zone:"):
        return cue
    whole = any(m.role == "whole" and cue.last <= m.first and m.last <= at for m in context.mentions.mentions)
    return None if whole or (named and in_list(context, tokens, cue)) else cue


def _owner(at: int, context: SentenceContext, tokens: Tokens, identity: Identity) -> EntityMention | None:
    """The bare name right before token `at`; a province stands for its board in the report of a bloc only."""
    owner = owner_before(context, tokens, at)
    of_bloc = (identity.publisher or "").startswith("bloc:")
    if owner is not None and of_bloc and owner.entity.startswith("zone:"):
        return board_of_zone(owner, tokens, identity.window.end)
    return None if owner is None or (owner.entity.startswith("board:") and not of_bloc) else owner


def _is_publishers_own(cue: EntityMention, identity: Identity) -> bool:
    return identity.publisher is not None and cue.entity == identity.publisher


def _assign_window(draft: Draft, context: SentenceContext, tokens: Tokens, reported: Window) -> None:
    if draft.head is not None:
        draft.window, draft.time_cue, draft.target = draft.head.window, draft.head.time_cue, draft.head.target
        return
    time = governing_time(context, tokens, draft.figure.first, draft.figure.last)
    if time is not None and time.kind == "horizon" and _back_to_now(draft, context, tokens, time):
        time = None
    aimed = _aims(draft, context, tokens)
    horizon = time is not None and time.kind == "horizon"
    column = draft.figure.column
    if column is not None:
        draft.target = column.target
    elif context.outlook.target or aimed or horizon or _is_plan(draft, context, tokens):
        draft.target = True
    window = _window(time, context, reported, draft)
    draft.time_cue = time
    draft.window = window.as_stock() if _is_stock(draft) else window


def _back_to_now(draft: Draft, context: SentenceContext, tokens: Tokens, time: TimeMention) -> bool:
    """`đến năm 2030 sẽ có 31 KCN; lúc này 09 KCN đang hoạt động`: the horizon ends at the second clause."""
    after = tokens.at_or_after(time.span.end)
    return any(m.role == "now" and after <= m.first and m.last <= draft.figure.first for m in context.mentions.mentions)


def _window(time: TimeMention | None, context: SentenceContext, reported: Window, draft: Draft) -> Window:
    if time is not None and time.window is not None:
        return narrowed(time.window, reported)
    if draft.target and context.outlook.window is not None:
        return context.outlook.window
    return reported


def _aims(draft: Draft, context: SentenceContext, tokens: Tokens) -> bool:
    """Whether words of aiming stand before the figure in its segment of the sentence."""
    keys, first = tokens.keys, context.sentence.first
    ends = (i for i in range(draft.figure.first - 1, first - 1, -1) if keys[i] in _SEGMENT_ENDS)
    start = next(ends, first)
    return any(
        m.role == "target" and start <= m.first and m.last <= draft.figure.first for m in context.mentions.mentions
    )


def _is_plan(draft: Draft, context: SentenceContext, tokens: Tokens) -> bool:
    """`(kế hoạch 420 triệu USD)`, `vượt 24% kế hoạch (1,5 tỷ USD)`: the amount planned, beside the outcome."""
    if draft.comparison != "level" or draft.figure.dimension == "percent":
        return False
    at = draft.figure.before
    while at > context.sentence.first and tokens.keys[at - 1] in _PLAN_LINKS:
        at -= 1
    return context.mentions.ending(at, "plan") is not None


def _is_stock(draft: Draft) -> bool:
    if draft.metric is None:
        return False
    metric = load_metrics()[draft.metric]
    return metric.as_of or metric.kind in {"stock", "target"}
