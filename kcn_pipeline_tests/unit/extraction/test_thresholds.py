"""Figures that bound a class, a rule or one piece are no statistics."""

from __future__ import annotations

import pytest

from kcn_pipeline_tests.unit.extraction.builders import metrics_of


@pytest.mark.parametrize(
    "text",
    [
        "Khu được mở rộng khi tỷ lệ lấp đầy đạt ít nhất 70%.",
        "Dự án có vốn từ 300 tỷ đồng trở lên phải ký quỹ.",
        "Nhà máy dùng từ 200 lao động trở lên phải có bếp ăn.",
        "Mỗi lô đất rộng từ 1 đến 5 ha.",
        "Có 3 KCN lấp đầy trên 80%.",
    ],
)
def test_bounds_and_rules_state_nothing(text: str) -> None:
    assert {metric for _, metric in metrics_of(text)} <= {None}


def test_a_scope_under_a_condition_counts_nothing() -> None:
    assert (
        "zones_established"
        not in dict(metrics_of("Lấp đầy 66%; nếu chỉ tính 2 KCN đã thành lập thì cao hơn.")).values()
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # The whole is bounded, not a class; zones named as a whole of their own have a rate.
        ("Tỷ lệ lấp đầy các KCN đạt trên 60%.", [("60%", "occupancy_rate")]),
        (
            "26 KCN đang hoạt động với tỷ lệ lấp đầy gần 74%.",
            [("26 KCN", "zones_operating"), ("74%", "occupancy_rate")],
        ),
        # An exact figure before a duty, and a time told by the same word as a condition.
        ("Thu hút 10 dự án, phải giải phóng thêm mặt bằng.", [("10 dự án", "projects_licensed")]),
        ("Sau khi thu hút trên 40 dự án, khu đã lấp đầy.", [("40 dự án", "projects_licensed")]),
        ("Mỗi năm nộp ngân sách trên 40 tỷ đồng.", [("40 tỷ đồng", "budget_contribution")]),
    ],
)
def test_statistics_stay(text: str, expected: list[tuple[str, str]]) -> None:
    assert metrics_of(text) == expected
