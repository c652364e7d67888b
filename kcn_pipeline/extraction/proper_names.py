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
_SITED: Final = function_words("site_of_zone")
_SITE_WORDS_AT_MOST: Final = 2
_NAMING: Final = function_words("such_as") | function_words("is") | {":"}
_SEGMENT_STARTS: Final = frozenset({";", ".", "(", ","})
_KINDS: Final = frozenset({"KCN", "KCX", "KKT", "CCN", "FDI", "DDI", "USD", "TP", "UBND", "BQL"})
_COMPANY_WORDS_AT_MOST: Final = 3
_AND: Final = function_words("and")
_GOVERNED: Final = function_words("unit_of_government")
_KIND_WORDS_AT_MOST: Final = 5
_ORIGIN_SIGNS: Final = frozenset({"FDI", "DDI"})
_LETTERS_AT_LEAST: Final = 3
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


def single_companies(tokens: Tokens, mentions: Sequence[Mention], known: Container[int]) -> Iterator[EntityMention]:
    """One company, where its kind opens a segment or follows the word for "only"; a name after that word too.

    At the tokens `known` begins what is no part of a name.
    """
    projects = {m.last for m in mentions if m.role == "unit" and m.value.dimension == "project" and not m.value.vague}
    parts = {m.last for m in mentions if m.role == "parts"}  # `trong đó Công ty Lọc dầu … nộp 9 tỷ đồng`
    for head in mentions:
        opens = head.first in parts or (head.role == "company_head" and _opens_name(tokens, head, projects))
        if head.role == "company_head" and opens:
            last = _company_end(tokens, head.last, known)
            # "Factories in the zones employ …" opens a sentence too, and names none.
            if tokens.keys[head.first - 1] in _ONLY or _holds_capital(tokens, head.last, last):
                yield EntityMention(f"company:{_slug_of(tokens, head.first, last)}", head.first, last)
        elif _singled_project(tokens, head, projects) or (head.role == "only" and head.value.value == "only"):
            first = _investor_start(tokens, head)
            last = _name_end(tokens, first)
            if last == first < len(tokens) and _is_short_name(tokens, first):
                last += 1  # `riêng SEVT xuất 2,4 tỷ USD`
            if last > first and first not in known:
                yield EntityMention(f"company:{_slug_of(tokens, first, last)}", first, last)


def _investor_start(tokens: Tokens, head: Mention) -> int:
    """Where the name begins behind `riêng` or a project: `riêng dự án FDI của Amkor`, `dự án FDI Formosa`."""
    at = head.last
    if head.role == "unit":
        at += tokens.span(at, at + 1).of(tokens.text) in _ORIGIN_SIGNS if at < len(tokens) else 0
        at += tokens.keys[at : at + 1] == [*_OF]
    return at


def _is_short_name(tokens: Tokens, at: int) -> bool:
    """Whether a word is a company's name in capitals."""
    word = tokens.span(at, at + 1).of(tokens.text)
    letters = len(word) >= _LETTERS_AT_LEAST and word.isascii() and word.isalpha()
    return letters and word.isupper() and word not in _KINDS


def _company_end(tokens: Tokens, first: int, known: Container[int]) -> int:
    """After the words of a company's name; a place in it belongs to it (`Công ty Lọc hóa dầu Nghi Sơn`)."""
    last = first
    while last < len(tokens) and last - first < _COMPANY_WORDS_AT_MOST and last not in known:
        if not tokens.keys[last][0].isalpha():
            return last
        last += 1
    while last < len(tokens) and tokens.text[tokens.starts[last]].isupper() and "\n" not in _gap(tokens, last):
        last += 1
    return last


def _opens_name(tokens: Tokens, head: Mention, projects: Container[int]) -> bool:
    """Whether the kind of a company opens a segment, or tells whose a project is (`dự án của Tập đoàn Nitori`)."""
    if head.first == 0 or "\n" in _gap(tokens, head.first):
        return True
    before = tokens.keys[head.first - 1]
    owning = head.first - (before in _OF)
    one_project = owning in projects and tokens.keys[max(owning - 3, 0)] != NUMBER_KEY
    return before in _SEGMENT_STARTS or before in _ONLY or before in _NAMING or one_project


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
    last = _number_end(tokens, name.last)
    called = name.value if last == name.last else f"{name.value} {tokens.span(last - 1, last).of(tokens.text)}"
    return EntityMention(f"zone:{slug(called)}", name.first, _stage_end(tokens, last), bare=not placed)


def _number_end(tokens: Tokens, at: int) -> int:
    """After the number of one of several zones of a name: `Đại An 2 (433 ha)`."""
    numbered = tokens.keys[at : at + 2] == [NUMBER_KEY, "("] and tokens.ends[at] - tokens.starts[at] == 1
    return at + 1 if numbered else at


