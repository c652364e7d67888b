"""One arithmetic relation among figures, as every family of rules states it.

Belongs here: the value type that generators give and that judging, localisation and wording read.
Does not: generating constraints (a module a family) or judging them (`verdicts`).
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final

from kcn_pipeline.periods import Window
from kcn_pipeline.quantities import ZERO, Interval
from kcn_pipeline.reconciliation.amounts import Amount, total
from kcn_pipeline.reconciliation.cells import Series

AT_LEAST_ZERO: Final = Interval(Decimal(0), None)
AT_MOST_ZERO: Final = Interval(None, Decimal(0))


@dataclass(frozen=True, slots=True)
class Operand:
    """A figure on the computed side.

    party: what the row names it by: a board, an origin, a metric or a window (`2019-01-01/2019-06-30`).
    sign: its coefficient in a sum, None in a ratio.
    """

    party: str
    amount: Amount
    unit: str
    sign: int | None = 1


@dataclass(frozen=True, slots=True)
class Constraint:
    """`stated` − `derived` must lie in `remainder`, which is what parties without a figure may make up.

    family: one of `tables.RULE_FAMILIES`. code: which relation of the family, with what tells it from
    others of the same series and window. wording: key of the sentences that explain it. unit: that
    of both sides. stated or derived is None when nobody published it. loose_residual: stated −
    derived when a percentage may be one unit of its last digit off. hard: no honest report with equal
    coverage can break it. missing: parties without a figure. parties: how many there are, where more
    may exist than are known by name. named_base: the base that the text names, where the figures
    show that another one is meant. implied: what a percentage makes of the unpublished figure it
    speaks of (the plan, last year's value), in implied_unit. quoted: the percentage behind a
    constraint that is tried in other units. stated_as_of: day of the stated stock, where it may be
    another than the row's.
    """

    family: str
    code: str
    wording: str
    series: Series
    window: Window
    unit: str
    stated: Amount | None
    operands: tuple[Operand, ...]
    derived: Amount | None
    hard: bool
    remainder: Interval = ZERO
    missing: tuple[str, ...] = ()
    loose_residual: Interval | None = None
    parties: int | None = None
    named_base: str | None = None
    implied: Amount | None = None
    implied_unit: str | None = None
    quoted: Amount | None = None
    stated_as_of: date | None = None

    @property
    def residual(self) -> Interval | None:
        """What was published less what was computed; None when either side is unpublished."""
        if self.stated is None or self.derived is None:
            return None
        return self.stated.interval - self.derived.interval

    @property
    def published(self) -> tuple[str, ...]:
        """The parties with a figure."""
        return tuple(operand.party for operand in self.operands)

    @property
    def members(self) -> int:
        """How many parties the computed side has, published or not."""
        return self.parties if self.parties is not None else len(self.operands) + len(self.missing)

    @property
    def figure_ids(self) -> tuple[str, ...]:
        """The figures tried, the stated one first."""
        amounts = [self.stated, *(operand.amount for operand in self.operands)]
        return tuple(dict.fromkeys(i for amount in amounts if amount is not None for i in amount.figure_ids))


def relation_identifier(family: str, code: str, series: Series, window: Window) -> str:
    """Sixteen hex digits that name a relation in every table, whatever its figures say."""
    key = (family, code, *series.sort_key, str(window.start), str(window.end))
    return hashlib.sha256("|".join(key).encode()).hexdigest()[:16]


def summed(operands: tuple[Operand, ...]) -> Amount | None:
    """The signed sum of the operands; None when there are none."""
    return total(o.amount if o.sign != -1 else o.amount.negated() for o in operands)
