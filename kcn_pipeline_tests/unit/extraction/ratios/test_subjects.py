"""What a percentage speaks of when the amount before it is another's, or stands in another sentence."""

from __future__ import annotations

from decimal import Decimal

import pytest

from kcn_pipeline_tests.unit.extraction.builders import facts_of

Rates = list[tuple[str, str | None, str]]


def rates_of(text: str) -> Rates:
    return [(f.quote, f.metric, f.comparison) for f in facts_of(text) if f.unit in {"percent", "times"}]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "So với năm 2018, doanh thu tăng 12%, xuất khẩu tăng 9%, nộp ngân sách giảm 2%.",
            [("12%", "revenue", "yoy"), ("9%", "exports", "yoy"), ("2%", "budget_contribution", "yoy")],
        ),
        (
            "Cấp mới 43 dự án, vốn đăng ký 700 tỷ đồng. So với cùng kỳ, số dự án giảm 27%.",
            [("27%", "projects_licensed", "yoy")],
        ),
        (
            "Thu hút 17 dự án, vốn 230 tỷ đồng, đạt 170% kế hoạch về số dự án và 89% kế hoạch về vốn.",
            [("170%", "projects_licensed", "vs_plan"), ("89%", "capital_attracted", "vs_plan")],
        ),
        ("Xuất khẩu 74 triệu USD, thấp hơn năm 2018 tới 18%.", [("18%", "exports", "yoy")]),
        ("Xuất khẩu 74 triệu USD, vượt cùng kỳ 19%.", [("19%", "exports", "yoy")]),
        (
            "Doanh thu 34 tỷ đồng, đạt 79% kế hoạch năm và đạt 137% so với cùng kỳ.",
            [("79%", "revenue", "vs_plan"), ("137%", "revenue", "yoy_index")],
        ),
        (
            "Doanh thu 34 tỷ đồng, tăng 3% so với tháng trước và 11% so với cùng kỳ.",
            [("3%", "revenue", "yoy"), ("11%", "revenue", "yoy")],
        ),
        (
            "Doanh thu 34 tỷ đồng, vượt 5% kế hoạch, tăng 14% so với năm 2018.",
            [("5%", "revenue", "vs_plan_excess"), ("14%", "revenue", "yoy")],
        ),
        ("Tốc độ tăng trưởng giá trị sản xuất công nghiệp đạt 13,5%.", [("13,5%", "industrial_output", "yoy")]),
        ("Doanh thu 34 tỷ đồng, đạt 83%.", [("83%", "revenue", "vs_plan")]),
        ("Xuất khẩu 104 triệu USD, tăng 33% trong khi nhập khẩu 88 triệu USD.", [("33%", "exports", "yoy")]),
        (
            "Doanh thu gấp đôi năm 2015, xuất khẩu gấp rưỡi.",
            [("gấp đôi", "revenue", "multiple"), ("gấp rưỡi", "exports", "multiple")],
        ),
        ("Xuất khẩu 5 tỷ USD, gấp hai lần rưỡi năm 2015.", [("hai lần rưỡi", "exports", "multiple")]),
    ],
)
def test_the_subject_of_the_verb_is_what_grows(text: str, expected: Rates) -> None:
    assert rates_of(text) == expected


def test_percentages_that_run_parallel_to_amounts() -> None:
    text = "Vốn đăng ký 5 tỷ USD và 21.000 tỷ đồng; vốn thực hiện lũy kế 3 tỷ USD và 11.000 tỷ đồng, lần lượt bằng 60% "
    one, other = facts_of(f"Lũy kế: {text}và 52% vốn đăng ký.")[-2:]
    assert [(f.metric, f.comparison, f.base, f.origin) for f in (one, other)] == [
        ("capital_disbursed_cumulative", "share", "capital_registered", "fdi"),
        ("capital_disbursed_cumulative", "share", "capital_registered", "ddi"),
    ]


@pytest.mark.parametrize(
    ("text", "metric", "base"),
    [
        ("Lao động 9.000 người, trong đó nữ chiếm 62%.", "workers_female", "workers"),
        ("Lao động 9.000 người, gần 80% là lao động địa phương.", "workers_local", "workers"),
        ("Lao động 9.000 người, 89% là người Nghệ An.", "workers_local", "workers"),
        ("Xuất khẩu 159 triệu USD, chiếm 73% kim ngạch toàn tỉnh.", "exports", "exports"),
        ("Giá trị sản xuất 9.600 tỷ đồng, bằng 44% toàn tỉnh.", "industrial_output", "industrial_output"),
        (
            "Tiếp nhận 300 hồ sơ, trong đó qua mạng 175 hồ sơ, chiếm 58%.",
            "dossiers_received_online",
            "dossiers_received",
        ),
        (
            "Lũy kế vốn FDI đăng ký 5 tỷ USD, đã thực hiện lũy kế 3 tỷ USD, xấp xỉ 60% tổng vốn đăng ký.",
            "capital_disbursed_cumulative",
            "capital_registered",
        ),
        (
            "Có 412 dự án còn hiệu lực, trong đó 342 dự án đang hoạt động (83%).",
            "projects_operating",
            "projects_active",
        ),
    ],
)
def test_shares_have_part_and_base(text: str, metric: str, base: str) -> None:
    share = facts_of(text)[-1]
    assert (share.metric, share.comparison, share.base) == (metric, "share", base)


def test_a_comparison_of_what_was_not_understood_is_not_given_to_another_amount() -> None:
    text = "Doanh thu 34 tỷ đồng; các doanh nghiệp ủng hộ quỹ vì người nghèo 3 tỷ đồng, tăng 12%."
    assert rates_of(text) == [("12%", None, "yoy")]


@pytest.mark.parametrize("text", ["KCN Đại An lấp đầy 100%; KCN Nam Sách 98,5%; KCN Phúc Điền đạt 95%."])
def test_each_name_of_a_list_with_its_rate(text: str) -> None:
    facts = facts_of(text, "board:hai-duong")
    assert [fact.metric for fact in facts] == ["occupancy_rate"] * 3
    assert [fact.entity for fact in facts] == ["zone:dai-an", "zone:nam-sach", "zone:phuc-dien"]


def test_a_fall_is_negative() -> None:
    [fall] = facts_of("So với cùng kỳ, xuất khẩu hụt 3,5%.")
    assert fall.value == Decimal("-3.5")


def test_the_count_of_the_origin_that_is_named() -> None:
    facts = facts_of("Cấp mới 11 dự án, gồm 6 FDI và 5 DDI; so với cùng kỳ, số dự án FDI bằng 75%.")
    assert (facts[-1].metric, facts[-1].origin) == ("projects_licensed", "fdi")


def test_a_plan_in_words_behind_a_range() -> None:
    facts = facts_of("Hai năm 2018-2019 thu hút được 1,3 tỷ USD, bằng 52-59% nghị quyết.")
    assert [fact.comparison for fact in facts] == ["level", "vs_plan", "vs_plan"]


@pytest.mark.parametrize(
    "text",
    [
        "Thu hút 4.200 tỷ đồng và 145 triệu USD; vốn DDI tăng 18%, vốn FDI giảm 22%.",
        "Thu hút 4.200 tỷ đồng vốn DDI và 145 triệu USD vốn FDI; vốn trong nước tăng 1,8 lần, vốn FDI giảm 22%.",
    ],
)
def test_growth_of_the_capital_of_each_origin(text: str) -> None:
    assert [fact.origin for fact in facts_of(text)[2:]] == ["ddi", "fdi"]
