"""Tables that became lines of text: unit in a column, in the header or in brackets after the label.

Belongs here: finding rows and columns, and giving their bare numerals unit and meaning. Does not: the
metric, which the row's label names as any wording does (`binding`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from kcn_pipeline.extraction.figures import Column, Figure
from kcn_pipeline.extraction.mention_map import MentionMap
from kcn_pipeline.extraction.phrase_index import Mention
from kcn_pipeline.extraction.tokens import Tokens
from kcn_pipeline.reference.units import UnitWord

_SEPARATOR: Final = re.compile(r"\t+| \| |\s+[-–]\s+")
_NUMERIC: Final = re.compile(r"\s*[0-9]+(?:[.,][0-9]+)*\s*%?\s*")
_LINE: Final = re.compile(r"[^\n]+")
_ROWS_AT_LEAST: Final = 2


@dataclass(frozen=True, slots=True)
class Cell:
    """Characters [start, end) of one cell; `numeric` when it holds a number and nothing else."""

    start: int
    end: int
    numeric: bool


def read_tables(tokens: Tokens, mentions: MentionMap, figures: Sequence[Figure]) -> None:
    """Give the numerals of table rows their column and, where none stands beside them, their unit.

    A number in the first column counts rows and loses any unit that only seemed to follow it.
    """
    by_start = {tokens.starts[figure.first]: figure for figure in figures}
    for header, rows in _tables(tokens.text):
        meanings = [_meaning(tokens, mentions, cell) for cell in header]
        for row in rows:
            unit = _row_unit(tokens, mentions, row)
            for place, cell in enumerate(row):
                figure = by_start.get(_first_digit(tokens.text, cell)) if cell.numeric else None
                if figure is None:
                    continue
                if place == 0:
                    figure.unit = figure.dimension = None
                    continue
                figure.column = meanings[place] if len(header) == len(row) else Column()
                _complete(figure, unit)


def _tables(text: str) -> Iterator[tuple[list[Cell], list[list[Cell]]]]:
    """Runs of lines with a label and at least one numeric cell, each with the line before as header."""
    header: list[Cell] = []
    rows: list[list[Cell]] = []
    for match in _LINE.finditer(text):
        cells = _cells(text, match.start(), match.end())
        if len(cells) > 1 and any(cell.numeric for cell in cells[1:]) and not all(cell.numeric for cell in cells):
            rows.append(cells)
            continue
        if len(rows) >= _ROWS_AT_LEAST:
            yield header, rows
        header, rows = cells, []
    if len(rows) >= _ROWS_AT_LEAST:
        yield header, rows


def _cells(text: str, start: int, end: int) -> list[Cell]:
    cells, at = [], start
    for match in _SEPARATOR.finditer(text, start, end):
        cells.append(Cell(at, match.start(), _NUMERIC.fullmatch(text, at, match.start()) is not None))
        at = match.end()
    return [*cells, Cell(at, end, _NUMERIC.fullmatch(text, at, end) is not None)]


def _first_digit(text: str, cell: Cell) -> int:
    return next(i for i in range(cell.start, cell.end) if text[i].isdigit())


def _meaning(tokens: Tokens, mentions: MentionMap, header: Cell) -> Column:
    """A column headed by the plan, by a percentage of it, or by a comparison with the year before."""
    roles = {m.role for m in _inside(tokens, mentions, header)}
    percent = any(m.role == "unit" and m.value.unit == "percent" for m in _inside(tokens, mentions, header))
    if percent and "plan" in roles:
        return Column("vs_plan")
    if "same_period" in roles:
        return Column("yoy" if "increase" in roles else "yoy_index")
    return Column(target="plan" in roles and not percent)


def _row_unit(tokens: Tokens, mentions: MentionMap, row: Sequence[Cell]) -> tuple[UnitWord, Decimal] | None:
    """The unit in a cell of its own or in the label, with its scale word; the last one named."""
    found = None
    for cell in row:
        if cell.numeric:
            continue
        for mention in _inside(tokens, mentions, cell):
            if mention.role == "unit":
                scale = mentions.ending(mention.first, "scale")
                found = mention.value, (scale.value if scale else Decimal(1))
    return found


def _inside(tokens: Tokens, mentions: MentionMap, cell: Cell) -> Iterator[Mention]:
    first, last = tokens.at_or_after(cell.start), tokens.at_or_after(cell.end)
    for token in range(first, last):
        yield from (m for m in mentions.at(token) if m.last <= last)


def _complete(figure: Figure, unit: tuple[UnitWord, Decimal] | None) -> None:
    """Give a bare numeral its unit: a percentage where its column compares, else the row's."""
    if figure.column is not None and figure.column.comparison != "level":
        figure.unit = figure.dimension = "percent"
    elif figure.unit is None and unit is not None:
        word, scale = unit
        figure.unit, figure.dimension, figure.scale = word.unit, word.dimension, word.factor * scale
