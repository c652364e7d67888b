"""Decisions of people through Dagster: what an edit of corrections.yaml re-runs, and what a wrong one says."""

from __future__ import annotations

from typing import Any

import dagster as dg
import pandas as pd
import pytest

from kcn_pipeline.cleaning.clean import clean_text
from kcn_pipeline.defs.freshness import CORRECTIONS, RECONCILED, changed_corrections, latest_events
from kcn_pipeline.defs.launch import RunSummary, materialise
from kcn_pipeline.defs.sensors import runs_due
from kcn_pipeline.defs.storage import every_table
from kcn_pipeline.documents.shelf import read_document
from kcn_pipeline.extraction.extract import extract_facts
from kcn_pipeline.extraction.facts import Fact, facts_of_rows
from kcn_pipeline.periods import HalfYear
from kcn_pipeline.publication.inputs import records
from kcn_pipeline.reference.corrections import Correction, corrections_stamp
from kcn_pipeline.reference.loading import BrokenReference
from kcn_pipeline.settings import DataDirectory
from kcn_pipeline_tests.integration.conftest import H1, H2, HALF_REPORT, Refreshed, write_document
from kcn_pipeline_tests.integration.test_sensor import fulfil

OLD_REPORT = HALF_REPORT.replace("6 tháng đầu năm 2019", "6 tháng đầu năm 2016")
RECONCILED_AGAIN = [("reconcile_half_year", "2019-01"), ("reconcile_half_year", "2019-07")]


@pytest.fixture
def data(copy_of_refreshed: DataDirectory) -> DataDirectory:
    """Three reports that were refreshed already; the name of the fixture is what `instance` opens."""
    return copy_of_refreshed


def table(data: DataDirectory, name: str) -> list[dict[str, Any]]:
    return records(every_table(data.warehouse)[name])


def licensed(data: DataDirectory, origin: str = "fdi") -> Fact:
    """The board's projects licensed in the first half of 2019."""
    (found,) = (
        fact
        for fact in facts_of_rows(table(data, "extracted_metrics"))
        if (fact.entity, fact.metric, fact.origin, fact.period)
        == ("board:ha-noi", "projects_licensed", origin, H1.label)
    )
    return found


def decision(fact: Fact, action: str = "override", **fields: Any) -> Correction:
    """A row on a figure as it is now."""
    return Correction.model_validate(
        {
            "target": {"figure_id": fact.figure_id, "period": fact.period},
            "action": action,
            "reason": "asked the board",
            "who": "Lan",
            "when": "2026-11-22",
            "expect": {"value": str(fact.value), "quote": fact.quote},
            **({"value": "8"} if action == "override" else {}),
            **fields,
        }
    )


def write(data: DataDirectory, *rows: Correction) -> None:
    data.corrections.write_text("# decisions\n" + "".join(row.as_yaml() for row in rows), encoding="utf-8")


def cell(data: DataDirectory, name: str = "board_totals", origin: str = "fdi") -> dict[str, Any]:
    """The cell of `licensed`."""
    (found,) = (
        row
        for row in table(data, name)
        if (row["entity"], row["metric"], row["origin"], row["period"])
        == ("board:ha-noi", "projects_licensed", origin, H1.label)
    )
    return found


def failed(summary: RunSummary, asset: str = "decisions") -> dict[str, tuple[str, str]]:
    return {f.check: (f.severity, f.message) for f in summary.failed_checks if f.asset == asset}


def requested(instance: dg.DagsterInstance, data: DataDirectory) -> list[tuple[str | None, str | None]]:
    return [(request.job_name, request.partition_key) for request in runs_due(instance, data)]


def caught_up(instance: dg.DagsterInstance, data: DataDirectory) -> list[tuple[str | None, str | None]]:
    """Do what the sensor asks for until it asks for nothing; gives the jobs and partitions in order."""
    done = []
    while requests := runs_due(instance, data):
        done += [(request.job_name, request.partition_key) for request in requests]
        fulfil(dg.SensorResult(run_requests=requests), data, instance)
    return done


def test_without_decisions_nothing_is_due(data: DataDirectory, instance: dg.DagsterInstance) -> None:
    assert changed_corrections(instance, data) == {}
    write(data)
    assert changed_corrections(instance, data) == {}, "an empty file says as much as none"
    assert requested(instance, data) == []


def test_an_edit_runs_the_half_years_it_touches_and_no_others(
    data: DataDirectory, instance: dg.DagsterInstance
) -> None:
    old = HalfYear(2016, 1)
    write_document(data, old, "old.txt", OLD_REPORT)
    materialise([old], data, instance=instance)
    before = latest_events(instance, RECONCILED)
    write(data, decision(licensed(data)))
    assert caught_up(instance, data) == [*RECONCILED_AGAIN, ("publish", None)]
    after = latest_events(instance, RECONCILED)
    assert {period for period, event in after.items() if event != before.get(period)} == {H1, H2}
    assert data_version(instance, H1) == data_version(instance, H2) != data_version(instance, old)
    assert data_version(instance, old) == corrections_stamp(())
    assert_applied(data)


