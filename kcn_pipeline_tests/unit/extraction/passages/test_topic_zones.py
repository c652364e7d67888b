"""The one zone that a whole text is about."""

from __future__ import annotations

import pytest

from kcn_pipeline_tests.unit.extraction.builders import entities_of, facts_of

BOARD, ZONE = "board:bac-ninh", "zone:que-vo"


@pytest.mark.parametrize(
    ("text", "entities"),
    [
        ("KCN Quế Võ vươn lên\nXuất khẩu đạt 4 tỷ USD.\nThu nhập bình quân 9 triệu đồng/người/tháng.", [ZONE] * 2),
        ("KCN Quế Võ đã kín chỗ.\nHiện có 47 dự án đang hoạt động.", [ZONE]),
        # It turns to more, and back.
        (
            "KCN Quế Võ vươn lên\nCác KCN xuất khẩu 9 tỷ USD.\nLao động là 9.000 người.\nKCN Quế Võ kín.\nCó 47 dự án.",
            [BOARD, BOARD, ZONE],
        ),
        # A report has one zone by the way in its first sentence.
        (
            "Kết quả nửa đầu năm\nKCN Quế Võ đã san lấp xong một phần.\nLao động là 9.000 người.",
            [BOARD],
        ),
        # Two zones, or a board as the subject, and the text is about none.
        ("KCN Quế Võ và KCN Đại Đồng\nXuất khẩu đạt 4 tỷ USD.", [BOARD]),
        (
            "KCN Quế Võ vươn lên\nBan Quản lý các KCN Bắc Ninh cấp mới 4 dự án.\nLao động là 9.000 người.",
            [BOARD] * 2,
        ),
        # A board that only licenses changes nothing.
        (
            "KCN Quế Võ vươn lên\nGiấy phép được Ban Quản lý các KCN Bắc Ninh trao.\nLao động là 9.000 người.",
            [ZONE],
        ),
    ],
)
def test_later_paragraphs_speak_of_it(text: str, entities: list[str]) -> None:
    assert entities_of(text, BOARD) == entities


@pytest.mark.parametrize(
    ("text", "publisher"),
    [
        ("Khu kinh tế Vũng Áng nửa đầu năm\nXuất khẩu đạt 4 tỷ USD.", "board:ha-tinh"),
        ("Dung Quất nửa đầu năm\nXuất khẩu đạt 4 tỷ USD.", "board:quang-ngai-dung-quat"),
    ],
)
def test_over_a_board_s_report_its_own_territory_is_no_such_zone(text: str, publisher: str) -> None:
    assert entities_of(text, publisher) == [publisher]


def test_a_shorter_name_is_of_the_same_zone() -> None:
    text = "Khu kinh tế cửa khẩu quốc tế Lệ Thanh vươn lên\nLệ Thanh đón khách.\nXuất khẩu đạt 4 tỷ USD."
    assert [fact.entity for fact in facts_of(text, None)] == ["zone:cua-khau-quoc-te-le-thanh"]


def test_a_count_of_zones_and_what_it_has_are_of_no_one_zone() -> None:
    text = "KCN Quế Võ vươn lên\nTrên địa bàn có 4 KCN đang hoạt động, tổng diện tích 400 ha."
    assert entities_of(text, BOARD) == [BOARD, BOARD]


VAN_PHONG = "board:khanh-hoa-van-phong"


@pytest.mark.parametrize(
    ("text", "publisher"),
    [
        ("KKT Vũng Áng nửa đầu năm\nXuất khẩu đạt 4 tỷ USD.\nVốn vào KKT Vũng Áng là 9 tỷ USD.", "board:ha-tinh"),
        # Its board, called after it, is named for what it does there.
        ("Vân Phong nửa đầu năm\nBan Quản lý KKT Vân Phong cấp mới 4 dự án.\nKKT Vân Phong có 90 dự án.", VAN_PHONG),
        ("Vân Phong nửa đầu năm\nBan quản lý cho biết, xuất khẩu đạt 4 tỷ USD.\nKKT Vân Phong có 90 dự án.", VAN_PHONG),
    ],
)
def test_but_where_the_text_names_it_again_apart_from_its_board(text: str, publisher: str) -> None:
    assert [str(entity).partition(":")[0] for entity in entities_of(text, publisher)] == ["zone", "zone"]


def test_all_zones_of_such_a_board_stay_its_own() -> None:
    text = "Vân Phong nửa đầu năm\nKKT Vân Phong có 90 dự án.\nCác KCN xuất khẩu 4 tỷ USD."
    assert entities_of(text, VAN_PHONG) == ["zone:van-phong", VAN_PHONG]


def test_a_caption_turns_to_no_other_zone() -> None:
    text = "KCN Quế Võ vươn lên\nMột góc Tiên Sơn\nLao động là 9.000 người."
    assert entities_of(text, BOARD) == [ZONE]
    assert entities_of(text.replace("góc", "góc (60 ha)"), BOARD)[-1] == BOARD


@pytest.mark.parametrize(
    "again",
    [
        "Riêng KKT Vân Phong góp 6 dự án.",
        "KKT Vân Phong có 90 dự án.",
        "\nNhập khẩu 8 triệu USD do Nhà máy BOT Vân Phong 1.",
    ],
)
def test_a_zone_told_by_the_way_once_its_board_is_spoken_of_is_no_topic_again(again: str) -> None:
    text = f"Vân Phong nửa năm\nKKT Vân Phong và các KCN tỉnh Khánh Hòa có 9 dự án mới. {again}\nGiải ngân 50 tỷ đồng."
    assert entities_of(text, VAN_PHONG)[-1] == VAN_PHONG
    assert entities_of(f"{text}\nKKT Vân Phong có 90 dự án.\nCó 47 dự án.", VAN_PHONG)[-1] == "zone:van-phong"


def test_nor_is_one_singled_out_from_all_zones() -> None:
    all_zones = "Các KCN có 9 dự án mới. Riêng KCN Quế Võ có 6 dự án."
    text = f"KCN Quế Võ vươn lên\nXuất khẩu đạt 4 tỷ USD.\n{all_zones}\nCó 47 dự án."
    assert entities_of(text, BOARD) == [ZONE, BOARD, ZONE, BOARD]
