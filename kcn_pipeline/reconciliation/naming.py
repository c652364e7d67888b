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
from kcn_pipeline.reconciliation.numerals import window_text
from kcn_pipeline.reference import verdict_sentences
from kcn_pipeline.reference.blocs import load_blocs
from kcn_pipeline.reference.boards import load_boards
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
    """The bloc or board of a name, as `short_name` gives it; other entities by their code."""
    kind = entity.partition(":")[0]
    row = load_texts().get(f"entity.{kind}")
    name = short_name(entity)
    return entity if name is None or row is None else worded(row, language).format(name=name)


def short_name(entity: str) -> str | None:
    """A bloc's region; a board's province where it is the only board there, else its full name; None for others."""
    kind, _, code = entity.partition(":")
    if kind == "bloc":
        return _bloc_name(code)
    return _board_name(code) if kind == "board" else None


def _bloc_name(code: str) -> str | None:
    bloc = load_blocs().get(code)
    return None if bloc is None else bloc.region_name


@cache
def _board_name(code: str) -> str | None:
    boards = load_boards()
    if code not in boards:
        return None
    province = boards[code].province
    alone = sum(board.province == province for board in boards.values()) == 1
    return load_provinces()[province].name if alone else boards[code].name


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
