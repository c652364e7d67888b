"""Which column of a table is what: row numbers, labels, units, values, and the header cells over each.

Belongs here: columns, by their place and the kind of their cells. Does not: wordings (`tables.cell_wordings`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from kcn_pipeline.extraction.tables.cell_wordings import value_of, wording_of
from kcn_pipeline.extraction.tables.grid import Table
from kcn_pipeline.extraction.tables.rows import Cell, Row
from kcn_pipeline.reference.function_words import function_words

_YEAR: Final = re.compile(r"(?:19|20)\d\d")
_YEAR_WORDS: Final = function_words("year")


@dataclass(frozen=True, slots=True)
class Layout:
    """Columns count from 0. `values` are the columns of numbers, `labels` those of words before the first of them.

    `headers` has the cells over each column, from top to bottom.
    """

    labels: tuple[int, ...]
    values: tuple[int, ...]
    headers: tuple[tuple[Cell, ...], ...]

    def labels_of_rows(self) -> tuple[tuple[int, ...], bool]:
        """The labels that say whose a row is, and whether that is a zone; what stands behind its name tells of it."""
        over = (any(wording_of(cell.text).has("zone_head") for cell in self.headers[column]) for column in self.labels)
        zone = next((index for index, is_zone in enumerate(over) if is_zone), None)
        return (self.labels, False) if zone is None else (self.labels[: zone + 1], True)


def layout_of(table: Table) -> Layout:
    """The columns of `table`; a row number is neither label nor value."""
    data = [row for row in table.rows if row.has_numbers]
    width = max(len(row.cells) for row in data)
    columns = [[row.cells[c] for row in data if c < len(row.cells) and not row.cells[c].is_empty] for c in range(width)]
    first = 1 if _numbers_rows(columns) else 0
    values = [c for c in range(first, width) if _mostly_values(columns[c])]
    if values and values[0] == first and all(cell.is_year for cell in columns[first]):
        values = values[1:]  # a row for each year
    # Behind the first column of numbers a single one makes another: no number may be lost.
    values += [c for c in range(values[0], width) if c not in values and _any_value(columns[c])] if values else []
    labels = [c for c in range(first, values[0] if values else width) if _holds_words(columns[c])]
    values.sort()
    headers = _headers([row for row in table.headers if not row.is_index], width)
    return Layout(tuple(labels), tuple(values), _with_nouns(headers, values))


def _numbers_rows(columns: Sequence[Sequence[Cell]]) -> bool:
    """Whether the first column only counts the rows: something else must then be their label."""
    if len(columns) < 3:
        return False
    # What nothing counts, as a total, may stand in that column itself.
    counted = 2 * sum(cell.is_enumerator for cell in columns[0]) > len(columns[0]) or not columns[0]
    return counted and any(cell.number is None or cell.is_year for cell in columns[1])


def _any_value(cells: Sequence[Cell]) -> bool:
    return any(value_of(cell.text) is not None for cell in cells)


def _mostly_values(cells: Sequence[Cell]) -> bool:
    return 2 * sum(value_of(cell.text) is not None for cell in cells) > len(cells)


def _holds_words(cells: Sequence[Cell]) -> bool:
    """Whether a column names something: not only units."""
    return any(cell.is_year or not (cell.number or wording_of(cell.text).is_unit) for cell in cells)


def _headers(rows: Sequence[Row], width: int) -> tuple[tuple[Cell, ...], ...]:
    spread = [_spread(row, index, rows, width) for index, row in enumerate(rows)]
    columns = ([line[c] for line in spread if c < len(line)] for c in range(width))
    return tuple(_year_last([cell for cell in dict.fromkeys(column) if cell is not None]) for column in columns)


def _year_last(cells: Sequence[Cell]) -> tuple[Cell, ...]:
    """`Năm 2018` over `6 tháng`: a year over a part of it is said behind that, as in prose."""
    first = cells[0].text.split() if len(cells) > 1 else []
    words = {word.lower() for word in first if not _YEAR.fullmatch(word)}
    is_year = len(words) < len(first) and words <= _YEAR_WORDS
    return (*cells[1:], cells[0]) if is_year and wording_of(cells[1].text).times else tuple(cells)


def _lead(row: Row, width: int) -> int:
    """How many columns a second header line leaves free: one that is shorter stands under the right end of the first.

    Where tabs lead to it, they may be fewer than the columns that they pass.
    """
    lacking = width - len(row.cells)
    return lacking if lacking > 0 and (not row.cells[0].is_empty or row.separator == "tab") else 0


def _with_nouns(headers: Sequence[tuple[Cell, ...]], values: Sequence[int]) -> tuple[tuple[Cell, ...], ...]:
    """`Hồ sơ tiếp nhận | Đã giải quyết`: a header that leaves out what it counts has the noun of the one before it."""
    noun: tuple[Cell, str] | None = None
    found = list(headers)
    for column in values:
        cells = headers[column]
        if noun is not None and wording_of(" ".join(cell.text for cell in cells)).leans_on(noun[1]):
            found[column] = (noun[0], *cells)
        else:
            noun = _noun(cells[-1]) if cells else None
    return tuple(found)


def _noun(cell: Cell) -> tuple[Cell, str] | None:
    """What a header counts, and its dimension."""
    wording = wording_of(cell.text)
    counted = wording.counted
    if counted is None:
        return None
    span = next(unit.span for unit in wording.units if unit.dimension == counted.dimension)
    return Cell(cell.start + span.start, cell.start + span.end, span.of(cell.text)), counted.dimension


def _spread(row: Row, index: int, rows: Sequence[Row], width: int) -> list[Cell | None]:
    """The header cell over each column; one over several stands over all that it covers."""
    cells: list[Cell | None] = [None if cell.is_empty else cell for cell in row.cells]
    below = rows[index + 1] if index + 1 < len(rows) else None
    if below is None:
        return [*([None] * (_lead(row, width) if index > 0 else 0)), *cells]
    under = len(below.cells) - _empty_first(below)
    placed = below.separator == "tab" or len(below.cells) in {under, width}  # tabs may be fewer than the columns
    if None not in cells and under < width and len(cells) < width and placed:
        return _evenly(cells, under, width)
    carried: list[Cell | None] = []
    lead = _lead(below, width) if cells[-1] is None else 0
    for column in range(width):
        own = cells[column] if column < len(cells) else None
        named_below = 0 <= column - lead < len(below.cells) and not below.cells[column - lead].is_empty
        carried.append(own or (carried[-1] if carried and named_below else None))
    return carried


def _empty_first(row: Row) -> int:
    return next((index for index, cell in enumerate(row.cells) if not cell.is_empty), len(row.cells))


def _evenly(cells: Sequence[Cell | None], below: int, width: int) -> list[Cell | None]:
    """Merged cells that left no empty ones behind: those over the shorter line share it evenly."""
    alone = width - below
    groups = cells[alone:]
    if not groups or below % len(groups):
        return [*cells]
    return [*cells[:alone], *(cell for cell in groups for _ in range(below // len(groups)))]
