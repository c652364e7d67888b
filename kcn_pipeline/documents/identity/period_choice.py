"""Which period a document reports on, weighed from every mention of a period in it.

Belongs here: counting for the months of a year, what a document's day tells, refusing what stays open. Does not:
finding mentions (`period_cues`), what each says (`period_votes`), or which year is meant (`period_years`).

First the year is settled, then the months within it: a report on half a year speaks of its year all
the time (the year's plan, the year's emulation drive), a yearly report hardly ever of half of it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from kcn_pipeline.documents.identity.layout import Layout
from kcn_pipeline.documents.identity.period_cues import PeriodCue
from kcn_pipeline.documents.identity.period_matches import MID_MONTH
from kcn_pipeline.documents.identity.period_votes import Vote, votes_of, years_after_compared
from kcn_pipeline.documents.identity.period_years import (
    CONTEST_SHARE,
    CURE,
    EARLIEST_REVIEW,
    UP_TO_NOW,
    YEAR_REVIEWS_TO,
    choose_year,
    dated,
    leader,
)
from kcn_pipeline.documents.problems import Unidentified
from kcn_pipeline.periods import HalfYear, Window, month_end
from kcn_pipeline.reference.document_cues import PeriodKind

# With so much of its weight, what a month's report adds up since January is what it reports on.
CUMULATION_SHARE: Final = 0.4

_PARTS: Final[frozenset[PeriodKind]] = frozenset({"quarter", "month"})
_STATES: Final[frozenset[PeriodKind]] = frozenset({"as_of_day", "as_of_month"})
# A year's review is held from October of it; a half's from June to September.
_YEAR_REVIEWS_FROM: Final = 10
_HALF_REVIEWS: Final = range(6, 10)
_LAST_MONTH: Final = 12

Months = tuple[int, int]


@dataclass(frozen=True, slots=True)
class PeriodChoice:
    """The period reported on, and the mentions that speak for it, heaviest first."""

    window: Window
    cues: tuple[PeriodCue, ...]


def choose_period(
    cues: Sequence[PeriodCue], layout: Layout, *, conference: date | None, published: date | None, review: str | None
) -> PeriodChoice:
    """The period that the mentions speak for; of a text that tells a state alone, the year up to its publication.

    `review` is the kind of review that the document announces ("review_of_half", "review_of_year"). The day of
    the conference, else of publication, supplies a year left out, and with the review a period that nothing
    names. A year that was not over when the document was published ends for it with the last month that was.
    Errors: Unidentified, with the candidates, where nothing or more than one thing is said.
    """
    day = conference or published
    compared = years_after_compared(cues, layout)
    votes = dated(votes_of(cues, layout), compared, day)
    if not votes:
        if published and any(c.kind == "up_to_now" and layout.prominence(c.span) > 1 for c in cues):
            return _state_on(published, cues)
        return _from_review(cues, day, review)
    year = choose_year(votes, compared, day)
    of_year = _accumulated([vote for vote in votes if vote.year == year])
    choice = _months_of(year, of_year, layout)
    _require_told_part(choice, of_year, sum(layout.prominence(c.span) for c in cues if c.kind == "untold_part"))
    return _until(choice, conference, published, plans={c.year for c in cues if c.context == "plan"})


def conference_day(cues: Sequence[PeriodCue], layout: Layout, published: PeriodCue | None) -> PeriodCue | None:
    """The first day told in title or lead that is not the day of publication."""
    in_lead = (c for c in cues if c.kind == "day" and c != published and c.span.start < layout.lead_end)
    return next(in_lead, None)


def _accumulated(votes: Sequence[Vote]) -> list[Vote]:
    """The votes; what a month's or a quarter's report tells "since January" ends with that month or quarter."""
    weights = _sum_by_months(vote for vote in votes if vote.cue.kind != "year_to_date")
    heaviest = max(weights, key=weights.__getitem__, default=(1, 12))
    if not weights[heaviest] or heaviest not in {vote.months for vote in votes if vote.cue.kind in _PARTS}:
        return list(votes)
    until = (1, heaviest[1])
    return [replace(vote, months=until) if vote.cue.kind == "year_to_date" else vote for vote in votes]


def _months_of(year: int, votes: Sequence[Vote], layout: Layout) -> PeriodChoice:
    weights = _sum_by_months(votes)
    if not max(weights.values()):
        candidates = [_window(year, months) for months in weights]
        raise Unidentified("periods are mentioned, but only in passing", CURE, candidates)
    months = leader(_standing(weights, votes), "period", lambda months: _window(year, months))
    cues = [vote for vote in votes if vote.months == months]
    if {vote.cue.kind for vote in cues} <= _STATES:
        cues = _flows_beside(cues[0].months, votes, layout) or cues
    cues.sort(key=lambda vote: (-vote.weight, vote.cue.span))
    first, last = cues[0].months
    return PeriodChoice(Window.of_months(year, first, last), tuple(vote.cue for vote in cues))


def _sum_by_months(votes: Iterable[Vote]) -> dict[Months, float]:
    weights: dict[Months, float] = defaultdict(float)
    for vote in votes:
        weights[vote.months] += vote.weight
    return weights


def _standing(weights: Mapping[Months, float], votes: Sequence[Vote]) -> Mapping[Months, float]:
    """The months in question: without parts of a whole that is told as well, of several states the latest."""
    heaviest = max(weights.values())
    parts = {vote.months for vote in votes if vote.cue.kind in _PARTS}
    flows = {vote.months for vote in votes if vote.cue.kind not in _STATES}
    standing = {
        months: weight
        for months, weight in weights.items()
        # "The second quarter and the first half": the part does not contest the whole that holds it.
        if months not in parts or not any(_is_told_for(months, whole, weights, flows) for whole in weights)
    }
    states = [m for m in standing if m not in flows and weights[m] >= heaviest * CONTEST_SHARE]
    return {m: weight for m, weight in standing.items() if m not in states or m == max(states, key=lambda s: s[1])}


def _is_told_for(part: Months, whole: Months, weights: Mapping[Months, float], flows: Collection[Months]) -> bool:
    """Whether a text tells the whole as much as a part, or adds it up to the end of that part."""
    if part == whole or not (whole[0] <= part[0] and part[1] <= whole[1]):
        return False
    adds_up = whole in flows and whole[1] == part[1] and weights[whole] >= weights[part] * CUMULATION_SHARE
    return adds_up or weights[whole] >= max(weights.values()) * CONTEST_SHARE


def _flows_beside(state: Months, votes: Sequence[Vote], layout: Layout) -> list[Vote]:
    """The month or quarter that the lead of a text is about which tells only states since January."""
    parts = (vote for vote in votes if vote.cue.kind in _PARTS and vote.months[1] == state[1])
    return [vote for vote in parts if layout.prominence(vote.cue.span) > 1]


def _require_told_part(choice: PeriodChoice, votes: Sequence[Vote], untold: int) -> None:
    """Refuse a year that is named less than a part of it which the text does not tell: "trong quý vừa qua"."""
    if {cue.kind for cue in choice.cues} <= UP_TO_NOW and untold >= sum(vote.weight for vote in votes):
        year = choice.window.end.year
        quarters = [_window(year, (first, first + 2)) for first in range(1, 13, 3)]
        raise Unidentified(f"the text tells a part of {year}, but not which", CURE, quarters)


def _state_on(day: date, cues: Sequence[PeriodCue]) -> PeriodChoice:
    last = _last_month_over(day)
    window = Window.of_months(day.year, 1, last) if last else Window.of_year(day.year - 1)
    return PeriodChoice(window, tuple(cue for cue in cues if cue.kind == "up_to_now"))


def _last_month_over(day: date) -> int:
    """The last month that is as good as over on a day; 0 at the beginning of January."""
    return day.month if day.day >= MID_MONTH else day.month - 1


def _from_review(cues: Sequence[PeriodCue], day: date | None, review: str | None) -> PeriodChoice:
    if day is None:
        raise Unidentified("the text names no period and no day", CURE)
    evidence = tuple(cue for cue in cues if cue.day == day)[:1]
    if review == "review_of_half" and day.month in _HALF_REVIEWS:
        return PeriodChoice(Window.of_months(day.year, 1, 6), evidence)
    if review == "review_of_year" and not YEAR_REVIEWS_TO < day.month < _YEAR_REVIEWS_FROM:
        return PeriodChoice(Window.of_year(day.year - (day.month <= YEAR_REVIEWS_TO)), evidence)
    half = HalfYear.containing(day)
    candidates = [half.shifted(-1).label, half.label]
    raise Unidentified(f"the text names no period, only the day {day}", CURE, candidates)


def _until(
    choice: PeriodChoice, conference: date | None, published: date | None, plans: Collection[int | None]
) -> PeriodChoice:
    """A year that was not over on the document's day, up to the last month that was.

    plans: the years that are planned for; where that is the next one, the year is as good as over.
    """
    if choice.window.end.month < _LAST_MONTH:
        return choice
    kinds = {cue.kind for cue in choice.cues}
    to_date = "year_to_date" in kinds
    now = published or (conference if to_date else None)
    year = choice.window.end.year
    if now is None and to_date and kinds <= UP_TO_NOW and year + 1 not in plans:
        raise Unidentified(f"the text tells {year} up to a day that it does not name", CURE, [str(year)])
    if now is None or not kinds <= UP_TO_NOW:
        return choice
    # What is told "up to now" is no estimate of the year.
    if choice.window.end <= (now if kinds == {"year_to_date"} else now + EARLIEST_REVIEW):
        return choice
    last = _last_month_over(now)
    if now.year < year or last < 1:
        candidates = [HalfYear(year - 1, 2).label, HalfYear(year, 1).label]
        raise Unidentified(f"published on {now}, the text speaks of {year} already", CURE, candidates)
    return replace(choice, window=Window.of_months(year, 1, last))


def _window(year: int, months: tuple[int, int]) -> str:
    return f"{date(year, months[0], 1)}/{month_end(year, months[1])}"
