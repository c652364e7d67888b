"""Both ends of a range are of one metric."""

from __future__ import annotations

import pytest

from kcn_pipeline_tests.unit.extraction.builders import facts_of


@pytest.mark.parametrize(
    ("text", "metric"),
    [
        ("Phấn đấu có 14-16 dự án được cấp quyết định chủ trương đầu tư.", "projects_licensed"),
        ("Phấn đấu có 4-6 dự án hoàn thành đưa vào hoạt động.", "projects_started_operation"),
        ("Vốn thực hiện đạt từ 90 đến 100 triệu USD.", "capital_disbursed"),
    ],
)
def test_both_ends_are_of_one_metric(text: str, metric: str) -> None:
    assert [(f.metric, f.bound) for f in facts_of(text)] == [(metric, "lower"), (metric, "upper")]
