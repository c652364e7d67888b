"""A whole refresh through Dagster, on three reports in our own words."""

from __future__ import annotations

import os
import signal
from pathlib import Path

import dagster as dg
import duckdb
import pandas as pd
import pytest

from kcn_pipeline.defs.launch import RunFailed, materialise, prepare_dagster_home
from kcn_pipeline.defs.storage import every_table, partition_path, stored_periods
from kcn_pipeline.periods import HalfYear
from kcn_pipeline.settings import DataDirectory
from kcn_pipeline.tables import TABLES
from kcn_pipeline_tests.integration.conftest import (
    H1,
    H2,
    Refreshed,
    three_reports,
)

PARTITIONED = [name for name in TABLES if name != "panel"]
# Honest reports contradict nothing, and nobody decided anything.
NOTHING_TO_TELL = {"suspects", "conflict_members", "revisions", "decisions"}


def without_vintage(tables: dict[str, pd.DataFrame]) -> dict[str, pd.DataFrame]:
    """Everything but the day of computing, which may change at midnight."""
    return tables | {"panel": tables["panel"].drop(columns="vintage")}


def assert_same(one: DataDirectory, other: DataDirectory) -> None:
    ours, theirs = without_vintage(every_table(one.warehouse)), without_vintage(every_table(other.warehouse))
    for name, frame in ours.items():
        pd.testing.assert_frame_equal(frame, theirs[name], obj=name)


def test_all_extraction_comes_first_and_publishing_last(refreshed: Refreshed) -> None:
    steps = [step for step, _ in refreshed.steps]
    assert refreshed.steps[:2] == (("extract", H1), ("extract", H2))
    assert refreshed.steps[-1] == ("publish", None)
    assert set(steps[2:-1]) == {"reconcile"}


@pytest.mark.parametrize("name", PARTITIONED)
def test_every_half_year_has_a_file_of_every_table(refreshed: Refreshed, name: str) -> None:
    assert {H1, H2} <= set(stored_periods(refreshed.data.warehouse, name))


@pytest.mark.parametrize("name", list(TABLES))
def test_what_is_stored_meets_its_schema(refreshed: Refreshed, name: str) -> None:
    frame = every_table(refreshed.data.warehouse)[name]
    TABLES[name].validate(frame, lazy=True)
    assert (len(frame) > 0) is (name not in NOTHING_TO_TELL), f"{name} has {len(frame)} rows"


def test_figures_of_both_reports_reach_the_panel(refreshed: Refreshed) -> None:
    panel = every_table(refreshed.data.warehouse)["panel"]
    board = panel[panel["entity"] == "board:ha-noi"]
    licensed = board[(board["metric"] == "projects_licensed") & (board["origin"] == "fdi")]
    assert dict(zip(licensed["period"], licensed["value"], strict=True)) == {"2019-H1": 7.0, "2019-H2": 19.0}


def test_relations_are_tried_and_hold(refreshed: Refreshed) -> None:
    verdicts = every_table(refreshed.data.warehouse)["reconciled_aggregates"]
    sums = verdicts[verdicts["rule"] == "origin_sum"]
    assert "EXACT" in set(sums["verdict"])
    assert "INCOMPATIBLE" not in set(verdicts["verdict"])


def test_the_summary_counts_what_was_made(refreshed: Refreshed) -> None:
    by_period = {p.period: p for p in refreshed.summary.periods}
    tables = every_table(refreshed.data.warehouse)
    assert [by_period[p].documents for p in (H1, H2)] == [1, 2]
    assert sum(p.facts for p in by_period.values()) == len(tables["extracted_metrics"])
    assert sum(sum(p.verdicts.values()) for p in by_period.values()) == len(tables["reconciled_aggregates"])
    assert refreshed.summary.held_back == ()


def test_no_check_of_severity_error_failed(refreshed: Refreshed) -> None:
    errors = [failed for failed in refreshed.summary.failed_checks if failed.severity == "ERROR"]
    assert errors == []
    assert not refreshed.summary.has_errors


def test_missing_boards_are_a_warning_of_each_half_year(refreshed: Refreshed) -> None:
    failed = {(f.check, f.period): f for f in refreshed.summary.failed_checks}
    for period in (H1, H2):
        assert failed["expected_boards_reported", period].severity == "WARN"


def test_the_mart_holds_as_many_rows_as_the_warehouse(refreshed: Refreshed) -> None:
    tables = every_table(refreshed.data.warehouse)
    with duckdb.connect(str(refreshed.summary.mart), read_only=True) as mart:
        row = mart.execute("SELECT count(*) FROM extraction.extracted_metrics").fetchone()
    assert row is not None
    assert row[0] == len(tables["extracted_metrics"])


def test_the_report_names_the_documents(refreshed: Refreshed) -> None:
    page = refreshed.summary.report.read_text(encoding="utf-8")
    assert "ha-noi-6-thang-2019.txt" in page
    assert "ha-noi-2019.txt" in page


