"""Tables as text: one line a row, the same for every format that has tables.

Belongs here: joining the cells of a row. Does not: finding tables in text again (`extraction`).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, TypeVar

T = TypeVar("T")

SEPARATOR: Final = " | "


def row_line(cells: Sequence[str]) -> str:
    """The cells of a row with " | " between them; blanks inside a cell become one, empty cells at the end go."""
    return SEPARATOR.join(trimmed([" ".join(cell.split()) for cell in cells]))


def trimmed(cells: Sequence[T]) -> Sequence[T]:
    """The cells without the empty ones at the end.

    A row with one filled cell is that cell alone: a heading over the table, or between its rows. In all others the
    empty cells before and between stay, for they keep the columns in their place.
    """
    filled = [index for index, cell in enumerate(cells) if cell]
    if len(filled) <= 1:
        return [cells[index] for index in filled]
    return cells[: filled[-1] + 1]
