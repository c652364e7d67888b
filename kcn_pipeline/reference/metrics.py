"""The metric vocabulary with its wordings.

Belongs here: the row model and loading of `metrics.yaml`. Does not: matching wordings in text
(`extraction`) or arithmetic between metrics (`identities`).
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Final, Literal

from pydantic import Field

from kcn_pipeline.reference.loading import DATA, Code, Row, read_rows, require_known, require_unique

METRICS_FILE: Final = DATA / "metrics.yaml"

Dimension = Literal[
    "project",
    "money",
    "zone",
    "area",
    "percent",
    "person",
    "money_per_person_month",
    "enterprise",
    "permit",
    "contract",
    "dossier",
    "day",
    "procedure",
    "copy",
    "issue",
]


class Metric(Row):
    """One code of the vocabulary.

    kind: a flow covers a window, a stock is as of a date, a rate is a percentage in itself, a
    target speaks of a horizon. phrases: wordings that name it; `#` in one stands for the figure it
    must touch. weak_phrases: tried only where nothing else names a metric. companion_of: the counts
    whose money this is, where the count was named by one of companion_phrases if there are any.
    as_of: a rate that holds at a date. planned_as: the metric of a figure that speaks of a horizon, where nothing
    but its unit named it. stands_for: the terms of sums that it is where the other terms stand beside it.
    """

    metric: Code
    tier: Literal["core", "administration", "peripheral"]
    dimensions: tuple[Dimension, ...] = Field(min_length=1)
    kind: Literal["flow", "stock", "rate", "target"]
    origin_split: bool
    label_en: str
    label_vi: str
    definition: str
    phrases: tuple[str, ...] = Field(min_length=1)
    weak_phrases: tuple[str, ...] = ()
    companion_of: tuple[str, ...] = ()
    companion_phrases: tuple[str, ...] = ()
    as_of: bool = False
    planned_as: Code | None = None
    stands_for: tuple[Code, ...] = ()


@cache
def load_metrics(path: Path = METRICS_FILE) -> dict[str, Metric]:
    """Every metric by its code, in the order of the file. Errors: BrokenReference."""
    rows = read_rows(path, Metric)
    require_unique(path, [row.metric for row in rows])
    codes = [row.metric for row in rows]
    require_known(path, [code for row in rows for code in row.companion_of], codes, "metric")
    require_known(path, [code for row in rows for code in row.stands_for], codes, "metric")
    require_known(path, [row.planned_as for row in rows if row.planned_as], codes, "metric")
    return {row.metric: row for row in rows}
