"""Tables that became lines of text: which lines are rows, where their cells are, which rows are the header.

Belongs here: the grid, by separators, numbers and cells of units. Does not: what a cell means (`table_meaning`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final, Literal

from kcn_pipeline.extraction.table_wordings import wording_of

Separator = Literal["pipe", "tab", "dash"]

_SEPARATORS: Final[dict[Separator, re.Pattern[str]]] = {
    "pipe": re.compile(r"\|"),
    "tab": re.compile(r"\t+"),
    "dash": re.compile(r"\s+[-–]\s+"),
}
_LINE: Final = re.compile(r"[^\n]+")
_NUMBER: Final = re.compile(
    r"(?P<sign>[-–−+]|\()?\s*(?P<digits>[0-9]+(?:[.,][0-9]+)*)\s*(?:\(\*+\)|\*+|\))?\s*(?P<percent>%)?\)?"
)
_YEAR: Final = re.compile(r"(?:19|20)\d\d")
_ENUMERATOR: Final = re.compile(r"(?:\d{1,3}(?:\.\d{1,2})*|[IVXLC]+|[^\W\d_])?[.)]?|[-–+*•]")
_INDEX: Final = re.compile(r"\(?(?P<number>\d{1,2})\)?(?:\s*=.*)?|\(?[^\W\d_]\)?")
_SECTION_CHARACTERS: Final = 100  # a longer line without a separator is prose
_HEADER_ROWS_AT_MOST: Final = 3
_ROWS_AT_LEAST: Final[dict[Separator, int]] = {"pipe": 1, "tab": 2, "dash": 2}


@dataclass(frozen=True, slots=True)
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


@dataclass(frozen=True, slots=True)
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


@dataclass(frozen=True, slots=True)
class Table:
    """Header rows, then rows with numbers and the headings between them; `above` is the text just before it."""

    separator: Separator
    headers: tuple[Row, ...]
    rows: tuple[Row, ...]
    above: str

    @property
    def start(self) -> int:
        """Offset of its first character."""
        return (*self.headers, *self.rows)[0].start

    @property
    def end(self) -> int:
        """Offset after its last character."""
        return self.rows[-1].end


def tables_in(text: str) -> list[Table]:
    """Every table of `text`, in order."""
    found: list[Table] = []
    for run in _runs(text):
        end = found[-1].end if found else 0
        table = _table(run, text, end)
        if table is not None:
            found.append(table)
    return found


def _runs(text: str) -> Iterator[list[Row]]:
    """Rows of one separator that follow each other, with short lines directly between them."""
    run = _Run()
    line_end = 0
    for match in _LINE.finditer(text):
        if match[0].isspace():
            continue
        row, apart = _row(text, match.start(), match.end()), text.count("\n", line_end, match.start()) > 1
        line_end = match.end()
        if not run.goes_on_with(row, apart=apart):
            yield run.rows
            run = _Run()
        run.add(row)
    yield run.rows


class _Run:
    """The rows of a run so far, and the lines behind them that may turn out to be headings between rows."""

    def __init__(self) -> None:
        self.rows: list[Row] = []
        self._waiting: list[Row] = []
        self._has_data = False

    def goes_on_with(self, row: Row, *, apart: bool) -> bool:
        """Whether `row` belongs to the run; `apart` when a blank line stands before it."""
        if not self.rows:
            return True
        if row.separator is None:
            short = row.end - row.start <= _SECTION_CHARACTERS
            return not apart and self.rows[0].separator != "dash" and short
        alike = row.separator == self.rows[0].separator and not (self._waiting and apart)
        return alike and not (self._has_data and row.opens_table)

    def add(self, row: Row) -> None:
        """Take the row; one without a separator only once another follows it."""
        if row.separator is None:
            self._waiting += [row] if self.rows else []
            return
        self.rows += [*self._waiting, row]
        self._waiting = []
        self._has_data = self._has_data or _is_data(row)


def _row(text: str, start: int, end: int) -> Row:
    line = text[start:end]
    separator: Separator | None = None
    if " | " in line or line.lstrip().startswith("|") or line.rstrip().endswith(" |"):
        separator = "pipe"
    elif "\t" in line.strip():
        separator = "tab"
    elif _SEPARATORS["dash"].search(line.strip()):
        separator = "dash"
    bounds = [start]
    if separator is not None:
        # A tab or dash before the first word indents a line and parts nothing.
        offset = start if separator == "pipe" else end - len(line.lstrip())
        bounds = [start]
        for match in _SEPARATORS[separator].finditer(text, offset, end):
            bounds += [match.start(), match.end()]
    bounds.append(end)
    return Row(tuple(_cell(text, a, b) for a, b in zip(bounds[::2], bounds[1::2], strict=True)), separator)


def _cell(text: str, start: int, end: int) -> Cell:
    raw = text[start:end]
    first = start + len(raw) - len(raw.lstrip())
    stripped = raw.strip()
    return Cell(first, first + len(stripped), stripped)


def _is_data(row: Row) -> bool:
    return row.has_numbers and not row.is_head


def _table(run: Sequence[Row], text: str, after: int) -> Table | None:
    first_row = next((index for index, row in enumerate(run) if _is_data(row)), len(run))
    data = [index for index, row in enumerate(run) if index >= first_row and row.has_numbers]
    if not data:
        return None
    separator = run[data[0]].separator
    if separator is None:
        return None
    first = data[0]
    if separator == "dash":
        first, run = _dashed(run, data)
        data = [index for index in data if index < len(run)]
    while first > 1 and run[first - 1].is_section and not run[first - 2].is_section:
        first -= 1
    headers = run[max(0, first - (1 if separator == "dash" else _HEADER_ROWS_AT_MOST)) : first]
    rows = run[first : data[-1] + 1]
    least = _ROWS_AT_LEAST[separator]
    if sum(row.has_numbers for row in rows) < least and not (separator == "tab" and _headed(headers, rows)):
        return None
    start = (headers or rows)[0].start
    return Table(separator, tuple(headers), tuple(rows), text[max(after, start - 2 * _SECTION_CHARACTERS) : start])


def _headed(headers: Sequence[Row], rows: Sequence[Row]) -> bool:
    return any(len(header.cells) == len(rows[0].cells) >= 3 for header in headers)


def _dashed(run: Sequence[Row], data: Sequence[int]) -> tuple[int, Sequence[Row]]:
    """Dashes stand in prose too: only rows with numbers that follow each other are a table."""
    last = data[0]
    for index in data[1:]:
        if index != last + 1:
            break
        last = index
    return data[0], run[: last + 1]
