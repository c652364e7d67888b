"""Numbers told in two steps: `1 tỷ 834 triệu`, `ba phần tư`.

Belongs here: joining the steps into one value. Does not: units and hedges (`figures`), runs of number words
(`number_words`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Final

from kcn_pipeline.extraction.mention_map import MentionMap
from kcn_pipeline.extraction.number_words import number_of
from kcn_pipeline.extraction.numerals import Reading, readings
from kcn_pipeline.extraction.tokens import NUMBER_KEY, Tokens
from kcn_pipeline.reference.function_words import function_words
from kcn_pipeline.reference.units import load_number_words

_PART: Final = function_words("part_of_whole")
_SIMPLE: Final = frozenset({"digit", "ten", "tail"})
_STEP: Final = Decimal("0.0001")


def with_remainder(
    tokens: Tokens, mentions: MentionMap, found: Sequence[Reading], scale: Decimal, at: int
) -> tuple[tuple[Reading, ...], int]:
    """Readings in units of `scale` with what a smaller scale adds at token `at`, and the token behind it.

    `1 tỷ 834 triệu đô la` is 1.834 tỷ; where nothing is added, the readings and the place stay.
    """
    smaller = mentions.starting(at + 1, "scale") if tokens.keys[at : at + 1] == [NUMBER_KEY] else None
    if smaller is None or smaller.value >= scale:
        return tuple(found), at
    more = readings(tokens.words(at, at + 1))[0]
    share = smaller.value / scale
    if more.value * share >= 1 or any(reading.step != 1 for reading in found):
        return tuple(found), at
    both = (replace(r, value=r.value + more.value * share, step=more.step * share) for r in found)
    return tuple(both), smaller.last


def worded_fractions(tokens: Tokens) -> Iterator[tuple[int, int, Reading]]:
    """Fractions in words at tokens [first, last), as percentages: `ba phần tư` is 75."""
    if _PART.isdisjoint(tokens.keys):
        return
    words = load_number_words()
    for at, key in enumerate(tokens.keys):
        if key not in _PART or at == 0 or at + 1 >= len(tokens):
            continue
        first, last = at, at + 1
        while first > 0 and (word := words.get(tokens.keys[first - 1])) is not None and word.kind in _SIMPLE:
            first -= 1
        while last < len(tokens) and (word := words.get(tokens.keys[last])) is not None and word.kind in _SIMPLE:
            last += 1
        top, bottom = number_of([words[k] for k in tokens.keys[first:at]]), _denominator(tokens.keys[at + 1 : last])
        if top and bottom and top < bottom:
            percent = (Decimal(100 * top) / bottom).quantize(_STEP)
            yield first, last, Reading(percent, _STEP, conventional=True)


def _denominator(keys: Sequence[str]) -> int | None:
    """`tư` is four here, though it opens no other number."""
    words = load_number_words()
    if len(keys) == 1:
        return words[keys[0]].value
    return number_of([words[key] for key in keys])
