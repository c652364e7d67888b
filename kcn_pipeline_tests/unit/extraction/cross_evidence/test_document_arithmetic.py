"""Bases of shares by the document's own arithmetic."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from kcn_pipeline.extraction.cross_evidence.document_arithmetic import settle_bases
from kcn_pipeline.extraction.numbers.figures import Figure
from kcn_pipeline.extraction.numbers.numerals import Reading
from kcn_pipeline.extraction.passages.drafts import Draft
from kcn_pipeline.quantities import Comparison

STOCK, FLOW, OTHER = "capital_registered", "capital_new", "capital_disbursed"


def amount(value: int, metric: str, entity: str = "board:ha-nam") -> Draft:
    figure = Figure(0, 1, 0, (Reading(Decimal(value), Decimal(1), conventional=True),), Decimal(1), "USD", "money")
    return Draft(figure, metric=metric, origin="total", entity=entity)


def share(percent: int, head: Draft, base: str, comparison: Comparison = "share") -> Draft:
    reading = Reading(Decimal(percent), Decimal(1), conventional=True)
    figure = Figure(2, 3, 2, (reading,), Decimal(1), "percent", "percent")
    return Draft(figure, metric=head.metric, comparison=comparison, base=base, head=head, entity=head.entity)


def test_a_base_that_fails_yields_to_the_only_one_that_fits() -> None:
    head = amount(60, OTHER)
    told = share(50, head, STOCK)
    settle_bases([amount(900, STOCK), amount(120, FLOW), head, told])
    assert told.base == FLOW


def test_a_base_that_fits_stays() -> None:
    head = amount(60, OTHER)
    told = share(50, head, STOCK)
    settle_bases([amount(120, STOCK), amount(121, FLOW), head, told])
    assert told.base == STOCK


def test_what_is_exceeded_is_told_by_the_excess() -> None:
    head = amount(150, OTHER)
    told = share(50, head, STOCK, "excess")
    settle_bases([amount(900, STOCK), amount(100, FLOW), head, told])
    assert told.base == FLOW


def test_amounts_of_another_entity_are_no_base() -> None:
    head = amount(60, OTHER)
    told = share(50, head, STOCK)
    settle_bases([amount(120, FLOW, "board:ha-noi"), head, told])
    assert told.base == STOCK


def test_a_plan_is_no_base() -> None:
    head, plan = amount(60, OTHER), amount(120, FLOW)
    told = share(50, head, STOCK)
    plan.target = True
    settle_bases([plan, head, told])
    assert told.base == STOCK


def test_where_capital_was_named_exports_are_no_base() -> None:
    head = amount(60, OTHER)
    told = share(50, head, STOCK)
    settle_bases([amount(120, "exports"), head, told])
    assert told.base == STOCK


@given(st.integers(0, 400), st.integers(1, 120), st.lists(st.integers(0, 100_000), max_size=30), st.booleans())
def test_as_if_every_amount_were_tried(percent: int, whole: int, others: list[int], exceeds: bool) -> None:
    head = amount(whole * 10, OTHER)
    told = share(percent, head, STOCK, "excess" if exceeds else "share")
    drafts = [amount(value, FLOW) for value in others]
    target = percent + 100 * exceeds
    fits = any(value and abs(Decimal(1000 * whole) / value - target) <= 1 for value in others)
    settle_bases([*drafts, head, told])
    assert told.base == (FLOW if fits else STOCK)
