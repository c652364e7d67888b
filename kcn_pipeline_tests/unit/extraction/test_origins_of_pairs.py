"""Origins of two currencies with a ratio each, of counts behind their money, of totals behind a part from abroad."""

from __future__ import annotations

import pytest

from kcn_pipeline_tests.unit.extraction.builders import facts_of


@pytest.mark.parametrize(
    ("text", "origins"),
    [
        (
            "Vốn cấp mới và tăng thêm đạt 41 triệu USD, đạt 98% kế hoạch năm và 750 tỷ đồng, đạt 121% kế hoạch năm.",
            ["total", "total", "total", "total"],
        ),
        (
            "Vốn cấp mới và tăng thêm đạt 41 triệu USD đạt 98% kế hoạch năm và 750 tỷ đồng đạt 121% kế hoạch năm.",
            ["fdi", "fdi", "ddi", "ddi"],
        ),
        ("Vốn FDI thu hút đạt 25 triệu USD, với 48 dự án cấp mới.", ["fdi", "fdi"]),
        ("Cấp mới 7 dự án, trong đó 2 dự án FDI, tổng vốn đăng ký 810 tỷ đồng.", ["total", "fdi", "total"]),
        ("Cấp mới 7 dự án, trong đó 2 dự án FDI, vốn đăng ký 20 triệu USD.", ["total", "fdi", "fdi"]),
        # In the brackets that hold the part, the total is the part's.
        (
            "Có 30 dự án, vốn 900 tỷ đồng (trong đó 5 dự án FDI, tổng vốn 310 tỷ đồng).",
            ["total", "total", "fdi", "fdi"],
        ),
    ],
)
def test_origins(text: str, origins: list[str]) -> None:
    assert [fact.origin for fact in facts_of(text)] == origins


def test_percentages_of_both_origins_are_of_one_metric() -> None:
    text = "Vốn FDI mới và tăng thêm 940 triệu USD; vốn trong nước 5.120 tỷ đồng."
    text += " So với chỉ tiêu, vốn FDI vượt 31%, vốn DDI chỉ đạt 86%."
    told = [(fact.metric, fact.origin) for fact in facts_of(text)[2:]]
    assert told == [("capital_new_and_increase", "fdi"), ("capital_new_and_increase", "ddi")]
