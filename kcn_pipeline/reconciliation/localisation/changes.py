"""Everything in a component that may be given up, with what it costs: the alphabet of the search.

Belongs here: figures misread, soft relations that do not hold, and their least costs. Does not: errors of several
figures at once (`joint_changes`), the readings of one figure (`repairs`), or searching (`hitting_sets`).
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from itertools import chain

from kcn_pipeline.quantities import Interval
from kcn_pipeline.reconciliation.cells import counts_whole_things
from kcn_pipeline.reconciliation.localisation.joint_changes import Change, Published, joint_changes
from kcn_pipeline.reconciliation.localisation.linear_system import Component
from kcn_pipeline.reconciliation.localisation.repairs import Reading, readings, remaining, unexplained_cost
from kcn_pipeline.reconciliation.localisation.whole_numbers import Ends, is_empty, meet
from kcn_pipeline.reference.repairs import OF_ONE_FIGURE, Misreading, load_repairs


class Changes:
    """The changes of one component by number; the figures' readings are made when first asked for.

    published: every figure of the system by its cell, to compare with; those of the component where left out.
    """

    def __init__(self, component: Component, published: Published | None = None) -> None:
        self.component = component
        self.of_element: dict[int, int] = {}
        self._changes: list[Change] = []
        self._fitted: dict[int, list[tuple[Reading, Ends]]] = {}
        self._touching: dict[int, list[int]] = {}
        if published is None:
            published = {component.place(e): figure.amount for e, figure in enumerate(component.figures)}
        for change in chain(self._figures(), self._relations(), joint_changes(component, published)):
            number = len(self._changes)
            self._changes.append(change)
            for element in change.elements:
                self._touching.setdefault(element, []).append(number)
                if change.kind is None:
                    self.of_element[element] = number

    @property
    def least(self) -> float:
        """What the cheapest of them costs."""
        return min((change.cost for change in self._changes), default=math.inf)

    def __getitem__(self, number: int) -> Change:
        return self._changes[number]

    def _figures(self) -> Iterator[Change]:
        # All misreadings together: refined as soon as a conflict narrows what the figure can be.
        usual = sum(load_repairs()[kind].prior for kind in OF_ONE_FIGURE)
        for element, figure in enumerate(self.component.figures):
            prior = usual if figure.amount.exact else usual + load_repairs()["loose_hedge"].prior
            prior += load_repairs()["sign"].prior if figure.amount.value < 0 else 0
            yield Change(frozenset({element}), -math.log(prior))

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

    def resolving(self, elements: Iterable[int]) -> list[int]:
        """The changes that touch one of `elements`."""
        return sorted({change for element in elements for change in self._touching.get(element, ())})

    def relaxed(self, given_up: Iterable[int]) -> tuple[frozenset[int], dict[int, Ends]]:
        """The elements set aside and the figures read otherwise; what is set aside wins."""
        chosen = [self._changes[number] for number in given_up]
        set_aside = frozenset(e for change in chosen if not change.readings for e in change.elements)
        return set_aside, {e: ends for c in chosen for e, _, ends in c.readings if e not in set_aside}

    def readings_of(self, figure: int) -> list[tuple[Reading, Ends]]:
        """A figure's other readings with their ends in the component's whole numbers, cheapest first."""
        if figure not in self._fitted:
            published = self.component.figures[figure]
            series = self.component.place(figure).series
            whole = counts_whole_things(series.metric)
            found = readings(published.amount, published.quote, series.unit, whole=whole)
            self._fitted[figure] = [(reading, self.component.ends(reading.interval)) for reading in found]
        return self._fitted[figure]

    def within(self, figure: int, ends: Ends) -> list[tuple[Reading, Ends]]:
        """The readings of a figure that share a value with `ends`."""
        return [(reading, own) for reading, own in self.readings_of(figure) if not is_empty(meet(own, ends))]

    def left_over(self, figure: int, left: Interval, kind: Misreading = "unexplained") -> tuple[Reading, ...]:
        """Values that the catalogue does not explain, where `left` has room for few at the printed precision."""
        published = self.component.figures[figure]
        return remaining(published.amount, published.quote, left, kind)

    def cost_within(self, figure: int, ends: Ends) -> float:
        """−ln of the summed priors of the readings within `ends`, and of a value the catalogue does not explain."""
        costs = [reading.cost for reading, _ in self.within(figure, ends)]
        return joined_cost([*costs, unexplained_cost()])


def joined_cost(costs: Iterable[float]) -> float:
    """The cost of one or the other: −ln of the sum of what the costs are −ln of."""
    return -math.log(sum(math.exp(-cost) for cost in costs))
