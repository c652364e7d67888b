"""Whom a passage speaks of: boards, blocs, provinces, zones, companies and the nation, as mentions.

Belongs here: recognising names, and words that stand for one. Does not: whom words of territory mean
(`territory`), which figure belongs to which name (`owners`).
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from functools import cache
from operator import itemgetter
from typing import Final

from kcn_pipeline.documents.document import Identity
from kcn_pipeline.extraction.names.anaphora import pointed_back
from kcn_pipeline.extraction.names.brand_names import branded_companies
from kcn_pipeline.extraction.names.company_names import single_companies
from kcn_pipeline.extraction.names.listed_zones import listed_zones
from kcn_pipeline.extraction.names.proper_names import (
    EntityMention,
    bare_zone,
    border_gates,
    joined_to_many,
    single_zones,
)
from kcn_pipeline.extraction.names.repeated_zones import repeated_zones
from kcn_pipeline.extraction.names.territory import Territory, Wider, boards_of, province_of
from kcn_pipeline.extraction.names.unnamed_companies import unnamed_companies
from kcn_pipeline.extraction.text.lexicon import FOLLOWING, WEAK
from kcn_pipeline.extraction.text.mention_map import MentionMap
from kcn_pipeline.extraction.text.phrase_index import Mention
from kcn_pipeline.extraction.text.tokens import NUMBER_KEY, Tokens
from kcn_pipeline.reference.boards import boards_by_zone, load_boards
from kcn_pipeline.reference.function_words import function_words

_IN_NAMES: Final = frozenset({WEAK, FOLLOWING, "single_plant"})  # wordings that a company's name or trade may hold
_REACH: Final = 14  # words between the words for "board" and the province that names it
_PLURALS: Final = function_words("plural")
_GOVERNED: Final = function_words("unit_of_government")
_DISTRICTS: Final = function_words("unit_below_province")
_WORDS_TO_PLACE: Final = 8
_ZONES: Final = function_words("end_of_zone_word")
_SUPERLATIVE: Final = function_words("superlative")
_RANK: Final = function_words("rank")
_PLAN: Final = function_words("plan_of_land")
_OF_TERRITORY: Final = ("whole", "coverage", "of_place", "board_head", "board_short")
_PLACE: Final[Callable[[EntityMention], tuple[int, int]]] = lambda m: (m.first, -m.last)  # noqa: E731


def entity_mentions(tokens: Tokens, mentions: MentionMap, identity: Identity) -> list[EntityMention]:
    """Every entity named, in order; boards are those that existed at the end of the report's window."""
    day = identity.window.end
    known = {m.first for m in mentions.mentions if m.role not in _IN_NAMES}
    found = [
        *_boards(tokens, mentions, day),
        *_by_their_zones(tokens, mentions, day),
        *single_zones(tokens, mentions, province_of(identity.publisher or "")),
        *single_companies(tokens, mentions, known),
        *branded_companies(tokens, mentions),
        *unnamed_companies(tokens, mentions),
        *listed_zones(tokens, mentions),
        *repeated_zones(tokens, mentions),
        *(EntityMention(m.value.value, m.first, m.last) for m in mentions.of("nation") if _is_told(tokens, m)),
        *_bare_names(tokens, mentions, day),
    ]
    found = _without_those_left_out(found, mentions)
    named = _outermost(sorted(found, key=_PLACE))
    named = sorted([*named, *pointed_back(tokens, mentions, named)], key=_PLACE)
    turned = list(_turns(tokens, mentions, named, identity))
    # `toàn tỉnh Phú Thọ`: the name behind the word says no more.
    told = {at for e in turned if e.entity.startswith("province:") for at in (e.first, e.last)}
    return sorted([*(e for e in named if not e.bare or e.first not in told), *turned], key=_PLACE)


def _without_those_left_out(found: list[EntityMention], mentions: MentionMap) -> list[EntityMention]:
    """Without the zone of `các KCN ngoài KKT Vân Phong`: what is told is of all others."""
    outside = (m for m in mentions.of("coverage") if m.value.value == "outside")
    left_out = {at for m in outside for at in range(m.first + 1, m.last + 1)}
    if not left_out:
        return found
    return [e for e in found if e.first not in left_out or not e.entity.startswith("zone:")]


