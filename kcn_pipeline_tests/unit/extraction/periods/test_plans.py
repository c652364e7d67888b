"""Planned amounts beside outcomes, and estimates that head a list."""

from __future__ import annotations

from datetime import date

import pytest

from kcn_pipeline_tests.unit.extraction.builders import FIRST_HALF_2019, facts_of


@pytest.mark.parametrize(
    "text",
    [
        "Xuất khẩu đạt 305 triệu USD (kế hoạch 310 triệu USD).",
        "Xuất khẩu đạt 305 triệu USD, bằng 98% kế hoạch năm (310 triệu USD).",
        "Xuất khẩu đạt 305 triệu USD, vượt mục tiêu của năm (300 triệu USD).",
        "Xuất khẩu đạt 305 triệu USD, bằng 98% kế hoạch năm 310 triệu USD.",
        "Số trong ngoặc là kế hoạch.\nXuất khẩu: 305 triệu USD (310 triệu USD)",
    ],
)
def test_the_plan_beside_an_outcome_is_a_target_of_the_year(text: str) -> None:
    amounts = [fact for fact in facts_of(text, window=FIRST_HALF_2019) if fact.unit == "USD"]
    assert [(fact.metric, fact.target) for fact in amounts] == [("exports", False), ("exports", True)]
    assert amounts[0].period_end == date(2019, 6, 30)
    assert amounts[1].period_end == date(2019, 12, 31)


def test_what_joins_a_plan_is_planned_too() -> None:
    text = "Có 3 dự án cấp mới với 521 tỷ đồng, trong khi kế hoạch là 5 dự án và 450 tỷ đồng."
    assert [fact.target for fact in facts_of(text)] == [False, False, True, True]


def test_an_amount_over_another_is_the_outcome_over_its_plan() -> None:
    facts = facts_of("Cấp mới 12/15 dự án.")
    assert [(fact.quote, fact.metric, fact.target) for fact in facts] == [
        ("12", "projects_licensed", False),
        ("15 dự án", "projects_licensed", True),
    ]


def test_a_plan_at_the_head_of_a_sentence_holds_for_its_amounts() -> None:
    plan, outcome = facts_of("Kế hoạch năm 2019 giao thu hút 40 dự án; đã cấp mới 31 dự án.")
    assert (plan.target, outcome.target) == (True, False)


def test_an_outcome_in_brackets_is_no_plan_without_a_legend() -> None:
    facts = facts_of("Cấp mới 12 dự án (FDI 8 dự án).")
    assert not any(fact.target for fact in facts)


def test_a_percentage_after_the_plan_is_of_the_outcome() -> None:
    text = "Doanh thu 3.200 tỷ đồng (kế hoạch 3.000 tỷ đồng), đạt 106% kế hoạch."
    outcome, _, rate = facts_of(text)
    assert (rate.comparison, rate.metric, rate.target) == ("vs_plan", outcome.metric, False)


def test_a_word_of_estimating_at_the_head_holds_for_the_list() -> None:
    facts = facts_of("Ước thực hiện năm 2019: doanh thu 630 tỷ đồng; xuất khẩu 36 triệu USD.")
    assert [fact.bound for fact in facts] == ["approx", "approx"]


def test_a_hedge_of_one_figure_stays_with_it() -> None:
    facts = facts_of("Doanh thu ước đạt 630 tỷ đồng; xuất khẩu 36 triệu USD.")
    assert [fact.bound for fact in facts] == ["approx", "exact"]


def test_the_land_of_planned_zones_is_planned() -> None:
    facts = facts_of("Tỉnh được phê duyệt quy hoạch 53 KCN với tổng diện tích 12.000 ha; nộp ngân sách 30 tỷ đồng.")
    assert [(fact.metric, fact.target) for fact in facts] == [
        ("zones_planned", True),
        ("zone_area", True),
        ("budget_contribution", False),
    ]


def test_an_estimate_in_the_brackets_of_what_announces_a_list_holds_for_it() -> None:
    facts = facts_of("Kinh doanh (số ước): doanh thu 110 triệu USD; xuất khẩu 47 triệu USD; nộp ngân sách 19 tỷ đồng.")
    assert [fact.bound for fact in facts] == ["approx"] * 3
    facts = facts_of("Kinh doanh: doanh thu 110 triệu USD (ước): xuất khẩu 47 triệu USD.")
    assert facts[-1].bound == "exact"


@pytest.mark.parametrize(
    "outcome",
    ["6 tháng cấp mới 30 dự án", "đến nay cấp mới 30 dự án", "đã cấp mới 30 dự án", "thực hiện 30 dự án"],
)
def test_an_outcome_in_the_next_clause_is_no_plan(outcome: str) -> None:
    facts = facts_of(f"Kế hoạch cấp mới 60 dự án, {outcome}.", window=FIRST_HALF_2019)
    assert [(fact.target, fact.period_end) for fact in facts] == [
        (True, date(2019, 12, 31)),
        (False, date(2019, 6, 30)),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Số dự án cấp mới đạt 121% kế hoạch Khối đề ra (70 dự án).",
        "Như vậy chỉ tiêu vốn FDI của năm (70 triệu USD) đã bị bỏ xa.",
    ],
)
def test_who_set_the_plan_or_what_it_follows_from_may_stand_around_its_word(text: str) -> None:
    fact = facts_of(text, window=FIRST_HALF_2019)[-1]
    assert (fact.target, fact.period_end) == (True, date(2019, 12, 31))


