"""Counts of how good a cleaned text is."""

from __future__ import annotations

import pytest

from kcn_pipeline.alignment import Alignment, Segment
from kcn_pipeline.cleaning.clean import clean_text
from kcn_pipeline.cleaning.quality import (
    Restored,
    doubtful_near_numbers,
    impossible_share,
    restored_by_damage,
    words_of,
)
from kcn_pipeline_tests.unit.cleaning.damages import MISREAD, SECOND, WHOLE, with_dropped_letters


@pytest.mark.parametrize(
    ("text", "share"),
    [
        ("", 0.0),
        ("12 %", 0.0),
        ("tổng vốn đăng ký", 0.0),
        ("tng vn đăng ký", 0.5),
        ("vốn FDI của Samsung", 1 / 3),
        ("KCN, KCX", 0.0),
    ],
)
def test_words_that_are_no_syllables_are_counted_a_word(text: str, share: float) -> None:
    assert impossible_share(text) == pytest.approx(share)


def test_words_in_capitals_and_numbers_are_not_judged() -> None:
    assert words_of("Trong 9 tháng, KCN có 12 dự án") == 5


@pytest.mark.parametrize("damaged", [with_dropped_letters(WHOLE), MISREAD])
def test_cleaning_leaves_fewer_impossible_words(damaged: str) -> None:
    assert impossible_share(damaged) > 0.2
    assert impossible_share(clean_text(damaged).text) < 0.05


def test_restored_words_are_counted_by_kind_of_damage() -> None:
    text = f"{WHOLE}\n\n{with_dropped_letters(SECOND)}\n\n{WHOLE}"
    cleaned = clean_text(text)
    found = restored_by_damage(text, cleaned.alignment, cleaned.damage)
    assert found["clean"] == Restored(2 * len(WHOLE.split()), 0)
    assert found["dropped_letters"] == Restored(len(SECOND.split()), cleaned.words_restored)
    assert 0.2 < found["dropped_letters"].share < 0.8


def test_nothing_restored_is_no_share() -> None:
    assert Restored().share == 0
    assert restored_by_damage("", Alignment((), 0), ()) == {}


@pytest.mark.parametrize(
    ("text", "score", "near"),
    [
        ("vn 12", 0.5, 1),
        ("12 vn", 0.5, 1),
        ("vn 12", 7.0, 0),
        ("vn", 0.5, 0),
        ("vn " + "và " * 40 + "12", 0.5, 0),
    ],
)
def test_doubtful_words_count_where_a_digit_is_close(text: str, score: float, near: int) -> None:
    start = text.index("vn")
    alignment = Alignment([Segment(start, start + 2, "vốn", "restored", "test", score)], len(text))
    assert len(doubtful_near_numbers(alignment.apply(text), alignment)) == near
