"""Figures that are told of another than the name before them."""

from __future__ import annotations

import pytest

from kcn_pipeline_tests.unit.extraction.builders import entities_of

BOARD = "board:vinh-long"
PROVINCE = "province:vinh-long"


@pytest.mark.parametrize(
    ("text", "entities"),
    [
        (
            "Công ty Hoa Mai tăng vốn 9 triệu USD, nâng tổng số dự án lên 90 dự án với 3 tỷ USD.",
            ["company:cong-ty-hoa-mai", BOARD, BOARD],
        ),
        ("Công ty Hoa Mai khá. Lấp đầy 80%.", [BOARD]),
        ("Công ty Hoa Mai mở xưởng, doanh thu của các doanh nghiệp đạt 900 tỷ đồng.", [BOARD]),
        ("KCN Hòa Phú của Công ty Hoa Mai thu hút 90 dự án.", ["zone:hoa-phu"]),
    ],
)
def test_what_all_projects_or_a_zone_have_is_no_company_s(text: str, entities: list[str]) -> None:
    assert entities_of(text, BOARD) == entities


@pytest.mark.parametrize(
    ("text", "entities"),
    [
        (
            "Gồm 2 dự án từ Nhật Bản và 1 dự án từ Hàn Quốc, với tổng vốn đăng ký 9 triệu USD.",
            ["country:japan", "country:korea", BOARD],
        ),
        ("Nhật Bản dẫn đầu với 17 dự án; Hàn Quốc xếp kế tiếp, 14 dự án.", ["country:japan", "country:korea"]),
        ("Nhật Bản có nhiều dự án nhất: 17 dự án.", ["country:japan"]),
        (
            "Đến 30/6, Hàn Quốc có 9 dự án, tổng vốn 8 triệu USD; Nhật Bản có 6 dự án, tổng vốn 5 triệu USD.",
            ["country:korea", "country:korea", "country:japan", "country:japan"],
        ),
        ("Cấp mới 9 dự án, Hàn Quốc có 6 dự án, tổng vốn 8 triệu USD.", [BOARD, "country:korea", BOARD]),
        (
            "Cấp mới 9 dự án của các nhà đầu tư Hàn Quốc, vốn đăng ký 8 triệu USD; nộp ngân sách 60 tỷ đồng.",
            ["country:korea", "country:korea", BOARD],
        ),
        (
            "Doanh thu 900 tỷ đồng, riêng KCN Hòa Phú 400 tỷ đồng; nộp ngân sách 60 tỷ đồng.",
            [BOARD, "zone:hoa-phu", BOARD],
        ),
        ("Dự án Fuxing góp 12 triệu USD.\nTrong đó, tổng vốn nước ngoài đạt 90 triệu USD.", ["company:fuxing", BOARD]),
    ],
)
def test_names_that_stand_near_a_figure_of_another(text: str, entities: list[str]) -> None:
    assert entities_of(text, BOARD) == entities


def test_brackets_that_split_up_a_total_do_not_place_it() -> None:
    text = "Trên địa bàn tỉnh có 90 dự án với tổng vốn 4 tỷ USD (trong KCN 60 dự án; ngoài KCN 30 dự án)."
    assert entities_of(text, PROVINCE) == [PROVINCE, PROVINCE, BOARD, PROVINCE]


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("Xuất khẩu 6 tỷ USD, bằng 3% kim ngạch xuất khẩu cả nước; nhập khẩu 5 tỷ USD.", BOARD),
        ("Xuất khẩu 6 tỷ USD, bằng 3% kế hoạch; cả nước nhập khẩu 5 tỷ USD.", "nation:viet-nam"),
    ],
)
def test_the_nation_that_a_share_is_of_owns_nothing_behind_it(text: str, owner: str) -> None:
    assert entities_of(text, BOARD)[-1] == owner


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("Cả nước có 380 KCN, trong đó Long An có 28 KCN với 900 dự án, tổng vốn 6 tỷ USD.", "board:long-an"),
        ("Long An có 28 KCN, Tây Ninh có 9 KCN với 900 dự án, tổng vốn 6 tỷ USD.", "nation:viet-nam"),
        ("Vốn FDI vào Long An sau 9 tháng đạt 640 triệu USD.", "board:long-an"),
        ("Vốn FDI vào Long An trong năm đạt 640 triệu USD.", "board:long-an"),
        ("Long An 12 dự án, vốn 90 triệu USD, Tây Ninh 9 dự án, tổng vốn 70 triệu USD.", "board:tay-ninh"),
        ("Long An 12 dự án, Tây Ninh 9 dự án, tổng vốn 70 triệu USD.", "nation:viet-nam"),
    ],
)
def test_of_whom_an_article_on_the_nation_tells(text: str, last: str) -> None:
    assert entities_of(text, "nation:viet-nam")[-1] == last
