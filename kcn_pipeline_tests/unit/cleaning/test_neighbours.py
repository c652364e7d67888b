"""What a paragraph says of dropped letters, and what those around it add."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise, product
from math import exp, log, prod

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kcn_pipeline.cleaning.evidence import Counts, count
from kcn_pipeline.cleaning.neighbours import odds_among_neighbours, odds_of_dropped_letters
from kcn_pipeline.reference.damage_thresholds import load_damage_thresholds
from kcn_pipeline_tests.unit.cleaning.damages import SECOND, WHOLE, with_dropped_letters

LIMITS = load_damage_thresholds()


def odds(text: str) -> float:
    return odds_of_dropped_letters(count(text), LIMITS)


def test_whole_and_damaged_paragraphs_leave_no_doubt() -> None:
    for text in (WHOLE, SECOND):
        assert odds(text) < -20
        assert odds(with_dropped_letters(text)) > 15


@pytest.mark.parametrize("text", ["", "12.500", "Thu hút", "Thu hút đầu tư", "Hà Nam, Thái Nguyên", "KCN Song Khoai"])
def test_what_bears_neither_sign_says_next_to_nothing(text: str) -> None:
    assert abs(odds(text)) < 1


def test_each_odd_word_and_each_letter_counts() -> None:
    assert odds("Hi ngh tng kết") > odds("Hi ngh năm nay") > odds("năm nay khu công")
    assert odds("Hội nghị năm nay") < odds("Hội nghi năm nay") < -3


def test_a_long_stretch_without_signs_may_be_another_language() -> None:
    assert odds("the management of the zones licensed many new plants and the owners hired more men " * 3) < 0


def exactly(own: list[float], start: float, changes: float) -> list[float]:
    """The same by going through every way that damage may take."""
    damaged, whole = [0.0] * len(own), [0.0] * len(own)
    for way in product((True, False), repeat=len(own)):
        first = start if way[0] else 1 - start
        moves = prod(changes if a != b else 1 - changes for a, b in pairwise(way))
        seen = prod(exp(odds) for is_damaged, odds in zip(way, own, strict=True) if is_damaged)
        for place, is_damaged in enumerate(way):
            (damaged if is_damaged else whole)[place] += first * moves * seen
    return [log(d / w) for d, w in zip(damaged, whole, strict=True)]


@given(
    st.lists(st.floats(-8, 8), min_size=1, max_size=6),
    st.floats(0.01, 0.5),
    st.floats(0.001, 0.5),
)
def test_neighbours_add_what_probability_says(own: list[float], start: float, changes: float) -> None:
    limits = replace(LIMITS, documents_damaged=start, changes=changes)
    assert odds_among_neighbours(own, limits) == pytest.approx(exactly(own, start, changes), abs=1e-6)


def test_a_paragraph_that_says_nothing_follows_those_around_it() -> None:
    assert odds_among_neighbours([9.0, 0.0, 9.0], LIMITS)[1] > 5
    assert odds_among_neighbours([-9.0, 0.0, -9.0], LIMITS)[1] < -5
    assert odds_among_neighbours([0.0], LIMITS)[0] < 0


def test_one_odd_word_is_not_enough_in_a_whole_document() -> None:
    odd = odds_of_dropped_letters(Counts(words=4, judged=4, explained=1), LIMITS)
    assert odd > 0 > odds_among_neighbours([-9.0, odd, -9.0], LIMITS)[1]


def test_no_document_is_too_long_or_too_certain() -> None:
    assert odds_among_neighbours([], LIMITS) == []
    (first, *_, last) = odds_among_neighbours([4_000.0, *([0.0] * 5_000), -4_000.0], LIMITS)
    assert first > 1_000
    assert last < -1_000
