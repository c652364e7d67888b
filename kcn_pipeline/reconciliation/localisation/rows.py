"""The rows of what localisation found: one reading of a suspect, one member of a conflict, the bounds of a cell.

Belongs here: what each column means. Does not: filling them (`suspects`), or the schemas they are stored by (`tables`).
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PlaceColumns:
    """Whose cell a row speaks of; amounts as decimal strings in base units, days as ISO strings."""

    period: str
    entity: str
    metric: str
    origin: str | None
    unit: str
    period_start: str | None
    period_end: str


@dataclass(frozen=True, slots=True)
class SuspectRow:
    """One reading of one suspect of one answer.

    contradiction: the same for all answers to one contradiction. answer: 1 for the likeliest, 0 where none
    was found in time. cost: −ln prior, nats. probability: of the answer among those told. ambiguous: another
    answer is within one nat of the best. finished: whether everything was weighed before time ran out.
    strict: percentages hold as printed under the answer. kind: `figure`, or `relation` for one that does
    not hold between right figures, whose cause then stands in repair; of a stated percentage that reads
    otherwise the reading does. feasible_lo, feasible_hi: what everything else leaves. reading: 1 for the
    likeliest; repaired and its ends are empty where the catalogue has none, and so is repair, unless figures are
    wrong together; about: the party that took part. readings: how many there are alike, of which a few are rows.
    hedge: the sign of what the figure was hedged with.
    """

    place: PlaceColumns
    contradiction: str
    answer: int
    cost: float
    probability: float
    ambiguous: bool
    finished: bool
    strict: bool
    kind: str
    figure_id: str | None
    relation_id: str | None
    published: str | None
    feasible_lo: str | None = None
    feasible_hi: str | None = None
    reading: int = 1
    repair: str | None = None
    repaired: str | None = None
    repaired_lo: str | None = None
    repaired_hi: str | None = None
    about: str | None = None
    readings: int = 1
    hedge: str = ""


@dataclass(frozen=True, slots=True)
class ConflictMemberRow:
    """One figure or relation of an irreducible conflict.

    rule: family of a relation. hard: no honest report breaks it. proved: by exact propagation, else by
    the linear programme.
    """

    place: PlaceColumns
    contradiction: str
    conflict: str
    kind: str
    figure_id: str | None
    relation_id: str | None
    rule: str | None
    hard: bool
    proved: bool


@dataclass(frozen=True, slots=True)
class BoundRow:
    """An unpublished cell or a second half's flow, with the ends of what it can be; see `bounds.Bounds`."""

    place: PlaceColumns
    kind: str
    lo: str | None
    hi: str | None
    set_aside: int
    finished: bool
