"""How a zero is said in words: negations, what they count, and what makes them no statement of a zero.

Belongs here: the row model and loading of `worded_zeros.yaml`. Does not: finding them in a text (`extraction`).
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Final, Literal

from kcn_pipeline.reference.loading import DATA, Code, Row, read_rows, require_known, require_unique
from kcn_pipeline.reference.metrics import load_metrics

WORDED_ZEROS_FILE: Final = DATA / "worded_zeros.yaml"

ZeroRole = Literal[
    "having",
    "happening",
    "preventing",
    "negated",
    "counted",
    "event",
    "any",
    "none",
    "softened",
    "urged",
    "outcome",
]


class ZeroWording(Row):
    """A wording and its part in saying a zero; the file's head tells the roles. metric: of a counted thing."""

    phrase: str
    role: ZeroRole
    metric: Code | None = None


@cache
def load_worded_zeros(path: Path = WORDED_ZEROS_FILE) -> tuple[ZeroWording, ...]:
    """Every wording, in the order of the file. Errors: BrokenReference."""
    rows = read_rows(path, ZeroWording)
    require_unique(path, [f"{row.role}: {row.phrase}" for row in rows])
    require_known(path, [row.metric for row in rows if row.metric], load_metrics(), "metric")
    return tuple(rows)
