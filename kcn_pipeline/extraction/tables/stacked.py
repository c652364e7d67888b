"""Tables whose every cell became a line of its own, as text taken out of documents and pages often has them.

Belongs here: finding the header, and the rows below it, in lines that follow each other. Does not: tables with a row
in each line (`tables.grid`), what a cell means (`tables.meaning`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from kcn_pipeline.extraction.tables.cell_wordings import wording_of
from kcn_pipeline.extraction.tables.rows import Cell, Row
from kcn_pipeline.reference.function_words import function_words

_BLANK_LINE: Final = "\n\n"
_CELL: Final = re.compile(r"\S(?:[^\n]*\S)?")
_TWO_NUMBERS: Final = re.compile(r"\n[ \t]*[-–]?\d[\d.,]*%?[ \t]*\n{1,2}[ \t]*[-–]?\d[\d.,]*%?[ \t]*(?=\n|\Z)")
_CELLS_AT_LEAST: Final = 8
_SHORT: Final = 40
_LONGEST_WIDENED: Final = 4000
_HEADING: Final = re.compile(r"(?:[IVX]+|[A-Z]|\d{1,2})[.)]?\s")
_HEADINGS_AT_MOST: Final = 3
_CHARACTERS_AT_MOST: Final = 80
_ROWS_AT_LEAST: Final = 2
_VALUES_AT_LEAST: Final = 2
_COUNTS_ROWS: Final = function_words("row_number")

_Bounds = tuple[int, int]


def stacked_tables(text: str) -> Iterator[tuple[Row, tuple[Row, ...]]]:
    """The header and the rows of every such table of `text`, in order."""
    end = looked_through = 0
    for two in _TWO_NUMBERS.finditer(text):
        if two.start() < end:
            continue
        block = _block(text, end, two)
        widened = block if two.start() < looked_through else _widened(text, block, max(end, looked_through))
        tables = (_table(text, lines) for lines in dict.fromkeys((widened, block)))
        table = next((one for one in tables if one is not None), None)
        if table is not None:
            end = table[1][-1].end
            yield table
        else:
            end, looked_through = block[1], max(looked_through, widened[1])


def _block(text: str, after: int, two: re.Match[str]) -> _Bounds:
    """The lines around two numbers, up to the next blank ones."""
    end = text.find(_BLANK_LINE, two.end())
    return max(text.rfind(_BLANK_LINE, after, two.start()), after), len(text) if end < 0 else end


def _widened(text: str, block: _Bounds, after: int) -> _Bounds:
    """The block with those around it whose lines are as short as cells: page readers set blank lines between cells."""
    start, end = block
    while start > after and end - start < _LONGEST_WIDENED and _parts_cells(text, start):
        start = max(text.rfind(_BLANK_LINE, after, start), after)
    while end < len(text) and end - start < _LONGEST_WIDENED and _parts_cells(text, end):
        following = text.find(_BLANK_LINE, end + 1)
        end = len(text) if following < 0 else following
    return start, end


def _parts_cells(text: str, at: int) -> bool:
    """Whether the lines on both sides of the blank one at `at` are as short as cells."""
    before = text[text.rfind("\n", 0, at) + 1 : at].strip()
    behind = _CELL.search(text, at)
    return behind is not None and max(len(before), len(behind[0])) <= _SHORT and not behind[0].endswith(".")


def _table(text: str, lines: _Bounds) -> tuple[Row, tuple[Row, ...]] | None:
    cells = [Cell(m.start(), m.end(), m[0]) for m in _CELL.finditer(text, *lines)]
    return _Stack(cells).table() if len(cells) >= _CELLS_AT_LEAST else None


def _unwrapped(cells: Sequence[Cell]) -> list[Cell]:
    """Cells of a header, each with the lines that go on in small letters or brackets."""
    found: list[Cell] = []
    for cell in cells:
        if found and (cell.text[0].islower() or cell.text[0] == "("):
            found[-1] = Cell(found[-1].start, cell.end, f"{found[-1].text} {cell.text}")
        else:
            found.append(cell)
    return found


def _is_spoilt(cell: Cell) -> bool:
    """Whether it was a number whose separator a page reader took for another sign: `12;5`."""
    return cell.text[0].isdigit() and not any(map(str.isalpha, cell.text))


class _Stack:
    """The cells of one run of lines."""

    def __init__(self, cells: Sequence[Cell]) -> None:
        self._cells = cells
        self._first = next((i for i, c in enumerate(cells) if c.number is not None and not c.is_year), 0)
        self._counted = self._first > 0 and cells[self._first].text.rstrip(".") == "1"
        self._has_units = self._label_at(self._first) and self._is_unit(self._first + 1 + self._counted)
        if not self._counted:
            self._has_units = self._is_unit(self._first - 1)
            self._first -= 1 + self._has_units

    def table(self) -> tuple[Row, tuple[Row, ...]] | None:
        """Header and rows; None where the lines make no table."""
        first = self._first
        behind = first + self._counted + 1 + self._has_units
        values = behind
        while values < len(self._cells) and self._cells[values].number is not None:
            values += 1
        width = values - behind
        if self._counted and self._is_text(values):
            width -= 1  # the last of these numbers counts the next row
        if first < 1 or width < _VALUES_AT_LEAST or (header := self._header(width)) is None:
            return None
        rows = (*header[1], *self._rows(first, width))
        return (header[0], rows) if sum(row.has_numbers for row in rows) >= _ROWS_AT_LEAST else None

    def _header(self, width: int) -> tuple[Row, list[Row]] | None:
        """The cells over the first row, and the headings that stand between."""
        needed = self._counted + 1 + self._has_units + width
        above = _unwrapped(self._cells[self._top() : self._first])
        if self._counted:
            found, headings = above[:needed], above[needed:]
        else:
            headings = []
            while above and _HEADING.match(above[-1].text) and not wording_of(above[-1].text).times:
                headings.insert(0, above.pop())
            found = above[-needed:]
        if len(found) != needed or len(headings) > _HEADINGS_AT_MOST:
            return None
        if any(len(cell.text) > _CHARACTERS_AT_MOST for cell in found):
            return None
        wordings = [wording_of(cell.text) for cell in found[-width:]]
        says = sum(bool(w.mentions or w.times or w.year) for w in wordings)
        rows = [Row((cell,), None) for cell in headings if not cell.is_enumerator]
        return (Row(tuple(found), "lines"), rows) if 2 * says >= width else None

    def _top(self) -> int:
        """Where the header may begin: where rows are counted, at the cell over their numbers."""
        if not self._counted:
            return 0
        over = (i for i in range(self._first - 1, -1, -1) if self._cells[i].text.lower().rstrip(".") in _COUNTS_ROWS)
        return next(over, self._first)

    def _rows(self, at: int, width: int) -> Iterator[Row]:
        """Rows of one number, if rows are counted, a label, a unit, if they have one, and `width` values.

        More than a few headings in a row are the header of the next table.
        """
        headings: list[Row] = []
        while at < len(self._cells) and len(headings) <= _HEADINGS_AT_MOST:
            numbered = self._counted and self._cells[at].is_enumerator and self._is_text(at + 1)
            label = at + numbered
            unit = self._has_units and self._is_unit(label + 1)
            end = label + 1 + unit + width
            values = self._cells[label + 1 + unit : end]
            if not self._is_text(label):
                return
            if len(values) == width and all(c.number is not None or c.is_empty or _is_spoilt(c) for c in values):
                yield from headings
                headings = []
                yield self._row(at if numbered else None, label, label + 1 if unit else None, values)
                at = end
            elif self._is_text(label + 1):
                headings.append(Row((self._cells[label],), None))
                at = label + 1
            else:
                return

    def _row(self, number: int | None, label: int, unit: int | None, values: Sequence[Cell]) -> Row:
        place = self._cells[label].start
        empty = Cell(place, place, "")
        cells = [empty if number is None else self._cells[number]] * self._counted
        units = [empty if unit is None else self._cells[unit]] * self._has_units
        return Row((*cells, self._cells[label], *units, *values), "lines")

    def _label_at(self, first: int) -> bool:
        return self._counted and self._is_text(first + 1)

    def _is_text(self, at: int) -> bool:
        """Whether a line holds words, and not more of them than a cell has."""
        if not 0 <= at < len(self._cells):
            return False
        cell = self._cells[at]
        return cell.number is None and not cell.is_empty and len(cell.text) <= _CHARACTERS_AT_MOST

    def _is_unit(self, at: int) -> bool:
        return self._is_text(at) and wording_of(self._cells[at].text).is_unit
