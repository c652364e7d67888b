"""Half-years and windows on known dates; the laws that hold for all are in property/test_value_types."""

from __future__ import annotations

from datetime import date

import pytest

from kcn_pipeline.periods import HalfYear, Window, half_years_between, month_end


class TestHalfYear:
    @pytest.mark.parametrize(
        ("text", "year", "half"),
        [("2019-H1", 2019, 1), ("2019-H2", 2019, 2), ("2019-01", 2019, 1), ("2019-07", 2019, 2), ("0999-H2", 999, 2)],
    )
    def test_reads_labels_and_partition_keys(self, text: str, year: int, half: int) -> None:
        assert HalfYear.parse(text) == HalfYear(year, half)

    @pytest.mark.parametrize(
        "text",
        [
            "",
            "2019",
            "2019-H3",
            "2019-h1",
            "2019H1",
            "19-H1",
            "2019-02",
            "2019-7",
            " 2019-H1",
            "2019-H1\n",
            "2019-07\n",
        ],
    )
    def test_refuses_anything_else_and_says_how_to_write_it(self, text: str) -> None:
        with pytest.raises(ValueError, match="write it as 2019-H1 or 2019-H2"):
            HalfYear.parse(text)

    def test_refuses_digits_of_other_scripts(self) -> None:
        with pytest.raises(ValueError, match="no half-year"):
            HalfYear.parse("٢٠١٩-H1")

    @pytest.mark.parametrize("half", [0, 3, -1])
    def test_a_year_has_two_halves(self, half: int) -> None:
        with pytest.raises(ValueError, match=f"2019-H{half}: the half must be 1 or 2"):
            HalfYear(2019, half)

    @pytest.mark.parametrize("year", [0, -5, 10000])
    def test_the_calendar_ends_somewhere(self, year: int) -> None:
        with pytest.raises(ValueError, match="the year must lie in 1–9999"):
            HalfYear(year, 1)
        with pytest.raises(ValueError, match="the year must lie in"):
            HalfYear.parse("0000-H1")

    def test_days(self) -> None:
        first, second = HalfYear(2019, 1), HalfYear(2019, 2)
        assert (first.start, first.end) == (date(2019, 1, 1), date(2019, 6, 30))
        assert (second.start, second.end) == (date(2019, 7, 1), date(2019, 12, 31))

    def test_names(self) -> None:
        period = HalfYear(2019, 2)
        assert (period.label, str(period), period.partition_key) == ("2019-H2", "2019-H2", "2019-07")
        assert HalfYear(2019, 1).partition_key == "2019-01"

    @pytest.mark.parametrize(
        ("day", "label"),
        [
            (date(2019, 1, 1), "2019-H1"),
            (date(2019, 6, 30), "2019-H1"),
            (date(2019, 7, 1), "2019-H2"),
            (date(2019, 12, 31), "2019-H2"),
        ],
    )
    def test_containing(self, day: date, label: str) -> None:
        assert HalfYear.containing(day).label == label

    @pytest.mark.parametrize(
        ("by", "label"), [(0, "2019-H2"), (1, "2020-H1"), (2, "2020-H2"), (-1, "2019-H1"), (-2, "2018-H2")]
    )
    def test_shifted(self, by: int, label: str) -> None:
        assert HalfYear(2019, 2).shifted(by).label == label

    def test_shifted_out_of_the_calendar(self) -> None:
        with pytest.raises(ValueError, match="the year must lie in"):
            HalfYear(9999, 2).shifted(1)

    def test_order_is_that_of_time(self) -> None:
        labels = ["2019-H2", "2018-H2", "2019-H1"]
        assert sorted(map(HalfYear.parse, labels)) == [HalfYear(2018, 2), HalfYear(2019, 1), HalfYear(2019, 2)]


