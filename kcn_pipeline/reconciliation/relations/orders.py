"""Windows within windows, and magnitudes that no honest figure reaches.

Belongs here: generating the constraints of the families window_order and ceiling. Does not: what
flows make of stocks (`rolls`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import timedelta

from kcn_pipeline.periods import HalfYear, Window
from kcn_pipeline.quantities import ZERO, Interval
from kcn_pipeline.reconciliation.amounts import Amount
from kcn_pipeline.reconciliation.cells import Cell, Cells, is_additive, is_flow
from kcn_pipeline.reconciliation.relations.constraints import AT_LEAST_ZERO, AT_MOST_ZERO, Constraint, Operand, summed
from kcn_pipeline.reconciliation.relations.currencies import CURRENCIES, crossed
from kcn_pipeline.reference.ceilings import ceiling
from kcn_pipeline.reference.entities import entity_kind


def window_orders(cells: Cells, period: HalfYear) -> Iterator[Constraint]:
    """A flow over part of a window does not exceed the flow over all of it; two parts that fill it make it up.

    Parts are taken in the currency of the whole; only where there are none, in the other one.
    """
    for outer in cells.ending_in(period):
        if outer.window.start is None or not (is_flow(outer.series.metric) and is_additive(outer.series.metric)):
            continue
        inside = _inside(cells, outer, outer.series.unit)
        pairs = list(_filling_pairs(inside, outer.window))
        paired = [cell for pair in pairs for cell in pair]
        for parts in [*pairs, *([cell] for cell in _largest(inside) if cell not in paired)]:
            yield _order(outer, parts)
        if not inside:
            yield from _crossed_orders(cells, outer)


def _inside(cells: Cells, outer: Cell, unit: str) -> list[Cell]:
    """Published cells of the same series, in one unit, whose windows lie within that of `outer`."""
    found = cells.of(replace(outer.series, unit=unit))
    return [cell for cell in found if cell.published and _within(cell.window, outer.window)]


def _largest(inside: Sequence[Cell]) -> list[Cell]:
    return [c for c in inside if not any(_within(c.window, other.window) for other in inside)]


def _crossed_orders(cells: Cells, outer: Cell) -> Iterator[Constraint]:
    for unit in CURRENCIES:
        for part in _largest(_inside(cells, outer, unit)):
            amount = crossed(part, outer.series.unit)
            if amount is not None:
                operand = Operand(part.party, part.amount, unit, sign=None)
                wording = "window_order_crossed"
                yield replace(_order(outer, [part]), wording=wording, operands=(operand,), derived=amount, hard=False)


def _within(inner: Window, outer: Window) -> bool:
    if inner.start is None or outer.start is None or inner == outer:
        return False
    return outer.start <= inner.start and inner.end <= outer.end


def _filling_pairs(parts: Sequence[Cell], window: Window) -> Iterator[list[Cell]]:
    for first in parts:
        for second in parts:
            adjoining = second.window.start == first.window.end + timedelta(days=1)
            if adjoining and first.window.start == window.start and second.window.end == window.end:
                yield [first, second]


def _order(outer: Cell, parts: Sequence[Cell]) -> Constraint:
    operands = tuple(Operand(part.party, part.amount, part.series.unit) for part in parts)
    return Constraint(
        family="window_order",
        code="window_order:" + "+".join(operand.party for operand in operands),
        wording="window_order",
        series=outer.series,
        window=outer.window,
        unit=outer.series.unit,
        stated=outer.amount,
        operands=operands,
        derived=summed(operands),
        # A whole published later revises its parts; estimates that do not add up to it prove no error.
        hard=len(parts) == 1 or all(cell.amount.exact for cell in (outer, *parts)),
        remainder=ZERO if len(parts) == 2 else AT_LEAST_ZERO,
    )


def ceilings(cells: Cells, period: HalfYear) -> Iterator[Constraint]:
    """The cells that are surely above the ceiling of their metric; the others, thousands, give no row."""
    for cell in cells.ending_in(period):
        series = cell.series
        limit = ceiling(series.metric, entity_kind(series.entity), series.unit)
        if limit is None or cell.amount.interval.lo is None or cell.amount.interval.lo <= limit:
            continue
        highest = Amount(limit, Interval.exactly(limit), exact=True, bases=frozenset(), figure_ids=())
        yield Constraint(
            family="ceiling",
            code="ceiling",
            wording="ceiling",
            series=series,
            window=cell.window,
            unit=series.unit,
            stated=cell.amount,
            operands=(),
            derived=highest,
            hard=True,
            remainder=AT_MOST_ZERO,
        )
