"""Stocks told twice, once behind what came from abroad and once behind what came from within: `Lũy kế có 900 dự án`.

Belongs here: origins that two passages in parallel tell each other. Does not: origins within a passage (`origins`),
stocks that are the sum of their parts (`stocks_by_parts`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from typing import Final

from kcn_pipeline.extraction.passages.drafts import Draft
from kcn_pipeline.quantities import Origin
from kcn_pipeline.reference.metrics import load_metrics

_BOTH: Final = {"fdi", "ddi"}

Passage = tuple[Origin, list[Draft]]


def settle_stocks_by_origin(drafts: Sequence[Draft]) -> None:
    """Give the stocks of two passages the origins of the flows before them, where they differ in both.

    No stock has two values at one date: what follows the foreign flows is foreign, what follows the domestic domestic.
    """
    passages = list(_passages(drafts))
    for (origin, stocks), (other, others) in pairwise(passages):
        if {origin, other} != _BOTH or not _tell_apart(stocks, others):
            continue
        for told, run in ((origin, stocks), (other, others)):
            for draft in run:
                draft.origin, draft.rule = told, f"{draft.rule}; of the origin of the flows before it"


def _passages(drafts: Sequence[Draft]) -> Iterator[Passage]:
    """Runs of stocks without an origin, with the one origin of the flows right before them."""
    split = [d for d in drafts if d.metric is not None and load_metrics()[d.metric].origin_split]
    runs = [(kind, list(run)) for kind, run in groupby(split, key=lambda d: load_metrics()[d.metric or ""].kind)]
    for (before, flows), (kind, stocks) in pairwise(runs):
        origins = {d.origin for d in flows} - {None}
        if (before, kind) != ("flow", "stock") or any(d.origin not in (None, "total") for d in stocks):
            continue
        if len(origins) == 1 and (origin := origins.pop()) in _BOTH and origin is not None:
            yield origin, stocks


def _tell_apart(stocks: Sequence[Draft], others: Sequence[Draft]) -> bool:
    """Whether one metric has another value in each, of the same entity at the same date."""
    cells = {(d.metric, d.entity, d.window): d.value for d in stocks if d.is_level}
    return any(cells.get((d.metric, d.entity, d.window), d.value) != d.value for d in others if d.is_level)
