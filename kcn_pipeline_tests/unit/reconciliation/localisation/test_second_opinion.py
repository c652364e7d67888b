"""The mixed-integer programme over the members of conflicts."""

from __future__ import annotations

import time

import pytest

from kcn_pipeline.reconciliation.localisation.answers import Answer
from kcn_pipeline.reconciliation.localisation.changes import Changes
from kcn_pipeline.reconciliation.localisation.hitting_sets import search
from kcn_pipeline.reconciliation.localisation.second_opinion import second_opinion
from kcn_pipeline.reconciliation.localisation.solver import Solver
from kcn_pipeline_tests.unit.reconciliation.sheets import BILLION, BOARDS, Sheet


def both(sheet: Sheet, seconds: float = 20.0) -> tuple[list[Answer], Answer | None]:
    """The answers of the search, and that of the programme over its conflicts."""
    component = sheet.component
    solver, changes = Solver(component), Changes(component)
    found = search(solver, changes, time.monotonic() + 20)
    return found.answers, second_opinion(solver, changes, found.conflicts, seconds)


def members(*quotes: tuple[str, str, str]) -> Sheet:
    """Two boards that should sum up to their bloc."""
    sheet = Sheet(members=BOARDS[:2])
    sheet.licences("647", "450", "197")
    for board, printed in zip(BOARDS, quotes, strict=False):
        sheet.entity = board
        sheet.licences(*printed)
    return sheet


@pytest.mark.parametrize(
    "sheet",
    [
        members(("500", "319", "121"), ("147", "71", "76")),
        members(("500", "319", "121"), ("141", "71", "76")),
    ],
)
def test_both_ways_agree_on_the_best(sheet: Sheet) -> None:
    searched, programmed = both(sheet)
    assert programmed is not None
    assert searched[0].changes == programmed.changes
    assert searched[0].cost == pytest.approx(programmed.cost)


def test_soft_relations_are_weighed_too() -> None:
    sheet = Sheet(entity="board:north")
    sheet.add("exports", "4,8", None, "USD", BILLION)
    sheet.says("exports", "90.5", "yoy")
    sheet.window = sheet.window.year_earlier()
    sheet.add("exports", "4,1", None, "USD", BILLION)
    searched, programmed = both(sheet)
    assert programmed is not None
    assert programmed.relations == (2,)
    assert programmed.changes == searched[0].changes


def test_thousandfold_errors_do_not_pass_as_rounding() -> None:
    sheet = Sheet(members=BOARDS)
    sheet.add("capital_new", "5.890,5", "fdi", "VND", BILLION)
    for board, quote in zip(BOARDS, ("2.935,2", "1,955", "1.000,1"), strict=True):
        sheet.entity = board
        sheet.add("capital_new", quote, "fdi", "VND", BILLION)
    _, programmed = both(sheet)
    assert programmed is not None
    assert [suspect.readings[0].kind for suspect in programmed.suspects] == ["separator"]


def test_no_time_no_opinion() -> None:
    assert both(members(("500", "319", "121"), ("147", "71", "76")), seconds=0)[1] is None


def test_conflicts_that_cannot_be_resolved_give_none() -> None:
    sheet = members(("500", "319", "121"), ("147", "71", "76"))
    component = sheet.component
    assert second_opinion(Solver(component), Changes(component), [], 5.0) is None
