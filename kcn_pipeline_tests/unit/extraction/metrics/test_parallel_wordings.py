"""Wordings and figures in parallel lists."""

from __future__ import annotations

import pytest

from kcn_pipeline_tests.unit.extraction.builders import facts_of, metrics_of


@pytest.mark.parametrize(
    ("text", "metrics"),
    [
        (
            "Xuất khẩu, nhập khẩu và nộp ngân sách lần lượt đạt 32 tỷ USD, 28 tỷ USD và 15.000 tỷ đồng.",
            ["exports", "imports", "budget_contribution"],
        ),
        (
            "Doanh thu và kim ngạch xuất khẩu của các doanh nghiệp trong KCN lần lượt là 84 và 29 triệu USD.",
            ["revenue", "exports"],
        ),
        ("Số dự án cấp mới/điều chỉnh: 120/85 dự án.", ["projects_licensed", "project_adjustments"]),
        (
            "Vốn cấp mới và vốn tăng thêm tương ứng 418 triệu USD và 205 triệu USD.",
            ["capital_new", "capital_increase"],
        ),
    ],
)
def test_each_figure_has_the_wording_at_its_place(text: str, metrics: list[str]) -> None:
    assert [metric for _, metric in metrics_of(text)] == metrics


@pytest.mark.parametrize(
    "text",
    [
        "Xuất khẩu và nhập khẩu lần lượt đạt 32 tỷ USD, 28 tỷ USD và 15.000 tỷ đồng.",
        "Xuất khẩu và nhập khẩu lần lượt đạt 32 tỷ USD; doanh thu 40 tỷ USD.",
    ],
)
def test_lists_that_run_apart_are_not_matched(text: str) -> None:
    rules = {fact.rule for fact in facts_of(text)}
    if "; " in text:
        assert "wording at its place of a list" not in rules
    else:
        assert [fact.metric for fact in facts_of(text)][:2] == ["exports", "imports"]


def test_the_growth_of_each_follows_its_amount() -> None:
    text = "Doanh thu và xuất khẩu lần lượt đạt 841 triệu USD và 296 triệu USD, tăng tương ứng 7,4% và 3,9%."
    rates = [fact for fact in facts_of(text) if fact.unit == "percent"]
    assert [fact.metric for fact in rates] == ["revenue", "exports"]


def test_two_amounts_in_one_breath_and_two_percentages_in_one_breath() -> None:
    text = "Vốn cấp mới và tăng thêm là 38.150 tỷ đồng và 742 triệu USD, tăng 22,6% và 5,1%."
    assert [fact.origin for fact in facts_of(text) if fact.unit == "percent"] == ["ddi", "fdi"]


def test_an_outcome_and_its_plan_are_no_terms_of_a_sum() -> None:
    facts = facts_of(
        "So với kế hoạch năm, số dự án cấp mới đạt 60% (12/20 dự án), "
        "còn tổng vốn cấp mới và điều chỉnh tăng đạt 90% (81/90 triệu USD)."
    )
    told = [(fact.metric, fact.comparison) for fact in facts[3:]]
    assert told == [
        ("capital_new_and_increase", "vs_plan"),
        ("capital_new_and_increase", "level"),
        ("capital_new_and_increase", "level"),
    ]
