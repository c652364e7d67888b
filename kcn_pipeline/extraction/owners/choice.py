"""Whose figure it is: the name that touches it, the last one that its sentence speaks of, or the publisher.

Belongs here: the choice for one figure among the names around it. Does not: recognising names (`entities`), or
lists that run in parallel (`distribution`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from kcn_pipeline.documents.document import Identity
from kcn_pipeline.extraction.names.entities import board_of_zone
from kcn_pipeline.extraction.names.proper_names import EntityMention
from kcn_pipeline.extraction.names.territory import boards_of, province_of
from kcn_pipeline.extraction.owners.told_of_another import (
    counts_more_than,
    is_last_of_countries,
    is_of_all,
    is_whole_of,
    is_whole_of_share,
    own_since,
    shared_with,
    shares_apart,
    timed,
)
from kcn_pipeline.extraction.owners.zone_kinds import counts_zones, is_of_land, owner_by_kind
from kcn_pipeline.extraction.owners.zone_places import (
    STAGE_WORDS,
    closes,
    in_list,
    is_holder_of,
    is_place_of,
    locates,
    placed_after,
    placed_first,
    zones_are_over,
)
from kcn_pipeline.extraction.passages.context import SentenceContext
from kcn_pipeline.extraction.passages.drafts import Draft
from kcn_pipeline.extraction.text.brackets import in_closed_aside, without_asides
from kcn_pipeline.extraction.text.lexicon import FOLLOWING, FREE, TOUCHING
from kcn_pipeline.extraction.text.tokens import NUMBER_KEY, Tokens
from kcn_pipeline.reference.function_words import function_words

_LINKS: Final = function_words("link_to_figure") | function_words("worth") | function_words("clause") | {":", "("}
_LINKS_AT_MOST: Final = 3
_LIMITING: Final = function_words("limiting")
_MOST: Final = function_words("most")
_OF_COUNTRY: Final = function_words("of") | function_words("from")
_OF_MONEY: Final = function_words("origin_of_money")
_NAMING_ROLES: Final = frozenset({FREE, TOUCHING, "rank", "account_for"})
_SEGMENT_ENDS: Final = frozenset({";", ".", "(", ")"})
_WORDS_TO_COMPANION: Final = 5
_CLAUSE_SIGNS: Final = frozenset({",", ";", ".", ":", "(", NUMBER_KEY})
_SUBJECT_OPENINGS: Final = frozenset({",", ";", ":", ".", "-"}) | function_words("cause")
_ZONES: Final = "zone"
_NATION: Final = "nation:"
_PARTS: Final = ("company:", "zone:", "country:")
_MEMBERS: Final = ("bloc:", "nation:")  # of whose reports the bare name of a province means its board


def assign_owner(draft: Draft, before: Draft | None, context: SentenceContext, tokens: Tokens, own: Identity) -> None:
    """Give `draft` its entity; `before` is the figure before it in the sentence."""
    column = draft.figure.column
    touching = draft.owner or _touching(draft, before, context, tokens, own)
    if draft.head is not None and touching is None and not shares_apart(draft, context, tokens):
        draft.entity, draft.entity_cue = draft.head.entity, draft.head.entity_cue
        return
    cue = touching or _last_named(draft, context, tokens, members=(own.publisher or "").startswith("bloc:"))
    if cue is not None and cue.entity.startswith(_PARTS) and is_whole_of(before, draft, tokens):
        cue = None
    if cue is context.paragraph_entity and cue is not None and counts_more_than(cue, draft, before):
        cue = None
    if cue is not None and touching is None and is_of_all(cue, draft, before, context, own):
        cue = None
    if touching is not None and touching.entity == own.publisher and (placed := placed_after(draft, context, tokens)):
        cue, touching = placed, None  # `tỉnh Bình Định thu hút 125 dự án vào KKT Nhơn Hội`
    if cue is not None and touching is None and _is_own_province(cue, own) and counts_zones(draft, context):
        cue = None
    if cue is not None and touching is None and cue.entity.startswith(_NATION):
        cue = own_since(cue, draft, context, own) or cue
    if cue is None or (column is not None and column.whole) or cue.entity == own.publisher:
        cue = owner_by_kind(draft, context, tokens, own)
    draft.owner = touching
    draft.entity = own.publisher if cue is None else cue.entity
    draft.entity_cue = cue
    if cue is not None and draft.origin is not None and _comes_from_abroad(cue, context):
        draft.origin = "fdi"


def _comes_from_abroad(cue: EntityMention, context: SentenceContext) -> bool:
    """A country, or a company that is told by its own: `một doanh nghiệp Nhật Bản`."""
    if not cue.entity.startswith("company:"):
        return cue.entity.startswith("country:")
    return any(cue.first < m.first and m.last == cue.last for m in context.mentions.of("country"))


def _is_own_province(cue: EntityMention, own: Identity) -> bool:
    """Whether a board's report turned to all of its province."""
    board = (own.publisher or "").startswith("board:")
    return board and cue.entity.startswith("province:") and cue.entity == f"province:{province_of(own.publisher or '')}"


