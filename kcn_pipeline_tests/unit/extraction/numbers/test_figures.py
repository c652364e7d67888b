"""Figures as printed: scale, unit, hedge, range, fraction, list."""

from __future__ import annotations

from decimal import Decimal

import pytest

from kcn_pipeline_tests.unit.extraction.builders import facts_of


@pytest.mark.parametrize(
    ("printed", "value", "unit"),
    [
        ("2,935 tỷ USD", "2935000000", "USD"),
        ("8.716 tỷ đồng", "8716000000000", "VND"),
        ("USD 350 triệu", "350000000", "USD"),
        ("1,2 tỷ đô la Mỹ", "1200000000", "USD"),
        ("15 nghìn tỷ đồng", "15000000000000", "VND"),
        ("3 ngàn tỉ đồng", "3000000000000", "VND"),
    ],
)
def test_money(printed: str, value: str, unit: str) -> None:
    [fact] = facts_of(f"Tổng doanh thu đạt {printed}.")
    assert (fact.value, fact.unit, fact.quote) == (Decimal(value), unit, printed)


@pytest.mark.parametrize(
    ("printed", "hectares"), [("640 ha", "640"), ("640 hécta", "640"), ("46.500 m2", "4.65"), ("1,5 km²", "150")]
)
def test_area_in_hectares(printed: str, hectares: str) -> None:
    [fact] = facts_of(f"Diện tích đất đã cho thuê {printed}.")
    assert (fact.value, fact.unit) == (Decimal(hectares), "ha")


def test_monthly_income() -> None:
    [fact] = facts_of("Thu nhập bình quân 8,6 triệu đồng/người/tháng.")
    assert (fact.metric, fact.value, fact.unit) == ("average_income", Decimal(8_600_000), "VND_per_person_month")


@pytest.mark.parametrize(
    ("words", "bound", "lo", "hi"),
    [
        ("", "exact", "195", "205"),
        ("trên ", "lower", "200", "220"),
        ("gần ", "upper", "180", "200"),
        ("khoảng ", "approx", "190", "210"),
        ("ước đạt ", "approx", "195", "205"),
        ("ước đạt trên ", "lower", "200", "220"),
    ],
)
def test_hedges_and_precision_bound_the_value(words: str, bound: str, lo: str, hi: str) -> None:
    [fact] = facts_of(f"Xuất khẩu {words}0,20 tỷ USD.")
    million = Decimal(1_000_000)
    assert fact.bound == bound
    assert (fact.interval.lo, fact.interval.hi) == (Decimal(lo) * million, Decimal(hi) * million)


def test_an_unhedged_count_is_exact() -> None:
    [fact] = facts_of("Cấp mới 12 dự án.")
    assert fact.interval.is_point


def test_a_comparative_is_no_hedge() -> None:
    growth = facts_of("Doanh thu 5 tỷ USD, cao hơn 17,5% so với cùng kỳ.")[1]
    assert (growth.bound, growth.comparison) == ("exact", "yoy")


def test_a_range_is_two_facts_with_one_quote() -> None:
    low, high = facts_of("Rút ngắn thời gian giải quyết từ 02 đến 05 ngày.")
    assert low.quote == high.quote
    assert (low.bound, high.bound) == ("lower", "upper")
    assert low.figure_id != high.figure_id


def test_fractions_are_percentages() -> None:
    [fact] = facts_of("Cắt giảm thời gian giải quyết 1/4 so với quy định.")
    assert (fact.value, fact.unit) == (Decimal(25), "percent")


def test_a_unit_printed_once_serves_its_list() -> None:
    facts = facts_of("Cấp mới 39 dự án, gồm 26 FDI và 13 DDI.")
    assert [(fact.value, fact.unit, fact.origin) for fact in facts] == [
        (Decimal(39), "project", "total"),
        (Decimal(26), "project", "fdi"),
        (Decimal(13), "project", "ddi"),
    ]


def test_kinds_of_zones_are_coverage_and_quote() -> None:
    [fact] = facts_of("Có 83 KCN, KKT đi vào hoạt động.")
    assert (fact.quote, fact.coverage) == ("83 KCN, KKT", ("kcn", "kkt"))


