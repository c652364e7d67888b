"""Origins that run in parallel with figures, and origins that go on."""

from __future__ import annotations

import pytest

from kcn_pipeline_tests.unit.extraction.builders import facts_of


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Cấp mới 30 dự án, trong đó FDI và trong nước lần lượt là 18 và 12 dự án.", ["total", "fdi", "ddi"]),
        ("Cấp mới 30 dự án; trong nước và FDI tương ứng 12 và 18 dự án.", ["total", "ddi", "fdi"]),
        ("Cấp mới 18 dự án FDI và 12 dự án trong nước.", ["fdi", "ddi"]),
    ],
)
def test_each_figure_has_the_origin_at_its_place(text: str, expected: list[str]) -> None:
    assert [f.origin for f in facts_of(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # The origin of a part is not that of the money told next of all.
        ("Có 64 dự án, trong đó 11 dự án FDI; tổng vốn đăng ký quy đổi 4,1 tỷ USD.", ["total", "fdi", "total"]),
        ("Có 64 dự án, trong đó 11 dự án FDI, tổng vốn đăng ký 4,1 tỷ USD.", ["total", "fdi", "fdi"]),
        # Dollars go on with what was FDI, within a passage.
        ("Thu hút 84 triệu USD vốn FDI. Có 8 dự án tăng vốn thêm 33 triệu USD.", ["fdi", "fdi", "fdi"]),
        ("Thu hút 84 triệu USD vốn FDI. Có 8 dự án tăng vốn thêm 33 tỷ đồng.", ["fdi", "total", "total"]),
        ("1. Thu hút 84 triệu USD vốn FDI.\n2. Vốn thực hiện 33 triệu USD.", ["fdi", "total"]),
        # In đồng, a segment of its own is not of the FDI before it.
        ("Vốn FDI đạt 90 triệu USD; ngoài ra, cấp mới 5 dự án với 1.044 tỷ đồng.", ["fdi", "total", "total"]),
        # The plan of an outcome is of its origin.
        ("Thu hút 84 triệu USD vốn FDI, bằng 42% kế hoạch năm (200 triệu USD).", ["fdi", "fdi", "fdi"]),
    ],
)
def test_how_far_an_origin_reaches(text: str, expected: list[str]) -> None:
    assert [f.origin for f in facts_of(text)] == expected


def test_items_by_origin_split_the_total_before_them() -> None:
    text = (
        "Tổng vốn đầu tư cấp mới và tăng thêm đạt 395 triệu USD.\n"
        "- Đầu tư nước ngoài: 212 triệu USD (cấp mới 20 dự án).\n"
        "- Đầu tư trong nước: 183 triệu USD."
    )
    money = [(f.metric, f.origin) for f in facts_of(text) if f.unit == "USD"]
    both = "capital_new_and_increase"
    assert money == [(both, "total"), (both, "fdi"), (both, "ddi")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Nâng tổng vốn đầu tư nước ngoài và trong nước vào KCN lên khoảng 8.200 triệu USD và 51.000 tỷ đồng.",
            ["fdi", "ddi"],
        ),
        ("Tổng vốn đầu tư trong nước và nước ngoài đạt 9.200 tỷ đồng và 640 triệu USD.", ["ddi", "fdi"]),
        # Both told in one amount are the total.
        ("Tổng vốn đầu tư trong nước và nước ngoài đạt 640 triệu USD.", ["total"]),
        ("Cấp mới dự án FDI và DDI được 38 dự án, trong đó 11 dự án FDI.", ["total", "fdi"]),
        # Each with its own word.
        ("Cấp mới 11 dự án FDI và 9 dự án DDI, vốn 300 triệu USD và 400 tỷ đồng.", ["fdi", "ddi", "fdi", "ddi"]),
    ],
)
def test_origins_and_amounts_in_parallel_without_a_word_for_it(text: str, expected: list[str]) -> None:
    assert [f.origin for f in facts_of(text)] == expected
