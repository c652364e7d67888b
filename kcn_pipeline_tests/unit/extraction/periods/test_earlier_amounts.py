"""Amounts of an earlier period, and times, told by their place."""

from __future__ import annotations

from datetime import date

import pytest

from kcn_pipeline.periods import Window
from kcn_pipeline_tests.unit.extraction.builders import FIRST_HALF_2019, YEAR_2019, facts_of

FIVE_YEARS = Window(date(2015, 1, 1), date(2019, 12, 31))
NINE_MONTHS = Window.of_months(2019, 1, 9)


def windows_of(text: str, window: Window = YEAR_2019) -> list[tuple[date | None, date | None]]:
    return [(fact.period_start, fact.period_end) for fact in facts_of(text, window=window)]


def ends_of(text: str, window: Window = YEAR_2019) -> list[str]:
    return [str(end) for _, end in windows_of(text, window)]


def test_a_time_alone_in_brackets_is_of_the_figure_before_them() -> None:
    text = "Lao động từ 8.600 người (năm 2016) tăng lên 9.750 người."
    assert ends_of(text) == ["2016-12-31", "2019-12-31"]


def test_the_time_that_a_number_is_said_to_be_of() -> None:
    text = "Có 29 dự án được cấp phép, thấp hơn con số 34 dự án của năm 2017."
    assert ends_of(text) == ["2019-12-31", "2017-12-31"]


def test_an_amount_of_the_same_period() -> None:
    text = "Xuất khẩu đạt 80 triệu USD, hơn mức 70 triệu USD của cùng kỳ."
    assert ends_of(text, FIRST_HALF_2019) == ["2019-06-30", "2018-06-30"]


def test_money_beside_a_count_of_the_same_period_in_its_brackets() -> None:
    text = "Ban cấp mới 5 dự án, tổng vốn 386 tỷ đồng (cùng kỳ: 3 dự án, 412 tỷ đồng); thu hồi 2 dự án."
    assert ends_of(text) == ["2019-12-31", "2019-12-31", "2018-12-31", "2018-12-31", "2019-12-31"]


@pytest.mark.parametrize("opening", ["Cùng kỳ năm 2018,", "Cùng kỳ năm ngoái,"])
def test_a_sentence_that_opens_with_the_same_period(opening: str) -> None:
    assert ends_of(f"{opening} các KCN có 7 dự án được cấp phép.", NINE_MONTHS) == ["2018-09-30"]


def test_a_year_before_that_opens_a_sentence_is_a_window_of_its_own() -> None:
    assert windows_of("Năm trước, xuất khẩu đạt 7 triệu USD.") == [(date(2018, 1, 1), date(2018, 12, 31))]


@pytest.mark.parametrize(
    ("legend", "end"),
    [("là thực hiện năm 2017", "2017-12-31"), ("là số cùng kỳ", "2018-12-31"), ("là năm 2020", "2019-12-31")],
)
def test_a_legend_tells_the_window_of_what_brackets_hold(legend: str, end: str) -> None:
    text = f"Kết quả (số trong ngoặc {legend}):\n- Doanh thu: 612 tỷ đồng (478 tỷ đồng);\n- Lao động: 900 người."
    assert ends_of(text) == ["2019-12-31", end, "2019-12-31"]


def test_a_time_behind_a_list_is_of_those_whose_unit_it_prints() -> None:
    text = "Cấp mới 9, cấp lại 4 giấy phép lao động trong tháng 5/2019."
    assert set(ends_of(text, FIRST_HALF_2019)) == {"2019-05-31"}


def test_in_a_report_of_several_years_a_year_named_is_that_year() -> None:
    [of_2019] = windows_of("Riêng năm 2019 doanh thu đạt 240 tỷ đồng.", FIVE_YEARS)
    assert of_2019 == (date(2019, 1, 1), date(2019, 12, 31))


def test_in_a_report_of_several_years_a_rise_leads_from_the_year_before_to_the_last() -> None:
    assert windows_of("Doanh thu tăng từ 300 tỷ đồng lên 410 tỷ đồng.", FIVE_YEARS) == [
        (date(2014, 1, 1), date(2014, 12, 31)),
        (date(2019, 1, 1), date(2019, 12, 31)),
    ]


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("Năm 2015 chỉ có 100 dự án thì đến nay có 160 dự án.", ["2015-12-31", "2019-12-31"]),
        ("Từ chỗ chỉ có 2 KCN năm 2005, đến nay tỉnh có 8 KCN.", ["2005-12-31", "2019-12-31"]),
        ("Đến 30/9/2019, hiện có 160 dự án.", ["2019-09-30"]),
        ("Đến 30/9/2019 có 160 dự án, vốn thực hiện đạt 90 triệu USD.", ["2019-09-30", "2019-09-30"]),
    ],
)
def test_a_word_of_now_turns_from_what_there_was(text: str, ends: list[str]) -> None:
    assert ends_of(text) == ends


def test_an_amount_of_the_quarter_compared_with() -> None:
    text = "Riêng quý II, doanh thu đạt 27 tỷ đồng, tăng 8% so với quý I (25 tỷ đồng)."
    assert ends_of(text, FIRST_HALF_2019)[-1] == "2019-03-31"


def test_growth_of_its_own_makes_the_same_period_the_one_reported() -> None:
    facts = facts_of("Các KCN thu hút 9 tỷ USD. Cùng kỳ, các KCN tỉnh bạn thu hút 6 tỷ USD, giảm 24%.")
    assert {fact.period_end.year for fact in facts if fact.period_end} == {2019}
    facts = facts_of("Các KCN thu hút 9 tỷ USD. Cùng kỳ, các KCN thu hút 6 tỷ USD.")
    assert [fact.period_end.year for fact in facts if fact.period_end] == [2019, 2018]


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("Cùng kỳ năm 2018 thu hút 37 dự án; năm nay thu hút 44 dự án.", [2018, 2019]),
        ("Thu hút 44 dự án (cùng kỳ năm 2018 thu hút 37 dự án).", [2019, 2018]),
        ("So với cùng kỳ năm 2018 thu hút thêm 37 dự án.", [2019]),
    ],
)
def test_a_clause_that_opens_with_the_period_compared_with(text: str, years: list[int]) -> None:
    assert [fact.period_end.year for fact in facts_of(text) if fact.period_end is not None] == years
