"""Fulfilment of plans."""

from __future__ import annotations

import json
from typing import Any

import pytest

from kcn_pipeline.quantities import Comparison
from kcn_pipeline_tests.unit.reconciliation.builders import HA_NOI, Book


def fulfilled(
    outcome: int, percent: str, comparison: Comparison = "vs_plan", plan: int | None = None, **f: Any
) -> Book:
    book = Book(HA_NOI)
    book.add("projects_licensed", outcome, origin="total", **f)
    if plan is not None:
        book.add("projects_licensed", plan, origin="total", target=True)
    book.percent("projects_licensed", percent, comparison, "total")
    return book


@pytest.mark.parametrize(
    ("outcome", "percent", "plan", "verdict"),
    [
        (44, "220", 20, "EXACT"),
        (45, "214", 21, "ROUNDING"),
        (45, "215", 21, "ROUNDING_LOOSE"),
        (45, "225", 21, "INCOMPATIBLE_AMBIGUOUS"),
    ],
)
def test_outcome_against_a_published_plan(outcome: int, percent: str, plan: int, verdict: str) -> None:
    row = fulfilled(outcome, percent, plan=plan).verdict("plan")
    assert row["verdict"] == verdict
    assert json.loads(row["members_published"]) == ["projects_licensed", "plan"]


def test_an_excess_over_the_plan() -> None:
    assert fulfilled(33, "57", "vs_plan_excess", plan=21).verdict("plan")["verdict"] == "ROUNDING"


@pytest.mark.parametrize(
    ("outcome", "percent", "verdict"),
    [
        (44, "220", "EXACT"),
        (30, "300", "EXACT"),
        (37, "112", "ROUNDING"),
        (25, "122", "INCOMPATIBLE_AMBIGUOUS"),
        (10, "350", "INCOMPATIBLE_AMBIGUOUS"),
    ],
)
def test_an_unpublished_plan_of_projects_is_a_whole_number(outcome: int, percent: str, verdict: str) -> None:
    assert fulfilled(outcome, percent).verdict("plan")["verdict"] == verdict


def test_the_implied_plan_is_named() -> None:
    row = fulfilled(44, "220").verdict("plan")
    assert "the plan 20 projects" in row["explanation_en"]
    assert "kế hoạch 20 dự án" in row["explanation_vi"]


@pytest.mark.parametrize(("outcome", "bound"), [(44000, "exact"), (44, "lower")])
def test_where_some_whole_number_always_fits_nothing_is_proved(outcome: int, bound: str) -> None:
    row = fulfilled(outcome, "220", bound=bound).verdict("plan")
    assert row["verdict"] == "NOT_PUBLISHED"
    assert "it implies a plan of" in row["explanation_en"]


def test_plans_of_money_need_not_be_whole() -> None:
    book = Book(HA_NOI)
    book.add("revenue", 77, "USD")
    book.percent("revenue", "100", "vs_plan")
    row = book.verdict("plan")
    assert row["verdict"] == "NOT_PUBLISHED"
    assert "77 USD" in row["explanation_en"]
    assert json.loads(row["members_missing"]) == ["plan"]


def test_without_an_outcome_nothing_can_be_said() -> None:
    book = Book(HA_NOI)
    book.percent("revenue", "100", "vs_plan")
    row = book.verdict("plan")
    assert row["verdict"] == "NOT_PUBLISHED"
    assert json.loads(row["members_missing"]) == ["revenue", "plan"]


def test_of_two_currencies_the_one_with_a_plan_is_tried() -> None:
    book = Book(HA_NOI)
    book.add("revenue", 50, "USD")
    book.add("revenue", 900, "VND")
    book.add("revenue", 1000, "VND", target=True)
    book.percent("revenue", "90", "vs_plan")
    assert book.verdict("plan")["verdict"] == "EXACT"


@pytest.mark.parametrize("percent", ["0", "-5"])
def test_a_percentage_that_leaves_no_plan(percent: str) -> None:
    assert fulfilled(44, percent).verdict("plan")["verdict"] == "NOT_PUBLISHED"


def test_nothing_done_of_a_plan() -> None:
    assert fulfilled(0, "0", plan=20).verdict("plan")["verdict"] == "EXACT"
