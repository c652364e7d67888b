"""The wordings of metrics around one figure, by where they stand: right after it, touching it, before it, after it.

Belongs here: finding them. Does not: which of them governs the figure (`binding`), or which metric one means
(`metric_choice`).
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Final

from kcn_pipeline.extraction.metrics.weak_wordings import SEGMENT_ENDS, WeakWordings, ends_with_clause
from kcn_pipeline.extraction.numbers.figures import Figure
from kcn_pipeline.extraction.passages.context import SentenceContext
from kcn_pipeline.extraction.passages.wholes import holds
from kcn_pipeline.extraction.text.brackets import in_closed_aside
from kcn_pipeline.extraction.text.lexicon import FOLLOWING, FREE, TOUCHING, WEAK, counts_in, outreaching
from kcn_pipeline.extraction.text.phrase_index import Mention
from kcn_pipeline.extraction.text.tokens import Tokens
from kcn_pipeline.reference.function_words import function_words

_AND: Final = function_words("and")
_JOINTS: Final = _AND | {","}
_OF: Final = function_words("of")
_HAD_BY: Final = _OF | function_words("from") | function_words("placing") | function_words("recipient")
_TO_BASE: Final = function_words("link_to_base") - function_words("total")
_RESTATING: Final = function_words("restating")
_LABEL_SIGNS: Final = frozenset({"(", ",", "|", "-", "–", "+"})
_PASSED: Final = function_words("link_to_wording") | {"(", ")"}
_LINKS_BACK: Final = function_words("link_to_figure")
SPECIFIC_AT_MOST: Final = 3  # a wording that more metrics share (`vốn`) says too little by itself
_SHARING: Final = frozenset({"money", "zone"})
_CLOSE_WORDS: Final = 2


class Wordings(WeakWordings):
    """The wordings of one sentence."""

    def __init__(self, tokens: Tokens, context: SentenceContext) -> None:
        super().__init__(tokens, context)
        self._based: frozenset[int] = frozenset()
        self._by_start: dict[int, Figure] = {}
        self._adjacent: dict[tuple[int, str | None], list[Mention]] = {}
        self._following, self._free_from = self._map.by_start(FOLLOWING), self._map.by_start(FREE)
        self._touching_to, self._free_to = self._map.by_end(TOUCHING), self._map.by_end(FREE)

    def expect(self, found: Sequence[Figure]) -> None:
        """Take note where the figures of the sentence begin: a wording right before one governs that one."""
        super().expect(found)
        self._by_start = {figure.before: figure for figure in found}
        bases = {self._past(f.last, _TO_BASE) for f in found if f.dimension == "percent"}
        based = [m for m in self.free if m.first in bases] if bases else ()
        self._based = frozenset(at for m in based for at in range(m.first, m.last))

    def following(self, figure: Figure) -> list[list[Mention]]:
        """Wordings right after the unit, past an origin (`186 dự án FDI còn hiệu lực`) or `trong đó`, nearest first."""
        ways = self._from_unit(figure)
        at, opened, keys, last = figure.reads_on or figure.last, False, self._tokens.keys, self._context.sentence.last
        asides = self._context.asides
        while True:
            ways += self._starting_at(at, opened=opened) if at < last else []
            passed = self._map.starting(at, "origin") or self._map.starting(at, "parts")
            if passed is not None:
                opened = opened or passed.role == "parts"
                at = passed.last
            elif (on := self.past_kind(at)) > at:
                at = on
            elif at >= len(keys) or keys[at] not in _PASSED:
                break
            elif at == figure.last and (end := asides.end_of(at)) is not None and end in self._following:
                at = end
            elif at >= last or (keys[at] == "(" and self._figure_in_brackets(at)):
                break
            else:
                opened = opened or keys[at] == "("
                at += 1
        return [outreaching(found) for found in ways if found]

    def _from_unit(self, figure: Figure) -> list[list[Mention]]:
        if figure.unit_first is None:
            return []
        found = [m for m in self._following.get(figure.unit_first, ()) if m.last >= figure.last]
        found = found or self._over_unit(figure.unit_first, figure.last)
        return [self._narrower(found), found] if found else []

    def _starting_at(self, at: int, *, opened: bool) -> list[list[Mention]]:
        """Wordings that start at a token; where brackets or parts `opened`, one that touches a figure is that one's."""
        ways: list[list[Mention]] = []
        if found := self._following.get(at):
            # `lao động (nữ: 33.280 người)`: so does one before a colon
            ways += [
                self._narrower(found),
                [m for m in found if not (opened and self._past_colon(m.last) in self._starts)],
            ]
        if free := self._free_from.get(at):
            # A hedge before the next figure may be part of its wording: `xuất khẩu ước đạt 87 triệu USD`.
            free = [m for m in free if self._starts.isdisjoint(range(m.first + 1, self._past_colon(m.last) + 1))]
            free = [m for m in free if not self.is_of_longer(m)]
        return [*ways, free] if free and len(free) <= SPECIFIC_AT_MOST else ways

    def _past_colon(self, at: int) -> int:
        return at + (self._tokens.keys[at : at + 1] == [":"])

    def _figure_in_brackets(self, at: int) -> bool:
        """`90 ha (trên tổng diện tích 160 ha)`: the wording in the brackets is of the figure there."""
        aside = self._context.asides.around(at + 1)
        return aside is not None and aside[0] == at and self.figure_between(at, aside[1])

    def _narrower(self, found: Sequence[Mention]) -> list[Mention]:
        """`640 dự án thứ cấp còn sản xuất`: a wording of a part goes on with one of its whole."""
        on = [m for f in found for m in self._following.get(f.last, ()) if holds(f.value, m.value)]
        return [m for m in on or self.and_now(found) if m.last not in self._starts]

    def _over_unit(self, first: int, last: int) -> list[Mention]:
        """`9 lượt điều chỉnh tăng vốn`: a wording that begins with the unit and goes beyond it."""
        if not (free := self._free_from.get(first)):
            return []
        found = [m for m in free if m.last > last and m.last not in self._starts]
        further = found and any(m.last >= found[0].last for m in self._following.get(last, ()))
        return found if len(found) <= SPECIFIC_AT_MOST and not further else []

    def after_pair(self, figure: Figure) -> list[Mention]:
        """`3 tỷ USD và 11 nghìn tỷ đồng vốn thực hiện`: the wording after two currencies is of both."""
        joined = self._tokens.keys[figure.last : figure.last + 1]
        other = self._by_start.get(figure.last + 1) if joined and joined[0] in _AND else None
        if other is None or figure.dimension != other.dimension or figure.dimension not in _SHARING:
            return []
        if (figure.unit == other.unit) != (figure.dimension == "zone"):
            return []
        return next(iter(self.following(other)), [])

    def after_list(self, figure: Figure) -> list[Mention]:
        """`2 dự án FDI, 6 dự án DDI bị thu hồi`: the wording behind counts by origin is of each."""
        origin = None if figure.dimension in _SHARING else self._map.starting(figure.last, "origin")
        if origin is None or self.adjacent(figure):
            return []
        joined = _JOINTS.issuperset(self._tokens.keys[origin.last : origin.last + 1])
        other = self._by_start.get(origin.last + 1) if joined else None
        if other is None or figure.unit != other.unit or self._map.starting(other.last, "origin") is None:
            return []
        ways = self.following(other)
        own = ([m for m in way if m.role == FOLLOWING or m.first == other.unit_first] for way in ways)
        return next(filter(None, own), []) or self.after_list(other)

    def of_possessor(self, figure: Figure, count: Figure) -> list[Mention]:
        """`phần vốn bổ sung của 29 dự án là 189 triệu USD`: what is had by a count before the figure."""
        keys = self._tokens.keys
        owning = keys[count.before - 1 : count.before]
        between = keys[count.last : figure.before]
        if not owning or owning[0] not in _HAD_BY or {",", ";", "."} & set(between):
            return []
        ending = [m for m in self.free_of(figure.dimension) if m.last == count.before - 1]
        first = min((m.first for m in ending), default=-1)
        own = [m for m in ending if m.first == first]
        return own if len(own) <= SPECIFIC_AT_MOST else []

    def touching(self, figure: Figure) -> list[Mention]:
        """Wordings that end where the figure begins and ask for that; a longer one that asks for nothing hides them.

        `vốn cấp mới và tăng thêm 6 tỷ` is not `tăng thêm 6 tỷ`.
        """
        ending = self.adjacent(figure)
        touching = [m for m in ending if m.role == TOUCHING]
        if not touching:
            return touching
        first = min([m.first for m in ending])
        return [m for m in touching if m.first == first] or [m for m in ending if m.first == first]

    def adjacent(self, figure: Figure) -> list[Mention]:
        """Fitting wordings that end where the figure begins, or before the colon there if they open a segment."""
        known = self._adjacent.get((figure.before, figure.dimension))
        if known is None:
            known = self._adjacent[figure.before, figure.dimension] = self._find_adjacent(figure)
        return known

    def _find_adjacent(self, figure: Figure) -> list[Mention]:
        at, keys = figure.before, self._tokens.keys
        ending = [*self._touching_to.get(at, ()), *self._free_to.get(at, ())]
        if keys[at - 1 : at] == [":"] and figure.column is None:
            over = (*self._touching_to.get(at - 1, ()), *self._free_to.get(at - 1, ()))
            opening = {self._context.sentence.first, self.segment_start(figure)}
            ending += [m for m in over if m.first in opening or keys[m.first - 1] in _LABEL_SIGNS]
        fitting = [m for m in ending if counts_in(m.value, figure.dimension)] if ending else ending
        return [] if fitting and self.is_verb_of_subject(fitting, figure) else fitting

    def stock_words(self, figure: Figure) -> list[Mention]:
        """`lũy kế có 132 dự án`: words of a stock right before the figure, and no wording around them."""
        if figure.dimension == "money":
            return []  # it is told with the wording of what it is (`vốn thực hiện lũy kế`), a count without
        at = self._before_links(figure.before, _LINKS_BACK)
        word = self._map.ending(at, "stock")
        within = word is None or any(m.first < word.first for m in self._free_to.get(at, ()))
        return [] if within else self._map.all_ending(at, WEAK)

    def before(self, figure: Figure, start: int) -> list[Mention]:
        """Fitting wordings from token `start` up to the figure; those of an aside only where there is no other."""
        if not (free := self.free_of(figure.dimension)):
            return free
        keys, end, last = self._tokens.keys, figure.before, figure.first
        # A hedge may begin with the last word of a wording: `nộp ngân sách đạt hơn 12.000 tỷ đồng`.
        near = [m for m in free if start <= m.first < end and m.last <= last]
        fitting = [m for m in near if not self._is_base(m, figure)] if self._based else near
        outside = [m for m in fitting if not in_closed_aside(keys[m.last : end])] if ")" in keys[start:end] else fitting
        return outside or fitting

    def close_before(self, figure: Figure) -> list[Mention]:
        """`chấp thuận thang lương của 22 đơn vị`: the last fitting wording, with hardly a word after it."""
        fitting = [m for m in self.free_of(figure.dimension) if 0 <= figure.before - m.last <= _CLOSE_WORDS]
        last = max((m.last for m in fitting), default=-1)
        return [m for m in fitting if m.last == last]

    def _is_base(self, wording: Mention, figure: Figure) -> bool:
        """`chiếm 45% vốn thu hút; Hàn Quốc 6 dự án (30 triệu USD)`: what a percentage is of ends with its clause."""
        if wording.first not in self._based or figure.dimension == "percent":
            return False
        return ends_with_clause(self._tokens.keys[wording.last : figure.before])

    def after(self, figure: Figure, next_first: int) -> list[Mention]:
        """The first wording between the figure and the next one, which does not belong to that one."""
        if figure.reads_on is not None:
            next_first = min((at for at in self._starts if at >= figure.reads_on), default=self._context.sentence.last)
        near = [m for m in self.free_of(figure.dimension) if figure.last <= m.first and m.last <= next_first]
        if not near:
            return []
        limit = self._limit_after(figure, next_first)
        after = [m for m in near if m.last <= limit]
        first = min((m.first for m in after), default=-1)
        return [m for m in after if m.first == first and self._past(self._past_colon(m.last)) not in self._starts]

    def told_again(self, figure: Figure) -> list[Mention]:
        """`nhập khẩu bằng 63% xuất khẩu, tức 548 triệu USD`: the amount is of the subject of the percentage."""
        keys = self._tokens.keys
        if figure.dimension != "money" or _RESTATING.isdisjoint(keys[figure.before - 2 : figure.before]):
            return []
        ratios = [f for f in self._by_start.values() if f.dimension == "percent" and f.last <= figure.before]
        if not ratios or SEGMENT_ENDS & set(keys[ratios[-1].last : figure.before]):
            return []
        if self.figure_between(ratios[-1].last, figure.before):
            return []
        near = [m for m in self.free_of(figure.dimension) if m.last <= ratios[-1].before]
        last = max((m.last for m in near), default=-1)
        return [m for m in near if m.last == last]

    def _past(self, at: int, links: Collection[str] = _LINKS_BACK) -> int:
        while at < self._context.sentence.last and at not in self._starts and self._tokens.keys[at] in links:
            at += 1
        return at
