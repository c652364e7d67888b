"""Cells, statements and systems for tests of localisation, written as their numerals are printed."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from kcn_pipeline.periods import Window
from kcn_pipeline.quantities import Bound, Comparison, Interval
from kcn_pipeline.reconciliation.amounts import Amount, Basis
from kcn_pipeline.reconciliation.cells import Cell, Cells, Series
from kcn_pipeline.reconciliation.localisation.answers import Answer
from kcn_pipeline.reconciliation.localisation.linear_system import Component, System, components
from kcn_pipeline.reconciliation.localisation.localise import Localisation, linear_system, localise
from kcn_pipeline.reconciliation.relations.bloc_sums import Members
from kcn_pipeline.reconciliation.relations.statements import Statement, loosened
from kcn_pipeline.synthetic.panels import Printed
from kcn_pipeline_tests.unit.reconciliation.builders import YEAR

BLOC = "bloc:made-up"
BOARDS = ("board:north", "board:south", "board:west")
BILLION, MILLION = 9, 6


@dataclass
class Sheet:
    """Figures as printed; `entity` and `window` are of the next ones. members: of the made-up bloc."""

    entity: str = BLOC
    window: Window = YEAR
    members: tuple[str, ...] = ()
    cells: list[Cell] = field(default_factory=list)
    stated: list[Statement] = field(default_factory=list)
    quotes: dict[str, str] = field(default_factory=dict)
    targets: dict[tuple[Series, Window], Amount] = field(default_factory=dict)

    def add(
        self,
        metric: str,
        quote: str,
        origin: str | None = None,
        unit: str = "project",
        scale: int = 0,
        bound: Bound = "exact",
        zones: tuple[str, ...] = (),
    ) -> Cell:
        """One more figure: '.' groups, ',' marks decimals, `scale` is its scale word as a power of ten."""
        whole, _, decimals = quote.lstrip("-").partition(",")
        digits = whole.replace(".", "") + decimals
        printed = Printed(digits, len(decimals), scale, bound, counted=unit not in ("USD", "VND", "ha"))
        value, interval = printed.value, printed.interval
        if quote.startswith("-"):
            value, interval = -value, -interval
        series = Series(self.entity, metric, origin, unit)
        identity = f"{len(self.cells)}:{metric}:{origin}"
        bases = frozenset({Basis(None, frozenset(zones))}) if zones else frozenset[Basis]()
        cell = Cell(series, self.window, Amount(value, interval, bound == "exact", bases, (identity,)))
        self.cells.append(cell)
        self.quotes[identity] = quote
        return cell

    def licences(self, total: str | None, fdi: str | None, ddi: str | None, metric: str = "projects_licensed") -> None:
        """A total by origin; None for what is not published."""
        for origin, quote in (("total", total), ("fdi", fdi), ("ddi", ddi)):
            if quote is not None:
                self.add(metric, quote, origin)

    def says(
        self, metric: str, percent: str, comparison: Comparison, origin: str | None = None, **fields: Any
    ) -> Statement:
        """A stated percentage, to half a unit of its last digit, loosely to a whole one."""
        shown = Decimal(percent)
        exponent = shown.as_tuple().exponent
        half = Decimal(5).scaleb((exponent if isinstance(exponent, int) else 0) - 1)
        strict = Interval(shown - half, shown + half)
        unit = fields.pop("unit", "percent")
        statement = Statement(
            Series(self.entity, metric, origin, unit),
            fields.pop("window", self.window),
            comparison,
            Amount(shown, strict, True, frozenset(), (f"said:{len(self.stated)}",)),
            loosened(strict),
            fields.pop("base", None),
            fields.pop("base_period", None),
        )
        self.stated.append(statement)
        return statement

    def members_of(self, bloc: str, _year: int) -> Members:
        """The made-up bloc's members; no other bloc's are known."""
        return Members(self.members, len(self.members), assumed=False) if bloc == BLOC else Members(None, 0, False)

    @property
    def system(self) -> System:
        return linear_system(Cells(self.cells), self.stated, self.quotes, self.targets, members_of=self.members_of)

    @property
    def component(self) -> Component:
        """The one component; fails when there are more."""
        (only,) = components(self.system)
        return only

    def localised(self, **options: Any) -> list[Localisation]:
        return localise(self.system, **options)

    def localisation(self, **options: Any) -> Localisation:
        """The one contradiction; fails when there is none or more."""
        (only,) = self.localised(**options)
        return only


def told(found: Localisation, answer: Answer | None = None) -> list[tuple[str, str | None, str | None, str | None]]:
    """Metric, origin, kind of the first repair and repaired value of every suspect of an answer (the best)."""
    chosen = found.answers[0] if answer is None else answer
    rows: list[tuple[str, str | None, str | None, str | None]] = []
    for suspect in chosen.suspects:
        series = found.component.place(suspect.element).series
        first = suspect.readings[0] if suspect.readings else None
        kind, value = (None, None) if first is None else (str(first.kind), f"{first.value:f}")
        rows.append((series.metric, series.origin, kind, value))
    return sorted(rows, key=str)
