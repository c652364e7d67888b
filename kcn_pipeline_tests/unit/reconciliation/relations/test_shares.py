"""Shares, excesses and rates."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import Any

import pytest

from kcn_pipeline.quantities import Bound, Interval
from kcn_pipeline_tests.unit.reconciliation.builders import END, HA_NOI, Book


def disbursed(percent: str, comparison: str = "share", base: str | None = "capital_new_and_increase", **f: Any) -> Book:
    """Half of the 5.890 bn registered in the year and a twentieth of the stock."""
    book = Book()
    book.add("capital_disbursed", 3156, "USD", "fdi")
    book.add("capital_new_and_increase", 5890, "USD", "fdi")
    book.add("capital_registered", 56615, "USD", "fdi", window=END)
    book.percent("capital_disbursed", percent, comparison, "fdi", base=base, **f)  # type: ignore[arg-type]
    return book


@pytest.mark.parametrize(
    ("percent", "verdict"),
    [
        ("54", "ROUNDING"),
        ("53.6", "ROUNDING"),
        ("53", "ROUNDING_LOOSE"),
        ("53.5", "ROUNDING_LOOSE"),
        ("52", "INCOMPATIBLE_AMBIGUOUS"),
        ("53.4", "INCOMPATIBLE_AMBIGUOUS"),
    ],
)
def test_a_share_at_its_printed_precision(percent: str, verdict: str) -> None:
    assert disbursed(percent).verdict("share")["verdict"] == verdict


def test_sides_are_percentages_and_residual_their_difference() -> None:
    row = disbursed("54").verdict("share")
    assert (row["unit"], row["metric"]) == ("percent", "capital_disbursed")
    assert (row["stated_lo"], row["stated_hi"]) == ("53.5", "54.5")
    assert row["derived_lo"].startswith("53.5")
    assert json.loads(row["members_published"]) == ["capital_disbursed", "capital_new_and_increase"]
    assert len(json.loads(row["figure_ids"])) == 3


def test_an_excess_is_over_and_above() -> None:
    book = Book()
    book.add("capital_disbursed", 70261, "VND", "ddi")
    book.add("capital_new_and_increase", 47217, "VND", "ddi")
    book.percent("capital_disbursed", "49", "excess", "ddi", base="capital_new_and_increase")
    assert book.verdict("share")["verdict"] == "ROUNDING"


def test_the_base_that_the_figures_prove_is_taken() -> None:
    row = disbursed("54", base="capital_registered").verdict("share")
    assert row["verdict"] == "ROUNDING"
    assert "not by Registered capital" in row["explanation_en"]
    assert "không phải trên Tổng vốn đăng ký" in row["explanation_vi"]


def test_the_base_that_the_text_names_is_preferred_where_it_holds() -> None:
    row = disbursed("6", base="capital_registered").verdict("share")
    assert row["verdict"] == "ROUNDING"
    assert json.loads(row["members_published"])[1] == "capital_registered"


def test_another_base_must_hold_at_the_printed_precision() -> None:
    row = disbursed("53", base="capital_registered").verdict("share")
    assert row["verdict"] == "INCOMPATIBLE_AMBIGUOUS"
    assert json.loads(row["members_published"])[1] == "capital_registered"


def test_a_cut_percentage_of_the_named_base_is_not_of_another() -> None:
    book = Book()
    book.add("capital_disbursed", 3999, "USD", "fdi")
    book.add("capital_new_and_increase", 10000, "USD", "fdi")
    book.add("capital_new", 10250, "USD", "fdi")
    book.percent("capital_disbursed", "39", "share", "fdi", base="capital_new_and_increase")
    row = book.verdict("share")
    assert row["verdict"] == "ROUNDING_LOOSE"
    assert json.loads(row["members_published"])[1] == "capital_new_and_increase"


@pytest.mark.parametrize(
    ("of_year", "of_new", "taken"),
    [
        ("exact", "exact", "capital_new_and_increase"),
        ("exact", "approx", "capital_new_and_increase"),
        ("approx", "exact", "capital_new"),
    ],
)
def test_of_several_bases_that_fit_the_sharpest_is_taken(of_year: Bound, of_new: Bound, taken: str) -> None:
    book = Book()
    book.add("capital_disbursed", 3156, "USD", "fdi")
    book.add("capital_registered", 56615, "USD", "fdi", window=END)
    for metric, bound in (("capital_new_and_increase", of_year), ("capital_new", of_new)):
        around = Interval(Decimal(5300), Decimal(6500)) if bound == "approx" else Interval.exactly(Decimal(5850))
        book.add(metric, 5850, "USD", "fdi", bound=bound, interval=around)
    book.percent("capital_disbursed", "54", "share", "fdi", base="capital_registered")
    assert json.loads(book.verdict("share")["members_published"])[1] == taken


@pytest.mark.parametrize(("hedge", "verdict"), [("exact", "ROUNDING"), ("approx", "NOT_PUBLISHED")])
def test_a_base_beside_an_unpublished_one_must_fit_better_than_by_chance(hedge: Bound, verdict: str) -> None:
    book = Book()
    around = Interval(Decimal(5000), Decimal(6500)) if hedge == "approx" else Interval.exactly(Decimal(5850))
    book.add("capital_disbursed", 3156, "USD", "fdi")
    book.add("capital_new_and_increase", 5850, "USD", "fdi", bound=hedge, interval=around)
    book.percent("capital_disbursed", "54", "share", "fdi", base="capital_registered")
    assert book.verdict("share")["verdict"] == verdict


def test_a_share_of_nothing_named_finds_its_base() -> None:
    row = disbursed("54", base=None).verdict("share")
    assert row["verdict"] == "ROUNDING"
    assert "not by" not in row["explanation_en"]


def test_a_share_of_its_own_total() -> None:
    book = Book()
    book.add("projects_active", 345, origin="fdi", window=END)
    book.add("projects_active", 663, origin="total", window=END)
    book.percent("projects_active", "52", "share", "fdi", base="projects_active", window=END)
    assert book.verdict("share")["verdict"] == "ROUNDING"


def test_a_base_without_origins() -> None:
    book = Book(HA_NOI)
    book.add("dossiers_received_online", 2122, "dossier")
    book.add("dossiers_received", 2922, "dossier")
    book.percent("dossiers_received_online", "73", "share", base="dossiers_received", bound="approx")
    assert book.verdict("share")["verdict"] == "ROUNDING"


@pytest.mark.parametrize(
    ("kept", "missing"),
    [
        (("capital_disbursed",), ["capital_attracted"]),
        (("capital_attracted",), ["capital_disbursed"]),
        ((), ["capital_disbursed", "capital_attracted"]),
    ],
)
def test_a_share_without_its_figures(kept: tuple[str, ...], missing: list[str]) -> None:
    book = Book()
    for metric in kept:
        book.add(metric, 5, "USD", "fdi")
    book.percent("capital_disbursed", "54", "share", "fdi", base="capital_attracted")
    row = book.verdict("share")
    assert row["verdict"] == "NOT_PUBLISHED"
    assert json.loads(row["members_missing"]) == missing


def test_figures_in_different_currencies_make_no_share() -> None:
    book = Book()
    book.add("capital_disbursed", 5, "USD", "fdi")
    book.add("capital_attracted", 5, "VND", "fdi")
    book.percent("capital_disbursed", "54", "share", "fdi", base="capital_attracted")
    assert book.verdict("share")["verdict"] == "NOT_PUBLISHED"


def test_a_base_of_zero() -> None:
    book = Book()
    book.add("dossiers_received_online", 0, "dossier")
    book.add("dossiers_received", 0, "dossier")
    book.percent("dossiers_received_online", "100", "share", base="dossiers_received")
    row = book.verdict("share")
    assert row["verdict"] == "NOT_PUBLISHED"
    assert "zero or negative" in row["explanation_en"]


@pytest.mark.parametrize(
    ("rate", "verdict"), [("75", "ROUNDING"), ("76", "ROUNDING_LOOSE"), ("90", "INCOMPATIBLE_AMBIGUOUS")]
)
def test_occupancy_is_leased_over_leasable(rate: str, verdict: str) -> None:
    book = Book(HA_NOI, END)
    book.add("leased_area", 752, "ha")
    book.add("industrial_land_area", 1000, "ha")
    book.add("occupancy_rate", rate, "percent")
    row = book.verdict("share")
    assert row["verdict"] == verdict
    assert row["metric"] == "occupancy_rate"


def test_a_rate_without_its_figures_gives_no_row() -> None:
    book = Book(HA_NOI, END)
    book.add("leased_area", 752, "ha")
    book.add("occupancy_rate", 75, "percent")
    assert book.verdicts("share") == []
