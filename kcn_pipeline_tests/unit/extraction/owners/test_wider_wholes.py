"""Totals with a part outside the zones are the province's."""

from __future__ import annotations

import pytest

from kcn_pipeline_tests.unit.extraction.builders import entities_of

BOARD, PROVINCE = "board:hai-duong", "province:hai-duong"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Cấp mới 22 dự án, vốn 80 triệu USD; trong đó 9 dự án ngoài các KCN và 13 dự án trong các KCN.",
            [PROVINCE, PROVINCE, PROVINCE, BOARD],
        ),
        ("Cấp mới 22 dự án, trong đó 9 dự án FDI.", [BOARD, BOARD]),
        ("KCN Đại An cấp mới 7 dự án.", ["zone:dai-an"]),
        # Back inside the zones, once something beyond them was named.
        ("Toàn tỉnh cấp mới 35 dự án trong và ngoài KCN; trong đó vào KCN 20 dự án.", [PROVINCE, BOARD]),
        ("Cấp mới 70 dự án kể cả ngoài khu; riêng trong KCN 21 dự án.", [PROVINCE, BOARD]),
    ],
)
def test_whose_a_total_is_by_its_parts(text: str, expected: list[str]) -> None:
    assert entities_of(text, BOARD) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nộp ngân sách 3.084 tỷ đồng, chiếm 63% thu toàn tỉnh (4.895 tỷ đồng).", [BOARD, BOARD, PROVINCE]),
        ("Nộp ngân sách 3.084 tỷ đồng, chiếm 63% thu toàn tỉnh; xuất khẩu 40 triệu USD.", [BOARD, BOARD, BOARD]),
        ("Toàn tỉnh thu hút 134 triệu USD, trong đó các KCN chiếm 81%.", [PROVINCE, BOARD]),
    ],
)
def test_a_whole_that_the_zones_are_a_share_of(text: str, expected: list[str]) -> None:
    assert entities_of(text, BOARD) == expected


def test_parts_told_in_a_sentence_of_their_own() -> None:
    text = "Tỉnh có thêm 14 dự án, vốn 52 triệu USD. Trong đó, các KCN chiếm 11 dự án; ngoài KCN chỉ 3 dự án."
    assert entities_of(text, BOARD) == [PROVINCE, PROVINCE, BOARD, PROVINCE]
    assert entities_of(text.replace(". Trong", ".\nTrong"), BOARD)[:2] == [BOARD, BOARD]


def test_what_a_place_has_may_be_told_behind_its_part() -> None:
    text = "Xuất khẩu đạt 1,9 tỷ USD trên tổng số 3,1 tỷ USD của cả tỉnh."
    assert entities_of(text, BOARD) == [BOARD, PROVINCE]


def test_parts_within_brackets_are_of_the_amount_before_them() -> None:
    inside = "Có 9 dự án trong các KCN với tổng vốn đạt 60 triệu USD (gồm cả dự án hạ tầng)"
    assert entities_of(f"{inside}; 4 dự án ngoài KCN.", BOARD) == [BOARD, BOARD, PROVINCE]
