"""Units of bare counts that a noun tells: `số dự án … là 87`, `cấp lại 14 giấy`, `31 còn lại`, `tăng 2.840`.

Belongs here: what a reader takes such a count for; papers and wages named in short. Does not: counts right after a
wording (`elided_units`).
"""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from kcn_pipeline.extraction.numbers.figures import Figure
from kcn_pipeline.extraction.numbers.unit_places import among_those, month_end
from kcn_pipeline.extraction.text.lexicon import FOLLOWING, FREE, TOUCHING, counts_in
from kcn_pipeline.extraction.text.mention_map import MentionMap
from kcn_pipeline.extraction.text.phrase_index import Mention
from kcn_pipeline.extraction.text.sentences import Sentence
from kcn_pipeline.extraction.text.tokens import NUMBER_KEY, Tokens
from kcn_pipeline.reference.function_words import function_words

_MEASURED: Final = frozenset({None, "money", "area", "percent", "multiple", "day", "money_per_person_month"})
_PAPERS: Final = function_words("paper")
_LICENCE: Final = function_words("licence")
_WORKERS: Final = function_words("earner")
_LICENSED: Final = frozenset({"project", "permit"})
_SPLIT_BY_ORIGIN: Final = frozenset({"project", "enterprise"})
_NUMBER: Final = function_words("number_noun")
_STATING: Final = function_words("is") | function_words("reaching") | {":"}
_REST: Final = function_words("rest")
_OF_ORIGIN: Final = function_words("is") | function_words("of")
_JOINTS: Final = function_words("and") | {","}
_FIGURE: Final = function_words("figure_noun")
_VERBS: Final = ("increase", "decrease")
_HELD_AGAINST: Final = ("plan", "same_period")
_CLAUSE_ENDS: Final = frozenset({",", ";", ".", "(", ")"})
_ENDS: Final = _CLAUSE_ENDS | function_words("and") | function_words("clause") | {"/"}
_LINKS: Final = function_words("link_to_figure")
_MARKS: Final = frozenset("-–+*•")
_WORDS_AT_MOST: Final = 12
_FIGURE_REACH: Final = 6
_WORDS_OF_NOTE: Final = 6
_MILLION: Final = 10**6
_WAGE: Final = ("VND_per_person_month", "money_per_person_month")
_NO_PERCENTAGE: Final = 1000
_ALIKE: Final = 3


def supply_noun(
    tokens: Tokens, mentions: MentionMap, sentence: Sentence, figure: Figure, counted: Figure | None
) -> None:
    """Give a bare count the unit of a noun that is said beside it; `counted` came last before it."""
    nouns = _Nouns(tokens, mentions, sentence)
    if counted is not None and nouns.is_paper(figure, counted):
        figure.last += 1
        figure.unit, figure.dimension = counted.unit, counted.dimension
    elif (dimension := nouns.numbered(figure) or nouns.headed(figure) or nouns.listed(figure)) is not None:
        figure.unit = figure.dimension = dimension
    elif counted is not None and counted.dimension not in _MEASURED and nouns.is_part(figure, counted):
        figure.unit, figure.dimension = counted.unit, counted.dimension


def supply_alike(
    tokens: Tokens,
    mentions: MentionMap,
    sentence: Sentence,
    figure: Figure,
    counted: Figure | None,
    before: Figure | None,
) -> None:
    """Give a bare count, which no wording gave a unit, that of what came last, where words or its size say so."""
    if figure.unit is not None:
        return
    nouns = _Nouns(tokens, mentions, sentence)
    if before is not None and before.dimension == "money" and nouns.is_level(figure, before, before.scale):
        figure.unit, figure.dimension, figure.scale = before.unit, before.dimension, before.scale
    if figure.unit is not None or counted is None or counted.dimension in _MEASURED:
        return
    beside = counted.first >= sentence.first
    if nouns.is_figure(figure) or (beside and (nouns.is_change(figure) or nouns.is_level(figure, counted, Decimal(1)))):
        figure.unit, figure.dimension = counted.unit, counted.dimension


def settle_licences(
    tokens: Tokens, mentions: MentionMap, sentence: Sentence, figure: Figure, counted: Figure | None
) -> None:
    """`… 3 dự án tăng vốn; hai giấy phép bị rút`: with projects just counted, and no workers told of, it is theirs."""
    if counted is None or counted.dimension != "project":
        return
    named = tokens.keys[figure.unit_first or figure.last : figure.last]
    touching = (*mentions.all_starting(figure.last, FOLLOWING), *mentions.all_ending(figure.before, FREE))
    beside = counted.first >= sentence.first or any(counts_in(m.value, counted.dimension) for m in touching)
    beside = beside and _WORKERS.isdisjoint(tokens.keys[sentence.first : sentence.last])
    if beside and len(named) == len(_LICENCE) and set(named) == _LICENCE:
        figure.unit = figure.dimension = "project"


