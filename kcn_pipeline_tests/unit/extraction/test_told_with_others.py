"""What figures take from the words and amounts around them: sums, directions, origins, plans and earlier periods."""

from __future__ import annotations

import pytest

from kcn_pipeline_tests.unit.extraction.builders import facts_of, summary

Expected = list[tuple[str, str | None, str, str | None]]
SUM = "capital_new_and_increase"

SUMS: list[tuple[str, Expected]] = [
    ("Các KCN năm nay thu hút 640 triệu USD, gồm cả tăng vốn.", [("640 triệu USD", SUM, "level", "total")]),
    (
        "Tổng vốn thu hút đạt hơn 3,1 tỷ USD, bao gồm cả vốn cấp mới và điều chỉnh.",
        [("3,1 tỷ USD", SUM, "level", "total")],
    ),
    (
        "Cộng cả phần tăng thêm của 18 lượt dự án thì con số là 570 triệu USD.",
        [("18 lượt dự án", "project_expansions", "level", "total"), ("570 triệu USD", SUM, "level", "total")],
    ),
    ("Gộp cả mới lẫn tăng được 410 triệu USD.", [("410 triệu USD", SUM, "level", "total")]),
    # What is taken in is no term of a sum.
    (
        "Đã cấp mới 14 dự án, tổng vốn 800 triệu USD (tính cả phần vốn trong nước quy đổi); điều chỉnh 20 dự án.",
        [
            ("14 dự án", "projects_licensed", "level", "total"),
            ("800 triệu USD", "capital_new", "level", "total"),
            ("20 dự án", "project_adjustments", "level", "total"),
        ],
    ),
]

DIRECTIONS: list[tuple[str, Expected]] = [
    (
        "Có 210 lượt dự án FDI và 64 lượt dự án DDI điều chỉnh tăng vốn.",
        [
            ("210 lượt dự án", "project_expansions", "level", "fdi"),
            ("64 lượt dự án", "project_expansions", "level", "ddi"),
        ],
    ),
    (
        "Năm nay có 9 dự án mới, 2.400 tỷ đồng; 3 dự án tăng 860 tỷ đồng.",
        [
            ("9 dự án", "projects_licensed", "level", "total"),
            ("2.400 tỷ đồng", "capital_new", "level", "total"),
            ("3 dự án", "project_expansions", "level", "total"),
            ("860 tỷ đồng", "capital_increase", "level", "total"),
        ],
    ),
    ("Công ty Minh Long tăng 25 triệu USD.", [("25 triệu USD", "capital_increase", "level", "total")]),
]

ORIGINS: list[tuple[str, Expected]] = [
    (
        "Cấp mới 9 dự án FDI với 150 triệu USD. Ngược lại, cấp mới 6 dự án nội, vốn 3.700 tỷ đồng.",
        [
            ("9 dự án", "projects_licensed", "level", "fdi"),
            ("150 triệu USD", "capital_new", "level", "fdi"),
            ("6 dự án", "projects_licensed", "level", "ddi"),
            ("3.700 tỷ đồng", "capital_new", "level", "ddi"),
        ],
    ),
    (
        "Vốn đăng ký mới: 430 tỷ đồng (kế hoạch 600 tỷ đồng) và 15,5 triệu USD (kế hoạch 30 triệu USD).",
        [
            ("430 tỷ đồng", "capital_new", "level", "ddi"),
            ("600 tỷ đồng", "capital_new", "level", "ddi"),
            ("15,5 triệu USD", "capital_new", "level", "fdi"),
            ("30 triệu USD", "capital_new", "level", "fdi"),
        ],
    ),
    (
        "Cấp mới và điều chỉnh tăng: 310 triệu USD; 720 tỷ đồng. Đạt 118% kế hoạch FDI.",
        [
            ("310 triệu USD", SUM, "level", "fdi"),
            ("720 tỷ đồng", SUM, "level", "ddi"),
            ("118%", SUM, "vs_plan", "fdi"),
        ],
    ),
    (
        "Vốn thực hiện của dự án DDI là 950 tỷ đồng, của dự án FDI là 54 triệu USD, so với kế hoạch đạt 92% và 107%.",
        [
            ("950 tỷ đồng", "capital_disbursed", "level", "ddi"),
            ("54 triệu USD", "capital_disbursed", "level", "fdi"),
            ("92%", "capital_disbursed", "vs_plan", "ddi"),
            ("107%", "capital_disbursed", "vs_plan", "fdi"),
        ],
    ),
    (
        "Đầu tư trong nước.\n\nQuý II cấp mới 6 dự án FDI, vốn 90 triệu USD. Cộng 9 tháng: 8 dự án mới, 95 triệu USD.",
        [
            ("6 dự án", "projects_licensed", "level", "fdi"),
            ("90 triệu USD", "capital_new", "level", "fdi"),
            ("8 dự án", "projects_licensed", "level", "total"),
            ("95 triệu USD", "capital_new", "level", "total"),
        ],
    ),
    (
        "Cấp mới 30 dự án, tổng vốn 3.100 tỷ đồng, trong đó có 4 dự án FDI, tổng vốn 380 tỷ đồng.",
        [
            ("30 dự án", "projects_licensed", "level", "total"),
            ("3.100 tỷ đồng", "capital_new", "level", "total"),
            ("4 dự án", "projects_licensed", "level", "fdi"),
            ("380 tỷ đồng", "capital_new", "level", "fdi"),
        ],
    ),
    (
        "Năm trước thu hút 480 triệu USD. Vốn FDI thu hút đạt 220 triệu USD. Trong đó, cấp mới 16 dự án.",
        [
            ("480 triệu USD", "capital_attracted", "level", "total"),
            ("220 triệu USD", "capital_attracted", "level", "fdi"),
            ("16 dự án", "projects_licensed", "level", "fdi"),
        ],
    ),
]

