"""Cells that nobody published but that follow from those published.

Belongs here: wholes whose parts are all known, and flows between two days. Does not: bounds for cells
that do not follow (one part of a known whole), nor trying anything against anything.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Final

from kcn_pipeline.periods import Window
from kcn_pipeline.quantities import Interval
from kcn_pipeline.reconciliation.amounts import Amount, total
from kcn_pipeline.reconciliation.cells import Cell, Cells, Series
from kcn_pipeline.reference.identities import identities
from kcn_pipeline.reference.metrics import load_metrics

_DAY: Final = timedelta(days=1)
# Year − nine months + a quarter is three; longer chains add rounding, not knowledge.
_MOST_STEPS: Final = 4


def completed(cells: Cells) -> Cells:
    """These cells, and each whole that is unpublished but all of whose parts are published.

    Wholes of metrics first (new + added capital), then of origins (FDI + DDI, where in one unit).
    """
    with_sums = cells.with_cells(_wholes_of_metrics(cells))
    return with_sums.with_cells(_wholes_of_origins(with_sums))


def _wholes_of_metrics(cells: Cells) -> Iterator[Cell]:
    for cell in cells:
        for identity in identities("sum", cell.window.end):
            if identity.hard and cell.series.metric == identity.terms[0]:
                whole = replace(cell.series, metric=identity.metric)
                parts = [replace(cell.series, metric=term) for term in identity.terms]
                yield from _whole(cells, whole, parts, cell.window)


def _wholes_of_origins(cells: Cells) -> Iterator[Cell]:
    metrics = load_metrics()
    for cell in cells:
        metric = metrics.get(cell.series.metric)
        if metric is not None and metric.origin_split and cell.series.origin == "fdi":
            whole = replace(cell.series, origin="total")
            yield from _whole(cells, whole, [cell.series, replace(cell.series, origin="ddi")], cell.window)


def _whole(cells: Cells, whole: Series, parts: list[Series], window: Window) -> Iterator[Cell]:
    found = [part for series in parts if (part := cells.at(series, window)) and part.window == window]
    amount = total(part.amount for part in found)
    if amount is not None and len(found) == len(parts) and cells.at(whole, window) is None:
        yield Cell(whole, window, amount, published=False)


@dataclass(frozen=True, slots=True)
class Flow:
    """What flowed in a window; `bounded_only` when it is merely known not to exceed what a longer window saw."""

    amount: Amount
    bounded_only: bool = False


def flow_between(cells: Cells, series: Series, first: date, last: date) -> Flow | None:
    """The flow of `series` from `first` to `last`, both included; None when no figure tells.

    Published, or from windows added and taken away (second half = year − first half); else, where a
    longer window is published, anything from nothing to all of it, for flows are not negative.
    """
    flows = [cell for cell in cells.of(series) if cell.window.start is not None]
    amount = _chained(flows, first, last + _DAY)
    if amount is not None:
        return Flow(amount)
    around = [c for c in flows if c.window.start and c.window.start <= first and last <= c.window.end]
    least = min(around, key=lambda c: (c.amount.value, c.sort_key), default=None)
    if least is None or least.amount.value < 0:
        return None
    at_most = Interval(Decimal(0), least.amount.interval.hi)
    return Flow(replace(least.amount, interval=at_most, exact=False), bounded_only=True)


def _chained(flows: list[Cell], start: date, goal: date) -> Amount | None:
    """The shortest way from `start` to `goal` along windows, forwards adding and backwards subtracting."""
    ways: deque[tuple[date, Amount | None, int]] = deque([(start, None, 0)])
    seen = {start}
    while ways:
        at, so_far, steps = ways.popleft()
        if at == goal:
            return so_far
        if steps == _MOST_STEPS:
            continue
        for place, amount in _steps(flows, at, so_far):
            if place not in seen:
                seen.add(place)
                ways.append((place, amount, steps + 1))
    return None


def _steps(flows: list[Cell], at: date, so_far: Amount | None) -> Iterator[tuple[date, Amount]]:
    for cell in flows:
        start, after = cell.window.start, cell.window.end + _DAY
        if start == at:
            yield after, cell.amount if so_far is None else so_far + cell.amount
        elif start is not None and after == at:
            yield start, cell.amount.negated() if so_far is None else so_far - cell.amount
