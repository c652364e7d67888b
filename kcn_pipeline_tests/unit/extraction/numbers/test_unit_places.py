"""Units that stand before the number, at the whole's number, or run on as a monthly rate."""

from __future__ import annotations

import pytest

from kcn_pipeline_tests.unit.extraction.builders import facts_of

Read = tuple[str, str | None, str]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Đến nay 342 trong tổng số 412 dự án đã đi vào hoạt động.",
            [("342", "projects_operating", "project"), ("412 dự án", "projects_active", "project")],
        ),
        ("Vốn đăng ký cấp mới đạt USD 350 triệu.", [("USD 350 triệu", "capital_new", "USD")]),
        (
            "Lương bình quân 8,5 triệu đồng mỗi người mỗi tháng.",
            [("8,5 triệu đồng mỗi người mỗi tháng", "average_income", "VND_per_person_month")],
        ),
        (
            "Thu nhập bình quân 9 triệu đồng/người/tháng.",
            [("9 triệu đồng/người/tháng", "average_income", "VND_per_person_month")],
        ),
        (
            "Các KCN sử dụng 98.000 lao động, trong đó 61.000 nữ.",
            [("98.000 lao động", "workers", "person"), ("61.000", "workers_female", "person")],
        ),
    ],
)
def test_the_unit_is_found_where_it_stands(text: str, expected: list[Read]) -> None:
    assert [(fact.quote, fact.metric, fact.unit) for fact in facts_of(text)] == expected


def test_two_currencies_of_one_capital_are_the_two_origins() -> None:
    facts = facts_of("Các dự án thực hiện 3 tỷ USD và 11 nghìn tỷ đồng vốn đầu tư trong năm.")
    assert [(fact.metric, fact.origin) for fact in facts] == [
        ("capital_disbursed", "fdi"),
        ("capital_disbursed", "ddi"),
    ]


def test_the_capital_added_is_said_of_projects_that_added_it() -> None:
    facts = facts_of("Phần vốn bổ sung của 29 dự án là 480 triệu USD.")
    assert [fact.metric for fact in facts] == ["project_expansions", "capital_increase"]


def test_each_quarter_says_its_own_value() -> None:
    facts = facts_of("Kim ngạch xuất khẩu quý I đạt 1,2 tỷ USD, quý II đạt 1,4 tỷ USD.")
    assert [(fact.metric, fact.period_end.month if fact.period_end else None) for fact in facts] == [
        ("exports", 3),
        ("exports", 6),
    ]


def test_inside_and_outside_taken_together_is_the_province() -> None:
    [fact] = facts_of("Tính cả trong và ngoài KCN, toàn tỉnh thu hút 90 dự án.", publisher="board:vinh-long")
    assert fact.entity == "province:vinh-long"


def test_what_the_province_assigns_is_a_plan_of_the_board() -> None:
    [fact] = facts_of("Chỉ tiêu nộp ngân sách tỉnh giao là 800 tỷ đồng.", publisher="board:vinh-long")
    assert (fact.entity, fact.metric, fact.target) == ("board:vinh-long", "budget_contribution", True)
