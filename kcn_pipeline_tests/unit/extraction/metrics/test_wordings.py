"""Wordings that stand apart from their figure by its kind, or that another wording takes the place of."""

from __future__ import annotations

import pytest

from kcn_pipeline_tests.unit.extraction.builders import facts_of, metrics_of


@pytest.mark.parametrize(
    ("text", "metrics"),
    [
        (
            "Có 52 dự án, trong đó 33 dự án đầu tư đang hoạt động và 9 dự án đầu tư đang xây dựng.",
            ["projects_active", "projects_operating", "projects_under_construction"],
        ),
        ("Có 7 KCN tập trung được Thủ tướng Chính phủ phê duyệt.", ["zones_planned"]),
        (
            "Có 7 KCN đang hoạt động, 4 KCN còn lại đang xây dựng cơ bản.",
            ["zones_operating", "zones_under_construction"],
        ),
        (
            "Có 6 KCN hoạt động, cả 6 KCN đều có nhà máy xử lý nước thải tập trung.",
            ["zones_operating", "zones_with_wastewater_plant"],
        ),
        ("Toàn bộ 11 khu đang hoạt động đều có trạm xử lý nước thải.", ["zones_with_wastewater_plant"]),
        (
            "5 dự án được cấp giấy chứng nhận đầu tư và đang xây dựng với tổng vốn đăng ký 41 triệu USD.",
            ["projects_under_construction", "capital_registered_under_construction"],
        ),
        (
            "Lũy kế đến nay, 87 dự án FDI với vốn đăng ký 1,8 tỷ USD đã đầu tư vào các khu công nghiệp.",
            ["projects_active", "capital_registered"],
        ),
        ("KCN Hòa Phú mới giải phóng mặt bằng 31 ha trong tổng số 140 ha.", [None, "zone_area"]),
    ],
)
def test_what_a_count_is_of(text: str, metrics: list[str | None]) -> None:
    assert [metric for _, metric in metrics_of(text)] == metrics


@pytest.mark.parametrize(
    ("text", "metrics"),
    [
        ("Doanh thu ước thực hiện được 640 tỷ đồng.", ["revenue"]),
        ("Kim ngạch xuất khẩu thực hiện 77 triệu USD, nhập khẩu thực hiện 52 triệu USD.", ["exports", "imports"]),
        ("Vốn đầu tư đã thực hiện được 640 tỷ đồng.", ["capital_disbursed"]),
        ("Các khu thực hiện 640 tỷ đồng.", ["capital_disbursed"]),
    ],
)
def test_the_verb_of_carrying_out_goes_with_its_subject(text: str, metrics: list[str]) -> None:
    assert [metric for _, metric in metrics_of(text)] == metrics


def test_a_base_ends_where_the_next_amount_is_joined() -> None:
    facts = facts_of(
        "Có 60 dự án hiệu lực với số vốn 800 triệu USD và 2.200 tỷ đồng; "
        "vốn thực hiện 320 triệu USD, bằng 40% vốn đăng ký, và 1.150 tỷ đồng (52%)."
    )
    assert [(fact.metric, fact.comparison, fact.origin) for fact in facts[3:]] == [
        ("capital_disbursed_cumulative", "level", "fdi"),
        ("capital_disbursed_cumulative", "share", "fdi"),
        ("capital_disbursed_cumulative", "level", "ddi"),
        ("capital_disbursed_cumulative", "share", "ddi"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mục tiêu cả năm là 36 dự án.", "projects_licensed"),
        ("Ban nhắm đích cả năm là 36 dự án.", "projects_licensed"),
        ("Rút giấy 7 dự án.", "projects_revoked"),
        ("Cấp mới 84 giấy phép lao động và cấp lại 32 giấy phép cho người nước ngoài.", "work_permits_reissued"),
        ("Lao động: 8.120; nữ 5.070; ngoài nước 94.", "workers_foreign"),
        ("Còn 96 dự án hiệu lực. Trong đó 71 dự án đã vào sản xuất.", "projects_operating"),
        ("Có 6 KCN có HTXLNT tập trung.", "zones_with_wastewater_plant"),
        ("Doanh thu 3 tỷ USD, riêng hàng đi nước ngoài là 2 tỷ USD.", "exports"),
        ("Sáu tháng qua, 18 dự án chậm tiến độ bị thu hồi.", "projects_revoked"),
        ("Có 5 dự án tăng vốn. Ba giấy phép bị rút do chủ đầu tư bỏ cuộc.", "projects_revoked"),
    ],
)
def test_what_officials_write_in_short(text: str, expected: str) -> None:
    assert metrics_of(text)[-1][1] == expected
