"""Two amounts in brackets behind a ratio."""

from __future__ import annotations

from datetime import date

from kcn_pipeline_tests.unit.extraction.builders import facts_of


def test_behind_growth_the_second_is_of_the_year_before() -> None:
    text = "Doanh thu tháng 7 ước đạt 240,5 tỷ đồng, giảm 3,8% so với cùng kỳ (240,5/250,0 tỷ đồng)."
    told, _, first, second = facts_of(text)
    assert (first.period_start, first.period_end, first.bound) == (told.period_start, told.period_end, "approx")
    assert (second.period_start, second.period_end, second.target) == (date(2018, 7, 1), date(2018, 7, 31), False)
    assert {told.metric, first.metric, second.metric} == {"revenue"}


def test_behind_a_share_the_second_is_of_the_whole_place() -> None:
    text = "Xuất khẩu đạt 80,0 triệu USD, chiếm 40% so với toàn tỉnh (80,0/200 triệu USD)."
    told, _, first, second = facts_of(text)
    assert [told.entity, first.entity, second.entity] == ["board:ha-noi", "board:ha-noi", "province:ha-noi"]
    assert (second.target, second.period_end) == (False, told.period_end)


def test_behind_a_plan_the_second_is_the_plan() -> None:
    _, _, first, second = facts_of("Thu hút 12 dự án, bằng 80% kế hoạch (12/15 dự án).")
    assert (first.target, second.target) == (False, True)


def test_a_fraction_without_a_ratio_before_it_is_left_alone() -> None:
    facts = facts_of("Cấp mới 12 dự án (8/12 dự án FDI).")
    assert facts[0].target is False
    assert all(fact.comparison == "level" for fact in facts)
