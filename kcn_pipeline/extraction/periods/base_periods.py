"""The period that growth is told against, where it is not the same period of the year before.

Belongs here: which words of comparing a growth has, and what period they name. Does not: the period of the growth
itself (`windows`), or of an amount that stands beside it (`compared_windows`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from operator import itemgetter
from typing import Final, NamedTuple

from kcn_pipeline.extraction.passages.context import SentenceContext
from kcn_pipeline.extraction.passages.drafts import Draft
from kcn_pipeline.extraction.text.tokens import NUMBER_KEY, Tokens
from kcn_pipeline.extraction.times.calendar import TimeMention
from kcn_pipeline.periods import Window
from kcn_pipeline.reference.function_words import function_words

_GROWTH: Final = frozenset({"yoy", "yoy_index", "multiple", "change"})
_AGAINST: Final = function_words("set_against")
_START: Final = function_words("start_of_period")
_END: Final = function_words("end_of_period")
_WHOLE: Final = function_words("whole_of_period")
_MONTH: Final = function_words("month")
_CLAUSE_ENDS: Final = frozenset({";", ".", "(", ")"})
_LISTED: Final = function_words("and") | {",", "%", NUMBER_KEY}
_WORDS_AT_MOST: Final = 6
_OPENING_WORDS: Final = 3
_SAME: Final = "yoy"


class _Comparison(NamedTuple):
    """Words of comparing at tokens [first, last): `time` as they name it, else what `value` says of their period."""

    first: int
    last: int
    value: str
    time: TimeMention | None


def assign_base_period(draft: Draft, context: SentenceContext, tokens: Tokens, own: Window) -> None:
    """Give a growth the period it is told against: ISO dates, or the words themselves where they name no dates.

    A stock's is its day, a flow's the first and last day with a stroke between: `2018-12-31`, `2019-01-01/2019-03-31`.
    """
    if draft.comparison not in _GROWTH or draft.window is None or draft.figure.column is not None:
        return
    against = _of(draft, context, tokens)
    if against is None or (against.time is None and against.value == _SAME):
        return
    base = _named(against, draft.window, tokens, own)
    if base is None:
        draft.base_period = tokens.words(against.first, against.last)
    elif base != draft.window.year_earlier():
        draft.base_period = base.iso


def _of(draft: Draft, context: SentenceContext, tokens: Tokens) -> _Comparison | None:
    """The words of comparing right behind the figure, or those that open its sentence or stand right before it."""
    found = sorted(_told(context, tokens), key=itemgetter(0))
    keys, first, last = tokens.keys, draft.figure.before, draft.figure.last
    # The word for times is part of both: `gấp 3 lần năm 2010`.
    after = next((c for c in found if c.first >= draft.figure.first and c.last > last), None)
    if after is not None and _joined(keys[last : after.first]):
        return after
    before = next((c for c in reversed(found) if c.last <= first), None)
    if before is None or not _CLAUSE_ENDS.isdisjoint(keys[before.last : first]):
        return None
    opens = before.first <= context.sentence.first + _OPENING_WORDS
    return before if opens or _joined(keys[before.last : first]) else None


def _joined(between: Sequence[str]) -> bool:
    """Whether few words stand between, and no number but those of the same list."""
    if not _CLAUSE_ENDS.isdisjoint(between):
        return False
    return _LISTED.issuperset(between) or (NUMBER_KEY not in between and len(between) <= _WORDS_AT_MOST)


def _told(context: SentenceContext, tokens: Tokens) -> Iterator[_Comparison]:
    """Every word of comparing in the sentence; an expression of time goes before a phrase inside it."""
    taken: set[int] = set()
    for time in context.times:
        first, last = tokens.at_or_after(time.span.start), tokens.at_or_after(time.span.end)
        against = time.window is not None and _AGAINST.issuperset(tokens.keys[max(first - 2, 0) : first])
        if time.kind == "compared" or (against and first > 1):
            taken.update(range(first, last))
            yield _Comparison(first, last, time.kind, time)
    for phrase in context.mentions.of("same_period"):
        if taken.isdisjoint(range(phrase.first, phrase.last)):
            yield _Comparison(phrase.first, phrase.last, phrase.value.value, None)


def _named(against: _Comparison, window: Window, tokens: Tokens, own: Window) -> Window | None:
    """The period that words of comparing name beside a growth over `window`; None where they leave it open."""
    if against.time is not None:
        base = _of_time(against, against.time, window, tokens, own)
    else:
        base = _of_phrase(against.value, window, own)
    if base is None:
        return None
    return Window(None, base.end) if window.start is None else base


def _of_time(against: _Comparison, time: TimeMention, window: Window, tokens: Tokens, own: Window) -> Window | None:
    if (told := time.compared_with or time.window) is not None:
        return told
    keys = tokens.keys[against.first : against.last]
    for at, key in enumerate(keys):
        if key in _END:
            return Window.of_year(time.year or own.end.year - 1)
        if key in _START and keys[at - 1] not in _MONTH:
            return Window.of_year((time.year or own.end.year) - 1)
        if key in _WHOLE:
            return Window.of_year(time.year or own.end.year - 1)
    earlier = window.year_earlier()
    while time.year and earlier.end.year > time.year:
        earlier = earlier.year_earlier()
    return None if time.year and earlier.end.year != time.year else earlier


def _of_phrase(value: str, window: Window, own: Window) -> Window | None:
    """The period of `so với đầu năm`, `so với tháng trước`; None of `so với trước dịch`."""
    if value == "year_start":
        return Window.of_year(own.end.year - 1)
    months = {"month_before": 1, "quarter_before": 3}.get(value)
    if months is None or window.end.month <= months:
        return None
    last = window.end.month - months
    return Window.of_months(window.end.year, last - months + 1, last)
