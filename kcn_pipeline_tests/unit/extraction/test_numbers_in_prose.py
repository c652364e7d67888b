"""Numbers that typing glued to a word, articles before a scale, ordinals of a list, counts that set a scope."""

from __future__ import annotations

import pytest

from kcn_pipeline_tests.unit.extraction.builders import facts_of, metrics_of


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ("Giá trị sản xuất công nghiệp đạt khoảng2.410 tỷ đồng.", ["2.410 tỷ đồng"]),
        ("Nhà máy bên quốc lộ QL51 nộp ngân sách 3 tỷ đồng.", ["3 tỷ đồng"]),
        ("Gần một tỷ USD vốn đầu tư đăng ký mới.", ["một tỷ USD"]),
        ("Một là dự án giày, vốn 116 tỷ đồng; hai là dự án bê tông, vốn 65 tỷ đồng.", ["116 tỷ đồng", "65 tỷ đồng"]),
        ("Lũy kế, 02 KCN (Hòa Phú, Bình Minh) có 27 dự án còn hiệu lực.", ["27 dự án"]),
    ],
)
def test_quotes(text: str, quotes: list[str]) -> None:
    assert [fact.quote for fact in facts_of(text)] == quotes


def test_zones_whose_names_follow_are_counted_where_nothing_goes_on() -> None:
    assert metrics_of("Tỉnh có 02 KCN (Hòa Phú, Bình Minh).") == [("02 KCN", "zones_established")]
