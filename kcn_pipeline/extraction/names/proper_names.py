"""Names that text alone tells: one zone by its kind and capitalised words, the stage of a zone.

Belongs here: where such a name begins and ends, and its tail as an entity. Does not: companies (`company_names`),
names listed in reference, or words of territory (`entities`).
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping
from typing import Final

from kcn_pipeline.extraction.text.mention_map import MentionMap
from kcn_pipeline.extraction.text.phrase_index import Mention
from kcn_pipeline.extraction.text.tokens import NUMBER_KEY, Tokens
from kcn_pipeline.reference.entities import load_nations, slug
from kcn_pipeline.reference.function_words import function_words
from kcn_pipeline.values import value_type

_COUNTS_OR_JOINS: Final = function_words("and") | {NUMBER_KEY, ","}
_ONLY: Final = function_words("only")
_PLACING: Final = function_words("placing") | _ONLY
_STAGE: Final = function_words("stage")
_SITED: Final = function_words("site_of_zone")
_SITE_WORDS_AT_MOST: Final = 4
_GATE: Final = function_words("border_gate")
_DASHES: Final = frozenset("-–—")
_LINKS: Final = function_words("link_to_figure")
_SHORT_NAME_WORDS: Final = 2
KINDS: Final = frozenset({"KCN", "KCX", "KKT", "CCN", "FDI", "DDI", "USD", "TP", "UBND", "BQL"})
_AND: Final = function_words("and")
_GOVERNED: Final = function_words("unit_of_government")
_KIND_WORDS_AT_MOST: Final = 5


@value_type()
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


def gap_before(tokens: Tokens, at: int) -> str:
    """What stands between a token and the one before it."""
    return tokens.text[tokens.ends[at - 1] : tokens.starts[at]] if at else "\n"


def slug_of(tokens: Tokens, first: int, last: int) -> str:
    """The words of tokens [first, last) as the tail of an entity."""
    return slug(tokens.words(first, last))


def bare_zone(tokens: Tokens, name: Mention) -> EntityMention:
    """`Tại Phước Đông, …` speaks of the zone as a full name does; its stage belongs to the name."""
    placed = name.first > 0 and tokens.keys[name.first - 1] in _PLACING
    last = _number_end(tokens, name.last)
    called = name.value if last == name.last else f"{name.value} {tokens.words(last - 1, last)}"
    return EntityMention(f"zone:{slug(called)}", name.first, _stage_end(tokens, last), bare=not placed)


def border_gates(tokens: Tokens, mentions: MentionMap) -> set[int]:
    """Where names of gates at the border begin, and no zones': `hàng qua hai cửa khẩu Hữu Nghị, Chi Ma`."""
    found: set[int] = set()
    last = -2
    for name in mentions.of("zone_name"):
        gate = tokens.keys[max(name.first - 1, 0)] in _GATE and tokens.keys[max(name.first - 3, 0)] not in _PLACING
        if gate or name.first - 1 == last:
            found.add(name.first)
            last = name.last
    return found


def _number_end(tokens: Tokens, at: int) -> int:
    """After the number of one of several zones of a name: `Đại An 2 (433 ha)`, `Đại An 2 có 9 dự án`."""
    after = tokens.keys[at + 1 : at + 2]
    led = bool(after) and tokens.keys[at] == NUMBER_KEY and (after[0] == "(" or after[0] in _LINKS)
    numbered = led and tokens.ends[at] - tokens.starts[at] == 1
    return at + 1 if numbered else at


def _stage_end(tokens: Tokens, at: int) -> int:
    """After `giai đoạn 1`, `giai đoạn I và II` where that follows a name."""
    if len(_STAGE) == 0 or not _STAGE.issuperset(tokens.keys[at : at + 2]) or len(tokens.keys[at : at + 2]) < 2:
        return at
    end = at + 2
    while end < len(tokens) and (tokens.keys[end] in _COUNTS_OR_JOINS or set(tokens.keys[end]) <= set("ivx")):
        numbered = tokens.keys[end - 1] == NUMBER_KEY or set(tokens.keys[end - 1]) <= set("ivx")
        if tokens.keys[end] == NUMBER_KEY and numbered:
            break  # `giai đoạn I 45,7%`: what the stage has
        end += 1
    return end - 1 if tokens.keys[end - 1] in {",", *function_words("and")} else end


