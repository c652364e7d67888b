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
