"""Systems, components and whole numbers."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from kcn_pipeline.quantities import Interval
from kcn_pipeline.reconciliation.localisation.linear_system import Place, Row, components
from kcn_pipeline_tests.unit.reconciliation.builders import H1, H2, HALF, YEAR
from kcn_pipeline_tests.unit.reconciliation.sheets import BILLION, Sheet


def test_unrelated_metrics_are_components_of_their_own() -> None:
    sheet = Sheet()
    sheet.licences("532", "379", "153")
    sheet.add("exports", "69,134", None, "USD", BILLION)
    sizes = sorted((len(c.figures), len(c.relations)) for c in components(sheet.system))
    assert sizes == [(1, 0), (3, 1)]


def test_a_period_takes_the_components_that_it_publishes_in() -> None:
    sheet = Sheet(window=HALF)
    sheet.licences("255", "186", "69")
    assert list(components(sheet.system, H2)) == []
    assert len(list(components(sheet.system, H1))) == 1
    sheet.window = YEAR
    sheet.licences("532", None, None)
    assert [len(c.figures) for c in components(sheet.system, H2)] == [4]


def test_whole_numbers_keep_every_digit() -> None:
    sheet = Sheet()
    sheet.add("leased_area", "14.235,25", None, "ha")
    component = sheet.component
    interval = sheet.cells[0].amount.interval
    assert component.interval(component.intervals[0]) == interval
    assert component.ends(Interval(None, Decimal("1e-30"))) == (None, 1)
    assert component.ends(Interval(Decimal("-1e-30"), None)) == (-1, None)


def test_percentages_become_whole_coefficients() -> None:
    sheet = Sheet()
    sheet.add("exports", "69,134", None, "USD", BILLION)
    sheet.says("exports", "7.6", "yoy")
    component = sheet.component
    loose = component.rows[0]
    assert [_multiple(row) for row in loose] == [Fraction(1075, 1000), Fraction(1077, 1000)]
    assert [_multiple(row) for row in component.strict[0]] == [Fraction(10755, 10000), Fraction(10765, 10000)]


def _multiple(row: Row) -> Fraction:
    numerator, denominator = row.coefficients
    return Fraction(-denominator, numerator)


def test_a_box_holds_what_is_published_or_read_otherwise() -> None:
    sheet = Sheet()
    sheet.licences("532", "379", "153")
    component = sheet.component
    one = 10**component.digits
    column = component.columns[0]
    assert component.box()[column] == component.intervals[0]
    assert component.box({0: (one, 2 * one)})[column] == (one, 2 * one)
    assert component.box({0: None})[column] == component.ranges[column]


def test_a_part_keeps_the_columns() -> None:
    sheet = Sheet()
    sheet.licences("532", "379", "153")
    component = sheet.component
    part = component.part([1], [3])
    assert part.places == component.places
    assert part.figures == (component.figures[1],)
    assert part.rows == component.rows
    assert part.is_figure(0)
    assert part.relation(1) == component.relation(3)


def test_a_place_belongs_to_the_half_year_of_its_end() -> None:
    series = Sheet().add("exports", "1", None, "USD").series
    assert Place(series, YEAR).belongs_to(H2)
    assert not Place(series, YEAR).belongs_to(H1)