class TestHalfYearsBetween:
    def test_both_ends_are_included(self) -> None:
        labels = [p.label for p in half_years_between(HalfYear(2018, 2), HalfYear(2020, 1))]
        assert labels == ["2018-H2", "2019-H1", "2019-H2", "2020-H1"]

    def test_one_half_year(self) -> None:
        assert half_years_between(HalfYear(2019, 1), HalfYear(2019, 1)) == [HalfYear(2019, 1)]

    def test_nothing_when_the_last_is_earlier(self) -> None:
        assert half_years_between(HalfYear(2019, 2), HalfYear(2019, 1)) == []
        assert half_years_between(HalfYear(2019, 2), HalfYear(2001, 1)) == []


@pytest.mark.parametrize(("year", "month", "day"), [(2019, 2, 28), (2020, 2, 29), (1900, 2, 28), (2019, 4, 30)])
def test_month_end(year: int, month: int, day: int) -> None:
    assert month_end(year, month) == date(year, month, day)


class TestWindow:
    def test_of_months_and_of_year(self) -> None:
        assert Window.of_months(2019, 1, 9) == Window(date(2019, 1, 1), date(2019, 9, 30))
        assert Window.of_months(2020, 2, 2) == Window(date(2020, 2, 1), date(2020, 2, 29))
        assert Window.of_year(2019) == Window(date(2019, 1, 1), date(2019, 12, 31))

    def test_a_reversed_window_is_refused(self) -> None:
        with pytest.raises(ValueError, match="window starts 2019-07-01, after its end 2019-06-30"):
            Window(date(2019, 7, 1), date(2019, 6, 30))

    def test_one_day_is_a_window(self) -> None:
        assert Window(date(2019, 7, 1), date(2019, 7, 1)).months == 1

    @pytest.mark.parametrize(("first", "last", "months"), [(1, 6, 6), (1, 9, 9), (1, 11, 11), (1, 12, 12), (7, 7, 1)])
    def test_months(self, first: int, last: int, months: int) -> None:
        assert Window.of_months(2019, first, last).months == months

    def test_months_across_years_and_of_a_stock(self) -> None:
        assert Window(date(2016, 1, 1), date(2020, 12, 31)).months == 60
        assert Window(None, date(2019, 6, 30)).months is None

    def test_the_end_decides_the_half_year(self) -> None:
        assert Window.of_year(2019).half_year == HalfYear(2019, 2)
        assert Window.of_months(2019, 1, 6).half_year == HalfYear(2019, 1)
        assert Window(None, date(2019, 6, 30)).half_year == HalfYear(2019, 1)

    def test_as_stock(self) -> None:
        assert Window.of_year(2019).as_stock() == Window(None, date(2019, 12, 31))

    @pytest.mark.parametrize(
        ("window", "earlier"),
        [
            (Window.of_year(2019), Window.of_year(2018)),
            (Window.of_months(2020, 1, 2), Window.of_months(2019, 1, 2)),
            (Window.of_months(2021, 1, 2), Window.of_months(2020, 1, 2)),
            (Window(None, date(2020, 2, 29)), Window(None, date(2019, 2, 28))),
            (Window(None, date(2020, 2, 28)), Window(None, date(2019, 2, 28))),
            (Window(None, date(2019, 6, 15)), Window(None, date(2018, 6, 15))),
        ],
    )
    def test_year_earlier(self, window: Window, earlier: Window) -> None:
        assert window.year_earlier() == earlier

    @pytest.mark.parametrize("text", ["2018-12-31", "2019-01-01/2019-06-30"])
    def test_a_window_reads_what_it_writes(self, text: str) -> None:
        assert Window.parse(text).iso == text

    @pytest.mark.parametrize("text", ["", "2019", "so với trước dịch", "2019-06-30/2019-01-01"])
    def test_other_text_is_no_window(self, text: str) -> None:
        with pytest.raises(ValueError, match=r"isoformat|after its end"):
            Window.parse(text)

    def test_stocks_and_flows_can_be_sorted_together(self) -> None:
        stock, half, year = Window(None, date(2019, 6, 30)), Window.of_months(2019, 1, 6), Window.of_year(2019)
        second_half = Window.of_months(2019, 7, 12)
        assert sorted([second_half, year, half, stock]) == [stock, half, year, second_half]
        assert stock < half <= year
        assert year > stock
