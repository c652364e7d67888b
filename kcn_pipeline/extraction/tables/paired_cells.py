"""Columns that tell two things in each cell, a count and its money: `71/402,5` under `FDI cấp mới (DA/Tr.USD)`.

Belongs here: taking such a column apart, its header with it. Does not: what the two are (`tables.meaning`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final, NamedTuple

from kcn_pipeline.extraction.tables.cell_wordings import Wording, leaves_open, value_of, wording_of
from kcn_pipeline.extraction.tables.rows import Cell, Row
from kcn_pipeline.extraction.text.lexicon import FREE, counts_in
from kcn_pipeline.extraction.text.phrase_index import Mention
from kcn_pipeline.quantities import Span
from kcn_pipeline.reference.function_words import function_words

_AMOUNT: Final = r"\d[\d.,]*(?:[ \u00a0]*[^\W\d][^\d/(;]{0,20})?"
_PAIR: Final = re.compile(
    rf"(?P<first>{_AMOUNT})[ \u00a0]*(?:[/;][ \u00a0]*(?P<second>{_AMOUNT})|\([ \u00a0]*(?P<inner>{_AMOUNT})\))"
)
_BRACKETS: Final = re.compile(r"\((?P<inner>[^()]+)\)\s*$")
_AND: Final = "|".join(sorted(function_words("and")))
_JOINT: Final = re.compile(rf"\s*[/;&+,]\s*|\s[-–]\s|\s(?:{_AND})\s")
_MONEY: Final = "money"


class _Halves(NamedTuple):
    """A header of two: what is said of both, if anything, and of each."""

    both: Cell | None
    first: Cell
    second: Cell


def unpaired(run: Sequence[Row]) -> Sequence[Row]:
    """The rows of `run`, each column or row of pairs as two where its header or label has two parts as well."""
    if not any(_pair(cell) for row in run for cell in row.cells[1:]):
        return run
    run = [part for row in run for part in _rows(row)]
    headers = dict(_headers(run))
    if not headers:
        return run
    widest = {column: halves for column, (_, halves) in headers.items()}
    found: list[Row] = []
    for index, row in enumerate(run):
        own = {column: halves for column, (at, halves) in headers.items() if at == index}
        found.append(_apart(row, widest, own))
        if any(halves.both is not None for halves in own.values()):
            found.append(_lower(row, widest, own))
    return found


def _rows(row: Row) -> tuple[Row, ...]:
    """`Dự án/vốn cấp mới (DA/tr.USD) | 20/250 | 11/130,4` as a row of counts and one of money."""
    label = next((index for index, cell in enumerate(row.cells) if not (cell.is_empty or cell.is_enumerator)), 0)
    if not any(_pair(cell) for cell in row.cells[label + 1 :]) or (halves := _halves(row.cells[label])) is None:
        return (row,)
    one, other = (
        [_half(cell, second=second) if _pair(cell) else _empty(cell) for cell in row.cells[label + 1 :]]
        for second in (False, True)
    )
    # What is told of both takes its unit from a cell of its own, behind the others.
    alone = halves.both is not None and not halves.first.is_empty
    first = (halves.both or halves.first, *one, *([halves.first] if alone else []))
    second = (halves.both if alone and halves.both else halves.second, *other, *([halves.second] if alone else []))
    return tuple(replace(row, cells=(*row.cells[:label], *cells)) for cells in (first, second))


def _headers(run: Sequence[Row]) -> Iterator[tuple[int, tuple[int, _Halves]]]:
    """The columns of pairs, each with the place of its header among the rows and the parts of that."""
    for column in range(1, max(len(row.cells) for row in run)):
        cells = [(index, row.cells[column]) for index, row in enumerate(run) if column < len(row.cells)]
        first = next((index for index, cell in cells if _pair(cell)), None)
        above = [(index, cell) for index, cell in cells if first is not None and index < first and not cell.is_empty]
        halves = _halves(above[-1][1]) if above else None
        if halves is not None:
            yield column, (above[-1][0], halves)


def _halves(header: Cell) -> _Halves | None:
    """`Cấp mới (DA/Tr.USD)`, `Số DA/vốn (tỷ đồng)`, `Dự án (vốn, tr.USD)`: a thing counted, then its money."""
    brackets = _BRACKETS.search(header.text)
    head = Span(0, brackets.start() if brackets is not None else len(header.text))
    inner = Span(*brackets.span("inner")) if brackets is not None and head.of(header.text).strip() else None
    if inner is not None and (halves := _parted(header, inner, inner.end)) is not None:
        return halves._replace(both=_part(header, head))
    if (halves := _parted(header, head, len(header.text))) is not None:
        return _of_both(halves) if leaves_open(halves.second.text) else halves
    halves = _checked(header, head, inner) if inner is not None else None
    return None if halves is None else _of_both(halves)


def _parted(header: Cell, within: Span, end: int) -> _Halves | None:
    """The parts that a sign `within` the header leaves, the second of them up to `end`."""
    joints = _JOINT.finditer(header.text, within.start, within.end)
    parts = (_checked(header, Span(within.start, m.start()), Span(m.end(), end)) for m in joints)
    return next((halves for halves in parts if halves is not None), None)


def _of_both(halves: _Halves) -> _Halves:
    """What the money leaves open its count tells: `Dự án FDI cấp mới (vốn, tr.USD)`."""
    return _Halves(halves.first, _empty(halves.first), halves.second)


def _checked(header: Cell, first: Span, second: Span) -> _Halves | None:
    halves = _Halves(None, _part(header, first), _part(header, second))
    one, other = wording_of(halves.first.text.strip("() ")), wording_of(halves.second.text.strip("() "))
    counts = one.counted is not None or any(m.value.dimension not in {_MONEY, "percent"} for m in _units(one))
    if not counts or any(m.value.dimension == _MONEY for m in _units(one)):
        return None
    pays = any(m.value.dimension == _MONEY for m in _units(other))
    pays = pays or any(m.role == FREE and counts_in(m.value, _MONEY) for m in other.mentions)
    return halves if pays else None


def _units(wording: Wording) -> list[Mention]:
    return [m for m in wording.mentions if m.role == "unit"]


def _part(cell: Cell, span: Span) -> Cell:
    raw = span.of(cell.text)
    start = cell.start + span.start + len(raw) - len(raw.lstrip(" ("))
    text = raw.strip(" (")
    return Cell(start, start + len(text), text)


def _pair(cell: Cell) -> re.Match[str] | None:
    match = _PAIR.fullmatch(cell.text) if cell.text[:1].isdigit() else None
    return match if match and all(value_of(part) for part in match.groups() if part) else None


def _half(cell: Cell, *, second: bool) -> Cell:
    pair = _pair(cell)
    name = "first" if not second else "second" if pair and pair["second"] else "inner"
    return cell if pair is None else _part(cell, Span(*pair.span(name)))


def _apart(row: Row, columns: Mapping[int, _Halves], own: Mapping[int, _Halves]) -> Row:
    """`row` with two cells for each of `columns`; `own` are those whose header it holds."""
    if len(row.cells) < 2 or row.is_section:
        return row
    cells: list[Cell] = []
    for column, cell in enumerate(row.cells):
        if column not in columns:
            cells.append(cell)
        elif column in own:
            both = own[column].both
            cells += [both, both] if both is not None else [own[column].first, own[column].second]
        elif _pair(cell) is not None:
            cells += [_half(cell, second=False), _half(cell, second=True)]
        else:
            cells += [cell, _empty(cell)]
    return replace(row, cells=tuple(cells))


def _lower(row: Row, columns: Mapping[int, _Halves], own: Mapping[int, _Halves]) -> Row:
    """The line of units below a header that was said of both."""
    cells: list[Cell] = []
    for column, cell in enumerate(row.cells):
        halves = own.get(column)
        parts = [halves.first, halves.second] if halves is not None and halves.both is not None else None
        cells += parts or [_empty(cell)] * (2 if column in columns else 1)
    return replace(row, cells=tuple(cells))


def _empty(cell: Cell) -> Cell:
    return Cell(cell.end, cell.end, "")
