"""What is out of date: folders that changed, half-years whose neighbours changed, a panel behind its verdicts.

Belongs here: comparing what lies on disk with what Dagster recorded. Does not: asking for runs
(`sensors`, `schedules`) or doing them (`launch`).

Everything is decided from the record, never from who started what: whichever way a half-year was
extracted (schedule, sensor, backfill, command line), the same follow-up falls due.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Final

import dagster as dg

from kcn_pipeline.defs.partitions import around, is_partition
from kcn_pipeline.defs.storage import partition_path, read_table, stored_periods
from kcn_pipeline.documents.shelf import periods_present
from kcn_pipeline.periods import HalfYear
from kcn_pipeline.reference.corrections import corrections_stamp, load_corrections, touching
from kcn_pipeline.settings import DataDirectory
from kcn_pipeline.tables import FACTS

FOLDER_STAMP: Final = "folder stamp"
DOCUMENTS: Final = dg.AssetKey("raw_documents")
CLEANED: Final = dg.AssetKey("cleaned_texts")
EXTRACTED: Final = dg.AssetKey("extracted_metrics")
CORRECTIONS: Final = dg.AssetKey("corrections")
RECONCILED: Final = dg.AssetKey("decisions")  # the last table that reconciling a half-year stores
PUBLISHED: Final = dg.AssetKey("report")
_DATA_VERSION_TAG: Final = "dagster/data_version"


def folder_stamp(data: DataDirectory, period: HalfYear) -> str:
    """Sixteen hex digits that change when a file of the half-year is added, removed or rewritten."""
    return _stamp(data.raw, (data.raw / period.label).glob("[!.]*"))


def warehouse_stamp(data: DataDirectory) -> str:
    """Sixteen hex digits that change when any file of the warehouse does."""
    return _stamp(data.warehouse, data.warehouse.rglob("*.parquet"))


def changed_folders(instance: dg.DagsterInstance, data: DataDirectory) -> dict[HalfYear, str]:
    """Half-years whose folder is not as `raw_documents` last read it, with the folder's stamp."""
    present = {period for period in periods_present(data) if is_partition(period)}
    known = present | set(stored_periods(data.warehouse, "raw_documents"))
    stamps = {period: folder_stamp(data, period) for period in sorted(known)}
    return {period: stamp for period, stamp in stamps.items() if stamp != recorded_stamp(instance, period)}


def recorded_stamp(instance: dg.DagsterInstance, period: HalfYear) -> str | None:
    """The folder's stamp when the half-year was last read; None when it never was."""
    record = _latest(instance, DOCUMENTS, period)
    materialised = record.asset_materialization if record else None
    value = materialised.metadata.get(FOLDER_STAMP) if materialised else None
    return str(value.value) if value is not None else None


def changed_neighbours(instance: dg.DagsterInstance, data: DataDirectory) -> dict[HalfYear, int]:
    """Half-years with cells whose verdicts are older than facts they read; the age: the newest fact's event.

    A half-year has cells when it has documents, when a document nearby speaks of it, or when it had
    verdicts before.
    """
    extracted, reconciled = latest_events(instance, EXTRACTED), latest_events(instance, RECONCILED)
    due = {}
    for period in sorted(_with_cells(data, extracted) | set(reconciled)):
        newest = max((extracted.get(near, -1) for near in around([period])), default=-1)
        if newest > reconciled.get(period, -1):
            due[period] = newest
    return due


def changed_corrections(instance: dg.DagsterInstance, data: DataDirectory) -> dict[HalfYear, str]:
    """Half-years that were reconciled with other decisions than `corrections.yaml` holds for them now.

    The text changes with every edit and every run, so that an edit taken back is noticed too. Errors: BrokenReference.
    """
    every, none = load_corrections(data.corrections), corrections_stamp(())
    due = {}
    for period, event in sorted(latest_events(instance, RECONCILED).items()):
        stamp = corrections_stamp(touching(every, period))
        if stamp != (_data_version(_latest(instance, CORRECTIONS, period)) or none):
            due[period] = f"{stamp}-{event}"
    return due


def _data_version(record: dg.EventLogRecord | None) -> str | None:
    materialised = record.asset_materialization if record else None
    return (materialised.tags or {}).get(_DATA_VERSION_TAG) if materialised else None


def unsound_facts(instance: dg.DagsterInstance) -> list[HalfYear]:
    """Half-years whose facts must not be used: their extraction failed on a check or otherwise, or stopped half-way.

    Nothing around them is reconciled and nothing published until they are extracted again, so that what was
    published last stays whole.
    """
    read, cleaned, extracted = (latest_events(instance, asset) for asset in (DOCUMENTS, CLEANED, EXTRACTED))
    return sorted(
        period
        for period, event in read.items()
        if not event < cleaned.get(period, -1) < extracted.get(period, -1)
        or _run_failed(instance, _latest(instance, EXTRACTED, period))
    )


def newest_verdict(instance: dg.DagsterInstance) -> int:
    """Event of the latest reconciliation of any half-year; -1 when there is none."""
    return max(latest_events(instance, RECONCILED).values(), default=-1)


def is_published(instance: dg.DagsterInstance) -> bool:
    """Whether the report is newer than every verdict; true when there is no verdict to publish."""
    verdict = newest_verdict(instance)
    record = instance.fetch_materializations(PUBLISHED, limit=1).records
    return verdict < 0 or (bool(record) and record[0].storage_id > verdict)


def latest_events(instance: dg.DagsterInstance, asset: dg.AssetKey) -> Mapping[HalfYear, int]:
    """Event number of the latest materialisation, by half-year; a higher number is later."""
    events = instance.get_latest_storage_id_by_partition(asset, dg.DagsterEventType.ASSET_MATERIALIZATION)
    return {HalfYear.parse(key): number for key, number in events.items()}


def _with_cells(data: DataDirectory, extracted: Iterable[HalfYear]) -> set[HalfYear]:
    speaking: set[HalfYear] = set()
    for period in extracted:
        facts = read_table(partition_path(data.warehouse, "extracted_metrics", period), FACTS)
        days = facts.loc[~facts["target"], "period_end"].dropna().unique()
        told = {HalfYear.containing(date.fromisoformat(day)) for day in days}
        speaking |= {period} | (told & set(around([period])))
    return speaking


def _latest(instance: dg.DagsterInstance, asset: dg.AssetKey, period: HalfYear) -> dg.EventLogRecord | None:
    wanted = dg.AssetRecordsFilter(asset_key=asset, asset_partitions=[period.partition_key])
    records = instance.fetch_materializations(wanted, limit=1).records
    return records[0] if records else None


def _run_failed(instance: dg.DagsterInstance, record: dg.EventLogRecord | None) -> bool:
    run = instance.get_run_by_id(record.run_id) if record else None
    return run is not None and run.status in {dg.DagsterRunStatus.FAILURE, dg.DagsterRunStatus.CANCELED}


def _stamp(root: Path, files: Iterable[Path]) -> str:
    digest = hashlib.sha256()
    for path in sorted(p for p in files if p.is_file()):
        state = path.stat()
        digest.update(f"{path.relative_to(root)}\0{state.st_size}\0{state.st_mtime_ns}\0".encode())
    return digest.hexdigest()[:16]
