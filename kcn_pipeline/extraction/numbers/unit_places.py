"""Where the unit of a numeral stands when it is not right behind it: before it, at the whole's number, as a rate.

Belongs here: finding such a unit word. Does not: what the figure becomes with it (`figures`).
"""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from kcn_pipeline.extraction.text.mention_map import MentionMap
from kcn_pipeline.extraction.text.phrase_index import Mention
from kcn_pipeline.extraction.text.tokens import NUMBER_KEY, Tokens
from kcn_pipeline.reference.function_words import function_words
from kcn_pipeline.reference.units import load_number_words

_NO_PARTS: Final = frozenset({"percent", "day", "multiple"})
_NO_COUNTS: Final = _NO_PARTS | {"money", "area"}
_IS: Final = function_words("is")
_MONTH: Final = function_words("month")
_EACH: Final = function_words("each_month")
_TO_MONTH: Final = function_words("earner") | {"/", "-"}
_AMONG: Final = function_words("among")
_THOSE: Final = function_words("deictic") - _AMONG
_AMONG_AT_MOST: Final = 4
_MONTH_REACH: Final = 5
_NO_ARTICLE: Final = 1000


def unit_of_whole(tokens: Tokens, mentions: MentionMap, at: int) -> Mention | None:
    """`11/23 KCN`, `342 trong tổng số 412 dự án`: the part is counted as the whole is."""
    number = at + 1 if tokens.keys[at : at + 1] == ["/"] else at
    while number - at < _AMONG_AT_MOST and number < len(tokens) and tokens.keys[number] in _AMONG:
        number += 1
    if number == at:
        return None
    end = number + 1 if tokens.keys[number : number + 1] == [NUMBER_KEY] else _behind_words(tokens, at, number)
    if end == number:
        return None
    scale = mentions.starting(end, "scale")
    unit = mentions.starting(scale.last if scale is not None else end, "unit")
    return unit if unit is not None and unit.value.dimension not in _NO_PARTS else None


def _behind_words(tokens: Tokens, part_end: int, number: int) -> int:
    """`Ba trong bảy KCN`: behind the whole in words at token `number`, where the part is in words too."""
    words, end = load_number_words(), number
    if part_end == 0 or tokens.keys[part_end - 1] not in words:
        return number
    while end < len(tokens) and tokens.keys[end] in words:
        end += 1
    return end


def behind_spelling(tokens: Tokens, at: int) -> int:
    """`05 (năm) dự án`: the place behind brackets at token `at` that spell a number; `at` where there are none."""
    if tokens.keys[at : at + 1] != ["("]:
        return at
    words, end = load_number_words(), at + 1
    while end < len(tokens) and tokens.keys[end] in words:
        end += 1
    return end + 1 if end > at + 1 and tokens.keys[end : end + 1] == [")"] else at


def among_those(tokens: Tokens, at: int) -> bool:
    """Whether `trong số đó` stands at token `at`: a number before it counts what was just counted."""
    end = at
    while end < len(tokens) and tokens.keys[end] in _AMONG:
        end += 1
    return end > at and end < len(tokens) and tokens.keys[end] in _THOSE


def stands_alone(tokens: Tokens, at: int, scale: Decimal, value: Decimal) -> bool:
    """Whether a number in words counts with no unit: `ba trong số đó`, `hai chục là của nước ngoài`, `lên ba vạn`."""
    if scale * value >= _NO_ARTICLE:
        return True
    return among_those(tokens, at) or (scale != 1 and tokens.keys[at : at + 1] == [*_IS])


def unit_after_is(tokens: Tokens, mentions: MentionMap, at: int) -> Mention | None:
    """`còn lại 94 là dự án trong nước`: what was counted is said behind the verb."""
    if tokens.keys[at : at + 1] != [*_IS]:
        return None
    unit = mentions.starting(at + 1, "unit")
    return unit if unit is not None and unit.value.dimension not in _NO_COUNTS else None


def currency_before(tokens: Tokens, mentions: MentionMap, index: int) -> Mention | None:
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


def month_end(tokens: Tokens, at: int) -> int | None:
    """Where `/người/tháng`, `một tháng`, `mỗi người mỗi tháng` ends that starts at token `at`."""
    if tokens.keys[at : at + 1] != ["/"] and _EACH.isdisjoint(tokens.keys[at : at + 1]):
        return None
    for end in range(at, min(at + _MONTH_REACH, len(tokens))):
        if tokens.keys[end] in _MONTH:
            return end + 1
        if tokens.keys[end] not in _EACH and tokens.keys[end] not in _TO_MONTH:
            return None
    return None
