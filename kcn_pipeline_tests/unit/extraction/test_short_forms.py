"""Wordings in the short forms of terse reports."""

from __future__ import annotations

import pytest

from kcn_pipeline_tests.unit.extraction.builders import metrics_of


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("GTXK 2,1 tỷ USD.", [("2,1 tỷ USD", "exports")]),
        ("Số DN đang hoạt động: 96 DN.", [("96 DN", "enterprises_operating")]),
        (
            "KNNK 91 triệu USD; nộp NSNN 85 tỷ đồng.",
            [("91 triệu USD", "imports"), ("85 tỷ đồng", "budget_contribution")],
        ),
        ("LĐ địa phương 640 người.", [("640 người", "workers_local")]),
        (
            "Đang XD: 7 DA, VĐK 310 tỷ đồng.",
            [("7 DA", "projects_under_construction"), ("310 tỷ đồng", "capital_registered_under_construction")],
        ),
    ],
)
def test_short_forms_name_what_the_words_do(text: str, expected: list[tuple[str, str]]) -> None:
    assert metrics_of(text) == expected
