"""Growth that documents state, against the value of a year before or what flows imply of it.

Belongs here: generating the constraints of the family growth from stated percentages, indices,
multiples and changes. Does not: the roll from one published stock to the next (`rolls`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from kcn_pipeline.quantities import Interval
from kcn_pipeline.reconciliation.amounts import HUNDRED, Amount
from kcn_pipeline.reconciliation.cells import Cell, Cells
from kcn_pipeline.reconciliation.relations.constraints import Constraint, Operand, summed
from kcn_pipeline.reconciliation.relations.rolls import Roll, rolled, stock_constraint
from kcn_pipeline.reconciliation.relations.statements import Statement

_GROWTH: Final = frozenset({"yoy", "yoy_index", "multiple", "change"})


def growths(cells: Cells, stated: Sequence[Statement]) -> Iterator[Constraint]:
    """Every stated growth against the window that it names, else the year before, where that is published.

    Else, for stocks that grew within a year, the value that the growth implies for a year ago is rolled on with the
    flows to every stock published since. Where neither can be done the verdict will be NOT_PUBLISHED.
    """
    for statement in stated:
        if statement.comparison in _GROWTH:
            yield from _of_statement(cells, statement)


def _of_statement(cells: Cells, statement: Statement) -> Iterator[Constraint]:
    now = _present(cells, statement)
    earlier = statement.earlier
    if now is None or earlier is None:
        yield _untried(statement, now)
        return
    before = cells.at(now.series, earlier)
    if before is not None:
        yield _direct(statement, now, before)
        return
    rolls = now.window.start is None and statement.base_period is None
    found = list(_through_flows(cells, statement, now)) if rolls else []
    yield from found or [_untried(statement, now)]


def _present(cells: Cells, statement: Statement) -> Cell | None:
    """The level that grew; of several currencies the one with a figure of the window compared with."""
    earlier = statement.earlier
    units = [statement.series.unit] if statement.comparison == "change" else cells.units_of(statement.series)
    found = [c for u in units if (c := cells.at(replace(statement.series, unit=u), statement.window))]
    with_past = [c for c in found if earlier is not None and cells.at(c.series, earlier) is not None]
    return next(iter([*with_past, *found]), None)


def _direct(statement: Statement, now: Cell, before: Cell) -> Constraint:
    derived = _grown(statement, now.amount, before.amount)
    unit = now.series.unit
    return replace(
        _untried(statement, now),
        wording="not_computable" if derived is None else "growth",
        operands=(
            Operand(now.party, now.amount, unit, None),
            Operand(before.party, before.amount, unit, None),
        ),
        derived=derived,
        missing=(),
        implied=None,
        loose_residual=None if derived is None else statement.loose - derived.interval,
    )


def _grown(statement: Statement, now: Amount, before: Amount) -> Amount | None:
    """What the two figures make of the comparison, in its own unit."""
    if statement.comparison == "change":
        return now - before
    index = now.percent_of(before)
    if index is None or statement.comparison == "yoy_index":
        return index
    if statement.comparison == "yoy":
        return index.shifted(-HUNDRED)
    hundredth = 1 / HUNDRED
    return replace(index, value=index.value * hundredth, interval=index.interval.scaled(hundredth))


def _untried(statement: Statement, now: Cell | None) -> Constraint:
    operands = () if now is None else (Operand(now.party, now.amount, now.series.unit, None),)
    past = None if now is None else _implied_past(statement, now, statement.amount.interval)
    return Constraint(
        family="growth",
        code=statement.code,
        wording="growth",
        series=statement.series,
        window=statement.window,
        unit=statement.series.unit,
        stated=statement.amount,
        operands=operands,
        derived=None,
        hard=False,
        missing=_missing(statement, now),
        implied=past,
        implied_unit=None if now is None else now.series.unit,
    )


def _missing(statement: Statement, now: Cell | None) -> tuple[str, ...]:
    earlier = "year_before" if statement.base_period is None else "base_period"
    return (earlier,) if now is not None else (statement.series.metric, earlier)


def _implied_past(statement: Statement, now: Cell, tier: Interval) -> Amount | None:
    """The value of a year before that the growth implies; None where it could be zero or less."""
    grown = replace(statement.amount, interval=tier)
    match statement.comparison:
        case "change":
            return now.amount - grown
        case "yoy":
            return now.amount.percent_of(grown.shifted(HUNDRED))
        case "yoy_index":
            return now.amount.percent_of(grown)
        case _:
            return now.amount.percent_of(replace(grown, value=grown.value * HUNDRED, interval=tier.scaled(HUNDRED)))


def _through_flows(cells: Cells, statement: Statement, now: Cell) -> Iterator[Constraint]:
    past, loose_past = (_implied_past(statement, now, tier) for tier in (statement.amount.interval, statement.loose))
    day = now.window.year_earlier().end
    if past is None or loose_past is None:
        return
    since = [c for c in cells.of(now.series) if c.published and day < c.window.end <= now.window.end]
    for stock in since:
        roll, loose = (
            rolled(cells, now.series, Operand("year_before", amount, now.series.unit), day, stock.window.end)
            for amount in (past, loose_past)
        )
        if roll is not None and loose is not None:
            yield _flow_constraint(statement, now, stock, roll, loose)


def _flow_constraint(statement: Statement, now: Cell, stock: Cell, roll: Roll, loose: Roll) -> Constraint:
    constraint = stock_constraint(
        now, stock, roll, code=f"{statement.code}@{stock.window.end}", wording="growth_through_flows"
    )
    loosened = replace(constraint, derived=summed(loose.operands)).residual
    return replace(constraint, loose_residual=loosened, implied=roll.operands[0].amount, quoted=statement.amount)
