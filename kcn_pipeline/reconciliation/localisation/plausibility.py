"""How well a value fits what is known of the cell otherwise: evidence that no identity gives.

Belongs here: the neighbours of a figure in time and among its peers, and the log-likelihood of a change.
Does not: what is possible at all (`linear_system`), or the priors of misreadings (`repairs`).
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from statistics import fmean, median
from typing import Final

from kcn_pipeline.reconciliation.cells import Series, is_additive
from kcn_pipeline.reconciliation.localisation.answers import Answer, Suspect
from kcn_pipeline.reconciliation.localisation.linear_system import Component, Place, System
from kcn_pipeline.reference.entities import entity_kind
from kcn_pipeline.reference.usual_changes import Kind, load_usual_changes

# The middle of fewer says little.
_FEWEST_PEERS: Final = 3


@dataclass(frozen=True, slots=True)
class _Expected:
    """What a cell may be thought to hold, and how far from that cells usually are (`usual_changes.yaml`)."""

    value: Decimal
    kind: Kind

    def misfit(self, value: Decimal) -> float:
        if value <= 0 or self.value <= 0:
            return 0.0
        scale = load_usual_changes()[self.kind].log_scale
        return math.log1p((float((value / self.value).ln()) / scale) ** 2)


@dataclass(frozen=True, slots=True)
class _Surroundings:
    """What is known around a cell: the same one in other windows, and the middle of its peers."""

    times: tuple[_Expected, ...]
    peers: tuple[_Expected, ...]

    def misfit(self, value: Decimal) -> float:
        """Nats: other windows speak for each other and count as one, on the average; peers count by themselves."""
        return sum(fmean(e.misfit(value) for e in some) for some in (self.times, self.peers) if some)


class Plausibility:
    """Weighs the answers of one component by the figures of the whole system that they do not suspect."""

    def __init__(self, system: System, component: Component) -> None:
        self._component = component
        wanted = {component.place(element).series for element in range(len(component.figures))}
        alike, metrics = {_kind_of(series) for series in wanted}, {series.metric for series in wanted}
        self._of_series: dict[Series, list[tuple[Place, Decimal]]] = defaultdict(list)
        self._of_peers: dict[tuple[object, ...], list[tuple[Place, Decimal]]] = defaultdict(list)
        for figure in system.figures:
            place = system.places[figure.place]
            if place.series.metric not in metrics:
                continue
            if place.series in wanted:
                self._of_series[place.series].append((place, figure.amount.value))
            if _kind_of(place.series) in alike:
                self._of_peers[_kind_of(place.series), place.window, place.plan].append((place, figure.amount.value))

    def surprise(self, answer: Answer) -> float:
        """Nats to add to the cost: of the repaired values less of the printed ones, each against what is around it.

        A figure that nothing explains may be anything: only that it was printed counts for it.
        """
        suspected = {self._component.place(suspect.element) for suspect in answer.suspects}
        total = 0.0
        for suspect in answer.suspects:
            around = self._around(self._component.place(suspect.element), suspected)
            total -= around.misfit(self._component.figures[suspect.element].amount.value)
            total += around.misfit(suspect.readings[0].value) if suspect.readings else 0.0
        return total

    def ordered(self, answer: Answer) -> Answer:
        """The answer with the readings of each figure weighed too, the likeliest first."""
        suspected = {self._component.place(suspect.element) for suspect in answer.suspects}
        return replace(answer, suspects=tuple(self._ordered(suspect, suspected) for suspect in answer.suspects))

    def _ordered(self, suspect: Suspect, suspected: set[Place]) -> Suspect:
        if len(suspect.readings) < 2:
            return suspect
        around = self._around(self._component.place(suspect.element), suspected)
        weighed = [replace(r, cost=r.cost + around.misfit(r.value)) for r in suspect.readings]
        return replace(suspect, readings=tuple(sorted(weighed, key=lambda r: (r.cost, r.value))))

    def _around(self, place: Place, suspected: set[Place]) -> _Surroundings:
        """The cells above suspicion that say something of a place."""
        times = []
        for other, value in self._of_series[place.series]:
            if other in suspected or other == place or other.plan != place.plan:
                continue
            if _same_months(place, other):
                times.append(_Expected(value, "stock" if place.window.start is None else "flow"))
            elif is_additive(place.series.metric) and place.window.months and other.window.months:
                by_month = value * place.window.months / other.window.months
                times.append(_Expected(by_month, "other_months"))
        peers = self._of_peers[_kind_of(place.series), place.window, place.plan]
        values = [value for other, value in peers if other != place and other not in suspected and value > 0]
        middle = (_Expected(median(values), "peer"),) if len(values) >= _FEWEST_PEERS else ()
        return _Surroundings(tuple(times), middle)


def _kind_of(series: Series) -> tuple[str, str, str | None, str]:
    """What cells of other entities of a kind have in common."""
    return entity_kind(series.entity), series.metric, series.origin, series.unit


def _same_months(one: Place, other: Place) -> bool:
    """Stocks of whatever days, or flows of the same months of another year."""
    mine, its = one.window, other.window
    if mine.start is None or its.start is None:
        return mine.start is its.start
    return (mine.start.month, mine.end.month) == (its.start.month, its.end.month)


def best_first(answers: Sequence[Answer]) -> list[Answer]:
    """The answers from likeliest on, in a fixed order where they are equally likely."""
    return sorted(answers, key=lambda answer: (answer.cost, sorted(answer.changes)))
