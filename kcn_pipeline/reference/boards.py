"""Management boards of industrial zones, with the names and places that give them away.

Belongs here: the row model and loading of `boards.yaml`, and who existed on a day. Does not: blocs of
boards (`blocs`), or matching names in text.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Final

from kcn_pipeline.reference.loading import DATA, BrokenReference, Code, require_known
from kcn_pipeline.reference.provinces import load_provinces
from kcn_pipeline.reference.succession import Identity, heirs, read_identities

BOARDS_FILE: Final = DATA / "boards.yaml"


class Board(Identity):
    """One management board over one territory.

    name: full official Vietnamese name, the latest one. aliases: former, abbreviated and English
    names. province: whose zones it ran when it began. zones: names of its zones without the words for
    "zone", beside which alone they count; districts: districts and towns that hold them. An heir without zones
    of its own row has those of all whom it took over from.
    """

    province: Code
    zones: tuple[str, ...] = ()
    districts: tuple[str, ...] = ()

    @property
    def entity(self) -> str:
        """Its name in facts: `board:bac-ninh@2025`."""
        return f"board:{self.code}"


@cache
def load_boards(path: Path = BOARDS_FILE) -> dict[str, Board]:
    """Every board of any time by its code, in the order of the file. Errors: BrokenReference."""
    boards = read_identities(path, Board, "board")
    provinces = load_provinces()
    for row in boards.values():
        require_known(path, [row.province], provinces, "province", row.line)
        _require_separate_names(path, row)
    return {code: _with_inherited_places(row, boards) for code, row in boards.items()}


def _require_separate_names(path: Path, row: Board) -> None:
    taken = {name.casefold(): province.code for province in load_provinces().values() for name in province.names}
    for zone in row.zones:
        if province := taken.get(zone.casefold()):
            problem = f"zone '{zone}' is called as the province '{province}'"
            raise BrokenReference(path, row.line, problem, "leave it out: the name tells nothing")


def _with_inherited_places(row: Board, boards: Mapping[str, Board]) -> Board:
    if row.zones:
        return row
    before = [_with_inherited_places(other, boards) for other in boards.values() if row.code in other.successors]
    zones = dict.fromkeys(zone for other in before for zone in other.zones)
    districts = dict.fromkeys([*row.districts, *(place for other in before for place in other.districts)])
    return row.model_copy(update={"zones": tuple(zones), "districts": tuple(districts)})


def boards_on(day: date) -> list[Board]:
    """The boards that existed on `day`, as far as their dates are known: an open date excludes nothing."""
    return [row for row in load_boards().values() if row.valid_on(day)]


def board_heirs(code: str, day: date) -> frozenset[str]:
    """Codes of the boards of `day` that took over from `code`. Errors: KeyError for an unknown code."""
    return heirs(load_boards(), code, day)


def boards_by_zone(day: date) -> dict[str, tuple[str, ...]]:
    """Codes of the boards of `day` by the name of a zone; more than one where zones share a name."""
    return _codes_by_place((place, row.code) for row in boards_on(day) for place in row.zones)


def boards_by_district(day: date) -> dict[str, tuple[str, ...]]:
    """Codes of the boards of `day` by the name of a district or town."""
    return _codes_by_place((place, row.code) for row in boards_on(day) for place in row.districts)


def _codes_by_place(pairs: Iterable[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for place, code in pairs:
        found[place] = (*found.get(place, ()), code)
    return found
