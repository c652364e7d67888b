"""Countries and territories that investors come from.

Belongs here: the row model and loading of `countries.yaml`. Does not: finding them in a text.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Final

from pydantic import Field

from kcn_pipeline.reference.loading import DATA, Code, Row, read_rows, require_unique

COUNTRIES_FILE: Final = DATA / "countries.yaml"


class Country(Row):
    """One country with the names that reports use, the usual one first."""

    code: Code
    names: tuple[str, ...] = Field(min_length=1)

    @property
    def entity(self) -> str:
        """Its name in facts: `country:japan`."""
        return f"country:{self.code}"


@cache
def load_countries(path: Path = COUNTRIES_FILE) -> dict[str, Country]:
    """Every country by its code. Errors: BrokenReference, also where two share a name."""
    rows = read_rows(path, Country)
    require_unique(path, [row.code for row in rows])
    require_unique(path, [name for row in rows for name in row.names])
    return {row.code: row for row in rows}
