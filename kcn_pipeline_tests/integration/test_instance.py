"""The instance that records runs: its settings, its lock, and runs whose process was killed."""

from __future__ import annotations

import os
import threading
from pathlib import Path

import dagster as dg
import pytest
from filelock import FileLock

from kcn_pipeline.definitions import defs
from kcn_pipeline.defs import launch
from kcn_pipeline.defs.launch import (
    LAUNCHER_TAG,
    bury_dead_runs,
    bury_dead_runs_when_idle,
    materialise,
    prepare_dagster_home,
)
from kcn_pipeline.periods import HalfYear
from kcn_pipeline.settings import DataDirectory


def test_telemetry_and_nagging_are_off(instance: dg.DagsterInstance) -> None:
    assert not instance.telemetry_enabled
    assert not instance.nux_enabled
    assert os.environ["DAGSTER_DISABLE_TELEMETRY"] == "true"


def test_two_runs_at_a_time(instance: dg.DagsterInstance) -> None:
    queue = instance.get_concurrency_config().run_queue_config
    assert queue is not None
    assert queue.max_concurrent_runs == 2


@pytest.mark.parametrize(
    ("job", "alone"),
    [("half_year", True), ("reconcile_half_year", True), ("rebuild_years", True), ("extract_half_year", False)],
)
def test_half_years_are_reconciled_one_after_the_other(instance: dg.DagsterInstance, job: str, alone: bool) -> None:
    queue = instance.get_concurrency_config().run_queue_config
    assert queue is not None
    (limit,) = queue.tag_concurrency_limits
    assert limit["limit"] == 1
    tags = defs.resolve_job_def(job).run_tags
    assert ((limit["key"], limit["value"]) in tags.items()) is alone


def test_everything_is_kept_below_the_data_directory(data: DataDirectory, instance: dg.DagsterInstance) -> None:
    instance.add_run(dg.DagsterRun(job_name="any"))
    assert instance.root_directory == str(data.dagster_home)
    assert Path(instance.storage_directory()).is_relative_to(data.root)
    assert (data.dagster_home / "history" / "runs.db").exists()


def test_settings_follow_the_repository(data: DataDirectory) -> None:
    home = prepare_dagster_home(data)
    (home / "dagster.yaml").write_text("telemetry:\n  enabled: true\n", encoding="utf-8")
    prepare_dagster_home(data)
    assert (home / "dagster.yaml").read_bytes() == launch.SETTINGS.read_bytes()


def test_missing_settings_are_told_with_file_and_cure(data: DataDirectory, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(launch, "SETTINGS", data.root / "nowhere.yaml")
    with pytest.raises(
        FileNotFoundError, match=r"nowhere.yaml: Dagster's settings are missing; run kcn from a checkout"
    ):
        prepare_dagster_home(data)


class TestDeadRuns:
    """Runs that a killed process left behind."""

    def left(self, instance: dg.DagsterInstance, tags: dict[str, str]) -> dg.DagsterRun:
        run = dg.DagsterRun(job_name="extract_half_year", status=dg.DagsterRunStatus.STARTED, tags=tags)
        return instance.add_run(run)

    def status(self, instance: dg.DagsterInstance, run: dg.DagsterRun) -> dg.DagsterRunStatus:
        found = instance.get_run_by_id(run.run_id)
        assert found is not None
        return found.status

    def test_ours_are_marked_as_failed(self, instance: dg.DagsterInstance) -> None:
        run = self.left(instance, {LAUNCHER_TAG: "process"})
        assert bury_dead_runs(instance) == 1
        assert self.status(instance, run) is dg.DagsterRunStatus.FAILURE
        assert bury_dead_runs(instance) == 0

    def test_runs_of_the_daemon_are_left_alone(self, instance: dg.DagsterInstance) -> None:
        run = self.left(instance, {})
        assert bury_dead_runs(instance) == 0
        assert self.status(instance, run) is dg.DagsterRunStatus.STARTED

    def test_nothing_is_marked_while_a_refresh_may_be_alive(
        self, instance: dg.DagsterInstance, data: DataDirectory
    ) -> None:
        self.left(instance, {LAUNCHER_TAG: "process"})
        with FileLock(data.dagster_home / "refresh.lock"):
            assert bury_dead_runs_when_idle(instance, data) == 0
        assert bury_dead_runs_when_idle(instance, data) == 1


def test_a_second_refresh_says_that_it_waits_and_then_goes_on(
    data: DataDirectory, instance: dg.DagsterInstance
) -> None:
    lock = FileLock(data.dagster_home / "refresh.lock", thread_local=False)
    steps: list[str] = []

    def note(step: str, _: HalfYear | None) -> None:
        steps.append(step)
        if step == "wait":
            threading.Timer(0.2, lock.release).start()

    lock.acquire()
    materialise([], data, note, instance)
    assert steps == ["wait", "publish"]


def test_a_refresh_that_waited_too_long_names_the_lock(
    data: DataDirectory, instance: dg.DagsterInstance, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(launch, "LOCK_TIMEOUT_SECONDS", 0.05)
    with FileLock(data.dagster_home / "refresh.lock"), pytest.raises(TimeoutError, match=r"refresh\.lock"):
        materialise([], data, None, instance)