def _stage_end(tokens: Tokens, at: int) -> int:
    """After `giai đoạn 1`, `giai đoạn I và II` where that follows a name."""
    if len(_STAGE) == 0 or not _STAGE.issuperset(tokens.keys[at : at + 2]) or len(tokens.keys[at : at + 2]) < 2:
        return at
    end = at + 2
    while end < len(tokens) and (tokens.keys[end] in _COUNTS_OR_JOINS or set(tokens.keys[end]) <= set("ivx")):
        end += 1
    return end - 1 if tokens.keys[end - 1] in {",", *function_words("and")} else end


def single_zones(tokens: Tokens, mentions: Sequence[Mention], own: str | None = None) -> Iterator[EntityMention]:
    """One zone by its name: the word for "zone" before capitalised words, not in the plural.

    The name of a province names all zones of it, but in the report of another, `own`, one called like it.
    After the word for "only" the kind alone names it: `riêng Khu công nghệ cao`.
    """
    plural_ends = {m.last for m in mentions if m.role == "plural"}
    kind_ends = {m.last for m in mentions if m.role == "zone_head"}
    board_ends = {m.last for m in mentions if m.role == "board_head"}
    merged = own is None or "@" in own  # such a province has more names than its own
    places = {m.first for m in mentions if m.role == "place" and (merged or m.value.partition("@")[0] == own)}
    for head in mentions:
        if head.role != "zone_head" or head.first in plural_ends or head.first in board_ends:
            continue
        before = tokens.keys[head.first - 1] if head.first else ""
        # `83 KCN, KKT Nghi Sơn`, `KCN, KCX Hà Nội`: kinds in a list, no name of one.
        if before == NUMBER_KEY or (before in _COUNTS_OR_JOINS and head.first - 1 in kind_ends):
            continue
        governed = len(tokens) > head.last + 1 and _GOVERNED.issuperset(tokens.keys[head.last : head.last + 2])
        if governed or joined_to_many(tokens, head, kind_ends, plural_ends):  # `các KCN Thành phố`
            continue
        first = _sited(tokens, head.last)
        last = _name_end(tokens, first)
        last = _number_end(tokens, last) if last > first else last
        if last > first and first not in (places if first == head.last else ()):
            name = tokens.text[tokens.starts[head.last] : tokens.ends[last - 1]]
            yield EntityMention(f"zone:{slug(name)}", head.first, _stage_end(tokens, last))
        elif last == head.last and (before in _ONLY or _is_the_only(tokens, head)):
            entity = f"zone:{_slug_of(tokens, head.first, head.last)}"
            yield EntityMention(entity, head.first, head.last, bare=before not in _PLACING)


def _is_the_only(tokens: Tokens, head: Mention) -> bool:
    """`Khu Công nghệ cao có 16 dự án`: a kind that a province has one of, with a capital and joined to no other."""
    single = head.value.value == "single" and tokens.text[tokens.starts[head.first]].isupper()
    return single and _AND.isdisjoint(tokens.keys[head.last : head.last + 1])


def joined_to_many(tokens: Tokens, head: Mention, kind_ends: Container[int], plural_ends: Container[int]) -> bool:
    """Whether a kind of zone stands beside many others: `các KCN và KKT mở Chu Lai` speaks of them all.

    At the tokens `kind_ends` and `plural_ends` end such kinds, and the words that make them many.
    """
    joined = head.first > 1 and tokens.keys[head.first - 1] in _AND and head.first - 1 in kind_ends
    return joined and any(at in plural_ends for at in range(max(head.first - _KIND_WORDS_AT_MOST, 0), head.first - 1))


def _sited(tokens: Tokens, at: int) -> int:
    """Where the name begins behind the words that tell where a zone lies: `KKT cửa khẩu Lào Cai`, `KCN phía Nam`."""
    first = at
    while first - at < _SITE_WORDS_AT_MOST and tokens.keys[first : first + 1] and tokens.keys[first] in _SITED:
        first += 1
    return first if first < len(tokens) and tokens.text[tokens.starts[first]].isupper() else at


def _name_end(tokens: Tokens, at: int) -> int:
    """After the last of the capitalised words (and Roman or Arabic numbers) from `at` on."""
    while at < len(tokens):
        word = tokens.text[tokens.starts[at] : tokens.ends[at]]
        if not word[0].isupper() or (word.isupper() and len(word) > 1 and not _is_brand(tokens, at)):
            break
        if at > 0 and "\n" in _gap(tokens, at):
            break
        at += 1
    return at


def _is_brand(tokens: Tokens, at: int) -> bool:
    """Whether capitals are part of a name: a Roman number, or a word without marks before another word (`VSIP`)."""
    word = tokens.text[tokens.starts[at] : tokens.ends[at]]
    if set(word) <= set("IVX"):
        return True
    after = tokens.text[tokens.starts[at + 1] : tokens.ends[at + 1]] if at + 1 < len(tokens) else ""
    return word.isascii() and word not in _KINDS and (after.istitle() or set(after) <= set("IVX0123456789"))


def slug(name: str) -> str:
    """A name as the tail of an entity: lower case, no marks, words joined by hyphens."""
    folded = unicodedata.normalize("NFD", name.lower().replace("đ", "d"))
    return _SLUG.sub("-", "".join(c for c in folded if not unicodedata.combining(c))).strip("-")
