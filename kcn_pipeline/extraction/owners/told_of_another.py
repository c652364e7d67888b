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
from kcn_pipeline.extraction.owners.zone_kinds import is_of_land
from kcn_pipeline.extraction.owners.zone_places import closes
from kcn_pipeline.extraction.passages.context import SentenceContext
from kcn_pipeline.extraction.passages.drafts import Draft
from kcn_pipeline.extraction.text.tokens import NUMBER_KEY, Tokens
from kcn_pipeline.reference.function_words import function_words

_ONLY: Final = function_words("only")
_OF: Final = function_words("of")
_AND: Final = function_words("and")
_ANDS: Final = [[word] for word in _AND]
_TOTALS: Final = function_words("total")
_WORDS_TO_WHOLE: Final = 9
_SEGMENT_ENDS: Final = frozenset({";", ".", "(", ")"})
_WORDS_TO_COMPANION: Final = 5
_ZONES: Final = "zone"
_PERIODS: Final = function_words("period")
_SINCE: Final = function_words("before_span")
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


def is_whole_of_share(place: EntityMention, keys: Sequence[str]) -> bool:
    """`bằng 35% kim ngạch xuất khẩu cả nước; nhập khẩu 52 tỷ USD`: what a share is of owns nothing that follows."""
    if not place.entity.startswith("nation:"):
        return False
    for at in range(place.first - 1, max(place.first - _WORDS_TO_WHOLE, 0) - 1, -1):
        if keys[at] == "%":
            return True
        if keys[at] in _CLAUSE_SIGNS:
            return False
    return False


def is_whole_of(share: Draft | None, draft: Draft, tokens: Tokens) -> bool:
    """`Dự án LG Display chiếm quá nửa số vốn mới 2,7 tỷ USD`: what a share is of, told right behind it."""
    if share is None or share.comparison != "share" or not draft.is_level or draft.figure.dimension == "percent":
        return False
    return _CLAUSE_SIGNS.isdisjoint(tokens.keys[share.figure.last : draft.figure.before])


def _parts_open(context: SentenceContext, before: Draft, draft: Draft) -> bool:
    """`Fuxing sử dụng 900 lao động, trong đó 40 người nước ngoài`: parts are of whom the whole is."""
    return any(before.figure.last <= m.first and m.last <= draft.figure.before for m in context.mentions.of("parts"))


def shared_with(draft: Draft, before: Draft | None, context: SentenceContext, tokens: Tokens) -> EntityMention | None:
    """`Đài Loan 312 dự án và 1,3 tỷ USD`: the money beside a count is of the same name."""
    if before is None or before.owner is None or not before.owner.bare or draft.head is not None:
        return None
    between = tokens.keys[before.figure.last : draft.figure.before]
    if before.figure.dimension == draft.figure.dimension:
        placed = any(e.closing and closes(draft, e, tokens) for e in context.entities)
        if between in _ANDS and before.figure.unit != draft.figure.unit:
            return before.owner  # `Đình Trám 90 dự án (150 triệu USD và 3.000 tỷ đồng)`
        same = _parts_open(context, before, draft) or is_now(context, before, draft)
        same = same and not is_told_of_another(draft, before, context, tokens)
        parts = same and not placed  # `trong đó 4 dự án nằm trong KCN`
        return before.owner if parts and not _SEGMENT_ENDS & set(between) else None
    ends = _SEGMENT_ENDS - {";"} if tokens.keys[before.figure.before - 1] == "(" else _SEGMENT_ENDS
    between = between[1:] if between[:1] == ["("] else between  # `Hàn Quốc 121 dự án (8,5 tỷ USD)`
    if is_apart_of_it(draft, before, context, between):
        return before.owner  # `Thái Nguyên 43 dự án, riêng vốn FDI tăng thêm 366 triệu USD`
    named = max(before.owner.last - before.figure.last, 0)  # `9 dự án của Hàn Quốc, vốn đăng ký 81 triệu USD`
    apart = len(between) - named > _WORDS_TO_COMPANION or ends & set(between)
    if apart or _TOTALS.isdisjoint(between):
        return None if apart else before.owner
    of_all = _is_one_of_several(before.owner, context) or _is_part_of_counted(before.owner, context, tokens)
    return None if of_all else before.owner


