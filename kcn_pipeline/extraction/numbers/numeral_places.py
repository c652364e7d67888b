"""Where the numbers of a text stand, in digits and in words, and which of them count nothing.

Belongs here: finding numerals. Does not: what stands around them (`figures`), reading digits (`numerals`) or words
(`number_words`).
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from decimal import Decimal
from operator import attrgetter
from typing import Final

from kcn_pipeline.extraction.numbers.number_words import WordedNumber, worded_numbers
from kcn_pipeline.extraction.numbers.numerals import Reading, readings
from kcn_pipeline.extraction.numbers.spaced_groups import readings_of_groups, spaced_groups
from kcn_pipeline.extraction.numbers.unit_places import unit_of_whole
from kcn_pipeline.extraction.text.lexicon import FOLLOWING, FREE, counts_in
from kcn_pipeline.extraction.text.mention_map import MentionMap
from kcn_pipeline.extraction.text.tokens import NUMBER_KEY, Tokens
from kcn_pipeline.quantities import Span
from kcn_pipeline.reference.function_words import function_words
from kcn_pipeline.reference.units import load_scales
from kcn_pipeline.values import value_type

_WORDS_WITH_SCALE: Final = 2
_GLUED_LETTERS: Final = 3
_YEAR_DIGITS: Final = 4
_HALF_MORE: Final = function_words("half")
_ORDINAL_WORDS: Final = function_words("ordinal")
_LISTED: Final = function_words("and") | {";"}


@value_type()
class Numeral:
    """A number at tokens [first, last), in digits or in words, with its readings."""

    first: int
    last: int
    readings: tuple[Reading, ...]
    in_words: bool


def numerals(
    tokens: Tokens, mentions: MentionMap, masked: Sequence[Span], name_ends: Container[int]
) -> Iterator[Numeral]:
    """Every numeral outside `masked` characters, in order.

    One glued to letters is part of a word, but where a name ends there (`Trung Quốc17`).
    """
    ends = tokens.ends
    hidden = {
        at
        for span in masked
        for at in range(tokens.at_or_after(span.start), tokens.at_or_after(span.end))
        if ends[at] <= span.end  # `lương bình quân tháng 3,2 triệu đồng` names no month
    }
    for numeral in _numerals(tokens, mentions, hidden):
        first = numeral.first
        if first not in hidden and (first in name_ends or not _is_part_of_word(tokens, first)):
            yield numeral


def _numerals(tokens: Tokens, mentions: MentionMap, hidden: Container[int]) -> list[Numeral]:
    digits = list(_in_digits(tokens, mentions, hidden))
    spelt = (w for w in worded_numbers(tokens) if not _is_everyday_word(tokens, mentions, w))
    worded = (_without_scale(tokens, mentions, w) for w in spelt)
    words = [
        Numeral(w.first, w.last, (Reading(Decimal(w.value), Decimal(1), conventional=True),), in_words=True)
        for w in worded
    ]
    return sorted([*digits, *words], key=attrgetter("first")) if words else digits


def _in_digits(tokens: Tokens, mentions: MentionMap, hidden: Container[int]) -> Iterator[Numeral]:
    ends = spaced_groups(tokens, mentions, hidden)
    behind = 0
    for i in tokens.numerals():
        if i in ends:
            behind = ends[i]
            yield Numeral(i, behind, readings_of_groups(tokens, i, behind), in_words=False)
        elif i >= behind:
            yield Numeral(i, i + 1, readings(tokens.text[tokens.starts[i] : tokens.ends[i]]), in_words=False)


def _without_scale(tokens: Tokens, mentions: MentionMap, number: WordedNumber) -> WordedNumber:
    """`ba nghìn tỷ đồng`: the last number word may open a scale of two words, which goes on behind the number."""
    scale = mentions.starting(number.last - 1, "scale")
    if scale is None or scale.last <= number.last or number.last - number.first < _WORDS_WITH_SCALE:
        return number
    return WordedNumber(
        number.first, number.last - 1, int(number.value // load_scales()[tokens.keys[number.last - 1]].factor)
    )


def _is_everyday_word(tokens: Tokens, mentions: MentionMap, number: WordedNumber) -> bool:
    """One and five alone are mostly an article and the word for year; words after an ordinal count nothing.

    Between a wording and a unit even they count (`thu hồi một dự án`), before a scale (`gần một tỷ USD`), and told
    over a whole: `Năm trong số 9 KCN`.
    """
    before = tokens.keys[number.first - 1] if number.first else ""
    if before in _ORDINAL_WORDS or number.last - number.first > 1 or number.value not in {1, 5}:
        return before in _ORDINAL_WORDS
    if unit_of_whole(tokens, mentions, number.last) is not None:
        return False
    scale = mentions.starting(number.last, "scale")
    if scale is not None:
        end = scale.last + (tokens.keys[scale.last : scale.last + 1] == [*_HALF_MORE])
        if mentions.starting(end, "unit") is not None:
            return False
    unit = mentions.starting(number.last, "unit")
    if unit is not None and before == NUMBER_KEY and len(tokens.span(number.first - 1, number.first)) == _YEAR_DIGITS:
        return False  # `ít hơn năm 2019 năm dự án`
    worded = mentions.all_ending(number.first, FREE)
    counts = () if unit is None else ("zone", "project") if before in _LISTED else ("zone",)
    if unit is not None and unit.value.dimension in counts:
        origin = mentions.starting(unit.last, "origin")  # `12 dự án tăng vốn; một dự án DDI giảm vốn`
        worded = [*worded, *mentions.all_starting(unit.last if origin is None else origin.last, FOLLOWING)]
    return unit is None or not any(counts_in(m.value, unit.value.dimension) for m in worded)


def _is_part_of_word(tokens: Tokens, index: int) -> bool:
    """Whether letters touch the numeral from the left (`QL51`, `B2`): part of a name.

    Not where they are a whole word in small letters that typing glued to it (`khoảng2.400 tỷ đồng`).
    """
    before = tokens.starts[index] - 1
    if before < 0 or not tokens.text[before].isalpha():
        return False
    word = tokens.text[tokens.starts[index - 1] : before + 1]
    return len(word) < _GLUED_LETTERS or not word.islower()
