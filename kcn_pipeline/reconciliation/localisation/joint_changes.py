"""Errors of several figures at once, or of one by another: what makes a table wrong rather than a digit.

Belongs here: pairs and rows exchanged, rows copied from elsewhere, parts left out of a sum or counted twice, windows
that count from the start of the year. Does not: misreadings of one figure (`repairs`), or the search (`changes`).
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations
from typing import Final, NamedTuple

from kcn_pipeline.periods import Window
from kcn_pipeline.quantities import ZERO
from kcn_pipeline.reconciliation.amounts import Amount
from kcn_pipeline.reconciliation.cells import BOARDS, party
from kcn_pipeline.reconciliation.localisation.linear_system import Component, Place, Relation
from kcn_pipeline.reconciliation.localisation.repairs import Reading
from kcn_pipeline.reconciliation.localisation.whole_numbers import Ends
from kcn_pipeline.reference.repairs import Misreading, load_repairs

Published = Mapping[Place, Amount]

_DAY: Final = timedelta(days=1)
# Figures of fewer digits, all of a row together, are the same by chance.
_TELLING_DIGITS: Final = 3
_SUMS: Final = frozenset({"bloc_sum", "origin_sum", "subset", "window_order"})
_SPLIT: Final = frozenset({"fdi", "ddi"})


@dataclass(frozen=True, slots=True)
class Change:
    """Elements set aside, or figures that read otherwise together, in one way (kind); cost in nats.

    readings: for each figure its reading and that in the component's whole numbers. A kind without readings: the
    figures are wrong in one way that does not tell what is right; about: whose figures they are then.
    """

    elements: frozenset[int]
    cost: float
    kind: Misreading | None = None
    readings: tuple[tuple[int, Reading, Ends], ...] = ()
    about: str | None = None


class _Line(NamedTuple):
    """What the figures of one line of a table have in common, whatever their origin."""

    entity: str
    metric: str
    unit: str
    window: Window
    plan: bool


def joint_changes(component: Component, published: Published) -> Iterator[Change]:
    """Every such change among the figures of a component; published: those of the whole system, to compare with."""
    table = _Table(component, published)
    yield from table.exchanged_origins()
    yield from table.exchanged_members()
    yield from table.exchanged_windows()
    yield from table.miscounted_parts()
    yield from table.cumulated_windows()
    yield from table.copied_lines()


class _Table:
    """The figures of a component by line and origin, and the amounts of every line of its metrics."""

    def __init__(self, component: Component, published: Published) -> None:
        self._component = component
        self._elements: dict[_Line, dict[str | None, int]] = defaultdict(dict)
        self._amounts: dict[_Line, dict[str | None, Amount]] = defaultdict(dict)
        for element in range(len(component.figures)):
            place = component.place(element)
            self._elements[_line(place)][place.series.origin] = element
        metrics = {line.metric for line in self._elements}
        for place, amount in published.items():
            if place.series.metric in metrics:
                self._amounts[_line(place)][place.series.origin] = amount

    def exchanged_origins(self) -> Iterator[Change]:
        """FDI and domestic figures of one line."""
        for line in self._elements.values():
            if line.keys() >= _SPLIT and self._differ(line["fdi"], line["ddi"]):
                meant = {line["fdi"]: self._amount(line["ddi"]), line["ddi"]: self._amount(line["fdi"])}
                yield self._change("exchanged_origins", meant, {})

    def exchanged_members(self) -> Iterator[Change]:
        """Figures of two boards: of one origin, or of the whole line."""
        peers: dict[_Line, list[dict[str | None, int]]] = defaultdict(list)
        for line, elements in self._elements.items():
            if line.entity.startswith(BOARDS):
                peers[line._replace(entity="")].append(elements)
        for lines in peers.values():
            for one, other in combinations(lines, 2):
                pairs = [(one[o], other[o]) for o in one if o in other and self._differ(one[o], other[o])]
                yield from (self._exchange("exchanged_members", group) for group in _alone_and_together(pairs))

    def exchanged_windows(self) -> Iterator[Change]:
        """Figures of two windows of one year, such as the half and the whole."""
        years: dict[tuple[_Line, int], list[dict[str | None, int]]] = defaultdict(list)
        for line, elements in self._elements.items():
            if line.window.start is not None:
                years[line._replace(window=_ANY), line.window.end.year].append(elements)
        for lines in years.values():
            for one, other in combinations(lines, 2):
                pairs = [(one[o], other[o]) for o in one if o in other and self._differ(one[o], other[o])]
                yield from (self._exchange("exchanged_windows", group) for group in _alone_and_together(pairs))

    def miscounted_parts(self) -> Iterator[Change]:
        """A part left out of a whole or counted twice in it; a member of a bloc in every origin together, too.

        Of sums all of which is published without a hedge: else anything could be explained.
        """
        column = {number: index for index, number in enumerate(self._component.numbers)}
        element_of = {index: element for element, index in enumerate(self._component.columns)}
        pairs: dict[tuple[_Line, _Line], list[tuple[int, int]]] = defaultdict(list)
        ways: dict[_Line, int] = {}
        for relation in filter(_is_sum, self._component.relations):
            tied = [element_of.get(column[number]) for number, _ in relation.rows[0].terms]
            published = [element for element in tied if element is not None]
            if len(published) < len(tied) or not all(self._amount(element).exact for element in published):
                continue
            for part in published[1:]:
                owner, member = (_line(self._component.place(element)) for element in (published[0], part))
                pairs[owner, member].append((published[0], part))
                ways[owner] = max(len(published) - 1, ways.get(owner, 0))
        for (owner, _), found in pairs.items():
            for group in _alone_and_together(found):
                yield from self._miscounted(group, ways[owner])

    def _miscounted(self, group: list[tuple[int, int]], ways: int) -> Iterator[Change]:
        with_it = {whole: self._amount(whole) + self._amount(part) for whole, part in group}
        without = {whole: self._amount(whole) - self._amount(part) for whole, part in group}
        about = {whole: self._telling(part, whole) for whole, part in group}
        if len(with_it) < len(group):
            return  # one total of several of its parts: the same total twice is no group
        yield self._change("left_out_part", with_it, about, ways)
        if all(map(_not_negative, without.values())):
            yield self._change("double_counted_part", without, about, ways)

    def cumulated_windows(self) -> Iterator[Change]:
        """A figure that includes that of the window before it in the same year."""
        before: dict[tuple[_Line, date], list[_Line]] = defaultdict(list)
        for line in self._amounts:
            if line.window.start is not None:
                before[line._replace(window=_ANY), line.window.end + _DAY].append(line)
        for line, elements in self._elements.items():
            start = line.window.start
            if start is None or start.month == 1:
                continue
            for earlier in before.get((line._replace(window=_ANY), start), ()):
                less = self._amounts[earlier]
                meant = {e: self._amount(e) - less[o] for o, e in elements.items() if o in less}
                fitting = [(e, e) for e, amount in meant.items() if _not_negative(amount)]
                for group in _alone_and_together(fitting):
                    about = dict.fromkeys(meant, party(earlier.window))
                    yield self._change("cumulated_window", {e: meant[e] for e, _ in group}, about)

    def copied_lines(self) -> Iterator[Change]:
        """Lines that are last year's, or another board's or the bloc's, in every figure."""
        peers: dict[_Line, list[_Line]] = defaultdict(list)
        for line in self._amounts:
            peers[line._replace(entity="")].append(line)
        for line, elements in self._elements.items():
            if line.window.start is not None:
                yield from self._copied("last_years_figure", elements, line._replace(window=line.window.year_earlier()))
            for other in peers[line._replace(entity="")] if line.entity.startswith(BOARDS) else ():
                if other != line:
                    yield from self._copied("another_boards_figure", elements, other)

    def _copied(self, kind: Misreading, elements: Mapping[str | None, int], source: _Line) -> Iterator[Change]:
        theirs = self._amounts.get(source, {})
        if not elements.keys() <= theirs.keys():
            return
        same = all(self._amount(e).value == theirs[origin].value for origin, e in elements.items())
        if same and sum(_significant_digits(theirs[origin]) for origin in elements) >= _TELLING_DIGITS:
            about = source.entity if kind == "another_boards_figure" else None
            yield Change(frozenset(elements.values()), load_repairs()[kind].cost, kind, about=about)

    def _exchange(self, kind: Misreading, pairs: Iterable[tuple[int, int]]) -> Change:
        both_ways = [pair for one, other in pairs for pair in ((one, other), (other, one))]
        about = {mine: self._telling(its, mine) for mine, its in both_ways}
        return self._change(kind, {mine: self._amount(its) for mine, its in both_ways}, about)

    def _telling(self, element: int, other: int) -> str:
        """What tells the cell of a figure from that of another: its entity, origin, metric or window."""
        place, beside = self._component.place(element), self._component.place(other)
        mine, its = place.series, beside.series
        for one, another in ((mine.entity, its.entity), (mine.origin, its.origin), (mine.metric, its.metric)):
            if one != another and one is not None:
                return one
        return party(place.window)

    def _change(self, kind: Misreading, meant: Mapping[int, Amount], about: Mapping[int, str], ways: int = 1) -> Change:
        cost = load_repairs()[kind].cost + math.log(ways)
        readings = (
            (e, Reading(kind, amount.value, amount.interval, cost, about.get(e))) for e, amount in meant.items()
        )
        told = tuple((e, reading, self._component.ends(reading.interval)) for e, reading in readings)
        return Change(frozenset(meant), cost, kind, told)

    def _amount(self, element: int) -> Amount:
        return self._component.figures[element].amount

    def _differ(self, one: int, other: int) -> bool:
        return self._component.intervals[one] != self._component.intervals[other]


# Stands for whatever window.
_ANY: Final = Window(None, date.max)


def _line(place: Place) -> _Line:
    series = place.series
    return _Line(series.entity, series.metric, series.unit, place.window, place.plan)


def _is_sum(relation: Relation) -> bool:
    """Whether it says that its first cell is the sum of the others."""
    row = relation.rows[0]
    alike = row.bounds == ZERO and row.terms[0][1] == 1 and all(coefficient == -1 for _, coefficient in row.terms[1:])
    return relation.family in _SUMS and len(relation.rows) == 1 and alike


def _alone_and_together(pairs: list[tuple[int, int]]) -> Iterator[list[tuple[int, int]]]:
    yield from ([pair] for pair in pairs)
    if len(pairs) > 1:
        yield pairs


def _not_negative(amount: Amount) -> bool:
    return amount.interval.lo is not None and amount.interval.lo >= 0


def _significant_digits(amount: Amount) -> int:
    return len(amount.value.normalize().as_tuple().digits) if amount.value else 0
