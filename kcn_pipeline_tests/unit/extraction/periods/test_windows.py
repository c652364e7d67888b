"""When a figure holds, and whether it is an outcome or an aim."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from kcn_pipeline.periods import Window
from kcn_pipeline_tests.unit.extraction.builders import FIRST_HALF_2019, YEAR_2019, facts_of

NINE_MONTHS = Window.of_months(2019, 1, 9)


@pytest.mark.parametrize(
    ("opening", "start", "end"),
    [
        ("Năm 2019", date(2019, 1, 1), date(2019, 12, 31)),
        ("Trong 6 tháng đầu năm 2019", date(2019, 1, 1), date(2019, 6, 30)),
        ("9 tháng năm 2019", date(2019, 1, 1), date(2019, 9, 30)),
        ("Tính đến hết tháng 11/2019", date(2019, 1, 1), date(2019, 11, 30)),
        ("Quý III/2019", date(2019, 7, 1), date(2019, 9, 30)),
        ("Tháng 5/2019", date(2019, 5, 1), date(2019, 5, 31)),
        ("Năm 2017", date(2017, 1, 1), date(2017, 12, 31)),
        ("Quý II năm nay", date(2019, 4, 1), date(2019, 6, 30)),
        ("Hai quý đầu năm", date(2019, 1, 1), date(2019, 6, 30)),
        ("Trong hai năm 2017 và 2018", date(2017, 1, 1), date(2018, 12, 31)),
    ],
)
def test_a_flow_covers_the_window_that_its_sentence_names(opening: str, start: date, end: date) -> None:
    [fact] = facts_of(f"{opening}, kim ngạch xuất khẩu đạt 4 tỷ USD.")
    assert (fact.period_start, fact.period_end) == (start, end)


def test_without_a_word_of_time_the_report_s_window_holds() -> None:
    [fact] = facts_of("Kim ngạch xuất khẩu đạt 4 tỷ USD.", window=FIRST_HALF_2019)
    assert (fact.period_start, fact.period_end) == (date(2019, 1, 1), date(2019, 6, 30))


def test_the_reported_year_named_alone_means_the_reported_window() -> None:
    [fact] = facts_of("Năm 2019, kim ngạch xuất khẩu đạt 4 tỷ USD.", window=FIRST_HALF_2019)
    assert fact.period_end == date(2019, 6, 30)


@pytest.mark.parametrize("opening", ["Đến nay", "Hiện nay", "Lũy kế"])
def test_a_stock_is_as_of_the_end_of_the_window(opening: str) -> None:
    [fact] = facts_of(f"{opening}, có 310 dự án còn hiệu lực.")
    assert (fact.period_start, fact.period_end) == (None, YEAR_2019.end)


def test_a_stock_with_its_own_date() -> None:
    [fact] = facts_of("Tính đến ngày 15/12/2019, có 310 dự án còn hiệu lực.")
    assert (fact.period_start, fact.period_end) == (None, date(2019, 12, 15))


def test_the_year_compared_with_is_not_the_period() -> None:
    growth = facts_of("Doanh thu đạt 5 tỷ USD, tăng 6% so với năm 2018.")[1]
    assert growth.period_end == YEAR_2019.end


@pytest.mark.parametrize(
    "text",
    [
        "Năm 2020, Ban phấn đấu thu hút 25 dự án.",
        "Phấn đấu năm 2020 thu hút 25 dự án.",
        "Nhiệm vụ năm 2020\nThu hút 25 dự án.",
        "Mục tiêu 2020: thu hút 25 dự án.",
    ],
)
def test_aims_are_targets_of_their_year(text: str) -> None:
    [fact] = facts_of(text)
    assert fact.target
    assert (fact.period_start, fact.period_end) == (date(2020, 1, 1), date(2020, 12, 31))


def test_a_plan_percentage_makes_no_target() -> None:
    assert not any(fact.target for fact in facts_of("Doanh thu 5 tỷ USD, đạt 98% kế hoạch năm; xuất khẩu 4 tỷ USD."))


def test_a_horizon_is_a_target() -> None:
    [fact] = facts_of("Theo quy hoạch đến năm 2030, thành phố có 31 KCN.")
    assert (fact.metric, fact.target, fact.period_end) == ("zones_planned", True, date(2030, 12, 31))


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("Riêng tháng 9, doanh thu đạt 600 tỷ đồng.", date(2019, 9, 1), date(2019, 9, 30)),
        ("Riêng quý III doanh thu đạt 600 tỷ đồng.", date(2019, 7, 1), date(2019, 9, 30)),
        ("Ba tháng cuối năm, phấn đấu doanh thu đạt 700 tỷ đồng.", date(2019, 10, 1), date(2019, 12, 31)),
        ("Giai đoạn 2011 - 2015, doanh thu đạt 9.000 tỷ đồng.", date(2011, 1, 1), date(2015, 12, 31)),
        ("Phấn đấu cả năm doanh thu đạt 7.000 tỷ đồng.", date(2019, 1, 1), date(2019, 12, 31)),
        ("Mục tiêu năm tới: doanh thu 8.000 tỷ đồng.", date(2020, 1, 1), date(2020, 12, 31)),
        ("Chín tháng qua, doanh thu đạt 5.000 tỷ đồng.", date(2019, 1, 1), date(2019, 9, 30)),
    ],
)
def test_times_that_leave_out_the_year(text: str, start: date, end: date) -> None:
    [fact] = facts_of(text, window=NINE_MONTHS)
    assert (fact.period_start, fact.period_end) == (start, end)


def test_what_was_before_a_change_is_of_the_year_beside_it() -> None:
    was, now = facts_of("Doanh thu tăng từ 28.000 tỷ đồng năm 2017 lên 32.500 tỷ đồng.")
    assert (was.period_start, was.period_end, was.bound) == (date(2017, 1, 1), date(2017, 12, 31), "exact")
    assert now.period_end == YEAR_2019.end


def test_what_was_before_a_change_without_a_year_is_of_the_year_before() -> None:
    was, now = facts_of("Thu nhập bình quân từ 6 triệu đồng/tháng tăng lên 7 triệu đồng/tháng.")
    assert (was.period_end.year if was.period_end else None, now.period_end) == (2018, YEAR_2019.end)


@pytest.mark.parametrize("tail", ["(cùng kỳ 59 dự án)", "(khi ấy là 59 dự án)", "(cùng kỳ năm trước đạt 59 dự án)"])
def test_the_amount_compared_with_is_of_the_period_before(tail: str) -> None:
    outcome, before = facts_of(f"Cấp mới 71 dự án {tail}.", window=FIRST_HALF_2019)
    assert outcome.period_end == date(2019, 6, 30)
    assert (before.value, before.period_start, before.period_end) == (Decimal(59), date(2018, 1, 1), date(2018, 6, 30))


def test_the_same_day_as_told_before() -> None:
    text = "Tính đến 20/9/2019, có 300 dự án còn hiệu lực.\nĐến cùng thời điểm, có 12 KCN đang hoạt động."
    assert [fact.period_end for fact in facts_of(text)] == [date(2019, 9, 20)] * 2


def test_the_month_over_a_text_is_that_of_its_printing() -> None:
    facts = facts_of("BẢN TIN THÁNG 1/2020\nCấp mới 12 dự án.")
    assert [fact.target for fact in facts] == [False]


def test_growth_averaged_over_years_covers_them() -> None:
    [growth] = facts_of("Giai đoạn 2011-2015, kim ngạch xuất khẩu tăng bình quân 14% mỗi năm.")
    assert (growth.metric, growth.comparison) == ("exports", "yoy")
    assert (growth.period_start, growth.period_end) == (date(2011, 1, 1), date(2015, 12, 31))


def test_a_horizon_ends_where_a_clause_turns_back_to_now() -> None:
    planned, operating = facts_of("Đến năm 2030 sẽ có 31 KCN; hiện nay 9 KCN đang hoạt động.")
    assert (planned.metric, planned.target) == ("zones_planned", True)
    assert (operating.metric, operating.target) == ("zones_operating", False)


def test_a_bare_count_of_zones_at_a_horizon_is_the_plan() -> None:
    [fact] = facts_of("Mục tiêu đến năm 2025 toàn tỉnh có 14 KCN.")
    assert (fact.metric, fact.target, fact.period_end) == ("zones_planned", True, date(2025, 12, 31))


@pytest.mark.parametrize(
    ("text", "years", "targets"),
    [
        ("Quy hoạch được duyệt: 8 KCN (đến năm 2025) và 11 KCN (đến năm 2030).", [2025, 2030], [True, True]),
        ("Tỉnh quy hoạch 7 KCN đến năm 2025, đã thành lập 4 KCN.", [2025, 2019], [True, False]),
        ("Mục tiêu đến năm 2025 lấp đầy 90%, hiện nay mới đạt 64%.", [2025, 2019], [True, False]),
        ("Dự kiến cả năm 2019 thu hút 90 dự án; đến nay 60 dự án đang hoạt động.", [2019, 2019], [False, False]),
        ("Phấn đấu lấp đầy 60% vào năm 2022.", [2022], [True]),
        ("Từ đầu năm tới nay cấp mới 7 dự án.", [2019], [False]),
    ],
)
def test_what_is_so_already_is_no_aim(text: str, years: list[int], targets: list[bool]) -> None:
    facts = facts_of(text)
    assert [fact.period_end.year for fact in facts if fact.period_end] == years
    assert [fact.target for fact in facts] == targets


def test_what_was_expected_of_the_reported_months_is_an_estimate() -> None:
    [fact] = facts_of("6 tháng đầu năm: dự kiến thu hút 90 dự án.", window=FIRST_HALF_2019)
    assert (fact.target, fact.bound) == (False, "approx")


def test_a_title_of_tasks_to_come_ends_where_the_reported_year_is_named() -> None:
    text = "Bàn nhiệm vụ năm 2020\n\nNăm 2019, các đơn vị thu hút 600 dự án."
    fact = facts_of(text)[-1]
    assert (fact.target, fact.period_end) == (False, date(2019, 12, 31))


def test_a_list_of_aims_ends_with_its_items() -> None:
    results = (
        "Trong năm qua, nhờ nhiều giải pháp đồng bộ của các cấp, các ngành và sự vào cuộc của doanh nghiệp, Ban đã"
    )
    text = f"Năm 2020, phấn đấu:\n- Thu hút 90 dự án.\n{results} nộp ngân sách 30 tỷ đồng."
    assert [fact.target for fact in facts_of(text)] == [True, False]


@pytest.mark.parametrize(
    ("opening", "end"),
    [
        ("Tính từ năm 2010 đến nay, các KCN", date(2019, 12, 31)),
        ("Tại thời điểm 30/9/2019, các KCN", date(2019, 9, 30)),
    ],
)
def test_a_stock_is_as_of_the_day_told_not_of_the_year_it_counts_from(opening: str, end: date) -> None:
    [fact] = facts_of(f"{opening} có 310 dự án còn hiệu lực.")
    assert (fact.period_start, fact.period_end) == (None, end)


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("Từ năm 2016 đến nay, các KCN thu hút 300 triệu USD.", date(2016, 1, 1), date(2019, 9, 30)),
        ("Ba năm qua, các KCN thu hút 300 triệu USD.", date(2017, 1, 1), date(2019, 9, 30)),
        ("Hai năm 2017-2018 thu hút 300 triệu USD.", date(2017, 1, 1), date(2018, 12, 31)),
        ("Cả năm ngoái xuất khẩu đạt 70 triệu USD.", date(2018, 1, 1), date(2018, 12, 31)),
        ("Năm ngoái xuất khẩu đạt 70 triệu USD.", date(2018, 1, 1), date(2018, 12, 31)),
        ("Nộp ngân sách trong năm qua đạt 70 tỷ đồng.", date(2018, 1, 1), date(2018, 12, 31)),
        ("9 tháng năm ngoái xuất khẩu đạt 70 triệu USD.", date(2018, 1, 1), date(2018, 9, 30)),
        ("Quý II xuất khẩu nhích lên 70 triệu USD.", date(2019, 4, 1), date(2019, 6, 30)),
        ("Hết quý II, xuất khẩu đạt 70 triệu USD.", date(2019, 1, 1), date(2019, 6, 30)),
        ("Trong tháng 9 cấp mới 8 dự án. Cả quý cấp mới 20 dự án.", date(2019, 7, 1), date(2019, 9, 30)),
        ("Năm 2017 xuất khẩu đạt 60 triệu USD và 2018 đạt 70 triệu USD.", date(2018, 1, 1), date(2018, 12, 31)),
        ("Từ nay đến cuối năm, Ban phấn đấu cấp mới 5 dự án.", date(2019, 10, 1), date(2019, 12, 31)),
        ("Sang năm, Ban phấn đấu cấp mới 5 dự án.", date(2020, 1, 1), date(2020, 12, 31)),
    ],
)
def test_windows_counted_from_the_report(text: str, start: date, end: date) -> None:
    fact = facts_of(text, window=NINE_MONTHS)[-1]
    assert (fact.period_start, fact.period_end) == (start, end)


def test_the_months_of_the_year_in_a_report_of_its_last_quarter() -> None:
    text = "Quý III cấp mới 3 dự án. Cộng 9 tháng: 14 dự án mới. Có 40 lao động bị chậm lương 2 tháng."
    starts = [fact.period_start for fact in facts_of(text, window=Window.of_months(2019, 7, 9))]
    assert starts[:2] == [date(2019, 7, 1), date(2019, 1, 1)]


@pytest.mark.parametrize(
    ("opening", "end"),
    [
        ("Kết thúc quý II", date(2019, 6, 30)),
        ("Cuối quý II", date(2019, 6, 30)),
        ("Khép lại tháng 8", date(2019, 8, 31)),
        ("Cuối tháng 8", date(2019, 8, 31)),
        ("Tại ngày 20/8", date(2019, 8, 20)),
        ("Thời điểm 20/8/2019", date(2019, 8, 20)),
        ("Hồi đầu năm", date(2018, 12, 31)),
        ("Hai năm qua", date(2019, 9, 30)),
    ],
)
def test_days_as_of_which_there_is_something(opening: str, end: date) -> None:
    [fact] = facts_of(f"{opening}, các KCN có 20.000 lao động.", window=NINE_MONTHS)
    assert (fact.period_start, fact.period_end) == (None, end)


def test_the_end_of_a_month_compared_with_is_not_the_day() -> None:
    facts = facts_of("Lao động 9.000 người, tăng 120 người so với cuối tháng 6.", window=NINE_MONTHS)
    assert {fact.period_end for fact in facts} == {NINE_MONTHS.end}
