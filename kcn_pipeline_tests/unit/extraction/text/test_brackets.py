"""Asides in brackets."""

from __future__ import annotations

import pytest

from kcn_pipeline.extraction.text.brackets import Asides, in_closed_aside, without_asides
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


def test_what_an_aside_tells_of_last_year_ends_with_it() -> None:
    text = "Nộp ngân sách 15.200 tỷ đồng (năm 2018: 14.000 tỷ đồng), đạt 105% kế hoạch; xuất khẩu 3 tỷ USD."
    facts = facts_of(text)
    assert [fact.period_end.year for fact in facts if fact.period_end] == [2019, 2018, 2019, 2019]
    assert facts[2].value == 105


def test_a_name_in_an_aside_owns_nothing_after_it() -> None:
    text = "Thu hút 210 dự án (trong đó KCN Quang Minh 20 dự án), vốn đăng ký 1.200 triệu USD."
    assert [fact.entity for fact in facts_of(text)] == ["board:ha-noi", "zone:quang-minh", "board:ha-noi"]


def test_brackets_before_the_first_figure_or_never_closed_are_no_asides() -> None:
    assert not Asides(["(", "a", ")", "0", "b"], 0, 5, 3)
    assert not Asides(["0", "(", "a"], 0, 3, 0)
    assert Asides(["0", "(", "a", ")", "b"], 0, 5, 0)


def test_an_aside_hides_what_stands_in_it_once_it_has_closed() -> None:
    asides = Asides(["0", "(", "a", ")", "b"], 0, 5, 0)
    assert asides.hides(2, 4)
    assert not asides.hides(2, 2)
    assert not asides.hides(0, 4)
    assert asides.end_of(1) == 4
    assert asides.end_of(0) is None
