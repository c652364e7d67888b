"""What became of a constraint: verdict, residual, and how much the constraint could have seen.

Belongs here: judging one constraint, severities, the order of verdicts. Does not: generating
constraints, naming the figure at fault (localisation) or wording (`sentences`).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Final, Literal

from kcn_pipeline.quantities import ZERO, Interval
from kcn_pipeline.reconciliation.amounts import Amount
from kcn_pipeline.reconciliation.cells import counts_whole_things
from kcn_pipeline.reconciliation.relations.constraints import Constraint

# From best to worst; a relation that could not be tried says nothing against a figure.
_ORDER: Final = (
    "NOT_PUBLISHED",
    "EXACT",
    "ROUNDING",
    "PARTIAL_COMPATIBLE",
    "ROUNDING_LOOSE",
    "COVERAGE_BREAK",
    "INCOMPATIBLE_AMBIGUOUS",
    "INCOMPATIBLE",
)
_SEVERITIES: Final[dict[str, Literal["ERROR", "WARN"]]] = {
    "INCOMPATIBLE": "ERROR",
    "INCOMPATIBLE_AMBIGUOUS": "WARN",
    "COVERAGE_BREAK": "WARN",
    "ROUNDING_LOOSE": "WARN",
}


@dataclass(frozen=True, slots=True)
class Verdict:
    """Outcome of one constraint.

    residual: published − computed, base units. share_covered: computed over published, where the
    computed side is a sum of parties. smallest_visible_error: the least error of one figure that
    would have given an INCOMPATIBLE or worse-than-rounding outcome; None when none would, or one is there.
    """

    verdict: str
    residual: Interval | None
    share_covered: float | None
    smallest_visible_error: Decimal | None


def severity(verdict: str) -> Literal["ERROR", "WARN"] | None:
    """How an asset check reports a verdict. Errors: ValueError for a word that is no verdict."""
    if verdict not in _ORDER:
        raise ValueError(f"'{verdict}' is no verdict; one of {', '.join(_ORDER)}")
    return _SEVERITIES.get(verdict)


def worst(verdicts: Iterable[str]) -> str | None:
    """The gravest of some verdicts; None for none. Errors: ValueError for a word that is no verdict."""
    return max(verdicts, key=_ORDER.index, default=None)


def judge(constraint: Constraint) -> Verdict:
    """Try a constraint: first as printed, then with percentages one unit looser, then for a change of coverage.

    A soft constraint that fails is INCOMPATIBLE_AMBIGUOUS: its figures may be wrong, or its premise.
    """
    residual = constraint.residual
    if residual is None:
        return Verdict("NOT_PUBLISHED", None, _share_covered(constraint), None)
    if residual.overlaps(constraint.remainder):
        visible = _smallest_visible_error(constraint, residual)
        return Verdict(_holding(constraint), residual, _share_covered(constraint), visible)
    return Verdict(_failing(constraint, residual), residual, _share_covered(constraint), None)


def _holding(constraint: Constraint) -> str:
    if constraint.remainder != ZERO:
        return "PARTIAL_COMPATIBLE"
    stated, derived = constraint.stated, constraint.derived
    exact = stated is not None and derived is not None and stated.exact and derived.exact
    return "EXACT" if exact and stated and derived and stated.value == derived.value else "ROUNDING"


def _failing(constraint: Constraint, residual: Interval) -> str:
    if constraint.loose_residual is not None and constraint.loose_residual.overlaps(constraint.remainder):
        return "ROUNDING_LOOSE"
    if constraint.stated and constraint.derived and _coverage_explains(constraint.stated, constraint.derived, residual):
        return "COVERAGE_BREAK"
    return "INCOMPATIBLE" if constraint.hard else "INCOMPATIBLE_AMBIGUOUS"


def _coverage_explains(stated: Amount, derived: Amount, residual: Interval) -> bool:
    """Whether the greater side covers kinds of zone which the other does not."""
    stated_is_greater = residual.lo is not None and residual.lo > 0
    return stated.reaches_beyond(derived) if stated_is_greater else derived.reaches_beyond(stated)


def _smallest_visible_error(constraint: Constraint, residual: Interval) -> Decimal | None:
    remainder = constraint.remainder
    downwards = None if residual.hi is None or remainder.lo is None else residual.hi - remainder.lo
    upwards = None if residual.lo is None or remainder.hi is None else remainder.hi - residual.lo
    slack = min((way for way in (downwards, upwards) if way is not None), default=None)
    if slack is None or not _in_whole_things(constraint):
        return slack
    # Between whole numbers the next error after the slack is the next whole number.
    return slack // 1 + 1


def _in_whole_things(constraint: Constraint) -> bool:
    return constraint.unit == constraint.series.unit and counts_whole_things(constraint.series.metric)


def _share_covered(constraint: Constraint) -> float | None:
    stated, derived = constraint.stated, constraint.derived
    if not constraint.operands or any(operand.sign != 1 for operand in constraint.operands):
        return None
    if stated is None or derived is None or stated.value <= 0 or derived.value < 0:
        return None
    return float(derived.value / stated.value)
