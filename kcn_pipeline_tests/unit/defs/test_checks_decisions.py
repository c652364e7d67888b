"""Rules of revisions and decisions, each with a case that holds and one that fails."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

import pandas as pd
import pytest

from kcn_pipeline.defs import checks_decisions as rules
from kcn_pipeline.defs import checks_localisation, checks_reconciliation
from kcn_pipeline.defs.checks import Exhibit, Finding
from kcn_pipeline.extraction.facts import Fact
from kcn_pipeline.periods import HalfYear
from kcn_pipeline.reconciliation.decisions.outcomes import decisions
from kcn_pipeline.reconciliation.decisions.revisions import revisions
from kcn_pipeline.reference.corrections import Correction
from kcn_pipeline.tables import CONFLICT_MEMBERS, RAW_DOCUMENTS, SUSPECTS, frame_of
from kcn_pipeline_tests.unit.defs.test_checks_reconciliation import verdicts
from kcn_pipeline_tests.unit.publication.frames import bloc_facts
from kcn_pipeline_tests.unit.publication.reconciled_rows import conflict_row, suspect_row
from kcn_pipeline_tests.unit.reconciliation.builders import HA_NOI, Book
from kcn_pipeline_tests.unit.reconciliation.decided import WHO, on_figure

H2 = HalfYear(2019, 2)
NO_DOCUMENTS = pd.DataFrame(columns=list(RAW_DOCUMENTS.columns))
NO_SUSPECTS = pd.DataFrame(columns=list(SUSPECTS.columns))


@pytest.fixture
def facts() -> list[Fact]:
    """One cell in two documents that contradict each other."""
    book = Book(HA_NOI)
    book.add("exports", "5", "USD", document="own")
    book.add("exports", "9", "USD", document="other")
    return book.facts


def decided(facts: list[Fact], *rows: Correction, suspected: tuple[str, ...] = ()) -> Exhibit:
    """The table of decisions; `suspected` are figures under suspicion in a half-year nearby."""
    frame = decisions(Book(facts=facts).frame, NO_DOCUMENTS, NO_SUSPECTS, H2, rows)
    return Exhibit(frame, H2, {"suspects": pd.DataFrame({"figure_id": list(suspected)}, dtype=object)})


def revised(facts: list[Fact], *rows: Correction) -> Exhibit:
    frame = Book(facts=facts).frame
    return Exhibit(revisions(frame, NO_DOCUMENTS, H2, rows), H2, {"extracted_metrics": frame})


def counts(finding: Finding) -> tuple[int, int, str]:
    return finding.tried, len(finding.failing), finding.severity


@pytest.mark.parametrize("rule", [rules.expectations_hold, rules.decisions_agree, rules.decisions_act])
def test_a_decision_that_acts_passes_everything(facts: list[Fact], rule: Callable[[Exhibit], Finding]) -> None:
    assert counts(rule(decided(facts, on_figure(facts[1], "accept"))))[:2] == (1, 0)
    assert counts(rule(decided(facts)))[:2] == (0, 0)


def test_a_stale_decision_is_an_error_that_says_what_to_do(facts: list[Fact]) -> None:
    stale = on_figure(replace(facts[0], quote="4 USD"), "drop")
    finding = rules.expectations_hold(decided(facts, stale, on_figure(facts[1], "accept")))
    assert counts(finding) == (2, 1, "ERROR")
    assert "1 of 2 decisions no longer fit" in finding.message
    assert "4 USD" in finding.message
    assert "corrections.yaml" in finding.message


def test_contradictory_decisions_are_an_error(facts: list[Fact]) -> None:
    rows = [on_figure(facts[0], "override", value) for value in ("6", "7")]
    assert counts(rules.decisions_agree(decided(facts, *rows))) == (2, 2, "ERROR")


def test_a_decision_without_effect_is_a_warning(facts: list[Fact]) -> None:
    gone = on_figure(replace(facts[0], figure_id="0" * 16), "drop")
    chosen = on_figure(facts[0], "accept")
    assert counts(rules.decisions_act(decided(facts[:1], gone, chosen))) == (2, 2, "WARN")


def test_accepting_a_suspect_of_a_half_year_nearby_is_none(facts: list[Fact]) -> None:
    accept = on_figure(facts[0], "accept")
    assert counts(rules.decisions_act(decided(facts[:1], accept, suspected=(facts[0].figure_id,))))[:2] == (1, 0)


class TestRevisions:
    def test_a_conflict_is_a_warning_until_someone_decides(self, facts: list[Fact]) -> None:
        finding = rules.sources_agree(revised(facts))
        assert counts(finding) == (1, 1, "WARN")
        assert "kcn decide" in finding.message
        assert not rules.sources_agree(revised(facts, on_figure(facts[0], "accept"))).failing

    def test_both_figures_exist(self, facts: list[Fact]) -> None:
        exhibit = revised(facts, on_figure(facts[0], "flag"))
        assert counts(rules.revised_figures_exist(exhibit))[:2] == (2, 0), "a withheld cell has no new figure"
        fewer = {"extracted_metrics": exhibit.beside["extracted_metrics"].iloc[1:]}
        assert len(rules.revised_figures_exist(Exhibit(exhibit.rows, H2, fewer)).failing) == 2


class TestAcceptance:
    """A figure that someone accepted as published is listed, but no ERROR any more."""

    @staticmethod
    def accepted(figure: Fact, known: Sequence[Fact] | None = None) -> dict[str, pd.DataFrame]:
        row: dict[str, Any] = {"reason": "accepted", "new_figure_id": figure.figure_id, "decided_by": WHO}
        against = None if known is None else json.dumps([other.figure_id for other in known])
        return {"revisions": pd.DataFrame([{**row, "against": against}])}

    def test_a_broken_relation_becomes_a_warning(self) -> None:
        exhibit = verdicts(("origin_sum", "INCOMPATIBLE"))
        first, other = list(bloc_facts().values())[:2]
        for figure, severity, who in ((first, "WARN", WHO), (other, "ERROR", None)):
            beside = self.accepted(figure)
            finding = checks_reconciliation.relation_holds("origin_sum", Exhibit(exhibit.rows, exhibit.period, beside))
            assert counts(finding) == (1, 1, severity)
            assert finding.failing[0]["accepted_by"] == who

    def test_a_suspect_becomes_a_warning(self) -> None:
        first, other = list(bloc_facts().values())[:2]
        rows = pd.DataFrame([suspect_row(first, hard=True)])
        for figure, severity, who in ((first, "WARN", WHO), (other, "ERROR", None)):
            finding = self.judged(rows, self.accepted(figure))
            assert counts(finding) == (1, 1, severity)
            assert finding.failing[0]["accepted_by"] == who

    def test_what_contradicts_it_later_is_an_error_again(self) -> None:
        first, other, later = list(bloc_facts().values())[:3]
        rows = pd.DataFrame([suspect_row(first, hard=True)])
        for members, severity in (((first, other), "WARN"), ((first, other, later), "ERROR")):
            finding = self.judged(rows, self.accepted(first, [other]), *members)
            assert counts(finding) == (1, 1, severity)

    @staticmethod
    def judged(rows: pd.DataFrame, beside: dict[str, pd.DataFrame], *members: Fact) -> Finding:
        conflict = frame_of(CONFLICT_MEMBERS, [conflict_row(member) for member in members])
        known = {"constraints": pd.DataFrame({"constraint_id": ["c"]}), "conflict_members": conflict, **beside}
        return checks_localisation.figures_agree(Exhibit(rows, H2, known))