def assert_applied(data: DataDirectory) -> None:
    assert (cell(data)["value"], cell(data)["status"]) == ("8", "decided")
    assert cell(data, "panel")["value"] == 8.0
    (told,) = table(data, "decisions")
    assert (told["period"], told["state"], told["old_value"], told["new_value"]) == (H1.label, "applied", "7", "8")
    verdicts = [row for row in table(data, "reconciled_aggregates") if row["period"] == H1.label]
    assert "INCOMPATIBLE" in {row["verdict"] for row in verdicts}, "8 + 5 is not 12: what is decided is tried like any"


def test_decisions_that_cannot_be_applied_fail_loudly_and_change_nothing(
    data: DataDirectory, refreshed: Refreshed
) -> None:
    fdi, ddi, total = (licensed(data, origin) for origin in ("fdi", "ddi", "total"))
    write(
        data,
        decision(fdi, expect={"value": "6", "quote": fdi.quote}),
        decision(ddi, value="3"),
        decision(ddi, value="4"),
        decision(total, "accept"),
    )
    summary = materialise([H1], data)
    found = failed(summary)
    assert {check: severity for check, (severity, _) in found.items()} == {
        "expectations_hold": "ERROR",
        "decisions_agree": "ERROR",
        "decisions_act": "WARN",
    }
    assert "1 of 4 decisions no longer fit" in found["expectations_hold"][1]
    assert "2 of 4 decisions contradict" in found["decisions_agree"][1]
    assert "1 of 4 decisions have no effect" in found["decisions_act"][1]
    assert summary.has_errors
    for name in ("board_totals", "bloc_totals", "reconciled_aggregates", "suspects", "bounds"):
        pd.testing.assert_frame_equal(every_table(data.warehouse)[name], every_table(refreshed.data.warehouse)[name])
    assert [row["reason"] for row in table(data, "revisions")] == ["accepted"], "who accepts is told all the same"


def test_a_flagged_cell_is_withheld(data: DataDirectory) -> None:
    write(data, decision(licensed(data), "flag"))
    summary = materialise([H1], data)
    assert not summary.has_errors
    assert cell(data)["status"] == "withheld"
    shown = {(row["metric"], row["origin"]) for row in table(data, "panel") if row["period"] == H1.label}
    assert ("projects_licensed", "fdi") not in shown
    assert ("projects_licensed", "ddi") in shown
    sums = [r for r in table(data, "reconciled_aggregates") if (r["rule"], r["period"]) == ("origin_sum", H1.label)]
    assert "EXACT" not in {row["verdict"] for row in sums if row["metric"] == "projects_licensed"}


def test_accepted_suspects_are_listed_but_no_error_any_more(data: DataDirectory) -> None:
    path = write_document(data, H1, "ha-noi-6-thang-2019.txt", HALF_REPORT.replace("12 dự án", "14 dự án"))
    document = read_document(path)
    counts = [f for f in extract_facts(document, clean_text(document.text)) if f.metric == "projects_licensed"]
    assert {fact.origin for fact in counts} == {"total", "fdi", "ddi"}
    write(data, *(decision(fact, "accept") for fact in counts))
    summary = materialise([H1], data)
    assert not summary.has_errors
    suspected = failed(summary, "suspects")["figures_agree"]
    assert suspected[0] == "WARN"
    assert failed(summary, "reconciled_aggregates")["origin_sum"][0] == "WARN"
    assert {row["state"] for row in table(data, "decisions")} == {"applied"}
    assert {row["figure_id"] for row in table(data, "suspects")} >= {fact.figure_id for fact in counts}


class TestBrokenFile:
    """A row that cannot be understood."""

    @pytest.fixture(autouse=True)
    def broken(self, data: DataDirectory) -> None:
        data.corrections.write_text("- action: accept\n  reason: none\n", encoding="utf-8")

    def test_a_refresh_refuses_it_before_any_work(self, data: DataDirectory) -> None:
        steps: list[str] = []
        with pytest.raises(BrokenReference, match=r"corrections.yaml:1: target: Field required; correct 'target'"):
            materialise([H1], data, lambda step, _: steps.append(step))
        assert steps == []

    def test_documents_are_still_read_but_nothing_is_reconciled(
        self, data: DataDirectory, instance: dg.DagsterInstance
    ) -> None:
        with pytest.raises(BrokenReference):
            runs_due(instance, data)
        write_document(data, H1, "more.txt", HALF_REPORT)
        assert requested(instance, data) == [("extract_half_year", "2019-01")]


def data_version(instance: dg.DagsterInstance, period: HalfYear) -> str:
    """That of the decisions of a half-year, as the instance recorded it."""
    wanted = dg.AssetRecordsFilter(CORRECTIONS, asset_partitions=[period.partition_key])
    (record,) = instance.fetch_materializations(wanted, limit=1).records
    assert record.asset_materialization is not None
    return str((record.asset_materialization.tags or {})["dagster/data_version"])
