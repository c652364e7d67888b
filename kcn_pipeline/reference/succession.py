"""Identities that begin, end and pass their territory on.

Belongs here: the row that provinces and boards share, its checks, and following a code through time.
Does not: which provinces or boards there are.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from pathlib import Path
from typing import TypeVar

from kcn_pipeline.reference.loading import BrokenReference, Code, Row, read_rows, require_known, rows_by_key


class Identity(Row):
    """One name over one territory: the same name on another territory is another code.

    aliases: other spellings and forms, with diacritics. successors: codes of all that took over a
    part on the day after `valid_to`.
    """

    code: Code
    name: str
    aliases: tuple[str, ...] = ()
    successors: tuple[Code, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """The name and its aliases."""
        return (self.name, *self.aliases)

    def overlaps(self, other: Identity) -> bool:
        """Whether the two exist together on at least one day."""
        begins = max(self.valid_from or date.min, other.valid_from or date.min)
        ends = min(self.valid_to or date.max, other.valid_to or date.max)
        return begins <= ends


IdentityT = TypeVar("IdentityT", bound=Identity)


def read_identities(path: Path, model: type[IdentityT], what: str) -> dict[str, IdentityT]:
    """The rows of one file by code.

    Errors: BrokenReference, also for a successor unknown or not in time, and for a name that two rows
    bear on the same day.
    """
    rows = rows_by_key(path, read_rows(path, model), lambda row: row.code)
    _require_distinct_names(path, rows.values())
    for row in rows.values():
        require_known(path, row.successors, rows, what, row.line)
        _require_succession(path, row, [rows[code] for code in row.successors])
    return rows


def _require_distinct_names(path: Path, rows: Iterable[Identity]) -> None:
    bearers: dict[str, list[Identity]] = {}
    for row in rows:
        for name in row.names:
            for other in bearers.get(name.casefold(), []):
                if row.overlaps(other):
                    problem = f"'{name}' is given twice on one day: by '{other.code}' and by '{row.code}'"
                    raise BrokenReference(path, row.line, problem, "leave it to one of them, or set their dates apart")
            bearers.setdefault(name.casefold(), []).append(row)


def _require_succession(path: Path, row: Identity, successors: list[IdentityT]) -> None:
    if (row.valid_to is None) != (not successors):
        raise BrokenReference(path, row.line, f"'{row.code}' has only one of valid_to and successors", "give both")
    for successor in successors:
        if row.valid_to is not None and not successor.valid_on(row.valid_to + timedelta(days=1)):
            problem = f"successor '{successor.code}' does not exist on the day after {row.valid_to}"
            raise BrokenReference(path, row.line, problem, "correct the successor or the dates")


def heirs(rows: Mapping[str, Identity], code: str, day: date) -> frozenset[str]:
    """Codes of those existing on `day` that hold any part of what `code` held.

    The code itself while it exists; empty on days before it did. Errors: KeyError for an unknown code.
    """
    row = rows[code]
    if row.valid_on(day):
        return frozenset({code})
    if row.valid_to is None or day <= row.valid_to:
        return frozenset()
    return frozenset().union(*(heirs(rows, successor, day) for successor in row.successors))
