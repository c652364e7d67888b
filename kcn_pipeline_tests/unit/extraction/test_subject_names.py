"""Companies as subjects, and words for zones that name none."""

from __future__ import annotations

import pytest

from kcn_pipeline_tests.unit.extraction.builders import entities_of

BOARD = "board:hai-phong"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # A brand at the head of its clause is the subject, whatever stands between it and its verb.
        ("LG Innotek đến cuối năm đã giải ngân 40 triệu USD.", ["company:lg-innotek"]),
        ("Tại Đình Vũ, Bridgestone cuối năm tăng vốn thêm 40 triệu USD.", ["company:bridgestone"]),
        # Where a company is does not make its figures the zone's.
        ("Công ty Minh Long tại KCN Nomura xuất khẩu 31 triệu USD.", ["company:cong-ty-minh-long"]),
        ("KCN Nomura có Công ty Minh Long xuất khẩu 31 triệu USD.", ["zone:nomura"]),
        # No names of zones.
        ("Vốn thu hút vào các KCX, KCN Thành phố kể cả tăng thêm đạt 95 triệu USD.", [BOARD]),
        ("Các KCN và KKT mở Chu Lai có thêm 13 dự án cấp mới.", ["board:quang-nam"]),
    ],
)
def test_whose_figure_it_is(text: str, expected: list[str]) -> None:
    publisher = expected[0] if expected[0].startswith("board:") else BOARD
    assert entities_of(text, publisher) == expected


def test_a_company_singled_out_does_not_own_the_sentences_after_it() -> None:
    text = "Riêng Công ty Minh Long nộp 15 tỷ đồng. Giá trị sản xuất công nghiệp đạt 118 tỷ đồng."
    assert entities_of(text, BOARD)[1] == BOARD
