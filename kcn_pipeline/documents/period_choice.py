"""Which period a document reports on, weighed from every mention of a period in it.

Belongs here: votes, years left to be understood, refusing what stays open. Does not: finding
mentions (`period_cues`) or what each weighs (`period_weights`).

First the year is settled, then the months within it: a report on half a year speaks of its year all
the time (the year's plan, the year's emulation drive), a yearly report hardly ever of half of it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final, TypeVar

from kcn_pipeline.documents.layout import Layout
from kcn_pipeline.documents.period_cues import MID_MONTH, PeriodCue
from kcn_pipeline.documents.period_weights import weight_of
from kcn_pipeline.documents.problems import Unidentified
from kcn_pipeline.periods import HalfYear, Window, month_end
from kcn_pipeline.reference.document_cues import PeriodKind

# A runner-up with this share of the winner's weight leaves the choice open.
CONTEST_SHARE: Final = 0.8

# What a new year brings may fill half of the report on the old one.
JUST_BEGUN_SHARE: Final = 0.5

# Year-end reviews begin in November, on figures estimated for the whole year.
EARLIEST_REVIEW: Final = timedelta(days=62)

_CURE: Final = "write the period into a sidecar beside the file, for example 'period: 2019-H1'"
_UP_TO_NOW: Final[frozenset[PeriodKind]] = frozenset({"year", "bare_year", "past_year", "year_to_date"})
_PARTS: Final[frozenset[PeriodKind]] = frozenset({"quarter", "month"})
# A year's review is held from October of it to the April after; a half's from June to September.
_YEAR_REVIEWS_FROM: Final = 10
_YEAR_REVIEWS_TO: Final = 4
_HALF_REVIEWS: Final = range(6, 10)

Key = TypeVar("Key")


@dataclass(frozen=True, slots=True)
class PeriodChoice:
    """The period reported on, and the mentions that speak for it, heaviest first."""

    window: Window
    cues: tuple[PeriodCue, ...]


@dataclass(frozen=True, slots=True)
class _Vote:
    """`seconding` votes count only beside another for the same months."""

    year: int | None
    months: tuple[int, int]
    weight: float
    year_weight: float
    cue: PeriodCue
    seconding: bool = False


def choose_period(
    cues: Sequence[PeriodCue], layout: Layout, *, conference: date | None, published: date | None, review: str | None
) -> PeriodChoice:
    """The period that the mentions speak for.

    `review` is the kind of review that the document announces ("review_of_half", "review_of_year"). The day of
    the conference, else of publication, supplies a year left out, and with the review a period that nothing
    names. A year that was not over when the document was published ends for it with the last month that was.
    Errors: Unidentified, with the candidates, where nothing or more than one thing is said.
    """
    day = conference or published
    votes = _seconded([vote for index in range(len(cues)) for vote in _votes(cues, index, layout)])
    votes = _dated(votes, day)
    if not votes:
        return _from_review(cues, day, review)
    year = _leader(_possible(votes, day), "year", str)
    of_year = [vote for vote in votes if vote.year == year]
    choice = _months_of(year, of_year)
    _require_told_part(choice, of_year, sum(layout.prominence(c.span) for c in cues if c.kind == "untold_part"))
    return _until(choice, conference, published)


def conference_day(cues: Sequence[PeriodCue], layout: Layout, published: PeriodCue | None) -> PeriodCue | None:
    """The first day told in title or lead that is not the day of publication."""
    in_lead = (c for c in cues if c.kind == "day" and c != published and c.span.start < layout.lead_end)
    return next(in_lead, None)


def _votes(cues: Sequence[PeriodCue], index: int, layout: Layout) -> list[_Vote]:
    cue = cues[index]
    if cue.months is None or cue.context == "comparison":
        return []
    prominence = layout.prominence(cue.span)
    year = cue.year if cue.year is not None else _year_said_later(cues, index)
    if cue.context == "plan":
        # What remains to be done in the second half is planned in the report on the first.
        seconds = cue.kind == "second_half"
        return [_Vote(year, (1, 6), prominence, prominence, cue, seconding=True)] if seconds else []
    weight = weight_of(cue) * prominence
    # A month in passing is as often that of the writing, in the year after.
    year_weight = weight if cue.kind == "month" else max(weight, prominence)
    return [_Vote(year, cue.months, weight, year_weight, cue)]


def _seconded(votes: list[_Vote]) -> list[_Vote]:
    spoken_for = {vote.months for vote in votes if not vote.seconding}
    return [vote for vote in votes if vote.months in spoken_for]


def _year_said_later(cues: Sequence[PeriodCue], index: int) -> int | None:
    for cue in cues[index + 1 :]:
        if cue.sentence != cues[index].sentence:
            return None
        told = cue.months is not None or cue.kind == "remaining"
        if cue.year is not None and told and cue.context != "comparison":
            return cue.year
    return None


def _dated(votes: list[_Vote], day: date | None) -> list[_Vote]:
    """The votes, a year left open taken from the rest of the text, or from the document's day."""
    told = _sum_by_year(votes)
    if day is not None:
        # What a document says of the years after its day are plans.
        told = {year: weight for year, weight in told.items() if year <= day.year}
    if told:
        year = max(told, key=told.__getitem__)
        return [replace(vote, year=vote.year or year) for vote in votes]
    if day is not None:
        return [replace(vote, year=vote.year or _year_on(day, vote.cue, vote.months[1])) for vote in votes]
    if votes:
        months = sorted({f"months {vote.months[0]}-{vote.months[1]}" for vote in votes})
        raise Unidentified("the text names a part of a year, but no year", _CURE, months)
    return []


