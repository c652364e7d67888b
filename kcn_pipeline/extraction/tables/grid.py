"""Tables that became lines of text: which lines are rows, where their cells are, which rows are the header.

Belongs here: the grid, by separators, numbers and cells of units. Does not: what a cell means (`tables.meaning`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from kcn_pipeline.extraction.tables.cell_wordings import wording_of
from kcn_pipeline.extraction.tables.rows import Row, Separator, row_of
from kcn_pipeline.extraction.tables.spaced_headers import spaced_header
from kcn_pipeline.extraction.tables.stacked import stacked_tables

_LINE: Final = re.compile(r"[^\n]+")
_SECTION_CHARACTERS: Final = 100  # a longer line without a separator is prose
_HEADER_ROWS_AT_MOST: Final = 3
_WIDE: Final = 4  # fewer cells, which single blanks part, need a header: prose ends in numbers too
_ROWS_AT_LEAST: Final[dict[Separator, int]] = {
    "pipe": 1,
    "tab": 2,
    "semicolon": 2,
    "blanks": 2,
    "spaces": 2,
    "stroke": 2,
    "dash": 2,
}
_ABOVE: Final = 2 * _SECTION_CHARACTERS


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
    stacked = [
        Table("lines", (header,), rows, text[max(0, header.start - _ABOVE) : header.start])
        for header, rows in stacked_tables(text)
    ]
    for run in _runs(text):
        end = found[-1].end if found else 0
        table = _table(run, text, end)
        if table is not None and not any(table.start < s.end and s.start < table.end for s in stacked):
            found.append(table)
    return sorted([*found, *stacked], key=lambda table: table.start) if stacked else found


def _runs(text: str) -> Iterator[list[Row]]:
    """Rows of one separator that follow each other, with short lines directly between them."""
    run = _Run()
    line_end = 0
    for match in _LINE.finditer(text):
        if match[0].isspace():
            continue
        row, apart = row_of(text, match.start(), match.end()), text.count("\n", line_end, match.start()) > 1
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
    if separator == "spaces":
        if not headers and (header := spaced_header(text, after, rows)):
            headers = [header]
        narrow = any(len(row.cells) < _WIDE for row in rows if row.has_numbers)
        if not headers and (narrow or any(wording_of(cell.text).is_unit for row in rows for cell in row.cells[1:2])):
            return None  # plan and outcome stand side by side: nothing tells which is which
    start = (headers or rows)[0].start
    return Table(separator, tuple(headers), tuple(rows), text[max(after, start - _ABOVE) : start])


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
