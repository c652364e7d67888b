"""What stands where in a text: its title, its lead, and how much a word there weighs.

Belongs here: finding the title line, prominence by place. Does not: what the words say.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final

from kcn_pipeline.documents.identity.lexicon import Lexicon
from kcn_pipeline.documents.skeleton import Skeleton, skeleton_of
from kcn_pipeline.quantities import Span
from kcn_pipeline.reference.document_cues import CueRole, cues_of

# News puts who, when and what into its title and first paragraphs.
TITLE_PROMINENCE: Final = 4
LEAD_PROMINENCE: Final = 2
LEAD_CHARACTERS: Final = 1_500
_TITLE_MIN_WORDS: Final = 5
_LETTERHEAD_NAME_MAX_WORDS: Final = 4
_DATELINE_MAX_WORDS: Final = 12
_NUMBERS_OF_A_DAY: Final = 3
_COLUMNS: Final = re.compile(r"\t+|\s{3,}")
_TITLE_MAX_CHARACTERS: Final = 300
_TITLE_SEARCH_CHARACTERS: Final = 5_000


@dataclass(frozen=True, slots=True)
class Layout:
    """The title of a text, its place (empty where the text has no title line), and the end of the lead."""

    title: str
    title_span: Span
    lead_end: int

    def prominence(self, span: Span) -> int:
        """How many times a mention at `span` counts."""
        if self.title_span.overlaps(span):
            return TITLE_PROMINENCE
        return LEAD_PROMINENCE if span.start < self.lead_end else 1


def layout_of(skeleton: Skeleton, title: str | None) -> Layout:
    """Where title and lead of a text stand: at the `title` that is given, else at the first line that can be one."""
    at = skeleton.text.find(title) if title else -1
    line = Span(at, at + len(title)) if title and at >= 0 else _title_line(skeleton)
    written = title or line.of(skeleton.text).strip()
    # A first line as long as this is a paragraph.
    span = line if len(line) <= _TITLE_MAX_CHARACTERS else Span(line.start, line.start)
    return Layout(written[:_TITLE_MAX_CHARACTERS], span, line.start + LEAD_CHARACTERS)


def _title_line(skeleton: Skeleton) -> Span:
    lines = list(_lines(skeleton.text[:_TITLE_SEARCH_CHARACTERS]))
    titles = (line for line in lines if _may_be_title(line.of(skeleton.text), skeleton.tolerant))
    return next(titles, lines[0] if lines else Span(0, 0))


def _lines(text: str) -> Iterator[Span]:
    at = 0
    for line in text.splitlines(keepends=True):
        if line.strip():
            yield Span(at, at + len(line.rstrip()))
        at += len(line)


def _may_be_title(line: str, tolerant: bool) -> bool:
    skeleton = skeleton_of(line, tolerant=tolerant)
    if len(skeleton.words) < _TITLE_MIN_WORDS or _is_letterhead(skeleton):
        return False
    # A letterhead of two columns has its number on the left and its day on the right.
    if _is_dateline(skeleton_of(_COLUMNS.split(line.strip())[-1], tolerant=tolerant)):
        return False
    return not any(lexicon_of("furniture", tolerant=tolerant).find(skeleton))


def _is_letterhead(skeleton: Skeleton) -> bool:
    """Whether a line is the name of an office and nothing else, as sites and official reports begin with."""
    words = list(
        lexicon_of("authority", "board", "office", "zone", "high_tech", tolerant=skeleton.tolerant).find(skeleton)
    )
    if not words or words[0].value not in ("authority", "board") or words[0].first:
        return False
    return len(skeleton.words) - sum(m.after - m.first for m in words) <= _LETTERHEAD_NAME_MAX_WORDS


def _is_dateline(skeleton: Skeleton) -> bool:
    """Whether a line is place and day and nothing else, as letters are dated: "Bắc Giang, ngày 18 tháng 6 năm 2015"."""
    numbers = [index for index, word in enumerate(skeleton.words) if word.bare.isdecimal()]
    if len(skeleton.words) > _DATELINE_MAX_WORDS or len(numbers) < _NUMBERS_OF_A_DAY:
        return False
    before_day = range(1, numbers[0] + 1)
    return numbers[-1] == len(skeleton.words) - 1 and any("," in skeleton.gap_before(index) for index in before_day)


@cache
def lexicon_of(*roles: CueRole, tolerant: bool, misread: bool = True) -> Lexicon[CueRole]:
    """The cue phrases of some roles, for text of one kind."""
    return Lexicon(cues_of(*roles), {}, tolerant=tolerant, misread=misread)
