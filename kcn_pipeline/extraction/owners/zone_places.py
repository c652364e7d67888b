"""Zones beside a figure: where it lies, what it is told of next, its size, and lists of them that own nothing alone.

Belongs here: whether a zone near a figure is its place, a list's, measured by it, or over. Does not: the choice of the
owner (`owners`).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from kcn_pipeline.extraction.names.proper_names import EntityMention
from kcn_pipeline.extraction.numbers.figures import Figure
from kcn_pipeline.extraction.passages.context import SentenceContext
from kcn_pipeline.extraction.passages.drafts import Draft
from kcn_pipeline.extraction.text.brackets import without_asides
from kcn_pipeline.extraction.text.tokens import NUMBER_KEY, Tokens
from kcn_pipeline.reference.function_words import function_words

_AND: Final = [[word] for word in function_words("and")]
_COUNTS: Final = function_words("one") | {NUMBER_KEY}
_JOINTS: Final = function_words("and") | {","}
_JOINT_WORDS_AT_MOST: Final = 3
_WORDS_TO_ZONE: Final = 7
_WORDS_OF_LYING: Final = 12
_LYING: Final = function_words("lying")
_PROVINCE_WORD: Final = function_words("province_word")
_CLAUSE_SIGNS: Final = frozenset({",", ";", ".", ":", "(", NUMBER_KEY})
_PLACING: Final = function_words("placing") | function_words("of")
_OF: Final = function_words("of")
_ONLY: Final = function_words("only")
_PLACED_AT: Final = _PLACING | function_words("into")
_LINKS_AT_MOST: Final = 3
_NAMES_AT_MOST: Final = 16
_APART: Final = frozenset({",", "(", "-", "–"})
_GOVERNED: Final = function_words("unit_of_government")
STAGE_WORDS: Final = function_words("stage") | function_words("and") | {",", "i", "ii", "iii", "iv", "v"}
_ENDS_OF_SIZE: Final = ([")"], [","])
_OF_TERRITORY: Final = ("board:", "province:")


def zones_are_over(named: Sequence[EntityMention], context: SentenceContext, tokens: Tokens, at: int) -> bool:
    """`lấp đầy KCN Sa Đéc 96%, KCN Sông Hậu 88%; xuất khẩu 421 triệu USD`: a list of zones, or a place, ends at `;`."""
    zones = [e for e in named if e.entity.startswith("zone:")]
    if not zones or named[-1] is not zones[-1] or ";" not in without_asides(tokens.keys[zones[-1].last : at]):
        return False
    return len(zones) > 1 or _comes_after_a_figure(zones[-1], context, tokens)


def _comes_after_a_figure(zone: EntityMention, context: SentenceContext, tokens: Tokens) -> bool:
    """`4 dự án đưa vốn tại KCN Sa Đéc lên 545 triệu USD; 13 dự án chọn …`: a place of its clause, no topic of more."""
    keys, first = tokens.keys, context.sentence.first
    spans = [t.span for t in context.times]
    numbers = (at for at in range(first, zone.first) if keys[at] == NUMBER_KEY)
    counted = any(not any(s.start <= tokens.starts[at] < s.end for s in spans) for at in numbers)
    if counted and keys[zone.first - 1] in _ONLY:
        return True  # `doanh thu 900 tỷ đồng, riêng KCN Sa Đéc 400 tỷ đồng; nộp ngân sách 60 tỷ đồng`
    return counted and keys[zone.first - 1] in _PLACING and keys[zone.first - 2] not in _CLAUSE_SIGNS


def is_place_of(zone: EntityMention, company: EntityMention, tokens: Tokens) -> bool:
    """`Công ty Minh Long tại KCN Hòa Trung xuất khẩu …`: where the company is, not whose the figure is."""
    between = without_asides(tokens.keys[company.last : zone.first])
    kinds = company.entity.startswith("company:") and zone.entity.startswith("zone:")
    return kinds and len(between) == 1 and between[0] in _PLACING


def is_holder_of(company: EntityMention, zone: EntityMention, tokens: Tokens) -> bool:
    """`KCN Đại An của Công ty Minh Long có 90 dự án`: who built the zone, of which the figure is."""
    kinds = company.entity.startswith("company:") and zone.entity.startswith("zone:")
    between = without_asides(tokens.keys[zone.last : company.first])
    return kinds and len(between) == 1 and between[0] in _OF


def placed_after(draft: Draft, context: SentenceContext, tokens: Tokens) -> EntityMention | None:
    """`một nghìn lao động làm việc ở KCN Trà Kha`: one zone, said behind the figure in its clause."""
    last = draft.figure.last
    zone = next((e for e in context.entities if e.first >= last and e.entity.startswith("zone:") and not e.bare), None)
    if zone is None or zone.first - last > _WORDS_TO_ZONE or in_list(context, tokens, zone):
        return None
    between = tokens.keys[last : zone.first]
    return None if _CLAUSE_SIGNS & set(between) or _PLACED_AT.isdisjoint(between) else zone


def closes(draft: Draft, territory: EntityMention, tokens: Tokens) -> bool:
    """`còn lại 31 dự án nằm ngoài khu`: where they are is said after the figure, and no other is between."""
    between = tokens.keys[draft.figure.last : territory.first]
    opens = between[:1] in _AND and NUMBER_KEY in tokens.keys[territory.last : territory.last + _LINKS_AT_MOST]
    if opens:
        return False  # `trong khu 90 dự án, 2 tỷ USD và ngoài khu là 30 dự án`
    if between == ["("] and tokens.keys[territory.last : territory.last + 1] == [NUMBER_KEY]:
        return False  # `90 dự án (trong KCN 60 dự án; ngoài KCN 30 dự án)`: of the next figure
    near = 0 <= territory.first - draft.figure.last <= _JOINT_WORDS_AT_MOST
    return near and NUMBER_KEY not in between and not {",", ";", ".", ":"} & set(between)


def locates(place: EntityMention, context: SentenceContext, tokens: Tokens) -> bool:
    """`Khu kinh tế Dung Quất, tỉnh Quảng Ngãi thu hút …`: a province that tells where the zone before it is."""
    if not place.entity.startswith("board:"):
        return False
    for other in context.entities:
        between = tokens.keys[other.last : place.first] if other.last < place.first else []
        near = 0 < len(between) <= _LINKS_AT_MOST and between[0] in _APART and _GOVERNED.issuperset(between[1:])
        near = near or _lies_in(between)
        if near and (other.entity.startswith("company:") or (not other.bare and other.entity.startswith("zone:"))):
            return True
    return False


def _lies_in(between: Sequence[str]) -> bool:
    """`KKT Dung Quất nằm ở phía Bắc tỉnh …`, `(thuộc huyện Bình Sơn, tỉnh …`: words of lying between the two."""
    if not between or between[-1] not in _PROVINCE_WORD or len(between) > _WORDS_OF_LYING:
        return False
    return not _LYING.isdisjoint(between[:2]) and NUMBER_KEY not in between and ")" not in between


def placed_first(named: Sequence[EntityMention], context: SentenceContext, tokens: Tokens) -> bool:
    """`Tại KCN A (huyện B), trong quý I, Ban cấp mới 6 dự án`: a board acts in the zone that opens the sentence."""
    if len(named) != 2 or not named[1].entity.startswith("board:") or not named[0].entity.startswith("zone:"):
        return False
    zone, opening = named[0], context.sentence.first
    placed = zone.first == opening + 1 and tokens.keys[opening] in _PLACING
    if not placed:
        return False
    spans = [(tokens.at_or_after(t.span.start), tokens.at_or_after(t.span.end)) for t in context.times]
    apart = range(zone.last, named[1].first)
    between = [tokens.keys[at] for at in apart if not any(first <= at < last for first, last in spans)]
    return "," in between and (_PLACING | {","}).issuperset(without_asides(between))


def in_list(context: SentenceContext, tokens: Tokens, entity: EntityMention) -> bool:
    """Whether the name is one of several joined by a comma or `và`, so that none of them owns the figure alone."""
    zone = entity.entity.startswith("zone:")
    for other in context.entities:
        if other.bare != entity.bare and not (zone and other.entity.startswith("zone:")):
            continue
        if zone and not other.bare and other.entity.startswith(_OF_TERRITORY):
            continue  # `Ban Quản lý …, cho biết KCN Hòa Phú đã thu hút 61 dự án`
        between = tokens.keys[other.last : entity.first] or tokens.keys[entity.last : other.first]
        if zone and without_asides(between)[:1] in _AND:
            between = without_asides(between)
        elif other.bare != entity.bare:
            continue
        if between and between[0] in _JOINTS and len(between) <= _JOINT_WORDS_AT_MOST and NUMBER_KEY not in between:
            return True
    if zone and not entity.bare and _goes_on(tokens, entity.last, context.sentence.last):
        return True
    pointed_back = any(m.last == entity.last for m in context.mentions.of("points_at"))
    joined = not function_words("and").isdisjoint(tokens.keys[entity.last : entity.last + 1])
    counted = not _COUNTS.isdisjoint(tokens.keys[entity.last + 1 : entity.last + 2])
    return joined and not pointed_back and not counted  # `2 dự án từ Nhật Bản và một dự án từ Hàn Quốc`


def _goes_on(tokens: Tokens, at: int, last: int) -> bool:
    """`KCN Bình Hòa, Tri Tôn, Vàm Cống và khu kinh tế có 90 dự án`: unknown names, up to the last with `và`."""
    joints = function_words("and")
    if at >= last or tokens.keys[at] != ",":
        return False
    for place in range(at + 1, min(at + _NAMES_AT_MOST, last)):
        if tokens.keys[place] in joints:
            return place > at + 1
        if tokens.keys[place] != "," and not tokens.text[tokens.starts[place]].isupper():
            return False
    return False


def is_size_of_zone(keys: Sequence[str], context: SentenceContext, figure: Figure) -> bool:
    """`KCN Hòa Phú (331 ha) cho thuê hết 100%`, `(giai đoạn I, 331 ha)`: an area alone in brackets right behind it."""
    if figure.implied_of is None or keys[figure.last : figure.last + 1] not in _ENDS_OF_SIZE:
        return False
    at = figure.before
    while at > 0 and keys[at - 1] in STAGE_WORDS:
        at -= 1
    return keys[at - 1 : at] == ["("] and any(
        e.last == at - 1 and e.entity.startswith("zone:") for e in context.entities
    )