def supply_wage(tokens: Tokens, mentions: MentionMap, sentence: Sentence, figure: Figure) -> None:
    """`7,6 triệu một tháng`: millions by the month, or right after wages, with no currency, are wages in đồng."""
    if figure.scale != _MILLION or figure.unit is not None:
        return
    end = month_end(tokens, figure.last)
    if end is not None or _told_of_wages(tokens, mentions, max(sentence.first, figure.before - _WORDS_AT_MOST), figure):
        figure.last = end or figure.last
        figure.unit, figure.dimension = _WAGE


def _told_of_wages(tokens: Tokens, mentions: MentionMap, first: int, figure: Figure) -> bool:
    """`Lương công nhân nay vào khoảng 7,6 triệu`: wages are told of before it, and nothing else between."""
    for at in range(figure.before - 1, first - 1, -1):
        if tokens.keys[at] == NUMBER_KEY or tokens.keys[at] in _CLAUSE_ENDS:
            return False
        if any(counts_in(m.value, _WAGE[1]) for role in (FREE, TOUCHING) for m in mentions.all_starting(at, role)):
            return True
    return False


def noun_of(mentions: MentionMap, wording: int) -> str | None:
    """`Dự án mới có 64`, `dự án trong nước cấp 2`: what the noun counts that opens the wording, or stands before it."""
    origin = mentions.ending(wording, "origin")
    before = mentions.ending(wording if origin is None else origin.first, "unit")
    unit = mentions.starting(wording, "unit") or before
    return None if unit is None or unit.value.vague else str(unit.value.dimension)


