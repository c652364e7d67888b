"""The origin that a figure shares with others, where no word of origin stands with it.

Belongs here: what the sentence, its heading, its brackets and the sentences before lend. Does not: words that stand
with the figure (`origins`), what currencies tell (`currencies`).
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile
from typing import Final

from kcn_pipeline.extraction.origins.aside_origins import origin_outside
from kcn_pipeline.extraction.origins.continued_origins import continued_origin
from kcn_pipeline.extraction.origins.currencies import is_split, tells_again
from kcn_pipeline.extraction.origins.investor_origins import investor_origin
from kcn_pipeline.extraction.origins.segment_origins import SegmentOrigins
from kcn_pipeline.extraction.passages.context import SentenceContext
from kcn_pipeline.extraction.passages.drafts import Draft
from kcn_pipeline.extraction.passages.memory import Memory
from kcn_pipeline.extraction.text.tokens import Tokens
from kcn_pipeline.quantities import Origin
from kcn_pipeline.reference.function_words import function_words

_HEAD_WORDS: Final = 4
_JOINTS: Final = function_words("and") | function_words("together")
_BEFORE_PARTS: Final = frozenset({",", ";", "(", ")", "-"})
_WITH: Final = function_words("with")
_APART: Final = ("fdi", "ddi")
_PARTS: Final = 5
_TOTALS: Final = function_words("total")
_CURRENCY_OF: Final = {"fdi": "USD", "ddi": "VND"}
_CURRENCIES: Final = frozenset({"USD", "VND"})
_CLAUSE_ENDS: Final = frozenset({",", ";", ".", ":"})
_GROUNDS: Final = [[word] for word in sorted(function_words("ground"))]


class SharedOrigins:
    """Reads what one sentence shares."""

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
        self._segments = SegmentOrigins(tokens, context, drafts)
        self._passage_read = False
        self._passage: Origin | None = None

    def of(self, draft: Draft, earlier: Sequence[Draft]) -> Origin | None:
        """The origin of `draft`; `earlier` are the figures of the sentence before it."""
        return (
            draft.origin
            or (self._of_figures(draft, earlier) if earlier else None)
            or self._announced()
            or self._pointed_back(draft, earlier)
            or self._parts_of_total()
            or self._segments.of(draft)
            or (self._sole(draft) if self._origins else self._of_heading())
            or investor_origin(self._tokens, self._context, draft, earlier)
            or (None if self._origins else self._of_passage())
        )

    def _of_figures(self, draft: Draft, earlier: Sequence[Draft]) -> Origin | None:
        """What the figures before it in the sentence lend."""
        if not any(d.origin in _APART for d in earlier):
            return self._of_outcome(draft, earlier)
        return (
            self._restated(draft, earlier)
            or origin_outside(self._context, draft, earlier)
            or self._beside_in_aside(draft, earlier[-1])
            or self._of_joined_count(draft, earlier)
            or self._of_outcome(draft, earlier)
            or self._part_here(draft, earlier)
            or self._of_the_count(draft, earlier)
        )

    def _of_passage(self) -> Origin | None:
        """What the sentences before it lend to one that names no origin; the same for all of its figures."""
        if not self._passage_read:
            continued = continued_origin(self._tokens, self._context, self._drafts, self._memory)
            self._passage_read, self._passage = True, continued or self._topic_origin or self._of_title()
        return self._passage

    def _restated(self, draft: Draft, earlier: Sequence[Draft]) -> Origin | None:
        """`1.680 tỷ đồng (tương đương 80 triệu USD)`, `vốn FDI 331 triệu USD (26 dự án)`: brackets tell the same."""
        if not earlier[-1].is_level:
            return None
        between = self._tokens.keys[earlier[-1].figure.last : draft.figure.before]
        opens = between[:1] == ["("] and ")" not in between
        told = opens or (earlier[-1].figure.unit != draft.figure.unit and tells_again(between))
        origin = earlier[-1].origin
        return origin if told and origin in ("fdi", "ddi") else None

    def _beside_in_aside(self, draft: Draft, before: Draft) -> Origin | None:
        """`FDI đạt 90 triệu USD (22 dự án mới và 15 dự án tăng vốn)`: all that brackets list is of the one origin."""
        aside = self._asides.around(draft.figure.first)
        together = aside is not None and aside == self._asides.around(before.figure.first)
        return before.origin if together and before.origin_shared and before.origin in _APART else None

    def _of_joined_count(self, draft: Draft, earlier: Sequence[Draft]) -> Origin | None:
        """`410 dự án FDI mới và 330 dự án tăng vốn`: what `và` alone joins to a count is of the same origin."""
        count = earlier[-1]
        if count.origin_shared or draft.figure.unit != "project":
            return None
        between = self._tokens.keys[count.figure.last : draft.figure.before]
        if count.figure.dimension == "money":  # `vốn FDI đạt 3 tỷ USD với 50 dự án cấp mới`
            told_with = not _WITH.isdisjoint(between[-1:]) and between[:-1] in ([], [","])
            return count.origin if told_with and count.origin in ("fdi", "ddi") else None
        if count.figure.unit != "project":
            return None
        joined = not _JOINTS.isdisjoint(between) and not _CLAUSE_ENDS & set(between)
        return count.origin if joined and count.metric != draft.metric and count.origin in ("fdi", "ddi") else None

    def _of_outcome(self, draft: Draft, earlier: Sequence[Draft]) -> Origin | None:
        """`vốn FDI 66 triệu USD, tăng 10% so với cùng kỳ (60 triệu USD)`: what it was is of the same origin."""
        if not (draft.figure.was_before or draft.planned):
            return None
        said = (d for d in reversed(earlier) if not d.figure.was_before and not self._hides(d, draft))
        outcome = next((d for d in said if d.is_level and d.metric == draft.metric), None)
        return outcome.origin if outcome is not None else None

    def _part_here(self, draft: Draft, earlier: Sequence[Draft]) -> Origin | None:
        """`18,5 tỷ USD vốn FDI, trong đó Bình Dương 2,1 tỷ USD`: a part has its total's origin and is no more."""
        words = (m for m in self._mentions.of("parts") if m.last <= draft.figure.before)
        parts = [m.first for m in words if self._tokens.keys[m.first - 1] in _BEFORE_PARTS]
        parts = [at for at in parts if not self._asides.hides(at, draft.figure.first)]
        if not parts:
            return None
        totals = [d for d in earlier if d.figure.last <= parts[-1] and is_split(d)]
        totals = [d for d in totals if not (d.is_level and draft.is_level) or d.value >= draft.value]
        alike = [d for d in totals if d.figure.unit == draft.figure.unit and not self._hides(d, draft)]
        return alike[-1].origin if alike and alike[-1].origin in ("fdi", "ddi") else None

    def _of_the_count(self, draft: Draft, earlier: Sequence[Draft]) -> Origin | None:
        """`FDI 154 dự án, vốn 10,1 tỷ USD, đã giải ngân 6 tỷ USD`: money right after is of the same origin."""
        if draft.figure.dimension != "money":
            return None
        count = next((d for d in reversed(earlier) if not self._hides(d, draft)), None)
        if count is None:
            return None
        if count.figure.dimension != "project" and count.figure.unit != draft.figure.unit:
            return None
        if speaks_of_all(earlier) or count.origin not in ("fdi", "ddi"):
            return None
        if self.is_total_of_parts(draft, earlier):
            return None
        return None if {";", "."} & set(self._tokens.keys[count.figure.last : draft.figure.before]) else count.origin

    def is_total_of_parts(self, draft: Draft, earlier: Sequence[Draft]) -> bool:
        """`9 dự án, trong đó 4 dự án FDI, tổng vốn 800 tỷ đồng`: a total in đồng is of the whole."""
        count = earlier[-1] if earlier else None
        if count is None or count.origin != "fdi" or draft.figure.unit != "VND":
            return False
        if _TOTALS.isdisjoint(self._tokens.keys[count.figure.last : draft.figure.before]):
            return False
        aside = self._context.asides.around(count.figure.first)
        if aside is not None and aside[0] < draft.figure.first < aside[1]:
            return False  # `(trong đó 2 dự án FDI, tổng vốn 71 tỷ đồng)`: both are told in the brackets
        if any(d.metric == draft.metric and d.figure.last <= count.figure.first for d in earlier):
            return False  # `tổng vốn 900 tỷ đồng, trong đó 5 dự án FDI, tổng vốn 450 tỷ đồng`: told of the whole before
        wholes = [d for d in earlier if d.origin in (None, "total") and d.metric == count.metric]
        parts = self._mentions.of("parts")
        return any(w.figure.last <= m.first and m.last <= count.figure.before for w in wholes for m in parts)

    def _announced(self) -> Origin | None:
        """`FDI: thu hút …; cấp mới …`: an origin before a colon at the head of the sentence holds for all of it."""
        if not self._origins:
            return None
        limit, keys = self._sentence.first + _HEAD_WORDS, self._tokens.keys
        head = next((m for m in self._origins if m.first <= limit and keys[m.last : m.last + 1] == [":"]), None)
        return None if head is None else head.value.value

    def _pointed_back(self, draft: Draft, earlier: Sequence[Draft]) -> Origin | None:
        """`9 dự án FDI; vốn của các dự án này …`, `Trong năm, các dự án này giải ngân …` after a sentence on them."""
        if not (words := self._mentions.of("anaphora")):
            return None
        # `số dự án trên địa bàn`: those of a place, none spoken of before
        words = [m for m in words if self._tokens.keys[m.last : m.last + 1] not in _GROUNDS]
        if not any(m.last <= draft.figure.before for m in words):
            return None
        here = (d for d in reversed(earlier) if is_split(d) and d.figure.dimension == "project")
        recalled = next(here, None) or self._memory.last_level("project")
        return recalled.origin if recalled is not None else None

    def _parts_of_total(self) -> Origin | None:
        """`Vốn FDI đạt 3 tỷ USD. Trong đó 33 dự án cấp mới …`: a sentence of parts goes on with its total's origin."""
        parts = self._mentions.of("parts")
        if not parts or parts[0].first != self._sentence.first or self._origins:
            return None
        first = self._drafts[0].figure.before
        if not _TOTALS.isdisjoint(self._tokens.keys[self._sentence.first : first]):
            return None
        said = [d for d in self._memory.recent() if is_split(d)]
        if not said or said[0].origin not in ("fdi", "ddi"):
            return None
        alike = {d.origin for d in self._memory.latest if is_split(d) and d.metric == said[0].metric}
        return said[0].origin if len(alike) == 1 else None  # a pair of currencies has no origin to hand on

    def _sole(self, draft: Draft) -> Origin | None:
        """The one origin that a sentence names before its first figure, outside brackets, and no other."""
        named = {m.value.value for m in self._origins}
        if len(named) != 1:
            return None
        first = self._drafts[0].figure
        opens = any(m.last <= first.before for m in self._origins)
        if not opens and ";" not in self._tokens.keys[first.last : draft.figure.before]:
            opens = any(m.first == first.last for m in self._origins)  # `9 dự án FDI …, cộng dồn 5 tháng 20 dự án`
        if not opens or self._in_other_money(draft, next(iter(named))):
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
        return next(iter(self._topic)) if len(self._topic) == 1 else None

    def _of_title(self) -> Origin | None:
        """`Thu hút vốn FDI 9 tháng` over a text that names no other origin: FDI, where a sentence has dollars only.

        So with domestic capital and sentences that have đồng only.
        """
        units = {d.figure.unit for d in self._drafts if d.figure.dimension == "money" and d.figure.column is None}
        title = self._context.title_origin
        return title if title is not None and units == {_CURRENCY_OF.get(title)} else None

    def _hides(self, before: Draft, draft: Draft) -> bool:
        """`52 dự án (5 dự án FDI), vốn 4.300 tỷ đồng`: an aside closed before the figure says nothing of it."""
        return self._asides.hides(before.figure.first, draft.figure.first)


def speaks_of_all(earlier: Sequence[Draft]) -> bool:
    """Whether counts of both origins stand right before (`16 dự án DDI và 14 dự án FDI, tổng vốn …`)."""
    run = list(takewhile(lambda d: d.is_level and d.figure.dimension == "project", reversed(earlier)))
    return {"fdi", "ddi"} <= {d.origin for d in run}
