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
