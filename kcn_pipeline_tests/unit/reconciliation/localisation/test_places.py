"""Variables of a linear system."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from kcn_pipeline.periods import Window
from kcn_pipeline.quantities import Interval
from kcn_pipeline.reconciliation.cells import Cells, Series
from kcn_pipeline.reconciliation.localisation.places import Places, of_entity, of_metric, of_origin
from kcn_pipeline.reference.ceilings import ceiling
from kcn_pipeline_tests.unit.reconciliation.builders import END, HALF, MIDDLE, YEAR
from kcn_pipeline_tests.unit.reconciliation.sheets import BLOC, Sheet

LICENCES = Series(BLOC, "projects_licensed", "fdi", "project")
STOCK = Series(BLOC, "projects_active", "fdi", "project")


def places_of(sheet: Sheet) -> Places:
    return Places(Cells(sheet.cells), sheet.quotes)


def test_a_figure_keeps_its_quote() -> None:
    sheet = Sheet()
    sheet.add("projects_licensed", "379", "fdi")
    places = places_of(sheet)
    number = places.find(LICENCES, YEAR)
    assert number is not None
    assert places.figures[number].quote == "379"
    assert places.figures[number].figure_id == "0:projects_licensed:fdi"


def test_a_flow_is_found_by_its_window_alone() -> None:
    sheet = Sheet()
    sheet.add("projects_licensed", "379", "fdi")
    places = places_of(sheet)
    assert places.find(LICENCES, HALF) is None
    added = places.at(LICENCES, HALF)
    assert added == places.find(LICENCES, HALF) == places.at(LICENCES, HALF)
    assert added not in places.figures


def test_a_stock_is_found_by_the_nearest_day_of_its_half_year() -> None:
    early, late = Window(None, date(2019, 11, 30)), Window(None, date(2019, 12, 15))
    sheet = Sheet(window=early)
    sheet.add("projects_active", "2.910", "fdi")
    sheet.window = late
    sheet.add("projects_active", "2.915", "fdi")
    places = places_of(sheet)
    assert places.find(STOCK, END) == places.find(STOCK, late) != places.find(STOCK, early)
    assert places.find(STOCK, MIDDLE) is None
    assert places.known[places.at(STOCK, YEAR.year_earlier())].window == END.year_earlier()


def test_computed_cells_are_left_out() -> None:
    sheet = Sheet()
    cell = sheet.add("projects_licensed", "379", "fdi")
    computed = type(cell)(of_origin(cell.series, "total"), cell.window, cell.amount, published=False)
    assert len(Places(Cells([cell, computed]), {}).known) == 1


def test_ranges_run_from_nothing_to_the_ceiling() -> None:
    sheet = Sheet()
    sheet.add("projects_licensed", "379", "fdi")
    sheet.add("projects_licensed", "-12", "ddi")
    highest = ceiling("projects_licensed", "bloc", "project")
    assert places_of(sheet).ranges() == (Interval(Decimal(-12), highest), Interval(Decimal(0), highest))


def test_a_plan_is_a_place_without_ceiling_beside_its_outcome() -> None:
    sheet = Sheet()
    cell = sheet.add("projects_licensed", "44", "total")
    places = places_of(sheet)
    plan = places.plan_of(0, cell.amount)
    assert places.known[plan].plan
    assert places.find(cell.series, YEAR) == 0
    assert places.ranges()[plan].hi is None


def test_an_unpublished_past_counts_the_zones_of_the_present() -> None:
    sheet = Sheet()
    sheet.add("projects_active", "2.910", "fdi", zones=("kcn", "kkt"))
    places = places_of(sheet)
    past = places.at(STOCK, END.year_earlier())
    assert places.zones_told({past, 0}).keys() == {0}
    places.count_alike(past, 0)
    told = places.zones_told({past, 0})
    assert told[past] is told[0]


def test_series_beside_a_series() -> None:
    assert of_metric(LICENCES, "projects_active") == STOCK
    assert of_origin(LICENCES, None).origin is None
    assert of_entity(LICENCES, "board:north").entity == "board:north"
