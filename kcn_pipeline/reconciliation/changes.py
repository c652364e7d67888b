"""Everything in a component that may be given up, with what it costs: the alphabet of the search.

Belongs here: figures misread, pairs exchanged, soft relations that do not hold, and their least costs.
Does not: searching (`hitting_sets`) or the readings of one figure (`repairs`).
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from typing import get_args

from kcn_pipeline.quantities import Interval
from kcn_pipeline.reconciliation.linear_system import Component
from kcn_pipeline.reconciliation.repairs import Reading, readings, remaining, unexplained_cost
from kcn_pipeline.reconciliation.whole_numbers import Ends, is_empty, meet
from kcn_pipeline.reference.repairs import Misreading, load_repairs


@dataclass(frozen=True, slots=True)
class Change:
    """Elements set aside, or, for an exchanged pair, figures with the ends they are read with; cost in nats."""

    elements: frozenset[int]
    cost: float
    readings: tuple[tuple[int, Ends], ...] = ()


class Changes:
    """The changes of one component by number; the figures' readings are made when first asked for."""

    def __init__(self, component: Component) -> None:
        self.component = component
        self.of_element: dict[int, int] = {}
        self._changes: list[Change] = []
        self._fitted: dict[int, list[tuple[Reading, Ends]]] = {}
        self._touching: dict[int, list[int]] = {}
        for change in chain(self._figures(), self._relations(), self._exchanges()):
            number = len(self._changes)
            self._changes.append(change)
            for element in change.elements:
                self._touching.setdefault(element, []).append(number)
                if not change.readings:
                    self.of_element[element] = number

    def __getitem__(self, number: int) -> Change:
        return self._changes[number]

    def _figures(self) -> Iterator[Change]:
        # All misreadings together: refined as soon as a conflict narrows what the figure can be.
        least = -math.log(sum(load_repairs()[kind].prior for kind in get_args(Misreading)))
        return (Change(frozenset({i}), least) for i in range(len(self.component.figures)))

    def _relations(self) -> Iterator[Change]:
        """Each soft relation; those of one entity that a change of the zones counted breaks, together."""
        breaks: dict[str, set[int]] = {}
        for element, relation in enumerate(self.component.relations, start=len(self.component.figures)):
            if relation.cause == "coverage_break":
                breaks.setdefault(relation.series.entity, set()).add(element)
            elif relation.cause is not None:
                yield Change(frozenset({element}), load_repairs()[relation.cause].cost)
        for elements in breaks.values():
            yield Change(frozenset(elements), load_repairs()["coverage_break"].cost)

    def _exchanges(self) -> Iterator[Change]:
        """Pairs of FDI and domestic figures of one cell otherwise, each with the other's ends."""
        component, cost = self.component, load_repairs()["exchanged_origins"].cost
        pairs: dict[tuple[object, ...], dict[str, int]] = {}
        for element, column in enumerate(component.columns):
            place = component.places[column]
            series = place.series
            if series.origin in ("fdi", "ddi"):
                key = (series.entity, series.metric, series.unit, place.window, place.plan)
                pairs.setdefault(key, {})[series.origin] = element
        for pair in pairs.values():
            if len(pair) == 2 and component.intervals[pair["fdi"]] != component.intervals[pair["ddi"]]:
                one, other = pair["fdi"], pair["ddi"]
                swapped = ((one, component.intervals[other]), (other, component.intervals[one]))
                yield Change(frozenset(pair.values()), cost, swapped)

    def resolving(self, elements: Iterable[int]) -> list[int]:
        """The changes that touch one of `elements`."""
        return sorted({change for element in elements for change in self._touching.get(element, ())})

    def relaxed(self, given_up: Iterable[int]) -> tuple[frozenset[int], dict[int, Ends]]:
        """The elements set aside and the figures read otherwise; what is set aside wins."""
        chosen = [self._changes[number] for number in given_up]
        set_aside = frozenset(e for change in chosen if not change.readings for e in change.elements)
        return set_aside, {e: ends for c in chosen for e, ends in c.readings if e not in set_aside}

    def readings_of(self, figure: int) -> list[tuple[Reading, Ends]]:
        """A figure's other readings with their ends in the component's whole numbers, cheapest first."""
        if figure not in self._fitted:
            published = self.component.figures[figure]
            series = self.component.place(figure).series
            found = readings(published.amount, published.quote, series.unit)
            self._fitted[figure] = [(reading, self.component.ends(reading.interval)) for reading in found]
        return self._fitted[figure]

    def within(self, figure: int, ends: Ends) -> list[tuple[Reading, Ends]]:
        """The readings of a figure that share a value with `ends`."""
        return [(reading, own) for reading, own in self.readings_of(figure) if not is_empty(meet(own, ends))]

    def left_over(self, figure: int, left: Interval) -> tuple[Reading, ...]:
        """Values that the catalogue does not explain, where `left` has room for few at the printed precision."""
        published = self.component.figures[figure]
        return remaining(published.amount, published.quote, left)

    def cost_within(self, figure: int, ends: Ends) -> float:
        """−ln of the summed priors of the readings within `ends`, and of a value the catalogue does not explain."""
        costs = [reading.cost for reading, _ in self.within(figure, ends)]
        return joined_cost([*costs, unexplained_cost()])


def joined_cost(costs: Iterable[float]) -> float:
    """The cost of one or the other: −ln of the sum of what the costs are −ln of."""
    return -math.log(sum(math.exp(-cost) for cost in costs))
