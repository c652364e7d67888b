"""Figures as printed: a numeral with scale, unit and hedge, before anyone knows what it counts.

Belongs here: joining the words around one numeral. Does not: what several share (`figure_lists`), metric,
entity or period (`binding`, `context`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Final

from kcn_pipeline.extraction.mention_map import MentionMap
from kcn_pipeline.extraction.number_words import WordedNumber, worded_numbers
from kcn_pipeline.extraction.numerals import Reading, readings
from kcn_pipeline.extraction.phrase_index import Mention
from kcn_pipeline.extraction.tokens import NUMBER_KEY, Tokens
from kcn_pipeline.quantities import Bound, Comparison, Span
from kcn_pipeline.reference.function_words import function_words
from kcn_pipeline.reference.phrases import Phrase
from kcn_pipeline.reference.units import UnitWord

_ORDINAL_WORDS: Final = function_words("ordinal")
_LISTED: Final = function_words("and") | {",", "-", "/"}
_LARGEST_DENOMINATOR: Final = 10
_MONEY_PER_MONTH: Final = "VND_per_person_month"


@dataclass(frozen=True, slots=True)
class Column:
    """What the header of a table's column says of its numbers."""

    comparison: Comparison = "level"
    target: bool = False


@dataclass(slots=True)
class Figure:
    """One numeral with its surroundings; token ranges are half-open.

    `first` and `last` enclose numeral and unit; `before` is where the hedge starts, `unit_first` where
    the unit does. `scale` is in base units per printed one. `bound` and the factors come from the hedge.
    """

    first: int
    last: int
    before: int
    readings: tuple[Reading, ...]
    scale: Decimal
    unit: str | None
    dimension: str | None
    unit_first: int | None = None
    implied_metric: str | None = None
    column: Column | None = None
    hedge: Mention | None = None
    bound: Bound = "exact"
    coverage: tuple[str, ...] = ()
    range_with: Figure | None = field(default=None, repr=False)

    def span(self, tokens: Tokens) -> Span:
        """Characters of numeral and unit; of the whole range where it is an end of one."""
        own = tokens.span(self.first, self.last)
        if self.range_with is None:
            return own
        return own.join(tokens.span(self.range_with.first, self.range_with.last))


def figures(tokens: Tokens, mentions: MentionMap, masked: Sequence[Span]) -> list[Figure]:
    """Every numeral outside `masked` characters, in order, with what stands around it."""
    hidden = _MaskedNumerals(masked)
    found: list[Figure] = []
    for numeral in _numerals(tokens):
        taken = found and numeral.first < found[-1].last
        if taken or tokens.starts[numeral.first] in hidden or _is_part_of_word(tokens, numeral.first):
            continue
        figure = _fraction_at(tokens, numeral.first) or _figure_at(tokens, mentions, numeral)
        if figure.unit is not None or not numeral.in_words:
            found.append(figure)
    return found


@dataclass(frozen=True, slots=True)
class _Numeral:
    """A number at tokens [first, last), in digits or in words, with its readings."""

    first: int
    last: int
    readings: tuple[Reading, ...]
    in_words: bool


def _numerals(tokens: Tokens) -> list[_Numeral]:
    digits = [
        _Numeral(i, i + 1, readings(tokens.text[tokens.starts[i] : tokens.ends[i]]), in_words=False)
        for i in tokens.numerals()
    ]
    words = [
        _Numeral(w.first, w.last, (Reading(Decimal(w.value), Decimal(1), conventional=True),), in_words=True)
        for w in worded_numbers(tokens)
        if not _is_everyday_word(tokens, w)
    ]
    return sorted([*digits, *words], key=lambda n: n.first)


def _is_everyday_word(tokens: Tokens, number: WordedNumber) -> bool:
    """One and five alone are mostly an article and the word for year; words after an ordinal count nothing."""
    alone = number.last - number.first == 1
    before = tokens.keys[number.first - 1] if number.first else ""
    return (alone and number.value in {1, 5}) or before in _ORDINAL_WORDS


class _MaskedNumerals:
    """Whether an offset lies in any of some sorted spans, asked in ascending order."""

    def __init__(self, spans: Sequence[Span]) -> None:
        self._spans = sorted(spans)
        self._at = 0

    def __contains__(self, offset: int) -> bool:
        while self._at < len(self._spans) and self._spans[self._at].end <= offset:
            self._at += 1
        return self._at < len(self._spans) and self._spans[self._at].start <= offset


def _is_part_of_word(tokens: Tokens, index: int) -> bool:
    """Whether letters touch the numeral from the left (`QL51`, `B2`): part of a name."""
    before = tokens.starts[index] - 1
    return before >= 0 and tokens.text[before].isalpha()


