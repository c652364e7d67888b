"""What an entity of a fact is called and of which kind it is.

Belongs here: display names of entities, and how a name becomes the tail of one. Does not: finding entities in text
(`extraction`).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Final, Literal, get_args

from kcn_pipeline.reference.blocs import Bloc, load_blocs
from kcn_pipeline.reference.boards import Board, load_boards
from kcn_pipeline.reference.countries import load_countries
from kcn_pipeline.reference.loading import DATA, Code, Row, read_rows, rows_by_key
from kcn_pipeline.reference.provinces import Province, load_provinces

NATIONS_FILE: Final = DATA / "nations.yaml"
_NOT_IN_SLUGS: Final = re.compile(r"[^a-z0-9]+")

EntityKind = Literal["bloc", "board", "province", "nation", "zone", "company", "country"]
ENTITY_KINDS: Final[tuple[EntityKind, ...]] = get_args(EntityKind)


class Nation(Row):
    """A whole country that figures may speak of; aliases: other forms, in lower case where they are common words.

    offices: those whose figures are of the whole country.
    """

    code: Code
    name: str
    aliases: tuple[str, ...] = ()
    offices: tuple[str, ...] = ()


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


def slug(name: str) -> str:
    """A name as the tail of an entity: lower case, no marks, words joined by hyphens."""
    folded = unicodedata.normalize("NFD", name.lower().replace("đ", "d"))
    return _NOT_IN_SLUGS.sub("-", "".join(c for c in folded if not unicodedata.combining(c))).strip("-")


def entity_name(entity: str) -> str:
    """Vietnamese display name; zones and countries that the reference data do not hold, and companies, by their code.

    Errors: ValueError for no entity at all, KeyError for any other code that the reference data do not hold.
    """
    kind = entity_kind(entity)
    code = entity.partition(":")[2]
    match kind:
        case "board" | "bloc" | "province" | "nation":
            return _rows(kind)[code].name
        case "zone":
            return _zone_names().get(code, code)
        case "country" if code in load_countries():
            return load_countries()[code].names[0]
    return code


def _rows(kind: Literal["board", "bloc", "province", "nation"]) -> Mapping[str, Board | Bloc | Province | Nation]:
    loaders: Mapping[str, Callable[[], Mapping[str, Board | Bloc | Province | Nation]]] = {
        "board": load_boards,
        "bloc": load_blocs,
        "province": load_provinces,
        "nation": load_nations,
    }
    return loaders[kind]()


@cache
def _zone_names() -> dict[str, str]:
    return {slug(zone): zone for board in load_boards().values() for zone in board.zones}
