"""Zones and companies that text alone names."""

from __future__ import annotations

import pytest

from kcn_pipeline.documents.document import Identity
from kcn_pipeline.extraction.extract import extract_facts
from kcn_pipeline.periods import Window
from kcn_pipeline_tests.unit.extraction.builders import YEAR_2019, document_of, entities_of, facts_of, untouched

BOARD = "board:vinh-long"


@pytest.mark.parametrize(
    ("name", "entity"),
    [
        ("KKT cửa khẩu Lào Cai", "zone:cua-khau-lao-cai"),
        ("KCN phía Nam", "zone:phia-nam"),
        ("KKT ven biển Thái Bình", "zone:ven-bien-thai-binh"),
        ("Khu kinh tế (KKT) Năm Căn", "zone:nam-can"),
        ("KCN Điện Nam - Điện Ngọc", "zone:dien-nam-dien-ngoc"),
        ("KCN Đại An - Hải Dương", "zone:dai-an"),
        ("Khu công nghệ cao TP Đà Nẵng", "zone:khu-cong-nghe-cao"),
        ("Khu CNC Hòa Lạc", "zone:hoa-lac"),
        ("KKT cửa khẩu quốc tế Cầu Treo", "zone:cua-khau-quoc-te-cau-treo"),
        ("Khu kinh tế Cửa khẩu", BOARD),  # that names none
    ],
)
def test_words_for_the_site_of_a_zone_belong_to_its_name(name: str, entity: str) -> None:
    assert entities_of(f"{name} có 46 doanh nghiệp.", BOARD) == [entity]


@pytest.mark.parametrize(
    ("subject", "entity"),
    [
        ("Riêng SEVT xuất khẩu", "company:sevt"),
        ("Riêng dự án FDI của Zamkor tăng vốn thêm", "company:zamkor"),
        ("Dự án FDI Zamkor tăng vốn thêm", "company:zamkor"),
        ("Đầu tàu là Công ty Hoàng Long Phát: năm 2019 xuất khẩu", "company:cong-ty-hoang-long-phat"),
    ],
)
def test_one_investor_is_singled_out(subject: str, entity: str) -> None:
    assert entities_of(f"{subject} 50 triệu USD.", BOARD) == [entity]


def test_a_kind_of_investment_behind_the_word_for_only_is_no_company() -> None:
    assert entities_of("Riêng FDI xuất khẩu 50 triệu USD.", BOARD) == [BOARD]


@pytest.mark.parametrize("province", ["Hải Phòng", "Bắc Ninh", "Đồng Nai"])
def test_all_zones_of_a_province_are_its_board_s_whatever_became_of_it_later(province: str) -> None:
    text = f"Các KCN Long An cấp mới 6 dự án; ngược lại, các KCN {province} cấp mới 9 dự án."
    entities = entities_of(text, "nation:viet-nam")
    assert entities[0] == "board:long-an"
    assert entities[1] in {"board:hai-phong", "board:bac-ninh", "board:dong-nai"}


def test_a_list_of_zones_is_over_at_the_semicolon() -> None:
    text = "Lấp đầy KCN Hòa Phú 96%, KCN Bình Minh 88%; doanh nghiệp xuất khẩu 42 triệu USD."
    assert entities_of(text, BOARD) == ["zone:hoa-phu", "zone:binh-minh", BOARD]


def test_a_zone_that_opens_a_list_does_not_own_its_total() -> None:
    text = "KCN Hòa Phú có 38 doanh nghiệp, KCN Bình Minh 12 doanh nghiệp; tổng cộng 52 doanh nghiệp."
    assert entities_of(text, BOARD)[-1] == BOARD


def test_one_zone_goes_on_behind_a_semicolon() -> None:
    assert entities_of("KCN Hòa Phú có 38 dự án; xuất khẩu 42 triệu USD.", BOARD) == ["zone:hoa-phu"] * 2


def press_entities(text: str, window: Window = YEAR_2019) -> list[str | None]:
    """Whose each figure is in an article that no board published."""
    document = document_of(text, publisher=None, window=window)
    identity = Identity(None, "press", window, None, text[:40], None, ())
    document = type(document)(
        document.document_id, document.name, document.path, document.size_bytes, document.decoded, identity
    )
    return [fact.entity for fact in extract_facts(document, untouched(text))]


