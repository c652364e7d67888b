"""Shares whose subject is a word for one."""

from __future__ import annotations

import pytest

from kcn_pipeline_tests.unit.extraction.builders import facts_of


@pytest.mark.parametrize(
    ("text", "metric"),
    [
        ("Đóng góp của các KCN vào kim ngạch xuất khẩu toàn tỉnh ước đạt khoảng 54%.", "exports"),
        ("Mức đóng góp vào kim ngạch xuất khẩu của tỉnh lên tới 54%.", "exports"),
        ("Tỷ lệ đóng góp của các KCN vào giá trị sản xuất công nghiệp của tỉnh đạt 54%.", "industrial_output"),
        ("Tỷ trọng giá trị sản xuất công nghiệp của các KCN trong toàn tỉnh đạt 54%.", "industrial_output"),
        ("Đóng góp của các KCN vào ngân sách tỉnh đạt 54%.", "budget_contribution"),
    ],
)
def test_a_word_for_a_share_is_the_subject(text: str, metric: str) -> None:
    [fact] = facts_of(text)
    assert (fact.metric, fact.comparison, fact.base) == (metric, "share", metric)


@pytest.mark.parametrize(
    ("text", "comparison"),
    [
        ("Các KCN đóng góp vào ngân sách 640 tỷ đồng, đạt 104% kế hoạch.", "vs_plan"),
        ("Đóng góp vào ngân sách 640 tỷ đồng, tăng 8% so với cùng kỳ.", "yoy"),
    ],
)
def test_plans_and_growth_are_no_shares(text: str, comparison: str) -> None:
    assert facts_of(text)[-1].comparison == comparison
