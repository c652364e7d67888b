"""What localisation found, as the rows that are stored and shown: suspects with repairs, and conflicts.

Belongs here: the rows of `suspects`, `conflict_members` and `bounds`, and what each column means. Does
not: finding anything (`localise`, `bounds`), or the sentences of a report.
"""

from __future__ import annotations

import hashlib
import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from kcn_pipeline.extraction.facts import plain_decimal
from kcn_pipeline.periods import HalfYear, Window
from kcn_pipeline.quantities import Interval
from kcn_pipeline.reconciliation.answers import Suspect
from kcn_pipeline.reconciliation.bounds import Bounds
from kcn_pipeline.reconciliation.cells import Series
from kcn_pipeline.reconciliation.conflicts import Conflict
from kcn_pipeline.reconciliation.constraints import relation_identifier
from kcn_pipeline.reconciliation.linear_system import Component
from kcn_pipeline.reconciliation.localise import AMBIGUITY, Localisation


@dataclass(frozen=True, slots=True)
class PlaceColumns:
    """Whose cell a row speaks of; amounts as decimal strings in base units, days as ISO strings."""

    period: str
    entity: str
    metric: str
    origin: str | None
    unit: str
    period_start: str | None
    period_end: str


@dataclass(frozen=True, slots=True)
class SuspectRow:
    """One reading of one suspect of one answer.

    contradiction: the same for all answers to one contradiction. answer: 1 for the likeliest, 0 where none
    was found in time. cost: −ln prior, nats. probability: of the answer among those told. ambiguous: another
    answer is within one nat of the best. finished: whether everything was weighed before time ran out.
    strict: percentages hold as printed under the answer. kind: `figure`, or `relation` for one that does
    not hold between right figures, whose cause then stands in repair; of a stated percentage that reads
    otherwise the reading does. feasible_lo, feasible_hi: what everything else leaves. reading: 1 for the
    likeliest; repair, repaired and its ends are empty where the catalogue has none.
    """

    place: PlaceColumns
    contradiction: str
    answer: int
    cost: float
    probability: float
    ambiguous: bool
    finished: bool
    strict: bool
    kind: str
    figure_id: str | None
    relation_id: str | None
    published: str | None
    feasible_lo: str | None = None
    feasible_hi: str | None = None
    reading: int = 1
    repair: str | None = None
    repaired: str | None = None
    repaired_lo: str | None = None
    repaired_hi: str | None = None


@dataclass(frozen=True, slots=True)
class ConflictMemberRow:
    """One figure or relation of an irreducible conflict.

    rule: family of a relation. hard: no honest report breaks it. proved: by exact propagation, else by
    the linear programme.
    """

    place: PlaceColumns
    contradiction: str
    conflict: str
    kind: str
    figure_id: str | None
    relation_id: str | None
    rule: str | None
    hard: bool
    proved: bool


@dataclass(frozen=True, slots=True)
class BoundRow:
    """An unpublished cell or a second half's flow, with the ends of what it can be; see `bounds.Bounds`."""

    place: PlaceColumns
    kind: str
    lo: str | None
    hi: str | None
    set_aside: int
    finished: bool


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
    )


def _read(row: SuspectRow, suspect: Suspect) -> Iterator[SuspectRow]:
    """A row for each reading within one nat of the likeliest; one without repair where there is none."""
    feasible_lo, feasible_hi = _ends(suspect.feasible)
    row = replace(row, feasible_lo=feasible_lo, feasible_hi=feasible_hi)
    if not suspect.readings:
        yield row
    likely = [r for r in suspect.readings if r.cost <= suspect.readings[0].cost + AMBIGUITY]
    for number, reading in enumerate(likely, start=1):
        lo, hi = _ends(reading.interval)
        repaired = plain_decimal(reading.value)
        yield replace(row, reading=number, repair=reading.kind, repaired=repaired, repaired_lo=lo, repaired_hi=hi)


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
