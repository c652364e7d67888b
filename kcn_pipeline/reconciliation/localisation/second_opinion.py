"""A second way to the likeliest explanation: one small mixed-integer programme over the conflicts' members.

Belongs here: the programme and reading its solution. Does not: the search it seconds
(`hitting_sets`), or trusting it: its solution is scored and tried again by `answers`.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

import highspy
import numpy as np

from kcn_pipeline.reconciliation.localisation.answers import Answer, score, widened
from kcn_pipeline.reconciliation.localisation.changes import Changes
from kcn_pipeline.reconciliation.localisation.conflicts import Conflict
from kcn_pipeline.reconciliation.localisation.repairs import unexplained_cost
from kcn_pipeline.reconciliation.localisation.solver import Solver
from kcn_pipeline.reconciliation.localisation.whole_numbers import Ends, meet

# A figure of the union has some tens of readings; beyond this the programme is no longer small.
_MOST_BINARIES: Final = 2000
_INFINITE: Final = highspy.kHighsInf


@dataclass(frozen=True, slots=True)
class _Binary:
    """One choice: the change it belongs to (None: as published), its cost, and for a figure the ends it means."""

    change: int | None
    cost: float
    element: int
    ends: Ends | None


def second_opinion(solver: Solver, changes: Changes, conflicts: Sequence[Conflict], seconds: float) -> Answer | None:
    """The likeliest answer among changes of the conflicts' figures and relations, scored and tried again.

    Figures outside the conflicts stay as published. Every side of a choice is as tight as a linear
    programme makes it, for a loose one lets thousandfold errors pass as rounding. Exchanged pairs are
    left to the search. None when the programme would not be small, has no solution or no time.
    """
    members = frozenset(element for conflict in conflicts for element in conflict.members)
    # Relations that break together are weighed one by one here; scoring then counts their break once.
    union = sorted(e for e in members if e in changes.of_element)
    if seconds <= 0 or not solver.feasible(frozenset(union)):
        return None
    binaries = list(_binaries(solver, changes, union))
    if len(binaries) > _MOST_BINARIES:
        return None
    programme = _programme(solver, union, binaries, seconds)
    if programme is None:
        return None
    given_up = _given_up(programme, solver, binaries)
    return score(solver, changes, given_up) if given_up else None


def _binaries(solver: Solver, changes: Changes, union: Iterable[int]) -> Iterable[_Binary]:
    """For a figure: as published, each reading that can be, and anything that can be; for a relation: given up."""
    component, everything = solver.component, frozenset(union)
    for element in everything:
        number = changes.of_element[element]
        if not component.is_figure(element):
            yield _Binary(number, changes[number].cost, element, None)
            continue
        column = component.columns[element]
        found = solver.range({column: 1.0}, everything)
        possible = component.ranges[column] if found is None else widened(found, solver.scale)
        yield _Binary(None, 0.0, element, component.intervals[element])
        yield _Binary(number, unexplained_cost(), element, possible)
        for reading, ends in changes.within(element, possible):
            yield _Binary(number, reading.cost, element, meet(ends, possible))


def _programme(
    solver: Solver, union: Sequence[int], binaries: Sequence[_Binary], seconds: float
) -> highspy.Highs | None:
    component = solver.component
    highs = highspy.Highs()  # type: ignore[no-untyped-call]
    highs.silent()
    for name, value in (("threads", 1), ("time_limit", seconds), ("mip_rel_gap", 1e-4)):
        highs.setOptionValue(name, value)
    box = component.box({e: None for e in union if component.is_figure(e)})
    sides = [solver.scaled(ends) for ends in box]
    lower, upper = (np.array(side) for side in zip(*sides, strict=True))
    highs.addVars(len(box), lower, upper)
    none = np.array([], dtype=np.int32)
    for index, binary in enumerate(binaries):
        highs.addCol(binary.cost, 0.0, 1.0, 0, none, none.astype(float))
        highs.changeColIntegrality(len(box) + index, highspy.HighsVarType.kInteger)
    by_element: dict[int, dict[int, Ends | None]] = {}
    for index, binary in enumerate(binaries):
        by_element.setdefault(binary.element, {})[len(box) + index] = binary.ends
    for element in union:
        if component.is_figure(element) and not _add_figure(highs, solver, element, by_element[element]):
            return None
    _add_rows(highs, solver, union, by_element)
    return highs


def _add_figure(highs: highspy.Highs, solver: Solver, element: int, choices: dict[int, Ends | None]) -> bool:
    """One choice, and the column between the ends it means; False where some end is open."""
    columns, ends = list(choices), [solver.scaled(ends) for ends in choices.values() if ends is not None]
    if any(math.isinf(end) for pair in ends for end in pair):
        return False
    column = solver.component.columns[element]
    _add_row(highs, 1.0, 1.0, dict.fromkeys(columns, 1.0))
    _add_row(highs, 0.0, _INFINITE, {column: 1.0, **{c: -lo for c, (lo, _) in zip(columns, ends, strict=True)}})
    _add_row(highs, -_INFINITE, 0.0, {column: 1.0, **{c: -hi for c, (_, hi) in zip(columns, ends, strict=True)}})
    return True


def _add_rows(
    highs: highspy.Highs, solver: Solver, union: Sequence[int], by_element: dict[int, dict[int, Ends | None]]
) -> None:
    """Every relation; one of the union with as much slack as its columns can need once it is given up."""
    component, everything = solver.component, frozenset(union)
    for index, rows in enumerate(component.rows):
        element = len(component.figures) + index
        for row in rows:
            lo, hi = solver.row_ends(row)
            terms = dict(zip(row.columns, solver.coefficients(row), strict=True))
            if element not in everything:
                _add_row(highs, lo, hi, terms)
                continue
            least, most = solver.range(terms, everything) or (-math.inf, math.inf)
            (slack,) = by_element[element]
            if not math.isinf(lo):
                _add_row(highs, lo, _INFINITE, {**terms, slack: max(lo - least / solver.scale, 0.0)})
            if not math.isinf(hi):
                _add_row(highs, -_INFINITE, hi, {**terms, slack: -max(most / solver.scale - hi, 0.0)})


def _add_row(highs: highspy.Highs, lo: float, hi: float, terms: dict[int, float]) -> None:
    columns = np.array(list(terms), dtype=np.int32)
    highs.addRow(lo, hi, len(terms), columns, np.array(list(terms.values())))


def _given_up(highs: highspy.Highs, solver: Solver, binaries: Sequence[_Binary]) -> frozenset[int]:
    """The changes of the best solution; none when there is no solution or time ran out."""
    highs.run()
    if highs.getModelStatus() != highspy.HighsModelStatus.kOptimal:
        return frozenset()
    values = highs.getSolution().col_value[len(solver.component.places) :]
    return frozenset(
        b.change for b, value in zip(binaries, values, strict=True) if b.change is not None and value > 0.5
    )
