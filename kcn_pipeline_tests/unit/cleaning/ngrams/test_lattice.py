"""The best way through lattices, against every way there is."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kcn_pipeline.cleaning.ngrams import lattice
from kcn_pipeline.cleaning.ngrams.lattice import FAR_BEHIND, NO_SYLLABLE, Chosen, Options, choose
from kcn_pipeline.cleaning.ngrams.places import Ids, Scores

VOCABULARY = 40
Run = Sequence[Options]


class Likelihoods:
    """Any logarithm for each three syllables, from -2 to 0, and of pairs what the likeliest three have."""

    def __init__(self, seed: int) -> None:
        drawn = np.random.default_rng(seed).random((VOCABULARY,) * 3, dtype=np.float32)
        self._triples = -2 * drawn
        self._pairs = self._triples.mean(axis=0)

    def after_one(self, before: Ids, last: Ids) -> Scores:
        return np.asarray(self._pairs[before, last])

    def after_two(self, first: Ids, before: Ids, last: Ids) -> Scores:
        return np.asarray(self._triples[first, before, last])


def options(*candidates: tuple[int, int, float]) -> Options:
    first, last, scores = zip(*candidates, strict=True)
    return Options(np.array(first), np.array(last), np.array(scores, dtype=np.float32))


@st.composite
def places(draw: st.DrawFn, most: int = 3) -> Options:
    """Up to `most` candidates of one syllable or two."""
    syllables = st.integers(2, VOCABULARY - 1)
    single = st.just(NO_SYLLABLE)
    scores = st.integers(-20, 0).map(lambda tenths: tenths / 10)
    return options(*draw(st.lists(st.tuples(single | syllables, syllables, scores), min_size=1, max_size=most)))


RUNS = st.lists(st.lists(places(), min_size=1, max_size=5), min_size=1, max_size=4)
MODELS = st.integers(0, 5).map(Likelihoods)


def score(run: Run, way: Sequence[int], language: Likelihoods) -> float:
    syllables, total = [0, 0], 0.0
    for place, number in zip(run, way, strict=True):
        total += float(place.scores[number])
        for syllable in (place.first[number], place.last[number]):
            if syllable != NO_SYLLABLE:
                *before, last = (np.array([one]) for one in (*syllables[-2:], int(syllable)))
                total += float(language.after_two(before[0], before[1], last)[0])
                syllables.append(int(syllable))
    return total


def all_ways(run: Run, language: Likelihoods) -> dict[tuple[int, ...], float]:
    return {way: score(run, way, language) for way in product(*(range(len(one.last)) for one in run))}


@settings(max_examples=150)
@given(RUNS, MODELS)
def test_the_way_is_the_best_of_all_ways(runs: list[list[Options]], language: Likelihoods) -> None:
    for run, choices in zip(runs, choose(runs, language), strict=True):
        ways = all_ways(run, language)
        assert ways[tuple(choice.number for choice in choices)] == pytest.approx(max(ways.values()), abs=1e-4)


@settings(max_examples=100)
@given(RUNS, MODELS)
def test_a_margin_is_what_the_best_way_without_the_word_costs(runs: list[list[Options]], language: Likelihoods) -> None:
    for run, choices in zip(runs, choose(runs, language), strict=True):
        ways = all_ways(run, language)
        for place, choice in enumerate(choices):
            others = [total for way, total in ways.items() if way[place] != choice.number]
            if choice.margin is None:
                assert not others
            else:
                cost = min(max(ways.values()) - max(others), FAR_BEHIND)
                assert choice.margin == pytest.approx(cost, abs=1e-4)


@settings(max_examples=60)
@given(RUNS, MODELS)
def test_the_others_are_the_next_best_with_what_they_cost(runs: list[list[Options]], language: Likelihoods) -> None:
    for run, choices in zip(runs, choose(runs, language), strict=True):
        ways = all_ways(run, language)
        for place, choice in enumerate(choices):
            numbers = [choice.number, *(number for number, _ in choice.others)]
            best = [max(total for way, total in ways.items() if way[place] == number) for number in numbers]
            costs = [min(best[0] - total, FAR_BEHIND) for total in best[1:]]
            assert [cost for _, cost in choice.others] == pytest.approx(costs, abs=1e-4)
            assert costs == pytest.approx(sorted(costs), abs=1e-4)


@settings(max_examples=60)
@given(RUNS, MODELS)
def test_runs_do_not_know_of_each_other(runs: list[list[Options]], language: Likelihoods) -> None:
    alone = [choose([run], language)[0] for run in runs]
    for together, by_itself in zip(choose(runs, language), alone, strict=True):
        for one, other in zip(together, by_itself, strict=True):
            assert one.number == other.number
            assert one.margin == (None if other.margin is None else pytest.approx(other.margin, abs=1e-4))


def test_runs_are_searched_in_portions_of_bounded_size(monkeypatch: pytest.MonkeyPatch) -> None:
    language = Likelihoods(1)
    draw = np.random.default_rng(4)
    runs = [
        [options(*((NO_SYLLABLE, int(s), 0.0) for s in draw.integers(2, VOCABULARY, size))) for size in sizes]
        for sizes in ([1, 4, 2], [7], [3] * 6, [1], [2, 2])
    ]
    together = choose(runs, language)
    monkeypatch.setattr(lattice, "_MOST_LINKS", 30)
    assert [[c.number for c in run] for run in choose(runs, language)] == [[c.number for c in run] for run in together]


class TestMargins:
    language = Likelihoods(2)

    def test_a_word_without_an_alternative_has_none(self) -> None:
        assert choose([[options((NO_SYLLABLE, 5, -1.0))]], self.language) == [[Chosen(0, None)]]

    def test_alternatives_far_behind_are_dropped_and_leave_the_widest_margin(self) -> None:
        place = options((NO_SYLLABLE, 5, -40.0), (NO_SYLLABLE, 6, 0.0), (NO_SYLLABLE, 7, -40.0))
        assert choose([[place]], self.language) == [[Chosen(1, FAR_BEHIND)]]

    def test_words_far_from_any_doubt_do_not_change_the_doubt(self) -> None:
        doubt = options((NO_SYLLABLE, 5, 0.0), (NO_SYLLABLE, 6, 0.0))
        sure = [options((NO_SYLLABLE, n, 0.0)) for n in (8, 9, 10, 11, 12)]
        short = choose([[*sure[:2], doubt, *sure[2:4]]], self.language)[0][2]
        long = choose([[*sure[:2], doubt, *sure[2:], *sure]], self.language)[0][2]
        assert short.margin == pytest.approx(long.margin, abs=1e-4)

    def test_a_lost_word_may_be_put_in(self) -> None:
        language = Likelihoods(3)
        two = options((NO_SYLLABLE, 9, -3.0), (17, 9, 0.0))
        run = [options((NO_SYLLABLE, 4, 0.0)), two, options((NO_SYLLABLE, 6, 0.0), (NO_SYLLABLE, 8, 0.0))]
        (choices,) = choose([run], language)
        ways = all_ways(run, language)
        assert tuple(choice.number for choice in choices) == max(ways, key=lambda way: ways[way])


def test_no_run_no_choice() -> None:
    assert choose([], Likelihoods(0)) == []
