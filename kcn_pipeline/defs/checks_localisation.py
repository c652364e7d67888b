"""What must hold of relations, suspects and conflicts, and which contradictions there are.

Belongs here: the rules of `constraints`, `suspects` and `conflict_members`. Does not: finding contradictions
(`localisation.findings`), or rules of bounds (`checks_bounds`), cells and verdicts (`checks_reconciliation`).
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any, Final

import pandas as pd

from kcn_pipeline.defs.checks import Exhibit, Finding, Reach, Rule, checks_on, schema_rule
from kcn_pipeline.defs.checks_reconciliation import ACCEPTED_BY, explanation_column, with_acceptances
from kcn_pipeline.defs.describing import rows_of
from kcn_pipeline.reconciliation.localisation.findings import figures_in_conflict, likeliest
from kcn_pipeline.reference.repairs import COPIES, load_repairs

_SHOWN: Final = ["entity", "metric", "origin", "period_end", "published", "repaired", "repair"]
_SUSPECT_KEY: Final = ["contradiction", "answer", "kind", "figure_id", "relation_id", "reading"]


def one_row_per_relation(exhibit: Exhibit) -> Finding:
    """No relation stands twice in a half-year."""
    return rows_twice(exhibit.rows, ["constraint_id"])


def verdicts_have_relation(exhibit: Exhibit) -> Finding:
    """Each verdict of the half-year is on a relation that is listed with its terms."""
    verdicts = exhibit.beside["reconciled_aggregates"]
    odd = verdicts[~verdicts["verdict_id"].isin(exhibit.rows["constraint_id"])]
    failing = rows_of(odd, "verdict_id", "rule", "entity", "metric", "period_end")
    return Finding(
        len(verdicts), failing, f"{len(failing)} of {len(verdicts)} verdicts are on a relation without terms"
    )


def figures_exist(exhibit: Exhibit) -> Finding:
    """Each figure that a row names stands behind a cell or is among the facts nearby."""
    known = _figures(exhibit)
    named = _named_figures(exhibit.rows)
    odd = [{**row, "figure_ids": sorted(ids - known)} for row, ids in named if not ids <= known]
    return Finding(len(named), odd, f"{len(odd)} of {len(named)} rows name figures that no document gives")


def _figures(exhibit: Exhibit) -> set[str]:
    known = set(exhibit.beside["extracted_metrics"]["figure_id"])
    for name in ("board_totals", "bloc_totals"):
        # A cell may have been read from a document further away than the facts that are looked at.
        known.update(identity for ids in exhibit.beside[name]["figure_ids"] for identity in json.loads(ids))
    return known


def _named_figures(rows: pd.DataFrame) -> list[tuple[dict[str, Any], set[str]]]:
    shown = rows_of(rows, "entity", "metric", "period_end")
    if "figure_ids" in rows:
        return [(row, set(json.loads(ids))) for row, ids in zip(shown, rows["figure_ids"], strict=True)]
    pairs = zip(shown, rows["figure_id"], strict=True)
    return [(row, {identity}) for row, identity in pairs if not pd.isna(identity)]


def relations_exist(exhibit: Exhibit) -> Finding:
    """Each relation that a row names is listed in `constraints` with its terms."""
    rows = exhibit.rows[exhibit.rows["relation_id"].notna()]
    odd = rows[~rows["relation_id"].isin(exhibit.beside["constraints"]["constraint_id"])]
    failing = rows_of(odd, "relation_id", "entity", "metric", "period_end")
    return Finding(len(rows), failing, f"{len(failing)} of {len(rows)} rows name relations that are not listed")


def one_row_per_reading(exhibit: Exhibit) -> Finding:
    """No reading of a suspect stands twice."""
    return rows_twice(exhibit.rows, _SUSPECT_KEY)


def repairs_named(exhibit: Exhibit) -> Finding:
    """Each repair is one of the catalogue and has its value; a figure without one says what everything else leaves."""
    rows = exhibit.rows
    known = rows["repair"].isna() | rows["repair"].isin(list(load_repairs()))
    is_figure = rows["kind"] == "figure"
    repaired = rows["repair"].notna() & rows["repaired"].notna()
    tells_none = rows["repair"].isna() | rows["repair"].isin(COPIES)
    left = rows["repaired"].isna() & tells_none & (rows["feasible_lo"].notna() | rows["feasible_hi"].notna())
    said = ~is_figure | (rows["answer"] == 0) | repaired | left
    odd = rows[~(known & said)]
    return Finding(len(rows), rows_of(odd, *_SHOWN), f"{len(odd)} of {len(rows)} suspects say neither repair nor range")


def localisation_finished(exhibit: Exhibit) -> Finding:
    """Every contradiction was weighed to the end; one that was not may have a better explanation than told."""
    contradictions = exhibit.rows.drop_duplicates("contradiction")
    odd = contradictions[~contradictions["finished"]]
    message = (
        f"{len(odd)} of {len(contradictions)} contradictions were not weighed to the end: too many figures are wrong "
        "at once, or time ran out; raise KCN_LIMIT_LOCALISATION_SECONDS and reconcile the half-year again"
    )
    return Finding(len(contradictions), _told(odd), message, "WARN")


def figures_agree(exhibit: Exhibit) -> Finding:
    """No figure contradicts the others: ERROR under hard identities alone, WARN where a soft relation is needed.

    Tried are the relations of the half-year; without any, nothing was proved. A figure that someone accepted
    against the others is no ERROR any more, and says who did; a contradiction with further figures is one again.
    """
    rows = likeliest(exhibit.rows)
    tied = figures_in_conflict(rows_of(exhibit.beside["conflict_members"], "contradiction", "figure_id"))
    accused = with_acceptances(
        rows, exhibit, [[figure] for figure in rows["figure_id"]], [tied.get(c, ()) for c in rows["contradiction"]]
    )
    is_error = accused["hard"] & accused[ACCEPTED_BY].isna()
    broken, doubtful = accused[is_error], accused[~is_error]
    failing = [*_told(broken, ACCEPTED_BY), *_told(doubtful, ACCEPTED_BY)]
    first = f"; {failing[0][explanation_column()]}" if failing else ""
    message = f"{len(broken)} suspects under hard identities, {len(doubtful)} under soft ones{first}"
    tried = len(exhibit.beside["constraints"])
    return Finding(tried, failing, message, "WARN" if broken.empty else "ERROR")


def failures_localised(exhibit: Exhibit) -> Finding:
    """Each verdict INCOMPATIBLE has a figure in some conflict: localisation did not look past it."""
    verdicts = exhibit.beside["reconciled_aggregates"]
    failing = verdicts[verdicts["verdict"] == "INCOMPATIBLE"]
    accused = set(exhibit.beside["conflict_members"]["figure_id"].dropna())
    odd = failing[failing["figure_ids"].map(lambda ids: accused.isdisjoint(json.loads(ids))).astype(bool)]
    shown = rows_of(odd, "rule", "entity", "metric", "period_end", explanation_column())
    return Finding(len(verdicts), shown, f"{len(odd)} of {len(failing)} broken relations led to no suspect")


def conflicts_have_suspects(exhibit: Exhibit) -> Finding:
    """Each contradiction that is proved has its suspects, if only unexplained ones."""
    proved = exhibit.beside["conflict_members"].drop_duplicates("contradiction")
    odd = proved[~proved["contradiction"].isin(exhibit.rows["contradiction"])]
    shown = rows_of(odd, "contradiction", "entity", "metric", "period_end")
    return Finding(len(proved), shown, f"{len(odd)} of {len(proved)} contradictions have no suspect")


def rows_twice(rows: pd.DataFrame, key: Iterable[str]) -> Finding:
    """The rows that share a key with another."""
    twice = rows_of(rows[rows.duplicated(list(key), keep=False)], *key)
    return Finding(len(rows), twice, f"{len(twice)} rows stand twice")


def _told(rows: pd.DataFrame, *more: str) -> list[dict[str, Any]]:
    return rows_of(rows, *_SHOWN, *more, explanation_column())


_FIGURES: Final[dict[str, Reach]] = {"extracted_metrics": "around", "board_totals": "around", "bloc_totals": "around"}
_FIGURES_EXIST: Final = Rule(
    "figures_exist", "Each row can be followed to the figures (số liệu) it names.", figures_exist
)
_RELATIONS_EXIST: Final = Rule(
    "relations_exist", "Each relation (quan hệ) that a row names is listed with its terms.", relations_exist
)

LOCALISATION_CHECKS: Final = (
    checks_on(
        "constraints",
        (
            schema_rule("constraints"),
            Rule("one_row_per_relation", "No relation stands twice in a half-year.", one_row_per_relation),
            Rule("verdicts_have_relation", "Each verdict's relation is listed with its terms.", verdicts_have_relation),
            _FIGURES_EXIST,
        ),
        beside={**_FIGURES, "reconciled_aggregates": "same"},
    ),
    checks_on(
        "suspects",
        (
            schema_rule("suspects"),
            Rule("one_row_per_reading", "No reading of a suspect stands twice.", one_row_per_reading),
            Rule("figures_agree", "No figure contradicts the others (mâu thuẫn).", figures_agree),
            Rule("repairs_named", "Each suspect has a repair (cách đọc đề xuất) or a range.", repairs_named),
            Rule("localisation_finished", "Every contradiction was weighed to the end.", localisation_finished),
            Rule("conflicts_have_suspects", "Each contradiction has its suspects.", conflicts_have_suspects),
            Rule("failures_localised", "Each broken relation led to a suspect.", failures_localised),
            _FIGURES_EXIST,
            _RELATIONS_EXIST,
        ),
        beside={
            **_FIGURES,
            "constraints": "same",
            "conflict_members": "same",
            "reconciled_aggregates": "same",
            "revisions": "around",
        },
    ),
    checks_on(
        "conflict_members",
        # Its figures stand in its relations or among the suspects, where they are looked up.
        (schema_rule("conflict_members"), _RELATIONS_EXIST),
        beside={"constraints": "same"},
    ),
)
