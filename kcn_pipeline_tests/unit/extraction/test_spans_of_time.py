"""Expressions of time that reach to the middle of a month, over several years, or up to a month."""

from __future__ import annotations

from datetime import date

import pytest

from kcn_pipeline.periods import Window
from kcn_pipeline_tests.unit.extraction.builders import facts_of


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("Từ đầu năm đến nửa đầu tháng 6/2019, thêm 15 dự án mới.", date(2019, 1, 1), date(2019, 6, 15)),
        ("Hết tháng 4 có 12 dự án mới.", date(2019, 1, 1), date(2019, 4, 30)),
        ("Trong 5 năm 2015-2019, các KCN nộp ngân sách 900 tỷ đồng.", date(2015, 1, 1), date(2019, 12, 31)),
        ("Tháng 12 kim ngạch xuất khẩu đạt 2 tỷ USD.", date(2019, 12, 1), date(2019, 12, 31)),
        ("Từ ngày 15/12/2018 đến ngày 14/6/2019, xuất khẩu 2 tỷ USD.", date(2018, 12, 15), date(2019, 6, 14)),
        ("Từ 15/12 đến 14/6, xuất khẩu 2 tỷ USD.", date(2018, 12, 15), date(2019, 6, 14)),
        ("Từ tháng 11/2018 đến tháng 5/2019, xuất khẩu 2 tỷ USD.", date(2018, 11, 1), date(2019, 5, 31)),
        ("Từ tháng 3 đến tháng 5, xuất khẩu 2 tỷ USD.", date(2019, 3, 1), date(2019, 5, 31)),
        ("Trong tháng 5 và tháng 6/2019, xuất khẩu 2 tỷ USD.", date(2019, 5, 1), date(2019, 6, 30)),
        ("Quý I và quý II/2019, xuất khẩu 2 tỷ USD.", date(2019, 1, 1), date(2019, 6, 30)),
        ("Từ năm 2015 đến 2018, xuất khẩu 2 tỷ USD.", date(2015, 1, 1), date(2018, 12, 31)),
        ("Tính đến ngày 20 tháng 6, thêm 15 dự án mới.", date(2019, 1, 1), date(2019, 6, 20)),
        ("Tính đến ngày 20-6, thêm 15 dự án mới.", date(2019, 1, 1), date(2019, 6, 20)),
    ],
)
def test_windows(text: str, start: date, end: date) -> None:
    (fact,) = facts_of(text)
    assert (fact.period_start, fact.period_end) == (start, end)


def test_now_turns_back_from_a_month_that_is_over() -> None:
    before, now = facts_of("Hết tháng 4 có 12 dự án mới; nay con số ấy là 30 dự án mới.")
    assert before.period_end == date(2019, 4, 30)
    assert now.period_end == date(2019, 12, 31)


def test_a_plan_of_several_years_is_of_all_its_figures() -> None:
    facts = facts_of("Kế hoạch 5 năm 2021-2025: thu hút 9 tỷ USD vốn FDI, lấp đầy 85%.")
    assert [(fact.target, fact.period_end) for fact in facts] == [(True, date(2025, 12, 31))] * 2


def test_an_outcome_beside_next_years_plan_is_no_aim() -> None:
    plan, outcome = facts_of("Kế hoạch năm 2020: cấp mới 30 dự án; thực hiện năm 2019: cấp mới 25 dự án.")
    assert (plan.target, outcome.target) == (True, False)


@pytest.mark.parametrize("words", ["Lũy kế từ đầu năm đến nay", "Từ đầu năm", "Tính từ đầu năm 2019 đến nay"])
def test_the_year_to_date_in_the_report_of_a_month(words: str) -> None:
    month, so_far = facts_of(f"Xuất khẩu đạt 2 tỷ USD. {words} đạt 9 tỷ USD.", window=Window.of_months(2019, 6, 6))
    assert (month.period_start, month.period_end) == (date(2019, 6, 1), date(2019, 6, 30))
    assert (so_far.period_start, so_far.period_end) == (date(2019, 1, 1), date(2019, 6, 30))


def test_both_amounts_of_a_comparison_in_one_bracket() -> None:
    text = "Tháng 7/2019 xuất khẩu giảm 2,6% so với cùng kỳ (186,6/191,6 tỷ đồng)."
    now, before = facts_of(text, window=Window.of_months(2019, 7, 7))[1:]
    assert (now.period_end, before.period_end) == (date(2019, 7, 31), date(2018, 7, 31))
    assert not before.target


def test_the_beginning_of_the_next_year_is_the_end_of_this_one() -> None:
    (stock,) = facts_of("Tính đến đầu năm 2020, có 13 KCN đang hoạt động.")
    assert (stock.target, stock.period_end) == (False, date(2019, 12, 31))


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("Doanh thu 9T/2019 đạt 310 tỷ đồng.", date(2019, 1, 1), date(2019, 9, 30)),
        ("Kim ngạch xuất khẩu 6T 2019 đạt 31 triệu USD.", date(2019, 1, 1), date(2019, 6, 30)),
        ("Mười một tháng có thêm 28 dự án.", date(2019, 1, 1), date(2019, 11, 30)),
        ("9 tháng, doanh thu đạt 310 tỷ đồng.", date(2019, 1, 1), date(2019, 9, 30)),
        ("Nộp ngân sách TH 11T: 30 tỷ đồng.", date(2019, 1, 1), date(2019, 11, 30)),
        ("Quý cuối năm, Ban cấp mới 4 dự án.", date(2019, 10, 1), date(2019, 12, 31)),
        ("Quý cuối của năm 2018, Ban cấp mới 4 dự án.", date(2018, 10, 1), date(2018, 12, 31)),
    ],
)
def test_parts_of_the_year_told_in_short(text: str, start: date, end: date) -> None:
    [fact] = facts_of(text, window=Window.of_year(2019))
    assert (fact.period_start, fact.period_end) == (start, end)


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("Doanh thu từ 50 tỷ đồng năm 2014 lên 90 tỷ đồng năm 2019, tăng bình quân 12,5%/năm.", (2015, 2019)),
        ("Mục tiêu đến năm 2025: lấp đầy 90%; doanh thu tăng 14%/năm.", (2020, 2025)),
    ],
)
def test_a_rate_for_each_year_is_of_all_of_them(text: str, years: tuple[int, int]) -> None:
    fact = facts_of(text, window=Window(date(2015, 1, 1), date(2019, 12, 31)))[-1]
    assert (fact.period_start, fact.period_end) == (date(years[0], 1, 1), date(years[1], 12, 31))
