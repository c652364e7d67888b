"""What an expression of time means: the window of a figure, read against the document's own window.

Belongs here: turning matched patterns into windows. Does not: deciding which expression governs
which figure (`context`).
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import cache
from typing import Final, get_args

from kcn_pipeline.extraction.number_words import number_of
from kcn_pipeline.extraction.tokens import NUMBER_KEY, Tokens, word_key
from kcn_pipeline.periods import Window
from kcn_pipeline.quantities import Span
from kcn_pipeline.reference.function_words import function_words
from kcn_pipeline.reference.patterns import PatternMatch, PatternSet, PeriodKind, load_period_patterns
from kcn_pipeline.reference.units import load_number_words
from kcn_pipeline.values import value_type

_EQUALS: Final = function_words("equals")
_ROMAN: Final = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
GOVERNING: Final = frozenset(get_args(PeriodKind)) - {"compared", "day", "ignored", "same_day", "year_to_date"}
_SAME_DAY: Final = "same_day"
_YEAR_TO_DATE: Final = "year_to_date"
_TO_A_DATE: Final = frozenset({"year_to_day", "year_to_month"})
_SPANS: Final = frozenset({"span_of_days", "span_of_months", "span_of_quarters"})
_MID_MONTH: Final = 15
_DECEMBER: Final = 12
_OF_A_YEAR: Final = {
    "year": 0,
    "as_of_year": 0,
    "horizon": 0,
    "whole_year": 0,
    "this_year": 0,
    "planned_year": 0,
    "next_year": 1,
    "last_year": -1,
}
_MONTH_START: Final = "as_of_month_start"
AS_OF: Final = frozenset({"as_of_day", "as_of_mid_month", "as_of_month", _MONTH_START, "as_of_quarter", "as_of_year"})
_TELLS_A_DAY: Final = AS_OF | _TO_A_DATE
_WITH_TWO_YEARS: Final = _TO_A_DATE | _SPANS
WINDOWS: Final = (GOVERNING | {"year_to_date"}) - AS_OF - {"horizon"}
"""Kinds of expressions that name days from and to, not a day as of which something holds."""


@value_type()
class TimeMention:
    """An expression of time at `span`; `window` is None where it governs no figure.

    `compared_with`: the month that an amount beside it is of, where it names one to compare with.
    """

    kind: str
    span: Span
    window: Window | None
    year: int | None
    compared_with: Window | None = None


def time_mentions(tokens: Tokens, reported: Window) -> list[TimeMention]:
    """Every expression of time; those without a year are read in the year of `reported`."""
    found: list[TimeMention] = []
    as_of: Window | None = None
    for match in pattern_matches(load_period_patterns(), tokens):
        mention = _mention(match, reported)
        if mention.kind == "months" and mention.window != reported:
            mention = replace(mention, window=None)  # `chậm lương 2 tháng` is no time of its own
        if mention.kind == "year" and _is_compared(tokens, mention, reported):
            mention = replace(mention, kind="compared", window=None)
        if mention.kind == _SAME_DAY:
            mention = replace(mention, window=as_of)
        elif mention.kind == _YEAR_TO_DATE:
            mention = replace(mention, window=_year_to_date(mention, reported))
        elif mention.kind in _TELLS_A_DAY:
            as_of = mention.window
        found.append(mention)
    return found


def _year_to_date(mention: TimeMention, reported: Window) -> Window | None:
    """From the first day of the reported year to the last reported one; another year's is whole by then."""
    if mention.year in {None, reported.end.year}:
        return Window(date(reported.end.year, 1, 1), reported.end)
    return None


def _is_compared(tokens: Tokens, mention: TimeMention, reported: Window) -> bool:
    """`nộp ngân sách bằng 112% năm 2022`: an earlier year right behind a percentage is what it is of."""
    at = tokens.at_or_after(mention.span.start)
    earlier = mention.window is not None and mention.window.end.year < reported.end.year
    before = tokens.keys[max(at - 3, 0) : at]
    return earlier and before[-1:] == ["%"] and not _EQUALS.isdisjoint(before)


def pattern_matches(patterns: PatternSet, tokens: Tokens) -> list[PatternMatch]:
    """The matches of `patterns` in a text that is cut into tokens."""
    return patterns.matches(tokens.text, tokens.places(_opening_keys(patterns)))


@cache
def _opening_keys(patterns: PatternSet) -> frozenset[str]:
    return frozenset({NUMBER_KEY, *map(word_key, patterns.openings)})


def _mention(match: PatternMatch, reported: Window) -> TimeMention:
    stated = int(match.parts["year"]) if "year" in match.parts else None
    if match.label in _WITH_TWO_YEARS and "other_year" in match.parts:
        stated = int(match.parts["other_year"])  # `từ đầu năm đến 30/9/2019`
    window = None
    if match.label in GOVERNING:
        try:
            window = _window(match, stated or reported.end.year, reported.end.month)
        except ValueError:
            window = None  # a day that no calendar has (31/02/2019) is left to the reader
    against = _month_compared(match.parts, stated, reported) if match.label == "compared" else None
    return TimeMention(match.label, Span(match.start, match.end), window, stated, against)


def _month_compared(parts: dict[str, str], year: int | None, reported: Window) -> Window | None:
    """`so với tháng 10/2018`; without a year the last such month before the end of `reported`."""
    month = int(parts.get("month", 0))
    if not 1 <= month <= _DECEMBER:
        return None
    year = year or reported.end.year - (month >= reported.end.month)
    return Window.of_months(year, month, month)


def _window(match: PatternMatch, year: int, last_month: int) -> Window:
    parts, kind = match.parts, match.label
    if kind.startswith("planned") and "year" not in parts and _is_over(match, last_month):
        year += 1
    if kind in _OF_A_YEAR:
        return Window.of_year(year + _OF_A_YEAR[kind])
    if kind == "this_month":
        return Window.of_months(year, last_month, last_month)
    if kind in _SPANS:
        return _span(parts, kind, year)
    if kind == "range":
        return Window(date(year, 1, 1), date(int(parts["other_year"]), 12, 31))
    if kind in {"as_of_day", "as_of_mid_month", "year_to_day"}:
        return Window(date(year, 1, 1), date(year, int(parts["month"]), int(parts.get("day", _MID_MONTH))))
    if kind == _MONTH_START:
        year, parts = _month_before(year, int(parts["month"]))
    first, last = _months(parts, kind)
    return Window.of_months(year, first, last)


def _month_before(year: int, month: int) -> tuple[int, dict[str, str]]:
    """What there is at the beginning of a month is what there was at the end of the one before."""
    return (year, {"month": str(month - 1)}) if month > 1 else (year - 1, {"month": str(_DECEMBER)})


def _span(parts: dict[str, str], kind: str, last_year: int) -> Window:
    """From one day, month or quarter to another of `last_year`; without a year the first is the last one before it."""
    if kind == "span_of_quarters":
        return Window.of_months(last_year, 3 * _quarter(parts["quarter"]) - 2, 3 * _quarter(parts["other_quarter"]))
    first, last = int(parts["month"]), int(parts["other_month"])
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
        case "month" | "as_of_month" | "as_of_month_start" | "planned_month" | "year_to_month":
            month = int(parts["month"])
            return (month if kind in {"month", "planned_month"} else 1), month
        case "quarter" | "as_of_quarter" | "planned_quarter":
            quarter = _quarter(parts["quarter"])
            return (1 if kind == "as_of_quarter" else 3 * quarter - 2), 3 * quarter
        case _:
            count = _count(parts)
            return (13 - count, 12) if kind == "last_months" else (1, count)


def _quarter(text: str) -> int:
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
