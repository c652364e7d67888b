"""The best way through a lattice."""

from __future__ import annotations

from itertools import pairwise, product

import pytest

from kcn_pipeline.cleaning.channels import Candidate
from kcn_pipeline.cleaning.choosing import choose

PAIRS = {
    ("", "dự"): -2.0,
    ("", "du"): -1.0,
    ("dự", "án"): -0.5,
    ("du", "ăn"): -3.0,
    ("án", "là"): -1.0,
    ("ăn", "là"): -2.0,
}


class Pairs:
    """A language of a few pairs; everything else is unlikely."""

    def log_probability(self, previous: str, syllable: str) -> float:
        return PAIRS.get((previous, syllable), -8.0)


LATTICE = [
    (Candidate("dự", -0.5), Candidate("du", 0.0)),
    (Candidate("án", 0.0), Candidate("ăn", -0.2), Candidate("an", -0.1)),
    (Candidate("là", 0.0),),
]


def score(way: tuple[Candidate, ...]) -> float:
    words = ["", *(c.text for c in way)]
    return sum(Pairs().log_probability(a, b) for a, b in pairwise(words)) + sum(c.score for c in way)


def test_neighbours_overrule_the_likelier_single_word() -> None:
    assert [choice.text for choice in choose(LATTICE, Pairs(), "")] == ["dự", "án", "là"]


def test_the_way_is_the_best_of_all_ways() -> None:
    best = max(product(*LATTICE), key=score)
    assert [choice.text for choice in choose(LATTICE, Pairs(), "")] == [c.text for c in best]


@pytest.mark.parametrize("place", [0, 1])
def test_a_margin_is_what_the_best_way_without_the_word_costs(place: int) -> None:
    choices = choose(LATTICE, Pairs(), "")
    best = max(map(score, product(*LATTICE)))
    without = max(score(way) for way in product(*LATTICE) if way[place].text != choices[place].text)
    assert choices[place].margin == pytest.approx(best - without)


def test_without_an_alternative_there_is_no_margin() -> None:
    assert choose(LATTICE, Pairs(), "")[2].margin is None


def test_nothing_to_choose_gives_nothing() -> None:
    assert choose([], Pairs(), "") == []
