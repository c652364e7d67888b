"""`kcn decide`: write down what a person decided about a figure, with what the figure says now.

Belongs here: finding the figure among what was computed, and adding the row. Does not: the row itself
(`reference.corrections`), or applying it (`kcn run`).
"""

from __future__ import annotations

import shlex
from datetime import datetime
from typing import Final
from zoneinfo import ZoneInfo

import click
from pydantic import ValidationError

from kcn_pipeline.commands import terminal
from kcn_pipeline.commands.options import Argument, Command, Option, chosen_data, data_dir_option
from kcn_pipeline.extraction.facts import Fact, facts_of_rows, plain_decimal
from kcn_pipeline.messages import say
from kcn_pipeline.publication.swapping import built_aside, only_writer, remove_leftovers
from kcn_pipeline.reference.corrections import Correction, load_corrections, with_row
from kcn_pipeline.settings import DataDirectory, data_directory

_TIMEZONE: Final = ZoneInfo("Asia/Ho_Chi_Minh")


@click.command("decide", cls=Command, help="help.decide")
@click.argument("figure_id", cls=Argument, metavar="metavar.figure")
@click.option("--accept", cls=Option, is_flag=True, help="option.accept")
@click.option("--override", "value", cls=Option, metavar="metavar.value", help="option.override")
@click.option("--drop", cls=Option, is_flag=True, help="option.drop")
@click.option("--flag", cls=Option, is_flag=True, help="option.flag")
@click.option("--reason", cls=Option, required=True, metavar="metavar.text", help="option.reason")
@click.option("--who", cls=Option, required=True, metavar="metavar.name", help="option.who")
@data_dir_option
def command(figure_id: str, value: str | None, reason: str, who: str, **actions: bool) -> None:
    """Add one row to corrections.yaml. Errors: UsageError, ClickException, BrokenReference."""
    chosen = [name for name, asked in {**actions, "override": value is not None}.items() if asked]
    if len(chosen) != 1:
        raise click.UsageError(say("usage.which_action"))
    data = chosen_data(existing=True)
    fact = _figure(figure_id, data)
    against = _contradicting(fact, data) if chosen == ["accept"] else None
    row = _row(fact, {"action": chosen[0], "value": value, "reason": reason, "who": who}, against)
    _append(row, data)
    out = terminal.console()
    out.print(say("decide.written", file=data.corrections, figure=fact.quote, document=fact.document), soft_wrap=True)
    elsewhere = [] if data == data_directory() else ["--data-dir", str(data.root)]
    follow = shlex.join(["kcn", "run", "--period", fact.period, *elsewhere])
    out.print(say("ingest.next", command=follow), style=terminal.FAINT, soft_wrap=True)


def _figure(figure_id: str, data: DataDirectory) -> Fact:
    from kcn_pipeline.defs.storage import stored_table  # Dagster: not before the call is known to be sound
    from kcn_pipeline.publication.inputs import records

    stored = stored_table(data.warehouse, "extracted_metrics")
    found = facts_of_rows(records(stored[stored["figure_id"] == figure_id.strip().lower()]))
    if not found:
        raise click.ClickException(say("decide.no_figure", figure=figure_id, count=len(stored)))
    return found[0]


def _contradicting(fact: Fact, data: DataDirectory) -> list[str]:
    """The figures that contradict it now: what contradicts it later is to be told anew."""
    from kcn_pipeline.defs.storage import stored_table
    from kcn_pipeline.publication.inputs import records
    from kcn_pipeline.reconciliation.localisation.findings import figures_in_conflict

    members = figures_in_conflict(records(stored_table(data.warehouse, "conflict_members")))
    return sorted({figure for ids in members.values() if fact.figure_id in ids for figure in ids} - {fact.figure_id})


def _row(fact: Fact, decided: dict[str, str | None], against: list[str] | None) -> Correction:
    told = {
        "target": {"figure_id": fact.figure_id, "period": fact.period},
        "when": datetime.now(_TIMEZONE).date(),
        "expect": {"value": plain_decimal(fact.value), "quote": fact.quote, "against": against},
        **decided,
    }
    try:
        return Correction.model_validate(told)
    except ValidationError as error:
        field = str(error.errors()[0]["loc"][0])
        raise click.UsageError(say("usage.bad_decision", field=field, value=decided.get(field) or "")) from error


def _append(row: Correction, data: DataDirectory) -> None:
    """The file replaced by one with the row at its end, once that is known to be sound."""
    path = data.corrections
    with only_writer(path):
        remove_leftovers(path)
        load_corrections(path)
        before = path.read_text(encoding="utf-8") if path.exists() else ""
        with built_aside(path) as aside:
            aside.write_text(with_row(before, row), encoding="utf-8")
            load_corrections(aside)
