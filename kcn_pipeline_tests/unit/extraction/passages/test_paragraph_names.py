"""Whom a paragraph is about."""

from __future__ import annotations

import pytest

from kcn_pipeline_tests.unit.extraction.builders import entities_of

BOARD, ZONE = "board:khanh-hoa-van-phong", "zone:suoi-dau"


@pytest.mark.parametrize("opening", ["", "Đến nay, ", "Năm 2019, ", "Đứng đầu là ", "Hiện nay, "])
def test_a_name_behind_a_time_or_a_rank_opens_its_paragraph(opening: str) -> None:
    text = f"{opening}KCN Suối Dầu có 53 dự án. Lao động là 9.000 người.\nXuất khẩu đạt 4 tỷ USD."
    assert entities_of(f"Các KCN đạt kết quả khá.\n{text}", BOARD) == [ZONE, ZONE, BOARD]


def test_where_the_last_figure_lies_is_no_topic_of_what_comes_after() -> None:
    text = "Tỉnh cấp mới 17 dự án, trong đó 4 dự án nằm trong KCN. Ngoài ra, cho 9 dự án tăng vốn."
    assert entities_of(text, "province:khanh-hoa")[-1] == "province:khanh-hoa"


def test_but_one_at_the_head_of_its_clause_is() -> None:
    text = "Tỉnh cấp mới 17 dự án. Riêng tại các KCN, cấp mới 4 dự án. Kim ngạch xuất khẩu đạt 4 tỷ USD."
    assert entities_of(text, "province:khanh-hoa")[-1] == "board:khanh-hoa-van-phong"


@pytest.mark.parametrize("opening", ["Về thu hút đầu tư, tại ", "Rộng 336 ha và đã kín đất, ", "Theo lãnh đạo huyện, "])
def test_a_zone_behind_the_opening_clause_opens_its_paragraph(opening: str) -> None:
    text = f"{opening}KCN Suối Dầu có 53 dự án. Lao động là 9.000 người."
    assert entities_of(f"Các KCN đạt kết quả khá.\n{text}", BOARD)[-2:] == [ZONE, ZONE]


def test_several_zones_each_with_its_figure_open_none() -> None:
    text = "Trong đó KCN Suối Dầu 29 dự án, KCN Ninh Thủy 22 dự án. Tổng vốn đăng ký là 900 triệu USD."
    assert entities_of(text, BOARD) == [ZONE, "zone:ninh-thuy", BOARD]


def test_a_paragraph_that_opens_with_the_province_is_not_about_the_zone_of_the_text() -> None:
    text = "KCN Suối Dầu vươn lên\nLao động là 9.000 người.\nTrên địa bàn Khánh Hòa hiện có tổng số 300 dự án."
    assert entities_of(text, BOARD) == [ZONE, BOARD]


def test_a_board_spoken_of_after_it_ends_what_a_zone_opened() -> None:
    text = "Các KCN khá.\nKCN Suối Dầu có 53 dự án. Trong năm, Ban cấp mới 3 dự án. Kim ngạch xuất khẩu đạt 4 tỷ USD."
    assert entities_of(text, BOARD) == [ZONE, BOARD, BOARD]


def test_the_one_zone_of_a_title_owns_the_figures_of_the_title() -> None:
    text = "46.000 tỷ đồng vốn đầu tư cho Suối Dầu\nLao động là 9.000 người."
    assert entities_of(text, BOARD) == [ZONE, ZONE]


def test_two_zones_of_a_title_own_none() -> None:
    text = "46.000 tỷ đồng vốn đầu tư cho Suối Dầu và Ninh Thủy\nLao động là 9.000 người."
    assert entities_of(text, BOARD) == [BOARD, BOARD]


def test_the_province_without_its_name_is_the_one_that_an_article_on_the_nation_spoke_of_before() -> None:
    text = "Các KCN cả nước có 9.000 dự án.\n\nỞ Khánh Hòa, các KCN có 90 dự án.\n\nTrong 3 KCN của tỉnh, 2 khu đã đầy."
    found = [*entities_of(f"{text} Diện tích đã cho thuê 58 ha.\n\nCác tỉnh thu hút 800 dự án.", "nation:viet-nam")]
    assert found[:2] == ["nation:viet-nam", BOARD]
    assert found[-2:] == [BOARD, "nation:viet-nam"]


def test_an_article_on_a_province_goes_on_with_what_its_board_tells() -> None:
    opening = "Kinh tế tỉnh nhà\nGiá trị sản xuất toàn tỉnh đạt 900 tỷ đồng."
    told = "Ban Quản lý các KCN tỉnh cho hay, xuất khẩu đạt 40 triệu USD.\nCấp mới 4 dự án."
    text = f"{opening}\n{told}\nThu ngân sách toàn tỉnh 9 tỷ đồng.\nHiện có 68 dự án."
    board, province = "board:ninh-binh", "province:ninh-binh"
    assert entities_of(text, province) == [province, board, board, province, province]


def test_a_rate_of_several_zones_ends_what_is_told_of_one() -> None:
    text = "KCN Suối Dầu góp 23 dự án. Tỷ lệ lấp đầy 4 KCN đạt 71%. Có 9.400 lao động."
    assert entities_of(text, BOARD) == [ZONE, BOARD, BOARD]


def test_a_province_in_brackets_behind_a_zone_does_not_close_its_paragraph() -> None:
    text = "Các KCN thu hút 14 dự án.\nKCN Đại An (Hải Dương) có 53 dự án. Năm nay, thu hút 6 dự án mới."
    assert entities_of(text, "board:hai-duong") == ["board:hai-duong", "zone:dai-an", "zone:dai-an"]
