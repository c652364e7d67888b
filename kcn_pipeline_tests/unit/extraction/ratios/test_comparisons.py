"""Percentages and multiples: what they compare and with which amount they belong."""

from __future__ import annotations

from decimal import Decimal

import pytest

from kcn_pipeline_tests.unit.extraction.builders import facts_of


@pytest.mark.parametrize(
    ("tail", "comparison", "value"),
    [
        ("tăng 12,5% so với cùng kỳ", "yoy", "12.5"),
        ("tăng 12,5% so với năm 2018", "yoy", "12.5"),
        ("tăng 12,5%", "yoy", "12.5"),
        ("giảm 3% so với cùng kỳ", "yoy", "-3"),
        ("bằng 121% so với cùng kỳ", "yoy_index", "121"),
        ("đạt 98% kế hoạch năm", "vs_plan", "98"),
        ("vượt 7% kế hoạch", "vs_plan_excess", "7"),
        ("tăng 7% so với kế hoạch", "vs_plan_excess", "7"),
        ("gấp 2,3 lần so với cùng kỳ", "multiple", "2.3"),
    ],
)
def test_words_around_a_percentage_decide(tail: str, comparison: str, value: str) -> None:
    head, tailed = facts_of(f"Doanh thu đạt 5.200 tỷ đồng, {tail}.")
    assert (tailed.comparison, tailed.value) == (comparison, Decimal(value))
    assert tailed.metric == head.metric == "revenue"


def test_each_percentage_speaks_of_the_amount_before_it() -> None:
    text = "Xuất khẩu đạt 4 tỷ USD, tăng 8%; nhập khẩu đạt 3 tỷ USD, tăng 5%."
    rates = [fact for fact in facts_of(text) if fact.unit == "percent"]
    assert [(fact.metric, fact.value) for fact in rates] == [("exports", Decimal(8)), ("imports", Decimal(5))]


def test_a_plan_after_a_list_of_parts_is_of_the_total() -> None:
    facts = facts_of("Cấp 30 giấy chứng nhận cho 8 dự án DDI và 22 dự án FDI, đạt 150% kế hoạch.")
    plan = facts[-1]
    assert (plan.comparison, plan.metric, plan.origin) == ("vs_plan", "projects_licensed", "total")


def test_a_share_names_its_base() -> None:
    text = "Có 8 dự án FDI còn hiệu lực, tổng vốn đăng ký 4 tỷ USD; đã giải ngân 2 tỷ USD (đạt 50% tổng vốn đăng ký)."
    share = facts_of(text)[-1]
    assert (share.comparison, share.base) == ("share", "capital_registered")


def test_a_base_that_fails_yields_to_the_only_one_that_fits() -> None:
    text = (
        "Vốn cấp mới và tăng thêm của dự án FDI là 400 triệu USD. Lũy kế có 90 dự án FDI "
        "còn hiệu lực, tổng vốn đăng ký "
        "8 tỷ USD; trong năm các dự án FDI giải ngân 300 triệu USD (đạt 75% tổng vốn đăng ký)."
    )
    share = facts_of(text)[-1]
    assert share.base == "capital_new_and_increase"
    assert "named base fails" in share.rule


def test_a_rate_of_its_own_is_level() -> None:
    [rate] = facts_of("Tỷ lệ giải quyết hồ sơ đúng hạn đạt 99,2%.")
    assert (rate.metric, rate.comparison) == ("on_time_rate", "level")


def test_share_of_a_part_named_beside_it() -> None:
    _, share = facts_of("Hiện có 20.000 lao động, trong đó 61% là lao động nữ.")
    assert (share.metric, share.comparison, share.base) == ("workers_female", "share", "workers")


def test_absolute_change_is_no_level() -> None:
    _, change = facts_of("Cấp mới 15 dự án, giảm 4 dự án so với cùng kỳ.")
    assert (change.metric, change.comparison, change.value) == ("projects_licensed", "change", Decimal(-4))


