"""`kcn propose`: phrases for the vocabulary, from the figures that it did not understand.

Belongs here: which figures are looked at, and printing rows that can be pasted. Does not: grouping them or guessing the
metric (`extraction.proposals`).
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

import click

from kcn_pipeline.cleaning.clean import clean_text
from kcn_pipeline.commands import failures
from kcn_pipeline.commands.inputs import documents_in
from kcn_pipeline.commands.options import Argument, Command, chosen_data, data_dir_option, periods_option
from kcn_pipeline.documents.shelf import guess_document
from kcn_pipeline.extraction.extract import extract_facts
from kcn_pipeline.extraction.proposals import Proposal, proposals
from kcn_pipeline.extraction.unassigned import UnassignedFigure, unassigned_figures
from kcn_pipeline.messages import say, translated
from kcn_pipeline.periods import HalfYear
from kcn_pipeline.publication.naming import metric_label
from kcn_pipeline.reference.metrics import METRICS_FILE
from kcn_pipeline.reference.phrases import PHRASES_FILE
from kcn_pipeline.settings import language

_SOURCE: Final = "proposed from documents"


@click.command("propose", cls=Command, help="help.propose")
@click.argument("files", cls=Argument, nargs=-1, type=click.Path(path_type=Path), metavar="metavar.file")
@periods_option(help="option.propose_period")
@data_dir_option
def command(files: tuple[Path, ...], periods: tuple[HalfYear, ...]) -> int:
    """Exit status 2 when a file could not be used; the others are still read."""
    if files and periods:
        raise click.UsageError(say("usage.files_and_period"))
    status, figures = _of_files(files) if files else (0, _of_warehouse(periods))
    found = proposals(figures)
    click.echo(say("propose.counts", figures=len(figures), phrases=len(found)))
    for line in _lines(found):
        click.echo(line)
    return status


def _of_files(files: Sequence[Path]) -> tuple[int, list[UnassignedFigure]]:
    status, figures = 0, []
    for file in files:
        try:
            with documents_in(file) as documents:
                for path in documents:
                    figures += _of_document(path)
        except Exception as error:  # one bad file must not hide the others
            failures.complain(error, file.name)
            status = failures.BAD_INPUT
    return status, figures


def _of_document(path: Path) -> list[UnassignedFigure]:
    document, _ = guess_document(path)
    cleaned = clean_text(document.text)
    return unassigned_figures(extract_facts(document, cleaned), cleaned)


def _of_warehouse(periods: Sequence[HalfYear]) -> list[UnassignedFigure]:
    data = chosen_data(existing=True)
    # Dagster takes seconds to import: only where stored tables are read.
    from kcn_pipeline.defs.describing import rows_of
    from kcn_pipeline.defs.storage import stored_table

    stored = stored_table(data.warehouse, "unassigned_figures", list(periods) or None)
    return [UnassignedFigure.from_row(row) for row in rows_of(stored)]


def _lines(found: Sequence[Proposal]) -> Iterator[str]:
    """YAML: under each metric its phrases, then rows for what is like none."""
    for metric in dict.fromkeys(proposal.metric for proposal in found if proposal.metric):
        yield ""
        yield f"# {say('propose.metric', file=METRICS_FILE.name, metric=metric, label=_label(metric))}"
        for proposal in (p for p in found if p.metric == metric):
            yield from _told(proposal)
            yield f"    - {_quoted(proposal.wording)}"
    unlike = [proposal for proposal in found if proposal.metric is None]
    if unlike:
        yield ""
        yield f"# {say('propose.outside', file=PHRASES_FILE.name)}"
    for proposal in unlike:
        yield from _told(proposal)
        value = f'role: outside_vocabulary, value: "{proposal.dimension}", source: "{_SOURCE}"'
        yield f"- {{phrase: {_quoted(proposal.wording)}, {value}}}"


def _told(proposal: Proposal) -> Iterator[str]:
    """How often a wording was met, why it was not understood, and examples of it."""
    count = say("propose.count", figures=proposal.count, documents=proposal.documents, unit=proposal.unit)
    yield f"#   {count}; {translated(proposal.examples[0].reason)}"
    for example in proposal.examples:
        yield f"#     {example.document}: {' '.join(example.quote.split())} | {example.sentence}"


def _quoted(wording: str) -> str:
    """A YAML text in double quotes, which JSON writes alike."""
    return json.dumps(wording, ensure_ascii=False)


def _label(metric: str) -> str:
    return metric_label(metric).read(language())
