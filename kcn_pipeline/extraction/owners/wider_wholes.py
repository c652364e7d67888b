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
from kcn_pipeline.extraction.text.tokens import NUMBER_KEY, Tokens
from kcn_pipeline.reference.boards import load_boards
from kcn_pipeline.reference.function_words import function_words
from kcn_pipeline.reference.metrics import load_metrics

_PROVINCE: Final = "province:"
_BOARD: Final = "board:"
_OVER: Final = function_words("out_of")
_WORDS_TO_PART: Final = 7
_OF_ZONES: Final = frozenset({"zones", "inside"})


def widen_wholes(tokens: Tokens, context: SentenceContext, drafts: Sequence[Draft]) -> None:
    """Give the figures before words of parts to the province that one of the parts, outside the zones, is of."""
    _widen_bases(context, drafts)
    _widen_economy(tokens, context, drafts)
    for word in context.mentions.of("parts"):
        part = next((d for d in drafts if d.figure.first >= word.last and _lies_outside(d.entity_cue)), None)
        if part is None or context.asides.hides(word.first, part.figure.first):
            continue  # `91 dự án trong khu (gồm cả dự án hạ tầng); 62 dự án ngoài khu`: parts of another whole
        for whole in drafts:
            named = whole.owner is not None and not whole.owner.bare
            if whole.figure.last <= word.first and (whole.entity or "").startswith(_BOARD) and not named:
                whole.entity, whole.entity_cue = part.entity, part.entity_cue


def widen_before(tokens: Tokens, context: SentenceContext, drafts: Sequence[Draft], earlier: Sequence[Draft]) -> None:
    """`Tỉnh có thêm 9 dự án. Trong đó, các KCN có 7; ngoài KCN 2 dự án`: the sentence before tells of both."""
    word = next((m for m in context.mentions.of("parts") if m.first == context.sentence.first), None)
    part = next((d for d in drafts if _lies_outside(d.entity_cue)), None) if word is not None and earlier else None
    between = tokens.ends[earlier[-1].figure.last - 1] if earlier else 0, tokens.starts[context.sentence.first]
    if part is None or "\n" in tokens.text[slice(*between)]:
        return
    for whole in earlier:
        if (whole.entity or "").startswith(_BOARD) and (whole.owner is None or whole.owner.bare):
            whole.entity, whole.entity_cue = part.entity, part.entity_cue


def _widen_economy(tokens: Tokens, context: SentenceContext, drafts: Sequence[Draft]) -> None:
    """`xuất khẩu của tỉnh đạt 2,4 tỷ USD`: an amount that its own wording gives to the whole place, and its ratios."""
    for draft in drafts:
        subject = draft.head or draft
        if draft.owner is not None or not _is_of_economy(draft.metric):
            continue
        if draft.is_level and _is_of_place_behind(draft, context, tokens):
            _give_to_province(draft)
        if subject.named_by is None:
            continue
        place = context.mentions.starting(subject.named_by.last, "of_place")
        if place is not None and place.last <= subject.figure.before:
            _give_to_province(draft)


def _is_of_place_behind(draft: Draft, context: SentenceContext, tokens: Tokens) -> bool:
    """`1,9 tỷ USD trên tổng số 3,1 tỷ USD của cả tỉnh`: the whole of a place is told over, behind its part."""
    place = context.mentions.starting(draft.figure.last, "of_place")
    before = tokens.keys[max(draft.figure.first - _WORDS_TO_PART, 0) : draft.figure.first]
    return place is not None and not _OVER.isdisjoint(before) and NUMBER_KEY in before


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
