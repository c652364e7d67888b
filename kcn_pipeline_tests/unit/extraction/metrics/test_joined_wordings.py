"""Two wordings before one figure that name the terms of a sum."""

from __future__ import annotations

import pytest

from kcn_pipeline_tests.unit.extraction.builders import facts_of, metrics_of

BOTH = "capital_new_and_increase"


@pytest.mark.parametrize(
    ("text", "metric"),
    [
        ("Tổng vốn đăng ký mới và bổ sung thêm đạt 585 triệu USD.", BOTH),
        ("Tổng vốn FDI đăng ký mới cùng vốn điều chỉnh tăng đạt 585 triệu USD.", BOTH),
        ("Vốn cấp mới lẫn tăng thêm đạt 585 triệu USD.", BOTH),
        # What is joined is no term of the sum, or a figure of its own stands before the joint.
        ("Vốn giải ngân và vốn tăng thêm đạt 585 triệu USD.", "capital_increase"),
    ],
)
def test_one_figure(text: str, metric: str) -> None:
    assert metrics_of(text) == [("585 triệu USD", metric)]


def test_a_figure_before_the_joint() -> None:
    text = "Vốn đăng ký mới 400 triệu USD và vốn tăng thêm 185 triệu USD."
    assert metrics_of(text) == [("400 triệu USD", "capital_new"), ("185 triệu USD", "capital_increase")]


@pytest.mark.parametrize(
    ("words", "metric"),
    [
        ("vốn đăng ký (mới + tăng)", BOTH),
        ("tổng vốn đầu tư (kể cả tăng thêm)", BOTH),
        ("vốn đăng ký (gồm cả phần tăng thêm)", BOTH),
        # What else brackets hold widens nothing.
        ("vốn đăng ký (chưa tính hạ tầng)", "capital_new"),
    ],
)
def test_brackets_behind_the_wording(words: str, metric: str) -> None:
    text = f"Ban cấp 31 dự án, {words} đạt 455 triệu USD, bằng 112% cùng kỳ."
    assert [(fact.metric, fact.comparison) for fact in facts_of(text)[1:]] == [(metric, "level"), (metric, "yoy_index")]


@pytest.mark.parametrize(
    ("text", "metric"),
    [
        ("Cấp mới và điều chỉnh tăng vốn 23 dự án FDI, tổng vốn đầu tư 180 triệu USD.", "capital_new_and_increase"),
        ("Điều chỉnh tăng vốn 23 dự án FDI, tổng vốn đầu tư 180 triệu USD.", "capital_increase"),
    ],
)
def test_money_of_projects_counted_as_both(text: str, metric: str) -> None:
    assert metrics_of(text)[-1][1] == metric


@pytest.mark.parametrize(
    "text",
    [
        "Năm 2019, có 27 dự án được cấp, điều chỉnh quyết định chủ trương đầu tư với tổng vốn đăng ký 2.300 tỷ đồng.",
        "Đã cấp mới và điều chỉnh giấy chứng nhận đăng ký đầu tư cho 27 dự án, tổng vốn đầu tư 2.300 tỷ đồng.",
        "Cấp mới, điều chỉnh tăng vốn cho 27 dự án với tổng vốn 2.300 tỷ đồng.",
    ],
)
def test_licensed_and_adjusted_in_one_breath(text: str) -> None:
    assert [metric for _, metric in metrics_of(text)] == [None, "capital_new_and_increase"]


def test_what_was_licensed_may_have_a_number_of_its_own() -> None:
    text = "Cấp mới 6 quyết định chủ trương đầu tư, điều chỉnh 5 quyết định chủ trương đầu tư."
    assert metrics_of(text)[-1][1] == "project_adjustments"
