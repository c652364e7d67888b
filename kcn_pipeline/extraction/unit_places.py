"""Where the unit of a numeral stands when it is not right behind it: before it, at the whole's number, as a rate.

Belongs here: finding such a unit word. Does not: what the figure becomes with it (`figures`).
"""

from __future__ import annotations

from typing import Final

from kcn_pipeline.extraction.mention_map import MentionMap
from kcn_pipeline.extraction.phrase_index import Mention
from kcn_pipeline.extraction.tokens import NUMBER_KEY, Tokens
from kcn_pipeline.reference.function_words import function_words

_NO_PARTS: Final = frozenset({"percent", "day", "multiple"})
_NO_COUNTS: Final = _NO_PARTS | {"money", "area"}
_IS: Final = function_words("is")
_MONTH: Final = function_words("month")
_EACH: Final = function_words("each_month")
_TO_MONTH: Final = function_words("earner") | {"/", "-"}
_AMONG: Final = function_words("among")
_AMONG_AT_MOST: Final = 4
_MONTH_REACH: Final = 5


def unit_of_whole(tokens: Tokens, mentions: MentionMap, at: int) -> Mention | None:
    """`11/23 KCN`, `342 trong tổng số 412 dự án`: the part is counted as the whole is."""
    number = at + 1 if tokens.keys[at : at + 1] == ["/"] else at
    while number - at < _AMONG_AT_MOST and number < len(tokens) and tokens.keys[number] in _AMONG:
        number += 1
    if number == at or tokens.keys[number : number + 1] != [NUMBER_KEY]:
        return None
    scale = mentions.starting(number + 1, "scale")
    unit = mentions.starting(scale.last if scale is not None else number + 1, "unit")
    return unit if unit is not None and unit.value.dimension not in _NO_PARTS else None


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
