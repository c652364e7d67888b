"""Wordings of metrics that press and speakers prefer to those of reports."""

from __future__ import annotations

import pytest

from kcn_pipeline_tests.unit.extraction.builders import facts_of, metrics_of


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


@pytest.mark.parametrize(
    ("text", "metric"),
    [
        ("Trong năm, có 3 dự án mới đưa vào hoạt động sản xuất kinh doanh.", "projects_started_operation"),
        ("Quý II mời thêm được bốn dự án.", "projects_licensed"),
        ("Cấp mới 20 dự án; 14 lượt dự án được chứng nhận tăng vốn.", "project_expansions"),
        ("Vốn FDI vừa cấp mới vừa tăng thêm đạt 330 triệu USD.", "capital_new_and_increase"),
        ("Số vốn đăng ký mới tăng thêm khoảng 210 triệu USD.", "capital_new_and_increase"),
        ("Tổng vốn đầu tư ước thực hiện năm 2019 đạt khoảng 88 triệu USD.", "capital_disbursed"),
        ("Có 13 dự án đang giải phóng mặt bằng, xây dựng.", "projects_under_construction"),
        ("Có 7 KCN đã hoạt động; 5 KCN đang trong các giai đoạn giải phóng mặt bằng.", "zones_under_construction"),
        ("Có 7 khu hoạt động và 9 khu hiện đang được xây dựng.", "zones_under_construction"),
        ("FDI vào KCN, KKT vượt 1,4 tỷ USD.", "capital_attracted"),
    ],
)
def test_more_wordings(text: str, metric: str) -> None:
    assert metrics_of(text)[-1][1] == metric


def test_a_field_of_trade_is_no_pay() -> None:
    text = "21 dự án thuộc nhóm lĩnh vực điện tử, chiếm tỷ trọng 44% tổng số dự án thu hút."
    assert "average_income" not in [metric for _, metric in metrics_of(text)]


def test_a_base_that_names_both_terms() -> None:
    share = facts_of("Vốn FDI giải ngân trong năm 1,1 tỷ USD, tương đương 60% số vốn FDI cấp mới và tăng thêm.")[-1]
    assert (share.comparison, share.base) == ("share", "capital_new_and_increase")
