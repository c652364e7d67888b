"""Which rows of the reference data a relation was made from.

Belongs here: naming them, as file and key. Does not: reading them, or the figures of a relation.
"""

from __future__ import annotations

from collections.abc import Iterator

from kcn_pipeline.periods import Window
from kcn_pipeline.reconciliation.cells import Series
from kcn_pipeline.reference.blocs import MEMBERSHIPS_FILE, load_blocs, membership
from kcn_pipeline.reference.ceilings import CEILINGS_FILE
from kcn_pipeline.reference.identities import IDENTITIES_FILE, identities, load_identities
from kcn_pipeline.reference.metrics import METRICS_FILE
from kcn_pipeline.reference.rates import RATES_FILE


def reference_rows(
    family: str, code: str, series: Series, window: Window, *, crosses_currencies: bool = False
) -> list[str]:
    """`bloc_memberships.yaml: red-river-delta 2019` and the like; none for what needs no row, such as a calendar."""
    rate = [f"{RATES_FILE.name}: {window.end.year}"] if crosses_currencies else []
    return [*_of_family(family, code, series, window), *rate]


def _of_family(family: str, code: str, series: Series, window: Window) -> Iterator[str]:
    if code in load_identities():
        yield f"{IDENTITIES_FILE.name}: {code}"
    elif family == "origin_sum":
        yield f"{METRICS_FILE.name}: {series.metric}"
    elif family == "ceiling":
        yield f"{CEILINGS_FILE.name}: {series.metric}"
    elif family == "bloc_sum":
        yield from _of_membership(series.entity.partition(":")[2], window.end.year)
    elif family == "growth" and code.startswith("roll:"):
        for row in identities("roll", window.end):
            if row.metric == series.metric:
                yield f"{IDENTITIES_FILE.name}: {row.code}"


def _of_membership(bloc: str, year: int) -> Iterator[str]:
    """The list that was used: of the year itself, or of the nearest year that has one."""
    source_year = membership(bloc, year).source_year if bloc in load_blocs() else None
    if source_year is not None:
        yield f"{MEMBERSHIPS_FILE.name}: {bloc} {source_year}"
