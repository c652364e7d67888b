"""Numbers told in two steps."""

from __future__ import annotations

from decimal import Decimal

import pytest

from kcn_pipeline.extraction.numbers.compound_numbers import worded_fractions
from kcn_pipeline.extraction.text.tokens import Tokens
from kcn_pipeline_tests.unit.extraction.builders import facts_of


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("Vốn đăng ký 1 tỷ 250 triệu USD.", "1250000000", "USD"),
        ("Nộp ngân sách 43 tỷ 200 triệu đồng.", "43200000000", "VND"),
        ("Xuất khẩu 2 tỷ 5 triệu USD.", "2005000000", "USD"),
        ("Vốn đăng ký 1,5 tỷ USD.", "1500000000", "USD"),
        ("Vốn đăng ký một tỷ rưỡi đô la.", "1500000000", "USD"),
        ("Vốn đăng ký 2 triệu rưỡi USD.", "2500000", "USD"),
        ("Vốn đăng ký 30 (ba mươi) triệu USD.", "30000000", "USD"),
        ("Vốn đăng ký 11 nghìn 3 trăm tỷ đồng.", "11300000000000", "VND"),
        ("Vốn đăng ký 2 triệu 3 trăm nghìn USD.", "2300000", "USD"),
        ("Vốn đăng ký hai tỷ bảy trăm triệu USD.", "2700000000", "USD"),
        ("Vốn đăng ký 35 ngàn 120 tỷ đồng.", "35120000000000", "VND"),
        ("Sử dụng 120 nghìn 500 lao động.", "120500", "person"),
    ],
)
def test_a_smaller_scale_adds_to_a_larger(text: str, value: str, unit: str) -> None:
    (fact,) = facts_of(text)
    assert (fact.value, fact.unit) == (Decimal(value), unit)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Vốn đăng ký 2 tỷ USD, 300 triệu USD vốn thực hiện.", [2 * 10**9, 3 * 10**8]),
        ("Doanh thu 35 nghìn tỷ đồng, 120 tỷ đồng nộp ngân sách.", [35 * 10**12, 120 * 10**9]),
        ("Sử dụng 12 nghìn 50 lao động.", [50]),  # who writes so may have meant anything
    ],
)
def test_two_amounts_stay_two(text: str, values: list[int]) -> None:
    assert [f.value for f in facts_of(text)] == values


@pytest.mark.parametrize(
    ("words", "percent"),
    [("một phần tư", "25"), ("ba phần tư", "75"), ("chín phần mười", "90"), ("hai phần ba", "66.6667")],
)
def test_fractions_in_words_are_percentages(words: str, percent: str) -> None:
    ((first, last, reading),) = worded_fractions(Tokens(words))
    assert (first, last, reading.value) == (0, 3, Decimal(percent))


@pytest.mark.parametrize("text", ["hơn một nửa vốn", "tức một nửa tổng số dự án", "giảm một nửa so với đầu năm"])
def test_one_half_of_what_is_named_after_it(text: str) -> None:
    ((first, last, reading),) = worded_fractions(Tokens(text))
    assert (last - first, reading.value) == (2, Decimal(50))


@pytest.mark.parametrize("text", ["một nửa đầu năm", "chỉ xếp một nửa vì chật", "gần một nửa tháng"])
def test_a_half_of_time_or_of_nothing_is_no_share(text: str) -> None:
    assert list(worded_fractions(Tokens(text))) == []


def test_a_fraction_in_digits_keeps_its_hedge() -> None:
    facts = facts_of("Có 8.000 lao động, hơn 2/3 là nữ.")
    assert [(f.quote, f.bound) for f in facts[1:]] == [("2/3", "lower")]


def test_seven_times_is_said_without_the_word_for_times() -> None:
    facts = facts_of("Lao động là 6.300 người, gần gấp bảy năm trước.")
    assert [(f.value, f.comparison) for f in facts[1:]] == [(Decimal(7), "multiple")]


@pytest.mark.parametrize("text", ["mười phần trăm", "một phần diện tích", "phần ba", "ba phần hai"])
def test_what_is_no_fraction(text: str) -> None:
    assert list(worded_fractions(Tokens(text))) == []


@pytest.mark.parametrize(
    ("text", "quote", "value", "bound"),
    [
        ("Có 8.000 lao động, non 7 phần 10 là nữ.", "7 phần 10", 70, "upper"),
        ("Có 8.000 lao động, lao động nữ chiếm quá nửa: 4.900 người.", "nửa", 50, "lower"),
        ("Có 8.000 lao động, hơn nửa là nữ.", "nửa", 50, "lower"),
    ],
)
def test_a_fraction_in_digits_or_a_bare_half_is_a_share(text: str, quote: str, value: int, bound: str) -> None:
    fact = facts_of(text)[1]
    assert (fact.quote, fact.value, fact.unit) == (quote, Decimal(value), "percent")
    assert (fact.metric, fact.bound) == ("workers_female", bound)


def test_a_half_that_ends_a_headline_or_opens_a_time_tells_no_figure() -> None:
    assert facts_of("Vốn vào các KCN tăng gần nửa\nTin tiếp theo.") == []
    assert facts_of("Sau hơn nửa năm, các KCN đã kín.") == []


def test_fractions_of_a_time_are_no_days() -> None:
    facts = facts_of("Thủ tục được rút ngắn từ 1/4 đến 1/3 thời gian; tiếp nhận 905 hồ sơ.")
    assert [(f.quote, f.metric, f.bound) for f in facts[:2]] == [
        ("1/4 đến 1/3", "processing_time_cut", "lower"),
        ("1/4 đến 1/3", "processing_time_cut", "upper"),
    ]
    assert facts[2].period_end == facts_of("Tiếp nhận 905 hồ sơ.")[0].period_end


def test_a_fraction_is_a_share_with_its_hedge() -> None:
    facts = facts_of("Có 8.000 lao động, hơn ba phần tư là nữ.")
    assert [(f.quote, f.metric, f.bound) for f in facts[1:]] == [("ba phần tư", "workers_female", "lower")]


@pytest.mark.parametrize(
    ("text", "bound", "comparison"),
    [
        ("Doanh thu vượt 6,5 tỷ USD.", "lower", "level"),
        ("Doanh thu đã quá 6,5 tỷ USD.", "lower", "level"),
        ("Doanh thu vượt 31% kế hoạch.", "exact", "vs_plan_excess"),
    ],
)
def test_exceeding_an_amount_is_a_bound(text: str, bound: str, comparison: str) -> None:
    (fact,) = facts_of(text)
    assert (fact.bound, fact.comparison) == (bound, comparison)
