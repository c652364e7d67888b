"""Capital that the counts or amounts told after it show to be new and added."""

from __future__ import annotations

import pytest

from kcn_pipeline_tests.unit.extraction.builders import facts_of, metrics_of

BOTH = "capital_new_and_increase"


@pytest.mark.parametrize(
    ("text", "metric"),
    [
        ("Thu hút 63 triệu USD từ 38 dự án cấp mới và 7 dự án tăng vốn.", BOTH),
        ("Vốn trong nước thu hút đạt 815 tỷ đồng với 12 dự án cấp mới và 4 lượt dự án tăng vốn.", BOTH),
        # Projects of one kind only, or told apart from the money.
        ("Thu hút 63 triệu USD từ 38 dự án cấp mới.", "capital_attracted"),
        ("Thu hút 63 triệu USD; cấp mới 38 dự án và tăng vốn 7 dự án.", "capital_attracted"),
    ],
)
def test_counts_joined_to_money(text: str, metric: str) -> None:
    assert facts_of(text)[0].metric == metric


def test_the_ratios_of_a_sum_are_of_it() -> None:
    facts = facts_of("Thu hút 63 triệu USD từ 38 dự án cấp mới và 7 dự án tăng vốn, tăng 40% so với cùng kỳ.")
    assert (facts[-1].metric, facts[-1].comparison) == (BOTH, "yoy")


@pytest.mark.parametrize(
    ("total", "metric"), [("793", BOTH), ("800", "capital_increase")], ids=["adds up", "does not add up"]
)
def test_added_capital_that_amounts_of_both_make_up(total: str, metric: str) -> None:
    text = f"Vốn đầu tư tăng thêm {total} triệu USD; cấp mới 284 triệu USD; số vốn tăng thêm 509 triệu USD."
    assert facts_of(text)[0].metric == metric


def test_the_word_before_projects_is_no_hedge() -> None:
    facts = facts_of("Thu hút 63 triệu USD từ 38 dự án cấp mới.")
    assert [(fact.quote, fact.bound) for fact in facts] == [("63 triệu USD", "exact"), ("38 dự án", "exact")]


def test_a_total_stands_where_no_part_follows() -> None:
    assert metrics_of("Thu hút 63 triệu USD.") == [("63 triệu USD", "capital_attracted")]
