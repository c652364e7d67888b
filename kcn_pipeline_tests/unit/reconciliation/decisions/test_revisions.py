"""The table of revisions: which value stood against which, and why; and who accepted what."""

from __future__ import annotations

from typing import Any

import pandas as pd
import pytest

from kcn_pipeline.reconciliation.decisions.revisions import Acceptance, acceptances, accepted_by, revisions
from kcn_pipeline.reference.corrections import Correction
from kcn_pipeline.tables import RAW_DOCUMENTS, REVISIONS
from kcn_pipeline_tests.unit.reconciliation.builders import DELTA, H1, H2, HA_NOI, Book, document_id
from kcn_pipeline_tests.unit.reconciliation.decided import WHO, on_figure
from kcn_pipeline_tests.unit.reconciliation.decisions.test_selection import OWN, document

BLOCS = document("other", DELTA, "bloc_report")


def told(book: Book, *corrections: Correction, documents: list[dict[str, Any]] | None = None) -> list[dict[str, Any]]:
    """The rows of the year's half."""
    columns = [name for name in RAW_DOCUMENTS.columns if name != "text"]
    frame = pd.DataFrame([OWN, BLOCS] if documents is None else documents, dtype=object).reindex(columns=columns)
    found = revisions(book.frame, frame, H2, corrections)
    REVISIONS.validate(found)
    return [{str(name): value for name, value in row.items()} for row in found.to_dict("records")]


def short(rows: list[dict[str, Any]]) -> list[tuple[Any, ...]]:
    return [(row["kind"], row["reason"], row["old_value"], row["new_value"]) for row in rows]


@pytest.fixture
def book() -> Book:
    """The board says 5, its bloc 9."""
    made = Book(HA_NOI)
    made.add("exports", "5", "USD", document="own")
    made.add("exports", "9", "USD", document="other")
    return made


def test_one_figure_is_no_revision() -> None:
    book = Book(HA_NOI)
    book.add("exports", "5", "USD", document="own")
    assert told(book) == []


def test_figures_of_one_value_are_none() -> None:
    book = Book(HA_NOI)
    book.add("exports", "5", "USD", document="own")
    book.add("exports", "5.0", "USD", document="other")
    assert told(book) == []


def test_a_conflict_names_both_figures_and_documents(book: Book) -> None:
    (row,) = told(book)
    assert short([row]) == [("conflict", "nearer_publisher", "9", "5")]
    assert (row["old_document"], row["new_document"]) == ("other", "own")
    assert (row["new_figure_id"], row["old_figure_id"]) == tuple(fact.figure_id for fact in book.facts)
    assert (row["entity"], row["metric"], row["period"], row["period_end"]) == (
        HA_NOI,
        "exports",
        "2019-H2",
        "2019-12-31",
    )
    assert row["correction_id"] is row["decided_by"] is None


def test_cells_of_other_half_years_are_told_there(book: Book) -> None:
    assert revisions(book.frame, pd.DataFrame(), H1).empty


def test_a_later_version_revises(book: Book) -> None:
    own = document("own", HA_NOI, "board_report", superseded_by=document_id("other"))
    rows = told(book, documents=[own, document("other", HA_NOI, "board_report")])
    assert short(rows) == [("revision", "later_version", "5", "9")]


def test_what_rounding_explains_is_agreement() -> None:
    book = Book(HA_NOI)
    book.add("exports", "5000", "USD", document="own", ulp=1000)
    book.add("exports", "4935", "USD", document="own")
    assert short(told(book)) == [("agreement", "sharper", "5000", "4935")]


def test_another_coverage_is_no_conflict() -> None:
    book = Book(HA_NOI)
    book.add("exports", "5", "USD", document="own", coverage=("kcn",))
    book.add("exports", "9", "USD", document="own", coverage=("kcn", "kkt"))
    assert short(told(book)) == [("coverage", "coverage", "5", "9")]


@pytest.mark.parametrize(
    ("figure", "action", "value", "expected"),
    [
        (1, "accept", None, [("decision", "accepted", "5", "9")]),
        (0, "accept", None, [("decision", "accepted", "5", "5"), ("conflict", "accepted", "9", "5")]),
        (0, "override", "7", [("decision", "overridden", "5", "7"), ("conflict", "overridden", "9", "7")]),
        (0, "drop", None, [("decision", "dropped", "5", "9")]),
        (0, "flag", None, [("conflict", "nearer_publisher", "9", "5"), ("decision", "withheld", "5", None)]),
        (1, "flag", None, [("conflict", "nearer_publisher", "9", "5")]),
    ],
)
def test_decisions_are_told_with_who_made_them(
    book: Book, figure: int, action: str, value: str | None, expected: list[tuple[Any, ...]]
) -> None:
    correction = on_figure(book.facts[figure], action, value)
    rows = told(book, correction)
    assert short(rows) == expected
    for row in rows:
        decided = row["reason"] in {"accepted", "overridden", "dropped", "withheld"}
        assert row["decided_by"] == (WHO if decided else None)
        assert row["correction_id"] == (correction.identifier if decided else None)


def test_an_emptied_cell_is_told(book: Book) -> None:
    rows = told(book, *(on_figure(fact, "drop") for fact in book.facts))
    assert short(rows) == [("decision", "dropped", "5", None), ("decision", "dropped", "9", None)]


def test_who_accepted_which_figure(book: Book) -> None:
    first, second = (fact.figure_id for fact in book.facts)
    assert acceptances(told(book)) == {}
    assert acceptances(told(book, on_figure(book.facts[0], "override", "7"))) == {}
    accepted = acceptances(told(book, on_figure(book.facts[1], "accept")))
    assert accepted == {second: Acceptance(WHO)}
    assert accepted_by([first, second], accepted) == WHO
    assert accepted_by([first], accepted) is None
    both = {first: Acceptance("Minh"), second: Acceptance("Lan")}
    assert accepted_by([first, second], both) == "Lan, Minh"


def test_an_acceptance_holds_against_what_was_known(book: Book) -> None:
    standing, beaten = book.facts
    expect = {"value": "9", "quote": beaten.quote, "against": [standing.figure_id]}
    accepted = acceptances(told(book, on_figure(beaten, "accept", expect=expect)))
    assert accepted[beaten.figure_id] == Acceptance(WHO, frozenset({standing.figure_id}))
    figure, known, later = beaten.figure_id, standing.figure_id, "f" * 16
    assert accepted_by([figure], accepted, [figure, known]) == WHO
    assert accepted_by([figure], accepted, [figure, known, later]) is None
    assert accepted_by([figure], {figure: Acceptance(WHO)}, [figure, known, later]) == WHO, "whatever contradicts it"
