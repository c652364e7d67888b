"""Arithmetic that holds between metrics of one entity: sums, parts, ratios and stocks that roll on.

Belongs here: the row model and loading of `identities.yaml`. Does not: total = FDI + DDI, which holds
for every metric split by origin (`metrics.yaml`), members of a bloc (`blocs`), or any judging
(`reconciliation`).
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Final, Literal, Self

from pydantic import Field, model_validator

from kcn_pipeline.reference.loading import DATA, BrokenReference, Code, Row, read_rows, require_known, rows_by_key
from kcn_pipeline.reference.metrics import load_metrics

IDENTITIES_FILE: Final = DATA / "identities.yaml"

Relation = Literal["sum", "within", "ratio", "roll", "share_of"]
_SAME_DIMENSION: Final = frozenset({"sum", "within", "roll", "share_of"})


class MetricIdentity(Row):
    """One relation of a metric (left side) to others (right side) of the same entity, origin and unit.

    sum: metric = Σ terms; within: Σ terms ≤ metric; ratio: metric, in %, = terms[0] / terms[1];
    roll: metric at a date = metric before + Σ terms − Σ exits in between; share_of: a percentage of
    `metric` may be meant of any of the terms. hard: no honest report can break it.
    exit_share: greatest part of the earlier stock and of what came since that exits nobody published may
    take in a year; None sets no limit.
    """

    code: Code
    relation: Relation
    metric: Code
    terms: tuple[Code, ...] = Field(min_length=1)
    exits: tuple[Code, ...] = ()
    exit_share: Decimal | None = Field(default=None, ge=0, le=1)
    hard: bool

    @model_validator(mode="after")
    def _fields_fit_the_relation(self) -> Self:
        if self.relation == "ratio" and len(self.terms) != 2:
            raise ValueError("a ratio has two terms: what is divided, and by what")
        if self.relation != "roll" and (self.exits or self.exit_share is not None):
            raise ValueError("only a roll has exits")
        if self.metric in self.terms:
            raise ValueError(f"'{self.metric}' stands on both sides")
        if self.hard and self.relation in ("ratio", "roll", "share_of"):
            raise ValueError(f"a {self.relation} is soft: denominators, closures and bases are often untold")
        return self


@cache
def load_identities(path: Path = IDENTITIES_FILE) -> dict[str, MetricIdentity]:
    """Every identity by its code. Errors: BrokenReference, also for unknown metrics and unlike dimensions."""
    rows = rows_by_key(path, read_rows(path, MetricIdentity), lambda row: row.code)
    metrics = load_metrics()
    for row in rows.values():
        require_known(path, [row.metric, *row.terms, *row.exits], metrics, "metric", row.line)
        _require_like_dimensions(path, row)
    return rows


def identities(relation: Relation, day: date) -> list[MetricIdentity]:
    """The identities of one relation that hold on `day`, in the order of the file."""
    return [row for row in load_identities().values() if row.relation == relation and row.valid_on(day)]


def _require_like_dimensions(path: Path, row: MetricIdentity) -> None:
    metrics = load_metrics()
    whole = set(metrics[row.metric].dimensions)
    if row.relation not in _SAME_DIMENSION:
        return
    for code in (*row.terms, *row.exits):
        if whole.isdisjoint(metrics[code].dimensions):
            problem = f"'{code}' is not measured as '{row.metric}' is"
            raise BrokenReference(path, row.line, problem, "relate metrics of one dimension")
