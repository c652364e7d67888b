"""Totals that only their parts tell."""

from __future__ import annotations

import pytest

from kcn_pipeline_tests.unit.extraction.builders import facts_of, metrics_of


@pytest.mark.parametrize(
    ("text", "metric"),
    [
        ("Có 41 dự án cấp mới và 33 dự án tăng vốn, tổng 610 triệu USD.", "capital_new_and_increase"),
        (
            "Vốn cấp mới 200 triệu USD, vốn tăng thêm 100 triệu USD. Tổng vốn đầu tư 300 triệu USD.",
            "capital_new_and_increase",
        ),
        ("Tính cả cấp mới lẫn tăng vốn, các khu thu hút 1,2 tỷ USD.", "capital_new_and_increase"),
        ("Có 41 dự án cấp mới, tổng vốn 610 triệu USD.", "capital_new"),
        ("Thu hút 41 dự án, vốn 610 triệu USD.", "capital_attracted"),
    ],
)
def test_the_last_amount(text: str, metric: str) -> None:
    assert metrics_of(text)[-1][1] == metric


def test_an_amount_that_its_parts_do_not_make_up_is_no_sum() -> None:
    text = "Vốn cấp mới 200 triệu USD, vốn tăng thêm 100 triệu USD. Vốn thu hút 470 triệu USD."
    assert metrics_of(text)[-1][1] != "capital_new_and_increase"


def test_a_total_with_its_parts_in_brackets() -> None:
    text = "Thu hút 312,5 triệu USD vốn FDI (cấp mới 190 triệu USD, tăng thêm 122,5 triệu USD)."
    assert [fact.metric for fact in facts_of(text)] == ["capital_new_and_increase", "capital_new", "capital_increase"]
