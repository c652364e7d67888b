"""Every mention of a period in a text: which months of which year, and in what sense it is mentioned.

Belongs here: finding mentions and their contexts, days of publication. Does not: deciding which
period the document reports on (`period_choice`).
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import takewhile
from typing import Final, Literal

from kcn_pipeline.documents.layout import lexicon_of
from kcn_pipeline.documents.lexicon import Match
from kcn_pipeline.documents.period_lexicon import period_lexicon
from kcn_pipeline.documents.skeleton import Skeleton
from kcn_pipeline.quantities import Span
from kcn_pipeline.reference.document_cues import CueRole, PeriodKind

Context = Literal["review", "review_of_half", "review_of_year", "plan", "comparison", "within", "plain"]

# How many words may stand between a context word and the period it governs.
_REACH: Final[dict[CueRole, int]] = {
    "review": 12,
    "review_of_half": 14,
    "review_of_year": 14,
    "task": 8,
    "plan": 8,
    "comparison": 3,
    "within": 0,
}
_CONTEXTS: Final[dict[CueRole, Context]] = {
    "review": "review",
    "review_of_half": "review_of_half",
    "review_of_year": "review_of_year",
    "plan": "plan",
    "comparison": "comparison",
    "within": "within",
}
# Between "results of carrying out" and the tasks carried out there is room for their kinds.
_TASK_REACH: Final = 6
_COORDINATION_WORDS: Final = 2
# "Năm 2020, Ban phấn đấu": how many words may stand between a year and what is still to be done in it.
_INTENT_REACH: Final = 8
_FIXED_MONTHS: Final[dict[PeriodKind, tuple[int, int]]] = {
    "first_half": (1, 6),
    "second_half": (7, 12),
    "year": (1, 12),
    "bare_year": (1, 12),
    "past_year": (1, 12),
    "year_to_date": (1, 12),
}
MID_MONTH: Final = 15
_FEWEST_MONTHS_ALONE: Final = 3
# Numbers of decrees, fractions and ranges hold years that are none.
_JOINING: Final = frozenset("/-–.,")
_PUBLISHED_REACH: Final = 2
_PUBLISHED_LINE_MAX_WORDS: Final = 18
_DATE_LINE_MAX_WORDS: Final = 9


@dataclass(frozen=True, slots=True)
class PeriodCue:
    """One mention: `months` first and last of `year` (None where the text leaves it to be understood).

    A `day` has that date and no months; what is no period ("horizon", "remaining", "years", "untold_part") neither.
    `sentence` counts sentences, `first` is the index of its first word.
    """

    kind: PeriodKind
    months: tuple[int, int] | None
    year: int | None
    day: date | None
    context: Context
    sentence: int
    first: int
    span: Span


def period_cues(skeleton: Skeleton, title: Span) -> list[PeriodCue]:
    """The mentions of periods in a text, in order; a year without the word for it counts in the `title` alone."""
    governors = _Governors(skeleton)
    cues: list[PeriodCue] = []
    after_last = 0
    for match in period_lexicon(skeleton.tolerant).find(skeleton):
        if match.value == "bare_year" and not _stands_alone(match, skeleton, title):
            continue
        context = governors.context(match.first, after_last)
        if context in ("within", "plain") and governors.intended(match):
            context = "plan"
        if _goes_on(match, after_last, cues, governors.sentences):
            context = cues[-1].context
        cue = _cue(match, context, governors.sentences[match.first], skeleton)
        if cue is not None:
            cues.append(cue)
            after_last = match.after
    return cues


def _stands_alone(match: Match[PeriodKind], skeleton: Skeleton, title: Span) -> bool:
    span = match.span_in(skeleton)
    around = skeleton.text[max(0, span.start - 1) : span.start] + skeleton.text[span.end : span.end + 1]
    return title.overlaps(span) and not any(c in _JOINING or c.isalnum() for c in around)


def _goes_on(match: Match[PeriodKind], after_last: int, cues: Sequence[PeriodCue], sentences: Sequence[int]) -> bool:
    """Whether a mention is coordinated with the one before: "the second quarter and the first half of 2019"."""
    if not cues or sentences[match.first] != cues[-1].sentence or match.first - after_last > _COORDINATION_WORDS:
        return False
    return cues[-1].months is not None and cues[-1].year in (None, match.numbers.get("year"))


class _Governors:
    """The words of a text that say in what sense a period is mentioned."""

    def __init__(self, skeleton: Skeleton) -> None:
        self._found = list(lexicon_of(*_REACH, tolerant=skeleton.tolerant).find(skeleton))
        self._skeleton = skeleton
        self._ends = [match.after for match in self._found]
        self._intents = [match.first for match in lexicon_of("intent", tolerant=skeleton.tolerant).find(skeleton)]
        self.sentences = skeleton.sentence_numbers()

    def context(self, index: int, bound: int) -> Context:
        """The sense of a mention at word `index`, read from the words from `bound` on: the nearest that reaches."""
        if self._opens_line(index):
            return "within"
        before = self._before(index, bound)
        for governor in before:
            if governor.value == "within" or index - governor.after > _REACH[governor.value]:
                continue
            if governor.value == "task":
                return self._account_or_plan(governor, bound)
            return _CONTEXTS[governor.value]
        adjacent = bool(before) and before[0].value == "within" and before[0].after == index
        opening = index == 0 or self.sentences[index - 1] != self.sentences[index]
        return "within" if adjacent or opening else "plain"

    def _opens_line(self, index: int) -> bool:
        """Whether a mention begins a line as a sentence does: under a headline there is no full stop."""
        at = self._skeleton.words[index].start
        return "\n" in self._skeleton.gap_before(index) and self._skeleton.text[at : at + 2].istitle()

    def intended(self, match: Match[PeriodKind]) -> bool:
        """Whether a year that opens its sentence is followed by what is to be done in it."""
        opens = not match.first or self.sentences[match.first - 1] != self.sentences[match.first]
        if match.value != "year" or not (opens or self._opens_line(match.first)):
            return False
        at = bisect_left(self._intents, match.after)
        nearest = self._intents[at] if at < len(self._intents) else match.after + _INTENT_REACH + 1
        return nearest - match.after <= _INTENT_REACH and self.sentences[nearest] == self.sentences[match.first]

    def _account_or_plan(self, task: Match[CueRole], bound: int) -> Context:
        for governor in self._before(task.first, bound):
            if governor.value in ("task", "within"):
                continue
            if task.first - governor.after > _TASK_REACH:
                break
            # "Against the plan of 2019" is said of 2019, unlike "against 2018".
            return "plain" if governor.value == "comparison" else _CONTEXTS[governor.value]
        return "plan"

    def _before(self, index: int, bound: int) -> list[Match[CueRole]]:
        """What stands in the sentence between `bound` and `index`, nearest first."""
        found = self._found[: bisect_right(self._ends, index)]
        kept = takewhile(
            lambda m: m.first >= bound and self.sentences[m.first] == self.sentences[index], reversed(found)
        )
        return list(kept)


def publication_day(skeleton: Skeleton, cues: Sequence[PeriodCue]) -> PeriodCue | None:
    """The first day that a line of page furniture gives: after "updated" or a weekday, or nearly alone on its line."""
    after_word = {match.after for match in lexicon_of("published", tolerant=skeleton.tolerant).find(skeleton)}
    for cue in cues:
        if cue.kind != "day":
            continue
        before, words = _line_around(skeleton.text, cue.span)
        announced = any(cue.first - gap in after_word for gap in range(-1, _PUBLISHED_REACH + 1))
        alone = not any(c.isalpha() for c in before)
        if words <= (_PUBLISHED_LINE_MAX_WORDS if announced else _DATE_LINE_MAX_WORDS if alone else 0):
            return cue
    return None


def _line_around(text: str, span: Span) -> tuple[str, int]:
    """What stands before `span` on its line, and how many words the line has."""
    start = text.rfind("\n", 0, span.start) + 1
    end = text.find("\n", span.end)
    return text[start : span.start], len(text[start : end if end >= 0 else len(text)].split())


def _cue(match: Match[PeriodKind], context: Context, sentence: int, skeleton: Skeleton) -> PeriodCue | None:
    day = _day(match)
    if match.value in ("day", "as_of_day") and day is None:
        return None
    # "20 năm qua" counts years.
    if match.value == "past_year" and match.first and skeleton.words[match.first - 1].bare.isdecimal():
        return None
    months = _months(match)
    year = match.numbers.get("year")
    return PeriodCue(match.value, months, year, day, context, sentence, match.first, match.span_in(skeleton))


def _day(match: Match[PeriodKind]) -> date | None:
    if match.value not in ("day", "as_of_day"):
        return None
    try:
        return date(match.numbers["year"], match.numbers["month"], match.numbers["day"])
    except ValueError:  # 31 February, or numbers that are no date at all
        return None


def _months(match: Match[PeriodKind]) -> tuple[int, int] | None:
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
