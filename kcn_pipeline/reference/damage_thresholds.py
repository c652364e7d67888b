"""Where one kind of damage ends and another begins: the thresholds that a paragraph's counts are compared with.

Belongs here: the row model and loading of `damage_thresholds.yaml`. Does not: counting and comparing
(`cleaning.evidence`).
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path
from typing import Final

from pydantic import Field

from kcn_pipeline.reference.loading import DATA, Row, read_rows, require_known, rows_by_key

DAMAGE_THRESHOLDS_FILE: Final = DATA / "damage_thresholds.yaml"


class Threshold(Row):
    """One threshold: words, or a count a word."""

    name: str
    value: float = Field(ge=0, le=100)
    meaning: str = Field(min_length=10)


@dataclass(frozen=True, slots=True)
class DamageThresholds:
    """Every threshold, under its name in the file, which says what each means and what was measured."""

    least_words: float
    least_words_alone: float
    prevailing: float
    no_shields: float
    no_extended: float
    other_marks: float
    never_left: float
    explained: float
    skeletons: float
    acute: float
    foreign_skeletons: float
    no_marks: float
    alien: float


@cache
def load_damage_thresholds(path: Path = DAMAGE_THRESHOLDS_FILE) -> DamageThresholds:
    """The thresholds in force. Errors: BrokenReference, also when one is missing or unknown."""
    rows = rows_by_key(path, read_rows(path, Threshold), lambda row: row.name)
    names = [field.name for field in fields(DamageThresholds)]
    require_known(path, names, rows, "threshold")
    for row in rows.values():
        require_known(path, [row.name], names, "threshold", row.line)
    return DamageThresholds(**{name: row.value for name, row in rows.items()})
