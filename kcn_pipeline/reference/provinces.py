"""Provinces and centrally run cities as identities in time.

Belongs here: the row model and loading of `provinces.yaml`, and who existed on a day. Does not:
management boards (`boards`), which have dates of their own, or matching names in text.
"""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path
from typing import Final, Literal

from kcn_pipeline.reference.loading import DATA
from kcn_pipeline.reference.succession import Identity, heirs, read_identities

PROVINCES_FILE: Final = DATA / "provinces.yaml"
FIRST_DAY: Final = date(1997, 1, 1)

Region = Literal[
    "red-river-delta",
    "northern-midlands-mountains",
    "north-central-coast",
    "central-highlands",
    "southeast",
    "mekong-delta",
]


class Province(Identity):
    """One province or centrally run city over one territory."""

    kind: Literal["province", "city"]
    region: Region

    @property
    def entity(self) -> str:
        """Its name in facts: `province:bac-ninh@2025`."""
        return f"province:{self.code}"


@cache
def load_provinces(path: Path = PROVINCES_FILE) -> dict[str, Province]:
    """Every province of any time by its code, in the order of the file. Errors: BrokenReference."""
    return read_identities(path, Province, "province")


def provinces_on(day: date) -> list[Province]:
    """The provinces that existed on `day`. Errors: ValueError before 1997-01-01, where the list begins."""
    if day < FIRST_DAY:
        raise ValueError(f"no list of provinces for {day}: it begins on {FIRST_DAY}")
    return [row for row in load_provinces().values() if row.valid_on(day)]


def province_heirs(code: str, day: date) -> frozenset[str]:
    """Codes of the provinces of `day` that hold any part of the territory of `code`. Errors: KeyError."""
    return heirs(load_provinces(), code, day)
