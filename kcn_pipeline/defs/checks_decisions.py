"""What must hold of revisions and of the decisions of people.

Belongs here: the rules of `revisions` and `decisions`. Does not: what a decision does (`decisions.rulings`),
or when it no longer fits (`decisions.docket`).
"""

from __future__ import annotations

from typing import Any, Final

import pandas as pd

from kcn_pipeline.defs.checks import Exhibit, Finding, Reach, Rule, checks_on, schema_rule
from kcn_pipeline.defs.checks_reconciliation import cell_inside_partition, explanation_column
from kcn_pipeline.defs.describing import rows_of

_SHOWN: Final = ["action", "figure_id", "entity", "metric", "expected_value", "decided_by", "decided_on"]
_REVISED: Final = ["entity", "metric", "origin", "period_end", "old_value", "old_document", "new_value", "new_document"]


def revised_figures_exist(exhibit: Exhibit) -> Finding:
    """Both figures of each revision are among the facts nearby."""
    known = set(exhibit.beside["extracted_metrics"]["figure_id"])
    named = exhibit.rows[["old_figure_id", "new_figure_id"]]
    odd = exhibit.rows[~(named.isin(known) | named.isna()).all(axis="columns")]
    return Finding(
        len(exhibit.rows),
        rows_of(odd, *_REVISED),
        f"{len(odd)} of {len(exhibit.rows)} rows name figures that no document gives",
    )


def sources_agree(exhibit: Exhibit) -> Finding:
    """No two documents contradict each other without a later version or a decision between them."""
    rows = exhibit.rows
    odd = rows[(rows["kind"] == "conflict") & rows["correction_id"].isna()]
    message = f"{len(odd)} figures contradict the one that stands; decide with 'kcn decide FIGURE_ID --accept'"
    return Finding(len(rows), rows_of(odd, *_REVISED, "new_figure_id", "reason"), message, "WARN")


def expectations_hold(exhibit: Exhibit) -> Finding:
    """Each decision finds the figure and the value that it was made on; one that does not is not applied."""
    odd, first = _in_state(exhibit.rows, "stale")
    tried = len(exhibit.rows)
    return Finding(
        tried, odd, f"{len(odd)} of {tried} decisions no longer fit their figures and are not applied{first}"
    )


def decisions_agree(exhibit: Exhibit) -> Finding:
    """No two decisions contradict each other; those that do are not applied."""
    odd, first = _in_state(exhibit.rows, "contradictory")
    tried = len(exhibit.rows)
    return Finding(tried, odd, f"{len(odd)} of {tried} decisions contradict another and are not applied{first}")


def decisions_act(exhibit: Exhibit) -> Finding:
    """Each decision changes a cell or settles a suspicion, here or in a half-year nearby."""
    suspected = exhibit.beside["suspects"]["figure_id"].dropna()
    settling = (exhibit.rows["action"] == "accept") & exhibit.rows["figure_id"].isin(suspected)
    odd, first = _in_state(exhibit.rows[~settling], "without_effect", "confirming")
    tried = len(exhibit.rows)
    return Finding(tried, odd, f"{len(odd)} of {tried} decisions have no effect and may be deleted{first}", "WARN")


def _in_state(rows: pd.DataFrame, *states: str) -> tuple[list[dict[str, Any]], str]:
    """The decisions in one of some states, and what is said of the first."""
    odd = rows_of(rows[rows["state"].isin(states)], *_SHOWN, explanation_column())
    return odd, f"; {odd[0][explanation_column()]}" if odd else ""


_FACTS: Final[dict[str, Reach]] = {"extracted_metrics": "around"}
DECISIONS_CHECKS: Final = (
    checks_on(
        "revisions",
        (
            schema_rule("revisions"),
            Rule("period_inside_partition", "Each cell's last day lies in the half-year.", cell_inside_partition),
            Rule("figures_exist", "Both figures of each revision (điều chỉnh) exist.", revised_figures_exist),
            Rule("sources_agree", "No conflict between documents is left undecided.", sources_agree),
        ),
        beside=_FACTS,
    ),
    checks_on(
        "decisions",
        (
            schema_rule("decisions"),
            Rule("expectations_hold", "Each decision (quyết định) still fits what it was made on.", expectations_hold),
            Rule("decisions_agree", "No two decisions contradict each other.", decisions_agree),
            Rule("decisions_act", "Each decision has an effect.", decisions_act),
        ),
        beside={"suspects": "around"},
    ),
)
