"""Whose figure it is: the name that touches it, the last one that its sentence speaks of, or the publisher.

Belongs here: the choice for one figure among the names around it. Does not: recognising names (`entities`), or
lists that run in parallel (`distribution`).
"""

from __future__ import annotations

from typing import Final

from kcn_pipeline.documents.document import Identity
from kcn_pipeline.extraction.context import SentenceContext
from kcn_pipeline.extraction.drafts import Draft
from kcn_pipeline.extraction.entities import board_of_zone
from kcn_pipeline.extraction.lexicon import FOLLOWING, FREE, TOUCHING
from kcn_pipeline.extraction.proper_names import EntityMention
from kcn_pipeline.extraction.territory import boards_of
from kcn_pipeline.extraction.tokens import NUMBER_KEY, Tokens
from kcn_pipeline.reference.boards import load_boards
from kcn_pipeline.reference.function_words import function_words

_LINKS: Final = function_words("link_to_figure") | {":", "("}
_LINKS_AT_MOST: Final = 3
_JOINTS: Final = function_words("and") | {","}
_LIMITING: Final = function_words("limiting")
_OF_COUNTRY: Final = function_words("of") | function_words("from")
_TOTALS: Final = function_words("total")
_NAMING_ROLES: Final = frozenset({FREE, TOUCHING, "rank", "account_for"})
_JOINT_WORDS_AT_MOST: Final = 3
_SEGMENT_ENDS: Final = frozenset({";", ".", "(", ")"})
_ZONES_OF_BOARDS: Final = frozenset({"kcn", "kcx", "kkt"})
_WORDS_TO_COMPANION: Final = 5
_MEMBERS: Final = ("bloc:", "nation:")  # of whose reports the bare name of a province means its board


def assign_owner(draft: Draft, before: Draft | None, context: SentenceContext, tokens: Tokens, own: Identity) -> None:
    """Give `draft` its entity; `before` is the figure before it in the sentence."""
    column = draft.figure.column
    touching = draft.owner or _touching(draft, before, context, tokens, own)
    if draft.head is not None and touching is None:
        draft.entity, draft.entity_cue = draft.head.entity, draft.head.entity_cue
        return
    cue = touching or _last_named(draft, context, tokens)
    if cue is None or (column is not None and column.whole) or cue.entity == own.publisher:
        cue = _by_kind_of_zone(draft, own)
    draft.owner = touching
    draft.entity = own.publisher if cue is None else cue.entity
    draft.entity_cue = cue
    if cue is not None and cue.entity.startswith("country:") and draft.origin is not None:
        draft.origin = "fdi"


def owner_before(context: SentenceContext, tokens: Tokens, at: int) -> EntityMention | None:
    """The bare name that touches the figure at token `at`, but for the wording of its metric and linking words."""
    owner = next((e for e in reversed(context.entities) if e.bare and not e.closing and e.last <= at), None)
    if owner is None or in_list(context, tokens, owner):
        return None
    worded = _worded(context, owner.last, at)
    between = [tokens.keys[i] for i in range(owner.last, at) if i not in worded]
    ranked = any(m.role == "rank" and m.last == owner.first for m in context.mentions.mentions)
    if ranked or (between[-1:] and between[-1] in _LIMITING):
        between = [key for key in between if key != ","]
    return owner if len(between) <= _LINKS_AT_MOST and _LINKS.issuperset(between) else None


def in_list(context: SentenceContext, tokens: Tokens, entity: EntityMention) -> bool:
    """Whether the name is one of several joined by a comma or `và`, so that none of them owns the figure alone."""
    for other in (e for e in context.entities if e.bare == entity.bare):
        between = tokens.keys[other.last : entity.first] or tokens.keys[entity.last : other.first]
        if between and between[0] in _JOINTS and len(between) <= _JOINT_WORDS_AT_MOST and NUMBER_KEY not in between:
            return True
    return not function_words("and").isdisjoint(tokens.keys[entity.last : entity.last + 1])


