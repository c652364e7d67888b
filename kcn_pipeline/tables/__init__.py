"""The Pandera schema of every table: what each column means, and the source of the data dictionary.

Belongs here: columns, types, units and row rules of everything that is stored. Does not: rules that
need another table (asset checks in `defs`) or a phrase of a report. Amounts are decimal strings in
base units, so that no figure passes through a float before publication; the panel, for analysts,
holds floats. Dates are ISO strings; a stock has no `period_start`.
"""

from __future__ import annotations

from typing import Final

import pandera.pandas as pa

from kcn_pipeline.quantities import VERDICTS
from kcn_pipeline.tables.cells import (
    BLOC_TOTALS,
    BOARD_TOTALS,
    CELL_STATUSES,
    RECONCILED_AGGREGATES,
    RULE_FAMILIES,
)
from kcn_pipeline.tables.decisions import (
    DECISION_ACTIONS,
    DECISION_STATES,
    DECISIONS,
    REVISION_KINDS,
    REVISION_REASONS,
    REVISIONS,
)
from kcn_pipeline.tables.documents import CLEANED_TEXTS, RAW_DOCUMENTS
from kcn_pipeline.tables.facts import EVENT_KINDS, EVENT_STATUSES, EVENTS, FACTS, UNASSIGNED_FIGURES
from kcn_pipeline.tables.frames import frame_of
from kcn_pipeline.tables.localisation import (
    BOUND_KINDS,
    CELL_BOUNDS,
    CONFLICT_MEMBERS,
    CONSTRAINTS,
    SUSPECT_KINDS,
    SUSPECTS,
)
from kcn_pipeline.tables.panel import PANEL

__all__ = [
    "BLOC_TOTALS",
    "BOARD_TOTALS",
    "BOUND_KINDS",
    "CELL_BOUNDS",
    "CELL_STATUSES",
    "CLEANED_TEXTS",
    "CONFLICT_MEMBERS",
    "CONSTRAINTS",
    "DECISIONS",
    "DECISION_ACTIONS",
    "DECISION_STATES",
    "EVENTS",
    "EVENT_KINDS",
    "EVENT_STATUSES",
    "FACTS",
    "PANEL",
    "RAW_DOCUMENTS",
    "RECONCILED_AGGREGATES",
    "REVISIONS",
    "REVISION_KINDS",
    "REVISION_REASONS",
    "RULE_FAMILIES",
    "SUSPECTS",
    "SUSPECT_KINDS",
    "TABLES",
    "UNASSIGNED_FIGURES",
    "VERDICTS",
    "frame_of",
]

TABLES: Final[dict[str, pa.DataFrameSchema]] = {
    str(schema.name): schema
    for schema in (
        RAW_DOCUMENTS,
        CLEANED_TEXTS,
        FACTS,
        UNASSIGNED_FIGURES,
        EVENTS,
        BOARD_TOTALS,
        BLOC_TOTALS,
        RECONCILED_AGGREGATES,
        CONSTRAINTS,
        SUSPECTS,
        CONFLICT_MEMBERS,
        CELL_BOUNDS,
        REVISIONS,
        DECISIONS,
        PANEL,
    )
}
