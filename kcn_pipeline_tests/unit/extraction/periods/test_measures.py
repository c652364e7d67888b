"""Aims that outcomes are held against."""

from __future__ import annotations

from datetime import date

import pytest

from kcn_pipeline_tests.unit.extraction.builders import FIRST_HALF_2019, facts_of


@pytest.mark.parametrize(
    "text",
    [
        "So với mục tiêu thu hút 90 triệu USD của cả năm, kết quả 6 tháng đạt 61 triệu USD.",
        "So với kế hoạch thu hút 90 triệu USD, các KCN thu hút 61 triệu USD.",
        "Vượt mục tiêu thu hút 60 triệu USD, các KCN thu hút 61 triệu USD.",
        "Hoàn thành chỉ tiêu thu hút 60 triệu USD được giao, các KCN thu hút 61 triệu USD.",
        "Mục tiêu thu hút 90 triệu USD là vừa sức khi nay đã thu hút 61 triệu USD.",
    ],
)
def test_what_is_held_against_an_aim_is_an_outcome(text: str) -> None:
    aim, outcome = facts_of(text, window=FIRST_HALF_2019)[:2]
    assert (aim.target, outcome.target) == (True, False)
    assert outcome.period_end == date(2019, 6, 30)


def test_an_aim_goes_on_behind_its_comma() -> None:
    facts = facts_of("Phấn đấu thu hút 60 triệu USD, xuất khẩu 75 triệu USD.")
    assert [fact.target for fact in facts] == [True, True]
