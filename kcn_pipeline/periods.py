"""Half-years, which partition everything, and the windows and as-of dates that figures speak of.

Belongs here: calendar arithmetic on reporting periods. Does not: finding periods in prose
(`documents.identity.identification`, `extraction`) and Dagster's partition objects (`defs`).
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, date
from functools import total_ordering
from typing import Self

_LABEL = re.compile(r"(?P<year>[0-9]{4})-H(?P<half>[12])")
_PARTITION_KEY = re.compile(r"(?P<year>[0-9]{4})-(?P<month>01|07)")


@dataclass(frozen=True, slots=True, order=True)
class HalfYear:
    """One half of a calendar year, written `2019-H1` by people and `2019-01` by Dagster.

    Errors: ValueError when `half` is neither 1 nor 2, or the calendar has no such year.
    """

    year: int
    half: int

    def __post_init__(self) -> None:
        if self.half not in (1, 2):
            raise ValueError(f"half-year {self.year}-H{self.half}: the half must be 1 or 2")
        if not MINYEAR <= self.year <= MAXYEAR:
            raise ValueError(f"half-year {self.year}-H{self.half}: the year must lie in {MINYEAR}–{MAXYEAR}")

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read a label (`2019-H1`) or a partition key (`2019-01`); anything else is a ValueError."""
        if match := _LABEL.fullmatch(text):
            return cls(int(match["year"]), int(match["half"]))
        if match := _PARTITION_KEY.fullmatch(text):
            return cls(int(match["year"]), 1 if match["month"] == "01" else 2)
        raise ValueError(f"'{text}' is no half-year; write it as 2019-H1 or 2019-H2")

    @classmethod
    def containing(cls, day: date) -> Self:
        """The half-year in which `day` falls."""
        return cls(day.year, 1 if day.month <= 6 else 2)

    @property
    def label(self) -> str:
        """`2019-H1`, as tables, folders and the command line write it."""
        return f"{self.year:04d}-H{self.half}"

    @property
    def partition_key(self) -> str:
        """`2019-01` or `2019-07`, the key of Dagster's time-window partition."""
        return f"{self.year:04d}-{'01' if self.half == 1 else '07'}"

    @property
    def start(self) -> date:
        """First day."""
        return date(self.year, 1 if self.half == 1 else 7, 1)

    @property
    def end(self) -> date:
        """Last day."""
        return date(self.year, 6, 30) if self.half == 1 else date(self.year, 12, 31)

    def shifted(self, halves: int) -> HalfYear:
        """The half-year `halves` later (earlier when negative)."""
        index = self.year * 2 + (self.half - 1) + halves
        return HalfYear(index // 2, index % 2 + 1)

    def __str__(self) -> str:
        return self.label


def half_years_between(first: HalfYear, last: HalfYear) -> list[HalfYear]:
    """Every half-year from `first` to `last`, both included; empty when `last` is earlier."""
    count = (last.year - first.year) * 2 + last.half - first.half + 1
    return [first.shifted(i) for i in range(count)]


def month_end(year: int, month: int) -> date:
    """Last day of a month."""
    return date(year, month, calendar.monthrange(year, month)[1])


@total_ordering
@dataclass(frozen=True, slots=True)
class Window:
    """The days a figure covers: a flow from `start` to `end`, or a stock as of `end` (`start` None).

    Windows are ordered by their end; of equal ends the stock comes first, then the longest flow.
    Errors: ValueError when `start` is after `end`.
    """

    start: date | None
    end: date

    def __post_init__(self) -> None:
        if self.start is not None and self.start > self.end:
            raise ValueError(f"window starts {self.start}, after its end {self.end}")

    def __lt__(self, other: Window) -> bool:
        return self._place() < other._place()

    def _place(self) -> tuple[date, bool, date]:
        return self.end, self.start is not None, self.start or self.end

    @classmethod
    def of_months(cls, year: int, first: int, last: int) -> Self:
        """From the first day of month `first` to the last day of month `last` of one year."""
        return cls(date(year, first, 1), month_end(year, last))

    @classmethod
    def of_year(cls, year: int) -> Self:
        """A calendar year."""
        return cls.of_months(year, 1, 12)

    @classmethod
    def parse(cls, text: str) -> Self:
        """A window as `iso` writes it. Errors: ValueError for other text."""
        start, stroke, end = text.rpartition("/")
        return cls(date.fromisoformat(start) if stroke else None, date.fromisoformat(end))

    @property
    def iso(self) -> str:
        """`2018-12-31` for a stock, `2019-01-01/2019-06-30` for a flow (ISO 8601)."""
        return self.end.isoformat() if self.start is None else f"{self.start}/{self.end}"

    @property
    def months(self) -> int | None:
        """Calendar months it touches, the broken ones counted whole; None for a stock."""
        if self.start is None:
            return None
        return (self.end.year - self.start.year) * 12 + self.end.month - self.start.month + 1

    @property
    def half_year(self) -> HalfYear:
        """The half-year that holds the end: the partition of the cell that the figure fills."""
        return HalfYear.containing(self.end)

    def as_stock(self) -> Window:
        """The as-of date alone."""
        return self if self.start is None else Window(None, self.end)

    def year_earlier(self) -> Window:
        """The same window one year before; the 29th of February becomes the 28th."""
        return Window(_year_earlier(self.start) if self.start else None, _year_earlier(self.end))


def _year_earlier(day: date) -> date:
    if day == month_end(day.year, day.month):
        return month_end(day.year - 1, day.month)
    return day.replace(year=day.year - 1)
