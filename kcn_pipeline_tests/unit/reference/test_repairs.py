"""The catalogue of repairs: complete, sourced, and refused when broken."""

from __future__ import annotations

import math
from pathlib import Path
from typing import get_args

import pytest

from kcn_pipeline.reference.loading import BrokenReference
from kcn_pipeline.reference.repairs import Failure, Misreading, load_repairs


def test_every_kind_has_a_prior_and_a_source() -> None:
    rows = load_repairs()
    assert set(rows) == {*get_args(Misreading), *get_args(Failure)}
    assert all(row.source for row in rows.values())


def test_about_one_figure_in_a_hundred_is_wrong() -> None:
    of_any_figure = set(get_args(Misreading)) - {"loose_hedge"}
    assert 0.005 < sum(load_repairs()[kind].prior for kind in of_any_figure) < 0.02


def test_a_cost_is_the_negative_logarithm_of_one_variant() -> None:
    row = load_repairs()["unexplained"]
    assert row.cost == pytest.approx(-math.log(row.prior / row.variants))


def test_digits_are_confused_either_way_round() -> None:
    confusions = load_repairs()["confused_digit"].confusions
    pairs = {(one, other) for one, others in confusions.items() for other in others}
    assert {("1", "7"), ("2", "7"), ("3", "8")} <= pairs
    assert pairs == {(other, one) for one, other in pairs}


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        ("{kind: smudge, prior: 0.1, source: made up}", "no kind of repair"),
        ("{kind: separator, prior: 0, source: made up}", "prior"),
        ("{kind: separator, prior: 0.1, shifts: [0], source: made up}", "changes nothing"),
        ('{kind: confused_digit, prior: 0.1, confusions: {"1": "1"}, source: made up}', "not one digit"),
        ("{kind: separator, prior: 0.1, source: made up}", "no row for"),
    ],
)
def test_a_broken_catalogue_is_refused(tmp_path: Path, row: str, problem: str) -> None:
    path = tmp_path / "repairs.yaml"
    path.write_text(f"- {row}\n", encoding="utf-8")
    with pytest.raises(BrokenReference, match=problem):
        load_repairs(path)
