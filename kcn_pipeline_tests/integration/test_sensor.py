"""The sensor: the inbox is taken in, and whatever is behind is asked for in the right order."""

from __future__ import annotations

import os
import time
from pathlib import Path

import dagster as dg
import pytest

from kcn_pipeline.defs import sensors
from kcn_pipeline.defs.catalogue import ASSETS, CHECKS
from kcn_pipeline.defs.freshness import FOLDER_STAMP, folder_stamp
from kcn_pipeline.defs.jobs import ASSET_JOBS
from kcn_pipeline.defs.launch import materialise
from kcn_pipeline.defs.resources import DataResource, resources_of
from kcn_pipeline.defs.sensors import FILES_A_TICK, SETTLED_AFTER_SECONDS, new_documents, take_in
from kcn_pipeline.periods import HalfYear
from kcn_pipeline.settings import DataDirectory
from kcn_pipeline_tests.integration.conftest import H1, H2, HALF_REPORT, YEAR_REPORT

LONG_AGO = SETTLED_AFTER_SECONDS + 60


def drop(data: DataDirectory, name: str, text: str, *, seconds_ago: float = LONG_AGO) -> Path:
    """A file in the inbox that was written some time ago."""
    path = data.inbox / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    moment = time.time() - seconds_ago
    os.utime(path, (moment, moment))
    return path


def tick(data: DataDirectory, instance: dg.DagsterInstance) -> dg.SensorResult | dg.SkipReason:
    """One evaluation of the sensor."""
    resources = {"data": DataResource(data_dir=str(data.root))}
    with dg.build_sensor_context(instance=instance, resources=resources) as context:
        found = new_documents(context)
    assert isinstance(found, dg.SensorResult | dg.SkipReason)
    return found


def asked(found: dg.SensorResult | dg.SkipReason) -> list[tuple[str | None, str | None]]:
    """Jobs and partitions that were asked for."""
    requests = found.run_requests or [] if isinstance(found, dg.SensorResult) else []
    return [(request.job_name, request.partition_key) for request in requests]


def fulfil(found: dg.SensorResult | dg.SkipReason, data: DataDirectory, instance: dg.DagsterInstance) -> None:
    """Do what the daemon does with a sensor's requests."""
    definitions = dg.Definitions(assets=ASSETS, asset_checks=CHECKS, jobs=ASSET_JOBS, resources=resources_of(data))
    assert isinstance(found, dg.SensorResult)
    for request in found.run_requests or []:
        definitions.resolve_job_def(str(request.job_name)).execute_in_process(
            instance=instance,
            partition_key=request.partition_key,
            tags={**request.tags, "dagster/run_key": str(request.run_key)},
            raise_on_error=False,
        )


@pytest.fixture
def empty(tmp_path: Path) -> DataDirectory:
    """A data directory without any document; the name of the fixture `data` is what `instance` opens."""
    return DataDirectory(tmp_path / "data")


@pytest.fixture
def data(empty: DataDirectory) -> DataDirectory:
    return empty


def test_an_empty_data_directory_asks_for_nothing(data: DataDirectory, instance: dg.DagsterInstance) -> None:
    assert isinstance(tick(data, instance), dg.SkipReason)


def test_files_go_from_the_inbox_through_every_step_in_order(data: DataDirectory, instance: dg.DagsterInstance) -> None:
    drop(data, "half.txt", HALF_REPORT)
    drop(data, "sub/year.txt", YEAR_REPORT)
    first = tick(data, instance)
    assert asked(first) == [("extract_half_year", "2019-01"), ("extract_half_year", "2019-07")]
    assert not list(data.inbox.rglob("*.txt"))
    fulfil(first, data, instance)

    second = tick(data, instance)
    assert {job for job, _ in asked(second)} == {"reconcile_half_year"}
    assert {"2019-01", "2019-07"} <= {key for _, key in asked(second)}
    fulfil(second, data, instance)

    third = tick(data, instance)
    assert asked(third) == [("publish", None)]
    fulfil(third, data, instance)
    assert data.report.exists()

    last = tick(data, instance)
    assert isinstance(last, dg.SkipReason)
    assert last.skip_message == "everything is up to date"


def test_the_same_cause_asks_once_under_the_same_key(data: DataDirectory, instance: dg.DagsterInstance) -> None:
    drop(data, "half.txt", HALF_REPORT)
    first, again = tick(data, instance), tick(data, instance)
    keys = [[r.run_key for r in f.run_requests or []] for f in (first, again) if isinstance(f, dg.SensorResult)]
    assert keys[0] == keys[1]
    assert len(keys[0]) == 1


