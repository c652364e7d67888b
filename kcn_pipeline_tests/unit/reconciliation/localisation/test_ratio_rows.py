"""Stated percentages as linear rows."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from kcn_pipeline.periods import Window
from kcn_pipeline.quantities import Comparison, Interval
from kcn_pipeline.reconciliation.localisation.linear_system import LinearRow, Relation
from kcn_pipeline_tests.unit.reconciliation.builders import END, YEAR
from kcn_pipeline_tests.unit.reconciliation.sheets import BILLION, Sheet


def stated(sheet: Sheet) -> list[Relation]:
    return [relation for relation in sheet.system.relations if relation.cause == "stated_percentage"]


def multiples(rows: tuple[LinearRow, ...]) -> list[Decimal]:
    """Least and greatest multiple of the denominator."""
    return [-Decimal(coefficient) for row in rows for _, coefficient in row.terms[1:]]


def shares(comparison: Comparison, percent: str, base: str | None) -> Sheet:
    sheet = Sheet(entity="board:north")
    sheet.add("capital_disbursed", "3,156", "fdi", "USD", BILLION)
    sheet.add("capital_new_and_increase", "5,890", "fdi", "USD", BILLION)
    sheet.says("capital_disbursed", percent, comparison, "fdi", base=base)
    return sheet


@pytest.mark.parametrize(
    ("comparison", "percent", "strict", "loose"),
    [
        ("share", "54", ["0.535", "0.545"], ["0.53", "0.55"]),
        ("excess", "-46", ["0.535", "0.545"], ["0.53", "0.55"]),
    ],
)
def test_shares_in_two_tiers(comparison: Comparison, percent: str, strict: list[str], loose: list[str]) -> None:
    (relation,) = stated(shares(comparison, percent, "capital_new_and_increase"))
    assert relation.family == "share"
    assert multiples(relation.strict) == [Decimal(end) for end in strict]
    assert multiples(relation.rows) == [Decimal(end) for end in loose]
    assert relation.figure_ids == ("said:0",)


def test_the_base_that_fits_is_taken_where_the_named_one_does_not() -> None:
    sheet = shares("share", "54", "capital_registered")
    sheet.window = END
    sheet.add("capital_registered", "56,615", "fdi", "USD", BILLION)
    system = sheet.system
    (relation,) = [r for r in system.relations if r.cause == "stated_percentage"]
    (_, base) = relation.rows[0].terms
    assert system.places[base[0]].series.metric == "capital_new_and_increase"


def test_a_named_base_that_is_unpublished_is_kept_though_another_would_fit() -> None:
    sheet = shares("share", "54", "capital_attracted")
    system = sheet.system
    (relation,) = [r for r in system.relations if r.cause == "other_base"]
    (_, base) = relation.rows[0].terms
    assert system.places[base[0]].series.metric == "capital_attracted"


def test_a_share_of_an_unpublished_base_accuses_no_figure() -> None:
    sheet = shares("share", "54", "capital_attracted")
    (relation,) = (r for r in sheet.system.relations if r.family == "share")
    assert relation.cause == "other_base"
    (named,) = (r for r in shares("share", "54", "capital_new_and_increase").system.relations if r.family == "share")
    assert named.cause == "stated_percentage"


@pytest.mark.parametrize(
    ("comparison", "said", "loose"),
    [
        ("yoy", "7.6", ["1.075", "1.077"]),
        ("yoy_index", "121", ["1.20", "1.22"]),
        ("multiple", "2.3", ["2.2", "2.4"]),
        ("yoy", "-100", ["-0.01", "0.01"]),
    ],
)
def test_growth_against_the_year_before(comparison: Comparison, said: str, loose: list[str]) -> None:
    sheet = Sheet(entity="board:north")
    sheet.add("exports", "4,8", None, "USD", BILLION)
    sheet.says("exports", said, comparison)
    (relation,) = stated(sheet)
    assert multiples(relation.rows) == [Decimal(end) for end in loose]
    windows = [sheet.system.places[number].window for number, _ in relation.rows[0].terms]
    assert windows == [YEAR, YEAR.year_earlier()]


def test_a_change_is_a_difference() -> None:
    sheet = Sheet(entity="board:north")
    sheet.add("projects_licensed", "44", "total")
    sheet.says("projects_licensed", "12", "change", "total", unit="project")
    (relation,) = stated(sheet)
    assert relation.rows[0].bounds == Interval(Decimal("11.5"), Decimal("12.5"))


@pytest.mark.parametrize("fields", [{"base_period": "2018-H1"}, {"window": YEAR.year_earlier().year_earlier()}])
def test_growth_that_cannot_be_tied_is_left_out(fields: dict[str, Any]) -> None:
    sheet = Sheet(entity="board:north")
    sheet.add("exports", "4,8", None, "USD", BILLION)
    sheet.says("exports", "7.6", "yoy", **fields)
    assert stated(sheet) == []


def test_growth_against_another_period_ties_the_two() -> None:
    quarter = Window.of_months(2019, 1, 3)
    sheet = Sheet(entity="board:north")
    sheet.add("exports", "4,8", None, "USD", BILLION)
    sheet.window = quarter
    sheet.add("exports", "1,2", None, "USD", BILLION)
    sheet.window = YEAR
    sheet.says("exports", "300", "yoy", base_period=quarter.iso)
    assert len(stated(sheet)) == 1


def test_fulfilment_of_a_published_plan() -> None:
    sheet = Sheet(entity="board:north")
    outcome = sheet.add("projects_licensed", "44", "total")
    sheet.says("projects_licensed", "220", "vs_plan", "total")
    assert stated(sheet) == []
    plan = Sheet().add("projects_licensed", "20", "total").amount
    sheet.targets[outcome.series, YEAR] = plan
    assert sheet.localised() == []
    sheet.targets[outcome.series, YEAR] = Sheet().add("projects_licensed", "30", "total").amount
    assert len(sheet.localised()) == 1


def test_occupancy_against_leased_and_industrial_land() -> None:
    sheet = Sheet(entity="board:north", window=END)
    sheet.add("leased_area", "610", None, "ha")
    sheet.add("industrial_land_area", "1.000", None, "ha")
    sheet.add("occupancy_rate", "61", None, "percent")
    assert sheet.localised() == []
    assert [relation.code for relation in stated(sheet)] == ["occupancy"]
    sheet.cells.pop()
    sheet.add("occupancy_rate", "71", None, "percent")
    assert len(sheet.localised()) == 1


def test_a_share_without_figures_ties_nothing() -> None:
    sheet = Sheet(entity="board:north")
    sheet.says("capital_disbursed", "54", "share", "fdi", base="capital_registered")
    assert sheet.system.relations == ()
