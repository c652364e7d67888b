"""Years in a list that the figures run beside."""

from __future__ import annotations

import pytest

from kcn_pipeline_tests.unit.extraction.builders import facts_of


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("Các năm 2016, 2017 và 2018 lần lượt thu hút 20, 25 và 30 dự án.", [2016, 2017, 2018]),
        ("Lao động năm 2017 và năm 2018 lần lượt là 4.000 người và 5.000 người.", [2017, 2018]),
        # As many as the years, or each has the time that its place tells.
        ("Năm 2018 lần lượt thu hút 20 và 30 dự án.", [2018, 2018]),
    ],
)
def test_each_amount_is_of_the_year_at_its_place(text: str, years: list[int]) -> None:
    assert [fact.period_end.year for fact in facts_of(text) if fact.period_end] == years
