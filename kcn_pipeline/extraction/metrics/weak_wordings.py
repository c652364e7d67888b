"""The wordings that name a metric only where nothing else does, and those of the heading above.

Belongs here: finding them around one figure. Does not: wordings that name a metric by themselves (`wordings`).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from kcn_pipeline.extraction.numbers.figures import Figure
from kcn_pipeline.extraction.passages.context import SentenceContext
from kcn_pipeline.extraction.passages.wholes import are_of_kind
from kcn_pipeline.extraction.text.lexicon import FOLLOWING, FREE, WEAK, WEAK_TOUCHING, counts_in, free_wordings
from kcn_pipeline.extraction.text.phrase_index import Mention
from kcn_pipeline.extraction.text.tokens import Tokens
from kcn_pipeline.extraction.times.calendar import AS_OF
from kcn_pipeline.reference.function_words import function_words
from kcn_pipeline.reference.metrics import load_metrics

SEGMENT_ENDS: Final = frozenset({";", "."})
_LINKS_TO_AIM: Final = function_words("link_to_aim") | {":"}
_WHOLE_YEAR: Final = function_words("whole_of_period") | function_words("year")
_ENDS_OF_WORDING: Final = SEGMENT_ENDS | {")"}
_THERE: Final = "projects_active"
_BEHIND_BARE: Final = SEGMENT_ENDS | function_words("with") | {",", "(", "/", "|"}
_WORDS_TO_DATE: Final = 4
_CLAUSE_WORDS: Final = 6
_SINGLED_OUT_WORDS_AT_MOST: Final = 4
_SECTOR: Final = "sector"
_WORDS_TO_TRADE: Final = 5
_TRADE_HAS: Final = function_words("have") | function_words("with")
_INTO_TRADE: Final = function_words("into_trade")
_AND: Final = function_words("and")
_BASE_ENDS: Final = frozenset({";", "(", ")"})
_ALIKE: Final = function_words("alike")
_KINDS: Final = function_words("kind_of_unit")
_CARRYING_OUT: Final = function_words("carrying_out")
_CARRIED_OUT: Final = _CARRYING_OUT | function_words("done") | function_words("passive")
_NOW: Final = function_words("progressive")
_DOING: Final = function_words("done") | function_words("passive")
_CLAUSE_SIGNS: Final = frozenset({",", ";", ".", ":", "(", ")"})


def ends_with_clause(between: Sequence[str]) -> bool:
    """Whether the clause of a base ends in the words behind it: `bằng 40% vốn đăng ký, và 900 tỷ đồng`."""
    if between[:1] == ["("]:
        return False
    joints = between[1:] if between[:1] == [","] else between
    return not _BASE_ENDS.isdisjoint(between) or (bool(joints) and _AND.issuperset(joints))


class WeakWordings:
    """The weak wordings of one sentence."""

    def __init__(self, tokens: Tokens, context: SentenceContext) -> None:
        self._tokens = tokens
        self._context = context
        self._map = context.mentions
        self._starts: set[int] = set()
        self._ends: set[int] = set()
        self._segmented = True
        self._weak = context.mentions.of(WEAK)
        self._only = context.mentions.of("only")
        self.free = free_wordings(context.mentions.of(FREE), context.mentions.of("origin"))
        self._free_of: dict[str | None, list[Mention]] = {}

    def expect(self, found: Sequence[Figure]) -> None:
        """Take note where the figures of the sentence begin: a wording right before one governs that one."""
        self._starts = {figure.before for figure in found}
        self._ends = {figure.last for figure in found}
        first, last = self._context.sentence.first, max(self._ends, default=0)
        self._segmented = not SEGMENT_ENDS.isdisjoint(self._tokens.keys[first:last])

    def free_of(self, dimension: str | None) -> list[Mention]:
        """The wordings that name a metric by themselves and are of figures of `dimension`."""
        known = self._free_of.get(dimension)
        if known is None:
            known = self._free_of[dimension] = [m for m in self.free if counts_in(m.value, dimension)]
        return known

    def past_kind(self, at: int) -> int:
        """`33 dự án đầu tư đang hoạt động`, `9 KCN tập trung đã lấp đầy`: where what they do begins."""
        keys, start = self._tokens.keys, at
        while at < self._context.sentence.last and keys[at] in _KINDS:
            at += 1
        return at if at > start and keys[at : at + 1] and keys[at] in _DOING else start

    def and_now(self, found: Sequence[Mention]) -> list[Mention]:
        """`9 dự án được cấp phép và đang xây dựng`: what was done to them and what they are now; they are that."""
        at = max(m.last for m in found) + 1
        if at < self._context.sentence.last and self._tokens.keys[at - 1] in _ALIKE:
            return self._map.all_starting(at, FOLLOWING)  # `11 khu đang hoạt động đều có trạm xử lý nước thải`
        if at >= self._context.sentence.last or self._tokens.keys[at - 1] not in _AND:
            return []
        done = any(are_of_kind([m.value], "flow") for m in found if m.last == at - 1)
        now = self._tokens.keys[at] in _NOW and done
        return [m for m in self._map.all_starting(at, FOLLOWING) if now and are_of_kind([m.value], "stock")]

    def is_verb_of_subject(self, ending: Sequence[Mention], figure: Figure) -> bool:
        """`doanh thu thực hiện được 900 tỷ đồng`: of what is no capital, the verb says no more than that it was so."""
        if figure.dimension != "money":
            return False
        first, keys, start = min(m.first for m in ending), self._tokens.keys, self.segment_start(figure)
        if not _CARRYING_OUT <= {*keys[first : figure.before]} <= _CARRIED_OUT:
            return False
        named = [m for m in self._map.of(FREE) if start <= m.first and m.last <= first]
        last = max((m.last for m in named), default=first)
        subject = [m.value for m in named if m.last == last and counts_in(m.value, "money")]
        if not subject or "," in keys[last:first] or self.figure_between(last, first):
            return False
        return not any(code in load_metrics() and load_metrics()[code].origin_split for code in subject)

    def is_of_longer(self, wording: Mention) -> bool:
        """`18 tỷ USD đã đầu tư vào các khu`: another wording begins within, and reaches further."""
        within = range(wording.first + 1, wording.last)
        return any(m.last > wording.last for at in within for m in self._map.all_starting(at, FOLLOWING))

    def segment_start(self, figure: Figure) -> int:
        """The token after the last semicolon before the figure."""
        keys, first = self._tokens.keys, self._context.sentence.first
        if not self._segmented:
            return first
        return next((i + 1 for i in range(figure.first - 1, first - 1, -1) if keys[i] in SEGMENT_ENDS), first)

    def figure_between(self, start: int, end: int) -> bool:
        """Whether a figure begins in tokens [start, end)."""
        return any(start <= at < end for at in self._starts)

    def weak_before(self, figure: Figure) -> list[Mention]:
        """The last wording that names a metric where nothing else does."""
        if not self._weak:
            return []
        weak = [m for m in self._weak if m.last <= figure.before and counts_in(m.value, figure.dimension)]
        free = [m for m in weak if not self._said_of_another(m)]
        last = max((m.last for m in free), default=-1)
        return [m for m in free if m.last == last]

    def _said_of_another(self, weak: Mention) -> bool:
        """`16 khu đang hoạt động với 1.012 dự án`: what follows a figure in its clause is said of that one."""
        for at in range(weak.first, max(weak.first - _CLAUSE_WORDS, self._context.sentence.first), -1):
            if at in self._ends:
                return True
            if self._tokens.keys[at - 1] in _CLAUSE_SIGNS:
                return False
        return False

    def weak_after(self, figure: Figure, next_first: int) -> list[Mention]:
        """The first such wording between the figure and the end of its clause, or the next figure."""
        if not self._weak:
            return []
        near = [m for m in self._weak if figure.last <= m.first and m.last <= next_first]
        if not near:
            return []
        limit = self._limit_after(figure, next_first)
        ends = (at for at in range(figure.last, limit) if self._tokens.keys[at] == ",")
        limit = next(ends, limit)
        weak = [m for m in near if m.last <= limit and counts_in(m.value, figure.dimension)]
        weak = [m for m in weak if m.last not in self._starts]
        first = min((m.first for m in weak), default=-1)
        return [m for m in weak if m.first == first]

    def weak_touching(self, figure: Figure) -> list[Mention]:
        """Such a wording right before the figure, or before the time and colon between (`Kế hoạch 2020: 12 dự án`).

        The words for all of the year may stand between too: `Mục tiêu cả năm là 45 dự án`.
        """
        at = self._before_links(figure.before, _LINKS_TO_AIM)
        time = next((t for t in self._context.times if self._tokens.at_or_after(t.span.end) == at), None)
        starts = [figure.before, at, self._before_links(at, _WHOLE_YEAR)]
        if time is not None:
            first = self._tokens.at_or_after(time.span.start)
            starts += [first, first + 1, first + 2]
        return next((found for found in (self._map.all_ending(s, WEAK_TOUCHING) for s in starts) if found), [])

    def at_date(self, figure: Figure) -> list[Mention]:
        """`Đến 30/6: 52 dự án, vốn đăng ký …`: a count that nothing but an as-of date names is of what there is."""
        if figure.dimension != "project" or figure.column is not None or not self._context.times:
            return []
        at, start = self._before_links(figure.before, _LINKS_TO_AIM), self.segment_start(figure)
        dated = (t for t in self._context.times if t.kind in AS_OF and self._tokens.at_or_after(t.span.end) == at)
        time = next(dated, None)
        if time is None or self._context.outlook.target or at == figure.before:
            return []
        opens = self._tokens.at_or_after(time.span.start) - start <= _WORDS_TO_DATE
        behind = self._tokens.keys[figure.last : figure.last + 1]
        bare = not behind or behind[0] in _BEHIND_BARE
        return [Mention(FREE, _THERE, figure.first, figure.last)] if opens and bare else []

    def of_heading(self, figure: Figure) -> list[Mention]:
        """Wordings of the heading or question above the sentence."""
        if not self._context.topic:
            return []
        topic = [m for m in self._context.topic if m.role in {FREE, WEAK}]
        units = (m for m in self._context.topic if m.role == "unit" and m.value.implies and not m.value.owner_kind)
        topic += [Mention(WEAK, m.value.implies, m.first, m.last) for m in units]
        fitting = [m for m in topic if counts_in(m.value, figure.dimension)]
        best = min(fitting, key=lambda m: (m.role != FREE, m.first), default=None)
        return [m for m in fitting if best is not None and (m.role, m.first) == (best.role, best.first)]

    def singled_out(self, figure: Figure) -> bool:
        """`riêng ô tô 33.000 tỷ đồng`, `ngành dệt may có 9 dự án`: words of no role tell a part by its trade."""
        if not self._only:
            return False
        only = next((m for m in reversed(self._only) if m.last <= figure.before), None)
        before = figure.before
        while only is not None and before > only.last and self._tokens.keys[before - 1] in _TRADE_HAS:
            before -= 1
        if only is None or not 0 < before - only.last <= _SINGLED_OUT_WORDS_AT_MOST:
            return self._in_a_trade(figure)
        within = range(only.last, before)
        words = [self._tokens.span(at, at + 1).of(self._tokens.text) for at in within]
        told = all(w.isalpha() and w.islower() for w in words) and not any(self._map.at(at) for at in within)
        return told or self._in_a_trade(figure)

    def _in_a_trade(self, figure: Figure) -> bool:
        """`trong đó 19 dự án vào lĩnh vực dệt may`: a part of projects whose trade stands behind it."""
        parts = any(m.last <= figure.before for m in self._map.of("parts"))
        if figure.dimension != "project" or not parts:
            return False
        ahead = (m for m in self._only if figure.last <= m.first <= figure.last + _WORDS_TO_TRADE)
        trade = next((m for m in ahead if m.value.value == _SECTOR), None)
        return trade is not None and _INTO_TRADE.issuperset(self._tokens.keys[figure.last : trade.first])

    def of_ranked_investor(self, figure: Figure) -> list[Mention]:
        """`Dẫn đầu các nhà đầu tư FDI là Nhật Bản (96 dự án)`: with no window, they are ranked by what they have.

        So are zones: `KCN A có số dự án lớn nhất với 206 dự án`.
        """
        if figure.dimension != "project" or not self._map.of("rank") or self._map.of("flow"):
            return []
        kinds = ("country:", "zone:") if self._map.of("origin") else ("zone:",)
        ranked = (e for e in self._context.entities if e.entity.startswith(kinds))
        named = any(e.last <= figure.before for e in ranked)
        timed = any(t.window is not None for t in self._context.times)
        return [Mention(FREE, _THERE, figure.first, figure.last)] if named and not timed else []

    def _before_links(self, at: int, links: frozenset[str]) -> int:
        while at > self._context.sentence.first and self._tokens.keys[at - 1] in links:
            at -= 1
        return at

    def _limit_after(self, figure: Figure, next_first: int) -> int:
        """The end of the segment, of the brackets around the figure, or where parts are told."""
        end = min(next_first, self._context.sentence.last)
        for at in range(figure.last, end):
            if self._tokens.keys[at] in _ENDS_OF_WORDING or self._map.starting(at, "parts"):
                return at
        return end
