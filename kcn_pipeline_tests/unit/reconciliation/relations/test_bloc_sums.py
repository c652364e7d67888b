"""A bloc against the sum of its members."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest

from kcn_pipeline.periods import HalfYear, Window
from kcn_pipeline.reconciliation.relations import bloc_sums
from kcn_pipeline.reconciliation.relations.bloc_sums import Members, members_of
from kcn_pipeline.reference.blocs import membership
from kcn_pipeline_tests.unit.reconciliation.builders import DELTA, END, HA_NOI, Book, bounds

MEMBERS = [f"board:{code}" for code in membership("red-river-delta", 2019).members or ()]


def report(bloc: int | None, *boards: int, metric: str = "projects_licensed", **fields: Any) -> Book:
    """The bloc's figure and those of its first members."""
    book = Book(DELTA)
    if bloc is not None:
        book.add(metric, bloc, origin="total", **fields)
    for board, value in zip(MEMBERS, boards, strict=False):
        book.entity = board
        book.add(metric, value, origin="total", document=board, **fields)
    return book


def test_all_members_make_up_the_bloc() -> None:
    row = report(66, *range(1, 12)).verdict("bloc_sum")
    assert row["verdict"] == "EXACT"
    assert row["members"] == 11
    assert json.loads(row["members_missing"]) == []
    assert row["share_covered"] == 1
    assert row["smallest_visible_error"] == "1"
    assert "all 11 members" in row["explanation_en"]


@pytest.mark.parametrize(("bloc", "residual"), [(65, -1), (67, 1)])
def test_all_members_and_another_total(bloc: int, residual: int) -> None:
    row = report(bloc, *range(1, 12)).verdict("bloc_sum")
    assert row["verdict"] == "INCOMPATIBLE"
    assert bounds(row, "residual") == (residual, residual)


def test_missing_members_take_the_rest() -> None:
    row = report(100, 30, 40).verdict("bloc_sum")
    assert row["verdict"] == "PARTIAL_COMPATIBLE"
    assert bounds(row, "residual") == (30, 30)
    assert json.loads(row["members_missing"]) == MEMBERS[2:]
    assert row["share_covered"] == pytest.approx(0.7)
    assert row["smallest_visible_error"] == "31"


def test_members_that_exceed_their_bloc() -> None:
    row = report(60, 30, 40).verdict("bloc_sum")
    assert row["verdict"] == "INCOMPATIBLE"
    assert bounds(row, "residual") == (-10, -10)


def test_hedged_members_leave_an_interval() -> None:
    row = report(100, 30, 40, bound="approx").verdict("bloc_sum")
    assert row["verdict"] == "PARTIAL_COMPATIBLE"
    lo, hi = bounds(row, "residual")
    assert lo is not None
    assert hi is not None
    assert lo < 30 < hi


def test_a_bloc_that_publishes_nothing() -> None:
    row = report(None, 30, 40).verdict("bloc_sum")
    assert row["verdict"] == "NOT_PUBLISHED"
    assert row["entity"] == DELTA
    assert row["stated_lo"] is None
    assert bounds(row, "derived") == (70, 70)
    assert "publishes nothing" in row["explanation_en"]


def test_members_that_publish_nothing() -> None:
    row = report(100).verdict("bloc_sum")
    assert row["verdict"] == "NOT_PUBLISHED"
    assert row["members"] == 11
    assert len(json.loads(row["members_missing"])) == 11
    assert row["derived_lo"] is None


def test_a_bloc_whose_members_no_source_states() -> None:
    book = Book("bloc:north-central")
    book.add("projects_licensed", 10, origin="total")
    row = book.verdict("bloc_sum")
    assert row["verdict"] == "NOT_PUBLISHED"
    assert (row["members"], row["members_missing"]) == (0, "[]")
    assert "bloc_memberships.yaml" in row["explanation_en"]


def test_a_bloc_that_the_reference_does_not_know() -> None:
    book = Book("bloc:atlantis")
    book.add("projects_licensed", 10, origin="total")
    assert book.verdict("bloc_sum")["verdict"] == "NOT_PUBLISHED"
    assert members_of("bloc:atlantis", 2019) == Members(None, 0, assumed=False)


