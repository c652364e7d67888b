"""Errors that tables show rather than single figures, from the printed figures to who is named first."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

import pytest

from kcn_pipeline.quantities import Interval
from kcn_pipeline.reconciliation.localisation.localise import Localisation
from kcn_pipeline_tests.unit.reconciliation.builders import END, HALF, YEAR
from kcn_pipeline_tests.unit.reconciliation.sheets import BILLION, BLOC, Sheet, told

BOARDS: Final = tuple(f"board:{name}" for name in ("east", "north", "south", "upper", "west"))
EXPORTS: Final = ("1,243", "0,867", "0,412", "0,158", "2,391")
YEAR_BEFORE: Final = ("1,105", "0,802", "0,377", "0,149", "2,214")
TOTAL, TOTAL_BEFORE = "5,071", "4,647"
LICENCES: Final = (("41", "19", "22"), ("36", "14", "22"), ("27", "9", "18"), ("18", "5", "13"), ("53", "31", "22"))
ALL_LICENCES: Final = ("175", "78", "97")
Suspects = list[tuple[str, str | None, str | None]]


def exports(quotes: tuple[str, ...] = EXPORTS, total: str = TOTAL) -> Sheet:
    """What five boards and their bloc export in a year and the year before."""
    sheet = Sheet(members=BOARDS)
    for window, bloc, boards in ((YEAR.year_earlier(), TOTAL_BEFORE, YEAR_BEFORE), (YEAR, total, quotes)):
        sheet.window = window
        for entity, quote in ((BLOC, bloc), *zip(BOARDS, boards, strict=True)):
            sheet.entity = entity
            sheet.add("exports", quote, None, "USD", BILLION)
    return sheet


def licences(boards: tuple[tuple[str, str, str], ...] = LICENCES, total: tuple[str, str, str] = ALL_LICENCES) -> Sheet:
    sheet = Sheet(members=BOARDS)
    for entity, quotes in ((BLOC, total), *zip(BOARDS, boards, strict=True)):
        sheet.entity = entity
        sheet.licences(*quotes)
    return sheet


def named(sheet: Sheet) -> Suspects:
    """Entity, kind of the first repair and repaired value of every suspect of the likeliest answer."""
    found = sheet.localisation()
    assert found.finished
    return of_answer(found)


def of_answer(found: Localisation, number: int = 0) -> Suspects:
    rows: Suspects = []
    for suspect in found.answers[number].suspects:
        entity = found.component.place(suspect.element).series.entity
        first = suspect.readings[0] if suspect.readings else None
        kind = suspect.alike if first is None else first.kind
        rows.append((entity, kind, None if first is None else f"{first.value.normalize():f}"))
    return sorted(rows, key=str)


def other(of: int, quote: str) -> tuple[str, ...]:
    """The exports with another figure of one board."""
    return (*EXPORTS[:of], quote, *EXPORTS[of + 1 :])


def test_what_is_right_is_not_suspected() -> None:
    assert exports().localised() == []
    assert licences().localised() == []


@pytest.mark.parametrize(("total", "kind"), [("4,913", "left_out_part"), ("5,938", "double_counted_part")])
def test_a_total_without_a_board_or_with_one_twice(total: str, kind: str) -> None:
    assert named(exports(total=total)) == [(BLOC, kind, "5071000000")]


def test_a_total_with_a_board_twice_in_every_origin() -> None:
    twice = named(licences(total=("216", "97", "119")))
    assert twice == [(BLOC, "double_counted_part", value) for value in ("175", "78", "97")]


def test_a_figure_left_standing_from_last_year() -> None:
    assert named(exports(other(4, YEAR_BEFORE[4]))) == [(BOARDS[4], "last_years_figure", None)]
    assert named(exports(total=TOTAL_BEFORE)) == [(BLOC, "last_years_figure", None)]


def test_figures_of_two_boards_in_each_others_place() -> None:
    _, north, _, *rest = LICENCES
    swapped = licences((("41", "9", "22"), north, ("27", "19", "18"), *rest))
    assert named(swapped) == [(BOARDS[0], "exchanged_members", "19"), (BOARDS[2], "exchanged_members", "9")]


def test_lines_of_two_boards_in_each_others_place_that_only_growth_tells() -> None:
    sheet = exports((EXPORTS[4], *EXPORTS[1:4], EXPORTS[0]))
    for board, percent in ((BOARDS[0], "12.5"), (BOARDS[4], "8.0")):
        sheet.entity = board
        sheet.says("exports", percent, "yoy")
    exchanged = [(BOARDS[0], "exchanged_members", "1243000000"), (BOARDS[4], "exchanged_members", "2391000000")]
    assert named(sheet) == exchanged


def test_a_line_copied_from_another_board_is_one_of_the_two() -> None:
    east, north, _, *rest = LICENCES
    found = licences((east, north, north, *rest)).localisation()
    copies = [of_answer(found, number) for number in (0, 1)]
    assert sorted({row[0] for copy in copies for row in copy}) == sorted(BOARDS[1:3])
    assert all(row[1] == "another_boards_figure" for copy in copies for row in copy)
    assert len(found.best) == 2


def test_a_board_that_printed_its_blocs_line() -> None:
    *others, (_, _, _), last = LICENCES
    printed = named(licences((*others, ALL_LICENCES, last)))
    assert printed == [(BOARDS[3], "another_boards_figure", value) for value in ("13", "18", "5")]


def test_half_and_year_in_each_others_place() -> None:
    sheet = Sheet(entity=BOARDS[0])
    for window, quote in ((HALF, "2,391"), (YEAR, "1,102"), (YEAR.year_earlier(), "2,214")):
        sheet.window = window
        sheet.add("exports", quote, None, "USD", BILLION)
    sheet.window = YEAR
    sheet.says("exports", "8.0", "yoy")
    assert [kind for _, kind, _ in named(sheet)] == ["exchanged_windows"] * 2


def test_a_percentage_without_its_decimal_mark() -> None:
    sheet = Sheet(entity=BOARDS[0])
    for window, quote in ((YEAR, "2,391"), (YEAR.year_earlier(), "2,214")):
        sheet.window = window
        sheet.add("exports", quote, None, "USD", BILLION)
    sheet.window = YEAR
    sheet.quotes["said:0"] = "80%"
    sheet.says("exports", "80", "yoy")
    (said,) = sheet.localisation().answers[0].reread
    assert (said.readings[0].kind, said.readings[0].value) == ("misplaced_mark", Decimal(8))


def test_no_figure_is_accused_twice_in_one_answer() -> None:
    _, _, *rest = LICENCES
    found = licences((("41", "9", "22"), ("36", "14", "2"), *rest)).localisation()
    for answer in found.answers:
        elements = [suspect.element for suspect in answer.suspects]
        assert len(elements) == len(set(elements))


def test_a_dash_taken_for_a_minus_sign() -> None:
    assert named(exports(other(3, "-0,158"))) == [(BOARDS[3], "sign", "158000000")]


def test_a_hedge_used_more_widely_than_usual() -> None:
    sheet = Sheet(members=BOARDS)
    sheet.add("projects_licensed", "500", "fdi", bound="lower")
    for board, quote in zip(BOARDS, ("110", "120", "130", "90", "110"), strict=True):
        sheet.entity = board
        sheet.add("projects_licensed", quote, "fdi")
    assert named(sheet) == [(BLOC, "loose_hedge", "500")]


def test_nothing_is_given_up_that_need_not_be() -> None:
    east, _, *rest = LICENCES
    found = licences((east, ("36", "74", "22"), *rest)).localisation()
    assert told(found) == [("projects_licensed", "fdi", "confused_digit", "14")]
    for answer in found.answers:
        for suspect in answer.suspects:
            assert not found.component.figures[suspect.element].amount.interval.overlaps(suspect.feasible)


def test_what_is_left_for_a_count_is_a_whole_number_and_not_below_nothing() -> None:
    sheet = Sheet(entity=BOARDS[0], window=END)
    sheet.add("workers", "21.980", None, "person")
    sheet.add("workers_female", "41.200", None, "person")
    found = sheet.localisation()
    suspects = [suspect for answer in found.answers for suspect in answer.suspects]
    left = {found.component.place(s.element).series.metric: s.feasible for s in suspects}
    assert left["workers_female"] == Interval(Decimal(0), Decimal(21980))
