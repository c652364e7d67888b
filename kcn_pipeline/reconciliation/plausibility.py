"""How well a value fits what the same cell was at other times: evidence that no identity gives.

Belongs here: the neighbour of a figure in time, and the log-likelihood of a change. Does not: what is
possible at all (`linear_system`), or the priors of misreadings (`repairs`).
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Sequence
from decimal import Decimal

from kcn_pipeline.reconciliation.answers import Answer
from kcn_pipeline.reconciliation.cells import Series
from kcn_pipeline.reconciliation.linear_system import Component, Place, System
from kcn_pipeline.reference.usual_changes import load_usual_changes


class Plausibility:
    """Weighs the answers of one component by the figures of the whole system that they do not suspect."""

    def __init__(self, system: System, component: Component) -> None:
        self._component = component
        wanted = {component.place(element).series for element in range(len(component.figures))}
        self._of_series: dict[Series, list[tuple[Place, Decimal]]] = defaultdict(list)
        for figure in system.figures:
            place = system.places[figure.place]
            if place.series in wanted:
                self._of_series[place.series].append((place, figure.amount.value))

    def surprise(self, answer: Answer) -> float:
        """Nats to add to the cost: of the repaired values less of the printed ones, each against its neighbour.

        A figure that nothing explains may be anything: only that it was printed counts for it.
        """
        suspected = {self._component.place(suspect.element) for suspect in answer.suspects}
        total = 0.0
        for suspect in answer.suspects:
            neighbour = self._neighbour(self._component.place(suspect.element), suspected)
            if neighbour is not None:
                published = self._component.figures[suspect.element].amount.value
                repaired = suspect.readings[0].value if suspect.readings else neighbour
                total += self._misfit(suspect.element, repaired, neighbour)
                total -= self._misfit(suspect.element, published, neighbour)
        return total

    def _neighbour(self, place: Place, suspected: set[Place]) -> Decimal | None:
        """The value of the same cell a report earlier or later; None where none is published or above suspicion."""
        near = [
            (abs((place.window.end - other.window.end).days), other.window.end, value)
            for other, value in self._of_series[place.series]
            if other not in suspected and _comparable(place, other)
        ]
        return min(near)[2] if near else None

    def _misfit(self, element: int, value: Decimal, neighbour: Decimal) -> float:
        if value <= 0 or neighbour <= 0:
            return 0.0
        window = self._component.place(element).window
        scale = load_usual_changes()["flow" if window.start else "stock"].log_scale
        return math.log1p((float((value / neighbour).ln()) / scale) ** 2)


def _comparable(one: Place, other: Place) -> bool:
    """Stocks of other days, or flows of the same months of another year."""
    mine, its = one.window, other.window
    if one.plan != other.plan:
        return False
    if mine.start is None or its.start is None:
        return mine.start is its.start and mine != its
    return mine != its and (mine.start.month, mine.end.month) == (its.start.month, its.end.month)


def best_first(answers: Sequence[Answer]) -> list[Answer]:
    """The answers from likeliest on, in a fixed order where they are equally likely."""
    return sorted(answers, key=lambda answer: (answer.cost, sorted(answer.changes)))
