"""Whose investment an amount speaks of: foreign (FDI), domestic (DDI) or both.

Belongs here: origin words around a figure. Does not: what currencies tell (`currencies`), metrics.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise, takewhile
from typing import Final

from kcn_pipeline.extraction.brackets import in_closed_aside
from kcn_pipeline.extraction.context import SentenceContext
from kcn_pipeline.extraction.continued_origins import continued_origin
from kcn_pipeline.extraction.currencies import is_open, is_split, split_by_currency, tells_again
from kcn_pipeline.extraction.drafts import Draft
from kcn_pipeline.extraction.lexicon import FREE
from kcn_pipeline.extraction.memory import Memory
from kcn_pipeline.extraction.origin_lists import distribute_origins
from kcn_pipeline.extraction.phrase_index import Mention
from kcn_pipeline.extraction.tokens import Tokens
from kcn_pipeline.quantities import Origin
from kcn_pipeline.reference.function_words import function_words

_REACH_AFTER: Final = 4
_HEAD_WORDS: Final = 4
_JOINTS: Final = function_words("and") | function_words("together")
_BEFORE_PARTS: Final = frozenset({",", ";", "(", ")", "-"})
_PARTS: Final = 5
_TOTALS: Final = function_words("total")
_CURRENCIES: Final = frozenset({"USD", "VND"})
_CLAUSE_ENDS: Final = frozenset({",", ";", ".", ":"})
OF_ONE_ORIGIN: Final = "of one origin alone, and the metric is not split by origin"
_STOPS: Final = _JOINTS | function_words("clause") | {",", ";", ".", ":", ")"}


def assign_origins(tokens: Tokens, context: SentenceContext, drafts: Sequence[Draft], memory: Memory) -> None:
    """Give every level draft of a split metric its origin."""
    reader = _OriginReader(tokens, context, drafts, memory)
    for index, draft in enumerate(drafts):
        if is_split(draft):
            reader.assign(index, draft)
        elif draft.is_level and draft.figure.dimension == "money":
            reader.set_aside(index, draft)
    distribute_origins(tokens, context, [d for d in drafts if is_split(d)])
    split_by_currency(tokens, drafts)
    for low, high in pairwise(drafts):
        if low.figure.range_with is high.figure and is_open(low):
            low.origin = high.origin
    for draft in drafts:
        if draft.origin is None and is_split(draft):
            draft.origin = "total"


class _OriginReader:
    """Reads the origins of one sentence from left to right."""

    def __init__(self, tokens: Tokens, context: SentenceContext, drafts: Sequence[Draft], memory: Memory) -> None:
        self._tokens = tokens
        self._context = context
        self._mentions = context.mentions
        self._drafts = drafts
        self._sentence = context.sentence
        self._memory = memory
        self._asides = context.asides
        self._topic_origin = context.topic_origin
        self._origins = self._mentions.of("origin")
        self._topic = {m.value.value for m in context.topic if m.role == "origin"}
        self._taken: dict[Mention, str | None] = {}

    def assign(self, index: int, draft: Draft) -> None:
        """The word that stands with the figure, else what the sentence shares."""
        following = self._drafts[index + 1].figure.before if index + 1 < len(self._drafts) else None
        start = self._drafts[index - 1].figure.last if index else self._sentence.first
        earlier = self._drafts[:index]
        mention = self._after(draft, following) or self._before(draft, start)
        if mention in self._taken and _speaks_of_all(earlier):
            mention = None
        if mention is None:
            draft.origin = self._shared(draft, earlier)
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

    def _in_wording(self, origin: Mention) -> bool:
        """`hàng xuất ra nước ngoài`: the word belongs to what the wording says, and parts nothing."""
        return any(m.first < origin.first and m.last == origin.last for m in self._mentions.of(FREE))

    def _shared(self, draft: Draft, earlier: Sequence[Draft]) -> Origin | None:
        return (
            draft.origin
            or self._restated(draft, earlier)
            or self._of_outcome(draft, earlier)
            or self._part_here(draft, earlier)
            or self._of_the_count(draft, earlier)
            or self._announced()
            or self._pointed_back(draft, earlier)
            or self._parts_of_total()
            or self._sole(draft)
            or self._of_heading()
            or continued_origin(self._tokens, self._context, self._drafts, self._memory)
            or (None if self._origins else self._topic_origin)
        )

    def _restated(self, draft: Draft, earlier: Sequence[Draft]) -> Origin | None:
        """`1.680 tỷ đồng (tương đương 80 triệu USD)`, `vốn FDI 331 triệu USD (26 dự án)`: brackets tell the same."""
        if not earlier or not earlier[-1].is_level:
            return None
        between = self._tokens.keys[earlier[-1].figure.last : draft.figure.before]
        opens = between[:1] == ["("] and ")" not in between
        told = opens or (earlier[-1].figure.unit != draft.figure.unit and tells_again(between))
        origin = earlier[-1].origin
        return origin if told and origin in ("fdi", "ddi") else None

    def _of_outcome(self, draft: Draft, earlier: Sequence[Draft]) -> Origin | None:
        """`vốn FDI 66 triệu USD, tăng 10% so với cùng kỳ (60 triệu USD)`: what it was is of the same origin."""
        said = (d for d in reversed(earlier) if not d.figure.was_before and not self._hides(d, draft))
        same = (d for d in said if d.is_level and d.metric == draft.metric)
        outcome = next(same, None) if draft.figure.was_before or draft.planned else None
        return outcome.origin if outcome is not None else None

    def _part_here(self, draft: Draft, earlier: Sequence[Draft]) -> Origin | None:
        """`18,5 tỷ USD vốn FDI, trong đó Bình Dương 2,1 tỷ USD`: parts are of their total's origin."""
        words = (m for m in self._mentions.of("parts") if m.last <= draft.figure.before)
        parts = [m.first for m in words if self._tokens.keys[m.first - 1] in _BEFORE_PARTS]
        totals = [d for d in earlier if parts and d.figure.last <= parts[-1] and is_split(d)]
        alike = [d for d in totals if d.figure.unit == draft.figure.unit and not self._hides(d, draft)]
        return alike[-1].origin if alike and alike[-1].origin in ("fdi", "ddi") else None

    def _of_the_count(self, draft: Draft, earlier: Sequence[Draft]) -> Origin | None:
        """`FDI 154 dự án, vốn 10,1 tỷ USD, đã giải ngân 6 tỷ USD`: money right after is of the same origin."""
        spoken = [d for d in earlier if not self._hides(d, draft)]
        count = spoken[-1] if spoken else None
        if count is None or draft.figure.dimension != "money":
            return None
        if count.figure.dimension != "project" and count.figure.unit != draft.figure.unit:
            return None
        if _speaks_of_all(earlier) or count.origin not in ("fdi", "ddi"):
            return None
        return None if {";", "."} & set(self._tokens.keys[count.figure.last : draft.figure.before]) else count.origin

    def _hides(self, before: Draft, draft: Draft) -> bool:
        """`52 dự án (5 dự án FDI), vốn 4.300 tỷ đồng`: an aside closed before the figure says nothing of it."""
        return self._asides.hides(before.figure.first, draft.figure.first)

    def _announced(self) -> Origin | None:
        """`FDI: thu hút …; cấp mới …`: an origin before a colon at the head of the sentence holds for all of it."""
        limit, keys = self._sentence.first + _HEAD_WORDS, self._tokens.keys
        head = next((m for m in self._origins if m.first <= limit and keys[m.last : m.last + 1] == [":"]), None)
        return None if head is None else head.value.value

    def _pointed_back(self, draft: Draft, earlier: Sequence[Draft]) -> Origin | None:
        """`9 dự án FDI; vốn của các dự án này …`, `Trong năm, các dự án này giải ngân …` after a sentence on them."""
        points = any(m.last <= draft.figure.before for m in self._mentions.of("anaphora"))
        here = (d for d in reversed(earlier) if is_split(d) and d.figure.dimension == "project")
        recalled = next(here, None) or self._memory.last_level("project")
        return recalled.origin if points and recalled is not None else None

    def _parts_of_total(self) -> Origin | None:
        """`Vốn FDI đạt 3 tỷ USD. Trong đó 33 dự án cấp mới …`: a sentence of parts goes on with its total's origin."""
        opens = any(m.first == self._sentence.first for m in self._mentions.of("parts"))
        first = self._drafts[0].figure.before
        if not opens or self._origins or not _TOTALS.isdisjoint(self._tokens.keys[self._sentence.first : first]):
            return None
        said = [d for d in self._memory.recent() if is_split(d)]
        if not said or said[0].origin not in ("fdi", "ddi"):
            return None
        alike = {d.origin for d in said[:_PARTS] if d.metric == said[0].metric}
        return said[0].origin if len(alike) == 1 else None  # a pair of currencies has no origin to hand on

    def _sole(self, draft: Draft) -> Origin | None:
        """The one origin that a sentence names before its first figure, outside brackets, and no other."""
        named = {m.value.value for m in self._origins}
        first = self._drafts[0].figure
        opens = any(m.last <= first.before for m in self._origins)
        if not opens and ";" not in self._tokens.keys[first.last : draft.figure.before]:
            opens = any(m.first == first.last for m in self._origins)  # `9 dự án FDI …, cộng dồn 5 tháng 20 dự án`
        if len(named) != 1 or not opens or self._in_other_money(draft, next(iter(named))):
            return None
        return next(iter(named))

    def _in_other_money(self, draft: Draft, origin: Origin) -> bool:
        """`vốn FDI …; ngoài ra, tỉnh Y cấp mới 5 dự án với 1.044 tỷ đồng`: in đồng, of a segment of its own."""
        told = (d for d in self._drafts if d.figure.first >= draft.figure.first and d.figure.unit in _CURRENCIES)
        money = next(told, None)
        between = self._tokens.keys[max(m.last for m in self._origins) : draft.figure.before]
        return origin == "fdi" and money is not None and money.figure.unit == "VND" and ";" in between

    def _of_heading(self) -> Origin | None:
        """`(1) Vốn nước ngoài (FDI):` over a list whose items name no origin."""
        return next(iter(self._topic)) if len(self._topic) == 1 and not self._origins else None

    def _repeated(self, mention: Mention) -> list[Mention]:
        """The mention and its repetition in brackets: `vốn đầu tư nước ngoài (FDI)`."""
        reach = mention.last + 1
        return [m for m in self._origins if mention.first <= m.first <= reach and m.value.value == mention.value.value]

    def _after(self, draft: Draft, next_first: int | None) -> Mention | None:
        """`186 dự án FDI`, `13 dự án vốn đầu tư trong nước (DDI)`."""
        start, keys = draft.figure.last, self._tokens.keys
        for at in range(start, min(start + _REACH_AFTER, len(self._tokens), next_first or len(self._tokens))):
            found = max((m for m in self._origins if m.first == at), key=lambda m: m.last, default=None)
            opened = at > start and keys[at - 1] == "("
            if found is not None:
                return None if opened and keys[found.last : found.last + 1] != [")"] else found
            if keys[at] in _STOPS:
                return None
        return None

    def _before(self, draft: Draft, start: int) -> Mention | None:
        """`dự án FDI là 2,935 tỷ USD`; an origin that stands with a figure of the same kind, or in brackets, is its."""
        before, keys = draft.figure.before, self._tokens.keys
        near = (m for m in self._origins if start <= m.first and m.last <= before)
        free = (m for m in near if self._taken.get(m) != draft.figure.dimension)
        fitting = [m for m in free if not in_closed_aside(keys[m.last : before]) and not self._left_behind(m, before)]
        return max(fitting, key=lambda m: (m.last, m.last - m.first), default=None)

    def _left_behind(self, origin: Mention, before: int) -> bool:
        """`151 dự án, trong đó 30 dự án FDI; tổng vốn 4,1 tỷ USD`: the origin of a count, in the segment before."""
        return origin in self._taken and ";" in self._tokens.keys[origin.last : before]


def _speaks_of_all(earlier: Sequence[Draft]) -> bool:
    """Whether counts of both origins stand right before (`16 dự án DDI và 14 dự án FDI, tổng vốn …`)."""
    run = list(takewhile(lambda d: d.is_level and d.figure.dimension == "project", reversed(earlier)))
    return {"fdi", "ddi"} <= {d.origin for d in run}
