"""Whose investment an amount speaks of: foreign (FDI), domestic (DDI) or both.

Belongs here: origin words around a figure and the convention for two currencies in one breath.
Does not: metrics.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise, takewhile
from typing import Final

from kcn_pipeline.extraction.drafts import Draft
from kcn_pipeline.extraction.mention_map import MentionMap
from kcn_pipeline.extraction.phrase_index import Mention
from kcn_pipeline.extraction.tokens import Tokens
from kcn_pipeline.quantities import Origin
from kcn_pipeline.reference.function_words import function_words
from kcn_pipeline.reference.metrics import load_metrics

_REACH_AFTER: Final = 4
_HEAD_WORDS: Final = 4
_JOINTS: Final = function_words("and") | function_words("together")
_STOPS: Final = _JOINTS | {",", ";", ".", ":"}
_CURRENCY_ORIGIN: Final[dict[str, Origin]] = {"USD": "fdi", "VND": "ddi"}


def assign_origins(
    tokens: Tokens, mentions: MentionMap, drafts: Sequence[Draft], first: int, recalled: Draft | None
) -> None:
    """Give every level draft of a split metric its origin; `first` is the sentence's first token.

    `recalled` is the last count before the sentence, which words like "these projects" point back at.
    """
    origins = [m for m in mentions.mentions if m.role == "origin"]
    taken: dict[Mention, str | None] = {}
    previous_end = first
    for index, draft in enumerate(drafts):
        following = drafts[index + 1].figure.before if index + 1 < len(drafts) else None
        if draft.is_level and load_metrics()[draft.metric or ""].origin_split:
            mention = _after(tokens, origins, draft, following) or _before(origins, draft, previous_end, taken)
            if mention in taken and _speaks_of_all(drafts[:index]):
                mention = None
            if mention is None:
                draft.origin = (
                    _of_the_count(tokens, drafts[:index], draft)
                    or _announced(tokens, origins, first)
                    or _pointed_back(mentions, draft, recalled)
                    or _sole(origins, drafts)
                )
                draft.origin_shared = draft.origin is not None
            if mention is not None:
                draft.origin_shared = mention in taken
                for same in _repeated(origins, mention):
                    taken[same] = draft.figure.dimension
                draft.origin = mention.value.value
                draft.cues.append(mention)
        previous_end = draft.figure.last
    _split_currencies(tokens, drafts)
    for draft in drafts:
        if draft.is_level and draft.origin is None and load_metrics()[draft.metric or ""].origin_split:
            draft.origin = "total"


def _of_the_count(tokens: Tokens, earlier: Sequence[Draft], draft: Draft) -> Origin | None:
    """`FDI 154 dự án, vốn 10,1 tỷ USD, đã giải ngân 6 tỷ USD`: money right after is of the same origin."""
    count = earlier[-1] if earlier else None
    if count is None or draft.figure.dimension != "money":
        return None
    if count.figure.dimension != "project" and count.figure.unit != draft.figure.unit:
        return None
    if _speaks_of_all(earlier) or count.origin not in ("fdi", "ddi"):
        return None
    return None if {";", "."} & set(tokens.keys[count.figure.last : draft.figure.before]) else count.origin


def _announced(tokens: Tokens, origins: Sequence[Mention], first: int) -> Origin | None:
    """`FDI: thu hút …; cấp mới …`: an origin before a colon at the head of the sentence holds for all of it."""
    head = next(
        (m for m in origins if m.first <= first + _HEAD_WORDS and tokens.keys[m.last : m.last + 1] == [":"]), None
    )
    return None if head is None else head.value.value


def _pointed_back(mentions: MentionMap, draft: Draft, recalled: Draft | None) -> Origin | None:
    """`Trong năm, các dự án này giải ngân …` after a sentence on FDI projects."""
    points = any(m.role == "anaphora" and m.last <= draft.figure.before for m in mentions.mentions)
    return recalled.origin if points and recalled is not None else None


def _sole(origins: Sequence[Mention], drafts: Sequence[Draft]) -> Origin | None:
    """The one origin that a sentence names before its first figure, and no other."""
    named = {m.value.value for m in origins}
    opens = any(m.last <= drafts[0].figure.before for m in origins)
    return next(iter(named)) if len(named) == 1 and opens else None


def _repeated(origins: Sequence[Mention], mention: Mention) -> list[Mention]:
    """The mention and its repetition in brackets: `vốn đầu tư nước ngoài (FDI)`."""
    reach = mention.last + 1
    return [m for m in origins if mention.first <= m.first <= reach and m.value.value == mention.value.value]


def _after(tokens: Tokens, origins: Sequence[Mention], draft: Draft, next_first: int | None) -> Mention | None:
    """`186 dự án FDI`, `13 dự án vốn đầu tư trong nước (DDI)`."""
    start = draft.figure.last
    for at in range(start, min(start + _REACH_AFTER, len(tokens), next_first or len(tokens))):
        if tokens.keys[at] in _STOPS:
            return None
        if found := max((m for m in origins if m.first == at), key=lambda m: m.last, default=None):
            return found
    return None


def _before(origins: Sequence[Mention], draft: Draft, start: int, taken: dict[Mention, str | None]) -> Mention | None:
    """`dự án FDI là 2,935 tỷ USD`; an origin that stands with a figure of the same kind is that one's."""
    fitting = [
        m
        for m in origins
        if start <= m.first and m.last <= draft.figure.before and taken.get(m) != draft.figure.dimension
    ]
    return max(fitting, key=lambda m: (m.last, m.last - m.first), default=None)


def _in_one_breath(between: Sequence[str]) -> bool:
    return len(between) == 1 and between[0] in _JOINTS | {",", "+", ";"}


def _open(draft: Draft) -> bool:
    """Whether no origin word of its own stands with the amount."""
    return draft.origin in (None, "total") or draft.origin_shared


def _speaks_of_all(earlier: Sequence[Draft]) -> bool:
    """Whether counts of both origins stand right before (`16 dự án DDI và 14 dự án FDI, tổng vốn …`)."""
    run = list(takewhile(lambda d: d.is_level and d.figure.dimension == "project", reversed(earlier)))
    return {"fdi", "ddi"} <= {d.origin for d in run}


def _split_currencies(tokens: Tokens, drafts: Sequence[Draft]) -> None:
    """Two currencies in one breath without an origin word: USD is foreign, VND domestic."""
    for one, other in pairwise(drafts):
        if not (one.is_level and other.is_level and one.metric == other.metric and one.figure.dimension == "money"):
            continue
        between = tokens.keys[one.figure.last : other.figure.before]
        if one.figure.unit == other.figure.unit or not _in_one_breath(between):
            continue
        if _open(one) and _open(other):
            one.origin = _CURRENCY_ORIGIN[one.figure.unit or ""]
            other.origin = _CURRENCY_ORIGIN[other.figure.unit or ""]
