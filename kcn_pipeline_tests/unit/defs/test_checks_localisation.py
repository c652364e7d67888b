"""Rules of relations, suspects, conflicts and bounds, each with a case that holds and one that fails."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any

import pandas as pd
import pytest

from kcn_pipeline.defs import checks_bounds
from kcn_pipeline.defs import checks_localisation as rules
from kcn_pipeline.defs.checks import Exhibit, Finding
from kcn_pipeline.periods import HalfYear
from kcn_pipeline.reconciliation.localisation.findings import findings
from kcn_pipeline.tables import TABLES, frame_of
from kcn_pipeline_tests.unit.reconciliation.builders import DELTA, H2, HA_NOI, YEAR, Book

Judge = Callable[[Exhibit], Finding]
OF_CONSTRAINTS: tuple[Judge, ...] = (rules.one_row_per_relation, rules.verdicts_have_relation, rules.figures_exist)
OF_SUSPECTS: tuple[Judge, ...] = (
    rules.one_row_per_reading,
    rules.repairs_named,
    rules.localisation_finished,
    rules.conflicts_have_suspects,
    rules.failures_localised,
    rules.figures_exist,
    rules.relations_exist,
)
OF_BOUNDS: tuple[Judge, ...] = (
    checks_bounds.one_row_per_bound,
    checks_bounds.bounds_ordered,
    checks_bounds.bounds_finished,
    checks_bounds.members_bounded,
)
ALL = [
    *(("constraints", rule) for rule in OF_CONSTRAINTS),
    *(("suspects", rule) for rule in OF_SUSPECTS),
    *(("bounds", rule) for rule in OF_BOUNDS),
]


@cache
def _tables(fdi: int) -> dict[str, pd.DataFrame]:
    book = Book(HA_NOI, YEAR)
    for origin, value in (("total", 532), ("fdi", fdi), ("ddi", 153)):
        book.add("projects_licensed", value, origin=origin)  # type: ignore[arg-type]
    book.entity = DELTA
    book.add("projects_licensed", 900, origin="total")
    boards, blocs = book.totals(H2)
    made = findings(boards, blocs, book.frame, H2)
    return {
        "extracted_metrics": book.frame,
        "board_totals": boards,
        "bloc_totals": blocs,
        "reconciled_aggregates": book.reconciled(),
        "constraints": made.constraints,
        "suspects": made.suspects,
        "conflict_members": made.conflict_members,
        "bounds": made.bounds,
        "revisions": frame_of(TABLES["revisions"], []),
    }


def exhibit(table: str, *, fdi: int = 319, rows: pd.DataFrame | None = None, **beside: pd.DataFrame) -> Exhibit:
    """A board whose parts do not add up (319 for 379), or do, and its bloc; `rows` and `beside` in place of some."""
    tables = {name: frame.copy() for name, frame in _tables(fdi).items()} | beside
    return Exhibit(tables[table] if rows is None else rows, H2, tables)


def table(name: str, fdi: int = 319) -> pd.DataFrame:
    return _tables(fdi)[name].copy()


@pytest.mark.parametrize("fdi", [319, 379])
@pytest.mark.parametrize(("name", "rule"), ALL)
def test_what_localisation_gives_passes(name: str, rule: Judge, fdi: int) -> None:
    finding = rule(exhibit(name, fdi=fdi))
    assert list(finding.failing) == []


@pytest.mark.parametrize(("name", "rule"), [*ALL, ("suspects", rules.figures_agree)])
def test_nothing_to_judge_is_told_by_the_count(name: str, rule: Judge) -> None:
    empty = {known: frame_of(schema, []) for known, schema in TABLES.items()}
    finding = rule(Exhibit(empty[name], HalfYear(2001, 1), empty))
    assert (finding.tried, list(finding.failing)) == (0, [])


class TestFiguresAgree:
    def test_a_contradiction_under_hard_identities_is_an_error(self) -> None:
        finding = rules.figures_agree(exhibit("suspects"))
        assert finding.severity == "ERROR"
        assert finding.message.startswith("1 suspects under hard identities, 0 under soft ones; ")
        assert "379 projects" in finding.message
        assert [row["repaired"] for row in finding.failing] == ["379"]

    def test_one_that_needs_a_soft_relation_is_a_warning(self) -> None:
        finding = rules.figures_agree(exhibit("suspects", rows=table("suspects").assign(hard=False)))
        assert (len(finding.failing), finding.severity) == (1, "WARN")

    def test_a_figure_that_someone_accepted_is_no_error_and_says_who(self) -> None:
        figure = table("suspects")["figure_id"].iloc[0]
        accepted: dict[str, Any] = {"reason": "accepted", "new_figure_id": figure, "decided_by": "An"}
        revisions = pd.DataFrame([dict.fromkeys(TABLES["revisions"].columns) | accepted])
        finding = rules.figures_agree(exhibit("suspects", revisions=revisions))
        assert finding.severity == "WARN"
        assert [row["accepted_by"] for row in finding.failing] == ["An"]

    def test_figures_that_agree_pass_and_tell_how_many_relations_were_tried(self) -> None:
        finding = rules.figures_agree(exhibit("suspects", fdi=379))
        assert list(finding.failing) == []
        assert finding.tried == len(table("constraints", fdi=379)) > 0

    def test_less_likely_explanations_accuse_nobody(self) -> None:
        rows = table("suspects").assign(answer=2)
        assert list(rules.figures_agree(exhibit("suspects", rows=rows)).failing) == []

    def test_what_was_not_explained_in_time_counts(self) -> None:
        rows = table("suspects").assign(answer=0)
        assert rules.figures_agree(exhibit("suspects", rows=rows)).severity == "ERROR"


class TestSuspects:
    def test_a_search_that_was_cut_short_is_a_warning_that_says_how_to_go_on(self) -> None:
        finding = rules.localisation_finished(exhibit("suspects", rows=table("suspects").assign(finished=False)))
        assert (finding.tried, len(finding.failing), finding.severity) == (1, 1, "WARN")
        assert "KCN_LIMIT_LOCALISATION_SECONDS" in finding.message

    @pytest.mark.parametrize(
        "fields",
        [
            {"repair": "made_up"},
            {"repaired": None},
            {"repair": None, "repaired": None, "feasible_lo": None, "feasible_hi": None},
        ],
    )
    def test_a_suspect_without_a_proper_repair_is_an_error(self, fields: dict[str, Any]) -> None:
        repaired = table("suspects").dropna(subset=["repair"])
        finding = rules.repairs_named(exhibit("suspects", rows=repaired.assign(**fields)))
        assert len(finding.failing) == finding.tried > 0
        assert finding.severity == "ERROR"

    def test_a_copy_tells_what_is_left_and_no_value(self) -> None:
        copied = table("suspects").dropna(subset=["repair"]).assign(repair="last_years_figure", repaired=None)
        assert list(rules.repairs_named(exhibit("suspects", rows=copied)).failing) == []

    @pytest.mark.parametrize("fields", [{"answer": 0, "repair": None, "repaired": None}, {"kind": "relation"}])
    def test_what_has_no_repair_to_tell_needs_none(self, fields: dict[str, Any]) -> None:
        rows = table("suspects").assign(feasible_lo=None, feasible_hi=None, **fields)
        assert list(rules.repairs_named(exhibit("suspects", rows=rows)).failing) == []

    def test_a_reading_told_twice_is_an_error(self) -> None:
        rows = pd.concat([table("suspects").head(1)] * 2, ignore_index=True)
        finding = rules.one_row_per_reading(exhibit("suspects", rows=rows))
        assert (len(finding.failing), finding.severity) == (2, "ERROR")

    def test_a_broken_relation_without_suspect_is_an_error(self) -> None:
        none = table("conflict_members").iloc[:0]
        finding = rules.failures_localised(exhibit("suspects", conflict_members=none))
        assert [row["rule"] for row in finding.failing] == ["origin_sum"]
        assert finding.severity == "ERROR"

    def test_a_conflict_without_suspect_is_an_error(self) -> None:
        finding = rules.conflicts_have_suspects(exhibit("suspects", rows=table("suspects").iloc[:0]))
        assert (finding.tried, len(finding.failing)) == (1, 1)


@pytest.mark.parametrize("name", ["constraints", "suspects"])
def test_a_figure_that_no_document_gives_is_an_error(name: str) -> None:
    rows = table(name)
    column, unknown = ("figure_ids", '["ffff"]') if "figure_ids" in rows else ("figure_id", "ffff")
    rows.loc[0, column] = unknown
    finding = rules.figures_exist(exhibit(name, rows=rows))
    assert [row["figure_ids"] for row in finding.failing] == [["ffff"]]
    assert finding.severity == "ERROR"


@pytest.mark.parametrize("name", ["suspects", "conflict_members"])
def test_a_relation_that_is_not_listed_is_an_error(name: str) -> None:
    finding = rules.relations_exist(exhibit(name, rows=table(name).assign(relation_id="ffff")))
    assert len(finding.failing) == finding.tried > 0
    assert finding.severity == "ERROR"


class TestConstraints:
    def test_a_verdict_without_terms_is_an_error(self) -> None:
        finding = rules.verdicts_have_relation(exhibit("constraints", rows=table("constraints").iloc[:0]))
        assert len(finding.failing) == finding.tried > 0

    def test_a_relation_that_stands_twice_is_an_error(self) -> None:
        rows = pd.concat([table("constraints")] * 2, ignore_index=True)
        assert len(rules.one_row_per_relation(exhibit("constraints", rows=rows)).failing) == len(rows)


class TestBounds:
    @pytest.mark.parametrize("fields", [{"lo": "10", "hi": "9"}, {"lo": None, "hi": None}])
    def test_ends_in_the_wrong_order_are_an_error(self, fields: dict[str, Any]) -> None:
        rows = table("bounds")
        rows.loc[0, list(fields)] = list(fields.values())
        finding = checks_bounds.bounds_ordered(exhibit("bounds", rows=rows))
        assert (len(finding.failing), finding.severity) == (1, "ERROR")

    def test_an_open_upper_end_is_no_error(self) -> None:
        assert list(checks_bounds.bounds_ordered(exhibit("bounds", rows=table("bounds").assign(hi=None))).failing) == []

    def test_bounds_that_were_cut_short_are_a_warning_that_says_how_to_go_on(self) -> None:
        finding = checks_bounds.bounds_finished(exhibit("bounds", rows=table("bounds").assign(finished=False)))
        assert (len(finding.failing), finding.severity) == (finding.tried, "WARN")
        assert "KCN_LIMIT_LOCALISATION_SECONDS" in finding.message

    def test_a_cell_that_is_bounded_twice_is_an_error_even_with_nulls_in_its_key(self) -> None:
        rows = pd.concat([table("bounds").head(1).assign(period_start=None)] * 2, ignore_index=True)
        assert len(checks_bounds.one_row_per_bound(exhibit("bounds", rows=rows)).failing) == 2

    def test_a_member_without_figure_or_bounds_is_a_warning(self) -> None:
        finding = checks_bounds.members_bounded(exhibit("bounds", rows=table("bounds").iloc[:0]))
        assert finding.tried == 11
        assert len(finding.failing) == 10, "Hà Nội published"
        assert finding.severity == "WARN"

    def test_a_stock_of_another_day_of_the_half_year_is_the_members_figure(self) -> None:
        stock = {"metric": "workers", "origin": None, "unit": "person", "period_start": None}
        blocs = table("bloc_totals").head(1).assign(**stock, period_end="2019-12-15")
        bounds = table("bounds")
        boards = bounds[bounds["entity"] != HA_NOI].assign(**stock, period_end="2019-12-31")
        found = checks_bounds.members_bounded(exhibit("bounds", rows=boards, bloc_totals=blocs))
        assert [row["entity"] for row in found.failing] == [HA_NOI]
