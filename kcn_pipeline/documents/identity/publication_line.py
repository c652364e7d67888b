"""The day on which a page says that it was published.

Belongs here: telling that day from all others that a text names. Does not: days that the markup tells (`html`).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from kcn_pipeline.documents.identity.layout import lexicon_of
from kcn_pipeline.documents.identity.period_contexts import bracket_around
from kcn_pipeline.documents.identity.period_cues import PeriodCue
from kcn_pipeline.documents.skeleton import Skeleton
from kcn_pipeline.quantities import Span

_PUBLISHED_REACH: Final = 2
_PUBLISHED_LINE_MAX_WORDS: Final = 18
_DATE_LINE_MAX_WORDS: Final = 9
# Portals put the day before everything else, on the line of the lead: "date 2025-03-21 ...".
_FIRST_WORDS: Final = 1


def publication_day(skeleton: Skeleton, cues: Sequence[PeriodCue]) -> PeriodCue | None:
    """The first day that page furniture gives: after "updated" or a weekday, nearly alone on its line, or first of all.

    A bracket is looked at as a line is, and one that opens a line may name who published on the day.
    """
    after_word = {match.after for match in lexicon_of("published", tolerant=skeleton.tolerant).find(skeleton)}
    days = (cue for cue in cues if cue.kind == "day")
    return next((cue for cue in days if _is_published(cue, skeleton.text, after_word)), None)


def _is_published(cue: PeriodCue, text: str, after_word: set[int]) -> bool:
    if cue.first <= _FIRST_WORDS and cue.span.of(text)[:1].isdigit():
        return True
    line = _line_around(text, cue.span)
    bracket = bracket_around(text, cue.span)
    around = bracket or line
    words = len(around.of(text).split())
    if any(cue.first - gap in after_word for gap in range(-1, _PUBLISHED_REACH + 1)):
        return words <= _PUBLISHED_LINE_MAX_WORDS
    opens_line = bracket is not None and not text[line.start : bracket.start - 1].strip()
    alone = opens_line or not any(c.isalpha() for c in text[around.start : cue.span.start])
    return alone and words <= _DATE_LINE_MAX_WORDS


def _line_around(text: str, span: Span) -> Span:
    end = text.find("\n", span.end)
    return Span(text.rfind("\n", 0, span.start) + 1, end if end >= 0 else len(text))