def single_zones(tokens: Tokens, mentions: MentionMap, own: str | None = None) -> Iterator[EntityMention]:
    """One zone by its name: the word for "zone" before capitalised words, not in the plural.

    The name of a province names all zones of it, but in the report of another, `own`, one called like it.
    After the word for "only" the kind alone names it: `riêng Khu công nghệ cao`.
    """
    heads = mentions.of("zone_head")
    plural_ends = {m.last for m in mentions.of("plural")}
    kinds = {m.last: m for m in heads}
    kind_ends = kinds.keys()
    board_ends = {m.last for m in mentions.of("board_head")}
    merged = own is None or "@" in own  # such a province has more names than its own
    places = {m.first for m in mentions.of("place") if merged or m.value.partition("@")[0] == own}
    place_ends = {m.first: m.last for m in mentions.of("place")}
    for head in heads:
        if head.first in plural_ends or head.first in board_ends:
            continue
        before = tokens.keys[head.first - 1] if head.first else ""
        # `83 KCN, KKT Nghi Sơn`, `KCN, KCX Hà Nội`: kinds in a list, no name of one.
        other = kinds.get(head.first - 1) if before in _COUNTS_OR_JOINS else None
        if before == NUMBER_KEY or (other is not None and not _is_same_word(tokens, other, head)):
            continue
        governed = len(tokens) > head.last + 1 and _GOVERNED.issuperset(tokens.keys[head.last : head.last + 2])
        if (governed and head.value.value != "single") or joined_to_many(
            tokens, head, kind_ends, plural_ends
        ):  # `các KCN Thành phố`
            continue
        named = head.last + 3 * _is_abbreviated(tokens, head, kind_ends)
        first = named if governed else _sited(tokens, named)
        last = first if governed else _joined_name_end(tokens, first, place_ends)
        last = _number_end(tokens, last) if last > first else last
        if _SITED.issuperset(tokens.keys[first:last]):
            last = first  # `Khu kinh tế Cửa khẩu` names none
        if last > first and first not in (places if first == head.last and head.value.value != "single" else ()):
            name = tokens.text[tokens.starts[named] : tokens.ends[last - 1]]
            if (called := slug(name)) not in load_nations():  # `quy hoạch KCN Việt Nam` is no zone
                yield EntityMention(f"zone:{called}", head.first, _stage_end(tokens, last))
        elif last == head.last and (before in _ONLY or _is_the_only(tokens, head)):
            entity = f"zone:{slug_of(tokens, head.first, head.last)}"
            last = _place_end(tokens, head.last, place_ends)
            yield EntityMention(entity, head.first, last, bare=last == head.last and before not in _PLACING)


def _is_same_word(tokens: Tokens, one: Mention, other: Mention) -> bool:
    """`Trong 9 KCN, KCN Phan Thiết …`: one of those just counted, and no list of kinds."""
    return tokens.keys[one.first : one.last] == tokens.keys[other.first : other.last]


def _is_abbreviated(tokens: Tokens, head: Mention, kind_ends: Container[int]) -> bool:
    """`Khu kinh tế (KKT) Dung Quất`: the kind told once more, short, before the name."""
    return (
        tokens.keys[head.last : head.last + 1] == ["("]
        and head.last + 2 in kind_ends
        and tokens.keys[head.last + 2 : head.last + 3] == [")"]
    )


def _joined_name_end(tokens: Tokens, first: int, place_ends: Mapping[int, int]) -> int:
    """After a name, or after both of a double one: `KCN Điện Nam - Điện Ngọc`, but `KCN Đại An - Hải Dương`."""
    last = name_end(tokens, first)
    if last == first or tokens.keys[last : last + 1] == [] or tokens.keys[last] not in _DASHES:
        return last
    second = name_end(tokens, last + 1)
    if place_ends.get(last + 1) == second:
        return last
    return second if second - last > _SHORT_NAME_WORDS else last


def _place_end(tokens: Tokens, at: int, place_ends: Mapping[int, int]) -> int:
    """After the province that such a zone is of: `Khu công nghệ cao TP Đà Nẵng`."""
    first = at
    while first not in place_ends and first - at < _SITE_WORDS_AT_MOST and first < len(tokens):
        if tokens.keys[first] not in _GOVERNED:
            break
        first += 1
    return place_ends.get(first, at)


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


def name_end(tokens: Tokens, at: int) -> int:
    """After the last of the capitalised words (and Roman or Arabic numbers) from `at` on."""
    while at < len(tokens):
        word = tokens.text[tokens.starts[at] : tokens.ends[at]]
        if not word[0].isupper() or (word.isupper() and len(word) > 1 and not _is_brand(tokens, at)):
            break
        if at > 0 and "\n" in gap_before(tokens, at):
            break
        at += 1
    return at


def _is_brand(tokens: Tokens, at: int) -> bool:
    """Whether capitals are part of a name: a Roman number, or a word without marks before another word (`VSIP`)."""
    word = tokens.text[tokens.starts[at] : tokens.ends[at]]
    if set(word) <= set("IVX"):
        return True
    after = tokens.text[tokens.starts[at + 1] : tokens.ends[at + 1]] if at + 1 < len(tokens) else ""
    return word.isascii() and word not in KINDS and (after.istitle() or set(after) <= set("IVX0123456789"))
