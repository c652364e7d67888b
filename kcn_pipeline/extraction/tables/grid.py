"""Tables that became lines of text: which lines are rows, where their cells are, which rows are the header.

Belongs here: the grid, by separators, numbers and cells of units. Does not: what a cell means (`tables.meaning`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from kcn_pipeline.extraction.tables.cell_wordings import tells_unit, wording_of
from kcn_pipeline.extraction.tables.headerless import ratio_of_columns
from kcn_pipeline.extraction.tables.headings import number_of
from kcn_pipeline.extraction.tables.labelled import labelled_tables
from kcn_pipeline.extraction.tables.lines_above import told_header, unit_above
from kcn_pipeline.extraction.tables.paired_cells import unpaired
from kcn_pipeline.extraction.tables.rows import Cell, Row, Separator, row_of, wrapped_row
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
    "comma": 2,
    "keyed": 1,
}
_STANDING_ALONE: Final = frozenset({"dash", "keyed"})  # no heading stands between such rows
_ABOVE: Final = 2 * _SECTION_CHARACTERS


@dataclass(frozen=True, slots=True)
class Table:
    """Header rows, then rows with numbers and the headings between them, from `start`; `above` is the text before it.

    A header that the lines above tell stands outside of it.
    """

    separator: Separator
    headers: tuple[Row, ...]
    rows: tuple[Row, ...]
    start: int
    above: str

    @property
    def end(self) -> int:
        """Offset after its last character."""
        return self.rows[-1].end


def tables_in(text: str) -> list[Table]:
    """Every table of `text`, in order."""
    found: list[Table] = []
    stacked = [
        Table("lines", (header,), rows, header.start, text[max(0, header.start - _ABOVE) : header.start])
        for header, rows in (*labelled_tables(text), *stacked_tables(text))
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
    line_start = line_end = 0
    for match in _LINE.finditer(text):
        if match[0].isspace():
            continue
        row, apart = row_of(text, match.start(), match.end()), text.count("\n", line_end, match.start()) > 1
        if row.separator == "spaces" and row.cells[0].text[0].islower() and not apart:
            row = run.unwrapped(row, text, line_start)
        line_start, line_end = match.span()
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
        self._has_data = self._is_spaced = False

    def goes_on_with(self, row: Row, *, apart: bool) -> bool:
        """Whether `row` belongs to the run; `apart` when a blank line stands before it.

        Where blank lines part the rows, as page readers set them, they part headings from rows too.
        """
        if not self.rows:
            return True
        if apart and self._has_data and row.separator == self.rows[0].separator and not self._waiting:
            self._is_spaced = True
        apart = apart and not self._is_spaced
        if row.separator is None:
            short = row.end - row.start <= _SECTION_CHARACTERS
            return not apart and self.rows[0].separator not in _STANDING_ALONE and short
        alike = row.separator == self.rows[0].separator and not (self._waiting and apart)
        return alike and not (self._has_data and row.opens_table)

    def unwrapped(self, row: Row, text: str, line: int) -> Row:
        """`row` with the line before it, from offset `line` on, where that is the beginning of its label."""
        whole = wrapped_row(text, line, row.end)
        if whole is None or len(whole.cells) < len(row.cells):
            return row
        if self._waiting:
            self._waiting.pop()
        return whole

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
    run = unpaired(run)
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
    first = _below_header(run, first)
    headers = run[max(0, first - (1 if separator == "dash" else _HEADER_ROWS_AT_MOST)) : first]
    rows = run[first : data[-1] + 1]
    least = _ROWS_AT_LEAST[separator]
    if sum(row.has_numbers for row in rows) < least and not (separator == "tab" and _headed(headers, rows)):
        return None
    return _headed_table(separator, headers, rows, text, after)


def _below_header(run: Sequence[Row], first: int) -> int:
    """Where the headings over the first row of numbers begin; without a header, those that have a number."""
    for index in range(first - 1, -1, -1):
        if not run[index].is_section:
            return index + 1
    return next((index for index in range(first) if number_of(run[index])[0]), first)


def _headed_table(
    separator: Separator, headers: Sequence[Row], rows: Sequence[Row], text: str, after: int
) -> Table | None:
    """The table of `rows`, whose header may stand in text[after:] in another form than they."""
    if separator == "spaces" and not headers and (header := spaced_header(text, after, rows)):
        headers = [header]
        rows = [*_headings(text, header.end, rows[0].start), *_whole_rows(text, rows)]
    start = text.rfind("\n", 0, (headers or rows)[0].start) + 1
    if not headers and (header := told_header(text, max(after, start - _ABOVE), start, rows)):
        headers = [header]
    elif separator == "keyed":
        rows = [*_opening(text, after, rows[0].start), *rows]
        start = text.rfind("\n", 0, rows[0].start) + 1
    above = text[max(after, start - _ABOVE) : start]
    if not headers and _lacks_header(separator, [row for row in rows if row.has_numbers], above):
        return None
    return Table(separator, tuple(headers), tuple(rows), start, above)


def _headings(text: str, start: int, end: int) -> Iterator[Row]:
    """The lines between a header and its first row, without what numbers that row."""
    for line in _LINE.finditer(text, start, text.rfind("\n", start, end)):
        yield row_of(text, line.start(), line.end())


def _whole_rows(text: str, rows: Sequence[Row]) -> Iterator[Row]:
    """The rows, but as headings those with fewer numbers than others: nothing tells in which columns these stand."""
    columns = max(map(_values, rows))
    for row in rows:
        torn = 0 < _values(row) < columns
        yield Row((Cell(row.start, row.end, text[row.start : row.end]),), None) if torn else row


def _values(row: Row) -> int:
    return sum(cell.number is not None or cell.is_empty for cell in row.cells)


def _opening(text: str, after: int, start: int) -> Iterator[Row]:
    """`Vốn đăng ký cấp mới:` over its parts."""
    end = max(after, text.rfind("\n", after, start))
    line = text[max(after, text.rfind("\n", after, end) + 1) : end]
    if line.rstrip().endswith(":") and len(line) <= _SECTION_CHARACTERS:
        yield row_of(text, end - len(line), end)


def _lacks_header(separator: Separator, rows: Sequence[Row], above: str) -> bool:
    """Whether nothing tells which number is which: plan and outcome side by side, or one whose unit is nowhere."""
    if separator not in {"spaces", "keyed"} or ratio_of_columns(rows):
        return False
    if separator == "spaces":
        narrow = any(len(row.cells) < _WIDE for row in rows)
        return narrow or any(wording_of(cell.text).is_unit for row in rows for cell in row.cells[1:2])
    in_rows = any(row.states_unit or tells_unit(row.cells[0].text) for row in rows)
    return not in_rows and unit_above(above, 0) is None


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
