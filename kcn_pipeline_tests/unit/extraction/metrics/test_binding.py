"""Which wording governs an amount when several stand around it."""

from __future__ import annotations

import pytest

from kcn_pipeline_tests.unit.extraction.builders import FIRST_HALF_2019, facts_of, metrics_of

Expected = list[tuple[str, str | None]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # What is done goes before what they are.
        ("Thu hồi 8 dự án đang hoạt động.", [("8 dự án", "projects_revoked")]),
        ("Thu hồi 8 dự án chậm triển khai.", [("8 dự án", "projects_revoked")]),
        ("Đã cho thuê 9 ha đất công nghiệp.", [("9 ha", "leased_area")]),
        # A longer wording hides a shorter one inside it.
        ("Vốn cấp mới và tăng thêm 60 triệu USD.", [("60 triệu USD", "capital_new_and_increase")]),
        (
            "Đất công nghiệp cho thuê 412 ha, đã thuê 286 ha.",
            [("412 ha", "industrial_land_area"), ("286 ha", "leased_area")],
        ),
        ("Vốn thực hiện lũy kế 4 tỷ USD.", [("4 tỷ USD", "capital_disbursed_cumulative")]),
        # The whole that a part is taken out of.
        ("Đã cho thuê 672 ha trong 804 ha.", [("672 ha", "leased_area"), ("804 ha", "industrial_land_area")]),
        # A word of a stock right before a count.
        (
            "Cấp mới 10 dự án, vốn 280 tỷ đồng, lũy kế 132 dự án, vốn 1.700 tỷ đồng.",
            [
                ("10 dự án", "projects_licensed"),
                ("280 tỷ đồng", "capital_new"),
                ("132 dự án", "projects_active"),
                ("1.700 tỷ đồng", "capital_registered"),
            ],
        ),
        # The money of a count that was attracted, over a list.
        (
            "Thu hút 63 dự án, 41 dự án trong nước (3.290 tỷ đồng) và 22 dự án nước ngoài (118 triệu USD).",
            [
                ("63 dự án", "projects_licensed"),
                ("41 dự án", "projects_licensed"),
                ("3.290 tỷ đồng", "capital_attracted"),
                ("22 dự án", "projects_licensed"),
                ("118 triệu USD", "capital_attracted"),
            ],
        ),
        # A part told by its trade is not the whole.
        ("Doanh thu 58 tỷ đồng, riêng ô tô 33 tỷ đồng.", [("58 tỷ đồng", "revenue"), ("33 tỷ đồng", None)]),
        # What the unit implies.
        (
            "Có 431 doanh nghiệp sản xuất, 117.300 lao động.",
            [("431 doanh nghiệp", "enterprises_operating"), ("117.300 lao động", "workers")],
        ),
        ("KCN Tâm Thắng 179 ha, lấp đầy 92%.", [("179 ha", "zone_area"), ("92%", "occupancy_rate")]),
        # The money beside contracts.
        (
            "Ký 38 hợp đồng dịch vụ tư vấn, trị giá 4 tỷ đồng.",
            [("38 hợp đồng", "consulting_contracts"), ("4 tỷ đồng", "consulting_revenue")],
        ),
        # People who do not work there, or not now.
        ("Lao động 1.850 người; 310 lao động tạm ngừng việc.", [("1.850 người", "workers"), ("310 lao động", None)]),
        (
            "Lao động 1.850 người, phần lớn là nữ (1.200 người).",
            [("1.850 người", "workers"), ("1.200 người", "workers_female")],
        ),
        # A window has the flow, a day the stock.
        ("Năm 2019 có 5 dự án, vốn 17 tỷ đồng.", [("5 dự án", "projects_licensed"), ("17 tỷ đồng", "capital_new")]),
        ("Đến nay có 5 dự án, vốn 17 tỷ đồng.", [("5 dự án", "projects_active"), ("17 tỷ đồng", "capital_registered")]),
        ("Đến 15/12/2019 đã thu hút được 320 dự án.", [("320 dự án", "projects_active")]),
    ],
)
def test_the_governing_wording(text: str, expected: Expected) -> None:
    assert metrics_of(text) == expected


