"""The table of decisions: state, what changed, and a sentence that says what to do."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pandas as pd
import pytest

from kcn_pipeline.extraction.facts import Fact
from kcn_pipeline.periods import HalfYear
from kcn_pipeline.reconciliation.cells import cell_of
from kcn_pipeline.reconciliation.decisions.outcomes import decisions
from kcn_pipeline.reference.corrections import Correction
from kcn_pipeline.tables import DECISIONS, RAW_DOCUMENTS, SUSPECTS
from kcn_pipeline_tests.unit.reconciliation.builders import H1, H2, HA_NOI, MIDDLE, Book
from kcn_pipeline_tests.unit.reconciliation.decided import on_cell, on_figure

NO_DOCUMENTS = pd.DataFrame(columns=list(RAW_DOCUMENTS.columns))


def told(
    facts: list[Fact], *corrections: Correction, period: HalfYear = H2, suspected: tuple[str, ...] = ()
) -> list[dict[str, Any]]:
    book = Book(facts=facts)
    suspects = pd.DataFrame({"figure_id": list(suspected)}, dtype=object).reindex(columns=list(SUSPECTS.columns))
    found = decisions(book.frame, NO_DOCUMENTS, suspects, period, corrections)
    DECISIONS.validate(found)
    return [{str(name): value for name, value in row.items()} for row in found.to_dict("records")]


def short(rows: list[dict[str, Any]]) -> list[tuple[Any, ...]]:
    return [(row["action"], row["state"], row["old_value"], row["new_value"]) for row in rows]


@pytest.fixture
def facts() -> list[Fact]:
    book = Book(HA_NOI)
    book.add("exports", "5000000000", "USD", document="own")
    book.add("exports", "9000000000", "USD", document="other")
    return book.facts


def test_nothing_decided(facts: list[Fact]) -> None:
    assert told(facts) == []


@pytest.mark.parametrize(
    ("figure", "action", "value", "expected"),
    [
        (1, "accept", None, ("accept", "applied", "5000000000", "9000000000")),
        (0, "override", "7", ("override", "applied", "5000000000", "7")),
        (0, "drop", None, ("drop", "applied", "5000000000", "9000000000")),
        (0, "flag", None, ("flag", "applied", "5000000000", None)),
        (1, "flag", None, ("flag", "without_effect", None, None)),
    ],
)
def test_what_each_changes(
    facts: list[Fact], figure: int, action: str, value: str | None, expected: tuple[Any, ...]
) -> None:
    (row,) = told(facts, on_figure(facts[figure], action, value))
    assert short([row]) == [expected]
    assert (row["entity"], row["metric"], row["period"]) == (HA_NOI, "exports", "2019-H2")
    assert (row["figure_id"], row["quote"]) == (facts[figure].figure_id, facts[figure].quote)


def test_the_sentence_names_cell_values_person_and_day(facts: list[Fact]) -> None:
    (row,) = told(facts, on_figure(facts[0], "override", "7000000000"))
    for words in ("Hà Nội", "2019", "5 billion USD", "7 billion USD", "Lan", "2020-03-01", "the board was asked"):
        assert words in row["explanation_en"]
    for words in ("Hà Nội", "5 tỷ USD", "7 tỷ USD", "Lan"):
        assert words in row["explanation_vi"]


def test_a_stale_one_says_what_was_expected_and_what_to_do(facts: list[Fact]) -> None:
    (row,) = told([replace(facts[0], quote="5,0 tỷ"), facts[1]], on_figure(facts[0], "drop"))
    assert short([row]) == [("drop", "stale", None, None)]
    assert facts[0].quote in row["explanation_en"]
    assert "5 billion USD" in row["explanation_en"]
    assert "corrections.yaml" in row["explanation_en"]


def test_a_figure_that_is_gone_is_told_where_its_document_was(facts: list[Fact]) -> None:
    correction = on_figure(facts[0], "accept")
    assert [row["state"] for row in told([facts[1]], correction)] == ["stale"]
    assert told([facts[1]], correction, period=H1) == []


def test_each_is_told_in_one_half_year_that_of_its_cell() -> None:
    stock = Book(HA_NOI).add("projects", 5, window=MIDDLE, period="2019-H2")
    correction = on_figure(stock, "drop")
    assert short(told([stock], correction, period=H1)) == [("drop", "applied", "5", None)]
    assert told([stock], correction, period=H2) == []


def test_contradictory_ones_are_both_told(facts: list[Fact]) -> None:
    rows = told(facts, on_figure(facts[0], "override", "7"), on_figure(facts[0], "override", "8"))
    assert short(rows) == [("override", "contradictory", None, None)] * 2


def test_they_come_in_the_order_of_the_file(facts: list[Fact]) -> None:
    rows = told(facts, on_figure(facts[0], "flag"), on_figure(facts[1], "drop", who="Minh"))
    assert [row["decided_by"] for row in rows] == ["Lan", "Minh"]


class TestSuspicion:
    """Accepting a figure that stands anyway."""

    def test_confirms_it_where_nobody_suspects_it(self, facts: list[Fact]) -> None:
        (row,) = told(facts[:1], on_figure(facts[0], "accept"))
        assert short([row]) == [("accept", "confirming", None, None)]
        assert "it stands anyway" in row["explanation_en"]
        assert "5 billion USD" in row["explanation_en"]

    def test_settles_a_suspicion(self, facts: list[Fact]) -> None:
        rows = told(facts[:1], on_figure(facts[0], "accept"), suspected=(facts[0].figure_id,))
        assert short(rows) == [("accept", "applied", "5000000000", "5000000000")]

    def test_settles_that_of_a_cell(self, facts: list[Fact]) -> None:
        name = cell_of(facts[0])
        assert name is not None
        correction = on_cell(name, "accept", "5000000000")
        rows = told(facts[:1], correction, suspected=(facts[0].figure_id,))
        assert short(rows) == [("accept", "applied", "5000000000", "5000000000")]
        assert [row["state"] for row in told(facts[:1], correction)] == ["confirming"]


class TestOutsideCells:
    """Percentages, and cells that nobody published."""

    @pytest.mark.parametrize(
        ("action", "value", "expected"),
        [
            ("drop", None, ("drop", "applied", "12.5", None)),
            ("override", "15", ("override", "applied", "12.5", "15")),
            ("accept", None, ("accept", "confirming", None, None)),
        ],
    )
    def test_a_percentage(self, action: str, value: str | None, expected: tuple[Any, ...]) -> None:
        growth = Book(HA_NOI).percent("exports", "12.5", "yoy")
        (row,) = told([growth], on_figure(growth, action, value))
        assert short([row]) == [expected]
        assert row["entity"] is None
        assert growth.quote in row["explanation_vi"], "its own words name it"

    @pytest.mark.parametrize(("action", "state"), [("flag", "stale"), ("drop", "without_effect")])
    def test_a_cell_without_figures(self, facts: list[Fact], action: str, state: str) -> None:
        name = cell_of(facts[0])
        assert name is not None
        (row,) = told([], on_cell(name, action, "5000000000"))
        assert row["state"] == state
        assert row["entity"] == HA_NOI
