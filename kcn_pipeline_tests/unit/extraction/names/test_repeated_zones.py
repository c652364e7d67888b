"""Zones named again without the word for zone, and the names that are none."""

from __future__ import annotations

import pytest

from kcn_pipeline_tests.unit.extraction.builders import entities_of, facts_of

BOARD = "board:ben-tre"
GIAO_HOA, AN_THUAN = "zone:giao-hoa", "zone:an-thuan"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("KCN Giao Hòa có 12 dự án.\nGiao Hòa đã lấp đầy 98%.", [GIAO_HOA, GIAO_HOA]),
        ("KCN Giao Hòa có 12 dự án.\nTại Giao Hòa, 5 dự án hoạt động.", [GIAO_HOA, GIAO_HOA]),
        ("KCN Giao Hòa có 12 dự án.\nỞ khu Giao Hòa có 900 lao động.", [GIAO_HOA, GIAO_HOA]),
        ("Các KCN Giao Hòa và An Thuận xuất khẩu tốt.\nAn Thuận lấp đầy 71%.", [AN_THUAN]),
        ("Hai KCN Giao Hòa, An Thuận xuất khẩu tốt.\nGiao Hòa lấp đầy 71%, An Thuận 98%.", [GIAO_HOA, AN_THUAN]),
        # A noun before the name makes it another; so do a longer name, and a text that never called it a zone.
        ("Các KCN Giao Hòa và An Thuận xuất khẩu tốt.\nCảng Giao Hòa sử dụng 98 lao động.", [BOARD]),
        ("Các KCN Giao Hòa và An Thuận xuất khẩu tốt.\nGiao Hòa Bắc lấp đầy 98%.", [BOARD]),
        ("Các KCN xuất khẩu tốt.\nGiao Hòa lấp đầy 98%.", [BOARD]),
    ],
)
def test_whose_the_figures_are(text: str, expected: list[str]) -> None:
    assert entities_of(text, BOARD) == expected


def test_areas_and_rates_of_a_list_of_zones() -> None:
    text = (
        "Các KCN Giao Hòa và An Thuận thu hút nhiều dự án.\n"
        "Giao Hòa (giai đoạn I và II, 164 ha) đã cho thuê 98% đất công nghiệp, An Thuận (72 ha) 100%."
    )
    told = [(fact.quote, fact.metric, fact.entity) for fact in facts_of(text, BOARD)]
    assert told == [
        ("164 ha", "zone_area", GIAO_HOA),
        ("98%", "occupancy_rate", GIAO_HOA),
        ("72 ha", "zone_area", AN_THUAN),
        ("100%", "occupancy_rate", AN_THUAN),
    ]


def test_a_zone_of_one_syllable_is_no_name_that_could_be_told_apart() -> None:
    assert entities_of("Hai KCN Sạch và An Thuận xuất khẩu tốt.\nSạch đẹp hơn, lấp đầy 98%.", BOARD) == [BOARD]
