"""Numbers, intervals and windows as people write them."""

from __future__ import annotations

from decimal import Decimal

import pytest

from kcn_pipeline.publication.figures import amount, interval_text, number, rounded
from kcn_pipeline.quantities import Interval

THIN = "\N{MINUS SIGN}"


@pytest.mark.parametrize(
    ("value", "vietnamese", "english"),
    [
        ("1095829", "1.095.829", "1,095,829"),
        ("0.5", "0,5", "0.5"),
        ("17.50", "17,5", "17.5"),
        ("100", "100", "100"),
        ("-1234.25", f"{THIN}1.234,25", f"{THIN}1,234.25"),
        ("1E+3", "1.000", "1,000"),
        ("0.000001", "0,000001", "0.000001"),
    ],
)
def test_numbers_are_grouped_by_language(value: str, vietnamese: str, english: str) -> None:
    assert number(Decimal(value), "vi") == vietnamese
    assert number(Decimal(value), "en") == english


@pytest.mark.parametrize(
    ("value", "unit", "vietnamese", "english"),
    [
        ("51390000000", "USD", "51,39 tỷ USD", "51.39 billion USD"),
        ("1095829", "person", "1.095.829 người", "1,095,829 people"),
        ("353324000000000", "VND", "353.324 tỷ đồng", "353.324 trillion VND"),
        ("323000000", "USD", "323 triệu USD", "323 million USD"),
        ("7500000", "VND_per_person_month", "7,5 triệu đồng/người/tháng", "7.5 million VND per person and month"),
        ("7.6", "percent", "7,6%", "7.6%"),
        ("2.3", "times", "2,3 lần", "2.3 times"),
        ("18025", "ha", "18.025 ha", "18,025 ha"),
        ("0", "USD", "0 USD", "0 USD"),
        ("500", "VND", "500 đồng", "500 VND"),
        ("-2270000000", "USD", f"{THIN}2,27 tỷ USD", f"{THIN}2.27 billion USD"),
    ],
)
def test_amounts_carry_scale_and_unit(value: str, unit: str, vietnamese: str, english: str) -> None:
    assert amount(Decimal(value), unit, "vi") == vietnamese
    assert amount(Decimal(value), unit, "en") == english


def test_only_money_is_scaled() -> None:
    assert amount(Decimal(1_361_513_000), "copy", "vi") == "1.361.513.000 tờ"


def test_one_thing_takes_the_english_singular() -> None:
    assert amount(Decimal(1), "project", "en") == "1 project"
    assert amount(Decimal("1.5"), "project", "en") == "1.5 projects"


def test_no_digit_is_lost_to_a_scale() -> None:
    assert amount(Decimal(1_234_567_891), "USD", "en") == "1,234,567,891 USD"
    assert amount(Decimal(1_234_500_000), "USD", "en") == "1,234.5 million USD"


def test_an_unknown_unit_is_written_as_it_is() -> None:
    assert amount(Decimal(5), "barrel", "vi") == "5 barrel"


@pytest.mark.parametrize(
    ("lo", "hi", "unit", "vietnamese"),
    [
        ("51385000000", "51395000000", "USD", "51,385–51,395 tỷ USD"),
        ("999999999", "1000000001", "USD", "999.999.999–1.000.000.001 USD"),
        ("350000000", None, "USD", "≥ 350 triệu USD"),
        (None, "5", "percent", "≤ 5%"),
        ("-5", "3", "percent", f"{THIN}5 … 3%"),
        ("7", "7", "project", "7 dự án"),
        (None, None, "ha", "không giới hạn"),
    ],
)
def test_intervals_name_scale_and_unit_once(lo: str | None, hi: str | None, unit: str, vietnamese: str) -> None:
    interval = Interval(None if lo is None else Decimal(lo), None if hi is None else Decimal(hi))

    assert interval_text(interval, unit, "vi") == vietnamese


def test_a_computed_interval_says_that_it_was_rounded() -> None:
    interval = Interval(Decimal("65.41545046"), Decimal("66.1"))

    assert interval_text(interval, "percent", "en", digits=6) == "≈ 65.4155–66.1%"


def test_a_computed_interval_that_is_short_is_not_marked() -> None:
    assert interval_text(Interval(Decimal("65.4"), Decimal("66.1")), "percent", "en", digits=6) == "65.4–66.1%"


def test_an_open_computed_end_stays_open() -> None:
    assert interval_text(Interval(Decimal("1.23456789"), None), "ha", "en", digits=3) == "≈ ≥ 1.23 ha"


@pytest.mark.parametrize(
    ("value", "digits", "expected"),
    [
        ("65.4154504", 4, "65.42"),
        ("123456.7", 3, "123457"),
        ("0.00123456", 2, "0.0012"),
        ("0", 3, "0"),
        ("2.5", None, "2.5"),
    ],
)
def test_rounding_never_cuts_into_the_whole_part(value: str, digits: int | None, expected: str) -> None:
    assert rounded(Decimal(value), digits) == Decimal(expected)


def test_rounding_nothing_gives_nothing() -> None:
    assert rounded(None, 6) is None
