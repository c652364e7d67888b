"""Where one kind of damage ends and another begins: the thresholds that a paragraph's counts are compared with.

Belongs here: the names of the thresholds and loading of `damage_thresholds.yaml`. Does not: counting and comparing
(`cleaning.evidence`).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

from kcn_pipeline.reference.loading import DATA
from kcn_pipeline.reference.thresholds import read_thresholds

DAMAGE_THRESHOLDS_FILE: Final = DATA / "damage_thresholds.yaml"


@dataclass(frozen=True, slots=True)
class DamageThresholds:
    """Every threshold, under its name in the file, which says what each means and what was measured."""

    least_words: float
    least_words_alone: float
    least_words_foreign: float
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
    documents_damaged: float
    changes: float
    never_left_whole: float
    never_left_damaged: float
    explained_whole: float
    explained_damaged: float


@cache
def load_damage_thresholds(path: Path = DAMAGE_THRESHOLDS_FILE) -> DamageThresholds:
    """The thresholds in force. Errors: BrokenReference, also when one is missing or unknown."""
    return read_thresholds(path, DamageThresholds)
