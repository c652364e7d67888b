"""Exact interval propagation."""

from __future__ import annotations

import pytest

from kcn_pipeline.reconciliation.localisation.linear_system import Row
from kcn_pipeline.reconciliation.localisation.propagation import propagate
from kcn_pipeline.reconciliation.localisation.whole_numbers import Ends

OPEN: Ends = (None, None)
SUM = Row((0, 1, 2), (1, -1, -1), 0, 0)


@pytest.mark.parametrize(
    ("box", "narrowed"),
    [
        ([(10, 10), (3, 3), OPEN], [(10, 10), (3, 3), (7, 7)]),
        ([OPEN, (3, 4), (1, 2)], [(4, 6), (3, 4), (1, 2)]),
        ([(10, 12), (0, None), (4, 5)], [(10, 12), (5, 8), (4, 5)]),
        ([(5, 5), OPEN, OPEN], [(5, 5), OPEN, OPEN]),
        ([(None, 9), (0, None), (0, None)], [(0, 9), (0, 9), (0, 9)]),
    ],
)
def test_a_sum_narrows_its_terms(box: list[Ends], narrowed: list[Ends]) -> None:
    assert propagate(box, [SUM]) == narrowed


@pytest.mark.parametrize("box", [[(10, 10), (3, 3), (6, 6)], [(10, 9), OPEN, OPEN], [(2, 2), (3, None), (0, None)]])
def test_a_contradiction_is_proved(box: list[Ends]) -> None:
    assert propagate(box, [SUM]) is None


def test_rows_work_through_each_other() -> None:
    at_most = Row((0, 3), (-1, 1), 0, None)
    assert propagate([OPEN, (1, 2), (3, 4), (0, None)], [at_most, SUM]) == [(4, 6), (1, 2), (3, 4), (4, None)]


def test_an_inequality_leaves_the_other_side_open() -> None:
    assert propagate([(0, None), (5, 5)], [Row((0, 1), (1, -1), 0, None)]) == [(5, None), (5, 5)]


def test_quotients_are_rounded_outwards() -> None:
    assert propagate([(10, 10), OPEN], [Row((0, 1), (1, -3), 0, 0)]) == [(10, 10), (3, 4)]
    assert propagate([(-10, -10), OPEN], [Row((0, 1), (1, -3), 0, 0)]) == [(-10, -10), (-4, -3)]


def test_a_ring_of_percentages_comes_to_an_end() -> None:
    ring = [Row((0, 1), (1000, -999), None, 0), Row((1, 0), (1000, -999), None, 0)]
    box = [(0, 10**12), (0, 10**12)]
    few, more = (propagate(box, ring, most_visits=visits) for visits in (2, 6))
    assert few is not None
    assert more is not None
    assert 0 < (more[0][1] or 0) < (few[0][1] or 0) < 10**12


def test_nothing_is_narrowed_without_rows() -> None:
    assert propagate([(1, 2), OPEN], []) == [(1, 2), OPEN]
