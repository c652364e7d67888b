"""The tables of cells and of the relations among them.

Belongs here: their columns and codes. Does not: who is wrong where a relation fails (`localisation`).
"""

from __future__ import annotations

from typing import Final

import pandera.pandas as pa

from kcn_pipeline.quantities import BOUNDS, ORIGINS, VERDICTS
from kcn_pipeline.tables.columns import JSON_LIST, count, day, decimal, entity, half_year, one_of, ordered, table, text

RULE_FAMILIES: Final = ("origin_sum", "bloc_sum", "window_order", "share", "growth", "plan", "subset", "ceiling")
CELL_STATUSES: Final = ("single", "agreement", "revision", "conflict", "decided", "withheld")

CELL_COLUMNS: Final[dict[str, pa.Column]] = {
    "entity": entity("Board or bloc"),
    "metric": text("Code of the vocabulary"),
    "origin": one_of("Origin of the investment; null where the metric is not split", ORIGINS, nullable=True),
    "unit": text("Base unit; USD and VND are separate cells"),
    "period_start": day("First day; null for a stock", nullable=True),
    "period_end": day("Last day, or as-of date of a stock"),
    "value": decimal("Value of the figure that stands for the cell"),
    "lo": decimal("Least value that precision and hedge allow", nullable=True),
    "hi": decimal("Greatest value that precision and hedge allow", nullable=True),
    "bound": one_of("What the hedge says of the true value", BOUNDS),
    "coverage": text(f"{JSON_LIST} of what the figure covers"),
    "status": one_of("Whether several documents agree, or what a person decided", CELL_STATUSES),
    "sources": count("Sources that publish the cell; copies of one text are one"),
    "figure_ids": text(f"{JSON_LIST} of the figures, the one that stands for the cell first"),
    "review": pa.Column(bool, description="True where a word of one of them is doubtful (cần xem lại)"),
}

BOARD_TOTALS: Final = table(
    "board_totals",
    "Level figures of the boards, one row a cell (số liệu từng ban quản lý).",
    {"period": half_year("Half-year that holds period_end"), **CELL_COLUMNS},
    ordered("lo", "hi"),
)

BLOC_TOTALS: Final = table(
    "bloc_totals",
    "Level figures of the emulation blocs, one row a cell (số liệu từng khối thi đua).",
    {"period": half_year("Half-year that holds period_end"), **CELL_COLUMNS},
    ordered("lo", "hi"),
)

RECONCILED_AGGREGATES: Final = table(
    "reconciled_aggregates",
    "What became of every arithmetic relation among the figures (kết quả đối chiếu).",
    {
        "verdict_id": text("Hash of rule, entity, metric, origin, unit and period", unique=True),
        "period": half_year("Half-year of the latest cell of the relation"),
        "rule": one_of("Family of the relation", RULE_FAMILIES),
        "entity": entity("Whose relation it is"),
        "metric": text("Code of the vocabulary"),
        "origin": one_of("Origin of the investment", ORIGINS, nullable=True),
        "unit": text("Base unit of both sides"),
        "period_start": day("First day; null for a stock", nullable=True),
        "period_end": day("Last day, or as-of date of a stock"),
        "verdict": one_of("Outcome", VERDICTS),
        "stated_lo": decimal("Least value of the published side", nullable=True),
        "stated_hi": decimal("Greatest value of the published side", nullable=True),
        "derived_lo": decimal("Least value computed from the other figures", nullable=True),
        "derived_hi": decimal("Greatest value computed from the other figures", nullable=True),
        "residual_lo": decimal("Least published minus derived", nullable=True),
        "residual_hi": decimal("Greatest published minus derived", nullable=True),
        "members": count("Parties of the relation, published or not"),
        "members_published": text(f"{JSON_LIST} of the parties with a figure"),
        "members_missing": text(f"{JSON_LIST} of the parties without one"),
        "share_covered": pa.Column(
            float, pa.Check.ge(0), nullable=True, description="Part of the total that the published parties make up"
        ),
        "smallest_visible_error": decimal("Least error that this relation could have seen, base units", nullable=True),
        "explanation_vi": text("One sentence in Vietnamese"),
        "explanation_en": text("One sentence in English"),
        "figure_ids": text(f"{JSON_LIST} of the figures tried"),
    },
    ordered("stated_lo", "stated_hi"),
    ordered("derived_lo", "derived_hi"),
)

CELL_NAME: Final[dict[str, pa.Column]] = {
    name: CELL_COLUMNS[name] for name in ("entity", "metric", "origin", "unit", "period_start", "period_end")
}
