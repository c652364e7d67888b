"""What an entity of a fact is called and of which kind it is.

Belongs here: display names of `board:…`, `bloc:…`, `province:…`, `nation:…`. Does not: finding
entities in text (`extraction`).
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Final, Literal, get_args

from kcn_pipeline.reference.blocs import load_blocs
from kcn_pipeline.reference.boards import load_boards
from kcn_pipeline.reference.loading import DATA, Code, Row, read_rows, rows_by_key
from kcn_pipeline.reference.provinces import load_provinces

NATIONS_FILE: Final = DATA / "nations.yaml"

EntityKind = Literal["bloc", "board", "province", "nation", "zone", "company", "country"]
ENTITY_KINDS: Final[tuple[EntityKind, ...]] = get_args(EntityKind)


class Nation(Row):
    """A whole country that figures may speak of; aliases: other forms, in lower case where they are common words."""

    code: Code
    name: str
    aliases: tuple[str, ...] = ()


@cache
def load_nations(path: Path = NATIONS_FILE) -> dict[str, Nation]:
    """Every nation by its code. Errors: BrokenReference."""
    return rows_by_key(path, read_rows(path, Nation), lambda row: row.code)


def entity_kind(entity: str) -> EntityKind:
    """The part before the colon. Errors: ValueError when it is no kind of entity or nothing follows."""
    kind, _, code = entity.partition(":")
    for known in ENTITY_KINDS:
        if kind == known and code:
            return known
    raise ValueError(f"'{entity}' is no entity: write one of {', '.join(ENTITY_KINDS)}, a colon and a code")


def entity_name(entity: str) -> str:
    """Vietnamese display name; zones, companies and countries are named as the document wrote them.

    Errors: ValueError for no entity at all, KeyError for a code that the reference data do not hold.
    """
    kind = entity_kind(entity)
    code = entity.partition(":")[2]
    match kind:
        case "board":
            return load_boards()[code].name
        case "bloc":
            return load_blocs()[code].name
        case "province":
            return load_provinces()[code].name
        case "nation":
            return load_nations()[code].name
        case _:
            return code
