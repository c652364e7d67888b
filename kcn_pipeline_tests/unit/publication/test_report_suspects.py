"""Contradictions as the report shows them."""

from __future__ import annotations

import json
from typing import Any

import pytest

from kcn_pipeline.extraction.facts import Fact
from kcn_pipeline.publication.report_suspects import Contradiction, contradictions_of
from kcn_pipeline.tables import CONFLICT_MEMBERS, REVISIONS, SUSPECTS, frame_of
from kcn_pipeline_tests.unit.publication.frames import bloc_facts
from kcn_pipeline_tests.unit.publication.reconciled_rows import conflict_row, revision_row, suspect_row

Rows = list[dict[str, Any]]


def found(suspects: Rows, members: Rows | None = None, facts: dict[str, Fact] | None = None) -> list[Contradiction]:
    known = (bloc_facts() if facts is None else facts).values()
    return contradictions_of(frame_of(SUSPECTS, suspects), frame_of(CONFLICT_MEMBERS, members or []), known)


def only(suspects: Rows, members: Rows | None = None) -> Contradiction:
    (one,) = found(suspects, members)
    return one


def misread(**fields: Any) -> dict[str, Any]:
    """The bloc's capital, which may have been a thousandth of what is printed."""
    repaired = {"repair": "separator", "repaired": "51390000", "repaired_lo": "51385000", "repaired_hi": "51395000"}
    return suspect_row(bloc_facts()["capital"], **(repaired | fields))


def test_nothing_suspected_gives_nothing() -> None:
    assert found([]) == []


def test_a_suspect_tells_its_sentence_and_links_to_its_words() -> None:
    (explanation,) = only([misread()]).explanations
    (accused,) = explanation.accused

    assert accused.sentence.vi == "Số 51.390 t USD có thể sai."
    assert accused.sentence.en == "51.390 t USD may be wrong."
    assert accused.figure is not None
    assert (accused.figure.figure_id, accused.figure.document) == (bloc_facts()["capital"].figure_id, "khoi.txt")
    assert accused.others == ()


def test_further_readings_of_one_figure_stand_beside_the_first() -> None:
    second = misread(reading=2, repair="lost_digit", repaired="513900000000", repaired_lo=None, repaired_hi=None)
    (explanation,) = only([second, misread()]).explanations

    (accused,) = explanation.accused
    assert [other.vi for other in accused.others] == ["513,9 tỷ USD"]


def test_two_figures_of_one_explanation_are_told_apart() -> None:
    facts = bloc_facts()
    (explanation,) = only([suspect_row(facts["fdi"]), suspect_row(facts["ddi"])]).explanations

    assert {one.figure.figure_id for one in explanation.accused if one.figure} == {
        facts["fdi"].figure_id,
        facts["ddi"].figure_id,
    }


def test_explanations_come_likeliest_first_with_their_probability() -> None:
    rows = [misread(answer=2, probability=0.25), suspect_row(bloc_facts()["fdi"], answer=1, probability=0.75)]
    explanations = only(rows).explanations

    assert [(one.number, one.probability.vi if one.probability else None) for one in explanations] == [
        (1, "75%"),
        (2, "25%"),
    ]


def test_of_many_explanations_the_page_shows_the_first_and_counts_the_rest() -> None:
    one = only([misread(answer=number, probability=0.1) for number in range(1, 9)])

    assert [explanation.number for explanation in one.explanations] == [1, 2, 3, 4, 5]
    assert one.hidden == 3


def test_a_contradiction_without_an_explanation_has_no_probability_and_says_that_time_ran_out() -> None:
    one = only([suspect_row(bloc_facts()["fdi"], answer=0, probability=0.0, finished=False)])

    assert one.explanations[0].probability is None
    assert not one.finished


@pytest.mark.parametrize(("hard", "severity"), [(True, "error"), (False, "warning")])
def test_only_hard_identities_make_an_error(hard: bool, severity: str) -> None:
    assert only([misread(hard=hard)]).severity == severity


def test_errors_come_first_then_the_latest_half_year() -> None:
    rows = [
        misread(contradiction="a" * 16, period="2018-H1", hard=True),
        misread(contradiction="b" * 16, period="2019-H2", hard=False),
        misread(contradiction="c" * 16, period="2019-H1", hard=True),
    ]

    assert [one.contradiction_id[0] for one in found(rows)] == ["c", "a", "b"]


def test_the_same_contradiction_seen_from_two_half_years_is_told_in_each() -> None:
    assert [one.period for one in found([misread(period="2019-H1"), misread(period="2019-H2")])] == [
        "2019-H2",
        "2019-H1",
    ]


def test_figures_in_conflict_are_linked_once_each_and_relations_left_out() -> None:
    facts = bloc_facts()
    relation = conflict_row(facts["fdi"], kind="relation", figure_id=None, relation_id="feed", rule="origin_sum")
    members = [conflict_row(facts["fdi"]), conflict_row(facts["total"]), conflict_row(facts["fdi"]), relation]

    assert [link.label.vi for link in only([misread()], members).figures] == ["186 dự án", "255 dự án"]


def test_a_relation_without_a_figure_is_told_without_a_link() -> None:
    row = misread(kind="relation", figure_id=None, relation_id="feed", published=None)

    assert only([row]).explanations[0].accused[0].figure is None


def test_a_figure_that_no_document_has_is_named_with_the_cure() -> None:
    with pytest.raises(KeyError, match=r"2019-H1 names figure \w+, which no document has; run 2019-H1 again"):
        found([misread()], facts={})


class TestAccepted:
    """A suspect that someone accepted as published."""

    @staticmethod
    def one(*members: str, against: str | None = None) -> Contradiction:
        facts = bloc_facts()
        accepted = revision_row(
            facts["capital"], facts["capital"], reason="accepted", decided_by="Lan", against=against
        )
        rows = frame_of(CONFLICT_MEMBERS, [conflict_row(facts[name]) for name in members])
        (found,) = contradictions_of(
            frame_of(SUSPECTS, [misread()]), rows, facts.values(), frame_of(REVISIONS, [accepted])
        )
        return found

    def test_says_who_did_and_is_no_error_any_more(self) -> None:
        one = self.one("capital", "fdi")
        assert one.severity == "warning"
        assert one.explanations[0].accused[0].accepted_by == "Lan"

    def test_is_one_again_where_further_figures_contradict_it(self) -> None:
        known = json.dumps([bloc_facts()["fdi"].figure_id])
        assert self.one("capital", "fdi", against=known).severity == "warning"
        later = self.one("capital", "fdi", "total", against=known)
        assert (later.severity, later.explanations[0].accused[0].accepted_by) == ("error", None)
