"""Bare names at the head of a clause, and those that are none of a zone."""

from __future__ import annotations

import pytest

from kcn_pipeline_tests.unit.extraction.builders import entities_of

BOARD, DELTA = "board:vinh-long", "bloc:red-river-delta"


def test_a_member_at_the_head_of_a_clause() -> None:
    text = "Bắc Ninh cấp mới 9 dự án; Hà Nam tuy chỉ thêm 2 dự án nhưng doanh thu vọt lên 310 tỷ đồng."
    assert entities_of(text, DELTA)[1:] == ["board:ha-nam"] * 2


def test_a_zone_at_the_head_of_a_clause() -> None:
    text = "KCN Hòa Phú lấp đầy 90%; Bình Minh bỏ không hơn 20 ha."
    assert entities_of(text, BOARD) == ["zone:hoa-phu", "zone:binh-minh"]


def test_a_word_that_opens_what_is_told_of_a_name_may_stand_behind_it() -> None:
    assert entities_of("KCN Hòa Phú lấp đầy 90%, Bình Minh thì kín 100%.", BOARD)[1] == "zone:binh-minh"


@pytest.mark.parametrize("gates", ["cửa khẩu Lệ Thanh", "hai cửa khẩu Bờ Y, Lệ Thanh"])
def test_a_gate_at_the_border_is_no_zone(gates: str) -> None:
    assert entities_of(f"Kim ngạch qua {gates} 41 triệu USD.", "board:gia-lai") == ["board:gia-lai"]
