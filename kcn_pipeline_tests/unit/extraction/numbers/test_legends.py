"""Counts of names in lists that a legend in brackets explains."""

from __future__ import annotations

import pytest

from kcn_pipeline_tests.unit.extraction.builders import facts_of

BLOC = "bloc:red-river-delta"


def told(text: str) -> list[tuple[str, str, str | None]]:
    return [(str(fact.value), fact.unit, fact.metric) for fact in facts_of(text, BLOC)]


def test_the_bare_number_is_of_the_legend_and_not_of_the_money_behind_it() -> None:
    text = "Chia theo đơn vị (dự án mới/vốn): Hà Nam 17, 820 tỷ đồng; Hưng Yên 9, 64 triệu USD; Nam Định 3, 210 tỷ."
    assert told(text) == [
        ("17", "project", "projects_licensed"),
        ("820000000000", "VND", "capital_new"),
        ("9", "project", "projects_licensed"),
        ("64000000", "USD", "capital_new"),
        ("3", "project", "projects_licensed"),
        ("210000000000", "VND", "capital_new"),
    ]


@pytest.mark.parametrize("legend", ["", " (triệu USD)"])
def test_without_a_count_in_the_legend_nothing_is_counted(legend: str) -> None:
    units = {unit for _, unit, _ in told(f"Vốn đăng ký{legend}: Hà Nam 1.300, 1.450 và 1.600 tỷ đồng.")}
    assert "project" not in units
