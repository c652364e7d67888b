"""One linear row as a relation, and why it may fail between right figures.

Belongs here: changes of the zones counted, stocks of several days, looking identities up. Does not: which relations
there are (`relations`, `localisation.roll_rows`, `localisation.ratio_rows`).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache
from typing import Final

from kcn_pipeline.quantities import Interval
from kcn_pipeline.reconciliation.localisation.linear_system import LinearRow, Relation
from kcn_pipeline.reconciliation.localisation.places import Places
from kcn_pipeline.reconciliation.localisation.whole_numbers import Coefficient
from kcn_pipeline.reconciliation.relations.constraints import AT_LEAST_ZERO
from kcn_pipeline.reference.identities import MetricIdentity, identities
from kcn_pipeline.reference.identities import Relation as IdentityKind

ONE: Final = 1


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


def unless_one_day(places: Places, terms: Iterable[int], cause: str | None) -> str | None:
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


@cache
def identities_of(relation: IdentityKind, metric: str, day: date) -> list[MetricIdentity]:
    """The rows of `identities.yaml` for a metric on a day; asked thousands of times."""
    return [row for row in identities(relation, day) if row.metric == metric]
