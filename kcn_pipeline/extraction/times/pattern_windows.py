"""The window that a matched expression of time names, read in a year and beside the end of a report.

Belongs here: days, months, quarters and years as first and last day. Does not: which expressions there are, what they
govern (`calendar`).
"""

from __future__ import annotations

from datetime import date
from typing import Final

from kcn_pipeline.extraction.numbers.number_words import number_of
from kcn_pipeline.extraction.text.tokens import word_key
from kcn_pipeline.periods import Window
from kcn_pipeline.reference.patterns import PatternMatch
from kcn_pipeline.reference.units import load_number_words

_ROMAN: Final = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_MID_MONTH: Final = 15
_OF_A_YEAR: Final = {
    "year": 0,
    "as_of_year": 0,
    "horizon": 0,
    "whole_year": 0,
    "this_year": 0,
    "planned_year": 0,
    "next_year": 1,
    "last_year": -1,
    "as_of_year_start": -1,
}
_DECEMBER: Final = 12
_PAST_YEARS: Final = "past_years"
_SPANS: Final = frozenset({"span_of_days", "span_of_months", "span_of_quarters"})
_MONTH_START: Final = "as_of_month_start"


def window_of(match: PatternMatch, year: int, last_month: int) -> Window:
    """The window that a match names in `year`, beside a report that ends in `last_month`.

    Errors: ValueError for a day or month that no calendar has.
    """
    parts, kind = match.parts, match.label
    if kind.startswith("planned") and "year" not in parts and _is_over(match, last_month):
        year += 1
    if (near := _near_report(match, year, last_month)) is not None:
        return Window.of_months(*near)
    if kind in _SPANS:
        return _span(parts, kind, year)
    if kind in {"range", _PAST_YEARS}:
        first_year = year if kind == "range" else year - _count(parts) + 1
        return Window(date(first_year, 1, 1), date(int(parts.get("other_year", year)), 12, 31))
    if kind in {"as_of_day", "as_of_mid_month", "year_to_day"}:
        return Window(date(year, 1, 1), date(year, int(parts["month"]), int(parts.get("day", _MID_MONTH))))
    if kind == _MONTH_START:
        year, parts = _month_before(year, int(parts["month"]))
    first, last = _months(parts, kind)
    return Window.of_months(year, first, last)


def _near_report(match: PatternMatch, year: int, last_month: int) -> tuple[int, int, int] | None:
    """Year, first and last month of what is told by its place beside the report: its quarter, the year before it."""
    months: tuple[int, int, int] | None = None
    match match.label:
        case kind if kind in _OF_A_YEAR:
            months = year + _OF_A_YEAR[kind], 1, _DECEMBER
        case "months_last_year":
            months = year - 1, 1, _count(match.parts)
        case "past_year":
            months = year - (last_month < _DECEMBER), 1, _DECEMBER
        case "this_month":
            months = year, last_month, last_month
        case "whole_quarter":
            months = year, (last_month - 1) // 3 * 3 + 1, last_month
    return months


def _month_before(year: int, month: int) -> tuple[int, dict[str, str]]:
    """What there is at the beginning of a month is what there was at the end of the one before."""
    return (year, {"month": str(month - 1)}) if month > 1 else (year - 1, {"month": str(_DECEMBER)})


def _span(parts: dict[str, str], kind: str, last_year: int) -> Window:
    """From one day, month or quarter to another of `last_year`; without a year the first is the last one before it."""
    if kind == "span_of_quarters":
        begins, ends = 3 * quarter_of(parts["quarter"]) - 2, 3 * quarter_of(parts["other_quarter"])
        begun = Window.of_months(int(parts.get("year", last_year)), begins, begins)
        return Window(begun.start, Window.of_months(last_year, ends, ends).end)
    first, last = int(parts.get("month", 1)), int(parts["other_month"])
    days = int(parts.get("day", 1)), int(parts.get("other_day", 31))
    first_year = int(parts["year"]) if "year" in parts else last_year - ((first, days[0]) > (last, days[1]))
    end = Window.of_months(last_year, last, last).end if "other_day" not in parts else date(last_year, last, days[1])
    return Window(date(first_year, first, days[0]), end)


def _is_over(match: PatternMatch, last_month: int) -> bool:
    """Whether a plan told without its year speaks of the next one: a report of December plans `quý I`."""
    if last_month != _DECEMBER:
        return False
    return match.label == "planned_year" or _months(match.parts, match.label)[1] < _DECEMBER


def _months(parts: dict[str, str], kind: str) -> tuple[int, int]:
    """First and last month of an expression that speaks of part of a year."""
    match kind:
        case "first_half" | "second_half":
            return (1, 6) if kind == "first_half" else (7, 12)
        case "last_quarter":
            return 10, _DECEMBER
        case "month" | "as_of_month" | "as_of_month_start" | "planned_month" | "year_to_month":
            month = int(parts["month"])
            return (month if kind in {"month", "planned_month"} else 1), month
        case "quarter" | "as_of_quarter" | "planned_quarter":
            quarter = quarter_of(parts["quarter"])
            return (1 if kind == "as_of_quarter" else 3 * quarter - 2), 3 * quarter
        case _:
            count = _count(parts)
            return (13 - count, 12) if kind == "last_months" else (1, count)


def quarter_of(text: str) -> int:
    """The number of a quarter, told in Roman or other digits. Errors: ValueError for other words."""
    return _ROMAN.get(text.lower()) or int(text)


def _count(parts: dict[str, str]) -> int:
    if "count" in parts:
        count: int | None = int(parts["count"])
    else:
        words = load_number_words()
        count = number_of([words[word_key(word)] for word in parts["count_word"].split()])
    if count is None or not 1 <= count <= 12:
        raise ValueError(f"{count} months of one year")
    return count
