"""Errors of several figures at once, or of one by another."""

from __future__ import annotations

from datetime import date

from kcn_pipeline.periods import Window
from kcn_pipeline.reconciliation.localisation.joint_changes import Change, Published, joint_changes
from kcn_pipeline.reconciliation.localisation.linear_system import Component, Place
from kcn_pipeline.reference.repairs import Misreading, load_repairs
from kcn_pipeline_tests.unit.reconciliation.builders import END, HALF, YEAR
from kcn_pipeline_tests.unit.reconciliation.sheets import BILLION, BLOC, BOARDS, Sheet

SECOND_HALF = Window.of_months(2019, 7, 12)
NORTH, SOUTH, _ = BOARDS
Named = dict[tuple[str, str | None], str]


def published(component: Component) -> Published:
    return {component.place(e): figure.amount for e, figure in enumerate(component.figures)}


def of_kind(component: Component, kind: Misreading, beside: Published | None = None) -> list[Change]:
    known = {**published(component), **(beside or {})}
    return [change for change in joint_changes(component, known) if change.kind == kind]


def named(component: Component, change: Change) -> Named:
    """What each figure of a change reads as; of one without readings, what was published."""
    read = {e: reading.value for e, reading, _ in change.readings}
    found = {}
    for element in change.elements:
        series = component.place(element).series
        value = read.get(element, component.figures[element].amount.value)
        found[series.entity, series.origin] = f"{value.normalize():f}"
    return found


def three_boards() -> Sheet:
    """A bloc with two boards, all published."""
    sheet = Sheet(members=BOARDS[:2])
    sheet.licences("77", "33", "44")
    for board, quotes in zip(BOARDS, (("41", "19", "22"), ("36", "14", "22")), strict=False):
        sheet.entity = board
        sheet.licences(*quotes)
    return sheet


def test_fdi_and_domestic_figures_are_exchanged_where_they_differ() -> None:
    component = three_boards().component
    found = [named(component, change) for change in of_kind(component, "exchanged_origins")]
    assert {(NORTH, "fdi"): "22", (NORTH, "ddi"): "19"} in found
    sheet = Sheet(entity=NORTH)
    sheet.licences("10", "5", "5")
    assert of_kind(sheet.component, "exchanged_origins") == []


def test_figures_of_two_boards_are_exchanged_one_by_one_and_as_a_line() -> None:
    component = three_boards().component
    found = [named(component, change) for change in of_kind(component, "exchanged_members")]
    fdi, total = {(NORTH, "fdi"): "14", (SOUTH, "fdi"): "19"}, {(NORTH, "total"): "36", (SOUTH, "total"): "41"}
    assert len(found) == 3, "the domestic figures are the same"
    assert all(change in found for change in (fdi, total, fdi | total))


def test_figures_of_a_bloc_and_a_board_are_not_exchanged() -> None:
    component = three_boards().component
    entities = {entity for c in of_kind(component, "exchanged_members") for entity, _ in named(component, c)}
    assert entities == {NORTH, SOUTH}


def test_figures_of_two_windows_of_a_year_are_exchanged() -> None:
    component = halves("1,289").component
    found = [named(component, change) for change in of_kind(component, "exchanged_windows")]
    assert len(found) == 3
    windows = [{component.place(e).window for e in c.elements} for c in of_kind(component, "exchanged_windows")]
    assert {HALF, YEAR} in windows


def test_a_change_tells_who_took_part() -> None:
    component = three_boards().component
    (line,) = (c for c in of_kind(component, "exchanged_members") if len(c.elements) == 4)
    told = {component.place(e).series.entity: reading.about for e, reading, _ in line.readings}
    assert told == {NORTH: SOUTH, SOUTH: NORTH}
    left_out = {r.about for c in of_kind(component, "left_out_part") for _, r, _ in c.readings}
    assert left_out == {NORTH, SOUTH, "fdi", "ddi"}
    (cumulated,) = of_kind(halves("2,391").component, "cumulated_window")
    assert [reading.about for _, reading, _ in cumulated.readings] == ["2019-01-01/2019-06-30"]


def test_a_part_may_be_left_out_or_counted_twice() -> None:
    component = three_boards().component
    left_out, twice = (
        [named(component, change) for change in of_kind(component, kind)]
        for kind in ("left_out_part", "double_counted_part")
    )
    bloc = "bloc:made-up"
    assert {(bloc, "total"): "118"} in left_out, "the total without the first board"
    assert {(bloc, "total"): "118", (bloc, "fdi"): "52", (bloc, "ddi"): "66"} in left_out, "its whole line"
    assert {(bloc, "total"): "36", (bloc, "fdi"): "14", (bloc, "ddi"): "22"} in twice
    assert {(bloc, "total"): "44"} in twice, "the total that has its FDI twice"
    assert {(NORTH, "total"): "60"} in left_out, "FDI + domestic, of which only the total was printed"


