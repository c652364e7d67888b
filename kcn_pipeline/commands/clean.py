"""`kcn clean`: how one document is restored, for reading or as data.

Belongs here: choosing among the forms of the result. Does not: restoring (`cleaning`) or drawing
the difference (`difference`).
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path
from typing import Final

import click

from kcn_pipeline.alignment import SegmentKind
from kcn_pipeline.cleaning.clean import clean_text
from kcn_pipeline.cleaning.cleaned import CleanedText
from kcn_pipeline.cleaning.review import is_doubtful
from kcn_pipeline.commands.inputs import only_document_in
from kcn_pipeline.commands.options import Argument, Choice, Command, Option, data_dir_option
from kcn_pipeline.documents.readers.choice import decode
from kcn_pipeline.documents.shelf import read_bytes
from kcn_pipeline.messages import say

_KINDS: Final[dict[SegmentKind, str]] = {
    "decoded": "clean.decoded",
    "normalised": "clean.normalised",
    "furniture": "clean.furniture",
    "restored": "clean.restored",
    "digit_as_letter": "clean.digit_as_letter",
}


@click.command("clean", cls=Command, help="help.clean")
@click.argument("file", cls=Argument, type=click.Path(path_type=Path), metavar="metavar.file")
@click.option("--format", "form", cls=Option, type=Choice(("diff", "text", "segments")), help="option.clean_format")
@data_dir_option
def command(file: Path, form: str | None) -> None:
    """Errors: UnreadableDocument."""
    with only_document_in(file) as document:
        cleaned = clean_text(decode(read_bytes(document), document.name).text)
    match form or ("diff" if sys.stdout.isatty() else "text"):
        case "text":
            click.echo(cleaned.text, nl=not cleaned.text.endswith("\n"))
        case "segments":
            for segment in cleaned.alignment.segments:
                click.echo(json.dumps(segment.as_row(), ensure_ascii=False))
        case _:
            _show(cleaned)


def _show(cleaned: CleanedText) -> None:
    from kcn_pipeline.commands import difference, terminal

    out = terminal.console()
    counts = Counter(segment.kind for segment in cleaned.alignment.segments)
    if not counts:
        out.print(say("clean.unchanged"), style=terminal.GOOD)
        return
    out.print(difference.drawn(difference.hunks(cleaned.raw_text, cleaned.alignment)))
    summary = [f"{say(name)}: {counts[kind]}" for kind, name in _KINDS.items() if counts[kind]]
    if doubtful := sum(map(is_doubtful, cleaned.alignment.segments)):
        summary.append(f"{say('clean.doubtful')}: {doubtful}")
    out.print(" · ".join(summary))
