"""Stocks that roll on, as linear rows: a stock is the one before it, what came in between, less a few that left.

Belongs here: generating them over cells that are told of. Does not: the same relation as a verdict is given on
(`rolls`), or other identities (`relations`).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise
from typing import Final

from kcn_pipeline.periods import Window
from kcn_pipeline.quantities import ZERO
from kcn_pipeline.reconciliation.cells import Series, is_additive, is_flow
from kcn_pipeline.reconciliation.localisation.linear_system import LinearRow, Relation
from kcn_pipeline.reconciliation.localisation.places import Places, of_metric
from kcn_pipeline.reconciliation.localisation.relation_causes import ONE, identities_of, relation_of
from kcn_pipeline.reconciliation.localisation.whole_numbers import Coefficient
from kcn_pipeline.reconciliation.relations.constraints import AT_LEAST_ZERO, AT_MOST_ZERO
from kcn_pipeline.reconciliation.relations.rolls import share_kept
from kcn_pipeline.reference.identities import MetricIdentity

_DAY: Final = timedelta(days=1)
_MOST_ROLL_STEPS: Final = 4


def roll_relations(places: Places, told: int) -> Iterator[Relation]:
    """A stock is the one before it, what came in between, less a few that left; of the first `told` places."""
    for series in places.series:
        if is_flow(series.metric) or not is_additive(series.metric):
            continue
        windows = sorted(w for w, number in places.windows_of(series).items() if number < told)
        for before, after in pairwise(windows):
            for identity in identities_of("roll", series.metric, after.end):
                yield from _roll(places, series, before, after, identity)


def _roll(
    places: Places, series: Series, before: Window, after: Window, identity: MetricIdentity
) -> Iterator[Relation]:
    first = before.end + _DAY
    came = [_flow_between(places, of_metric(series, term), first, after) for term in identity.terms]
    left = [_flow_between(places, of_metric(series, term), first, after) for term in identity.exits]
    stock, earlier = places.at(series, after), places.at(series, before)
    terms: dict[int, Coefficient] = {stock: ONE, earlier: -ONE}
    for flow, sign in [*((f, -ONE) for f in came), *((f, ONE) for f in left)]:
        for number, coefficient in (flow or {}).items():
            terms[number] = terms.get(number, 0) + sign * coefficient
    if any(flow is None for flow in came):
        return
    code, kept = f"roll:{before.end}", share_kept(identity, before.end, after.end)
    told = bool(left) and all(flow is not None for flow in left)
    bounds = ZERO if told else AT_MOST_ZERO
    relation = relation_of(places, stock, terms, bounds, family="growth", code=code, cause="untold_exits")
    if not told and kept is not None:
        had = {earlier, *(number for flow in came for number in flow or {})}
        at_least = tuple((n, kept * c if n in had else c) for n, c in terms.items())
        relation = replace(relation, rows=(*relation.rows, LinearRow(at_least, AT_LEAST_ZERO)))
    yield relation


def _flow_between(places: Places, series: Series, first: date, last: Window) -> dict[int, int] | None:
    """What flowed from a day to the end of a window, as cells added and taken away; None when no cells tell."""
    windows = [(w, number) for w, number in places.windows_of(series).items() if w.start is not None]
    if not windows:
        return None
    ways: list[tuple[date, dict[int, int]]] = [(first, {})]
    seen = {first}
    for _ in range(_MOST_ROLL_STEPS):
        longer = []
        for at, so_far in ways:
            for window, number in windows:
                after = window.end + _DAY
                to, sign = (after, ONE) if window.start == at else (window.start, -ONE) if after == at else (None, ONE)
                if to is None or to in seen:
                    continue
                terms = {**so_far, number: sign}
                if to == last.end + _DAY:
                    return terms
                seen.add(to)
                longer.append((to, terms))
        ways = longer
    return None
