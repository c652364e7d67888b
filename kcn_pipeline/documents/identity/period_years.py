"""Which year a document reports on, and the year of mentions that leave it out.

Belongs here: counting for years. Does not: votes (`period_votes`), or the months within the year (`period_choice`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Final, TypeVar

from kcn_pipeline.documents.identity.period_cues import PeriodCue
from kcn_pipeline.documents.identity.period_votes import Vote
from kcn_pipeline.documents.problems import Unidentified
from kcn_pipeline.periods import HalfYear
from kcn_pipeline.reference.document_cues import PeriodKind

# A runner-up with this share of the winner's weight leaves the choice open.
CONTEST_SHARE: Final = 0.8

# What a new year brings may fill half of the report on the old one.
JUST_BEGUN_SHARE: Final = 0.5

# Year-end reviews begin in November, on figures estimated for the whole year.
EARLIEST_REVIEW: Final = timedelta(days=62)

# A year's review is held until the April after.
YEAR_REVIEWS_TO: Final = 4

UP_TO_NOW: Final[frozenset[PeriodKind]] = frozenset({"year", "bare_year", "past_year", "this_year", "year_to_date"})
CURE: Final = "write the period into a file NAME.meta.yaml beside it, for example 'period: 2019-H1', and try again"

_FLOWS_OF_A_PART: Final[frozenset[PeriodKind]] = frozenset({"first_months", "first_half", "quarter", "months_alone"})

Key = TypeVar("Key")


def dated(votes: Sequence[Vote], compared: Mapping[int, float], day: date | None) -> list[Vote]:
    """The votes, a year left open taken from the rest of the text, else from the document's day or a comparison.

    compared: the years that comparisons speak for. Errors: Unidentified where nothing tells a year left open.
    """
    if day is not None:
        votes = [replace(vote, year=day.year) if vote.cue.this_year and vote.year is None else vote for vote in votes]
    told = _sum_by_year(votes)
    if day is not None:
        # What a document says of the years after its day are plans.
        told = {year: weight for year, weight in told.items() if year <= day.year}
    total = {year: weight + compared.get(year, 0) for year, weight in told.items()}
    # A year in passing tells less than the day of a text that leaves its own year open again and again.
    left_open = sum(vote.year_weight for vote in votes if vote.year is None)
    if told and (day is None or max(total.values()) >= left_open * CONTEST_SHARE):
        _require_this_year(votes, day)
        year = max(total, key=total.__getitem__)
        return [replace(vote, year=vote.year or year) for vote in votes]
    if day is not None:
        return [replace(vote, year=vote.year or _year_on(day, vote.cue, vote.months[1])) for vote in votes]
    if votes and compared:
        year = leader(compared, "year", str)
        return [replace(vote, year=year) for vote in votes]
    if votes:
        months = sorted({f"months {vote.months[0]}-{vote.months[1]}" for vote in votes})
        raise Unidentified("the text names a part of a year, but no year", CURE, months)
    return []


def choose_year(votes: Sequence[Vote], compared: Mapping[int, float], day: date | None) -> int:
    """The year that the dated votes and the comparisons speak for. Errors: Unidentified."""
    weights = {year: weight + compared.get(year, 0) for year, weight in _sum_by_year(votes).items()}
    if day is not None and day.month <= YEAR_REVIEWS_TO:
        weights = _without_just_begun(weights, votes, day)
    chosen = _goes_on(weights, votes) or leader(weights, "year", str)
    later = sorted(year for year in weights if year > chosen)
    if len(later) > 1:
        # What a report says of the year after its own are plans; of several, that it goes through the years.
        names = [str(year) for year in (chosen, *later)]
        raise Unidentified(f"the text speaks of more than one year alike: {', '.join(names)}", CURE, names)
    return chosen


def leader(weights: Mapping[Key, float], what: str, label: Callable[[Key], str]) -> Key:
    """The heaviest. Errors: Unidentified where another comes close."""
    ordered = sorted(weights, key=weights.__getitem__, reverse=True)
    contested = [key for key in ordered if weights[key] >= weights[ordered[0]] * CONTEST_SHARE]
    if len(contested) > 1:
        names = [label(key) for key in contested]
        raise Unidentified(f"the text speaks of more than one {what} alike: {', '.join(names)}", CURE, names)
    return ordered[0]


def _require_this_year(votes: Sequence[Vote], day: date | None) -> None:
    """Refuse "6 tháng đầu năm nay" where the one year told is accounted for as a whole: it may be last year."""
    open_votes = [vote for vote in votes if vote.year is None and vote.cue.this_year and vote.months != (1, 12)]
    told = {vote.year for vote in votes if vote.year is not None}
    whole = {vote.year for vote in votes if vote.cue.kind == "year" and vote.cue.context != "of its plan"}
    other = {vote.year for vote in votes if vote.cue.kind != "year" or vote.cue.context == "of its plan"}
    if day is None and open_votes and len(told) == 1 and told <= whole - other:
        [year] = [year for year in told if year is not None]
        candidates = [HalfYear(number, 1).label for number in (year + 1, year)]
        raise Unidentified(f"the text speaks of this year, and of {year} as a whole", CURE, candidates)


def _year_on(day: date, cue: PeriodCue, last_month: int) -> int:
    """The year that a document of `day` leaves out: the latest whose `last_month` had come, conferences being early."""
    if cue.kind == "past_year":
        # In the days of the year's review it is the year that ends, later the one before.
        return (day + EARLIEST_REVIEW).year - 1
    return day.year if cue.kind == "year_to_date" or day.month >= last_month else day.year - 1


def _sum_by_year(votes: Sequence[Vote]) -> dict[int, float]:
    sums: dict[int, float] = defaultdict(float)
    for vote in votes:
        if vote.year is not None:
            sums[vote.year] += vote.year_weight
    return sums


def _goes_on(weights: Mapping[int, float], votes: Sequence[Vote]) -> int | None:
    """The later of two years in question, where its first months follow on an account of the year before."""
    later, earlier = (*sorted(weights, key=weights.__getitem__, reverse=True)[:2], None, None)[:2]
    if later is None or earlier is None or weights[earlier] < weights[later] * CONTEST_SHARE:
        return None
    earlier, later = sorted((earlier, later))
    kinds = {year: {vote.cue.kind for vote in votes if vote.year == year and vote.weight} for year in (earlier, later)}
    follows = later == earlier + 1 and kinds[later] & _FLOWS_OF_A_PART and kinds[earlier] <= UP_TO_NOW
    return later if follows else None


def _without_just_begun(weights: Mapping[int, float], votes: Sequence[Vote], day: date) -> dict[int, float]:
    """The years by weight, without one that had just begun on the document's day where another is in question."""
    parts = {vote.year for vote in votes if vote.cue.kind not in UP_TO_NOW or vote.cue.kind == "year_to_date"}
    over = {year: weight for year, weight in weights.items() if year < day.year or year in parts}
    return over if over and max(over.values()) >= max(weights.values()) * JUST_BEGUN_SHARE else dict(weights)
