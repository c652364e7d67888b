"""Words that point back at a zone or a company."""

from __future__ import annotations

import pytest

from kcn_pipeline_tests.unit.extraction.builders import entities_of

BOARD = "board:bac-ninh"


@pytest.mark.parametrize(
    ("text", "entities"),
    [
        ("KCN Quế Võ rộng 336 ha. Khu này đã lấp đầy 97%.", ["zone:que-vo", "zone:que-vo"]),
        (
            "Cấp mới 3 dự án vào KCN Quế Võ. Toàn ban có 90 dự án còn hiệu lực, tại đây có 40 dự án.",
            [BOARD, BOARD, "zone:que-vo"],
        ),
        ("Nộp ngân sách 90 tỷ đồng. Khu này đã lấp đầy 97%.", [BOARD, BOARD]),
        ("KCN Quế Võ rộng 336 ha.\nCác khu khác mở rộng. Khu này đã lấp đầy 97%.", ["zone:que-vo", BOARD]),
    ],
)
def test_it_is_the_last_of_its_kind_in_the_paragraph(text: str, entities: list[str]) -> None:
    found = entities_of(text, BOARD)
    assert found[-1:] == entities[-1:]
    assert len(found) == len(entities)


def test_a_board_called_after_its_zone_names_that_too() -> None:
    text = "Trưởng ban Quản lý Khu kinh tế Dung Quất cho biết, tại khu kinh tế này có 71 dự án."
    assert entities_of(text, "board:quang-ngai-dung-quat") == ["zone:dung-quat"]


def test_many_zones_are_none_pointed_back_at() -> None:
    text = "Các KCN đã kín.\nCon đường lớn dẫn vào KCN Quế Võ đã xong. Cấp mới 3 dự án vào các KCN trên địa bàn tỉnh."
    assert entities_of(text, BOARD) == [BOARD]


def test_what_is_joined_to_it_is_no_other_name() -> None:
    text = "KCN Quế Võ đã kín. Tại khu này và vùng lân cận có 40 dự án đang hoạt động."
    assert entities_of(text, BOARD) == ["zone:que-vo"]
