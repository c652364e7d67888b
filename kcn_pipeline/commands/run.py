"""`kcn run`: materialise half-years through Dagster and say what came of it.

Belongs here: which half-years, progress, the call. Does not: running (`defs.launch`) or laying the
summary out (`summary_tables`).
"""

from __future__ import annotations

import click

from kcn_pipeline.commands.options import Command, Option, chosen_data, data_dir_option, periods_option
from kcn_pipeline.messages import say
from kcn_pipeline.periods import HalfYear


@click.command("run", cls=Command, help="help.run")
@periods_option(help="option.period")
@click.option("--all", "everything", cls=Option, is_flag=True, help="option.all_periods")
@data_dir_option
def command(periods: tuple[HalfYear, ...], everything: bool) -> int:
    """Exit status 1 when a check of severity ERROR failed."""
    if everything == bool(periods):
        raise click.UsageError(say("usage.period_and_all" if everything else "usage.which_periods"))
    data = chosen_data(existing=True)
    # Dagster takes seconds to import: not before the call is known to be sound.
    from kcn_pipeline.commands.refresh import refresh

    return refresh(periods, data)