def owner_before(context: SentenceContext, tokens: Tokens, at: int) -> EntityMention | None:
    """The bare name that touches the figure at token `at`, but for the wording of its metric and linking words."""
    if not context.entities:
        return None
    owner = next((e for e in reversed(context.entities) if e.bare and not e.closing and e.last <= at), None)
    if owner is None:
        return None
    if locates(owner, context, tokens):
        return None
    bracketed = tokens.keys[owner.last : owner.last + 1] == ["("] and ")" not in tokens.keys[owner.last : at]
    if not bracketed and in_list(context, tokens, owner):
        return None
    worded = _worded(context, owner.last, at) | timed(context, tokens, owner.last, at)
    between = [tokens.keys[i] for i in range(owner.last, at) if i not in worded]
    between = without_asides(between) if ")" in between else between  # `An Hiệp (72 ha) 100%`
    between = [key for key in between if key not in STAGE_WORDS] if bracketed else between
    ranked = any(owner.first == m.last or owner.last == m.first for m in context.mentions.of("rank"))
    alone = ranked or tokens.keys[owner.first - 1] == ";"  # `; Hàn Quốc xếp kế tiếp, 49 dự án`
    if alone or (between[-1:] and between[-1] in _LIMITING):
        if is_last_of_countries(owner, context, tokens, at):
            return None
        between = [key for key in between if key != ","]
    most = [place for place, key in enumerate(between) if key in _MOST]
    if most:  # `Bắc Ninh có nhiều lao động nhất: 312 nghìn người`
        del between[most[0] : most[-1] + 1]
    return owner if len(between) <= _LINKS_AT_MOST and _LINKS.issuperset(between) else None


def _worded(context: SentenceContext, first: int, last: int, roles: frozenset[str] = _NAMING_ROLES) -> set[int]:
    """Tokens of [first, last) that name or rank: `Thanh Hóa nộp ngân sách 20.100 tỷ đồng`, `Nhật Bản đứng đầu`."""
    within = (m for m in context.mentions.of(*roles) if first <= m.first and m.last <= last)
    return {token for mention in within for token in range(mention.first, mention.last + (mention.role == "rank"))}


def _touching(
    draft: Draft, before: Draft | None, context: SentenceContext, tokens: Tokens, own: Identity
) -> EntityMention | None:
    """The bare name of the figure's own; in prose a province means its board in the report of a bloc only.

    The row or column of a table says whose its figures are by the name alone.
    """
    figure, publisher = draft.figure, own.publisher or ""
    if figure.column is None and not context.entities and (before is None or before.owner is None):
        return None
    if figure.column is not None and figure.column.owner is not None:
        named: EntityMention | None = figure.column.owner
        owner = named
    else:
        named = None
        owner = owner_before(context, tokens, figure.before)
    if owner is not None and owner.bare and publisher.startswith("bloc:") and owner.entity.startswith("zone:"):
        return board_of_zone(owner, tokens, own.window.end)
    if named is not None:
        return named
    if owner is not None and publisher.startswith("province:") and owner.entity in _boards_of(publisher, own):
        return replace(owner, entity=publisher)
    if owner is not None and publisher and _is_foreign(owner, publisher):
        owner = None
    return owner or _country_after(draft, context, tokens) or shared_with(draft, before, context, tokens)


def _is_foreign(owner: EntityMention, publisher: str) -> bool:
    """Whether it is the bare name of a province that the report of `publisher` does not speak of."""
    if not owner.entity.startswith("board:"):
        return False
    return not publisher.startswith(_MEMBERS) and publisher.partition("@")[0] != owner.entity.partition("@")[0]


def _boards_of(province: str, own: Identity) -> set[str]:
    return {f"board:{code}" for code in boards_of(province.partition(":")[2], own.window.end)}


