"""What must hold of the figures read from documents.

Belongs here: the rules of `extracted_metrics`, `unassigned_figures` and `events`. Does not: arithmetic between figures
(`checks_reconciliation`).
"""

from __future__ import annotations

from decimal import Decimal
from typing import Any, Final

from kcn_pipeline.defs.checks import Exhibit, Finding, Rule, checks_on, schema_rule
from kcn_pipeline.defs.describing import rows_of
from kcn_pipeline.reference.blocs import load_blocs
from kcn_pipeline.reference.boards import load_boards
from kcn_pipeline.reference.metrics import load_metrics
from kcn_pipeline.reference.units import base_units

_IN_THE_METRICS_UNIT: Final = frozenset({"level", "change"})


def quote_is_raw_slice(exhibit: Exhibit) -> Finding:
    """Each quote is the stretch of the decoded text that its offsets name."""
    documents = exhibit.beside["raw_documents"]
    texts = dict(zip(documents["document_id"], documents["text"], strict=True))
    rows = rows_of(exhibit.rows, "document_id", "document", "start", "end", "quote")
    odd = [
        {
            **{k: r[k] for k in ("document", "start", "end", "quote")},
            "text there": texts.get(r["document_id"], "")[r["start"] : r["end"]],
        }
        for r in rows
        if texts.get(r["document_id"], "")[r["start"] : r["end"]] != r["quote"]
    ]
    return Finding(len(rows), odd, f"{len(odd)} of {len(rows)} quotes are not what stands at their place")


def period_inside_partition(exhibit: Exhibit) -> Finding:
    """Each figure is filed with its document; whichever period it speaks of."""
    period = exhibit.period
    rows = rows_of(exhibit.rows, "document", "quote", "period")
    strays = [r for r in rows if period is None or r["period"] != period.label]
    return Finding(
        len(rows), strays, f"{len(strays)} of {len(rows)} figures are filed under another half-year than {period}"
    )


def outcome_not_in_future(exhibit: Exhibit) -> Finding:
    """No outcome is dated after the half-year of its document; plans may be."""
    period = exhibit.period
    rows = exhibit.rows[~exhibit.rows["target"].astype(bool) & exhibit.rows["period_end"].notna()]
    last = period.end.isoformat() if period else ""
    odd = rows_of(rows[rows["period_end"] > last], "document", "quote", "metric", "period_end")
    return Finding(len(rows), odd, f"{len(odd)} of {len(rows)} outcomes are dated after {period}", "WARN")


def unit_fits_metric(exhibit: Exhibit) -> Finding:
    """Each figure has a base unit of its metric's dimensions, or percent or times where it compares."""
    rows = [
        r for r in rows_of(exhibit.rows, "document", "quote", "metric", "comparison", "unit") if r["metric"] is not None
    ]
    odd = [{**r, "allowed": ", ".join(_units_allowed(r["metric"], r["comparison"]))} for r in rows if not _unit_fits(r)]
    return Finding(len(rows), odd, f"{len(odd)} of {len(rows)} figures have a unit that their metric cannot have")


def interval_holds_value(exhibit: Exhibit) -> Finding:
    """Each value lies in the interval that its precision and hedge allow."""
    shown = ("document", "quote", "entity", "metric", "origin", "period_end", "value", "lo", "hi")
    rows = rows_of(exhibit.rows, *(name for name in shown if name in exhibit.rows))
    odd = [r for r in rows if not _holds(r["lo"], r["value"], r["hi"])]
    return Finding(len(rows), odd, f"{len(odd)} of {len(rows)} values lie outside their own interval")


def figures_understood(exhibit: Exhibit) -> Finding:
    """Each figure has a metric; the others were seen and not understood, and are listed with the reason."""
    rows = rows_of(exhibit.rows, "document", "quote", "unit", "metric", "rule")
    unknown = [{k: v for k, v in r.items() if k != "metric"} for r in rows if r["metric"] is None]
    return Finding(len(rows), unknown, f"{len(unknown)} of {len(rows)} figures have no metric", "WARN")


def documents_have_figures(exhibit: Exhibit) -> Finding:
    """Each document published at least one figure that was seen."""
    documents, with_figures = exhibit.beside["raw_documents"], set(exhibit.rows["document_id"])
    bare = rows_of(documents[~documents["document_id"].isin(with_figures)], "document", "publisher", "characters")
    return Finding(len(documents), bare, f"{len(bare)} of {len(documents)} documents gave no figure", "WARN")


