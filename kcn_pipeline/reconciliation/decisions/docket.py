"""The decisions that touch a half-year, tried against its facts: which hold, and what each is about.

Belongs here: finding the figure of a decision, stale expectations, decisions on one target that disagree. Does
not: what a decision does to its cell (`rulings`), or the table of decisions (`decisions`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from kcn_pipeline.extraction.facts import Fact, plain_decimal
from kcn_pipeline.periods import Window
from kcn_pipeline.reconciliation.cells import CellName, Series, cell_of
from kcn_pipeline.reconciliation.decisions.records import facts_of_frame
from kcn_pipeline.reconciliation.decisions.rulings import State
from kcn_pipeline.reference.corrections import Correction, Target, within_reach


@dataclass(frozen=True, slots=True)
class Docket:
    """Decisions by what they are about.

    on_cells: those that hold, by cell. on_others: those on figures that form no cell of a board or bloc, such as
    percentages and plans, with the figure. idle: those that do not come to act, and why.
    """

    on_cells: Mapping[CellName, tuple[Correction, ...]]
    on_others: tuple[tuple[Correction, Fact], ...]
    idle: tuple[tuple[Correction, State], ...]


def docket(corrections: Sequence[Correction], facts: Iterable[Fact]) -> Docket:
    """The docket of `corrections`; facts: every figure of the half-years that they name.

    A figure holds what is expected of it with the same value, words and half-year; one that is dropped may be gone.
    What is expected of a cell is tried where its figures are ranked. Decisions on one target with different
    actions or values contradict each other.
    """
    known = {fact.figure_id: fact for fact in facts}
    on_cells: dict[CellName, list[Correction]] = defaultdict(list)
    on_others: list[tuple[Correction, Fact]] = []
    idle: list[tuple[Correction, State]] = []
    clashing = _clashing(corrections)
    for correction in corrections:
        fact = known.get(correction.target.figure_id or "")
        if (state := _hindrance(correction, fact, clashing)) is not None:
            idle.append((correction, state))
            continue
        cell = cell_of(fact) if fact else cell_of_target(correction.target)
        if cell is not None:
            on_cells[cell].append(correction)
        elif fact is not None:
            on_others.append((correction, fact))
    return Docket({cell: tuple(rows) for cell, rows in on_cells.items()}, tuple(on_others), tuple(idle))


def amended(facts: pd.DataFrame, corrections: Sequence[Correction]) -> pd.DataFrame:
    """The facts as relations may use them: figures that form no cell dropped, withheld or with the decided value.

    facts: columns of `tables.FACTS`. Figures of cells stay as they are: the totals are where decisions on them act.
    """
    if not corrections:
        return facts
    rows = facts.copy()
    for correction, fact in docket(corrections, facts_of_frame(facts)).on_others:
        this = rows["figure_id"] == fact.figure_id
        if correction.action in ("drop", "flag"):
            rows = rows[~this]
        elif correction.value is not None:
            value = plain_decimal(correction.value)
            rows.loc[this, ["value", "lo", "hi", "bound"]] = [value, value, value, "exact"]
    return rows.reset_index(drop=True)


def _clashing(corrections: Sequence[Correction]) -> frozenset[str]:
    said: dict[Target, set[Any]] = defaultdict(set)
    for c in corrections:
        said[c.target].add((c.action, c.value))
    return frozenset(c.identifier for c in corrections if len(said[c.target]) > 1)


def _hindrance(correction: Correction, fact: Fact | None, clashing: frozenset[str]) -> State | None:
    target, expected = correction.target, correction.expect
    if correction.identifier in clashing:
        return "contradictory"
    if target.figure_id is None:
        return None
    if fact is None:
        return "without_effect" if correction.action == "drop" else "stale"
    found = fact.period, fact.value, fact.quote
    if found != (target.period, expected.value, expected.quote):
        return "stale"
    cell = cell_of(fact)
    # A cell reads no document that is further away.
    far = cell is not None and not within_reach(correction.half_year, cell[1].half_year)
    return "without_effect" if far or fact.metric is None else None


def cell_of_target(target: Target) -> CellName | None:
    """The cell that a target names; None for one that names a figure."""
    if target.entity is None or target.metric is None or target.unit is None or target.period_end is None:
        return None
    series = Series(target.entity, target.metric, target.origin, target.unit)
    return series, Window(target.period_start, target.period_end)
