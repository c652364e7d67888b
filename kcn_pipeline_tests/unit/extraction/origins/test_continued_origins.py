"""Dollars that go on with what was FDI in the sentences before."""

from __future__ import annotations

import pytest

from kcn_pipeline_tests.unit.extraction.builders import facts_of

ATTRACTED = "Sáu tháng của các khu công nghiệp.\nThu hút đầu tư nước ngoài đạt 289 triệu USD."


@pytest.mark.parametrize(
    ("text", "origins"),
    [
        # Prose goes on over a new paragraph, whatever number stands near its head.
        (f"{ATTRACTED}\nTrong 6 tháng, cấp mới 17 dự án với vốn đăng ký 47 triệu USD.", ["fdi"] * 3),
        # An item of a list, đồng and another origin do not.
        (f"{ATTRACTED}\n- Cấp mới 17 dự án với vốn đăng ký 47 triệu USD.", ["fdi", "total", "total"]),
        (f"{ATTRACTED} Cấp mới 17 dự án với vốn đăng ký 47 tỷ đồng.", ["fdi", "total", "total"]),
        (f"{ATTRACTED} Cấp mới 17 dự án DDI với vốn đăng ký 47 tỷ đồng.", ["fdi", "ddi", "ddi"]),
        # A heading tells one figure, not what the text is about.
        (
            "Công ty A tăng thêm 158 triệu USD vốn FDI\nSáu tháng, tổng vốn đầu tư thu hút đạt 271 triệu USD.",
            ["fdi", "total"],
        ),
        # Stocks go on with stocks, not with flows.
        (
            "Lũy kế có 248 dự án FDI với vốn đăng ký 411 triệu USD. Vốn thực hiện lũy kế đạt 246 triệu USD.",
            ["fdi"] * 3,
        ),
        (f"{ATTRACTED} Lũy kế vốn đăng ký đạt 900 triệu USD.", ["fdi", "total"]),
    ],
)
def test_origins(text: str, origins: list[str]) -> None:
    assert [fact.origin for fact in facts_of(text)] == origins
