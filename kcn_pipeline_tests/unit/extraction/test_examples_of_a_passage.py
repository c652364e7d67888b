"""Sentences that give examples of what was just told, and what opens a list of new projects."""

from __future__ import annotations

import pytest

from kcn_pipeline_tests.unit.extraction.builders import facts_of, metrics_of

RAISED = "Có 8 dự án FDI tăng vốn với vốn tăng thêm 776 triệu USD."


@pytest.mark.parametrize("opening", ["Nổi bật là", "Đáng chú ý,", "Điển hình như"])
def test_an_example_takes_the_metric_and_origin_of_the_passage(opening: str) -> None:
    example = facts_of(f"{RAISED} {opening} Công ty A tăng 501 triệu USD.")[-1]
    assert (example.metric, example.comparison, example.origin) == ("capital_increase", "level", "fdi")


def test_without_such_words_nothing_is_lent() -> None:
    assert facts_of(f"{RAISED} Công ty A nhận giải thưởng 501 triệu USD.")[-1].metric is None


def test_money_of_examples_is_of_the_projects_that_open_the_sentence() -> None:
    text = "Một số dự án mới quy mô lớn như: nhà máy A, vốn 270 triệu USD; nhà máy B, vốn 120 triệu USD."
    assert metrics_of(text) == [("270 triệu USD", "capital_new"), ("120 triệu USD", "capital_new")]


def test_a_sentence_of_parts_goes_on_with_the_main_count() -> None:
    text = (
        "Có 67 dự án còn hiệu lực, chưa tính 10 dự án đã bị thu hồi. Trong đó 15 dự án DDI có vốn đăng ký 274 tỷ đồng."
    )
    assert [fact.metric for fact in facts_of(text)] == [
        "projects_active",
        "projects_revoked",
        "projects_active",
        "capital_registered",
    ]
