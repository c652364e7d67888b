"""Numbers told in two steps, and halves: `1 tỷ 834 triệu`, `ba phần tư`, `hơn một nửa`.

Belongs here: joining the steps into one value. Does not: units and hedges (`figures`), runs of number words
(`number_words`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Final, NamedTuple

from kcn_pipeline.extraction.numbers.number_words import number_of
from kcn_pipeline.extraction.numbers.numerals import Reading, readings
from kcn_pipeline.extraction.text.mention_map import MentionMap
from kcn_pipeline.extraction.text.tokens import NUMBER_KEY, Tokens
from kcn_pipeline.reference.function_words import function_words
from kcn_pipeline.reference.units import load_number_words, load_scales

_PART: Final = function_words("part_of_whole")
_SIMPLE: Final = frozenset({"digit", "ten", "tail"})
_HALF_MORE: Final = function_words("half")
_HALF_OF_ONE: Final = Decimal("0.5")
_THOUSAND: Final = 1000
_GROUP_DIGITS: Final = 3
_STEP: Final = Decimal("0.0001")
_LARGEST_DENOMINATOR: Final = 10
_HALF: Final = function_words("half_of_whole")
_BEFORE_HALF: Final = function_words("before_half")
_EXCEEDING: Final = function_words("before_bare_half")
_ONE: Final = function_words("one")
_BEFORE_WHOLE: Final = function_words("link_to_base") | function_words("is")
_NO_WHOLE: Final = function_words("period") | function_words("superlative") | load_scales().keys() | set(".;!?")


class _Remainder(NamedTuple):
    """What is added, in units of the larger scale, and the token behind it."""

    value: Decimal
    step: Decimal
    last: int


def with_remainder(
    tokens: Tokens, mentions: MentionMap, found: Sequence[Reading], scale: Decimal, at: int
) -> tuple[tuple[Reading, ...], int]:
    """Readings in units of `scale` with what a smaller scale adds at token `at`, and the token behind it.

    `1 tỷ 834 triệu đô la` is 1.834 tỷ, `một tỷ rưỡi` 1,5 tỷ; where nothing is added, the readings and the place stay.
    """
    key = tokens.keys[at] if at < len(tokens) else ""
    if key in _HALF_MORE:
        return tuple(replace(r, value=r.value + _HALF_OF_ONE, step=_HALF_OF_ONE) for r in found), at + 1
    if key == NUMBER_KEY:
        more = _in_smaller_scale(tokens, mentions, scale, at) or _in_units(tokens, mentions, scale, at)
    else:
        more = _in_words(tokens, scale, at) if key in load_number_words() else None
    if more is None or more.value >= 1 or any(reading.step != 1 for reading in found):
        return tuple(found), at
    return tuple(replace(r, value=r.value + more.value, step=more.step) for r in found), more.last


def _in_smaller_scale(tokens: Tokens, mentions: MentionMap, scale: Decimal, at: int) -> _Remainder | None:
    """`834 triệu` behind `1 tỷ`."""
    smaller = mentions.starting(at + 1, "scale")
    if smaller is None or smaller.value >= scale:
        return None
    more = readings(tokens.words(at, at + 1))[0]
    over, share, last = mentions.starting(smaller.last, "scale"), smaller.value / scale, smaller.last
    if over is not None and over.value < scale:  # `2 triệu 3 trăm nghìn`
        share, last = share * over.value, over.last
    return _Remainder(more.value * share, more.step * share, last)


def _in_units(tokens: Tokens, mentions: MentionMap, scale: Decimal, at: int) -> _Remainder | None:
    """`210` behind `40 nghìn`, where a larger scale or what is counted follows: `40 nghìn 210 tỷ đồng`."""
    digits, behind = tokens.words(at, at + 1), at + 1
    if scale != _THOUSAND or len(digits) != _GROUP_DIGITS or not digits.isdecimal():
        return None
    over = mentions.starting(behind, "scale")
    if not (over.value > scale if over is not None else mentions.starting(behind, "unit")):
        return None
    return _Remainder(int(digits) / scale, 1 / scale, behind)


def _in_words(tokens: Tokens, scale: Decimal, at: int) -> _Remainder | None:
    """`sáu trăm triệu` behind `hai tỷ`; `hai tỷ sáu` leaves open of what there are six."""
    words, last = load_number_words(), at
    while last < len(tokens) and tokens.keys[last] in words:
        last += 1
    value, step = number_of([words[key] for key in tokens.keys[at:last]]), words[tokens.keys[last - 1]].value
    return None if value is None or step < _THOUSAND else _Remainder(value / scale, step / scale, last)


def worded_fractions(tokens: Tokens) -> Iterator[tuple[int, int, Reading]]:
    """Fractions in words at tokens [first, last), as percentages: `ba phần tư` is 75."""
    yield from _worded_halves(tokens)
    words = load_number_words()
    for at in tokens.indices(_PART):
        if at == 0 or at + 1 >= len(tokens):
            continue
        if tokens.keys[at - 1] == tokens.keys[at + 1] == NUMBER_KEY:
            yield from _in_digits(tokens, at)
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


def _in_digits(tokens: Tokens, at: int) -> Iterator[tuple[int, int, Reading]]:
    """`8 phần 10`."""
    top, bottom = tokens.words(at - 1, at), tokens.words(at + 1, at + 2)
    if top.isdecimal() and bottom.isdecimal() and 0 < int(top) < int(bottom) <= _LARGEST_DENOMINATOR:
        yield at - 1, at + 2, Reading((Decimal(100 * int(top)) / int(bottom)).quantize(_STEP), _STEP, conventional=True)


def _worded_halves(tokens: Tokens) -> Iterator[tuple[int, int, Reading]]:
    """`hơn một nửa vốn`, `một nửa tổng số`, as percentages; `chỉ xếp một nửa vì …` has no whole."""
    keys = tokens.keys
    for at in tokens.indices(_HALF):
        if at == 0 or at + 1 >= len(keys):
            continue
        if keys[at - 1] not in _ONE:
            behind = tokens.text[tokens.ends[at] : tokens.starts[at + 1]]  # headlines end with it, and tell no figure
            if keys[at - 1] in _EXCEEDING and keys[at + 1] not in _NO_WHOLE and "\n" not in behind:
                yield at, at + 1, Reading(Decimal(50), _STEP, conventional=True)  # `chiếm quá nửa vốn`
            continue
        hedged = at > 1 and keys[at - 2] in _BEFORE_HALF
        if keys[at + 1] in _BEFORE_WHOLE or (hedged and keys[at + 1] not in _NO_WHOLE):
            yield at - 1, at + 1, Reading(Decimal(50), _STEP, conventional=True)


def _denominator(keys: Sequence[str]) -> int | None:
    """`tư` is four here, though it opens no other number."""
    words = load_number_words()
    if len(keys) == 1:
        return words[keys[0]].value
    return number_of([words[key] for key in keys])
