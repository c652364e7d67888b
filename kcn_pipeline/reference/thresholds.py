"""Files of thresholds: one value a row, with what it means and what was measured.

Belongs here: the row model and the loader. Does not: the names and meaning of any threshold (`damage_thresholds`,
`quality_thresholds`).
"""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from pydantic import Field

from kcn_pipeline.reference.loading import Row, read_rows, require_known, rows_by_key

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

Thresholds = TypeVar("Thresholds", bound="DataclassInstance")


class Threshold(Row):
    """One threshold: words, nats, or a count a word."""

    name: str
    value: float = Field(ge=0, le=100)
    meaning: str = Field(min_length=10)


def read_thresholds(path: Path, kind: type[Thresholds]) -> Thresholds:
    """The thresholds of a file as the fields of `kind`. Errors: BrokenReference, also for a missing or unknown one."""
    rows = rows_by_key(path, read_rows(path, Threshold), lambda row: row.name)
    names = [field.name for field in fields(kind)]
    require_known(path, names, rows, "threshold")
    for row in rows.values():
        require_known(path, [row.name], names, "threshold", row.line)
    return kind(**{name: row.value for name, row in rows.items()})
