"""The linear programme of one component, solved again and again from the last basis (HiGHS).

Belongs here: feasibility, Farkas support and ranges, scaled once per component. Does not: exact proofs
(`propagation`), or which relaxations are worth trying (`hitting_sets`).
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Final

import highspy
import numpy as np
from numpy.typing import NDArray

from kcn_pipeline.reconciliation.localisation.linear_system import Component, Row
from kcn_pipeline.reconciliation.localisation.whole_numbers import Ends, is_empty, meet

_INFINITE: Final = highspy.kHighsInf
_NONE: Final = 1e-9
_GREATEST_POWER: Final = 150
_GREATEST_COEFFICIENT: Final = 10**_GREATEST_POWER
# From 1e20 on HiGHS takes an end for open.
_LARGEST: Final = 1e19
_DUAL: Final = 1
_PRIMAL: Final = 4


@dataclass(frozen=True, slots=True)
class Support:
    """Figures and relations (element numbers) that a Farkas ray combines into a contradiction."""

    figures: frozenset[int]
    relations: frozenset[int]


class Solver:
    """One component's programme; `set_aside` and `readings` of a call hold for that call alone.

    Columns are scaled by one power of ten, the middle magnitude of the figures: a programme at a
    loose scale takes thousandfold errors for rounding.
    """

    def __init__(self, component: Component) -> None:
        self.component = component
        self.scale = _scale(component)
        self.runs = 0
        self._strategy = _DUAL
        self._rows = [(r, row) for r, rows in enumerate(component.rows) for row in rows]
        self._of_relation: dict[int, list[int]] = {}
        for index, (relation, _) in enumerate(self._rows):
            self._of_relation.setdefault(relation, []).append(index)
        self._box = component.box()
        self._highs = self._programme()
        self._changed_columns: set[int] = set()
        self._freed: set[int] = set()

    def _programme(self) -> highspy.Highs:
        highs = highspy.Highs()  # type: ignore[no-untyped-call]
        highs.silent()
        for name, value in (("presolve", "off"), ("threads", 1), ("solver", "simplex")):
            highs.setOptionValue(name, value)
        los, his = zip(*self._box, strict=True)
        highs.addVars(len(los), _quotients(los, self.scale, -_INFINITE), _quotients(his, self.scale, _INFINITE))
        if self._rows:
            self._add_rows(highs)
        return highs

    def _add_rows(self, highs: highspy.Highs) -> None:
        """All rows at once, each as `coefficients` and `row_ends` scale it."""
        rows = [row for _, row in self._rows]
        sizes = [len(row.columns) for row in rows]
        starts = np.concatenate(([0], np.cumsum(sizes)[:-1])).astype(np.int32)
        columns = np.fromiter(chain.from_iterable([row.columns for row in rows]), dtype=np.int32)
        values = _floats(list(chain.from_iterable([row.coefficients for row in rows])))
        greatest = np.maximum.reduceat(np.abs(values), starts)
        lower = _quotients([row.lo for row in rows], self.scale * greatest, -_INFINITE)
        upper = _quotients([row.hi for row in rows], self.scale * greatest, _INFINITE)
        highs.addRows(len(rows), lower, upper, len(columns), starts, columns, values / greatest.repeat(sizes))

    def scaled(self, ends: Ends) -> tuple[float, float]:
        """Ends as the programme has them: divided by the scale, infinite where open."""
        lo, hi = ends
        return (
            -_INFINITE if lo is None else _quotient(lo, self.scale),
            _INFINITE if hi is None else _quotient(hi, self.scale),
        )

    def row_ends(self, row: Row) -> tuple[float, float]:
        """A row's ends as the programme has them: divided by its greatest coefficient and the scale."""
        by = self.scale * min(max(map(abs, row.coefficients)), _GREATEST_COEFFICIENT)
        return (
            -_INFINITE if row.lo is None else _quotient(row.lo, by),
            _INFINITE if row.hi is None else _quotient(row.hi, by),
        )

    @staticmethod
    def coefficients(row: Row) -> list[float]:
        """A row's coefficients as the programme has them."""
        by = max(map(abs, row.coefficients))
        return [c / by for c in row.coefficients]

    def feasible(self, set_aside: frozenset[int] = frozenset(), readings: Mapping[int, Ends] | None = None) -> bool:
        """Whether everything can hold at once without the elements `set_aside`, figures read as `readings` say."""
        if not self._apply(set_aside, readings or {}):
            return False
        return self._run() == highspy.HighsModelStatus.kOptimal

    def _run(self, strategy: int = _DUAL) -> highspy.HighsModelStatus:
        """A basis stays dual feasible when ends change, primal feasible when only the objective does."""
        if strategy != self._strategy:
            self._highs.setOptionValue("simplex_strategy", strategy)
            self._strategy = strategy
        self._highs.run()
        self.runs += 1
        return self._highs.getModelStatus()

    def _apply(self, set_aside: frozenset[int], readings: Mapping[int, Ends]) -> bool:
        """Bring the programme to these relaxations; False when a reading leaves a column empty."""
        component = self.component
        columns: dict[int, Ends] = {
            component.columns[e]: component.ranges[component.columns[e]] for e in set_aside if component.is_figure(e)
        }
        for element, ends in readings.items():
            column = component.columns[element]
            columns[column] = meet(component.ranges[column], ends)
        for column in self._changed_columns - columns.keys():
            self._highs.changeColBounds(column, *self.scaled(self._box[column]))
        for column, ends in columns.items():
            self._highs.changeColBounds(column, *self.scaled(ends))
        self._changed_columns = set(columns)
        self._free({e - len(component.figures) for e in set_aside if not component.is_figure(e)})
        return not any(is_empty(ends) for ends in columns.values())

    def _free(self, wanted: set[int]) -> None:
        for relation in self._freed - wanted:
            for index in self._of_relation[relation]:
                self._highs.changeRowBounds(index, *self.row_ends(self._rows[index][1]))
        for relation in wanted - self._freed:
            for index in self._of_relation[relation]:
                self._highs.changeRowBounds(index, -_INFINITE, _INFINITE)
        self._freed = wanted

    def support(self) -> Support | None:
        """What the last infeasible programme's Farkas ray combines; None when HiGHS gives no ray."""
        found = self._highs.getDualRay()  # type: ignore[attr-defined]  # missing from the stubs
        if len(found) < 3 or not found[1]:
            return None
        ray: NDArray[np.float64] = np.asarray(found[2])
        used = np.nonzero(np.abs(ray) > _NONE * np.abs(ray).max())[0]
        columns: dict[int, float] = {}
        for index in used:
            row = self._rows[index][1]
            for column, value in zip(row.columns, self.coefficients(row), strict=True):
                columns[column] = columns.get(column, 0.0) + float(ray[index]) * value
        tied = {column for column, value in columns.items() if abs(value) > _NONE}
        figures = frozenset(i for i, column in enumerate(self.component.columns) if column in tied)
        offset = len(self.component.figures)
        return Support(figures, frozenset(offset + self._rows[index][0] for index in used))

    def range(
        self,
        objective: Mapping[int, float],
        set_aside: frozenset[int] = frozenset(),
        readings: Mapping[int, Ends] | None = None,
    ) -> tuple[float, float] | None:
        """Least and greatest value of Σ coefficient × column in whole numbers; None when nothing is feasible."""
        if not self._apply(set_aside, readings or {}):
            return None
        ends = []
        for sign in (1.0, -1.0):
            for column, value in objective.items():
                self._highs.changeColCost(column, sign * value)
            status = self._run(_PRIMAL)
            if status == highspy.HighsModelStatus.kOptimal:
                ends.append(sign * self._highs.getObjectiveValue() * self.scale)
            elif status in (highspy.HighsModelStatus.kUnbounded, highspy.HighsModelStatus.kUnboundedOrInfeasible):
                ends.append(-sign * math.inf)
            else:
                ends.append(math.nan)
        for column in objective:
            self._highs.changeColCost(column, 0.0)
        return None if any(math.isnan(end) for end in ends) else (ends[0], ends[1])

    def minimised(self, objective: Mapping[int, int]) -> list[tuple[Row, float]] | None:
        """The rows that prove the least value of an objective, each with its multiplier; None when there is none.

        Call after a feasible programme; the multipliers are of rows as `coefficients` scales them.
        """
        for column, value in objective.items():
            self._highs.changeColCost(column, float(value))
        optimal = self._run(_PRIMAL) == highspy.HighsModelStatus.kOptimal
        duals = np.asarray(self._highs.getSolution().row_dual) if optimal else None
        for column in objective:
            self._highs.changeColCost(column, 0.0)
        if duals is None:
            return None
        return [(self._rows[index][1], float(duals[index])) for index in np.nonzero(duals)[0]]


