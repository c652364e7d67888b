"""Units by brackets, percentages without their sign, and bare numbers of an earlier time in brackets."""

from __future__ import annotations

import pytest

from kcn_pipeline_tests.unit.extraction.builders import facts_of


def test_growth_without_its_sign() -> None:
    fact = facts_of("Doanh thu đạt 2.962 tỷ đồng, tăng 9,4 so với cùng kỳ.")[-1]
    assert (fact.quote, fact.metric, fact.comparison, fact.unit) == ("9,4", "revenue", "yoy", "percent")


@pytest.mark.parametrize(
    "text",
    [
        "Doanh thu đạt 2.962 tỷ đồng, tăng 9 so với cùng kỳ.",  # a whole number may count anything
        "Doanh thu đạt 2.962 tỷ đồng, tăng 9,4 điểm.",
        "Doanh thu đạt 2.962 tỷ đồng, hệ số 9,4 so với cùng kỳ.",
    ],
)
def test_other_numbers_stay_bare(text: str) -> None:
    assert [fact.quote for fact in facts_of(text)] == ["2.962 tỷ đồng"]


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("Tiếp nhận 1.126 hồ sơ (năm 2018: 894).", 894, "dossier"),
        ("Nộp ngân sách 960 tỷ đồng (cùng kỳ 702).", 702 * 10**9, "VND"),
        ("Xuất khẩu 310 triệu USD (cùng kỳ 260 triệu).", 260 * 10**6, "USD"),
        ("Vốn đăng ký mới 430 tỷ đồng (KH 500).", 500 * 10**9, "VND"),
        ("Trong ngoặc là số năm 2018. Doanh thu: 5.210 tỷ đồng (4.630).", 4630 * 10**9, "VND"),
    ],
)
def test_a_number_of_an_earlier_time_in_brackets(text: str, value: int, unit: str) -> None:
    now, then = facts_of(text)
    assert (then.metric, int(then.value), then.unit) == (now.metric, value, unit)


@pytest.mark.parametrize("text", ["Tiếp nhận 1.126 hồ sơ (894).", "Tiếp nhận 1.126 hồ sơ (năm 2018 là năm đầu, 894)."])
def test_other_numbers_in_brackets_stay_bare(text: str) -> None:
    assert [fact.quote for fact in facts_of(text)] == ["1.126 hồ sơ"]


@pytest.mark.parametrize(
    ("text", "metrics", "unit"),
    [
        ("Vốn thực hiện 412 tỷ đồng (FDI 153, DDI 259).", ["capital_disbursed_cumulative"] * 3, "VND"),
        ("Xuất khẩu 412 triệu USD (đường biển 200, đường bộ 212).", ["exports"] * 3, "USD"),
        (
            "Thu hút 300 triệu USD (cấp mới 120, tăng vốn 180).",
            ["capital_new_and_increase", "capital_new", "capital_increase"],
            "USD",
        ),
    ],
)
def test_parts_in_brackets_are_told_in_the_unit_of_the_amount_that_they_add_up_to(
    text: str, metrics: list[str], unit: str
) -> None:
    facts = facts_of(f"Hiện có 41 dự án. {text}")[1:]
    assert [fact.metric for fact in facts] == metrics
    assert {fact.unit for fact in facts} == {unit}
    assert facts[0].value == facts[1].value + facts[2].value


@pytest.mark.parametrize(
    "text",
    [
        "Xuất khẩu 412 triệu USD (đường biển 200, đường bộ 211).",
        "Xuất khẩu 412 triệu USD (đường biển 412).",
        "Xuất khẩu 412 triệu USD (đường biển 200, đường bộ 212",  # nothing closes it
    ],
)
def test_numbers_that_do_not_add_up_stay_bare(text: str) -> None:
    assert [fact.quote for fact in facts_of(text)] == ["412 triệu USD"]
