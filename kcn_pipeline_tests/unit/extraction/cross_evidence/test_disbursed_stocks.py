"""Disbursed capital told beside the registered capital it is of."""

from __future__ import annotations

import pytest

from kcn_pipeline_tests.unit.extraction.builders import facts_of, metrics_of


@pytest.mark.parametrize(
    ("text", "metrics"),
    [
        (
            "Tổng vốn đăng ký 5 tỷ USD, vốn đã thực hiện 3 tỷ USD.",
            ["capital_registered", "capital_disbursed_cumulative"],
        ),
        (
            "Vốn đăng ký 5 tỷ USD, trong đó đã đầu tư 3 tỷ USD.",
            ["capital_registered", "capital_disbursed_cumulative"],
        ),
        ("Vốn thực hiện 3 tỷ USD, bằng 60% vốn đăng ký.", ["capital_disbursed_cumulative"] * 2),
        # A window, a plan or an earlier period tells what the window brought.
        ("Năm 2019, vốn thực hiện 3 tỷ USD, bằng 60% vốn đăng ký.", ["capital_disbursed"] * 2),
        ("Vốn thực hiện 3 tỷ USD, đạt 60% kế hoạch.", ["capital_disbursed"] * 2),
        # New projects before it have new capital.
        (
            "Cấp mới 9 dự án, vốn đăng ký 90 triệu USD, vốn thực hiện 12 triệu USD.",
            ["projects_licensed", "capital_new", "capital_disbursed"],
        ),
    ],
)
def test_metrics(text: str, metrics: list[str]) -> None:
    assert [metric for _, metric in metrics_of(text)] == metrics


def test_a_stock_has_no_first_day() -> None:
    facts = facts_of("Tổng vốn đăng ký 5 tỷ USD, vốn đã thực hiện 3 tỷ USD.")
    assert [fact.period_start for fact in facts] == [None, None]
