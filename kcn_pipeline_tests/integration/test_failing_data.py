"""Faults put into a stage: the right check fails, with the right severity, and garbage does not flow on."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from typing import Any

import dagster as dg
import pytest

from kcn_pipeline.cleaning.cleaned import CleanedText
from kcn_pipeline.defs.catalogue import ASSETS, CHECKS
from kcn_pipeline.defs.checks_publication import mart_is_whole, no_file_misplaced, report_is_whole
from kcn_pipeline.defs.jobs import ASSET_JOBS
from kcn_pipeline.defs.launch import materialise
from kcn_pipeline.defs.resources import resources_of
from kcn_pipeline.defs.storage import partition_path, stored_periods, stored_table, write_table
from kcn_pipeline.documents.document import Document
from kcn_pipeline.extraction.extract import extract_facts
from kcn_pipeline.extraction.facts import Fact
from kcn_pipeline.quantities import Span
from kcn_pipeline.settings import DataDirectory
from kcn_pipeline.tables import FACTS
from kcn_pipeline_tests.integration.conftest import H1, HALF_REPORT, YEAR_REPORT, Refreshed, write_document

Run = Callable[..., dg.ExecuteInProcessResult]


@pytest.fixture
def run(data: DataDirectory) -> Run:
    """Run one job over the first half of 2019 in memory."""
    definitions = dg.Definitions(assets=ASSETS, asset_checks=CHECKS, jobs=ASSET_JOBS, resources=resources_of(data))

    def execute(job: str, partition: str | None = H1.partition_key) -> dg.ExecuteInProcessResult:
        resolved = definitions.resolve_job_def(job)
        return resolved.execute_in_process(partition_key=partition, raise_on_error=False)

    return execute


def failed(result: dg.ExecuteInProcessResult) -> dict[tuple[str, str], str]:
    """Severity of the checks that failed, without the boards that sent nothing."""
    return {
        (e.asset_key.path[-1], e.check_name): e.severity.value
        for e in result.get_asset_check_evaluations()
        if not e.passed and e.check_name != "expected_boards_reported"
    }


def made(result: dg.ExecuteInProcessResult) -> set[str]:
    """Assets that were materialised."""
    return {e.asset_key.path[-1] for e in result.get_asset_materialization_events() if e.asset_key}


def change_facts(monkeypatch: pytest.MonkeyPatch, change: Callable[[Fact], Fact]) -> None:
    """Let extraction give every fact changed."""

    def changed(document: Document, cleaned: CleanedText) -> list[Fact]:
        return [change(fact) for fact in extract_facts(document, cleaned)]

    monkeypatch.setattr("kcn_pipeline.defs.assets_extraction.extract_facts", changed)


def test_sound_documents_fail_nothing_of_severity_error(run: Run) -> None:
    result = run("extract_half_year")
    assert result.success
    assert "ERROR" not in failed(result).values()
    extracted = {"extracted_metrics", "unassigned_figures", "events"}
    assert made(result) == {"raw_documents", "cleaned_texts", *extracted}


def test_a_file_that_is_no_document_fails_a_check_and_the_rest_goes_on(run: Run, data: DataDirectory) -> None:
    write_document(data, H1, "empty.txt", "")
    result = run("extract_half_year")
    assert failed(result) == {("raw_documents", "every_file_read"): "ERROR"}
    (said,) = [e.description or "" for e in result.get_asset_check_evaluations() if e.check_name == "every_file_read"]
    assert said.startswith("1 of 2 files are no document: raw/2019-H1/empty.txt; ")
    assert len(stored_table(data.warehouse, "raw_documents", [H1])) == 1
    assert len(stored_table(data.warehouse, "extracted_metrics", [H1])) > 0


def test_a_document_in_the_folder_of_another_half_year_fails_a_check(run: Run, data: DataDirectory) -> None:
    write_document(data, H1, "stray.txt", YEAR_REPORT)
    found = failed(run("extract_half_year"))
    assert found["raw_documents", "period_inside_partition"] == "ERROR"


@pytest.mark.parametrize(
    ("column", "value", "check"),
    [
        ("text", lambda text: text.replace("12", "21", 1), "alignment_reproduces_text"),
        ("segments", lambda _: _segment("31", "restored"), "digits_unchanged"),
        ("segments", lambda _: _segment("31", "digit_as_letter"), "digits_unchanged"),
    ],
)
def test_a_digit_that_cleaning_changes_stops_the_half_year(
    run: Run, monkeypatch: pytest.MonkeyPatch, column: str, value: Callable[[str], str], check: str
) -> None:
    as_row = CleanedText.as_row

    def damaged(cleaned: CleanedText, document: Document) -> dict[str, Any]:
        row = as_row(cleaned, document)
        return row | {column: value(row[column])}

    monkeypatch.setattr(CleanedText, "as_row", damaged)
    result = run("extract_half_year")
    assert not result.success
    assert failed(result)["cleaned_texts", check] == "ERROR"
    assert made(result) == {"raw_documents", "cleaned_texts"}


def _segment(text: str, kind: str) -> str:
    start = HALF_REPORT.index("12 dự án")
    changed = {"raw_start": start, "raw_end": start + 2, "text": text, "kind": kind, "rule": "fault", "score": None}
    return json.dumps([changed])


def test_a_lost_document_stops_the_half_year(run: Run, data: DataDirectory, monkeypatch: pytest.MonkeyPatch) -> None:
    write_document(data, H1, "second.txt", HALF_REPORT.replace("12 dự án", "13 dự án"))
    monkeypatch.setattr("kcn_pipeline.defs.assets_cleaning.rows_of", lambda frame: frame.head(1).to_dict("records"))
    result = run("extract_half_year")
    assert failed(result)["cleaned_texts", "every_document_cleaned"] == "ERROR"
    assert "extracted_metrics" not in made(result)


@pytest.mark.parametrize(
    ("change", "check", "severity"),
    [
        (lambda f: replace(f, span=Span(f.span.start + 1, f.span.end + 1)), "quote_is_raw_slice", "ERROR"),
        (lambda f: replace(f, unit="furlong"), "unit_fits_metric", "ERROR"),
        (lambda f: replace(f, period="2018-H2"), "period_inside_partition", "ERROR"),
        (lambda f: replace(f, value=f.value * 1000), "interval_holds_value", "ERROR"),
        (lambda f: replace(f, metric=None), "figures_understood", "WARN"),
        (lambda f: replace(f, period_end=H1.end.replace(year=2021)), "outcome_not_in_future", "WARN"),
    ],
)
def test_a_wrong_figure_fails_its_check(
    run: Run, monkeypatch: pytest.MonkeyPatch, change: Callable[[Fact], Fact], check: str, severity: str
) -> None:
    change_facts(monkeypatch, change)
    assert failed(run("extract_half_year"))["extracted_metrics", check] == severity


def test_no_figures_at_all_is_told(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kcn_pipeline.defs.assets_extraction.extract_facts", lambda *_: [])
    result = run("extract_half_year")
    assert failed(result) == {("extracted_metrics", "documents_have_figures"): "WARN"}
    quotes = [e for e in result.get_asset_check_evaluations() if e.check_name == "quote_is_raw_slice"]
    assert "0 rows tried" in (quotes[0].description or "")


def test_parts_that_do_not_add_up_are_an_error_of_that_relation(run: Run, data: DataDirectory) -> None:
    write_document(data, H1, "ha-noi-6-thang-2019.txt", HALF_REPORT.replace("5 dự án trong nước", "6 dự án trong nước"))
    run("extract_half_year")
    result = run("reconcile_half_year")
    assert failed(result)["reconciled_aggregates", "origin_sum"] == "ERROR"
    assert failed(result)["suspects", "figures_agree"] == "ERROR"
    accused = stored_table(data.warehouse, "suspects", [H1])
    likeliest = accused[(accused["answer"] == 1) & (accused["reading"] == 1)].iloc[0]
    assert (likeliest["origin"], likeliest["published"], likeliest["repaired"]) == ("ddi", "6", "5")
    assert likeliest["hard"]
    assert result.success, "a broken relation is a finding: it stops nothing"


def test_a_stored_table_of_garbage_fails_its_schema_and_stops_the_run(run: Run, data: DataDirectory) -> None:
    run("extract_half_year")
    facts = stored_table(data.warehouse, "extracted_metrics", [H1])
    facts.loc[0, "value"] = "12,5"
    write_table(partition_path(data.warehouse, "extracted_metrics", H1), FACTS, facts)
    result = run("reconcile_half_year")
    assert not result.success
    assert made(result) == {"corrections"}, "decisions of people are no figures: nothing else may be made of garbage"


def test_garbage_holds_back_the_half_years_around_it_and_publishing(
    data: DataDirectory, monkeypatch: pytest.MonkeyPatch
) -> None:
    change_facts(monkeypatch, lambda f: replace(f, quote="something else"))
    summary = materialise([H1], data)
    assert summary.has_errors
    assert H1 in summary.held_back
    assert not summary.published
    assert stored_periods(data.warehouse, "reconciled_aggregates") == []
    monkeypatch.undo()
    mended = materialise([H1], data)
    assert mended.held_back == ()
    assert mended.published
    assert H1 in stored_periods(data.warehouse, "reconciled_aggregates")


def test_a_half_year_without_files_is_judged_and_says_that_nothing_was_tried(run: Run, data: DataDirectory) -> None:
    (data.raw / H1.label / "ha-noi-6-thang-2019.txt").unlink()
    result = run("half_year")
    assert result.success
    assert failed(result) == {}
    said = {(e.asset_key.path[-1], e.check_name): e.description or "" for e in result.get_asset_check_evaluations()}
    for check in (
        ("raw_documents", "schema"),
        ("cleaned_texts", "digits_unchanged"),
        ("reconciled_aggregates", "bloc_sum"),
        ("suspects", "figures_agree"),
        ("bounds", "members_bounded"),
    ):
        assert "0 rows tried" in said[check]


class TestPublished:
    """Faults in what the public sees."""

    def judged(self, data: DataDirectory, check: dg.AssetChecksDefinition) -> dg.AssetCheckEvaluation:
        (spec,) = check.check_specs

        @dg.asset(name=spec.asset_key.path[-1])
        def made() -> None: ...

        result = dg.materialize([made, check], resources=resources_of(data))
        (evaluation,) = result.get_asset_check_evaluations()
        return evaluation

    @pytest.mark.parametrize("check", [mart_is_whole, report_is_whole, no_file_misplaced])
    def test_a_whole_publication_passes(self, refreshed: Refreshed, check: dg.AssetChecksDefinition) -> None:
        assert self.judged(refreshed.data, check).passed

    @pytest.mark.parametrize("check", [mart_is_whole, report_is_whole])
    def test_what_was_never_published_fails_with_the_job_to_run(
        self, data: DataDirectory, check: dg.AssetChecksDefinition
    ) -> None:
        evaluation = self.judged(data, check)
        assert not evaluation.passed
        assert "run the publish job" in (evaluation.description or "")

    def test_a_mart_behind_the_warehouse_fails_with_both_counts(self, copy_of_refreshed: DataDirectory) -> None:
        partition_path(copy_of_refreshed.warehouse, "extracted_metrics", H1).unlink()
        evaluation = self.judged(copy_of_refreshed, mart_is_whole)
        assert not evaluation.passed
        assert evaluation.description == "1 tables differ"

    def test_a_report_that_lacks_a_document_fails(self, copy_of_refreshed: DataDirectory) -> None:
        copy_of_refreshed.report.write_text("<html></html>", encoding="utf-8")
        evaluation = self.judged(copy_of_refreshed, report_is_whole)
        assert "3 of 3 documents are not in the report" in (evaluation.description or "")

    def test_a_file_that_no_half_year_reads_fails(self, data: DataDirectory) -> None:
        (data.raw / "loose.txt").write_text(HALF_REPORT, encoding="utf-8")
        evaluation = self.judged(data, no_file_misplaced)
        assert not evaluation.passed
        assert evaluation.severity is dg.AssetCheckSeverity.ERROR
        assert "raw/loose.txt" in (evaluation.description or "")


def test_decimals_reach_the_warehouse_exactly(run: Run, data: DataDirectory) -> None:
    run("extract_half_year")
    values = {Decimal(value) for value in stored_table(data.warehouse, "extracted_metrics", [H1])["value"]}
    assert Decimal(2150000000) in values
