"""The words of a text that name a period, and the months or the day that they name.

Belongs here: phrases with their numbers, two that are one ("from the beginning of the year until 20 May"). Does not:
the phrases (`period_lexicon`), or in what sense a period is named (`period_contexts`).
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from kcn_pipeline.documents.identity.lexicon import Match
from kcn_pipeline.documents.identity.period_lexicon import period_lexicon
from kcn_pipeline.documents.skeleton import Skeleton
from kcn_pipeline.reference.document_cues import PeriodKind

MID_MONTH: Final = 15
_FEWEST_MONTHS_ALONE: Final = 3
_AS_OF: Final[frozenset[PeriodKind]] = frozenset({"as_of_day", "as_of_month"})
_FIXED_MONTHS: Final[dict[PeriodKind, tuple[int, int]]] = {
    "first_half": (1, 6),
    "second_half": (7, 12),
    "year": (1, 12),
    "bare_year": (1, 12),
    "past_year": (1, 12),
    "this_year": (1, 12),
    "year_to_date": (1, 12),
}
_NUMBERS_OF_A_DAY: Final = 3


def period_matches(skeleton: Skeleton) -> Iterator[Match[PeriodKind]]:
    """The mentions in order; the beginning of a year with what it reaches to is one of its first months.

    A state "đến tháng 9" of no year is left out: everything has a term.
    """
    start: Match[PeriodKind] | None = None
    for match in period_lexicon(skeleton.tolerant).find(skeleton):
        if not _may_be(match, skeleton):
            continue
        if start is not None and match.value in _AS_OF and match.first == start.after:
            yield _first_months(start, match)
        else:
            yield from _year_of(start)
            if match.value != "year_start" and (match.value != "as_of_month" or "year" in match.numbers):
                yield match
        start = match if match.value == "year_start" else None
    yield from _year_of(start)


def _first_months(start: Match[PeriodKind], until: Match[PeriodKind]) -> Match[PeriodKind]:
    _, last = months_of(until) or (1, 12)
    numbers = {key: n for key, n in {**until.numbers, **start.numbers}.items() if key == "year"}
    return Match(start.first, until.after, "first_months", {**numbers, "count": last})


def _year_of(start: Match[PeriodKind] | None) -> Iterator[Match[PeriodKind]]:
    """The year whose beginning is named, where nothing says until when."""
    if start is not None and "year" in start.numbers:
        yield Match(start.first, start.after, "year", start.numbers)


def _may_be(match: Match[PeriodKind], skeleton: Skeleton) -> bool:
    """Whether the words around and between say what the phrase does."""
    words, last = skeleton.words, match.after - 1
    match match.value:
        case "past_year":
            # "20 năm qua" counts years.
            return not (match.first and words[match.first - 1].bare.isdecimal())
        case "as_of_day" if "year" not in match.numbers:
            # "Đến 10 12" is a day only where it is written as one.
            return "/" in skeleton.gap_before(last) or not words[last - 1].bare.isdecimal()
        case "day" if len(words[match.first].bare) > 2 and match.after - match.first == _NUMBERS_OF_A_DAY:
            return all(skeleton.gap_before(index) == "-" for index in (last - 1, last)) and day_of(match) is not None
        case "day" | "as_of_day":
            return day_of(match) is not None
    return True


def day_of(match: Match[PeriodKind]) -> date | None:
    """The day that a mention names, None where it names none or the calendar has none such."""
    if match.value not in ("day", "as_of_day") or "year" not in match.numbers:
        return None
    try:
        return date(match.numbers["year"], match.numbers["month"], match.numbers["day"])
    except ValueError:  # 31 February, or numbers that are no date at all
        return None


def months_of(match: Match[PeriodKind]) -> tuple[int, int] | None:
    """First and last month that a mention names; None for what is no period."""
    numbers = match.numbers
    match match.value:
        case "quarter":
            return 3 * numbers["quarter"] - 2, 3 * numbers["quarter"]
        case "month":
            return numbers["month"], numbers["month"]
        case "months_alone":
            # One month or two is a time in which something is done.
            return (1, numbers["count"]) if numbers["count"] >= _FEWEST_MONTHS_ALONE else None
        case "first_months" | "as_of_month":
            return 1, numbers.get("count") or numbers["month"]
        case "as_of_day":
            # A state of the first half of a month is reported on the months before it.
            return 1, numbers["month"] if numbers["day"] >= MID_MONTH else max(1, numbers["month"] - 1)
    return _FIXED_MONTHS.get(match.value)
