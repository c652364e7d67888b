"""What people decided as the report shows it, and the cells that they withheld, with every figure of each.

Belongs here: the rows of `decisions`, and of totals that are withheld, turned into what a template prints. Does not:
applying or wording decisions (`reconciliation`), or who accepted a suspect (`report_suspects`).
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

import pandas as pd

from kcn_pipeline.extraction.facts import Fact
from kcn_pipeline.publication.bilingual import Bilingual, text
from kcn_pipeline.publication.inputs import records
from kcn_pipeline.publication.naming import metric_label, origin_label, short_name
from kcn_pipeline.publication.report_relations import FigureLink, linked, row_window
from kcn_pipeline.publication.severity import Severity
from kcn_pipeline.reconciliation.cells import WITHHELD

# What is decided but not applied needs a person again.
_SEVERITIES: Final[dict[str, Severity]] = {
    "applied": "holds",
    "confirming": "holds",
    "without_effect": "warning",
    "stale": "error",
    "contradictory": "error",
}


@dataclass(frozen=True, slots=True)
class Decided:
    """One decision: what became of it, its sentence, and the figure it is about, where that is still there."""

    correction_id: str
    period: str
    severity: Severity
    state: Bilingual
    sentence: Bilingual
    figure: FigureLink | None


@dataclass(frozen=True, slots=True)
class Withheld:
    """A cell that is not published for now, with every figure that documents give it."""

    period: str
    entity: Bilingual
    metric: Bilingual
    origin: Bilingual | None
    window: Bilingual
    figures: tuple[FigureLink, ...]


def decisions_of(decisions: pd.DataFrame, facts: Iterable[Fact]) -> list[Decided]:
    """Every row of `tables.DECISIONS`: those that need a person first, then the latest half-year."""
    by_id = {fact.figure_id: fact for fact in facts}
    found = [_decided(row, by_id) for row in records(decisions)]
    found.sort(key=lambda one: (one.period, one.correction_id), reverse=True)
    return sorted(found, key=lambda one: one.severity == "holds")


def withheld_cells(totals: Iterable[pd.DataFrame], facts: Iterable[Fact]) -> list[Withheld]:
    """The cells of `tables.BOARD_TOTALS` and `BLOC_TOTALS` that someone withheld, latest half-year first."""
    by_id = {fact.figure_id: fact for fact in facts}
    rows = [row for frame in totals for row in records(frame) if row["status"] == WITHHELD]
    rows.sort(key=lambda row: (row["entity"], row["metric"], row["origin"] or "", row["period_end"]))
    return sorted((_withheld(row, by_id) for row in rows), key=lambda cell: cell.period, reverse=True)


def _decided(row: Mapping[str, Any], facts: Mapping[str, Fact]) -> Decided:
    return Decided(
        correction_id=row["correction_id"],
        period=row["period"],
        severity=_SEVERITIES[row["state"]],
        state=text(f"decision.{row['state']}"),
        sentence=Bilingual(row["explanation_vi"], row["explanation_en"]),
        figure=linked(facts[row["figure_id"]]) if row["figure_id"] in facts else None,
    )


def _withheld(row: Mapping[str, Any], facts: Mapping[str, Fact]) -> Withheld:
    return Withheld(
        period=row["period"],
        entity=short_name(row["entity"]),
        metric=metric_label(row["metric"]),
        origin=None if row["origin"] is None else origin_label(row["origin"]),
        window=row_window(row),
        figures=tuple(linked(facts[identity]) for identity in json.loads(row["figure_ids"]) if identity in facts),
    )
