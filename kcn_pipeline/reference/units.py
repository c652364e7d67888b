"""Unit words, scale words and number words.

Belongs here: what a word after a number means in base units. Does not: finding it in a text.
"""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Final, Literal

from kcn_pipeline.reference.loading import DATA, Row, read_rows, require_unique

UNITS_FILE: Final = DATA / "units.yaml"
SCALES_FILE: Final = DATA / "scales.yaml"
NUMBER_WORDS_FILE: Final = DATA / "number_words.yaml"

BASE_UNITS: Final[dict[str, tuple[str, ...]]] = {
    "money": ("USD", "VND"),
    "area": ("ha",),
    "money_per_person_month": ("VND_per_person_month",),
}


class UnitWord(Row):
    """A word that names a unit; one of it is `factor` base units.

    implies: the metric that the unit itself tells where nothing else does (a certificate is a licence); owner_kind:
    only right after the name of such an entity (`KCN Quang Minh 344 ha`). vague: it counts other things too
    (`đơn vị`), so that only a wording of its own makes a statistic of it.
    """

    word: str
    unit: str
    dimension: str
    factor: Decimal = Decimal(1)
    implies: str | None = None
    owner_kind: str | None = None
    vague: bool = False


class ScaleWord(Row):
    """A word that multiplies the number before it."""

    word: str
    factor: Decimal


class NumberWord(Row):
    """A word of a number in words, and how it enters the sum."""

    word: str
    kind: Literal["digit", "tail", "ten", "times", "joint", "half"]
    value: int


@cache
def load_units(path: Path = UNITS_FILE) -> dict[str, UnitWord]:
    """Unit words by their lower-case form. Errors: BrokenReference."""
    rows = read_rows(path, UnitWord)
    require_unique(path, [row.word.lower() for row in rows])
    return {row.word.lower(): row for row in rows}


@cache
def load_scales(path: Path = SCALES_FILE) -> dict[str, ScaleWord]:
    """Scale words by their lower-case form. Errors: BrokenReference."""
    rows = read_rows(path, ScaleWord)
    require_unique(path, [row.word for row in rows])
    return {row.word: row for row in rows}


@cache
def load_number_words(path: Path = NUMBER_WORDS_FILE) -> dict[str, NumberWord]:
    """Number words by their form. Errors: BrokenReference."""
    rows = read_rows(path, NumberWord)
    require_unique(path, [row.word for row in rows])
    return {row.word: row for row in rows}


def base_units(dimension: str) -> tuple[str, ...]:
    """The base units in which figures of a dimension are stored; most dimensions are their own."""
    return BASE_UNITS.get(dimension, (dimension,))
