"""From where on what cleaning made is shown to people: doubtful words, and texts that are still damaged.

Belongs here: the names of the thresholds and loading of `quality_thresholds.yaml`. Does not: comparing anything with
them (`cleaning.review`, `defs`).
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path
from typing import Final

from kcn_pipeline.reference.damage_thresholds import Threshold
from kcn_pipeline.reference.loading import DATA, read_rows, require_known, rows_by_key

QUALITY_THRESHOLDS_FILE: Final = DATA / "quality_thresholds.yaml"


@dataclass(frozen=True, slots=True)
class QualityThresholds:
    """Every threshold, under its name in the file, which says what each means and what was measured."""

    doubtful_margin: float
    impossible_syllables: float
    words_to_judge: float


@cache
def load_quality_thresholds(path: Path = QUALITY_THRESHOLDS_FILE) -> QualityThresholds:
    """The thresholds in force. Errors: BrokenReference, also when one is missing or unknown."""
    rows = rows_by_key(path, read_rows(path, Threshold), lambda row: row.name)
    names = [field.name for field in fields(QualityThresholds)]
    require_known(path, names, rows, "threshold")
    for row in rows.values():
        require_known(path, [row.name], names, "threshold", row.line)
    return QualityThresholds(**{name: row.value for name, row in rows.items()})
