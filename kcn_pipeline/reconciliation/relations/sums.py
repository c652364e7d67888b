"""Sums and parts within one entity: total = FDI + DDI, wholes of metrics, and parts that stay within them.

Belongs here: generating the constraints of the families origin_sum and subset. Does not: sums over
the members of a bloc (`bloc_sums`) or over windows (`orders`).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from kcn_pipeline.periods import HalfYear
from kcn_pipeline.quantities import ZERO
from kcn_pipeline.reconciliation.cells import Cell, Cells, is_additive
from kcn_pipeline.reconciliation.relations.constraints import AT_LEAST_ZERO, Constraint, Operand, summed
from kcn_pipeline.reference.identities import MetricIdentity, identities
from kcn_pipeline.reference.metrics import load_metrics

_PARTS_OF_TOTAL: Final = ("fdi", "ddi")


def origin_sums(cells: Cells, period: HalfYear) -> Iterator[Constraint]:
    """Total = FDI + DDI wherever the total and at least one part are published in one unit."""
    for whole in cells.ending_in(period):
        if whole.series.origin != "total" or not is_additive(whole.series.metric):
            continue
        if not load_metrics()[whole.series.metric].origin_split:
            continue
        parts = {origin: cells.at(replace(whole.series, origin=origin), whole.window) for origin in _PARTS_OF_TOTAL}
        constraint = _of_parts(whole, parts, family="origin_sum", code="origin_sum", hard=True, complete=True)
        if constraint is not None:
            yield constraint


def metric_sums(cells: Cells, period: HalfYear) -> Iterator[Constraint]:
    """Every sum and every part-of relation of `identities.yaml` whose whole and one part are published."""
    for whole in cells.ending_in(period):
        for relation in ("sum", "within"):
            for identity in identities(relation, whole.window.end):
                if identity.metric == whole.series.metric:
                    yield from _of_identity(cells, whole, identity)


def _of_identity(cells: Cells, whole: Cell, identity: MetricIdentity) -> Iterator[Constraint]:
    parts = {term: cells.at(replace(whole.series, metric=term), whole.window) for term in identity.terms}
    complete = identity.relation == "sum"
    constraint = _of_parts(whole, parts, family="subset", code=identity.code, hard=identity.hard, complete=complete)
    if constraint is not None:
        yield constraint


def _of_parts(
    whole: Cell, parts: dict[str, Cell | None], *, family: str, code: str, hard: bool, complete: bool
) -> Constraint | None:
    """The constraint that the parts make up the whole, or, with some missing or more possible, at most that."""
    found = {party: cell for party, cell in parts.items() if cell is not None}
    if not found:
        return None
    operands = tuple(Operand(party, cell.amount, cell.series.unit) for party, cell in found.items())
    same_days = all(cell.window.end == whole.window.end for cell in found.values())
    equality = complete and len(found) == len(parts)
    return Constraint(
        family=family,
        code=code,
        wording=f"{family}_sum" if complete and family == "subset" else family,
        series=whole.series,
        window=whole.window,
        unit=whole.series.unit,
        stated=whole.amount,
        operands=operands,
        derived=summed(operands),
        hard=hard and same_days,
        remainder=ZERO if equality else AT_LEAST_ZERO,
        missing=tuple(party for party in parts if party not in found),
    )
