"""Rules of cells and verdicts, each with a case that holds and one that fails."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pandas as pd
import pytest

from kcn_pipeline.defs import checks_reconciliation as rules
from kcn_pipeline.defs.checks import Exhibit, Finding
from kcn_pipeline.periods import HalfYear
from kcn_pipeline.tables import BLOC_TOTALS, RECONCILED_AGGREGATES, REVISIONS, RULE_FAMILIES, VERDICTS, frame_of
from kcn_pipeline_tests.unit.defs.samples import sample
from kcn_pipeline_tests.unit.publication.frames import bloc_facts
from kcn_pipeline_tests.unit.publication.rows import verdict_row

H1 = HalfYear(2019, 1)
CELL_RULES = (rules.cell_inside_partition, rules.one_row_per_cell, rules.figures_exist)


@pytest.fixture
def cells() -> Exhibit:
    """The bloc's cells with the figures behind them."""
    return Exhibit(sample("bloc_totals"), H1, {"extracted_metrics": sample("extracted_metrics")})


def verdicts(*found: tuple[str, str], **fields: Any) -> Exhibit:
    """Verdicts of (family, verdict), each on another figure."""
    facts = list(bloc_facts().values())
    sides = {"derived_lo": "1", "derived_hi": "1"} | fields
    rows = [verdict_row(verdict, family, [facts[n]], **sides) for n, (family, verdict) in enumerate(found)]
    known = {"entity": "bloc:red-river-delta"}
    return Exhibit(
        frame_of(RECONCILED_AGGREGATES, [row | known | {"metric": row["metric"] or "none"} for row in rows]),
        H1,
        {"revisions": frame_of(REVISIONS, [])},
    )


@pytest.mark.parametrize("rule", CELL_RULES)
def test_good_cells_pass(rule: Callable[[Exhibit], Finding], cells: Exhibit) -> None:
    finding = rule(cells)
    assert finding.tried == len(cells.rows) > 0
    assert list(finding.failing) == []


@pytest.mark.parametrize("rule", CELL_RULES)
def test_no_cells_are_told_by_the_count(rule: Callable[[Exhibit], Finding], cells: Exhibit) -> None:
    finding = rule(Exhibit(frame_of(BLOC_TOTALS, []), H1, cells.beside))
    assert (finding.tried, list(finding.failing)) == (0, [])


@pytest.mark.parametrize("fields", [{"period": "2018-H1"}, {"period_end": "2019-07-01"}, {"period_end": "2018-12-31"}])
def test_a_cell_of_another_half_year_is_an_error(cells: Exhibit, fields: dict[str, str]) -> None:
    rows = cells.rows.copy()
    rows.loc[0, list(fields)] = list(fields.values())
    finding = rules.cell_inside_partition(Exhibit(rows, H1))
    assert len(finding.failing) == 1
    assert finding.severity == "ERROR"


def test_a_rule_about_a_half_year_needs_one(cells: Exhibit) -> None:
    with pytest.raises(ValueError, match="one half-year"):
        rules.cell_inside_partition(Exhibit(cells.rows))


def test_a_cell_that_stands_twice_is_an_error_even_with_nulls_in_its_key(cells: Exhibit) -> None:
    stock = cells.rows[cells.rows["period_start"].isna()].head(1)
    assert len(stock), "the fixture has no stock"
    finding = rules.one_row_per_cell(Exhibit(pd.concat([cells.rows, stock], ignore_index=True), H1))
    assert len(finding.failing) == 2
    assert finding.severity == "ERROR"


@pytest.mark.parametrize("named", ["[]", '["ffffffffffffffff"]'])
def test_a_cell_that_no_figure_stands_behind_is_an_error(cells: Exhibit, named: str) -> None:
    rows = cells.rows.copy()
    rows.loc[0, "figure_ids"] = named
    finding = rules.figures_exist(Exhibit(rows, H1, cells.beside))
    assert [f["figure_ids"] for f in finding.failing] == [json.loads(named)]


@pytest.mark.parametrize("family", RULE_FAMILIES)
def test_a_broken_relation_is_an_error_of_its_family_only(family: str) -> None:
    exhibit = verdicts((family, "INCOMPATIBLE"), (family, "EXACT"))
    finding = rules.relation_holds(family, exhibit)
    assert (finding.tried, len(finding.failing), finding.severity) == (2, 1, "ERROR")
    assert "1 of 2 relations broken" in finding.message
    for other in set(RULE_FAMILIES) - {family}:
        assert rules.relation_holds(other, exhibit).tried == 0


@pytest.mark.parametrize("verdict", ["ROUNDING_LOOSE", "COVERAGE_BREAK", "INCOMPATIBLE_AMBIGUOUS"])
def test_a_doubtful_relation_is_a_warning(verdict: str) -> None:
    finding = rules.relation_holds("bloc_sum", verdicts(("bloc_sum", verdict)))
    assert (len(finding.failing), finding.severity) == (1, "WARN")
    assert verdict in finding.message, "the explanation of the first one is in the message"


@pytest.mark.parametrize("verdict", ["EXACT", "ROUNDING", "PARTIAL_COMPATIBLE"])
def test_a_relation_that_holds_passes(verdict: str) -> None:
    finding = rules.relation_holds("bloc_sum", verdicts(("bloc_sum", verdict)))
    assert (finding.tried, list(finding.failing)) == (1, [])


def test_a_relation_that_nobody_published_is_not_tried() -> None:
    finding = rules.relation_holds("bloc_sum", verdicts(("bloc_sum", "NOT_PUBLISHED")))
    assert (finding.tried, list(finding.failing)) == (0, [])


def test_broken_relations_are_shown_before_doubtful_ones() -> None:
    exhibit = verdicts(("bloc_sum", "COVERAGE_BREAK"), ("bloc_sum", "INCOMPATIBLE"))
    finding = rules.relation_holds("bloc_sum", exhibit)
    assert [f["verdict"] for f in finding.failing] == ["INCOMPATIBLE", "COVERAGE_BREAK"]


@pytest.mark.parametrize("verdict", VERDICTS)
def test_only_a_broken_relation_is_an_error(verdict: str) -> None:
    finding = rules.relation_holds("bloc_sum", verdicts(("bloc_sum", verdict)))
    assert (finding.severity == "ERROR") is (verdict == "INCOMPATIBLE")


@pytest.mark.parametrize("side", ["stated", "derived"])
def test_a_verdict_reached_over_nothing_is_an_error(side: str) -> None:
    nothing = {f"{side}_lo": None, f"{side}_hi": None}
    finding = rules.both_sides_known(verdicts(("bloc_sum", "EXACT"), **nothing))
    assert (len(finding.failing), finding.severity) == (1, "ERROR")


def test_one_end_of_a_side_is_enough() -> None:
    finding = rules.both_sides_known(verdicts(("subset", "EXACT"), derived_lo=None))
    assert (finding.tried, list(finding.failing)) == (1, [])


def test_an_untried_verdict_needs_no_sides() -> None:
    nothing = dict.fromkeys(("stated_lo", "stated_hi", "derived_lo", "derived_hi"))
    finding = rules.both_sides_known(verdicts(("bloc_sum", "NOT_PUBLISHED"), **nothing))
    assert (finding.tried, list(finding.failing)) == (0, [])


def test_no_verdicts_at_all_pass_with_nothing_tried() -> None:
    empty = Exhibit(frame_of(RECONCILED_AGGREGATES, []), H1, {"revisions": frame_of(REVISIONS, [])})
    for family in RULE_FAMILIES:
        assert rules.relation_holds(family, empty).tried == 0
    assert rules.both_sides_known(empty).tried == 0
