"""Words that make aims of figures, and what ends their reach."""

from __future__ import annotations

from datetime import date

import pytest

from kcn_pipeline.periods import Window
from kcn_pipeline_tests.unit.extraction.builders import FIRST_HALF_2019, YEAR_2019, facts_of

NINE_MONTHS = Window.of_months(2019, 1, 9)


@pytest.mark.parametrize(
    "opening",
    ["Mục tiêu cả năm", "V. Chỉ tiêu năm 2019", "* Kế hoạch năm 2019", "Ban đề ra chỉ tiêu năm 2019"],
)
def test_an_aim_before_a_colon_holds_for_all_of_its_list(opening: str) -> None:
    text = f"{opening}: cấp mới 40 dự án; vốn mới và tăng thêm 300 tỷ đồng; xuất khẩu tăng 9%."
    facts = facts_of(text, window=FIRST_HALF_2019)
    assert [fact.target for fact in facts] == [True, True, True]
    assert {fact.period_end for fact in facts} == {date(2019, 12, 31)}


def test_what_is_done_after_the_list_of_an_aim_is_an_outcome() -> None:
    text = "Mục tiêu cả năm: cấp mới 40 dự án; 6 tháng đã cấp mới 25 dự án."
    facts = facts_of(text, window=FIRST_HALF_2019)
    assert [(fact.target, fact.period_end) for fact in facts] == [
        (True, date(2019, 12, 31)),
        (False, date(2019, 6, 30)),
    ]


@pytest.mark.parametrize("opening", ["So với kế hoạch năm 2019", "Kết quả thực hiện kế hoạch năm 2019"])
def test_a_result_held_against_a_plan_is_no_aim(opening: str) -> None:
    [fact] = facts_of(f"{opening}: doanh thu đạt 500 tỷ đồng.")
    assert not fact.target


def test_an_aim_ends_where_a_clause_tells_what_is_done() -> None:
    text = "Phấn đấu đến cuối năm thu hút 50 dự án, 6 tháng đã thu hút 31 dự án."
    facts = facts_of(text, window=FIRST_HALF_2019)
    assert [(fact.target, fact.period_end) for fact in facts] == [
        (True, date(2019, 12, 31)),
        (False, date(2019, 6, 30)),
    ]


def test_what_is_expected_leaves_what_was_done_after_it_exact() -> None:
    text = "Dự kiến quý III tuyển 900 lao động; 6 tháng đã tuyển được 1.250 lao động."
    assert facts_of(text, window=FIRST_HALF_2019)[-1].bound == "exact"


@pytest.mark.parametrize(("time", "start"), [("Năm 2020", date(2020, 1, 1)), ("Công tác tháng 10", date(2019, 10, 1))])
def test_what_begins_after_the_window_is_an_aim(time: str, start: date) -> None:
    [fact] = facts_of(f"{time}: cấp mới 30 dự án.", window=NINE_MONTHS)
    assert (fact.target, fact.period_start) == (True, start)


def test_an_undated_aim_of_part_of_a_year_is_for_the_whole_year() -> None:
    [fact] = facts_of("Phấn đấu thu hút 50 dự án.", window=FIRST_HALF_2019)
    assert (fact.target, fact.period_end) == (True, date(2019, 12, 31))


def test_an_aim_for_the_year_reported_is_not_cut_to_the_window() -> None:
    [fact] = facts_of("Khối phấn đấu hết năm 2019 thu hút 50 dự án.", window=FIRST_HALF_2019)
    assert fact.period_end == date(2019, 12, 31)


def test_the_horizon_behind_a_range_is_of_both_its_ends() -> None:
    facts = facts_of("Phấn đấu tỷ lệ lấp đầy đạt 70 - 75% vào năm 2022.", window=YEAR_2019)
    assert [fact.period_end for fact in facts] == [date(2022, 12, 31)] * 2


def test_a_plan_of_months_is_of_the_months_reported() -> None:
    facts = facts_of("Cấp mới 21/18 dự án kế hoạch 6 tháng.", window=FIRST_HALF_2019)
    assert facts[-1].period_end == date(2019, 6, 30)


