"""Totals by origin, wholes of metrics, and parts within them."""

from __future__ import annotations

import json
from datetime import date

import pytest

from kcn_pipeline.periods import Window
from kcn_pipeline.quantities import Origin
from kcn_pipeline.reference.metrics import load_metrics
from kcn_pipeline_tests.unit.reconciliation.builders import END, HA_NOI, Book, bounds


def by_origin(total: int | None, fdi: int | None, ddi: int | None, metric: str = "projects_licensed") -> Book:
    book = Book()
    origins: list[tuple[Origin, int | None]] = [("total", total), ("fdi", fdi), ("ddi", ddi)]
    for origin, value in origins:
        if value is not None:
            book.add(metric, value, origin=origin)
    return book


@pytest.mark.parametrize(
    ("total", "fdi", "ddi", "verdict"),
    [
        (255, 186, 69, "EXACT"),
        (255, 186, 70, "INCOMPATIBLE"),
        (0, 0, 0, "EXACT"),
        (186, 186, None, "PARTIAL_COMPATIBLE"),
    ],
)
def test_total_is_fdi_and_ddi(total: int, fdi: int, ddi: int | None, verdict: str) -> None:
    assert by_origin(total, fdi, ddi).verdict("origin_sum")["verdict"] == verdict


def test_one_origin_leaves_the_rest_for_the_other() -> None:
    row = by_origin(255, 186, None).verdict("origin_sum")
    assert row["verdict"] == "PARTIAL_COMPATIBLE"
    assert bounds(row, "residual") == (69, 69)
    assert json.loads(row["members_missing"]) == ["ddi"]
    assert row["members"] == 2
    assert by_origin(180, 186, None).verdict("origin_sum")["verdict"] == "INCOMPATIBLE"


def test_without_a_total_or_without_parts_there_is_no_sum() -> None:
    assert by_origin(None, 186, 69).verdicts("origin_sum") == []
    assert by_origin(255, None, None).verdicts("origin_sum") == []


def test_every_metric_split_by_origin_is_summed_and_no_other() -> None:
    book = Book()
    for code, metric in load_metrics().items():
        window = END if metric.kind == "stock" else book.window
        for origin, value in (("total", 7), ("fdi", 3), ("ddi", 4)):
            book.add(code, value, "project", origin, window=window)  # type: ignore[arg-type]
    tried = {row["metric"] for row in book.verdicts("origin_sum")}
    split = {code for code, metric in load_metrics().items() if metric.origin_split}
    assert tried == split
    assert tried


def test_money_is_summed_within_one_currency() -> None:
    book = Book()
    book.add("capital_new", 100, "USD", "total")
    book.add("capital_new", 60, "USD", "fdi")
    book.add("capital_new", 900, "VND", "ddi")
    row = book.verdict("origin_sum")
    assert row["verdict"] == "PARTIAL_COMPATIBLE"
    assert row["unit"] == "USD"
    assert bounds(row, "residual") == (39, 41)


def test_stocks_of_other_days_of_the_half_year_are_a_soft_sum() -> None:
    book = Book()
    book.add("projects_active", 10, origin="total", window=END)
    book.add("projects_active", 5, origin="fdi", window=END)
    book.add("projects_active", 9, origin="ddi", window=Window(None, date(2019, 12, 15)))
    assert book.verdict("origin_sum")["verdict"] == "INCOMPATIBLE_AMBIGUOUS"


@pytest.mark.parametrize(("added", "verdict"), [(180, "EXACT"), (190, "INCOMPATIBLE"), (None, "PARTIAL_COMPATIBLE")])
def test_new_and_added_capital(added: int | None, verdict: str) -> None:
    book = Book(HA_NOI)
    book.add("capital_new_and_increase", 338, "VND", "ddi")
    book.add("capital_new", 158, "VND", "ddi")
    if added is not None:
        book.add("capital_increase", added, "VND", "ddi")
    assert book.verdict("subset")["verdict"] == verdict


@pytest.mark.parametrize(("pending", "verdict"), [(30, "EXACT"), (50, "INCOMPATIBLE_AMBIGUOUS")])
def test_received_dossiers_are_resolved_or_pending_but_some_may_be_carried_over(pending: int, verdict: str) -> None:
    book = Book(HA_NOI)
    book.add("dossiers_received", 2922, "dossier")
    book.add("dossiers_resolved", 2892, "dossier")
    book.add("dossiers_pending", pending, "dossier", window=END)
    assert book.verdict("subset")["verdict"] == verdict


@pytest.mark.parametrize(
    ("whole", "part", "values", "unit", "verdict"),
    [
        ("workers", "workers_rural", (162115, 100000), "person", "PARTIAL_COMPATIBLE"),
        ("workers", "workers_rural", (100000, 162115), "person", "INCOMPATIBLE"),
        ("zones_operating", "zones_with_wastewater_plant", (80, 69), "zone", "PARTIAL_COMPATIBLE"),
        ("zones_operating", "zones_with_wastewater_plant", (69, 80), "zone", "INCOMPATIBLE_AMBIGUOUS"),
        ("industrial_land_area", "leased_area", (500, 500), "ha", "PARTIAL_COMPATIBLE"),
    ],
)
def test_a_part_stays_within_its_whole(whole: str, part: str, values: tuple[int, int], unit: str, verdict: str) -> None:
    book = Book(HA_NOI, END)
    book.add(whole, values[0], unit)
    book.add(part, values[1], unit)
    row = book.verdict("subset")
    assert row["verdict"] == verdict
    assert row["metric"] == whole
    assert json.loads(row["members_published"]) == [part]


def test_several_parts_count_together() -> None:
    book = Book(HA_NOI)
    book.add("project_adjustments", 38, origin="total")
    book.add("project_expansions", 30, origin="total")
    book.add("project_reductions", 9, origin="total")
    row = book.verdict("subset")
    assert (row["verdict"], row["residual_lo"]) == ("INCOMPATIBLE", "-1")


def test_a_part_of_wider_coverage_than_its_whole_is_a_break() -> None:
    book = Book(HA_NOI, END)
    book.add("zones_operating", 69, "zone", coverage=("kcn",))
    book.add("zones_with_wastewater_plant", 80, "zone", coverage=("kcn", "kkt"))
    assert book.verdict("subset")["verdict"] == "COVERAGE_BREAK"


def test_plans_take_part_in_no_sum() -> None:
    book = by_origin(255, 186, None)
    book.add("projects_licensed", 1, origin="ddi", target=True)
    assert json.loads(book.verdict("origin_sum")["members_missing"]) == ["ddi"]
