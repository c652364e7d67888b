"""Whom, when, and outcome or aim."""

from __future__ import annotations

from datetime import date

import pytest

from kcn_pipeline_tests.unit.extraction.builders import FIRST_HALF_2019, YEAR_2019, facts_of

DELTA = "bloc:red-river-delta"


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


def test_the_publisher_owns_what_names_nobody() -> None:
    [fact] = facts_of("Cấp mới 12 dự án.", publisher=DELTA)
    assert fact.entity == DELTA


def test_a_member_named_at_the_start_owns_its_paragraph() -> None:
    text = "Ban Quản lý các KCN tỉnh Bắc Ninh: Cấp mới 12 dự án. Nộp ngân sách 30 tỷ đồng.\nToàn Khối cấp mới 9 dự án."
    facts = facts_of(text, publisher=DELTA)
    assert [fact.entity for fact in facts] == ["board:bac-ninh", "board:bac-ninh", DELTA]
    assert any(cue.role == "entity" for cue in facts[0].cues)


def test_bare_names_own_the_figures_of_a_list_in_a_bloc_s_report() -> None:
    text = "Các đơn vị cấp mới 30 dự án. Trong đó Hải Dương 12 dự án, Hưng Yên 18 dự án."
    assert [fact.entity for fact in facts_of(text, publisher=DELTA)] == [DELTA, "board:hai-duong", "board:hung-yen"]


def test_one_zone_s_figure_is_not_the_board_s() -> None:
    [fact] = facts_of("Riêng KCN Quang Minh cấp mới 4 dự án.")
    assert fact.entity == "zone:quang-minh"


def test_investor_countries_are_foreign() -> None:
    facts = facts_of("Cấp mới 9 dự án FDI. Trong đó Nhật Bản 5 dự án, Hàn Quốc 4 dự án.")
    assert [(fact.entity, fact.origin) for fact in facts[1:]] == [("country:japan", "fdi"), ("country:korea", "fdi")]
