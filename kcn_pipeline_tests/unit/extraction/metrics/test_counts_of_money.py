"""Counts right behind the money of their projects."""

from __future__ import annotations

import pytest

from kcn_pipeline_tests.unit.extraction.builders import metrics_of


@pytest.mark.parametrize(
    ("text", "metric"),
    [
        ("Vốn thu hút đạt 164 tỷ đồng với 52 dự án.", "projects_licensed"),
        ("Vốn đăng ký lũy kế là 10 tỷ USD (51 dự án).", "projects_active"),
        ("Vốn bị thu hồi 64 tỷ đồng (3 dự án).", "projects_revoked"),
        # Words between them, or what is no capital, tell nothing.
        ("Nộp ngân sách 64 tỷ đồng (3 dự án).", None),
    ],
)
def test_count(text: str, metric: str | None) -> None:
    assert metrics_of(text)[-1][1] == metric
