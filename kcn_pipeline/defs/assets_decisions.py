"""What people decided of figures, where documents revise each other, and what became of each decision.

Belongs here: the file of decisions as an input with a version for each half-year, and which half-years the two
tables read. Does not: applying decisions (`reconciliation`), or asking for runs when the file changes (`freshness`).
"""

from typing import Final

import dagster as dg
import pandas as pd

from kcn_pipeline.defs.assets_reconciliation import DOCUMENTS_AROUND
from kcn_pipeline.defs.describing import preview, stage_asset
from kcn_pipeline.defs.partitions import half_year_of
from kcn_pipeline.defs.resources import DataResource
from kcn_pipeline.reconciliation.decisions.outcomes import decisions as decisions_of
from kcn_pipeline.reconciliation.decisions.revisions import revisions as revisions_of
from kcn_pipeline.reference.corrections import corrections_stamp
from kcn_pipeline.settings import language
from kcn_pipeline.tables import DECISIONS, REVISIONS

_CELL: Final = ("entity", "metric", "origin", "period_end")


@stage_asset(
    "reconciliation",
    None,
    "Decisions of people on figures and cells (hiệu đính): the rows of `data/corrections.yaml` that touch the "
    "half-year, which are those of p−2 … p+2. Its data version changes when one of them does, so that an edit asks "
    "for these half-years only. Values in base units.",
    kinds={"yaml"},
)
def corrections(context: dg.AssetExecutionContext, data: DataResource) -> dg.MaterializeResult[None]:
    """The version of the decisions that touch the half-year; a broken row stops everything that would apply it."""
    rows = data.corrections_touching(half_year_of(context))
    shown = "\n".join(f"- {row.action}: {row.target.figure_id or row.target.entity}, {row.who}" for row in rows)
    return dg.MaterializeResult(
        data_version=dg.DataVersion(corrections_stamp(rows)),
        metadata={"decisions": len(rows), "preview": dg.MetadataValue.md(shown or "none")},
    )


@stage_asset(
    "reconciliation",
    REVISIONS,
    "One row a figure that gives a cell another value than the one that stands, in base units, and one for each "
    "decision that acts on a cell. Reads the facts of the half-years p−2 … p+2.",
    kinds={"python", "parquet"},
    ins=DOCUMENTS_AROUND,
    deps=[corrections],
)
def revisions(
    context: dg.AssetExecutionContext, raw_documents: pd.DataFrame, extracted_metrics: pd.DataFrame, data: DataResource
) -> dg.MaterializeResult[pd.DataFrame]:
    """The revisions of the cells whose window ends in the half-year."""
    period = half_year_of(context)
    frame = revisions_of(extracted_metrics, raw_documents, period, data.corrections_touching(period))
    shown = preview(frame, *_CELL, "kind", "reason", "old_value", "new_value", "decided_by")
    return dg.MaterializeResult(value=frame, metadata={"preview": shown, **_counted("revisions", frame["kind"])})


# The last table of a half-year: `freshness` takes the half-year as reconciled when it is there.
@stage_asset(
    "reconciliation",
    DECISIONS,
    "One row a decision, with its state and the values before and after, in base units. One on a cell is listed in "
    "the half-year of the cell. Reads the facts of the half-years p−2 … p+2 and the suspects of its own.",
    kinds={"python", "parquet"},
    ins={**DOCUMENTS_AROUND, "suspects": dg.AssetIn()},
    deps=[corrections, revisions, "bounds"],
)
def decisions(
    context: dg.AssetExecutionContext,
    raw_documents: pd.DataFrame,
    extracted_metrics: pd.DataFrame,
    suspects: pd.DataFrame,
    data: DataResource,
) -> dg.MaterializeResult[pd.DataFrame]:
    """What became of the decisions of the half-year."""
    period = half_year_of(context)
    frame = decisions_of(extracted_metrics, raw_documents, suspects, period, data.corrections_touching(period))
    shown = preview(frame, "action", "state", "decided_by", "decided_on", f"explanation_{language()}")
    return dg.MaterializeResult(value=frame, metadata={"preview": shown, **_counted("decisions", frame["state"])})


def _counted(name: str, column: "pd.Series[str]") -> dict[str, int]:
    return {f"{name} {value}": int(count) for value, count in column.value_counts().items()}
