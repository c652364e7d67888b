"""The sensor that takes in what operators drop into the inbox and keeps everything behind it up to date.

Belongs here: which runs fall due next. Does not: what is out of date (`freshness`), taking a file in
(`documents.register`).

One sensor and one question a tick: what is the earliest step that is behind? Extraction of changed
folders comes first; reconciliation of neighbours waits until no extraction is queued or under way;
publishing waits for both. So the order holds whoever started a run, and a killed run is made up for.
"""

import time
from collections.abc import Sequence
from typing import Final

import dagster as dg

from kcn_pipeline.defs.freshness import (
    changed_corrections,
    changed_folders,
    changed_neighbours,
    folder_stamp,
    is_published,
    newest_verdict,
    unsound_facts,
)
from kcn_pipeline.defs.jobs import ASSET_JOBS, extract_half_year, publish, reconcile_half_year
from kcn_pipeline.defs.launch import bury_dead_runs_when_idle
from kcn_pipeline.defs.partitions import around
from kcn_pipeline.defs.rebuilding import rebuild_years
from kcn_pipeline.defs.resources import DataResource
from kcn_pipeline.documents.files import documents_below
from kcn_pipeline.documents.ledger import Receipt
from kcn_pipeline.documents.register import ingest
from kcn_pipeline.periods import HalfYear
from kcn_pipeline.settings import DataDirectory

SECONDS_BETWEEN_TICKS: Final = 30
SETTLED_AFTER_SECONDS: Final = 5.0
"""A file that was touched more recently may still be on its way in."""
FILES_A_TICK: Final = 20
"""A tick has a minute before Dagster gives it up; the rest of a large delivery waits for the next."""

_OUR_JOBS: Final = frozenset({job.name for job in ASSET_JOBS} | {rebuild_years.name})
_WAITING_OR_RUNNING: Final = [
    dg.DagsterRunStatus.QUEUED,
    dg.DagsterRunStatus.NOT_STARTED,
    dg.DagsterRunStatus.STARTING,
    dg.DagsterRunStatus.STARTED,
    dg.DagsterRunStatus.CANCELING,
]


@dg.sensor(
    jobs=[extract_half_year, reconcile_half_year, publish],
    minimum_interval_seconds=SECONDS_BETWEEN_TICKS,
    default_status=dg.DefaultSensorStatus.RUNNING,
    description="Takes in files from the inbox (hộp thư đến), then asks for whatever is behind: extraction of changed "
    "half-years, reconciliation of their neighbours, publishing, in this order.",
)
def new_documents(context: dg.SensorEvaluationContext, data: DataResource) -> dg.SensorResult | dg.SkipReason:
    """Take in, then ask for the earliest step that is behind."""
    for receipt in take_in(data.directory):
        context.log.info(
            f"{receipt.path.name}: {receipt.outcome} {receipt.place or ''} {receipt.reason or ''}".rstrip()
        )
    bury_dead_runs_when_idle(context.instance, data.directory)
    requests = runs_due(context.instance, data.directory)
    return dg.SensorResult(run_requests=requests) if requests else dg.SkipReason(_reason(context.instance))


def take_in(data: DataDirectory) -> list[Receipt]:
    """Register what lies in the inbox, a limited number of settled files at a time; links stay and are not followed."""
    waiting = [path for path in documents_below(data.inbox) if path.is_file() and not path.is_symlink()]
    settled = [path for path in waiting if time.time() - path.stat().st_mtime > SETTLED_AFTER_SECONDS]
    return ingest(settled[:FILES_A_TICK], data) if settled else []


def runs_due(instance: dg.DagsterInstance, data: DataDirectory) -> list[dg.RunRequest]:
    """The runs of the earliest step that is behind; none while runs of ours wait or are under way.

    The key of a request names what it is due for, so the same cause asks once: what failed is not
    asked for again until its documents change or someone re-runs it.
    """
    if _runs_under_way(instance):
        return []
    unsound = unsound_facts(instance)
    held_back = set(around(unsound))
    # What was killed or stopped half-way has an unchanged folder; it is asked for once.
    behind = {period: folder_stamp(data, period) for period in unsound} | changed_folders(instance, data)
    extraction = [
        _request(extract_half_year.name, f"extract-{period}-{stamp}", period)
        for period, stamp in sorted(behind.items())
    ]
    if fresh := _not_asked_before(instance, extraction):
        return fresh
    # Not before extraction: a broken row of corrections.yaml must not keep documents from being read.
    due = {**changed_corrections(instance, data), **changed_neighbours(instance, data)}
    reconciliation = [
        _request(reconcile_half_year.name, f"reconcile-{period}-{cause}", period)
        for period, cause in sorted(due.items())
        if period not in held_back
    ]
    publish_due = not unsound and not is_published(instance)
    publishing = [_request(publish.name, f"publish-{newest_verdict(instance)}")] if publish_due else []
    return _not_asked_before(instance, reconciliation) or _not_asked_before(instance, publishing)


def _runs_under_way(instance: dg.DagsterInstance) -> int:
    runs = instance.get_runs(dg.RunsFilter(statuses=_WAITING_OR_RUNNING))
    return sum(run.job_name in _OUR_JOBS for run in runs)


def _request(job: str, key: str, period: HalfYear | None = None) -> dg.RunRequest:
    tags = {"kcn/period": period.label} if period else {}
    return dg.RunRequest(run_key=key, job_name=job, partition_key=period.partition_key if period else None, tags=tags)


def _not_asked_before(instance: dg.DagsterInstance, requests: Sequence[dg.RunRequest]) -> list[dg.RunRequest]:
    tags = [{"dagster/run_key": str(request.run_key)} for request in requests]
    return [r for r, tag in zip(requests, tags, strict=True) if not instance.get_runs_count(dg.RunsFilter(tags=tag))]


def _reason(instance: dg.DagsterInstance) -> str:
    under_way = _runs_under_way(instance)
    if under_way:
        return f"{under_way} runs are waiting or under way"
    unsound = ", ".join(period.label for period in unsound_facts(instance))
    return (
        f"extraction failed or stopped half-way, publishing waits for it: {unsound}"
        if unsound
        else "everything is up to date"
    )
