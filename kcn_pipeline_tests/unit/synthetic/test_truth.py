"""True values of synthetic panels: every identity holds exactly."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date

import pytest

from kcn_pipeline.periods import Window
from kcn_pipeline.synthetic.truth import METRICS, Truth, true_values, windows_of_flows

BOARDS = ("board:a", "board:b", "board:c")


@pytest.fixture(scope="module")
def truth() -> Truth:
    return true_values(random.Random(1), {"bloc:x": BOARDS}, 2019)  # noqa: S311 - repeatable


def test_there_are_twelve_metrics() -> None:
    assert len({shape.metric for shape in METRICS}) == 12


def test_totals_are_the_sum_of_their_origins(truth: Truth) -> None:
    totals = [(s, w) for s, w in truth if s.origin == "total"]
    assert totals
    for series, window in totals:
        parts = (truth[replace(series, origin=origin), window] for origin in ("fdi", "ddi"))
        assert truth[series, window] == sum(parts)


def test_blocs_are_the_sum_of_their_members(truth: Truth) -> None:
    blocs = [(s, w) for s, w in truth if s.entity == "bloc:x"]
    assert blocs
    for series, window in blocs:
        assert truth[series, window] == sum(truth[replace(series, entity=board), window] for board in BOARDS)


def test_half_and_nine_months_stay_within_the_year(truth: Truth) -> None:
    _, half, nine, whole, second = windows_of_flows(2019)
    flows = {series for series, window in truth if window == whole}
    for series in flows:
        assert 0 <= truth[series, half] <= truth[series, nine] <= truth[series, whole]
        assert truth[series, half] + truth[series, second] == truth[series, whole]


def test_stocks_roll_on_and_lose_little(truth: Truth) -> None:
    middle, end = Window(None, date(2019, 6, 30)), Window(None, date(2019, 12, 31))
    for series, window in truth:
        if series.metric == "capital_registered" and window == end:
            came = truth[replace(series, metric="capital_new_and_increase"), Window.of_months(2019, 7, 12)]
            rolled = truth[series, middle] + came
            assert rolled * 97 / 100 <= truth[series, end] <= rolled


def test_new_and_added_capital_make_up_their_sum(truth: Truth) -> None:
    for (series, window), value in truth.items():
        if series.metric == "capital_new_and_increase":
            parts = (truth[replace(series, metric=m), window] for m in ("capital_new", "capital_increase"))
            assert value == sum(parts)
