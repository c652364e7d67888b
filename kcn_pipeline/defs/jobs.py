"""The asset jobs: which assets one run makes.

Belongs here: selections. Does not: the order of several runs (`launch`, `sensors`) or the job that
rebuilds years (`rebuilding`).

No backfill policy is set: any explicit one takes the results of single half-years away. Steps run in
the process of the run, because starting one costs five seconds of imports.
"""

from typing import Final

import dagster as dg

EXTRACTION: Final = ("raw_documents", "cleaned_texts", "extracted_metrics", "unassigned_figures", "events")
LOCALISATION: Final = ("constraints", "suspects", "conflict_members", "bounds")
DECISIONS: Final = ("corrections", "revisions", "decisions")
RECONCILIATION: Final = ("board_totals", "bloc_totals", "reconciled_aggregates", *LOCALISATION, *DECISIONS)
PUBLICATION: Final = ("panel", "duckdb_mart", "report")

ONE_AT_A_TIME: Final = {"kcn/step": "reconcile"}
"""Runs with this tag wait for each other (`dagster.yaml`): a half-year reads the cells of the two before it."""

half_year = dg.define_asset_job(
    "half_year",
    selection=dg.AssetSelection.assets(*EXTRACTION, *RECONCILIATION),
    tags=ONE_AT_A_TIME,
    description="Everything of one half-year (kỳ báo cáo): register, clean, extract, add up, reconcile.",
)
extract_half_year = dg.define_asset_job(
    "extract_half_year",
    selection=dg.AssetSelection.assets(*EXTRACTION),
    description="The documents of one half-year: register, clean, extract. Its neighbours then need reconciling.",
)
reconcile_half_year = dg.define_asset_job(
    "reconcile_half_year",
    selection=dg.AssetSelection.assets(*RECONCILIATION),
    tags=ONE_AT_A_TIME,
    description="The cells and verdicts of one half-year, from the facts of the half-years around it.",
)
publish = dg.define_asset_job(
    "publish",
    selection=dg.AssetSelection.assets(*PUBLICATION),
    description="Panel, DuckDB mart and report over all half-years, with the release checks.",
)

ASSET_JOBS: Final = (half_year, extract_half_year, reconcile_half_year, publish)
