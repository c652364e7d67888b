"""Whose investment an amount speaks of: foreign (FDI), domestic (DDI) or both.

Belongs here: origin words around a figure. Does not: what currencies tell (`currencies`), metrics.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise
from typing import Final

from kcn_pipeline.extraction.origins.currencies import is_open, is_split, split_by_currency
from kcn_pipeline.extraction.origins.investor_origins import counted_investors
from kcn_pipeline.extraction.origins.parallel_lists import distribute_origins
from kcn_pipeline.extraction.origins.shared_origins import SharedOrigins, speaks_of_all
from kcn_pipeline.extraction.passages.context import SentenceContext
from kcn_pipeline.extraction.passages.drafts import Draft
from kcn_pipeline.extraction.passages.memory import Memory
from kcn_pipeline.extraction.passages.wholes import wholes_of
from kcn_pipeline.extraction.text.brackets import in_closed_aside
from kcn_pipeline.extraction.text.lexicon import FREE
from kcn_pipeline.extraction.text.phrase_index import Mention
from kcn_pipeline.extraction.text.tokens import Tokens
from kcn_pipeline.reference.function_words import function_words
from kcn_pipeline.reference.metrics import load_metrics

_REACH_AFTER: Final = 6
_ROUNDED: Final = Decimal("1.1")  # what a hedge or a rounding may hide
_JOINTS: Final = function_words("and") | function_words("together")
_TOTALS: Final = function_words("total")
_CLAUSE_ENDS: Final = frozenset({",", ";", ".", ":"})
OF_ONE_ORIGIN: Final = "of one origin alone, and the metric is not split by origin"
_STOPS: Final = _JOINTS | function_words("clause") | {",", ";", ".", ":", ")"}


def assign_origins(tokens: Tokens, context: SentenceContext, drafts: Sequence[Draft], memory: Memory) -> None:
    """Give every level draft of a split metric its origin."""
    reader = _OriginReader(tokens, context, drafts, memory)
    split: list[Draft] = []
    for index, draft in enumerate(drafts):
        if is_split(draft):
            split.append(draft)
            reader.assign(index, draft)
        elif draft.figure.dimension == "money" and draft.is_level:
            reader.set_aside(index, draft)
        elif draft.figure.dimension == "enterprise" and draft.is_level:
            reader.set_aside_count(draft)
    _unshare_greater(split)
    distribute_origins(tokens, context, split)
    split_by_currency(tokens, drafts)
    for low, high in pairwise(drafts):
        if low.figure.range_with is high.figure and is_open(low):
            low.origin = high.origin
    for draft in split:
        draft.origin = draft.origin or "total"
    for draft in drafts:
        if draft.comparison == "change":
            _assign_to_change(tokens, draft, split)


def _assign_to_change(tokens: Tokens, draft: Draft, split: Sequence[Draft]) -> None:
    """That of what changed, or of all where only the words of the change name it."""
    if draft.head is not None:
        draft.head = _whole_before(tokens, draft, draft.head, split)
        draft.origin = draft.head.origin
    elif draft.metric is not None and load_metrics()[draft.metric].origin_split:
        draft.origin = draft.origin or "total"


def _whole_before(tokens: Tokens, draft: Draft, part: Draft, split: Sequence[Draft]) -> Draft:
    """`32 dự án (20 DDI và 12 FDI), vốn 900 tỷ đồng; so với cùng kỳ tăng 7 dự án`: a segment of its own is of all."""
    between = tokens.keys[part.figure.last : draft.figure.before]
    if part.origin not in ("fdi", "ddi") or ";" not in between:
        return part
    wholes = (
        d for d in split if d.metric == part.metric and d.origin == "total" and d.figure.last <= part.figure.first
    )
    return next(wholes, part)


def _unshare_greater(split: Sequence[Draft]) -> None:
    """`FDI 12 dự án, vốn 4 tỷ USD, đã thực hiện 5 tỷ USD`: a part that is greater than its whole is of all origins."""
    for index, draft in enumerate(split):
        if not draft.origin_shared or draft.origin not in ("fdi", "ddi") or not (wholes := wholes_of(draft.metric)):
            continue
        alike = (d for d in split[:index] if d.metric in wholes and d.figure.unit == draft.figure.unit and d.is_level)
        whole = next((d for d in alike if d.origin == draft.origin), None)
        if whole is not None and draft.value > whole.value * _ROUNDED:
            draft.origin, draft.origin_shared = "total", False


class _OriginReader:
    """Reads the origins of one sentence from left to right."""

    def __init__(self, tokens: Tokens, context: SentenceContext, drafts: Sequence[Draft], memory: Memory) -> None:
        self._tokens = tokens
        self._mentions, self._context = context.mentions, context
        self._drafts = drafts
        self._sentence = context.sentence
        self._origins = self._mentions.of("origin")
        self._shared = SharedOrigins(tokens, context, drafts, memory)
        self._taken: dict[Mention, str | None] = {}

    def assign(self, index: int, draft: Draft) -> None:
        """The word that stands with the figure, else what the sentence shares."""
        following = self._drafts[index + 1].figure.before if index + 1 < len(self._drafts) else None
        start = self._drafts[index - 1].figure.last if index else self._sentence.first
        earlier = self._drafts[:index]
        mention = self._after(draft, following) or self._before(draft, start)
        if mention in self._taken and (speaks_of_all(earlier) or self._shared.is_total_of_parts(draft, earlier)):
            mention = None
        if mention is None:
            draft.origin = self._shared.of(draft, earlier)
            draft.origin_shared = draft.origin is not None
            return
        draft.origin_shared = mention in self._taken
        for same in self._repeated(mention):
            self._taken[same] = draft.figure.dimension
        draft.origin = mention.value.value
        draft.cues.append(mention)

    def set_aside(self, index: int, draft: Draft) -> None:
        """`Doanh nghiệp FDI nộp ngân sách 1.100 tỷ đồng`: a part by origin of what the vocabulary does not split."""
        before, keys = self._drafts[index - 1] if index else None, self._tokens.keys
        start = before.figure.last if before is not None else self._sentence.first
        named = self._before(draft, start)
        own = named is not None and named.value.value != "total" and not self._in_wording(named)
        apart = named is not None and (_CLAUSE_ENDS & set(keys[named.last : draft.figure.before]))
        goes_on = before is not None and before.rule == OF_ONE_ORIGIN
        goes_on = goes_on and ({";"} | _TOTALS).isdisjoint(keys[start : draft.figure.before])
        if (own and not apart) or (named is None and goes_on):
            draft.metric, draft.rule = None, OF_ONE_ORIGIN

    def set_aside_count(self, draft: Draft) -> None:
        """`410 doanh nghiệp, trong đó 230 doanh nghiệp FDI`: the origin that stands right behind a count parts it."""
        named = self._mentions.starting(draft.figure.last, "origin")
        if named is not None and named.value.value != "total":
            draft.metric, draft.rule = None, OF_ONE_ORIGIN

    def _in_wording(self, origin: Mention) -> bool:
        """`hàng xuất ra nước ngoài`: the word belongs to what the wording says, and parts nothing."""
        return any(m.first < origin.first and m.last == origin.last for m in self._mentions.of(FREE))

    def _repeated(self, mention: Mention) -> list[Mention]:
        """The mention and its repetition in brackets: `vốn đầu tư nước ngoài (FDI)`."""
        reach = mention.last + 1
        return [m for m in self._origins if mention.first <= m.first <= reach and m.value.value == mention.value.value]

    def _after(self, draft: Draft, next_first: int | None) -> Mention | None:
        """`186 dự án FDI`, `13 dự án vốn đầu tư trong nước (DDI)`."""
        start, keys = draft.figure.last, self._tokens.keys
        if not self._origins:
            return None
        if keys[start : start + 1] == ["("] and keys[start + 2 : start + 3] == [")"]:
            start += 3  # `61 dự án (DA) trong nước`: the short form of what is counted
        over = next((m for m in self._origins if draft.figure.first < m.first < start < m.last), None)
        if over is not None:
            return over  # `7 dự án nội`: the word goes with the unit
        if (whose := counted_investors(self._tokens, self._context, draft)) is not None:
            return whose
        end = min(start + _REACH_AFTER, len(keys), next_first or len(keys))
        at = min((m.first for m in self._origins if start <= m.first < end), default=None)
        if at is None or not _STOPS.isdisjoint(keys[start:at]):
            return None
        found = max((m for m in self._origins if m.first == at), key=lambda m: m.last)
        return None if "(" in keys[start:at] and keys[found.last : found.last + 1] != [")"] else found

    def _before(self, draft: Draft, start: int) -> Mention | None:
        """`dự án FDI là 2,935 tỷ USD`; an origin that stands with a figure of the same kind, or in brackets, is its."""
        if not self._origins:
            return None
        before, keys = draft.figure.before, self._tokens.keys
        near = (m for m in self._origins if start <= m.first and m.last <= before)
        free = (m for m in near if self._taken.get(m) != draft.figure.dimension)
        fitting = [m for m in free if not in_closed_aside(keys[m.last : before]) and not self._left_behind(m, before)]
        return max(fitting, key=lambda m: (m.last, m.last - m.first), default=None)

    def _left_behind(self, origin: Mention, before: int) -> bool:
        """`151 dự án, trong đó 30 dự án FDI; tổng vốn 4,1 tỷ USD`: the origin of a count, in the segment before."""
        return origin in self._taken and ";" in self._tokens.keys[origin.last : before]
