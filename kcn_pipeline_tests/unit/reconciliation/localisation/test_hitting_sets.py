"""The search for what to give up."""

from __future__ import annotations

import time
from itertools import combinations

from kcn_pipeline.reconciliation.localisation.answers import score
from kcn_pipeline.reconciliation.localisation.changes import Changes
from kcn_pipeline.reconciliation.localisation.hitting_sets import WIDEST_GAP, Search, search
from kcn_pipeline.reconciliation.localisation.solver import Solver
from kcn_pipeline_tests.unit.reconciliation.builders import HALF
from kcn_pipeline_tests.unit.reconciliation.sheets import BOARDS, Sheet


def searched(sheet: Sheet, seconds: float = 20.0) -> Search:
    component = sheet.component
    return search(Solver(component), Changes(component), time.monotonic() + seconds)


def bloc() -> Sheet:
    sheet = Sheet(members=BOARDS)
    sheet.licences("1.000", "700", "300")
    for board, quotes in zip(BOARDS, (("500", "319", "121"), ("353", "250", "103"), ("147", "71", "76")), strict=True):
        sheet.entity = board
        sheet.licences(*quotes)
    sheet.window = HALF
    sheet.licences("60", "40", None)
    return sheet


def test_answers_come_likeliest_first_and_no_wider_than_the_gap() -> None:
    found = searched(bloc())
    costs = [answer.cost for answer in found.answers]
    assert found.finished
    assert costs == sorted(costs)
    assert costs[0] < costs[-1] + WIDEST_GAP
    assert len({answer.changes for answer in found.answers}) == len(costs)


def test_every_answer_hits_every_conflict_among_the_figures_as_published() -> None:
    found, component = searched(bloc()), bloc().component
    changes = Changes(component)
    for answer in found.answers:
        given_up = {e for number in answer.changes for e in changes[number].elements}
        assert all(conflict.members & given_up for conflict in found.conflicts if not conflict.readings)


def test_no_single_or_double_change_beats_the_best() -> None:
    component = bloc().component
    changes, solver = Changes(component), Solver(component)
    best = searched(bloc()).answers[0]
    numbers = changes.resolving(range(len(component.figures)))
    tried = [frozenset({n}) for n in numbers] + [frozenset(pair) for pair in combinations(numbers[:9], 2)]
    scores = [score(solver, changes, given_up) for given_up in tried]
    assert min(answer.cost for answer in scores if answer is not None) >= best.cost - 1e-9


def test_what_can_hold_needs_nothing_given_up() -> None:
    sheet = Sheet(entity="board:north")
    sheet.licences("532", "379", "153")
    (answer,) = searched(sheet).answers
    assert answer.changes == frozenset()
    assert answer.cost == 0


def test_time_ends_the_search_after_the_first_conflict() -> None:
    found = searched(bloc(), seconds=-1)
    assert not found.finished
    assert found.answers == []
    assert len(found.conflicts) == 1


def test_the_same_search_gives_the_same_answers() -> None:
    one, other = searched(bloc()), searched(bloc())
    assert [(a.changes, a.cost) for a in one.answers] == [(a.changes, a.cost) for a in other.answers]
