"""Identities as linear rows."""

from __future__ import annotations

from collections import Counter
from datetime import date
from decimal import Decimal

import pytest

from kcn_pipeline.periods import Window
from kcn_pipeline.quantities import ZERO
from kcn_pipeline.reconciliation.cells import Cells
from kcn_pipeline.reconciliation.localisation.linear_system import Relation, System
from kcn_pipeline.reconciliation.localisation.localise import linear_system
from kcn_pipeline.reconciliation.localisation.whole_numbers import Coefficient
from kcn_pipeline.reconciliation.relations.bloc_sums import Members
from kcn_pipeline.reconciliation.relations.constraints import AT_LEAST_ZERO, AT_MOST_ZERO
from kcn_pipeline_tests.unit.reconciliation.builders import END, HALF, MIDDLE, YEAR
from kcn_pipeline_tests.unit.reconciliation.sheets import BLOC, BOARDS, MILLION, Sheet


def relations(sheet: Sheet, family: str) -> list[Relation]:
    return [relation for relation in sheet.system.relations if relation.family == family]


def terms(system: System, relation: Relation, row: int = 0) -> dict[tuple[str, str | None, str], Coefficient]:
    """Coefficients by metric, origin and as-of day or months of the window."""
    found = {}
    for number, coefficient in relation.rows[row].terms:
        place = system.places[number]
        when = f"{place.window.start}/{place.window.end}" if place.window.start else str(place.window.end)
        found[place.series.metric, place.series.origin, when] = coefficient
    return found


def test_a_total_by_origin() -> None:
    sheet = Sheet(entity="board:north")
    sheet.licences("532", "379", None)
    (relation,) = relations(sheet, "origin_sum")
    assert relation.cause is None
    assert relation.rows[0].bounds == ZERO
    assert sorted(terms(sheet.system, relation).values()) == [-1, -1, 1]


def test_one_figure_alone_calls_for_no_total() -> None:
    sheet = Sheet(entity="board:north")
    sheet.licences("532", None, None)
    assert sheet.system.relations == ()


def test_currencies_are_not_added_up() -> None:
    sheet = Sheet(entity="board:north")
    sheet.add("capital_new", "5,9", "fdi", "USD", 9)
    sheet.add("capital_new", "47.217", "ddi", "VND", 9)
    assert relations(sheet, "origin_sum") == []


def test_a_bloc_is_the_sum_of_all_its_members_published_or_not() -> None:
    sheet = Sheet(members=BOARDS)
    sheet.add("exports", "69,134", None, "USD", 9)
    (relation,) = relations(sheet, "bloc_sum")
    assert relation.cause is None
    entities = [sheet.system.places[number].series.entity for number, _ in relation.rows[0].terms]
    assert entities == [BLOC, *BOARDS]


def test_members_that_no_source_states_sum_up_to_nothing() -> None:
    sheet = Sheet()
    sheet.add("exports", "69,134", None, "USD", 9)
    assert relations(sheet, "bloc_sum") == []


def test_an_assumed_list_of_members_may_be_wrong() -> None:
    sheet = Sheet()
    sheet.add("exports", "69,134", None, "USD", 9)
    system = linear_system(Cells(sheet.cells), members_of=lambda *_: Members(BOARDS, 3, assumed=True))
    assert [r.cause for r in system.relations if r.series.entity == BLOC] == ["assumed_membership"]


def test_stocks_of_another_day_make_a_sum_soft() -> None:
    sheet = Sheet(members=BOARDS, window=END)
    sheet.add("workers", "1.000", None, "person")
    sheet.entity, sheet.window = BOARDS[0], Window(None, date(2019, 12, 15))
    sheet.add("workers", "400", None, "person")
    (relation,) = relations(sheet, "bloc_sum")
    assert relation.cause == "other_day"


def test_rates_and_means_are_not_added_up() -> None:
    sheet = Sheet(members=BOARDS)
    sheet.add("average_income", "7,5", None, "VND_per_person_month", MILLION)
    sheet.add("occupancy_rate", "61", None, "percent")
    assert sheet.system.relations == ()


def test_wholes_of_metrics() -> None:
    sheet = Sheet(entity="board:north")
    sheet.add("capital_new_and_increase", "350", "fdi", "USD", MILLION)
    sheet.add("capital_new", "93", "fdi", "USD", MILLION)
    sheet.window = END
    sheet.add("zones_operating", "9", None, "zone")
    sheet.add("zones_with_wastewater_plant", "9", None, "zone")
    whole, part = relations(sheet, "subset")
    assert (whole.code, whole.cause, len(whole.rows[0].terms)) == ("capital-new-and-increase", None, 3)
    assert (part.code, part.cause, part.rows[0].bounds) == ("wastewater-within-operating", "usage", AT_LEAST_ZERO)


