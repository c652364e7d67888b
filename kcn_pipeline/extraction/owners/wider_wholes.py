"""Totals that take in more than the zones, as one of their parts tells: `22 dự án, trong đó 9 dự án ngoài khu`.

Belongs here: whose a total is by the parts told after it. Does not: what words of territory mean (`territory`), the
choice for one figure (`owners`).
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import pairwise
from typing import Final

from kcn_pipeline.extraction.names.proper_names import EntityMention
from kcn_pipeline.extraction.passages.context import SentenceContext
from kcn_pipeline.extraction.passages.drafts import Draft
from kcn_pipeline.extraction.text.phrase_index import Mention
from kcn_pipeline.reference.boards import load_boards
from kcn_pipeline.reference.metrics import load_metrics

_PROVINCE: Final = "province:"
_BOARD: Final = "board:"
_OF_ZONES: Final = frozenset({"zones", "inside"})


def widen_wholes(context: SentenceContext, drafts: Sequence[Draft]) -> None:
    """Give the figures before words of parts to the province that one of the parts, outside the zones, is of."""
    _widen_bases(context, drafts)
    _widen_economy(context, drafts)
    for word in context.mentions.of("parts"):
        part = next((d for d in drafts if d.figure.first >= word.last and _lies_outside(d.entity_cue)), None)
        if part is None:
            continue
        for whole in drafts:
            named = whole.owner is not None and not whole.owner.bare
            if whole.figure.last <= word.first and (whole.entity or "").startswith(_BOARD) and not named:
                whole.entity, whole.entity_cue = part.entity, part.entity_cue


def _widen_economy(context: SentenceContext, drafts: Sequence[Draft]) -> None:
    """`xuất khẩu của tỉnh đạt 2,4 tỷ USD`: an amount that its own wording gives to the whole place, and its ratios."""
    for draft in drafts:
        subject = draft.head or draft
        if draft.owner is not None or subject.named_by is None or not _is_of_economy(draft.metric):
            continue
        place = context.mentions.starting(subject.named_by.last, "of_place")
        if place is not None and place.last <= subject.figure.before:
            _give_to_province(draft)


@cache
def _is_of_economy(metric: str | None) -> bool:
    """Whether a province publishes it for itself too: exports, taxes, output."""
    row = load_metrics().get(metric or "")
    return row is not None and row.kind == "flow" and "money" in row.dimensions and not row.origin_split


def _widen_bases(context: SentenceContext, drafts: Sequence[Draft]) -> None:
    """`chiếm 63% thu toàn tỉnh (4.895 tỷ đồng)`, `toàn tỉnh 1.134 triệu USD, trong đó các KCN chiếm 81%`."""
    words = context.mentions.of("whole", "of_place")
    places = [m for m in words if m.role == "of_place" or m.value.value == "province"]
    if not places:
        return
    zones = [m for m in words if m.role == "whole" and m.value.value in _OF_ZONES]
    for before, after in pairwise(drafts):
        told = any(before.figure.last <= m.first and m.last + 1 == after.figure.before for m in places)  # one bracket
        if before.comparison == "share" and after.is_level and after.figure.dimension == "money" and told:
            _give_to_province(after)
    for share in (d for d in drafts if d.comparison == "share"):
        _widen_head(share, places, zones, drafts)


def _widen_head(share: Draft, places: Sequence[Mention], zones: Sequence[Mention], drafts: Sequence[Draft]) -> None:
    head = share.head
    if head is None:
        return
    turned = [m for m in zones if head.figure.last <= m.first and m.last <= share.figure.before]
    if turned and any(m.last <= turned[0].first for m in places):
        for whole in drafts:
            if whole is head or (whole.head is head and whole is not share):
                _give_to_province(whole)
        share.base = share.base or share.metric


def _give_to_province(whole: Draft) -> None:
    """From the board to the province that it lies in."""
    kind, _, code = (whole.entity or "").partition(":")
    if kind == "board" and code in load_boards():
        whole.entity = f"{_PROVINCE}{load_boards()[code].province}"


def _lies_outside(cue: EntityMention | None) -> bool:
    return cue is not None and cue.closing and cue.entity.startswith(_PROVINCE)
