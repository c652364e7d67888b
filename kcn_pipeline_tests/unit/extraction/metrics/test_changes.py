"""Absolute changes, and what looks like one but is an amount."""

from __future__ import annotations

from decimal import Decimal

import pytest

from kcn_pipeline_tests.unit.extraction.builders import facts_of


@pytest.mark.parametrize(
    ("text", "metric", "value"),
    [
        ("Cấp mới 15 dự án, tăng 4 dự án so với cùng kỳ.", "projects_licensed", "4"),
        ("Cấp mới 15 dự án, giảm 4 dự án so với năm 2018.", "projects_licensed", "-4"),
        ("Cấp mới 15 dự án, ít hơn cùng kỳ hai dự án.", "projects_licensed", "-2"),
        ("Nộp ngân sách 950 tỷ đồng, tăng 31 tỷ đồng so với năm trước.", "budget_contribution", "31000000000"),
        ("Lao động 9.800 người, nhiều hơn đầu năm 400 người.", "workers", "400"),
        ("Lao động 9.800 người, so với đầu năm thêm 400 người.", "workers", "400"),
        ("Lao động 9.800 người, thấp hơn thời điểm tháng 9/2018 là 400 người.", "workers", "-400"),
        ("Lao động 9.800 người, giảm so với thời điểm tháng 9/2018 là 400 người.", "workers", "-400"),
    ],
)
def test_a_change_of_the_amount_before_it(text: str, metric: str, value: str) -> None:
    change = facts_of(text)[-1]
    assert (change.metric, change.comparison, change.value) == (metric, "change", Decimal(value))


@pytest.mark.parametrize(
    "text",
    [
        "So với cùng kỳ, số lao động tăng 2.700 người.",
        "Số lao động trong các KCN đã tăng 2.700 người so với cuối năm 2018.",
    ],
)
def test_a_change_of_what_the_subject_of_the_verb_names(text: str) -> None:
    [change] = facts_of(text)
    assert (change.metric, change.comparison, change.value) == ("workers", "change", Decimal(2700))


def test_income_changes_by_an_amount_of_money() -> None:
    change = facts_of("Thu nhập bình quân 7 triệu đồng/người/tháng, tăng 450 nghìn đồng so với năm 2018.")[-1]
    assert (change.metric, change.comparison, change.unit) == ("average_income", "change", "VND_per_person_month")


@pytest.mark.parametrize(
    "text",
    [
        "Số lao động giảm còn 26.300 người.",
        "Số lao động tăng lên 26.300 người.",
        "Điều chỉnh tăng vốn 5 dự án, vốn tăng thêm 30 triệu USD.",
        "Cấp mới 15 dự án; tăng vốn 4 dự án.",
    ],
)
def test_what_was_reached_or_added_is_an_amount(text: str) -> None:
    assert {fact.comparison for fact in facts_of(text)} == {"level"}


def test_growth_told_again_as_an_amount() -> None:
    _, change, level = facts_of("Số lao động tăng 6,7% (tương ứng 6.200 người), đạt 98.400 người.")
    assert (change.metric, change.comparison, change.value) == ("workers", "change", Decimal(6200))
    assert (level.metric, level.comparison) == ("workers", "level")


@pytest.mark.parametrize(
    "text",
    [
        "Giảm vốn 11 dự án; so với năm 2018 giảm 4 dự án.",
        "Nộp ngân sách tăng 215 tỷ đồng so với cùng kỳ, doanh thu tăng 1.870 tỷ đồng.",
    ],
)
def test_a_change_may_be_told_behind_its_comparison_or_go_on_with_one(text: str) -> None:
    assert facts_of(text)[-1].comparison == "change"


@pytest.mark.parametrize(
    ("text", "metric", "value"),
    [
        ("Cấp mới 45 dự án. Con số này cao hơn năm ngoái 12 dự án.", "projects_licensed", 12),
        ("Lao động khoảng 95.000 người, tăng chừng 6.000 người.", "workers", 6000),
    ],
)
def test_a_change_of_the_amount_just_said(text: str, metric: str, value: int) -> None:
    fact = facts_of(text)[-1]
    assert (fact.metric, fact.comparison, int(fact.value)) == (metric, "change", value)


def test_the_growth_of_a_total_is_not_of_its_parts_in_brackets() -> None:
    change = facts_of("Cấp mới 54 dự án (23 FDI và 31 DDI), vốn 60 triệu USD; so với năm 2018 tăng 9 dự án.")[-1]
    assert (change.metric, change.comparison, change.origin) == ("projects_licensed", "change", "total")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Lao động lên tới 9.870 người, thêm 260 người so với cuối năm 2018.", ("workers", "change", None)),
        ("So với 9 tháng đầu năm 2018, số dự án FDI mới tăng 8 dự án.", ("projects_licensed", "change", "fdi")),
        ("Xuất khẩu cả nước chỉ tăng 4,1% (đạt 97,2 tỷ USD).", ("exports", "level", None)),
        ("Số lao động tăng 4,1% (tương ứng 2.300 người).", ("workers", "change", None)),
    ],
)
def test_changes_and_what_was_reached(text: str, expected: tuple[str, str, str | None]) -> None:
    last = facts_of(text)[-1]
    assert (last.metric, last.comparison, last.origin) == expected


def test_a_change_of_the_projects_behind_the_money_that_came_with_them() -> None:
    last = facts_of("Cấp mới 14 dự án, vốn 60 triệu USD, giảm 5 dự án.")[-1]
    assert (last.metric, last.comparison, str(last.value)) == ("projects_licensed", "change", "-5")


def test_what_grew_may_stand_behind_the_change_and_its_multiple_in_brackets() -> None:
    text = "Cấp mới 9 dự án; tăng vốn 8 dự án. So với cùng kỳ, tăng 5 dự án cấp mới (gấp 2,2 lần)."
    change, multiple = facts_of(text)[2:]
    assert (change.metric, change.comparison) == ("projects_licensed", "change")
    assert (multiple.metric, multiple.comparison) == ("projects_licensed", "multiple")
