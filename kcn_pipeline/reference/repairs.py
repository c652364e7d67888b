"""How figures and relations go wrong, and how often: the catalogue that repairs are taken from.

Belongs here: the row models and loading of `repairs.yaml`. Does not: making the readings of a
figure or ranking them (`reconciliation.localisation.repairs`).
"""

from __future__ import annotations

import math
from functools import cache
from pathlib import Path
from typing import Final, Literal, Self, get_args

from pydantic import Field, model_validator

from kcn_pipeline.reference.loading import DATA, BrokenReference, Row, read_rows, rows_by_key

REPAIRS_FILE: Final = DATA / "repairs.yaml"

# Of any figure by itself, without a look at others.
_OfOneFigure = Literal[
    "separator",
    "misplaced_mark",
    "magnitude_word",
    "thousand_word",
    "unit_slip",
    "confused_digit",
    "transposed_digits",
    "lost_digit",
    "doubled_digit",
    "unexplained",
]
# A hedge can be loose only where there is one, a sign wrong only below nothing; the others take several figures.
Misreading = Literal[
    _OfOneFigure,
    "sign",
    "loose_hedge",
    "exchanged_origins",
    "exchanged_members",
    "exchanged_windows",
    "left_out_part",
    "double_counted_part",
    "cumulated_window",
    "last_years_figure",
    "another_boards_figure",
]
Failure = Literal[
    "coverage_break",
    "stated_percentage",
    "cut_percentage",
    "other_base",
    "untold_exits",
    "usage",
    "revision",
    "other_day",
    "assumed_membership",
]
OF_ONE_FIGURE: Final[tuple[Misreading, ...]] = get_args(_OfOneFigure)
# These tell that a figure is wrong, not what is right.
COPIES: Final = frozenset({"last_years_figure", "another_boards_figure"})
_KINDS: Final = frozenset((*get_args(Misreading), *get_args(Failure)))


class Repair(Row):
    """One way in which a figure is misread, or a relation fails between figures that are right.

    prior: how often, of all figures or relations. variants: among how many equally likely values the
    prior is shared, where the figure itself does not say. shifts: powers of ten that the true value is
    away by; units: base units that it happens to, all where none is given; scales: powers of ten that the
    true scale word may stand for. widening: how many times as wide as usual the interval may be.
    confusions: what each digit may have been.
    """

    kind: str
    prior: float = Field(gt=0, lt=1)
    variants: int = Field(default=1, ge=1)
    shifts: tuple[int, ...] = ()
    widening: int = Field(default=1, ge=1)
    units: tuple[str, ...] = ()
    scales: tuple[int, ...] = ()
    confusions: dict[str, str] = Field(default_factory=dict)

    @model_validator(mode="after")
    def _known_and_consistent(self) -> Self:
        if self.kind not in _KINDS:
            raise ValueError(f"'{self.kind}' is no kind of repair; one of {', '.join(sorted(_KINDS))}")
        if 0 in self.shifts:
            raise ValueError("a shift of 0 changes nothing")
        for digit, others in self.confusions.items():
            if not (digit + others).isdecimal() or len(digit) != 1 or digit in others:
                raise ValueError(f"'{digit}: {others}' is not one digit and others than it")
        return self

    @property
    def cost(self) -> float:
        """−ln of the prior of one variant, in nats."""
        return math.log(self.variants) - math.log(self.prior)


@cache
def load_repairs(path: Path = REPAIRS_FILE) -> dict[str, Repair]:
    """Every row by its kind. Errors: BrokenReference, also where a kind has no row."""
    rows = rows_by_key(path, read_rows(path, Repair), lambda row: row.kind)
    missing = sorted(_KINDS - rows.keys())
    if missing:
        raise BrokenReference(path, 1, f"no row for {', '.join(missing)}", "add one with its prior")
    return rows
