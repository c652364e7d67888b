"""Whose figures of one kind of zone are: clusters are the province's, other zones their board's.

Belongs here: owners that the kind of zone or the land counted tells. Does not: names (`owners`).
"""

from __future__ import annotations

from functools import cache
from typing import Final

from kcn_pipeline.documents.document import Identity
from kcn_pipeline.extraction.context import SentenceContext
from kcn_pipeline.extraction.drafts import Draft
from kcn_pipeline.extraction.proper_names import EntityMention
from kcn_pipeline.extraction.territory import boards_of
from kcn_pipeline.reference.boards import load_boards
from kcn_pipeline.reference.identities import load_identities
from kcn_pipeline.reference.metrics import load_metrics

_ZONES_OF_BOARDS: Final = frozenset({"kcn", "kcx", "kkt"})


def owner_by_kind(draft: Draft, context: SentenceContext, own: Identity) -> EntityMention | None:
    """Clusters are the province's, other zones and their land their board's, whichever of the two reports."""
    kinds, figure = set(draft.figure.coverage), draft.figure
    kind, _, code = (own.publisher or "").partition(":")
    if kinds == {"ccn"} and kind == "board":
        return EntityMention(f"province:{load_boards()[code].province}", figure.first, figure.last)
    clusters = any(m.role == "coverage" and m.value.value == "ccn" for m in context.mentions.mentions)
    if kind == "province" and ((kinds and kinds <= _ZONES_OF_BOARDS) or (_of_land(draft.metric) and not clusters)):
        boards = boards_of(code, own.window.end)
        return EntityMention(f"board:{boards[0]}", figure.first, figure.last) if boards else None
    return None


@cache
def _of_land(metric: str | None) -> bool:
    """Whether it is land of the zones, or a rate of such land."""
    metrics = load_metrics()
    if metric not in metrics:
        return False
    ratios = (i for i in load_identities().values() if i.relation == "ratio" and i.metric == metric)
    terms = [term for ratio in ratios for term in ratio.terms] or [metric]
    return all("area" in metrics[term].dimensions for term in terms)
