"""Words put right by damage and neighbours; what is never touched."""

from __future__ import annotations

import pytest

from kcn_pipeline.alignment import Alignment, Segment
from kcn_pipeline.cleaning.restoration import (
    Restorer,
    dropped_letters_restorer,
    recogniser_restorer,
    stripped_marks_restorer,
)
from kcn_pipeline.quantities import Span
from kcn_pipeline_tests.unit.cleaning.damages import MISREAD, SECOND, WHOLE, with_dropped_letters, without_marks


def restored(restorer: Restorer, text: str) -> str:
    return Alignment(restorer.segments(text, [Span(0, len(text))]), len(text)).apply(text)


def digits_lost(text: str) -> list[Segment]:
    return [s for s in recogniser_restorer().segments(text, [Span(0, len(text))]) if s.kind == "digit_as_letter"]


@pytest.mark.parametrize("sentence", [WHOLE, SECOND])
def test_dropped_letters_come_back(sentence: str) -> None:
    assert restored(dropped_letters_restorer(), with_dropped_letters(sentence)) == sentence


@pytest.mark.parametrize("sentence", [WHOLE, SECOND])
def test_stripped_marks_come_back(sentence: str) -> None:
    assert restored(stripped_marks_restorer(), without_marks(sentence)) == sentence


def test_misread_letters_come_back() -> None:
    assert restored(recogniser_restorer(), MISREAD) == WHOLE


def test_whole_words_between_damaged_ones_stay() -> None:
    text = "Tổng vn đầu tư đăng ký đạt 51,4 t USD"
    segments = list(dropped_letters_restorer().segments(text, [Span(0, len(text))]))
    assert [text[s.raw_start : s.raw_end] for s in segments] == ["vn", "t"]


def test_segments_name_rule_and_margin() -> None:
    (segment,) = dropped_letters_restorer().segments("8.716 t đồng", [Span(0, 12)])
    assert (segment.text, segment.kind, segment.rule) == ("tỷ", "restored", "dropped_letters")
    assert segment.score is not None and segment.score > 2


def test_only_the_stretch_is_restored() -> None:
    text = "t USD; t USD"
    segments = list(dropped_letters_restorer().segments(text, [Span(7, 12)]))
    assert [s.raw_start for s in segments] == [7]


@pytest.mark.parametrize(
    ("damaged", "expected"),
    [
        ("BAN QUN LÝ CÁC KHU CÔNG NGHIP TNH HƯNG YÊN", "BAN QUẢN LÝ CÁC KHU CÔNG NGHIỆP TỈNH HƯNG YÊN"),
        ("Trưởng ban Qun lý", "Trưởng ban Quản lý"),
        ("hoàn thành tt. y ban nhân dân tnh", "hoàn thành tốt. Ủy ban nhân dân tỉnh"),
        ("các DN và TP. Hà Ni", "các DN và TP. Hà Nội"),
        ("6 KCN và KKT ca tnh", "6 KCN và KKT của tỉnh"),
    ],
)
def test_capitals_and_abbreviations_are_kept(damaged: str, expected: str) -> None:
    assert restored(dropped_letters_restorer(), damaged) == expected


@pytest.mark.parametrize(
    ("damaged", "expected"),
    [
        pytest.param(
            "TNG KẾT: NĂM 2019 VƯT KHÓ", "TỔNG KẾT: NĂM 2019 VƯỢT KHÓ", id="a short run of a line in capitals"
        ),
        pytest.param("NGH QUYẾT", "NGHỊ QUYẾT", id="two words in capitals"),
        pytest.param("NGH QUYẾT\nPhiên hp thường k", "NGHỊ QUYẾT\nPhiên họp thường kỳ", id="a heading"),
        pytest.param("Lưu: VT, QLĐT.", "Lưu: VT, QLĐT.", id="abbreviations"),
        pytest.param("Ban Quản lý các KCN TNH", "Ban Quản lý các KCN TNH", id="capitals in a line of small letters"),
        pytest.param("vn t 3 triu đô la M.", "vốn từ 3 triệu đô la Mỹ.", id="a capital that ends a sentence"),
        pytest.param("thu 14.200t đồng", "thu 14.200tỷ đồng", id="a scale right behind its number"),
        pytest.param("tnh Đắk Lk", "tỉnh Đắk Lắk", id="a name that is no syllable"),
    ],
)
def test_dropped_letters_of_capitals_numbers_and_names(damaged: str, expected: str) -> None:
    assert restored(dropped_letters_restorer(), damaged) == expected