@pytest.mark.parametrize(
    ("words", "value"),
    [("mười bốn", 14), ("hai mươi mốt", 21), ("bốn mươi sáu", 46), ("một trăm linh năm", 105), ("ba", 3)],
)
def test_numbers_in_words(words: str, value: int) -> None:
    [fact] = facts_of(f"Trong năm thu hồi {words} dự án.")
    assert (fact.value, fact.metric) == (Decimal(value), "projects_revoked")


@pytest.mark.parametrize(
    "text",
    [
        "Kế hoạch số 163/KH-BQL ngày 23/01/2019.",
        "Nghị định số 91/2017/NĐ-CP của Chính phủ.",
        "Điện thoại: 080.44889.",
        "Quy hoạch chi tiết tỷ lệ 1/500.",
        "Dịch vụ công mức độ 3, 4.",
        "Tiêu chuẩn ISO 9001:2015.",
        "KCN Sơn Mỹ 1 và QL51.",
        "Có bốn khâu đột phá và 5 nhiệm vụ.",
        "Đội năm người",
    ],
)
def test_numbers_that_are_no_statistics(text: str) -> None:
    assert facts_of(text) == []


def test_a_decimal_mark_against_the_ceiling_yields() -> None:
    fact = facts_of("Có 2.722 dự án FDI còn hiệu lực, tổng vốn đăng ký 51.390 tỷ USD.", "bloc:red-river-delta")[1]
    assert (fact.value, fact.literal_value) == (Decimal(51_390_000_000), Decimal(51_390_000_000_000))


@pytest.mark.parametrize(
    ("text", "value", "bound"),
    [
        ("Xuất khẩu 85 triệu USD trở lên.", 85_000_000, "lower"),
        ("Xuất khẩu 85 triệu USD (ước).", 85_000_000, "approx"),
        ("Xuất khẩu 85 triệu USD (số ước).", 85_000_000, "approx"),
        ("Nộp ngân sách đạt hơn 12.000 tỷ đồng.", 12_000 * 10**9, "lower"),
        ("Nộp ngân sách đạt trên ba nghìn tỷ đồng.", 3_000 * 10**9, "lower"),
        ("Doanh thu hơn một nghìn tỷ đồng.", 1_000 * 10**9, "lower"),
    ],
)
def test_hedges_around_and_scales_of_two_words(text: str, value: int, bound: str) -> None:
    [fact] = facts_of(text)
    assert (int(fact.value), str(fact.bound)) == (value, bound)


def test_the_word_between_a_part_and_its_whole_is_no_hedge() -> None:
    part, whole = facts_of("Đã cho thuê 712 ha trên 1.035 ha đất công nghiệp.")
    assert (part.metric, whole.metric, whole.bound) == ("leased_area", "industrial_land_area", "exact")


@pytest.mark.parametrize(
    ("text", "metrics"),
    [
        ("Chấp thuận thang lương, bảng lương của 22 đơn vị.", ["wage_scale_registrations"]),
        ("Khối có 11 đơn vị, tham quan 3 nhà máy.", []),
    ],
)
def test_a_vague_unit_counts_where_a_wording_says_what(text: str, metrics: list[str]) -> None:
    assert [fact.metric for fact in facts_of(text)] == metrics


@pytest.mark.parametrize("text", ["Cửa khẩu đón 3,2 triệu lượt khách.", "Cấp phép cho 480 ngàn lượt xe qua cửa khẩu."])
def test_visits_are_no_projects(text: str) -> None:
    assert [(fact.metric, fact.unit) for fact in facts_of(text)] == [(None, "visit")]


@pytest.mark.parametrize(
    "text",
    ["Có 6.100 lao động bị ảnh hưởng.", "Đào tạo nghề cho 5.500 lao động.", "Các xưởng đăng ký tuyển 890 người."],
)
def test_people_of_whom_no_metric_speaks(text: str) -> None:
    assert [fact.metric for fact in facts_of(text)] == [None]


@pytest.mark.parametrize(
    "text", ["Thưởng Tết bình quân 5,8 triệu đồng/người.", "Mức lương tối thiểu vùng là 3,1 triệu đồng/tháng."]
)
def test_money_by_the_month_that_is_no_income(text: str) -> None:
    assert [fact.metric for fact in facts_of(text)] == [None]
