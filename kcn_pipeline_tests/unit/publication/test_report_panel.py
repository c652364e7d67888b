"""The panel as a table for people."""

from __future__ import annotations

import pytest

from kcn_pipeline.extraction.facts import facts_of_rows
from kcn_pipeline.publication.bilingual import Bilingual
from kcn_pipeline.publication.inputs import records
from kcn_pipeline.publication.report_panel import PanelRow, PanelTable, panel_table
from kcn_pipeline_tests.unit.publication.frames import BLOC, HANOI, Tables, bloc_facts, empty_tables, synthetic_tables


def table(tables: Tables) -> PanelTable:
    return panel_table(tables["panel"], facts_of_rows(records(tables["extracted_metrics"])))


def row(metric: str, origin: str | None = None, entity: str = BLOC) -> PanelRow:
    found = [
        r
        for r in table(synthetic_tables()).rows
        if (r.entity, r.metric) == (entity, metric) and (origin is None or r.origin == Bilingual.same(origin))
    ]
    assert len(found) == 1
    return found[0]


def test_the_latest_half_year_comes_first() -> None:
    periods = [r.period for r in table(synthetic_tables()).rows]

    assert periods == sorted(periods, reverse=True)
    assert periods[0] == "2019-H2"


def test_values_are_written_for_people() -> None:
    assert row("capital_registered").value == Bilingual("51,39 tỷ USD", "51.39 billion USD")
    assert row("occupancy_rate").value == Bilingual.same("66%")


def test_the_exact_decimal_is_shown_not_the_float() -> None:
    tables = synthetic_tables()
    facts = facts_of_rows(records(tables["extracted_metrics"]))
    tables["panel"]["value"] += 0.1

    shown = {r.metric: r.value.vi for r in panel_table(tables["panel"], facts).rows}

    assert shown["capital_registered"] == "51,39 tỷ USD"


def test_a_row_whose_figure_is_not_at_hand_shows_the_float() -> None:
    shown = {r.metric: r.value.vi for r in panel_table(synthetic_tables()["panel"], []).rows}

    assert shown["capital_registered"] == "51,39 tỷ USD"


def test_a_range_is_shown_where_there_is_one() -> None:
    assert row("capital_registered").interval == Bilingual("51,385–51,395 tỷ USD", "51.385–51.395 billion USD")
    assert row("occupancy_rate").interval is None


def test_an_unbounded_row_has_no_range() -> None:
    tables = synthetic_tables()
    tables["panel"]["lo"] = tables["panel"]["hi"] = float("nan")

    assert all(r.interval is None for r in table(tables).rows)


def test_rows_carry_verdict_and_its_group() -> None:
    assert (row("capital_registered").verdict, row("capital_registered").severity) == ("COVERAGE_BREAK", "warning")
    assert (row("projects_licensed", "FDI").verdict, row("projects_licensed", "FDI").severity) == (
        "INCOMPATIBLE",
        "error",
    )


def test_a_row_in_no_relation_has_no_verdict() -> None:
    tables = synthetic_tables()
    tables["panel"]["worst_verdict"] = None

    assert {(r.verdict, r.severity) for r in table(tables).rows} == {(None, None)}


def test_rows_lead_to_their_figures() -> None:
    assert row("capital_registered").figures == (bloc_facts()["capital"].figure_id,)


@pytest.mark.parametrize("word", ["hà nội", "ha noi", "dự án", "du an", "licensed", "2019-h2", "projects_licensed"])
def test_rows_are_found_with_and_without_diacritics(word: str) -> None:
    assert word in row("projects_licensed", entity=HANOI).search


def test_filters_offer_what_there_is() -> None:
    choices = table(synthetic_tables()).choices

    assert [choice.value for choice in choices["period"]] == ["2019-H1", "2019-H2"]
    assert {choice.value for choice in choices["entity"]} == {BLOC, HANOI}
    assert {choice.value for choice in choices["verdict"]} == {
        "COVERAGE_BREAK", "EXACT", "INCOMPATIBLE", "NOT_PUBLISHED",
    }  # fmt: skip


def test_filters_are_labelled_in_both_languages() -> None:
    labels = {choice.value: choice.label for choice in table(synthetic_tables()).choices["metric"]}

    assert labels["occupancy_rate"] == Bilingual("Tỷ lệ lấp đầy", "Occupancy rate")


def test_nothing_gives_an_empty_table() -> None:
    found = table(empty_tables())

    assert found.rows == ()
    assert all(choices == () for choices in found.choices.values())


def test_a_row_with_a_doubtful_figure_is_to_be_reviewed() -> None:
    assert row("capital_registered").review
    assert not row("occupancy_rate").review
