"""Judging a constraint."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from kcn_pipeline.quantities import ZERO, Interval
from kcn_pipeline.reconciliation.amounts import Amount, Basis
from kcn_pipeline.reconciliation.cells import Series
from kcn_pipeline.reconciliation.relations.constraints import AT_LEAST_ZERO, AT_MOST_ZERO, Constraint, Operand, summed
from kcn_pipeline.reconciliation.relations.verdicts import judge, severity, worst
from kcn_pipeline.tables import VERDICTS
from kcn_pipeline_tests.unit.reconciliation.builders import DELTA, YEAR


def amount(value: str | int | Decimal, half: str | int = 0, *, exact: bool = True, zones: str = "") -> Amount:
    number, width = Decimal(value), Decimal(half)
    basis = frozenset({Basis(None, frozenset(zones.split()))}) if zones else frozenset()
    return Amount(number, Interval(number - width, number + width), exact, basis, (f"figure-{value}",))


def constraint(
    stated: Amount | None, *parts: Amount, metric: str = "projects_licensed", unit: str = "project"
) -> Constraint:
    operands = tuple(Operand(f"part-{i}", part, unit) for i, part in enumerate(parts))
    return Constraint(
        family="origin_sum",
        code="test",
        wording="test",
        series=Series(DELTA, metric, "total", unit),
        window=YEAR,
        unit=unit,
        stated=stated,
        operands=operands,
        derived=summed(operands),
        hard=True,
    )


def test_equal_printed_values_are_exact_however_rounded() -> None:
    assert judge(constraint(amount(255), amount(186), amount(69))).verdict == "EXACT"
    assert judge(constraint(amount(255, "0.5"), amount(186, "0.5"), amount(69))).verdict == "EXACT"


@pytest.mark.parametrize("value", ["254", "255.5", "256"])
def test_within_precision_is_rounding(value: str) -> None:
    assert judge(constraint(amount(value, 1), amount(186, "0.5"), amount(69))).verdict == "ROUNDING"


def test_a_hedged_figure_is_never_exact() -> None:
    assert judge(constraint(amount(255, exact=False), amount(186), amount(69))).verdict == "ROUNDING"


def test_touching_intervals_hold_and_separate_ones_do_not() -> None:
    assert judge(constraint(amount(257, 1), amount(255, 1))).verdict == "ROUNDING"
    assert judge(constraint(amount("257.1", 1), amount(255, 1))).verdict == "INCOMPATIBLE"


def test_residual_is_published_less_computed() -> None:
    verdict = judge(constraint(amount(257), amount(186), amount(69)))
    assert verdict.verdict == "INCOMPATIBLE"
    assert verdict.residual == Interval(Decimal(2), Decimal(2))
    assert verdict.smallest_visible_error is None


def test_a_soft_constraint_leaves_open_what_is_wrong() -> None:
    soft = replace(constraint(amount(257), amount(255)), hard=False)
    assert judge(soft).verdict == "INCOMPATIBLE_AMBIGUOUS"


def test_without_one_side_there_is_nothing_to_try() -> None:
    assert judge(constraint(None, amount(1))).verdict == "NOT_PUBLISHED"
    assert judge(constraint(amount(1))).verdict == "NOT_PUBLISHED"
    assert judge(constraint(amount(1))).residual is None


def test_what_is_missing_takes_the_rest() -> None:
    partial = replace(constraint(amount(122), amount(110)), remainder=AT_LEAST_ZERO, missing=("part-9",))
    verdict = judge(partial)
    assert verdict.verdict == "PARTIAL_COMPATIBLE"
    assert verdict.share_covered == pytest.approx(110 / 122)
    assert verdict.smallest_visible_error == 13
    assert judge(replace(partial, stated=amount(109))).verdict == "INCOMPATIBLE"


def test_one_unit_of_the_last_digit_more_is_loose() -> None:
    off = replace(
        constraint(amount(66, "0.5"), amount("65.4")), loose_residual=Interval(Decimal("-0.4"), Decimal("1.6"))
    )
    assert judge(off).verdict == "ROUNDING_LOOSE"
    assert judge(replace(off, loose_residual=Interval(Decimal("0.1"), Decimal(2)))).verdict == "INCOMPATIBLE"


@pytest.mark.parametrize(
    ("stated", "stated_zones", "parts_zones", "verdict"),
    [
        (120, "kcn kkt", "kcn", "COVERAGE_BREAK"),
        (120, "kcn", "kcn kkt", "INCOMPATIBLE"),
        (120, "kcn", "kcn", "INCOMPATIBLE"),
        (120, "", "kcn", "INCOMPATIBLE"),
        (80, "kcn", "kcn kkt", "COVERAGE_BREAK"),
        (80, "kcn kkt", "kcn", "INCOMPATIBLE"),
        (100, "kcn kkt", "kcn", "EXACT"),
    ],
)
def test_wider_coverage_explains_only_the_greater_side(
    stated: int, stated_zones: str, parts_zones: str, verdict: str
) -> None:
    tried = constraint(amount(stated, zones=stated_zones), amount(100, zones=parts_zones))
    assert judge(tried).verdict == verdict


def test_coverage_explains_a_bound_that_is_overstepped() -> None:
    tried = replace(constraint(amount(80, zones="kcn"), amount(100, zones="kcn kkt")), remainder=AT_LEAST_ZERO)
    assert judge(tried).verdict == "COVERAGE_BREAK"
    upper = replace(constraint(amount(120, zones="kcn kkt"), amount(100, zones="kcn")), remainder=AT_MOST_ZERO)
    assert judge(upper).verdict == "COVERAGE_BREAK"


@pytest.mark.parametrize(
    ("stated", "part", "remainder", "visible"),
    [
        (amount(255), amount(255), ZERO, Decimal(1)),
        (amount(255, 2), amount(254, 1), ZERO, Decimal(3)),
        (amount(122), amount(110), AT_LEAST_ZERO, Decimal(13)),
        (amount(110), amount(122), AT_MOST_ZERO, Decimal(13)),
        (amount(110), amount(110), Interval(Decimal(-5), Decimal(0)), Decimal(1)),
        (amount(110), amount(110), Interval(None, None), None),
    ],
)
def test_the_smallest_error_that_would_show(
    stated: Amount, part: Amount, remainder: Interval, visible: Decimal | None
) -> None:
    tried = replace(constraint(stated, part), remainder=remainder)
    assert judge(tried).smallest_visible_error == visible


def test_an_error_of_that_size_shows_and_a_smaller_one_does_not() -> None:
    tried = replace(constraint(amount(122), amount(110)), remainder=AT_LEAST_ZERO)
    visible = judge(tried).smallest_visible_error
    assert visible is not None
    assert judge(replace(tried, derived=amount(110 + visible))).verdict == "INCOMPATIBLE"
    assert judge(replace(tried, derived=amount(110 + visible - 1))).verdict == "PARTIAL_COMPATIBLE"


def test_money_is_not_counted_in_whole_things() -> None:
    tried = constraint(amount("5.5", "0.05"), amount("5.5", "0.05"), metric="exports", unit="USD")
    assert judge(tried).smallest_visible_error == Decimal("0.1")


@pytest.mark.parametrize("stated", [0, -5])
def test_no_share_of_a_total_that_is_zero_or_negative(stated: int) -> None:
    verdict = judge(constraint(amount(stated), amount(stated)))
    assert verdict.verdict == "EXACT"
    assert verdict.share_covered is None


def test_severities() -> None:
    assert {verdict: severity(verdict) for verdict in VERDICTS} == {
        "EXACT": None,
        "ROUNDING": None,
        "ROUNDING_LOOSE": "WARN",
        "PARTIAL_COMPATIBLE": None,
        "COVERAGE_BREAK": "WARN",
        "INCOMPATIBLE": "ERROR",
        "INCOMPATIBLE_AMBIGUOUS": "WARN",
        "NOT_PUBLISHED": None,
    }
    with pytest.raises(ValueError, match="'WRONG' is no verdict"):
        severity("WRONG")


def test_the_worst_of_some_verdicts() -> None:
    assert worst([]) is None
    assert worst(["EXACT", "NOT_PUBLISHED"]) == "EXACT"
    assert worst(["ROUNDING_LOOSE", "INCOMPATIBLE", "COVERAGE_BREAK"]) == "INCOMPATIBLE"
    assert worst(VERDICTS) == "INCOMPATIBLE"
