"""Two ratios that say which amount each is of."""

from __future__ import annotations

import pytest

from kcn_pipeline_tests.unit.extraction.builders import facts_of


@pytest.mark.parametrize(
    "text",
    [
        "Cấp mới 24 dự án FDI, vốn 290 triệu USD (bằng 115% về số dự án và 128% về vốn so với năm 2018).",
        "Cấp mới 24 dự án FDI, vốn 290 triệu USD, bằng 115% về số dự án và 128% về vốn so với cùng kỳ.",
        "Cấp mới 24 dự án FDI, vốn 290 triệu USD, so với cùng kỳ bằng 115% về số dự án và bằng 128% về vốn.",
    ],
)
def test_two_indexes_say_which_amount_each_is_of(text: str) -> None:
    first, second = facts_of(text)[2:]
    assert [first.comparison, second.comparison] == ["yoy_index", "yoy_index"]
    assert first.metric == "projects_licensed"


def test_a_share_of_a_kind_stays_one() -> None:
    assert facts_of("Cấp mới 24 dự án, trong đó 12 dự án FDI, bằng 50% số dự án.")[-1].comparison == "share"
