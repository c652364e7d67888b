"""Decisions of people for tests, written as briefly as the tests need them."""

from __future__ import annotations

from datetime import date
from typing import Any

from kcn_pipeline.extraction.facts import Fact, plain_decimal
from kcn_pipeline.reconciliation.cells import CellName
from kcn_pipeline.reference.corrections import Correction

WHO = "Lan"
DAY = date(2020, 3, 1)


def on_figure(fact: Fact, action: str, value: str | None = None, **fields: Any) -> Correction:
    """A decision on a figure as it is; `fields` replace those of the row."""
    target = {"figure_id": fact.figure_id, "period": fact.period}
    expect = {"value": plain_decimal(fact.value), "quote": fact.quote}
    return row(target, action, value, **{"expect": expect, **fields})


def on_cell(name: CellName, action: str, found: str, value: str | None = None, **fields: Any) -> Correction:
    """A decision on a cell that had the value `found`."""
    series, window = name
    target = {
        **{field: getattr(series, field) for field in ("entity", "metric", "origin", "unit")},
        "period_start": window.start,
        "period_end": window.end,
    }
    return row(target, action, value, **{"expect": {"value": found}, **fields})


def row(target: dict[str, Any], action: str, value: str | None, **fields: Any) -> Correction:
    """A row of the file."""
    known = {"target": target, "action": action, "value": value, "who": WHO, "when": DAY}
    return Correction.model_validate({**known, "reason": "the board was asked", **fields})
