"""What an English character recogniser makes of Vietnamese letters.

Belongs here: the row models and loading of `confusions.yaml` and `lookalikes.yaml`. Does not: making
probabilities of them (`cleaning.readings`).
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Final

from pydantic import Field, field_validator

from kcn_pipeline.reference.loading import DATA, Row, read_rows, rows_by_key

CONFUSIONS_FILE: Final = DATA / "confusions.yaml"
LOOKALIKES_FILE: Final = DATA / "lookalikes.yaml"


class Confusion(Row):
    """One letter and how often it was read as what, '' meaning that nothing was read; counts of letters."""

    letter: str = Field(min_length=1, max_length=1)
    read_as: dict[str, int] = Field(min_length=1)

    @field_validator("read_as")
    @classmethod
    def _counts_are_positive(cls, value: dict[str, int]) -> dict[str, int]:
        if min(value.values()) < 1:
            raise ValueError("a reading that never occurred")
        return value


class Lookalike(Row):
    """A digit or sign and the bare letters that it may stand for in a word."""

    sign: str = Field(min_length=1, max_length=1)
    letters: str = Field(pattern=r"^[a-z]+$")


@cache
def load_confusions(path: Path = CONFUSIONS_FILE) -> dict[str, Confusion]:
    """Every letter with its readings. Errors: BrokenReference."""
    return rows_by_key(path, read_rows(path, Confusion), lambda row: row.letter)


@cache
def load_lookalikes(path: Path = LOOKALIKES_FILE) -> dict[str, Lookalike]:
    """Every sign with the letters it resembles. Errors: BrokenReference."""
    return rows_by_key(path, read_rows(path, Lookalike), lambda row: row.sign)