def test_press_that_names_one_province_speaks_of_its_zones() -> None:
    text = "Giá trị sản xuất trong các khu công nghiệp tăng.\n\nĐến nay, Vĩnh Long có 57 dự án còn hiệu lực."
    assert press_entities(text) == [BOARD]


def test_press_that_names_two_provinces_speaks_of_neither() -> None:
    text = "Các khu công nghiệp xuất khẩu 40 triệu USD.\n\nVĩnh Long và Long An cùng mời gọi đầu tư."
    assert press_entities(text) == [None]


@pytest.mark.parametrize(
    ("text", "entities"),
    [
        ("Xuất khẩu của tỉnh đạt 240 triệu USD, tăng 9%.", ["province:vinh-long"] * 2),
        ("Các KCN trên địa bàn tỉnh xuất khẩu 40 triệu USD.", [BOARD]),
        ("Tỷ lệ lấp đầy các KCN của tỉnh đạt 80%.", [BOARD]),
    ],
)
def test_an_amount_that_its_wording_gives_to_the_province_is_the_province_s(
    text: str, entities: list[str | None]
) -> None:
    assert [fact.entity for fact in facts_of(text, BOARD)] == entities


def test_the_only_zone_of_its_kind_needs_no_name() -> None:
    text = "Các KCN lấp đầy 87%, Khu công nghệ cao 61,5%."
    assert entities_of(text, BOARD) == [BOARD, "zone:khu-cong-nghe-cao"]


def test_a_kind_joined_to_others_is_no_zone() -> None:
    assert entities_of("Khu công nghệ cao và các KCN có 87 dự án.", BOARD) == [BOARD]


def test_a_place_of_one_clause_is_no_topic_of_the_next() -> None:
    text = "Có 4 dự án mới đưa tổng vốn đăng ký tại KCN Hòa Phú lên 545 triệu USD; 13 dự án cấp mới khác."
    assert entities_of(text, BOARD)[1:] == ["zone:hoa-phu", BOARD]


def test_a_zone_named_at_first_is_the_topic_of_its_sentence() -> None:
    text = "Năm 2019, doanh thu tại KCN Hòa Phú đạt 545 tỷ đồng; nộp ngân sách 13 tỷ đồng."
    assert entities_of(text, BOARD) == ["zone:hoa-phu"] * 2


@pytest.mark.parametrize(
    ("text", "entity"),
    [("KCN Hòa Bình có 87 dự án.", "zone:hoa-binh"), ("Các KCN Vĩnh Long có 87 dự án.", BOARD)],
)
def test_a_zone_called_like_another_province(text: str, entity: str) -> None:
    assert entities_of(text, BOARD) == [entity]


@pytest.mark.parametrize(
    ("text", "entity"),
    [
        ("Theo Cục Thống kê tỉnh, năm 2019 kim ngạch xuất khẩu đạt 87 triệu USD.", "province:vinh-long"),
        ("Theo Cục Thống kê tỉnh, năm 2019 các KCN xuất khẩu 87 triệu USD.", BOARD),
        ("Ban phối hợp với Cục Thống kê; kim ngạch xuất khẩu đạt 87 triệu USD.", BOARD),
    ],
)
def test_the_departments_of_a_province_count_all_of_it(text: str, entity: str) -> None:
    assert entities_of(text, BOARD) == [entity]


@pytest.mark.parametrize("district", ["Huyện Bình Minh", "Thị xã Bình Minh"])
def test_a_district_called_like_a_zone_is_none(district: str) -> None:
    assert entities_of(f"{district} có 3 KCN.", BOARD) == [BOARD]


@pytest.mark.parametrize("stage", ["I", "2", "I và II"])
def test_a_number_behind_the_stage_is_what_the_stage_has(stage: str) -> None:
    (fact,) = facts_of(f"Tỷ lệ lấp đầy KCN Hòa Phú giai đoạn {stage} 43,5%.")
    assert (fact.quote, fact.entity, fact.metric) == ("43,5%", "zone:hoa-phu", "occupancy_rate")
