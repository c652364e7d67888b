"""Wordings of page furniture: menus, counters, buttons, imprints.

Belongs here: the row model and loading of `furniture.yaml`. Does not: finding furniture in a text
(`cleaning.furniture`).
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Final, Literal

from pydantic import Field

from kcn_pipeline.reference.loading import DATA, Row, read_rows

FURNITURE_FILE: Final = DATA / "furniture.yaml"

FurnitureKind = Literal["counter", "menu", "share", "related", "footer", "caption", "page_number"]
Place = Literal["counter", "line", "prefix", "caption"]


class Furniture(Row):
    """Wordings of one kind of furniture that stand in the same place.

    place: `counter` before a number, `line` filling a line, `prefix` at the beginning of one, `caption` there
    or before the name of who took the picture. alone: whether the wording suffices, or certain
    furniture must stand beside it.
    """

    kind: FurnitureKind
    place: Place
    alone: bool
    wordings: tuple[str, ...] = Field(min_length=1)


@cache
def load_furniture(path: Path = FURNITURE_FILE) -> tuple[Furniture, ...]:
    """Every row, in the order of the file. Errors: BrokenReference."""
    return tuple(read_rows(path, Furniture))
