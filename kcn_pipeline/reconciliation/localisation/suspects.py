"""What localisation found, as the rows that are stored and shown: suspects with repairs, and conflicts.

Belongs here: filling the rows of `suspects`, `conflict_members` and `bounds`. Does not: what each column means
(`localisation.rows`), finding anything (`localise`, `bounds`), or the sentences of a report.
"""

from __future__ import annotations

import hashlib
import math
from collections.abc import Iterable, Iterator
from dataclasses import replace
from decimal import Decimal
from typing import Final

from kcn_pipeline.extraction.facts import plain_decimal
from kcn_pipeline.periods import HalfYear, Window
from kcn_pipeline.quantities import Interval
from kcn_pipeline.reconciliation.cells import Series
from kcn_pipeline.reconciliation.localisation.answers import Suspect
from kcn_pipeline.reconciliation.localisation.bounds import Bounds
from kcn_pipeline.reconciliation.localisation.conflicts import Conflict
from kcn_pipeline.reconciliation.localisation.linear_system import Component
from kcn_pipeline.reconciliation.localisation.localise import AMBIGUITY, Localisation
from kcn_pipeline.reconciliation.localisation.rows import BoundRow, ConflictMemberRow, PlaceColumns, SuspectRow
from kcn_pipeline.reconciliation.relations.constraints import relation_identifier
from kcn_pipeline.reconciliation.wording.numerals import hedge_sign

# Nobody compares more with a document; where so many fit, the range says more.
_MOST_READINGS: Final = 6


def suspect_rows(found: Iterable[Localisation], period: HalfYear) -> list[SuspectRow]:
    """The answers to every contradiction; of readings those within one nat of the likeliest.

    Of a contradiction that time did not allow to explain, every figure of its conflicts is a row of answer 0.
    """
    return [row for localisation in found for row in _of_contradiction(localisation, period)]


def _of_contradiction(found: Localisation, period: HalfYear) -> Iterator[SuspectRow]:
    if not found.answers:
        figures = [e for e in sorted(found.accused) if found.component.is_figure(e)]
        yield from (_row(found, element, period) for element in figures)
        return
    weights = [math.exp(found.answers[0].cost - answer.cost) for answer in found.answers]
    for number, (answer, weight) in enumerate(zip(found.answers, weights, strict=True), start=1):
        for element in (*(s.element for s in answer.suspects), *answer.relations):
            row = replace(
                _row(found, element, period),
                answer=number,
                cost=answer.cost,
                probability=weight / sum(weights),
                strict=answer.strict,
            )
            suspect = next((s for s in (*answer.suspects, *answer.reread) if s.element == element), None)
            yield from [row] if suspect is None else _read(row, suspect)


def _row(found: Localisation, element: int, period: HalfYear) -> SuspectRow:
    """A suspect before it is known how it reads."""
    component, is_figure = found.component, found.component.is_figure(element)
    figure = component.figures[element] if is_figure else None
    relation = None if is_figure else component.relation(element)
    said = None if relation is None else relation.statement
    amount = figure.amount if figure is not None else None if said is None else said.amount
    statement = relation.figure_ids[0] if relation is not None and relation.figure_ids else None
    return SuspectRow(
        place=_columns(component, element, period),
        contradiction=contradiction_identifier(found),
        answer=0,
        cost=0.0,
        probability=0.0,
        ambiguous=len(found.best) > 1,
        finished=found.finished,
        strict=True,
        kind="figure" if is_figure else "relation",
        figure_id=statement if figure is None else figure.figure_id,
        relation_id=None if is_figure else _relation_identifier(component, element),
        published=_text(None if amount is None else amount.value),
        repair=None if relation is None else relation.cause,
        hedge="" if amount is None else hedge_sign(amount),
    )


def _read(row: SuspectRow, suspect: Suspect) -> Iterator[SuspectRow]:
    """A row for each reading within one nat of the likeliest, of many the first; one row where there is none."""
    feasible_lo, feasible_hi = _ends(suspect.feasible)
    row = replace(row, feasible_lo=feasible_lo, feasible_hi=feasible_hi)
    if not suspect.readings:
        yield row if suspect.alike is None else replace(row, repair=suspect.alike, about=suspect.about)
    likely = [r for r in suspect.readings if r.cost <= suspect.readings[0].cost + AMBIGUITY]
    row = replace(row, readings=len(likely))
    for number, reading in enumerate(likely[:_MOST_READINGS], start=1):
        lo, hi = _ends(reading.interval)
        repaired = plain_decimal(reading.value)
        told = replace(row, reading=number, repair=reading.kind, about=reading.about or suspect.about)
        yield replace(told, repaired=repaired, repaired_lo=lo, repaired_hi=hi)


def conflict_member_rows(found: Iterable[Localisation], period: HalfYear) -> list[ConflictMemberRow]:
    """Every member of every conflict that arose among the figures as published."""
    return [
        _member_row(localisation, conflict, element, period)
        for localisation in found
        for conflict in localisation.conflicts
        if not conflict.readings
        for element in sorted(conflict.members)
    ]


def _member_row(found: Localisation, conflict: Conflict, element: int, period: HalfYear) -> ConflictMemberRow:
    component = found.component
    is_figure = component.is_figure(element)
    return ConflictMemberRow(
        place=_columns(component, element, period),
        contradiction=contradiction_identifier(found),
        conflict=_identifier(component, conflict.members),
        kind="figure" if is_figure else "relation",
        figure_id=component.figures[element].figure_id if is_figure else None,
        relation_id=None if is_figure else _relation_identifier(component, element),
        rule=None if is_figure else component.relation(element).family,
        hard=not is_figure and component.relation(element).cause is None,
        proved=conflict.proved,
    )


def bound_rows(found: Iterable[Bounds], period: HalfYear) -> list[BoundRow]:
    """The bounds as rows."""
    return [
        BoundRow(_of_place(b.series, b.window, period), b.kind, *_ends(b.interval), b.set_aside, b.finished)
        for b in found
    ]


def contradiction_identifier(found: Localisation) -> str:
    """Sixteen hex digits that stay the same while the same figures contradict each other."""
    return _identifier(found.component, found.conflicts[0].members)


def _identifier(component: Component, members: Iterable[int]) -> str:
    names = sorted(
        component.figures[e].figure_id or repr(component.place(e))
        if component.is_figure(e)
        else _relation_identifier(component, e)
        for e in members
    )
    return hashlib.sha256("|".join(names).encode()).hexdigest()[:16]


def _relation_identifier(component: Component, element: int) -> str:
    relation = component.relation(element)
    return relation_identifier(relation.family, relation.code, relation.series, relation.window)


def _columns(component: Component, element: int, period: HalfYear) -> PlaceColumns:
    if component.is_figure(element):
        place = component.place(element)
        return _of_place(place.series, place.window, period)
    relation = component.relation(element)
    return _of_place(relation.series, relation.window, period)


def _of_place(series: Series, window: Window, period: HalfYear) -> PlaceColumns:
    return PlaceColumns(
        period=period.label,
        entity=series.entity,
        metric=series.metric,
        origin=series.origin,
        unit=series.unit,
        period_start=window.start.isoformat() if window.start else None,
        period_end=window.end.isoformat(),
    )


def _ends(interval: Interval | None) -> tuple[str | None, str | None]:
    lo, hi = (None, None) if interval is None else (interval.lo, interval.hi)
    return _text(lo), _text(hi)


def _text(value: Decimal | None) -> str | None:
    return None if value is None else plain_decimal(value)
