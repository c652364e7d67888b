"""Wordings of events: leadership and members of blocs, awards, conferences.

Belongs here: the row model and loading of `event_phrases.yaml`. Does not: finding events in a text (`extraction`).
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Final, Literal

from kcn_pipeline.reference.loading import DATA, Row, read_rows, require_unique
from kcn_pipeline.reference.patterns import PatternSet

EVENT_PHRASES_FILE: Final = DATA / "event_phrases.yaml"
_PATTERNS: Final = frozenset({"day", "year"})

EventRole = Literal[
    "leadership",
    "bloc",
    "link",
    "head",
    "person",
    "electing",
    "members",
    "filler",
    "award",
    "giver",
    "to",
    "of",
    "receiving",
    "giving",
    "proposing",
    "merit",
    "conference",
    "holding",
    "host",
    "planned",
    "next",
    "dating",
    "place_word",
    "at",
    "day",
    "year",
]


class EventPhrase(Row):
    """One wording, the part it plays and what it stands for in that part."""

    phrase: str
    role: EventRole
    value: str


@cache
def load_event_phrases(path: Path = EVENT_PHRASES_FILE) -> tuple[EventPhrase, ...]:
    """Every wording that is looked up by its words, in the order of the file. Errors: BrokenReference."""
    return tuple(row for row in _rows(path) if row.role not in _PATTERNS)


@cache
def load_event_times(path: Path = EVENT_PHRASES_FILE) -> PatternSet:
    """Days and years, labelled `days`, `day` or `year`. Errors: BrokenReference."""
    return PatternSet(path, [(row.phrase, row.value) for row in _rows(path) if row.role in _PATTERNS], cased=False)


def _rows(path: Path) -> list[EventPhrase]:
    rows = read_rows(path, EventPhrase)
    require_unique(path, [f"{row.role}: {row.phrase}" for row in rows])
    return rows
