"""The parts that Vietnamese syllables are spelled of.

Belongs here: the row model and loading of `spelling.yaml`. Does not: putting parts together
(`syllables`).
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Final, Literal, get_args

from pydantic import Field, field_validator

from kcn_pipeline.reference.loading import DATA, Row, read_rows, require_known, rows_by_key

SPELLING_FILE: Final = DATA / "spelling.yaml"

Part = Literal["onset", "rime", "rime_after_qu", "onset_before_y", "whole"]
_NOTHING: Final = "-"


class Spelling(Row):
    """The spellings of one part; in the file separated by blanks, `-` for the empty one."""

    part: Part
    spellings: frozenset[str] = Field(min_length=1)

    @field_validator("spellings", mode="before")
    @classmethod
    def _split(cls, value: object) -> object:
        if not isinstance(value, str):
            return value
        return frozenset("" if spelling == _NOTHING else spelling for spelling in value.split())


@cache
def load_spelling(path: Path = SPELLING_FILE) -> dict[str, frozenset[str]]:
    """The spellings of every part. Errors: BrokenReference, also when a part is missing."""
    rows = rows_by_key(path, read_rows(path, Spelling), lambda row: row.part)
    require_known(path, get_args(Part), rows, "part")
    return {part: row.spellings for part, row in rows.items()}
