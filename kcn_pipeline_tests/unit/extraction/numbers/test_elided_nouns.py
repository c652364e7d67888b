"""Counts whose noun stands beside them, or was told before."""

from __future__ import annotations

from decimal import Decimal

import pytest

from kcn_pipeline_tests.unit.extraction.builders import facts_of


@pytest.mark.parametrize(
    ("text", "quote", "value", "unit", "metric"),
    [
        ("Tổng số dự án đăng ký vào đảo Hòn Tre là 63, vốn 9.000 tỷ đồng.", "63", 63, "project", "projects_active"),
        ("Nâng số dự án tại các KKT, KCN lên 205.", "205", 205, "project", "projects_active"),
        ("Cấp mới 9 dự án. Số dự án giảm 4 so với năm 2018.", "4", -4, "project", "projects_licensed"),
        (
            "Cấp 52 giấy phép lao động, cấp lại 17 giấy.",
            "17 giấy",
            17,
            "permit",
            "work_permits_reissued",
        ),
        ("Cấp mới 8 Giấy chứng nhận đầu tư (kế hoạch: 10 giấy).", "10 giấy", 10, "project", "projects_licensed"),
        ("Doanh nghiệp FDI: 64 (vốn 90 triệu USD).", "64", 64, "enterprise", None),
        ("Cấp mới 33 dự án, kế hoạch là 21.", "21", 21, "project", "projects_licensed"),
        ("Dự án (lũy kế): 47, vốn đăng ký 90 triệu USD.", "47", 47, "project", "projects_active"),
        ("Dự án mới có 52, vốn 600 triệu USD.", "52", 52, "project", "projects_licensed"),
        ("Dự án trong nước cấp 4, vốn 310 tỷ đồng.", "4", 4, "project", "projects_licensed"),
        ("Cấp mới 34 dự án, hai chục là của nước ngoài.", "hai chục", 20, "project", "projects_licensed"),
        ("Có 140 ngàn lao động, tăng 6,5 ngàn.", "6,5 ngàn", 6500, "person", "workers"),
        ("Đưa lao động lên ba mươi vạn.", "ba mươi vạn", 300000, "person", "workers"),
        ("Lương công nhân nay vào khoảng 7,4 triệu.", "7,4 triệu", 7400000, "VND_per_person_month", "average_income"),
        ("Có 42 dự án mới, FDI chiếm 18, DDI chiếm 24.", "18", 18, "project", "projects_licensed"),
        ("Dự án: FDI 12; DDI 7.", "7", 7, "project", None),
        ("Tạo việc làm mới 450 LĐ.", "450 LĐ", 450, "person", "jobs_created"),
        ("Tiếp nhận 245 HS, trễ hạn 5 HS.", "5 HS", 5, "dossier", "dossiers_overdue"),
        ("Cấp mới 9 dự án, 150 triệu USD (tăng 20 triệu).", "20 triệu", 20000000, "USD", "capital_new"),
        ("Thu hồi: 6 GCN của dự án chậm.", "6 GCN", 6, "project", "projects_revoked"),
        ("Giấy phép lao động: cấp mới 44, cấp lại 20.", "44", 44, "permit", "work_permits_new"),
        ("Cấp mới 73, cấp lại 31 giấy phép lao động.", "73", 73, "permit", "work_permits_new"),
        ("Cấp mới 15 (kế hoạch 18), gồm 9 trong nước, 6 nước ngoài.", "6", 6, "project", "projects_licensed"),
        ("Cấp mới 15 dự án, trong đó 6 là của nước ngoài.", "6", 6, "project", "projects_licensed"),
        ("Có 31 dự án điều chỉnh, mười trong số đó tăng vốn.", "mười", 10, "project", "project_expansions"),
        ("Có 12 KCN đã thành lập, 5 còn lại đang xây dựng.", "5", 5, "zone", None),
        ("Có 21 dự án bắt đầu sản xuất, thấp hơn con số 26 của năm 2018.", "26", 26, "project", None),
        ("Các KCN có 61.400 lao động, so với đầu năm tăng 2.150.", "2.150", 2150, "person", "workers"),
        ("Đầu năm có 21.600 lao động; cuối tháng 6 còn 20.900.", "20.900", 20900, "person", "workers"),
        ("Thu hút 7 dự án; hai giấy phép bị thu hồi.", "hai giấy phép", 2, "project", "projects_revoked"),
        (
            "Lương bình quân cỡ 6,9 triệu một tháng.",
            "6,9 triệu một tháng",
            6900000,
            "VND_per_person_month",
            "average_income",
        ),
    ],
)
def test_the_noun_of_a_count(text: str, quote: str, value: int, unit: str, metric: str | None) -> None:
    [fact] = [fact for fact in facts_of(text) if fact.quote == quote]
    assert (fact.value, fact.unit) == (Decimal(value), unit)
    assert metric is None or fact.metric == metric


def test_an_amount_like_the_one_before_it() -> None:
    [_, amount] = facts_of("Doanh thu: 2.400 tỷ đồng; nộp ngân sách: 1.900.")
    assert (amount.value, amount.unit) == (Decimal(1900) * 10**9, "VND")


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("Doanh thu: 2.400 tỷ đồng; nộp ngân sách: 19.", "19"),
        ("Doanh thu 2.400 tỷ đồng. Phô tô 31 bản", "31"),
        ("Lao động 61.400 người, so với đầu năm tăng 21.", "21"),
        ("Có 5 dự án mới. Giai đoạn 2 được Thủ tướng Chính phủ phê duyệt.", "2"),
        ("Đầu năm có 21.600 lao động; còn 312.", "312"),
    ],
)
def test_a_number_that_nothing_explains_stays_bare(text: str, quote: str) -> None:
    assert quote not in [fact.quote for fact in facts_of(text)]


def test_a_work_permit_stays_one() -> None:
    [_, permits] = facts_of("Thu hút 7 dự án; cấp 12 giấy phép cho lao động nước ngoài.")
    assert permits.unit == "permit"


def test_an_amount_for_one_hectare_is_no_sum() -> None:
    [fact] = facts_of("Vốn đăng ký đạt 5,6 triệu USD/ha.")
    assert fact.metric is None
