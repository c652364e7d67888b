"""What an expression of time means: the window of a figure, read against the document's own window.

Belongs here: turning matched patterns into windows. Does not: deciding which expression governs
which figure (`context`).
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import cache
from typing import Final, get_args

from kcn_pipeline.extraction.text.tokens import NUMBER_KEY, Tokens, word_key
from kcn_pipeline.extraction.times.pattern_windows import quarter_of, window_of
from kcn_pipeline.periods import Window
from kcn_pipeline.quantities import Span
from kcn_pipeline.reference.function_words import function_words
from kcn_pipeline.reference.patterns import PatternMatch, PatternSet, load_period_patterns
from kcn_pipeline.reference.period_kinds import PeriodKind
from kcn_pipeline.values import value_type

_YEARS: Final = frozenset({"year", "whole_year", "as_of_year"})
_EQUALS: Final = function_words("equals")
_SINCE_YEAR: Final = "since_year"
_REST_OF_YEAR: Final = "rest_of_year"
_PAST_YEARS: Final = "past_years"
_READ_APART: Final = {"year_to_date", _SINCE_YEAR, _REST_OF_YEAR, _PAST_YEARS}
_WHOLE_TERM: Final = "whole_term"
_IN_TERM: Final = frozenset({"in_last_year", _WHOLE_TERM})
_UNREAD: Final = {"compared", "day", "ignored", "same_day", "year_to_date", _SINCE_YEAR, _REST_OF_YEAR} | _IN_TERM
GOVERNING: Final = frozenset(get_args(PeriodKind)) - _UNREAD
_SAME_DAY: Final = "same_day"
YEAR_TO_DATE: Final = "year_to_date"
_PARTS_OF_YEAR: Final = frozenset({"quarter", "first_half", "second_half", "first_months", "months", "month"})
_TO_A_DATE: Final = frozenset({"year_to_day", "year_to_month"})
_SPANS: Final = frozenset({"span_of_days", "span_of_months", "span_of_quarters"})
_DECEMBER: Final = 12
_FEW_MONTHS: Final = 3
_SENTENCE_STARTS: Final = frozenset(".?!-+*•–")
_MONTH_START: Final = "as_of_month_start"
_YEAR_START: Final = "as_of_year_start"
AS_OF: Final = frozenset(
    {"as_of_day", "as_of_mid_month", "as_of_month", _MONTH_START, "as_of_quarter", "as_of_year", _YEAR_START}
)
_TELLS_A_DAY: Final = AS_OF | _TO_A_DATE
_WITH_TWO_YEARS: Final = _TO_A_DATE | _SPANS
WINDOWS: Final = (GOVERNING | _READ_APART) - AS_OF - {"horizon"}
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
    as_of: TimeMention | None = None
    for match in pattern_matches(load_period_patterns(), tokens):
        if match.label in _IN_TERM:
            found.extend(_in_term(match, reported))
            continue
        mention = _mention(match, reported)
        if mention.kind == "months" and not (_are_reported(mention, reported) or _opens(tokens, mention, reported)):
            mention = replace(mention, window=None)  # `chậm lương 2 tháng` is no time of its own
        if mention.kind in _YEARS and _is_compared(tokens, mention, reported):
            mention = replace(mention, kind="compared", window=None)
        if mention.kind == _SAME_DAY:
            mention = replace(mention, window=None if as_of is None else as_of.window)
        elif mention.kind == YEAR_TO_DATE:
            mention = replace(mention, window=_year_to_date(mention, _day_told(tokens, as_of, mention, reported)))
        elif mention.kind in _READ_APART:
            mention = replace(mention, window=_up_to_report(mention, reported))
        elif mention.kind in _TELLS_A_DAY:
            as_of = mention
        elif mention.kind in _PARTS_OF_YEAR:
            mention = replace(mention, window=_reported_part(mention.window, reported))
        found.append(mention)
    return found


def _in_term(match: PatternMatch, reported: Window) -> list[TimeMention]:
    """`Trong năm có 9 dự án mới` in the report of five years: the last of them; any other report is of its year."""
    if reported.start is None or reported.start.year == reported.end.year:
        return []
    window = reported if match.label == _WHOLE_TERM else Window.of_year(reported.end.year)
    return [TimeMention("year", Span(match.start, match.end), window, None)]


def _reported_part(window: Window | None, reported: Window) -> Window | None:
    """`Quý I cấp mới 3 dự án` in a report up to 11 March: up to that day, as it tells of nothing later."""
    if window is None or window.start is None or not window.start <= reported.end < window.end:
        return window
    last_month = (window.end.year, window.end.month) == (reported.end.year, reported.end.month)
    return Window(window.start, reported.end) if last_month else window


def _are_reported(mention: TimeMention, reported: Window) -> bool:
    """Whether as many months are those of the report, or those from the first of its year to its end: more than few."""
    window = mention.window
    return window == reported or (window is not None and window.end == reported.end and window.end.month > _FEW_MONTHS)


def _opens(tokens: Tokens, mention: TimeMention, reported: Window) -> bool:
    """`11 tháng có thêm 28 dự án` in a report of the year: more than few, at the head of a sentence or its bullet."""
    window = mention.window
    if window is None or window.end.month <= _FEW_MONTHS or reported.start is None or window.start != reported.start:
        return False
    at = tokens.at_or_after(mention.span.start)
    broken = at == 0 or "\n" in tokens.text[tokens.ends[at - 1] : tokens.starts[at]]
    return window.end <= reported.end and (broken or tokens.keys[at - 1] in _SENTENCE_STARTS)


def _year_to_date(mention: TimeMention, last: date) -> Window | None:
    """From the first day of the reported year to the `last` reported one; another year's is whole by then."""
    return Window(date(last.year, 1, 1), last) if mention.year in {None, last.year} else None


