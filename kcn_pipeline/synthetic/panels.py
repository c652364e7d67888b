"""Plainly synthetic panels: true values of made-up boards and blocs, and what they would print of them.

Belongs here: the truth, its identities, and honest printing (rounding, hedges, gaps, percentages).
Does not: errors (`injection`), documents in prose, or any rule of the stages that panels judge.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import ROUND_CEILING, ROUND_DOWN, ROUND_FLOOR, ROUND_HALF_EVEN, Decimal
from typing import Final

from kcn_pipeline.periods import HalfYear, Window
from kcn_pipeline.quantities import Bound, Comparison, Interval
from kcn_pipeline.reconciliation.amounts import Amount
from kcn_pipeline.reconciliation.cells import Cell, Cells, Series
from kcn_pipeline.reconciliation.relations.bloc_sums import Members
from kcn_pipeline.reconciliation.relations.statements import Statement, loosened
from kcn_pipeline.synthetic.truth import Truth, true_values

YEAR: Final = 2019
_HEDGED: Final = 0.08
_NINE_MONTHS: Final = 0.3
_GROWTH_TOLD: Final = 0.3
_SHARE_TOLD: Final = 0.4
# Real authors cut percentages as well as round them.
_CUT: Final = 0.1
_HUNDRED: Final = Decimal(100)


@dataclass(frozen=True, slots=True)
class Printed:
    """A figure as printed: digits, how many of them are decimals, the scale word as a power of ten, the hedge."""

    digits: str
    decimals: int
    scale: int
    bound: Bound = "exact"
    counted: bool = False

    @property
    def value(self) -> Decimal:
        """What a careful reader makes of it, base units."""
        return Decimal(int(self.digits)).scaleb(self.scale - self.decimals)

    @property
    def interval(self) -> Interval:
        """What rounding and hedge allow."""
        value = self.value
        factors = {"lower": ("1", "1.1"), "upper": ("0.9", "1"), "approx": ("0.95", "1.05")}
        if self.bound != "exact":
            lo, hi = (value * Decimal(factor) for factor in factors[self.bound])
            if self.counted:
                lo, hi = lo.to_integral_value(ROUND_CEILING), hi.to_integral_value(ROUND_FLOOR)
            return Interval(lo, hi)
        half = Decimal(0) if self.counted else Decimal(5).scaleb(self.scale - self.decimals - 1)
        return Interval(value - half, value + half)

    @property
    def quote(self) -> str:
        """The numeral with '.' between groups of three and ',' before the decimals."""
        whole = self.digits[: len(self.digits) - self.decimals] or "0"
        grouped = f"{int(whole):,}".replace(",", ".")
        return f"{grouped},{self.digits[-self.decimals :]}" if self.decimals else grouped


@dataclass
class Panel:
    """True values by series and window, what is printed of them, and who belongs to which bloc."""

    truth: Truth
    blocs: dict[str, tuple[str, ...]]
    printed: dict[tuple[Series, Window], Printed] = field(default_factory=dict)
    stated: list[Statement] = field(default_factory=list)

    @property
    def period(self) -> HalfYear:
        """The half-year that is reconciled; the panel begins a year before it."""
        return HalfYear(YEAR, 2)

    def members_of(self, bloc: str, _year: int) -> Members:
        """As `reconciliation.bloc_sums.members_of`, of the panel's own blocs."""
        boards = self.blocs.get(bloc)
        return Members(boards, len(boards or ()), assumed=False)

    @property
    def cells(self) -> Cells:
        """The printed figures as cells."""
        return Cells(_cell(series, window, printed) for (series, window), printed in self.printed.items())

    @property
    def quotes(self) -> dict[str, str]:
        """Every figure's characters by its id."""
        return {figure_id(series, window): printed.quote for (series, window), printed in self.printed.items()}


def figure_id(series: Series, window: Window) -> str:
    """The figure that a panel prints for a cell."""
    return "|".join((*series.sort_key, str(window.start), str(window.end)))


