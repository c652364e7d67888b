"""Counts of projects by origin, each with its money behind a sign: `FDI 24/348 triệu USD`, `21 DDI: 2.104 tỷ`.

Belongs here: what such a bare count counts, and the currency that its origin tells. Does not: counts by origin without
money (`figure_lists`, `elided_units`), the origin of the money itself (`origins`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise
from typing import Final

from kcn_pipeline.extraction.numbers.figures import Figure
from kcn_pipeline.extraction.text.mention_map import MentionMap
from kcn_pipeline.extraction.text.phrase_index import Mention
from kcn_pipeline.extraction.text.tokens import Tokens
from kcn_pipeline.reference.function_words import function_words

_SIGNS: Final = (["/"], [":"])
_CAPITAL: Final = function_words("capital")
_TOLD_IN: Final = {("fdi", 10**6): "USD", ("ddi", 10**9): "VND"}
_COUNTED: Final = "project"
_ONE: Final = Decimal(1)
_NEXT_PAIR: Final = 2


def count_by_origin(tokens: Tokens, mentions: MentionMap, found: Sequence[Figure]) -> None:
    """Give such counts their unit, their money its currency, and the bare number right before them that they sum to."""
    if not mentions.of("origin"):
        return
    pairs = list(_pairs(tokens, mentions, found))
    for at, origin in pairs:
        count, money = found[at], found[at + 1]
        listed = any(abs(other - at) == _NEXT_PAIR and named != origin for other, named in pairs)
        if count.unit is not None and not listed:
            continue  # `giải ngân FDI 81/90 triệu USD`: money out of money
        count.unit, count.dimension, count.scale, count.reads_on = _COUNTED, _COUNTED, _ONE, None
        if money.unit is None and (unit := _TOLD_IN.get((origin, int(money.scale)))):
            money.unit, money.dimension = unit, "money"
    for (at, _), (other, _) in pairwise(pairs):
        whole = found[at - 1] if at and other == at + _NEXT_PAIR else None
        if whole is None or whole.unit is not None or whole.scale != 1 or whole.column is not None:
            continue
        if whole.readings[0].value == found[at].readings[0].value + found[other].readings[0].value:
            whole.unit = whole.dimension = _COUNTED


def _pairs(tokens: Tokens, mentions: MentionMap, found: Sequence[Figure]) -> Iterator[tuple[int, str]]:
    """Which figures are counts of an origin with their money right behind them, and that origin."""
    for at, (count, money) in enumerate(pairwise(found)):
        is_money = money.dimension == "money" or (money.unit is None and money.scale != 1)
        if not is_money or not _is_bare(count, money):
            continue
        origin, between = _origin_of(tokens, mentions, count, money)
        if origin is not None and [key for key in between if key not in _CAPITAL] in _SIGNS:
            yield at, origin.value.value


def _is_bare(count: Figure, money: Figure) -> bool:
    """Whether a whole number has no unit, or only that of the money behind its stroke."""
    bare = count.unit is None and count.scale == 1
    lent = count.unit_first is None and count.unit == money.unit and count.reads_on is not None
    return (bare or lent) and count.readings[0].step >= 1 and count.column is None and count.range_with is None


def _origin_of(
    tokens: Tokens, mentions: MentionMap, count: Figure, money: Figure
) -> tuple[Mention | None, Sequence[str]]:
    """The origin that touches a count, and what else stands between that and its money."""
    behind = mentions.starting(count.last, "origin")
    if behind is not None and behind.value.value != "total":
        return behind, tokens.keys[behind.last : money.before]
    before = mentions.ending(count.before, "origin")
    known = before if before is not None and before.value.value != "total" else None
    return known, tokens.keys[count.last : money.before]
