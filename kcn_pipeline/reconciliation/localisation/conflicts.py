"""Irreducible conflicts: figures and relations that cannot all hold, none of which can be left out.

Belongs here: shrinking the support of a Farkas ray to one, exactly where propagation can prove it, and
what a conflict says of each of its figures. Does not: choosing what to give up (`hitting_sets`).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from kcn_pipeline.reconciliation.localisation.linear_system import Component, Row
from kcn_pipeline.reconciliation.localisation.propagation import propagate
from kcn_pipeline.reconciliation.localisation.solver import Solver
from kcn_pipeline.reconciliation.localisation.whole_numbers import Ends, is_empty, meet


@dataclass(frozen=True, slots=True)
class Conflict:
    """Element numbers of the figures and relations of one conflict.

    readings: the other readings under which it arose. proved: whether exact propagation proves it;
    else a linear programme found it.
    """

    figures: frozenset[int]
    relations: frozenset[int]
    readings: tuple[tuple[int, Ends], ...]
    proved: bool

    @property
    def members(self) -> frozenset[int]:
        """Figures and relations."""
        return self.figures | self.relations


def irreducible_conflict(solver: Solver, set_aside: frozenset[int], readings: Mapping[int, Ends]) -> Conflict | None:
    """A conflict of the programme that `solver` just found infeasible under these relaxations.

    None when neither programme nor propagation can show one: the infeasibility was numerical.
    """
    component = solver.component
    alone = _impossible_figure(component, set_aside, readings)
    if alone is not None:
        return alone
    for members in _supports(solver, set_aside):
        figures = [e for e in members if component.is_figure(e)]
        relations = sorted((e for e in members if not component.is_figure(e)), key=lambda e: _is_hard(component, e))
        # Soft relations are tried first: a conflict without them accuses figures alone.
        empties, proved = _proof(component, readings), True
        if not empties(figures, relations):
            empties, proved = _programme(component, readings, figures, relations), False
        if empties(figures, relations):
            kept = _shrunk([*relations, *figures], component, empties)
            return _conflict(component, kept, readings, proved=proved)
    return None


def _is_hard(component: Component, element: int) -> bool:
    return component.relation(element).cause is None


def _impossible_figure(
    component: Component, set_aside: frozenset[int], readings: Mapping[int, Ends]
) -> Conflict | None:
    """A figure that lies outside what its cell can be at all, whatever others say."""
    for element, column in enumerate(component.columns):
        ends = readings.get(element, component.intervals[element])
        if element not in set_aside and is_empty(meet(component.ranges[column], ends)):
            return _conflict(component, [element], readings, proved=True)
    return None


def _supports(solver: Solver, set_aside: frozenset[int]) -> list[list[int]]:
    component = solver.component
    everything = range(len(component.figures) + len(component.relations))
    found = solver.support()
    supports = [] if found is None else [found.figures | found.relations]
    return [sorted(support - set_aside) for support in (*supports, frozenset(everything))]


Empties = Callable[[Sequence[int], Sequence[int]], bool]


def _proof(component: Component, readings: Mapping[int, Ends]) -> Empties:
    def empties(figures: Sequence[int], relations: Sequence[int]) -> bool:
        _, rows, box = local(component, figures, relations, readings)
        return propagate(box, rows) is None

    return empties


def _programme(
    component: Component, readings: Mapping[int, Ends], figures: Sequence[int], relations: Sequence[int]
) -> Empties:
    """Emptiness of parts of these members, by one programme that is solved again with the rest set aside."""
    members = [*figures, *relations]
    number = {element: index for index, element in enumerate(members)}
    solver = Solver(component.part(figures, relations))
    known = {number[element]: ends for element, ends in readings.items() if element in number}

    def empties(figures: Sequence[int], relations: Sequence[int]) -> bool:
        kept = {number[element] for element in (*figures, *relations)}
        read = {index: ends for index, ends in known.items() if index in kept}
        return not solver.feasible(frozenset(range(len(members))) - kept, read)

    return empties


def _shrunk(members: Sequence[int], component: Component, empties: Empties) -> list[int]:
    """Members without those that the contradiction does not need."""
    kept = list(members)
    for element in members:
        without = [other for other in kept if other != element]
        figures = [e for e in without if component.is_figure(e)]
        relations = [e for e in without if not component.is_figure(e)]
        if empties(figures, relations):
            kept = without
    return kept


def _conflict(component: Component, members: Sequence[int], readings: Mapping[int, Ends], *, proved: bool) -> Conflict:
    figures = frozenset(e for e in members if component.is_figure(e))
    under = tuple(sorted((e, ends) for e, ends in readings.items() if e in figures))
    return Conflict(figures, frozenset(members) - figures, under, proved)


def local(
    component: Component, figures: Sequence[int], relations: Sequence[int], readings: Mapping[int, Ends]
) -> tuple[dict[int, int], list[Row], list[Ends]]:
    """Some figures and relations over columns of their own: number by column, rows and box."""
    chosen = [row for e in relations for row in component.rows[e - len(component.figures)]]
    columns: dict[int, int] = {}
    for column in [component.columns[e] for e in figures] + [c for row in chosen for c in row.columns]:
        columns.setdefault(column, len(columns))
    box = [component.ranges[column] for column in columns]
    for element in figures:
        place = columns[component.columns[element]]
        box[place] = meet(box[place], readings.get(element, component.intervals[element]))
    rows = [Row(tuple(columns[c] for c in row.columns), row.coefficients, row.lo, row.hi) for row in chosen]
    return columns, rows, box


def range_within(component: Component, conflict: Conflict, figure: int) -> Ends:
    """What the rest of a conflict leaves for one of its figures: never less than everything together would."""
    others = sorted(conflict.figures - {figure})
    columns, rows, box = local(component, others, sorted(conflict.relations), dict(conflict.readings))
    column = component.columns[figure]
    narrowed = propagate(box, rows)
    if narrowed is None or column not in columns:
        return component.ranges[column]
    return narrowed[columns[column]]


def still_conflicts(component: Component, conflict: Conflict, read: Mapping[int, Ends]) -> bool:
    """Whether propagation proves that a conflict stays one with figures read otherwise."""
    readings = {**dict(conflict.readings), **read}
    _, rows, box = local(component, sorted(conflict.figures), sorted(conflict.relations), readings)
    return propagate(box, rows, most_visits=2) is None
