"""What decisions do to one cell: which figure stands, what is taken out, what contradicts what."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from kcn_pipeline.extraction.facts import Fact
from kcn_pipeline.quantities import Interval
from kcn_pipeline.reconciliation.cells import CellName, cell_of
from kcn_pipeline.reconciliation.decisions.candidates import sources_of
from kcn_pipeline.reconciliation.decisions.selection import Selection, select
from kcn_pipeline.reference.corrections import Correction
from kcn_pipeline_tests.unit.reconciliation.builders import DELTA, HA_NOI, Book
from kcn_pipeline_tests.unit.reconciliation.decided import on_cell, on_figure
from kcn_pipeline_tests.unit.reconciliation.decisions.test_selection import OWN, document

BLOCS = document("other", DELTA, "bloc_report")


@pytest.fixture
def facts() -> list[Fact]:
    """The board says 5, its bloc 9 of the same cell: a conflict, which the board's own document wins."""
    book = Book(HA_NOI)
    book.add("exports", "5", "USD", document="own")
    book.add("exports", "9", "USD", document="other")
    return book.facts


@pytest.fixture
def cell(facts: list[Fact]) -> CellName:
    name = cell_of(facts[0])
    assert name is not None
    return name


def settled(facts: list[Fact], *corrections: Correction) -> Selection:
    selection = select(facts, sources_of(facts, [OWN, BLOCS]), corrections)
    assert selection is not None
    return selection


def stands(selection: Selection) -> tuple[Any, str]:
    """Value and status of the cell."""
    return (None if selection.chosen is None else selection.chosen.value), selection.status


def states(selection: Selection, *corrections: Correction) -> list[str]:
    return [selection.states[c.identifier] for c in corrections]


def test_without_decisions_the_boards_own_figure_stands(facts: list[Fact]) -> None:
    assert stands(settled(facts)) == (5, "conflict")
    assert settled(facts).states == {}


def test_an_accepted_figure_comes_first_and_settles_the_conflict(facts: list[Fact]) -> None:
    accept = on_figure(facts[1], "accept")
    selection = settled(facts, accept)
    assert stands(selection) == (9, "decided")
    assert selection.figure_ids == (facts[1].figure_id, facts[0].figure_id)
    assert states(selection, accept) == ["applied"]


def test_accepting_what_stands_settles_a_conflict(facts: list[Fact]) -> None:
    accept = on_figure(facts[0], "accept")
    assert stands(settled(facts, accept)) == (5, "decided")
    assert states(settled(facts, accept), accept) == ["applied"]


def test_accepting_what_nobody_disputes_has_no_effect(facts: list[Fact]) -> None:
    accept = on_figure(facts[0], "accept")
    selection = settled(facts[:1], accept)
    assert stands(selection) == (5, "single")
    assert states(selection, accept) == ["without_effect"]


@pytest.mark.parametrize("figure", [0, 1])
def test_an_override_puts_an_exact_value(facts: list[Fact], figure: int) -> None:
    override = on_figure(facts[figure], "override", "7.5")
    selection = settled(facts, override)
    assert stands(selection) == (Decimal("7.5"), "decided")
    assert selection.chosen is not None
    assert selection.chosen.interval == Interval.exactly(Decimal("7.5"))
    assert selection.chosen.bound == "exact"
    assert selection.figure_ids[0] == facts[figure].figure_id
    assert states(selection, override) == ["applied"]


def test_an_override_by_the_printed_value_takes_the_rounding_away(facts: list[Fact]) -> None:
    override = on_figure(facts[0], "override", "5")
    assert states(settled(facts[:1], override), override) == ["applied"]
    exact = Book(HA_NOI).add("projects_licensed", 5)
    same = on_figure(exact, "override", "5")
    assert states(settled([exact], same), same) == ["without_effect"]


def test_a_dropped_figure_makes_room_for_the_next(facts: list[Fact]) -> None:
    drop = on_figure(facts[0], "drop")
    selection = settled(facts, drop)
    assert stands(selection) == (9, "single")
    assert selection.sources == 1
    assert selection.figure_ids == (facts[1].figure_id, facts[0].figure_id), "it stays listed, last"
    assert states(selection, drop) == ["applied"]


def test_nothing_stands_when_everything_is_dropped(facts: list[Fact]) -> None:
    drops = [on_figure(fact, "drop") for fact in facts]
    selection = settled(facts, *drops)
    assert selection.chosen is None
    assert selection.sources == 0
    assert states(selection, *drops) == ["applied", "applied"]


def test_both_ends_of_a_range_go_together() -> None:
    book = Book(HA_NOI)
    lower = book.add("exports", 2, "USD", bound="lower")
    upper = book.add("exports", 5, "USD", bound="upper", span=lower.span)
    drop = on_figure(upper, "drop")
    assert settled([lower, upper], drop).chosen is None
    override = on_figure(upper, "override", "4")
    assert stands(settled([lower, upper], override)) == (4, "decided")


