"""Windows of expressions of time beside the window of the report."""

from __future__ import annotations

from datetime import date

import pytest

from kcn_pipeline.periods import Window
from kcn_pipeline_tests.unit.extraction.builders import YEAR_2019, facts_of

START, DAY = date(2019, 1, 1), date(2019, 3, 11)


@pytest.mark.parametrize(
    ("opening", "end"),
    [
        ("Quý I", DAY),
        ("3 tháng đầu năm", DAY),
        # What is left of a longer time has still to come.
        ("6 tháng đầu năm", date(2019, 6, 30)),
    ],
)
def test_a_time_that_is_nearly_over_is_up_to_the_day_reported(opening: str, end: date) -> None:
    [fact] = facts_of(f"{opening} cấp mới 3 dự án.", window=Window(START, DAY))
    assert (fact.period_start, fact.period_end) == (START, end)


def test_such_a_time_turns_to_no_plan() -> None:
    opening = "Ban công bố báo cáo hoạt động quý I/2019 của các khu, đồng thời đề ra kế hoạch công tác quý II/2019."
    text = f"{opening} Các KCN thu hút 4 dự án."
    assert [fact.target for fact in facts_of(text, window=Window(START, DAY))] == [False]


def test_several_years_singled_out_are_all_of_them() -> None:
    fact = facts_of("Nhiệm kỳ 2016-2020 đặt mục tiêu thu hút 9 tỷ USD, riêng hai năm 2018-2019 đã được 4 tỷ USD.")[-1]
    assert (fact.period_start, fact.period_end, fact.target) == (date(2018, 1, 1), date(2019, 12, 31), False)


def test_growth_over_several_years_is_not_of_the_year_of_its_amount() -> None:
    text = "I. Xuất khẩu 9 tỷ USD.\nII. Năm năm 2015-2019: cấp 90 dự án; xuất khẩu tăng bình quân 19%/năm."
    fact = facts_of(text, window=YEAR_2019)[-1]
    assert (fact.period_start, fact.period_end) == (date(2015, 1, 1), date(2019, 12, 31))


def test_the_years_of_growth_stand_beside_its_subject_and_end_a_plan() -> None:
    text = "Các khu khá. Năm 2020 phấn đấu nộp ngân sách 18 tỷ đồng. Giá trị xuất khẩu giai đoạn 2015-2019 tăng 58%."
    fact = facts_of(text, window=YEAR_2019)[-1]
    assert (fact.period_start, fact.period_end, fact.target) == (date(2015, 1, 1), date(2019, 12, 31), False)


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("KCN Đại An (thành lập năm 2003) có 90 dự án.", None, date(2019, 12, 31)),
        ("KCN Đại An thành lập năm 2003; nâng tổng số lên 9 KCN.", None, date(2019, 12, 31)),
        ("Công ty Hoa Mai hoạt động từ năm 2010, doanh thu 90 tỷ đồng.", START, date(2019, 12, 31)),
        ("Từ khi thành lập (năm 2003) đến nay, KCN Đại An thu hút 90 dự án.", date(2003, 1, 1), date(2019, 12, 31)),
    ],
)
def test_when_something_began_is_not_when_it_has_what_follows(text: str, start: date | None, end: date) -> None:
    [fact] = facts_of(text)
    assert (fact.period_start, fact.period_end) == (start, end)


FIVE_YEARS = Window(date(2015, 1, 1), date(2019, 12, 31))


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("Trong năm có 9 dự án mới.", 2019),
        ("Năm 2019, xuất khẩu đạt 8 triệu USD; nộp ngân sách cả giai đoạn 2.150 tỷ đồng.", 2015),
        # Five zones, and the second stage of one.
        ("Trong năm khu công nghiệp, cấp mới 9 dự án.", 2015),
        ("KCN Vĩnh Hòa cả giai đoạn 2 thu hút 9 dự án mới.", 2015),
    ],
)
def test_in_the_report_of_a_term_the_year_is_its_last_one(text: str, start: int) -> None:
    assert facts_of(f"Năm 2018, xuất khẩu đạt 7 triệu USD.\n{text}", window=FIVE_YEARS)[-1].period_start == date(
        start, 1, 1
    )


