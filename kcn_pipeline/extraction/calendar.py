"""What an expression of time means: the window of a figure, read against the document's own window.

Belongs here: turning matched patterns into windows. Does not: deciding which expression governs
which figure (`context`).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
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

_EQUALS: Final = function_words("equals")
_ROMAN: Final = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
GOVERNING: Final = frozenset(get_args(PeriodKind)) - {"compared", "day", "ignored", "same_day"}
_SAME_DAY: Final = "same_day"
_MID_MONTH: Final = 15
_DECEMBER: Final = 12
_OF_A_YEAR: Final = {
    "year": 0,
    "as_of_year": 0,
    "horizon": 0,
    "whole_year": 0,
    "this_year": 0,
    "next_year": 1,
    "last_year": -1,
}
AS_OF: Final = frozenset({"as_of_day", "as_of_mid_month", "as_of_month", "as_of_quarter", "as_of_year"})
WINDOWS: Final = GOVERNING - AS_OF - {"horizon"}
"""Kinds of expressions that name days from and to, not a day as of which something holds."""


@dataclass(frozen=True, slots=True)
class TimeMention:
    """An expression of time at `span`; `window` is None where it governs no figure."""

    kind: str
    span: Span
    window: Window | None
    year: int | None


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
        elif mention.kind in AS_OF:
            as_of = mention.window
        found.append(mention)
    return found


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
    window = None
    if match.label in GOVERNING:
        try:
            window = _window(match, stated or reported.end.year, reported.end.month)
        except ValueError:
            window = None  # a day that no calendar has (31/02/2019) is left to the reader
    return TimeMention(match.label, Span(match.start, match.end), window, stated)


def _window(match: PatternMatch, year: int, last_month: int) -> Window:
    parts, kind = match.parts, match.label
    if kind in _OF_A_YEAR:
        return Window.of_year(year + _OF_A_YEAR[kind])
    if kind == "this_month":
        return Window.of_months(year, last_month, last_month)
    if kind.startswith("planned") and "year" not in parts and _is_over(match, last_month):
        year += 1
    if kind == "planned_year":
        return Window.of_year(year)
    if kind == "range":
        return Window(date(year, 1, 1), date(int(parts["other_year"]), 12, 31))
    if kind in {"as_of_day", "as_of_mid_month"}:
        return Window(date(year, 1, 1), date(year, int(parts["month"]), int(parts.get("day", _MID_MONTH))))
    first, last = _months(parts, kind)
    return Window.of_months(year, first, last)


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
        case "month" | "as_of_month" | "planned_month":
            month = int(parts["month"])
            return (1 if kind == "as_of_month" else month), month
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
