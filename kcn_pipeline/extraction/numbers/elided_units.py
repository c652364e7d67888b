"""Units that are not printed: `cấp mới 13, thu hồi 2`, `11/23 KCN`, `2.940 tỷ`.

Belongs here: which unit a reader supplies. Does not: units printed once for a list (`figure_lists`), units of
lists of names (`named_counts`), or the metric.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Final

from kcn_pipeline.extraction.names.proper_names import EntityMention, gap_before
from kcn_pipeline.extraction.numbers.elided_in_brackets import supply_header, supply_in_brackets
from kcn_pipeline.extraction.numbers.elided_nouns import (
    noun_of,
    settle_licences,
    supply_alike,
    supply_noun,
    supply_wage,
)
from kcn_pipeline.extraction.numbers.figure_lists import currency_before_it, currency_of_list
from kcn_pipeline.extraction.numbers.figures import Figure
from kcn_pipeline.extraction.numbers.named_counts import MEASURED, PHRASE_ENDS, NamedCounts, phrase_ends
from kcn_pipeline.extraction.text.lexicon import FOLLOWING, FREE, OUTSIDE, TOUCHING, WEAK_TOUCHING
from kcn_pipeline.extraction.text.mention_map import MentionMap
from kcn_pipeline.extraction.text.phrase_index import Mention
from kcn_pipeline.extraction.text.sentences import Sentence
from kcn_pipeline.extraction.text.tokens import Tokens
from kcn_pipeline.reference.function_words import function_words
from kcn_pipeline.reference.metrics import load_metrics

_JOINTS: Final = function_words("and") | {",", "/"}
_LINKS: Final = function_words("reaching") | function_words("link_to_figure") | {":"}
_MARKS: Final = frozenset({".", ")"})
_COPIES: Final = function_words("copy")
_AFTER_AMOUNT: Final = frozenset().union(*map(function_words, ("recipient", "each_month", "with", "set_against")))
_NAMED_IN_FULL: Final = 3
_LINKED: Final = function_words("link_to_wording")
_YEARS: Final = range(1900, 2101)
_GROWTH: Final = ("increase", "decrease")
_BILLION: Final = 10**9
_TEN_THOUSAND: Final = 10**4
_TIME_WORDS_AT_MOST: Final = 7


class ElidedUnits:
    """Supplies units to the bare numbers of one text."""

    def __init__(self, tokens: Tokens, mentions: MentionMap, entities: Sequence[EntityMention]) -> None:
        self._tokens = tokens
        self._mentions = mentions
        self._named = NamedCounts(tokens, mentions, entities)

    def supply(self, sentence: Sentence, found: Sequence[Figure], counted: Figure | None) -> Figure | None:
        """Complete the figures of `sentence`; gives the last thing counted, which was `counted` before it."""
        if [figure for figure in found if figure.unit is None and figure.column is None]:
            self._named.supply(sentence, found, counted)
            supply_header(self._tokens, self._mentions, sentence, found, partial(phrase_ends, self._tokens))
            supply_in_brackets(self._tokens, self._mentions, found)
        before: Figure | None = None
        for figure in found:
            if figure.unit is None and figure.column is None:
                self._supply_currency(figure, found)
                supply_wage(self._tokens, self._mentions, sentence, figure)
                _supply_percent(self._mentions, figure)
                if figure.unit is None and self._may_count(figure):
                    supply_noun(self._tokens, self._mentions, sentence, figure, counted)
                    self._supply_count(figure, counted)
                    supply_alike(self._tokens, self._mentions, sentence, figure, counted, before)
                self._go_on(figure, before)
            before = figure
            if figure.dimension == "permit":
                settle_licences(self._tokens, self._mentions, sentence, figure, counted)
            if figure.unit is not None and figure.dimension not in MEASURED and figure.dimension != "multiple":
                counted = figure
        return counted

    def _supply_count(self, figure: Figure, counted: Figure | None) -> None:
        """A whole number right after a wording, and nothing after it, counts what was counted last."""
        if figure.unit is not None:
            return
        if not phrase_ends(self._tokens, figure.last):
            self._supply_from_after(figure, counted)
            return
        at = figure.before
        while at > 0 and self._tokens.keys[at - 1] in _LINKS and not self._mentions.all_ending(at, FREE):
            at -= 1
        word = self._mentions.ending(at, "respectively") or self._mentions.ending(figure.before, "respectively")
        at = at if word is None else word.first
        counted_unit = self._mentions.ending(at, "unit")
        if word is not None and counted_unit is not None and counted_unit.value.dimension not in MEASURED:
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
        if (
            len(between) == 1
            and between[0] in _JOINTS
            and phrase_ends(self._tokens, figure.last)
            and self._may_count(figure)
        ):
            figure.unit, figure.dimension = before.unit, before.dimension

    def _before_time(self, at: int) -> int:
        """`số dự án cấp mới trong 6 tháng là 19`: the wording stands before a time, or whose it is."""
        for place in range(at - 1, max(at - _TIME_WORDS_AT_MOST, 0), -1):
            if self._tokens.keys[place] in PHRASE_ENDS:
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
        following = [m for m in following if phrase_ends(self._tokens, m.last) or m.last - m.first >= full]
        self._choose(figure, [m for m in following if not m.value.startswith(OUTSIDE)], counted)
        figure.last = figure.last if figure.unit is None else at

    def _choose(self, figure: Figure, wordings: Sequence[Mention], counted: Figure | None) -> None:
        dimensions = {d for m in wordings for d in load_metrics()[m.value].dimensions} - MEASURED
        if len(dimensions) > 1:
            noun = noun_of(self._mentions, wordings[0].first)
            dimensions &= {noun or (counted.dimension if counted is not None else None)}
        if len(dimensions) == 1:
            figure.dimension = figure.unit = dimensions.pop()

    def _supply_currency(self, figure: Figure, found: Sequence[Figure]) -> None:
        """`2.940 tỷ` without a currency is told in đồng, or as what it is listed with: `1,6 tỷ và 1,75 tỷ USD`."""
        # `chừng 730 tỷ rót về các khu`: or a wording asks for the amount before it.
        worded = self._mentions.all_starting(figure.last, FOLLOWING) or self._mentions.all_starting(figure.last, FREE)
        ends = phrase_ends(self._tokens, figure.last)
        if figure.scale >= _BILLION and (worded or ends or self._tokens.keys[figure.last] in _AFTER_AMOUNT):
            figure.unit, figure.dimension = currency_of_list(self._mentions, figure, found) or "VND", "money"
        elif ends and (unit := currency_before_it(figure, found)):
            figure.unit, figure.dimension = unit, "money"

    def _wordings(self, at: int) -> list[Mention]:
        found = [m for role in (TOUCHING, FREE, WEAK_TOUCHING) for m in self._mentions.all_ending(at, role)]
        first = min((m.first for m in found), default=at)
        return [m for m in found if m.first == first and not m.value.startswith(OUTSIDE)]

    def _may_count(self, figure: Figure) -> bool:
        reading = figure.readings[0]
        digits = self._tokens.span(figure.first, figure.first + 1)
        is_year = len(digits) == 4 and reading.value in _YEARS
        whole = reading.step * figure.scale >= 1 and reading.value >= 0  # `tăng 8,5 nghìn`
        marked = not _MARKS.isdisjoint(self._tokens.keys[figure.last : figure.last + 1])
        if marked and "\n" in gap_before(self._tokens, figure.first):
            return False  # `1. Về thu hút đầu tư: …`
        return whole and not is_year and figure.scale <= _TEN_THOUSAND


def _supply_percent(mentions: MentionMap, figure: Figure) -> None:
    """Give a number with decimals, between a verb of growth and the period it is set against, its sign."""
    if figure.unit is not None or figure.scale != 1 or figure.readings[0].step == 1:
        return
    verb = any(mentions.ending(at, role) for role in _GROWTH for at in (figure.before, figure.first))
    if verb and mentions.starting(figure.last, "same_period"):
        figure.unit = figure.dimension = "percent"
