"""Amounts, intervals and windows as sentences print them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from kcn_pipeline.periods import Window
from kcn_pipeline.quantities import Interval
from kcn_pipeline.reconciliation.amounts import Amount
from kcn_pipeline.reconciliation.wording.numerals import (
    between,
    computed,
    day_text,
    exactly,
    number,
    printed,
    window_text,
)

BILLION = 10**9


def amount(value: str | int, lo: str | int | None, hi: str | int | None, *, exact: bool = True) -> Amount:
    ends = (None if end is None else Decimal(end) for end in (lo, hi))
    return Amount(Decimal(value), Interval(*ends), exact, frozenset(), ())


def rounded(value: str | int, half: str | int) -> Amount:
    return amount(value, Decimal(value) - Decimal(half), Decimal(value) + Decimal(half))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("value", "half", "unit", "vi", "en"),
    [
        (51_390_000_000, 500_000, "USD", "51,390 tỷ USD", "51.390 billion USD"),
        (353_324 * BILLION, 500_000_000, "VND", "353.324 tỷ đồng", "353.324 trillion VND"),
        (840_370_000, 5_000, "USD", "840,37 triệu USD", "840.37 million USD"),
        (592_901_100_000_000, 50_000_000, "VND", "592.901,1 tỷ đồng", "592.9011 trillion VND"),
        (1_095_829, 0, "person", "1.095.829 người", "1,095,829 people"),
        (1, 0, "project", "1 dự án", "1 project"),
        (18_025, "0.5", "ha", "18.025 ha", "18,025 ha"),
        ("17.5", "0.05", "percent", "17,5%", "17.5%"),
        (0, 0, "dossier", "0 hồ sơ", "0 dossiers"),
        (0, 0, "USD", "0 USD", "0 USD"),
        (-5, 0, "project", "−5 dự án", "−5 projects"),
        (7, 0, "parsec", "7 parsec", "7 parsec"),
    ],
)
def test_published_amounts_keep_their_printed_decimals(
    value: str | int, half: str | int, unit: str, vi: str, en: str
) -> None:
    assert printed(rounded(value, half), unit, "vi") == vi
    assert printed(rounded(value, half), unit, "en") == en


@pytest.mark.parametrize(
    ("lo", "hi", "sign"), [(20, 22, "≥ "), (18, 20, "≤ "), (19, 21, "≈ "), (19, None, "≈ "), (20, 20, "")]
)
def test_hedges_are_signs(lo: int, hi: int | None, sign: str) -> None:
    assert printed(amount(20, lo, hi, exact=False), "project", "en") == f"{sign}20 projects"


def test_an_estimate_as_precise_as_its_digits_needs_no_sign() -> None:
    estimate = amount(4_800_000_000, 4_750_000_000, 4_850_000_000, exact=False)
    assert printed(estimate, "USD", "vi") == "4,8 tỷ USD"


@pytest.mark.parametrize(
    ("found", "unit", "text"),
    [
        (rounded("65.4152", "0.0015"), "percent", "65.415%"),
        (rounded(54_345_000_000, 1_500_000), "USD", "54.345 billion USD"),
        (rounded(43_736_000_000, 20_000_000), "USD", "43.74 billion USD"),
        (rounded(255, 0), "project", "255 projects"),
        (amount(Decimal(200) / 3, Decimal(200) / 3, Decimal(200) / 3), "percent", "66.667%"),  # type: ignore[arg-type]
        (amount(100, 90, None), "project", "100 projects"),
    ],
)
def test_computed_amounts_have_the_decimals_their_interval_vouches_for(found: Amount, unit: str, text: str) -> None:
    assert computed(found, unit, "en") == text


@pytest.mark.parametrize(
    ("lo", "hi", "unit", "vi", "en"),
    [
        (64_283_500_000, 64_384_500_000, "USD", "64,28–64,38 tỷ USD", "64.28–64.38 billion USD"),
        (12, 12, "project", "12 dự án", "12 projects"),
        (12, None, "project", "≥ 12 dự án", "≥ 12 projects"),
        (None, 12, "project", "≤ 12 dự án", "≤ 12 projects"),
        (None, None, "project", "không giới hạn", "unbounded"),
        (-39_499, 66_050, "person", "−39.499 … 66.050 người", "−39,499 … 66,050 people"),
        (36_168_500_000, 36_179_500_000, "USD", "36,168–36,180 tỷ USD", "36.168–36.180 billion USD"),
        (40_458 * 10**9, 40_462 * 10**9, "VND", "40.458–40.462 tỷ đồng", "40.458–40.462 trillion VND"),
        (0, 62_000_000, "USD", "0–62 triệu USD", "0–62 million USD"),
    ],
)
def test_intervals(lo: int | None, hi: int | None, unit: str, vi: str, en: str) -> None:
    interval = Interval(None if lo is None else Decimal(lo), None if hi is None else Decimal(hi))
    assert between(interval, unit, "vi") == vi
    assert between(interval, unit, "en") == en


@pytest.mark.parametrize(
    ("value", "unit", "vi", "en"),
    [
        ("51390000000000", "USD", "51.390 tỷ USD", "51.39 trillion USD"),
        ("51390123456", "USD", "51,390123456 tỷ USD", "51.390123456 billion USD"),
        ("379", "project", "379 dự án", "379 projects"),
        ("0", "project", "0 dự án", "0 projects"),
        ("65.50", "percent", "65,5%", "65.5%"),
    ],
)
def test_a_figure_keeps_every_digit(value: str, unit: str, vi: str, en: str) -> None:
    assert (exactly(Decimal(value), unit, "vi"), exactly(Decimal(value), unit, "en")) == (vi, en)


def test_numbers_are_grouped_and_lose_no_digit() -> None:
    assert number(Decimal("1095829.50"), "vi") == "1.095.829,50"
    assert number(Decimal("1095829.50"), "en") == "1,095,829.50"
    assert number(Decimal(-1000), "vi") == "−1.000"


@pytest.mark.parametrize(
    ("window", "vi", "en"),
    [
        (Window.of_year(2019), "năm 2019", "2019"),
        (Window.of_months(2019, 1, 6), "6 tháng đầu năm 2019", "first half of 2019"),
        (Window.of_months(2019, 7, 12), "6 tháng cuối năm 2019", "second half of 2019"),
        (Window.of_months(2019, 1, 11), "11 tháng đầu năm 2019", "first 11 months of 2019"),
        (Window(None, date(2019, 6, 30)), "tại 30/06/2019", "as of 2019-06-30"),
        (Window.of_months(2019, 4, 6), "01/04/2019–30/06/2019", "2019-04-01–2019-06-30"),
        (Window(date(2018, 1, 1), date(2019, 12, 31)), "01/01/2018–31/12/2019", "2018-01-01–2019-12-31"),
    ],
)
def test_windows(window: Window, vi: str, en: str) -> None:
    assert window_text(window, "vi") == vi
    assert window_text(window, "en") == en


def test_days_are_written_the_way_each_language_reads_them() -> None:
    assert day_text(date(2020, 1, 3), "vi") == "03/01/2020"
    assert day_text(date(2020, 1, 3), "en") == "2020-01-03"
