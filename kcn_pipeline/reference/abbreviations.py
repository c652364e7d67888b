"""Abbreviations that official reports are full of.

Belongs here: the row model and loading of `abbreviations.yaml`. Does not: finding them in damaged text
(`cleaning.shortlists`), what units are worth (`units`).
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Final

from pydantic import Field

from kcn_pipeline.reference.loading import DATA, Row, read_rows, rows_by_key

ABBREVIATIONS_FILE: Final = DATA / "abbreviations.yaml"


class Abbreviation(Row):
    """An abbreviation as it is written, what it stands for, and what recognisers make of it after a numeral."""

    form: str = Field(min_length=1)
    meaning: str = Field(min_length=3)
    read_as: tuple[str, ...] = ()


@cache
def load_abbreviations(path: Path = ABBREVIATIONS_FILE) -> dict[str, Abbreviation]:
    """Every abbreviation by its form. Errors: BrokenReference."""
    return rows_by_key(path, read_rows(path, Abbreviation), lambda row: row.form)
