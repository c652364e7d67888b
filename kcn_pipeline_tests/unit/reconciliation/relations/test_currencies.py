"""Flows of one currency in the other."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from kcn_pipeline.periods import Window
from kcn_pipeline.quantities import Interval
from kcn_pipeline.reconciliation.amounts import Amount
from kcn_pipeline.reconciliation.cells import Cell, Series
from kcn_pipeline.reconciliation.relations.currencies import crossed
from kcn_pipeline.reference.rates import vnd_per_usd
from kcn_pipeline_tests.unit.reconciliation.builders import DELTA, YEAR

RATE = vnd_per_usd(2019)


def flow(lo: int, hi: int, unit: str, window: Window = YEAR) -> Cell:
    amount = Amount(Decimal(lo + hi) / 2, Interval(Decimal(lo), Decimal(hi)), True, frozenset(), ("f",))
    return Cell(Series(DELTA, "revenue", None, unit), window, amount)


@pytest.mark.parametrize(("lo", "hi"), [(90, 110), (-110, -90), (-10, 10), (0, 0)])
def test_both_ways(lo: int, hi: int) -> None:
    dong = crossed(flow(lo, hi, "USD"), "VND")
    assert dong is not None
    least, most = dong.interval.lo, dong.interval.hi
    assert least is not None
    assert most is not None
    assert RATE.lo is not None
    assert RATE.hi is not None
    corners = [end * rate for end in (lo, hi) for rate in (RATE.lo, RATE.hi)]
    assert (least, most) == (min(corners), max(corners))
    assert dong.interval.contains(dong.value)
    assert not dong.exact
    assert dong.figure_ids == ("f",)


def test_dong_to_dollars_and_the_true_value_inside() -> None:
    dollars = crossed(flow(954_968_500, 954_969_500, "VND"), "USD")
    assert dollars is not None
    assert dollars.interval.contains(Decimal(954_969_000) / 23_150)


def test_open_ends_stay_open() -> None:
    cell = flow(90, 110, "USD")
    open_ended = replace(cell, amount=replace(cell.amount, interval=Interval(Decimal(90), None)))
    dong = crossed(open_ended, "VND")
    assert dong is not None
    assert dong.interval.hi is None
    assert dong.interval.lo is not None


@pytest.mark.parametrize(
    ("cell", "unit"),
    [
        (flow(9, 9, "USD"), "USD"),
        (flow(9, 9, "person"), "USD"),
        (flow(9, 9, "USD", Window(None, date(2019, 12, 31))), "VND"),
        (flow(9, 9, "USD", Window.of_year(1990)), "VND"),
    ],
)
def test_stocks_other_units_and_years_without_a_rate_are_not_crossed(cell: Cell, unit: str) -> None:
    assert crossed(cell, unit) is None
