"""Figures and the relations among them as one sparse linear system, in exact whole numbers.

Belongs here: the value types that localisation works on, and splitting a system into connected
components. Does not: which relations hold (`relations`, `ratios`) or solving anything.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import ROUND_CEILING, ROUND_FLOOR, Context, Decimal
from functools import lru_cache
from typing import Final

from kcn_pipeline.periods import HalfYear, Window
from kcn_pipeline.quantities import Interval
from kcn_pipeline.reconciliation.amounts import Amount
from kcn_pipeline.reconciliation.cells import Series

Ends = tuple[int | None, int | None]
# Digits beyond those of any figure, so that rounding outwards costs next to nothing.
_GUARD_DIGITS: Final = 3
# Python's own decimal context would round a hostile numeral of a hundred digits.
_WIDE: Final = Context(prec=1000)


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

    terms: tuple[tuple[int, Decimal], ...]
    bounds: Interval


@dataclass(frozen=True, slots=True)
class Relation:
    """One identity or statement as linear rows.

    family, code, series and window name it as a constraint of the same relation does, so that both
    have one identifier. cause: why it may fail (a row of `repairs.yaml`); None when no honest report can
    break it. strict: its rows for percentages as printed; `rows` allow one unit of the last digit.
    """

    family: str
    code: str
    series: Series
    window: Window
    rows: tuple[LinearRow, ...]
    cause: str | None = None
    strict: tuple[LinearRow, ...] = ()
    figure_ids: tuple[str, ...] = ()

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

    Element i is figure i for i < len(figures), else relation i − len(figures). ranges and boxes are
    by column; rows[r] and strict[r] are those of relation r.
    """

    places: tuple[Place, ...]
    figures: tuple[Figure, ...]
    relations: tuple[Relation, ...]
    digits: int
    ranges: tuple[Ends, ...]
    intervals: tuple[Ends, ...]
    columns: tuple[int, ...]
    rows: tuple[tuple[Row, ...], ...]
    strict: tuple[tuple[Row, ...], ...]

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
        return (
            None if interval.lo is None else _whole(interval.lo, self.digits, ROUND_FLOOR),
            None if interval.hi is None else _whole(interval.hi, self.digits, ROUND_CEILING),
        )

    def interval(self, ends: Ends) -> Interval:
        """Whole numbers of this component as an interval of base units."""
        return Interval(*(None if end is None else Decimal(end).scaleb(-self.digits, _WIDE) for end in ends))

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
            strict=tuple(self.strict[r] for r in chosen),
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


def meet(one: Ends, other: Ends) -> Ends:
    """What both allow; reversed ends when they share nothing."""
    lo = other[0] if one[0] is None else one[0] if other[0] is None else max(one[0], other[0])
    hi = other[1] if one[1] is None else one[1] if other[1] is None else min(one[1], other[1])
    return lo, hi


def is_empty(ends: Ends) -> bool:
    """Whether no number lies between the ends."""
    return ends[0] is not None and ends[1] is not None and ends[0] > ends[1]


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
    digits = _GUARD_DIGITS + max((_decimals(f.amount.interval) for f in figures), default=0)
    shell = Component((), (), (), digits, (), (), (), (), ())
    return Component(
        places=tuple(system.places[place] for place in members),
        figures=tuple(figures),
        relations=tuple(relations),
        digits=digits,
        ranges=tuple(shell.ends(system.ranges[place]) for place in members),
        intervals=tuple(shell.ends(figure.amount.interval) for figure in figures),
        columns=tuple(column[figure.place] for figure in figures),
        rows=tuple(tuple(_row(row, column, digits) for row in r.rows) for r in relations),
        strict=tuple(tuple(_row(row, column, digits) for row in r.strict) for r in relations),
    )


def _decimals(interval: Interval) -> int:
    return max((_places_after_the_mark(end) for end in (interval.lo, interval.hi) if end is not None), default=0)


@lru_cache(maxsize=65536)
def _places_after_the_mark(value: Decimal) -> int:
    exponent = value.as_tuple().exponent
    return max(-exponent, 0) if isinstance(exponent, int) else 0


def _row(row: LinearRow, column: Mapping[int, int], digits: int) -> Row:
    """Multiplied by a power of ten that makes every coefficient whole; the ends are rounded outwards."""
    shift = max([_places_after_the_mark(coefficient) for _, coefficient in row.terms])
    lo, hi = row.bounds.lo, row.bounds.hi
    return Row(
        columns=tuple([column[place] for place, _ in row.terms]),
        coefficients=tuple([int(c.scaleb(shift, _WIDE) if shift else c) for _, c in row.terms]),
        lo=None if lo is None else _whole(lo, digits + shift, ROUND_FLOOR),
        hi=None if hi is None else _whole(hi, digits + shift, ROUND_CEILING),
    )


def _whole(value: Decimal, digits: int, rounding: str) -> int:
    return int(value.scaleb(digits, _WIDE).to_integral_value(rounding)) if value else 0
