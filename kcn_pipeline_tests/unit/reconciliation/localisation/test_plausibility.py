"""Answers weighed by what the same cell was at other times."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from kcn_pipeline.periods import Window
from kcn_pipeline.quantities import Interval
from kcn_pipeline.reconciliation.localisation.answers import Answer, Suspect, score
from kcn_pipeline.reconciliation.localisation.changes import Changes
from kcn_pipeline.reconciliation.localisation.linear_system import components
from kcn_pipeline.reconciliation.localisation.plausibility import Plausibility, best_first
from kcn_pipeline.reconciliation.localisation.repairs import Reading
from kcn_pipeline.reconciliation.localisation.solver import Solver
from kcn_pipeline_tests.unit.reconciliation.builders import END, HALF, MIDDLE, YEAR
from kcn_pipeline_tests.unit.reconciliation.sheets import BOARDS, MILLION, Sheet, told

NINE_MONTHS = Window.of_months(2019, 1, 9)


def land() -> Sheet:
    """A board whose leased land was 863 ha and is printed as 363; another could have been misprinted instead."""
    sheet = Sheet(members=BOARDS[:2], window=MIDDLE)
    for board, quote in zip(BOARDS, ("850", "2.200"), strict=False):
        sheet.entity = board
        sheet.add("leased_area", quote, None, "ha")
    sheet.entity, sheet.window = "bloc:made-up", END
    sheet.add("leased_area", "3.087", None, "ha")
    for board, quote in zip(BOARDS, ("363", "2.224"), strict=False):
        sheet.entity = board
        sheet.add("leased_area", quote, None, "ha")
    return sheet


def answers(sheet: Sheet) -> list[tuple[Answer, float]]:
    """The answer that gives up each figure of the last day alone, with its surprise."""
    component = sheet.localisation().component
    solver, changes = Solver(component), Changes(component)
    weigh = Plausibility(sheet.system, component)
    elements = [e for e in range(len(component.figures)) if component.place(e).window in (END, YEAR)]
    found = [score(solver, changes, frozenset({changes.of_element[e]})) for e in elements]
    return [(answer, weigh.surprise(answer)) for answer in found if answer is not None]


def test_a_repair_that_fits_the_report_before_gains_and_another_loses() -> None:
    sheet = land()
    found = sheet.localisation()
    by_entity = {
        found.component.place(answer.suspects[0].element).series.entity: surprise for answer, surprise in answers(sheet)
    }
    assert by_entity[BOARDS[0]] < -3
    assert by_entity[BOARDS[1]] > 1
    assert by_entity["bloc:made-up"] == 0, "nothing to compare it with"
    assert found.component.place(found.answers[0].suspects[0].element).series.entity == BOARDS[0]


def test_flows_are_compared_with_the_same_months_alone() -> None:
    sheet = Sheet(entity="board:north", window=YEAR.year_earlier())
    sheet.licences(None, "370", None)
    sheet.window = YEAR
    sheet.licences("532", "37", "153")
    sheet.says("projects_licensed", "2", "yoy", "fdi")
    assert told(sheet.localisation()) == [("projects_licensed", "fdi", "lost_digit", "379")]
    weighed = {told(sheet.localisation(), answer)[0][1]: surprise for answer, surprise in answers(sheet)}
    assert weighed["fdi"] < 0


@pytest.mark.parametrize("quote", ["0", "-4"])
def test_nothing_and_less_say_nothing(quote: str) -> None:
    sheet = Sheet(entity="board:north", window=YEAR.year_earlier())
    sheet.licences(None, quote, None)
    sheet.says("projects_licensed", "5", "yoy", "total", window=YEAR)
    sheet.window = YEAR
    sheet.licences("532", "319", "153")
    sheet.says("projects_licensed", "5", "change", "fdi", unit="project")
    for answer, surprise in answers(sheet):
        if told(sheet.localisation(), answer)[0][1] == "fdi":
            assert surprise == 0


def test_another_part_of_the_year_speaks_by_the_month() -> None:
    """Nine months printed a thousandfold too small contradict the half; only the year tells which is wrong."""
    sheet = Sheet(entity="board:north")
    for window, quote in ((HALF, "1.200"), (NINE_MONTHS, "1,997"), (YEAR, "3.360")):
        sheet.window = window
        sheet.add("exports", quote, None, "USD", MILLION)
    found = sheet.localisation()
    assert told(found) == [("exports", None, "separator", "1997000000")]
    assert found.component.place(found.answers[0].suspects[0].element).window == NINE_MONTHS


def leased(*peers: str) -> Sheet:
    """A board's leased land of two days, one a thousandfold too small or the other too great, beside that of others."""
    sheet = Sheet(entity="board:north", window=MIDDLE)
    sheet.add("leased_area", "2,900", None, "ha")
    sheet.window = END
    sheet.add("leased_area", "2.914", None, "ha")
    sheet.says("leased_area", "0.5", "yoy", window=END)
    for number, quote in enumerate(peers):
        sheet.entity, sheet.window = f"board:peer-{number}", MIDDLE
        sheet.add("leased_area", quote, None, "ha")
    return sheet


def surprise_of_a_thousandfold(sheet: Sheet) -> float:
    """Of reading the smaller of the two as three digits more."""
    component = next(c for c in components(sheet.system) if MIDDLE in {p.window for p in c.places})
    element = next(e for e in range(len(component.figures)) if component.place(e).window == MIDDLE)
    reading = Reading("separator", Decimal(2900), Interval.exactly(Decimal(2900)), 6.0)
    answer = Answer(frozenset(), (Suspect(element, Interval(None, None), (reading,)),), (), 6.0)
    return Plausibility(sheet.system, component).surprise(answer)


def test_peers_speak_where_they_are_several() -> None:
    alone = surprise_of_a_thousandfold(leased())
    assert surprise_of_a_thousandfold(leased("1.200", "800")) == alone < -5
    assert surprise_of_a_thousandfold(leased("1.200", "2.500", "800")) < alone - 2


def test_readings_that_fit_the_report_before_come_first() -> None:
    sheet = Sheet(entity="board:north", window=YEAR.year_earlier())
    sheet.add("capital_new", "500", "total", "USD", MILLION)
    sheet.window = YEAR
    sheet.add("capital_new", "259", "total", "USD", MILLION)
    sheet.add("capital_new", "280", "fdi", "USD", MILLION)
    found = sheet.localisation()
    total = next(a for a in found.answers if [row[1] for row in told(found, a)] == ["total"])
    readings = total.suspects[0].readings
    values = [reading.value for reading in readings]
    assert values.index(Decimal(529 * 10**6)) < values.index(Decimal(295 * 10**6))
    assert [reading.cost for reading in readings] == sorted(reading.cost for reading in readings)


def test_order() -> None:
    cheap, dear = Answer(frozenset({3}), (), (), 1.0), Answer(frozenset({1}), (), (), 2.0)
    tied = replace(dear, changes=frozenset({0}))
    assert best_first([dear, cheap, tied]) == [cheap, tied, dear]
