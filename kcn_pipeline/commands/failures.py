"""What went wrong, in one line that names file, place and cure.

Belongs here: wording an exception for people, in either language. Does not: raising any, or
deciding the exit status (`cli`).
"""

from __future__ import annotations

import errno
import os
import sys
from typing import Final

import click

from kcn_pipeline.documents.problems import DocumentProblem
from kcn_pipeline.messages import say, translated
from kcn_pipeline.reference.loading import BrokenReference
from kcn_pipeline.settings import BadLimit

DEBUG_VARIABLE: Final = "KCN_DEBUG"
BAD_INPUT: Final = 2
"""Exit status of bad usage and bad input."""

_SYSTEM_ERRORS: Final = {
    errno.ENOENT: "failure.not_found",
    errno.EACCES: "failure.not_allowed",
    errno.EPERM: "failure.not_allowed",
    errno.EROFS: "failure.not_allowed",
    errno.EISDIR: "failure.is_folder",
    errno.ENOTDIR: "failure.not_folder",
    errno.ENOSPC: "failure.disk_full",
}


def debugging() -> bool:
    """Whether `KCN_DEBUG` asks for tracebacks."""
    return os.environ.get(DEBUG_VARIABLE, "0") not in {"", "0"}


def in_one_line(error: BaseException) -> str:
    """What went wrong and what to do about it, without line breaks."""
    return " ".join(_worded(error).split())


def complain(error: BaseException, place: object = None) -> None:
    """Print the failure to standard error; `place`, such as a file name, stands first unless it is named already.

    Errors: raises `error` itself when `KCN_DEBUG` is set.
    """
    if debugging():
        raise error
    line = in_one_line(error)
    if place is not None and str(place) not in line:
        line = f"{place}: {line}"
    sys.stdout.flush()  # what came before must stand before, when both go to one log
    click.echo(f"{click.style(say('failure.heading'), fg='red', bold=True)} {line}", err=True)


def warn(error: BaseException) -> None:
    """Print to standard error what was taken as well as it could be."""
    sys.stdout.flush()
    click.echo(f"{click.style(say('failure.warning'), fg='yellow', bold=True)} {in_one_line(error)}", err=True)


def _worded(error: BaseException) -> str:
    if isinstance(error, click.UsageError):
        command = error.ctx.command_path if error.ctx else "kcn"
        return f"{_usage(error)}; {say('usage.see_help', command=command)}"
    if isinstance(error, click.ClickException):
        return error.message
    if isinstance(error, DocumentProblem):
        return _joined(error.name, error.reason, error.cure)
    if isinstance(error, BrokenReference):
        return _joined(f"{error.path.name}:{error.line}", error.problem, error.cure)
    if isinstance(error, OSError):
        return _refused_by_the_system(error)
    return (
        _wrong_limit(error)
        if isinstance(error, BadLimit)
        else say("failure.fault", kind=type(error).__name__, reason=error)
    )


def _joined(place: str, reason: str, cure: str) -> str:
    said = f"{translated(reason)}; {translated(cure)}"
    return f"{place}: {said}" if place else said


def _wrong_limit(error: BadLimit) -> str:
    return say("failure.limit", variable=error.variable, written=error.written)


def _refused_by_the_system(error: OSError) -> str:
    if error.errno is None:
        return str(error)  # raised by us, with place and cure
    key = _SYSTEM_ERRORS.get(error.errno)
    file = error.filename or "?"
    return say(key, file=file) if key else say("failure.system", file=file, reason=error.strerror)


def _usage(error: click.UsageError) -> str:
    """Click words these in English only; the others were worded by us when they were raised."""
    if isinstance(error, click.MissingParameter) and error.param is not None and error.ctx is not None:
        option = [error.param.opts[0]] if isinstance(error.param, click.Option) else []
        return say("usage.missing", what=" ".join([*option, error.param.make_metavar(error.ctx)]))
    if isinstance(error, click.NoSuchOption):
        near = ", ".join(error.possibilities or ())
        key = "usage.no_option_near" if near else "usage.no_option"
        return say(key, name=error.option_name, near=near) if near else say(key, name=error.option_name)
    if isinstance(error, click.BadOptionUsage):
        return say("usage.option_value", name=error.option_name)
    if isinstance(error, click.BadParameter) and error.param is not None:
        return f"{error.param.opts[0]}: {error.message}"
    return error.message