def every_unknown_figure_listed(exhibit: Exhibit) -> Finding:
    """Each figure without a metric is listed, and no other."""
    facts = exhibit.beside["extracted_metrics"]
    unknown = facts[facts["metric"].isna()]
    listed = set(exhibit.rows["figure_id"])
    missing = rows_of(unknown[~unknown["figure_id"].isin(listed)], "document", "quote", "rule")
    strays = rows_of(exhibit.rows[~exhibit.rows["figure_id"].isin(set(unknown["figure_id"]))], "document", "quote")
    odd = missing + strays
    return Finding(len(unknown), odd, f"{len(odd)} of {len(unknown)} figures without a metric are listed wrongly")


def events_name_known_entities(exhibit: Exhibit) -> Finding:
    """Each event is about boards and blocs that the reference data hold."""
    rows = rows_of(exhibit.rows, "document", "quote", "kind", "entity", "bloc")
    known = {f"board:{code}" for code in load_boards()} | {f"bloc:{code}" for code in load_blocs()}
    odd = [r for r in rows if not {r["entity"], r["bloc"]} - {None} <= known]
    return Finding(len(rows), odd, f"{len(odd)} of {len(rows)} events name an unknown board or bloc")


def one_leader_a_year(exhibit: Exhibit) -> Finding:
    """No bloc has two leaders in one year: one of the statements is wrong."""
    led = exhibit.rows[(exhibit.rows["kind"] == "leadership") & (exhibit.rows["role"] == "leader")]
    groups = led.groupby(["bloc", "year"])["entity"].nunique()
    several = {key for key, count in groups.items() if count > 1}
    odd = [r for r in rows_of(led, "document", "quote", "bloc", "year", "entity") if (r["bloc"], r["year"]) in several]
    return Finding(len(groups), odd, f"{len(several)} of {len(groups)} blocs have two leaders in one year", "WARN")


def _units_allowed(metric: str, comparison: str) -> tuple[str, ...]:
    known = load_metrics().get(metric)
    if known is None:
        return ()
    if comparison in _IN_THE_METRICS_UNIT:
        return tuple(unit for dimension in known.dimensions for unit in base_units(dimension))
    return ("times",) if comparison == "multiple" else ("percent",)


def _unit_fits(row: dict[str, Any]) -> bool:
    return row["unit"] in _units_allowed(row["metric"], row["comparison"])


def _holds(lo: str | None, value: str, hi: str | None) -> bool:
    return (lo is None or Decimal(lo) <= Decimal(value)) and (hi is None or Decimal(value) <= Decimal(hi))


RULES: Final = (
    schema_rule("extracted_metrics"),
    Rule(
        "quote_is_raw_slice",
        "Each figure points at the characters it was read from.",
        quote_is_raw_slice,
        blocking=True,
    ),
    Rule("period_inside_partition", "Each figure is filed under its document's half-year.", period_inside_partition),
    Rule("outcome_not_in_future", "No outcome is dated after the half-year of its document.", outcome_not_in_future),
    Rule("unit_fits_metric", "Each unit (đơn vị) is one of the metric's dimension.", unit_fits_metric),
    Rule("interval_holds_value", "Each value lies in its own interval.", interval_holds_value),
    Rule("figures_understood", "Each figure has a metric; those without are listed for operators.", figures_understood),
    Rule("documents_have_figures", "Each document gave at least one figure.", documents_have_figures),
)

UNASSIGNED_RULES: Final = (
    schema_rule("unassigned_figures"),
    Rule("every_unknown_figure_listed", "Each figure without a metric is listed.", every_unknown_figure_listed),
)

EVENT_RULES: Final = (
    schema_rule("events"),
    Rule("quote_is_raw_slice", "Each event points at the characters it was read from.", quote_is_raw_slice),
    Rule("events_name_known_entities", "Each event is about known boards and blocs.", events_name_known_entities),
    Rule("one_leader_a_year", "Each bloc has one leader (khối trưởng) a year.", one_leader_a_year),
)

UNASSIGNED_FIGURES_CHECKS: Final = checks_on(
    "unassigned_figures", UNASSIGNED_RULES, beside={"extracted_metrics": "same"}
)
EVENTS_CHECKS: Final = checks_on("events", EVENT_RULES, beside={"raw_documents": "same"})
EXTRACTED_METRICS_CHECKS: Final = checks_on("extracted_metrics", RULES, beside={"raw_documents": "same"})
