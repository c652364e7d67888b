"""The relations among figures as the report shows them: verdict, explanation, parties, residual.

Belongs here: one verdict row turned into what a template prints. Does not: ordering them by entity
and period (`report_matrix`) or reaching a verdict (`reconciliation`).
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

import pandas as pd

from kcn_pipeline.extraction.facts import Fact
from kcn_pipeline.periods import Window
from kcn_pipeline.publication.bilingual import Bilingual, text
from kcn_pipeline.publication.figures import amount, interval_text, number
from kcn_pipeline.publication.inputs import records
from kcn_pipeline.publication.naming import full_name, is_entity, metric_label, origin_label, party_name, short_name
from kcn_pipeline.publication.severity import SEVERITIES, Severity, severity_of
from kcn_pipeline.quantities import Interval
from kcn_pipeline.reconciliation.wording.numerals import window_text

# Computed amounts are shown to this many significant digits; what was published keeps all of its own.
_COMPUTED_DIGITS = 6


@dataclass(frozen=True, slots=True)
class Party:
    """A party of a relation: short name, the full one where it is an entity, what it can be where unpublished."""

    name: Bilingual
    title: str
    bounds: Bilingual | None = None


@dataclass(frozen=True, slots=True)
class FigureLink:
    """A figure that a relation tried, with the anchor of its place in a document."""

    figure_id: str
    label: Bilingual
    document: str


@dataclass(frozen=True, slots=True)
class Relation:
    """One verdict, ready to print; amounts are None where a side has none."""

    verdict_id: str
    period: str
    entity: str
    entity_name: Bilingual
    severity: Severity
    verdict: str
    verdict_name: Bilingual
    rule_name: Bilingual
    metric: Bilingual
    origin: Bilingual | None
    window: Bilingual
    explanation: Bilingual
    amounts: tuple[tuple[Bilingual, Bilingual], ...]
    published: tuple[Party, ...]
    missing: tuple[Party, ...]
    figures: tuple[FigureLink, ...]


Bounds = Mapping[tuple[Any, ...], Interval]
_CELL = ("metric", "origin", "unit", "period_start", "period_end")


def relations_of(verdicts: pd.DataFrame, facts: Iterable[Fact], bounds: pd.DataFrame | None = None) -> list[Relation]:
    """Every row of `tables.RECONCILED_AGGREGATES`, worst first, then by name of the metric.

    bounds: `tables.CELL_BOUNDS`, told beside the members of a bloc that published nothing.
    """
    by_id = {fact.figure_id: fact for fact in facts}
    known = {} if bounds is None else _bounds(bounds)
    relations = [_relation(row, by_id, known) for row in records(verdicts)]
    return sorted(relations, key=lambda r: (SEVERITIES.index(r.severity), r.metric.vi, r.verdict_id))


def relations_by_figure(relations: Iterable[Relation]) -> dict[str, list[Relation]]:
    """The relations that tried each figure, in the order given."""
    found: dict[str, list[Relation]] = defaultdict(list)
    for relation in relations:
        for link in relation.figures:
            found[link.figure_id].append(relation)
    return found


def _bounds(rows: pd.DataFrame) -> dict[tuple[Any, ...], Interval]:
    """What unpublished cells can be, where that is more than “not negative”."""
    found = {
        (row["entity"], *(row[name] for name in _CELL)): Interval(_decimal(row["lo"]), _decimal(row["hi"]))
        for row in records(rows)
    }
    return {cell: interval for cell, interval in found.items() if interval.hi is not None or interval.lo}


def _relation(row: Mapping[str, Any], facts: Mapping[str, Fact], bounds: Bounds) -> Relation:
    return Relation(
        verdict_id=row["verdict_id"],
        period=row["period"],
        entity=row["entity"],
        entity_name=short_name(row["entity"]),
        severity=severity_of(row["verdict"]),
        verdict=row["verdict"],
        verdict_name=text(f"verdict.{row['verdict']}"),
        rule_name=text(f"rule.{row['rule']}"),
        metric=metric_label(row["metric"]),
        origin=None if row["origin"] is None else origin_label(row["origin"]),
        window=row_window(row),
        explanation=Bilingual(row["explanation_vi"], row["explanation_en"]),
        amounts=tuple(_amounts(row)),
        published=_parties(row, "members_published", {}),
        missing=_parties(row, "members_missing", bounds),
        figures=tuple(_link(row, figure_id, facts) for figure_id in json.loads(row["figure_ids"])),
    )


def row_window(row: Mapping[str, Any]) -> Bilingual:
    """The days that a row of cells, panel or verdicts speaks of."""
    start = None if row["period_start"] is None else date.fromisoformat(row["period_start"])
    window = Window(start, date.fromisoformat(row["period_end"]))
    return Bilingual.of(lambda language: window_text(window, language))


def _amounts(row: Mapping[str, Any]) -> Iterable[tuple[Bilingual, Bilingual]]:
    for side, digits in (("stated", None), ("derived", _COMPUTED_DIGITS), ("residual", _COMPUTED_DIGITS)):
        interval = Interval(_decimal(row[f"{side}_lo"]), _decimal(row[f"{side}_hi"]))
        if interval != Interval(None, None):
            yield text(f"relation.{side}"), _interval(interval, row["unit"], digits)
    if row["share_covered"] is not None:
        percent = Decimal(str(round(float(row["share_covered"]) * 100, 1)))
        yield text("relation.covered"), Bilingual.of(lambda language: f"{number(percent, language)}%")
    if (error := _decimal(row["smallest_visible_error"])) is not None:
        yield text("relation.visible"), _interval(Interval.exactly(error), row["unit"], _COMPUTED_DIGITS)


def _interval(interval: Interval, unit: str, digits: int | None) -> Bilingual:
    return Bilingual.of(lambda language: interval_text(interval, unit, language, digits))


def _parties(row: Mapping[str, Any], listed: str, bounds: Bounds) -> tuple[Party, ...]:
    cell = tuple(row[name] for name in _CELL)
    return tuple(_party(party, bounds.get((party, *cell)), row["unit"]) for party in json.loads(row[listed]))


def _party(party: str, bounds: Interval | None, unit: str) -> Party:
    known = None if bounds is None else _interval(bounds, unit, _COMPUTED_DIGITS)
    return Party(party_name(party), full_name(party) if is_entity(party) else "", known)


def _link(row: Mapping[str, Any], figure_id: str, facts: Mapping[str, Fact]) -> FigureLink:
    fact = facts.get(figure_id)
    if fact is None:
        which = f"verdict {row['verdict_id']} of {row['period']}"
        raise KeyError(f"{which} tried figure {figure_id}, which no document has; reconcile {row['period']} again")
    return linked(fact)


def linked(fact: Fact) -> FigureLink:
    """A figure by its value, with its document."""
    label = Bilingual.of(lambda language: amount(fact.value, fact.unit, language))
    return FigureLink(fact.figure_id, label, fact.document)


def _decimal(text_of_number: str | None) -> Decimal | None:
    return None if text_of_number is None else Decimal(text_of_number)
