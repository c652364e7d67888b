"""Every relation of a half-year as a row: its terms with their coefficients, and where it came from.

Belongs here: the rows of `constraints`, from the linear system and from the verdicts' constraints alike.
Does not: generating either (`localise`, `reconcile`).
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any, Final

from kcn_pipeline.extraction.facts import plain_decimal
from kcn_pipeline.periods import HalfYear, Window
from kcn_pipeline.quantities import Interval
from kcn_pipeline.reconciliation.cells import Series
from kcn_pipeline.reconciliation.localisation.linear_system import Figure, LinearRow, Place, Relation, System
from kcn_pipeline.reconciliation.relations.constraints import Constraint, relation_identifier
from kcn_pipeline.reconciliation.relations.provenance import reference_rows

Row = dict[str, Any]
_STATED: Final = "stated"
_ORDER: Final = ("entity", "metric", "period_end", "constraint_id")


def constraint_rows(
    system: System, constraints: Iterable[Constraint], period: HalfYear, cited: frozenset[str] = frozenset()
) -> list[Row]:
    """A row for each relation whose latest cell lies in `period`, and for those `cited` by identifier.

    constraints: those that verdicts are given on; some (of a ratio, of two currencies) are no linear relation.
    """
    figures = {figure.place: figure for figure in system.figures}
    rows = {}
    for relation in system.relations:
        identifier = relation_identifier(relation.family, relation.code, relation.series, relation.window)
        if relation.window.half_year == period or identifier in cited:
            rows[identifier] = _of_relation(identifier, relation, system.places, figures, period)
    for constraint in constraints:
        identifier = relation_identifier(constraint.family, constraint.code, constraint.series, constraint.window)
        rows.setdefault(identifier, _of_constraint(identifier, constraint, period))
    return sorted(rows.values(), key=lambda row: [row[name] for name in _ORDER])


def _of_relation(
    identifier: str, relation: Relation, places: tuple[Place, ...], figures: Mapping[int, Figure], period: HalfYear
) -> Row:
    names = _names({number: places[number] for number in relation.places})
    published = [figures[number].figure_id for number in sorted(relation.places) if number in figures]
    return {
        **_named(identifier, relation.family, relation.code, relation.series, relation.window, period),
        "hard": relation.cause is None,
        "cause": relation.cause,
        "terms": json.dumps([_linear(row, names, places, figures) for row in relation.rows]),
        "figure_ids": json.dumps([*dict.fromkeys(i for i in (*relation.figure_ids, *published) if i is not None)]),
        "reference": json.dumps(reference_rows(relation.family, relation.code, relation.series, relation.window)),
    }


def _linear(row: LinearRow, names: Mapping[int, str], places: tuple[Place, ...], figures: Mapping[int, Figure]) -> Row:
    terms = []
    for number, coefficient in row.terms:
        figure = figures.get(number)
        identity = None if figure is None else figure.figure_id
        terms.append(_term(names[number], places[number].series.unit, plain_decimal(Decimal(coefficient)), identity))
    return {"terms": terms, **_ends(row.bounds)}


def _term(party: str, unit: str, coefficient: str | None, figure_id: str | None) -> Row:
    return {"party": party, "unit": unit, "coefficient": coefficient, "figure_id": figure_id}


def _names(tied: Mapping[int, Place]) -> dict[int, str]:
    """Each cell by what tells it from the others: its entity, origin, metric or window, or several of these."""
    parts = {number: _parts(place) for number, place in tied.items()}
    telling = [i for i in range(4) if len({part[i] for part in parts.values()}) > 1]
    return {
        number: "plan" if tied[number].plan else " ".join(filter(None, (part[i] for i in telling))) or part[1]
        for number, part in parts.items()
    }


def _parts(place: Place) -> tuple[str, str, str, str]:
    series, window = place.series, place.window
    days = f"{window.start}/{window.end}" if window.start else str(window.end)
    return series.entity, series.metric, series.origin or "", days


def _of_constraint(identifier: str, constraint: Constraint, period: HalfYear) -> Row:
    """A relation that verdicts alone know: published less computed, or a quotient without coefficients."""
    stated = None if constraint.stated is None else next(iter(constraint.stated.figure_ids), None)
    terms = [_term(_STATED, constraint.unit, "1", stated)]
    for operand in constraint.operands:
        coefficient = None if operand.sign is None else str(-operand.sign)
        figure = next(iter(operand.amount.figure_ids), None)
        terms.append(_term(operand.party, operand.unit, coefficient, figure))
    crosses = constraint.wording.endswith("_crossed")
    reference = reference_rows(
        constraint.family, constraint.code, constraint.series, constraint.window, crosses_currencies=crosses
    )
    return {
        **_named(identifier, constraint.family, constraint.code, constraint.series, constraint.window, period),
        "hard": constraint.hard,
        "cause": None,
        "terms": json.dumps([{"terms": terms, **_ends(constraint.remainder)}]),
        "figure_ids": json.dumps(list(constraint.figure_ids)),
        "reference": json.dumps(reference),
    }


def _named(identifier: str, family: str, code: str, series: Series, window: Window, period: HalfYear) -> Row:
    return {
        "constraint_id": identifier,
        "period": period.label,
        "rule": family,
        "code": code,
        "entity": series.entity,
        "metric": series.metric,
        "origin": series.origin,
        "unit": series.unit,
        "period_start": window.start.isoformat() if window.start else None,
        "period_end": window.end.isoformat(),
    }


def _ends(interval: Interval) -> dict[str, str | None]:
    return {"lo": _text(interval.lo), "hi": _text(interval.hi)}


def _text(value: Decimal | None) -> str | None:
    return None if value is None else plain_decimal(value)
