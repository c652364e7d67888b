"""The cells of boards and blocs, and what became of every relation among them.

Belongs here: which half-years each of the three reads. Does not: choosing figures or proving
relations (`reconciliation`).

A half-year reads the documents from two half-years before to two after: a later report restates
last year's same half. A change in the facts of p therefore asks for p−2 … p+2, after all extraction.
"""

from typing import Final

import dagster as dg
import pandas as pd

from kcn_pipeline.defs.describing import preview, stage_asset
from kcn_pipeline.defs.partitions import AROUND, UP_TO, half_year_of
from kcn_pipeline.defs.resources import DataResource
from kcn_pipeline.defs.storage import ALLOW_MISSING
from kcn_pipeline.reconciliation.decisions.docket import amended
from kcn_pipeline.reconciliation.decisions.totals import bloc_totals as totals_of_blocs
from kcn_pipeline.reconciliation.decisions.totals import board_totals as totals_of_boards
from kcn_pipeline.reconciliation.reconcile import reconcile
from kcn_pipeline.settings import language
from kcn_pipeline.tables import BLOC_TOTALS, BOARD_TOTALS, RECONCILED_AGGREGATES

_SKIP: Final = {ALLOW_MISSING: True}
DOCUMENTS_AROUND: Final = {
    "raw_documents": dg.AssetIn(partition_mapping=AROUND, metadata=_SKIP),
    "extracted_metrics": dg.AssetIn(partition_mapping=AROUND, metadata=_SKIP),
}
CELLS_UP_TO: Final = {
    "board_totals": dg.AssetIn(partition_mapping=UP_TO, metadata=_SKIP),
    "bloc_totals": dg.AssetIn(partition_mapping=UP_TO, metadata=_SKIP),
    "extracted_metrics": DOCUMENTS_AROUND["extracted_metrics"],
}
CORRECTIONS: Final = "corrections"
_CELL_PREVIEW: Final = ("entity", "metric", "origin", "period_end", "value", "unit", "status", "sources")
_PREVIEWED: Final = ("rule", "entity", "metric", "origin", "period_end", "verdict")


@stage_asset(
    "reconciliation",
    BOARD_TOTALS,
    "One row a cell (board, metric, origin, unit, window), values in base units; USD and VND are separate cells. "
    "Reads the facts of the half-years p−2 … p+2.",
    kinds={"python", "parquet"},
    ins=DOCUMENTS_AROUND,
    deps=[CORRECTIONS],
)
def board_totals(
    context: dg.AssetExecutionContext, raw_documents: pd.DataFrame, extracted_metrics: pd.DataFrame, data: DataResource
) -> dg.MaterializeResult[pd.DataFrame]:
    """The boards' cells whose window ends in the half-year."""
    period = half_year_of(context)
    frame = totals_of_boards(extracted_metrics, period, raw_documents, data.corrections_touching(period))
    return dg.MaterializeResult(value=frame, metadata={"preview": preview(frame, *_CELL_PREVIEW)})


@stage_asset(
    "reconciliation",
    BLOC_TOTALS,
    "One row a cell (bloc, metric, origin, unit, window), values in base units; USD and VND are separate cells. "
    "Reads the facts of the half-years p−2 … p+2.",
    kinds={"python", "parquet"},
    ins=DOCUMENTS_AROUND,
    deps=[CORRECTIONS],
)
def bloc_totals(
    context: dg.AssetExecutionContext, raw_documents: pd.DataFrame, extracted_metrics: pd.DataFrame, data: DataResource
) -> dg.MaterializeResult[pd.DataFrame]:
    """The blocs' cells whose window ends in the half-year."""
    period = half_year_of(context)
    frame = totals_of_blocs(extracted_metrics, period, raw_documents, data.corrections_touching(period))
    return dg.MaterializeResult(value=frame, metadata={"preview": preview(frame, *_CELL_PREVIEW)})


@stage_asset(
    "reconciliation",
    RECONCILED_AGGREGATES,
    "One row a relation: total = FDI + DDI, bloc = Σ boards, half ≤ year, shares, growth, ceilings. Intervals and "
    "residuals in the base unit of the relation. Reads the cells of p−2 … p and the facts of p−2 … p+2.",
    kinds={"python", "parquet"},
    ins=CELLS_UP_TO,
    deps=[CORRECTIONS],
)
def reconciled_aggregates(
    context: dg.AssetExecutionContext,
    board_totals: pd.DataFrame,
    bloc_totals: pd.DataFrame,
    extracted_metrics: pd.DataFrame,
    data: DataResource,
) -> dg.MaterializeResult[pd.DataFrame]:
    """The verdicts on the relations whose latest cell lies in the half-year."""
    period = half_year_of(context)
    facts = amended(extracted_metrics, data.corrections_touching(period))
    frame = reconcile(board_totals, bloc_totals, facts, period)
    counts = frame["verdict"].value_counts()
    return dg.MaterializeResult(
        value=frame,
        metadata={
            "preview": preview(
                frame, "rule", "entity", "metric", "origin", "period_end", "verdict", f"explanation_{language()}"
            ),
            **{f"verdicts {verdict}": int(count) for verdict, count in counts.items()},
        },
    )
