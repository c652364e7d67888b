"""What a mention weighs in which sense."""

from __future__ import annotations

import pytest

from kcn_pipeline.documents.identity.period_contexts import Context
from kcn_pipeline.documents.identity.period_cues import PeriodCue
from kcn_pipeline.documents.identity.period_weights import weight_of
from kcn_pipeline.quantities import Span
from kcn_pipeline.reference.document_cues import PeriodKind


def weight(kind: PeriodKind, context: Context, year: int | None = 2019) -> float:
    return weight_of(PeriodCue(kind, (1, 3), year, None, context, 0, 0, Span(0, 1)))


@pytest.mark.parametrize("kind", ["first_months", "first_half", "quarter", "year", "bare_year", "past_year"])
def test_an_account_weighs_more_than_a_mention_in_passing(kind: PeriodKind) -> None:
    assert weight(kind, "review") > weight(kind, "within") > weight(kind, "plain") > 0


def test_a_quarter_in_passing_counts_with_its_own_year_alone() -> None:
    assert weight("quarter", "plain") > 0
    assert weight("quarter", "plain", None) == 0


def test_the_year_of_a_half_yearly_review_is_in_passing() -> None:
    assert weight("year", "review_of_half") == weight("year", "plain") < weight("year", "review_of_year")


def test_a_year_of_its_plan_is_in_passing() -> None:
    assert weight("year", "of its plan") == weight("year", "plain")


def test_what_names_no_months_has_no_weight() -> None:
    with pytest.raises(KeyError):
        weight("horizon", "plain")
