"""The reader of Excel files (.xlsx, .xlsm): one line a row, with the cell that every text stands in.

Belongs here: which sheets, rows and columns are read, and what is said of the rest. Does not: how a value is written
(`spreadsheet_values`), what openpyxl does not tell of a sheet (`sheet_markup`), limits (`office`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Any, Final

from openpyxl import load_workbook
from openpyxl.utils import get_column_letter, quote_sheetname

from kcn_pipeline.documents.document import DecodedText, Place
from kcn_pipeline.documents.ocr.tabular import SEPARATOR, trimmed
from kcn_pipeline.documents.problems import UnreadableDocument
from kcn_pipeline.documents.readers.office import require_within_limits
from kcn_pipeline.documents.readers.sheet_markup import SheetMarkup, read_markup
from kcn_pipeline.documents.readers.spreadsheet_values import is_error, written
from kcn_pipeline.documents.recognition import SPREADSHEET

_CURE: Final = "open it in Excel, save it as .xlsx, and ingest that"
# Cells that are looked at, empty ones included: a sheet may claim 17 billion and hold three.
_CELLS_AT_MOST: Final = 4_000_000
_NAMED_AT_MOST: Final = 10
# The names that Excel gives by itself, in whatever language: a word with a number on its heel (Sheet1, Trang_tính1).
_NO_NAME: Final = re.compile(r"[^\W\d_]+(?:_[^\W\d_]+)?\d{1,2}|Sheet")


@dataclass(frozen=True, slots=True)
class _Cell:
    """What one cell shows; `name` is its place in the workbook, as `Sheet1!B4`."""

    text: str
    name: str


class _Gaps:
    """What is left out or has no value, for `decisions`."""

    def __init__(self) -> None:
        self.left_out: list[str] = []
        self._without_value: list[str] = []
        self._errors: list[str] = []

    def note(self, name: str, *, error: bool) -> None:
        """Enter a cell whose formula has no stored result, or one that shows an error."""
        (self._errors if error else self._without_value).append(name)

    def sentences(self) -> Iterator[str]:
        """One sentence a kind of gap."""
        yield from self.left_out
        if self._without_value:
            named = _listed(self._without_value)
            yield f"formulas without a stored result are left empty; open the file in Excel and save it: {named}"
        if self._errors:
            yield f"cells that show an error are left empty: {_listed(self._errors)}"


def read_spreadsheet(data: bytes) -> DecodedText:
    """Every visible sheet: its name where that says something, then a line a row with " | " between cells.

    Numbers are written with a decimal comma and no grouping, percentages with their sign, dates as dd/mm/yyyy.
    Formulas give their stored result. Hidden sheets, rows and columns are left out; `decisions` names them, and
    every formula without a result. Columns and rows that are empty all through are left out silently.
    Errors: UnreadableDocument for a file beyond the limits, broken, or without text.
    """
    require_within_limits(data)
    gaps = _Gaps()
    try:
        text, places = _read(data, gaps)
    except UnreadableDocument:
        raise
    # A parser meets whatever people send; whichever way it fails, the file goes to quarantine.
    except Exception as error:
        reason = f"the Excel file cannot be parsed ({type(error).__name__}: {error})"
        raise UnreadableDocument(reason, _CURE) from error
    return DecodedText(text, SPREADSHEET, "utf-8", places=places, decisions=tuple(gaps.sentences()))


def _read(data: bytes, gaps: _Gaps) -> tuple[str, tuple[Place, ...]]:
    page = _Page()
    looked_at = 0
    workbook = load_workbook(BytesIO(data), read_only=True, data_only=True, keep_links=False)
    try:
        for sheet in workbook.worksheets:
            if sheet.sheet_state != "visible":
                gaps.left_out.append(f"the hidden sheet '{sheet.title}' is left out")
                continue
            rows, cells = _rows(sheet, gaps, _CELLS_AT_MOST - looked_at)
            looked_at += cells
            page.add_sheet(sheet.title, rows)
    finally:
        workbook.close()
    return page.text(), tuple(page.places)


def _rows(sheet: Any, gaps: _Gaps, allowed: int) -> tuple[list[list[_Cell | None]], int]:
    """The rows of a sheet as they are seen, and how many cells were looked at."""
    markup = read_markup(sheet)
    # What a sheet claims as its size is no bound to go by: it may be all of a million rows.
    sheet.reset_dimensions()
    looked_at, rows, hidden = 0, [], _Hidden(sheet.title, markup)
    for number, row in enumerate(sheet.iter_rows(max_row=markup.last_row), start=1):
        looked_at += 1 + len(row)
        if looked_at > allowed:
            reason = f"the Excel file has more than {_CELLS_AT_MOST:,} cells"
            raise UnreadableDocument(reason, "save the sheet with the report as a file of its own")
        visible = hidden.visible(number, row)
        if visible is None:
            continue
        rows.append([_seen(cell, f"{get_column_letter(c)}{number}", sheet.title, markup, gaps) for c, cell in visible])
    gaps.left_out += hidden.sentences()
    return rows, looked_at


def _seen(cell: Any, place: str, title: str, markup: SheetMarkup, gaps: _Gaps) -> _Cell | None:
    name = f"{title if title.isidentifier() else quote_sheetname(title)}!{place}"
    if is_error(cell) or place in markup.without_value:
        gaps.note(name, error=place not in markup.without_value)
        return None
    text = written(cell)
    return _Cell(text, name) if text else None


class _Hidden:
    """The hidden rows and columns of one sheet, and which of them hold something."""

    def __init__(self, title: str, markup: SheetMarkup) -> None:
        self._title, self._markup = title, markup
        self._rows: set[int] = set()
        self._columns: set[int] = set()

    def visible(self, number: int, row: Sequence[Any]) -> list[tuple[int, Any]] | None:
        """The cells of a row that are seen, each with its column, counted from 1; None for a hidden row."""
        filled = {column for column, cell in enumerate(row, start=1) if cell.value is not None}
        if number in self._markup.hidden_rows:
            self._rows |= {number} if filled else set()
            return None
        self._columns |= filled & self._markup.hidden_columns
        return [(c, cell) for c, cell in enumerate(row, start=1) if c not in self._markup.hidden_columns]

    def sentences(self) -> Iterator[str]:
        """What was left out, one sentence a kind."""
        if self._rows:
            rows = _listed([str(number) for number in sorted(self._rows)])
            yield f"hidden rows of sheet '{self._title}' are left out: {rows}"
        if self._columns:
            columns = _listed([get_column_letter(column) for column in sorted(self._columns)])
            yield f"hidden columns of sheet '{self._title}' are left out: {columns}"


def _listed(names: Sequence[str]) -> str:
    more = len(names) - _NAMED_AT_MOST
    return ", ".join(names[:_NAMED_AT_MOST]) + (f" and {more} more" if more > 0 else "")


class _Page:
    """The text in the making, with the place of every cell in it."""

    def __init__(self) -> None:
        self.places: list[Place] = []
        self._pieces: list[str] = []
        self._length = 0

    def text(self) -> str:
        """All that was added."""
        return "".join(self._pieces)

    def add_sheet(self, title: str, rows: Sequence[Sequence[_Cell | None]]) -> None:
        """A sheet that holds something: its name, then its rows, a blank line where rows are empty."""
        used = sorted({column for row in rows for column, cell in enumerate(row) if cell is not None})
        if not used:
            return
        if self._length:
            self._add("\n")
        if not _NO_NAME.fullmatch(title):
            self._add(f"{title}\n\n")
        gap = started = False
        for row in rows:
            cells = [row[column] if column < len(row) else None for column in used]
            if not any(cells):
                gap = started
                continue
            if gap:
                self._add("\n")
            self._add_row(cells)
            gap, started = False, True

    def _add_row(self, cells: Sequence[_Cell | None]) -> None:
        for index, cell in enumerate(trimmed(cells)):
            if index:
                self._add(SEPARATOR)
            if cell is not None:
                self.places.append(Place(self._length, self._length + len(cell.text), cell=cell.name))
                self._add(cell.text)
        self._add("\n")

    def _add(self, piece: str) -> None:
        self._pieces.append(piece)
        self._length += len(piece)
