"""The identities that tie cells to each other, as linear rows: sums, parts, windows within windows, rolls.

Belongs here: generating them over every cell, published or not, from `reference`. Does not: stated
percentages (`ratios`), or the constraints that verdicts are given on (a module a family).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta
from functools import cache, lru_cache
from itertools import pairwise
from typing import Final

from kcn_pipeline.periods import Window
from kcn_pipeline.quantities import ZERO, Interval
from kcn_pipeline.reconciliation.bloc_sums import Members
from kcn_pipeline.reconciliation.cells import Series, is_additive, is_flow
from kcn_pipeline.reconciliation.constraints import AT_LEAST_ZERO, AT_MOST_ZERO
from kcn_pipeline.reconciliation.linear_system import LinearRow, Relation
from kcn_pipeline.reconciliation.places import Places, of_entity, of_metric, of_origin
from kcn_pipeline.reconciliation.rolls import share_kept
from kcn_pipeline.reconciliation.whole_numbers import Coefficient
from kcn_pipeline.reference.identities import MetricIdentity, identities
from kcn_pipeline.reference.identities import Relation as IdentityKind
from kcn_pipeline.reference.metrics import load_metrics

MembersOf = Callable[[str, int], Members]

ONE: Final = 1
_ORIGINS: Final = ("total", "fdi", "ddi")
_DAY: Final = timedelta(days=1)
_MOST_ROLL_STEPS: Final = 4


def identity_relations(places: Places, blocs: Iterable[str], members_of: MembersOf) -> Iterator[Relation]:
    """Every identity among the cells of `places`, which gains the unpublished cells that they need.

    blocs: entities `bloc:…`. members_of: their members in a year.
    """
    # A stock that only its bloc's sum calls for says nothing that the bloc's own roll does not.
    told = len(places.known)
    yield from _origin_sums(places)
    yield from _bloc_sums(places, blocs, members_of)
    yield from _metric_identities(places)
    yield from _window_orders(places)
    yield from _rolls(places, told)


def relation_of(
    places: Places,
    owner: int,
    terms: dict[int, Coefficient],
    bounds: Interval,
    *,
    family: str,
    code: str,
    cause: str | None = None,
) -> Relation:
    """One row as a relation of the cell `owner`; where its figures cover unlike zones it may break there."""
    place = places.known[owner]
    row = LinearRow(tuple(terms.items()), bounds)
    return Relation(family, code, place.series, place.window, (row,), _cause(places, owner, terms, bounds, cause))


def _of_one_day(places: Places, terms: Iterable[int], cause: str | None) -> str | None:
    """Stocks of several days of a half-year are compared, but what lies between is unknown."""
    days = {places.known[n].window.end for n in terms}
    return "other_day" if cause is None and len(days) > 1 else cause


def _cause(
    places: Places, owner: int, terms: Mapping[int, Coefficient], bounds: Interval, cause: str | None
) -> str | None:
    """A change of the zones counted, where that could make the relation fail; else the cause given."""
    told = places.zones_told(terms.keys())
    if len(told) < 2:
        return cause
    # Parts may be less than the whole for any reason; they exceed it where they cover what it does not.
    greater = [n for n in told if n != owner] if bounds == AT_LEAST_ZERO else list(told)
    breaks = any(told[a].reaches_beyond(told[b]) for a in greater for b in told if a != b)
    return "coverage_break" if breaks else cause


def _origin_sums(places: Places) -> Iterator[Relation]:
    """Total = FDI + DDI wherever two of the three are published; a bloc's always, for its members' sake."""
    groups: dict[tuple[Series, Window], int] = {}
    split = {metric for metric, row in load_metrics().items() if row.origin_split and is_additive(metric)}
    for place in places.known:
        if place.series.metric in split and place.series.origin:
            key = of_origin(place.series, "total"), place.window
            groups[key] = groups.get(key, 0) + 1
    for (series, window), published in groups.items():
        if published > 1 or series.entity.startswith("bloc:"):
            whole, fdi, ddi = (places.at(of_origin(series, origin), window) for origin in _ORIGINS)
            terms: dict[int, Coefficient] = {whole: ONE, fdi: -ONE, ddi: -ONE}
            cause = _of_one_day(places, terms, None)
            yield relation_of(places, whole, terms, ZERO, family="origin_sum", code="origin_sum", cause=cause)


def _bloc_sums(places: Places, blocs: Iterable[str], members_of: MembersOf) -> Iterator[Relation]:
    """A bloc's cell is the sum of its members', where it is known who they are; an assumed list may be wrong."""
    wanted = set(blocs)
    for number, place in enumerate(list(places.known)):
        bloc = place.series.entity
        if bloc not in wanted or not is_additive(place.series.metric):
            continue
        members = members_of(bloc, place.window.end.year)
        boards = [board for board in members.boards or () if board != bloc]
        parts = [places.at(of_entity(place.series, board), place.window) for board in boards]
        if parts:
            terms: dict[int, Coefficient] = {number: ONE, **{part: -ONE for part in parts if part != number}}
            cause = _of_one_day(places, terms, "assumed_membership" if members.assumed else None)
            yield relation_of(places, number, terms, ZERO, family="bloc_sum", code="bloc_sum", cause=cause)


def _metric_identities(places: Places) -> Iterator[Relation]:
    for number, place in enumerate(list(places.known)):
        for identity in _of_metric("sum", place.series.metric, place.window.end):
            parts = [of_metric(place.series, term) for term in identity.terms]
            if any(places.find(part, place.window) is not None for part in parts):
                known = [places.at(part, place.window) for part in parts]
                yield _metric_identity(places, number, known, identity, ZERO)
        for identity in _of_metric("within", place.series.metric, place.window.end):
            found = [places.find(of_metric(place.series, term), place.window) for term in identity.terms]
            known = [n for n in found if n is not None]
            if known:
                yield _metric_identity(places, number, known, identity, AT_LEAST_ZERO)


def _metric_identity(
    places: Places, whole: int, parts: Iterable[int], identity: MetricIdentity, bounds: Interval
) -> Relation:
    terms: dict[int, Coefficient] = {whole: ONE, **dict.fromkeys(parts, -ONE)}
    cause = _of_one_day(places, terms, None if identity.hard else "usage")
    return relation_of(places, whole, terms, bounds, family="subset", code=identity.code, cause=cause)


@cache
def _of_metric(relation: IdentityKind, metric: str, day: date) -> list[MetricIdentity]:
    return [row for row in identities(relation, day) if row.metric == metric]


def _window_orders(places: Places) -> Iterator[Relation]:
    """No part of a window saw more than all of it; two parts that fill it make it up."""
    for series in places.series:
        numbers = {w: number for w, number in places.windows_of(series).items() if w.start is not None}
        if len(numbers) < 2 or not is_additive(series.metric):
            continue
        for outer, parts, code in _nested(tuple(numbers)):
            yield _order(places, numbers, outer, parts, code)


@lru_cache(maxsize=1024)
def _nested(windows: tuple[Window, ...]) -> list[tuple[Window, list[Window], str]]:
    """Windows, the parts that are compared with them, and a code; a few patterns serve thousands of series."""
    return [
        (outer, parts, "window_order:" + "+".join(f"{part.start}/{part.end}" for part in parts))
        for outer in windows
        for parts in _parts([w for w in windows if _within(w, outer)], outer)
    ]


def _within(inner: Window, outer: Window) -> bool:
    if inner.start is None or outer.start is None or inner == outer:
        return False
    return outer.start <= inner.start and inner.end <= outer.end


def _parts(inside: list[Window], outer: Window) -> Iterator[list[Window]]:
    pairs = [
        [a, b]
        for a in inside
        for b in inside
        if a.start == outer.start and b.end == outer.end and b.start == a.end + _DAY
    ]
    yield from pairs
    paired = {window for pair in pairs for window in pair}
    for window in inside:
        if window not in paired and not any(_within(window, other) for other in inside):
            yield [window]


def _order(places: Places, numbers: dict[Window, int], outer: Window, parts: list[Window], code: str) -> Relation:
    whole = numbers[outer]
    terms: dict[int, Coefficient] = {whole: ONE, **dict.fromkeys([numbers[part] for part in parts], -ONE)}
    if len(parts) == 1:
        return relation_of(places, whole, terms, AT_LEAST_ZERO, family="window_order", code=code)
    exact = all(places.figures[n].amount.exact for n in terms if n in places.figures)
    cause = None if exact else "revision"
    return relation_of(places, whole, terms, ZERO, family="window_order", code=code, cause=cause)


def _rolls(places: Places, told: int) -> Iterator[Relation]:
    """A stock is the one before it, what came in between, less a few that left; of the first `told` places."""
    for series in places.series:
        if is_flow(series.metric) or not is_additive(series.metric):
            continue
        windows = sorted(w for w, number in places.windows_of(series).items() if number < told)
        for before, after in pairwise(windows):
            for identity in _of_metric("roll", series.metric, after.end):
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
