"""Which metric holds another as its part, and which flow feeds a stock, by the identities of reference.

Belongs here: part and whole, stock and flow among metrics. Does not: what a figure is a part of (`binding`, `shares`).
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from kcn_pipeline.reference.identities import load_identities
from kcn_pipeline.reference.metrics import load_metrics


@cache
def wholes_of(metric: str | None) -> tuple[str, ...]:
    """The metrics that hold `metric` as a part, in the order of the identities."""
    rows = load_identities().values()
    return tuple(dict.fromkeys(i.metric for i in rows if i.relation == "within" and metric in i.terms))


@cache
def bases_of(metric: str | None) -> tuple[str, ...]:
    """The metrics that a share of `metric` is mostly of, the likeliest first."""
    rows = [i for i in load_identities().values() if i.relation == "share_of" and i.metric == metric]
    return tuple(dict.fromkeys([*(term for row in rows for term in row.terms), *wholes_of(metric)]))


@cache
def sums_over(*metrics: str) -> frozenset[str]:
    """The sums of which one of `metrics` stands for a term: capital attracted may be new capital, or new and added.

    None of a wording that the vocabulary lacks.
    """
    known = [load_metrics()[metric] for metric in metrics if metric in load_metrics()]
    stands_for = {term for metric in known for term in metric.stands_for}
    return frozenset(i.metric for i in load_identities().values() if i.relation == "sum" and stands_for & set(i.terms))


def whole_in_dimension(part: str | None, dimension: str | None) -> str | None:
    """The whole of `part` that is counted in `dimension`."""
    # Dossiers resolved are told over those received, though some were received before.
    wholes = wholes_of(part) or (bases_of(part) if dimension == "dossier" else ())
    return next((m for m in wholes if dimension in load_metrics()[m].dimensions), None)


@cache
def flow_into(stock: str) -> str | None:
    """The flow that feeds a stock of projects or capital: what was licensed, for what is valid."""
    rolls = (i for i in load_identities().values() if i.relation == "roll" and i.metric == stock)
    metrics = load_metrics()
    return next((t for i in rolls for t in i.terms if metrics[t].dimensions == metrics[stock].dimensions), None)


@cache
def stock_of(flow: str) -> str | None:
    """The stock that a flow adds to, by itself or as a term of a sum: capital registered, for new capital."""
    rows = load_identities().values()
    own = {flow, *load_metrics()[flow].stands_for}
    sums = {i.metric for i in rows if i.relation == "sum" and own & set(i.terms)}
    rolls = (i for i in rows if i.relation == "roll" and (own | sums) & set(i.terms))
    return next((i.metric for i in rolls), None)


@cache
def holds(code: str, part: str) -> bool:
    """Whether a metric, or the stock that it adds to, holds another as its part."""
    wholes = wholes_of(part)
    return bool(wholes) and (code in wholes or (code in load_metrics() and stock_of(code) in wholes))


@cache
def is_main_count(metric: str | None) -> bool:
    """Whether a stock rolls forward by it, or it is such a stock."""
    rolls = [i for i in load_identities().values() if i.relation == "roll"]
    return any(metric == i.metric or metric in i.terms for i in rolls)


def are_of_kind(codes: Sequence[str], kind: str) -> bool:
    """Whether `codes` are metrics, all of one kind (`flow`, `stock`)."""
    metrics = load_metrics()
    return bool(codes) and all(code in metrics and metrics[code].kind == kind for code in codes)
