"""The day as of which a paragraph counts."""

from __future__ import annotations

from datetime import date

import pytest

from kcn_pipeline_tests.unit.extraction.builders import FIRST_HALF_2019, facts_of

DAY, END = date(2019, 6, 20), date(2019, 6, 30)
COUNTED = "Đến ngày 20/6/2019, các KCN có 310 dự án còn hiệu lực."


def test_a_stock_without_a_time_is_of_the_day_told_before_it_in_its_paragraph() -> None:
    facts = facts_of(f"{COUNTED} Diện tích đất đã cho thuê 590 ha.", window=FIRST_HALF_2019)
    assert [fact.period_end for fact in facts] == [DAY, DAY]


@pytest.mark.parametrize("opening", ["Hiện nay, ", "Đến nay, "])
def test_a_word_of_now_ends_it(opening: str) -> None:
    facts = facts_of(f"{COUNTED} {opening}diện tích đất đã cho thuê 590 ha.", window=FIRST_HALF_2019)
    assert [fact.period_end for fact in facts] == [DAY, END]


def test_the_next_paragraph_does_not_know_it() -> None:
    facts = facts_of(f"{COUNTED}\n\nDiện tích đất đã cho thuê 590 ha.", window=FIRST_HALF_2019)
    assert facts[-1].period_end == END


def test_a_flow_is_of_the_window_all_the_same() -> None:
    facts = facts_of(f"{COUNTED} Nộp ngân sách 70 tỷ đồng.", window=FIRST_HALF_2019)
    assert (facts[-1].period_start, facts[-1].period_end) == (date(2019, 1, 1), END)


def test_a_day_before_the_window_is_not_kept() -> None:
    text = "Đến ngày 31/12/2018 có 300 dự án còn hiệu lực. Diện tích đất đã cho thuê 590 ha."
    assert facts_of(text, window=FIRST_HALF_2019)[-1].period_end == END


def test_the_same_time_in_another_paragraph_is_that_day() -> None:
    text = f"{COUNTED}\n\nCùng thời điểm, các doanh nghiệp sử dụng 61.300 lao động."
    assert facts_of(text, window=FIRST_HALF_2019)[-1].period_end == DAY


def test_the_end_of_a_verb_is_no_word_of_now() -> None:
    text = "Đến 20/5/2019, có 126 dự án, vốn đăng ký 905 triệu USD. Vốn đã thực hiện 342 triệu USD. Đã cho thuê 61 ha."
    assert {fact.period_end for fact in facts_of(text, window=FIRST_HALF_2019)} == {date(2019, 5, 20)}


def test_the_day_of_a_heading_holds_for_its_section() -> None:
    section = "1. Dự án (số liệu đến ngày 20/6/2019)\nCó 126 dự án.\nVốn đăng ký 905 triệu USD."
    text = f"{section}\n2. Lao động\nCó 3.400 lao động."
    assert [fact.period_end for fact in facts_of(text, window=FIRST_HALF_2019)] == [DAY, DAY, END]


def test_what_was_done_in_a_section_is_up_to_the_day_of_its_heading() -> None:
    section = "1. Thủ tục (số liệu đến ngày 20/6/2019)\nTiếp nhận 912 hồ sơ.\nSo với cùng kỳ tăng 4%."
    facts = facts_of(f"{section}\n2. Lao động\nTiếp nhận 35 hồ sơ.", window=FIRST_HALF_2019)
    start = date(2019, 1, 1)
    assert [(fact.period_start, fact.period_end) for fact in facts] == [(start, DAY), (start, DAY), (start, END)]


def test_the_day_that_announces_a_list_holds_for_its_items_alone() -> None:
    listed = "Kết quả quản lý (tính đến ngày 20/6/2019):\n+ Tiếp nhận 912 hồ sơ.\n+ Các KCN có 3.400 lao động."
    text = f"{listed}\n{'Nhìn chung, các doanh nghiệp hoạt động ổn định, ' * 3}nộp ngân sách 12 tỷ đồng."
    assert [fact.period_end for fact in facts_of(text, window=FIRST_HALF_2019)] == [DAY, DAY, END]


@pytest.mark.parametrize(
    ("between", "end"),
    [
        (" Từ đầu năm đã cấp mới 9 dự án.", DAY),
        ("\nTừ đầu năm đã cấp mới 9 dự án.", END),
    ],
)
def test_since_the_beginning_of_the_year_is_up_to_the_day_told_before(between: str, end: date) -> None:
    assert facts_of(f"{COUNTED}{between}", window=FIRST_HALF_2019)[-1].period_end == end


def test_the_beginning_of_the_year_does_not_end_the_day() -> None:
    text = f"{COUNTED} Từ đầu năm đã cấp mới 9 dự án. Diện tích đất đã cho thuê 590 ha."
    assert [fact.period_end for fact in facts_of(text, window=FIRST_HALF_2019)] == [DAY, DAY, DAY]
