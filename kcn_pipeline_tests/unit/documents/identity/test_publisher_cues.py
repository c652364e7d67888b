"""Mentions of boards and blocs: whom each names, and what is none."""

from __future__ import annotations

from datetime import date

import pytest

from kcn_pipeline.documents.identity.publisher_cues import Mention, nation_mentions, publisher_mentions
from kcn_pipeline.documents.skeleton import skeleton_of

DAY = date(2019, 12, 31)


def mentions(text: str, *, tolerant: bool = False) -> list[Mention]:
    return publisher_mentions(skeleton_of(text, tolerant=tolerant), DAY)


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Ban Quản lý các KCN Bắc Ninh", {"bac-ninh"}),
        ("Trưởng ban Quản lý các khu công nghiệp (KCN), khu chế xuất và khu kinh tế tỉnh Quảng Ninh", {"quang-ninh"}),
        ("Ban Quản lý các Khu công nghiệp TP. Hải Phòng", {"hai-phong"}),
        ("Ban Quản lý KKT mở Chu Lai tỉnh Quảng Nam", {"quang-nam-chu-lai"}),
        ("Ban Quản lý KKT Đông Nam Quảng Trị", {"quang-tri"}),
        ("Ban Quản lý KKT Đông Nam", {"nghe-an"}),
        ("Ban Quản lý các KCN Bắc Ninh và Bắc Giang", {"bac-ninh"}),
        ("Ban Quản lý các KCN Bắc Ninh, Bắc Giang", {"bac-ninh"}),
        ("Ban Quản lý KKT Nghi Sơn và các KCN tỉnh Thanh Hóa", {"thanh-hoa"}),
        ("Ban Quản lý VSIP", {"vsip"}),
        ("theo HEPZA thì", {"ho-chi-minh-city"}),
        ("BQL các KCN tỉnh\r\nHà Nam", {"ha-nam"}),
        ("BQLKCN tỉnh Hà Nam", {"ha-nam"}),
        ("Ban QLKKT Hà Tĩnh", {"ha-tinh"}),
        ("Ban Quản lý khu kinh tế tỉnh Điện Biên", {"dien-bien"}),
        ("Ban QL các KCN & CX TP.HCM", {"ho-chi-minh-city"}),
    ],
)
def test_a_board_is_named(text: str, codes: set[str]) -> None:
    [mention] = mentions(f"Ông nói {text} đã họp.")
    assert mention.kind == "board"
    assert mention.codes == codes


@pytest.mark.parametrize(
    "text",
    [
        "Ban Quản lý dự án đường sắt Hà Nội",
        "Ban Quản lý rừng phòng hộ tỉnh Bắc Giang",
        "Ban Quản lý Khu công nghệ cao TP.HCM",
        "Ban Quản lý Hà Nội",
        "Ban Quản lý các khu công nghiệp tỉnh họp tại Hà Nội",
        "Ban Quản lý",
    ],
)
def test_a_board_of_nobody_names_nobody(text: str) -> None:
    assert [mention.codes for mention in mentions(text)] == [frozenset()]


@pytest.mark.parametrize(
    "text", ["văn bản quản lý các KCN Bắc Ninh", "các khu công nghiệp tỉnh Bắc Ninh", "khi thi hành"]
)
def test_what_only_looks_alike_is_no_mention(text: str) -> None:
    assert mentions(text) == []


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Khối thi đua Ban Quản lý các KCN, KCX, KKT các tỉnh, thành phố vùng ĐBSH", "red-river-delta"),
        ("Cụm thi đua Duyên hải miền Trung", "central-coast"),
        ("Khối thi đua các cơ quan khu công nghiệp vùng Tây Nguyên", "central-highlands"),
        ("các Ban Quản lý KCN, KKT miền Đông Nam Bộ", "southeast"),
        ("Khối thi đua các tỉnh trung du và miền núi\nphía Bắc", "northern-midlands-mountains"),
    ],
)
def test_a_bloc_is_named_by_its_region_and_is_one_mention(text: str, code: str) -> None:
    [mention] = mentions(f"Theo {text}, mọi việc ổn.")
    assert mention.kind == "bloc"
    assert mention.codes == {code}


def test_a_bloc_without_region_names_nobody() -> None:
    assert [(m.kind, m.codes) for m in mentions("Khối thi đua số 5 của tỉnh")] == [("bloc", frozenset())]


def test_a_region_in_the_next_sentence_is_not_the_blocs() -> None:
    assert [m.codes for m in mentions("Đó là Khối thi đua của họ. Người dân vùng Tây Nguyên trồng cà phê.")] == [
        frozenset()
    ]


def test_plural_and_zone_words_are_told() -> None:
    plural, of_zones, bare = mentions("Các Ban Quản lý; Ban Quản lý khu công nghiệp tỉnh; Ban Quản lý")
    assert (plural.plural, plural.of_zones) == (True, False)
    assert (of_zones.plural, of_zones.of_zones) == (False, True)
    assert (bare.plural, bare.of_zones) == (False, False)


def test_torn_words_of_ocr_are_stepped_over() -> None:
    [mention] = mentions("Ban Quén 1y cac khu cong nghi¢p tinh Hai Duong", tolerant=True)
    assert mention.codes == {"hai-duong"}


def test_mentions_come_in_order_with_their_spans() -> None:
    text = "HEPZA và Ban Quản lý các KCN Bắc Ninh"
    assert [m.span.of(text) for m in mentions(text)] == ["HEPZA", "Ban Quản lý các KCN Bắc Ninh"]


def test_only_boards_of_the_day_are_named() -> None:
    skeleton = skeleton_of("Ban Quản lý các KCN Bắc Giang", tolerant=False)
    assert [m.codes for m in publisher_mentions(skeleton, date(2026, 6, 30))] == [frozenset()]


def test_a_number_of_a_letter_is_no_name_however_misread() -> None:
    found = mentions("BAN QUAN LY CAC KHU CONG NGHIEP\nSo: 1530/BC-KCN", tolerant=True)
    assert [mention.codes for mention in found] == [frozenset()]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("toàn khối cùng dự", "bloc"),
        ("các đơn vị trong khối", "bloc"),
        ("Ban phấn đấu", "board"),
        ("Trưởng ban:", "board"),
    ],
)
def test_an_office_is_taken_up_without_its_title(text: str, kind: str) -> None:
    [mention] = mentions(f"Hôm ấy {text} vui.")
    assert (mention.kind, mention.codes, mention.again) == (kind, frozenset(), True)


@pytest.mark.parametrize(
    ("text", "tolerant"), [("trong khi đó", False), ("chip ban dan va", True), ("cua Bac Ninh", True)]
)
def test_words_alike_take_nothing_up(text: str, tolerant: bool) -> None:
    assert mentions(text, tolerant=tolerant) == []


def test_the_country_in_passing_is_not_spoken_of() -> None:
    text = "Tỉnh đứng đầu cả nước; cả nước có 335 khu, theo Bộ Kế hoạch và Đầu tư."
    spans = nation_mentions(skeleton_of(text, tolerant=False))
    assert [span.of(text) for span in spans] == ["cả nước", "Bộ Kế hoạch và Đầu tư"]
