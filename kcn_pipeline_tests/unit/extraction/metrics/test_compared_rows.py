"""Changes told in a row under one comparison, and capital that is added to projects."""

from __future__ import annotations

import pytest

from kcn_pipeline_tests.unit.extraction.builders import facts_of


@pytest.mark.parametrize(
    "text",
    [
        "Cấp 24 dự án FDI, vốn 180 triệu USD. So với năm 2018, số lượng dự án tăng thêm 7 và vốn tăng 26 triệu USD.",
        "Cấp mới 24 dự án FDI, vốn 180 triệu USD. Số dự án tăng 7, vốn đăng ký tăng 26 triệu USD so với năm 2018.",
        "Cấp mới 24 dự án FDI, vốn 180 triệu USD, số dự án tăng 7, vốn tăng 26 triệu USD so với cùng kỳ năm trước.",
        "Cấp mới 24 dự án FDI, vốn 180 triệu USD (tăng 7 dự án và 26 triệu USD so với cùng kỳ).",
    ],
)
def test_all_of_a_row_under_one_comparison_are_changes(text: str) -> None:
    count, money = facts_of(text)[2:]
    assert [(f.metric, f.comparison, f.origin) for f in (count, money)] == [
        ("projects_licensed", "change", "fdi"),
        ("capital_new", "change", "fdi"),
    ]
    assert [int(count.value), int(money.value)] == [7, 26_000_000]


def test_both_may_have_fallen() -> None:
    facts = facts_of(
        "Cấp mới 24 dự án, vốn 180 triệu USD. So với năm 2018, số dự án giảm 7, vốn đăng ký giảm 26 triệu USD."
    )
    assert [(f.comparison, int(f.value)) for f in facts[2:]] == [("change", -7), ("change", -26_000_000)]


@pytest.mark.parametrize(
    "text",
    [
        "Trong kỳ, có 7 dự án tăng vốn, vốn đăng ký tăng thêm 26 triệu USD.",
        "So với cùng kỳ, có 7 dự án tăng vốn, vốn đăng ký tăng thêm 26 triệu USD.",
        "Có 7 dự án điều chỉnh, vốn đăng ký tăng 26 triệu USD, tăng 12% so với cùng kỳ.",
    ],
)
def test_capital_added_to_projects_is_an_amount(text: str) -> None:
    money = next(f for f in facts_of(text) if f.unit == "USD")
    assert (money.metric, money.comparison) == ("capital_increase", "level")
