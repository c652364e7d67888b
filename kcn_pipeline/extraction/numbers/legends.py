"""Counts in lists whose legend tells what they are: `Theo đơn vị (dự án/vốn): Long An 12, 310 tỷ đồng; Bến Tre 5`.

Belongs here: numbers right behind a name, in a list that brackets before a colon explain. Does not: lists that another
figure or wording tells of (`named_counts`), units that such brackets state of all their figures (`elided_in_brackets`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from kcn_pipeline.extraction.numbers.figures import Figure
from kcn_pipeline.extraction.text.mention_map import MentionMap
from kcn_pipeline.extraction.text.tokens import NUMBER_KEY, Tokens
from kcn_pipeline.reference.units import UnitWord

_PARTING: Final = frozenset({"/", ",", ";", "-", "–"})
_MEASURED: Final = frozenset({"money", "area", "percent", "multiple"})
_WORDS_AT_MOST: Final = 14
_AFTER_COUNT: Final = frozenset({",", ";", ".", "/", "(", "-", "–"})


def count_by_legends(tokens: Tokens, mentions: MentionMap, found: Sequence[Figure]) -> None:
    """Give the bare numbers right behind the names of such lists what the legend says that they count."""
    for first, unit in _legends(tokens, mentions):
        for figure in found:
            if figure.first < first or figure.column is not None:
                continue
            if "\n" in tokens.text[tokens.ends[first - 1] : tokens.starts[figure.first]]:
                break
            if figure.unit is None and figure.scale == 1 and _is_count_of_name(tokens, figure):
                figure.unit, figure.dimension = unit.unit, unit.dimension


def _legends(tokens: Tokens, mentions: MentionMap) -> Iterator[tuple[int, UnitWord]]:
    """Behind which token the list of each legend begins, and the first of the things it names, if that is counted."""
    keys = tokens.keys
    for mention in mentions.of("unit"):
        unit = mention.value
        if keys[mention.first - 1 : mention.first] != ["("] or unit.dimension in _MEASURED or unit.vague:
            continue
        end = next(
            (at for at in range(mention.last, min(mention.last + _WORDS_AT_MOST, len(keys))) if keys[at] == ")"), 0
        )
        inside = keys[mention.last : end]
        if keys[end + 1 : end + 2] == [":"] and not _PARTING.isdisjoint(inside) and NUMBER_KEY not in inside:
            yield end + 2, unit


def _is_count_of_name(tokens: Tokens, figure: Figure) -> bool:
    """Whether a capitalised word stands right before a whole number, and a sign behind it."""
    at = figure.before
    named = tokens.text[tokens.starts[at - 1]].isupper() and tokens.keys[at - 1].isalpha()
    ends = figure.last >= len(tokens) or tokens.keys[figure.last] in _AFTER_COUNT
    return named and ends and figure.readings[0].step >= 1
