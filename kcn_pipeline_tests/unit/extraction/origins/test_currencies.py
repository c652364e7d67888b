"""Two currencies in one breath."""

from __future__ import annotations

import pytest

from kcn_pipeline_tests.unit.extraction.builders import facts_of


@pytest.mark.parametrize(
    "text",
    [
        "Mục tiêu 2020: mời gọi 30 dự án, vốn 8.000 tỷ đồng và 210 triệu USD; xuất khẩu 900 triệu USD.",
        "Có 30 dự án, vốn 8.000 tỷ đồng cộng 210 triệu USD.",
    ],
)
def test_two_currencies_of_a_plan_alone_or_added_up(text: str) -> None:
    assert [(f.unit, f.origin) for f in facts_of(text)][1:3] == [("VND", "ddi"), ("USD", "fdi")]


@pytest.mark.parametrize(
    ("text", "origins"),
    [
        ("Có 9 dự án FDI, tổng vốn 40 triệu USD và 700 tỷ đồng.", ["fdi", "fdi", "fdi"]),
        ("Có 9 dự án DDI với tổng vốn 700 tỷ đồng và 4 triệu USD.", ["ddi", "ddi", "ddi"]),
        ("Có 6 dự án FDI và 3 dự án DDI, tổng vốn 40 triệu USD và 700 tỷ đồng.", ["fdi", "ddi", "fdi", "ddi"]),
    ],
)
def test_both_currencies_are_of_the_projects_right_before_them(text: str, origins: list[str]) -> None:
    assert [fact.origin for fact in facts_of(text)] == origins
