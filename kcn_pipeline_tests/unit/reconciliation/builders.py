"""Facts, frames and cells for tests, written as briefly as the tests need them."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from typing import Any

import pandas as pd

from kcn_pipeline.extraction.facts import Fact, figure_identifier
from kcn_pipeline.periods import HalfYear, Window
from kcn_pipeline.quantities import Bound, Comparison, Interval, Origin, Span
from kcn_pipeline.reconciliation.cells import Cells, cells_of_rows
from kcn_pipeline.reconciliation.decisions.records import records
from kcn_pipeline.reconciliation.decisions.totals import bloc_totals, board_totals
from kcn_pipeline.reconciliation.reconcile import reconcile
from kcn_pipeline.tables import BLOC_TOTALS, BOARD_TOTALS, FACTS

YEAR = Window.of_year(2019)
HALF = Window.of_months(2019, 1, 6)
END = Window(None, date(2019, 12, 31))
MIDDLE = Window(None, date(2019, 6, 30))
H1, H2 = HalfYear(2019, 1), HalfYear(2019, 2)
DELTA = "bloc:red-river-delta"
HA_NOI = "board:ha-noi"

_COUNTS = frozenset({"project", "person", "zone", "enterprise", "dossier", "permit"})


def document_id(name: str) -> str:
    """The SHA-256 that a document of this name has in tests."""
    return hashlib.sha256(name.encode()).hexdigest()


def interval_of(value: Decimal, unit: str, bound: Bound, ulp: Decimal) -> Interval:
    """What precision and hedge allow, as extraction gives it: design section 7."""
    if bound == "lower":
        return Interval(value, value * Decimal("1.1"))
    if bound == "upper":
        return Interval(value * Decimal("0.9"), value)
    if bound == "approx":
        return Interval(value * Decimal("0.95"), value * Decimal("1.05"))
    half = Decimal(0) if unit in _COUNTS else ulp / 2
    return Interval(value - half, value + half)


@dataclass
class Book:
    """Facts of several documents, numbered as they are added; `as_of` sets entity and window for the next ones."""

    entity: str = DELTA
    window: Window = YEAR
    document: str = "report.txt"
    facts: list[Fact] = field(default_factory=list)
    added: int = 0

    def add(
        self,
        metric: str | None,
        value: str | int,
        unit: str = "project",
        origin: Origin | None = None,
        *,
        ulp: str | int = 1,
        bound: Bound = "exact",
        interval: Interval | None = None,
        **fields: Any,
    ) -> Fact:
        """One more fact; `ulp` is what one unit of the last printed digit is worth."""
        number = Decimal(value)
        window: Window = fields.pop("window", self.window)
        document: str = fields.pop("document", self.document)
        self.added += 1
        start = 10 * self.added
        identity = document_id(document)
        fact = Fact(
            figure_id=figure_identifier(identity, Span(start, start + 5), self.added),
            document_id=identity,
            document=document,
            period=window.half_year.label,
            span=Span(start, start + 5),
            quote=f"{value} {unit}",
            entity=self.entity,
            metric=metric,
            comparison="level",
            base=None,
            base_period=None,
            origin=origin,
            period_start=window.start,
            period_end=window.end,
            value=number,
            unit=unit,
            literal_value=None,
            bound=bound,
            hedge=None,
            interval=interval or interval_of(number, unit, bound, Decimal(ulp)),
            coverage=(),
            target=False,
            rule="test",
            cues=(),
        )
        self.facts.append(replace(fact, **fields))
        return self.facts[-1]

    def percent(
        self, metric: str, value: str, comparison: Comparison, origin: Origin | None = None, **fields: Any
    ) -> Fact:
        """A comparison in percent, precise to half a unit of its last digit."""
        exponent = Decimal(value).as_tuple().exponent
        ulp = Decimal(1).scaleb(exponent) if isinstance(exponent, int) else Decimal(1)
        return self.add(metric, value, "percent", origin, ulp=str(ulp), comparison=comparison, **fields)

    @property
    def frame(self) -> pd.DataFrame:
        """The facts as stored; checking them against their schema is left to `test_builders`, for speed."""
        return pd.DataFrame([fact.as_row() for fact in self.facts], columns=list(FACTS.columns), dtype=object)

    def totals(self, period: HalfYear) -> tuple[pd.DataFrame, pd.DataFrame]:
        """Board and bloc totals of p−2 … p, as reconciling p reads them."""
        told = {HalfYear.containing(fact.period_end) for fact in self.facts if fact.period_end}
        periods = [p for back in (-2, -1, 0) if (p := period.shifted(back)) in told] or [period]
        frame = self.frame
        boards = pd.concat([board_totals(frame, p) for p in periods], ignore_index=True)
        blocs = pd.concat([bloc_totals(frame, p) for p in periods], ignore_index=True)
        return boards, blocs

    @property
    def cells(self) -> Cells:
        """The cells of 2018 and 2019, none of them computed."""
        boards, blocs = self.totals(H2)
        return cells_of_rows([*records(boards, BOARD_TOTALS), *records(blocs, BLOC_TOTALS)])

    def reconciled(self, period: HalfYear = H2) -> pd.DataFrame:
        """The verdicts of a half-year."""
        boards, blocs = self.totals(period)
        return reconcile(boards, blocs, self.frame, period)

    def verdicts(self, rule: str, period: HalfYear = H2) -> list[dict[str, Any]]:
        """The verdict rows of one family."""
        frame = self.reconciled(period)
        return [{str(k): v for k, v in row.items()} for row in frame[frame["rule"] == rule].to_dict("records")]

    def verdict(self, rule: str, period: HalfYear = H2) -> dict[str, Any]:
        """The one verdict row of a family; fails when there is none or more."""
        rows = self.verdicts(rule, period)
        assert len(rows) == 1, [row["explanation_en"] for row in rows]
        return rows[0]


def bounds(row: dict[str, Any], side: str) -> tuple[Any, Any]:
    """Lo and hi of one side of a verdict row."""
    lo, hi = row[f"{side}_lo"], row[f"{side}_hi"]
    return (None if lo is None else Decimal(lo), None if hi is None else Decimal(hi))