def test_a_flag_withholds_what_stands(facts: list[Fact]) -> None:
    standing, beaten = on_figure(facts[0], "flag"), on_figure(facts[1], "flag")
    assert stands(settled(facts, standing)) == (5, "withheld")
    assert stands(settled(facts, beaten)) == (5, "conflict")
    assert states(settled(facts, standing, beaten), standing, beaten) == ["applied", "without_effect"]


def test_figures_outside_the_zones_cannot_be_decided_into_a_cell() -> None:
    book = Book(HA_NOI)
    outside = book.add("exports", 9, "USD", coverage=("outside",))
    book.add("exports", 5, "USD")
    accept = on_figure(outside, "accept")
    selection = settled(book.facts, accept)
    assert stands(selection) == (5, "single")
    assert states(selection, accept) == ["without_effect"]


class TestOnTheCell:
    """Decisions that name the cell and not a figure."""

    @pytest.mark.parametrize(
        ("action", "value", "expected"),
        [
            ("accept", None, (5, "decided")),
            ("override", "7", (7, "decided")),
            ("flag", None, (5, "withheld")),
            ("drop", None, (None, "decided")),
        ],
    )
    def test_each_acts_on_what_stands(
        self, facts: list[Fact], cell: CellName, action: str, value: str | None, expected: tuple[Any, str]
    ) -> None:
        correction = on_cell(cell, action, "5", value)
        assert stands(settled(facts, correction)) == expected
        assert states(settled(facts, correction), correction) == ["applied"]

    @pytest.mark.parametrize("action", ["accept", "override", "flag", "drop"])
    def test_none_acts_when_another_value_stands(self, facts: list[Fact], cell: CellName, action: str) -> None:
        correction = on_cell(cell, action, "6", "7" if action == "override" else None)
        assert stands(settled(facts, correction)) == (5, "conflict")
        assert states(settled(facts, correction), correction) == ["stale"]

    def test_it_expects_what_decisions_on_figures_leave(self, facts: list[Fact], cell: CellName) -> None:
        drop, after, before = (on_figure(facts[0], "drop"), on_cell(cell, "flag", "9"), on_cell(cell, "flag", "5"))
        selection = settled(facts, drop, after, before)
        assert stands(selection) == (9, "withheld")
        assert states(selection, drop, after, before) == ["applied", "applied", "stale"]

    def test_nothing_is_left_to_decide_on_an_emptied_cell(self, facts: list[Fact], cell: CellName) -> None:
        rows = [*(on_figure(fact, "drop") for fact in facts), on_cell(cell, "override", "5", "7")]
        assert states(settled(facts, *rows), *rows) == ["applied", "applied", "stale"]


class TestContradictions:
    """Decisions that cannot hold together: none of them is applied."""

    def test_two_figures_of_one_cell_accepted(self, facts: list[Fact]) -> None:
        rows = [on_figure(fact, "accept") for fact in facts]
        assert stands(settled(facts, *rows)) == (5, "conflict")
        assert states(settled(facts, *rows), *rows) == ["contradictory"] * 2

    def test_a_figure_and_its_cell_overridden_differently(self, facts: list[Fact], cell: CellName) -> None:
        rows = [on_figure(facts[0], "override", "7"), on_cell(cell, "override", "7", "8")]
        assert stands(settled(facts, *rows)) == (5, "conflict")
        assert states(settled(facts, *rows), *rows) == ["contradictory"] * 2

    def test_the_same_value_twice_is_none(self, facts: list[Fact], cell: CellName) -> None:
        rows = [on_figure(facts[0], "override", "7"), on_cell(cell, "override", "7", "7.0")]
        assert stands(settled(facts, *rows)) == (7, "decided")
        assert states(settled(facts, *rows), *rows) == ["applied"] * 2

    def test_a_figure_accepted_in_a_cell_that_is_dropped(self, facts: list[Fact], cell: CellName) -> None:
        rows = [on_figure(facts[1], "accept"), on_cell(cell, "drop", "9")]
        assert stands(settled(facts, *rows)) == (5, "conflict")
        assert states(settled(facts, *rows), *rows) == ["contradictory"] * 2

    def test_what_does_not_contradict_still_acts(self, facts: list[Fact]) -> None:
        book = Book(HA_NOI, added=5)
        third = book.add("exports", "4", "USD", document="third")
        rows = [on_figure(facts[0], "accept"), on_figure(facts[1], "accept"), on_figure(third, "drop")]
        selection = settled([*facts, third], *rows)
        assert states(selection, *rows) == ["contradictory", "contradictory", "applied"]
        assert stands(selection) == (5, "conflict")
