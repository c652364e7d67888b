"""Times of plans, of one month of several, and of the year that a percentage is of."""

from __future__ import annotations

from datetime import date

import pytest

from kcn_pipeline.periods import Window
from kcn_pipeline_tests.unit.extraction.builders import FIRST_HALF_2019, YEAR_2019, facts_of

SEVEN_MONTHS = Window.of_months(2019, 1, 7)


@pytest.mark.parametrize(
    ("text", "window", "start", "end"),
    [
        ("Mục tiêu cả năm: cấp mới 30 dự án.", FIRST_HALF_2019, "2019-01-01", "2019-12-31"),
        ("PV: Chỉ tiêu năm nay?\n- Thu hút 10 dự án.", YEAR_2019, "2020-01-01", "2020-12-31"),
        ("IV. Nhiệm vụ quý III\nThu hút 8 dự án.", FIRST_HALF_2019, "2019-07-01", "2019-09-30"),
        ("Nhiệm vụ quý I\nThu hút 8 dự án.", YEAR_2019, "2020-01-01", "2020-03-31"),
        ("Nhiệm vụ tháng 8: cấp mới 3 dự án.", SEVEN_MONTHS, "2019-08-01", "2019-08-31"),
        ("Sang 2020, tỉnh giao Ban thu hút 8 dự án.", YEAR_2019, "2020-01-01", "2020-12-31"),
    ],
)
def test_when_a_plan_is_for(text: str, window: Window, start: str, end: str) -> None:
    (fact,) = facts_of(text, window=window)
    told = (fact.target, fact.period_start, fact.period_end)
    assert told == (True, date.fromisoformat(start), date.fromisoformat(end))


def test_all_items_of_a_list_of_aims_are_aims() -> None:
    facts = facts_of("Mục tiêu cả năm: cấp mới 30 dự án; nộp ngân sách 900 tỷ đồng; doanh thu tăng 8%.")
    assert [f.target for f in facts] == [True, True, True]


def test_growth_aimed_at_is_not_of_the_amount_of_the_year_before() -> None:
    facts = facts_of("Xuất khẩu đạt 90 triệu USD.\n\nNăm 2020, Ban phấn đấu xuất khẩu tăng 8%.")
    assert [(f.target, f.period_end) for f in facts] == [(False, date(2019, 12, 31)), (True, date(2020, 12, 31))]


def test_a_title_that_names_the_next_year_makes_no_plan_of_the_text() -> None:
    (fact,) = facts_of("Năm 2020 sẽ bứt phá\n\nBan đã cấp mới 7 dự án.")
    assert (fact.target, fact.period_end) == (False, date(2019, 12, 31))


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("Trong tháng 7, Ban cấp mới 4 dự án.", "2019-07-01"),
        ("Xuất khẩu trong tháng ước 28 triệu USD.", "2019-07-01"),
        ("Trong 7 tháng, Ban cấp mới 4 dự án.", "2019-01-01"),
        ("Riêng 2019 cấp mới 4 dự án.", "2019-01-01"),
    ],
)
def test_one_month_of_several(text: str, start: str) -> None:
    (fact,) = facts_of(text, window=SEVEN_MONTHS)
    assert fact.period_start == date.fromisoformat(start)


def test_the_year_behind_a_percentage_is_what_it_is_of() -> None:
    facts = facts_of("Nộp ngân sách 90 tỷ đồng, bằng 112% năm 2018; xuất khẩu 29 triệu USD.")
    told = [(f.comparison, f.period_end) for f in facts]
    end = date(2019, 12, 31)
    assert told == [("level", end), ("yoy_index", end), ("level", end)]


def test_a_roman_mark_belongs_to_its_heading() -> None:
    (fact,) = facts_of("III. Lao động\nTổng số 138.400 người.")
    assert fact.metric == "workers"
