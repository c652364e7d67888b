"""Origins within what semicolons part."""

from __future__ import annotations

import pytest

from kcn_pipeline_tests.unit.extraction.builders import facts_of


@pytest.mark.parametrize(
    ("text", "origins"),
    [
        # In dollars, a segment goes on with what was all FDI.
        (
            "Cấp mới 9 dự án FDI vốn 19 triệu USD; tăng vốn cho 8 dự án thêm 27 triệu USD.",
            ["fdi", "fdi", "fdi", "fdi"],
        ),
        (
            "Thu hút 75 triệu USD vốn FDI; gồm 5 dự án mới vốn 35 triệu USD và 4 dự án tăng vốn thêm 40 triệu USD.",
            ["fdi", "fdi", "fdi", "fdi", "fdi"],
        ),
        # Each segment names its own.
        (
            "Số dự án FDI mới là 16 dự án và có 9 lượt tăng vốn; thu hút 7 dự án DDI vốn 800 tỷ đồng.",
            ["fdi", "fdi", "ddi", "ddi"],
        ),
        # In đồng, or with a word of a stock or a total, it begins anew.
        (
            "Cấp mới 9 dự án FDI vốn 19 triệu USD; tăng vốn cho 8 dự án thêm 27 tỷ đồng.",
            ["fdi", "fdi", "total", "total"],
        ),
        ("Cấp mới 9 dự án FDI vốn 19 triệu USD; lũy kế 80 dự án vốn 2 tỷ USD.", ["fdi", "fdi", "total", "total"]),
    ],
)
def test_origins(text: str, origins: list[str]) -> None:
    assert [fact.origin for fact in facts_of(text)] == origins


def test_a_semicolon_in_brackets_parts_nothing() -> None:
    text = "Vốn FDI 90 triệu USD (cấp mới: 50 triệu USD; tăng vốn: 40 triệu USD); thu hút 7 dự án DDI."
    assert [fact.origin for fact in facts_of(text)] == ["fdi", "fdi", "fdi", "ddi"]


def test_a_change_is_of_the_origin_of_what_changed() -> None:
    text = "Thu hút 40 triệu USD vốn FDI, tăng 7 triệu USD so với cùng kỳ."
    assert [(fact.comparison, fact.origin) for fact in facts_of(text)] == [("level", "fdi"), ("change", "fdi")]


@pytest.mark.parametrize(
    ("text", "metric"),
    [
        (
            "Vốn thực hiện 125 triệu USD, trong đó khu vực có vốn đầu tư nước ngoài đạt 118 triệu USD.",
            "capital_disbursed",
        ),
        ("Xuất khẩu 12 tỷ USD, trong đó khu vực có vốn đầu tư nước ngoài đạt 11 tỷ USD.", None),
        ("Vốn đầu tư nước ngoài đạt 11 tỷ USD.", "capital_attracted"),
    ],
)
def test_the_name_of_a_sector_names_no_capital(text: str, metric: str | None) -> None:
    assert facts_of(text)[-1].metric == metric
