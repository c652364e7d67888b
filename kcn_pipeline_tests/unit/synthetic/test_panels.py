"""Synthetic panels: honest printing of true values."""

from __future__ import annotations

import random
from decimal import Decimal

import pytest

from kcn_pipeline.quantities import Bound, Interval
from kcn_pipeline.synthetic.panels import Panel, Printed, panel, printed_of


@pytest.fixture(scope="module")
def made() -> Panel:
    return panel(1, boards=(4, 2))


@pytest.mark.parametrize(
    ("printed", "quote", "value"),
    [
        (Printed("2935", 3, 9), "2,935", "2935000000"),
        (Printed("51390", 0, 9), "51.390", "51390000000000"),
        (Printed("1095829", 0, 0, counted=True), "1.095.829", "1095829"),
        (Printed("06", 1, 9), "0,6", "600000000"),
    ],
)
def test_numerals(printed: Printed, quote: str, value: str) -> None:
    assert printed.quote == quote
    assert printed.value == Decimal(value)


@pytest.mark.parametrize(
    ("bound", "lo", "hi"), [("exact", 17, 17), ("lower", 17, 18), ("upper", 16, 17), ("approx", 17, 17)]
)
def test_hedged_counts_are_whole(bound: Bound, lo: int, hi: int) -> None:
    assert Printed("17", 0, 0, bound, counted=True).interval == Interval(Decimal(lo), Decimal(hi))


def test_every_figure_allows_the_truth(made: Panel) -> None:
    for place, printed in made.printed.items():
        assert printed.interval.contains(made.truth[place]), (place, printed)


def test_hedged_figures_allow_the_truth() -> None:
    rng = random.Random(3)  # noqa: S311 - repeatable
    hedged = 0
    for _ in range(3000):
        value, unit = Decimal(rng.randint(10, 10 ** rng.randint(2, 11))), rng.choice(("USD", "project", "ha"))
        printed = printed_of(value, unit, rng)
        hedged += printed.bound != "exact"
        assert printed.interval.contains(value), (value, printed)
    assert 100 < hedged < 400


def test_every_percentage_allows_the_truth(made: Panel) -> None:
    assert {s.comparison for s in made.stated} == {"yoy", "share"}
    for statement in made.stated:
        unit = next(s.unit for s, _ in made.truth if s.metric == statement.series.metric)
        series = type(statement.series)(
            statement.series.entity, statement.base or statement.series.metric, statement.series.origin, unit
        )
        now = type(series)(series.entity, statement.series.metric, series.origin, unit)
        window = statement.window if statement.base else statement.window.year_earlier()
        percent = 100 * made.truth[now, statement.window] / made.truth[series, window]
        assert statement.loose.contains(percent if statement.base else percent - 100)


def test_so_many_figures_are_left_out() -> None:
    every, most = panel(5, missing=0.0), panel(5, missing=0.6)
    assert 0.3 < len(most.printed) / len(every.printed) < 0.5


def test_the_same_seed_gives_the_same_panel(made: Panel) -> None:
    again = panel(1, boards=(4, 2))
    assert again.printed == made.printed
    assert again.stated == made.stated
    assert panel(2, boards=(4, 2)).printed != made.printed


def test_members_and_cells(made: Panel) -> None:
    assert made.members_of("bloc:made-up-2", 2019).boards == ("board:made-up-2-1", "board:made-up-2-2")
    assert made.members_of("bloc:other", 2019).boards is None
    cells = list(made.cells)
    assert len(cells) == len(made.printed) == len(made.quotes)
    assert all(cell.amount.figure_ids[0] in made.quotes for cell in cells)
