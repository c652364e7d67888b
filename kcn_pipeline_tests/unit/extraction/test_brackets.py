"""Asides in brackets."""

from __future__ import annotations

import pytest

from kcn_pipeline.extraction.brackets import in_closed_aside, without_asides
from kcn_pipeline_tests.unit.extraction.builders import facts_of


@pytest.mark.parametrize(
    ("keys", "kept"),
    [
        ("a ( b c ) d", "a d"),
        ("a ( b ( c ) d ) e", "a e"),
        ("a ( b", "a ( b"),
        ("a ) b", "a ) b"),
        ("", ""),
    ],
)
def test_asides_are_left_out(keys: str, kept: str) -> None:
    assert without_asides(keys.split()) == kept.split()


@pytest.mark.parametrize(
    ("keys", "inside"), [("b ) d", True), ("b ( c ) d", False), ("b", False), ("b ( c ) ) d", True)]
)
def test_a_place_in_brackets_that_close(keys: str, *, inside: bool) -> None:
    assert in_closed_aside(keys.split()) == inside


def test_the_base_of_a_share_in_brackets_names_nothing_after_them() -> None:
    text = "Vốn thực hiện đến nay đạt 3 tỷ USD (chiếm 60% tổng vốn đăng ký) và 11.000 tỷ đồng."
    money = [fact for fact in facts_of(text) if fact.unit != "percent"]
    assert [(fact.metric, fact.origin) for fact in money] == [
        ("capital_disbursed_cumulative", "fdi"),
        ("capital_disbursed_cumulative", "ddi"),
    ]
