"""Zones that only their list and their area tell."""

from __future__ import annotations

import pytest

from kcn_pipeline_tests.unit.extraction.builders import entities_of

BOARD = "board:bac-ninh"


def test_a_name_before_its_area_in_a_list_of_zones_is_a_zone_s() -> None:
    text = "Huyện Tân Sơn có hai KCN là Tân Sơn (300 ha) và Tân Sơn 2 (250 ha)."
    assert entities_of(text, BOARD)[-2:] == ["zone:tan-son", "zone:tan-son-2"]


def test_a_dash_joins_the_words_of_a_name() -> None:
    assert entities_of("Các KCN gồm: Mai Lâm – Tân Sơn (300 ha).", BOARD) == ["zone:mai-lam-tan-son"]


@pytest.mark.parametrize(
    "text",
    [
        "Tân Sơn (300 ha) và Mai Lâm (250 ha) đã được cho thuê đất.",
        "Các KCN đã cho thuê thêm đất ở Tân Sơn (300 ha).",
        "Các KCN đã lập:\nTổng diện tích (300 ha).",
    ],
)
def test_without_a_list_of_zones_nothing_is_named(text: str) -> None:
    assert set(entities_of(text, BOARD)) == {BOARD}
