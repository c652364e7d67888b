"""Growth that documents state."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest

from kcn_pipeline.periods import Window
from kcn_pipeline.quantities import Comparison
from kcn_pipeline_tests.unit.reconciliation.builders import END, HA_NOI, HALF, MIDDLE, YEAR, Book, bounds

LAST_YEAR = Window.of_year(2018)
LAST_END = Window(None, date(2018, 12, 31))


def grown(now: int, before: int | None, stated: str, comparison: Comparison = "yoy", unit: str = "percent") -> Book:
    book = Book(HA_NOI)
    book.add("workers", now, "person", window=END)
    if before is not None:
        book.add("workers", before, "person", window=LAST_END)
    if unit == "percent":
        book.percent("workers", stated, comparison, window=END)
    else:
        book.add("workers", stated, unit, comparison=comparison, window=END, ulp="0.1")
    return book


@pytest.mark.parametrize(
    ("now", "before", "stated", "verdict"),
    [
        (1124, 1000, "12.4", "EXACT"),
        (1124, 1000, "12", "ROUNDING"),
        (1124, 1000, "13", "ROUNDING_LOOSE"),
        (1124, 1000, "14", "INCOMPATIBLE_AMBIGUOUS"),
        (900, 1000, "-10", "EXACT"),
        (900, 1000, "10", "INCOMPATIBLE_AMBIGUOUS"),
        (0, 1000, "-100", "EXACT"),
    ],
)
def test_growth_against_the_year_before(now: int, before: int, stated: str, verdict: str) -> None:
    row = grown(now, before, stated).verdict("growth")
    assert row["verdict"] == verdict
    assert json.loads(row["members_published"]) == ["2019-12-31", "2018-12-31"]


@pytest.mark.parametrize(
    ("stated", "comparison", "unit", "verdict"),
    [
        ("121", "yoy_index", "percent", "EXACT"),
        ("21", "yoy_index", "percent", "INCOMPATIBLE_AMBIGUOUS"),
        ("1.2", "multiple", "times", "ROUNDING"),
        ("2.2", "multiple", "times", "INCOMPATIBLE_AMBIGUOUS"),
        ("210", "change", "person", "EXACT"),
        ("211", "change", "person", "INCOMPATIBLE_AMBIGUOUS"),
    ],
)
def test_other_forms_of_growth(stated: str, comparison: Comparison, unit: str, verdict: str) -> None:
    row = grown(1210, 1000, stated, comparison, unit).verdict("growth")
    assert row["verdict"] == verdict
    assert row["unit"] == unit


@pytest.mark.parametrize(
    ("stated", "comparison", "unit", "implied"),
    [
        ("10", "yoy", "percent", "1,000 people"),
        ("110", "yoy_index", "percent", "1,000 people"),
        ("2", "multiple", "times", "550 people"),
        ("100", "change", "person", "1,000 people"),
    ],
)
def test_without_a_past_the_growth_says_what_it_implies(
    stated: str, comparison: Comparison, unit: str, implied: str
) -> None:
    row = grown(1100, None, stated, comparison, unit).verdict("growth")
    assert row["verdict"] == "NOT_PUBLISHED"
    assert json.loads(row["members_missing"]) == ["year_before"]
    assert implied in row["explanation_en"]


def test_without_a_level_nothing_can_be_said() -> None:
    book = Book(HA_NOI)
    book.percent("exports", "12", "yoy")
    row = book.verdict("growth")
    assert row["verdict"] == "NOT_PUBLISHED"
    assert json.loads(row["members_missing"]) == ["exports", "year_before"]


def test_growth_against_another_period_is_not_tried_against_last_year() -> None:
    book = grown(1210, 1000, "50")
    book.facts.pop()
    book.percent("workers", "50", "yoy", window=END, base_period="2015")
    row = book.verdict("growth")
    assert row["verdict"] == "NOT_PUBLISHED"
    assert json.loads(row["members_missing"]) == ["base_period"]


def test_growth_against_another_period_is_tried_against_what_it_names() -> None:
    book = Book(HA_NOI)
    book.add("workers", 1000, "person", window=Window(None, date(2019, 6, 30)))
    book.add("workers", 800, "person", window=LAST_END)
    book.add("workers", 1100, "person", window=END)
    book.percent("workers", "10", "yoy", window=END, base_period="2019-06-30")
    assert book.verdict("growth")["verdict"] == "EXACT"


@pytest.mark.parametrize("before", [0, -10])
def test_growth_from_nothing(before: int) -> None:
    row = grown(1210, before, "50").verdict("growth")
    assert row["verdict"] == "NOT_PUBLISHED"
    assert "zero or negative" in row["explanation_en"]


def test_of_two_currencies_the_one_with_a_past_is_tried() -> None:
    book = Book(HA_NOI)
    book.add("revenue", 500, "USD")
    book.add("revenue", 1100, "VND")
    book.add("revenue", 1000, "VND", window=LAST_YEAR)
    book.percent("revenue", "10", "yoy")
    assert book.verdict("growth")["verdict"] == "EXACT"


def test_years_of_different_coverage() -> None:
    book = grown(1500, 1000, "5")
    book.add("zones_operating", 8, "zone", window=LAST_END, coverage=("kcn",))
    book.add("zones_operating", 9, "zone", window=END, coverage=("kcn", "kkt"))
    row = next(row for row in book.verdicts("growth") if row["metric"] == "workers")
    assert row["verdict"] == "INCOMPATIBLE_AMBIGUOUS", "two figures of one side carry both coverages"


def capital(percent: str, middle: int, **fields: Any) -> Book:
    """A stock of 1,100 after a year of 110 new and a half-year of 50; 1,000 a year ago is 10% less."""
    book = Book()
    book.add("capital_registered", 1100, "USD", "fdi", window=END)
    book.add("capital_registered", middle, "USD", "fdi", window=MIDDLE)
    book.add("capital_new_and_increase", 110, "USD", "fdi", window=YEAR)
    book.add("capital_new_and_increase", 50, "USD", "fdi", window=HALF)
    book.percent("capital_registered", percent, "yoy", "fdi", window=END, **fields)
    return book


def through_flows(book: Book) -> dict[str, str]:
    """Verdicts of the growth, by the last day of the flows that carry the implied past on."""
    rows = [row for row in book.verdicts("growth") if "year_before" in row["members_published"]]
    return {("year" if bounds(row, "stated")[0] == 1099.5 else "half"): row["verdict"] for row in rows}


def test_flows_carry_the_implied_past_on_to_every_stock_since() -> None:
    assert through_flows(capital("10", 1050)) == {"year": "PARTIAL_COMPATIBLE", "half": "PARTIAL_COMPATIBLE"}


def test_a_stock_below_what_growth_and_flows_imply() -> None:
    found = through_flows(capital("10", 900))
    assert found == {"year": "PARTIAL_COMPATIBLE", "half": "INCOMPATIBLE_AMBIGUOUS"}


def test_more_growth_than_came_in() -> None:
    assert through_flows(capital("15", 1050))["year"] == "INCOMPATIBLE_AMBIGUOUS"


def test_the_loose_tier_widens_the_implied_past() -> None:
    verdicts = {percent: through_flows(capital(percent, 1050))["year"] for percent in ("11.1", "11.4", "12")}
    assert verdicts["11.1"] == "PARTIAL_COMPATIBLE"
    assert verdicts["11.4"] == "INCOMPATIBLE_AMBIGUOUS"
    assert verdicts["12"] == "ROUNDING_LOOSE"


def test_a_published_past_makes_the_way_through_flows_needless() -> None:
    book = capital("10", 1050)
    book.add("capital_registered", 1000, "USD", "fdi", window=LAST_END)
    direct = [row for row in book.verdicts("growth") if row["unit"] == "percent"]
    assert [row["verdict"] for row in direct] == ["EXACT"]
    assert through_flows(book) == {}