def test_a_bloc_of_one_member(monkeypatch: pytest.MonkeyPatch) -> None:
    def alone(bloc: str, year: int) -> Members:
        return Members((HA_NOI,), 1, assumed=False) if bloc == DELTA else Members(None, 0, assumed=False)

    monkeypatch.setattr(bloc_sums, "members_of", alone)
    for bloc, verdict in ((10, "EXACT"), (11, "INCOMPATIBLE")):
        book = Book(DELTA)
        book.add("exports", bloc, "USD", ulp="0.1")
        book.entity = HA_NOI
        book.add("exports", 10, "USD", ulp="0.1")
        assert book.verdict("bloc_sum")["verdict"] == verdict


def test_an_assumed_membership_proves_no_error() -> None:
    year = Window.of_year(2018)
    assert membership("red-river-delta", 2018).assumed
    row = report(60, 30, 40, window=year).verdict("bloc_sum", HalfYear(2018, 2))
    assert row["verdict"] == "INCOMPATIBLE_AMBIGUOUS"
    assert "assumed" in row["explanation_en"]


def test_stocks_of_one_half_year_are_one_relation() -> None:
    book = Book(DELTA)
    book.add("workers", 100, "person", window=Window(None, date(2019, 12, 15)))
    book.entity = HA_NOI
    book.add("workers", 30, "person", window=END)
    book.add("workers", 25, "person", window=Window(None, date(2019, 9, 30)))
    row = book.verdict("bloc_sum")
    assert row["verdict"] == "PARTIAL_COMPATIBLE"
    assert row["period_end"] == "2019-12-15"
    assert bounds(row, "residual") == (70, 70)


def test_stocks_of_different_days_prove_no_error() -> None:
    book = Book(DELTA)
    book.add("workers", 10, "person", window=Window(None, date(2019, 12, 15)))
    book.entity = HA_NOI
    book.add("workers", 30, "person", window=END)
    assert book.verdict("bloc_sum")["verdict"] == "INCOMPATIBLE_AMBIGUOUS"


def test_other_windows_and_currencies_are_not_added() -> None:
    book = Book(DELTA)
    book.add("exports", 100, "USD")
    book.entity = HA_NOI
    book.add("exports", 30, "USD", window=Window.of_months(2019, 1, 11))
    book.add("exports", 30, "VND")
    rows = book.verdicts("bloc_sum")
    assert {(row["unit"], row["period_end"], row["verdict"]) for row in rows} == {
        ("USD", "2019-12-31", "NOT_PUBLISHED"),
        ("USD", "2019-11-30", "NOT_PUBLISHED"),
        ("VND", "2019-12-31", "NOT_PUBLISHED"),
    }


def test_what_cannot_be_added_is_not() -> None:
    book = Book(DELTA)
    for entity in (DELTA, HA_NOI):
        book.entity = entity
        book.add("average_income", 8, "VND_per_person_month")
        book.add("occupancy_rate", 70, "percent", window=END)
    assert book.verdicts("bloc_sum") == []


def test_a_board_that_tells_both_origins_counts_with_its_total() -> None:
    book = report(100, 30)
    book.entity = MEMBERS[1]
    book.add("projects_licensed", 15, origin="fdi")
    book.add("projects_licensed", 25, origin="ddi")
    rows = {row["origin"]: row for row in book.verdicts("bloc_sum")}
    assert bounds(rows["total"], "residual") == (30, 30)
    assert rows["fdi"]["verdict"] == "NOT_PUBLISHED"


def test_members_of_wider_coverage_may_exceed_their_bloc() -> None:
    book = report(60, 30, 40)
    book.entity = DELTA
    book.add("zones_operating", 9, "zone", window=END, coverage=("kcn",))
    book.entity = MEMBERS[0]
    book.add("zones_operating", 2, "zone", window=END, coverage=("kcn", "kkt"))
    row = next(row for row in book.verdicts("bloc_sum") if row["metric"] == "projects_licensed")
    assert row["verdict"] == "COVERAGE_BREAK"


def test_zero_everywhere() -> None:
    row = report(0, *([0] * 11)).verdict("bloc_sum")
    assert row["verdict"] == "EXACT"
    assert row["share_covered"] is None or row["share_covered"] != row["share_covered"]


def test_members_are_those_of_the_year() -> None:
    members = members_of(DELTA, 2019)
    assert members.boards is not None
    assert len(members.boards) == members.count == 11
    assert HA_NOI in members.boards
    assert not members.assumed
