"""The unit of a bare number of a table: beside the wording that names it, in a cell of its own, over the table.

Belongs here: choosing among the units that cells tell. Does not: what one cell says (`tables.cell_wordings`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from kcn_pipeline.extraction.tables.cell_wordings import wording_of
from kcn_pipeline.extraction.tables.rows import Cell
from kcn_pipeline.quantities import Span

PERCENT_SIGN: Final = "%"


def unit_of_number(
    label: Sequence[Cell], header: Sequence[Cell], own: Sequence[Cell], above: Sequence[Cell], *, by_header: bool
) -> Span | str | None:
    """Where the unit stands that `label`, `header` or the `own` unit cells of a row tell; the sign for percent.

    A part (`- FDI`) that tells none has that of what stands `above` it.
    """
    named = [*_stated(header), *_whole(own), *_stated(label)]
    if not by_header:
        named = [*_whole(own), *_stated(label), *_stated(header)]
    counted = [*_counted(header if by_header else label), *_counted(header)]
    return next(iter([*named, *counted, *_stated(above), *_counted(above)]), None)


def _stated(cells: Sequence[Cell]) -> Iterator[Span | str]:
    """Units told beside the wording of a cell, or as all of it; the lowest cell first."""
    for cell in reversed(cells):
        wording = wording_of(cell.text)
        if wording.stated_unit is not None:
            yield wording.stated_unit.at(cell.start)
        elif wording.is_percent:
            yield PERCENT_SIGN
        elif wording.is_unit and wording.units[0].dimension in {"money", "area"}:
            yield Span(cell.start, cell.end)


def _whole(cells: Sequence[Cell]) -> Iterator[Span]:
    for cell in cells:
        bare = cell.text.strip("()[] ")
        start = cell.start + cell.text.index(bare)
        yield Span(start, start + len(bare))


def _counted(cells: Sequence[Cell]) -> Iterator[Span]:
    for cell in reversed(cells):
        counted = wording_of(cell.text).counted
        if counted is not None:
            yield counted.span.shifted(cell.start)
