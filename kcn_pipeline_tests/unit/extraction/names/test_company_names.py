"""Companies that their kind and name tell."""

from __future__ import annotations

import pytest

from kcn_pipeline_tests.unit.extraction.builders import entities_of

BOARD = "board:hai-duong"


@pytest.mark.parametrize(
    ("text", "entity"),
    [
        ("Dự án nhà máy sản xuất bút bi của Tập đoàn Hoa Mai với tổng vốn 27 triệu USD ở KCN Đại An.", "hoa-mai"),
        ("Chẳng hạn Công ty TNHH Minh Long (KCN Đại An) tăng vốn thêm 9 triệu USD.", "minh-long"),
        ("Chi nhánh Công ty Minh Long tăng vốn thêm 9 triệu USD.", "minh-long"),
        (
            "Công ty TNHH Khoa học kỹ thuật năng lượng mặt trời Sunlit (Nhật Bản) tại KCN Đại An có vốn 9 triệu USD.",
            "sunlit",
        ),
        ("Vốn tăng nhờ Brotex rót thêm 9 triệu USD.", "brotex"),
        ("Doanh thu của Công ty Minh Long đạt 300 tỷ đồng.", "minh-long"),
        ("Ban trao giấy chứng nhận đầu tư cho Công ty TNHH Minh Long với tổng vốn 12 triệu USD.", "minh-long"),
        ("Tại Công ty Minh Long, 900 lao động làm ba ca.", "minh-long"),
        ("Giám đốc Công ty Minh Long nói xưởng giữ 900 công nhân.", "minh-long"),
        ("Ban trao giấy chứng nhận cho dự án nhà máy điện tử Lovan, vốn đầu tư 12 triệu USD.", "lovan"),
        ("Tiếp đến là Công ty cổ phần Hạ tầng Đại An với vốn 120 tỷ đồng.", "ha-tang-dai-an"),
        ("Các dự án điện tử của Tập đoàn Hoa Mai có vốn 9 triệu USD.", "hoa-mai"),
    ],
)
def test_one_company(text: str, entity: str) -> None:
    (found,) = entities_of(text, BOARD)
    assert found is not None
    assert found.startswith("company:")
    assert entity in found


def test_each_item_of_a_list_names_its_own() -> None:
    text = "Tăng vốn có Công ty TNHH Kefa tăng thêm 12 triệu USD; Dự án may Hoa Mai tăng 4 triệu USD."
    assert entities_of(text, BOARD)[-1] == "company:may-hoa-mai"


def test_many_projects_are_not_singled_out() -> None:
    assert entities_of("Có 17 dự án nhà máy sản xuất bút bi của Tập đoàn Hoa Mai.", BOARD) == [BOARD]


def test_the_whole_that_a_share_is_of_is_not_the_company_s() -> None:
    text = (
        "Riêng Công ty Lọc dầu Hoa Mai nộp 900 tỷ đồng, chiếm 90% số nộp ngân sách 1.000 tỷ đồng của các doanh nghiệp."
    )
    assert entities_of(text, BOARD)[-1] == BOARD
