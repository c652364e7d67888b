"""What a stated percentage may have been meant to say: the readings that the figures it relates allow.

Belongs here: the range of a quotient of two cells, and fitting the catalogue's readings into it. Does
not: percentages as rows (`localisation.ratio_rows`), or the readings of a numeral (`repairs`).
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from kcn_pipeline.quantities import Interval
from kcn_pipeline.reconciliation.localisation.answers import Suspect, widened
from kcn_pipeline.reconciliation.localisation.changes import joined_cost
from kcn_pipeline.reconciliation.localisation.ratio_rows import as_stated, multiples
from kcn_pipeline.reconciliation.localisation.repairs import readings as readings_of
from kcn_pipeline.reconciliation.localisation.solver import Solver
from kcn_pipeline.reconciliation.localisation.whole_numbers import Ends
from kcn_pipeline.reconciliation.relations.statements import loosened
from kcn_pipeline.reference.repairs import load_repairs


def reread(solver: Solver, element: int, set_aside: frozenset[int], read: Mapping[int, Ends]) -> Suspect | None:
    """A relation that states a percentage, with what everything else leaves for it and its readings inside.

    set_aside holds the relation; read are the figures read otherwise. None where it states no quotient,
    or one of a denominator that may be nothing.
    """
    relation = solver.component.relation(element)
    sides = _sides(solver, element)
    if relation.statement is None or sides is None:
        return None
    statement, unit = relation.statement, relation.statement.series.unit
    left = _quotient(solver, sides, set_aside, read)
    if left is None:
        return None
    found = []
    for reading in readings_of(statement.amount, relation.quote, unit):
        meant = multiples(statement.comparison, loosened(reading.interval))
        if meant.overlaps(left) and _can_be(solver, sides, meant, set_aside, read):
            found.append(reading)
    return Suspect(element, as_stated(statement.comparison, left), tuple(found))


def saving(suspect: Suspect) -> float:
    """Nats by which readings that fit make a wrong percentage likelier than one that nothing explains."""
    usual = load_repairs()["stated_percentage"].cost
    return usual - joined_cost([usual, *(reading.cost for reading in suspect.readings)])


def _sides(solver: Solver, element: int) -> tuple[int, int] | None:
    """The columns of numerator and denominator."""
    component = solver.component
    rows = component.rows[element - len(component.figures)]
    return next(((row.columns[0], row.columns[1]) for row in rows if len(row.columns) == 2), None)


def _quotient(
    solver: Solver, sides: tuple[int, int], set_aside: frozenset[int], read: Mapping[int, Ends]
) -> Interval | None:
    """Between what the ends of both sides make of it: never less than it can be."""
    found = [solver.range({column: 1.0}, set_aside, read) for column in sides]
    numerator, denominator = (None if ends is None else widened(ends, solver.scale) for ends in found)
    if numerator is None or denominator is None or not denominator[0] or denominator[0] < 0:
        return None
    (lo, hi), (least, most) = numerator, denominator
    # The smaller quotient of a negative numerator is that over the smaller denominator.
    low = None if lo is None else _over(lo, least if lo < 0 else most)
    high = None if hi is None else _over(hi, most if hi < 0 else least)
    return Interval(low, high)


def _over(number: int, by: int | None) -> Decimal:
    return Decimal(0) if by is None else Decimal(number) / Decimal(by)


def _can_be(
    solver: Solver,
    sides: tuple[int, int],
    meant: Interval,
    set_aside: frozenset[int],
    read: Mapping[int, Ends],
) -> bool:
    """Whether some solution has numerator over denominator between two multiples."""
    numerator, denominator = sides
    for end, way in ((meant.lo, 1), (meant.hi, -1)):
        if end is None:
            continue
        excess = solver.range({numerator: 1.0, denominator: -float(end)}, set_aside, read)
        if excess is None:
            return False
        lo, hi = widened(excess, solver.scale)
        best = hi if way > 0 else lo
        if best is not None and best * way < 0:
            return False
    return True
