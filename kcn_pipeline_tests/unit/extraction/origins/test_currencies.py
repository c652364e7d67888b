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