def _is_told(tokens: Tokens, nation: Mention) -> bool:
    """Whether something is told of the nation: `tỉnh dẫn đầu cả nước với 26 dự án` tells it of the province."""
    if _PLAN.issubset(tokens.keys[max(nation.first - _WORDS_TO_PLACE, 0) : nation.first]):
        return False  # `có trong quy hoạch các KCN cả nước`
    before = tokens.keys[max(nation.first - 2, 0) : nation.first]
    return _SUPERLATIVE.isdisjoint(before[-1:]) and _RANK.isdisjoint(before[:1])


def _outermost(named: Sequence[EntityMention]) -> list[EntityMention]:
    """Without the bare names inside others: `Đức` in `Long Đức`."""
    kept: list[EntityMention] = []
    for mention in named:
        inside = kept and mention.bare and mention.last <= kept[-1].last
        alike = inside and (kept[-1].first, kept[-1].last) == (mention.first, mention.last)
        if not inside or (alike and mention.entity != kept[-1].entity):
            kept.append(mention)
    return kept


def _boards(tokens: Tokens, mentions: MentionMap, day: date) -> Iterator[EntityMention]:
    """Names listed in reference, and the words for "board" with a province soon after them."""
    named_at = set()
    for mention in mentions.of("board_name"):
        if load_boards()[mention.value].valid_on(day):
            named_at.add(mention.first)
            yield EntityMention(f"board:{mention.value}", mention.first, mention.last)
    places = mentions.of("place")
    starts = [place.first for place in places]
    for head in mentions.of("board_head"):
        if head.first in named_at:
            continue
        at = bisect_left(starts, head.last)
        if at == len(places) or starts[at] > head.last + _REACH or _interrupted(tokens, head.last, starts[at]):
            continue
        words = tokens.keys[head.first : places[at].last]
        named = (board_of(place.value, words, day) for place in places[at : bisect_right(starts, starts[at])])
        if board := next(filter(None, named), None):
            yield EntityMention(f"board:{board}", head.first, places[at].last)


def _by_their_zones(tokens: Tokens, mentions: MentionMap, day: date) -> Iterator[EntityMention]:
    """`các KCN tỉnh Đồng Nai`, `các khu công nghiệp Bắc Ninh`: all zones of a province are its board's."""
    plurals = {m.last: m.first for m in mentions.of("plural")}
    for head in mentions.of("zone_head"):
        if head.first not in plurals:
            continue
        at, end = head.last, min(head.last + _WORDS_TO_PLACE, len(tokens))
        # One name may be of a province before and after a merger.
        while not (places := mentions.all_starting(at, "place")) and at < end and _leads_on(tokens, at):
            at += 1
        words = tokens.keys[head.first : at]
        named = (board_of(place.value, words, day) for place in places)
        board = next(filter(None, named), None)
        if board is not None and tokens.text[tokens.starts[at]].isupper():
            yield EntityMention(f"board:{board}", plurals[head.first], places[0].last)


def _leads_on(tokens: Tokens, at: int) -> bool:
    return tokens.keys[at] in _GOVERNED or tokens.keys[at] in {",", "-", "kcn", "kcx", "kkt"}


def _turns(
    tokens: Tokens, mentions: MentionMap, named: Sequence[EntityMention], identity: Identity
) -> Iterator[EntityMention]:
    """Words that turn to the whole, its zones or what lies outside them, as mentions of whom they mean."""
    territory = Territory(identity)
    taken = {board.first for board in named}
    boards = [(board.first, board.entity.removeprefix("board:"), None) for board in named if _is_board(board)]
    turning = [(m.first, _word_of_territory(tokens, m), m) for m in mentions.of(*_OF_TERRITORY)]
    turns = [(at, word) for at, word, _ in turning if word]
    wider = Wider(tokens, mentions, turns, press=identity.kind == "press")
    if identity.publisher is not None:
        province = f"province:{province_of(identity.publisher)}"
        first = (p for p in wider.spoken_of_first() if f"province:{p.value}" == province)
        yield from (EntityMention(province, p.first, p.last) for p in first)
    paragraph_end = -1
    for at, word, mention in sorted([*boards, *turning], key=itemgetter(0)):
        if word is None or (mention is not None and at in taken):
            continue
        if paragraph_end < tokens.starts[at]:
            territory.leave_paragraph()
            paragraph_end = _line_end(tokens.text, tokens.starts[at])
        if mention is None:
            territory.take_note(load_boards()[word].province)
            continue
        meant = wider.read(word, mention.last)
        if (entity := territory.means(meant, at)) is not None:
            only_after = meant == "of_province"
            yield EntityMention(entity, mention.first, mention.last, only_after, closing=territory.closes(meant))


