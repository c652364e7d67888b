"""The window that a paragraph opened with."""

from __future__ import annotations

from datetime import date

import pytest

from kcn_pipeline_tests.unit.extraction.builders import FIRST_HALF_2019, facts_of

JUNE = (date(2019, 6, 1), date(2019, 6, 30))
HALF = (date(2019, 1, 1), date(2019, 6, 30))
OPENING = "Trong tháng 6/2019, doanh thu đạt 400 tỷ đồng."


def last_window(text: str) -> tuple[date | None, date | None]:
    fact = facts_of(text, window=FIRST_HALF_2019)[-1]
    return fact.period_start, fact.period_end


def test_it_holds_for_the_sentences_that_tell_no_time() -> None:
    text = f"{OPENING} Kim ngạch xuất khẩu đạt 20 triệu USD. Nộp ngân sách đạt 3 tỷ đồng."
    windows = {(fact.period_start, fact.period_end) for fact in facts_of(text, window=FIRST_HALF_2019)}
    assert windows == {JUNE}


def test_words_of_a_wording_tell_no_time() -> None:
    assert last_window(f"{OPENING} Tổng vốn đăng ký mới và tăng thêm là 73 triệu USD.") == JUNE


@pytest.mark.parametrize(
    "text",
    [
        f"{OPENING}\n\nNộp ngân sách đạt 3 tỷ đồng.",
        f"{OPENING} Lũy kế đến nay có 120 dự án. Nộp ngân sách đạt 3 tỷ đồng.",
        f"{OPENING} 6 tháng đầu năm, xuất khẩu đạt 20 triệu USD. Nộp ngân sách đạt 3 tỷ đồng.",
        "Riêng trong tháng 6/2019, doanh thu đạt 400 tỷ đồng. Nộp ngân sách đạt 3 tỷ đồng.",
        "Doanh thu đạt 400 tỷ đồng trong tháng 6/2019. Nộp ngân sách đạt 3 tỷ đồng.",
    ],
)
def test_it_ends_with_the_paragraph_or_another_time(text: str) -> None:
    assert last_window(text) == HALF


def test_what_there_is_takes_no_window() -> None:
    assert last_window(f"{OPENING} Diện tích đất đã cho thuê 590 ha.") == (None, date(2019, 6, 30))


def test_an_earlier_year_holds_as_well() -> None:
    assert last_window("Năm 2018, doanh thu đạt 400 tỷ đồng. Nộp ngân sách đạt 3 tỷ đồng.") == (
        date(2018, 1, 1),
        date(2018, 12, 31),
    )


def test_it_may_stand_behind_a_source() -> None:
    text = "Theo Cục Thống kê, trong tháng 6/2019, doanh thu đạt 400 tỷ đồng. Nộp ngân sách đạt 3 tỷ đồng."
    assert last_window(text) == JUNE


def test_what_points_back_is_not_of_the_year_before() -> None:
    text = "Cấp mới 9 dự án. Cả năm 2018 chỉ có 4 dự án mới. Trong 9 dự án ấy có 2 dự án FDI."
    assert last_window(text) == HALF


def test_a_year_compared_with_does_not_end_the_window() -> None:
    text = "Trong tháng 6, doanh thu đạt 410 tỷ đồng. Nộp ngân sách đạt 3 tỷ đồng, tăng 5% so với cùng kỳ năm 2018."
    assert [fact.period_start for fact in facts_of(text)] == [date(2019, 6, 1)] * 3


def test_the_same_period_of_a_year_before_is_that_of_the_window_kept() -> None:
    text = "10 tháng đầu năm, các KCN thu hút 48 dự án mới. Cùng kỳ năm 2018 thu hút 41 dự án."
    assert [fact.period_end for fact in facts_of(text)] == [date(2019, 10, 31), date(2018, 10, 31)]
