"""Capital attracted that the text calls new and added elsewhere."""

from __future__ import annotations

import pytest

from kcn_pipeline_tests.unit.extraction.builders import facts_of

BOTH, ATTRACTED = "capital_new_and_increase", "capital_attracted"


@pytest.mark.parametrize(
    ("headline", "metric"),
    [
        ("Các khu thu hút 338,9 triệu USD", BOTH),
        ("Các khu thu hút hơn 338 triệu USD", BOTH),
        ("Các khu thu hút 338 triệu USD", BOTH),  # cut, as headlines do
        ("Các khu thu hút hơn 300 triệu USD", ATTRACTED),
        ("Các khu thu hút 338,9 tỷ đồng", ATTRACTED),
    ],
)
def test_a_headline_takes_the_name_of_the_same_total(headline: str, metric: str) -> None:
    facts = facts_of(f"{headline}.\n\nTổng vốn cấp mới và tăng thêm đạt 338,9 triệu USD.")
    assert facts[0].metric == metric


def test_its_growth_is_of_the_same_metric() -> None:
    facts = facts_of("Thu hút 50 triệu USD, tăng 8% so với cùng kỳ. Vốn cấp mới và tăng thêm đạt 50 triệu USD.")
    assert [f.metric for f in facts] == [BOTH, BOTH, BOTH]


def test_totals_of_another_window_restate_nothing() -> None:
    facts = facts_of("Thu hút 61 triệu USD. Năm 2015, vốn cấp mới và tăng thêm đạt 61 triệu USD.")
    assert [f.metric for f in facts] == [ATTRACTED, BOTH]
