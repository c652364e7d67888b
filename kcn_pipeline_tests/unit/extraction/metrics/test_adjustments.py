"""Adjusted projects, by what the words or the money beside them tell."""

from __future__ import annotations

import pytest

from kcn_pipeline_tests.unit.extraction.builders import facts_of, metrics_of

Expected = list[tuple[str, str | None]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Điều chỉnh vốn: tăng 9 dự án/72 triệu USD; giảm 2 dự án/1,5 triệu USD.",
            [
                ("9 dự án", "project_expansions"),
                ("72 triệu USD", "capital_increase"),
                ("2 dự án", "project_reductions"),
                ("1,5 triệu USD", "capital_decrease"),
            ],
        ),
        (
            "Có 14 dự án điều chỉnh với vốn tăng thêm 60 triệu USD.",
            [("14 dự án", "project_expansions"), ("60 triệu USD", "capital_increase")],
        ),
        (
            "11 dự án FDI điều chỉnh tăng 45 triệu USD và 4 dự án trong nước tăng 130 tỷ đồng.",
            [
                ("11 dự án", "project_expansions"),
                ("45 triệu USD", "capital_increase"),
                ("4 dự án", "project_expansions"),
                ("130 tỷ đồng", "capital_increase"),
            ],
        ),
        # A part of them that raised its capital says nothing of the rest, nor does money behind a sign.
        (
            "Điều chỉnh 12 dự án, trong đó 5 dự án tăng vốn 30 triệu USD.",
            [
                ("12 dự án", "project_adjustments"),
                ("5 dự án", "project_expansions"),
                ("30 triệu USD", "capital_increase"),
            ],
        ),
        (
            "Điều chỉnh 9 dự án; vốn tăng thêm 30 triệu USD.",
            [("9 dự án", "project_adjustments"), ("30 triệu USD", "capital_increase")],
        ),
    ],
)
def test_the_direction_of_adjustments(text: str, expected: Expected) -> None:
    assert metrics_of(text) == expected


def test_projects_told_with_new_capital_alone_are_new() -> None:
    facts = facts_of(
        "Lũy kế có 310 dự án FDI, vốn đăng ký 2 tỷ USD.\n"
        "Cùng lúc, có 14 dự án trong nước vào các KCN, KKT với tổng vốn đăng ký mới 880 tỷ đồng trong năm 2019."
    )
    assert [fact.metric for fact in facts[2:]] == ["projects_licensed", "capital_new"]


def test_the_verb_that_opens_the_brackets_behind_adjusted_projects() -> None:
    text = "Thu hút 310 triệu USD, gồm 22 dự án mới (190 triệu USD) và 14 dự án điều chỉnh vốn (tăng 120 triệu USD)."
    assert [metric for _, metric in metrics_of(text)] == [
        "capital_new_and_increase",
        "projects_licensed",
        "capital_new",
        "project_expansions",
        "capital_increase",
    ]


def test_the_sign_of_the_money_behind_adjusted_projects() -> None:
    text = "Điều chỉnh vốn 61 dự án: tăng 55 dự án, +640 triệu USD; giảm 06 dự án, -31 triệu USD."
    assert [metric for _, metric in metrics_of(text)] == [
        "project_adjustments",
        "project_expansions",
        "capital_increase",
        "project_reductions",
        "capital_decrease",
    ]
