"""Flows added up over the year in a report of its last months."""

from __future__ import annotations

from datetime import date

import pytest

from kcn_pipeline.periods import Window
from kcn_pipeline_tests.unit.extraction.builders import facts_of

AUGUST = Window.of_months(2019, 8, 8)
LAST_QUARTER = Window.of_months(2019, 10, 12)
BOARD = "board:vinh-long"


def windows(text: str, reported: Window) -> list[tuple[date | None, date | None]]:
    """From when to when each figure of a text counts."""
    return [(f.period_start, f.period_end) for f in facts_of(text, BOARD, reported)]


MONTH = (date(2019, 8, 1), date(2019, 8, 31))
SUM = (date(2019, 1, 1), date(2019, 8, 31))


@pytest.mark.parametrize("words", ["lũy kế", "lũy kế đến nay", "luỹ kế là"])
def test_a_sum_counts_from_the_first_day_of_the_year(words: str) -> None:
    assert windows(f"Doanh thu 159 tỷ đồng; {words} 1.515 tỷ đồng.", AUGUST) == [MONTH, SUM]


def test_so_does_what_is_compared_with_it_a_year_before() -> None:
    text = "Doanh thu 159 tỷ đồng; lũy kế 1.515 tỷ đồng, tăng 25% so với cùng kỳ năm 2018 (1.212 tỷ đồng)."
    assert windows(text, AUGUST) == [MONTH, SUM, SUM, (date(2018, 1, 1), date(2018, 8, 31))]


def test_a_sum_in_brackets_ends_with_them() -> None:
    text = "Doanh thu 159 tỷ đồng (lũy kế 1.515 tỷ đồng), nộp ngân sách 21 tỷ đồng (lũy kế 170 tỷ đồng)."
    assert windows(text, AUGUST) == [MONTH, SUM, MONTH, SUM]


def test_a_time_told_after_it_goes_before() -> None:
    text = "Lũy kế doanh thu đạt 1.515 tỷ đồng, riêng tháng 7 đạt 190 tỷ đồng."
    assert windows(text, AUGUST) == [SUM, (date(2019, 7, 1), date(2019, 7, 31))]


def test_what_there_is_has_no_first_day() -> None:
    assert windows("Lũy kế đến nay có 61 dự án còn hiệu lực.", AUGUST) == [(None, date(2019, 8, 31))]


@pytest.mark.parametrize("reported", [Window.of_year(2019), Window.of_months(2019, 1, 8)])
def test_a_report_that_begins_with_the_year_tells_nothing_else(reported: Window) -> None:
    assert windows("Lũy kế doanh thu đạt 1.515 tỷ đồng.", reported) == [(reported.start, reported.end)]


def test_the_last_quarter_adds_up_too() -> None:
    text = "Xuất khẩu 40 triệu USD, lũy kế 150 triệu USD."
    assert windows(text, LAST_QUARTER)[1] == (date(2019, 1, 1), date(2019, 12, 31))
