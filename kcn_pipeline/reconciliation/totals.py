"""The level figures of boards and of blocs, one row a cell.

Belongs here: which facts form the cells of a half-year. Does not: choosing among several facts of one
cell (`selection`) or trying cells against each other (`reconcile`).
"""

from __future__ import annotations

import json
from collections import defaultdict
from typing import Any

import pandas as pd
import pandera.pandas as pa

from kcn_pipeline.extraction.facts import Fact, plain_decimal
from kcn_pipeline.periods import HalfYear, Window
from kcn_pipeline.reconciliation.cells import Series
from kcn_pipeline.reconciliation.records import facts_of_frame, records
from kcn_pipeline.reconciliation.selection import Selection, Source, select, sources_of
from kcn_pipeline.tables import BLOC_TOTALS, BOARD_TOTALS, RAW_DOCUMENTS, frame_of


def board_totals(facts: pd.DataFrame, period: HalfYear, documents: pd.DataFrame | None = None) -> pd.DataFrame:
    """The boards' cells whose last or as-of day lies in `period`; columns of `tables.BOARD_TOTALS`.

    facts: columns of `tables.FACTS`, of any documents. documents: columns of `tables.RAW_DOCUMENTS`,
    `text` not needed; without them publishers and versions are unknown. Plans, comparisons and
    figures of clusters or outside the zones alone form no cell. Errors: ValueError for missing columns.
    """
    return _totals("board:", facts, period, documents, BOARD_TOTALS)


def bloc_totals(facts: pd.DataFrame, period: HalfYear, documents: pd.DataFrame | None = None) -> pd.DataFrame:
    """The blocs' own cells, as `board_totals`; columns of `tables.BLOC_TOTALS`."""
    return _totals("bloc:", facts, period, documents, BLOC_TOTALS)


def _totals(
    prefix: str, facts: pd.DataFrame, period: HalfYear, documents: pd.DataFrame | None, schema: pa.DataFrameSchema
) -> pd.DataFrame:
    known = facts_of_frame(facts)
    sources = sources_of(known, _document_rows(documents))
    cells: dict[tuple[Series, Window], list[Fact]] = defaultdict(list)
    for fact in known:
        place = _place(fact)
        if place is not None and place[0].entity.startswith(prefix) and place[1].half_year == period:
            cells[place].append(fact)
    places = sorted(cells, key=lambda place: (place[0].sort_key, place[1].end, str(place[1].start)))
    rows = [_row(place, cells[place], sources, period) for place in places]
    return frame_of(schema, [row for row in rows if row is not None])


def _document_rows(documents: pd.DataFrame | None) -> list[dict[str, Any]]:
    return [] if documents is None else records(documents, RAW_DOCUMENTS.remove_columns(["text"]))


def _place(fact: Fact) -> tuple[Series, Window] | None:
    """The cell a fact fills; None for comparisons, plans, undated figures and figures not understood."""
    if fact.comparison != "level" or fact.target:
        return None
    if fact.entity is None or fact.metric is None or fact.period_end is None:
        return None
    series = Series(fact.entity, fact.metric, fact.origin, fact.unit)
    return series, Window(fact.period_start, fact.period_end)


def _row(
    place: tuple[Series, Window], facts: list[Fact], sources: dict[str, Source], period: HalfYear
) -> dict[str, Any] | None:
    selection = select(facts, sources)
    return None if selection is None else {"period": period.label, **_cell(place, selection)}


def _cell(place: tuple[Series, Window], selection: Selection) -> dict[str, Any]:
    (series, window), chosen = place, selection.chosen
    lo, hi = chosen.interval.lo, chosen.interval.hi
    return {
        "entity": series.entity,
        "metric": series.metric,
        "origin": series.origin,
        "unit": series.unit,
        "period_start": window.start.isoformat() if window.start else None,
        "period_end": window.end.isoformat(),
        "value": plain_decimal(chosen.value),
        "lo": None if lo is None else plain_decimal(lo),
        "hi": None if hi is None else plain_decimal(hi),
        "bound": chosen.bound,
        "coverage": json.dumps(sorted(chosen.coverage)),
        "status": selection.status,
        "sources": selection.sources,
        "figure_ids": json.dumps(list(selection.figure_ids)),
        "review": selection.review,
    }
