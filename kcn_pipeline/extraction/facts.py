"""What the third stage hands on: a figure bound to metric, entity and period, with its cues.

Belongs here: the value types of the stage and their row in `extracted_metrics`. Does not: finding
or binding anything.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict
from datetime import date
from decimal import Decimal
from typing import Any

from kcn_pipeline.cleaning.review import Doubt
from kcn_pipeline.quantities import Bound, Comparison, Interval, Origin, Span
from kcn_pipeline.values import value_type


@value_type()
class Cue:
    """A word of the decoded text that a figure was bound by: its role, and what it stands for."""

    role: str
    value: str
    start: int
    end: int


@value_type()
class Fact:
    """One figure that a document publishes; see `tables.FACTS` for every field.

    `metric` None means a statistic that was seen but not understood; `rule` then says why. Spans
    are offsets into the decoded text. `value` and `interval` are in base units. `review` holds the
    doubtful words of its quote and cues.
    """

    figure_id: str
    document_id: str
    document: str
    period: str
    span: Span
    quote: str
    entity: str | None
    metric: str | None
    comparison: Comparison
    base: str | None
    base_period: str | None
    origin: Origin | None
    period_start: date | None
    period_end: date | None
    value: Decimal
    unit: str
    literal_value: Decimal | None
    bound: Bound
    hedge: str | None
    interval: Interval
    coverage: tuple[str, ...]
    target: bool
    rule: str
    cues: tuple[Cue, ...]
    review: tuple[Doubt, ...] = ()

    @property
    def windows(self) -> tuple[Span, ...]:
        """The stretches of the decoded text that it was read from: number to unit, and the words that bound it."""
        return (self.span, *(Span(cue.start, cue.end) for cue in self.cues))

    def as_row(self) -> dict[str, Any]:
        """The fact as a row of `extracted_metrics` and as a line of `kcn extract --format jsonl`."""
        return {
            "figure_id": self.figure_id,
            "document_id": self.document_id,
            "document": self.document,
            "period": self.period,
            "start": self.span.start,
            "end": self.span.end,
            "quote": self.quote,
            "entity": self.entity,
            "metric": self.metric,
            "comparison": self.comparison,
            "base": self.base,
            "base_period": self.base_period,
            "origin": self.origin,
            "period_start": self.period_start.isoformat() if self.period_start else None,
            "period_end": self.period_end.isoformat() if self.period_end else None,
            "value": plain_decimal(self.value),
            "unit": self.unit,
            "literal_value": None if self.literal_value is None else plain_decimal(self.literal_value),
            "bound": self.bound,
            "hedge": self.hedge,
            "lo": None if self.interval.lo is None else plain_decimal(self.interval.lo),
            "hi": None if self.interval.hi is None else plain_decimal(self.interval.hi),
            "coverage": json.dumps(list(self.coverage)),
            "target": self.target,
            "rule": self.rule,
            "cues": json.dumps([asdict(cue) for cue in self.cues], ensure_ascii=False),
            "review": json.dumps([doubt.as_row() for doubt in self.review], ensure_ascii=False),
        }

    @classmethod
    def from_row(cls, row: Mapping[str, Any]) -> Fact:
        """The inverse of `as_row`."""
        return cls(
            figure_id=row["figure_id"],
            document_id=row["document_id"],
            document=row["document"],
            period=row["period"],
            span=Span(int(row["start"]), int(row["end"])),
            quote=row["quote"],
            entity=row["entity"],
            metric=row["metric"],
            comparison=row["comparison"],
            base=row["base"],
            base_period=row["base_period"],
            origin=row["origin"],
            period_start=_day(row["period_start"]),
            period_end=_day(row["period_end"]),
            value=Decimal(row["value"]),
            unit=row["unit"],
            literal_value=_decimal(row["literal_value"]),
            bound=row["bound"],
            hedge=row["hedge"],
            interval=Interval(_decimal(row["lo"]), _decimal(row["hi"])),
            coverage=tuple(json.loads(row["coverage"])),
            target=bool(row["target"]),
            rule=row["rule"],
            cues=tuple(Cue(**cue) for cue in json.loads(row["cues"])),
            review=tuple(map(Doubt.from_row, json.loads(row["review"]))),
        )


def figure_identifier(document_id: str, span: Span, ordinal: int) -> str:
    """Sixteen hex digits that stay the same when rules improve: position only, never the metric."""
    key = f"{document_id}:{span.start}:{span.end}:{ordinal}"
    return hashlib.sha256(key.encode("ascii")).hexdigest()[:16]


def plain_decimal(value: Decimal) -> str:
    """A decimal without exponent or trailing zeros: `2935000000`, `17.5`."""
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def facts_of_rows(rows: Iterable[Mapping[str, Any]]) -> list[Fact]:
    """Facts back from stored rows."""
    return [Fact.from_row(row) for row in rows]


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _decimal(text: str | None) -> Decimal | None:
    return None if text is None else Decimal(text)
