"""Wholes beside their parts, and figures that what stands beside them names."""

from __future__ import annotations

import pytest

from kcn_pipeline_tests.unit.extraction.builders import facts_of, metrics_of, summary

Expected = list[tuple[str, str | None]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Hiện có 1.000 dự án thứ cấp đang hoạt động, trong đó hơn 500 dự án FDI.",
            [("1.000 dự án", "projects_operating"), ("500 dự án", "projects_operating")],
        ),
        (
            "Tổng số 2.050 người, trong đó 210 lao động nước ngoài.",
            [("2.050 người", "workers"), ("210 lao động", "workers_foreign")],
        ),
        # More than the whole is no part of it.
        (
            "Tổng số 200 người, trong đó 210 lao động nước ngoài.",
            [("200 người", None), ("210 lao động", "workers_foreign")],
        ),
        (
            "Hiện có 63 dự án được cấp giấy chứng nhận đầu tư đang triển khai xây dựng.",
            [("63 dự án", "projects_under_construction")],
        ),
        # Money of projects that the vocabulary does not count is none of its own.
        (
            "Các khu có 28 dự án hạ tầng với tổng vốn 15.000 tỷ đồng.",
            [("28 dự án", None), ("15.000 tỷ đồng", None)],
        ),
        # Enterprises are not told by origin.
        (
            "Có 410 doanh nghiệp, trong đó 230 doanh nghiệp FDI.",
            [("410 doanh nghiệp", "enterprises"), ("230 doanh nghiệp", None)],
        ),
    ],
)
def test_metrics(text: str, expected: Expected) -> None:
    assert metrics_of(text) == expected


@pytest.mark.parametrize(
    ("text", "origins"),
    [
        ("Thu hút 410 dự án FDI mới và 330 dự án tăng vốn, tổng 6,1 tỷ USD.", ["fdi", "fdi", "fdi"]),
        ("Cấp mới 9 dự án DDI; điều chỉnh 5 dự án.", ["ddi", "total"]),
    ],
)
def test_what_a_joint_adds_to_a_count_is_of_its_origin(text: str, origins: list[str]) -> None:
    assert [fact.origin for fact in facts_of(text)] == origins


def test_adjusted_projects_whose_money_was_raised() -> None:
    facts = facts_of("Có 11 dự án điều chỉnh, vốn điều chỉnh tăng 48 triệu USD.")
    assert [summary(fact)[1] for fact in facts] == ["project_expansions", "capital_increase"]
