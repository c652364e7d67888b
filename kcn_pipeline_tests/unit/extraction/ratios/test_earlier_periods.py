"""Which percentage of a sentence is set against an earlier time."""

from __future__ import annotations

import pytest

from kcn_pipeline_tests.unit.extraction.builders import facts_of


def comparisons(text: str) -> list[tuple[str, str]]:
    """Value and comparison of each percentage."""
    return [(str(fact.value), fact.comparison) for fact in facts_of(text) if fact.unit == "percent"]


@pytest.mark.parametrize("sign", [";", ","])
def test_the_time_behind_one_percentage_is_not_of_the_next(sign: str) -> None:
    text = f"Có 4.100 lao động, tăng 5% so với cuối năm 2018{sign} lao động nữ chiếm 58%."
    assert comparisons(text) == [("5", "yoy"), ("58", "share")]


@pytest.mark.parametrize("sign", [";", ","])
def test_a_time_before_a_verb_of_the_next_clause_opens_it(sign: str) -> None:
    text = f"Doanh thu 900 tỷ đồng, vượt 3% kế hoạch{sign} so năm 2018 tăng 9%."
    assert comparisons(text) == [("3", "vs_plan_excess"), ("9", "yoy")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Doanh thu 900 tỷ đồng, bằng 109%, so với năm 2018.", [("109", "yoy_index")]),
        ("So với năm 2018, doanh thu 900 tỷ đồng, bằng 109%.", [("109", "yoy_index")]),
        ("Doanh thu 900 tỷ đồng, so với cùng kỳ bằng 109%.", [("109", "yoy_index")]),
        ("Doanh thu 900 tỷ đồng, bằng 109% năm 2018 và 97% kế hoạch.", [("109", "yoy_index"), ("97", "vs_plan")]),
        ("Doanh thu 900 tỷ đồng, bằng 109% kế hoạch.", [("109", "vs_plan")]),
    ],
)
def test_the_time_a_percentage_is_against(text: str, expected: list[tuple[str, str]]) -> None:
    assert comparisons(text) == expected


@pytest.mark.parametrize(
    ("behind", "comparison"),
    [
        ("bằng 47% về số dự án và 31% về vốn so với năm 2018", "yoy_index"),
        ("bằng 47% và 31% so với cùng kỳ", "yoy_index"),
        ("đạt 47% về số dự án và 31% về vốn so với kế hoạch", "vs_plan"),
        ("tăng 47% về số dự án và 31% về vốn so với năm 2018", "yoy"),
        ("tăng 47% và 31% so với năm 2018", "yoy"),
    ],
)
def test_what_follows_a_pair_is_said_of_the_count_and_of_its_money(behind: str, comparison: str) -> None:
    facts = facts_of(f"Cấp mới 54 dự án, vốn đăng ký 178 triệu USD, {behind}.")[2:]
    told = [(fact.metric, str(fact.value), fact.comparison) for fact in facts]
    assert told == [("projects_licensed", "47", comparison), ("capital_new", "31", comparison)]


@pytest.mark.parametrize(
    "behind",
    [
        "(bằng 115% về số dự án và 128% về vốn so với năm 2018)",
        ", so với cùng kỳ bằng 115% về số dự án và bằng 128% về vốn",
    ],
)
def test_both_of_two_that_say_what_they_are_of_are_indexes(behind: str) -> None:
    first, second = facts_of(f"Cấp mới 24 dự án FDI, vốn 290 triệu USD{behind}.")[2:]
    assert [first.comparison, second.comparison] == ["yoy_index", "yoy_index"]
    assert first.metric == "projects_licensed"


def test_a_share_of_a_kind_stays_one() -> None:
    assert facts_of("Cấp mới 24 dự án, trong đó 12 dự án FDI, bằng 50% số dự án.")[-1].comparison == "share"
