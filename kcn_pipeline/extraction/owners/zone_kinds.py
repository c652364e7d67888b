"""Whose figures of one kind of zone are: clusters are the province's, other zones their board's.

Belongs here: owners that the kind of zone, or the land counted tells. Does not: names (`owners`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Final

from kcn_pipeline.documents.document import Identity
from kcn_pipeline.extraction.names.proper_names import EntityMention
from kcn_pipeline.extraction.names.territory import boards_of
from kcn_pipeline.extraction.passages.context import SentenceContext
from kcn_pipeline.extraction.passages.drafts import Draft
from kcn_pipeline.extraction.text.tokens import Tokens
from kcn_pipeline.reference.boards import load_boards
from kcn_pipeline.reference.identities import load_identities
from kcn_pipeline.reference.metrics import load_metrics

_ZONE: Final = "zone"
_ZONES_OF_BOARDS: Final = frozenset({"kcn", "kcx", "kkt"})


def owner_by_kind(draft: Draft, context: SentenceContext, tokens: Tokens, own: Identity) -> EntityMention | None:
    """Clusters are the province's, other zones and their land their board's, whichever of the two reports."""
    figure = draft.figure
    kind, _, code = (own.publisher or "").partition(":")
    if figure.coverage == ("ccn",) and kind == "board":
        return EntityMention(f"province:{load_boards()[code].province}", figure.first, figure.last)
    if kind != "province":
        return None
    kinds = set(figure.coverage)
    told = {m.value.value: m.first for m in reversed(context.mentions.of("coverage"))}
    of_zones = kinds <= _ZONES_OF_BOARDS if kinds else _told_of_zones(told, context, tokens.keys, figure.first)
    if of_zones or (is_of_land(draft.metric) and "ccn" not in told):
        boards = boards_of(code, own.window.end)
        return EntityMention(f"board:{boards[0]}", figure.first, figure.last) if boards else None
    return None


def counts_zones(draft: Draft, context: SentenceContext) -> bool:
    """`Toàn tỉnh có 8 KCN, rộng 2.000 ha`: zones and their land are their board's, whoever's territory is named."""
    if draft.figure.dimension == _ZONE:
        return set(draft.figure.coverage) <= _ZONES_OF_BOARDS
    told = {m.value.value for m in context.mentions.of("coverage")}
    kinds = told - {"outside"}
    return is_of_land(draft.metric) and kinds <= _ZONES_OF_BOARDS and bool(kinds or not told)


def _told_of_zones(told: Mapping[str, int], context: SentenceContext, keys: Sequence[str], at: int) -> bool:
    """`377 doanh nghiệp trong 06 KCN sử dụng 190.235 lao động`: zones named before token `at`, and nothing wider."""
    wider = any(m.value.value == "province" for m in context.mentions.of("whole")) or context.mentions.of("of_place")
    zones = bool(told) and told.keys() <= _ZONES_OF_BOARDS and min(told.values()) < at and not wider
    return zones and ";" not in keys[min(told.values()) : at]


@cache
def is_of_land(metric: str | None) -> bool:
    """Whether it is land of the zones, or a rate of such land."""
    metrics = load_metrics()
    if metric not in metrics:
        return False
    ratios = (i for i in load_identities().values() if i.relation == "ratio" and i.metric == metric)
    terms = [term for ratio in ratios for term in ratio.terms] or [metric]
    return all("area" in metrics[term].dimensions for term in terms)
