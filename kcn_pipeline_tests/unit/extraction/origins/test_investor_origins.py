"""Origins that only the country of an investor tells."""

from __future__ import annotations

import pytest

from kcn_pipeline_tests.unit.extraction.builders import facts_of


@pytest.mark.parametrize(
    ("text", "origins"),
    [
        ("Nhà máy của Công ty A (Nhật Bản) có tổng vốn đầu tư đăng ký 56 triệu USD.", ["fdi"]),
        ("Dự án đến từ Hàn Quốc, vốn đăng ký mới 56 triệu USD.", ["fdi"]),
        ("Vốn đăng ký mới là 5 triệu USD (nhà đầu tư Hàn Quốc).", ["fdi"]),
        # A country that nobody invests from, of another segment, or without a word of investing.
        ("Hội nghị tổ chức ở Nhật Bản; vốn đăng ký mới là 5 triệu USD.", ["total"]),
        ("Theo chân Nhật Bản, các khu cấp mới 5 dự án.", ["total"]),
    ],
)
def test_origins(text: str, origins: list[str]) -> None:
    assert [fact.origin for fact in facts_of(text)] == origins


@pytest.mark.parametrize(
    ("text", "origins"),
    [
        ("Cấp mới 5 dự án, gồm 4 dự án trong nước và 1 dự án Đài Loan.", ["total", "ddi", "fdi"]),
        ("Lũy kế có 30 dự án của 27 nhà đầu tư nước ngoài.", ["fdi"]),
        ("Trong kỳ trao 6 giấy chứng nhận đầu tư, đều là dự án trong nước.", ["ddi"]),
        ("Ban đã trao 8 giấy chứng nhận đầu tư, toàn bộ là dự án FDI.", ["fdi"]),
        ("Ban đã trao 8 giấy chứng nhận đầu tư, chủ yếu là dự án FDI.", ["total"]),
        ("Cấp mới 19 dự án: 8 của nhà đầu tư ngoại, 11 của doanh nghiệp nội.", ["total", "fdi", "ddi"]),
    ],
)
def test_the_origin_of_all_that_was_counted(text: str, origins: list[str]) -> None:
    assert [fact.origin for fact in facts_of(text)] == origins


def test_a_place_whose_name_opens_like_a_country() -> None:
    facts = facts_of("Có 51 dự án (17 dự án FDI). Tại KCN Phú Hội (Đức Trọng) có 24 dự án.")
    assert facts[-1].origin == "total"
