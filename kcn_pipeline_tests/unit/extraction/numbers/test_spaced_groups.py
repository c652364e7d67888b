"""Numerals whose groups of thousands stand apart by a blank."""

from __future__ import annotations

from decimal import Decimal

import pytest

from kcn_pipeline_tests.unit.extraction.builders import facts_of

NBSP, THIN = "\u00a0", "\u202f"


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ("Doanh thu đạt 12 345 tỷ đồng.", {"12 345 tỷ đồng": "12345000000000"}),
        (f"Doanh thu đạt 12{NBSP}345 tỷ đồng.", {f"12{NBSP}345 tỷ đồng": "12345000000000"}),
        (f"Lao động: 1{THIN}126{THIN}500 người.", {f"1{THIN}126{THIN}500 người": "1126500"}),
        ("Doanh thu đạt 12 345,6 tỷ đồng.", {"12 345,6 tỷ đồng": "12345600000000"}),
        (
            "Doanh thu đạt 2 345 tỷ đồng, nộp ngân sách 234 tỷ đồng.",
            {"2 345 tỷ đồng": "2345000000000", "234 tỷ đồng": "234000000000"},
        ),
    ],
)
def test_groups_with_blanks_between_are_one_numeral(text: str, quotes: dict[str, str]) -> None:
    found = {fact.quote: fact.value for fact in facts_of(text, "board:bac-ninh")}
    assert found == {quote: Decimal(value) for quote, value in quotes.items()}


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("Quý 2 345 dự án được cấp mới.", "345 dự án"),  # a quarter
        ("Năm 2019 345 dự án được cấp mới.", "345 dự án"),  # four digits open no groups
        ("Có 012 345 dự án được cấp mới.", "345 dự án"),  # nor does a nought
        ("Mục 3 1234 dự án được cấp mới.", "1234 dự án"),  # a group has three digits
    ],
)
def test_other_neighbours_stay_apart(text: str, quote: str) -> None:
    assert quote in {fact.quote for fact in facts_of(text, "board:bac-ninh")}


def test_columns_of_a_row_stay_apart() -> None:
    quotes = [fact.quote for fact in facts_of("Dự án cấp mới 4567 12 345 dự án", "board:bac-ninh")]
    assert quotes[-1] == "345 dự án"


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Doanh thu đạt 31. 460 tỷ đồng.", [31_460 * 10**9]),
        ("Doanh thu ước khoảng 1. 250 tỷ đồng.", [1_250 * 10**9]),
        ("Số dự án cấp mới: 31. 460 tỷ đồng là vốn đăng ký.", [31, 460 * 10**9]),
    ],
)
def test_a_blank_behind_the_point_of_thousands(text: str, values: list[int]) -> None:
    assert [fact.value for fact in facts_of(text)] == values
