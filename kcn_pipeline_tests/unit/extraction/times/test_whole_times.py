"""The time that parts take over from their whole."""

from __future__ import annotations

from datetime import date

import pytest

from kcn_pipeline_tests.unit.extraction.builders import facts_of

JANUARY = date(2019, 1, 1)


@pytest.mark.parametrize("gap", [" ", "\n"])
def test_parts_are_of_the_time_of_their_whole(gap: str) -> None:
    whole, part = facts_of(f"Từ đầu năm đến ngày 15/9, cấp mới 21 dự án.{gap}Trong đó, cấp mới 8 dự án FDI.")
    assert (whole.period_start, whole.period_end) == (JANUARY, date(2019, 9, 15))
    assert (part.period_start, part.period_end) == (JANUARY, date(2019, 9, 15))


def test_an_own_time_goes_before_it() -> None:
    part = facts_of("Đến ngày 15/9, cấp mới 21 dự án. Trong đó, quý I/2019 cấp mới 8 dự án.")[1]
    assert part.period_end == date(2019, 3, 31)


def test_a_time_told_behind_the_whole_is_of_what_it_was_compared_with() -> None:
    part = facts_of("Cấp mới 21 dự án, nhiều gấp đôi 10 dự án của năm 2018. Trong đó, cấp mới 8 dự án FDI.")[-1]
    assert part.period_end == date(2019, 12, 31)


def test_the_window_of_a_flow_is_no_day_of_a_stock() -> None:
    stock = facts_of("Quý I/2019, cấp mới 21 dự án. Trong đó, 5 dự án đang hoạt động.")[1]
    assert (stock.period_start, stock.period_end) == (None, date(2019, 12, 31))