COMPARED: list[tuple[str, Expected]] = [
    (
        "Thu nhập 5.600.000 đồng/người/tháng, cao hơn năm 2018 là 240.000 đồng.",
        [
            ("5.600.000 đồng/người/tháng", "average_income", "level", None),
            ("240.000 đồng", "average_income", "change", None),
        ],
    ),
    (
        "Cấp mới 21 dự án, gồm 12 dự án FDI và 9 dự án DDI. So với cùng kỳ, số dự án mới tăng 3 dự án.",
        [
            ("21 dự án", "projects_licensed", "level", "total"),
            ("12 dự án", "projects_licensed", "level", "fdi"),
            ("9 dự án", "projects_licensed", "level", "ddi"),
            ("3 dự án", "projects_licensed", "change", "total"),
        ],
    ),
    (
        "Vốn thực hiện đạt 6.200 tỷ đồng, chia đều mỗi năm 1.240 tỷ đồng, tăng bình quân 12,5%/năm.",
        [
            ("6.200 tỷ đồng", "capital_disbursed", "level", "total"),
            ("1.240 tỷ đồng", "capital_disbursed", "level", "total"),
            ("12,5%", "capital_disbursed", "yoy", "total"),
        ],
    ),
    (
        "Mục tiêu cả năm là thu hút 900 triệu USD, như vậy đã đạt 58%.",
        [
            ("900 triệu USD", "capital_attracted", "level", "total"),
            ("58%", "capital_attracted", "vs_plan", "total"),
        ],
    ),
    (
        "Xuất khẩu đạt 248 triệu USD, thụt lùi 14,2% so cùng kỳ.",
        [("248 triệu USD", "exports", "level", None), ("14,2%", "exports", "yoy", None)],
    ),
    (
        "Có 9 dự án FDI tăng vốn, số vốn tăng 438 triệu USD. Các khu thu hút 520 triệu USD vốn FDI, bằng 74% kế hoạch.",
        [
            ("9 dự án", "project_expansions", "level", "fdi"),
            ("438 triệu USD", "capital_increase", "level", "fdi"),
            ("520 triệu USD", "capital_attracted", "level", "fdi"),
            ("74%", "capital_attracted", "vs_plan", "fdi"),
        ],
    ),
]


@pytest.mark.parametrize(
    ("text", "expected"),
    [*SUMS, *DIRECTIONS, *ORIGINS, *COMPARED],
    ids=[text[:40] for text, _ in [*SUMS, *DIRECTIONS, *ORIGINS, *COMPARED]],
)
def test_told_with_others(text: str, expected: Expected) -> None:
    assert [summary(fact) for fact in facts_of(text)] == expected


def test_a_ranking_of_investors_is_of_what_there_is() -> None:
    text = "Trong các nhà đầu tư FDI, Nhật Bản dẫn đầu với 96 dự án, vốn 2,1 tỷ USD; kế đến là Hàn Quốc 37 dự án."
    assert [(f.metric, f.origin) for f in facts_of(text)] == [
        ("projects_active", "fdi"),
        ("capital_registered", "fdi"),
        ("projects_active", "fdi"),
    ]


def test_a_comparison_that_opens_the_sentence() -> None:
    text = "Cấp mới 12 dự án, vốn đăng ký mới 480 tỷ đồng. So với năm 2018, số dự án giảm 7 dự án, nhưng vốn bằng 136%."
    assert [(f.quote, f.comparison) for f in facts_of(text)][2:] == [("7 dự án", "change"), ("136%", "yoy_index")]


def test_what_there_is_now_goes_on_with_no_window() -> None:
    text = "Năm nay toàn tỉnh cấp mới 12 dự án.\n\nHiện 11 KCN của Hải Dương đang có 268 dự án của 19 quốc gia."
    assert [f.metric for f in facts_of(text, "board:hai-duong") if f.value == 268] == ["projects_active"]