def test_land_that_goes_into_a_plan_is_an_aim() -> None:
    [area] = facts_of("Thủ tướng đồng ý bổ sung KCN Láng Trâm, diện tích 100 ha vào quy hoạch các KCN đến năm 2020.")
    assert (area.target, area.period_end) == (True, date(2020, 12, 31))
    [area] = facts_of("KCN Láng Trâm có diện tích 100 ha theo quy hoạch.")
    assert not area.target


@pytest.mark.parametrize(
    ("text", "targets"),
    [
        ("Dự án sẽ tạo việc làm cho 3.000 lao động.", [True]),
        ("Ban được giao thu hút 300 triệu USD, đến nay đã đạt 280 triệu USD.", [True, False]),
        ("Diện tích đất được giao là 30 ha.", [False]),
        ("Ban sẽ tổ chức hội nghị; xuất khẩu đạt 2 tỷ USD.", [False]),
        ("Đến năm 2017 xuất khẩu đạt 2 tỷ USD.", [False]),
        ("Thu hút 3 tỷ USD, bằng 142% kế hoạch năm (từ 1,8 - 2,3 tỷ USD).", [False, False, True, True]),
        ("Cấp mới 14 dự án (kế hoạch 30 dự án), tổng vốn đăng ký 87 triệu USD.", [False, True, False]),
    ],
)
def test_what_has_still_to_come(text: str, targets: list[bool]) -> None:
    assert [fact.target for fact in facts_of(text)] == targets


def test_what_the_province_assigns_is_aimed_at_through_its_list() -> None:
    facts = facts_of("Năm nay tỉnh giao thu hút 9 dự án, xuất khẩu 420 triệu USD.", window=FIRST_HALF_2019)
    assert [(fact.target, fact.period_end) for fact in facts] == [(True, date(2019, 12, 31))] * 2


def test_what_is_reached_ends_the_list_assigned() -> None:
    facts = facts_of("Ban được giao thu hút 9 dự án, đạt kim ngạch xuất khẩu 420 triệu USD.")
    assert [fact.target for fact in facts] == [True, False]


def test_an_office_of_planning_plans_nothing_by_its_name() -> None:
    [fact] = facts_of("Sở Kế hoạch và Đầu tư cho biết, tỉnh cấp mới 31 dự án.", window=FIRST_HALF_2019)
    assert not fact.target


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("Dự án cần 700 lao động.", True),
        ("Khi đi vào hoạt động, dự án tạo việc làm cho 900 lao động.", True),
        ("Từ khi đi vào hoạt động, nhà máy tạo việc làm cho 900 lao động.", False),
        ("Cần Thơ có 700 lao động.", False),
        ("Dự án sẽ sử dụng từ 700 đến 800 lao động.", True),
        ("Dự án sẽ cần 700 - 800 lao động.", True),
        ("Nghị quyết đề ra thu hút 3 - 4 tỷ USD, đã đạt hơn một nửa.", True),
    ],
)
def test_workers_that_a_project_has_still_to_find(text: str, target: bool) -> None:
    assert {fact.target for fact in facts_of(text) if fact.unit != "percent"} == {target}


@pytest.mark.parametrize(
    "text",
    [
        "Mục tiêu đến năm 2020 lấp đầy 80%; hiện mới đạt 60%.",
        "Phấn đấu năm 2020 lấp đầy 80% (hiện là 60%).",
        "Phấn đấu năm 2020 lấp đầy 80% so với 60% hiện nay.",
    ],
)
def test_what_is_so_beside_an_aim_is_none(text: str) -> None:
    facts = facts_of(text)
    assert [(fact.target, fact.period_end) for fact in facts] == [
        (True, date(2020, 12, 31)),
        (False, date(2019, 12, 31)),
    ]


def test_a_word_of_now_before_an_aim_leaves_it_one() -> None:
    assert [fact.target for fact in facts_of("Hiện nay Ban đặt mục tiêu năm 2020 thu hút 30 dự án.")] == [True]


def test_what_is_told_behind_an_assigned_plan_in_brackets_is_no_part_of_it() -> None:
    text = "Vốn đạt 900 tỷ đồng, gấp đôi chỉ tiêu được giao (450 tỷ đồng), còn lại đến từ 5 dự án điều chỉnh tăng vốn."
    fact = facts_of(text)[-1]
    assert (fact.quote, fact.target, fact.bound) == ("5 dự án", False, "exact")
