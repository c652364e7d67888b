"""One line of a table: its cells and what kind of row it can be.

Belongs here: splitting a line at its separators, rows of numbers, of headings, of column numbers. Does not: which lines
make a table together (`tables.grid`), what a cell means (`tables.meaning`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Final, Literal

from kcn_pipeline.extraction.tables.cell_wordings import value_of, wording_of
from kcn_pipeline.extraction.tables.delimited import Bounds, comma_cells, keyed_cells, quoted_cells
from kcn_pipeline.extraction.tables.spaced_rows import spaced_cells
from kcn_pipeline.values import value_type

Separator = Literal["pipe", "tab", "semicolon", "blanks", "spaces", "stroke", "dash", "lines", "comma", "keyed"]

_SEPARATORS: Final[dict[str, re.Pattern[str]]] = {
    "pipe": re.compile(r"\|"),
    "tab": re.compile(r"\t+"),
    "blanks": re.compile(r"[ \u00a0]{2,}"),
    "stroke": re.compile(r"\s+/\s+"),
    "dash": re.compile(r"\s+[-–]\s+"),
}
_DASH: Final = re.compile(r"[-–](?<=\s.)(?=\s)")  # tells of a separator without a stop at every blank
_NUMBER: Final = re.compile(
    r"(?P<sign>[-–−+]|\()?\s*(?P<digits>[0-9]+(?:[.,][0-9]+)*)\s*(?:\(\*+\)|\*+|\))?\s*(?P<percent>%)?\)?"
)
_YEAR: Final = re.compile(r"(?:19|20)\d\d")
_ENUMERATOR: Final = re.compile(r"(?:\d{1,3}(?:\.\d{1,2})*|[IVXLC]+|[^\W\d_])?[.)]?|[-–+*•]")
_INDEX: Final = re.compile(r"\(?(?P<number>\d{1,2})\)?(?:\s*=.*)?|\(?[^\W\d_]\)?")
_MARKS: Final = ('"', "**")  # around cells: of exported sheets, and of those in bold
_TABS_IN_ROW: Final = 2
_CHARACTERS_AT_MOST: Final = 600  # a longer line is prose
_CELLS_AT_LEAST: Final = 3  # of signs that stand in prose too
_CELL_WORDS_AT_MOST: Final = 12


@value_type()
class Cell:
    """Characters [start, end) of one cell, without the blanks around it."""

    start: int
    end: int
    text: str

    @property
    def number(self) -> re.Match[str] | None:
        """The numeral of a cell with a number and nothing else: groups `sign`, `digits`, `percent`."""
        return _NUMBER.fullmatch(self.text)

    @property
    def is_year(self) -> bool:
        """Whether it holds a year and nothing else."""
        return _YEAR.fullmatch(self.text) is not None

    @property
    def is_empty(self) -> bool:
        """Whether it holds neither letter nor digit, as `-` and `…` do."""
        return not any(c.isalnum() or c == "%" for c in self.text)

    @property
    def is_enumerator(self) -> bool:
        """Whether it may number a row."""
        return _ENUMERATOR.fullmatch(self.text) is not None


@value_type()
class Row:
    """One line; a row of one cell stands between others as their heading."""

    cells: tuple[Cell, ...]
    separator: Separator | None

    @property
    def start(self) -> int:
        """Where its line begins."""
        return self.cells[0].start

    @property
    def end(self) -> int:
        """Where its line ends."""
        return self.cells[-1].end

    @property
    def has_numbers(self) -> bool:
        """Whether a number stands behind the first cell, and a word or a year before one."""
        labels = any(not cell.is_empty and (cell.number is None or cell.is_year) for cell in self.cells)
        return labels and any(cell.number is not None for cell in self.cells[1:])

    @property
    def is_head(self) -> bool:
        """Whether it can only be part of a header: years beside words, or numbers that count the columns."""
        numbers = [cell for cell in self.cells[1:] if cell.number is not None]
        years = numbers and not self.cells[0].is_year and all(cell.is_year for cell in numbers)
        return bool(years and not self.states_unit) or self.is_index

    @property
    def states_unit(self) -> bool:
        """Whether a cell behind the label holds a unit alone: a number beside it, like 1946, is an amount, no year."""
        return any(wording_of(cell.text).is_unit for cell in self.cells[1:] if cell.number is None)

    @property
    def is_index(self) -> bool:
        """`A | B | 1 | 2 | 3=2/1` under a header."""
        matches = [_INDEX.fullmatch(cell.text) for cell in self.cells if not cell.is_empty]
        counted = [int(m["number"]) for m in matches if m and m["number"]]
        return all(matches) and len(counted) > 1 and all(b == a + 1 for a, b in pairwise(counted)) and counted[0] <= 2

    @property
    def is_section(self) -> bool:
        """Whether it holds one wording alone, where labels stand: the heading of the rows below it."""
        worded = [index for index, cell in enumerate(self.cells) if not (cell.is_empty or cell.is_enumerator)]
        return len(worded) == 1 and worded[0] <= 1

    @property
    def opens_table(self) -> bool:
        """Whether words stand in three cells and no number in any: the header of another table."""
        words = [cell for cell in self.cells if not cell.is_empty and not cell.is_enumerator]
        if self.states_unit:
            return False
        return len(words) >= 3 and all(cell.number is None or cell.is_year for cell in self.cells)


def row_of(text: str, start: int, end: int) -> Row:
    """The line text[start:end], cut at the first kind of separator that it has."""
    line = text[start:end]
    stripped, indent = line.strip(), end - len(line.lstrip())
    if "|" in line and (" | " in line or stripped.startswith("|") or stripped.endswith(" |")):
        return Row(_cells(text, start, end, "pipe", start), "pipe")
    if "\t" in stripped:
        # A tab or dash before the first word indents a line and parts nothing; before three cells it leaves one empty.
        first_is_empty = line.startswith("\t") and line.strip().count("\t") >= _TABS_IN_ROW
        return Row(_cells(text, start, end, "tab", start if first_is_empty else indent), "tab")
    if end - start <= _CHARACTERS_AT_MOST and (row := _plain_row(text, start, end)) is not None:
        return row
    if " / " in line and len(cells := _cells(text, start, end, "stroke", indent)) >= _CELLS_AT_LEAST:
        return Row(cells, "stroke")
    if _DASH.search(stripped):
        return Row(_cells(text, start, end, "dash", indent), "dash")
    return Row((_cell(text, start, end),), None)


def _plain_row(text: str, start: int, end: int) -> Row | None:
    """A row parted by signs that stand in prose too."""
    line = text[start:end]
    if bounds := keyed_cells(line):
        return _row(text, start, bounds, "keyed")
    if ";" in line and _is_short(line.split(";")[:-1]):
        row = _row(text, start, quoted_cells(line, ";"), "semicolon")
        if _are_of_table(row.cells):
            return row
    if "," in line and (bounds := comma_cells(line)):
        row = _row(text, start, bounds, "comma")
        if _are_of_table(row.cells):
            return row
    if ("  " in line or "\u00a0" in line) and _are_of_table(cells := _cells(text, start, end, "blanks", start)):
        return Row(cells, "blanks")
    return wrapped_row(text, start, end)


def wrapped_row(text: str, start: int, end: int) -> Row | None:
    """The row that text[start:end] makes where single blanks part its cells; two lines may share its label."""
    bounds = spaced_cells(text[start:end])
    return _row(text, start, bounds, "spaces") if bounds else None


def _row(text: str, start: int, bounds: Bounds, separator: Separator) -> Row:
    return Row(tuple(_cell(text, start + a, start + b) for a, b in bounds), separator)


def _are_of_table(cells: Sequence[Cell]) -> bool:
    """Semicolons and blanks part prose too: cells of a table are short, and one of a row holds a number."""
    cells = cells[:-1] if cells[-1].is_empty else cells
    if not _is_short([cell.text for cell in cells]):
        return False
    if len(cells) < _CELLS_AT_LEAST:
        return len(cells) > 1 and cells[-1].number is not None
    return any(cell.number is not None for cell in cells) or _is_header(cells)


def _is_short(texts: Iterable[str]) -> bool:
    """Whether none of the cells has more words than those of tables have."""
    return all(len(text.split()) <= _CELL_WORDS_AT_MOST for text in texts)


def _is_header(cells: Sequence[Cell]) -> bool:
    """Whether the digits of a row without numbers belong to its years and months: no cell says an amount."""
    return all(value_of(cell.text) is None for cell in cells) and not cells[-1].text.endswith(".")


def _cells(text: str, start: int, end: int, separator: Separator, offset: int) -> tuple[Cell, ...]:
    bounds = [start]
    for match in _SEPARATORS[separator].finditer(text, offset, end):
        bounds += [match.start(), match.end()]
    bounds.append(end)
    return tuple(_cell(text, a, b) for a, b in zip(bounds[::2], bounds[1::2], strict=True))


def _cell(text: str, start: int, end: int) -> Cell:
    raw = text[start:end]
    first = start + len(raw) - len(raw.lstrip())
    stripped = raw.strip()
    for mark in _MARKS:
        if len(stripped) > 2 * len(mark) and stripped.startswith(mark) and stripped.endswith(mark):
            return _cell(text, first + len(mark), first + len(stripped) - len(mark))
    return Cell(first, first + len(stripped), stripped.replace("\n", " "))
