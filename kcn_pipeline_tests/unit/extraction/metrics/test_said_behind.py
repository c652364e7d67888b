"""What is said of a count behind the money or land it has."""

from __future__ import annotations

import pytest

from kcn_pipeline_tests.unit.extraction.builders import metrics_of


@pytest.mark.parametrize(
    ("text", "metrics"),
    [
        ("Có 8 KCN với tổng diện tích 2.000 ha đã đi vào hoạt động.", ["zones_operating", "zone_area"]),
        (
            "Có 30 dự án với tổng vốn đăng ký 200 triệu USD đang hoạt động.",
            ["projects_operating", "capital_registered"],
        ),
        ("Có 5 dự án với tổng vốn đăng ký 20 triệu USD bị thu hồi.", ["projects_revoked", "capital_revoked"]),
        (
            "Có 5 dự án FDI với vốn đăng ký 20 triệu USD và 30 tỷ đồng bị thu hồi.",
            ["projects_revoked", "capital_revoked", "capital_revoked"],
        ),
        (
            "Đã có 12 CCN hoạt động; 5 CCN khác với diện tích 260 ha đang xây dựng hạ tầng.",
            ["zones_operating", "zones_under_construction", "zone_area"],
        ),
        # A wording before the count goes first, and a comma ends what is said of it.
        ("Cấp mới 5 dự án với vốn đăng ký 20 triệu USD đang hoạt động.", ["projects_licensed", "capital_new"]),
        (
            "Có 30 dự án với vốn đăng ký 200 triệu USD, bị thu hồi 2 dự án.",
            ["projects_active", "capital_registered", "projects_revoked"],
        ),
    ],
)
def test_the_predicate_behind_what_a_count_has(text: str, metrics: list[str]) -> None:
    assert [metric for _, metric in metrics_of(text)] == metrics


@pytest.mark.parametrize(
    ("text", "metrics"),
    [
        ("Có 3 KCN là: Hòa Phú, Bình Minh, Long Mỹ đã đi vào hoạt động.", ["zones_operating"]),
        ("Trong số đó, 2 KCN gồm: Hòa Phú và Bình Minh đang hoạt động.", ["zones_operating"]),
    ],
)
def test_said_behind_names(text: str, metrics: list[str]) -> None:
    assert [metric for _, metric in metrics_of(text)] == metrics
