"""The `kcn` command: its root, and the exit status of every way a call can end.

Belongs here: the entry point. Does not: what a subcommand does (`commands`) or says (`messages`).
Exit status: 0 done; 1 done, with findings of severity ERROR; 2 bad usage or bad input; 130
stopped by Ctrl-C; 141 the reader of our output went away, as for every Unix filter.
"""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Sequence
from typing import Final

import click

from kcn_pipeline.commands import failures, options
from kcn_pipeline.messages import say
from kcn_pipeline.settings import limits

INTERRUPTED: Final = 130
READER_GONE: Final = 141


@click.group(
    cls=options.Group,
    names=("ingest", "run", "report", "clean", "extract", "propose", "decide", "dev"),
    help="help.kcn",
)
@options.data_dir_option
def kcn() -> None:
    """The root; subcommands do the work. Errors: BadLimit, before any of them begins."""
    limits()


def main() -> None:
    """Entry point of the `kcn` script."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8")  # a C or Latin-1 locale cannot print Vietnamese
    status = run(sys.argv[1:])
    sys.exit(status)


def run(arguments: Sequence[str]) -> int:
    """Run one command line, without the program's name; gives the exit status and never raises.

    Errors: with `KCN_DEBUG=1` a failure is raised as it is, for its traceback.
    """
    try:
        status = _invoke(list(arguments))
        sys.stdout.flush()
    except BrokenPipeError:
        # Whatever Python still wants to flush at exit must not fail a second time.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return READER_GONE
    except (KeyboardInterrupt, click.Abort):
        click.echo(say("failure.interrupted"), err=True)
        return INTERRUPTED
    except Exception as error:
        failures.complain(error)
        return failures.BAD_INPUT
    return status


def _invoke(arguments: list[str]) -> int:
    try:
        with kcn.make_context("kcn", arguments or ["--help"]) as context:
            return int(kcn.invoke(context) or 0)
    except click.exceptions.Exit as done:
        return done.exit_code
