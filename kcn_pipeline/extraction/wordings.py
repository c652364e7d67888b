"""The wordings of metrics around one figure, by where they stand: right after it, touching it, before it, after it.

Belongs here: finding them. Does not: which of them governs the figure (`binding`), or which metric one means
(`metric_choice`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from kcn_pipeline.extraction.brackets import in_closed_aside
from kcn_pipeline.extraction.context import SentenceContext
from kcn_pipeline.extraction.figures import Figure
from kcn_pipeline.extraction.lexicon import FOLLOWING, FREE, TOUCHING, WEAK, counts_in
from kcn_pipeline.extraction.phrase_index import Mention
from kcn_pipeline.extraction.tokens import Tokens
from kcn_pipeline.extraction.weak_wordings import SEGMENT_ENDS, WeakWordings
from kcn_pipeline.extraction.wholes import wholes_of
from kcn_pipeline.reference.function_words import function_words

_AND: Final = function_words("and")
_JOINTS: Final = _AND | {","}
_OF: Final = function_words("of")
_TO_BASE: Final = function_words("link_to_base") - function_words("total")
_CLAUSE_ENDS: Final = frozenset({";", "(", ")"})
_RESTATING: Final = function_words("restating")
_BRACKETS: Final = frozenset({"(", ")"})
_LINKS: Final = function_words("link_to_wording")
_LINKS_BACK: Final = function_words("link_to_figure")
SPECIFIC_AT_MOST: Final = 3
"""A wording that more metrics share (`vốn`) says too little by itself."""
_SHARING: Final = frozenset({"money", "zone"})
_CLOSE_WORDS: Final = 2
_SINGLED_OUT_WORDS_AT_MOST: Final = 4


class Wordings(WeakWordings):
    """The wordings of one sentence."""

    def __init__(self, tokens: Tokens, context: SentenceContext) -> None:
        super().__init__(tokens, context)
        self._bases: frozenset[int] = frozenset()
        self._by_start: dict[int, Figure] = {}
        self.free = context.mentions.of(FREE)

    def expect(self, found: Sequence[Figure]) -> None:
        """Take note where the figures of the sentence begin: a wording right before one governs that one."""
        super().expect(found)
        self._by_start = {figure.before: figure for figure in found}
        self._bases = frozenset(self._past_base_links(f.last) for f in found if f.dimension == "percent")

    def following(self, figure: Figure) -> Iterator[list[Mention]]:
        """Wordings right after the unit, past an origin (`186 dự án FDI còn hiệu lực`) or `trong đó`."""
        if figure.unit_first is not None:
            over_unit = [m for m in self._map.all_starting(figure.unit_first, FOLLOWING) if m.last >= figure.last]
            over_unit = over_unit or self._over_unit(figure.unit_first, figure.last)
            yield self._narrower(over_unit)
            yield over_unit
        at, opened = figure.reads_on or figure.last, False
        while True:
            found = self._map.all_starting(at, FOLLOWING)
            yield self._narrower(found)
            yield [m for m in found if not (opened and m.last in self._starts)]
            free = [m for m in self._map.all_starting(at, FREE) if m.last not in self._starts]
            yield free if len(free) <= SPECIFIC_AT_MOST else []
            passed = self._map.starting(at, "origin") or self._map.starting(at, "parts")
            if passed is not None:
                at = passed.last
            elif at == figure.last and (end := self._context.asides.end_of(at)) is not None and self._worded_at(end):
                at = end
            elif at < self._context.sentence.last and self._tokens.keys[at] in _BRACKETS | _LINKS:
                opened = opened or self._tokens.keys[at] == "("
                at += 1
            else:
                return

    def _worded_at(self, at: int) -> bool:
        """`73 cơ sở (31 cơ sở FDI) hoạt động`: whether the wording comes behind an aside."""
        return bool(self._map.all_starting(at, FOLLOWING))

    def _narrower(self, found: Sequence[Mention]) -> list[Mention]:
        """`640 dự án thứ cấp còn sản xuất`: a wording of a part goes on with one of its whole."""
        on = [m for f in found for m in self._map.all_starting(f.last, FOLLOWING) if f.value in wholes_of(m.value)]
        return [m for m in on if m.last not in self._starts]

    def _over_unit(self, first: int, last: int) -> list[Mention]:
        """`9 lượt điều chỉnh tăng vốn`: a wording that begins with the unit and goes beyond it."""
        found = [m for m in self._map.all_starting(first, FREE) if m.last > last and m.last not in self._starts]
        further = any(m.last >= found[0].last for m in self._map.all_starting(last, FOLLOWING)) if found else True
        return found if len(found) <= SPECIFIC_AT_MOST and not further else []

    def after_pair(self, figure: Figure) -> list[Mention]:
        """`3 tỷ USD và 11 nghìn tỷ đồng vốn thực hiện`: the wording after two currencies is of both."""
        joined = self._tokens.keys[figure.last : figure.last + 1]
        other = self._by_start.get(figure.last + 1) if joined and joined[0] in _AND else None
        if other is None or figure.dimension != other.dimension or figure.dimension not in _SHARING:
            return []
        if (figure.unit == other.unit) != (figure.dimension == "zone"):
            return []
        return next((found for found in self.following(other) if found), [])

    def after_list(self, figure: Figure) -> list[Mention]:
        """`2 dự án FDI, 6 dự án DDI bị thu hồi`: the wording behind counts by origin is of each."""
        origin = self._map.starting(figure.last, "origin")
        if origin is None or figure.dimension in _SHARING or self.adjacent(figure):
            return []
        joined = _JOINTS.issuperset(self._tokens.keys[origin.last : origin.last + 1])
        other = self._by_start.get(origin.last + 1) if joined else None
        if other is None or figure.unit != other.unit or self._map.starting(other.last, "origin") is None:
            return []
        own = (
            [m for m in found if m.role == FOLLOWING or m.first == other.unit_first] for found in self.following(other)
        )
        return next((found for found in own if found), []) or self.after_list(other)

    def of_possessor(self, figure: Figure, count: Figure) -> list[Mention]:
        """`phần vốn bổ sung của 29 dự án là 189 triệu USD`: what is had by a count before the figure."""
        keys = self._tokens.keys
        owning = keys[count.before - 1 : count.before]
        between = keys[count.last : figure.before]
        if not owning or owning[0] not in _OF or {",", ";", "."} & set(between):
            return []
        ending = [m for m in self.free if m.last == count.before - 1 and counts_in(m.value, figure.dimension)]
        first = min((m.first for m in ending), default=-1)
        own = [m for m in ending if m.first == first]
        return own if len(own) <= SPECIFIC_AT_MOST else []

    def touching(self, figure: Figure) -> list[Mention]:
        """Wordings that end where the figure begins and ask for that; a longer one that asks for nothing hides them.

        `vốn cấp mới và tăng thêm 6 tỷ` is not `tăng thêm 6 tỷ`.
        """
        ending = self.adjacent(figure)
        first = min((m.first for m in ending), default=-1)
        if not any(m.role == TOUCHING for m in ending):
            return []
        longest = [m for m in ending if m.first == first]
        return [m for m in longest if m.role == TOUCHING] or longest

    def adjacent(self, figure: Figure) -> list[Mention]:
        """Fitting wordings that end where the figure begins, or before the colon there if they open their segment."""
        at, keys = figure.before, self._tokens.keys
        ending = [m for role in (TOUCHING, FREE) for m in self._map.all_ending(at, role)]
        if keys[at - 1 : at] == [":"] and figure.column is None:
            over = (m for role in (TOUCHING, FREE) for m in self._map.all_ending(at - 1, role))
            opening = {self._context.sentence.first, self.segment_start(figure)}
            ending += [m for m in over if m.first in opening]
        return [m for m in ending if counts_in(m.value, figure.dimension)]

    def stock_words(self, figure: Figure) -> list[Mention]:
        """`lũy kế có 132 dự án`: words of a stock right before the figure, and no wording around them."""
        at = self._before_links(figure.before, _LINKS_BACK)
        word = self._map.ending(at, "stock")
        within = word is None or any(m.first < word.first for m in self._map.all_ending(at, FREE))
        # Money is told with the wording of what it is (`vốn thực hiện lũy kế`), a count without.
        return [] if within or figure.dimension == "money" else self._map.all_ending(at, WEAK)

    def before(self, figure: Figure, start: int) -> list[Mention]:
        """Fitting wordings from token `start` up to the figure; those of an aside only where there is no other."""
        keys = self._tokens.keys
        # A hedge may begin with the last word of a wording: `nộp ngân sách đạt hơn 12.000 tỷ đồng`.
        near = (m for m in self.free if start <= m.first < figure.before and m.last <= figure.first)
        fitting = [m for m in near if counts_in(m.value, figure.dimension) and not self._is_base(m, figure)]
        if ")" not in keys[start : figure.before]:
            return fitting
        return [m for m in fitting if not in_closed_aside(keys[m.last : figure.before])] or fitting

    def close_before(self, figure: Figure) -> list[Mention]:
        """`chấp thuận thang lương của 22 đơn vị`: the last fitting wording, with hardly a word after it."""
        near = (m for m in self.free if 0 <= figure.before - m.last <= _CLOSE_WORDS)
        fitting = [m for m in near if counts_in(m.value, figure.dimension)]
        last = max((m.last for m in fitting), default=-1)
        return [m for m in fitting if m.last == last]

    def _is_base(self, wording: Mention, figure: Figure) -> bool:
        """`chiếm 45% vốn thu hút; Hàn Quốc 6 dự án (30 triệu USD)`: what a percentage is of ends with its clause."""
        if wording.first not in self._bases or figure.dimension == "percent":
            return False
        between = self._tokens.keys[wording.last : figure.before]
        return between[:1] != ["("] and not _CLAUSE_ENDS.isdisjoint(between)

    def _past_base_links(self, at: int) -> int:
        while at < self._context.sentence.last and self._tokens.keys[at] in _TO_BASE:
            at += 1
        return at

    def after(self, figure: Figure, next_first: int) -> list[Mention]:
        """The first wording between the figure and the next one, which does not belong to that one."""
        if figure.reads_on is not None:
            next_first = min((at for at in self._starts if at >= figure.reads_on), default=self._context.sentence.last)
        limit = self._limit_after(figure, next_first)
        after = [
            m for m in self.free if figure.last <= m.first and m.last <= limit and counts_in(m.value, figure.dimension)
        ]
        first = min((m.first for m in after), default=-1)
        return [m for m in after if m.first == first and self._past_links(m.last) not in self._starts]

    def told_again(self, figure: Figure) -> list[Mention]:
        """`nhập khẩu bằng 63% xuất khẩu, tức 548 triệu USD`: the amount is of the subject of the percentage."""
        ratios = [f for f in self._by_start.values() if f.dimension == "percent" and f.last <= figure.before]
        keys = self._tokens.keys
        if figure.dimension != "money" or not ratios or _RESTATING.isdisjoint(keys[figure.before - 2 : figure.before]):
            return []
        if SEGMENT_ENDS & set(keys[ratios[-1].last : figure.before]):
            return []
        if self.figure_between(ratios[-1].last, figure.before):
            return []
        near = [m for m in self.free if m.last <= ratios[-1].before and counts_in(m.value, figure.dimension)]
        last = max((m.last for m in near), default=-1)
        return [m for m in near if m.last == last]

    def segment_start(self, figure: Figure) -> int:
        """The token after the last semicolon before the figure."""
        keys, first = self._tokens.keys, self._context.sentence.first
        return next((i + 1 for i in range(figure.first - 1, first - 1, -1) if keys[i] in SEGMENT_ENDS), first)

    def figure_between(self, start: int, end: int) -> bool:
        """Whether a figure begins in tokens [start, end)."""
        return any(start <= at < end for at in self._starts)

    def singled_out(self, figure: Figure) -> bool:
        """`riêng ô tô 33.000 tỷ đồng`: words that no role knows tell a part by its trade."""
        only = next((m for m in reversed(self._map.of("only")) if m.last <= figure.before), None)
        if only is None or not 0 < figure.before - only.last <= _SINGLED_OUT_WORDS_AT_MOST:
            return False
        within = range(only.last, figure.before)
        words = [self._tokens.span(at, at + 1).of(self._tokens.text) for at in within]
        return all(w.isalpha() and w.islower() for w in words) and not any(self._map.at(at) for at in within)

    def _past_links(self, at: int) -> int:
        while at < self._context.sentence.last and at not in self._starts and self._tokens.keys[at] in _LINKS_BACK:
            at += 1
        return at
