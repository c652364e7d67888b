"""What stands under a heading that speaks of estimates is estimated."""

from __future__ import annotations

import pytest

from kcn_pipeline_tests.unit.extraction.builders import facts_of


@pytest.mark.parametrize(
    "heading",
    ["II. Sản xuất kinh doanh (ước thực hiện)", "Kết quả kinh doanh (ước):", "Ước cả năm 2019, toàn Ban:"],
)
def test_items_under_a_heading_are_estimates(heading: str) -> None:
    facts = facts_of(f"{heading}\n- Doanh thu: 812 tỷ đồng;\n- Xuất khẩu: 65 triệu USD.")
    assert [f.bound for f in facts] == ["approx", "approx"]


def test_the_next_heading_ends_it() -> None:
    facts = facts_of("Sản xuất (ước thực hiện)\n- Doanh thu: 812 tỷ đồng.\nLao động\n- Lao động: 900 người.")
    assert [f.bound for f in facts] == ["approx", "exact"]


def test_a_column_among_others_estimates_nothing_below_the_table() -> None:
    text = "Chỉ tiêu - Ước thực hiện - So cùng kỳ (%)\nDoanh thu (tỷ đồng) - 90 - 118\n\nNăm qua cấp mới 33 dự án."
    assert facts_of(text)[-1].bound == "exact"


def test_a_time_and_a_colon_open_a_list_of_estimates() -> None:
    facts = facts_of("6 tháng ước: doanh thu 812 tỷ đồng; xuất khẩu 65 triệu USD.")
    assert [f.bound for f in facts] == ["approx", "approx"]


def test_a_hedge_of_its_own_stays() -> None:
    facts = facts_of("Kết quả (ước):\n- Doanh thu trên 812 tỷ đồng;\n- Xuất khẩu 65 triệu USD.")
    assert [f.bound for f in facts] == ["lower", "approx"]


def test_a_heading_holds_up_to_the_next_mark_of_its_kind() -> None:
    text = "* Sản xuất (ước thực hiện)\n- Doanh thu: 812 tỷ đồng.\n\n* Lao động: 900 người, thu nhập tăng."
    assert [f.bound for f in facts_of(text)] == ["approx", "exact"]
