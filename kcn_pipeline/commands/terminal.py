"""What the terminal shows: consoles, tables, and colours that mean the same in every command.

Belongs here: how things are laid out, in a terminal or a pipe. Does not: what is said (`messages`).
"""

from __future__ import annotations

import os
import sys
from typing import Final

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table

GOOD: Final = "green"
DOUBTFUL: Final = "yellow"
BAD: Final = "bold red"
FAINT: Final = "dim"

_WIDTH_OF_A_PIPE: Final = 120


class PlainConsole(Console):
    """A console without markup and guessed colours, because file names hold brackets and digits."""

    def __init__(self, *, stderr: bool = False, width: int | None = None) -> None:
        super().__init__(stderr=stderr, width=width, highlight=False, markup=False, emoji=False)

    def on_broken_pipe(self) -> None:
        """Leave the exit status to `cli`: rich's own, 1, would mean findings of severity ERROR."""
        raise BrokenPipeError


def console() -> PlainConsole:
    """Standard output."""
    width = None if sys.stdout.isatty() or "COLUMNS" in os.environ else _WIDTH_OF_A_PIPE
    return PlainConsole(width=width)


def table(*headings: str, numbers: tuple[int, ...] = ()) -> Table:
    """An empty table; the columns whose places are in `numbers` are flush right and never broken."""
    made = Table(box=SIMPLE_HEAD, pad_edge=False, padding=(0, 1, 0, 0), header_style="bold", show_edge=False)
    for place, heading in enumerate(headings):
        if place in numbers:
            made.add_column(heading, justify="right", no_wrap=True)
        else:
            made.add_column(heading, overflow="fold")
    return made
