"""What one number of a table is said to be: by its row's label, by the header over it, and in which unit.

Belongs here: which words govern a number. Does not: finding columns (`tables.layout`), writing the words out
(`tables.flatten`), or the metric, which they name as in any sentence (`binding`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from kcn_pipeline.extraction.numbers.figures import Column
from kcn_pipeline.extraction.tables.cell_units import PERCENT_SIGN, unit_of_number
from kcn_pipeline.extraction.tables.cell_wordings import (
    Wording,
    leaves_open,
    names_total,
    opens_parts,
    value_of,
    wording_of,
)
from kcn_pipeline.extraction.tables.grid import Table
from kcn_pipeline.extraction.tables.headerless import columns_by_numbers
from kcn_pipeline.extraction.tables.headings import Headings, completed_by
from kcn_pipeline.extraction.tables.layout import Layout, layout_of
from kcn_pipeline.extraction.tables.lines_above import named_above, title_above, unit_above
from kcn_pipeline.extraction.tables.ratios import comparison_by_numbers
from kcn_pipeline.extraction.tables.rows import Cell, Row
from kcn_pipeline.extraction.tables.stocks import tells_stocks, with_stock
from kcn_pipeline.extraction.text.lexicon import FREE
from kcn_pipeline.periods import Window
from kcn_pipeline.quantities import Comparison, Span

_Cells = tuple[Cell, ...]

_SIGNS: Final = tuple("-–−(")
_YEAR: Final = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


@dataclass(frozen=True, slots=True)
class TableValue:
    """One number with the cells that govern it.

    `numeral`, the `rest` of its cell and `unit` are spans of the whole text. `unit` is None where the number's own
    cell tells it or nothing does, the sign where the header only implies it. `label` and `header` are read before the
    number, without their own mention of a unit.
    """

    numeral: Span
    rest: Span
    unit: Span | str | None
    label: tuple[Cell, ...]
    header: tuple[Cell, ...]
    column: Column
    names_zones: bool


class TableReader:
    """Reads the rows of one table in order, remembering what the labels above said."""

    def __init__(self, table: Table) -> None:
        self._layout = layout_of(table)
        self._columns = {c: _column(wording_of(_text(self._layout.headers[c]))) for c in self._layout.values}
        self._settle_years()
        self._settle_ratios(table)
        if not any(self._layout.headers[c] for c in self._layout.values):
            self._columns |= columns_by_numbers([row for row in table.rows if row.has_numbers], table.above.rstrip())
        self._falling = {c for row in table.rows for c, cell in enumerate(row.cells) if _is_negative(cell)}
        self._has_plan = any(column.target for column in self._columns.values())
        self._by_header = _metrics_in_header(table, self._layout)
        self._labels, self._names_zones = self._layout.labels_of_rows()
        above_at = table.start - len(table.above)
        self._settle_stocks(table.above)
        self._table_unit = unit_above(table.above, above_at)
        self._stock = named_above(table.above, above_at, "stock")
        self._title = title_above(table.above, above_at)
        self._origin = named_above(table.above, above_at, "origin")
        self._headings = Headings(self._origin)
        self._group: tuple[Cell, ...] = ()
        self._units_above: list[Cell] = []

    def _settle_years(self) -> None:
        """`TH 6T/2018 | TH 6T/2019`: two headers that only the year parts, and which name no time in full."""
        texts = {c: _text(self._layout.headers[c]) for c, said in self._columns.items() if said == Column()}
        open_ones = {c: t for c, t in texts.items() if not wording_of(t).times and wording_of(t).year is None}
        for column, text in open_ones.items():
            if (year := _YEAR.search(text)) is not None:
                later = text[: year.start()] + str(int(year[0]) + 1) + text[year.end() :]
                if later in open_ones.values():
                    self._columns[column] = replace(self._columns[column], year_before=True)

    def _settle_ratios(self, table: Table) -> None:
        """Percentages and differences under a header that names neither a metric nor what they compare."""
        headers = {c: _text(self._layout.headers[c]) for c in self._columns}
        open_ones = [c for c in headers if self._columns[c] == Column() and _may_compare(wording_of(headers[c]))]
        levels = {c: said for c, said in self._columns.items() if c not in open_ones and said.comparison == "level"}
        for column in open_ones:
            if not wording_of(headers[column]).has(FREE):
                compared = comparison_by_numbers(table.rows, column, levels, headers)
                if compared is not None:
                    self._columns[column] = replace(self._columns[column], comparison=compared)

    def _settle_stocks(self, above: str) -> None:
        """Columns that leave open whether they tell what there is or what came."""
        headers = {c: _text(self._layout.headers[c]) for c in self._columns}
        if self._by_header and tells_stocks(headers.values(), above, zones=self._names_zones):
            self._columns = {c: with_stock(said, headers[c]) for c, said in self._columns.items()}

    def take_heading(self, row: Row) -> None:
        """Take note of a row without numbers, which stands over those that follow."""
        worded = [cell for cell in row.cells if not (cell.is_empty or cell.is_enumerator)]
        if opens_parts(_text(worded)):
            return
        units = self._unit_cells(row)
        self._headings.take(row, tuple(cell for cell in worded if cell not in units) or tuple(worded))
        self._units_above = units

    def values(self, row: Row) -> Iterator[TableValue]:
        """Every number of a row that stands in a column of values."""
        label = self._label(row)
        above, behind, own_units = self._said_above(row, label)
        governing = (*above, *label)
        for column in self._layout.values:
            cell = row.cells[column] if column < len(row.cells) else None
            numeral = value_of(cell.text) if cell is not None else None
            if cell is None or numeral is None:
                continue
            header = self._layout.headers[column]
            meaning = self._meaning(column, cell, label)
            unit = None
            if not cell.text[numeral.end :].strip("() *"):
                percent = meaning.comparison not in {"level", "change"} or wording_of(_text(header)).is_percent
                told_unit = unit_of_number(label, header, own_units, above, by_header=self._by_header)
                unit = PERCENT_SIGN if percent else told_unit or self._table_unit
            at = numeral.shifted(cell.start)
            rest = Span(at.end, max(at.end, cell.start + len(cell.text.rstrip("() *"))))
            header, told = self._with_title(header, label, (*governing, *behind))
            yield TableValue(at, rest, unit, told, header, meaning, self._names_zones)

    def _unit_cells(self, row: Row) -> list[Cell]:
        """Cells that hold a unit alone; where the header says what is counted, a label is none: `Lao động`."""
        labels = self._layout.labels if self._by_header else ()
        cells = [cell for column, cell in enumerate(row.cells) if column not in labels and cell.number is None]
        return [cell for cell in cells if wording_of(cell.text).is_unit]

    def _with_title(self, header: _Cells, label: _Cells, governing: _Cells) -> tuple[_Cells, _Cells]:
        """Header and label with what the line over the table says of all its figures and they leave open."""
        if self._by_header:
            told = wording_of(_text((*header, *label))).has("origin")
            behind = completed_by(header[-1].text, header[:-1]) if header else ()
            if not behind and leaves_open(_text(header)):
                behind = self._stock or self._title_of(header)
            return (*(() if told else self._origin), *header, *behind), governing
        return header, (*governing, *(self._stock if leaves_open(_text(label)) else ()))

    def _title_of(self, header: _Cells) -> _Cells:
        """The words of a title that tell what all rows count: `Kết quả thu hút đầu tư` over `Số dự án`."""
        return () if any(said.stock for said in self._columns.values()) else completed_by(_text(header), self._title)

    def _label(self, row: Row) -> tuple[Cell, ...]:
        """The words of a row; a group that is named once stands for the rows under it too."""
        cells = [row.cells[column] for column in self._labels if column < len(row.cells)]
        words = tuple(cell for cell in cells if not cell.is_empty)
        if not (words or row.cells[0].is_enumerator):
            words = row.cells[:1]  # a total where the others have their number
        if len(cells) > 1 and cells[0].is_empty and words:
            return (*self._group, *words)
        self._group = words[:1] if len(self._labels) > 1 else ()
        return words

    def _said_above(self, row: Row, label: _Cells) -> tuple[_Cells, _Cells, list[Cell]]:
        """What a label leaves unsaid, to stand before and behind it, and the cells that tell the unit of its row."""
        units = self._unit_cells(row)
        if self._by_header:
            return (), (), units
        said = self._headings.over(row, label)
        if said.is_part:
            return said.above, said.behind, units or self._units_above
        self._units_above = units
        return said.above, said.behind, units

    def _meaning(self, column: int, cell: Cell, label: Sequence[Cell]) -> Column:
        meaning, header = self._columns[column], self._layout.headers[column]
        wording = wording_of(_text(header))
        if meaning.comparison == "yoy_index" and column in self._falling:
            meaning = replace(meaning, comparison="yoy")
        percent = wording.is_percent or cell.text.endswith(PERCENT_SIGN)
        of_plan = wording.has("attain", "ratio") or _text(header) == PERCENT_SIGN
        if meaning.comparison == "level" and percent and of_plan and self._has_plan:
            meaning = replace(meaning, comparison="vs_plan")
        told = wording_of(_text(label)) if self._by_header else wording
        headed = wording.year or (None if wording.times else told.year)
        planned = self._by_header and told.has("plan", "target")
        return replace(
            meaning,
            target=meaning.target or planned,
            negative=_is_negative(cell),
            window=Window.of_year(headed) if headed else None,
            beside_plan=self._has_plan,
            by_header=self._by_header,
            whole=self._by_header and names_total(_text(label)),
        )


def _text(cells: Sequence[Cell]) -> str:
    return " ".join(cell.text for cell in cells)


def _is_negative(cell: Cell) -> bool:
    return cell.text.startswith(_SIGNS) and value_of(cell.text) is not None


def _column(wording: Wording) -> Column:
    """What a header says: the plan, a percentage of it, a comparison with the period before, that period itself."""
    percent, changes = wording.is_percent, wording.has("increase", "decrease")
    comparison: Comparison = "level"
    if percent and wording.has("plan"):
        comparison = "vs_plan_excess" if wording.has("exceed") else "vs_plan"
    elif (wording.compares and not (wording.names_metric and not percent)) or (percent and wording.year_before):
        comparison = "yoy" if changes else "yoy_index"
    elif percent and not wording.has(FREE) and (changes or wording.tells_share):
        comparison = "yoy" if changes else "share"
    level = comparison == "level" and not percent
    before = wording.year_before and not wording.compares and not wording.times
    target = level and wording.has("plan", "target")
    return Column(comparison, target=target, whole_year=target and wording.of_year, year_before=level and before)


def _may_compare(wording: Wording) -> bool:
    return wording.is_percent or (wording.has("increase") and wording.has("decrease"))


def _metrics_in_header(table: Table, layout: Layout) -> bool:
    """Whether the header says what is counted, and the labels whose it is."""
    headers = [wording_of(_text(layout.headers[c])) for c in layout.values]
    levels = [h for h in headers if _column(h) == Column()]
    in_header = sum(h.names_metric for h in levels)
    labels = [
        wording_of(_text([row.cells[c] for c in layout.labels if c < len(row.cells)]))
        for row in table.rows
        if row.has_numbers
    ]
    in_labels = sum(label.names_metric for label in labels)
    return in_header > 0 and 2 * in_header >= len(levels) and 2 * in_labels < len(labels)