def _is_part_of_counted(owner: EntityMention, context: SentenceContext, tokens: Tokens) -> bool:
    """`Cấp mới 9 dự án, Hàn Quốc có 6 dự án, tổng vốn 8 triệu USD`: projects were counted before the only one named."""
    keys, first = tokens.keys, context.sentence.first
    start = next((at + 1 for at in range(owner.first - 1, first - 1, -1) if keys[at] == ";"), first)
    if any(start <= e.first < owner.first and e.bare for e in context.entities):
        return False
    units = (m for m in context.mentions.of("unit") if start <= m.first < owner.first)
    return any(m.value.dimension == "project" for m in units)


def _is_one_of_several(owner: EntityMention, context: SentenceContext) -> bool:
    """`Hàn Quốc 12 dự án, Nhật Bản 9 dự án, tổng vốn 2 tỷ USD`: a total behind names without money is of them all."""
    kind = owner.entity.partition(":")[0]
    others = [e for e in context.entities if e.bare and e.last <= owner.first and e.entity.startswith(f"{kind}:")]
    if not others:
        return False
    units = (m for m in context.mentions.of("unit") if others[-1].last <= m.first < owner.first)
    return not any(m.value.dimension == "money" for m in units)


def is_of_all(
    company: EntityMention, draft: Draft, before: Draft | None, context: SentenceContext, own: Identity
) -> bool:
    """`Công ty Hoa Mai tăng vốn, nâng tổng số dự án lên 90 dự án với 2 tỷ USD`: a stock of projects is no company's."""
    if not company.entity.startswith("company:"):
        return False
    if is_of_land(draft.metric):
        return True  # zones are filled and leased, not companies
    since = [m for m in context.mentions.of("unit") if company.last <= m.first and m.last <= draft.figure.before]
    if any(context.mentions.ending(m.first, "plural") for m in since if m.value.dimension == "enterprise"):
        return True  # `…, doanh thu của các doanh nghiệp đạt 9 tỷ đồng`
    if before is not None and before.figure.first >= company.last and before.figure.dimension == "project":
        return before.entity == own.publisher
    stocks = (m for m in context.mentions.of("stock") if company.last <= m.first and m.last <= draft.figure.before)
    return draft.figure.dimension == "project" and any(stocks)


def is_last_of_countries(owner: EntityMention, context: SentenceContext, tokens: Tokens, at: int) -> bool:
    """`2 dự án từ Nhật Bản và 1 dự án từ Hàn Quốc, với tổng vốn 9 triệu USD`: the total is of all of them."""
    if not owner.entity.startswith("country:") or tokens.keys[owner.last] != ",":
        return False
    others = [e for e in context.entities if e.last <= owner.first and e.entity.startswith("country:")]
    if not others or _TOTALS.isdisjoint(tokens.keys[owner.last : at]):
        return False
    joined = tokens.keys[others[-1].last : owner.first]
    return ";" not in joined and not _AND.isdisjoint(joined[:1])


def timed(context: SentenceContext, tokens: Tokens, first: int, last: int) -> set[int]:
    """Tokens of [first, last) that tell a time: `vốn FDI vào Bắc Ninh sau 9 tháng đạt 2 tỷ USD`, `trong năm đạt …`."""
    keys = tokens.keys
    spans = [(tokens.at_or_after(t.span.start), tokens.at_or_after(t.span.end)) for t in context.times]
    spans += [(at, at + 1) for at in range(first + 1, last) if keys[at] in _PERIODS and keys[at - 1] in _SINCE]
    within = [(start, end) for start, end in spans if first <= start and end <= last]
    return {at for start, end in within for at in range(start - (keys[start - 1] in _SINCE), end)}
