"""The period that growth is told against."""

from __future__ import annotations

import pytest

from kcn_pipeline.periods import Window
from kcn_pipeline_tests.unit.extraction.builders import FIRST_HALF_2019, YEAR_2019, facts_of

QUARTER = Window.of_months(2019, 4, 6)


@pytest.mark.parametrize(
    ("words", "window", "base"),
    [
        ("tăng 5% so với cùng kỳ", YEAR_2019, None),
        ("tăng 5% so với năm 2018", YEAR_2019, None),
        ("tăng 5% so với năm trước", YEAR_2019, None),
        ("tăng 5% so với năm 2016", YEAR_2019, "2016-01-01/2016-12-31"),
        ("tăng 5% so với cùng kỳ năm 2016", FIRST_HALF_2019, "2016-01-01/2016-06-30"),
        ("gấp 3 lần năm 2010", YEAR_2019, "2010-01-01/2010-12-31"),
        ("gấp 3 lần quý II/2017", QUARTER, "2017-04-01/2017-06-30"),
        ("tăng 5% so với quý trước", QUARTER, "2019-01-01/2019-03-31"),
        ("tăng 5% so với quý I", QUARTER, "2019-01-01/2019-03-31"),
        ("tăng 5% so với tháng trước", Window.of_months(2019, 6, 6), "2019-05-01/2019-05-31"),
        ("tăng 5% so với quý trước", Window.of_months(2019, 1, 3), "so với quý trước"),
        ("tăng 5% so với trước dịch", YEAR_2019, "so với trước dịch"),
        ("tăng 5% so với giai đoạn 2011-2015", YEAR_2019, "2011-01-01/2015-12-31"),
    ],
)
def test_of_a_flow(words: str, window: Window, base: str | None) -> None:
    growth = facts_of(f"Doanh thu đạt 90 tỷ đồng, {words}.", window=window)[-1]
    assert (growth.metric, growth.base_period) == ("revenue", base)


@pytest.mark.parametrize(
    ("words", "base"),
    [
        ("tăng 120 người so với cùng kỳ", None),
        ("tăng 120 người so với đầu năm", "2018-12-31"),
        ("tăng 120 người so với cuối năm 2017", "2017-12-31"),
        ("tăng 4% so với quý I/2019", "2019-03-31"),
    ],
)
def test_of_a_stock(words: str, base: str | None) -> None:
    growth = facts_of(f"Các KCN có 9.100 lao động, {words}.", window=FIRST_HALF_2019)[-1]
    assert (growth.metric, growth.base_period) == ("workers", base)


def test_the_beginning_of_a_whole_year_is_a_year_before_its_end() -> None:
    growth = facts_of("Các KCN có 9.100 lao động, tăng 120 người so với đầu năm.")[-1]
    assert growth.base_period is None


@pytest.mark.parametrize(
    ("text", "bases"),
    [
        ("So với đầu năm, số lao động tăng 120 người.", ["2018-12-31"]),
        (
            "Doanh thu đạt 90 tỷ đồng, xuất khẩu 3 triệu USD, tăng 24% và 31% so với năm 2015.",
            ["2015-01-01/2015-06-30"],
        ),
        # Each with its own words.
        (
            "Doanh thu đạt 90 tỷ đồng, tăng 4% so với cùng kỳ; số lao động tăng 120 người so với đầu năm.",
            [None, "2018-12-31"],
        ),
        ("Doanh thu đạt 90 tỷ đồng, tăng 4%; số lao động tăng 120 người so với đầu năm.", [None, "2018-12-31"]),
    ],
)
def test_which_words_are_of_which_growth(text: str, bases: list[str | None]) -> None:
    growths = [fact for fact in facts_of(text, window=FIRST_HALF_2019) if fact.comparison != "level"]
    assert [fact.base_period for fact in growths if fact.metric is not None][-len(bases) :] == bases


def test_an_amount_behind_the_quarter_compared_with_is_of_the_report() -> None:
    text = "Vốn cấp mới 318 tỷ đồng, gấp 4 lần quý II/2018 (79 tỷ đồng); điều chỉnh 9 lượt dự án."
    assert [fact.period_end.year for fact in facts_of(text, window=QUARTER) if fact.period_end] == [
        2019,
        2019,
        2018,
        2019,
    ]


def test_an_index_in_brackets_names_its_year() -> None:
    index = facts_of("Doanh thu 42,8 tỷ USD (105,6% năm 2018).")[-1]
    assert (index.metric, index.comparison, index.base_period) == ("revenue", "yoy_index", None)
