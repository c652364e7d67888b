"""Which of several figures stands for a cell."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from kcn_pipeline.extraction.facts import Fact
from kcn_pipeline.quantities import Interval
from kcn_pipeline.reconciliation.decisions.candidates import Candidate, sources_of
from kcn_pipeline.reconciliation.decisions.selection import Selection, select
from kcn_pipeline_tests.unit.reconciliation.builders import DELTA, HA_NOI, Book, document_id


def document(name: str, publisher: str | None, kind: str, **known: Any) -> dict[str, Any]:
    row = {"document_id": document_id(name), "publisher": publisher, "kind": kind, "period": "2019-H2"}
    return {"source_group": row["document_id"], "superseded_by": None, **row, **known}


def chosen(facts: list[Fact], documents: list[dict[str, Any]] | None = None) -> Selection:
    selection = select(facts, sources_of(facts, documents or []))
    assert selection is not None
    return selection


def standing(selection: Selection) -> Candidate:
    assert selection.chosen is not None
    return selection.chosen


def two(first: str, second: str, **fields: Any) -> list[Fact]:
    """One cell of a board in two documents, `own` and `other`; `other` also tells something of its own."""
    book = Book(HA_NOI)
    book.add("exports", first, "USD", document="own")
    book.add("exports", second, "USD", document="other", **fields)
    return book.facts


OWN = document("own", HA_NOI, "board_report")


def test_a_single_figure() -> None:
    selection = chosen(two("5", "5")[:1])
    assert (selection.status, selection.sources, len(selection.figure_ids)) == ("single", 1, 1)


@pytest.mark.parametrize(
    ("publisher", "kind"), [(DELTA, "bloc_report"), (HA_NOI, "press"), (None, "press"), (None, "board_report")]
)
def test_the_boards_own_document_comes_before_all_others(publisher: str | None, kind: str) -> None:
    facts = two("5", "9")
    selection = chosen(facts, [OWN, document("other", publisher, kind)])
    assert standing(selection).value == 5
    assert selection.status == "conflict"
    assert selection.sources == 2
    assert selection.figure_ids == tuple(fact.figure_id for fact in facts), "the loser stays, behind"


def test_the_bloc_comes_before_the_press() -> None:
    facts = two("5", "9")
    documents = [document("own", None, "press"), document("other", DELTA, "bloc_report")]
    assert standing(chosen(facts, documents)).value == 9


def test_figures_that_overlap_agree() -> None:
    facts = two("5", "5", bound="approx")
    selection = chosen(facts, [OWN, document("other", DELTA, "bloc_report")])
    assert (selection.status, selection.sources) == ("agreement", 2)


def test_exact_comes_before_hedged_and_final_before_estimate() -> None:
    book = Book(HA_NOI)
    for bound, value in (("approx", "5.1"), ("lower", "4.9"), ("exact", "5")):
        book.add("exports", value, "USD", bound=bound, ulp="0.1")  # type: ignore[arg-type]
    selection = chosen(book.facts)
    assert standing(selection).bound == "exact"
    assert [book.facts[i].figure_id for i in (2, 1, 0)] == list(selection.figure_ids)


def test_the_sharper_figure_comes_before_the_rounder() -> None:
    book = Book(HA_NOI)
    book.add("exports", 5000, "USD", ulp=1000)
    book.add("exports", 4935, "USD", ulp=1)
    assert standing(chosen(book.facts)).value == 4935


def test_a_later_version_supersedes() -> None:
    facts = two("5", "9")
    documents = [
        document("own", HA_NOI, "board_report", superseded_by=document_id("other")),
        document("other", HA_NOI, "board_report"),
    ]
    selection = chosen(facts, documents)
    assert standing(selection).value == 9
    assert selection.status == "revision"
    assert selection.figure_ids == tuple(fact.figure_id for fact in reversed(facts)), "the older one stays, behind"


def test_the_version_after_the_next_supersedes_too() -> None:
    own = document("own", HA_NOI, "board_report", superseded_by=document_id("between"))
    between = document("between", HA_NOI, "board_report", superseded_by=document_id("other"))
    selection = chosen(two("5", "9"), [own, between, document("other", HA_NOI, "board_report")])
    assert standing(selection).value == 9
    assert selection.status == "revision"


def test_a_version_comes_before_the_boards_own_document() -> None:
    own = document("own", HA_NOI, "board_report", superseded_by=document_id("other"))
    selection = chosen(two("5", "9"), [own, document("other", DELTA, "bloc_report")])
    assert standing(selection).value == 9


def test_a_figure_that_the_later_version_leaves_out_stands() -> None:
    own = document("own", HA_NOI, "board_report", superseded_by=document_id("other"))
    selection = chosen(two("5", "9")[:1], [own, document("other", HA_NOI, "board_report")])
    assert standing(selection).value == 5
    assert selection.status == "single"


def test_versions_that_supersede_each_other_are_only_a_conflict() -> None:
    own = document("own", HA_NOI, "board_report", superseded_by=document_id("other"))
    other = document("other", HA_NOI, "board_report", superseded_by=document_id("own"))
    assert len(chosen(two("5", "9"), [own, other]).figure_ids) == 2


def test_what_is_no_version_of_it_contradicts_it() -> None:
    documents = [document(name, HA_NOI, "board_report") for name in ("own", "other")]
    assert chosen(two("5", "9"), documents).status == "conflict"


def test_an_estimate_that_the_publisher_makes_final_is_a_revision() -> None:
    book = Book(HA_NOI)
    book.add("exports", 5, "USD", document="own", bound="approx")
    book.add("exports", 9, "USD", document="later")
    documents = [OWN, document("later", HA_NOI, "board_report", period="2020-H1")]
    selection = chosen(book.facts, documents)
    assert standing(selection).value == 9
    assert selection.status == "revision"


@pytest.mark.parametrize("kind", ["press", "board_report"])
def test_copies_of_one_release_count_once(kind: str) -> None:
    copies = [document("own", HA_NOI, "board_report"), document("other", None, kind, source_group=document_id("own"))]
    selection = chosen(two("5", "5"), copies)
    assert (selection.sources, selection.status) == (1, "single")
    assert standing(selection).source.document_id == document_id("own")


def test_copies_and_another_source_agree() -> None:
    book = Book(HA_NOI)
    for name in ("a", "b", "c"):
        book.add("exports", "5", "USD", document=name)
    documents = [document(name, None, "press", source_group=document_id("a")) for name in ("a", "b")]
    selection = chosen(book.facts, [*documents, document("c", DELTA, "bloc_report")])
    assert (selection.sources, selection.status) == (2, "agreement")


def test_the_same_figures_of_two_publishers_agree() -> None:
    selection = chosen(two("5", "5"), [OWN, document("other", DELTA, "bloc_report")])
    assert (selection.status, selection.sources) == ("agreement", 2)


def test_a_printed_range_is_one_statement() -> None:
    book = Book(HA_NOI)
    lower = book.add("processing_time_cut", 2, "day", bound="lower")
    book.add("processing_time_cut", 5, "day", bound="upper", span=lower.span)
    selection = chosen(book.facts)
    assert (selection.status, selection.sources) == ("single", 1)
    assert standing(selection).interval == Interval(Decimal(2), Decimal(5))
    assert len(selection.figure_ids) == 2


def test_one_document_that_contradicts_itself() -> None:
    book = Book(HA_NOI)
    book.add("exports", 5, "USD")
    book.add("exports", 50, "USD")
    selection = chosen(book.facts)
    assert (selection.status, selection.sources) == ("conflict", 1)


def test_wider_coverage_of_zones_stands_and_narrower_is_no_rival() -> None:
    book = Book(HA_NOI)
    book.add("exports", 5, "USD", coverage=("kcn",), document="a")
    book.add("exports", 9, "USD", coverage=("kcn", "kkt"), document="b")
    selection = chosen(book.facts)
    assert standing(selection).value == 9
    assert (selection.status, selection.sources) == ("single", 1)


def test_figures_with_outside_stand_behind_and_figures_outside_alone_form_no_cell() -> None:
    book = Book(HA_NOI)
    book.add("exports", 12, "USD", coverage=("kcn", "outside"))
    book.add("exports", 9, "USD", coverage=("kcn",))
    book.add("exports", 3, "USD", coverage=("outside",))
    assert standing(chosen(book.facts)).value == 9
    sources = sources_of(book.facts, [])
    assert select(book.facts[2:], sources) is None