def test_a_percentage_without_an_amount_is_seen_only() -> None:
    [fact] = facts_of("Kết quả tăng 15% so với cùng kỳ.")
    assert fact.metric is None
    assert fact.rule == "a comparison without its amount"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Doanh thu: 900 tỷ đồng (+12,4%).", ("revenue", "yoy", "12.4", None)),
        ("Doanh thu: 900 tỷ đồng (-3%).", ("revenue", "yoy", "-3", None)),
        ("Doanh thu: 900 tỷ đồng (91% KH; -3%).", ("revenue", "yoy", "-3", None)),
        ("Doanh thu: 900 tỷ đồng (91% KH, - 3%).", ("revenue", "yoy", "-3", None)),
        ("Xuất khẩu cao hơn nhập khẩu 18%.", ("exports", "excess", "18", "imports")),
        ("Lao động giảm 3.150 người (7,6%) so với cùng kỳ.", ("workers", "yoy", "-7.6", None)),
        ("Thu nhập bình quân 5 triệu đồng/người/tháng, tăng 5-7%.", ("average_income", "yoy", "7", None)),
        ("Nộp ngân sách 900 tỷ đồng. Đạt 132% kế hoạch.", ("budget_contribution", "vs_plan", "132", None)),
        ("83% lao động là người địa phương.", ("workers_local", "share", "83", "workers")),
        ("Có 900 lao động, 60% là nữ, 87% là người địa phương.", ("workers_local", "share", "87", "workers")),
        ("Có 900 lao động, 87% là người địa phương và 60% là nữ.", ("workers_female", "share", "60", "workers")),
        ("Nữ công nhân: 41.900 người, chiếm 55,6%.", ("workers_female", "share", "55.6", "workers")),
        ("So với cùng kỳ, vốn cấp mới và tăng thêm đạt 94%.", ("capital_new_and_increase", "yoy_index", "94", None)),
        ("Đã cho thuê 712 ha trên 1.035 ha đất công nghiệp, tỷ lệ 68,8%.", ("occupancy_rate", "level", "68.8", None)),
    ],
)
def test_the_last_percentage(text: str, expected: tuple[str | None, str, str, str | None]) -> None:
    fact = facts_of(text)[-1]
    assert (fact.metric, fact.comparison, str(fact.value), fact.base) == expected


def test_a_share_goes_on_over_names() -> None:
    text = "Vốn FDI đăng ký đến nay 8 tỷ USD. Trong số vốn FDI, Nhật Bản chiếm 31%, Hàn Quốc 29%."
    shares = facts_of(text)[1:]
    assert [(fact.entity, fact.comparison) for fact in shares] == [
        ("country:japan", "share"),
        ("country:korea", "share"),
    ]


def test_a_share_of_money_is_of_money() -> None:
    text = "Đài Loan có 6 dự án cấp mới (152 triệu USD), chiếm 54% tổng vốn cấp mới."
    assert facts_of(text)[-1].metric == "capital_new"


def test_the_rate_of_the_year_compared_with_is_a_rate_of_that_year() -> None:
    text = "Tỷ lệ giải quyết đúng hạn đạt 99,87%, cao hơn năm 2018 (99,3%)."
    now, before = facts_of(text)
    assert (before.metric, before.comparison) == (now.metric, "level")
    assert before.period_end is not None
    assert before.period_end.year == 2018


def test_a_cut_that_days_tell_too_is_no_growth() -> None:
    cut = facts_of("Thời gian cấp giấy chứng nhận đăng ký đầu tư từ 20 ngày còn 13 ngày (giảm 35%).")[-1]
    assert (cut.metric, cut.comparison, cut.value) == ("processing_time_cut", "level", Decimal(35))


def test_land_that_accounts_for_a_share_is_no_occupancy() -> None:
    facts = facts_of("Trong tổng diện tích 2.100 ha, diện tích có thể cho thuê là 1.500 ha, chiếm khoảng 71%.")
    assert (facts[-1].metric, facts[-1].comparison, facts[-1].base) == ("industrial_land_area", "share", "zone_area")
