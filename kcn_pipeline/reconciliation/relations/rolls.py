"""Stocks that roll on: what a stock must be, given an earlier one and the flows between them.

Belongs here: the roll of `identities.yaml` from a published stock to the next, and its arithmetic.
Does not: stocks that only a growth rate implies (`growth`), or flows themselves (`derived`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Final

from kcn_pipeline.periods import HalfYear
from kcn_pipeline.quantities import ZERO, Interval
from kcn_pipeline.reconciliation.cells import Cell, Cells, Series
from kcn_pipeline.reconciliation.relations.constraints import AT_MOST_ZERO, Constraint, Operand, summed
from kcn_pipeline.reconciliation.relations.derived import flow_between
from kcn_pipeline.reference.identities import MetricIdentity, identities

_DAYS_OF_A_YEAR: Final = 366


@dataclass(frozen=True, slots=True)
class Roll:
    """The earlier stock and the flows since as operands, and what unpublished exits may take away."""

    operands: tuple[Operand, ...]
    remainder: Interval
    missing: tuple[str, ...]


def roll_identity(metric: str, day: date) -> MetricIdentity | None:
    """The roll of a stock, None when `identities.yaml` has none."""
    return next((row for row in identities("roll", day) if row.metric == metric), None)


def rolled(cells: Cells, series: Series, earlier: Operand, since: date, until: date) -> Roll | None:
    """The stock `earlier`, as of `since`, carried on to `until`; None where no flow of the time between is known."""
    identity = roll_identity(series.metric, until)
    if identity is None or since >= until:
        return None
    first = since + timedelta(days=1)
    inflows = {term: flow_between(cells, replace(series, metric=term), first, until) for term in identity.terms}
    exits = {term: flow_between(cells, replace(series, metric=term), first, until) for term in identity.exits}
    known = [Operand(term, flow.amount, series.unit) for term, flow in inflows.items() if flow is not None]
    left = [
        Operand(t, f.amount, series.unit, sign=-1) for t, f in exits.items() if f is not None and not f.bounded_only
    ]
    if len(known) < len(inflows):
        return None
    missing = tuple(term for term in identity.exits if term not in {operand.party for operand in left})
    if identity.exits and not missing:
        return Roll((earlier, *known, *left), ZERO, missing)
    whole = [operand.amount.interval.hi for operand in (earlier, *known)]
    return Roll((earlier, *known, *left), _exits(whole, share_kept(identity, since, until)), missing)


def share_kept(identity: MetricIdentity, since: date, until: date) -> Decimal | None:
    """Least part of a stock and of what came to it that untold exits leave; None where they have no limit.

    What came in between can leave as well, and every year that has begun counts whole.
    """
    if identity.exit_share is None:
        return None
    years = -(-(until - since).days // _DAYS_OF_A_YEAR)
    return (1 - identity.exit_share) ** years


def _exits(whole: Sequence[Decimal | None], kept: Decimal | None) -> Interval:
    """What may have left of stock and inflows, given the most that each can be."""
    ends = [end for end in whole if end is not None]
    if kept is None or len(ends) < len(whole):
        return AT_MOST_ZERO
    return Interval(-max(sum(ends, Decimal(0)), Decimal(0)) * (1 - kept), Decimal(0))


def stock_rolls(cells: Cells, period: HalfYear) -> Iterator[Constraint]:
    """Every stock of `period` against the last one before it and the flows in between."""
    for stock in cells.ending_in(period):
        earlier = _last_before(cells, stock)
        if earlier is None:
            continue
        operand = Operand(earlier.party, earlier.amount, stock.series.unit)
        roll = rolled(cells, stock.series, operand, earlier.window.end, stock.window.end)
        if roll is not None:
            yield stock_constraint(stock, stock, roll, code=f"roll:{earlier.window.end}", wording="stock_roll")


def _last_before(cells: Cells, stock: Cell) -> Cell | None:
    if stock.window.start is not None:
        return None
    stocks = [c for c in cells.of(stock.series) if c.published and c.window.start is None]
    return max((c for c in stocks if c.window.end < stock.window.end), key=lambda c: c.window.end, default=None)


def stock_constraint(owner: Cell, stated: Cell, roll: Roll, *, code: str, wording: str) -> Constraint:
    """The constraint that the stock `stated` is what `roll` makes it; the row is that of the cell `owner`."""
    return Constraint(
        family="growth",
        code=code,
        wording=wording,
        series=owner.series,
        window=owner.window,
        unit=owner.series.unit,
        stated=stated.amount,
        operands=roll.operands,
        derived=summed(roll.operands),
        hard=False,
        remainder=roll.remainder,
        missing=roll.missing,
        stated_as_of=stated.window.end,
    )
