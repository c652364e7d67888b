"""What an expression of time means: the window of a figure, read against the document's own window.

Belongs here: turning matched patterns into windows. Does not: deciding which expression governs
which figure (`context`).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Final, get_args

from kcn_pipeline.extraction.number_words import number_of
from kcn_pipeline.extraction.tokens import word_key
from kcn_pipeline.periods import Window
from kcn_pipeline.quantities import Span
from kcn_pipeline.reference.patterns import PatternMatch, PeriodKind, load_period_patterns
from kcn_pipeline.reference.units import load_number_words

_ROMAN: Final = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
GOVERNING: Final = frozenset(get_args(PeriodKind)) - {"compared", "day", "ignored", "same_day"}
_SAME_DAY: Final = "same_day"
_OF_A_YEAR: Final = {
    "year": 0,
    "as_of_year": 0,
    "horizon": 0,
    "whole_year": 0,
    "this_year": 0,
    "next_year": 1,
    "last_year": -1,
}
AS_OF: Final = frozenset({"as_of_day", "as_of_month", "as_of_quarter", "as_of_year"})
WINDOWS: Final = GOVERNING - AS_OF - {"horizon"}
"""Kinds of expressions that name days from and to, not a day as of which something holds."""


@dataclass(frozen=True, slots=True)
class TimeMention:
    """An expression of time at `span`; `window` is None where it governs no figure."""

    kind: str
    span: Span
    window: Window | None
    year: int | None


def time_mentions(text: str, reported: Window) -> list[TimeMention]:
    """Every expression of time; those without a year are read in the year of `reported`."""
    found: list[TimeMention] = []
    as_of: Window | None = None
    for match in load_period_patterns().matches(text):
        mention = _mention(match, reported)
        if mention.kind == _SAME_DAY:
            mention = replace(mention, window=as_of)
        elif mention.kind in AS_OF:
            as_of = mention.window
        found.append(mention)
    return found


def _mention(match: PatternMatch, reported: Window) -> TimeMention:
    stated = int(match.parts["year"]) if "year" in match.parts else None
    window = None
    if match.label in GOVERNING:
        try:
            window = _window(match, stated or reported.end.year)
        except ValueError:
            window = None  # a day that no calendar has (31/02/2019) is left to the reader
    return TimeMention(match.label, Span(match.start, match.end), window, stated)


def _window(match: PatternMatch, year: int) -> Window:
    parts, kind = match.parts, match.label
    if kind in _OF_A_YEAR:
        return Window.of_year(year + _OF_A_YEAR[kind])
    if kind == "range":
        return Window(date(year, 1, 1), date(int(parts["other_year"]), 12, 31))
    if kind == "as_of_day":
        return Window(date(year, 1, 1), date(year, int(parts["month"]), int(parts["day"])))
    first, last = _months(parts, kind)
    return Window.of_months(year, first, last)


def _months(parts: dict[str, str], kind: str) -> tuple[int, int]:
    """First and last month of an expression that speaks of part of a year."""
    match kind:
        case "first_half" | "second_half":
            return (1, 6) if kind == "first_half" else (7, 12)
        case "month" | "as_of_month":
            month = int(parts["month"])
            return (month if kind == "month" else 1), month
        case "quarter" | "as_of_quarter":
            quarter = _quarter(parts["quarter"])
            return (3 * quarter - 2 if kind == "quarter" else 1), 3 * quarter
        case _:
            count = _count(parts)
            return (1, count) if kind == "first_months" else (13 - count, 12)


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
