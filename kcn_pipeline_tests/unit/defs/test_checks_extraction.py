"""Rules of figures, each with a case that holds and one that fails."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from kcn_pipeline.defs import checks_extraction as rules
from kcn_pipeline.defs.checks import Exhibit, Finding
from kcn_pipeline.periods import HalfYear
from kcn_pipeline.tables import FACTS, RAW_DOCUMENTS, frame_of
from kcn_pipeline_tests.unit.defs.samples import sample

H1 = HalfYear(2019, 1)
RULES = (
    rules.quote_is_raw_slice,
    rules.period_inside_partition,
    rules.outcome_not_in_future,
    rules.unit_fits_metric,
    rules.interval_holds_value,
    rules.figures_understood,
    rules.documents_have_figures,
)


@pytest.fixture
def exhibit() -> Exhibit:
    """The bloc's document of the first half of 2019 with its six figures."""
    return Exhibit(sample("extracted_metrics", H1.label), H1, {"raw_documents": sample("raw_documents", H1.label)})


def changed(exhibit: Exhibit, row: int, **fields: Any) -> Exhibit:
    """The exhibit with one row changed."""
    rows = exhibit.rows.copy()
    for name, value in fields.items():
        rows.loc[row, name] = value
    return Exhibit(rows, exhibit.period, exhibit.beside)


@pytest.mark.parametrize("rule", [r for r in RULES if r is not rules.figures_understood])
def test_good_figures_pass(rule: Callable[[Exhibit], Finding], exhibit: Exhibit) -> None:
    finding = rule(exhibit)
    assert finding.tried > 0
    assert list(finding.failing) == []


@pytest.mark.parametrize("rule", RULES)
def test_nothing_to_judge_is_told_by_the_count(rule: Callable[[Exhibit], Finding]) -> None:
    empty = Exhibit(frame_of(FACTS, []), H1, {"raw_documents": frame_of(RAW_DOCUMENTS, [])})
    finding = rule(empty)
    assert (finding.tried, list(finding.failing)) == (0, [])


@pytest.mark.parametrize("fields", [{"quote": "256 dự án"}, {"start": 0}, {"document_id": "0" * 64}])
def test_a_quote_that_does_not_stand_at_its_place_is_an_error(exhibit: Exhibit, fields: dict[str, Any]) -> None:
    finding = rules.quote_is_raw_slice(changed(exhibit, 0, **fields))
    assert len(finding.failing) == 1
    assert finding.severity == "ERROR"
    assert "text there" in finding.failing[0]


def test_a_figure_filed_elsewhere_is_an_error(exhibit: Exhibit) -> None:
    finding = rules.period_inside_partition(changed(exhibit, 1, period="2018-H2"))
    assert [f["period"] for f in finding.failing] == ["2018-H2"]
    assert finding.severity == "ERROR"


def test_an_outcome_in_the_future_is_a_warning(exhibit: Exhibit) -> None:
    finding = rules.outcome_not_in_future(changed(exhibit, 0, period_end="2019-12-31"))
    assert [f["period_end"] for f in finding.failing] == ["2019-12-31"]
    assert finding.severity == "WARN"


def test_a_plan_may_lie_in_the_future(exhibit: Exhibit) -> None:
    plan = changed(exhibit, 0, period_end="2020-12-31", target=True)
    assert not rules.outcome_not_in_future(plan).failing


@pytest.mark.parametrize(
    ("metric", "comparison", "unit"),
    [
        ("projects_licensed", "level", "project"),
        ("projects_licensed", "change", "project"),
        ("projects_licensed", "yoy", "percent"),
        ("projects_licensed", "vs_plan", "percent"),
        ("projects_licensed", "multiple", "times"),
        ("capital_registered", "level", "USD"),
        ("capital_registered", "level", "VND"),
        ("average_income", "level", "VND_per_person_month"),
        ("occupancy_rate", "level", "percent"),
    ],
)
def test_units_that_fit_their_metric(exhibit: Exhibit, metric: str, comparison: str, unit: str) -> None:
    assert not rules.unit_fits_metric(changed(exhibit, 0, metric=metric, comparison=comparison, unit=unit)).failing


@pytest.mark.parametrize(
    ("metric", "comparison", "unit"),
    [
        ("projects_licensed", "level", "USD"),
        ("projects_licensed", "level", "percent"),
        ("projects_licensed", "yoy", "project"),
        ("projects_licensed", "multiple", "percent"),
        ("capital_registered", "level", "project"),
        ("average_income", "level", "VND"),
        ("no_such_metric", "level", "project"),
    ],
)
def test_units_that_do_not_fit_are_an_error(exhibit: Exhibit, metric: str, comparison: str, unit: str) -> None:
    finding = rules.unit_fits_metric(changed(exhibit, 0, metric=metric, comparison=comparison, unit=unit))
    assert [(f["metric"], f["unit"]) for f in finding.failing] == [(metric, unit)]
    assert finding.severity == "ERROR"


def test_a_figure_without_metric_is_not_tried_for_its_unit(exhibit: Exhibit) -> None:
    tried = rules.unit_fits_metric(exhibit).tried
    assert tried == int(exhibit.rows["metric"].notna().sum()) < len(exhibit.rows)


@pytest.mark.parametrize(
    ("lo", "hi", "holds"), [("255", "255", True), (None, "300", True), ("256", None, False), ("1", "254.9", False)]
)
def test_a_value_must_lie_in_its_interval(exhibit: Exhibit, lo: str | None, hi: str | None, holds: bool) -> None:
    assert bool(rules.interval_holds_value(changed(exhibit, 0, lo=lo, hi=hi)).failing) is not holds


def test_figures_without_metric_are_listed_with_the_reason(exhibit: Exhibit) -> None:
    finding = rules.figures_understood(exhibit)
    assert [(f["quote"], f["rule"]) for f in finding.failing] == [("17 đoàn khách", "no metric counts delegations")]
    assert finding.severity == "WARN"
    assert finding.message.startswith(f"1 of {len(exhibit.rows)} figures")


def test_a_document_without_figures_is_a_warning(exhibit: Exhibit) -> None:
    bare = Exhibit(exhibit.rows.head(0), H1, exhibit.beside)
    finding = rules.documents_have_figures(bare)
    assert [f["document"] for f in finding.failing] == ["khoi.txt"]
    assert finding.severity == "WARN"


def test_every_rule_is_a_named_check() -> None:
    names = [rule.name for rule in rules.RULES]
    assert len(names) == len(set(names))
    assert {"schema", "quote_is_raw_slice"} == {rule.name for rule in rules.RULES if rule.blocking}
