"""Expressions of time that reach to the middle of a month, over several years, or up to a month."""

from __future__ import annotations

from datetime import date

import pytest

from kcn_pipeline_tests.unit.extraction.builders import facts_of


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("Từ đầu năm đến nửa đầu tháng 6/2019, thêm 15 dự án mới.", date(2019, 1, 1), date(2019, 6, 15)),
        ("Hết tháng 4 có 12 dự án mới.", date(2019, 1, 1), date(2019, 4, 30)),
        ("Trong 5 năm 2015-2019, các KCN nộp ngân sách 900 tỷ đồng.", date(2015, 1, 1), date(2019, 12, 31)),
        ("Tháng 12 kim ngạch xuất khẩu đạt 2 tỷ USD.", date(2019, 12, 1), date(2019, 12, 31)),
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
