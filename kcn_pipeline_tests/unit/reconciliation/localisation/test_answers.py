"""Fitting readings into what the other figures leave."""

from __future__ import annotations

import math

import pytest

from kcn_pipeline.reconciliation.localisation.answers import Answer, score, widened
from kcn_pipeline.reconciliation.localisation.changes import Changes
from kcn_pipeline.reconciliation.localisation.repairs import unexplained_cost
from kcn_pipeline.reconciliation.localisation.solver import Solver
from kcn_pipeline.reference.repairs import load_repairs
from kcn_pipeline_tests.unit.reconciliation.sheets import BOARDS, Sheet


def answer_of(sheet: Sheet, *figures: tuple[str, str]) -> Answer | None:
    """The answer that gives up some figures, named by entity and origin."""
    component = sheet.component
    changes = Changes(component)
    places = {(p.series.entity, p.series.origin): i for i in range(len(component.figures)) if (p := component.place(i))}
    return score(Solver(component), changes, frozenset(changes.of_element[places[name]] for name in figures))


def by_origin() -> Sheet:
    sheet = Sheet(entity="board:north")
    sheet.licences("532", "319", "153")
    return sheet


def test_a_figure_is_read_as_the_others_allow() -> None:
    answer = answer_of(by_origin(), ("board:north", "fdi"))
    assert answer is not None
    (suspect,) = answer.suspects
    assert [int(reading.value) for reading in suspect.readings] == [379]
    assert suspect.feasible.lo is not None
    assert suspect.feasible.hi is not None
    assert 378 < suspect.feasible.lo <= 379 <= suspect.feasible.hi < 380
    assert answer.cost < suspect.readings[0].cost < unexplained_cost()


def test_a_figure_that_nothing_explains_is_what_the_others_leave() -> None:
    answer = answer_of(by_origin(), ("board:north", "ddi"))
    assert answer is not None
    (reading,) = answer.suspects[0].readings
    assert reading.kind == "unexplained"
    assert reading.value == 213
    assert answer.cost == pytest.approx(unexplained_cost())


def test_giving_up_too_little_is_no_answer() -> None:
    sheet = by_origin()
    sheet.entity = "board:south"
    sheet.members = ("board:north", "board:south")
    sheet.licences("100", "10", "20")
    sheet.entity = "bloc:made-up"
    sheet.licences("632", None, None)
    assert answer_of(sheet, ("board:north", "fdi")) is None


def test_several_figures_are_read_one_inside_the_other() -> None:
    sheet = Sheet(members=BOARDS[:2])
    sheet.licences("679", "479", "200")
    for board, quotes in zip(BOARDS, (("532", "319", "153"), ("147", "100", "41")), strict=False):
        sheet.entity = board
        sheet.licences(*quotes)
    answer = answer_of(sheet, (BOARDS[0], "fdi"), (BOARDS[1], "ddi"))
    assert answer is not None
    assert sorted(int(s.readings[0].value) for s in answer.suspects) == [47, 379]
    assert answer.cost == pytest.approx(sum(s.readings[0].cost for s in answer.suspects), abs=0.1)


def test_relations_given_up_cost_what_the_catalogue_says() -> None:
    sheet = Sheet(entity="board:north")
    sheet.add("exports", "100", None, "USD", 6)
    sheet.says("exports", "50", "yoy")
    sheet.window = sheet.window.year_earlier()
    sheet.add("exports", "93", None, "USD", 6)
    component = sheet.component
    changes = Changes(component)
    answer = score(Solver(component), changes, frozenset({changes.of_element[2]}))
    assert answer is not None
    assert (answer.suspects, answer.relations) == ((), (2,))
    assert answer.given_up == {2}
    assert answer.cost == load_repairs()["stated_percentage"].cost


@pytest.mark.parametrize(
    ("found", "ends"),
    [((10.0, 20.0), (9, 21)), ((-math.inf, 0.0), (None, 1)), ((5.0, math.inf), (4, None))],
)
def test_widening_is_outwards(found: tuple[float, float], ends: tuple[int | None, int | None]) -> None:
    assert widened(found, 100.0) == ends