def _line_end(text: str, offset: int) -> int:
    end = text.find("\n", offset)
    return len(text) if end < 0 else end


def _is_board(mention: EntityMention) -> bool:
    return mention.entity.startswith("board:")


def _word_of_territory(tokens: Tokens, mention: Mention) -> str | None:
    """What a word of territory turns to; the words for a board without a name mean the one at hand."""
    before = tokens.keys[mention.first - 1] if mention.first else ""
    match mention.role:
        case "whole":
            return str(mention.value.value)
        case "coverage" if mention.value.value == "outside":
            return None if before in _ZONES else "outside"  # `các KCN ngoài KKT` are zones all the same
        case "of_place":
            return "of_province"
        case "coverage" if mention.value.value == "ccn" and (before == NUMBER_KEY or before in _PLURALS):
            return "everywhere"
        case "board_head" | "board_short" if tokens.text[tokens.starts[mention.first]].isupper():
            several = before == NUMBER_KEY or before in _PLURALS
            return None if several or mention.value.value != "board" else "zones"
    return None


def _bare_names(tokens: Tokens, mentions: MentionMap, day: date) -> Iterator[EntityMention]:
    """Names of places, countries and zones as they stand in lists; only where written with a capital."""
    places = {m.first for m in mentions.of("place")}
    kinds = {m.last: m for m in mentions.of("zone_head")}
    plurals = {m.last for m in mentions.of("plural")}
    gates = border_gates(tokens, mentions)
    for mention in mentions.of("place", "country", "zone_name"):
        if mention.role == "country" and mentions.ending(mention.last, "unit"):
            continue  # `2 tỷ đô la Mỹ` is nobody's of that country
        kind = kinds.get(mention.first) or kinds.get(mention.first - 1)
        if kind is not None and joined_to_many(tokens, kind, kinds, plurals):
            continue
        if mention.role == "zone_name" and tokens.keys[max(mention.first - 1, 0)] in _DISTRICTS:
            continue
        if mention.role == "zone_name" and (mention.first in places or (kind is None and mention.first in gates)):
            continue  # zones named after their province are told apart by the word for zone only
        if not tokens.text[tokens.starts[mention.first]].isupper():
            continue
        if mention.role == "place":
            board = board_of(mention.value, (), day)
            if board:
                yield EntityMention(f"board:{board}", mention.first, mention.last, bare=True)
        elif mention.role == "country":
            yield EntityMention(mention.value, mention.first, mention.last, bare=True)
        else:
            yield bare_zone(tokens, mention)


def board_of_zone(zone: EntityMention, tokens: Tokens, day: date) -> EntityMention | None:
    """The board named by its zone (`Dung Quất 19 dự án` among the members of a bloc); None where several could be."""
    name = tokens.words(zone.first, zone.last)
    boards = boards_by_zone(day).get(name, ())
    return EntityMention(f"board:{boards[0]}", zone.first, zone.last, bare=True) if len(boards) == 1 else None


def _interrupted(tokens: Tokens, first: int, last: int) -> bool:
    return any(key in {".", ";", ":", NUMBER_KEY, "("} for key in tokens.keys[first:last])


def board_of(province: str, words: Sequence[str], day: date) -> str | None:
    """The board of a province whose official name shares most words with those of the text."""
    return max(boards_of(province, day), key=lambda b: len(_name_words(b) & set(words)), default=None)


@cache
def _name_words(board: str) -> frozenset[str]:
    return frozenset(Tokens(load_boards()[board].name).keys)
