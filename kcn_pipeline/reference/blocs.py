"""Emulation blocs and who was in them, year by year.

Belongs here: the row models and loading of `blocs.yaml` and `bloc_memberships.yaml`, and what may be
assumed for a year that no source speaks of. Does not: sums over members (`reconciliation`).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Final, Self

from pydantic import Field, model_validator

from kcn_pipeline.reference.boards import load_boards
from kcn_pipeline.reference.loading import (
    DATA,
    BrokenReference,
    Code,
    Row,
    read_rows,
    require_known,
    rows_by_key,
)

BLOCS_FILE: Final = DATA / "blocs.yaml"
MEMBERSHIPS_FILE: Final = DATA / "bloc_memberships.yaml"


class Bloc(Row):
    """One emulation bloc (khối or cụm thi đua) of management boards.

    name: full Vietnamese name; region_name: the region alone, as a label. aliases: other forms.
    """

    code: Code
    name: str
    region_name: str
    aliases: tuple[str, ...] = ()

    @property
    def entity(self) -> str:
        """Its name in facts: `bloc:red-river-delta`."""
        return f"bloc:{self.code}"


class SourcedMembership(Row):
    """What one year's sources state of a bloc; None is what they do not state. Codes are of boards."""

    bloc: Code
    year: int = Field(ge=2000, le=2100)
    members: tuple[Code, ...] | None = None
    n_members: int | None = Field(default=None, gt=0)
    leader: Code | None = None
    deputy: Code | None = None

    @model_validator(mode="after")
    def _parts_agree(self) -> Self:
        if self.members is not None and len(set(self.members)) != len(self.members):
            raise ValueError("a member stands twice")
        if self.members is not None and self.n_members not in (None, len(self.members)):
            raise ValueError(f"n_members is {self.n_members}, but {len(self.members)} members are listed")
        for head in filter(None, (self.leader, self.deputy)):
            if self.members is not None and head not in self.members:
                raise ValueError(f"'{head}' leads the bloc, but is not among its members")
        return self

    @property
    def boards(self) -> tuple[Code, ...]:
        """Every board that the row names."""
        heads = (head for head in (self.leader, self.deputy) if head is not None)
        return tuple(dict.fromkeys([*(self.members or ()), *heads]))


@dataclass(frozen=True, slots=True)
class Membership:
    """Who was in a bloc in a year, as far as it is known.

    members and member_count may be carried from `source_year`, the nearest year whose list is
    sourced; `assumed` then says so. Leader and deputy change every year and are never carried.
    """

    bloc: str
    year: int
    members: tuple[str, ...] | None
    member_count: int | None
    leader: str | None
    deputy: str | None
    assumed: bool
    source_year: int | None
    source: str | None


@cache
def load_blocs(path: Path = BLOCS_FILE) -> dict[str, Bloc]:
    """Every bloc by its code, in the order of the file. Errors: BrokenReference."""
    return rows_by_key(path, read_rows(path, Bloc), lambda row: row.code)


@cache
def load_memberships(path: Path = MEMBERSHIPS_FILE) -> dict[str, SourcedMembership]:
    """What sources state, by `bloc:year`. Errors: BrokenReference, also for an unknown bloc or board."""
    rows = rows_by_key(path, read_rows(path, SourcedMembership), lambda row: f"{row.bloc}:{row.year}")
    for row in rows.values():
        require_known(path, [row.bloc], load_blocs(), "bloc", row.line)
        require_known(path, row.boards, load_boards(), "board", row.line)
        _require_living(path, row)
    return rows


def _require_living(path: Path, row: SourcedMembership) -> None:
    for code in row.boards:
        board = load_boards()[code]
        begins, ends = board.valid_from or date.min, board.valid_to or date.max
        if not begins.year <= row.year <= ends.year:
            problem = f"'{code}' did not exist in {row.year}"
            raise BrokenReference(path, row.line, problem, "write the board's code of that year")


def membership(bloc: str, year: int) -> Membership:
    """Who was in `bloc` in `year`; the nearest sourced list where that year has none, the earlier of two as near.

    A list is not carried to a year whose stated count differs, nor to one in which one of its boards
    did not exist at mid-year: who followed a merged board into the bloc is then unknown.
    Errors: KeyError for an unknown bloc.
    """
    load_blocs()[bloc]
    sourced = {row.year: row for row in load_memberships().values() if row.bloc == bloc}
    stated = sourced.get(year)
    listed = _nearest_list(sourced, year)
    assumed = listed is not None and listed.year != year
    source = listed if assumed else stated
    members = listed.members if listed else None
    stated_count = stated.n_members if stated else None
    return Membership(
        bloc=bloc,
        year=year,
        members=members,
        member_count=stated_count or (len(members) if members else None),
        leader=stated.leader if stated else None,
        deputy=stated.deputy if stated else None,
        assumed=assumed,
        source_year=source.year if source else None,
        source=source.source if source else None,
    )


def _nearest_list(sourced: dict[int, SourcedMembership], year: int) -> SourcedMembership | None:
    stated = sourced.get(year)
    lists = [row for row in sourced.values() if row.members is not None and _may_stand_for(row, stated, year)]
    return min(lists, key=lambda row: (abs(row.year - year), row.year), default=None)


def _may_stand_for(listed: SourcedMembership, stated: SourcedMembership | None, year: int) -> bool:
    if listed.year == year:
        return True
    members = listed.members or ()
    if stated is not None and stated.n_members not in (None, len(members)):
        return False
    boards = load_boards()
    return all(boards[code].valid_on(date(year, 6, 30)) for code in members)
