"""Wholes by the words before them, units of what an origin splits up, enterprises of one zone, jobs."""

from __future__ import annotations

import pytest

from kcn_pipeline_tests.unit.extraction.builders import facts_of, metrics_of

Expected = list[tuple[str, str | None]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Có 54 dự án hoạt động trên tổng số 80 dự án đã cấp phép.",
            [("54 dự án", "projects_operating"), ("80 dự án", "projects_active")],
        ),
        (
            "Khoảng 700 lao động nữ đang làm việc tại các nhà máy, trong tổng số 900 người.",
            [("700 lao động", "workers_female"), ("900 người", "workers")],
        ),
        # What is named behind it stays; land has a nearer whole than all of it.
        (
            "Trong số 58 dự án đang hoạt động có 30 dự án FDI.",
            [("58 dự án", "projects_operating"), ("30 dự án", "projects_operating")],
        ),
        (
            "Đã cho thuê 58 ha trong tổng số 90 ha.",
            [("58 ha", "leased_area"), ("90 ha", "industrial_land_area")],
        ),
        (
            "KCX Tân Thuận: 20 doanh nghiệp, 600 lao động.",
            [("20 doanh nghiệp", "enterprises"), ("600 lao động", "workers")],
        ),
        ("Có thêm 430 việc làm.", [("430 việc làm", "jobs_created")]),
        ("Giải quyết VL cho 430 LĐ.", [("430 LĐ", "jobs_created")]),
        # The land of projects is not that of zones.
        (
            "Cấp mới 8 dự án, vốn 90 tỷ đồng, tổng diện tích 72 ha.",
            [("8 dự án", "projects_licensed"), ("90 tỷ đồng", "capital_new"), ("72 ha", None)],
        ),
        ("KCN Đại An có 8 dự án, diện tích 72 ha.", [("8 dự án", "projects_active"), ("72 ha", "zone_area")]),
        ("Cấp mới 8 dự án; tổng diện tích 72 ha.", [("8 dự án", "projects_licensed"), ("72 ha", "zone_area")]),
        ("Đã trả 388/402 hồ sơ.", [("388", "dossiers_resolved"), ("402 hồ sơ", "dossiers_received")]),
        (
            "Ba trong bảy KCN có trạm xử lý nước thải tập trung.",
            [("Ba", "zones_with_wastewater_plant"), ("bảy KCN", "zones_operating")],
        ),
    ],
)
def test_metrics(text: str, expected: Expected) -> None:
    assert metrics_of(text) == expected


def test_a_count_without_a_unit_is_split_up_by_origin() -> None:
    facts = facts_of("DA còn hiệu lực: 40 (FDI: 25; DDI: 15).")
    assert [(str(fact.value), fact.metric, fact.origin) for fact in facts] == [
        ("40", "projects_active", "total"),
        ("25", "projects_active", "fdi"),
        ("15", "projects_active", "ddi"),
    ]
