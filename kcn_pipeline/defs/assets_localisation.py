"""Which figures contradict each other, which of them are likely wrong, and what unpublished ones can be.

Belongs here: which half-years the four tables read, their time limit, what the UI shows of them. Does not:
finding anything (`reconciliation.localisation.findings`).

One computation gives the four: they come of one system of figures and relations.
"""

from collections.abc import Iterator
from typing import Any, Final

import dagster as dg
import pandas as pd

from kcn_pipeline.defs.assets_reconciliation import CELLS_UP_TO, CORRECTIONS
from kcn_pipeline.defs.describing import preview, stage_assets
from kcn_pipeline.defs.partitions import half_year_of
from kcn_pipeline.defs.resources import DataResource
from kcn_pipeline.reconciliation.decisions.docket import amended
from kcn_pipeline.reconciliation.localisation.findings import Findings, findings, likeliest
from kcn_pipeline.settings import language, limits
from kcn_pipeline.tables import CELL_BOUNDS, CONFLICT_MEMBERS, CONSTRAINTS, SUSPECTS

_CELL: Final = ("entity", "metric", "origin", "period_end")
_TABLES: Final = {
    "constraints": (
        CONSTRAINTS,
        (
            "One row a relation, those among cells that nobody published included. Reads the cells of p−2 … p and the "
            "facts of p−2 … p+2."
        ),
    ),
    "suspects": (
        SUSPECTS,
        (
            "One row a reading of a suspected figure; repairs are proposed, never applied. Values in base units. What "
            "the time limit `KCN_LIMIT_LOCALISATION_SECONDS` leaves unexplained is a row with `finished` false."
        ),
    ),
    "conflict_members": (
        CONFLICT_MEMBERS,
        "One row a figure or relation of an irreducible conflict: the proof behind `suspects`.",
    ),
    "bounds": (
        CELL_BOUNDS,
        (
            "One row a cell, in base units: members that a bloc's figure leaves room for, and flows of the second half "
            "(6 tháng cuối năm) as year less first half. Suspected figures are set aside."
        ),
    ),
}


@stage_assets(
    "reconciliation",
    "localisation",
    _TABLES,
    kinds={"python", "parquet"},
    ins=CELLS_UP_TO,
    deps=["reconciled_aggregates", CORRECTIONS],
)
def localisation(
    context: dg.AssetExecutionContext,
    board_totals: pd.DataFrame,
    bloc_totals: pd.DataFrame,
    extracted_metrics: pd.DataFrame,
    data: DataResource,
) -> Iterator[dg.Output[pd.DataFrame]]:
    """Relations, suspects, conflicts and bounds of the half-year."""
    seconds = float(limits().localisation_seconds)
    period = half_year_of(context)
    facts = amended(extracted_metrics, data.corrections_touching(period))
    found = findings(board_totals, bloc_totals, facts, period, seconds)
    for name in _TABLES:
        frame: pd.DataFrame = getattr(found, name)
        yield dg.Output(frame, output_name=name, metadata=_METADATA[name](found))


def _of_constraints(found: Findings) -> dict[str, Any]:
    rows = found.constraints
    counts = rows["rule"].value_counts().to_dict()
    return {
        "preview": preview(rows, "rule", *_CELL, "hard", "cause", "reference"),
        "hard relations": int(rows["hard"].sum()),
        **{f"relations {rule}": int(count) for rule, count in counts.items()},
    }


def _of_suspects(found: Findings) -> dict[str, Any]:
    """The likeliest explanations first: what a reviewer has to look at."""
    rows = found.suspects.sort_values(["hard", "answer"], ascending=[False, True], kind="stable")
    accused = likeliest(rows)
    return {
        "preview": preview(rows, *_CELL, "published", "repaired", "repair", f"explanation_{language()}"),
        "contradictions": int(rows["contradiction"].nunique()),
        "contradictions under hard identities": int(rows[rows["hard"]]["contradiction"].nunique()),
        "ambiguous contradictions": int(rows[rows["ambiguous"]]["contradiction"].nunique()),
        "contradictions not explained in time": int(rows[~rows["finished"]]["contradiction"].nunique()),
        "suspected figures": int((accused["kind"] == "figure").sum()),
    }


def _of_conflicts(found: Findings) -> dict[str, Any]:
    rows = found.conflict_members
    return {
        "preview": preview(rows, "conflict", "kind", "rule", *_CELL, "figure_id"),
        "conflicts": int(rows["conflict"].nunique()),
        "conflicts proved exactly": int(rows[rows["proved"]]["conflict"].nunique()),
    }


def _of_bounds(found: Findings) -> dict[str, Any]:
    rows = found.bounds
    return {
        "preview": preview(rows, "kind", *_CELL, "lo", "hi", "unit"),
        "derived cells": int((rows["kind"] == "derived").sum()),
        "unpublished cells": int((rows["kind"] == "unpublished").sum()),
        "cells without upper end": int(rows["hi"].isna().sum()),
    }


_METADATA: Final = {
    "constraints": _of_constraints,
    "suspects": _of_suspects,
    "conflict_members": _of_conflicts,
    "bounds": _of_bounds,
}
