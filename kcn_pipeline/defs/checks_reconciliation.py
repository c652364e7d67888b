"""What must hold of cells, and which relations among figures fail.

Belongs here: the rules of `board_totals`, `bloc_totals` and `reconciled_aggregates`. Does not: reaching
a verdict or its severity (`reconciliation.relations.verdicts`).
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable
from functools import partial
from typing import Any, Final

import pandas as pd

from kcn_pipeline.defs.checks import Exhibit, Finding, Reach, Rule, checks_on, schema_rule
from kcn_pipeline.defs.checks_extraction import interval_holds_value
from kcn_pipeline.defs.describing import rows_of
from kcn_pipeline.reconciliation.decisions.revisions import acceptances, accepted_by
from kcn_pipeline.reconciliation.relations.verdicts import severity
from kcn_pipeline.settings import language
from kcn_pipeline.tables import RULE_FAMILIES

ACCEPTED_BY: Final = "accepted_by"
UNTRIED: Final = "NOT_PUBLISHED"
CELL_KEY: Final = ["entity", "metric", "origin", "unit", "period_start", "period_end"]
_SHOWN: Final = ["verdict", "entity", "metric", "origin", "period_end"]

_RELATIONS: Final = {
    "origin_sum": "Total = foreign + domestic (FDI + DDI).",
    "bloc_sum": "Bloc = sum of its boards (khối = tổng các ban quản lý); at most, where boards are missing.",
    "window_order": "Half ≤ nine months ≤ year.",
    "share": "Printed shares agree with the figures they are shares of.",
    "growth": "Printed growth agrees with the figures of both periods.",
    "plan": "Printed plan fulfilment agrees with plan and outcome.",
    "subset": "A part does not exceed its whole.",
    "ceiling": "No figure exceeds the ceiling of its metric.",
}


def cell_inside_partition(exhibit: Exhibit) -> Finding:
    """Each cell or relation belongs to the half-year that holds its last day."""
    period = exhibit.period
    if period is None:
        raise ValueError("this rule judges one half-year at a time")
    rows = rows_of(exhibit.rows, "entity", "metric", "period", "period_end")
    first, last = period.start.isoformat(), period.end.isoformat()
    strays = [r for r in rows if r["period"] != period.label or not first <= r["period_end"] <= last]
    return Finding(len(rows), strays, f"{len(strays)} of {len(rows)} rows do not belong to {period}")


def one_row_per_cell(exhibit: Exhibit) -> Finding:
    """No cell stands twice: several documents giving it are one row with a status."""
    twice = rows_of(exhibit.rows[exhibit.rows.duplicated(CELL_KEY, keep=False)], *CELL_KEY, "value")
    return Finding(len(exhibit.rows), twice, f"{len(twice)} rows share their cell with another")


def figures_exist(exhibit: Exhibit) -> Finding:
    """Each figure a row names is among the facts, so that it can be followed to its words."""
    known = set(exhibit.beside["extracted_metrics"]["figure_id"])
    rows = rows_of(exhibit.rows, "entity", "metric", "period_end", "figure_ids")
    odd = []
    for row in rows:
        named = json.loads(row["figure_ids"])
        if not named or not known.issuperset(named):
            odd.append({**row, "figure_ids": sorted(set(named) - known)})
    return Finding(len(rows), odd, f"{len(odd)} of {len(rows)} rows name figures that no document gives")


def explanation_column() -> str:
    """The explanations in the language that people here read (`KCN_LANG`)."""
    return f"explanation_{language()}"


def relation_holds(family: str, exhibit: Exhibit) -> Finding:
    """The verdicts of one family: ERROR where an identity is broken, WARN where one is loose or broken by coverage.

    Relations that nobody published both sides of are not tried; none tried is said, never passed off as holding.
    A broken one of which someone accepted a figure as published is WARN, and says who.
    """
    rows = exhibit.rows[exhibit.rows["rule"] == family]
    figures = [json.loads(ids) for ids in rows["figure_ids"]]
    rows = with_acceptances(rows, exhibit, figures, figures)
    tried = int((rows["verdict"] != UNTRIED).sum())
    severities = pd.Series([severity(verdict) for verdict in rows["verdict"]], index=rows.index, dtype=object)
    severities = severities.mask((severities == "ERROR") & rows[ACCEPTED_BY].notna(), "WARN")
    broken, doubtful = (_shown(rows[severities == found], ACCEPTED_BY) for found in ("ERROR", "WARN"))
    failing = [*broken, *doubtful]
    first = f"; {failing[0][explanation_column()]}" if failing else ""
    message = f"{len(broken)} of {tried} relations broken, {len(doubtful)} doubtful{first}"
    return Finding(tried, failing, message, "ERROR" if broken else "WARN")


def both_sides_known(exhibit: Exhibit) -> Finding:
    """No relation counts as tried while one of its sides is empty: a sum over nothing proves nothing."""
    rows = exhibit.rows[exhibit.rows["verdict"] != UNTRIED]
    empty = [rows[[f"{side}_lo", f"{side}_hi"]].isna().all(axis="columns") for side in ("stated", "derived")]
    odd = _shown(rows[empty[0] | empty[1]])
    return Finding(len(rows), odd, f"{len(odd)} of {len(rows)} verdicts were reached without one of the sides")


def with_acceptances(
    rows: pd.DataFrame, exhibit: Exhibit, accused: Iterable[Collection[str]], tried: Iterable[Collection[str]]
) -> pd.DataFrame:
    """The rows with a column `accepted_by`: who accepted one of their figures against the others, None for nobody.

    accused, tried: of each row, the figures that may be wrong, and all that contradict each other.
    """
    known = acceptances(rows_of(exhibit.beside["revisions"], "reason", "new_figure_id", "decided_by", "against"))
    names = [accepted_by(ids, known, others) for ids, others in zip(accused, tried, strict=True)]
    return rows.assign(**{ACCEPTED_BY: pd.Series(names, rows.index, dtype=object)})


def _shown(rows: pd.DataFrame, *more: str) -> list[dict[str, Any]]:
    return rows_of(rows, *_SHOWN, *more, explanation_column())


_CELL_RULES: Final = (
    Rule("period_inside_partition", "Each cell's last day lies in the half-year.", cell_inside_partition),
    Rule("one_row_per_cell", "No cell (ô số liệu) stands twice.", one_row_per_cell, blocking=True),
    Rule("interval_holds_value", "Each value lies in its own interval.", interval_holds_value),
    Rule("figures_exist", "Each cell can be followed to the figures it was read from.", figures_exist),
)
_VERDICT_RULES: Final = (
    Rule("period_inside_partition", "Each relation's latest cell lies in the half-year.", cell_inside_partition),
    Rule("both_sides_known", "No relation was judged with one side empty.", both_sides_known),
    *(Rule(family, _RELATIONS[family], partial(relation_holds, family)) for family in RULE_FAMILIES),
)

_FACTS_AROUND: Final[dict[str, Reach]] = {"extracted_metrics": "around"}
BOARD_TOTALS_CHECKS: Final = checks_on(
    "board_totals", (schema_rule("board_totals"), *_CELL_RULES), beside=_FACTS_AROUND
)
BLOC_TOTALS_CHECKS: Final = checks_on("bloc_totals", (schema_rule("bloc_totals"), *_CELL_RULES), beside=_FACTS_AROUND)
RECONCILED_AGGREGATES_CHECKS: Final = checks_on(
    "reconciled_aggregates",
    (schema_rule("reconciled_aggregates"), *_VERDICT_RULES),
    beside={"revisions": "around"},
)
