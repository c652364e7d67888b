"""Flows of one currency as flows of the other, at the interval of the year's average rate.

Belongs here: crossing a flow. Does not: the rates (`reference.rates`), nor stocks, which were paid in
over many years and are never crossed.
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Final

from kcn_pipeline.quantities import Interval
from kcn_pipeline.reconciliation.amounts import Amount, quotient
from kcn_pipeline.reconciliation.cells import Cell
from kcn_pipeline.reference.rates import vnd_per_usd

CURRENCIES: Final = ("USD", "VND")


def crossed(flow: Cell, unit: str) -> Amount | None:
    """The amount of a flow in the other currency; None for stocks, other units and years without a rate."""
    if flow.window.start is None or {flow.series.unit, unit} != set(CURRENCIES):
        return None
    try:
        rate = vnd_per_usd(flow.window.end.year)
    except LookupError:
        return None
    # A dollar amount is the quotient by the rate, a dong amount the quotient by its inverse.
    by = rate if unit == "USD" else quotient(Interval.exactly(Decimal(1)), rate)
    interval = None if by is None else quotient(flow.amount.interval, by)
    if by is None or by.lo is None or by.hi is None or interval is None:
        return None
    return replace(flow.amount, value=flow.amount.value * 2 / (by.lo + by.hi), interval=interval, exact=False)