def _day_told(tokens: Tokens, told: TimeMention | None, mention: TimeMention, reported: Window) -> date:
    """`Đến 20/5 có 60 dự án. Từ đầu năm đã cấp 9 dự án`: up to the day told before it in its paragraph."""
    day = None if told is None or told.window is None else told.window.end
    if told is None or day is None or not (reported.start or reported.end) <= day <= reported.end:
        return reported.end
    return reported.end if "\n" in tokens.text[told.span.end : mention.span.start] else day


def _up_to_report(mention: TimeMention, reported: Window) -> Window | None:
    """From the first day of a year to the end of `reported`, or what is left of the year after it."""
    end = reported.end
    if mention.kind == _PAST_YEARS:
        return None if mention.window is None else Window(mention.window.start, end)
    if mention.kind == _REST_OF_YEAR:
        return Window.of_months(end.year, end.month + 1, _DECEMBER) if end.month < _DECEMBER else None
    return Window(date(mention.year, 1, 1), end) if mention.year and mention.year <= end.year else None


def _is_compared(tokens: Tokens, mention: TimeMention, reported: Window) -> bool:
    """`bằng 112% năm 2022`, `(97% cả năm 2022)`: an earlier year right behind a percentage is what it is of."""
    at = tokens.at_or_after(mention.span.start)
    earlier = mention.window is not None and mention.window.end.year < reported.end.year
    before = tokens.keys[max(at - 3, 0) : at]
    return earlier and before[-1:] == ["%"] and not (_EQUALS | {"("}).isdisjoint(before)


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
            window = window_of(match, stated or reported.end.year, reported.end.month)
        except ValueError:
            window = None  # a day that no calendar has (31/02/2019) is left to the reader
    against = _month_compared(match.parts, stated, reported) if match.label == "compared" else None
    return TimeMention(match.label, Span(match.start, match.end), window, stated, against)


def _month_compared(parts: dict[str, str], year: int | None, reported: Window) -> Window | None:
    """`so với tháng 10/2018`; without a year the last such month before the end of `reported`."""
    if "quarter" in parts:
        year = year or reported.end.year
        return Window.of_months(year, 3 * quarter_of(parts["quarter"]) - 2, 3 * quarter_of(parts["quarter"]))
    month = int(parts.get("month", 0))
    if not 1 <= month <= _DECEMBER:
        return None
    year = year or reported.end.year - (month >= reported.end.month)
    return Window.of_months(year, month, month)
