"""Zones and where they lie."""

from __future__ import annotations

import pytest

from kcn_pipeline_tests.unit.extraction.builders import entities_of

BOARD, ZONE = "board:quang-ngai-dung-quat", "zone:dung-quat"


@pytest.mark.parametrize(
    "text",
    [
        "Khu kinh tế Dung Quất (nằm về phía Bắc của tỉnh Quảng Ngãi có tổng diện tích 44.000 ha) rất rộng.",
        "Nay, Khu kinh tế Dung Quất (nằm ở phía Đông tỉnh Quảng Ngãi có diện tích khoảng 44.000 ha, chia hai) mở cửa.",
        "Khu kinh tế Dung Quất thuộc huyện Bình Sơn, tỉnh Quảng Ngãi có tổng diện tích 44.000 ha.",
        "Khu kinh tế Dung Quất ở tỉnh Quảng Ngãi có 44 dự án.",
    ],
)
def test_a_province_that_a_zone_lies_in_owns_nothing_of_it(text: str) -> None:
    assert entities_of(f"Các KCN có 9 dự án.\n{text}", BOARD) == [BOARD, ZONE]


def test_territory_that_goes_on_with_a_figure_of_its_own_closes_none() -> None:
    text = "Trong đó, trong KCN có 9 dự án với tổng vốn 70 tỷ đồng và ngoài KCN là 4 dự án với tổng vốn 30 tỷ đồng."
    inside, outside = "board:vinh-long", "province:vinh-long"
    assert entities_of(text, inside) == [inside, inside, outside, outside]


def test_a_place_behind_the_brand_of_a_company_says_where_it_is() -> None:
    text = "Fuxing Display - Vĩnh Long tăng vốn thêm 75 triệu USD."
    assert entities_of(text, "board:vinh-long") == ["company:fuxing-display"]
