"""The level figures of boards and of blocs, one row a cell.

Belongs here: which facts form the cells of a half-year. Does not: choosing among several facts of one
cell (`selection`) or trying cells against each other (`reconcile`).
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import pandas as pd
import pandera.pandas as pa

from kcn_pipeline.extraction.facts import Fact, plain_decimal
from kcn_pipeline.periods import HalfYear
from kcn_pipeline.reconciliation.cells import BLOCS, BOARDS, HAVE_CELLS, CellName, cell_of
from kcn_pipeline.reconciliation.decisions.candidates import Candidate, sources_of
from kcn_pipeline.reconciliation.decisions.docket import Docket, docket
from kcn_pipeline.reconciliation.decisions.records import facts_of_frame, records
from kcn_pipeline.reconciliation.decisions.selection import Selection, select
from kcn_pipeline.reference.corrections import Correction
from kcn_pipeline.tables import BLOC_TOTALS, BOARD_TOTALS, RAW_DOCUMENTS, frame_of


def board_totals(
    facts: pd.DataFrame,
    period: HalfYear,
    documents: pd.DataFrame | None = None,
    corrections: Sequence[Correction] = (),
) -> pd.DataFrame:
    """The boards' cells whose last or as-of day lies in `period`; columns of `tables.BOARD_TOTALS`.

    facts: columns of `tables.FACTS`, of any documents. documents: columns of `tables.RAW_DOCUMENTS`,
    `text` not needed; without them publishers and versions are unknown. corrections: those that touch the
    half-year. Plans, comparisons and figures of clusters or outside the zones alone form no cell, nor do
    figures that were dropped. Errors: ValueError for missing columns.
    """
    return _totals(BOARDS, facts, period, documents, corrections, BOARD_TOTALS)


def bloc_totals(
    facts: pd.DataFrame,
    period: HalfYear,
    documents: pd.DataFrame | None = None,
    corrections: Sequence[Correction] = (),
) -> pd.DataFrame:
    """The blocs' own cells, as `board_totals`; columns of `tables.BLOC_TOTALS`."""
    return _totals(BLOCS, facts, period, documents, corrections, BLOC_TOTALS)


def _totals(
    whose: str,
    facts: pd.DataFrame,
    period: HalfYear,
    documents: pd.DataFrame | None,
    corrections: Sequence[Correction],
    schema: pa.DataFrameSchema,
) -> pd.DataFrame:
    known = facts_of_frame(facts)
    chosen = selections(known, documents, period, docket(corrections, known), whose)
    rows = [
        {"period": period.label, **cell_columns(name), **_cell(selection.chosen, selection)}
        for name, selection in chosen
        if selection.chosen is not None
    ]
    return frame_of(schema, rows)


def selections(
    facts: Iterable[Fact],
    documents: pd.DataFrame | None,
    period: HalfYear,
    decided: Docket,
    whose: str | tuple[str, ...] = HAVE_CELLS,
) -> Iterator[tuple[CellName, Selection]]:
    """Every cell of `period` for which some figure is of the zones, in a fixed order, with what was chosen.

    documents: as in `board_totals`. decided: the decisions that touch the half-year, tried against the same
    facts. whose: how the entities of the cells begin.
    """
    known = list(facts)
    sources = sources_of(known, _document_rows(documents))
    cells: dict[CellName, list[Fact]] = defaultdict(list)
    for fact in known:
        name = cell_of(fact)
        if name is not None and name[1].half_year == period and name[0].entity.startswith(whose):
            cells[name].append(fact)
    for name in sorted(cells, key=lambda name: (name[0].sort_key, name[1].end, str(name[1].start))):
        if (selection := select(cells[name], sources, decided.on_cells.get(name, ()))) is not None:
            yield name, selection


def cell_columns(name: CellName) -> dict[str, str | None]:
    """The columns that name a cell in every table."""
    series, window = name
    return {
        "entity": series.entity,
        "metric": series.metric,
        "origin": series.origin,
        "unit": series.unit,
        "period_start": window.start.isoformat() if window.start else None,
        "period_end": window.end.isoformat(),
    }


def _document_rows(documents: pd.DataFrame | None) -> list[dict[str, Any]]:
    return [] if documents is None else records(documents, RAW_DOCUMENTS.remove_columns(["text"]))


def _cell(chosen: Candidate, selection: Selection) -> dict[str, Any]:
    lo, hi = chosen.interval.lo, chosen.interval.hi
    return {
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
