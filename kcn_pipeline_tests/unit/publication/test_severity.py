"""The groups of verdicts that the report counts."""

from __future__ import annotations

import pytest

from kcn_pipeline.publication.severity import SEVERITIES, Severity, severity_of, worst_severity
from kcn_pipeline.reconciliation.relations import verdicts
from kcn_pipeline.tables import VERDICTS


@pytest.mark.parametrize(
    ("verdict", "expected"),
    [
        ("EXACT", "holds"),
        ("ROUNDING", "holds"),
        ("PARTIAL_COMPATIBLE", "holds"),
        ("ROUNDING_LOOSE", "warning"),
        ("COVERAGE_BREAK", "warning"),
        ("INCOMPATIBLE_AMBIGUOUS", "warning"),
        ("INCOMPATIBLE", "error"),
        ("NOT_PUBLISHED", "untried"),
    ],
)
def test_every_verdict_has_a_group(verdict: str, expected: Severity) -> None:
    assert severity_of(verdict) == expected


def test_no_verdict_is_without_a_group() -> None:
    assert {severity_of(verdict) for verdict in VERDICTS} == set(SEVERITIES)


def test_groups_follow_the_severities_of_reconciliation() -> None:
    errors = {verdict for verdict in VERDICTS if verdicts.severity(verdict) == "ERROR"}

    assert errors == {verdict for verdict in VERDICTS if severity_of(verdict) == "error"}


def test_a_word_that_is_no_verdict_is_refused() -> None:
    with pytest.raises(ValueError, match="MAYBE"):
        severity_of("MAYBE")


def test_the_worst_group_comes_first() -> None:
    assert worst_severity(["holds", "warning", "untried"]) == "warning"
    assert worst_severity(["untried", "holds"]) == "holds"


def test_nothing_has_no_worst_group() -> None:
    assert worst_severity([]) is None
