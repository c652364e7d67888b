"""Ways in which officials word metrics that are easily taken for one another."""

from __future__ import annotations

import pytest

from kcn_pipeline_tests.unit.extraction.builders import metrics_of

WORDINGS: dict[str, list[str]] = {
    "capital_new_and_increase": [
        "Tổng vốn FDI đăng ký mới và điều chỉnh tăng thêm trong kỳ là 310 triệu USD.",
        "Tổng vốn FDI đăng ký mới và bổ sung là 270 triệu USD.",
        "Vốn đầu tư nước ngoài đăng ký cấp mới và tăng thêm đạt 500 triệu USD.",
        "Tổng vốn đầu tư (bao gồm cấp mới và điều chỉnh tăng vốn) đạt 1.200 tỷ đồng.",
        "Tổng vốn đăng ký mới, tăng thêm và góp vốn mua cổ phần đạt 300 triệu USD.",
        "Tính chung cả vốn cấp mới và vốn điều chỉnh, các KCN thu hút được 300 triệu USD.",
        "Vốn FDI thu hút (gồm dự án mới và dự án tăng vốn) đạt 300 triệu USD.",
    ],
    "capital_increase": [
        "Một doanh nghiệp tăng vốn đầu tư 64 triệu USD.",
        "Công ty đã tăng vốn đầu tư thêm 64 triệu USD.",
        "Các dự án đang hoạt động đã điều chỉnh tăng vốn thêm 64 triệu USD.",
        "Vốn đầu tư bổ sung đạt 64 triệu USD.",
    ],
    "project_adjustments": [
        "Có 10 dự án được cấp giấy chứng nhận đầu tư điều chỉnh.",
        "Điều chỉnh giấy chứng nhận đăng ký đầu tư cho 45 lượt dự án.",
        "Trong kỳ có 45 lượt dự án thay đổi nội dung đăng ký đầu tư.",
    ],
    "capital_disbursed_cumulative": [
        "Đến nay, vốn thực hiện đầu tư có giá trị khoảng 1,9 tỷ USD.",
        "Tính đến hết tháng 6, vốn đầu tư đã triển khai thực hiện đạt 1,9 tỷ USD.",
        "Tổng vốn thực hiện của các dự án đến nay là 1,9 tỷ USD.",
    ],
    "capital_disbursed": [
        "Từ đầu năm đến ngày 15-9, vốn thực hiện ước đạt 60 triệu USD.",
        "Lũy kế từ đầu năm 2019 đến hết tháng 8, vốn thực hiện đạt 60 triệu USD.",
        "Các nhà đầu tư đã đưa vào thực hiện 300 triệu USD trong quý I.",
    ],
    "projects_under_construction": [
        "Đến nay có 23 dự án đang tiến hành đầu tư xây dựng.",
        "Có 23 dự án đang trong quá trình xây dựng cơ bản.",
        "Có 23 dự án đang triển khai xây dựng nhà xưởng.",
    ],
    "projects_operating": [
        "Có 75 dự án đã xây dựng nhà xưởng và đưa dự án đi vào hoạt động.",
        "Có 75 dự án đã hoàn thành đầu tư xây dựng và đi vào hoạt động.",
        "Có 75 dự án sản xuất kinh doanh ổn định.",
    ],
    "zones_operating": [
        "Hiện đã có 14 KCN đủ điều kiện tiếp nhận đầu tư.",
        "14 KCN đã hoàn thiện hạ tầng và đi vào hoạt động.",
        "14 KCN sẵn sàng tiếp nhận nhà đầu tư.",
    ],
    "zones_planned": [
        "Tỉnh có 16 KCN đã được Thủ tướng Chính phủ chấp thuận.",
        "16 KCN được Thủ tướng Chính phủ chấp thuận chủ trương quy hoạch.",
        "Tỉnh có 16 KCN nằm trong quy hoạch phát triển các KCN cả nước.",
    ],
}


@pytest.mark.parametrize(("metric", "text"), [(metric, text) for metric, texts in WORDINGS.items() for text in texts])
def test_a_wording_names_its_metric(metric: str, text: str) -> None:
    [(_, found)] = metrics_of(text)
    assert found == metric


def test_the_value_of_anything_is_no_contract() -> None:
    assert metrics_of("Tổng giá trị là 40 tỷ đồng.") == [("40 tỷ đồng", None)]
