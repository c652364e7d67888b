"""Hedges that a wording parts from their figure."""

from __future__ import annotations

import pytest

from kcn_pipeline_tests.unit.extraction.builders import facts_of


@pytest.mark.parametrize(
    "text",
    [
        "Những nhà máy này ước đạt doanh thu 640 triệu USD.",
        "Toàn ngành ước nộp ngân sách 5 tỷ đồng.",
        "Các KCN ước tính kim ngạch xuất khẩu 40 triệu USD.",
        "Kim ngạch xuất khẩu ước thực hiện tháng 7 đạt 5,6 triệu USD.",
        "9 tháng năm 2019, ước nộp ngân sách của các doanh nghiệp là 7 tỷ đồng.",
    ],
)
def test_an_estimate_reaches_over_the_wording_of_its_metric(text: str) -> None:
    [fact] = facts_of(text)
    assert fact.bound == "approx"


def test_an_estimate_does_not_reach_over_another_clause() -> None:
    facts = facts_of("Doanh thu ước đạt 90 tỷ đồng; nộp ngân sách 5 tỷ đồng.")
    assert [fact.bound for fact in facts] == ["approx", "exact"]


@pytest.mark.parametrize(("verb", "bound"), [("gần gấp hai lần", "upper"), ("hơn gấp đôi", "lower")])
def test_a_hedge_before_the_verb_is_of_the_multiple(verb: str, bound: str) -> None:
    facts = facts_of(f"Doanh thu đạt 90 tỷ đồng, {verb} năm 2018.")
    assert [(fact.comparison, fact.bound) for fact in facts] == [("level", "exact"), ("multiple", bound)]


def test_a_rounded_amount_is_no_estimate_of_what_follows_its_wording() -> None:
    [fact] = facts_of("Gần khu vực nộp ngân sách 5 tỷ đồng.")
    assert fact.bound == "exact"


def test_an_agreement_by_its_name_estimates_nothing() -> None:
    [fact] = facts_of("Tiếp nhận thỏa ước lao động tập thể của 15 đơn vị.")
    assert fact.bound == "exact"


@pytest.mark.parametrize("words", ["không thấp hơn", "không ít hơn", "chẳng kém hơn"])
def test_no_less_is_a_lower_bound(words: str) -> None:
    assert [fact.bound for fact in facts_of(f"Doanh thu {words} 73 tỷ đồng.")] == ["lower"]
