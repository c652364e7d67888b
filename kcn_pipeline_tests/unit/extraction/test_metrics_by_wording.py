"""Examples beside the rules: a wording, and the metric and origin of every figure in it."""

from __future__ import annotations

import pytest

from kcn_pipeline_tests.unit.extraction.builders import facts_of, metrics_of, summary

Expected = list[tuple[str, str | None, str, str | None]]

EXAMPLES: list[tuple[str, Expected]] = [
    (
        "Ban đã cấp mới 12 dự án, trong đó 7 dự án FDI và 5 dự án DDI.",
        [
            ("12 dự án", "projects_licensed", "level", "total"),
            ("7 dự án", "projects_licensed", "level", "fdi"),
            ("5 dự án", "projects_licensed", "level", "ddi"),
        ],
    ),
    (
        "Điều chỉnh tăng vốn cho 9 dự án với vốn tăng thêm 41,5 triệu USD; thu hồi 2 dự án.",
        [
            ("9 dự án", "project_expansions", "level", "total"),
            ("41,5 triệu USD", "capital_increase", "level", "total"),
            ("2 dự án", "projects_revoked", "level", "total"),
        ],
    ),
    (
        "Đến nay có 310 dự án còn hiệu lực, tổng vốn đăng ký 4,2 tỷ USD và 21.300 tỷ đồng.",
        [
            ("310 dự án", "projects_active", "level", "total"),
            ("4,2 tỷ USD", "capital_registered", "level", "fdi"),
            ("21.300 tỷ đồng", "capital_registered", "level", "ddi"),
        ],
    ),
    (
        "Cấp 8 giấy chứng nhận đăng ký đầu tư, tổng vốn đăng ký 95 triệu USD.",
        [
            ("8 giấy chứng nhận đăng ký đầu tư", "projects_licensed", "level", "total"),
            ("95 triệu USD", "capital_new", "level", "total"),
        ],
    ),
    (
        "Thu hút 6 dự án, vốn 730 tỷ đồng.",
        [
            ("6 dự án", "projects_licensed", "level", "total"),
            ("730 tỷ đồng", "capital_attracted", "level", "total"),
        ],
    ),
    (
        "Trong năm, các dự án FDI giải ngân được 310 triệu USD; lũy kế giải ngân 2,9 tỷ USD.",
        [
            ("310 triệu USD", "capital_disbursed", "level", "fdi"),
            ("2,9 tỷ USD", "capital_disbursed_cumulative", "level", "fdi"),
        ],
    ),
    (
        "Doanh thu đạt 1,2 tỷ USD; xuất khẩu 900 triệu USD, nhập khẩu 750 triệu USD; nộp ngân sách 5 tỷ đồng.",
        [
            ("1,2 tỷ USD", "revenue", "level", None),
            ("900 triệu USD", "exports", "level", None),
            ("750 triệu USD", "imports", "level", None),
            ("5 tỷ đồng", "budget_contribution", "level", None),
        ],
    ),
    (
        "Tạo việc làm ổn định cho 45.600 lao động, trong đó 28.100 lao động nữ; tạo thêm việc làm cho 3.200 người.",
        [
            ("45.600 lao động", "workers", "level", None),
            ("28.100 lao động", "workers_female", "level", None),
            ("3.200 người", "jobs_created", "level", None),
        ],
    ),
    (
        "Tỷ lệ lấp đầy bình quân đạt 71,5%; diện tích đất đã cho thuê 640 ha.",
        [("71,5%", "occupancy_rate", "level", None), ("640 ha", "leased_area", "level", None)],
    ),
    (
        "Có 14 KCN đang hoạt động, 3 KCN đang xây dựng cơ bản và 9 KCN đã có trạm xử lý nước thải tập trung.",
        [
            ("14 KCN", "zones_operating", "level", None),
            ("3 KCN", "zones_under_construction", "level", None),
            ("9 KCN", "zones_with_wastewater_plant", "level", None),
        ],
    ),
    (
        "Cấp giấy phép xây dựng cho 21 dự án, cấp mới 310 giấy phép lao động.",
        [
            ("21 dự án", "construction_permits", "level", None),
            ("310 giấy phép lao động", "work_permits_new", "level", None),
        ],
    ),
    (
        "Tiếp nhận 1.450 hồ sơ, đã giải quyết 1.422 hồ sơ, quá hạn 0 hồ sơ.",
        [
            ("1.450 hồ sơ", "dossiers_received", "level", None),
            ("1.422 hồ sơ", "dossiers_resolved", "level", None),
            ("0 hồ sơ", "dossiers_overdue", "level", None),
        ],
    ),
]


@pytest.mark.parametrize(("text", "expected"), EXAMPLES, ids=[text[:40] for text, _ in EXAMPLES])
def test_wording_gives_metric_and_origin(text: str, expected: Expected) -> None:
    assert [summary(fact) for fact in facts_of(text)] == expected


def test_money_that_the_vocabulary_has_no_code_for_is_seen_but_not_understood() -> None:
    [fact] = facts_of("Các doanh nghiệp ủng hộ quỹ vì người nghèo 350 triệu đồng.")
    assert fact.metric is None
    assert "vocabulary" in fact.rule


def test_people_at_a_meeting_are_no_statistic() -> None:
    assert facts_of("Tham dự hội nghị có đại diện 40 doanh nghiệp và 120 người.") == []


