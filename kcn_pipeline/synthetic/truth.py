"""The true values behind a synthetic panel: made-up boards, their flows and stocks, and sums that hold exactly.

Belongs here: magnitudes and growth, whole numbers of base units. Does not: printing (`panels`).
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import ROUND_DOWN, Decimal
from typing import Final

from kcn_pipeline.periods import Window
from kcn_pipeline.reconciliation.cells import Series

Truth = dict[tuple[Series, Window], Decimal]


@dataclass(frozen=True, slots=True)
class Shape:
    """A metric of the panel: unit, whether FDI and domestic figures are told apart, and a board's usual year.

    usual: least and greatest value of a middling board (for stocks, at the beginning). follows: the
    metrics that it is the sum of, is rolled on by, or is a part of.
    """

    metric: str
    unit: str
    split: bool
    stock: bool
    usual: tuple[int, int]
    follows: tuple[str, ...] = ()


METRICS: Final = (
    Shape("projects_licensed", "project", True, False, (10, 120)),
    Shape("project_adjustments", "project", True, False, (15, 200)),
    Shape("capital_new", "USD", True, False, (50_000_000, 1_500_000_000)),
    Shape("capital_increase", "USD", True, False, (40_000_000, 900_000_000)),
    Shape("capital_new_and_increase", "USD", True, False, (0, 0), ("capital_new", "capital_increase")),
    Shape("capital_disbursed", "USD", True, False, (0, 0), ("capital_new_and_increase",)),
    Shape("projects_active", "project", True, True, (120, 1500), ("projects_licensed",)),
    Shape("capital_registered", "USD", True, True, (1_000_000_000, 12_000_000_000), ("capital_new_and_increase",)),
    Shape("revenue", "USD", False, False, (500_000_000, 20_000_000_000)),
    Shape("exports", "USD", False, False, (300_000_000, 12_000_000_000)),
    Shape("workers", "person", False, True, (8_000, 300_000)),
    Shape("leased_area", "ha", False, True, (300, 3_000)),
)
_PARTS: Final = ("fdi", "ddi")


def true_values(rng: random.Random, blocs: Mapping[str, Iterable[str]], year: int) -> Truth:
    """Values of every board and bloc, whole base units, hundredths for area.

    Flows of the year, its halves and nine months, and of the year before; stocks at the ends of the
    halves from the end of the year before.
    """
    truth: Truth = {}
    for bloc, boards in blocs.items():
        own: Truth = {}
        for board in boards:
            own |= _of_board(rng, board, year)
        truth |= own | _summed(own, bloc)
    return truth


def _summed(own: Truth, bloc: str) -> Truth:
    sums: Truth = {}
    for (series, window), value in own.items():
        place = replace(series, entity=bloc), window
        sums[place] = sums.get(place, Decimal(0)) + value
    return sums


def _of_board(rng: random.Random, board: str, year: int) -> Truth:
    truth: Truth = {}
    size, foreign = rng.lognormvariate(0, 0.6), rng.uniform(0.3, 0.95)
    for shape in METRICS:
        parts = {"fdi": foreign, "ddi": 1 - foreign} if shape.split else {None: 1.0}
        for origin, weight in parts.items():
            series = Series(board, shape.metric, origin, shape.unit)
            make = _stock if shape.stock else _flow
            truth |= make(rng, truth, shape, series, size * weight, year)
        if shape.split:
            truth |= _totals(truth, board, shape)
    return truth


def _totals(truth: Truth, board: str, shape: Shape) -> Truth:
    fdi, ddi, whole = (Series(board, shape.metric, origin, shape.unit) for origin in (*_PARTS, "total"))
    windows = [window for series, window in truth if series == fdi]
    return {(whole, window): truth[fdi, window] + truth[ddi, window] for window in windows}


def windows_of_flows(year: int) -> tuple[Window, ...]:
    """The year before, and of the year the first half, nine months, the whole and the second half."""
    before, whole = Window.of_year(year - 1), Window.of_year(year)
    parts = (Window.of_months(year, 1, 6), Window.of_months(year, 1, 9), Window.of_months(year, 7, 12))
    return before, parts[0], parts[1], whole, parts[2]


def _flow(rng: random.Random, truth: Truth, shape: Shape, series: Series, weight: float, year: int) -> Truth:
    windows = windows_of_flows(year)
    if shape.follows:
        share = Decimal(1) if len(shape.follows) > 1 else Decimal(rng.randint(30, 90)) / 100
        return {
            (series, w): _whole(share * sum(truth[replace(series, metric=m), w] for m in shape.follows))
            for w in windows[:-1]
        } | {
            (series, windows[-1]): _whole(
                share * sum(truth[replace(series, metric=m), windows[3]] for m in shape.follows)
            )
            - _whole(share * sum(truth[replace(series, metric=m), windows[1]] for m in shape.follows))
        }
    before = _whole(Decimal(rng.uniform(*shape.usual) * weight))
    now = _whole(before * Decimal(rng.lognormvariate(0.08, 0.2)))
    half = _whole(now * Decimal(rng.uniform(0.35, 0.55)))
    nine = half + _whole((now - half) * Decimal(rng.uniform(0.3, 0.6)))
    return dict(zip(((series, w) for w in windows), (before, half, nine, now, now - half), strict=True))


def _stock(rng: random.Random, truth: Truth, shape: Shape, series: Series, weight: float, year: int) -> Truth:
    """At the end of the year before, at mid-year and at the end: rolled on by its flows, a few of it leaving."""
    begin = Decimal(rng.uniform(*shape.usual) * weight)
    stock = _whole(begin * 100) / 100 if shape.unit == "ha" else _whole(begin)
    found = {(series, Window(None, date(year - 1, 12, 31))): stock}
    half, second = windows_of_flows(year)[1], windows_of_flows(year)[-1]
    for window in (half, second):
        if shape.follows:
            came = truth[replace(series, metric=shape.follows[0]), window]
            left = (stock * rng.choice((0, 0, 0, 1, 2)) / 100).to_integral_value(ROUND_DOWN)
        else:
            came, left = _whole(stock * Decimal(rng.uniform(-1, 6))) / 100, Decimal(0)
            came = came if shape.unit == "ha" else _whole(came)
        stock = stock + came - left
        found[series, window.as_stock()] = stock
    return found


def _whole(value: Decimal) -> Decimal:
    return value.to_integral_value()
