"""Candidates in arrays, and what is still undecided among them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
import pytest

from kcn_pipeline.cleaning.ngrams.places import NEVER, NO_CANDIDATE, NO_SYLLABLE, Options, Stretches, batches, filled
from kcn_pipeline.cleaning.ngrams.table import START_ID


def options(*syllables: int, first: int = NO_SYLLABLE) -> Options:
    """Candidates of one syllable each, or of two with the same first one."""
    size = len(syllables)
    return Options(np.full(size, first), np.array(syllables), np.zeros(size, dtype=np.float32))


def run(*sizes: int, number: int = 10) -> list[Options]:
    """Places with so many candidates, whose syllables are counted upwards from `number`."""
    bounds = np.cumsum([number, *sizes]).tolist()
    return [options(*range(start, end)) for start, end in pairwise(bounds)]


def undecided(runs: Sequence[Sequence[Options]], reach: int) -> tuple[list[int], Stretches]:
    places, stretches = filled(runs).undecided(reach)
    return places.tolist(), stretches


def test_candidates_lie_below_each_other_and_their_rows_side_by_side() -> None:
    places = filled([[options(5), options(6, 7)], [options(8, 9, first=4)]])
    assert places.candidates.last.tolist() == [5, 6, 7, 8, 9, START_ID]
    assert places.candidates.head.tolist() == [5, 6, 7, 4, 4, START_ID]
    assert places.candidates.double.tolist() == [False, False, False, True, True, False]
    assert places.rows.tolist() == [[0, NO_CANDIDATE], [1, 2], [3, 4]]
    assert places.several.tolist() == [False, True, True]
    assert places.offsets.tolist() == [0, 1, 0]


def test_the_row_of_no_candidate_never_wins() -> None:
    places = filled([[options(5), options(6, 7)]])
    assert places.candidates.scores[NO_CANDIDATE] == NEVER


def test_narrowed_places_have_the_kept_candidates_in_their_order() -> None:
    places = filled([[options(5, 6, 7), options(8)]])
    narrow = places.narrowed(np.array([[2, 0], [0, NO_CANDIDATE]]))
    assert narrow.rows.tolist() == [[2, 0], [3, NO_CANDIDATE]]
    assert narrow.several.tolist() == [True, False]
    assert places.rows[0].tolist() == [0, 1, 2]


class TestUndecided:
    @pytest.mark.parametrize(
        ("sizes", "reach", "rows", "counts"),
        [
            ((1, 2, 1, 1, 1), 1, [1, 2], [1, 1]),
            ((1, 2, 1, 1, 1), 2, [1, 2, 3], [1, 1, 1]),
            ((2, 1, 1, 2), 1, [0, 3, 1], [2, 1]),
            ((2, 1, 1, 2), 2, [0, 1, 2, 3], [1, 1, 1, 1]),
            ((1, 1, 2), 2, [2], [1]),
            ((1, 1, 1), 2, [], [0]),
        ],
    )
    def test_it_holds_every_choice_and_what_it_reaches(
        self, sizes: tuple[int, ...], reach: int, rows: list[int], counts: list[int]
    ) -> None:
        found, stretches = undecided([run(*sizes)], reach)
        assert found == rows
        assert stretches.counts == counts
        assert len(stretches.last) == len(rows)

    def test_nothing_is_reached_across_runs(self) -> None:
        rows, stretches = undecided([run(1, 2), run(1, 1), run(2)], 2)
        assert rows == [1, 4]
        assert stretches.counts == [2]

    def test_what_stands_before_is_known(self) -> None:
        _, stretches = undecided([run(1, 1, 2, number=10), run(1, 2, number=20), run(2, number=30)], 2)
        assert stretches.before.tolist() == [[10, 11], [START_ID, 20], [START_ID, START_ID]]

    def test_two_syllables_before_may_be_of_one_candidate(self) -> None:
        _, stretches = undecided([[options(10), options(12, first=11), options(13, 14)]], 2)
        assert stretches.before.tolist() == [[11, 12]]

    def test_it_is_no_wider_than_its_widest_place(self) -> None:
        kept = np.array([[0, 1, NO_CANDIDATE], [0, NO_CANDIDATE, NO_CANDIDATE]])
        _, stretches = filled([run(3, 3)]).narrowed(kept).undecided(1)
        assert stretches.last.shape == (2, 2)
        assert stretches.valid.tolist() == [[True, True], [True, False]]


class TestSteps:
    """Three stretches of two, four and one places."""

    rows, stretches = undecided([run(2, 2), run(2, 2, 2, 2), run(2)], 1)

    def test_the_longest_stretch_comes_first_at_each_step(self) -> None:
        assert self.rows == [2, 0, 6, 3, 1, 4, 5]
        assert self.stretches.counts == [3, 2, 1, 1]
        steps = [(range(7)[before], range(7)[here]) for before, here in self.stretches.steps()]
        assert [([*before], [*here]) for before, here in steps] == [([0, 1], [3, 4]), ([3], [5]), ([5], [6])]

    def test_each_place_knows_the_one_before_and_the_one_before_that(self) -> None:
        assert self.stretches.previous.tolist() == [0, 1, 3, 5]
        assert self.stretches.second_previous.tolist() == [0, 3]

    def test_a_single_step_has_nothing_before(self) -> None:
        _, stretches = undecided([run(2), run(3)], 2)
        assert stretches.steps() == []
        assert stretches.previous.tolist() == stretches.second_previous.tolist() == []


class TestBatches:
    @pytest.mark.parametrize("most_links", [1, 10, 50, 10_000])
    def test_every_run_is_in_one_and_none_is_too_large_unless_alone(self, most_links: int) -> None:
        runs = [run(3, 1), run(1), run(5), run(2, 2, 2), run(1, 1)]
        groups = list(batches(runs, most_links))
        assert sorted(number for group in groups for number in group) == list(range(len(runs)))
        for group in groups:
            width = max(len(place.last) for number in group for place in runs[number])
            size = sum(len(runs[number]) for number in group) * width**2
            assert len(group) == 1 or size <= most_links

    def test_runs_of_like_width_stand_together(self) -> None:
        assert list(batches([run(9), run(1), run(8), run(1)], 400)) == [[1, 3, 2, 0]]
        assert list(batches([run(9), run(1), run(8), run(1)], 100)) == [[1, 3], [2], [0]]
