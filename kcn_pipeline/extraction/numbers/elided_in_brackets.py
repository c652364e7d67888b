"""Units by brackets: `1.126 hồ sơ (năm 2016: 894)`, `960 tỷ (thuế 700, phí 260)`, `Lao động (người): tổng 165.200`.

Belongs here: bare numbers that go with the figure before their brackets, units that brackets before a colon state. Does
not: other units that are not printed (`elided_units`).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import Final

from kcn_pipeline.extraction.numbers.figures import Figure
from kcn_pipeline.extraction.text.mention_map import MentionMap
from kcn_pipeline.extraction.text.phrase_index import Mention
from kcn_pipeline.extraction.text.sentences import Sentence
from kcn_pipeline.extraction.text.tokens import NUMBER_KEY, Tokens
from kcn_pipeline.reference.function_words import function_words
from kcn_pipeline.reference.units import UnitWord

_YEAR: Final = function_words("year")
_INTRODUCING: Final = ("same_period", "plan")
_WORDS_AT_MOST: Final = 5
_ALIKE: Final = 3
_TOKENS_AT_MOST: Final = 60
_SEVERAL_DIGITS: Final = 20
_NOT_MEASURED: Final = frozenset({None, "percent", "multiple", "day"})


def supply_in_brackets(tokens: Tokens, mentions: MentionMap, found: Sequence[Figure]) -> None:
    """Give a number alone in brackets behind the words of an earlier time or a plan the unit of the one before them."""
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
        alone = not inside and _is_announced(mentions, figure) and _is_alike(figure, told)
        if alone or year or any(mentions.starting(at + 1, role) for role in _INTRODUCING):
            figure.unit, figure.dimension = told.unit, told.dimension
            figure.scale = told.scale if figure.scale == 1 else figure.scale


def supply_parts(tokens: Tokens, found: Sequence[Figure]) -> None:
    """`4.120 tỷ (nội địa 1.530, hải quan 2.590)`: bare numbers in brackets that add up to the amount before them."""
    for index, told in enumerate(found):
        if tokens.keys[told.last : told.last + 1] != ["("] or told.dimension in _NOT_MEASURED:
            continue
        parts = _bare_until_closed(tokens, told, found, index + 1)
        if parts[1:] and sum(figure.readings[0].value for figure in parts) == told.readings[0].value:
            for figure in parts:
                figure.unit, figure.dimension, figure.scale = told.unit, told.dimension, told.scale


def _bare_until_closed(tokens: Tokens, told: Figure, found: Sequence[Figure], first: int) -> Sequence[Figure]:
    """The figures from `first` in the brackets behind `told`, where they close again and all of these are bare."""
    closing = next((at for at in range(told.last, told.last + _TOKENS_AT_MOST) if tokens.keys[at : at + 1] == [")"]), 0)
    last = next((i for i in range(first, len(found)) if found[i].last > closing), len(found))
    bare = all(f.unit is None and f.column is None and f.scale == 1 for f in found[first:last])
    return found[first:last] if bare else ()


def _is_announced(mentions: MentionMap, figure: Figure) -> bool:
    """Whether the text said before what its numbers in brackets are."""
    return any(mention.last <= figure.first for mention in mentions.of("in_brackets"))


def _is_alike(figure: Figure, told: Figure) -> bool:
    """`2.870 tỷ đồng (2.314)`: a number of several digits, near the one before it, and no note."""
    one, other = figure.readings[0], told.readings[0].value
    several = one.step < 1 or one.value >= _SEVERAL_DIGITS
    return several and figure.scale == 1 and other / _ALIKE <= one.value <= other * _ALIKE


def supply_header(
    tokens: Tokens, mentions: MentionMap, sentence: Sentence, found: Sequence[Figure], ends: Callable[[int], bool]
) -> None:
    """`Lao động (người): tổng 165.200; nữ 97.600`: the unit in brackets before the colon counts what follows it."""
    if ")" not in tokens.keys[sentence.first : sentence.last + 1]:
        return
    keys = tokens.keys
    for at in range(sentence.first + 1, sentence.last - 1):
        unit = mentions.starting(at, "unit")
        if unit is None or keys[unit.last : unit.last + 2] != [")", ":"] or unit.value.vague:
            continue
        scale = mentions.ending(at, "scale")
        if keys[(at if scale is None else scale.first) - 1] != "(":
            continue
        word = scaled(unit.value, scale)
        for figure in found:
            if figure.unit is None and figure.first > unit.last and ends(figure.last):
                take_word(figure, word)


def take_word(figure: Figure, word: UnitWord) -> None:
    """A scale of the figure's own (`Long An 3.310 tỷ`) stays, and is not multiplied by that of the list."""
    figure.unit, figure.dimension = word.unit, word.dimension
    figure.scale = word.factor if figure.scale == 1 else figure.scale


def scaled(unit: UnitWord, scale: Mention | None) -> UnitWord:
    """A unit word with the scale word before it."""
    return unit if scale is None else unit.model_copy(update={"factor": unit.factor * scale.value})
