"""The annotated facts of the real documents as stored facts, with the intervals that extraction would give."""

from __future__ import annotations

import json
import re
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pandas as pd

from kcn_pipeline.extraction.facts import Fact, figure_identifier
from kcn_pipeline.periods import HalfYear
from kcn_pipeline.quantities import Bound, Span
from kcn_pipeline.tables import FACTS, frame_of
from kcn_pipeline_tests.unit.reconciliation.builders import document_id, interval_of

_PERIODS = {"000": "2019-H1", "001": "2019-H2", "002": "2016-H2", "003": "2019-H2", "004": "2019-H2"}
_ESTIMATE = re.compile(r"ước\b[\w\s]{0,12}$")


def seed_facts(shared: Path) -> pd.DataFrame:
    """Every annotated fact that has an entity, as a frame of `tables.FACTS`."""
    lines = (shared / "gold" / "facts.jsonl").read_text(encoding="utf-8").splitlines()
    annotated = [row for row in map(json.loads, lines) if row["entity"] and row["unit"]]
    texts = {name: (shared / "seeds" / name).read_text(encoding="utf-8") for name in {r["document"] for r in annotated}}
    return frame_of(FACTS, [_fact(i, row, texts[row["document"]]).as_row() for i, row in enumerate(annotated)])


def _fact(ordinal: int, row: dict[str, Any], text: str) -> Fact:
    identity, value, span = document_id(row["document"]), Decimal(row["value"]), Span(row["start"], row["end"])
    is_estimate = row["bound"] == "approx" and _ESTIMATE.search(text[: span.start]) is not None
    bound: Bound = "exact" if is_estimate else row["bound"]
    return Fact(
        figure_id=figure_identifier(identity, span, ordinal),
        document_id=identity,
        document=row["document"],
        period=HalfYear.parse(_PERIODS[row["document"][:3]]).label,
        span=span,
        quote=row["quote"],
        entity=row["entity"],
        metric=row["metric"],
        comparison=row["comparison"],
        base=row["base"],
        base_period=None,
        origin=row["origin"],
        period_start=_day(row["period_start"]),
        period_end=_day(row["period_end"]),
        value=value,
        unit=row["unit"],
        literal_value=None if row["literal_value"] is None else Decimal(row["literal_value"]),
        bound=row["bound"],
        hedge=None,
        interval=interval_of(value, row["unit"], bound, _last_digit(row)),
        coverage=tuple(kind.lower() for kind in re.findall(r"\b(KCN|KKT)\b", row["quote"])),
        target=row["target"],
        rule="annotated",
        cues=(),
    )


def _last_digit(row: dict[str, Any]) -> Decimal:
    """What one unit of the last printed digit is worth in base units: the value over its printed digits."""
    if row["value"] == "0":
        return Decimal(1)
    match = re.match(r"\d+(?:[.,]\d+)*", row["quote"])
    digits = int(re.sub(r"\D", "", match[0])) if match else 1
    return Decimal(row["value"]) / digits


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
