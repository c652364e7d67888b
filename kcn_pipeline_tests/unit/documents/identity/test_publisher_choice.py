"""Who is decided to publish a text, and when nobody is."""

from __future__ import annotations

from datetime import date

import pytest

from kcn_pipeline.documents.identity.layout import layout_of
from kcn_pipeline.documents.identity.publisher_choice import PublisherChoice, choose_publisher
from kcn_pipeline.documents.problems import Unidentified
from kcn_pipeline.documents.skeleton import skeleton_of

BOARD = "Ban Quản lý các KCN tỉnh Bắc Giang"
OTHER = "Ban Quản lý các KCN tỉnh Phú Thọ"
BLOC = "Khối thi đua các tỉnh trung du và miền núi phía Bắc"
TITLE = "Tựa đề này chẳng nói ai đã viết bài"


def choose(*sentences: str, title: str = TITLE) -> PublisherChoice:
    skeleton = skeleton_of(f"{title}\n\n{'. '.join(sentences)}.")
    return choose_publisher(skeleton, layout_of(skeleton, None), date(2019, 12, 31))


@pytest.mark.parametrize(
    ("sentences", "publisher", "kind"),
    [
        ((BOARD,), "board:bac-giang", "board_report"),
        ((BLOC,), "bloc:northern-midlands-mountains", "bloc_report"),
        ((BOARD, BOARD, OTHER), "board:bac-giang", "board_report"),
        (
            (BLOC, BOARD, "Khối thi đua họp", OTHER, "Khối thi đua bàn"),
            "bloc:northern-midlands-mountains",
            "bloc_report",
        ),
        ((BOARD, "Ban Quản lý họp", "Ban Quản lý bàn", BLOC), "board:bac-giang", "board_report"),
        ((BLOC, BOARD, "các Ban Quản lý", "Khối thi đua"), "bloc:northern-midlands-mountains", "bloc_report"),
    ],
)
def test_whoever_is_spoken_of_most_publishes(sentences: tuple[str, ...], publisher: str, kind: str) -> None:
    chosen = choose(*sentences)
    assert (chosen.publisher, chosen.kind, chosen.rule) == (publisher, kind, "named")


def test_boards_spoken_of_but_not_named_are_those_of_the_bloc_in_the_title() -> None:
    chosen = choose(*["Ban Quản lý họp"] * 9, title=f"{BLOC} họp")
    assert (chosen.publisher, chosen.rule) == ("bloc:northern-midlands-mountains", "named")


def test_a_bloc_in_passing_does_not_speak_for_a_board_that_is_not_named() -> None:
    sentences = [*["Ban Quản lý các khu công nghiệp tỉnh"] * 9, "KCN Quang Châu", "KCN Đình Trám", BLOC]
    assert choose(*sentences).publisher == "board:bac-giang"
    with pytest.raises(Unidentified, match="too few of its places"):
        choose(*sentences[:9], BLOC)


def test_a_title_outweighs_mentions_in_the_body() -> None:
    assert choose(BOARD, title=f"{BLOC} tổng kết").publisher == "bloc:northern-midlands-mountains"


def test_the_evidence_is_where_the_publisher_is_named_most_prominent_first() -> None:
    text = f"Một dòng ngắn trước tựa đề kia\n{OTHER}. {BOARD}. {BOARD}."
    skeleton = skeleton_of(text)
    chosen = choose_publisher(skeleton, layout_of(skeleton, None), date(2019, 12, 31))
    assert [span.of(text) for span in chosen.spans] == [BOARD, BOARD]


def test_a_board_that_is_not_named_is_told_by_its_places() -> None:
    chosen = choose("Ban Quản lý các khu công nghiệp tỉnh", "KCN Quang Châu", "KCN Đình Trám", "huyện Việt Yên")
    assert (chosen.publisher, chosen.kind, chosen.rule) == ("board:bac-giang", "board_report", "places")


def test_a_text_in_which_no_board_speaks_is_press_about_it() -> None:
    chosen = choose("KCN Quang Châu", "KCN Đình Trám", "huyện Việt Yên")
    assert (chosen.publisher, chosen.kind) == ("board:bac-giang", "press")


@pytest.mark.parametrize(
    ("sentences", "reason", "candidates"),
    [
        (("Trời đẹp",), "no industrial zone", ()),
        (("Khu công nghiệp đẹp",), "too few of its places", ()),
        (("KCN Quang Châu",), "too few of its places", ("board:bac-giang",)),
        ((BOARD, OTHER), "more than one board", ("board:bac-giang", "board:phu-tho")),
        ((BLOC, BOARD), "spoken of alike", ("bloc:northern-midlands-mountains", "board:bac-giang")),
        (("Khối thi đua số 1", BOARD), "region is not named", ("board:bac-giang",)),
        (("Khối thi đua Bắc Trung Bộ", BLOC), "more than one bloc", ("bloc:north-central",)),
        (
            ("Khu công nghiệp đẹp", "UBND tỉnh Quảng Nam", "tỉnh ủy Quảng Nam"),
            "more than one board",
            ("board:quang-nam", "board:quang-nam-chu-lai"),
        ),
        (
            ("KCN Quang Châu", "KCN Đình Trám", "KCN Yên Phong", "KCN Quế Võ"),
            "more than one board",
            ("board:bac-giang", "board:bac-ninh"),
        ),
    ],
)
def test_what_is_not_told_clearly_is_refused(
    sentences: tuple[str, ...], reason: str, candidates: tuple[str, ...]
) -> None:
    with pytest.raises(Unidentified, match=reason) as caught:
        choose(*sentences)
    assert set(candidates) <= set(caught.value.candidates)
    assert "publisher:" in caught.value.cure