def _cell(series: Series, window: Window, printed: Printed) -> Cell:
    exact = printed.bound == "exact"
    amount = Amount(printed.value, printed.interval, exact, frozenset(), (figure_id(series, window),))
    return Cell(series, window, amount)


def panel(seed: int, boards: tuple[int, ...] = (11,), missing: float = 0.3) -> Panel:
    """A panel of one bloc for each number of boards, `missing` of its cells unpublished; the same for the same seed."""
    rng = random.Random(seed)  # noqa: S311 - a repeatable panel, no secret
    blocs = {
        f"bloc:made-up-{i}": tuple(f"board:made-up-{i}-{b}" for b in range(1, size + 1))
        for i, size in enumerate(boards, start=1)
    }
    made = Panel(true_values(rng, blocs, YEAR), blocs)
    for (series, window), value in made.truth.items():
        months = window.months or 0
        told = (1 - missing) * (_NINE_MONTHS if months == 9 else 1)
        if months != 0 and window.start and window.start.month != 1:
            continue
        if rng.random() < told:
            made.printed[series, window] = printed_of(value, series.unit, rng)
    made.stated = list(_statements(made, rng))
    return made


def printed_of(value: Decimal, unit: str, rng: random.Random) -> Printed:
    """A true value as an author would print it: scale word, decimals, now and then a round number with a hedge."""
    counted = unit not in ("USD", "ha")
    scale, decimals = 0, 0
    if unit == "USD":
        scale = 9 if value >= 10**9 and rng.random() < 0.7 else 6
        decimals = rng.choice((1, 2, 2, 3)) if scale == 9 else rng.choice((0, 0, 1, 2))
    elif unit == "ha":
        decimals = rng.choice((0, 0, 1, 2))
    if value >= 10 and rng.random() < _HEDGED:
        return _hedged(value, scale, counted, rng)
    digits = str(int(value.scaleb(decimals - scale).to_integral_value(ROUND_HALF_EVEN)))
    return Printed(digits.rjust(decimals + 1, "0"), decimals, scale, counted=counted)


def _hedged(value: Decimal, scale: int, counted: bool, rng: random.Random) -> Printed:
    bound: Bound = rng.choice(("lower", "upper", "approx"))
    rounding = {"lower": ROUND_FLOOR, "upper": ROUND_CEILING, "approx": ROUND_HALF_EVEN}[bound]
    step = value.adjusted() - 1
    kept = int(value.scaleb(-step).to_integral_value(rounding))
    decimals = max(scale - step, 0)
    digits = str(kept * 10 ** max(step - scale, 0))
    return Printed(digits.rjust(decimals + 1, "0"), decimals, scale, bound, counted)


def _statements(made: Panel, rng: random.Random) -> Iterator[Statement]:
    """Growth against the year before, and disbursed capital as a share of the registered, in percent."""
    for (series, window), value in made.truth.items():
        if (series, window) not in made.printed or window.end != date(YEAR, 12, 31):
            continue
        before = made.truth.get((series, window.year_earlier()))
        if before and rng.random() < _GROWTH_TOLD:
            yield _statement(series, window, "yoy", _HUNDRED * value / before - _HUNDRED, rng)
        whole = made.truth.get((replace(series, metric="capital_new_and_increase"), window))
        if series.metric == "capital_disbursed" and whole and rng.random() < _SHARE_TOLD:
            yield _statement(series, window, "share", _HUNDRED * value / whole, rng, base="capital_new_and_increase")


def _statement(
    series: Series,
    window: Window,
    comparison: Comparison,
    percent: Decimal,
    rng: random.Random,
    base: str | None = None,
) -> Statement:
    step = Decimal(1).scaleb(-rng.choice((0, 1)))
    shown = percent.quantize(step, ROUND_DOWN if rng.random() < _CUT else ROUND_HALF_EVEN)
    strict = Interval(shown - step / 2, shown + step / 2)
    ids = (f"{comparison}|{figure_id(series, window)}",)
    amount = Amount(shown, strict, True, frozenset(), ids)
    return Statement(replace(series, unit="percent"), window, comparison, amount, loosened(strict), base, None)
