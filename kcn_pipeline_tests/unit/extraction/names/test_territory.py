"""Whom words of territory mean, by who reports."""

from __future__ import annotations

import pytest

from kcn_pipeline.extraction.names.territory import Territory, boards_of
from kcn_pipeline_tests.unit.extraction.builders import YEAR_2019, document_of, entities_of

DELTA = "bloc:red-river-delta"
BOARD, PROVINCE = "board:vinh-long", "province:vinh-long"


@pytest.mark.parametrize(
    ("publisher", "word", "entity"),
    [
        ("board:vinh-long", "zones", "board:vinh-long"),
        ("board:vinh-long", "province", "board:vinh-long"),
        ("board:vinh-long", "outside", "province:vinh-long"),
        ("board:vinh-long", "everywhere", "province:vinh-long"),
        ("board:vinh-long", "inside", None),
        ("province:vinh-long", "zones", "board:vinh-long"),
        ("province:vinh-long", "inside", "board:vinh-long"),
        ("province:vinh-long", "province", "province:vinh-long"),
        (DELTA, "bloc", DELTA),
        (DELTA, "zones", None),
        ("nation:viet-nam", "zones", None),
    ],
)
def test_words_of_territory(publisher: str, word: str, entity: str | None) -> None:
    assert Territory(document_of("", publisher).identity).means(word) == entity


def test_in_an_article_on_the_nation_the_province_named_last_is_meant() -> None:
    territory = Territory(document_of("", "nation:viet-nam").identity)
    territory.take_note("bac-giang")
    assert territory.means("zones") == "board:bac-giang"
    assert territory.means("province") == "province:bac-giang"
    territory.leave_paragraph()
    assert territory.means("zones") is None


def test_boards_of_a_province_on_a_day() -> None:
    assert boards_of("hai-duong", YEAR_2019.end) == ("hai-duong",)
    assert boards_of("nowhere", YEAR_2019.end) == ()


@pytest.mark.parametrize(
    ("text", "entities"),
    [
        ("Toàn tỉnh (cả ngoài khu) có 51 dự án cấp mới.", ["province"]),
        ("Xuất khẩu toàn tỉnh đạt 3 tỷ USD, riêng các KCN đạt 2 tỷ USD.", ["province", "board"]),
        ("Toàn tỉnh thu hút 9 triệu USD, trong đó các KCN chiếm 81%.", ["province", "board"]),
        ("Toàn tỉnh xuất khẩu 3 tỷ USD.", ["board"]),
        ("Tính cả trong và ngoài khu, toàn tỉnh có 8 KCN với tổng diện tích 900 ha.", ["board", "board"]),
        ("Tính cả trong và ngoài khu, toàn tỉnh có 8 cụm công nghiệp, diện tích 90 ha.", ["province", "province"]),
    ],
)
def test_the_province_and_its_zones_side_by_side(text: str, entities: list[str]) -> None:
    assert entities_of(text, "board:vinh-long") == [f"{kind}:vinh-long" for kind in entities]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        # Zones and what lies outside them are told apart before.
        ("Các KCN cấp mới 8 dự án, ngoài KCN 3 dự án.\nToàn tỉnh còn 120 dự án.", -1),
        # The next sentence turns to the zones.
        ("Toàn tỉnh thu hút 120 triệu USD. Trong các KCN có 8 dự án mới.", 0),
        ("Tính cả tỉnh, cấp mới 120 dự án.", 0),
    ],
)
def test_all_of_a_province_whose_zones_are_told_apart(text: str, place: int) -> None:
    assert entities_of(text, "board:vinh-long")[place] == "province:vinh-long"


@pytest.mark.parametrize(
    ("text", "entities"),
    [
        ("Các KCN có 40 dự án.\nToàn tỉnh Vĩnh Long hiện có 310 dự án.", [BOARD, PROVINCE]),
        ("Các KCN có 40 dự án.\nToàn tỉnh hiện có 310 dự án.", [BOARD, BOARD]),
        ("Các KCN có 40 dự án.\nToàn tỉnh Vĩnh Long hiện có 310 dự án trong các KCN.", [BOARD, BOARD]),
        ("Các KCN có 40 dự án.\nToàn tỉnh Vĩnh Long hiện có 3 KCN.", [BOARD, BOARD]),
        # Whom a text speaks of before its first word for zones.
        ("Bốn tháng, tỉnh Vĩnh Long đã thu hút 12 dự án.\nCác KCN có 40 dự án.", [PROVINCE, BOARD]),
        ("Các KCN có 40 dự án.\nBốn tháng, tỉnh Vĩnh Long đã thu hút 12 dự án.", [BOARD, BOARD]),
        ("Bốn tháng, tỉnh Vĩnh Long đã thu hút 12 dự án vào các KCN.", [BOARD]),
    ],
)
def test_a_province_named_as_subject_without_zones_near_it(text: str, entities: list[str]) -> None:
    assert entities_of(text, BOARD) == entities


def test_the_bloc_as_subject_of_a_clause() -> None:
    text = "Ban Quản lý các KCN Bắc Ninh cấp mới 6 dự án. Năm 2020, khối phấn đấu thu hút 7 tỷ USD."
    assert entities_of(text, DELTA) == ["board:bac-ninh", DELTA]
