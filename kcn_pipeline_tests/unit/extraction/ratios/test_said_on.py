"""Percentages of a list whose words were said of the first: comparison, ratio, base."""

from __future__ import annotations

import pytest

from kcn_pipeline_tests.unit.extraction.builders import facts_of

Told = list[tuple[str | None, str, str]]


def told(text: str) -> Told:
    return [
        (fact.metric, fact.comparison, str(fact.value)) for fact in facts_of(text) if fact.unit in {"percent", "times"}
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "So kế hoạch năm: doanh thu đạt 62%, xuất khẩu 58%, nộp ngân sách 70%.",
            [("revenue", "vs_plan", "62"), ("exports", "vs_plan", "58"), ("budget_contribution", "vs_plan", "70")],
        ),
        (
            "So với cùng kỳ, doanh thu giảm 7%, xuất khẩu 9%.",
            [("revenue", "yoy", "-7"), ("exports", "yoy", "-9")],
        ),
        (
            "Số lao động bằng 1,2 lần năm trước; xuất khẩu bằng 108%.",
            [("workers", "multiple", "1.2"), ("exports", "yoy_index", "108")],
        ),
        # A rate has words of its own, and an amount without a wording before it is told nothing of.
        (
            "Doanh thu đạt 62% kế hoạch, lấp đầy 48%.",
            [("revenue", "vs_plan", "62"), ("occupancy_rate", "level", "48")],
        ),
        ("Lấp đầy 60%, lao động nữ 50%.", [("occupancy_rate", "level", "60"), ("workers_female", "share", "50")]),
    ],
)
def test_a_comparison_is_said_once(text: str, expected: Told) -> None:
    assert told(text) == expected


def test_ratios_named_so() -> None:
    text = "Tỷ lệ lao động nông thôn tại các KCN là 80%, lao động nữ 65%, lao động nước ngoài 1%."
    facts = [(fact.metric, fact.comparison, fact.base) for fact in facts_of(text)]
    assert facts == [(metric, "share", "workers") for metric in ("workers_rural", "workers_female", "workers_foreign")]


def test_the_base_of_a_list_of_shares_is_said_once() -> None:
    text = (
        "Cấp mới: Đài Loan 5 dự án (90 triệu USD), chiếm 45% vốn cấp mới; Hàn Quốc 6 dự án (30 triệu USD), chiếm 15%."
    )
    facts = facts_of(text)
    shares = [(fact.metric, fact.base, fact.entity) for fact in facts if fact.comparison == "share"]
    assert shares == [("capital_new", "capital_new", "country:taiwan"), ("capital_new", "capital_new", "country:korea")]
    assert [fact.metric for fact in facts if fact.unit == "USD"] == ["capital_new", "capital_new"]


@pytest.mark.parametrize(
    "text",
    [
        "Các KCN đóng góp trên 45% kim ngạch xuất khẩu của cả nước.",
        "Doanh nghiệp hoạt động trong các khu đã đóng góp 45% kim ngạch xuất khẩu của cả nước.",
    ],
)
def test_a_part_of_a_whole_place_is_of_the_base_itself(text: str) -> None:
    (share,) = facts_of(text)
    assert (share.metric, share.comparison, share.base) == ("exports", "share", "exports")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Lũy kế có 40 dự án, trong đó FDI chiếm 35% số dự án và 60% vốn đăng ký.",
            [("projects_active", "fdi", "projects_active"), ("capital_registered", "fdi", "capital_registered")],
        ),
        ("Vốn cấp mới đạt 30 triệu USD, FDI chiếm 80%.", [("capital_new", "fdi", "capital_new")]),
    ],
)
def test_the_part_is_the_origin_that_the_verb_speaks_of(text: str, expected: list[tuple[str, str, str]]) -> None:
    shares = [fact for fact in facts_of(text) if fact.comparison == "share"]
    assert [(fact.metric, fact.origin, fact.base) for fact in shares] == expected


def test_a_share_behind_a_multiple_of_its_whole() -> None:
    facts = facts_of("Các khu có 8.640 lao động, gấp 2 lần năm 2014; lao động nữ 61%, lao động địa phương 35%.")
    assert [(fact.metric, fact.comparison) for fact in facts[2:]] == [
        ("workers_female", "share"),
        ("workers_local", "share"),
    ]


@pytest.mark.parametrize(
    ("first", "comparison"), [("103,5% năm 2018", "yoy_index"), ("đạt 58% kế hoạch năm", "vs_plan")]
)
def test_in_a_list_of_brackets_the_first_tells_what_all_are(first: str, comparison: str) -> None:
    text = f"Doanh thu 3,6 tỷ USD ({first}); xuất khẩu 2,9 tỷ USD (97,4%); nhập khẩu 2,2 tỷ USD (95%)."
    assert [(m, c) for m, c, _ in told(text)] == [
        ("revenue", comparison),
        ("exports", comparison),
        ("imports", comparison),
    ]


@pytest.mark.parametrize("against", ["so 2018: 96,2%", "so 2018 96,2%"])
def test_a_year_compared_with_without_its_word(against: str) -> None:
    assert told(f"Xuất khẩu: 88.000.000 USD; {against}.") == [("exports", "yoy_index", "96.2")]
