"""What each mention of a period says for a year and for months of it.

Belongs here: turning mentions into votes, the years that comparisons speak for. Does not: filling in years left out
(`period_years`), weights by kind (`period_weights`), or counting (`period_choice`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from kcn_pipeline.documents.identity.layout import Layout
from kcn_pipeline.documents.identity.period_cues import PeriodCue
from kcn_pipeline.documents.identity.period_weights import weight_of

_WHOLE_YEAR: Final = (1, 12)


@dataclass(frozen=True, slots=True)
class Vote:
    """`seconding` votes count only beside another for the same months."""

    year: int | None
    months: tuple[int, int]
    weight: float
    year_weight: float
    cue: PeriodCue
    seconding: bool = False


def votes_of(cues: Sequence[PeriodCue], layout: Layout) -> list[Vote]:
    """The votes of all mentions, in order; a year left out may be None still."""
    votes = [vote for index in range(len(cues)) for vote in _votes(cues, index, layout)]
    spoken_for = {vote.months for vote in votes if not vote.seconding}
    parts = any(vote.months != _WHOLE_YEAR for vote in votes)
    # "This year" is also the year of which a part is told.
    return [v for v in votes if v.months in spoken_for and not (parts and v.cue.kind == "this_year")]


def years_after_compared(cues: Sequence[PeriodCue], layout: Layout) -> Mapping[int, float]:
    """The year after each that the text compares with, weighed by prominence: results of 2019 are set beside 2018."""
    weights: dict[int, float] = defaultdict(float)
    for cue in cues:
        if cue.context == "comparison" and cue.months is not None and cue.year is not None:
            weights[cue.year + 1] += layout.prominence(cue.span)
    return weights


def _votes(cues: Sequence[PeriodCue], index: int, layout: Layout) -> list[Vote]:
    cue = cues[index]
    if cue.months is None or cue.context in ("comparison", "founding"):
        return []
    prominence = layout.prominence(cue.span)
    year = cue.year if cue.year is not None else _year_said_later(cues, index)
    if cue.context == "plan":
        # What remains to be done in the second half is planned in the report on the first.
        seconds = cue.kind == "second_half"
        return [Vote(year, (1, 6), prominence, prominence, cue, seconding=True)] if seconds else []
    weight = weight_of(cue) * prominence
    # A month in passing is as often that of the writing, in the year after.
    year_weight = weight if cue.kind == "month" else max(weight, prominence)
    return [Vote(year, cue.months, weight, year_weight, cue)]


def _year_said_later(cues: Sequence[PeriodCue], index: int) -> int | None:
    if cues[index].this_year:
        return None
    for cue in cues[index + 1 :]:
        if cue.sentence != cues[index].sentence:
            return None
        told = cue.months is not None or cue.kind == "remaining"
        if cue.year is not None and told and cue.context != "comparison":
            return cue.year
    return None
