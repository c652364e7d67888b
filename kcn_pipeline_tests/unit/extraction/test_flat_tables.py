"""Tables that became lines: units and meanings from header, unit column and label."""

from __future__ import annotations

from decimal import Decimal

from kcn_pipeline_tests.unit.extraction.builders import facts_of

TABBED = (
    "STT\tChỉ tiêu\tĐơn vị\tKế hoạch\tThực hiện\n"
    "1\tDự án cấp mới\tdự án\t80\t96\n"
    "2\tKim ngạch xuất khẩu\ttriệu USD\t5.200\t5.036"
)
DASHED = (
    "Nội dung - Ước năm - So kế hoạch (%) - So cùng kỳ (%)\n"
    "Nộp ngân sách (tỷ đồng) - 1.092 - 84 - 118\n"
    "Kim ngạch nhập khẩu (triệu USD) - 688 - 82,9 - 137"
)


def test_a_unit_column_serves_its_row_and_plans_are_targets() -> None:
    facts = [(fact.metric, fact.value, fact.unit, fact.target) for fact in facts_of(TABBED)]
    assert facts == [
        ("projects_licensed", Decimal(80), "project", True),
        ("projects_licensed", Decimal(96), "project", False),
        ("exports", Decimal(5_200_000_000), "USD", True),
        ("exports", Decimal(5_036_000_000), "USD", False),
    ]


def test_a_unit_in_brackets_serves_its_row_and_headers_tell_the_comparison() -> None:
    facts = [(fact.metric, fact.comparison, fact.value) for fact in facts_of(DASHED)]
    assert facts == [
        ("budget_contribution", "level", Decimal(1_092_000_000_000)),
        ("budget_contribution", "vs_plan", Decimal(84)),
        ("budget_contribution", "yoy_index", Decimal(118)),
        ("imports", "level", Decimal(688_000_000)),
        ("imports", "vs_plan", Decimal("82.9")),
        ("imports", "yoy_index", Decimal(137)),
    ]


def test_row_numbers_are_no_figures() -> None:
    assert all(fact.value > 2 for fact in facts_of(TABBED))


def test_one_line_with_dashes_is_no_table() -> None:
    assert facts_of("Hội nghị - ngày 12 - tại Hà Nội") == []


def test_rows_without_a_unit_stay_unread() -> None:
    assert facts_of("Mục - Số\nKết quả thứ nhất - 12\nKết quả thứ hai - 13") == []