@pytest.mark.parametrize("opening", ["Dự kiến 2020:", "Phấn đấu 2020,", "Mục tiêu 2020:"])
def test_a_plan_may_head_its_list_without_the_word_for_year(opening: str) -> None:
    facts = facts_of(f"{opening} thu hút 11 dự án, xuất khẩu 240 triệu USD.")
    assert [(fact.target, fact.period_end) for fact in facts] == [(True, date(2020, 12, 31))] * 2


def test_the_years_of_an_aim_may_be_two() -> None:
    [fact] = facts_of("Mục tiêu 2020 - 2024: mời gọi 35 dự án.")
    assert (fact.target, fact.period_start, fact.period_end) == (True, date(2020, 1, 1), date(2024, 12, 31))


def test_the_day_that_a_change_is_counted_from_is_not_its_own() -> None:
    fact = facts_of("Lao động có 21.300 người. So với thời điểm 20/11/2018 tăng 640 lao động.")[-1]
    assert fact.period_end == date(2019, 12, 31)


@pytest.mark.parametrize(
    ("opening", "start", "end"),
    [
        ("Đến quý III/2019", None, date(2019, 9, 30)),
        ("Tính đến quý II", None, date(2019, 6, 30)),
        ("Từ quý II đến quý III", date(2019, 4, 1), date(2019, 9, 30)),
        ("Từ quý IV/2018 đến hết quý II năm 2019", date(2018, 10, 1), date(2019, 6, 30)),
    ],
)
def test_up_to_a_quarter_is_as_of_its_end_unless_it_began_with_another(
    opening: str, start: date | None, end: date
) -> None:
    [fact] = facts_of(f"{opening}, các KCN đã thu hút 53 dự án.")
    assert (fact.period_start, fact.period_end) == (start, end)


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("Từ năm 2016 đến tháng 6/2019, xuất khẩu đạt 81 triệu USD.", date(2016, 1, 1), date(2019, 6, 30)),
        ("Từ năm 2016 đến hết ngày 15/6/2019, xuất khẩu đạt 81 triệu USD.", date(2016, 1, 1), date(2019, 6, 15)),
        ("Các chỉ tiêu giảm hơn năm trước, như: xuất khẩu đạt 81 triệu USD.", date(2019, 1, 1), date(2019, 12, 31)),
        ("Vượt xa năm trước, các KCN xuất khẩu 81 triệu USD.", date(2019, 1, 1), date(2019, 12, 31)),
    ],
)
def test_from_a_year_on_and_a_year_compared_with(text: str, start: date, end: date) -> None:
    [fact] = facts_of(text)
    assert (fact.period_start, fact.period_end) == (start, end)


def test_quarters_told_one_behind_the_other_without_a_verb() -> None:
    facts = facts_of("Xuất khẩu quý I đạt 31 triệu USD; quý II 34 triệu USD, ước quý III 39 triệu USD.")
    assert [fact.period_end for fact in facts] == [date(2019, 3, 31), date(2019, 6, 30), date(2019, 9, 30)]


@pytest.mark.parametrize("opening", ["Trong 9 tháng,", "Sau 9 tháng,", "Qua 9 tháng", "Kết thúc 9 tháng,"])
def test_months_told_without_the_year_before_what_was_done(opening: str) -> None:
    [fact] = facts_of(f"{opening} các KCN thu hút 34 dự án.")
    assert (fact.period_start, fact.period_end) == (date(2019, 1, 1), date(2019, 9, 30))


def test_months_that_something_took_are_no_window() -> None:
    [fact] = facts_of("Sau 9 tháng xây dựng, nhà máy thu hút 340 lao động.")
    assert fact.period_end == date(2019, 12, 31)
