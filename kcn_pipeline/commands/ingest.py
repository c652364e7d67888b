"""`kcn ingest`: register files and folders, and tell what became of each.

Belongs here: asking the register and showing its receipts. Does not: placing a document (`documents.register`).
"""

from __future__ import annotations

import shlex
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import click
from rich.table import Table
from rich.text import Text

from kcn_pipeline.commands import failures, terminal
from kcn_pipeline.commands.options import Argument, Command, chosen_data, data_dir_option
from kcn_pipeline.documents.ledger import Outcome, Receipt
from kcn_pipeline.documents.problems import DocumentProblem
from kcn_pipeline.documents.register import ingest
from kcn_pipeline.messages import say
from kcn_pipeline.publication.naming import short_name
from kcn_pipeline.settings import DataDirectory, data_directory, language

_HEADINGS: Final = ("ingest.outcome", "ingest.file", "ingest.period", "ingest.publisher")
_FEW: Final = 4
_NOT_TAKEN: Final = frozenset({"quarantined", "refused"})
_OUTCOMES: Final[dict[Outcome, tuple[str, str]]] = {
    "registered": ("ingest.registered", terminal.GOOD),
    "duplicate": ("ingest.duplicate", terminal.FAINT),
    "quarantined": ("ingest.quarantined", terminal.BAD),
    "refused": ("ingest.refused", terminal.BAD),
    "unpacked": ("ingest.unpacked", terminal.GOOD),
    "superseded": ("ingest.superseded", terminal.DOUBTFUL),
}


@click.command("ingest", cls=Command, help="help.ingest")
@click.argument("paths", cls=Argument, nargs=-1, required=True, type=click.Path(path_type=Path), metavar="metavar.path")
@data_dir_option
def command(paths: tuple[Path, ...]) -> int:
    """Exit status 1 when a document was quarantined, 2 when a path could not be read at all."""
    data = chosen_data(existing=False)
    receipts = ingest(paths, data)
    if not receipts:
        raise click.ClickException(say("ingest.none"))
    _show(receipts, data)
    outcomes = {receipt.outcome for receipt in receipts}
    return failures.BAD_INPUT if "refused" in outcomes else int("quarantined" in outcomes)


def _show(receipts: Sequence[Receipt], data: DataDirectory) -> None:
    out = terminal.console()
    out.print(_table(receipts))
    held = [receipt for receipt in receipts if receipt.outcome == "quarantined"]
    if held:
        out.print(say("ingest.quarantine", folder=data.quarantine), soft_wrap=True)
    for receipt in receipts:
        if receipt.reason is not None and receipt.outcome in _NOT_TAKEN:
            failures.complain(DocumentProblem(receipt.reason, receipt.cure or "", name=str(receipt.path)))
    if any(receipt.outcome == "registered" for receipt in receipts):
        out.print(say("ingest.next", command=_next_command(receipts, data)), style=terminal.FAINT, soft_wrap=True)


def _table(receipts: Sequence[Receipt]) -> Table:
    made = terminal.table(*map(say, _HEADINGS))
    for receipt in receipts:
        key, style = _OUTCOMES[receipt.outcome]
        publisher = short_name(receipt.publisher).read(language()) if receipt.publisher else ""
        name = f"{receipt.archive}/{receipt.path.name}" if receipt.archive else receipt.path.name
        made.add_row(Text(say(key), style), name, receipt.period or "", publisher)
    return made


def _next_command(receipts: Sequence[Receipt], data: DataDirectory) -> str:
    periods = sorted({receipt.period for receipt in receipts if receipt.period})
    chosen = [word for period in periods for word in ("--period", period)] if len(periods) <= _FEW else ["--all"]
    elsewhere = [] if data == data_directory() else ["--data-dir", str(data.root)]
    return shlex.join(["kcn", "run", *chosen, *elsewhere])