def test_the_host_of_a_conference_does_not_contest_the_bloc_of_the_title() -> None:
    assert choose(OTHER, OTHER, title=f"{BLOC} tổng kết").publisher == "bloc:northern-midlands-mountains"


def test_a_board_of_the_title_contests_its_bloc_and_a_venue_does_not() -> None:
    assert choose(OTHER, OTHER, title=f"{BLOC} họp tại Phú Thọ").publisher == "bloc:northern-midlands-mountains"
    with pytest.raises(Unidentified, match="spoken of alike"):
        choose(OTHER, OTHER, title=f"Phú Thọ dẫn đầu {BLOC}")


def test_the_rank_of_a_province_in_the_country_is_about_the_province() -> None:
    chosen = choose("KCN Quang Châu", "KCN Đình Trám", "Cả nước", title="Bắc Giang đứng thứ 3 cả nước về vốn ngoại")
    assert (chosen.publisher, chosen.kind) == ("board:bac-giang", "press")


def test_an_office_in_a_bloc_that_nobody_names_makes_no_bloc_report() -> None:
    assert choose(BOARD, "Năm sau tỉnh giữ vai Khối trưởng").publisher == "board:bac-giang"


@pytest.mark.parametrize(
    ("title", "sentences", "rule"),
    [
        ("Khu công nghiệp cả nước nhìn lại một năm", ("Cả nước có 335 KCN", "Theo Ban Quản lý các KCN tỉnh"), "nation"),
        (
            TITLE,
            ("Các KCN đón vốn", "Hà Nội, Bắc Ninh, Thanh Hóa, Bình Dương, Long An, Cà Mau đều tăng"),
            "provinces",
        ),
    ],
)
def test_press_of_the_country_has_no_publisher(title: str, sentences: tuple[str, ...], rule: str) -> None:
    chosen = choose(*sentences, title=title)
    assert (chosen.publisher, chosen.kind, chosen.rule) == (None, "press", rule)
    assert chosen.spans


def test_the_ministry_in_passing_takes_no_report_from_its_board() -> None:
    text = ("Cả nước có 335 KCN, theo Bộ Kế hoạch và Đầu tư", BOARD, "Ban Quản lý họp")
    assert choose(*text).publisher == "board:bac-giang"


def test_provinces_of_one_bloc_may_be_its_report_and_are_refused() -> None:
    with pytest.raises(Unidentified):
        choose("Các KCN của Thái Nguyên, Tuyên Quang, Bắc Giang, Phú Thọ, Hòa Bình, Yên Bái, Bắc Kạn đều tăng")


@pytest.mark.parametrize(
    ("sentences", "publisher"),
    [
        (("KCN tỉnh Quảng Nam", "UBND tỉnh Quảng Nam"), "board:quang-nam"),
        (("UBND tỉnh Quảng Nam", "KKT mở Chu Lai", "KCN Tam Thăng"), "board:quang-nam-chu-lai"),
        (("Các khu công nghiệp Bình Dương đẹp", "UBND tỉnh Bình Dương"), "board:binh-duong"),
    ],
)
def test_boards_of_one_province_are_told_apart_by_what_is_their_own(sentences: tuple[str, ...], publisher: str) -> None:
    assert choose(*sentences).publisher == publisher


def test_the_only_province_of_a_text_is_the_one_it_is_about() -> None:
    chosen = choose("Thái Bình có 40 dự án", "Các KCN có thêm lao động")
    assert (chosen.publisher, chosen.kind, chosen.rule) == ("board:thai-binh", "press", "only province")
    with pytest.raises(Unidentified, match="too few of its places"):
        choose("Thái Bình có 40 dự án", "Cả nước có 300 KCN")
    with pytest.raises(Unidentified, match="too few of its places"):
        choose("Thái Bình có 40 dự án", "Nam Định có 80", "Các KCN có thêm lao động")


def test_a_province_named_again_and_again_leads_over_one_in_passing() -> None:
    sentences = ("Thái Bình có 40 dự án", "Đường về Thái Bình mới mở", "Từ Nam Định chỉ một giờ", "Các KCN kín chỗ")
    with pytest.raises(Unidentified, match="too few of its places"):
        choose(*sentences)
    assert choose(*sentences, "Vốn vào Thái Bình tăng").rule == "leading province"
    assert choose(*sentences, "Vốn vào Thái Bình tăng").publisher == "board:thai-binh"


def test_zones_in_a_list_that_is_announced_tell_their_board() -> None:
    chosen = choose("Trong 3 KCN của tỉnh đang hoạt động gồm Hoà Xá, Mỹ Trung, Bảo Minh có 90 dự án")
    assert (chosen.publisher, chosen.rule) == ("board:nam-dinh", "places")


def test_a_text_of_the_country_without_a_province_is_of_the_country() -> None:
    chosen = choose("Bộ KH&ĐT nói rằng các KCN khá hơn")
    assert (chosen.publisher, chosen.kind, chosen.rule) == (None, "press", "nation")


def test_a_bloc_in_the_title_that_is_not_known_is_not_taken_for_its_head() -> None:
    head = "Ban Quản lý các KCN tỉnh Sóc Trăng"  # in no bloc that is known
    with pytest.raises(Unidentified, match="not known"):
        choose(f"Cụm trưởng là {head}", head, title="Cụm thi đua Ban Quản lý KCN, KKT miền Tây tổng kết năm")