def _year_on(day: date, cue: PeriodCue, last_month: int) -> int:
    """The year that a document of `day` leaves out: the latest whose `last_month` had come, conferences being early."""
    if cue.kind == "past_year":
        # In the days of the year's review it is the year that ends, later the one before.
        return (day + EARLIEST_REVIEW).year - 1
    return day.year if cue.kind == "year_to_date" or day.month >= last_month else day.year - 1


def _sum_by_year(votes: Sequence[_Vote]) -> dict[int, float]:
    sums: dict[int, float] = defaultdict(float)
    for vote in votes:
        if vote.year is not None:
            sums[vote.year] += vote.year_weight
    return sums


def _leader(weights: Mapping[Key, float], what: str, label: Callable[[Key], str]) -> Key:
    ordered = sorted(weights, key=weights.__getitem__, reverse=True)
    contested = [key for key in ordered if weights[key] >= weights[ordered[0]] * CONTEST_SHARE]
    if len(contested) > 1:
        names = [label(key) for key in contested]
        raise Unidentified(f"the text speaks of more than one {what} alike: {', '.join(names)}", _CURE, names)
    return ordered[0]


def _months_of(year: int, votes: Sequence[_Vote]) -> PeriodChoice:
    weights: dict[tuple[int, int], float] = defaultdict(float)
    for vote in votes:
        weights[vote.months] += vote.weight
    parts = {vote.months for vote in votes if vote.cue.kind in _PARTS}
    heaviest = max(weights.values())
    if not heaviest:
        raise Unidentified("periods are mentioned, but only in passing", _CURE, [_window(year, m) for m in weights])
    # "The second quarter and the first half": the part does not contest the whole that holds it.
    standing = {
        months: weight
        for months, weight in weights.items()
        if months not in parts or not any(_holds(w, months) and weights[w] >= heaviest * CONTEST_SHARE for w in weights)
    }
    first, last = _leader(standing, "period", lambda months: _window(year, months))
    cues = [vote for vote in votes if vote.months == (first, last)]
    cues.sort(key=lambda vote: (-vote.weight, vote.cue.span))
    return PeriodChoice(Window.of_months(year, first, last), tuple(vote.cue for vote in cues))


def _possible(votes: Sequence[_Vote], day: date | None) -> Mapping[int, float]:
    """The years by weight, without one that had just begun on the document's day where another is in question."""
    weights = _sum_by_year(votes)
    if day is None or day.month > _YEAR_REVIEWS_TO:
        return weights
    parts = {vote.year for vote in votes if vote.cue.kind not in _UP_TO_NOW or vote.cue.kind == "year_to_date"}
    over = {year: weight for year, weight in weights.items() if year < day.year or year in parts}
    return over if over and max(over.values()) >= max(weights.values()) * JUST_BEGUN_SHARE else weights


def _require_told_part(choice: PeriodChoice, votes: Sequence[_Vote], untold: int) -> None:
    """Refuse a year that is named less than a part of it which the text does not tell: "trong quý vừa qua"."""
    if {cue.kind for cue in choice.cues} <= _UP_TO_NOW and untold >= sum(vote.weight for vote in votes):
        year = choice.window.end.year
        quarters = [_window(year, (first, first + 2)) for first in range(1, 13, 3)]
        raise Unidentified(f"the text tells a part of {year}, but not which", _CURE, quarters)


def _from_review(cues: Sequence[PeriodCue], day: date | None, review: str | None) -> PeriodChoice:
    if day is None:
        raise Unidentified("the text names no period and no day", _CURE)
    evidence = tuple(cue for cue in cues if cue.day == day)[:1]
    if review == "review_of_half" and day.month in _HALF_REVIEWS:
        return PeriodChoice(Window.of_months(day.year, 1, 6), evidence)
    if review == "review_of_year" and not _YEAR_REVIEWS_TO < day.month < _YEAR_REVIEWS_FROM:
        return PeriodChoice(Window.of_year(day.year - (day.month <= _YEAR_REVIEWS_TO)), evidence)
    half = HalfYear.containing(day)
    candidates = [half.shifted(-1).label, half.label]
    raise Unidentified(f"the text names no period, only the day {day}", _CURE, candidates)


def _until(choice: PeriodChoice, conference: date | None, published: date | None) -> PeriodChoice:
    """A year that was not over on the document's day, up to the last month that was."""
    kinds = {cue.kind for cue in choice.cues}
    to_date = "year_to_date" in kinds
    now = published or (conference if to_date else None)
    year = choice.window.end.year
    if now is None and to_date and kinds <= _UP_TO_NOW:
        raise Unidentified(f"the text tells {year} up to a day that it does not name", _CURE, [str(year)])
    if now is None or not kinds <= _UP_TO_NOW or choice.window.end <= now + EARLIEST_REVIEW:
        return choice
    last = now.month if now.day >= MID_MONTH else now.month - 1
    if now.year < year or last < 1:
        candidates = [HalfYear(year - 1, 2).label, HalfYear(year, 1).label]
        raise Unidentified(f"published on {now}, the text speaks of {year} already", _CURE, candidates)
    return replace(choice, window=Window.of_months(year, 1, last))


def _holds(whole: tuple[int, int], part: tuple[int, int]) -> bool:
    return whole != part and whole[0] <= part[0] and part[1] <= whole[1]


def _window(year: int, months: tuple[int, int]) -> str:
    return f"{date(year, months[0], 1)}/{month_end(year, months[1])}"
