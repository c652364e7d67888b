"""`kcn report`: rebuild mart and report from what is computed, and say where the page lies.

Belongs here: the call. Does not: publishing (`defs.launch`, `publication`).
"""

from __future__ import annotations

import click

from kcn_pipeline.commands.options import Command, Option, chosen_data, data_dir_option
from kcn_pipeline.messages import say


@click.command("report", cls=Command, help="help.report")
@click.option("--open", "opened", cls=Option, is_flag=True, help="option.open")
@data_dir_option
def command(opened: bool) -> int:
    """Prints the path alone on standard output, so that a script can use it."""
    data = chosen_data(existing=True)
    from kcn_pipeline.commands.refresh import republish

    summary = republish(data)
    if not summary.published:
        click.echo(say("run.not_published"), err=True)
    if not summary.report.exists():
        raise click.ClickException(say("report.none", file=summary.report))
    click.echo(summary.report)
    if opened:
        click.launch(summary.report.as_uri())
    return int(summary.has_errors or not summary.published)
