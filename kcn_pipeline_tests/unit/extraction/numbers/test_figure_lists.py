"""What figures share with their neighbours: ranges, changes from one amount to another, units."""

from __future__ import annotations

from decimal import Decimal

import pytest

from kcn_pipeline_tests.unit.extraction.builders import facts_of


@pytest.mark.parametrize(
    "text",
    [
        "Doanh thu tăng từ 300 tỷ đồng lên 410 tỷ đồng.",
        "Doanh thu từ mức 300 tỷ đồng tăng lên 410 tỷ đồng.",
        "Doanh thu giảm từ 300 tỷ đồng năm 2018 xuống còn 410 tỷ đồng.",
    ],
)
def test_from_one_amount_to_another_is_no_hedge(text: str) -> None:
    was, now = facts_of(text)
    assert (was.bound, now.bound) == ("exact", "exact")
    assert (was.period_end.year if was.period_end else 0, now.period_end.year if now.period_end else 0) == (2018, 2019)


def test_from_alone_is_a_lower_bound() -> None:
    [fact] = facts_of("Doanh thu đạt từ 300 tỷ đồng.")
    assert fact.bound == "lower"


def test_a_numeral_beside_an_origin_is_counted_as_the_last_count() -> None:
    facts = facts_of("Cấp mới 71 dự án; 40 FDI được 392 triệu USD, 31 trong nước được 972 tỷ đồng.")
    assert [(fact.value, fact.unit) for fact in facts if fact.unit == "project"] == [
        (Decimal(71), "project"),
        (Decimal(40), "project"),
        (Decimal(31), "project"),
    ]


def test_from_behind_an_amount_tells_where_it_came_from() -> None:
    money, source = facts_of("Thu hút 90 triệu USD vốn FDI từ 38 dự án cấp mới.")
    assert (money.bound, source.bound) == ("exact", "exact")
    assert facts_of("Mỗi năm thu hút 90 triệu USD, từ 38 dự án trở lên.")[1].bound == "lower"


def test_pairs_by_a_stroke_are_told_in_the_units_of_the_first() -> None:
    facts = facts_of(
        "Cấp mới 16 dự án, tổng vốn 2.110 tỷ đồng. Trong đó: "
        "Lào Cai 9 dự án/1.240 tỷ đồng; Lạng Sơn 4/570; Sơn La 3/300.",
        "bloc:northern-border-mountains",
    )
    assert [(f.value, f.metric) for f in facts[4:]] == [
        (Decimal(4), "projects_licensed"),
        (Decimal(570 * 10**9), "capital_new"),
        (Decimal(3), "projects_licensed"),
        (Decimal(300 * 10**9), "capital_new"),
    ]


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("Xuất khẩu 2,4 tỷ USD, nhập khẩu 1,9 tỷ.", ["USD", "USD"]),
        ("Xuất khẩu 2,4 tỷ USD, nộp ngân sách 1,9 tỷ.", ["USD", "VND"]),
    ],
)
def test_what_goes_out_and_comes_in_is_told_in_one_currency(text: str, units: list[str]) -> None:
    assert [fact.unit for fact in facts_of(text)] == units