def _worded(context: SentenceContext, first: int, last: int, roles: frozenset[str] = _NAMING_ROLES) -> set[int]:
    """Tokens of [first, last) that name or rank: `Thanh Hóa nộp ngân sách 20.100 tỷ đồng`, `Nhật Bản đứng đầu`."""
    within = (m for m in context.mentions.mentions if m.role in roles and first <= m.first and m.last <= last)
    return {token for mention in within for token in range(mention.first, mention.last + (mention.role == "rank"))}


def _touching(
    draft: Draft, before: Draft | None, context: SentenceContext, tokens: Tokens, own: Identity
) -> EntityMention | None:
    """The bare name of the figure's own; in prose a province means its board in the report of a bloc only.

    The row or column of a table says whose its figures are by the name alone.
    """
    figure, publisher = draft.figure, own.publisher or ""
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
    if owner is not None and owner.entity.startswith("board:") and not publisher.startswith((*_MEMBERS, owner.entity)):
        owner = None
    return owner or _country_after(draft, context, tokens) or _shared_with(draft, before, tokens)


def _country_after(draft: Draft, context: SentenceContext, tokens: Tokens) -> EntityMention | None:
    """`9 dự án mới của Nhật Bản`: the investor's country, said after the count and its wording."""
    last = draft.figure.last
    after = next((e for e in context.entities if e.first > last and e.entity.startswith("country:")), None)
    if after is None or not after.bare or after.first - last > _WORDS_TO_COMPANION or in_list(context, tokens, after):
        return None
    worded = _worded(context, last, after.first, _NAMING_ROLES | {FOLLOWING, "origin"})
    between = [tokens.keys[at] for at in range(last, after.first) if at not in worded]
    return after if between and _OF_COUNTRY.issuperset(between) else None


def _shared_with(draft: Draft, before: Draft | None, tokens: Tokens) -> EntityMention | None:
    """`Đài Loan 312 dự án và 1,3 tỷ USD`: the money beside a count is of the same name."""
    if before is None or before.owner is None or not before.owner.bare or draft.head is not None:
        return None
    if before.figure.dimension == draft.figure.dimension:
        return None
    between = tokens.keys[before.figure.last : draft.figure.before]
    ends = _SEGMENT_ENDS - {";"} if tokens.keys[before.figure.before - 1] == "(" else _SEGMENT_ENDS
    apart = len(between) > _WORDS_TO_COMPANION or ends & set(between) or _TOTALS & set(between)
    return None if apart else before.owner


def _last_named(draft: Draft, context: SentenceContext, tokens: Tokens) -> EntityMention | None:
    """The name that the sentence last spoke of before the figure, else the one that its paragraph is about."""
    at, keys = draft.figure.first, tokens.keys
    named = [e for e in context.entities if e.last <= at and not e.bare]
    while named and named[-1].entity.startswith("company:") and _SEGMENT_ENDS & set(keys[named[-1].last : at]):
        named.pop()
    cue = named[-1] if named else context.paragraph_entity
    following = next((e for e in context.entities if e.closing and _closes(draft, e, tokens)), None)
    if following is not None:
        return following
    listed = cue is not None and named and cue.entity.startswith("zone:") and in_list(context, tokens, cue)
    return None if listed else cue


def _closes(draft: Draft, territory: EntityMention, tokens: Tokens) -> bool:
    """`còn lại 31 dự án nằm ngoài khu`: where they are is said after the figure, and no other is between."""
    between = tokens.keys[draft.figure.last : territory.first]
    near = 0 <= territory.first - draft.figure.last <= _JOINT_WORDS_AT_MOST
    return near and NUMBER_KEY not in between and not {",", ";", ".", ":"} & set(between)


def _by_kind_of_zone(draft: Draft, own: Identity) -> EntityMention | None:
    """Clusters are the province's, other zones their board's, whichever of the two reports."""
    kinds, figure = set(draft.figure.coverage), draft.figure
    kind, _, code = (own.publisher or "").partition(":")
    if kinds == {"ccn"} and kind == "board":
        return EntityMention(f"province:{load_boards()[code].province}", figure.first, figure.last)
    if kinds and kinds <= _ZONES_OF_BOARDS and kind == "province":
        boards = boards_of(code, own.window.end)
        return EntityMention(f"board:{boards[0]}", figure.first, figure.last) if boards else None
    return None
