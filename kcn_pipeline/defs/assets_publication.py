"""What the public sees: the panel, the DuckDB mart and the report, over all half-years at once.

Belongs here: gathering every table and calling the publication stage. Does not: laying anything out
(`publication`). The three run as one job after the half-years: a backfill of partitions would
otherwise rebuild them once per partition.
"""

from datetime import datetime
from typing import Final
from zoneinfo import ZoneInfo

import dagster as dg
import pandas as pd

from kcn_pipeline.defs.describing import preview, report_url, stage_asset
from kcn_pipeline.defs.freshness import warehouse_stamp
from kcn_pipeline.defs.partitions import TIMEZONE
from kcn_pipeline.defs.resources import DataResource
from kcn_pipeline.defs.storage import ALLOW_MISSING, every_table
from kcn_pipeline.publication.mart import build_mart
from kcn_pipeline.publication.panel import panel as panel_of
from kcn_pipeline.publication.report import write_report
from kcn_pipeline.tables import PANEL, TABLES

_EVERY_PERIOD: Final = dg.AssetIn(partition_mapping=dg.AllPartitionMapping(), metadata={ALLOW_MISSING: True})
_EVERY_TABLE: Final = [
    dg.AssetDep(name, partition_mapping=None if name == "panel" else dg.AllPartitionMapping()) for name in TABLES
]


@stage_asset(
    "publication",
    PANEL,
    "Values in base units as floats; the exact decimals are in the totals.",
    kinds={"python", "parquet"},
    partitioned=False,
    ins={"board_totals": _EVERY_PERIOD, "bloc_totals": _EVERY_PERIOD, "reconciled_aggregates": _EVERY_PERIOD},
)
def panel(
    board_totals: pd.DataFrame, bloc_totals: pd.DataFrame, reconciled_aggregates: pd.DataFrame
) -> dg.MaterializeResult[pd.DataFrame]:
    """Every cell of every half-year with its interval, sources and worst verdict."""
    today = datetime.now(ZoneInfo(TIMEZONE)).date()
    frame = panel_of(board_totals, bloc_totals, reconciled_aggregates, today)
    shown = preview(frame, "entity_name", "metric_name", "origin", "period", "value", "unit", "worst_verdict")
    return dg.MaterializeResult(value=frame, metadata={"preview": shown, "half-years": int(frame["period"].nunique())})


@stage_asset(
    "publication",
    None,
    "DuckDB file with every table, one schema a stage (kho dữ liệu): `data/mart/kcn_mart.duckdb`. Built aside and "
    "swapped in whole, so a reader never sees half of it. Amounts in base units.",
    kinds={"duckdb"},
    partitioned=False,
    deps=_EVERY_TABLE,
)
def duckdb_mart(data: DataResource) -> dg.MaterializeResult[None]:
    """The mart over everything in the warehouse, unless the warehouse changes meanwhile."""
    directory = data.directory
    stamp = warehouse_stamp(directory)
    built = build_mart(
        directory.mart, every_table(directory.warehouse), inputs_hold=lambda: warehouse_stamp(directory) == stamp
    )
    return dg.MaterializeResult(
        metadata={
            "path": dg.MetadataValue.path(str(built.path)),
            "size in bytes": built.size_bytes,
            "dagster/row_count": sum(built.rows.values()),
            **{f"rows of {table}": count for table, count in built.rows.items()},
            "views": list(built.views),
        }
    )


@stage_asset(
    "publication",
    None,
    "Self-contained HTML report (báo cáo): matrix of verdicts, and each document with its figures highlighted.",
    kinds={"html"},
    partitioned=False,
    deps=_EVERY_TABLE,
)
def report(data: DataResource) -> dg.MaterializeResult[None]:
    """The report over everything in the warehouse."""
    directory = data.directory
    write_report(directory.report, every_table(directory.warehouse))
    return dg.MaterializeResult(
        metadata={
            "path": dg.MetadataValue.path(str(directory.report)),
            "page": dg.MetadataValue.url(report_url(directory)),
            "size in bytes": directory.report.stat().st_size,
        }
    )
