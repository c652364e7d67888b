"""Whom press speaks of: the nation, one province, or that one's zones."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kcn_pipeline.extraction.extract import extract_facts
from kcn_pipeline_tests.unit.extraction.builders import document_of, untouched

NATION, BOARD, PROVINCE = "nation:viet-nam", "board:tay-ninh", "province:tay-ninh"


def press(text: str, publisher: str | None = None) -> list[str | None]:
    """Whose each figure of an article is."""
    document = document_of(text, publisher)
    document = replace(document, identity=replace(document.identity, kind="press"))
    return [fact.entity for fact in extract_facts(document, untouched(text))]


@pytest.mark.parametrize(
    ("text", "entities"),
    [
        ("Các KCN của Tây Ninh thu hút 40 dự án. Tây Ninh nằm trong nhóm đầu cả nước.", [BOARD]),
        ("Các KCN cả nước thu hút 40 dự án. Tây Ninh có nhiều khu mới.", [NATION]),
        ("Tây Ninh góp một khu. Các KCN cả nước thu hút 40 dự án, cả nước xuất khẩu 9 tỷ USD.", [NATION, NATION]),
        ("Tây Ninh và Long An có nhiều KCN, thu hút 40 dự án.", [None]),
        # Of several boards of one province the one whose name has most words of the text.
        ("Các khu công nghiệp tỉnh Quảng Nam thu hút 40 dự án.\n\nLao động là 9.000 người.", ["board:quang-nam"] * 2),
    ],
)
def test_the_nation_or_the_one_province_named_first_and_most(text: str, entities: list[str | None]) -> None:
    assert press(text) == entities


@pytest.mark.parametrize("publisher", [None, BOARD])
def test_a_province_is_spoken_of_as_a_whole_where_the_lead_has_no_word_of_zones(publisher: str | None) -> None:
    text = "Tây Ninh cấp mới 17 dự án, trong đó 4 dự án trong khu công nghiệp. Tỉnh còn cho 9 dự án tăng vốn."
    assert press(text, publisher) == [PROVINCE, BOARD, PROVINCE]


def test_of_the_whole_place_is_not_of_its_zones() -> None:
    text = "Tây Ninh xuất khẩu 4 tỷ USD. Các doanh nghiệp KCN nộp 90 tỷ đồng; toàn tỉnh nộp ngân sách 400 tỷ đồng."
    assert press(text)[-1] == PROVINCE


def test_zones_in_the_title_or_the_lead_make_it_the_board_s() -> None:
    assert press("KCN hút vốn ở Tây Ninh\nTây Ninh cấp mới 17 dự án.") == [BOARD]
    assert press("Tây Ninh có các KCN lớn, đã cấp mới 17 dự án.") == [BOARD]


def test_a_sentence_on_the_zones_is_the_board_s_in_an_article_on_the_province() -> None:
    text = "Tây Ninh xuất khẩu 4 tỷ USD. Có 377 doanh nghiệp trong 06 KCN đang hoạt động với 90.000 lao động."
    assert press(text) == [PROVINCE, PROVINCE, BOARD, BOARD]


@pytest.mark.parametrize("rank", ["dẫn đầu cả nước", "cao nhất cả nước", "đứng thứ 4 cả nước", "thuộc top 5 cả nước"])
def test_the_nation_within_which_one_is_ranked_is_told_nothing(rank: str) -> None:
    assert press(f"Tây Ninh là tỉnh {rank} về vốn FDI với 26 dự án cấp mới.") == [PROVINCE]


@pytest.mark.parametrize(
    ("text", "entities"),
    [
        ("Việt Nam hút vốn vào các KCN\nCác KCN thu hút 40 dự án.", [NATION]),
        ("Vốn đổ vào Việt Nam\nCác KCN thu hút 40 dự án.", [NATION]),
        ("Theo Bộ Kế hoạch và Đầu tư, các KCN thu hút 40 dự án.", [NATION]),
        # As part of another name, or told later, it is not the one spoken of.
        ("Ông lớn Samsung Việt Nam đến rồi. Các KCN thu hút 40 dự án.", [None]),
        ("Các KCN thu hút 40 dự án. Nhà máy là lớn nhất ở Việt Nam.", [None]),
        # A province that alone is named goes before.
        ("Theo Bộ Kế hoạch và Đầu tư, các KCN Tây Ninh thu hút 40 dự án.", [BOARD]),
    ],
)
def test_the_proper_name_of_the_nation_or_an_office_of_it(text: str, entities: list[str | None]) -> None:
    assert press(text) == entities


def test_several_provinces_after_a_lead_on_the_zones_are_parts_of_the_nation() -> None:
    lead = "Các KCN thu hút 40 dự án."
    assert press(f"{lead} Vốn tìm đến Tây Ninh, Long An và Đồng Nai.") == [NATION]
    assert press(f"{lead} Vốn tìm đến Tây Ninh và Long An.") == [None]
    assert press(f"Vốn rời Đồng Nai. {lead} Vốn tìm đến Tây Ninh và Long An.") == [None]


def test_other_documents_keep_their_publisher() -> None:
    document = document_of("Tây Ninh cấp mới 17 dự án.", BOARD)
    assert [fact.entity for fact in extract_facts(document, untouched(document.text))] == [BOARD]


def test_more_zones_than_any_province_has_are_the_nation_s() -> None:
    text = "Các KCN thu hút 40 dự án. Hiện có 327 KCN được thành lập. KKT Sao Mai (Tây Ninh) chưa được lập."
    assert press(text)[:2] == [NATION, NATION]
    assert press(text.replace("327", "27"))[:2] == [BOARD, BOARD]


def test_zones_of_the_nation_are_no_zone_of_its_name() -> None:
    assert press("Tổng cộng 325 KCN Việt Nam\n\nViệt Nam có 325 KCN rộng 90.000 ha.") == [NATION] * 3


def test_an_article_at_home_that_does_not_name_its_province_is_not_the_nation_s() -> None:
    text = "Ban Quản lý các KCN tỉnh tổng kết công tác năm\n\nCác KCN thu hút 40 dự án, thuộc nhóm cao nhất cả nước."
    assert press(text) == [None]
    assert press(text.replace("KCN tỉnh", "KCN")) == [NATION]


def test_a_zone_under_a_picture_makes_no_article_on_zones() -> None:
    text = "Tây Ninh hút vốn\n\nMột góc KCN Trảng Bàng\n\nChín tháng, tỉnh thu hút 26 dự án mới."
    assert press(text) == [PROVINCE]
    assert press(text.replace("Một góc KCN Trảng Bàng", "Các KCN Tây Ninh ngày mới")) == [BOARD]


def test_in_press_the_whole_province_is_no_word_for_its_zones() -> None:
    text = "Các KCN của Tây Ninh thu hút 40 dự án.\nĐến nay, toàn tỉnh có 310 dự án."
    assert press(text) == [BOARD, PROVINCE]
    assert press(text.replace("310 dự án", "310 dự án trong các KCN")) == [BOARD, BOARD]
