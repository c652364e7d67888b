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
        (
            "Lũy kế, 6 KCN (Hòa Phú, Bình Minh, Phú Hội mở rộng, Sơn Mỹ, Tân Phú Đông, Cầu Nam Thủy Sản) có 27 dự án.",
            ["27 dự án"],
        ),
        ("Tỷ lệ lấp đầy đạt 66% trên tổng số 9 khu công nghiệp.", ["66%"]),
        ("Nộp ngân sách 340 tỷ đổng.", ["340 tỷ đổng"]),
        ("Năm trong số 8 KCN đang hoạt động đã lấp đầy.", ["Năm", "8 KCN"]),
        ("Thu hút 14 dự án, ít hơn năm 2018 năm dự án.", ["14 dự án", "năm dự án"]),
        ("Lương bình quân tháng 5,4 triệu đồng.", ["5,4 triệu đồng"]),
        ("Lũy kế, 02 KCN (Hòa Phú, Bình Minh) có 27 dự án còn hiệu lực.", ["27 dự án"]),
    ],
)
def test_quotes(text: str, quotes: list[str]) -> None:
    assert [fact.quote for fact in facts_of(text)] == quotes


def test_zones_whose_names_follow_are_counted_where_nothing_goes_on() -> None:
    assert metrics_of("Tỉnh có 02 KCN (Hòa Phú, Bình Minh).") == [("02 KCN", "zones_established")]


def test_one_project_counts_in_a_list() -> None:
    facts = facts_of("Có 9 dự án tăng vốn; một dự án DDI giảm vốn 18 tỷ đồng.")
    assert [(fact.quote, fact.metric) for fact in facts[:2]] == [
        ("9 dự án", "project_expansions"),
        ("một dự án", "project_reductions"),
    ]


def test_the_word_for_year_is_no_five_before_a_number() -> None:
    assert [fact.value for fact in facts_of("Trong năm hai dự án bị thu hồi.")] == [2]