def test_a_word_of_which_nothing_was_left_is_found_by_its_two_blanks() -> None:
    rest = " ".join(["các doanh nghip trong khu hot động n định"] * 6)
    damaged = f"xy ra  11 doanh nghip, {rest}"
    assert restored(dropped_letters_restorer(), damaged).startswith("xảy ra ở 11 doanh nghiệp")


def test_a_small_l_read_as_a_capital_i_stays_small() -> None:
    assert "Quản lý các" in restored(recogniser_restorer(), "Ban Quan Iy cac KCN")


@pytest.mark.parametrize(
    ("read", "letter"),
    [
        ("va du an DDI 13 47.217 ty dong", "là"),
        ("Ban Quan 1y cac KCN", "lý"),
        ("T6 chirc Hoi nghi", "Tổ"),
        ("gay 0 nhiém moi truong", "ô"),
        ("so nguoi lam viéc 14 461.300 ngudi", "là"),
        ("64 triéu USD 6 nhom nuéc ngoai", "ở"),
        ("ty 1& lap day", "lệ"),
    ],
)
def test_digits_that_are_letters_are_recorded_as_such(read: str, letter: str) -> None:
    assert [s.text for s in digits_lost(read)] == [letter]


@pytest.mark.parametrize(
    "text",
    [
        "Bac Ninh 12 15 20 34 1.200",
        "trong 6 thang dau nam 2019 c\u00f3 12 du an",
        "muc do 3, 4; 100% cac thu tuc",
        "lo dat A2, B1 va C3, quoc lo 1A, so 6B",
        "khi CO2 va NO2, ca F0 va F1",
        "vén 5tr USD va 20 tr dong",
        "dien tich 14ha, 500m2, 3 km",
        "van ban 702/QD-UBND, TCVN ISO 9001:2015, QL18",
    ],
)
def test_numbers_and_codes_stay_numbers_and_codes(text: str) -> None:
    assert digits_lost(text) == []


@pytest.mark.parametrize(
    ("read", "printed"),
    [
        ("Lao d6 ng viét nam trong cac KK T", "Lao động việt nam trong các KKT"),
        ("thu h.ut cac doanh nghi-\nép ph-\nat trién", "thu hút các doanh nghiệp phát triển"),
        ("thuchién ké hoach nam 2020", "thực hiện kế hoạch năm 2020"),
        ("tong von 1.870 ty d6 ng", "tổng vốn 1.870 tỷ đồng"),
        ("KET QUA T6NG HOP", "KẾT QUẢ TỔNG HỢP"),
        ("dat 1.870 ti déng, tang 3%", "đạt 1.870 tỉ đồng, tăng 3%"),
        ("ty |é lap day dat 63%", "tỷ lệ lấp đầy đạt 63%"),
        ("ndp ngan sach 368 ty d, tang 22,4 % so v6i", "nộp ngân sách 368 tỷ đ, tăng 22,4 % so với"),
        ("v6n FDI cap mdi (tr.USD)", "vốn FDI cấp mới (tr.USD)"),
        ("thu nhap 1,35 trd/ngudi/thang", "thu nhập 1,35 trđ/người/tháng"),
        ("Ban dang xt? ly 57 h6 so", "Ban đang xử lý 57 hồ sơ"),
        ("CUA KHU CONG NGHIEP CAP MO! VA TANG THEM", "CỦA KHU CÔNG NGHIỆP CẤP MỚI VÀ TĂNG THÊM"),
        ("kim ngach xuat knau dat 85 trigu USD", "kim ngạch xuất khẩu đạt 85 triệu USD"),
        ("cac nha dau tw Phap17 va Han Quéc38", "các nhà đầu tư Pháp17 và Hàn Quốc38"),
        ("v6n 131,9trigu USD, n6p 1.018ty déng", "vốn 131,9triệu USD, nộp 1.018tỷ đồng"),
        ("22 du an (FDI15, trong nudc7) voi", "22 dự án (FDI15, trong nước7) với"),
        ("tang 12,6%vé v6n so voi nam", "tăng 12,6%về vốn so với năm"),
        ("vén dang ky 8.450 td6ng", "vốn đăng ký 8.450 tđồng"),
        ("v6n 2,36tyUSD, tai cacKCN va tinhVinh Phuc", "vốn 2,36tỷ USD, tại các KCN và tỉnh Vĩnh Phúc"),
        ("khoang 92 ngan lao dong, tang 3,4 ngan", "khoảng 92 ngàn lao động, tăng 3,4 ngàn"),
        ("Uc dén cudi nam 2031, cac khu", "Ước đến cuối năm 2031, các khu"),
        ("Gop chung khu kinh té va khu cong nghiép", "Gộp chung khu kinh tế và khu công nghiệp"),
        ("Toan tinh (ca ngoai KCN) cé 40 du an", "Toàn tỉnh (cả ngoài KCN) có 40 dự án"),
    ],
)
def test_cut_joined_and_rarely_spelled_words_come_back(read: str, printed: str) -> None:
    assert restored(recogniser_restorer(), read) == printed


