"""One explanation of a contradiction: what is given up, how each figure may read, and how likely that is.

Belongs here: fitting readings into what the other figures leave, and checking an answer again. Does
not: finding what to give up (`hitting_sets`, `second_opinion`).
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from kcn_pipeline.quantities import Interval
from kcn_pipeline.reconciliation.changes import Changes, joined_cost
from kcn_pipeline.reconciliation.linear_system import Component
from kcn_pipeline.reconciliation.propagation import propagate
from kcn_pipeline.reconciliation.repairs import Reading, unexplained_cost
from kcn_pipeline.reconciliation.solver import Solver
from kcn_pipeline.reconciliation.whole_numbers import Ends

# Of the programme's numbers, seven digits hold.
_TOLERANCE: Final = 1e-7


@dataclass(frozen=True, slots=True)
class Suspect:
    """A figure (element number) that an answer calls wrong.

    feasible: what everything else leaves for it, base units. readings: those of the catalogue inside,
    likeliest first; where it has none, the few values that can be printed there, and none where they are many.
    """

    element: int
    feasible: Interval
    readings: tuple[Reading, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """Changes (their numbers), the figures called wrong, the relations (elements) said not to hold, cost in nats.

    strict: whether every percentage then holds as printed, not only with one unit of the last digit more.
    given_up: every element that must be left out for the rest to hold, relations that no conflict names too.
    reread: of the relations those that state a percentage, with what it may have been.
    """

    changes: frozenset[int]
    suspects: tuple[Suspect, ...]
    relations: tuple[int, ...]
    cost: float
    strict: bool = True
    given_up: frozenset[int] = frozenset()
    reread: tuple[Suspect, ...] = ()


def score(solver: Solver, changes: Changes, given_up: frozenset[int]) -> Answer | None:
    """The answer that gives up these changes; None when no readings of its figures fit together after all.

    Figures are read one after another, the one with the likeliest reading first, each inside what is
    left by those before it.
    """
    set_aside, readings = changes.relaxed(given_up)
    component = solver.component
    suspects = [_exchanged(component, changes, number) for number in given_up if changes[number].readings]
    cost = sum(changes[n].cost for n in given_up if changes[n].readings or not _is_figure(component, changes, n))
    left = {e for e in set_aside if component.is_figure(e)}
    found = [suspect for pair in suspects for suspect in pair]
    while left:
        fits = {e: _fit(solver, changes, e, set_aside, readings) for e in left}
        element = min(left, key=lambda e: (_cost_of(fits[e]), e))
        suspect = fits[element]
        if suspect is None:
            return None
        found.append(suspect)
        cost += _cost_of(suspect)
        left.discard(element)
        if suspect.readings:
            readings[element] = component.ends(suspect.readings[0].interval)
            set_aside -= {element}
    if not _holds(solver, set_aside, readings):
        return None
    relations = tuple(sorted(e for e in set_aside if not component.is_figure(e)))
    elements = frozenset([*relations, *(suspect.element for suspect in found)])
    return Answer(given_up, tuple(found), relations, cost, given_up=elements)


def _is_figure(component: Component, changes: Changes, number: int) -> bool:
    return all(component.is_figure(element) for element in changes[number].elements)


def _exchanged(component: Component, changes: Changes, number: int) -> list[Suspect]:
    one, other = (element for element, _ in changes[number].readings)
    amounts = {element: component.figures[element].amount for element in (one, other)}
    cost = changes[number].cost
    return [
        Suspect(
            mine,
            amounts[its].interval,
            (Reading("exchanged_origins", amounts[its].value, amounts[its].interval, cost),),
        )
        for mine, its in ((one, other), (other, one))
    ]


def _fit(
    solver: Solver, changes: Changes, element: int, set_aside: frozenset[int], readings: Mapping[int, Ends]
) -> Suspect | None:
    component = solver.component
    found = solver.range({component.columns[element]: 1.0}, set_aside, readings)
    if found is None:
        return None
    ends = widened(found, solver.scale)
    fitting = tuple(reading for reading, _ in changes.within(element, ends))
    left = component.interval(ends)
    return Suspect(element, left, fitting or changes.left_over(element, left))


def widened(found: tuple[float, float], scale: float) -> Ends:
    """What a programme found, in whole numbers, wider by what it may be wrong by."""
    lo, hi = found
    return (
        None if math.isinf(lo) else math.floor(lo - _TOLERANCE * (abs(lo) + scale)),
        None if math.isinf(hi) else math.ceil(hi + _TOLERANCE * (abs(hi) + scale)),
    )


def _cost_of(suspect: Suspect | None) -> float:
    if suspect is None:
        return math.inf
    known = [reading.cost for reading in suspect.readings if reading.kind != "unexplained"]
    return joined_cost([*known, unexplained_cost()])


def _holds(solver: Solver, set_aside: frozenset[int], readings: Mapping[int, Ends]) -> bool:
    """The answer tried once more: by the programme, and exactly as far as propagation goes."""
    component = solver.component
    if not solver.feasible(set_aside, readings):
        return False
    offset = len(component.figures)
    rows = [row for r, rows in enumerate(component.rows) if offset + r not in set_aside for row in rows]
    changed: dict[int, Ends | None] = {e: None for e in set_aside if component.is_figure(e)}
    return propagate(component.box({**changed, **readings}), rows, most_visits=2) is not None
