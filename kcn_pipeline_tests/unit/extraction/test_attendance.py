"""Who came to a meeting, and who is at work."""

from __future__ import annotations

import pytest

from kcn_pipeline_tests.unit.extraction.builders import metrics_of


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tham dự hội nghị có 120 doanh nghiệp.", []),
        ("Tổng số lao động có mặt đầu kỳ là 42 nghìn người.", [("42 nghìn người", "workers")]),
    ],
)
def test_counts(text: str, expected: list[tuple[str, str]]) -> None:
    assert metrics_of(text) == expected
