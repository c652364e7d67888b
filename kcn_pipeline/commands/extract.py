"""`kcn extract`: the figures of single documents, without a warehouse.

Belongs here: reading file after file and printing what was found. Does not: extracting
(`extraction`) or laying the table out (`figures_table`).
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

import click

from kcn_pipeline.cleaning.clean import clean_text
from kcn_pipeline.commands import failures
from kcn_pipeline.commands.inputs import documents_in
from kcn_pipeline.commands.options import Argument, Choice, Command, Option, data_dir_option
from kcn_pipeline.documents.document import Document
from kcn_pipeline.documents.guessing import is_stand_in
from kcn_pipeline.documents.problems import DocumentProblem
from kcn_pipeline.documents.shelf import guess_document
from kcn_pipeline.extraction.extract import extract_facts
from kcn_pipeline.extraction.facts import Fact


@click.command("extract", cls=Command, help="help.extract")
@click.argument("files", cls=Argument, nargs=-1, required=True, type=click.Path(path_type=Path), metavar="metavar.file")
@click.option("--format", "form", cls=Option, type=Choice(("table", "jsonl")), help="option.extract_format")
@click.option("--all", "everything", cls=Option, is_flag=True, help="option.all_figures")
@data_dir_option
def command(files: tuple[Path, ...], form: str | None, everything: bool) -> int:
    """Exit status 2 when a file could not be used; the others are still read.

    Of a document that `kcn ingest` would refuse, for it does not tell whose it is or of when, the likeliest is
    taken, with a warning: figures can be looked at before a sidecar is written.
    """
    status = 0
    for file in files:
        try:
            with documents_in(file) as documents:
                for path in documents:
                    status = max(status, _extract(path, form, everything=everything))
        except DocumentProblem as problem:
            failures.complain(problem, file.name)
            status = failures.BAD_INPUT
    return status


def _extract(file: Path, form: str | None, *, everything: bool) -> int:
    try:
        document, doubts = guess_document(file)
        unknown = is_stand_in(document.identity.window.end)
        facts = [_dated(fact, unknown=unknown) for fact in extract_facts(document, clean_text(document.text))]
    except Exception as error:  # one bad file must not hide the others
        failures.complain(error, file.name)
        return failures.BAD_INPUT
    for doubt in doubts:
        failures.warn(doubt)
    if form == "jsonl":
        _print_lines(facts)
    else:
        _show(document, facts, everything=everything)
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


def _show(document: Document, facts: Sequence[Fact], *, everything: bool) -> None:
    from kcn_pipeline.commands import figures_table

    figures_table.show(document, facts, everything=everything)
