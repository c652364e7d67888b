"""Companies named by their brand alone: `Fuxing Display tăng vốn thêm 25 triệu USD`, `… là Regal (26 triệu USD)`.

Belongs here: names that no Vietnamese word spells, or that a verb of companies follows. Does not: names behind the
word for company (`proper_names`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from kcn_pipeline.extraction.names.proper_names import EntityMention
from kcn_pipeline.extraction.text.mention_map import MentionMap
from kcn_pipeline.extraction.text.tokens import Tokens
from kcn_pipeline.reference.entities import slug
from kcn_pipeline.reference.function_words import function_words
from kcn_pipeline.reference.provinces import load_provinces
from kcn_pipeline.reference.syllables import is_syllable

_STARTS: Final = (
    function_words("and")
    | function_words("such_as")
    | function_words("is")
    | function_words("cause")
    | function_words("of")
    | function_words("turning")
    | frozenset(".;:,(+-")
)
_KNOWN: Final = (
    "place",
    "country",
    "zone_name",
    "zone_head",
    "board_name",
    "board_head",
    "bloc_name",
    "unit",
    "scale",
    "origin",
    "nation",
    "whole",
)
_OF_ZONES: Final = ("zone_head", "board_head", "coverage")
_OF_COMPANIES: Final = function_words("verb_of_companies")
_TOWNS: Final = function_words("short_for_town")
_LINE_BREAK: Final = re.compile("\n")
_WORDS_AT_MOST: Final = 4
_LETTERS_AT_LEAST: Final = 4


def branded_companies(tokens: Tokens, mentions: MentionMap) -> Iterator[EntityMention]:
    """Capitalised words at the head of a clause or a list's item, one no Vietnamese syllable or a verb after them."""
    known = {m.first for role in _KNOWN for m in mentions.of(role)}
    zones = {m.first for m in mentions.of(*_OF_ZONES)}
    text = tokens.text
    for first in _openings(tokens):
        if first in known or not text[tokens.starts[first]].isupper():
            continue
        if not tokens.keys[first].isalpha() or _is_town(tokens, first):
            continue
        last = _end(tokens, first)
        if not zones.isdisjoint(range(first, last)):
            continue  # `Ngoài KCN Nomura đã lấp đầy`, `Toàn KKT nộp ngân sách …`
        branded = any(_is_brand(tokens, at) for at in range(first, last))
        dashes = tokens.keys[first:last].count("-")
        if last - first - 2 * dashes <= _WORDS_AT_MOST and (branded or _acts(tokens, first, last)):
            name = tokens.words(first, last)
            yield EntityMention(f"company:{slug(name)}", first, last, bare=True)


def _openings(tokens: Tokens) -> list[int]:
    """The tokens that open the text, a line, a clause or an item of a list, in order."""
    lines = {tokens.at_or_after(line.end()) for line in _LINE_BREAK.finditer(tokens.text)}
    found = lines.union([0], [at + 1 for at in tokens.indices(_STARTS)])
    return sorted(found - {len(tokens)})


def _is_town(tokens: Tokens, at: int) -> bool:
    """`(TP. Buôn Ma Thuột)`: the stop is of the short form of the word for town."""
    return at > 1 and tokens.keys[at - 1] == "." and tokens.keys[at - 2] in _TOWNS


def _end(tokens: Tokens, first: int) -> int:
    """After the capitalised words from `first` on, in one line."""
    at, end = first + 1, len(tokens)
    while at < end:
        at += _is_hyphen(tokens, at)
        capital = tokens.text[tokens.starts[at]].isupper()
        if not capital or "\n" in tokens.text[tokens.ends[at - 1] : tokens.starts[at]]:
            break
        at += 1
    return at


def _is_hyphen(tokens: Tokens, at: int) -> bool:
    """`Lite-On`: a dash between two words of a name, with no space around it."""
    if tokens.keys[at] != "-" or at + 1 >= len(tokens):
        return False
    glued = tokens.ends[at - 1] == tokens.starts[at] and tokens.ends[at] == tokens.starts[at + 1]
    return glued and tokens.text[tokens.starts[at + 1]].isupper()


def _acts(tokens: Tokens, first: int, last: int) -> bool:
    """`Kinh Bắc (KBC) báo doanh thu …`: two words or more that do what companies do only."""
    if tokens.keys[last : last + 1] == ["("] and tokens.keys[last + 2 : last + 3] == [")"]:
        last, first = last + 3, first - 1
    return last - first > 1 and last < len(tokens) and tokens.keys[last] in _OF_COMPANIES


def _is_brand(tokens: Tokens, at: int) -> bool:
    """Whether a word with a capital, not written in capitals throughout, is no Vietnamese syllable."""
    word = tokens.words(at, at + 1)
    foreign = len(word) >= _LETTERS_AT_LEAST and word.istitle() and word.isascii() and not is_syllable(word.lower())
    return foreign and word.lower() not in _places_in_one_word()


@cache
def _places_in_one_word() -> frozenset[str]:
    """Provinces as foreign texts write them: `Danang`, `Hanoi`."""
    return frozenset(slug(name).replace("-", "") for p in load_provinces().values() for name in (p.name, *p.aliases))