def _quotient(number: int, by: float) -> float:
    """A whole number scaled; of a misread numeral of hundreds of digits only that it is very large."""
    try:
        return min(max(number / by, -_LARGEST), _LARGEST)
    except OverflowError:
        return _LARGEST if number > 0 else -_LARGEST


def _floats(numbers: Sequence[int]) -> NDArray[np.float64]:
    """Coefficients; of a misread percentage of hundreds of digits only that it is very large."""
    try:
        return np.array(numbers, dtype=float)
    except OverflowError:
        largest = _GREATEST_COEFFICIENT
        return np.array([max(-largest, min(number, largest)) for number in numbers], dtype=float)


def _quotients(numbers: Sequence[int | None], by: float | NDArray[np.float64], open_end: float) -> NDArray[np.float64]:
    """Whole numbers scaled, `open_end` for those that are open; as `_quotient` of each."""
    try:
        found = np.array([math.nan if number is None else number for number in numbers], dtype=float)
    except OverflowError:
        divisors = np.broadcast_to(by, len(numbers))
        each = [math.nan if n is None else _quotient(n, float(d)) for n, d in zip(numbers, divisors, strict=True)]
        return np.where(np.isnan(each), open_end, each)
    return np.where(np.isnan(found), open_end, np.clip(found / by, -_LARGEST, _LARGEST))


def _scale(component: Component) -> float:
    magnitudes = sorted(abs(hi) for _, hi in component.intervals if hi)
    middle = magnitudes[len(magnitudes) // 2] if magnitudes else 1
    return float(10.0 ** min(max(round(math.log10(middle)) - 1, 0), _GREATEST_POWER))