class _Nouns:
    """What stands around the bare counts of one sentence."""

    def __init__(self, tokens: Tokens, mentions: MentionMap, sentence: Sentence) -> None:
        self._tokens, self._keys = tokens, tokens.keys
        self._mentions = mentions
        self._first = sentence.first

    def is_paper(self, figure: Figure, counted: Figure) -> bool:
        """`cấp mới 31 giấy phép lao động, cấp lại 14 giấy`: the short word for the papers that were counted."""
        at = figure.last
        named = at < len(self._keys) and self._keys[at] in _PAPERS
        return named and counted.dimension in _LICENSED and self._ends(at + 1)

    def numbered(self, figure: Figure) -> str | None:
        """`tổng số dự án đầu tư vào đảo là 87`, `số lao động … lên 9.120`: the thing whose number a clause tells."""
        at = figure.before
        if at == 0 or not self._ends(figure.last):
            return None
        verb = any(self._mentions.ending(at, role) for role in _VERBS)
        if self._keys[at - 1] not in _STATING and not verb:
            return None
        if self._keys[at - 2 : at] == [")", ":"]:
            return self._named(at - 1)
        for place in range(at - 1, max(self._first, at - _WORDS_AT_MOST) - 1, -1):
            ends = self._keys[place] in _CLAUSE_ENDS and not self._joins_zones(place)
            if ends or self._keys[place] == NUMBER_KEY:
                return None
            unit = self._mentions.starting(place + 1, "unit") if self._keys[place] in _NUMBER else None
            if unit is not None and unit.value.dimension not in _MEASURED and not unit.value.vague:
                return str(unit.value.dimension)
        return self._named(at - 1) if self._keys[at - 1] == ":" else None

    def _named(self, at: int) -> str | None:
        """`Dự án FDI: 12`, `Dự án (lũy kế): 12`: what the noun right before token `at`, its origin or note, counts."""
        if self._keys[at - 1] == ")":
            note = range(at - 2, max(self._first, at - _WORDS_OF_NOTE), -1)
            at = next((place for place in note if self._keys[place] == "("), at)
        origin = self._mentions.ending(at, "origin")
        unit = self._mentions.ending(at if origin is None else origin.first, "unit")
        if unit is None or unit.value.dimension in _MEASURED or unit.value.vague:
            return None
        opens = unit.first == self._first or self._keys[unit.first - 1] in _CLAUSE_ENDS | _MARKS
        return str(unit.value.dimension) if opens else None

    def _joins_zones(self, at: int) -> bool:
        """`số dự án tại các KKT, KCN`: the comma parts kinds of zones, and no clauses."""
        return self._keys[at] == "," and self._mentions.starting(at + 1, "coverage") is not None

    def headed(self, figure: Figure) -> str | None:
        """`Giấy phép lao động: cấp mới 37`: wordings behind the colon count what stands before it."""
        at = next((at for at in range(self._first + 1, figure.before) if self._keys[at] == ":"), None)
        unit = None if at is None else self._mentions.ending(at, "unit")
        return self._worded(figure, unit) if self._ends(figure.last) else None

    def listed(self, figure: Figure) -> str | None:
        """`cấp mới 164, cấp lại 88 giấy phép lao động`: two wordings that a joint parts, and the noun at the end."""
        if self._keys[figure.last : figure.last + 1] and self._keys[figure.last] in _JOINTS:
            for role in (TOUCHING, FREE):
                for wording in self._mentions.all_starting(figure.last + 1, role):
                    if self._keys[wording.last : wording.last + 1] == [NUMBER_KEY]:
                        return self._worded(figure, self._mentions.starting(wording.last + 1, "unit"))
        return None

    def _worded(self, figure: Figure, unit: Mention | None) -> str | None:
        """What `unit` counts, where the words right before the figure count it too, or tell its origin."""
        if unit is None or unit.value.dimension in _MEASURED or unit.value.vague:
            return None
        dimension: str = unit.value.dimension
        worded = (m for role in (TOUCHING, FREE) for m in self._mentions.all_ending(figure.before, role))
        parted = dimension in _SPLIT_BY_ORIGIN and self._mentions.ending(figure.before, "origin") is not None
        return dimension if parted or any(counts_in(m.value, dimension) for m in worded) else None

    def is_part(self, figure: Figure, counted: Figure) -> bool:
        """`31 còn lại`, `10 trong số đó`, `13 trong nước, 8 nước ngoài`, `5 là của nước ngoài`."""
        at = figure.last
        if set(self._keys[at : at + len(_REST)]) == _REST:
            return True
        if among_those(self._tokens, at):
            return True
        if counted.dimension not in _SPLIT_BY_ORIGIN:
            return False
        while at < len(self._keys) and self._keys[at] in _OF_ORIGIN:
            at += 1
        origin = self._mentions.starting(at, "origin")
        return (origin is not None and self._ends(origin.last)) or self._has_origin_before(figure)

    def _has_origin_before(self, figure: Figure) -> bool:
        """`42 dự án, FDI chiếm 18, DDI chiếm 24`: a verb stands between the origin and its number."""
        at = figure.before
        while at > self._first and self._keys[at - 1] in _LINKS:
            at -= 1
        return at < figure.before and self._ends(figure.last) and self._mentions.ending(at, "origin") is not None

    def is_figure(self, figure: Figure) -> bool:
        """`con số này vào khoảng 19.500`, `thấp hơn con số 34 của năm trước`."""
        words = self._keys[max(self._first, figure.before - _FIGURE_REACH) : figure.before]
        width = len(_FIGURE)
        places = range(len(words) - width + 1)
        return any(set(words[i : i + width]) == _FIGURE and _CLAUSE_ENDS.isdisjoint(words[i:]) for i in places)

    def is_change(self, figure: Figure) -> bool:
        """`104.280 lao động, so với đầu năm tăng 2.840`: more than any percentage is."""
        verb = any(self._mentions.ending(figure.before, role) for role in _VERBS)
        return verb and self._ends(figure.last) and figure.readings[0].value * figure.scale >= _NO_PERCENTAGE

    def is_level(self, figure: Figure, counted: Figure, scale: Decimal) -> bool:
        """`đầu năm là 19.870 người; cuối tháng 6 còn 18.900`: like the amount before it, if told in its scale.

        `22 dự án, kế hoạch là 25`: a number of any size, where it is what the amount is held against.
        """
        if figure.before == 0 or self._keys[figure.before - 1] not in _STATING or not self._ends(figure.last):
            return False
        one, other = figure.readings[0].value, counted.readings[0].value * counted.scale / scale
        against = any(self._mentions.ending(figure.before - 1, role) for role in _HELD_AGAINST)
        return (one >= _NO_PERCENTAGE or scale != 1 or against) and other / _ALIKE <= one <= other * _ALIKE

    def _ends(self, at: int) -> bool:
        """Whether a clause or line ends at token `at`, or a period follows that the number is set against."""
        if at >= len(self._keys) or self._keys[at] in _ENDS:
            return True
        if self._mentions.starting(at, "same_period") is not None:
            return True
        return "\n" in self._tokens.text[self._tokens.ends[at - 1] : self._tokens.starts[at]]
