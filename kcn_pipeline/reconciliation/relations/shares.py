"""Shares and excesses that documents state, and rates that follow from two other metrics.

Belongs here: generating the constraints of the family share, choosing the base that is meant. Does
not: growth (`growth`) or fulfilment of plans (`plans`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from kcn_pipeline.periods import HalfYear, Window
from kcn_pipeline.reconciliation.amounts import HUNDRED
from kcn_pipeline.reconciliation.cells import Cell, Cells, Series
from kcn_pipeline.reconciliation.relations.constraints import Constraint, Operand
from kcn_pipeline.reconciliation.relations.statements import Statement, loosened
from kcn_pipeline.reconciliation.relations.verdicts import judge
from kcn_pipeline.reference.identities import identities
from kcn_pipeline.reference.metrics import load_metrics
from kcn_pipeline.reference.repairs import load_repairs

_HOLDS: Final = frozenset({"EXACT", "ROUNDING"})


def shares(cells: Cells, stated: Sequence[Statement]) -> Iterator[Constraint]:
    """Every share ("66% of the registered capital") and excess ("49% above it") against its two figures.

    The base that the text names is tried first. Where it fails even for a percentage cut instead of
    rounded, and exactly the printed one comes out of another plausible base (`identities.yaml`,
    share_of), that one is meant: reports say "of registered capital" of the stock and of the year alike.
    """
    for statement in stated:
        if statement.comparison in ("share", "excess"):
            yield _best(cells, statement)


def _best(cells: Cells, statement: Statement) -> Constraint:
    named = _constraint(cells, statement, statement.base)
    verdict = judge(named).verdict
    if verdict in _HOLDS or verdict == "ROUNDING_LOOSE":
        return named
    others = [_constraint(cells, statement, base) for base in _other_bases(statement)]
    # Of several that fit, the figures that would have fitted least else; then the usual order.
    best = min((other for other in others if judge(other).verdict in _HOLDS), key=_chance, default=None)
    if best is None or statement.base is None:
        return best or named
    # Nothing speaks against a base that is unpublished, unless the fit is rarer than a wrong word.
    if verdict == "NOT_PUBLISHED" and _chance(best) > load_repairs()["other_base"].prior:
        return named
    return _of_other_base(best, statement.base)


def _chance(constraint: Constraint) -> float:
    """How likely any percentage between 0 and 100 would seem to fit: wide intervals fit everything."""
    sides = [side.interval.width for side in (constraint.stated, constraint.derived) if side is not None]
    widths = [float(width) for width in sides if width is not None]
    return sum(widths) / float(HUNDRED) if len(widths) == len(sides) else 1.0


def _of_other_base(constraint: Constraint, named: str) -> Constraint:
    return replace(constraint, wording="share_other_base", named_base=named)


def _other_bases(statement: Statement) -> list[str]:
    rows = identities("share_of", statement.window.end)
    of_metric = [term for row in rows if row.metric == statement.series.metric for term in row.terms]
    return [base for base in of_metric if base != statement.base]


def _constraint(cells: Cells, statement: Statement, base: str | None) -> Constraint:
    part, whole = _figures(cells, statement, base)
    derived = part.amount.percent_of(whole.amount) if part and whole else None
    if derived is not None and statement.comparison == "excess":
        derived = derived.shifted(-HUNDRED)
    operands = tuple(Operand(c.series.metric, c.amount, c.series.unit, sign=None) for c in (part, whole) if c)
    return Constraint(
        family="share",
        code=statement.code,
        wording="not_computable" if part and whole and derived is None else statement.comparison,
        series=statement.series,
        window=statement.window,
        unit=statement.series.unit,
        stated=statement.amount,
        operands=operands,
        derived=derived,
        hard=False,
        missing=tuple(dict.fromkeys(_missing(statement, base, part, whole))),
        loose_residual=None if derived is None else statement.loose - derived.interval,
    )


def _missing(statement: Statement, base: str | None, part: Cell | None, whole: Cell | None) -> Iterator[str]:
    if part is None:
        yield statement.series.metric
    if whole is None and base is not None:
        yield base


def _figures(cells: Cells, statement: Statement, base: str | None) -> tuple[Cell | None, Cell | None]:
    """Part and whole in one unit; where no unit has both, whichever there is."""
    of_part, of_whole = statement.series, None if base is None else _base_series(statement.series, base)
    partly: tuple[Cell | None, Cell | None] = (None, None)
    for unit in dict.fromkeys([*cells.units_of(of_part), *(cells.units_of(of_whole) if of_whole else ())]):
        part = cells.at(replace(of_part, unit=unit), statement.window)
        whole = None if of_whole is None else cells.at(replace(of_whole, unit=unit), statement.window)
        if part is not None and whole is not None:
            return part, whole
        partly = (partly[0] or part, partly[1] or whole)
    return partly if None in partly else (partly[0], None)


def _base_series(part: Series, base: str) -> Series:
    """The whole of a share: another metric of the same origin, or the total of the same metric."""
    if base == part.metric:
        return replace(part, origin="total")
    metric = load_metrics().get(base)
    return replace(part, metric=base, origin=part.origin if metric is not None and metric.origin_split else None)


def rates(cells: Cells, period: HalfYear) -> Iterator[Constraint]:
    """Published rates that are 100 × one published metric over another (occupancy)."""
    for rate in cells.ending_in(period):
        for identity in identities("ratio", rate.window.end):
            if identity.metric == rate.series.metric:
                yield from _rate(cells, rate, identity.code, identity.terms)


def _rate(cells: Cells, rate: Cell, code: str, terms: tuple[str, ...]) -> Iterator[Constraint]:
    part, whole = (_in_any_unit(cells, replace(rate.series, metric=term), rate.window) for term in terms)
    if part is None or whole is None or part.series.unit != whole.series.unit:
        return
    derived = part.amount.percent_of(whole.amount)
    yield Constraint(
        family="share",
        code=code,
        wording="not_computable" if derived is None else "share",
        series=rate.series,
        window=rate.window,
        unit=rate.series.unit,
        stated=rate.amount,
        operands=tuple(Operand(c.series.metric, c.amount, c.series.unit, sign=None) for c in (part, whole)),
        derived=derived,
        hard=False,
        loose_residual=None if derived is None else loosened(rate.amount.interval) - derived.interval,
    )


def _in_any_unit(cells: Cells, series: Series, window: Window) -> Cell | None:
    found = (cells.at(replace(series, unit=unit), window) for unit in cells.units_of(series))
    return next((cell for cell in found if cell is not None), None)
