"""Decisions against the facts as they are now: which hold, and what they are about."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pandas as pd
import pytest

from kcn_pipeline.extraction.facts import Fact
from kcn_pipeline.periods import Window
from kcn_pipeline.reconciliation.cells import cell_of
from kcn_pipeline.reconciliation.decisions.docket import amended, cell_of_target, docket
from kcn_pipeline.reconciliation.decisions.records import records
from kcn_pipeline.tables import FACTS
from kcn_pipeline_tests.unit.reconciliation.builders import HA_NOI, YEAR, Book
from kcn_pipeline_tests.unit.reconciliation.decided import on_cell, on_figure

ACTIONS = ("accept", "override", "drop", "flag")


def value_of(action: str) -> str | None:
    return "7" if action == "override" else None


@pytest.fixture
def fact() -> Fact:
    return Book(HA_NOI).add("exports", "5", "USD")


@pytest.fixture
def growth() -> Fact:
    return Book(HA_NOI, added=1).percent("exports", "12.5", "yoy")


@pytest.mark.parametrize("action", ACTIONS)
def test_one_that_finds_its_figure_is_heard_with_the_cell(fact: Fact, action: str) -> None:
    correction = on_figure(fact, action, value_of(action))
    found = docket([correction], [fact])
    assert dict(found.on_cells) == {cell_of(fact): (correction,)}
    assert not found.idle
    assert not found.on_others


@pytest.mark.parametrize("action", ACTIONS)
@pytest.mark.parametrize(
    "change",
    [{"value": Decimal("5.0001")}, {"quote": "5 tỷ USD"}, {"period": "2019-H1"}],
    ids=["value", "quote", "period"],
)
def test_one_that_finds_it_changed_is_stale(fact: Fact, action: str, change: dict[str, Any]) -> None:
    correction = on_figure(fact, action, value_of(action))
    assert docket([correction], [replace(fact, **change)]).idle == ((correction, "stale"),)


def test_better_rules_do_not_make_it_stale(fact: Fact) -> None:
    correction = on_figure(fact, "accept")
    understood = replace(fact, metric="imports", rule="better")
    assert docket([correction], [understood]).idle == ()


@pytest.mark.parametrize("action", ACTIONS)
def test_a_figure_that_is_gone_can_only_be_dropped(fact: Fact, action: str) -> None:
    correction = on_figure(fact, action, value_of(action))
    expected = "without_effect" if action == "drop" else "stale"
    assert docket([correction], []).idle == ((correction, expected),)


def test_a_figure_that_was_not_understood_stands_in_no_relation(fact: Fact) -> None:
    seen = replace(fact, metric=None)
    correction = on_figure(seen, "drop")
    assert docket([correction], [seen]).idle == ((correction, "without_effect"),)


def test_a_cell_further_away_than_it_is_read_from_is_out_of_reach() -> None:
    old = Book(HA_NOI).add("exports", "5", "USD", window=Window.of_year(2016), period="2019-H2")
    correction = on_figure(old, "drop")
    assert docket([correction], [old]).idle == ((correction, "without_effect"),)


def test_one_on_a_cell_is_heard_there(fact: Fact) -> None:
    name = cell_of(fact)
    assert name is not None
    correction = on_cell(name, "flag", "5")
    assert cell_of_target(correction.target) == name
    assert dict(docket([correction], []).on_cells) == {name: (correction,)}


@pytest.mark.parametrize(
    "rows",
    [[("override", "7"), ("override", "8")], [("drop", None), ("accept", None)], [("flag", None), ("override", "7")]],
)
def test_two_on_one_target_that_disagree_have_no_effect(fact: Fact, rows: list[tuple[str, str | None]]) -> None:
    corrections = [on_figure(fact, action, value) for action, value in rows]
    assert docket(corrections, [fact]).idle == tuple((c, "contradictory") for c in corrections)


def test_two_people_may_say_the_same(fact: Fact) -> None:
    corrections = [on_figure(fact, "override", "7"), on_figure(fact, "override", "7.00", who="Minh")]
    assert docket(corrections, [fact]).idle == ()


class TestAmended:
    """Figures that form no cell: percentages, plans."""

    @staticmethod
    def frame(*facts: Fact) -> pd.DataFrame:
        return pd.DataFrame([fact.as_row() for fact in facts])

    def test_without_decisions_it_is_the_same_frame(self, growth: Fact) -> None:
        frame = self.frame(growth)
        assert amended(frame, ()) is frame

    @pytest.mark.parametrize("action", ["drop", "flag"])
    def test_what_is_dropped_or_flagged_is_left_out(self, growth: Fact, fact: Fact, action: str) -> None:
        frame = self.frame(fact, growth)
        left = amended(frame, [on_figure(growth, action)])
        assert list(left["figure_id"]) == [fact.figure_id]
        assert len(frame) == 2, "the stored facts stay"

    def test_an_override_puts_an_exact_value(self, growth: Fact) -> None:
        (row,) = records(amended(self.frame(growth), [on_figure(growth, "override", "15.2")]), FACTS)
        assert (row["value"], row["lo"], row["hi"], row["bound"]) == ("15.2", "15.2", "15.2", "exact")
        assert Fact.from_row(row).value == Decimal("15.2")

    @pytest.mark.parametrize("action", ACTIONS)
    def test_figures_of_cells_are_left_to_the_totals(self, fact: Fact, action: str) -> None:
        frame = self.frame(fact)
        pd.testing.assert_frame_equal(amended(frame, [on_figure(fact, action, value_of(action))]), frame)

    def test_what_is_stale_changes_nothing(self, growth: Fact) -> None:
        frame = self.frame(growth)
        stale = on_figure(replace(growth, quote="12%"), "drop")
        pd.testing.assert_frame_equal(amended(frame, [stale]), frame)


def test_the_year_of_the_fixture_lies_in_its_document() -> None:
    assert YEAR.half_year.label == Book(HA_NOI).add("exports", "5", "USD").period
