"""Zones named again without the word for zone: `KCN Giao Hòa có 12 dự án. Giao Hòa đã lấp đầy 98%`.

Belongs here: names that the text itself called zones. Does not: zones listed in reference (`entities`), or words that
point back (`anaphora`).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from kcn_pipeline.extraction.names.proper_names import KINDS, EntityMention, name_end
from kcn_pipeline.extraction.text.mention_map import MentionMap
from kcn_pipeline.extraction.text.tokens import NUMBER_KEY, Tokens
from kcn_pipeline.reference.entities import load_nations, slug
from kcn_pipeline.reference.function_words import function_words

_JOINTS: Final = function_words("and") | {","}
_PLURALS: Final = function_words("plural")
_PLACING: Final = function_words("placing") | function_words("only")
_SHORT: Final = function_words("short_for_zone")
_BEFORE: Final = (
    _PLACING
    | _SHORT
    | _JOINTS
    | function_words("such_as")
    | function_words("is")
    | function_words("of")
    | frozenset(".;:(-–+")
)
_LISTED_IN_REFERENCE: Final = ("place", "country", "zone_name", "board_name")
_WORDS_AT_LEAST: Final = 2

Name = tuple[str, ...]


def repeated_zones(tokens: Tokens, mentions: MentionMap) -> Iterator[EntityMention]:
    """Bare names of zones, wherever the text names them behind the word for zone too; in no longer name."""
    known = {m.first for role in _LISTED_IN_REFERENCE for m in mentions.of(role)}
    named, introduced = _introduced(tokens, mentions, known)
    if not named:
        return
    lengths: dict[str, set[int]] = {}
    for name in named:
        lengths.setdefault(name[0], set()).add(len(name))
    for first in tokens.indices(lengths.keys()):
        if first in introduced or first in known or not _may_stand_alone(tokens, first):
            continue
        last = name_end(tokens, first + 1)
        if last - first in lengths[tokens.keys[first]] and tuple(tokens.keys[first:last]) in named:
            before = tokens.keys[first - 1] if first else ""
            in_full = before in _PLACING or before in _SHORT
            yield EntityMention(f"zone:{slug(tokens.words(first, last))}", first, last, bare=not in_full)


def _introduced(tokens: Tokens, mentions: MentionMap, known: set[int]) -> tuple[set[Name], set[int]]:
    """The names behind the word for zone, of all in a list behind its plural; and where they begin there."""
    named: set[Name] = set()
    introduced: set[int] = set()
    for head in mentions.of("zone_head"):
        before = tokens.keys[head.first - 1] if head.first else ""
        many = before == NUMBER_KEY or before in _PLURALS
        first, last = head.last, name_end(tokens, head.last)
        while last > first:
            introduced.add(first)
            called = first not in known and tokens.words(first, first + 1) not in KINDS
            if called and last - first >= _WORDS_AT_LEAST and slug(tokens.words(first, last)) not in load_nations():
                named.add(tuple(tokens.keys[first:last]))
            listed = many and last < len(tokens) and tokens.keys[last] in _JOINTS
            first, last = (last + 1, name_end(tokens, last + 1)) if listed else (last, last)
    return named, introduced


def _may_stand_alone(tokens: Tokens, at: int) -> bool:
    """Whether no noun stands before the name: `huyện Giao Hòa` and `cảng Giao Hòa` are no zones."""
    if not tokens.text[tokens.starts[at]].isupper():
        return False
    return at == 0 or tokens.keys[at - 1] in _BEFORE or "\n" in tokens.text[tokens.ends[at - 1] : tokens.starts[at]]
