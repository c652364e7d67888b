"""Every asset and every check, in the order of the data's way.

Belongs here: the two lists that `definitions` shows and `launch` runs. Does not: defining any of them.
"""

from typing import Final

import dagster as dg

from kcn_pipeline.defs.assets_cleaning import cleaned_texts
from kcn_pipeline.defs.assets_decisions import corrections, decisions, revisions
from kcn_pipeline.defs.assets_documents import raw_documents
from kcn_pipeline.defs.assets_extraction import events, extracted_metrics, unassigned_figures
from kcn_pipeline.defs.assets_localisation import localisation
from kcn_pipeline.defs.assets_publication import duckdb_mart, panel, report
from kcn_pipeline.defs.assets_reconciliation import bloc_totals, board_totals, reconciled_aggregates
from kcn_pipeline.defs.checks_bounds import BOUNDS_CHECKS
from kcn_pipeline.defs.checks_cleaning import CLEANED_TEXTS_CHECKS
from kcn_pipeline.defs.checks_decisions import DECISIONS_CHECKS
from kcn_pipeline.defs.checks_documents import RAW_DOCUMENTS_CHECKS
from kcn_pipeline.defs.checks_extraction import EVENTS_CHECKS, EXTRACTED_METRICS_CHECKS, UNASSIGNED_FIGURES_CHECKS
from kcn_pipeline.defs.checks_localisation import LOCALISATION_CHECKS
from kcn_pipeline.defs.checks_publication import PANEL_CHECKS, mart_is_whole, no_file_misplaced, report_is_whole
from kcn_pipeline.defs.checks_reconciliation import (
    BLOC_TOTALS_CHECKS,
    BOARD_TOTALS_CHECKS,
    RECONCILED_AGGREGATES_CHECKS,
)

ASSETS: Final[tuple[dg.AssetsDefinition, ...]] = (
    raw_documents,
    cleaned_texts,
    extracted_metrics,
    unassigned_figures,
    events,
    corrections,
    board_totals,
    bloc_totals,
    reconciled_aggregates,
    localisation,
    revisions,
    decisions,
    panel,
    duckdb_mart,
    report,
)

CHECKS: Final[tuple[dg.AssetChecksDefinition, ...]] = (
    RAW_DOCUMENTS_CHECKS,
    CLEANED_TEXTS_CHECKS,
    EXTRACTED_METRICS_CHECKS,
    UNASSIGNED_FIGURES_CHECKS,
    EVENTS_CHECKS,
    BOARD_TOTALS_CHECKS,
    BLOC_TOTALS_CHECKS,
    RECONCILED_AGGREGATES_CHECKS,
    *LOCALISATION_CHECKS,
    BOUNDS_CHECKS,
    *DECISIONS_CHECKS,
    PANEL_CHECKS,
    mart_is_whole,
    report_is_whole,
    no_file_misplaced,
)
