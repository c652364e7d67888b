"""Click in two languages: commands and options whose help is a key of `messages.yaml`.

Belongs here: the classes every subcommand is made of, and the options that several share. Does
not: what a command does, and how a failure is worded (`failures`).
"""

from __future__ import annotations

import difflib
import importlib
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final, cast

import click

from kcn_pipeline.messages import say
from kcn_pipeline.periods import HalfYear
from kcn_pipeline.settings import DataDirectory, data_directory

HEADINGS: Final = {"Options": "help.options", "Commands": "help.commands"}
_DATA_DIR: Final = "kcn.data_dir"


class Formatter(click.HelpFormatter):
    """Help pages with their headings in the language of the moment."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """The usage line."""
        super().write_usage(prog, args, prefix or f"{say('help.usage')}: ")

    def write_heading(self, heading: str) -> None:
        """The heading of a section."""
        super().write_heading(say(HEADINGS[heading]))


class Context(click.Context):
    """A context that formats help with `Formatter`."""

    formatter_class = Formatter


class Option(click.Option):
    """An option whose `help` and `metavar` are keys of messages."""

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        """The option and its help."""
        record = super().get_help_record(ctx)
        return record and (record[0], say(self.help or ""))

    def make_metavar(self, ctx: click.Context) -> str:
        """The word that stands for the value."""
        return say(self.metavar) if self.metavar else super().make_metavar(ctx)


class Argument(click.Argument):
    """An argument whose `metavar` is a key of messages."""

    def make_metavar(self, ctx: click.Context) -> str:  # noqa: ARG002 (click's signature)
        """The word that stands for the value."""
        word = say(self.metavar or "")
        return f"{word}..." if self.nargs != 1 else word


class Command(click.Command):
    """A command whose `help` is a key of messages, and whose usage errors can be worded in both languages."""

    context_class = Context
    allow_extra_args = True

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Parse; what is left over is refused here, because click words it in English only."""
        rest = super().parse_args(ctx, args)
        if rest and not ctx.resilient_parsing and not isinstance(self, click.Group):
            raise click.UsageError(say("usage.extra", values=" ".join(rest)), ctx)
        return rest

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        """Everything after the command's name in the usage line."""
        return [say("metavar.options"), *(piece for p in self.get_params(ctx) for piece in p.get_usage_pieces(ctx))]

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """The paragraphs under the usage line."""
        formatter.write_paragraph()
        with formatter.indentation():
            formatter.write_text(say(self.help or ""))

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """`--help`."""
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = say("help.help")
        return option


class Group(Command, click.Group):
    """The root: its subcommands are imported when they are called, so that light ones start fast.

    Subcommand `x` is `kcn_pipeline.commands.x.command`, and its help the message `help.x`.
    """

    def __init__(self, *args: Any, names: tuple[str, ...], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.names = names

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 (click's signature)
        """In the order of a day's work, not of the alphabet."""
        return list(self.names)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 (click's signature)
        """The subcommand, imported now."""
        if cmd_name not in self.names:
            return None
        module = importlib.import_module(f"kcn_pipeline.commands.{cmd_name}")
        return cast("click.Command", module.command)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The subcommand that `args` begin with. Errors: UsageError with the nearest name."""
        name = args[0]
        if name not in self.names:
            known = difflib.get_close_matches(name, self.names, n=1) or self.names
            raise click.UsageError(say("usage.no_command", name=name, known=", ".join(known)), ctx)
        return name, self.get_command(ctx, name), args[1:]

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        """Options, then the subcommand."""
        return [*super().collect_usage_pieces(ctx), say("metavar.command")]

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The list of subcommands, each with the first sentence of its help."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, _first_sentence(say(f"help.{name}"))) for name in self.list_commands(ctx)])


class Choice(click.Choice[str]):
    """One of several words."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The word, when it is one of them."""
        if value not in self.choices:
            self.fail(say("usage.no_choice", value=value, choices=", ".join(self.choices)), param, ctx)
        return str(value)


class HalfYearType(click.ParamType[HalfYear]):
    """A half-year, written 2019-H1."""

    name = "half-year"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> HalfYear:
        """The half-year."""
        try:
            return HalfYear.parse(str(value))
        except ValueError:
            self.fail(say("usage.no_period", value=value), param, ctx)


class Port(click.ParamType[int]):
    """A TCP port that needs no privileges."""

    name = "port"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """The port's number."""
        if not str(value).isdecimal() or not 1024 <= int(value) <= 65535:
            self.fail(say("usage.no_port", value=value), param, ctx)
        return int(value)


def _first_sentence(text: str) -> str:
    return text.partition(". ")[0].rstrip(".")


def _remember(ctx: click.Context, _: click.Parameter, value: Path | None) -> None:
    # Given before and after the subcommand, the later one wins, as with every other option.
    if value is not None:
        ctx.meta[_DATA_DIR] = value


def periods_option(*, help: str) -> Callable[[Callable[..., Any]], Callable[..., Any]]:  # noqa: A002 - as click calls it
    """Add `--period`, as often as wanted, as the parameter `periods`. help: key of its message."""
    return click.option(
        "--period",
        "periods",
        cls=Option,
        multiple=True,
        type=HalfYearType(),
        metavar="metavar.period",
        help=help,
    )


def data_dir_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add `--data-dir`; the command then asks `chosen_data()`."""
    return click.option(
        "--data-dir",
        cls=Option,
        type=click.Path(path_type=Path),
        metavar="metavar.folder",
        help="option.data_dir",
        expose_value=False,
        callback=_remember,
    )(command)


def chosen_data(*, existing: bool) -> DataDirectory:
    """The data directory of this call: option, else `KCN_DATA_DIR`, else `./data`.

    Errors: UsageError when it is a file, or is missing where `existing` asks for it.
    """
    ctx = click.get_current_context()
    data = data_directory(ctx.meta.get(_DATA_DIR))
    if data.root.exists() and not data.root.is_dir():
        raise click.ClickException(say("input.data_no_folder", folder=data.root))
    if existing and not data.root.exists():
        raise click.ClickException(say("input.data_missing", folder=data.root))
    return data
