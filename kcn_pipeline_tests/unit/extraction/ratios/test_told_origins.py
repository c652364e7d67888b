"""Origins in brackets behind percentages."""

from __future__ import annotations

import pytest

from kcn_pipeline_tests.unit.extraction.builders import facts_of


@pytest.mark.parametrize(
    ("text", "metric", "comparison"),
    [
        ("Vốn thực hiện đạt 42% (FDI) và 58,5% (DDI) vốn đăng ký.", "capital_disbursed", "share"),
        ("Vốn thu hút đạt 42% (FDI) và 58,5% (DDI) kế hoạch.", "capital_attracted", "vs_plan"),
    ],
)
def test_both_percentages_are_of_what_stands_behind_the_second(text: str, metric: str, comparison: str) -> None:
    facts = [(f.metric, f.comparison, f.origin) for f in facts_of(text)]
    assert facts == [(metric, comparison, "fdi"), (metric, comparison, "ddi")]
