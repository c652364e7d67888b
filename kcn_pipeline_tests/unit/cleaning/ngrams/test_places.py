"""Candidates in arrays, and what is still undecided among them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
import pytest

from kcn_pipeline.cleaning.ngrams.places import NEVER, NO_CANDIDATE, NO_SYLLABLE, Options, Places, batches, filled
from kcn_pipeline.cleaning.ngrams.table import START_ID


def options(*syllables: int, first: int = NO_SYLLABLE) -> Options:
    """Candidates of one syllable each, or of two with the same first one."""
    size = len(syllables)
    return Options(np.full(size, first), np.array(syllables), np.zeros(size, dtype=np.float32))


def run(*sizes: int, number: int = 10) -> list[Options]:
    """Places with so many candidates, whose syllables are counted upwards from `number`."""
    bounds = np.cumsum([number, *sizes]).tolist()
    return [options(*range(start, end)) for start, end in pairwise(bounds)]


def undecided(runs: Sequence[Sequence[Options]], reach: int) -> tuple[list[int], Places]:
    rows, places = filled(runs).undecided(reach)
    return rows.tolist(), places


def test_candidates_lie_side_by_side_and_runs_below_each_other() -> None:
    places = filled([[options(5), options(6, 7)], [options(8, 9, first=4)]])
    assert places.last.tolist() == [[5, 0], [6, 7], [8, 9]]
    assert places.head.tolist() == [[5, 0], [6, 7], [4, 4]]
    assert places.double.tolist() == [[False, False], [False, False], [True, True]]
    assert places.valid.tolist() == [[True, False], [True, True], [True, True]]
    assert places.several.tolist() == [False, True, True]
    assert (places.starts.tolist(), places.lengths.tolist()) == ([0, 2], [2, 1])
    assert places.offsets.tolist() == [0, 1, 0]
    assert places.before.tolist() == [[START_ID, START_ID]] * 2


def test_a_step_holds_the_places_of_all_runs_that_reach_it() -> None:
    places = filled([run(1, 1), run(1, 1, 1, 1), run(1)])
    assert [step.tolist() for step in places.steps()] == [[3, 1], [4], [5]]


def test_narrowed_places_have_the_kept_candidates_in_their_order() -> None:
    places = filled([[options(5, 6, 7), options(8)]])
    narrow = places.narrowed(np.array([[2, 0], [0, NO_CANDIDATE]]))
    assert narrow.last[0].tolist() == [7, 5]
    assert narrow.last[1, 0] == 8
    assert narrow.valid.tolist() == [[True, True], [True, False]]
    assert narrow.scores[1, 1] == NEVER
    assert places.last[0].tolist() == [5, 6, 7]


class TestUndecided:
    @pytest.mark.parametrize(
        ("sizes", "reach", "rows", "starts"),
        [
            ((1, 2, 1, 1, 1), 1, [1, 2], [0]),
            ((1, 2, 1, 1, 1), 2, [1, 2, 3], [0]),
            ((2, 1, 1, 2), 1, [0, 1, 3], [0, 2]),
            ((2, 1, 1, 2), 2, [0, 1, 2, 3], [0]),
            ((1, 1, 2), 2, [2], [0]),
            ((1, 1, 1), 2, [], []),
        ],
    )
    def test_it_holds_every_choice_and_what_it_reaches(
        self, sizes: tuple[int, ...], reach: int, rows: list[int], starts: list[int]
    ) -> None:
        found, places = undecided([run(*sizes)], reach)
        assert found == rows
        assert places.starts.tolist() == starts
        assert int(places.lengths.sum()) == len(rows)

    def test_nothing_is_reached_across_runs(self) -> None:
        rows, places = undecided([run(1, 2), run(1, 1), run(2)], 2)
        assert rows == [1, 4]
        assert places.starts.tolist() == [0, 1]

    def test_what_stands_before_is_known(self) -> None:
        _, places = undecided([run(1, 1, 2, number=10), run(1, 2, number=20), run(2, number=30)], 2)
        assert places.before.tolist() == [[10, 11], [START_ID, 20], [START_ID, START_ID]]

    def test_two_syllables_before_may_be_of_one_candidate(self) -> None:
        _, places = undecided([[options(10), options(12, first=11), options(13, 14)]], 2)
        assert places.before.tolist() == [[11, 12]]

    def test_it_is_no_wider_than_its_widest_place(self) -> None:
        kept = np.array([[0, 1, NO_CANDIDATE], [0, NO_CANDIDATE, NO_CANDIDATE]])
        _, places = filled([run(3, 3)]).narrowed(kept).undecided(1)
        assert places.last.shape == (2, 2)


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
