"""Stretches of a text that speak of plans."""

from __future__ import annotations

from datetime import date

import pytest

from kcn_pipeline.periods import Window
from kcn_pipeline_tests.unit.extraction.builders import facts_of


def test_a_headline_that_states_an_aim_makes_no_plan_of_the_text() -> None:
    text = "Năm 2020 đặt mục tiêu thu hút 2 tỷ USD\nCác KCN có 449 dự án còn hiệu lực. Xuất khẩu đạt 4 tỷ USD."
    aim, *outcomes = facts_of(text)
    assert (aim.target, aim.period_end) == (True, date(2020, 12, 31))
    assert [(fact.target, fact.period_end) for fact in outcomes] == [(False, date(2019, 12, 31))] * 2


def test_a_heading_without_amounts_does() -> None:
    (aim,) = facts_of("Nhiệm vụ năm 2020\nThu hút 2 tỷ USD vốn đầu tư.")
    assert (aim.target, aim.period_end) == (True, date(2020, 12, 31))


def test_what_is_done_already_is_no_plan_under_such_a_heading() -> None:
    done, aim = facts_of("Nhiệm vụ năm 2020\nĐã có 30 dự án đang hoạt động. Kim ngạch xuất khẩu đạt 4 tỷ USD.")
    assert (done.target, aim.target) == (False, True)


def test_a_later_year_that_opens_a_sentence_is_not_compared_with() -> None:
    (aim,) = facts_of("Kết quả khá.\nVới năm 2020, các KCN phấn đấu xuất khẩu 4 tỷ USD.")
    assert (aim.target, aim.period_end) == (True, date(2020, 12, 31))


def test_a_section_of_tasks_stays_one_though_its_heading_states_an_amount() -> None:
    text = "Các KCN khá.\nII. Nhiệm vụ năm 2020: thu hút 2 tỷ USD\nKim ngạch xuất khẩu đạt 4 tỷ USD."
    assert [fact.target for fact in facts_of(text)] == [True, True]


def test_what_goes_on_may_have_to_come_as_well() -> None:
    (aim,) = facts_of("Nhiệm vụ năm 2020\nCác dự án đang hoạt động xuất khẩu 4 tỷ USD.")
    assert aim.target


NINE_MONTHS = Window.of_months(2019, 1, 9)


@pytest.mark.parametrize(
    ("question", "end"),
    [
        ("- Mục tiêu tới 2025?", date(2025, 12, 31)),
        ("- Ông kỳ vọng gì ở quý IV?", date(2019, 12, 31)),
    ],
)
def test_a_question_on_a_time_to_come_makes_aims_of_the_answer(question: str, end: date) -> None:
    text = f"- Kết quả ra sao?\n- Xuất khẩu đạt 4 tỷ USD.\n{question}\n- Lấp đầy 72%."
    *_, fact = facts_of(text, window=NINE_MONTHS)
    assert (fact.target, fact.period_end) == (True, end)


FIRST_HALF = Window.of_months(2019, 1, 6)


def test_what_comes_after_an_expectation_of_an_unfinished_year_is_expected_too() -> None:
    text = "Dự kiến doanh thu năm 2019 đạt 8.300 tỷ đồng. Nộp ngân sách khoảng 64 tỷ đồng."
    facts = facts_of(text, window=FIRST_HALF)
    assert [(fact.target, fact.period_end) for fact in facts] == [(True, date(2019, 12, 31))] * 2


@pytest.mark.parametrize(
    "outcome",
    [
        "Đến nay, nộp ngân sách đạt 64 tỷ đồng.",
        "Đã nộp ngân sách 64 tỷ đồng.",
        "Sáu tháng đầu năm, nộp ngân sách 64 tỷ đồng.",
        "\nNộp ngân sách 64 tỷ đồng.",
    ],
)
def test_an_outcome_ends_the_expectation(outcome: str) -> None:
    facts = facts_of(f"Dự kiến doanh thu năm 2019 đạt 8.300 tỷ đồng. {outcome}", window=FIRST_HALF)
    assert [fact.target for fact in facts] == [True, False]


def test_in_a_text_that_begins_with_its_aims_an_expectation_is_one() -> None:
    expected = "Dự kiến doanh thu năm 2019 ước đạt 8.300 tỷ đồng, xuất khẩu 35 triệu USD. Nộp ngân sách 64 tỷ đồng."
    aim = "Năm 2019, đặt mục tiêu thu hút 90 triệu USD."
    assert [fact.target for fact in facts_of(f"{aim}\n{expected}")] == [True] * 4
    assert not any(fact.target for fact in facts_of(f"Thu hút 90 triệu USD.\n{expected}"))
    done = "Năm 2019, Ban đã vượt mục tiêu thu hút 90 triệu USD."
    assert not any(fact.target for fact in facts_of(f"{done}\n{expected}")[1:])