def test_a_total_before_its_parts_is_named_by_them() -> None:
    text = (
        "Tổng vốn đầu tư thu hút 60 triệu USD, gồm: 4 dự án cấp mới với vốn cấp mới 40 triệu USD "
        "và 2 dự án mở rộng với vốn tăng thêm 20 triệu USD."
    )
    money = [fact for fact in facts_of(text) if fact.unit == "USD"]
    assert [fact.metric for fact in money] == ["capital_new_and_increase", "capital_new", "capital_increase"]
    assert money[0].rule == "total of the parts that follow"


def test_every_fact_quotes_its_own_place() -> None:
    text = "Cấp mới 12 dự án.\nNộp ngân sách 3.100 tỷ đồng, bằng 98% kế hoạch."
    facts = facts_of(text)
    assert len(facts) == 3
    assert all(fact.span.of(text) == fact.quote for fact in facts)


def test_figures_keep_their_identifier_when_wording_around_them_changes_metric() -> None:
    [one] = facts_of("Cấp mới 12 dự án.")
    [other] = facts_of("Thu hồi 12 dự án.")
    assert (one.metric, other.metric) == ("projects_licensed", "projects_revoked")
    assert one.figure_id == other.figure_id


def test_the_wording_of_the_next_line_is_not_of_the_figure_before_it() -> None:
    text = "Xuất khẩu: 700 triệu USD\nNộp ngân sách: 90 tỷ đồng\nDoanh thu: 3.400 tỷ đồng"
    assert [metric for _, metric in metrics_of(text)] == ["exports", "budget_contribution", "revenue"]


@pytest.mark.parametrize(
    ("text", "metric"),
    [
        ("Tổng diện tích đất công nghiệp thuê sử dụng của các dự án thứ cấp còn hiệu lực là 610 ha.", "leased_area"),
        ("Diện tích đất đã được các dự án thuê sử dụng là 610 ha.", "leased_area"),
        ("Diện tích đất công nghiệp có thể cho thuê là 610 ha.", "industrial_land_area"),
        ("Các KCN sẽ thu hút được thêm khoảng 610 triệu USD vốn đầu tư nước ngoài.", "capital_attracted"),
        ("Thu hút 14 dự án với tổng số tiền đăng ký đầu tư 610 triệu USD.", "capital_attracted"),
        ("Cấp mới 14 dự án với tổng số tiền đăng ký đầu tư 610 triệu USD.", "capital_new"),
    ],
)
def test_land_let_and_capital_that_comes(text: str, metric: str) -> None:
    assert metrics_of(text)[-1][1] == metric


@pytest.mark.parametrize(
    "text",
    [
        # Land that is left, or let within a window.
        "Đất công nghiệp còn lại có thể cho thuê ngay 92 ha.",
        "KCN Đại An còn 92 ha sẵn sàng cho thuê.",
        "Các KCN hiện còn khoảng 92 ha đất công nghiệp chưa cho thuê.",
        "Trong quý có thêm 92 ha được thuê.",
        "Đất cho thuê trong năm: 92 ha.",
        # Enterprises at rest, parts by trade, money of the budget.
        "Có 14 doanh nghiệp tạm ngừng sản xuất.",
        "Lĩnh vực chế biến, chế tạo chiếm 62% tổng vốn đăng ký.",
        "Các dự án thuộc ngành điện tử chiếm 62% vốn cấp mới.",
        "Trong 6 tháng đầu năm đã giải ngân 92 tỷ đồng vốn ngân sách xây dựng hạ tầng.",
        "Đến 30/6 đã giải ngân 92/180 tỷ đồng vốn đầu tư công.",
    ],
)
def test_what_the_vocabulary_lacks(text: str) -> None:
    assert {metric for _, metric in metrics_of(text)} == {None}


@pytest.mark.parametrize(
    ("text", "metric"),
    [
        ("Lũy kế các KCN đã cho thuê 92 ha.", "leased_area"),
        ("Trong năm cho thuê thêm 9 ha, lũy kế đã cho thuê 92 ha.", "leased_area"),
        ("Vốn ngân sách 9 tỷ đồng, vốn đăng ký 60 tỷ đồng, đã giải ngân 40 tỷ đồng.", "capital_disbursed_cumulative"),
        ("Các KCN hiện lấp đầy 81% diện tích (chỉ còn 3 ha đất trống), với 92 dự án.", "projects_active"),
    ],
)
def test_what_it_has_beside_that(text: str, metric: str) -> None:
    assert metrics_of(text)[-1][1] == metric


def test_projects_and_their_money_by_trade() -> None:
    text = (
        "Năm 2019, tỉnh thu hút 24 dự án vào lĩnh vực công nghiệp, dịch vụ với vốn 3.400 tỷ đồng. "
        "Trong đó, 19 dự án vào lĩnh vực dệt may với vốn 3.000 tỷ đồng."
    )
    assert [metric for _, metric in metrics_of(text)] == ["projects_licensed", "capital_attracted", None, None]


@pytest.mark.parametrize(
    ("text", "metric"),
    [
        ("Thu hút FDI đạt 86% kế hoạch.", "capital_attracted"),
        ("Các dự án trong nước đăng ký 3.200 tỷ đồng.", "capital_attracted"),
        ("Nhà đầu tư nước ngoài đăng ký 28 dự án.", "projects_licensed"),
        ("Phấn đấu giải ngân 100% vốn đầu tư công.", None),
    ],
)
def test_what_investors_register(text: str, metric: str | None) -> None:
    assert metrics_of(text)[-1][1] == metric
