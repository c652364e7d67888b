"""Who is wrong, from figures to answers: one contradiction a test."""

from __future__ import annotations

from datetime import date

import pytest

from kcn_pipeline.periods import HalfYear, Window
from kcn_pipeline.reconciliation.localisation.localise import localise
from kcn_pipeline_tests.unit.reconciliation.builders import END, H1, H2, HALF, MIDDLE, YEAR
from kcn_pipeline_tests.unit.reconciliation.sheets import BILLION, BLOC, BOARDS, MILLION, Sheet, told


@pytest.mark.parametrize(
    ("total", "fdi", "ddi", "suspect"),
    [
        ("532", "319", "153", ("projects_licensed", "fdi", "confused_digit", "379")),
        ("541", "397", "162", ("projects_licensed", "fdi", "transposed_digits", "379")),
        ("532", "37", "495", None),
        ("1.532", "1.379", "15", ("projects_licensed", "ddi", "lost_digit", "153")),
        ("1.532", "1.379", "1553", ("projects_licensed", "ddi", "doubled_digit", "153")),
        ("1.532", "1.379", "7.777", ("projects_licensed", "ddi", "unexplained", "153")),
    ],
)
def test_a_misprint_in_a_total_by_origin(
    total: str, fdi: str, ddi: str, suspect: tuple[str, str, str, str] | None
) -> None:
    sheet = Sheet(entity="board:north")
    sheet.licences(total, fdi, ddi)
    found = sheet.localised()
    if suspect is None:
        assert found == []
        return
    assert told(found[0]) == [suspect]


def test_a_misread_decimal_mark_is_mended_by_its_share() -> None:
    sheet = Sheet(window=MIDDLE)
    sheet.add("capital_registered", "51.390", "fdi", "USD", BILLION)
    sheet.add("capital_disbursed_cumulative", "33,617", "fdi", "USD", BILLION)
    sheet.says("capital_disbursed_cumulative", "66", "share", "fdi", base="capital_registered")
    found = sheet.localisation()
    assert told(found) == [("capital_registered", "fdi", "separator", "51390000000")]
    assert found.finished
    assert not found.answers[0].strict, "65.4 % was printed as 66"
    assert len(found.best) == 1


def test_million_for_billion_in_a_sum_of_members() -> None:
    sheet = Sheet(members=BOARDS)
    sheet.add("exports", "6,61", None, "USD", BILLION)
    for board, quote, scale in zip(BOARDS, ("2,2", "3,3", "1,1"), (BILLION, BILLION, MILLION), strict=True):
        sheet.entity = board
        sheet.add("exports", quote, None, "USD", scale)
    assert told(sheet.localisation()) == [("exports", None, "magnitude_word", "1100000000")]


def test_exchanged_origins() -> None:
    sheet = Sheet(members=BOARDS[:2])
    sheet.licences(None, "62", "29")
    for board, fdi, ddi in zip(BOARDS, ("51", "20"), ("9", "11"), strict=False):
        sheet.entity = board
        sheet.licences(None, fdi, ddi)
    assert told(sheet.localisation()) == [
        ("projects_licensed", "ddi", "exchanged_origins", "20"),
        ("projects_licensed", "fdi", "exchanged_origins", "11"),
    ]


def test_equally_likely_answers_are_all_told() -> None:
    sheet = Sheet(entity="board:north")
    sheet.licences("532", "397", "153")
    found = sheet.localisation()
    assert len(found.best) > 1
    suspects = {row[1] for answer in found.best for row in told(found, answer)}
    assert {"fdi", "ddi"} <= suspects


def test_two_errors_far_apart() -> None:
    sheet = Sheet(entity="board:north")
    sheet.licences("532", "319", "153")
    sheet.licences("761", "615", "164", metric="project_adjustments")
    assert sorted(told(found)[0] for found in sheet.localised()) == [
        ("project_adjustments", "ddi", "transposed_digits", "146"),
        ("projects_licensed", "fdi", "confused_digit", "379"),
    ]


def test_two_errors_in_one_component() -> None:
    sheet = Sheet(members=BOARDS)
    sheet.licences("1.000", "700", "300")
    for board, fdi, ddi, total in zip(
        BOARDS, ("319", "250", "71"), ("121", "103", "76"), ("500", "353", "141"), strict=True
    ):
        sheet.entity = board
        sheet.licences(total, fdi, ddi)
    best = told(sheet.localisation())
    assert best == [
        ("projects_licensed", "fdi", "confused_digit", "379"),
        ("projects_licensed", "total", "confused_digit", "147"),
    ]


