"""Units that are not printed: `cấp mới 13, thu hồi 2`, `Trung Quốc 31; Đài Loan 17`, `11/23 KCN`, `2.940 tỷ`.

Belongs here: which unit a reader supplies. Does not: units printed once for a list (`figure_lists`), or the metric.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from kcn_pipeline.extraction.elided_in_brackets import scaled, supply_header, supply_in_brackets, take_word
from kcn_pipeline.extraction.elided_nouns import noun_of, settle_licences, supply_alike, supply_noun, supply_wage
from kcn_pipeline.extraction.elided_percent import supply_percent
from kcn_pipeline.extraction.figure_lists import currency_before_it, currency_of_list
from kcn_pipeline.extraction.figures import Figure
from kcn_pipeline.extraction.lexicon import FOLLOWING, FREE, OUTSIDE, TOUCHING, WEAK_TOUCHING
from kcn_pipeline.extraction.mention_map import MentionMap
from kcn_pipeline.extraction.phrase_index import Mention
from kcn_pipeline.extraction.proper_names import EntityMention
from kcn_pipeline.extraction.sentences import Sentence
from kcn_pipeline.extraction.tokens import NUMBER_KEY, Tokens
from kcn_pipeline.reference.function_words import function_words
from kcn_pipeline.reference.metrics import load_metrics
from kcn_pipeline.reference.units import UnitWord

_MEASURED: Final = frozenset({"money", "area", "percent", "money_per_person_month"})
_JOINTS: Final = function_words("and") | {",", "/"}
_ENDS: Final = function_words("and") | function_words("together") | {",", ";", ".", ")", "(", "/"}
_LINKS: Final = function_words("reaching") | function_words("link_to_figure") | {":"}
_SHARED_MEASURES: Final = frozenset({"money", "area"})
_COPIES: Final = function_words("copy")
_AFTER_AMOUNT: Final = frozenset().union(*map(function_words, ("recipient", "each_month", "with", "set_against")))
_NAMED_IN_FULL: Final = 3
_LINKED: Final = function_words("link_to_wording")
_OPENING_WORDS: Final = 4
_YEARS: Final = range(1900, 2101)
_BILLION: Final = 10**9
_TEN_THOUSAND: Final = 10**4
_NAMED_AT_LEAST: Final = 2
_LIST_REACH: Final = 4
_TIME_WORDS_AT_MOST: Final = 7


class ElidedUnits:
    """Supplies units to the bare numbers of one text."""

    def __init__(self, tokens: Tokens, mentions: MentionMap, entities: Sequence[EntityMention]) -> None:
        self._tokens = tokens
        self._mentions = mentions
        self._name_ends = {entity.last: entity.first for entity in entities if entity.bare}

    def supply(self, sentence: Sentence, found: Sequence[Figure], counted: Figure | None) -> Figure | None:
        """Complete the figures of `sentence`; gives the last thing counted, which was `counted` before it."""
        if any(figure.unit is None and figure.column is None for figure in found):
            self._supply_names(sentence, found, counted)
            supply_header(self._tokens, self._mentions, sentence, found, self._ends)
        supply_in_brackets(self._tokens, self._mentions, found)
        before: Figure | None = None
        for figure in found:
            if figure.unit is None and figure.column is None:
                self._supply_currency(figure, found)
                supply_wage(self._tokens, self._mentions, sentence, figure)
                supply_percent(self._mentions, figure)
                if figure.unit is None and self._may_count(figure):
                    supply_noun(self._tokens, self._mentions, sentence, figure, counted)
                    self._supply_count(figure, counted)
                    supply_alike(self._tokens, self._mentions, sentence, figure, counted, before)
                self._go_on(figure, before)
            before = figure
            settle_licences(self._tokens, sentence, figure, counted)
            if figure.unit is not None and figure.dimension not in _MEASURED and figure.dimension != "multiple":
                counted = figure
        return counted

    def _supply_count(self, figure: Figure, counted: Figure | None) -> None:
        """A whole number right after a wording, and nothing after it, counts what was counted last."""
        if figure.unit is not None:
            return
        if not self._ends(figure.last):
            self._supply_from_after(figure, counted)
            return
        at = figure.before
        while at > 0 and self._tokens.keys[at - 1] in _LINKS and not self._mentions.all_ending(at, FREE):
            at -= 1
        word = self._mentions.ending(at, "respectively") or self._mentions.ending(figure.before, "respectively")
        at = at if word is None else word.first
        counted_unit = self._mentions.ending(at, "unit")
        if word is not None and counted_unit is not None and counted_unit.value.dimension not in _MEASURED:
            figure.unit, figure.dimension = counted_unit.value.unit, counted_unit.value.dimension
            return
        wordings = self._wordings(at)
        if not wordings and at < figure.before:
            wordings = self._wordings(self._before_time(at)) or self._wordings(figure.before)
        self._choose(figure, wordings, counted)
        if figure.unit is None and counted is not None and self._of_an_origin(figure):
            figure.unit, figure.dimension = counted.unit, counted.dimension

    def _of_an_origin(self, figure: Figure) -> bool:
        """`Dự án còn hiệu lực: 40 (FDI: 25; DDI: 15)`: after an origin what was counted last is split up."""
        at = figure.before - (self._tokens.keys[figure.before - 1 : figure.before] == [":"])
        return self._mentions.ending(at, "origin") is not None

    def _go_on(self, figure: Figure, before: Figure | None) -> None:
        """`số dự án tương ứng là 71, 15 và 11`: a bare number joined to one that was given its unit."""
        if figure.unit is not None or before is None or before.unit is None or before.unit_first is not None:
            return
        between = self._tokens.keys[before.last : figure.before]
        if len(between) == 1 and between[0] in _JOINTS and self._ends(figure.last) and self._may_count(figure):
            figure.unit, figure.dimension = before.unit, before.dimension

    def _before_time(self, at: int) -> int:
        """`số dự án cấp mới trong 6 tháng là 19`: the wording stands before a time, or whose it is."""
        for place in range(at - 1, max(at - _TIME_WORDS_AT_MOST, 0), -1):
            if self._tokens.keys[place] in _ENDS:
                return at
            if self._wordings(place):
                return place
        return at

    def _supply_from_after(self, figure: Figure, counted: Figure | None) -> None:
        """`61.000 nữ, 342 còn hiệu lực`: a wording that asks for its figure, and nothing after it."""
        # `64 bản nội quy lao động`: the word for copies stands between.
        at = figure.last + (self._tokens.keys[figure.last] in _COPIES)
        full = _NAMED_IN_FULL if _LINKED.isdisjoint(self._tokens.keys[at : at + 1]) else len(self._tokens)
        following = self._mentions.all_starting(at, FOLLOWING)
        following = [m for m in following if self._ends(m.last) or m.last - m.first >= full]
        self._choose(figure, [m for m in following if not m.value.startswith(OUTSIDE)], counted)
        figure.last = figure.last if figure.unit is None else at

    def _choose(self, figure: Figure, wordings: Sequence[Mention], counted: Figure | None) -> None:
        dimensions = {d for m in wordings for d in load_metrics()[m.value].dimensions} - _MEASURED
        if len(dimensions) > 1:
            noun = noun_of(self._mentions, wordings[0].first)
            dimensions &= {noun or (counted.dimension if counted is not None else None)}
        if len(dimensions) == 1:
            figure.dimension = figure.unit = dimensions.pop()

    def _supply_currency(self, figure: Figure, found: Sequence[Figure]) -> None:
        """`2.940 tỷ` without a currency is told in đồng, or as what it is listed with: `1,6 tỷ và 1,75 tỷ USD`."""
        # `chừng 730 tỷ rót về các khu`: or a wording asks for the amount before it.
        worded = self._mentions.all_starting(figure.last, FOLLOWING) or self._mentions.all_starting(figure.last, FREE)
        ends = self._ends(figure.last)
        if figure.scale >= _BILLION and (worded or ends or self._tokens.keys[figure.last] in _AFTER_AMOUNT):
            figure.unit, figure.dimension = currency_of_list(self._mentions, figure, found) or "VND", "money"
        elif ends and (unit := currency_before_it(figure, found)):
            figure.unit, figure.dimension = unit, "money"

    def _supply_names(self, sentence: Sentence, found: Sequence[Figure], recalled: Figure | None) -> None:
        """`Số dự án theo quốc gia: Trung Quốc 31; Đài Loan 17`: a list of names, each with its number."""
        named = [f for f in found if f.unit is None and f.column is None and f.before in self._name_ends]
        for before, figure in pairwise(found):
            if figure in named and self._goes_on_list(before, figure):
                figure.unit, figure.dimension = before.unit, before.dimension
                figure.scale = before.scale if figure.scale == 1 else figure.scale
        named = [f for f in named if f.unit is None]
        if len(named) < _NAMED_AT_LEAST or not self._announced(sentence, named[0].before):
            return
        counted = [f for f in found if f.first < named[0].first and f.dimension and f.dimension not in _MEASURED]
        own = _unit_of(counted[-1].dimension) if counted else None
        unit = self._stated_unit(sentence) or self._measured(found, named[0]) or own
        at, end = named[0].before, self._name_ends[named[0].before]
        unit = unit or self._unit_of_wording(sentence, at) or self._unit_of_head(sentence, end)
        if unit is None and recalled is not None and end - sentence.first <= _OPENING_WORDS:
            unit = _unit_of(recalled.dimension)  # `Cấp mới 88 dự án. Chia ra: Thanh Hóa 31, Nghệ An 27`
        if unit is None:
            return
        for figure in found:
            if figure.unit is None and at <= figure.first <= named[-1].first + _LIST_REACH:
                take_word(figure, unit)

    def _measured(self, found: Sequence[Figure], named: Figure) -> UnitWord | None:
        """`xuất khẩu 4.412 triệu USD, trong đó Tiền Giang 1.986`: parts are told in the unit of their whole."""
        before = [f for f in found if f.first < named.first and f.dimension not in {None, "percent", "multiple"}]
        whole = before[-1] if before else None
        if whole is None or whole.dimension not in _SHARED_MEASURES or whole.unit is None:
            return None
        if named.readings[0].value >= whole.readings[0].value:
            return None
        unit = UnitWord(word=whole.unit, unit=whole.unit, dimension=whole.dimension, source="the whole's own unit")
        return unit.model_copy(update={"factor": whole.scale})

    def _goes_on_list(self, before: Figure, figure: Figure) -> bool:
        """`Bắc Giang cấp mới 21 dự án, Thái Nguyên 15, Phú Thọ 11`: names and numbers that signs alone part."""
        if before.unit is None or before.dimension in {"multiple", "day"} or not self._ends(figure.last):
            return False
        name = self._name_ends[figure.before]
        if not before.last < name <= before.last + 2:
            return False
        owned = any(at in self._name_ends for at in range(before.first - _LIST_REACH, before.first + 1))
        return owned and self._tokens.keys[before.last] in _ENDS and self._tokens.keys[name - 1] in _ENDS

    def _announced(self, sentence: Sentence, before: int) -> bool:
        """Whether a colon or `trong đó` opens the list: numbers after names may number the zones themselves."""
        opens = any(self._mentions.starting(at, "parts") for at in range(sentence.first, before))
        name = self._name_ends[before]
        return opens or self._tokens.keys[name - 1 : name] == ["("] or ":" in self._tokens.keys[sentence.first : before]

    def _stated_unit(self, sentence: Sentence) -> UnitWord | None:
        """The unit in brackets: `(đơn vị: %)`, `(số dự án cấp mới)`."""
        opened = False
        for at in range(sentence.first, sentence.last):
            key = self._tokens.keys[at]
            opened = (opened or key == "(") and key not in {")", NUMBER_KEY}
            unit = self._mentions.starting(at, "unit")
            if opened and unit is not None and unit.value.dimension != "multiple" and not unit.value.vague:
                return scaled(unit.value, self._mentions.ending(at, "scale"))
        return None

    def _unit_of_wording(self, sentence: Sentence, before: int) -> UnitWord | None:
        """The one unit that the wording at the head of the list counts in."""
        codes = [m.value for m in self._free(sentence.first, before)]
        dimensions = {d for code in codes for d in load_metrics()[code].dimensions}
        if len(dimensions - {"money"}) != 1 or not dimensions.isdisjoint({"area"}):
            return None
        return _unit_of((dimensions - {"money"}).pop())

    def _unit_of_head(self, sentence: Sentence, before: int) -> UnitWord | None:
        """`Số dự án FDI cấp mới theo quốc gia: Hàn Quốc 9, Nhật Bản 6`: the thing whose number the head tells."""
        units = (self._mentions.starting(at, "unit") for at in range(sentence.first, before))
        counts = (u.value for u in units if u is not None and not u.value.vague and u.value.dimension not in _MEASURED)
        return next(counts, None)

    def _free(self, first: int, last: int) -> Iterator[Mention]:
        for at in range(first, last):
            yield from (m for m in self._mentions.all_starting(at, FREE) if not m.value.startswith(OUTSIDE))

    def _wordings(self, at: int) -> list[Mention]:
        found = [m for role in (TOUCHING, FREE, WEAK_TOUCHING) for m in self._mentions.all_ending(at, role)]
        first = min((m.first for m in found), default=at)
        return [m for m in found if m.first == first and not m.value.startswith(OUTSIDE)]

    def _may_count(self, figure: Figure) -> bool:
        reading = figure.readings[0]
        digits = self._tokens.span(figure.first, figure.first + 1)
        is_year = len(digits) == 4 and reading.value in _YEARS
        whole = reading.step * figure.scale >= 1 and reading.value >= 0  # `tăng 8,5 nghìn`
        return whole and not is_year and figure.scale <= _TEN_THOUSAND

    def _ends(self, at: int) -> bool:
        """Whether the phrase ends at token `at`: by a sign, a joint, or the line."""
        if at >= len(self._tokens) or self._tokens.keys[at] in _ENDS:
            return True
        return "\n" in self._tokens.text[self._tokens.ends[at - 1] : self._tokens.starts[at]]


def _unit_of(dimension: str | None) -> UnitWord:
    unit = dimension or ""
    return UnitWord(word=unit, unit=unit, dimension=unit, source="the metric's own unit")
