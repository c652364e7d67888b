"""What a sheet's own XML tells and openpyxl does not, when it reads a sheet without holding all of it.

Belongs here: hidden rows and columns, formulas that were saved without a result, the last row with a cell. Does not:
values (`spreadsheet_values`).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Final

from lxml import etree

_MAIN: Final = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_COLUMN, _ROW, _CELL = f"{_MAIN}col", f"{_MAIN}row", f"{_MAIN}c"
_FORMULA, _VALUE = f"{_MAIN}f", f"{_MAIN}v"
_COLUMNS_OF_A_SHEET: Final = 16_384
_TRUE: Final = frozenset({"1", "true"})


@dataclass(slots=True)
class SheetMarkup:
    """Rows and columns count from 1; `without_value` holds cells as `B4`; `row` is the one last walked over."""

    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    without_value: set[str] = field(default_factory=set)
    last_row: int = 1
    row: int = 0


def read_markup(sheet: Any) -> SheetMarkup:
    """One walk over the XML of a sheet of a read-only workbook. Errors: lxml's, for XML that is broken."""
    markup = SheetMarkup()
    with sheet._get_source() as source:
        # Document types were refused before; nothing is looked up beyond this file.
        elements = etree.iterparse(source, tag=(_COLUMN, _ROW), resolve_entities=False, no_network=True)
        for _, element in elements:
            if element.tag == _COLUMN:
                _take_column(element, markup)
            else:
                _take_row(element, markup)
            element.clear()
            while element.getprevious() is not None:
                del element.getparent()[0]
    return markup


def _take_column(column: Any, markup: SheetMarkup) -> None:
    if column.get("hidden") in _TRUE:
        first, last = int(column.get("min", "1")), int(column.get("max", "1"))
        markup.hidden_columns |= set(range(max(first, 1), min(last, _COLUMNS_OF_A_SHEET) + 1))


def _take_row(row: Any, markup: SheetMarkup) -> None:
    markup.row = int(row.get("r", markup.row + 1))
    if row.get("hidden") in _TRUE:
        markup.hidden_rows.add(markup.row)
    for cell in row.iterchildren(_CELL):
        markup.last_row = max(markup.last_row, markup.row)
        if cell.find(_FORMULA) is not None and not _has_value(cell) and cell.get("r"):
            markup.without_value.add(cell.get("r"))


def _has_value(cell: Any) -> bool:
    """Whether a result is stored; that of a text formula may be an empty text."""
    value = cell.find(_VALUE)
    return value is not None and (bool(value.text) or cell.get("t") == "str")
