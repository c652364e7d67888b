"""Likelihood of one syllable after another."""

from __future__ import annotations

from math import exp

import pytest

from kcn_pipeline.cleaning.language import START, LanguageModel, report_language
from kcn_pipeline.cleaning.syllables import all_syllables
from kcn_pipeline.reference.restoration import NUMERAL


@pytest.fixture(scope="module")
def small() -> LanguageModel:
    return LanguageModel([("đầu tư", 6), ("đấu giá", 1), ("0 tỷ đồng", 3), ("hoà bình", 1)])


def test_a_pair_that_was_seen_beats_one_that_was_not(small: LanguageModel) -> None:
    assert small.log_probability("đầu", "tư") > small.log_probability("đầu", "giá")
    assert small.log_probability("đấu", "giá") > small.log_probability("đấu", "tư")


def test_what_was_seen_oftener_is_likelier_alone(small: LanguageModel) -> None:
    assert small.log_probability(START, "tư") > small.log_probability(START, "giá")


def test_every_syllable_is_possible_and_unknown_ones_alike(small: LanguageModel) -> None:
    assert small.log_probability("đầu", "nghiêng") == small.log_probability("đầu", "xoong")
    assert small.log_probability(START, "nghiêng") < small.log_probability(START, "giá")


def test_probabilities_after_a_syllable_sum_to_one(small: LanguageModel) -> None:
    words = {*all_syllables(), NUMERAL}
    total = sum(exp(small.log_probability("đầu", word)) for word in words)
    assert total == pytest.approx(1.0, abs=1e-3)


def test_wordings_are_known_in_either_place_of_the_tone_mark(small: LanguageModel) -> None:
    assert small.knows("hòa")
    assert not small.knows("hoà")


def test_two_numerals_in_a_row_are_all_but_impossible(small: LanguageModel) -> None:
    assert small.log_probability(NUMERAL, NUMERAL) < small.log_probability(NUMERAL, "giá") - 5


@pytest.mark.parametrize(
    ("previous", "likely", "unlikely"),
    [
        (NUMERAL, "tỷ", "tệ"),
        ("tỷ", "đồng", "động"),
        ("dự", "án", "ăn"),
        ("xuất", "khẩu", "khâu"),
        ("ngân", "sách", "sạch"),
        ("lao", "động", "đồng"),
        ("hiệu", "lực", "lúc"),
        ("ddi", "là", "lạ"),
    ],
)
def test_reports_speak_of_money_projects_and_workers(previous: str, likely: str, unlikely: str) -> None:
    model = report_language()
    assert model.log_probability(previous, likely) > model.log_probability(previous, unlikely) + 2


@pytest.mark.parametrize("name", ["ninh", "giang", "phòng", "thuận", "quế", "usd", "ddi"])
def test_names_of_the_other_reference_files_are_known(name: str) -> None:
    assert report_language().knows(name)
