"""What may be given up, and its cost."""

from __future__ import annotations

import math

import pytest

from kcn_pipeline.periods import Window
from kcn_pipeline.reconciliation.localisation.changes import Changes, joined_cost
from kcn_pipeline.reconciliation.localisation.linear_system import Component
from kcn_pipeline.reconciliation.localisation.repairs import unexplained_cost
from kcn_pipeline.reference.repairs import load_repairs
from kcn_pipeline_tests.unit.reconciliation.builders import END, MIDDLE
from kcn_pipeline_tests.unit.reconciliation.sheets import Sheet


def by_origin() -> Component:
    sheet = Sheet(entity="board:north")
    sheet.licences("532", "319", "153")
    sheet.says("projects_licensed", "10", "yoy", "total")
    return sheet.component


def test_every_figure_and_soft_relation_may_be_given_up_and_a_pair_exchanged() -> None:
    component = by_origin()
    changes = Changes(component)
    assert sorted(changes.of_element) == [0, 1, 2, 3]
    assert component.relation(3).cause == "stated_percentage"
    exchanges = [n for n in changes.resolving(range(5)) if changes[n].kind == "exchanged_origins"]
    assert [changes[n].elements for n in exchanges] == [{0, 1}]


def test_hard_relations_may_not() -> None:
    component = by_origin()
    hard = [3 + i for i, relation in enumerate(component.relations) if relation.cause is None]
    assert hard == [4]
    assert Changes(component).resolving(hard) == []


def test_relaxing_sets_aside_or_reads_otherwise() -> None:
    component = by_origin()
    changes = Changes(component)
    exchange = next(n for n in changes.resolving([0]) if changes[n].kind == "exchanged_origins")
    assert changes.relaxed([exchange]) == (
        frozenset(),
        {0: component.intervals[1], 1: component.intervals[0]},
    )
    set_aside, readings = changes.relaxed([exchange, changes.of_element[0]])
    assert set_aside == {0}
    assert readings.keys() == {1}


def test_one_change_of_zones_breaks_all_relations_of_its_entity() -> None:
    sheet = Sheet(entity="board:north")
    for window, quotes, zones in ((MIDDLE, ("12", "8"), ("kcn",)), (END, ("30", "20"), ("kcn", "kkt"))):
        sheet.window = window
        for origin, quote in zip(("fdi", "ddi"), quotes, strict=True):
            sheet.add("projects_active", quote, origin, zones=zones)
    sheet.window = Window.of_months(2019, 7, 12)
    sheet.licences("10", "6", "4")
    component = sheet.component
    breaking = [i for i, r in enumerate(component.relations) if r.cause == "coverage_break"]
    assert len(breaking) == 2
    first = Changes(component).of_element[len(component.figures) + breaking[0]]
    assert Changes(component)[first].elements == {len(component.figures) + i for i in breaking}
    assert Changes(component)[first].cost == load_repairs()["coverage_break"].cost


def test_costs_within_a_range() -> None:
    component = by_origin()
    changes, one = Changes(component), 10**component.digits
    exact = changes.within(1, (379 * one, 379 * one))
    assert [(r.kind, int(r.value)) for r, _ in exact] == [("confused_digit", 379)]
    assert changes.cost_within(1, (379 * one, 379 * one)) < exact[0][0].cost
    assert changes.cost_within(1, (2 * one, 2 * one)) == pytest.approx(unexplained_cost())
    assert changes.cost_within(1, (None, None)) < changes.cost_within(1, (300 * one, 400 * one))


def test_one_or_the_other_is_likelier_than_either() -> None:
    assert joined_cost([2.0]) == pytest.approx(2.0)
    assert joined_cost([2.0, 2.0]) == pytest.approx(2.0 - math.log(2))
