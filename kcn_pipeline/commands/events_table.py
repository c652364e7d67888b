"""The events of one document as a table for reading.

Belongs here: which fields of an event are shown, and how. Does not: finding events (`extraction`).
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final

from kcn_pipeline.commands import terminal
from kcn_pipeline.commands.figures_table import heading
from kcn_pipeline.documents.document import Document
from kcn_pipeline.documents.identity.guessing import is_stand_in
from kcn_pipeline.extraction.events.told import Event
from kcn_pipeline.messages import say
from kcn_pipeline.publication.bilingual import text_in
from kcn_pipeline.publication.naming import short_name
from kcn_pipeline.reconciliation.wording.numerals import day_text
from kcn_pipeline.settings import language

_HEADINGS: Final = ("events.kind", "events.entity", "events.year", "events.details", "extract.quote")


def show(document: Document, events: Sequence[Event]) -> None:
    """Print the events, or that there are none."""
    out = terminal.console()
    out.print(heading(document))
    if not events:
        out.print(say("events.none"), style=terminal.FAINT)
        return
    made = terminal.table(*map(say, _HEADINGS))
    for event in events:
        made.add_row(_kind(event), _entity(event.entity), _year(event), _details(event), _quote(event))
    out.print(made)
    out.print(say("events.counts", events=len(events)), style=terminal.FAINT)


def _kind(event: Event) -> str:
    return text_in(language(), f"event.{event.role or event.award or event.kind}")


def _entity(entity: str) -> str:
    return short_name(entity).read(language())


def _year(event: Event) -> str:
    return "" if is_stand_in(date(event.year, 12, 31)) else str(event.year)


def _details(event: Event) -> str:
    """Bloc, person, giver, day and place, as far as they are told."""
    days = [day_text(day, language()) for day in dict.fromkeys((event.first_day, event.last_day)) if day]
    told = [
        _entity(event.bloc) if event.bloc and event.bloc != event.entity else None,
        event.person,
        event.giver,
        text_in(language(), f"event.{event.status}") if event.status else None,
        "\N{EN DASH}".join(days) or None,
        event.place,
    ]
    return ", ".join(part for part in told if part)


def _quote(event: Event) -> str:
    return " ".join(event.quote.split())
