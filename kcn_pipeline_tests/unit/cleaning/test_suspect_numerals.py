"""Short numerals that may be words, and those that are not."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from kcn_pipeline.cleaning.suspect_numerals import suspect_numerals
from kcn_pipeline.cleaning.tokens import tokens_of_shapes


def suspects_of(text: str) -> Mapping[int, float]:
    return suspect_numerals([t for t in tokens_of_shapes(text, 0, len(text)) if t.kind != "break"], text)


@pytest.mark.parametrize(
    ("text", "suspects"),
    [
        ("ty 16 lap", [1]),
        ("DDI 13 47.217 ty dong", [1]),
        ("co 14 320 du", []),
        ("co 14 320 du trong 1.840", [1]),
        ("tinh 12 15 20", []),
        ("thang 06 nam", []),
        ("gay 0 nhiem", [1]),
        ("nam 2019 co 120 du", []),
        ("dat 8,5 ty", []),
        ("Hau Giang 6, Soc Trang", []),
        ("lap (6 khu)", []),
    ],
)
def test_short_numerals_between_words_are_suspect(text: str, suspects: list[int]) -> None:
    assert sorted(suspects_of(text)) == suspects


def test_a_numeral_too_many_costs_less_to_take_for_a_word() -> None:
    too_many, anywhere = suspects_of("vốn 13 47.217 ty"), suspects_of("vốn 13 ty")
    assert too_many[1] > anywhere[1]


def test_a_numeral_right_behind_an_amount_and_its_unit_is_a_word_sooner() -> None:
    behind, after_comma = suspects_of("von 716 ty dong 6 nhom"), suspects_of("von 716 ty dong, 6 nhom")
    assert behind[4] > after_comma[4]
