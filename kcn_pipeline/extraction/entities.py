"""Whom a passage speaks of: boards, blocs, provinces, zones, companies and the nation, as mentions.

Belongs here: recognising names. Does not: which figure belongs to which name (`context`, `binding`).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Final

from kcn_pipeline.extraction.phrase_index import Mention
from kcn_pipeline.extraction.tokens import NUMBER_KEY, Tokens
from kcn_pipeline.reference.boards import boards_by_zone, load_boards
from kcn_pipeline.reference.function_words import function_words

_REACH: Final = 14  # words between the words for "board" and the province that names it
_COUNTS_OR_JOINS: Final = function_words("and") | {NUMBER_KEY, ","}
_SLUG: Final = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, slots=True)
class EntityMention:
    """An entity named at tokens [first, last).

    A `bare` name, without the word for board or zone, owns only a figure that it touches:
    `Lâm Đồng 19 dự án, Gia Lai 11 dự án`.
    """

    entity: str
    first: int
    last: int
    bare: bool = False


def entity_mentions(tokens: Tokens, mentions: Sequence[Mention], day: date) -> list[EntityMention]:
    """Every entity named, in order; boards are those that existed on `day`."""
    found = [
        *_boards(tokens, mentions, day),
        *_single_zones(tokens, mentions),
        *(EntityMention(m.value.value, m.first, m.last) for m in mentions if m.role == "nation"),
        *_bare_names(tokens, mentions, day),
    ]
    return sorted(found, key=lambda m: (m.first, -m.last))


def _boards(tokens: Tokens, mentions: Sequence[Mention], day: date) -> Iterator[EntityMention]:
    """Names listed in reference, and the words for "board" with a province soon after them."""
    named_at = set()
    for mention in mentions:
        if mention.role == "board_name" and load_boards()[mention.value].valid_on(day):
            named_at.add(mention.first)
            yield EntityMention(f"board:{mention.value}", mention.first, mention.last)
    places = [m for m in mentions if m.role == "place"]
    for head in mentions:
        if head.role != "board_head" or head.first in named_at:
            continue
        place = next((p for p in places if head.last <= p.first <= head.last + _REACH), None)
        if place is None or _interrupted(tokens, head.last, place.first):
            continue
        if board := _board_of(place.value, tokens.keys[head.first : place.last], day):
            yield EntityMention(f"board:{board}", head.first, place.last)


def _bare_names(tokens: Tokens, mentions: Sequence[Mention], day: date) -> Iterator[EntityMention]:
    """Names of places, countries and zones as they stand in lists; only where written with a capital."""
    places = {mention.first for mention in mentions if mention.role == "place"}
    for mention in mentions:
        if mention.role not in {"place", "country", "zone_name"}:
            continue
        if mention.role == "zone_name" and mention.first in places:
            continue  # zones named after their province are told apart by the word for zone only
        if not tokens.text[tokens.starts[mention.first]].isupper():
            continue
        if mention.role == "place":
            board = _board_of(mention.value, (), day)
            entity = f"board:{board}" if board else None
        else:
            entity = mention.value if mention.role == "country" else f"zone:{slug(mention.value)}"
        if entity:
            yield EntityMention(entity, mention.first, mention.last, bare=True)


def board_of_zone(zone: EntityMention, tokens: Tokens, day: date) -> EntityMention | None:
    """The board named by its zone (`Dung Quất 19 dự án` among the members of a bloc); None where several could be."""
    name = tokens.span(zone.first, zone.last).of(tokens.text)
    boards = boards_by_zone(day).get(name, ())
    return EntityMention(f"board:{boards[0]}", zone.first, zone.last, bare=True) if len(boards) == 1 else None


def _interrupted(tokens: Tokens, first: int, last: int) -> bool:
    return any(key in {".", ";", ":", NUMBER_KEY, "("} for key in tokens.keys[first:last])


def _board_of(province: str, words: Sequence[str], day: date) -> str | None:
    """The board of a province whose official name shares most words with those of the text."""
    boards = [b for b in _boards_by_province().get(province, ()) if load_boards()[b].valid_on(day)]
    return max(boards, key=lambda b: len(_name_words(b) & set(words)), default=None)


@cache
def _boards_by_province() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for board in load_boards().values():
        found[board.province] = (*found.get(board.province, ()), board.code)
    return found


@cache
def _name_words(board: str) -> frozenset[str]:
    return frozenset(Tokens(load_boards()[board].name).keys)


def _single_zones(tokens: Tokens, mentions: Sequence[Mention]) -> Iterator[EntityMention]:
    """One zone by its name: the word for "zone" before capitalised words, not in the plural."""
    plural_ends = {m.last for m in mentions if m.role == "plural"}
    board_ends = {m.last for m in mentions if m.role == "board_head"}
    places = {m.first for m in mentions if m.role == "place"}
    for head in mentions:
        if head.role != "zone_head" or head.first in plural_ends or head.first in board_ends:
            continue
        if head.first and tokens.keys[head.first - 1] in _COUNTS_OR_JOINS:
            continue
        last = _name_end(tokens, head.last)
        if last > head.last and head.last not in places:
            name = tokens.text[tokens.starts[head.last] : tokens.ends[last - 1]]
            yield EntityMention(f"zone:{slug(name)}", head.first, last)


def _name_end(tokens: Tokens, at: int) -> int:
    """After the last of the capitalised words (and Roman or Arabic numbers) from `at` on."""
    while at < len(tokens):
        word = tokens.text[tokens.starts[at] : tokens.ends[at]]
        if not word[0].isupper() or (word.isupper() and len(word) > 1 and not set(word) <= set("IVX")):
            break
        if at > 0 and "\n" in tokens.text[tokens.ends[at - 1] : tokens.starts[at]]:
            break
        at += 1
    return at


def slug(name: str) -> str:
    """A name as the tail of an entity: lower case, no marks, words joined by hyphens."""
    folded = unicodedata.normalize("NFD", name.lower().replace("đ", "d"))
    return _SLUG.sub("-", "".join(c for c in folded if not unicodedata.combining(c))).strip("-")
