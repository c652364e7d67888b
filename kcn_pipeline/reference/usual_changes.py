"""By how much cells usually change from one report to the next, to tell likely readings from unlikely ones.

Belongs here: the row model and loading of `usual_changes.yaml`. Does not: impossible values (`ceilings`), or
weighing explanations (`reconciliation.localisation.plausibility`).
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Final, Literal, get_args

from pydantic import Field

from kcn_pipeline.reference.loading import DATA, BrokenReference, Row, read_rows, rows_by_key

CHANGES_FILE: Final = DATA / "usual_changes.yaml"

Kind = Literal["flow", "stock", "other_months", "peer"]


class UsualChange(Row):
    """log_scale: half of all cells of a kind differ by a factor between exp(−log_scale) and exp(log_scale).

    flow, stock: from the same cell of another report; other_months: a flow by the month from that of another
    window; peer: from the middle one of the same cells of other entities of its kind.
    """

    kind: Kind
    log_scale: float = Field(gt=0)


@cache
def load_usual_changes(path: Path = CHANGES_FILE) -> dict[str, UsualChange]:
    """The rows by kind of comparison. Errors: BrokenReference, also where one is missing."""
    rows = rows_by_key(path, read_rows(path, UsualChange), lambda row: row.kind)
    missing = sorted(set(get_args(Kind)) - rows.keys())
    if missing:
        raise BrokenReference(path, 1, f"no row for {', '.join(missing)}", "add one with its log_scale")
    return rows
