"""Zones split up by where they lie, and what stands behind words of parts."""

from __future__ import annotations

from kcn_pipeline_tests.unit.extraction.builders import entities_of, metrics_of


def test_zones_are_split_up_in_the_next_sentence() -> None:
    text = "Hiện có 11 KCN đang hoạt động. Trong đó, 7 KCN thuộc Khu kinh tế Định An; 4 KCN nằm ngoài."
    assert metrics_of(text) == [
        ("11 KCN", "zones_operating"),
        ("7 KCN", "zones_operating"),
        ("4 KCN", "zones_operating"),
    ]


def test_the_wording_behind_words_of_parts_is_of_the_part() -> None:
    text = "Doanh thu ước đạt 5.200 tỷ đồng trong đó kim ngạch xuất khẩu ước đạt 87 triệu USD."
    assert [metric for _, metric in metrics_of(text)] == ["revenue", "exports"]


def test_a_wording_behind_parts_that_touches_no_figure_is_of_the_count_before() -> None:
    text = "Có 58 dự án, trong đó còn hiệu lực 41 dự án."
    assert [metric for _, metric in metrics_of(text)][1] == "projects_active"


def test_zones_outside_another_are_their_board_s() -> None:
    text = "Các KCN ngoài KKT Vân Phong đã thu hút 55 dự án. Trong KKT Vân Phong có 120 dự án."
    assert entities_of(text, "board:khanh-hoa-van-phong") == ["board:khanh-hoa-van-phong", "zone:van-phong"]