def test_a_sentence_that_splits_up_the_count_before_it() -> None:
    text = "Cấp mới 30 dự án, tăng vốn 12 dự án.\nTheo đơn vị: Hải Dương 12 dự án, Hưng Yên 18 dự án."
    assert [metric for _, metric in metrics_of(text, "bloc:red-river-delta")][2:] == ["projects_licensed"] * 2


def test_a_figure_said_again_counts_the_same() -> None:
    text = "Nửa năm cấp mới 33 dự án\n\nCon số 33 dự án ấy đạt 66% kế hoạch."
    facts = facts_of(text, window=FIRST_HALF_2019)
    assert [(fact.metric, fact.comparison) for fact in facts] == [
        ("projects_licensed", "level"),
        ("projects_licensed", "level"),
        ("projects_licensed", "vs_plan"),
    ]


@pytest.mark.parametrize(
    ("question", "answer", "metric"),
    [
        ("PV: Còn nộp ngân sách?", "- Được 1.120 tỷ đồng.", "budget_contribution"),
        ("PV: Lao động thế nào, thưa ông?", "- Hơn 96.500 người.", "workers"),
        ("Kim ngạch xuất khẩu:", "Đạt 3 tỷ USD.", "exports"),
    ],
)
def test_a_question_or_heading_names_what_its_answer_counts(question: str, answer: str, metric: str) -> None:
    [fact] = facts_of(f"{question}\n{answer}")
    assert fact.metric == metric


def test_aims_in_an_answer_are_those_of_its_question() -> None:
    [fact] = facts_of("PV: Mục tiêu năm tới?\n- FDI 450 triệu đô la.")
    assert (fact.metric, fact.origin, fact.target) == ("capital_attracted", "fdi", True)
    assert fact.period_end is not None
    assert fact.period_end.year == 2020


def test_a_part_by_origin_of_the_total_just_told() -> None:
    text = "Tổng vốn thu hút cả cấp mới và điều chỉnh là 802 triệu USD.\nVốn nước ngoài là 318 triệu USD."
    assert [metric for _, metric in metrics_of(text)] == ["capital_new_and_increase"] * 2


@pytest.mark.parametrize(
    "text",
    [
        "Kiểm tra 35 doanh nghiệp, xử phạt 4 doanh nghiệp.",
        "Vốn bình quân mỗi dự án đạt 13 triệu USD.",
        "Giá thuê đất bình quân 75 USD.",
        "Thu hải quan 300 tỷ đồng.",
        "Toàn tỉnh thu ngân sách 33.500 tỷ đồng.",
        "Giải phóng mặt bằng được 40 ha.",
    ],
)
def test_what_the_vocabulary_lacks_is_seen_but_not_understood(text: str) -> None:
    facts = facts_of(text)
    assert facts
    assert all(fact.metric is None for fact in facts)


@pytest.mark.parametrize(
    ("text", "metric"),
    [
        ("Vốn giải ngân trong năm 275 triệu USD, lũy kế 4,9 tỷ USD.", "capital_disbursed_cumulative"),
        ("Đến nay 640 dự án thứ cấp đang hoạt động.", "projects_operating"),
        ("Trong 9 tháng có thêm 11 dự án đi vào hoạt động.", "projects_started_operation"),
        ("Có 210 dự án đi vào hoạt động.", "projects_operating"),
        ("Toàn bộ 73 doanh nghiệp (31 doanh nghiệp FDI) đang hoạt động.", "enterprises_operating"),
        ("Có 9 lượt điều chỉnh tăng vốn.", "project_expansions"),
        ("KCN Quang Minh rộng 344 ha với 190 dự án.", "projects_active"),
        ("Nhập khẩu bằng 63% xuất khẩu, tức 548 triệu USD.", "imports"),
        ("Khối FDI đã thực hiện 58 triệu USD vốn đầu tư, bằng 96% so với cùng kỳ.", "capital_disbursed"),
        ("Đang hoạt động: 3 KCN.", "zones_operating"),
        ("12 dự án được các nhà đầu tư đưa sang giai đoạn vận hành.", "projects_operating"),
    ],
)
def test_the_figure_that_the_wording_names(text: str, metric: str) -> None:
    assert metric in [found for _, found in metrics_of(text)]


def test_a_wage_is_money_that_a_month_may_bring() -> None:
    [wage] = facts_of("Thu nhập bình quân là 7,3 triệu đồng.")
    assert (wage.metric, wage.unit) == ("average_income", "VND_per_person_month")
