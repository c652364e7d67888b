"""What a cell that nobody published can be at least and at most, given everything that was.

Belongs here: bounds of unpublished cells and of flows between two published windows, proved in whole
numbers. Does not: explaining contradictions (`localise`); their suspects are set aside first.
"""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from kcn_pipeline.periods import HalfYear, Window
from kcn_pipeline.quantities import Interval
from kcn_pipeline.reconciliation.cells import Series, counts_whole_things, is_additive, is_flow, whole_numbers_in
from kcn_pipeline.reconciliation.localisation.conflicts import irreducible_conflict
from kcn_pipeline.reconciliation.localisation.linear_system import Component, Row, System, components
from kcn_pipeline.reconciliation.localisation.localise import TIME_LIMIT, Localisation
from kcn_pipeline.reconciliation.localisation.propagation import propagate
from kcn_pipeline.reconciliation.localisation.solver import Solver
from kcn_pipeline.reconciliation.localisation.whole_numbers import Ends, is_empty, meet

Kind = Literal["unpublished", "second_half"]
# Multipliers are rounded to this many binary digits and then taken as exact.
_BINARY_DIGITS: Final = 40


@dataclass(frozen=True, slots=True)
class Bounds:
    """A cell and the interval its true value lies in, base units, if every relation that was used holds.

    kind: a cell that nobody published, or the flow of a second half, year less first half.
    set_aside: figures left out because they contradict others. finished: False where time ran out; the interval
    then holds all the same, but may be wider than need be.
    """

    series: Series
    window: Window
    kind: Kind
    interval: Interval
    set_aside: int
    finished: bool = True


def bounds(
    system: System,
    period: HalfYear | None = None,
    localised: Iterable[Localisation] = (),
    time_limit: float = TIME_LIMIT,
) -> Iterator[Bounds]:
    """Bounds of every unpublished cell and second half that ends in `period`, or of all.

    localised: what was found wrong with the same system. Everything that any of the best answers
    suspects is set aside; a component that stays contradictory gives no bounds. time_limit: seconds for all of
    them, after which no programme is solved any more.
    """
    deadline = time.monotonic() + time_limit
    wrong = {found.component.places: found for found in localised}
    for component in components(system, period):
        found = wrong.get(component.places)
        yield from _of_component(component, frozenset() if found is None else _set_aside(found), period, deadline)


def _set_aside(found: Localisation) -> frozenset[int]:
    """The accused, and of what else the answers give up only what still stands in a conflict without them."""
    solver, left_out = Solver(found.component), found.accused
    while not solver.feasible(left_out):
        conflict = irreducible_conflict(solver, left_out, {})
        more = found.given_up - left_out
        more = more & conflict.members or more if conflict is not None else more
        if not more:
            break
        left_out |= more
    return left_out


def _of_component(
    component: Component, set_aside: frozenset[int], period: HalfYear | None, deadline: float
) -> Iterator[Bounds]:
    prover = Prover(component, set_aside)
    if not prover.feasible:
        return
    count = sum(component.is_figure(element) for element in set_aside)
    for kind, series, window, objective in _wanted(component, set_aside):
        if period is None or period.start <= window.end <= period.end:
            in_time = time.monotonic() < deadline
            interval = component.interval(prover.range(objective) if in_time else prover.propagated(objective))
            if counts_whole_things(series.metric):
                interval = whole_numbers_in(interval)
            yield Bounds(series, window, kind, interval, count, in_time)


def _wanted(component: Component, set_aside: frozenset[int]) -> Iterator[tuple[Kind, Series, Window, dict[int, int]]]:
    published = {column for element, column in enumerate(component.columns) if element not in set_aside}
    numbers = {(p.series, p.window): column for column, p in enumerate(component.places) if not p.plan}
    for column, place in enumerate(component.places):
        if column not in published and not place.plan:
            yield "unpublished", place.series, place.window, {column: 1}
        window, series = place.window, place.series
        if place.plan or not window.start or not is_flow(series.metric) or not is_additive(series.metric):
            continue
        half = numbers.get((series, Window.of_months(window.end.year, 1, 6)))
        second = Window.of_months(window.end.year, 7, 12)
        if half is not None and window == Window.of_year(window.end.year) and (series, second) not in numbers:
            yield "second_half", series, second, {column: 1, half: -1}


class Prover:
    """Ranges over one component that hold exactly, whatever the solver's arithmetic.

    A programme's multipliers, taken as exact numbers, prove a bound by adding up rows and ends in whole
    numbers; wrong multipliers give a wider bound, never a false one.
    """

    def __init__(self, component: Component, set_aside: frozenset[int] = frozenset()) -> None:
        changed = {e: None for e in set_aside if component.is_figure(e)}
        offset = len(component.figures)
        kept = [rows for index, rows in enumerate(component.rows) if offset + index not in set_aside]
        self._box = propagate(component.box(changed), [row for rows in kept for row in rows])
        self._solver, self._set_aside = Solver(component), set_aside
        self.feasible = self._box is not None and self._solver.feasible(set_aside)

    def propagated(self, objective: Mapping[int, int]) -> Ends:
        """Ends of Σ coefficient × column that need no programme: proved, but wider."""
        return _sum_of_ends(objective, self._box or [])

    def range(self, objective: Mapping[int, int]) -> Ends:
        """Proved ends of Σ coefficient × column, in the component's whole numbers."""
        lo = self._least(objective)
        hi = self._least({column: -value for column, value in objective.items()})
        proved = (lo, None if hi is None else -hi)
        ends = meet(proved, self.propagated(objective))
        return proved if is_empty(ends) else ends

    def _least(self, objective: Mapping[int, int]) -> int | None:
        multipliers = self._solver.minimised(objective)
        if multipliers is None:
            return None
        return _proved_least(objective, multipliers, self._box or [])


def _sum_of_ends(objective: Mapping[int, int], box: Sequence[Ends]) -> Ends:
    lo: int | None = 0
    hi: int | None = 0
    for column, value in objective.items():
        down, up = box[column] if value > 0 else (box[column][1], box[column][0])
        lo = None if lo is None or down is None else lo + value * down
        hi = None if hi is None or up is None else hi + value * up
    return lo, hi


def _proved_least(
    objective: Mapping[int, int], multipliers: Iterable[tuple[Row, float]], box: Sequence[Ends]
) -> int | None:
    """Least value of the objective that multipliers of the rows prove: Σ y × row + Σ rest × column, at their ends."""
    one = 1 << _BINARY_DIGITS
    rest = {column: value * one for column, value in objective.items()}
    total = 0
    for row, multiplier in multipliers:
        scaled = round(multiplier / max(abs(c) for c in row.coefficients) * one)
        end = row.lo if scaled > 0 else row.hi
        if not scaled or end is None:
            continue
        total += scaled * end
        for column, coefficient in zip(row.columns, row.coefficients, strict=True):
            rest[column] = rest.get(column, 0) - scaled * coefficient
    for column, value in rest.items():
        if value:
            end = box[column][0] if value > 0 else box[column][1]
            if end is None:
                return None
            total += value * end
    return total >> _BINARY_DIGITS
