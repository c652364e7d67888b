"""What a sentence calls entities, metrics, origins and the other parties of a relation.

Belongs here: short names in both languages, from the reference data. Does not: amounts and windows
(`numerals`).
"""

from __future__ import annotations

from datetime import date
from functools import cache

from kcn_pipeline.periods import Window
from kcn_pipeline.quantities import ORIGINS
from kcn_pipeline.reconciliation.cells import Series
from kcn_pipeline.reconciliation.wording.numerals import window_text
from kcn_pipeline.reference import verdict_sentences
from kcn_pipeline.reference.blocs import load_blocs
from kcn_pipeline.reference.boards import load_boards
from kcn_pipeline.reference.entities import entity_name
from kcn_pipeline.reference.metrics import load_metrics
from kcn_pipeline.reference.provinces import load_provinces
from kcn_pipeline.reference.report_texts import Text, load_texts


def term(name: str, language: str, **fields: str) -> str:
    """A small wording of `verdict_sentences.yaml`, filled in. Errors: KeyError for an unknown name."""
    return worded(verdict_sentences.term(name), language).format(**fields)


def worded(row: Text, language: str) -> str:
    """A wording in one of the two languages, its fields still open."""
    return row.vi if language == "vi" else row.en


def cell_label(series: Series, window: Window, language: str) -> str:
    """Who, metric, origin where it is one of the two, and window: what a sentence speaks of."""
    return term(
        "what",
        language,
        who=entity_label(series.entity, language),
        metric=metric_label(series.metric, language),
        origin=f" {origin_label(series.origin, language)}" if series.origin in ("fdi", "ddi") else "",
        window=window_text(window, language),
    )


def entity_label(entity: str, language: str) -> str:
    """`BQL Hà Nội`, `Đồng bằng sông Hồng bloc`; other entities by their name, unknown ones by their code."""
    row, place = load_texts().get(f"entity.{entity.partition(':')[0]}"), _place(entity)
    if row is not None and place is not None:
        return worded(row, language).format(name=place)
    try:
        return entity_name(entity)
    except (KeyError, ValueError):
        return entity


def short_name(entity: str) -> str | None:
    """A bloc's region, a board's province where it is called by it, else the board's full name; None for others."""
    kind, _, code = entity.partition(":")
    board = load_boards().get(code) if kind == "board" else None
    return _place(entity) or (None if board is None else board.name)


@cache
def _place(entity: str) -> str | None:
    """The place that a bloc or a province's own board is called by; None for a second board or one of another name."""
    kind, _, code = entity.partition(":")
    if kind == "bloc":
        bloc = load_blocs().get(code)
        return None if bloc is None else bloc.region_name
    board = load_boards().get(code) if kind == "board" else None
    # What stands behind @ is the year from which an identity of the same name holds.
    if board is None or board.province.partition("@")[0] != code.partition("@")[0]:
        return None
    return load_provinces()[board.province].name


def metric_label(metric: str, language: str) -> str:
    """The label of a metric; a code that the vocabulary does not hold as it is."""
    row = load_metrics().get(metric)
    if row is None:
        return metric
    return row.label_vi if language == "vi" else row.label_en


def origin_label(origin: str, language: str) -> str:
    """FDI, DDI, or both."""
    return worded(load_texts()[f"origin.{origin}"], language)


def party_label(party: str, language: str) -> str:
    """A party of a relation: an entity, an origin, a metric, a window, or a term such as the plan."""
    if ":" in party:
        return short_name(party) or party
    if party in ORIGINS:
        return origin_label(party, language)
    if party in load_metrics():
        return metric_label(party, language)
    window = _window(party)
    return window_text(window, language) if window is not None else term(party, language)


def _window(party: str) -> Window | None:
    """The window that a party's code writes: `2019-01-01/2019-06-30`, `2019-06-30`."""
    start, _, end = party.rpartition("/")
    try:
        return Window(date.fromisoformat(start) if start else None, date.fromisoformat(end))
    except ValueError:
        return None
