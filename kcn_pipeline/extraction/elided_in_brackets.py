"""Units of what brackets tell of another time: `tiếp nhận 1.126 hồ sơ (năm 2016: 894)`, `960 tỷ đồng (cùng kỳ 700)`.

Belongs here: bare numbers that go with the figure before the brackets. Does not: other units that are not printed
(`elided_units`).
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from kcn_pipeline.extraction.figures import Figure
from kcn_pipeline.extraction.mention_map import MentionMap
from kcn_pipeline.extraction.tokens import NUMBER_KEY, Tokens
from kcn_pipeline.reference.function_words import function_words

_YEAR: Final = function_words("year")
_WORDS_AT_MOST: Final = 5
_NOT_MEASURED: Final = frozenset({None, "percent", "multiple", "day"})


def supply_in_brackets(tokens: Tokens, mentions: MentionMap, found: Sequence[Figure]) -> None:
    """Give a bare number alone in brackets behind the words of an earlier time the unit of the figure before them."""
    keys = tokens.keys
    for told, figure in pairwise(found):
        at = told.last
        if figure.unit is not None or figure.column is not None or told.dimension in _NOT_MEASURED:
            continue
        inside = keys[at + 1 : figure.before]
        enclosed = keys[at : at + 1] == ["("] and keys[figure.last : figure.last + 1] == [")"]
        if not enclosed or len(inside) > _WORDS_AT_MOST or "," in inside:
            continue
        year = inside[:1] == [*_YEAR] and inside[1:2] == [NUMBER_KEY]
        if year or mentions.starting(at + 1, "same_period"):
            figure.unit, figure.dimension, figure.scale = told.unit, told.dimension, figure.scale * told.scale