def test_what_parted_the_pieces_of_a_word_is_in_its_segment() -> None:
    text = "von 870 ty d6 ng"
    *_, last = recogniser_restorer().segments(text, [Span(0, len(text))])
    assert (text[last.raw_start : last.raw_end], last.text, last.kind) == ("d6 ng", "đồng", "digit_as_letter")


@pytest.mark.parametrize(
    ("read", "printed"),
    [
        ("s6 20-NQ/TU va 12-CTr/TU", "số 20-NQ/TU và 12-CTr/TU"),
        ("Quyét dinh 2357/QD-TTg", "Quyết định 2357/QĐ-TTg"),
        ("quy I, quy II va quy III nam 2020", "quý I, quý II và quý III năm 2020"),
        ("dién tich 84.000 m? nha", "diện tích 84.000 m² nhà"),
        ("tai tinh Dak Lak", "tại tỉnh Đắk Lắk"),
        ("gdm 40 dv an EDI va 12 DDI, tang 5 dw an", "gồm 40 dự án FDI và 12 DDI, tăng 5 dự án"),
        ("90 FDI va 12 DDI", "90 FDI và 12 DDI"),
        ("Tép doan WHA dau tw vao khu", "Tập đoàn WHA đầu tư vào khu"),
        ("trong quy | nam 2031, cac khu", "trong quý I năm 2031, các khu"),
        ("trong quy Ill nam 2031", "trong quý III năm 2031"),
        ("thu tir ty dé la MY, tang 5%", "thu từ tỷ đô la Mỹ, tăng 5%"),
        ("nam 2031.\nll. Tinh hinh dau tu", "năm 2031.\nII. Tình hình đầu tư"),
        ("xtr ly nu thai tap trung", "xử lý nước thải tập trung"),
        ("S6: 12/BC-BQL", "Số: 12/BC-BQL"),
        ("trong quy 11/2031, Ban cap mdi", "trong quý 11/2031, Ban cấp mới"),
        ("Don vi DA FDI mdi V6n FDI", "Đơn vị DA FDI mới Vốn FDI"),
    ],
)
def test_abbreviations_and_names_are_known(read: str, printed: str) -> None:
    assert restored(recogniser_restorer(), read) == printed


@pytest.mark.parametrize(
    "read", ["den thang 6 c6 12 KCN", "tai 6 tinh, thanh pho", "dé ra 6 nhom giai phap", "3 m, 5 km"]
)
def test_small_numbers_of_real_things_stay(read: str) -> None:
    assert not [segment for segment in digits_lost(read) if read[segment.raw_start : segment.raw_end].isdigit()]


def test_abbreviations_come_back_in_stripped_text() -> None:
    assert restored(stripped_marks_restorer(), "Quyet dinh 15/QD-UBND") == "Quyết định 15/QĐ-UBND"


def test_foreign_words_stay() -> None:
    text = "trén Website ciia Samsung Display"
    assert restored(recogniser_restorer(), text) == "trên Website của Samsung Display"


def test_a_stretch_that_nothing_explains_is_left_alone() -> None:
    text = "xqzt jjwk vvfp kkzq wxqj ffgh"
    assert list(recogniser_restorer().segments(text, [Span(0, len(text))])) == []


def test_words_speak_across_commas_dashes_and_lines() -> None:
    text = "thi đua - khen thưởng, kinh tế-xã hi và\nngân sách"
    assert restored(dropped_letters_restorer(), text) == "thi đua - khen thưởng, kinh tế-xã hội và\nngân sách"


def test_a_text_without_any_break_is_restored_to_the_end() -> None:
    text = "tổng vn " * 500
    assert restored(dropped_letters_restorer(), text) == "tổng vốn " * 500
