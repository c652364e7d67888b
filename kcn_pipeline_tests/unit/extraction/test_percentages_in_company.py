"""Percentages read with those beside them, and numerals with the habit of their author."""

from __future__ import annotations

import pytest

from kcn_pipeline_tests.unit.extraction.builders import facts_of


def test_what_follows_a_pair_of_percentages_is_said_of_both() -> None:
    facts = facts_of("Vốn thực hiện: FDI 164 triệu USD, DDI 610 tỷ đồng, bằng lần lượt 109% và 87% kế hoạch năm.")
    assert [(f.comparison, f.origin) for f in facts[2:]] == [("vs_plan", "fdi"), ("vs_plan", "ddi")]


def test_an_amount_is_set_against_what_the_last_was() -> None:
    facts = facts_of("Doanh thu 98 tỷ đồng, bằng 103% cùng kỳ. Xuất khẩu 17 triệu USD, bằng 118%.")
    assert [f.comparison for f in facts] == ["level", "yoy_index", "level", "yoy_index"]


def test_of_a_plan_nothing_is_taken_over_across_sentences() -> None:
    facts = facts_of("Doanh thu 98 tỷ đồng, tăng 3% so với cùng kỳ. Xuất khẩu 17 triệu USD, bằng 118%.")
    assert facts[-1].comparison == "level"


@pytest.mark.parametrize("verb", ["giảm", "tăng"])
def test_the_verb_of_a_percentage_is_no_capital_taken_back_or_added(verb: str) -> None:
    facts = facts_of(f"Vốn FDI cấp mới đạt 67 triệu USD. So với cùng kỳ, vốn FDI {verb} 21,6%.")
    assert (facts[1].metric, facts[1].comparison, facts[1].origin) == ("capital_new", "yoy", "fdi")


@pytest.mark.parametrize(("sign", "value"), [("↑", "8.4"), ("↓", "-8.4")])
def test_arrows_tell_growth(sign: str, value: str) -> None:
    facts = facts_of(f"Doanh thu: 31.900 tỷ đồng ({sign} 8,4%)")
    assert (facts[1].comparison, str(facts[1].value)) == ("yoy", value)


def test_an_author_who_marks_decimals_by_points_groups_by_commas() -> None:
    text = "Xuất khẩu 1,716 triệu USD; nhập khẩu 842.5 triệu USD; doanh thu 72.4 tỷ đồng; lấp đầy 73.8%."
    assert facts_of(text)[0].value == 1_716_000_000


def test_one_habit_alone_decides_nothing() -> None:
    text = "Xuất khẩu 1,716 triệu USD; nhập khẩu 842.5 triệu USD; doanh thu 72,4 tỷ đồng; lấp đầy 73.8%."
    assert facts_of(text)[0].value == 1_716_000


def test_people_are_counted_whole() -> None:
    assert [f.value for f in facts_of("Có 101,250 lao động.")] == [101_250]
