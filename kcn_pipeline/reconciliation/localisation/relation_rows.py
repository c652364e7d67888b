"""The identities that tie cells to each other, as linear rows: sums, parts, windows within windows.

Belongs here: generating them over every cell, published or not, from `reference`. Does not: stocks that roll on
(`roll_rows`), stated percentages (`ratio_rows`), or the constraints that verdicts are given on (`relations`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import timedelta
from functools import lru_cache
from typing import Final

from kcn_pipeline.periods import Window
from kcn_pipeline.quantities import ZERO, Interval
from kcn_pipeline.reconciliation.cells import Series, is_additive
from kcn_pipeline.reconciliation.localisation.linear_system import Relation
from kcn_pipeline.reconciliation.localisation.places import Places, of_entity, of_metric, of_origin
from kcn_pipeline.reconciliation.localisation.relation_causes import ONE, identities_of, relation_of, unless_one_day
from kcn_pipeline.reconciliation.localisation.roll_rows import roll_relations
from kcn_pipeline.reconciliation.localisation.whole_numbers import Coefficient
from kcn_pipeline.reconciliation.relations.bloc_sums import Members
from kcn_pipeline.reconciliation.relations.constraints import AT_LEAST_ZERO
from kcn_pipeline.reference.identities import MetricIdentity
from kcn_pipeline.reference.metrics import load_metrics

MembersOf = Callable[[str, int], Members]

_ORIGINS: Final = ("total", "fdi", "ddi")
_DAY: Final = timedelta(days=1)


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
    yield from roll_relations(places, told)


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
            cause = unless_one_day(places, terms, None)
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
            cause = unless_one_day(places, terms, "assumed_membership" if members.assumed else None)
            yield relation_of(places, number, terms, ZERO, family="bloc_sum", code="bloc_sum", cause=cause)


def _metric_identities(places: Places) -> Iterator[Relation]:
    for number, place in enumerate(list(places.known)):
        for identity in identities_of("sum", place.series.metric, place.window.end):
            parts = [of_metric(place.series, term) for term in identity.terms]
            if any(places.find(part, place.window) is not None for part in parts):
                known = [places.at(part, place.window) for part in parts]
                yield _metric_identity(places, number, known, identity, ZERO)
        for identity in identities_of("within", place.series.metric, place.window.end):
            found = [places.find(of_metric(place.series, term), place.window) for term in identity.terms]
            known = [n for n in found if n is not None]
            if known:
                yield _metric_identity(places, number, known, identity, AT_LEAST_ZERO)


def _metric_identity(
    places: Places, whole: int, parts: Iterable[int], identity: MetricIdentity, bounds: Interval
) -> Relation:
    terms: dict[int, Coefficient] = {whole: ONE, **dict.fromkeys(parts, -ONE)}
    cause = unless_one_day(places, terms, None if identity.hard else "usage")
    return relation_of(places, whole, terms, bounds, family="subset", code=identity.code, cause=cause)


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