def test_what_failed_is_not_asked_for_again_until_something_changes(
    data: DataDirectory, instance: dg.DagsterInstance, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("disk on fire")

    drop(data, "half.txt", HALF_REPORT)
    monkeypatch.setattr("kcn_pipeline.defs.assets_documents.documents_of", broken)
    fulfil(tick(data, instance), data, instance)
    assert ("extract_half_year", "2019-01") not in asked(tick(data, instance))
    drop(data, "more.txt", HALF_REPORT.replace("12 dự án", "14 dự án"))
    assert asked(tick(data, instance)) == [("extract_half_year", "2019-01")]


def test_an_extraction_that_was_killed_half_way_is_asked_for_once_more(
    data: DataDirectory, instance: dg.DagsterInstance
) -> None:
    drop(data, "half.txt", HALF_REPORT)
    take_in(data)
    stamp = {FOLDER_STAMP: folder_stamp(data, H1)}
    instance.report_runless_asset_event(dg.AssetMaterialization("raw_documents", partition="2019-01", metadata=stamp))
    found = tick(data, instance)
    assert asked(found) == [("extract_half_year", "2019-01")]
    fulfil(found, data, instance)
    assert "extract_half_year" not in {job for job, _ in asked(tick(data, instance))}


def test_reconciling_waits_for_runs_under_way(data: DataDirectory, instance: dg.DagsterInstance) -> None:
    drop(data, "half.txt", HALF_REPORT)
    fulfil(tick(data, instance), data, instance)
    instance.add_run(dg.DagsterRun(job_name="extract_half_year", status=dg.DagsterRunStatus.NOT_STARTED))
    found = tick(data, instance)
    assert isinstance(found, dg.SkipReason)
    assert "1 runs are waiting or under way" in (found.skip_message or "")


def test_runs_of_other_jobs_are_not_waited_for(data: DataDirectory, instance: dg.DagsterInstance) -> None:
    drop(data, "half.txt", HALF_REPORT)
    instance.add_run(dg.DagsterRun(job_name="someone_elses", status=dg.DagsterRunStatus.STARTED))
    assert asked(tick(data, instance)) == [("extract_half_year", "2019-01")]


def test_a_refresh_from_the_command_line_leaves_nothing_to_ask_for(
    data: DataDirectory, instance: dg.DagsterInstance
) -> None:
    drop(data, "half.txt", HALF_REPORT)
    take_in(data)
    materialise([H1], data, instance=instance)
    assert isinstance(tick(data, instance), dg.SkipReason)


def test_a_file_still_on_its_way_is_left_for_later(data: DataDirectory, instance: dg.DagsterInstance) -> None:
    path = drop(data, "half.txt", HALF_REPORT, seconds_ago=0)
    assert isinstance(tick(data, instance), dg.SkipReason)
    assert path.exists()


def test_a_large_delivery_is_taken_in_over_several_ticks(data: DataDirectory, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sensors, "FILES_A_TICK", 2)
    for number in range(3):
        drop(data, f"{number}.txt", HALF_REPORT.replace("12 dự án", f"{number}9 dự án"))
    assert [len(take_in(data)), len(take_in(data)), len(take_in(data))] == [2, 1, 0]
    assert FILES_A_TICK >= 2


def test_what_cannot_be_placed_goes_to_quarantine_and_asks_for_nothing(
    data: DataDirectory, instance: dg.DagsterInstance
) -> None:
    drop(data, "letter.txt", "Kính gửi quý vị, đây là một bức thư không có kỳ báo cáo.")
    assert isinstance(tick(data, instance), dg.SkipReason)
    assert [p.name for p in data.quarantine.glob("*.txt")] == ["letter.txt"]


def test_a_link_in_the_inbox_is_not_followed(data: DataDirectory, instance: dg.DagsterInstance, tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text(HALF_REPORT, encoding="utf-8")
    data.inbox.mkdir(parents=True)
    (data.inbox / "link.txt").symlink_to(secret)
    assert isinstance(tick(data, instance), dg.SkipReason)
    assert not data.raw.exists()


def test_a_change_in_the_folders_is_noticed_however_it_got_there(
    data: DataDirectory, instance: dg.DagsterInstance
) -> None:
    folder = data.raw / H2.label
    folder.mkdir(parents=True)
    (folder / "by-hand.txt").write_text(YEAR_REPORT, encoding="utf-8")
    assert asked(tick(data, instance)) == [("extract_half_year", HalfYear(2019, 2).partition_key)]
