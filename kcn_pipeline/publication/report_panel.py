"""The panel as a table that can be filtered and sorted.

Belongs here: one panel row turned into what a template prints, and the choices of the filters.
Does not: computing the panel (`panel`).
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import pandas as pd

from kcn_pipeline.extraction.facts import Fact
from kcn_pipeline.publication.bilingual import Bilingual, text
from kcn_pipeline.publication.figures import amount, interval_text
from kcn_pipeline.publication.inputs import records
from kcn_pipeline.publication.naming import metric_label, origin_label, short_name
from kcn_pipeline.publication.report_matrix import sorting_key
from kcn_pipeline.publication.report_relations import row_window
from kcn_pipeline.publication.severity import Severity, severity_of
from kcn_pipeline.quantities import Interval


@dataclass(frozen=True, slots=True)
class PanelRow:
    """One row of the panel; `search` is what the text filter looks in, `order` what sorting uses."""

    entity: str
    entity_name: Bilingual
    entity_title: str
    metric: str
    metric_name: Bilingual
    origin: Bilingual | None
    period: str
    window: Bilingual
    value: Bilingual
    order: float
    interval: Bilingual | None
    bound: str
    status: str
    sources: int
    verdict: str | None
    severity: Severity | None
    figures: tuple[str, ...]
    review: bool
    search: str


@dataclass(frozen=True, slots=True)
class Choice:
    """One entry of a filter."""

    value: str
    label: Bilingual


@dataclass(frozen=True, slots=True)
class PanelTable:
    """The rows and, by filter, what can be chosen."""

    rows: tuple[PanelRow, ...]
    choices: Mapping[str, tuple[Choice, ...]]


def panel_table(panel: pd.DataFrame, facts: Iterable[Fact]) -> PanelTable:
    """The rows of `tables.PANEL`, latest half-year first, then by entity and metric.

    The value shown is the exact decimal of the figure that stands for the row, where `facts` has it.
    """
    values = {fact.figure_id: fact.value for fact in facts}
    rows = [_row(record, values) for record in records(panel)]
    rows.sort(key=lambda row: (sorting_key(row.entity_name.vi), sorting_key(row.metric_name.vi), row.order))
    rows.sort(key=lambda row: row.period, reverse=True)
    return PanelTable(tuple(rows), _choices(rows))


def _row(record: Mapping[str, Any], values: Mapping[str, Decimal]) -> PanelRow:
    figures = tuple(json.loads(record["figure_ids"]))
    entity_name, metric_name = short_name(record["entity"]), metric_label(record["metric"])
    value = values.get(figures[0]) if figures else None
    exact = _decimal(record["value"]) if value is None else value
    return PanelRow(
        entity=record["entity"],
        entity_name=entity_name,
        entity_title=record["entity_name"],
        metric=record["metric"],
        metric_name=metric_name,
        origin=None if record["origin"] is None else origin_label(record["origin"]),
        period=record["period"],
        window=row_window(record),
        value=Bilingual.of(lambda language: amount(exact, record["unit"], language)),
        order=float(record["value"]),
        interval=_interval(record),
        bound=record["bound"],
        status=record["status"],
        sources=int(record["sources"]),
        verdict=record["worst_verdict"],
        severity=None if record["worst_verdict"] is None else severity_of(record["worst_verdict"]),
        figures=figures,
        review=bool(record["review"]),
        search=_search(record, entity_name, metric_name),
    )


def _interval(record: Mapping[str, Any]) -> Bilingual | None:
    """The range of a figure that is not a point; None for one that is, where it would only repeat the value."""
    lo, hi = (None if record[end] is None else _decimal(record[end]) for end in ("lo", "hi"))
    interval = Interval(lo, hi)
    if interval.is_point or interval == Interval(None, None):
        return None
    return Bilingual.of(lambda language: interval_text(interval, record["unit"], language))


def _decimal(value: float) -> Decimal:
    return Decimal(repr(float(value)))


def _search(record: Mapping[str, Any], entity: Bilingual, metric: Bilingual) -> str:
    words = [record["entity_name"], entity.vi, entity.en, metric.vi, metric.en, record["metric"], record["period"]]
    found = " ".join(dict.fromkeys(word.casefold() for word in words))
    return f"{found} {sorting_key(found)}"


def _choices(rows: Sequence[PanelRow]) -> dict[str, tuple[Choice, ...]]:
    return {
        "period": _chosen((row.period, Bilingual.same(row.period)) for row in rows),
        "entity": _chosen((row.entity, row.entity_name) for row in rows),
        "metric": _chosen((row.metric, row.metric_name) for row in rows),
        "verdict": _chosen((row.verdict, text(f"verdict.{row.verdict}")) for row in rows if row.verdict),
    }


def _chosen(pairs: Iterable[tuple[str, Bilingual]]) -> tuple[Choice, ...]:
    return tuple(Choice(*pair) for pair in sorted(dict(pairs).items(), key=lambda pair: sorting_key(pair[1].vi)))
