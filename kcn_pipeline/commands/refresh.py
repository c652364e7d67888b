"""A refresh seen from the terminal: which half-years have documents, progress, summary.

Belongs here: everything of `kcn run` and `kcn report` that needs Dagster. Does not: running it
(`defs.launch`).
"""

from __future__ import annotations

import itertools
import logging
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Final

import click
from dagster import DagsterExecutionInterruptedError
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from kcn_pipeline.commands import summary_tables, terminal
from kcn_pipeline.defs.launch import RunFailed, materialise
from kcn_pipeline.defs.partitions import around, is_partition
from kcn_pipeline.defs.storage import stored_periods
from kcn_pipeline.defs.summary import RunSummary
from kcn_pipeline.documents.shelf import periods_present
from kcn_pipeline.messages import say
from kcn_pipeline.periods import HalfYear
from kcn_pipeline.settings import DataDirectory

Tell = Callable[[str, HalfYear | None], None]

_STEPS: Final = {
    "extract": "run.extract",
    "reconcile": "run.reconcile",
    "publish": "run.publish",
    "wait": "run.wait",
}


def refresh(periods: Sequence[HalfYear], data: DataDirectory) -> int:
    """Materialise the half-years, every one that has documents when `periods` is empty; print the summary.

    Gives the exit status. Errors: ClickException for a half-year without documents, or a step that raised.
    """
    chosen = _chosen(periods, data)
    # An upper bound: what no change reached is not reconciled again.
    with _progress(steps=len(chosen) + len(around(chosen)) + 1) as tell:
        summary = _materialise(chosen, data, tell)
    summary_tables.show(summary)
    return int(summary.has_errors)


def republish(data: DataDirectory) -> RunSummary:
    """Rebuild mart and report, nothing before them. Errors: ClickException for a step that raised."""
    with _progress(steps=1) as tell:
        return _materialise([], data, tell)


def _chosen(periods: Sequence[HalfYear], data: DataDirectory) -> list[HalfYear]:
    # A half-year whose documents were taken away is known by what was computed, and must be computed anew.
    known = sorted({*periods_present(data), *stored_periods(data.warehouse, "raw_documents")})
    if not known:
        raise click.ClickException(say("run.nothing", folder=data.raw))
    if unknown := [period.label for period in periods if period not in known]:
        labels = ", ".join(period.label for period in known)
        raise click.ClickException(say("run.no_documents", periods=", ".join(unknown), folder=data.raw, known=labels))
    chosen = sorted(set(periods or known))
    if strangers := [period.label for period in chosen if not is_partition(period)]:
        raise click.ClickException(say("run.no_partition", periods=", ".join(strangers), folder=data.raw))
    return chosen


def _materialise(periods: Sequence[HalfYear], data: DataDirectory, tell: Tell) -> RunSummary:
    # Ctrl-C while a pooled connection closes is logged with its traceback, and says nothing to anyone.
    logging.getLogger("sqlalchemy.pool").setLevel(logging.CRITICAL)
    try:
        return materialise(periods, data, tell)
    except DagsterExecutionInterruptedError as stopped:
        raise KeyboardInterrupt from stopped
    except RunFailed as failure:
        # Inside a step Dagster turns Ctrl-C into a failure of the step.
        if DagsterExecutionInterruptedError.__name__ in str(failure):
            raise KeyboardInterrupt from failure
        raise click.ClickException(say("run.failed", problem=failure)) from failure


@contextmanager
def _progress(steps: int) -> Iterator[Tell]:
    """A function to call before each step: moves a bar in a terminal, prints a line into a log."""
    out = terminal.PlainConsole(stderr=True)
    if not out.is_terminal:
        yield lambda step, period: out.print(_step(step, period))
        return
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=out, transient=True) as bar:
        task = bar.add_task(say("run.starting"), total=steps)
        begun = itertools.count()

        def tell(step: str, period: HalfYear | None) -> None:
            done = steps - 1 if step == "publish" else next(begun) if period else None
            bar.update(task, description=_step(step, period), completed=done)

        yield tell


def _step(step: str, period: HalfYear | None) -> str:
    return say(_STEPS[step], period=period) if period else say(_STEPS[step])
