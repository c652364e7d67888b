"""An event as it was seen in a text, before it is told from its repetitions.

Belongs here: the record that the recognisers fill. Does not: recognising (`events.leadership` … `events.conferences`).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

EventKind = Literal["leadership", "membership", "award", "conference", "host"]


@dataclass(frozen=True, slots=True)
class WordCue:
    """Words at tokens [first, last) that told something of an event: what part, and what it stands for."""

    role: str
    value: str
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Sighting:
    """One statement of an event about one entity, at tokens [first, last).

    `year` None: none was told. `role`: leader or deputy, or the kind of conference.
    """

    kind: EventKind
    first: int
    last: int
    entity: str
    rule: str
    cues: tuple[WordCue, ...]
    bloc: str | None = None
    role: str | None = None
    person: str | None = None
    award: str | None = None
    giver: str | None = None
    status: str | None = None
    year: int | None = None
    days: tuple[date, date] | None = None
    place: str | None = None
