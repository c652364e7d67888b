"""The published table.

Belongs here: the columns that analysts see. Does not: the exact decimals behind it (`cells`).
"""

from __future__ import annotations

from typing import Final

import pandera.pandas as pa

from kcn_pipeline.quantities import BOUNDS, ORIGINS, VERDICTS
from kcn_pipeline.tables.cells import CELL_STATUSES
from kcn_pipeline.tables.columns import JSON_LIST, count, day, entity, half_year, one_of, table, text

PANEL: Final = table(
    "panel",
    "One row per entity, metric, origin, unit and period: the published data set (bảng số liệu).",
    {
        "entity": entity("Board or bloc"),
        "entity_name": text("Name in Vietnamese"),
        "metric": text("Code of the vocabulary"),
        "metric_name": text("Name in Vietnamese"),
        "origin": one_of("Origin of the investment", ORIGINS, nullable=True),
        "unit": text("Base unit; currencies apart"),
        "period": half_year("Half-year that holds period_end"),
        "period_start": day("First day; null for a stock", nullable=True),
        "period_end": day("Last day, or as-of date of a stock"),
        "value": pa.Column(float, description="Value, base units; the exact decimal is in the totals"),
        "lo": pa.Column(float, nullable=True, description="Least value that precision and hedge allow"),
        "hi": pa.Column(float, nullable=True, description="Greatest value that precision and hedge allow"),
        "bound": one_of("What the hedge says of the true value", BOUNDS),
        "status": one_of("Whether several documents agree, or what a person decided", CELL_STATUSES),
        "sources": count("Sources that publish the cell; copies of one text are one"),
        "worst_verdict": one_of("Worst verdict of the relations it stands in", VERDICTS, nullable=True),
        "figure_ids": text(f"{JSON_LIST} of the figures behind the row"),
        "review": pa.Column(bool, description="True where a word of one of them is doubtful (cần xem lại)"),
        "vintage": day("Day this row was computed"),
    },
)
