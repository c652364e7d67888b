"""Names that text alone tells: one zone or company by its kind and capitalised words, the stage of a zone.

Belongs here: where such a name begins and ends, and its tail as an entity. Does not: names listed in reference, or
words of territory (`entities`).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from kcn_pipeline.extraction.phrase_index import Mention
from kcn_pipeline.extraction.tokens import NUMBER_KEY, Tokens
from kcn_pipeline.reference.function_words import function_words

_COUNTS_OR_JOINS: Final = function_words("and") | {NUMBER_KEY, ","}
_OF: Final = function_words("of")
_ONLY: Final = function_words("only")
_PLURALS: Final = function_words("plural")
_PLACING: Final = function_words("placing") | _ONLY
_STAGE: Final = function_words("stage")
_SEGMENT_STARTS: Final = frozenset({";", ".", "(", ","})
_COMPANY_WORDS_AT_MOST: Final = 3
_SLUG: Final = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, slots=True)
class EntityMention:
    """An entity named at tokens [first, last).

    A `bare` name, without the word for board or zone, owns only a figure that it touches:
    `Lâm Đồng 19 dự án, Gia Lai 11 dự án`. `closing`: a word of territory that may follow its figure, as in
    `31 dự án nằm ngoài khu`.
    """

    entity: str
    first: int
    last: int
    bare: bool = False
    closing: bool = False


def single_companies(tokens: Tokens, mentions: Sequence[Mention]) -> Iterator[EntityMention]:
    """One company, where its kind opens a segment or follows the word for "only"; a name after that word too."""
    known = {m.first for m in mentions}
    projects = {m.last for m in mentions if m.role == "unit" and m.value.dimension == "project"}
    for head in mentions:
        if head.role == "company_head" and _opens_name(tokens, head, projects):
            last = head.last
            while last < len(tokens) and last - head.last < _COMPANY_WORDS_AT_MOST and last not in known:
                last += 1
            # "Factories in the zones employ …" opens a sentence too, and names none.
            if tokens.keys[head.first - 1] in _ONLY or _holds_capital(tokens, head.last, last):
                yield EntityMention(f"company:{_slug_of(tokens, head.first, last)}", head.first, last)
        elif _singled_project(tokens, head, projects) or (head.role == "only" and head.value.value == "only"):
            last = _name_end(tokens, head.last)
            if last > head.last and head.last not in known:
                yield EntityMention(f"company:{_slug_of(tokens, head.last, last)}", head.last, last)


def _opens_name(tokens: Tokens, head: Mention, projects: Container[int]) -> bool:
    """Whether the kind of a company opens a segment, or tells whose a project is (`dự án của Tập đoàn Nitori`)."""
    if head.first == 0 or "\n" in _gap(tokens, head.first):
        return True
    before = tokens.keys[head.first - 1]
    owning = head.first - (before in _OF)
    one_project = owning in projects and tokens.keys[max(owning - 3, 0)] != NUMBER_KEY
    return before in _SEGMENT_STARTS or before in _ONLY or one_project


def _singled_project(tokens: Tokens, head: Mention, projects: Container[int]) -> bool:
    """`dự án Brother 40 triệu USD`: one project, by the name of its investor."""
    before = tokens.keys[head.first - 1] if head.first else ""
    return head.role == "unit" and head.last in projects and before != NUMBER_KEY and before not in _PLURALS


def _holds_capital(tokens: Tokens, first: int, last: int) -> bool:
    return any(tokens.text[start].isupper() for start in tokens.starts[first:last])


def _gap(tokens: Tokens, at: int) -> str:
    """What stands between a token and the one before it."""
    return tokens.text[tokens.ends[at - 1] : tokens.starts[at]] if at else "\n"


def _slug_of(tokens: Tokens, first: int, last: int) -> str:
    return slug(tokens.span(first, last).of(tokens.text))


def bare_zone(tokens: Tokens, name: Mention) -> EntityMention:
    """`Tại Phước Đông, …` speaks of the zone as a full name does; its stage belongs to the name."""
    placed = name.first > 0 and tokens.keys[name.first - 1] in _PLACING
    return EntityMention(f"zone:{slug(name.value)}", name.first, _stage_end(tokens, name.last), bare=not placed)


def _stage_end(tokens: Tokens, at: int) -> int:
    """After `giai đoạn 1`, `giai đoạn I và II` where that follows a name."""
    if len(_STAGE) == 0 or not _STAGE.issuperset(tokens.keys[at : at + 2]) or len(tokens.keys[at : at + 2]) < 2:
        return at
    end = at + 2
    while end < len(tokens) and (tokens.keys[end] in _COUNTS_OR_JOINS or set(tokens.keys[end]) <= set("ivx")):
        end += 1
    return end - 1 if tokens.keys[end - 1] in {",", *function_words("and")} else end


def single_zones(tokens: Tokens, mentions: Sequence[Mention]) -> Iterator[EntityMention]:
    """One zone by its name: the word for "zone" before capitalised words, not in the plural.

    After the word for "only" the kind alone names it: `riêng Khu công nghệ cao`.
    """
    plural_ends = {m.last for m in mentions if m.role == "plural"}
    kind_ends = {m.last for m in mentions if m.role == "zone_head"}
    board_ends = {m.last for m in mentions if m.role == "board_head"}
    places = {m.first for m in mentions if m.role == "place"}
    for head in mentions:
        if head.role != "zone_head" or head.first in plural_ends or head.first in board_ends:
            continue
        before = tokens.keys[head.first - 1] if head.first else ""
        # `83 KCN, KKT Nghi Sơn`, `KCN, KCX Hà Nội`: kinds in a list, no name of one.
        if before == NUMBER_KEY or (before in _COUNTS_OR_JOINS and head.first - 1 in kind_ends):
            continue
        last = _name_end(tokens, head.last)
        if last > head.last and head.last not in places:
            name = tokens.text[tokens.starts[head.last] : tokens.ends[last - 1]]
            yield EntityMention(f"zone:{slug(name)}", head.first, _stage_end(tokens, last))
        elif last == head.last and before in _ONLY:
            yield EntityMention(f"zone:{_slug_of(tokens, head.first, head.last)}", head.first, head.last)


def _name_end(tokens: Tokens, at: int) -> int:
    """After the last of the capitalised words (and Roman or Arabic numbers) from `at` on."""
    while at < len(tokens):
        word = tokens.text[tokens.starts[at] : tokens.ends[at]]
        if not word[0].isupper() or (word.isupper() and len(word) > 1 and not set(word) <= set("IVX")):
            break
        if at > 0 and "\n" in _gap(tokens, at):
            break
        at += 1
    return at


def slug(name: str) -> str:
    """A name as the tail of an entity: lower case, no marks, words joined by hyphens."""
    folded = unicodedata.normalize("NFD", name.lower().replace("đ", "d"))
    return _SLUG.sub("-", "".join(c for c in folded if not unicodedata.combining(c))).strip("-")
