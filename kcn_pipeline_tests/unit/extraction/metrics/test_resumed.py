"""Sentences that give the amount of the one before for another window."""

from __future__ import annotations

from datetime import date

import pytest

from kcn_pipeline_tests.unit.extraction.builders import facts_of, metrics_of


@pytest.mark.parametrize(
    ("text", "metric"),
    [
        ("Doanh thu tháng 5 đạt 400 tỷ đồng. Ước thực hiện 9 tháng đạt 3.300 tỷ đồng.", "revenue"),
        ("Kim ngạch xuất khẩu đạt 20 triệu USD. Lũy kế từ đầu năm đến nay đạt 130 triệu USD.", "exports"),
        ("Nộp ngân sách quý I đạt 90 tỷ đồng. Cả năm ước đạt 420 tỷ đồng.", "budget_contribution"),
        (
            "Nộp ngân sách đạt 90 tỷ đồng (nhà máy điện nộp 8 tỷ đồng). Lũy kế 9 tháng 420 tỷ đồng.",
            "budget_contribution",
        ),
        # Up to now, with no start told: what a stock adds up.
        (
            "Vốn FDI giải ngân tháng 6 đạt 20 triệu USD. Lũy kế đến nay đạt 440 triệu USD.",
            "capital_disbursed_cumulative",
        ),
        # What a trade has is not the whole's; of two metrics it says of neither.
        ("Doanh thu đạt 400 tỷ đồng. Nhóm ngành gỗ 9 tháng đạt 190 tỷ đồng.", None),
        ("Xuất khẩu đạt 20 triệu USD, nhập khẩu 18 triệu USD. Lũy kế 9 tháng đạt 120 triệu USD.", None),
    ],
)
def test_the_metric_of_the_sentence_before(text: str, metric: str | None) -> None:
    assert metrics_of(text)[-1][1] == metric


def test_it_has_its_own_window_and_the_origin_of_the_one_before() -> None:
    first, last = facts_of("Vốn FDI giải ngân tháng 6 đạt 20 triệu USD. Tính chung 9 tháng đạt 90 triệu USD.")
    assert (last.metric, last.origin) == (first.metric, "fdi")
    assert (last.period_start, last.period_end) == (date(2019, 1, 1), date(2019, 9, 30))


def test_another_paragraph_or_unit_lends_nothing() -> None:
    for text in (
        "Doanh thu đạt 400 tỷ đồng.\n\nCả năm ước đạt 900 tỷ đồng.",
        "Doanh thu đạt 400 tỷ đồng. Cả năm ước đạt 900 triệu USD.",
    ):
        assert metrics_of(text)[-1][1] != "revenue"


@pytest.mark.parametrize("words", ["các con số đó là", "con số tương ứng là", "các chỉ tiêu này đạt"])
def test_a_list_of_the_same_amounts(words: str) -> None:
    text = "Năm 2018, doanh thu 7,4 tỷ USD, xuất khẩu 5,1 tỷ USD, nộp ngân sách 2.300 tỷ đồng."
    text += f" Lũy kế 9 tháng năm nay {words} 6,2 tỷ USD, 4,4 tỷ USD và 1.900 tỷ đồng."
    told = ["revenue", "exports", "budget_contribution"]
    assert [metric for _, metric in metrics_of(text)] == told * 2


def test_a_list_of_another_length_repeats_none() -> None:
    text = "Doanh thu 7,4 tỷ USD, xuất khẩu 5,1 tỷ USD. Năm 2018 con số tương ứng là 6 tỷ USD."
    assert metrics_of(text)[-1][1] not in {"revenue", "exports"}


@pytest.mark.parametrize("words", ["Đứng đầu là Hải Dương", "Dẫn đầu là Hải Dương"])
def test_members_ranked_by_the_capital_before(words: str) -> None:
    text = f"Vốn cấp mới FDI toàn cụm đạt 1.310 triệu USD. {words} với 640 triệu USD, rồi đến Hà Nam 280 triệu USD."
    facts = facts_of(text, "bloc:red-river-delta")
    assert [(fact.metric, fact.origin) for fact in facts] == [("capital_new", "fdi")] * 3


@pytest.mark.parametrize("words", ["Đến 30/9/2019", "Đến ngày 30/9/2019"])
def test_a_count_at_a_date_after_flows(words: str) -> None:
    text = f"Chấm dứt 3 dự án/52 tỷ đồng.\n- {words}: 64 dự án (FDI: 11), vốn đăng ký 4.310 tỷ đồng và 71 triệu USD."
    stock = ["projects_active", "projects_active", "capital_registered", "capital_registered"]
    assert [metric for _, metric in metrics_of(text)[2:]] == stock
