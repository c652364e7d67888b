"""Runs a whole refresh in this process, in the order that gives the same result whatever came first.

Belongs here: extraction of every half-year, then reconciliation of what it touched, then publishing;
the instance that records it; the lock that keeps two refreshes apart. Does not: what is out of date
(`freshness`), what an asset does, or wording for a terminal (`commands`).

Each half-year is a run of its own, so that each partition gets its own materialisation and check
results, the same as from the UI.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

import dagster as dg
from filelock import FileLock, Timeout

from kcn_pipeline.defs.catalogue import ASSETS, CHECKS
from kcn_pipeline.defs.freshness import changed_corrections, changed_neighbours, unsound_facts
from kcn_pipeline.defs.jobs import ASSET_JOBS, extract_half_year, publish, reconcile_half_year
from kcn_pipeline.defs.partitions import around, is_partition
from kcn_pipeline.defs.resources import resources_of
from kcn_pipeline.defs.summary import FailedCheck, PeriodSummary, RunSummary, failed_checks, period_summary
from kcn_pipeline.periods import HalfYear
from kcn_pipeline.reference.corrections import load_corrections
from kcn_pipeline.settings import DataDirectory

__all__ = ["FailedCheck", "PeriodSummary", "RunFailed", "RunSummary", "materialise", "prepare_dagster_home"]

Progress = Callable[[str, HalfYear | None], None]

SETTINGS: Final = Path(__file__).resolve().parents[2] / "dagster.yaml"
LAUNCHER_TAG: Final = "kcn/launcher"
LOCK_TIMEOUT_SECONDS: Final = 3600.0
_UNDER_WAY: Final = [dg.DagsterRunStatus.STARTING, dg.DagsterRunStatus.STARTED, dg.DagsterRunStatus.NOT_STARTED]
# Dagster writes every event to the instance and, unless told otherwise, to the console as well.
_QUIET: Final = {"loggers": {"console": {"config": {"log_level": "CRITICAL"}}}}


class RunFailed(RuntimeError):
    """A step raised: names the asset, the half-year and the cause."""


def prepare_dagster_home(data: DataDirectory) -> Path:
    """The folder for `DAGSTER_HOME`, made if need be, with the repository's settings (telemetry off).

    Errors: FileNotFoundError when the settings do not lie beside the package.
    """
    if not SETTINGS.exists():
        raise FileNotFoundError(
            f"{SETTINGS}: Dagster's settings are missing; run kcn from a checkout of the repository"
        )
    data.dagster_home.mkdir(parents=True, exist_ok=True)
    kept = data.dagster_home / SETTINGS.name
    if not kept.exists() or kept.read_bytes() != SETTINGS.read_bytes():
        shutil.copyfile(SETTINGS, kept)
    os.environ["DAGSTER_DISABLE_TELEMETRY"] = "true"
    return data.dagster_home


def materialise(
    periods: Sequence[HalfYear],
    data: DataDirectory,
    on_progress: Progress | None = None,
    instance: dg.DagsterInstance | None = None,
) -> RunSummary:
    """Extract the half-years, then reconcile what they touched, then publish; a failed check is no error.

    periods: in any order, none to publish only. on_progress: called with `extract`, `reconcile`, `publish`
    or `wait` and the half-year before each step. instance: where runs are recorded; by default the one of
    the data directory. Errors: ValueError for a half-year outside the partitions, RunFailed for a step
    that raised, BrokenReference for a broken row of corrections.yaml, TimeoutError when another refresh holds the
    lock for an hour.
    """
    tell = on_progress or _silently
    strangers = [period.label for period in periods if not is_partition(period)]
    if strangers:
        raise ValueError(
            f"{', '.join(strangers)}: no such reporting period; the first is 2000-H1, the last the current"
        )
    with _recorded(data, instance) as record, _only_refresh(data, tell):
        bury_dead_runs(record)
        return _Refresh(data, record, tell).run(sorted(set(periods)))


@dataclass
class _Refresh:
    """One refresh under way: what ran and what its checks found."""

    data: DataDirectory
    instance: dg.DagsterInstance
    tell: Progress
    evaluations: list[dg.AssetCheckEvaluation] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._definitions = dg.Definitions(
            assets=ASSETS, asset_checks=CHECKS, jobs=ASSET_JOBS, resources=resources_of(self.data)
        )

    def run(self, periods: list[HalfYear]) -> RunSummary:
        load_corrections(self.data.corrections)  # a broken row is better told before an hour's work than after
        for period in periods:
            self._run("extract", extract_half_year.name, period)
        changed = {*changed_neighbours(self.instance, self.data), *changed_corrections(self.instance, self.data)}
        due = changed & set(around(periods))
        unsound = unsound_facts(self.instance)
        held_back = due & set(around(unsound))
        for period in sorted(due - held_back):
            self._run("reconcile", reconcile_half_year.name, period)
        if not unsound:
            self._run("publish", publish.name, None)
        return RunSummary(
            periods=tuple(period_summary(self.data, period) for period in sorted({*periods, *due})),
            failed_checks=tuple(failed_checks(self.evaluations)),
            held_back=tuple(sorted(held_back)),
            published=not unsound,
            report=self.data.report,
            mart=self.data.mart,
        )

    def _run(self, step: str, job: str, period: HalfYear | None) -> None:
        self.tell(step, period)
        result = self._definitions.resolve_job_def(job).execute_in_process(
            run_config=_QUIET,
            instance=self.instance,
            partition_key=period.partition_key if period else None,
            tags={LAUNCHER_TAG: "process"},
            raise_on_error=False,
        )
        _raise_first_failure(result, period)
        self.evaluations += result.get_asset_check_evaluations()


def bury_dead_runs(instance: dg.DagsterInstance) -> int:
    """Mark runs that a killed refresh left `STARTED` as failed; gives their number. Call it under the lock only.

    Left alone they would count against the queue's limit for ever.
    """
    dead = instance.get_runs(dg.RunsFilter(tags={LAUNCHER_TAG: "process"}, statuses=_UNDER_WAY))
    for run in dead:
        instance.report_run_failed(run, "The process of this run was killed; what it had written is whole.")
    return len(dead)


def bury_dead_runs_when_idle(instance: dg.DagsterInstance, data: DataDirectory) -> int:
    """`bury_dead_runs`, unless a refresh holds the lock and its runs may be alive; gives their number."""
    lock = _lock(data)
    try:
        with lock.acquire(timeout=0):
            return bury_dead_runs(instance)
    except Timeout:
        return 0


@contextmanager
def _recorded(data: DataDirectory, instance: dg.DagsterInstance | None) -> Iterator[dg.DagsterInstance]:
    if instance is not None:
        yield instance
        return
    with dg.DagsterInstance.from_config(str(prepare_dagster_home(data))) as opened:
        yield opened


@contextmanager
def _only_refresh(data: DataDirectory, tell: Progress) -> Iterator[None]:
    """Hold the lock that the operating system gives back when a process dies."""
    lock = _lock(data)
    try:
        lock.acquire(timeout=0)
    except Timeout:
        tell("wait", None)
        try:
            lock.acquire(timeout=LOCK_TIMEOUT_SECONDS)
        except Timeout as error:
            raise TimeoutError(
                f"{lock.lock_file}: another run has been at work for an hour; wait for it, or stop its process"
            ) from error
    try:
        yield
    finally:
        lock.release()


def _lock(data: DataDirectory) -> FileLock:
    data.dagster_home.mkdir(parents=True, exist_ok=True)
    return FileLock(data.dagster_home / "refresh.lock")


def _raise_first_failure(result: dg.ExecuteInProcessResult, period: HalfYear | None) -> None:
    """Raise what a step, or starting the run, raised; a blocking check that failed is a finding, not an error."""
    for event in (event for event in result.all_events if event.is_failure):
        if event.event_type is dg.DagsterEventType.RUN_CANCELED:
            raise KeyboardInterrupt
        data = event.step_failure_data if event.is_step_failure else event.job_failure_data
        if data.error is None or data.error.cls_name == "DagsterAssetCheckFailedError":
            continue
        where = " of ".join(str(part) for part in (event.step_key or event.job_name, period) if part)
        said = " ".join((data.error.cause or data.error).message.split())
        raise RunFailed(f"{where}: {said} (run {result.run_id[:8]} in the Dagster UI has the traceback)")


def _silently(_step: str, _period: HalfYear | None) -> None:
    """Say nothing."""
