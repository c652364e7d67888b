"""Cells of the panel, one entity, metric, origin, unit and window each, and finding them.

Belongs here: the value types of a cell, which cell a fact fills, look-ups over all that are known. Does not:
choosing among several figures of one cell (`selection`) or computing cells nobody published (`derived`).
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from typing import Any, Final

from kcn_pipeline.extraction.facts import Fact
from kcn_pipeline.periods import HalfYear, Window
from kcn_pipeline.quantities import Interval
from kcn_pipeline.reconciliation.amounts import Amount, Basis
from kcn_pipeline.reference.metrics import load_metrics

BOARDS: Final = "board:"
BLOCS: Final = "bloc:"
HAVE_CELLS: Final = (BOARDS, BLOCS)

# Status of a cell that someone flagged.
WITHHELD: Final = "withheld"

# Kinds of zone are told where zones or their land are counted.
_ZONE_DIMENSIONS: Final = frozenset({"zone", "area"})
# A mean income or a day count of two boards cannot be added up.
_NOT_ADDITIVE: Final = frozenset({"percent", "day", "money_per_person_month"})


@dataclass(frozen=True, slots=True)
class Series:
    """Whose cells these are and what they measure: everything of a cell but its window."""

    entity: str
    metric: str
    origin: str | None
    unit: str

    @property
    def sort_key(self) -> tuple[str, str, str, str]:
        """For a stable order; a metric without origins sorts first."""
        return self.entity, self.metric, self.origin or "", self.unit


CellName = tuple[Series, Window]


def cell_of(fact: Fact) -> CellName | None:
    """The cell a fact fills.

    None for figures of others than boards and blocs, comparisons, plans, undated figures and figures not understood.
    """
    if fact.comparison != "level" or fact.target:
        return None
    if fact.entity is None or fact.metric is None or fact.period_end is None:
        return None
    if not fact.entity.startswith(HAVE_CELLS):
        return None
    return Series(fact.entity, fact.metric, fact.origin, fact.unit), Window(fact.period_start, fact.period_end)


def party(window: Window) -> str:
    """A window as a row names it: `2019-01-01/2019-06-30`, or the as-of day of a stock."""
    return f"{window.start}/{window.end}" if window.start else window.end.isoformat()


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell with its amount; `published` is False when it was computed from others."""

    series: Series
    window: Window
    amount: Amount
    published: bool = True

    @property
    def party(self) -> str:
        """Its window as a row names it."""
        return party(self.window)

    @property
    def sort_key(self) -> tuple[tuple[str, str, str, str], date, date]:
        """For a stable order; a stock sorts before the flows that end on its day."""
        return self.series.sort_key, self.window.end, self.window.start or date.min


class Cells:
    """All cells of some entities and periods, found by series and window."""

    def __init__(self, cells: Iterable[Cell]) -> None:
        self._by_series: dict[Series, dict[Window, Cell]] = defaultdict(dict)
        self._units: dict[tuple[str, str, str | None], set[str]] = defaultdict(set)
        for cell in sorted(cells, key=lambda c: c.sort_key):
            series = cell.series
            self._by_series[series][cell.window] = cell
            self._units[series.entity, series.metric, series.origin].add(series.unit)

    def __iter__(self) -> Iterator[Cell]:
        return (cell for windows in self._by_series.values() for cell in windows.values())

    def ending_in(self, period: HalfYear, *, published: bool = True) -> list[Cell]:
        """Cells of which `period` holds the last or as-of day; computed ones only when asked for."""
        return [c for c in self if c.window.half_year == period and (c.published or not published)]

    def of(self, series: Series) -> list[Cell]:
        """Every cell of one series, by end."""
        return list(self._by_series.get(series, {}).values())

    def units_of(self, series: Series) -> list[str]:
        """Units in which the series' entity, metric and origin have any cell."""
        return sorted(self._units.get((series.entity, series.metric, series.origin), ()))

    def at(self, series: Series, window: Window) -> Cell | None:
        """The cell of `series` that belongs to `window`.

        A flow of exactly that window; a stock of its as-of day, else the nearest one of the same
        half-year, for boards and blocs close their books on different days.
        """
        windows = self._by_series.get(series, {})
        if is_flow(series.metric) and window.start is not None:
            return windows.get(window)
        stocks = [c for w, c in windows.items() if w.start is None and w.half_year == window.half_year]
        return min(stocks, key=lambda c: (abs((c.window.end - window.end).days), c.window.end), default=None)

    def with_cells(self, more: Iterable[Cell]) -> Cells:
        """These cells and `more`."""
        return Cells([*self, *more])


def is_flow(metric: str) -> bool:
    """Whether the metric covers a window; a code that is not in the vocabulary is told by its window alone."""
    row = load_metrics().get(metric)
    return row is None or row.kind == "flow"


def is_additive(metric: str) -> bool:
    """Whether figures of two entities, windows or origins can be added up."""
    row = load_metrics().get(metric)
    return row is not None and row.kind in ("flow", "stock") and _NOT_ADDITIVE.isdisjoint(row.dimensions)


def counts_whole_things(metric: str) -> bool:
    """Whether true values are whole numbers: projects, people, zones."""
    row = load_metrics().get(metric)
    return row is not None and is_additive(metric) and {"money", "area"}.isdisjoint(row.dimensions)


def cells_of_rows(rows: Iterable[Mapping[str, Any]]) -> Cells:
    """The cells of stored totals (columns of `tables.BOARD_TOTALS`), each knowing what its entity's zones are.

    A cell that someone withheld is none: nothing is tried against it.
    """
    kept = [row for row in rows if row["status"] != WITHHELD]
    zones = _zones_reported(kept)
    return Cells(_cell(row, zones.get((row["entity"], row["period"]))) for row in kept)


def _zones_reported(rows: Iterable[Mapping[str, Any]]) -> dict[tuple[str, str], frozenset[str]]:
    metrics = load_metrics()
    found: dict[tuple[str, str], frozenset[str]] = {}
    for row in rows:
        metric, stated = metrics.get(row["metric"]), frozenset(json.loads(row["coverage"]))
        if metric is not None and stated and not _ZONE_DIMENSIONS.isdisjoint(metric.dimensions):
            where = (row["entity"], row["period"])
            found[where] = found.get(where, frozenset()) | stated
    return found


def _cell(row: Mapping[str, Any], zones: frozenset[str] | None) -> Cell:
    start = date.fromisoformat(row["period_start"]) if row["period_start"] else None
    stated = frozenset(json.loads(row["coverage"])) or None
    interval = Interval(*(None if row[end] is None else Decimal(row[end]) for end in ("lo", "hi")))
    if counts_whole_things(row["metric"]):
        interval = whole_numbers_in(interval)
    amount = Amount(
        value=Decimal(row["value"]),
        interval=interval,
        exact=row["bound"] == "exact",
        bases=frozenset({Basis(stated, zones)}),
        figure_ids=tuple(json.loads(row["figure_ids"])[:1]),
    )
    series = Series(row["entity"], row["metric"], row["origin"], row["unit"])
    return Cell(series, Window(start, date.fromisoformat(row["period_end"])), amount)


def whole_numbers_in(interval: Interval) -> Interval:
    """The whole numbers of an interval: "over 17 projects" allows 18, not 18.7; unchanged where it holds none."""
    lo = None if interval.lo is None else interval.lo.to_integral_value(ROUND_CEILING)
    hi = None if interval.hi is None else interval.hi.to_integral_value(ROUND_FLOOR)
    return interval if lo is not None and hi is not None and lo > hi else Interval(lo, hi)
