"""The words of the report in Vietnamese and English.

Belongs here: the row model and loading of `report_texts.yaml`. Does not: laying a page out or
writing numbers (`publication`).
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from string import Formatter
from typing import Annotated, Final, Self

from pydantic import Field, model_validator

from kcn_pipeline.reference.loading import DATA, Row, read_rows, rows_by_key

TEXTS_FILE: Final = DATA / "report_texts.yaml"


class Text(Row):
    """One wording in both languages; `{fields}` are filled in when it is shown.

    en_one: the English singular, for a count of exactly one; Vietnamese has no such form.
    """

    key: Annotated[str, Field(pattern=r"^[a-z_]+(\.[A-Za-z0-9_]+)+$")]
    vi: str = Field(min_length=1)
    en: str = Field(min_length=1)
    en_one: str | None = None
    source: str = "own wording"

    @model_validator(mode="after")
    def _same_fields(self) -> Self:
        wordings = [self.vi, self.en] if self.en_one is None else [self.vi, self.en, self.en_one]
        if len({frozenset(_fields(wording)) for wording in wordings}) > 1:
            raise ValueError(f"the wordings of '{self.key}' do not name the same {{fields}}")
        return self


def _fields(wording: str) -> list[str]:
    return [name for _, name, _, _ in Formatter().parse(wording) if name is not None]


@cache
def load_texts(path: Path = TEXTS_FILE) -> dict[str, Text]:
    """Every wording by its key. Errors: BrokenReference."""
    return rows_by_key(path, read_rows(path, Text), lambda row: row.key)
