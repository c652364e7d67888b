"""Of which window an amount is that an outcome is compared with."""

from __future__ import annotations

from datetime import date

import pytest

from kcn_pipeline.extraction.periods.compared_windows import narrowed, year_of
from kcn_pipeline.periods import Window
from kcn_pipeline_tests.unit.extraction.builders import facts_of

AUGUST = Window.of_months(2019, 8, 8)
BOARD = "board:vinh-long"


@pytest.mark.parametrize(
    ("against", "start", "end"),
    [
        ("so với tháng 7/2019", date(2019, 7, 1), date(2019, 7, 31)),
        ("so với tháng 7", date(2019, 7, 1), date(2019, 7, 31)),
        ("so với tháng 12", date(2018, 12, 1), date(2018, 12, 31)),
        ("so với tháng 8 năm 2018", date(2018, 8, 1), date(2018, 8, 31)),
        ("so với cùng kỳ", date(2018, 8, 1), date(2018, 8, 31)),
        ("so với cùng kỳ năm 2017", date(2017, 8, 1), date(2017, 8, 31)),
    ],
)
def test_the_amount_in_brackets_is_of_the_time_compared_with(against: str, start: date, end: date) -> None:
    _, _, before = facts_of(f"Doanh thu 159 tỷ đồng, tăng 6% {against} (150 tỷ đồng).", BOARD, AUGUST)
    assert (before.quote, before.period_start, before.period_end) == ("150 tỷ đồng", start, end)


def test_a_stock_is_as_of_the_last_day_of_that_month() -> None:
    [*_, before] = facts_of(
        "Lao động là 31.400 người, tăng 290 người so với tháng 7/2019 (31.110 người).", BOARD, AUGUST
    )
    assert (before.period_start, before.period_end) == (None, date(2019, 7, 31))


def test_the_year_of_the_prices_is_no_time_of_the_figure() -> None:
    [fact] = facts_of("Giá trị sản xuất công nghiệp (theo giá so sánh năm 2010) đạt 115 tỷ đồng.", BOARD, AUGUST)
    assert fact.period_end == AUGUST.end


def test_the_plan_in_brackets_is_the_year_s() -> None:
    text = "Doanh thu 159 tỷ đồng, đạt 80% so với kế hoạch năm 2019 (200 tỷ đồng)."
    plan = facts_of(text, BOARD, AUGUST)[-1]
    assert (plan.target, plan.period_start, plan.period_end) == (True, date(2019, 1, 1), date(2019, 12, 31))


def test_a_bare_year_is_the_reported_part_of_it() -> None:
    assert narrowed(year_of(2019), AUGUST) == AUGUST
    assert narrowed(year_of(2018), AUGUST) == year_of(2018)


def test_a_year_that_is_over_with_the_report_is_all_of_it() -> None:
    second_half = Window(date(2019, 7, 1), date(2019, 12, 31))
    assert narrowed(year_of(2019), second_half) == year_of(2019)


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("Tính đến đầu tháng 8, nộp ngân sách 90 tỷ đồng.", date(2019, 7, 31)),
        ("Tính đến đầu tháng 1/2019, có 90 dự án còn hiệu lực.", date(2018, 12, 31)),
        ("Thành lập năm 2011, KCN Hòa Phú hiện đã lấp đầy 96%.", date(2019, 8, 31)),
        ("KCN Hòa Phú khởi công từ tháng 9-2017, rộng 121 ha.", date(2019, 8, 31)),
    ],
)
def test_the_first_days_of_a_month_and_the_year_a_zone_began(text: str, end: date) -> None:
    [fact] = facts_of(text, BOARD, Window.of_months(2019, 1, 8))
    assert fact.period_end == end
