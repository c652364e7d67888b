"""Stated percentages and comparisons as linear rows: numerator between two multiples of a denominator.

Belongs here: shares, excesses, growth, fulfilment of plans and published rates, at their strict and
loose interval. Does not: reading them (`statements`), or which base is meant (`shares`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from kcn_pipeline.periods import Window
from kcn_pipeline.quantities import Comparison, Interval
from kcn_pipeline.reconciliation.amounts import HUNDRED
from kcn_pipeline.reconciliation.cells import Cells, Series
from kcn_pipeline.reconciliation.localisation.linear_system import LinearRow, Relation
from kcn_pipeline.reconciliation.localisation.places import Places
from kcn_pipeline.reconciliation.localisation.relation_causes import ONE
from kcn_pipeline.reconciliation.relations.constraints import AT_LEAST_ZERO, AT_MOST_ZERO
from kcn_pipeline.reconciliation.relations.plans import Plans
from kcn_pipeline.reconciliation.relations.shares import shares
from kcn_pipeline.reconciliation.relations.statements import Statement, loosened
from kcn_pipeline.reference.identities import identities
from kcn_pipeline.reference.metrics import load_metrics

_CAUSE = "stated_percentage"


def stated_relations(places: Places, cells: Cells, stated: Iterable[Statement], targets: Plans) -> Iterator[Relation]:
    """Every comparison of which one side at least is published; it may be misread, or of another base."""
    for statement in stated:
        found = None
        if statement.comparison in ("share", "excess"):
            found = _share(places, cells, statement)
        elif statement.comparison in ("vs_plan", "vs_plan_excess"):
            found = _plan(places, cells, statement, targets)
        elif statement.earlier is not None:
            found = _growth(places, cells, statement, statement.earlier)
        if found is not None:
            yield found


def published_rates(places: Places) -> Iterator[Relation]:
    """Rates that are published as cells of their own (occupancy), against the two metrics they relate."""
    for number, place in enumerate(list(places.known)):
        if number not in places.figures or place.series.unit != "percent":
            continue
        for identity in identities("ratio", place.window.end):
            if identity.metric != place.series.metric:
                continue
            strict = places.figures[number].amount.interval
            for unit in ("ha", "m2"):
                part, whole = (replace(place.series, metric=term, unit=unit) for term in identity.terms)
                one, other = places.find(part, place.window), places.find(whole, place.window)
                if one is not None and other is not None:
                    rows, tight = (_between(one, other, _hundredth(tier)) for tier in (loosened(strict), strict))
                    yield _of_statement(places, _rate(places, number), "share", identity.code, rows, tight)


def _rate(places: Places, number: int) -> Statement:
    place, amount = places.known[number], places.figures[number].amount
    return Statement(place.series, place.window, "share", amount, loosened(amount.interval), None, None)


def _hundredth(percent: Interval) -> Interval:
    return percent.scaled(1 / HUNDRED)


def multiples(comparison: Comparison, tier: Interval) -> Interval:
    """A stated interval as numerator over denominator."""
    match comparison:
        case "share" | "vs_plan" | "yoy_index":
            return _hundredth(tier)
        case "multiple":
            return tier
        case _:
            return _hundredth(tier + Interval.exactly(HUNDRED))


def as_stated(comparison: Comparison, quotient: Interval) -> Interval:
    """Numerator over denominator as the comparison states it; the inverse of `multiples`."""
    match comparison:
        case "share" | "vs_plan" | "yoy_index":
            return quotient.scaled(HUNDRED)
        case "multiple":
            return quotient
        case _:
            return quotient.scaled(HUNDRED) - Interval.exactly(HUNDRED)


def _between(numerator: int, denominator: int, multiples: Interval) -> tuple[LinearRow, ...]:
    found = []
    for end, bounds in ((multiples.lo, AT_LEAST_ZERO), (multiples.hi, AT_MOST_ZERO)):
        if end is not None:
            terms = ((numerator, ONE), (denominator, -end)) if end else ((numerator, ONE),)
            found.append(LinearRow(terms, bounds))
    return tuple(found)


def _relation(
    places: Places, statement: Statement, family: str, numerator: int, denominator: int, cause: str = _CAUSE
) -> Relation | None:
    rows, strict = (
        _between(numerator, denominator, multiples(statement.comparison, tier))
        for tier in (statement.loose, statement.amount.interval)
    )
    if not rows or numerator == denominator:
        return None
    return replace(_of_statement(places, statement, family, statement.code, rows, strict), cause=cause)


def _of_statement(
    places: Places,
    statement: Statement,
    family: str,
    code: str,
    rows: tuple[LinearRow, ...],
    strict: tuple[LinearRow, ...],
) -> Relation:
    ids = statement.amount.figure_ids
    return Relation(
        family=family,
        code=code,
        series=statement.series,
        window=statement.window,
        rows=rows,
        cause=_CAUSE,
        strict=strict,
        figure_ids=ids,
        statement=statement,
        quote=places.quote_of(ids),
    )


def _share(places: Places, cells: Cells, statement: Statement) -> Relation | None:
    """Part and whole in one unit, of the base that the verdict was given on.

    A named base that is unpublished is kept: that another one fits would be chance.
    """
    constraint = next(iter(shares(cells, [statement])))
    unit = next((o.unit for o in constraint.operands), None)
    if unit is None or unit == "percent":
        return None
    part, base = replace(statement.series, unit=unit), statement.base
    if base is None or places.find(_whole(part, base), statement.window) in places.figures:
        base = next(iter(constraint.published[1:]), base)
    if base is None:
        return None
    whole = places.at(_whole(part, base), statement.window)
    # What an unpublished base must be is known too little to accuse a figure of it.
    cause = _CAUSE if whole in places.figures else "other_base"
    return _relation(places, statement, "share", places.at(part, statement.window), whole, cause)


def _whole(part: Series, base: str) -> Series:
    if base == part.metric:
        return replace(part, origin="total")
    metric = load_metrics().get(base)
    return replace(part, metric=base, origin=part.origin if metric is not None and metric.origin_split else None)


def _growth(places: Places, cells: Cells, statement: Statement, earlier: Window) -> Relation | None:
    """Of a year, whether or not the year before is published; of another period where both are."""
    units = [statement.series.unit] if statement.comparison == "change" else cells.units_of(statement.series)
    found = [replace(statement.series, unit=unit) for unit in units if unit != "percent"]
    tied = [s for s in found if places.find(s, statement.window) is not None]
    both = [s for s in tied if places.find(s, earlier) is not None]
    series = next(iter([*both, *(tied if statement.base_period is None else ())]), None)
    if series is None:
        return None
    now, before = places.at(series, statement.window), places.at(series, earlier)
    places.count_alike(before, now)
    if statement.comparison != "change":
        return _relation(places, statement, "growth", now, before)
    row = LinearRow(((now, ONE), (before, -ONE)), statement.amount.interval)
    return _of_statement(places, statement, "growth", statement.code, (row,), (row,))


def _plan(places: Places, cells: Cells, statement: Statement, targets: Plans) -> Relation | None:
    """Outcome against a plan that was published as a figure."""
    for unit in cells.units_of(statement.series):
        series = replace(statement.series, unit=unit)
        outcome, plan = places.find(series, statement.window), targets.get((series, statement.window))
        if outcome is not None and plan is not None:
            return _relation(places, statement, "plan", outcome, places.plan_of(outcome, plan))
    return None
