"""Wordings of metrics that press and speakers prefer to those of reports."""

from __future__ import annotations

import pytest

from kcn_pipeline_tests.unit.extraction.builders import metrics_of


@pytest.mark.parametrize(
    ("text", "metrics"),
    [
        ("Nửa đầu năm cấp thêm 4 dự án, vốn 2.100 tỷ đồng.", ["projects_licensed", "capital_new"]),
        ("Quý III chỉ thêm 2 dự án trong nước.", ["projects_licensed"]),
        ("Trong năm có 6 dự án xin trả giấy phép.", ["projects_revoked"]),
        ("Năm 2020, tham vọng 1,3 tỷ USD FDI, 8.500 tỷ đồng vốn nội.", ["capital_attracted", "capital_attracted"]),
        ("Các KCN kéo về 120 dự án FDI, vốn 900 triệu USD.", ["projects_licensed", "capital_attracted"]),
        ("Xuất khẩu mang về 140 triệu USD.", ["exports"]),
        ("26 lượt điều chỉnh dự án trong kỳ.", ["project_adjustments"]),
        ("Trong năm có 9 lượt điều chỉnh tăng vốn.", ["project_expansions"]),
        ("Thu hẹp vốn 2 dự án.", ["project_reductions"]),
        ("Toàn tỉnh có 8 KCN theo quy hoạch, 5 khu đang có dự án hoạt động.", ["zones_planned", "zones_operating"]),
        ("Trong đó 6 khu đã tiếp nhận nhà đầu tư.", ["zones_operating"]),
        ("102/104 khu vận hành nhà máy nước thải tập trung.", ["zones_with_wastewater_plant", "zones_operating"]),
        ("KCN Hòa Phú mới phủ được 62%.", ["occupancy_rate"]),
        ("Đã thanh lý 3 dự án không khả thi.", ["projects_revoked"]),
        ("Tổng vốn đầu tư đăng ký và điều chỉnh tăng vốn 4.000 tỷ đồng.", ["capital_new_and_increase"]),
        ("Đất công nghiệp cho thuê đạt 820 ha.", ["leased_area"]),
    ],
)
def test_wordings_of_the_press(text: str, metrics: list[str]) -> None:
    assert [metric for _, metric in metrics_of(text)] == metrics