def test_a_change_of_zones_is_a_competing_explanation() -> None:
    sheet = Sheet(entity="board:north", window=MIDDLE)
    sheet.add("projects_active", "1.915", "ddi", zones=("kcn",))
    sheet.window = END
    sheet.add("projects_active", "2.118", "ddi", zones=("kcn", "kkt"))
    sheet.window = Window.of_months(2019, 7, 12)
    sheet.add("projects_licensed", "84", "ddi")
    found = sheet.localisation()
    assert told(found) == []
    assert [found.component.relation(e).cause for e in found.answers[0].relations] == ["coverage_break"]


def test_the_half_does_not_exceed_the_year() -> None:
    sheet = Sheet(entity="board:north")
    sheet.add("exports", "4,8", None, "USD", BILLION)
    sheet.window = HALF
    sheet.add("exports", "2.350", None, "USD", BILLION)
    assert told(sheet.localisation()) == [("exports", None, "separator", "2350000000")]


def test_cut_percentages_hedges_and_rounding_are_no_error() -> None:
    sheet = Sheet(entity="board:north")
    sheet.add("dossiers_received", "2.922", None, "dossier")
    sheet.add("dossiers_resolved", "2.892", None, "dossier")
    sheet.says("dossiers_resolved", "98", "share", base="dossiers_received")
    sheet.add("capital_new_and_increase", "350", "fdi", "USD", MILLION, "lower")
    sheet.add("capital_new", "93", "fdi", "USD", MILLION, "lower")
    sheet.add("capital_increase", "230", "fdi", "USD", MILLION, "lower")
    for origin, quote in (("total", "1,0"), ("fdi", "0,6"), ("ddi", "0,5")):
        sheet.add("capital_disbursed", quote, origin, "USD", BILLION)
    assert sheet.localised() == []


def test_a_period_is_told_what_concerns_it() -> None:
    sheet = Sheet(entity="board:north", window=HALF)
    sheet.licences("255", "286", "69")
    assert sheet.localised(period=H2) == []
    assert len(sheet.localised(period=H1)) == 1


def test_without_time_the_contradiction_is_told_and_not_explained() -> None:
    sheet = Sheet(entity="board:north")
    sheet.licences("532", "319", "153")
    found = sheet.localisation(time_limit=0)
    assert not found.finished
    assert found.answers == found.best == ()
    assert found.conflicts[0].figures == found.accused & {0, 1, 2} == {0, 1, 2}


def test_more_errors_than_are_searched_for_are_not_called_finished() -> None:
    sheet = Sheet(members=tuple(f"board:b{i}" for i in range(6)))
    sheet.licences("60", None, None)
    for board in sheet.members:
        sheet.entity = board
        sheet.licences("10", "777", "888")
    found = sheet.localisation()
    assert not found.finished
    assert found.conflicts


def test_no_data_at_all() -> None:
    assert localise(Sheet().system) == []
    assert localise(Sheet().system, HalfYear(2019, 2)) == []


def test_zeros_and_figures_below_nothing() -> None:
    sheet = Sheet(entity="board:north")
    sheet.licences("0", "0", "0")
    sheet.add("capital_new", "-5", "fdi", "USD", MILLION)
    sheet.says("projects_licensed", "0", "share", "fdi", base="projects_licensed")
    assert sheet.localised() == []
    sheet.licences("0", "3", "-4", metric="project_adjustments")
    assert sheet.localisation().answers


@pytest.mark.parametrize(("quote", "wrong"), [("17", False), ("18", True)])
def test_a_bloc_with_one_member(quote: str, wrong: bool) -> None:
    sheet = Sheet(members=BOARDS[:1])
    sheet.licences("17", None, None)
    sheet.entity = BOARDS[0]
    sheet.licences(quote, None, None)
    assert bool(sheet.localised()) == wrong


def test_a_bloc_that_is_its_own_member() -> None:
    sheet = Sheet(members=(BLOC, BOARDS[0]))
    sheet.licences("17", None, None)
    sheet.entity = BOARDS[0]
    sheet.licences("17", None, None)
    assert sheet.localised() == []


def test_figures_that_contradict_each_other_in_every_way() -> None:
    sheet = Sheet(members=BOARDS)
    for window in (YEAR, HALF, Window.of_months(2019, 7, 12), Window(None, date(2019, 12, 31))):
        sheet.window = window
        for entity, quotes in zip((BLOC, *BOARDS), (("1", "9", "7"), ("80", "3", "5"), ("2", "2", "2")), strict=False):
            sheet.entity = entity
            sheet.licences(*quotes)
    assert all(found.conflicts for found in sheet.localised())
