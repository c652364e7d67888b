"""Numbers told in two steps."""

from __future__ import annotations

from decimal import Decimal

import pytest

from kcn_pipeline.extraction.compound_numbers import worded_fractions
from kcn_pipeline.extraction.tokens import Tokens
from kcn_pipeline_tests.unit.extraction.builders import facts_of


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("Vốn đăng ký 1 tỷ 250 triệu USD.", "1250000000", "USD"),
        ("Nộp ngân sách 43 tỷ 200 triệu đồng.", "43200000000", "VND"),
        ("Xuất khẩu 2 tỷ 5 triệu USD.", "2005000000", "USD"),
        ("Vốn đăng ký 1,5 tỷ USD.", "1500000000", "USD"),
    ],
)
def test_a_smaller_scale_adds_to_a_larger(text: str, value: str, unit: str) -> None:
    (fact,) = facts_of(text)
    assert (fact.value, fact.unit) == (Decimal(value), unit)


def test_two_amounts_stay_two() -> None:
    assert [f.value for f in facts_of("Vốn đăng ký 2 tỷ USD, 300 triệu USD vốn thực hiện.")] == [2 * 10**9, 3 * 10**8]


@pytest.mark.parametrize(
    ("words", "percent"),
    [("một phần tư", "25"), ("ba phần tư", "75"), ("chín phần mười", "90"), ("hai phần ba", "66.6667")],
)
def test_fractions_in_words_are_percentages(words: str, percent: str) -> None:
    ((first, last, reading),) = worded_fractions(Tokens(words))
    assert (first, last, reading.value) == (0, 3, Decimal(percent))


@pytest.mark.parametrize("text", ["mười phần trăm", "một phần diện tích", "phần ba", "ba phần hai"])
def test_what_is_no_fraction(text: str) -> None:
    assert list(worded_fractions(Tokens(text))) == []


def test_a_fraction_is_a_share_with_its_hedge() -> None:
    facts = facts_of("Có 8.000 lao động, hơn ba phần tư là nữ.")
    assert [(f.quote, f.metric, f.bound) for f in facts[1:]] == [("ba phần tư", "workers_female", "lower")]


@pytest.mark.parametrize(
    ("text", "bound", "comparison"),
    [
        ("Doanh thu vượt 6,5 tỷ USD.", "lower", "level"),
        ("Doanh thu vượt 31% kế hoạch.", "exact", "vs_plan_excess"),
    ],
)
def test_exceeding_an_amount_is_a_bound(text: str, bound: str, comparison: str) -> None:
    (fact,) = facts_of(text)
    assert (fact.bound, fact.comparison) == (bound, comparison)
