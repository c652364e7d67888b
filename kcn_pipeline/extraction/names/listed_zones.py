"""Zones that only their list and their area tell: `ba khu: Đại An (170 ha), Phúc Điền (87 ha) và Tân Trường (198 ha)`.

Belongs here: names in front of an area in brackets. Does not: names behind the word for zone (`proper_names`).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from typing import Final

from kcn_pipeline.extraction.names.proper_names import EntityMention
from kcn_pipeline.extraction.text.mention_map import MentionMap
from kcn_pipeline.extraction.text.tokens import NUMBER_KEY, Tokens
from kcn_pipeline.reference.entities import slug
from kcn_pipeline.reference.function_words import function_words

_SIGNS: Final = frozenset(",;:")
_BEFORE: Final = function_words("and") | function_words("is") | function_words("such_as") | _SIGNS
_DASHES: Final = frozenset("-–—")
_WORDS_AT_MOST: Final = 6


def listed_zones(tokens: Tokens, mentions: MentionMap) -> Iterator[EntityMention]:
    """Bare names of zones; each stands in a line that the word for zone opened before it."""
    heads = sorted(m.last for m in mentions.of("zone_head"))
    if not heads:
        return
    for unit in sorted({m.first for m in mentions.of("unit") if m.value.dimension == "area"}):
        opening = unit - 2
        if opening < 1 or tokens.keys[opening : opening + 2] != ["(", NUMBER_KEY]:
            continue
        first = _first(tokens, opening)
        place = bisect_right(heads, first)
        if place == 0 or first == opening or bisect_right(heads, opening) > place:
            continue
        if tokens.keys[first - 1] not in _BEFORE:
            continue
        if "\n" not in tokens.text[tokens.ends[heads[place - 1] - 1] : tokens.starts[first]]:
            name = tokens.words(first, opening)
            yield EntityMention(f"zone:{slug(name)}", first, opening, bare=True)


def _first(tokens: Tokens, last: int) -> int:
    """The first of the capitalised words, numbers and dashes in front of `last`."""
    at = last
    while at > 0 and last - at < _WORDS_AT_MOST and _is_of_name(tokens, at - 1):
        at -= 1
    while at < last and not tokens.text[tokens.starts[at]].isupper():
        at += 1
    return at


def _is_of_name(tokens: Tokens, at: int) -> bool:
    key = tokens.keys[at]
    return tokens.text[tokens.starts[at]].isupper() or key == NUMBER_KEY or key in _DASHES