class TestRecord:
    """What the instance has recorded, which is what the UI shows."""

    @pytest.fixture
    def recorded(self, refreshed: Refreshed) -> dg.DagsterInstance:
        return dg.DagsterInstance.from_config(str(prepare_dagster_home(refreshed.data)))

    @pytest.mark.parametrize("name", PARTITIONED)
    def test_every_partition_has_its_own_materialisation_with_its_rows(
        self, refreshed: Refreshed, recorded: dg.DagsterInstance, name: str
    ) -> None:
        for period in (H1, H2):
            wanted = dg.AssetRecordsFilter(dg.AssetKey(name), asset_partitions=[period.partition_key])
            (record,) = recorded.fetch_materializations(wanted, limit=5).records
            assert record.asset_materialization is not None
            metadata = record.asset_materialization.metadata
            stored = pd.read_parquet(partition_path(refreshed.data.warehouse, name, period))
            assert metadata["dagster/partition_row_count"].value == len(stored)
            assert "preview" in metadata

    def test_every_check_was_evaluated_for_its_partition(self, recorded: dg.DagsterInstance) -> None:
        quotes = dg.AssetCheckKey(dg.AssetKey("extracted_metrics"), "quote_is_raw_slice")
        history = recorded.event_log_storage.get_asset_check_execution_history(quotes, limit=10)
        partitions = {record.event.asset_check_evaluation.partition for record in history if record.event}  # type: ignore[union-attr]
        assert partitions == {"2019-01", "2019-07"}

    def test_all_runs_ended_well(self, recorded: dg.DagsterInstance) -> None:
        runs = recorded.get_runs()
        assert {run.status for run in runs} == {dg.DagsterRunStatus.SUCCESS}
        assert {run.job_name for run in runs} == {"extract_half_year", "reconcile_half_year", "publish"}


def test_doing_it_again_changes_nothing_and_prints_nothing(
    copy_of_refreshed: DataDirectory, refreshed: Refreshed, capfd: pytest.CaptureFixture[str]
) -> None:
    materialise([H1, H2], copy_of_refreshed)
    printed = capfd.readouterr()
    assert (printed.out, printed.err) == ("", "")
    assert_same(copy_of_refreshed, refreshed.data)


def test_the_order_in_which_half_years_came_does_not_matter(data: DataDirectory, refreshed: Refreshed) -> None:
    materialise([H2], data)
    materialise([H1], data)
    assert_same(data, refreshed.data)


def test_a_document_taken_away_takes_its_figures_with_it(copy_of_refreshed: DataDirectory, tmp_path: Path) -> None:
    name = "ha-noi-6-thang-2019.txt"
    (copy_of_refreshed.raw / H1.label / name).unlink()
    materialise([H1], copy_of_refreshed)
    alone = three_reports(tmp_path / "alone")
    (alone.raw / H1.label / name).unlink()
    materialise([H2], alone)
    assert_same(copy_of_refreshed, alone)


def test_publishing_alone_needs_no_half_year(copy_of_refreshed: DataDirectory) -> None:
    steps: list[str] = []
    copy_of_refreshed.report.unlink()
    summary = materialise([], copy_of_refreshed, lambda step, _: steps.append(step))
    assert steps == ["publish"]
    assert summary.report.exists()
    assert summary.periods == ()


def test_a_half_year_outside_the_partitions_is_refused(data: DataDirectory) -> None:
    with pytest.raises(ValueError, match="1999-H2: no such reporting period"):
        materialise([HalfYear(1999, 2)], data)


def test_a_step_that_raises_names_asset_half_year_and_cause(
    data: DataDirectory, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_text: str) -> None:
        raise ZeroDivisionError("the model has no words")

    monkeypatch.setattr("kcn_pipeline.defs.assets_cleaning.clean_text", broken)
    with pytest.raises(RunFailed, match=r"cleaned_texts of 2019-H1: .*the model has no words"):
        materialise([H1], data)


def test_a_run_that_cannot_begin_is_told_in_one_error(data: DataDirectory, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise PermissionError("the warehouse is locked away")

    monkeypatch.setattr("kcn_pipeline.defs.resources.Warehouse.create_io_manager", broken)
    with pytest.raises(RunFailed, match=r"extract_half_year of 2019-H1: .*the warehouse is locked away"):
        materialise([H1], data)


def test_a_refresh_that_is_interrupted_stops_there(data: DataDirectory, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(_text: str) -> None:
        os.kill(os.getpid(), signal.SIGINT)

    steps: list[str] = []
    monkeypatch.setattr("kcn_pipeline.defs.assets_cleaning.clean_text", interrupted)
    with pytest.raises((KeyboardInterrupt, dg.DagsterExecutionInterruptedError, RunFailed)):
        materialise([H1, H2], data, lambda step, _: steps.append(step))
    assert steps == ["extract"]