def test_a_part_counts_twice_only_where_something_is_left() -> None:
    sheet = Sheet(entity=NORTH)
    sheet.licences("10", "19", "3")
    assert [named(sheet.component, c) for c in of_kind(sheet.component, "double_counted_part")] == [
        {(NORTH, "total"): "7"}
    ]


def test_sums_with_an_unpublished_part_explain_nothing() -> None:
    sheet = Sheet(members=BOARDS)
    sheet.licences("77", None, None)
    sheet.entity = NORTH
    sheet.licences("41", None, None)
    assert of_kind(sheet.component, "left_out_part") == []


def test_the_likelier_the_fewer_parts_there_are() -> None:
    component = three_boards().component
    costs = {len(named(component, c)): c.cost for c in of_kind(component, "left_out_part")}
    assert min(costs.values()) > load_repairs()["left_out_part"].cost


def halves(second: str) -> Sheet:
    sheet = Sheet(entity=NORTH)
    for window, quote in ((HALF, "1,102"), (SECOND_HALF, second), (YEAR, "2,391")):
        sheet.window = window
        sheet.add("exports", quote, None, "USD", BILLION)
    return sheet


def test_a_window_may_include_the_one_before() -> None:
    component = halves("2,391").component
    (change,) = of_kind(component, "cumulated_window")
    assert named(component, change) == {(NORTH, None): "1289000000"}
    assert component.place(next(iter(change.elements))).window == SECOND_HALF


def test_a_window_smaller_than_the_one_before_includes_nothing_of_it() -> None:
    assert of_kind(halves("0,289").component, "cumulated_window") == []


def test_the_window_before_is_found_in_other_components() -> None:
    sheet = halves("2,391")
    before, *rest = sheet.cells
    place = Place(before.series, before.window)
    sheet.cells = rest
    assert of_kind(sheet.component, "cumulated_window") == []
    assert len(of_kind(sheet.component, "cumulated_window", {place: before.amount})) == 1


def last_year(sheet: Sheet) -> Published:
    """The same figures a year before."""
    return {Place(cell.series, cell.window.year_earlier()): cell.amount for cell in sheet.cells}


def test_a_line_that_is_last_years_may_have_been_left_standing() -> None:
    sheet = Sheet(entity=NORTH)
    sheet.licences("41", "19", "22")
    (change,) = of_kind(sheet.component, "last_years_figure", last_year(sheet))
    assert len(change.elements) == 3
    assert change.readings == ()


def test_one_figure_that_differs_makes_it_another_line() -> None:
    sheet = Sheet(entity=NORTH)
    sheet.licences("41", "19", "22")
    before = last_year(sheet)
    sheet.cells = []
    sheet.licences("41", "18", "23")
    assert of_kind(sheet.component, "last_years_figure", before) == []


def test_a_line_with_a_figure_more_is_no_copy() -> None:
    sheet = Sheet(entity=NORTH)
    sheet.licences("141", "119", None)
    before = last_year(sheet)
    sheet.add("projects_licensed", "22", "ddi")
    assert of_kind(sheet.component, "last_years_figure", before) == []


def test_hedged_sums_are_not_counted_over() -> None:
    sheet = Sheet(entity=NORTH)
    sheet.add("projects_licensed", "450", "total", bound="lower")
    sheet.licences(None, "466", "490")
    assert of_kind(sheet.component, "left_out_part") == []


def test_short_figures_are_the_same_by_chance() -> None:
    sheet = Sheet(entity=NORTH)
    sheet.add("projects_licensed", "41", "total")
    assert of_kind(sheet.component, "last_years_figure", last_year(sheet)) == []


def test_stocks_may_stay_as_they_are() -> None:
    sheet = Sheet(entity=NORTH, window=END)
    sheet.add("industrial_land_area", "1.234,5", None, "ha")
    a_year_before = Window(None, date(2018, 12, 31))
    before = {Place(cell.series, a_year_before): cell.amount for cell in sheet.cells}
    assert of_kind(sheet.component, "last_years_figure", before) == []


def test_either_of_two_equal_lines_may_be_the_copy() -> None:
    sheet = Sheet(members=BOARDS[:2])
    sheet.licences("77", None, None)
    for board in BOARDS[:2]:
        sheet.entity = board
        sheet.licences("41", "19", "22")
    component = sheet.component
    found = [named(component, change) for change in of_kind(component, "another_boards_figure")]
    assert [{entity for entity, _ in change} for change in found] == [{NORTH}, {SOUTH}]
    assert [change.about for change in of_kind(component, "another_boards_figure")] == [SOUTH, NORTH]


def test_a_board_may_have_printed_its_blocs_line() -> None:
    sheet = three_boards()
    sheet.cells = [cell for cell in sheet.cells if cell.series.entity != NORTH]
    sheet.entity = NORTH
    sheet.licences("77", "33", "44")
    found = of_kind(sheet.component, "another_boards_figure")
    assert {(sheet.component.place(min(c.elements)).series.entity, c.about) for c in found} == {(NORTH, BLOC)}
