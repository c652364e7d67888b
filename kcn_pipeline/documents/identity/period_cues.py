"""Every mention of a period in a text: which months of which year, and in what sense it is mentioned.

Belongs here: the mentions of a text with their contexts. Does not: which words name a period (`period_matches`) and
in what sense (`period_contexts`), or deciding which period the document reports on (`period_choice`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from kcn_pipeline.documents.identity.layout import lexicon_of
from kcn_pipeline.documents.identity.lexicon import Match
from kcn_pipeline.documents.identity.period_contexts import Context, Governors
from kcn_pipeline.documents.identity.period_matches import day_of, months_of, period_matches
from kcn_pipeline.documents.skeleton import Skeleton
from kcn_pipeline.quantities import Span
from kcn_pipeline.reference.document_cues import PeriodKind

_COORDINATION_WORDS: Final = 2
# Numbers of decrees, fractions and ranges hold years that are none.
_JOINING: Final = frozenset("/-–.,")


@dataclass(frozen=True, slots=True)
class PeriodCue:
    """One mention: `months` first and last of `year` (None where the text leaves it to be understood).

    A `day` has that date and no months; what is no period ("horizon", "remaining", "up_to_now"...) neither.
    `sentence` counts sentences, `first` is the index of its first word. `this_year`: the text calls the year "this".
    """

    kind: PeriodKind
    months: tuple[int, int] | None
    year: int | None
    day: date | None
    context: Context
    sentence: int
    first: int
    span: Span
    this_year: bool = False


def period_cues(skeleton: Skeleton, title: Span) -> list[PeriodCue]:
    """The mentions of periods in a text, in order; a year without the word for it counts in the `title` alone."""
    governors = Governors(skeleton)
    this_year = lexicon_of("this_year", tolerant=skeleton.tolerant)
    cues: list[PeriodCue] = []
    after_last = 0
    for match in period_matches(skeleton):
        if match.value == "bare_year" and not _stands_alone(match, skeleton, title):
            continue
        context = governors.context(match, after_last)
        if _goes_on(match, after_last, cues, governors):
            context = cues[-1].context
        says_this = any(this_year.at(skeleton, index) for index in range(match.first, match.after))
        year, sentence = match.numbers.get("year"), governors.sentences[match.first]
        span = match.span_in(skeleton)
        months, day = months_of(match), day_of(match)
        cues.append(PeriodCue(match.value, months, year, day, context, sentence, match.first, span, says_this))
        after_last = match.after
    return cues


def _stands_alone(match: Match[PeriodKind], skeleton: Skeleton, title: Span) -> bool:
    span = match.span_in(skeleton)
    around = skeleton.text[max(0, span.start - 1) : span.start] + skeleton.text[span.end : span.end + 1]
    return title.overlaps(span) and not any(c in _JOINING or c.isalnum() for c in around)


def _goes_on(match: Match[PeriodKind], after_last: int, cues: Sequence[PeriodCue], governors: Governors) -> bool:
    """Whether a mention is coordinated with the one before: "the second quarter and the first half of 2019"."""
    sentences = governors.sentences
    if not cues or sentences[match.first] != cues[-1].sentence or match.first - after_last > _COORDINATION_WORDS:
        return False
    if governors.has_between("task", after_last, match.first):
        return False
    return cues[-1].months is not None and cues[-1].year in (None, match.numbers.get("year"))
