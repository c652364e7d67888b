"""The linear programme of one component."""

from __future__ import annotations

import math

import pytest

from kcn_pipeline.reconciliation.localisation.linear_system import Component, components
from kcn_pipeline.reconciliation.localisation.solver import Solver
from kcn_pipeline_tests.unit.reconciliation.sheets import BILLION, Sheet


def by_origin(total: str | None, fdi: str | None, ddi: str | None) -> Component:
    sheet = Sheet(entity="board:north")
    sheet.licences(total, fdi, ddi)
    return sheet.component


def test_what_adds_up_is_feasible_and_what_does_not_is_not() -> None:
    assert Solver(by_origin("532", "379", "153")).feasible()
    assert not Solver(by_origin("532", "319", "153")).feasible()


def test_elements_set_aside_or_read_otherwise_hold_for_one_call() -> None:
    component = by_origin("532", "319", "153")
    solver, one = Solver(component), 10**component.digits
    for element in range(4):
        assert solver.feasible(frozenset({element}))
    assert solver.feasible(readings={1: (379 * one, 379 * one)})
    assert not solver.feasible(readings={1: (378 * one, 378 * one)})
    assert not solver.feasible(readings={1: (-2 * one, -one)})
    assert not solver.feasible()


def test_ranges_of_what_is_set_aside() -> None:
    component = by_origin("532", "319", "153")
    solver, one = Solver(component), 10**component.digits
    found = solver.range({component.columns[1]: 1.0}, frozenset({1}))
    assert found is not None
    assert found == pytest.approx((379 * one, 379 * one))
    assert solver.range({component.columns[1]: 1.0}) is None


def test_an_open_end_is_infinite() -> None:
    sheet = Sheet(entity="board:north")
    sheet.add("exports", "4,8", None, "USD", BILLION)
    sheet.add("made_up_metric", "5", None)
    for component in components(sheet.system):
        found = Solver(component).range({0: 1.0}, frozenset({0}))
        assert found is not None
        assert math.isinf(found[1]) == (component.places[0].series.metric == "made_up_metric")


def test_the_support_names_the_contradiction() -> None:
    sheet = Sheet(entity="board:north")
    sheet.licences("532", "319", "153")
    sheet.says("projects_licensed", "10", "yoy", "ddi")
    component = sheet.component
    solver = Solver(component)
    assert not solver.feasible()
    support = solver.support()
    assert support is not None
    assert support.figures == {0, 1, 2}
    assert [component.relation(e).family for e in support.relations] == ["origin_sum"]


def test_thousandfold_errors_are_no_rounding_at_any_magnitude() -> None:
    for scale in (0, 3, 6, 9, 12):
        sheet = Sheet(entity="board:north")
        for origin, quote in (("total", "9,0"), ("fdi", "4,0"), ("ddi", "5.000,0")):
            sheet.add("capital_new", quote, origin, "VND", scale)
        assert not Solver(sheet.component).feasible()
        sheet.cells.pop()
        sheet.add("capital_new", "5,0", "ddi", "VND", scale)
        assert Solver(sheet.component).feasible()


def test_multipliers_prove_the_least_value() -> None:
    component = by_origin("532", None, "153")
    solver = Solver(component)
    assert solver.feasible()
    fdi = next(i for i, place in enumerate(component.places) if place.series.origin == "fdi")
    multipliers = solver.minimised({fdi: 1})
    assert multipliers is not None
    assert [row for row, _ in multipliers] == [component.rows[0][0]]


def test_a_numeral_of_hundreds_of_digits_is_taken_as_infinite() -> None:
    sheet = Sheet(entity="board:north")
    sheet.licences("1" * 400, "379", "153")
    assert not Solver(sheet.component).feasible()
