"""What must hold of the bounds of unpublished cells.

Belongs here: the rules of `bounds`. Does not: computing them (`localisation.bounds`), or rules of suspects
(`checks_localisation`).
"""

from __future__ import annotations

from typing import Any, Final

import pandas as pd

from kcn_pipeline.defs.checks import Exhibit, Finding, Rule, checks_on, schema_rule
from kcn_pipeline.defs.checks_localisation import rows_twice
from kcn_pipeline.defs.checks_reconciliation import CELL_KEY, cell_inside_partition
from kcn_pipeline.defs.describing import rows_of
from kcn_pipeline.reconciliation.cells import is_additive
from kcn_pipeline.reconciliation.relations.bloc_sums import members_of


def one_row_per_bound(exhibit: Exhibit) -> Finding:
    """No cell is bounded twice."""
    return rows_twice(exhibit.rows, CELL_KEY)


def bounds_ordered(exhibit: Exhibit) -> Finding:
    """Each lower end is at most its upper end, and there is one at least."""
    rows = exhibit.rows
    lo, hi = (pd.to_numeric(rows[end]) for end in ("lo", "hi"))
    odd = rows[(lo > hi) | (lo.isna() & hi.isna())]
    return Finding(
        len(rows), rows_of(odd, *CELL_KEY, "lo", "hi"), f"{len(odd)} of {len(rows)} cells have no proper bounds"
    )


def bounds_finished(exhibit: Exhibit) -> Finding:
    """Every cell was bounded as narrowly as can be before time ran out; the others are true, but wider."""
    rows = exhibit.rows
    odd = rows[~rows["finished"]]
    message = (
        f"{len(odd)} of {len(rows)} bounds may be wider than need be, for time ran out; "
        "raise KCN_LIMIT_LOCALISATION_SECONDS and reconcile the half-year again"
    )
    return Finding(len(rows), rows_of(odd, *CELL_KEY, "lo", "hi"), message, "WARN")


def members_bounded(exhibit: Exhibit) -> Finding:
    """Each member of a bloc that publishes a cell publishes it too, or has bounds."""
    known = {_cell(row) for name in ("rows", "board_totals") for row in rows_of(_table(exhibit, name), *CELL_KEY)}
    wanted = [
        {**row, "entity": board}
        for row in rows_of(exhibit.beside["bloc_totals"], *CELL_KEY)
        if is_additive(row["metric"])
        for board in members_of(row["entity"], int(row["period_end"][:4])).boards or ()
    ]
    odd = [row for row in wanted if _cell(row) not in known]
    return Finding(
        len(wanted), odd, f"{len(odd)} of {len(wanted)} cells of members have neither figure nor bounds", "WARN"
    )


def _table(exhibit: Exhibit, name: str) -> pd.DataFrame:
    return exhibit.rows if name == "rows" else exhibit.beside[name]


def _cell(row: dict[str, Any]) -> tuple[object, ...]:
    """A cell by its key; a stock by its half-year, for boards and blocs close their books on different days."""
    end = str(row["period_end"])
    start = None if pd.isna(row["period_start"]) else row["period_start"]
    day = end if start is not None else f"{end[:4]}-{'1' if end[5:7] <= '06' else '2'}"
    return row["entity"], row["metric"], None if pd.isna(row["origin"]) else row["origin"], row["unit"], start, day


BOUNDS_CHECKS: Final = checks_on(
    "bounds",
    (
        schema_rule("bounds"),
        Rule("period_inside_partition", "Each cell's last day lies in the half-year.", cell_inside_partition),
        Rule("one_row_per_cell", "No cell (ô số liệu) is bounded twice.", one_row_per_bound),
        Rule("bounds_ordered", "Each lower end is at most its upper end.", bounds_ordered),
        Rule("bounds_finished", "Every cell was bounded in time.", bounds_finished),
        Rule("members_bounded", "Each member that did not publish has bounds (khoảng giá trị).", members_bounded),
    ),
    beside={"board_totals": "same", "bloc_totals": "same"},
)
