"""Counts of no time told that their stages show to be what there is."""

from __future__ import annotations

import pytest

from kcn_pipeline_tests.unit.extraction.builders import facts_of, metrics_of


def test_a_count_and_its_money_before_a_stage() -> None:
    text = "Khu công nghiệp Bình Minh thu hút 58 dự án, vốn 400 triệu USD; 48 dự án đã đi vào hoạt động."
    assert metrics_of(text) == [
        ("58 dự án", "projects_active"),
        ("400 triệu USD", "capital_registered"),
        ("48 dự án", "projects_operating"),
    ]


def test_a_stage_of_the_next_sentence_and_the_day_of_the_stock() -> None:
    count = facts_of("Khu thu hút được 55 dự án. Đến nay 41 dự án đã hoạt động.")[0]
    assert (count.metric, count.period_start) == ("projects_active", None)


@pytest.mark.parametrize(
    "text",
    [
        "Năm 2019, khu thu hút 58 dự án; 48 dự án đã đi vào hoạt động.",  # a window
        "Khu thu hút 58 dự án mới; 48 dự án đã đi vào hoạt động.",  # new
        "Khu thu hút 5 dự án; 48 dự án đã đi vào hoạt động.",  # fewer than its stage
        "Khu thu hút 58 dự án.\nCó 48 dự án đã đi vào hoạt động.",  # another paragraph
        "Thu hút 5 dự án FDI và 3 dự án DDI đang hoạt động.",  # another origin
        "Phấn đấu thu hút 58 dự án; 48 dự án đi vào hoạt động.",  # an aim
    ],
)
def test_flows_stay(text: str) -> None:
    assert facts_of(text)[0].metric == "projects_licensed"
