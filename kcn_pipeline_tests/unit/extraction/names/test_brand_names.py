"""Companies named by their brand alone, and the names that are none."""

from __future__ import annotations

import pytest

from kcn_pipeline_tests.unit.extraction.builders import entities_of

BOARD = "board:bac-ninh"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Fuxing Display tăng vốn thêm 25 triệu USD.", ["company:fuxing-display"]),
        ("Fuxing sử dụng 900 lao động, trong đó 40 người nước ngoài.", ["company:fuxing", "company:fuxing"]),
        (
            "Lớn nhất trong các dự án tăng vốn là Fuxing (50 triệu USD) và Regal Optics (26 triệu USD).",
            ["company:fuxing", "company:regal-optics"],
        ),
        ("Nhiều dự án lớn như Công ty TNHH Fuxing tăng thêm 12 triệu USD.", ["company:cong-ty-tnhh-fuxing"]),
        ("Xuất khẩu phần lớn là sản phẩm cơ khí của Fuxing Display với 96 triệu USD.", ["company:fuxing-display"]),
        ("Dự án lớn nhất thuộc về Fuxing (KCN Quế Võ) trị giá 98 triệu USD.", ["company:fuxing"]),
        (
            "Các dự án lớn: Fuxing 50 triệu USD; Lite-Way Bắc Ninh 69 triệu USD.",
            ["company:fuxing", "company:lite-way-bac-ninh"],
        ),
        # Countries, capitals throughout and Vietnamese words are no brands; nor is a name that touches no figure.
        ("Singapore 3 dự án mới.", ["country:singapore"]),
        ("Bacninh có 12 dự án mới.", [BOARD]),
        ("FDI đạt 12 triệu USD vốn cấp mới.", [BOARD]),
        ("Vĩnh Thịnh cấp mới 12 dự án.", [BOARD]),
        ("Các khu (TX. Buonho) có 12 dự án mới.", [BOARD]),
        ("Fuxing vừa khởi công nhà máy, các KCN thu hút 12 dự án.", [BOARD]),
    ],
)
def test_whose_the_figures_are(text: str, expected: list[str]) -> None:
    assert entities_of(text, BOARD) == expected


@pytest.mark.parametrize(
    ("text", "entity"),
    [
        ("Bắc Thành (BTC) báo doanh thu 78 tỷ đồng.", "company:bac-thanh"),
        ("Minh Trường nộp ngân sách 58 tỷ đồng.", "company:minh-truong"),
        ("Long An nộp ngân sách 58 tỷ đồng.", "board:vinh-long"),
        ("Minh Trường có 5 dự án đang hoạt động.", "board:vinh-long"),
    ],
)
def test_a_name_is_a_company_s_where_a_verb_of_companies_follows(text: str, entity: str) -> None:
    assert entities_of(text, "board:vinh-long") == [entity]


@pytest.mark.parametrize("text", ["Toàn KKT nộp ngân sách 58 tỷ đồng.", "Ngoài KCN Hòa Phú đã lấp đầy, có 5 dự án."])
def test_words_around_a_zone_are_no_company(text: str) -> None:
    assert not any((entity or "").startswith("company:") for entity in entities_of(text, "board:vinh-long"))
