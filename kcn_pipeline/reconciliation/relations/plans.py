"""How far plans were fulfilled, as documents state it, against outcome and plan.

Belongs here: generating the constraints of the family plan. Does not: reading plans (they are facts
with `target`), or growth against the year before (`growth`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import ROUND_HALF_EVEN, Decimal

from kcn_pipeline.periods import Window
from kcn_pipeline.quantities import Interval
from kcn_pipeline.reconciliation.amounts import HUNDRED, Amount
from kcn_pipeline.reconciliation.cells import Cell, Cells, Series, counts_whole_things
from kcn_pipeline.reconciliation.relations.constraints import Constraint, Operand
from kcn_pipeline.reconciliation.relations.statements import Statement

Plans = Mapping[tuple[Series, Window], Amount]


def plans(cells: Cells, stated: Sequence[Statement], targets: Plans) -> Iterator[Constraint]:
    """Every "220% of the plan" against outcome and plan.

    An unpublished plan of things that are counted must have been a whole number: 44 projects at 220%
    were planned as 20; a percentage that fits no whole number speaks of something else.
    """
    for statement in stated:
        if statement.comparison not in ("vs_plan", "vs_plan_excess"):
            continue
        outcomes = [
            cells.at(replace(statement.series, unit=unit), statement.window) for unit in _units(cells, statement)
        ]
        tried = [_constraint(statement, outcome, targets) for outcome in outcomes if outcome is not None]
        fitting = [constraint for constraint in tried if constraint.derived is not None]
        yield next(iter([*fitting, *tried]), None) or _untried(statement, None, None)


def _units(cells: Cells, statement: Statement) -> list[str]:
    return cells.units_of(statement.series)


def _constraint(statement: Statement, outcome: Cell, targets: Plans) -> Constraint:
    plan = targets.get((outcome.series, statement.window))
    implied = _implied_plan(statement, outcome)
    wording = "plan"
    if plan is None and counts_whole_things(outcome.series.metric):
        plan, wording = _whole_plan(implied), "plan_implied"
    derived = None if plan is None else outcome.amount.percent_of(plan)
    if plan is None or derived is None:
        return _untried(statement, outcome, implied)
    if statement.comparison == "vs_plan_excess":
        derived = derived.shifted(-HUNDRED)
    operands = (
        Operand(outcome.series.metric, outcome.amount, outcome.series.unit, sign=None),
        Operand("plan", plan, outcome.series.unit, sign=None),
    )
    constraint = _untried(statement, outcome, implied)
    loose = statement.loose - derived.interval
    return replace(constraint, wording=wording, operands=operands, derived=derived, missing=(), loose_residual=loose)


def _untried(statement: Statement, outcome: Cell | None, implied: Amount | None) -> Constraint:
    operands = () if outcome is None else (Operand(outcome.series.metric, outcome.amount, outcome.series.unit, None),)
    return Constraint(
        family="plan",
        code=statement.code,
        wording="plan",
        series=statement.series,
        window=statement.window,
        unit=statement.series.unit,
        stated=statement.amount,
        operands=operands,
        derived=None,
        hard=False,
        missing=("plan",) if outcome is not None else (statement.series.metric, "plan"),
        implied=implied,
        implied_unit=None if outcome is None else outcome.series.unit,
    )


def _implied_plan(statement: Statement, outcome: Cell) -> Amount | None:
    """The plan of which the outcome is the stated percentage."""
    fulfilment = statement.amount
    if statement.comparison == "vs_plan_excess":
        fulfilment = fulfilment.shifted(HUNDRED)
    return outcome.amount.percent_of(fulfilment)


def _whole_plan(implied: Amount | None) -> Amount | None:
    """The nearest positive whole number; None where the interval is so wide that one always fits."""
    if implied is None or implied.interval.width is None or implied.interval.width >= 1:
        return None
    whole = implied.value.quantize(Decimal(1), rounding=ROUND_HALF_EVEN)
    return None if whole <= 0 else Amount(whole, Interval.exactly(whole), True, frozenset(), ())
