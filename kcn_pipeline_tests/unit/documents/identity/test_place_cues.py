"""Places that hint at a board, and what they weigh."""

from __future__ import annotations

from datetime import date

import pytest

from kcn_pipeline.documents.identity.layout import layout_of
from kcn_pipeline.documents.identity.place_cues import PlaceHint, place_hints, weigh
from kcn_pipeline.documents.skeleton import skeleton_of
from kcn_pipeline.quantities import Span

DAY = date(2019, 12, 31)
FILLER = "Nội dung chung không nói đến nơi nào cả. " * 60


def hints(text: str, *, tolerant: bool = False, day: date = DAY) -> list[PlaceHint]:
    skeleton = skeleton_of(text, tolerant=tolerant)
    return place_hints(skeleton, layout_of(skeleton, None), day)


def places(text: str, *, tolerant: bool = False) -> list[str]:
    return [hint.span.of(text) for hint in hints(text, tolerant=tolerant)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("tại KCN Trà Đa", ["Trà Đa"]),
        ("các khu công nghiệp Sơn Mỹ 1, Tân Đức và Trà Đa", ["Sơn Mỹ 1", "Tân Đức", "Trà Đa"]),
        ("UBND huyện Hàm Tân", ["Hàm Tân"]),
        ("thị xã Từ Sơn", ["Từ Sơn"]),
        ("UBND tỉnh Đồng Nai", ["Đồng Nai"]),
        ("trên địa bàn tỉnh Đồng Nai", ["Đồng Nai"]),
        ("các khu công nghiệp ở Sơn Mỹ 1, Tân Đức", ["Sơn Mỹ 1", "Tân Đức"]),
        ("hai khu Sơn Mỹ 1 và Tân Đức", ["Sơn Mỹ 1", "Tân Đức"]),
        ("6 khu đã có hạ tầng: Sơn Mỹ 1, Tân Đức", ["Sơn Mỹ 1", "Tân Đức"]),
        ("ba người đã có mặt: Trà Đa, Tân Đức", []),
        ("ông Trà Đa và bà Sơn Mỹ", []),
        ("làng Đồng Nai", []),
    ],
)
def test_a_place_counts_where_it_is_said_to_be_one(text: str, found: list[str]) -> None:
    assert places(f"{FILLER} {text}.") == found


def test_a_zone_counts_once_and_a_province_every_time() -> None:
    text = f"{FILLER} KCN Trà Đa. KCN Trà Đa. UBND tỉnh Gia Lai. UBND tỉnh Gia Lai."
    assert places(text) == ["Trà Đa", "Gia Lai", "Gia Lai"]
    assert weigh(hints(text)) == {"gia-lai": 3.0}


def test_a_name_of_two_boards_is_shared() -> None:
    text = f"{FILLER} KCN Tân Đức."
    assert weigh(hints(text)) == {"binh-thuan": 0.5, "long-an": 0.5}


def test_a_province_weighs_by_its_prominence_and_half_in_passing() -> None:
    assert weigh(hints("Một tựa đề có tên UBND tỉnh Gia Lai\n\n" + FILLER)) == {"gia-lai": 4.0}
    assert weigh(hints(f"{FILLER} UBND tỉnh Gia Lai")) == {"gia-lai": 1.0}
    assert weigh(hints(f"{FILLER} thăm tỉnh Gia Lai")) == {"gia-lai": 0.5}
    assert weigh(hints("Gia Lai: một tựa đề có nhiều chữ\n\n" + FILLER)) == {"gia-lai": 2.0}


def test_misread_letters_are_no_hint() -> None:
    assert places("tai KCN Tra Da va KCN Tra Ba", tolerant=True) == ["Tra Da"]


def test_places_pass_to_the_heirs_of_a_board() -> None:
    [hint] = hints(f"{FILLER} KCN Quang Châu", day=date(2026, 6, 30))
    assert hint.codes == {"bac-ninh@2025"}


def test_nothing_weighs_nothing() -> None:
    assert weigh([]) == {}
    assert weigh([PlaceHint(frozenset({"a", "b"}), 1.0, Span(0, 1), 0)]) == {"a": 0.5, "b": 0.5}
