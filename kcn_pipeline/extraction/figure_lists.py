"""What the figures of a list share: the ends of a range, a unit printed once for several.

Belongs here: completing figures by their neighbours. Does not: reading one figure (`figures`).
"""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from kcn_pipeline.extraction.figures import Figure
from kcn_pipeline.extraction.mention_map import MentionMap
from kcn_pipeline.extraction.tokens import Tokens
from kcn_pipeline.reference.function_words import function_words

_RANGE: Final = function_words("range") | set("-–—")
_LISTED: Final = function_words("and") | {",", ";"}


def join_ranges(tokens: Tokens, found: list[Figure]) -> None:
    """`02 đến 05 ngày`, `17-18%`: two figures, lower and upper, with one unit and one quote."""
    for low, high in pairwise(found):
        between = tokens.keys[low.last : high.before]
        if low.column is not None:
            continue  # a dash between the columns of a table makes no range
        if len(between) != 1 or between[0] not in _RANGE:
            continue
        if high.unit is None or (low.unit is not None and low.unit != high.unit):
            continue
        if low.readings[0].value >= high.readings[0].value and low.scale == high.scale:
            continue
        if low.unit is None:
            low.unit, low.dimension = high.unit, high.dimension
            low.scale = high.scale if low.scale == 1 else low.scale
        low.bound, high.bound = "lower", "upper"
        low.range_with, high.range_with = high, low


def _beside_origin(mentions: MentionMap, figure: Figure) -> bool:
    return bool(mentions.starting(figure.last, "origin") or mentions.ending(figure.before, "origin"))


def share_units(tokens: Tokens, mentions: MentionMap, found: list[Figure]) -> None:
    """`26 FDI và 13 DDI`, `44, 30 và 6 dự án`: a numeral takes the unit of its list."""
    for earlier, later in pairwise(found):
        if later.unit is None and earlier.unit is not None and _beside_origin(mentions, later):
            later.unit, later.dimension = earlier.unit, earlier.dimension
    for earlier, later in reversed(list(pairwise(found))):
        between = tokens.keys[earlier.last : later.before]
        if earlier.unit is None and later.unit is not None and len(between) == 1 and between[0] in _LISTED:
            earlier.unit, earlier.dimension = later.unit, later.dimension
            earlier.scale = later.scale if earlier.scale == 1 else earlier.scale
