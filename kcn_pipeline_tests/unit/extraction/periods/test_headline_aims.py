"""Headlines that tell an aim of the text below."""

from __future__ import annotations

from datetime import date

import pytest

from kcn_pipeline_tests.unit.extraction.builders import facts_of

BODY = "Năm 2019, các KCN thu hút 58 dự án.\nNăm 2020, Ban phấn đấu thu hút 74 dự án với tổng vốn 310 triệu USD."


def test_a_title_has_the_time_of_the_aim_that_it_tells() -> None:
    title = facts_of(f"Hà Nội dự kiến thu hút 74 dự án, tổng vốn 310 triệu USD\n{BODY}")[:2]
    assert [(fact.target, fact.period_end) for fact in title] == [(True, date(2020, 12, 31))] * 2
    assert title[0].period_start == date(2020, 1, 1)


@pytest.mark.parametrize(
    "title",
    [
        "Hà Nội thu hút 74 dự án",  # it expects nothing
        "Hà Nội dự kiến thu hút 73 dự án",  # the text tells no such aim
        "Năm 2019, Hà Nội dự kiến thu hút 74 dự án",  # a time of its own
    ],
)
def test_other_titles_keep_their_time(title: str) -> None:
    assert facts_of(f"{title}\n{BODY}")[0].period_end == date(2019, 12, 31)


def test_a_text_without_amounts_before_its_first_aim() -> None:
    [fact] = facts_of("Dự kiến của Ban\nNăm 2020, phấn đấu thu hút 74 dự án.")
    assert (fact.target, fact.period_end) == (True, date(2020, 12, 31))
