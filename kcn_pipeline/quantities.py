"""The smallest value types: spans of text, exact intervals, and the closed vocabularies of a fact.

Belongs here: what every stage after the first passes around. Does not: anything that reads text
or knows a phrase.
"""

from __future__ import annotations

from decimal import Context, Decimal, DivisionByZero, Inexact, InvalidOperation, Overflow
from typing import Final, Literal, Self, get_args

from kcn_pipeline.values import value_type

Origin = Literal["fdi", "ddi", "total"]
Bound = Literal["exact", "lower", "upper", "approx"]
Comparison = Literal[
    "level",
    "yoy",
    "yoy_index",
    "vs_plan",
    "vs_plan_excess",
    "share",
    "excess",
    "multiple",
    "change",
]

ORIGINS: Final[tuple[str, ...]] = get_args(Origin)
BOUNDS: Final[tuple[str, ...]] = get_args(Bound)
COMPARISONS: Final[tuple[str, ...]] = get_args(Comparison)
COVERAGES: Final[tuple[str, ...]] = ("kcn", "kcx", "kkt", "ccn", "outside")
VERDICTS: Final = (
    "EXACT",
    "ROUNDING",
    "ROUNDING_LOOSE",
    "PARTIAL_COMPATIBLE",
    "COVERAGE_BREAK",
    "INCOMPATIBLE",
    "INCOMPATIBLE_AMBIGUOUS",
    "NOT_PUBLISHED",
)


@value_type(order=True)
class Span:
    """Half-open range of character offsets, [start, end), into one text.

    Errors: ValueError when negative or reversed.
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"span [{self.start}, {self.end}) is negative or reversed")

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """The characters it covers."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one character."""
        return max(self.start, other.start) < min(self.end, other.end)

    def contains(self, other: Span) -> bool:
        """Whether `other` lies wholly inside."""
        return self.start <= other.start and other.end <= self.end

    def join(self, other: Span) -> Span:
        """The shortest span that covers both."""
        return Span(min(self.start, other.start), max(self.end, other.end))

    def shifted(self, by: int) -> Span:
        """The same length, `by` characters further on."""
        return Span(self.start + by, self.end + by)


# Python's own decimal context rounds to 28 digits without a word; this one raises Inexact instead.
_EXACT: Final = Context(prec=1000, traps=[InvalidOperation, DivisionByZero, Overflow, Inexact])


@value_type()
class Interval:
    """Closed interval of exact decimals; None stands for an open end.

    Errors: ValueError when empty (lo above hi) or when an end is infinite or no number.
    """

    lo: Decimal | None
    hi: Decimal | None

    def __post_init__(self) -> None:
        if (self.lo is not None and not self.lo.is_finite()) or (self.hi is not None and not self.hi.is_finite()):
            raise ValueError(f"interval [{self.lo}, {self.hi}]: an open end is written None")
        if self.lo is not None and self.hi is not None and self.lo > self.hi:
            raise ValueError(f"interval [{self.lo}, {self.hi}] is empty")

    @classmethod
    def exactly(cls, value: Decimal) -> Self:
        """The single point `value`."""
        return cls(value, value)

    @property
    def is_point(self) -> bool:
        """Whether it holds exactly one value."""
        return self.lo is not None and self.lo == self.hi

    @property
    def width(self) -> Decimal | None:
        """Hi − lo, None when an end is open."""
        return None if self.lo is None or self.hi is None else _EXACT.subtract(self.hi, self.lo)

    def __add__(self, other: Interval) -> Interval:
        return Interval(
            None if self.lo is None or other.lo is None else _EXACT.add(self.lo, other.lo),
            None if self.hi is None or other.hi is None else _EXACT.add(self.hi, other.hi),
        )

    def __neg__(self) -> Interval:
        return Interval(
            None if self.hi is None else _EXACT.minus(self.hi),
            None if self.lo is None else _EXACT.minus(self.lo),
        )

    def __sub__(self, other: Interval) -> Interval:
        return self + (-other)

    def scaled(self, factor: Decimal) -> Interval:
        """Every value times a non-negative `factor`."""
        if factor < 0:
            raise ValueError(f"interval scaled by {factor}: the factor must not be negative")
        if factor == 0:
            return ZERO
        return Interval(
            None if self.lo is None else _EXACT.multiply(self.lo, factor),
            None if self.hi is None else _EXACT.multiply(self.hi, factor),
        )

    def contains(self, value: Decimal) -> bool:
        """Whether `value` lies inside, ends included."""
        return (self.lo is None or self.lo <= value) and (self.hi is None or value <= self.hi)

    def overlaps(self, other: Interval) -> bool:
        """Whether the two share at least one value."""
        return self.intersection(other) is not None

    def intersection(self, other: Interval) -> Interval | None:
        """What both allow; None when nothing is."""
        los = [x for x in (self.lo, other.lo) if x is not None]
        his = [x for x in (self.hi, other.hi) if x is not None]
        lo, hi = max(los, default=None), min(his, default=None)
        return None if lo is not None and hi is not None and lo > hi else Interval(lo, hi)


ZERO: Final = Interval(Decimal(0), Decimal(0))