def _fraction_at(tokens: Tokens, index: int) -> Figure | None:
    """A proper fraction with a small denominator (`1/3`), as a percentage."""
    if tokens.keys[index + 1 : index + 3] != ["/", NUMBER_KEY]:
        return None
    top, bottom = (tokens.text[tokens.starts[i] : tokens.ends[i]] for i in (index, index + 2))
    if not (top.isdecimal() and bottom.isdecimal() and 0 < int(top) < int(bottom) <= _LARGEST_DENOMINATOR):
        return None
    percent = (Decimal(100 * int(top)) / int(bottom)).quantize(Decimal("0.0001"))
    reading = Reading(percent, Decimal("0.0001"), conventional=True)
    return Figure(index, index + 3, index, (reading,), Decimal(1), "percent", "percent")


def _figure_at(tokens: Tokens, mentions: MentionMap, numeral: _Numeral) -> Figure:
    index, at = numeral.first, numeral.last
    figure = Figure(index, at, index, numeral.readings, Decimal(1), None, None)
    if scale := mentions.starting(at, "scale"):
        figure.scale, at = scale.value, scale.last
    unit = mentions.starting(at, "unit")
    if unit is None and (before := _currency_before(tokens, mentions, index)):
        figure.first, figure.before = before.first, before.first
        unit = Mention(before.role, before.value, index, at)
    if unit is not None:
        _take_unit(tokens, mentions, figure, unit)
    elif figure.scale != 1:
        figure.last = at
    _take_hedge(mentions, figure)
    return figure


def _currency_before(tokens: Tokens, mentions: MentionMap, index: int) -> Mention | None:
    """A currency written before its amount (`USD 350 triệu`)."""
    unit = mentions.ending(index, "unit")
    if unit is None or unit.value.dimension != "money" or _ends_amount(tokens, unit.first):
        return None
    return unit if mentions.ending(unit.first, "scale") is None else None


def _ends_amount(tokens: Tokens, at: int) -> bool:
    """Whether a number that is no year stands before token `at`: then the currency there is its own."""
    if at == 0 or tokens.keys[at - 1] != NUMBER_KEY:
        return False
    numeral = tokens.text[tokens.starts[at - 1] : tokens.ends[at - 1]]
    return not (len(numeral) == 4 and numeral[:2] in {"19", "20"})


def _take_unit(tokens: Tokens, mentions: MentionMap, figure: Figure, mention: Mention) -> None:
    unit: UnitWord = mention.value
    figure.unit_first, figure.last = mention.first, mention.last
    figure.unit, figure.dimension, figure.implied_metric = unit.unit, unit.dimension, unit.implies
    figure.scale *= unit.factor
    if unit.dimension == "money" and _per_month(tokens, mention.last):
        figure.unit, figure.dimension = _MONEY_PER_MONTH, "money_per_person_month"
    if unit.dimension == "zone":
        _take_zone_list(tokens, mentions, figure)


def _per_month(tokens: Tokens, at: int) -> bool:
    """Whether `/người/tháng` or `/tháng` follows."""
    return tokens.keys[at : at + 1] == ["/"] and not function_words("month").isdisjoint(tokens.keys[at : at + 4])


def _take_zone_list(tokens: Tokens, mentions: MentionMap, figure: Figure) -> None:
    """`83 KCN, KKT` counts both kinds: the quote and the coverage take in the whole list."""
    kinds = [m.value.value for m in mentions.all_starting(figure.last - 1, "coverage")]
    kinds += [m.value.value for m in mentions.all_ending(figure.last, "coverage")]
    at = figure.last
    while at + 1 < len(tokens) and tokens.keys[at] in _LISTED:
        more = mentions.starting(at + 1, "coverage")
        if more is None:
            break
        kinds.append(more.value.value)
        figure.last = at = more.last
    figure.coverage = tuple(dict.fromkeys(kinds))


def _take_hedge(mentions: MentionMap, figure: Figure) -> None:
    hedge = mentions.ending(figure.before, "hedge")
    while hedge is not None and mentions.ending(hedge.last, "comparative") is None:
        stronger = figure.hedge is None or figure.bound == "approx"
        if stronger and (figure.hedge is None or hedge.value.value != "approx"):
            figure.hedge, figure.bound = hedge, hedge.value.value
        figure.before = hedge.first
        hedge = mentions.ending(figure.before, "hedge")


def hedge_of(figure: Figure) -> Phrase | None:
    """The reference row of the hedge word."""
    return None if figure.hedge is None else figure.hedge.value
