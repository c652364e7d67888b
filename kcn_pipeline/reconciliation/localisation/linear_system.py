"""Figures and the relations among them as one sparse linear system, in exact whole numbers.

Belongs here: the value types that localisation works on, and splitting a system into connected
components. Does not: which relations hold (`relations`, `localisation.ratio_rows`) or solving anything.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from kcn_pipeline.periods import HalfYear, Window
from kcn_pipeline.quantities import Interval
from kcn_pipeline.reconciliation.amounts import Amount
from kcn_pipeline.reconciliation.cells import Series
from kcn_pipeline.reconciliation.localisation.whole_numbers import (
    Coefficient,
    Ends,
    decimals_of,
    ends_of,
    interval_of,
    meet,
    whole_coefficients,
)
from kcn_pipeline.reconciliation.relations.statements import Statement

# Digits beyond those of any figure, so that rounding outwards costs next to nothing.
_GUARD_DIGITS: Final = 3


@dataclass(frozen=True, slots=True)
class Place:
    """What one variable stands for: a cell, published or not, or the plan of one."""

    series: Series
    window: Window
    plan: bool = False

    def belongs_to(self, period: HalfYear) -> bool:
        """Whether its last or as-of day lies in a half-year."""
        return period.start <= self.window.end <= period.end


@dataclass(frozen=True, slots=True)
class Figure:
    """A published amount at a place (index into `System.places`); quote: its characters in the document."""

    place: int
    amount: Amount
    quote: str | None = None

    @property
    def figure_id(self) -> str | None:
        """The figure that stands for the cell."""
        return self.amount.figure_ids[0] if self.amount.figure_ids else None


@dataclass(frozen=True, slots=True)
class LinearRow:
    """Σ coefficient × place lies in `bounds`, base units."""

    terms: tuple[tuple[int, Coefficient], ...]
    bounds: Interval


@dataclass(frozen=True, slots=True)
class Relation:
    """One identity or statement as linear rows.

    family, code, series and window name it as a constraint of the same relation does, so that both
    have one identifier. cause: why it may fail (a row of `repairs.yaml`); None when no honest report can
    break it. strict: its rows for percentages as printed; `rows` allow one unit of the last digit.
    statement, quote: the percentage that it was made of, and its characters in the document.
    """

    family: str
    code: str
    series: Series
    window: Window
    rows: tuple[LinearRow, ...]
    cause: str | None = None
    strict: tuple[LinearRow, ...] = ()
    figure_ids: tuple[str, ...] = ()
    statement: Statement | None = None
    quote: str | None = None

    @property
    def places(self) -> set[int]:
        """Every place it ties."""
        return {place for row in self.rows for place, _ in row.terms}


@dataclass(frozen=True, slots=True)
class System:
    """Places with the range each may have before anything is published, figures, and relations."""

    places: tuple[Place, ...]
    ranges: tuple[Interval, ...]
    figures: tuple[Figure, ...]
    relations: tuple[Relation, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """A row in whole numbers: columns and coefficients side by side, and the ends of their sum."""

    columns: tuple[int, ...]
    coefficients: tuple[int, ...]
    lo: int | None
    hi: int | None


@dataclass(frozen=True, slots=True)
class Component:
    """A connected part of a system in whole numbers of 10**-digits base units.

    Element i is figure i for i < len(figures), else relation i − len(figures). numbers: of the places in
    their system. ranges and boxes are by column; rows[r] are those of relation r.
    """

    places: tuple[Place, ...]
    numbers: tuple[int, ...]
    figures: tuple[Figure, ...]
    relations: tuple[Relation, ...]
    digits: int
    ranges: tuple[Ends, ...]
    intervals: tuple[Ends, ...]
    columns: tuple[int, ...]
    rows: tuple[tuple[Row, ...], ...]

    @property
    def strict(self) -> tuple[tuple[Row, ...], ...]:
        """The rows of every relation for percentages as printed; made when asked for, which few components are."""
        column = {number: index for index, number in enumerate(self.numbers)}
        return tuple(_rows(relation.strict, column, self.digits) for relation in self.relations)

    def is_figure(self, element: int) -> bool:
        """Whether an element is a figure rather than a relation."""
        return element < len(self.figures)

    def place(self, figure: int) -> Place:
        """The cell that a figure stands for."""
        return self.places[self.columns[figure]]

    def relation(self, element: int) -> Relation:
        """The relation that an element stands for."""
        return self.relations[element - len(self.figures)]

    def ends(self, interval: Interval) -> Ends:
        """An interval of base units in this component's whole numbers, rounded outwards."""
        return ends_of(interval, self.digits)

    def interval(self, ends: Ends) -> Interval:
        """Whole numbers of this component as an interval of base units."""
        return interval_of(ends, self.digits)

    def part(self, figures: Sequence[int], relations: Sequence[int]) -> Component:
        """These figures and relations (element numbers) alone, over the same columns."""
        chosen = [relation - len(self.figures) for relation in relations]
        return replace(
            self,
            figures=tuple(self.figures[i] for i in figures),
            intervals=tuple(self.intervals[i] for i in figures),
            columns=tuple(self.columns[i] for i in figures),
            relations=tuple(self.relations[r] for r in chosen),
            rows=tuple(self.rows[r] for r in chosen),
        )

    def box(self, changed: Mapping[int, Ends | None] | None = None) -> list[Ends]:
        """The ends of every column as published; `changed` figures have other ends, or None to be left out."""
        box = list(self.ranges)
        for index, column in enumerate(self.columns):
            ends = self.intervals[index]
            if changed is not None and index in changed:
                other = changed[index]
                if other is None:
                    continue
                ends = other
            box[column] = meet(box[column], ends)
        return box


