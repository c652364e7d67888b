"""Part and whole, stock and flow, by the identities of reference."""

from __future__ import annotations

from kcn_pipeline.extraction.passages.wholes import (
    bases_of,
    flow_into,
    is_main_count,
    stock_of,
    sums_over,
    whole_in_dimension,
    wholes_of,
)


def test_wholes() -> None:
    assert wholes_of("workers_female") == ("workers",)
    assert wholes_of("workers") == ()
    assert wholes_of(None) == ()


def test_the_whole_in_a_dimension() -> None:
    assert whole_in_dimension("leased_area", "area") == "industrial_land_area"
    assert whole_in_dimension("leased_area", "money") is None


def test_bases_of_shares_come_likeliest_first() -> None:
    assert bases_of("capital_disbursed_cumulative")[0] == "capital_registered"
    assert bases_of("workers_local") == ("workers",)


def test_the_flow_that_feeds_a_stock() -> None:
    assert flow_into("projects_active") == "projects_licensed"
    assert flow_into("zones_established") is None


def test_reports_split_up_stocks_and_what_feeds_them() -> None:
    assert is_main_count("projects_active")
    assert is_main_count("projects_licensed")
    assert not is_main_count("project_expansions")
    assert not is_main_count(None)


def test_the_stock_that_a_flow_adds_to() -> None:
    assert stock_of("capital_disbursed") == "capital_disbursed_cumulative"
    assert stock_of("capital_new") == "capital_registered"
    assert stock_of("exports") is None


def test_the_sums_that_a_metric_stands_for_a_term_of() -> None:
    assert sums_over("capital_attracted") == {"capital_new_and_increase"}
    assert sums_over("exports", "capital_attracted") == {"capital_new_and_increase"}
    assert sums_over("exports") == set()
