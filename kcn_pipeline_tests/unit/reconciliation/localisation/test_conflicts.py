"""Irreducible conflicts."""

from __future__ import annotations

from kcn_pipeline.reconciliation.localisation.conflicts import Conflict, irreducible_conflict, range_within
from kcn_pipeline.reconciliation.localisation.linear_system import Component
from kcn_pipeline.reconciliation.localisation.solver import Solver
from kcn_pipeline_tests.unit.reconciliation.builders import HALF
from kcn_pipeline_tests.unit.reconciliation.sheets import BLOC, BOARDS, Sheet


def conflict_of(component: Component) -> Conflict:
    solver = Solver(component)
    assert not solver.feasible()
    found = irreducible_conflict(solver, frozenset(), {})
    assert found is not None
    return found


def families(component: Component, conflict: Conflict) -> list[str]:
    return sorted(component.relation(e).family for e in conflict.relations)


def test_a_total_against_its_parts() -> None:
    sheet = Sheet(entity="board:north")
    sheet.licences("532", "319", "153")
    component = sheet.component
    conflict = conflict_of(component)
    assert conflict.figures == {0, 1, 2}
    assert families(component, conflict) == ["origin_sum"]
    assert conflict.proved


def test_nothing_can_be_left_out() -> None:
    sheet = Sheet(members=BOARDS)
    sheet.licences("100", "60", "40")
    for board in BOARDS:
        sheet.entity = board
        sheet.licences("30", "20", None)
    sheet.window = HALF
    sheet.licences("31", None, None)
    component = sheet.component
    conflict = conflict_of(component)
    for element in conflict.members:
        rest = sorted(conflict.members - {element})
        figures = [e for e in rest if component.is_figure(e)]
        assert Solver(component.part(figures, [e for e in rest if e not in figures])).feasible()


def test_a_figure_above_its_ceiling_conflicts_alone() -> None:
    sheet = Sheet(entity=BLOC)
    sheet.add("capital_registered", "51.390.000", "fdi", "USD", 9)
    conflict = conflict_of(sheet.component)
    assert conflict.members == {0}


def test_what_a_conflict_leaves_for_each_of_its_figures() -> None:
    sheet = Sheet(entity="board:north")
    sheet.licences("532", "319", "153")
    component = sheet.component
    conflict, one = conflict_of(component), 10**component.digits
    left = {component.place(i).series.origin: range_within(component, conflict, i) for i in range(3)}
    assert left == {"total": (472 * one,) * 2, "fdi": (379 * one,) * 2, "ddi": (213 * one,) * 2}


def test_other_readings_may_conflict_in_turn() -> None:
    sheet = Sheet(entity="board:north")
    sheet.licences("532", "319", "153")
    component = sheet.component
    solver, one = Solver(component), 10**component.digits
    readings = {1: (300 * one, 300 * one)}
    assert not solver.feasible(readings=readings)
    conflict = irreducible_conflict(solver, frozenset(), readings)
    assert conflict is not None
    assert dict(conflict.readings) == readings
    assert range_within(component, conflict, 2) == (453 * one, 453 * one)