def test_brackets_with_a_time_of_their_own_hold_no_estimate() -> None:
    text = "* Sản xuất (ước quý II)\n- Xuất khẩu: 81 triệu USD, giảm 12% (quý II/2018: 92 triệu USD)"
    facts = facts_of(text, window=FIRST_HALF_2019)
    assert [(f.quote, f.bound) for f in facts if f.unit == "USD"] == [
        ("81 triệu USD", "approx"),
        ("92 triệu USD", "exact"),
    ]


def test_an_agreement_is_no_estimate() -> None:
    [fact] = facts_of("Thỏa ước lao động tập thể: 23 doanh nghiệp.")
    assert fact.bound == "exact"


@pytest.mark.parametrize(
    ("text", "targets"),
    [
        ("Năm 2019, Ban phấn đấu thu hút 31 dự án. Trong đó, 22 dự án FDI với vốn 87 triệu USD.", [True] * 3),
        ("Năm 2019, Ban phấn đấu thu hút 31 dự án. Trong đó, đã cấp mới 22 dự án.", [True, False]),
        ("Năm 2019, Ban phấn đấu thu hút 31 dự án. Trong đó, 6 tháng thu hút 22 dự án.", [True, False]),
        ("Năm 2019, Ban thu hút 31 dự án. Trong đó, 22 dự án FDI.", [False, False]),
        # Zones of a plan, some of which there are by now.
        ("Ban có 17 KCN được phê duyệt quy hoạch. Trong đó 8 khu đi vào hoạt động.", [True, False]),
    ],
)
def test_parts_of_an_aim_are_aimed_at(text: str, targets: list[bool]) -> None:
    assert [fact.target for fact in facts_of(text)] == targets


@pytest.mark.parametrize(
    ("text", "targets"),
    [
        ("Từ nay đến cuối năm, sẽ cấp mới 9 dự án, nâng tổng số dự án lên 84 dự án.", [True, True]),
        ("Sẽ thu hút thêm 90 triệu USD, đưa tổng vốn lên 800 triệu USD và 6.200 tỷ đồng.", [True, True, True]),
        ("Đã cấp mới 9 dự án, nâng tổng số dự án lên 84 dự án.", [False, False]),
        ("Sẽ cấp mới 9 dự án; đến nay đã có 84 dự án.", [True, False]),
    ],
)
def test_what_an_aim_leads_to_is_aimed_at(text: str, targets: list[bool]) -> None:
    assert [fact.target for fact in facts_of(text)] == targets


@pytest.mark.parametrize("verb", ["hướng đến thu hút", "hướng tới đạt", "hướng tới mục tiêu", "hướng đến lấp đầy"])
def test_to_head_for_an_amount_is_to_aim_at_it(verb: str) -> None:
    facts = facts_of(f"Các KCN {verb} 70% diện tích vào năm 2020.")
    assert all(fact.target for fact in facts)


@pytest.mark.parametrize("plan", ["chỉ tiêu ban đầu", "kế hoạch ban đầu", "mục tiêu ban đầu"])
def test_the_plan_made_at_first(plan: str) -> None:
    assert [fact.target for fact in facts_of(f"Thu hút 12 dự án, thấp hơn {plan} là 17 dự án.")] == [False, True]


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("Ban phấn đấu thu hút 20 dự án, lấp đầy 60%, xuất khẩu 90 triệu USD trong năm 2020.", [2020, 2020, 2020]),
        ("Ban phấn đấu thu hút 20 dự án; xuất khẩu 90 triệu USD trong năm 2020.", [2019, 2020]),
        ("Thu hút 20 dự án, phấn đấu xuất khẩu 90 triệu USD trong năm 2020.", [2019, 2020]),
    ],
)
def test_the_time_behind_a_list_of_aims_is_of_each(text: str, years: list[int]) -> None:
    assert [fact.period_end.year for fact in facts_of(text) if fact.period_end is not None] == years


@pytest.mark.parametrize(
    ("text", "targets"),
    [
        (
            "Đặt mục tiêu thu hút 30 dự án, nhưng nay đã có 39 dự án, trong đó 11 dự án FDI và 28 dự án DDI.",
            [True, False, False, False],
        ),
        ("Đã có 12 dự án và phấn đấu thu hút 30 dự án, trong đó 11 dự án FDI.", [False, True, True]),
    ],
)
def test_parts_are_aims_where_their_whole_is_one(text: str, targets: list[bool]) -> None:
    assert [fact.target for fact in facts_of(text)] == targets
