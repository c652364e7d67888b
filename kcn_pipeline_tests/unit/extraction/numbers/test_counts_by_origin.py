"""Counts of projects by origin, each with its money."""

from __future__ import annotations

import pytest

from kcn_pipeline_tests.unit.extraction.builders import facts_of

FOREIGN, DOMESTIC = ("24", "fdi"), ("30", "ddi")


@pytest.mark.parametrize(
    "text",
    [
        "Dự án đầu tư (lũy kế): 54; FDI 24/vốn 310 triệu USD; trong nước 30/vốn 2.700 tỷ đồng.",
        "Lũy kế các dự án: FDI 24/310 triệu USD; DDI 30/2.700 tỷ đồng.",
        "Tăng vốn 54 lượt (24 FDI: 310 triệu; 30 DDI: 2.700 tỷ).",
    ],
)
def test_the_count_of_an_origin_and_its_money(text: str) -> None:
    facts = facts_of(text)
    counts = [(str(f.value), f.origin) for f in facts if f.unit == "project" and f.origin != "total"]
    money = [(str(f.value), f.unit, f.origin) for f in facts if f.unit in {"USD", "VND"}]
    assert counts == [FOREIGN, DOMESTIC]
    assert money == [("310000000", "USD", "fdi"), ("2700000000000", "VND", "ddi")]


def test_the_bare_number_before_them_that_they_sum_to() -> None:
    facts = facts_of("Có 3 KCN hoạt động. Lũy kế: 54; FDI 24/vốn 310 triệu USD; trong nước 30/vốn 2.700 tỷ đồng.")
    assert [(str(f.value), f.unit) for f in facts][1:3] == [("54", "project"), ("24", "project")]


def test_money_out_of_money_is_no_count() -> None:
    facts = facts_of("Vốn giải ngân FDI 62/90 triệu USD.")
    assert [f.unit for f in facts] == ["USD", "USD"]
