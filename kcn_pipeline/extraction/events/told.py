"""Events that a document tells: leaders and members of blocs, awards, conferences and their hosts.

Belongs here: the value type with its row in `events`, and telling an event from its repetitions. Does not: recognising
one (`events.leadership`, `events.members`, `events.awards`, `events.conferences`).
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict, dataclass, replace
from datetime import date
from typing import Any

from kcn_pipeline.cleaning.cleaned import CleanedText
from kcn_pipeline.documents.document import Document
from kcn_pipeline.extraction.events.awards import awards
from kcn_pipeline.extraction.events.conferences import conferences, hosts
from kcn_pipeline.extraction.events.leadership import leaders
from kcn_pipeline.extraction.events.members import members
from kcn_pipeline.extraction.events.scene import Scene
from kcn_pipeline.extraction.events.sightings import EventKind, Sighting
from kcn_pipeline.extraction.facts import Cue
from kcn_pipeline.quantities import Span


@dataclass(frozen=True, slots=True)
class Event:
    """One event about one board or bloc; see `tables.EVENTS` for every field. Spans are of the decoded text."""

    event_id: str
    document_id: str
    document: str
    period: str
    kind: EventKind
    span: Span
    quote: str
    entity: str
    bloc: str | None
    role: str | None
    person: str | None
    award: str | None
    giver: str | None
    status: str | None
    year: int
    first_day: date | None
    last_day: date | None
    place: str | None
    rule: str
    cues: tuple[Cue, ...]

    def as_row(self) -> dict[str, Any]:
        """The event as a row of `events` and as a line of `kcn extract --events`."""
        return {
            "event_id": self.event_id,
            "document_id": self.document_id,
            "document": self.document,
            "period": self.period,
            "kind": self.kind,
            "start": self.span.start,
            "end": self.span.end,
            "quote": self.quote,
            "entity": self.entity,
            "bloc": self.bloc,
            "role": self.role,
            "person": self.person,
            "award": self.award,
            "giver": self.giver,
            "status": self.status,
            "year": self.year,
            "first_day": self.first_day.isoformat() if self.first_day else None,
            "last_day": self.last_day.isoformat() if self.last_day else None,
            "place": self.place,
            "rule": self.rule,
            "cues": json.dumps([asdict(cue) for cue in self.cues], ensure_ascii=False),
        }

    @classmethod
    def from_row(cls, row: Mapping[str, Any]) -> Event:
        """The inverse of `as_row`."""
        apart = {"start", "end", "year", "first_day", "last_day", "cues"}
        return cls(
            **{name: value for name, value in row.items() if name not in apart},
            span=Span(int(row["start"]), int(row["end"])),
            year=int(row["year"]),
            first_day=_day(row["first_day"]),
            last_day=_day(row["last_day"]),
            cues=tuple(Cue(**cue) for cue in json.loads(row["cues"])),
        )


def extract_events(document: Document, cleaned: CleanedText) -> list[Event]:
    """Every event that `document` tells, once each, in the order of the text."""
    scene = Scene(cleaned.text, document.identity)
    if not len(scene.tokens):
        return []
    return [_event(seen, scene, document, cleaned) for seen in _once(scene, document.identity.window.end.year)]


def _seen(scene: Scene) -> Iterator[Sighting]:
    yield from leaders(scene)
    yield from members(scene)
    yield from awards(scene)
    yield from conferences(scene)
    yield from hosts(scene)


def _once(scene: Scene, reported_year: int) -> list[Sighting]:
    """Each event once: a repetition without a year is of the one told; the first names what the others leave out."""
    kept: dict[tuple[object, ...], Sighting] = {}
    years: dict[tuple[object, ...], int] = {}
    for seen in sorted(_seen(scene), key=lambda s: (s.first, s.last)):
        what = (seen.kind, seen.entity, seen.bloc, seen.role, seen.award, seen.status, seen.days)
        year = seen.year or years.get(what, reported_year)
        years.setdefault(what, year)
        known = kept.get((*what, year))
        if known is None:
            kept[*what, year] = replace(seen, year=year)
        else:
            kept[*what, year] = replace(known, person=known.person or seen.person, giver=known.giver or seen.giver)
    return list(kept.values())


def _event(seen: Sighting, scene: Scene, document: Document, cleaned: CleanedText) -> Event:
    def decoded(first: int, last: int) -> Span:
        return cleaned.alignment.to_raw(scene.tokens.span(first, last))

    span = decoded(seen.first, seen.last)
    key = f"{document.document_id}:{seen.kind}:{seen.entity}:{seen.role}:{seen.award}:{span.start}:{span.end}"
    return Event(
        event_id=hashlib.sha256(key.encode()).hexdigest()[:16],
        document_id=document.document_id,
        document=document.name,
        period=document.identity.period.label,
        kind=seen.kind,
        span=span,
        quote=span.of(document.text),
        entity=seen.entity,
        bloc=seen.bloc,
        role=seen.role,
        person=seen.person,
        award=seen.award,
        giver=seen.giver,
        status=seen.status,
        year=seen.year or document.identity.window.end.year,
        first_day=seen.days[0] if seen.days else None,
        last_day=seen.days[1] if seen.days else None,
        place=seen.place,
        rule=seen.rule,
        cues=tuple(_cues(seen, decoded)),
    )


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _cues(seen: Sighting, decoded: Callable[[int, int], Span]) -> Iterator[Cue]:
    for cue in seen.cues:
        span = decoded(cue.first, cue.last)
        yield Cue(cue.role, cue.value, span.start, span.end)
