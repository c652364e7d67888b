"""The variables of a linear system and the figures on them, found by series and window.

Belongs here: one variable a cell, published or not, with the range it may have at all. Does not: the
relations that tie them (`relations`, `localisation.ratio_rows`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence, Set
from dataclasses import replace
from decimal import Decimal
from functools import cache
from typing import Final

from kcn_pipeline.periods import Window
from kcn_pipeline.quantities import Interval
from kcn_pipeline.reconciliation.amounts import Amount
from kcn_pipeline.reconciliation.cells import Cells, Series, is_flow
from kcn_pipeline.reconciliation.localisation.linear_system import Figure, Place
from kcn_pipeline.reference.ceilings import ceiling
from kcn_pipeline.reference.entities import ENTITY_KINDS, entity_kind

_NOT_NEGATIVE: Final = Interval(Decimal(0), None)


class Places:
    """Every cell that was published, and those that relations add; numbered in the order they come."""

    def __init__(self, cells: Cells, quotes: Mapping[str, str]) -> None:
        self.known: list[Place] = []
        self.figures: dict[int, Figure] = {}
        # Those that say what kinds of zone they cover, few: only they can break a relation there.
        self._telling: dict[int, Amount] = {}
        self._windows: dict[Series, dict[Window, int]] = defaultdict(dict)
        self._quotes = quotes
        self._is_flow = cache(is_flow)
        for cell in cells:
            if cell.published:
                self._publish(cell.series, cell.window, cell.amount)

    def _publish(self, series: Series, window: Window, amount: Amount) -> None:
        number = self._add(series, window)
        self.figures[number] = Figure(number, amount, self.quote_of(amount.figure_ids))
        if any(basis.stated or basis.zones for basis in amount.bases):
            self._telling[number] = amount

    def _add(self, series: Series, window: Window) -> int:
        number = len(self.known)
        self.known.append(Place(series, window))
        self._windows[series][window] = number
        return number

    def find(self, series: Series, window: Window) -> int | None:
        """The number of a cell: a flow of exactly the window, the nearest stock of its half-year; None if unknown."""
        known = self._windows.get(series)
        if known is None:
            return None
        if window.start is not None and self._is_flow(series.metric):
            return known.get(window)
        if window.start is None and window in known:
            return known[window]
        stocks = [w for w in known if w.start is None and _same_half_year(w, window)]
        return known[min(stocks, key=lambda w: (abs((w.end - window.end).days), w.end))] if stocks else None

    def at(self, series: Series, window: Window) -> int:
        """As `find`, adding the cell when it is unknown."""
        found = self.find(series, window)
        if found is not None:
            return found
        return self._add(series, window if window.start is None or self._is_flow(series.metric) else window.as_stock())

    def plan_of(self, number: int, amount: Amount) -> int:
        """A variable for the plan of a cell, with the amount that was published of it."""
        plan = len(self.known)
        self.known.append(replace(self.known[number], plan=True))
        self.figures[plan] = Figure(plan, amount, self.quote_of(amount.figure_ids))
        return plan

    def quote_of(self, figure_ids: Sequence[str]) -> str | None:
        """The characters of the first of some figures, None where they are not known."""
        return self._quotes.get(figure_ids[0]) if figure_ids else None

    def zones_told(self, numbers: Set[int]) -> dict[int, Amount]:
        """Of some cells those of which an amount says what kinds of zone they count, with that amount."""
        return {number: self._telling[number] for number in self._telling.keys() & numbers}

    def count_alike(self, number: int, other: int) -> None:
        """An unpublished cell counts the zones that `other` does: a growth rate compares like with like."""
        if number not in self.figures and other in self._telling:
            self._telling.setdefault(number, self._telling[other])

    def windows_of(self, series: Series) -> Mapping[Window, int]:
        """The windows of a series that have a cell, with its number."""
        return self._windows.get(series, {})

    @property
    def series(self) -> list[Series]:
        """Every series that has a cell."""
        return list(self._windows)

    def ranges(self) -> tuple[Interval, ...]:
        """What each cell can be at all: nothing to its ceiling, and below nothing only where that is published."""
        lowest = {n: lo for n, f in self.figures.items() if (lo := f.amount.interval.lo) is not None and lo < 0}
        # One object a series: thousands of cells share some hundreds of ranges.
        usual = {series: Interval(Decimal(0), _ceiling(series)) for series in self._windows}
        ranges = [_NOT_NEGATIVE if place.plan else usual[place.series] for place in self.known]
        for number, lo in lowest.items():
            ranges[number] = Interval(lo, ranges[number].hi)
        return tuple(ranges)


def _same_half_year(one: Window, other: Window) -> bool:
    return one.end.year == other.end.year and (one.end.month > 6) == (other.end.month > 6)


def of_origin(series: Series, origin: str | None) -> Series:
    """The series of another origin."""
    # dataclasses.replace takes five times as long, and there are ten thousands of these.
    return Series(series.entity, series.metric, origin, series.unit)


def of_metric(series: Series, metric: str) -> Series:
    """The series of another metric."""
    return Series(series.entity, metric, series.origin, series.unit)


def of_entity(series: Series, entity: str) -> Series:
    """The series of another entity."""
    return Series(entity, series.metric, series.origin, series.unit)


def _ceiling(series: Series) -> Decimal | None:
    kind = entity_kind(series.entity)
    return _ceiling_of(series.metric, kind, series.unit) if kind in ENTITY_KINDS else None


_ceiling_of = cache(ceiling)
