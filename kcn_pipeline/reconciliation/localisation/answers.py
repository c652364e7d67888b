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
from kcn_pipeline.reconciliation.cells import counts_whole_things, whole_numbers_in
from kcn_pipeline.reconciliation.localisation.changes import Changes, joined_cost
from kcn_pipeline.reconciliation.localisation.joint_changes import Change
from kcn_pipeline.reconciliation.localisation.linear_system import Component
from kcn_pipeline.reconciliation.localisation.propagation import propagate
from kcn_pipeline.reconciliation.localisation.repairs import Reading, unexplained_cost
from kcn_pipeline.reconciliation.localisation.solver import Solver
from kcn_pipeline.reconciliation.localisation.whole_numbers import Ends, meet
from kcn_pipeline.reference.repairs import Misreading

# Of the programme's numbers, seven digits hold.
_TOLERANCE: Final = 1e-7


@dataclass(frozen=True, slots=True)
class Suspect:
    """A figure (element number) that an answer calls wrong.

    feasible: what everything else leaves for it, base units. readings: those of the catalogue inside,
    likeliest first; where it has none, the few values that can be printed there, and none where they are many.
    alike: how it is wrong together with others, where that does not tell what is right; about: whose figure it is then.
    """

    element: int
    feasible: Interval
    readings: tuple[Reading, ...]
    alike: Misreading | None = None
    about: str | None = None


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
    left by those before it. None, too, when one of them then need not be given up.
    """
    set_aside, readings = changes.relaxed(given_up)
    component = solver.component
    chosen = [changes[number] for number in given_up]
    found = [Suspect(e, reading.interval, (reading,)) for c in chosen for e, reading, _ in c.readings]
    alike = {e: c for c in chosen if c.kind is not None and not c.readings for e in c.elements}
    cost = sum(c.cost for c in chosen if c.kind is not None or not all(map(component.is_figure, c.elements)))
    left = {e for e in set_aside if component.is_figure(e)}
    while left:
        fits = {e: _fit(solver, changes, e, set_aside, readings, alike.get(e)) for e in left}
        element = min(left, key=lambda e: (_cost_of(fits[e]), e))
        suspect = fits[element]
        if suspect is None or (suspect.alike is None and _fits_as_published(component, suspect)):
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


def _fits_as_published(component: Component, suspect: Suspect) -> bool:
    return component.figures[suspect.element].amount.interval.overlaps(suspect.feasible)


def _fit(
    solver: Solver,
    changes: Changes,
    element: int,
    set_aside: frozenset[int],
    readings: Mapping[int, Ends],
    alike: Change | None,
) -> Suspect | None:
    """What is left for a figure, and its readings inside; alike: how it is wrong together with others."""
    component = solver.component
    column = component.columns[element]
    found = solver.range({column: 1.0}, set_aside, readings)
    if found is None:
        return None
    ends = meet(widened(found, solver.scale), component.ranges[column])
    left = component.interval(ends)
    if counts_whole_things(component.place(element).series.metric):
        left = whole_numbers_in(left)
    if alike is not None and alike.kind is not None:
        return Suspect(element, left, changes.left_over(element, left, alike.kind), alike.kind, alike.about)
    fitting = tuple(reading for reading, _ in changes.within(element, ends))
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
    if suspect.alike is not None:
        return 0.0  # paid for once, with the others that are wrong in the same way
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
