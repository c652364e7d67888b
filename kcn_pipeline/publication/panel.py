"""The panel: one row per entity, metric, origin, unit and period, with the worst that was found of it.

Belongs here: joining cells with names and verdicts, and the step from decimals to floats. Does not:
choosing the figure that stands for a cell (`reconciliation`) or storing anything (`mart`).
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

import pandas as pd

from kcn_pipeline.publication.inputs import records
from kcn_pipeline.publication.naming import full_name, metric_label
from kcn_pipeline.reconciliation.cells import WITHHELD
from kcn_pipeline.reconciliation.relations.verdicts import worst
from kcn_pipeline.tables import PANEL, frame_of

_SORT_KEYS = ("entity", "metric", "origin", "unit", "period_end", "period_start")


def panel(board_totals: pd.DataFrame, bloc_totals: pd.DataFrame, verdicts: pd.DataFrame, vintage: date) -> pd.DataFrame:
    """The published data set (`tables.PANEL`), one row a cell, sorted by entity, metric and period.

    board_totals, bloc_totals, verdicts: frames of `tables.BOARD_TOTALS`, `BLOC_TOTALS` and
    `RECONCILED_AGGREGATES`, of as many half-years as wanted. vintage: the day of computing.
    Cells that someone withheld are left out. `worst_verdict` is the worst over the relations that tried
    the figure standing for the cell.
    Errors: KeyError naming a metric or entity that the reference data do not hold.
    """
    tried = _verdicts_by_figure(verdicts)
    cells = [cell for cell in (*records(board_totals), *records(bloc_totals)) if cell["status"] != WITHHELD]
    rows = [_row(cell, tried, vintage) for cell in cells]
    return frame_of(PANEL, sorted(rows, key=lambda row: tuple(row[key] or "" for key in _SORT_KEYS)))


def _verdicts_by_figure(verdicts: pd.DataFrame) -> dict[str, list[str]]:
    tried: dict[str, list[str]] = defaultdict(list)
    for verdict, figure_ids in zip(verdicts["verdict"], verdicts["figure_ids"], strict=True):
        for figure_id in json.loads(figure_ids):
            tried[figure_id].append(verdict)
    return tried


def _row(cell: Mapping[str, Any], tried: Mapping[str, list[str]], vintage: date) -> dict[str, Any]:
    figure_ids = json.loads(cell["figure_ids"])
    return {
        **cell,
        "entity_name": full_name(cell["entity"]),
        "metric_name": metric_label(cell["metric"]).vi,
        "value": float(Decimal(cell["value"])),
        "lo": _float(cell["lo"]),
        "hi": _float(cell["hi"]),
        "worst_verdict": worst(tried.get(figure_ids[0], ())) if figure_ids else None,
        "vintage": vintage.isoformat(),
    }


def _float(text: str | None) -> float | None:
    return None if text is None else float(Decimal(text))
