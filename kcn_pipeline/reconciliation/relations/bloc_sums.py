"""What a bloc publishes against the sum of what its members publish.

Belongs here: generating the constraints of the family bloc_sum from membership by year. Does not: who
was a member (`reference.blocs`), or sums within one entity (`sums`).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from kcn_pipeline.periods import HalfYear, Window
from kcn_pipeline.quantities import ZERO
from kcn_pipeline.reconciliation.cells import Cell, Cells, Series, is_additive, is_flow
from kcn_pipeline.reconciliation.relations.constraints import AT_LEAST_ZERO, Constraint, Operand, summed
from kcn_pipeline.reference.blocs import load_blocs, membership


@dataclass(frozen=True, slots=True)
class Members:
    """A bloc's members in a year as entities; None where no source states them."""

    boards: tuple[str, ...] | None
    count: int
    assumed: bool


def members_of(bloc: str, year: int) -> Members:
    """Members of the entity `bloc:…`; a bloc that the reference data do not know has unknown members."""
    code = bloc.partition(":")[2]
    if code not in load_blocs():
        return Members(None, 0, assumed=False)
    known = membership(code, year)
    boards = None if known.members is None else tuple(f"board:{member}" for member in known.members)
    return Members(boards, known.member_count or 0, known.assumed)


def bloc_sums(cells: Cells, period: HalfYear) -> Iterator[Constraint]:
    """One constraint for every additive series and window that a bloc or a member of it publishes.

    Equality where every member publishes; with members missing, their sum stays within the bloc's
    figure and the residual is theirs. Where one side has no figure at all the verdict will be
    NOT_PUBLISHED.
    """
    of_period = [c for c in cells.ending_in(period, published=False) if is_additive(c.series.metric)]
    blocs = {f"bloc:{code}" for code in load_blocs()} | {c.series.entity for c in of_period if _is_bloc(c)}
    for bloc in sorted(blocs):
        members = members_of(bloc, period.year)
        for series, window in _places(of_period, bloc, members):
            constraint = _constraint(cells, series, window, members)
            if constraint is not None:
                yield constraint


def _is_bloc(cell: Cell) -> bool:
    return cell.series.entity.startswith("bloc:")


def _places(of_period: list[Cell], bloc: str, members: Members) -> list[tuple[Series, Window]]:
    """Series of the bloc and windows to try: its own, and its members' where it has none; stocks once a half-year."""
    own = [c for c in of_period if c.series.entity == bloc]
    theirs = [c for c in of_period if c.series.entity in (members.boards or ())]
    places: dict[tuple[Series, Window | None], Window] = {}
    for cell in sorted(own, key=_place_order) + sorted(theirs, key=_place_order):
        series = replace(cell.series, entity=bloc)
        flow = is_flow(series.metric) and cell.window.start is not None
        places.setdefault((series, cell.window if flow else None), cell.window if flow else cell.window.as_stock())
    return sorted(((series, window) for (series, _), window in places.items()), key=_order)


def _place_order(cell: Cell) -> tuple[int, tuple[str, str, str, str]]:
    """Latest first, so that a stock is tried as of its last day of the half-year."""
    return -cell.window.end.toordinal(), cell.series.sort_key


def _order(place: tuple[Series, Window]) -> tuple[object, ...]:
    series, window = place
    return series.sort_key, window.end, str(window.start)


def _constraint(cells: Cells, series: Series, window: Window, members: Members) -> Constraint | None:
    whole = cells.at(series, window)
    found = {b: c for b in members.boards or () if (c := cells.at(replace(series, entity=b), window))}
    if not any(cell.published for cell in (whole, *found.values()) if cell is not None):
        return None
    operands = tuple(Operand(board, cell.amount, cell.series.unit) for board, cell in found.items())
    complete = members.boards is not None and len(found) == len(members.boards)
    same_days = whole is not None and all(cell.window.end == whole.window.end for cell in found.values())
    return Constraint(
        family="bloc_sum",
        code="bloc_sum",
        wording=_wording(whole, found, members),
        series=series,
        window=whole.window if whole else window,
        unit=series.unit,
        stated=whole.amount if whole else None,
        operands=operands,
        derived=summed(operands),
        hard=same_days and not members.assumed,
        remainder=ZERO if complete else AT_LEAST_ZERO,
        missing=tuple(board for board in members.boards or () if board not in found),
        parties=members.count or len(members.boards or ()),
    )


def _wording(whole: Cell | None, found: dict[str, Cell], members: Members) -> str:
    if whole is None:
        return "bloc_sum_no_total"
    if members.boards is None:
        return "bloc_sum_unknown_members"
    return "bloc_sum" if found else "bloc_sum_no_members"