def components(system: System, period: HalfYear | None = None) -> Iterator[Component]:
    """The connected parts; with `period`, those in which something is published for that half-year."""
    roots = _roots(system)
    figures: dict[int, list[Figure]] = defaultdict(list)
    relations: dict[int, list[Relation]] = defaultdict(list)
    places: dict[int, list[int]] = defaultdict(list)
    for figure in system.figures:
        figures[roots[figure.place]].append(figure)
    for relation in system.relations:
        relations[roots[relation.rows[0].terms[0][0]]].append(relation)
    for place, root in enumerate(roots):
        places[root].append(place)
    for root, members in places.items():
        own = figures.get(root, [])
        if own and (period is None or any(system.places[f.place].belongs_to(period) for f in own)):
            yield _component(system, members, own, relations.get(root, []))


def _roots(system: System) -> list[int]:
    parent = list(range(len(system.places)))

    def root(place: int) -> int:
        while parent[place] != place:
            parent[place] = parent[parent[place]]
            place = parent[place]
        return place

    for relation in system.relations:
        first = root(relation.rows[0].terms[0][0])
        for row in relation.rows:
            for place, _ in row.terms:
                parent[root(place)] = first
    return [root(place) for place in range(len(parent))]


def _component(
    system: System, members: Sequence[int], figures: Sequence[Figure], relations: Sequence[Relation]
) -> Component:
    column = {place: index for index, place in enumerate(members)}
    digits = _GUARD_DIGITS + max((decimals_of(f.amount.interval) for f in figures), default=0)
    return Component(
        places=tuple([system.places[place] for place in members]),
        numbers=tuple(members),
        figures=tuple(figures),
        relations=tuple(relations),
        digits=digits,
        ranges=tuple([ends_of(system.ranges[place], digits) for place in members]),
        intervals=tuple([ends_of(figure.amount.interval, digits) for figure in figures]),
        columns=tuple([column[figure.place] for figure in figures]),
        rows=tuple([_rows(relation.rows, column, digits) for relation in relations]),
    )


def _rows(rows: Iterable[LinearRow], column: Mapping[int, int], digits: int) -> tuple[Row, ...]:
    return tuple([_row(row, column, digits) for row in rows])


def _row(row: LinearRow, column: Mapping[int, int], digits: int) -> Row:
    """Multiplied by a power of ten that makes every coefficient whole; the ends are rounded outwards."""
    places, coefficients = zip(*row.terms, strict=True)
    whole, shift = whole_coefficients(coefficients)
    return Row(tuple([column[place] for place in places]), whole, *ends_of(row.bounds, digits + shift))