def test_windows_within_windows() -> None:
    nine = Window.of_months(2019, 1, 9)
    sheet = Sheet(entity="board:north")
    for window, quote in ((YEAR, "532"), (nine, "400"), (HALF, "255")):
        sheet.window = window
        sheet.add("projects_licensed", quote, "total")
    found = relations(sheet, "window_order")
    assert {(r.window, r.code) for r in found} == {
        (YEAR, "window_order:2019-01-01/2019-09-30"),
        (nine, "window_order:2019-01-01/2019-06-30"),
    }
    assert all(r.rows[0].bounds == AT_LEAST_ZERO and r.cause is None for r in found)


@pytest.mark.parametrize(("quote", "hedge", "cause"), [("277", "exact", None), ("270", "lower", "revision")])
def test_two_parts_that_fill_a_window(quote: str, hedge: str, cause: str | None) -> None:
    sheet = Sheet(entity="board:north")
    for window, printed in ((YEAR, "532"), (HALF, "255")):
        sheet.window = window
        sheet.add("projects_licensed", printed, "total")
    sheet.window = Window.of_months(2019, 7, 12)
    sheet.add("projects_licensed", quote, "total", bound="lower" if hedge == "lower" else "exact")
    (relation,) = relations(sheet, "window_order")
    assert (relation.rows[0].bounds, relation.cause) == (ZERO, cause)


def stocks(zones: tuple[tuple[str, ...], tuple[str, ...]] = ((), ())) -> Sheet:
    sheet = Sheet(entity="board:north", window=MIDDLE)
    sheet.add("projects_active", "1.915", "ddi", zones=zones[0])
    sheet.window = END
    sheet.add("projects_active", "2.000", "ddi", zones=zones[1])
    for window, quote in ((HALF, "69"), (YEAR, "153")):
        sheet.window = window
        sheet.add("projects_licensed", quote, "ddi")
    return sheet


def test_a_stock_rolls_on_by_year_less_half() -> None:
    sheet = stocks()
    (relation,) = relations(sheet, "growth")
    assert relation.code == "roll:2019-06-30"
    assert relation.cause == "untold_exits"
    assert [row.bounds for row in relation.rows] == [AT_MOST_ZERO, AT_LEAST_ZERO]
    assert terms(sheet.system, relation) == {
        ("projects_active", "ddi", "2019-12-31"): 1,
        ("projects_active", "ddi", "2019-06-30"): -1,
        ("projects_licensed", "ddi", "2019-01-01/2019-12-31"): -1,
        ("projects_licensed", "ddi", "2019-01-01/2019-06-30"): 1,
    }
    assert terms(sheet.system, relation, 1) == {
        ("projects_active", "ddi", "2019-12-31"): 1,
        ("projects_active", "ddi", "2019-06-30"): Decimal("-0.95"),
        ("projects_licensed", "ddi", "2019-01-01/2019-12-31"): Decimal("-0.95"),
        ("projects_licensed", "ddi", "2019-01-01/2019-06-30"): Decimal("0.95"),
    }, "what came in between can leave too"


def test_published_exits_leave_no_room() -> None:
    sheet = stocks()
    sheet.window = Window.of_months(2019, 7, 12)
    sheet.add("projects_revoked", "3", "ddi")
    (relation,) = [r for r in relations(sheet, "growth") if r.code.startswith("roll")]
    assert [row.bounds for row in relation.rows] == [ZERO]


@pytest.mark.parametrize(
    ("zones", "cause"),
    [
        ((("kcn",), ("kcn", "kkt")), "coverage_break"),
        ((("kcn",), ("kcn",)), "untold_exits"),
        ((("kcn",), ()), "untold_exits"),
    ],
)
def test_other_zones_break_a_roll(zones: tuple[tuple[str, ...], tuple[str, ...]], cause: str) -> None:
    (relation,) = relations(stocks(zones), "growth")
    assert relation.cause == cause


def test_more_zones_do_not_let_a_part_exceed_the_whole() -> None:
    sheet = Sheet(entity="board:north", window=YEAR)
    sheet.add("projects_licensed", "153", "ddi", zones=("kcn", "kkt"))
    sheet.window = HALF
    sheet.add("projects_licensed", "69", "ddi", zones=("kcn",))
    assert [r.cause for r in sheet.system.relations] == [None]


def test_blocs_of_each_other_and_members_named_twice() -> None:
    sheet = Sheet(entity="bloc:one")
    sheet.add("projects_licensed", "5", "total")
    sheet.entity = "bloc:two"
    sheet.add("projects_licensed", "5", "total")
    ring = {"bloc:one": ("bloc:two", "bloc:two"), "bloc:two": ("bloc:one", "bloc:two")}
    system = linear_system(Cells(sheet.cells), members_of=lambda bloc, _: Members(ring.get(bloc), 2, assumed=False))
    assert Counter(r.family for r in system.relations)["bloc_sum"] >= 2
