"""What localisation makes of a half-year, as the four tables that are stored.

Belongs here: which cells and statements it is given, which half-year a contradiction belongs to, and the
frames. Does not: finding anything (`localise`, `bounds`) or what their columns mean (`suspects`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any, Final

import pandas as pd

from kcn_pipeline.extraction.facts import Fact
from kcn_pipeline.periods import HalfYear, Window
from kcn_pipeline.reconciliation.cells import Cells, cells_of_rows
from kcn_pipeline.reconciliation.decisions.records import facts_of_frame, records
from kcn_pipeline.reconciliation.localisation.accusations import Accuser
from kcn_pipeline.reconciliation.localisation.bounds import Bounds, bounds
from kcn_pipeline.reconciliation.localisation.constraint_rows import constraint_rows
from kcn_pipeline.reconciliation.localisation.linear_system import System
from kcn_pipeline.reconciliation.localisation.localise import TIME_LIMIT, Localisation, linear_system, localise
from kcn_pipeline.reconciliation.localisation.rows import BoundRow, ConflictMemberRow, SuspectRow
from kcn_pipeline.reconciliation.localisation.suspects import (
    bound_rows,
    conflict_member_rows,
    contradiction_identifier,
    suspect_rows,
)
from kcn_pipeline.reconciliation.reconcile import generate
from kcn_pipeline.reconciliation.relations.derived import completed
from kcn_pipeline.reconciliation.relations.statements import statements, targets
from kcn_pipeline.tables import (
    BLOC_TOTALS,
    BOARD_TOTALS,
    CELL_BOUNDS,
    CONFLICT_MEMBERS,
    CONSTRAINTS,
    SUSPECTS,
    frame_of,
)

# Growth and rolls reach a year back.
_HALF_YEARS_BACK: Final = (2, 1, 0)
_CELL: Final = ("entity", "metric", "origin", "unit", "period_start", "period_end")


@dataclass(frozen=True, slots=True)
class Findings:
    """The frames of one half-year, each with the columns of its table in `tables`."""

    constraints: pd.DataFrame
    suspects: pd.DataFrame
    conflict_members: pd.DataFrame
    bounds: pd.DataFrame


def findings(
    board_totals: pd.DataFrame,
    bloc_totals: pd.DataFrame,
    facts: pd.DataFrame,
    period: HalfYear,
    time_limit: float = TIME_LIMIT,
) -> Findings:
    """Relations, contradictions and bounds of `period`.

    board_totals, bloc_totals: cells of p−2 … p. facts: of p−2 … p+2, read for statements and for the
    characters of figures. Frames may be empty. time_limit: seconds for explaining contradictions, and as many for
    bounds; what it leaves unexplained, or wider than need be, is told with `finished` False. Errors: ValueError for
    missing columns.
    """
    published = cells_of_rows([*records(board_totals, BOARD_TOTALS), *records(bloc_totals, BLOC_TOTALS)])
    cells, known = completed(published), facts_of_frame(facts)
    system = _system(published, known, period)
    found = localise(system, period, time_limit)
    own = [localisation for localisation in found if _belongs(localisation, period)]
    members, suspects = conflict_member_rows(own, period), suspect_rows(own, period)
    named = [*(row.relation_id for row in members), *(row.relation_id for row in suspects)]
    tried = list(generate(cells, known, period))
    constraints = constraint_rows(system, tried, period, frozenset(filter(None, named)))
    accuser = Accuser(tried, constraints)
    hard = {contradiction_identifier(localisation): _is_hard(localisation) for localisation in own}
    left = _bounds(bounds(system, period, found, time_limit), cells, period)
    return Findings(
        constraints=frame_of(CONSTRAINTS, constraints),
        suspects=frame_of(
            SUSPECTS, [{**_flat(row), "hard": hard[row.contradiction], **accuser.sentences(row)} for row in suspects]
        ),
        conflict_members=frame_of(CONFLICT_MEMBERS, [_flat(row) for row in members]),
        bounds=frame_of(CELL_BOUNDS, [_flat(row) for row in left]),
    )


def likeliest(suspects: pd.DataFrame) -> pd.DataFrame:
    """Of the table `suspects` each accused once: under the best explanation, hard contradictions first."""
    best = suspects[suspects["answer"] <= 1].drop_duplicates(["contradiction", "kind", *_CELL])
    return best.sort_values("hard", ascending=False, kind="stable")


def figures_in_conflict(members: Iterable[Mapping[str, Any]]) -> dict[str, set[str]]:
    """The figures of every contradiction; members: rows of the table `conflict_members`, None for a relation."""
    found: dict[str, set[str]] = defaultdict(set)
    for row in members:
        if isinstance(row["figure_id"], str):
            found[row["contradiction"]].add(row["figure_id"])
    return found


def _system(cells: Cells, facts: Sequence[Fact], period: HalfYear) -> System:
    periods = [period.shifted(-back) for back in _HALF_YEARS_BACK]
    stated = [statement for each in periods for statement in statements(facts, each)]
    return linear_system(cells, stated, {fact.figure_id: fact.quote for fact in facts}, targets(facts))


def _belongs(found: Localisation, period: HalfYear) -> bool:
    """Whether a conflict has a member of `period`: one among earlier figures alone was told with those."""
    component = found.component
    return any(
        component.place(e).belongs_to(period)
        if component.is_figure(e)
        else component.relation(e).window.half_year == period
        for conflict in found.conflicts
        for e in conflict.members
    )


def _is_hard(found: Localisation) -> bool:
    """Whether some conflict needs no soft relation: then one of its figures is wrong, whatever else holds."""
    component = found.component
    return any(
        not conflict.readings and all(component.relation(e).cause is None for e in conflict.relations)
        for conflict in found.conflicts
    )


def _bounds(found: Iterable[Bounds], cells: Cells, period: HalfYear) -> Iterator[BoundRow]:
    """The rows of bounds by kind. cells: the published ones and those computed from all their parts."""
    for bound in found:
        for row in bound_rows([bound], period):
            yield replace(row, kind=_kind(bound, cells))


def _kind(bound: Bounds, cells: Cells) -> str:
    known = cells.at(bound.series, bound.window)
    if bound.kind == "second_half":
        year = bound.window.end.year
        parts = (Window.of_year(year), Window.of_months(year, 1, 6))
        return "derived" if all(cells.at(bound.series, part) is not None for part in parts) else "unpublished"
    if known is None:
        return "unpublished"
    return "suspected" if known.published else "derived"


def _flat(row: SuspectRow | ConflictMemberRow | BoundRow) -> dict[str, Any]:
    fields = asdict(row)
    return {**fields.pop("place"), **fields}
