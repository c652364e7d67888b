"""`kcn extract`: the figures or the events of single documents, without a warehouse.

Belongs here: reading file after file and printing what was found. Does not: extracting
(`extraction`) or laying the tables out (`figures_table`, `events_table`).
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

import click

from kcn_pipeline.cleaning.clean import clean_text
from kcn_pipeline.commands import failures
from kcn_pipeline.commands.inputs import documents_in
from kcn_pipeline.commands.options import Argument, Choice, Command, Option, data_dir_option
from kcn_pipeline.documents.document import Document
from kcn_pipeline.documents.identity.guessing import is_stand_in
from kcn_pipeline.documents.problems import DocumentProblem
from kcn_pipeline.documents.shelf import guess_document
from kcn_pipeline.extraction.events.told import Event, extract_events
from kcn_pipeline.extraction.extract import extract_facts
from kcn_pipeline.extraction.facts import Fact
from kcn_pipeline.extraction.roles import NumberRole, numbers_with_roles
from kcn_pipeline.messages import say


@click.command("extract", cls=Command, help="help.extract")
@click.argument("files", cls=Argument, nargs=-1, required=True, type=click.Path(path_type=Path), metavar="metavar.file")
@click.option("--format", "form", cls=Option, type=Choice(("table", "jsonl")), help="option.extract_format")
@click.option("--all", "everything", cls=Option, is_flag=True, help="option.all_figures")
@click.option("--events", "of_events", cls=Option, is_flag=True, help="option.events")
@data_dir_option
def command(files: tuple[Path, ...], form: str | None, everything: bool, of_events: bool) -> int:
    """Exit status 2 when a file could not be used; the others are still read.

    Of a document that `kcn ingest` would refuse, for it does not tell whose it is or of when, the likeliest is
    taken, with a warning: figures can be looked at before a sidecar is written.
    """
    if everything and of_events:
        raise click.UsageError(say("usage.all_and_events"))
    wanted = _Wanted(lines=form == "jsonl", everything=everything, events=of_events)
    status = 0
    for file in files:
        try:
            with documents_in(file) as documents:
                for path in documents:
                    status = max(status, _extract(path, wanted))
        except DocumentProblem as problem:
            failures.complain(problem, file.name)
            status = failures.BAD_INPUT
    return status


@dataclass(frozen=True, slots=True)
class _Wanted:
    """What is to be printed, and whether as JSON lines."""

    lines: bool
    everything: bool
    events: bool


def _extract(file: Path, wanted: _Wanted) -> int:
    try:
        document, doubts = guess_document(file)
        cleaned = clean_text(document.text)
        events = extract_events(document, cleaned) if wanted.events else []
        facts = [] if wanted.events else extract_facts(document, cleaned)
        numbers = numbers_with_roles(document, cleaned, facts) if wanted.everything else []
    except Exception as error:  # one bad file must not hide the others
        failures.complain(error, file.name)
        return failures.BAD_INPUT
    for doubt in doubts:
        failures.warn(doubt)
    unknown = is_stand_in(document.identity.window.end)
    dated = [_dated(fact, unknown=unknown) for fact in facts]
    if wanted.lines:
        _print_lines(dated)
        _print_rows(number.as_row(document.name) for number in numbers)
        _print_rows(_told(event, unknown=unknown) for event in events)
    elif wanted.events:
        _show_events(document, events)
    else:
        _show(document, dated, numbers, everything=wanted.everything)
    return 0


def _dated(fact: Fact, *, unknown: bool) -> Fact:
    """The fact, without days that were counted from a year that the document does not tell."""
    if not is_stand_in(fact.period_end):
        return replace(fact, period="") if unknown else fact
    return replace(fact, period="", period_start=None, period_end=None, base_period=None)


def _print_lines(facts: Sequence[Fact]) -> None:
    for fact in facts:
        lists: dict[str, Any] = {
            "coverage": list(fact.coverage),
            "cues": [asdict(cue) for cue in fact.cues],
            "review": [doubt.as_row() for doubt in fact.review],
        }
        known = {"period": fact.period or None}
        click.echo(json.dumps({**fact.as_row(), **known, **lists}, ensure_ascii=False))


def _print_rows(rows: Iterable[dict[str, Any]]) -> None:
    for row in rows:
        click.echo(json.dumps(row, ensure_ascii=False))


def _told(event: Event, *, unknown: bool) -> dict[str, Any]:
    """An event as a line, without a year or period that the document does not tell."""
    year = None if is_stand_in(date(event.year, 12, 31)) else event.year
    period = None if unknown else event.period
    return {**event.as_row(), "year": year, "period": period, "cues": [asdict(cue) for cue in event.cues]}


def _show(document: Document, facts: Sequence[Fact], numbers: Sequence[NumberRole], *, everything: bool) -> None:
    from kcn_pipeline.commands import figures_table

    figures_table.show(document, facts, numbers, everything=everything)


def _show_events(document: Document, events: Sequence[Event]) -> None:
    from kcn_pipeline.commands import events_table

    events_table.show(document, events)
