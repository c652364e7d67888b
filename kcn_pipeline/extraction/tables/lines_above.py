"""What the lines over a table say of all its rows: the unit, the origin of the capital, which column is which.

Belongs here: lines that are no row of the table. Does not: its own header (`tables.layout`, `tables.spaced_headers`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from kcn_pipeline.extraction.tables.cell_wordings import wording_of
from kcn_pipeline.extraction.tables.rows import Cell, Row
from kcn_pipeline.extraction.text.tokens import Tokens
from kcn_pipeline.quantities import Span
from kcn_pipeline.reference.function_words import function_words

_LINE: Final = re.compile(r"[^\n]+")
_LINES_AT_MOST: Final = 3
_AND: Final = "|".join(sorted(function_words("and")))
_PARTED: Final = re.compile(rf"\s*[,;|]\s*|\s+[-–/]\s+|\s+(?:{_AND})\s+")
_BRACKETED: Final = re.compile(r"\((?P<inner>[^()]*)\)\s*:?$")
_COLUMN_ROLES: Final = ("plan", "target", "attain", "ratio", "same_period")
_WORDS_AT_MOST: Final = 8
_CHARACTERS_AT_MOST: Final = 120  # a longer line is prose
_COLUMNS_AT_LEAST: Final = 2


def unit_above(above: str, start: int) -> Span | str | None:
    """The unit of the whole table, from the line over it: `(Đơn vị tính: triệu USD)`; `above` begins at `start`."""
    kept = above.rstrip()
    line = kept.rpartition("\n")[2]
    stated = wording_of(line).stated_unit
    return None if stated is None else stated.at(start + len(kept) - len(line))


def told_header(text: str, after: int, before: int, rows: Sequence[Row]) -> Row | None:
    """A header that a line of prose tells, over numbers without one: `Kế hoạch, thực hiện và tỷ lệ (%)`.

    It names as many things as `rows` have numbers, and a plan, a share of it or the period before among them,
    or periods alone.
    """
    widest = max(rows, key=lambda row: len(row.cells))
    columns = sum(cell.number is not None for cell in widest.cells[1:])
    if columns < _COLUMNS_AT_LEAST:
        return None
    for line in list(_LINE.finditer(text, after, before))[: -_LINES_AT_MOST - 1 : -1]:
        at, end = line.start(), line.start() + len(line[0].rstrip(" :"))
        for start, stop in (*_bracketed(text, at, end), (at, end)):
            cells = _parts(text, start, stop)
            wordings = [wording_of(cell.text) for cell in cells]
            worded = all(w.mentions or w.times or w.year for w in wordings)
            ordered = any(w.has(*_COLUMN_ROLES) for w in wordings) or all(w.times or w.year for w in wordings)
            if len(cells) == columns and worded and ordered:
                return Row((*[Cell(start, start, "")] * (len(widest.cells) - columns), *cells), widest.separator)
    return None


def _bracketed(text: str, start: int, end: int) -> list[tuple[int, int]]:
    match = _BRACKETED.search(text[start:end])
    return [(start + match.start("inner"), start + match.end("inner"))] if match else []


def _parts(text: str, start: int, end: int) -> list[Cell]:
    bounds = [start]
    for match in _PARTED.finditer(text, start, end):
        bounds += match.span()
    bounds.append(end)
    cells = [Cell(a, b, text[a:b]) for a, b in zip(bounds[::2], bounds[1::2], strict=True)]
    return cells if all(0 < len(cell.text.split()) <= _WORDS_AT_MOST for cell in cells) else []


def title_above(above: str, start: int) -> tuple[Cell, ...]:
    """The line over a table, if it is short."""
    kept = above.rstrip()
    line = kept.rpartition("\n")[2]
    at = start + len(kept) - len(line)
    return (Cell(at, at + len(line), line),) if line and len(line) <= _CHARACTERS_AT_MOST else ()


def named_above(above: str, start: int, role: str) -> tuple[Cell, ...]:
    """The one thing of a `role` that the line over a table names: the origin in `Thu hút FDI 6 tháng (triệu USD)`."""
    kept = above.rstrip()
    line = kept.rpartition("\n")[2]
    named = [m for m in wording_of(line).mentions if m.role == role]
    if len({m.value.value for m in named}) != 1 or len(line) > _CHARACTERS_AT_MOST:
        return ()
    span = Tokens(line).span(named[0].first, named[0].last).shifted(start + len(kept) - len(line))
    return (Cell(span.start, span.end, above[span.start - start : span.end - start]),)
