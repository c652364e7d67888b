"""Whether a figure is told of the name of the one before it, or of another that stands between the two.

Belongs here: what was and what is, a whole and its part. Does not: the choice of the owner (`owners`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from kcn_pipeline.documents.document import Identity
from kcn_pipeline.extraction.names.proper_names import EntityMention
from kcn_pipeline.extraction.names.territory import province_of
from kcn_pipeline.extraction.passages.context import SentenceContext
from kcn_pipeline.extraction.passages.drafts import Draft
from kcn_pipeline.extraction.text.tokens import NUMBER_KEY, Tokens
from kcn_pipeline.reference.function_words import function_words

_ONLY: Final = function_words("only")
_OF: Final = function_words("of")
_ZONES: Final = "zone"
_CLAUSE_SIGNS: Final = frozenset({",", ";", ".", ":", "(", NUMBER_KEY})


def shares_apart(share: Draft, context: SentenceContext, tokens: Tokens) -> bool:
    """`Toàn tỉnh thu hút 900 triệu USD, trong đó các KCN chiếm 81%`: the share of those named before it."""
    if share.head is None or share.comparison != "share":
        return False
    return is_told_of_another(share, share.head, context, tokens)


def is_told_of_another(part: Draft, whole: Draft, context: SentenceContext, tokens: Tokens) -> bool:
    """Whether a name stands between a whole and its part, which is then that one's."""
    named = (e for e in context.entities if whole.figure.last <= e.first and e.last <= part.figure.before)
    return any(not e.bare and tokens.keys[e.first - 1] not in _OF for e in named)


def is_now(context: SentenceContext, before: Draft, draft: Draft) -> bool:
    """`Nhơn Hội năm ấy có 900 công nhân, nay là 6.000 người`: what was and what is are of the same name."""
    now = any(before.figure.last <= m.first and m.last <= draft.figure.before for m in context.mentions.of("now"))
    return now and before.figure.unit is not None and before.metric == draft.metric


def own_since(nation: EntityMention, draft: Draft, context: SentenceContext, own: Identity) -> EntityMention | None:
    """`Cả nước hút 24 tỷ USD thì Hưng Yên góp 600 triệu USD`: told beside the nation, the bare name is the province."""
    named = (e for e in context.entities if nation.last <= e.first and e.last <= draft.figure.first)
    province = province_of(own.publisher or "")
    owner = next((e for e in named if e.bare and e.entity == own.publisher), None)
    return None if owner is None or province is None else replace(owner, entity=f"province:{province}")


def is_apart_of_it(draft: Draft, before: Draft, context: SentenceContext, between: Sequence[str]) -> bool:
    """`Thái Nguyên 43 dự án, riêng vốn FDI tăng thêm 366 triệu USD`: singled out, and nobody named since."""
    if between[:1] != [","] or not _ONLY.issuperset(between[1:2]):
        return False
    return not any(before.figure.last <= e.first < draft.figure.first for e in context.entities)


def counts_more_than(zone: EntityMention, draft: Draft, before: Draft | None) -> bool:
    """`Có 3 KCN, rộng 400 ha` in a paragraph that one zone opened: a count of zones, and what it has, is of none."""
    counted = draft if draft.figure.dimension == _ZONES or before is None else before
    if counted.figure.last <= zone.first < draft.figure.first:
        return False  # `Trong 9 KCN, KCN Phan Thiết rộng 68 ha`
    return zone.entity.startswith("zone:") and counted.figure.dimension == _ZONES and counted.owner is None


def is_whole_of(share: Draft | None, draft: Draft, tokens: Tokens) -> bool:
    """`Dự án LG Display chiếm quá nửa số vốn mới 2,7 tỷ USD`: what a share is of, told right behind it."""
    if share is None or share.comparison != "share" or not draft.is_level or draft.figure.dimension == "percent":
        return False
    return _CLAUSE_SIGNS.isdisjoint(tokens.keys[share.figure.last : draft.figure.before])
