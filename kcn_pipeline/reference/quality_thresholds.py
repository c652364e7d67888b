"""From where on what cleaning made is shown to people: doubtful words, and texts that are still damaged.

Belongs here: the names of the thresholds and loading of `quality_thresholds.yaml`. Does not: comparing anything with
them (`cleaning.review`, `defs`).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

from kcn_pipeline.reference.loading import DATA
from kcn_pipeline.reference.thresholds import read_thresholds

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
    return read_thresholds(path, QualityThresholds)