def _country_after(draft: Draft, context: SentenceContext, tokens: Tokens) -> EntityMention | None:
    """`9 dự án mới của Nhật Bản`: the investor's country, said after the count and its wording."""
    last = draft.figure.last
    if not context.entities or context.entities[-1].first <= last:
        return None
    after = next((e for e in context.entities if e.first > last and e.entity.startswith("country:")), None)
    if after is None or not after.bare or after.first - last > _WORDS_TO_COMPANION or in_list(context, tokens, after):
        return None
    worded = _worded(context, last, after.first, _NAMING_ROLES | {FOLLOWING, "origin"})
    between = [tokens.keys[at] for at in range(last, after.first) if at not in worded]
    led = not _OF_COUNTRY.isdisjoint(tokens.keys[last : after.first])  # `9 dự án của các nhà đầu tư Nhật Bản`
    return after if led and (_OF_COUNTRY | _OF_MONEY).issuperset(between) else None


def _last_named(
    draft: Draft, context: SentenceContext, tokens: Tokens, *, members: bool = False
) -> EntityMention | None:
    """The name that the sentence last spoke of before the figure, else the one that its paragraph is about."""
    if not context.entities:
        return context.paragraph_entity
    at, keys = draft.figure.first, tokens.keys
    of_land = is_of_land(draft.metric)
    told = (e for e in context.entities if e.last <= at and not context.asides.hides(e.first, at))
    told = (e for e in told if not is_whole_of_share(e, keys))
    named = [e for e in told if not e.bare or _opens_as_subject(e, context, tokens, members=members)]
    if len(named) > 1 and (is_place_of(named[-1], named[-2], tokens) or is_holder_of(named[-1], named[-2], tokens)):
        named.pop()
    if placed_first(named, context, tokens):
        named.pop()  # `Tại KCN A, Ban cấp mới 6 dự án`
    if of_land:  # `chủ hạ tầng là Công ty Hoa Mai nhưng mới lấp đầy 43%`: zones are filled, not companies
        named = [e for e in named if not e.entity.startswith("company:")]
    outside = [e for e in named if ")" not in keys[e.last : at] or not in_closed_aside(keys[e.last : at])]
    named = outside or named  # `Công ty Hoa Mai (KCN Đại An) góp thêm 14 triệu USD`: where it is, not who
    while named and _may_be_over(named[-1]) and _ends_between(keys[named[-1].last : at]):
        named.pop()
    over = zones_are_over(named, context, tokens, at)
    cue = named[-1] if named and not over else context.paragraph_entity
    cue = None if over and cue is not None and cue.entity.startswith("zone:") else cue
    following = next((e for e in context.entities if e.closing and closes(draft, e, tokens)), None)
    if following is not None:
        return following
    if not named and (placed := placed_after(draft, context, tokens)) is not None:
        return placed
    if cue is not None and keys[cue.last : cue.last + 1] == ["("] and ")" not in keys[cue.last : at]:
        return cue  # `KCN Đại An (21 dự án) và KCN Nam Sách (8 dự án)`: each with its own
    listed = cue is not None and named and cue.entity.startswith("zone:") and in_list(context, tokens, cue)
    return None if listed else cue


def _opens_as_subject(entity: EntityMention, context: SentenceContext, tokens: Tokens, *, members: bool) -> bool:
    """`LG Innotek đến cuối năm đã giải ngân …`: a company named by its brand alone, at the head of its clause."""
    if in_list(context, tokens, entity):
        return False
    if entity.entity.startswith("zone:"):  # `Nhơn Hội rộng 14.000 ha nhưng đất công nghiệp chỉ 1.200 ha`
        bracketed = tokens.keys[entity.last] == "("  # `Nhơn Hội (giai đoạn 1, 630 ha) đã cho thuê 98%`
        goes_on = tokens.keys[entity.last] not in _CLAUSE_SIGNS and not context.mentions.starting(entity.last, "rank")
        opens = entity.first == context.sentence.first or tokens.keys[entity.first - 1] == ";"
        return opens and (goes_on or bracketed)
    if members and entity.entity.startswith("board:"):  # `; Hà Nam tuy chỉ thêm 2 dự án nhưng xuất khẩu …`
        opens = entity.first == context.sentence.first or tokens.keys[entity.first - 1] == ";"
        return opens and tokens.keys[entity.last] not in _CLAUSE_SIGNS
    if not entity.entity.startswith("company:"):
        return False
    return entity.first == context.sentence.first or tokens.keys[entity.first - 1] in _SUBJECT_OPENINGS


def _may_be_over(entity: EntityMention) -> bool:
    """Whether the end of a clause is the end of what is told of the name: of companies, and of bare names."""
    return entity.bare or entity.entity.startswith("company:")


def _ends_between(keys: Sequence[str]) -> bool:
    return not _SEGMENT_ENDS.isdisjoint(without_asides(keys))
