"""Units that a reader supplies."""

from __future__ import annotations

from decimal import Decimal

import pytest

from kcn_pipeline_tests.unit.extraction.builders import facts_of

Counted = list[tuple[str, str | None, str]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Có 123 dự án còn hiệu lực. Đang xây dựng 16. Trong năm cấp mới 13, thu hồi 2; vốn mới 39 triệu USD.",
            [
                ("16", "projects_under_construction", "project"),
                ("13", "projects_licensed", "project"),
                ("2", "projects_revoked", "project"),
            ],
        ),
        ("Tổng số lao động: 98.400 người, nữ: 61.000.", [("61.000", "workers_female", "person")]),
        (
            "Cấp mới 71 dự án; 40 FDI được 392 triệu USD, 31 trong nước được 9.720 tỷ đồng.",
            [("40", "projects_licensed", "project"), ("31", "projects_licensed", "project")],
        ),
        (
            "Cấp mới 12 dự án (FDI: 8; DDI: 4).",
            [("8", "projects_licensed", "project"), ("4", "projects_licensed", "project")],
        ),
        (
            "Theo quốc gia (số dự án cấp mới): Trung Quốc 31; Đài Loan 17; Hàn Quốc 12.",
            [
                ("31", "projects_licensed", "project"),
                ("17", "projects_licensed", "project"),
                ("12", "projects_licensed", "project"),
            ],
        ),
        (
            "Số dự án còn hiệu lực theo nước: Nhật Bản61 Hàn Quốc38.",
            [("61", "projects_active", "project"), ("38", "projects_active", "project")],
        ),
        ("Đã có 210/298 dự án đi vào hoạt động.", [("210", "projects_operating", "project")]),
        ("Có 9/11 KCN có nhà máy xử lý nước thải tập trung.", [("9", "zones_with_wastewater_plant", "zone")]),
    ],
)
def test_the_noun_just_said_is_understood(text: str, expected: Counted) -> None:
    bare = [fact for fact in facts_of(text) if fact.quote.replace(".", "").isdigit()]
    assert [(fact.quote, fact.metric, fact.unit) for fact in bare] == expected


def test_the_whole_of_a_part_over_it() -> None:
    facts = facts_of("Đã có 210/298 dự án đi vào hoạt động; 9/11 KCN có nhà máy xử lý nước thải tập trung.")
    assert [fact.metric for fact in facts] == [
        "projects_operating",
        "projects_active",
        "zones_with_wastewater_plant",
        "zones_operating",
    ]


def test_a_billion_without_a_currency_is_told_in_dong() -> None:
    [fact] = facts_of("Doanh thu được 2.940 tỷ.")
    assert (fact.unit, fact.value) == ("VND", Decimal(2_940) * 10**9)


@pytest.mark.parametrize(
    "text",
    [
        "Cấp mới 2019.",
        "Tại các khu Đại An 1, Tân Trường 2.",
        "Đang xây dựng 3,5 km đường.",
        "Thu hồi đất để làm đường 391.",
    ],
)
def test_numbers_that_count_nothing_get_no_unit(text: str) -> None:
    assert facts_of(text, "board:hai-duong") == []


def test_one_counts_between_a_wording_and_its_unit() -> None:
    [fact] = facts_of("Trong kỳ thu hồi một dự án.")
    assert (fact.value, fact.metric) == (Decimal(1), "projects_revoked")


def test_one_is_an_article_elsewhere() -> None:
    assert facts_of("Đây là một dự án lớn.") == [] or facts_of("Đây là một dự án lớn.")[0].metric is None


@pytest.mark.parametrize(
    ("text", "publisher", "expected"),
    [
        (
            "Bắc Giang cấp mới 21 dự án, Thái Nguyên 15, Phú Thọ 11.",
            "bloc:northern-midlands-mountains",
            ["21 project", "15 project", "11 project"],
        ),
        ("Lao động (người): nam 6.200; nữ 9.400.", "board:ha-noi", ["9400 person"]),
        ("Số dự án được cấp mới trong 6 tháng là 19.", "board:ha-noi", ["19 project"]),
        ("Hơn 11.600 tỷ vốn đầu tư mới vào các KCN.", "board:ha-noi", ["11600000000000 VND"]),
        ("Cấp mới 412 dự án, trong đó FDI 318 dự án, còn lại 94 là dự án trong nước.", "board:ha-noi", ["94 project"]),
        ("Cấp mới: 58 DA; FDI: 46 DA.", "board:ha-noi", ["58 project", "46 project"]),
        (
            "Nộp ngân sách 5.300 tỷ đồng: Bắc Giang 2.900 tỷ, Thái Nguyên 1.500 tỷ, Phú Thọ 900 tỷ.",
            "bloc:northern-midlands-mountains",
            ["2900000000000 VND", "1500000000000 VND", "900000000000 VND"],
        ),
        ("Xuất khẩu năm qua là 2 tỷ, năm nay 3 tỷ USD.", "board:ha-noi", ["2000000000 USD", "3000000000 USD"]),
        ("Nộp ngân sách 310 tỷ đồng, tăng 25 tỷ so năm 2018.", "board:ha-noi", ["25000000000 VND"]),
        ("Vốn thu hút đạt 18.000 tỷ cho 62 dự án.", "board:ha-noi", ["18000000000000 VND", "62 project"]),
        ("Tỷ lệ lấp đầy: Phú Thọ 92%, Bắc Giang chừng 70.", "bloc:northern-midlands-mountains", ["70 percent"]),
        ("Toàn tỉnh có 9 KCN. Số dự án còn hiệu lực 310 (FDI 120; trong nước 190).", "board:ha-noi", ["190 project"]),
        ("Thừa nhận 31 bản nội quy lao động.", "board:ha-noi", ["31 enterprise"]),
        ("Đăng ký 45 thỏa ước lao động tập thể mới.", "board:ha-noi", ["45 enterprise"]),
    ],
)
def test_a_reader_supplies_the_unit(text: str, publisher: str, expected: list[str]) -> None:
    found = [f"{fact.value:f} {fact.unit}" for fact in facts_of(text, publisher) if fact.metric is not None]
    assert found[-len(expected) :] == expected


def test_labels_that_strokes_part() -> None:
    facts = facts_of("Đến 30/6/2019: 128 dự án | 1,2 tỷ USD | đang hoạt động: 90 | đang xây dựng: 21")
    assert [fact.metric for fact in facts] == [
        "projects_active",
        "capital_registered",
        "projects_operating",
        "projects_under_construction",
    ]


def test_billions_of_dong_in_short() -> None:
    [capital] = facts_of("Nộp ngân sách 1.640 tđồng.")
    assert capital.value == 1_640 * 10**9
    assert capital.unit == "VND"


def test_the_number_of_a_list_s_item_counts_nothing() -> None:
    facts = facts_of("I. Kết quả thực hiện\n1. Về lao động: các KCN có 900 lao động.")
    assert [fact.quote for fact in facts] == ["900 lao động"]


def test_a_number_may_be_all_that_there_is() -> None:
    assert facts_of("2019") == facts_of("Kết quả\n12") == []
