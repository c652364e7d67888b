"""What the calendar asks for."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import dagster as dg
import pytest

from kcn_pipeline.defs.freshness import DOCUMENTS, FOLDER_STAMP, folder_stamp
from kcn_pipeline.defs.partitions import TIMEZONE
from kcn_pipeline.defs.resources import DataResource
from kcn_pipeline.defs.schedules import SCHEDULES, half_ended_before, half_year_ended, late_documents
from kcn_pipeline.periods import HalfYear
from kcn_pipeline.settings import DataDirectory

H1 = HalfYear(2019, 1)
HANOI = ZoneInfo(TIMEZONE)


@pytest.fixture
def instance(tmp_path: Path) -> Iterator[dg.DagsterInstance]:
    # A schedule opens the instance anew from its files, so one in memory will not do.
    with dg.DagsterInstance.local_temp(str(tmp_path), overrides={"telemetry": {"enabled": False}}) as made:
        yield made


@pytest.fixture
def data(tmp_path: Path) -> DataDirectory:
    data = DataDirectory(tmp_path)
    (data.raw / H1.label).mkdir(parents=True)
    (data.raw / H1.label / "a.txt").write_text("Báo cáo", encoding="utf-8")
    return data


def evaluated(
    schedule: dg.ScheduleDefinition, moment: datetime, instance: dg.DagsterInstance, data: DataDirectory
) -> dg.RunRequest | dg.SkipReason:
    """What a schedule asks for at a moment."""
    resources = {"data": DataResource(data_dir=str(data.root))}
    with dg.build_schedule_context(instance, moment, resources=resources) as context:
        found = schedule(context)
    assert isinstance(found, dg.RunRequest | dg.SkipReason)
    return found


@pytest.mark.parametrize(
    ("moment", "label"),
    [
        (datetime(2020, 1, 10, 6, tzinfo=HANOI), "2019-H2"),
        (datetime(2019, 7, 10, 6, tzinfo=HANOI), "2019-H1"),
        (datetime(2019, 7, 25, 6, tzinfo=HANOI), "2019-H1"),
    ],
)
def test_the_half_year_that_ended(moment: datetime, label: str) -> None:
    assert half_ended_before(moment).label == label


@pytest.mark.parametrize(("schedule", "day"), [(half_year_ended, 10), (late_documents, 25)])
def test_runs_start_in_january_and_july_at_six_in_hanoi(schedule: dg.ScheduleDefinition, day: int) -> None:
    assert schedule.execution_timezone == "Asia/Ho_Chi_Minh"
    assert schedule.cron_schedule == f"0 6 {day} 1,7 *"


@pytest.mark.parametrize(
    ("moment", "key"),
    [(datetime(2020, 1, 10, 6, tzinfo=HANOI), "2019-07"), (datetime(2019, 7, 10, 6, tzinfo=HANOI), "2019-01")],
)
def test_the_tenth_asks_for_the_half_year_that_ended(
    instance: dg.DagsterInstance, data: DataDirectory, moment: datetime, key: str
) -> None:
    request = evaluated(half_year_ended, moment, instance, data)
    assert isinstance(request, dg.RunRequest)
    assert request.partition_key == key
    assert request.tags["kcn/period"] == HalfYear.parse(key).label


def test_the_tenth_asks_even_when_no_document_came(instance: dg.DagsterInstance, tmp_path: Path) -> None:
    moment = datetime(2019, 7, 10, 6, tzinfo=HANOI)
    request = evaluated(half_year_ended, moment, instance, DataDirectory(tmp_path / "empty"))
    assert isinstance(request, dg.RunRequest)


def test_the_same_tick_asks_under_the_same_key(instance: dg.DagsterInstance, data: DataDirectory) -> None:
    moment = datetime(2019, 7, 10, 6, tzinfo=HANOI)
    keys = {getattr(evaluated(half_year_ended, moment, instance, data), "run_key", None) for _ in range(2)}
    assert keys == {"half-year-ended-2019-H1"}


class TestLate:
    """The second run."""

    moment = datetime(2019, 7, 25, 6, tzinfo=HANOI)

    def read(self, instance: dg.DagsterInstance, data: DataDirectory) -> None:
        stamp = folder_stamp(data, H1)
        event = dg.AssetMaterialization(DOCUMENTS, partition=H1.partition_key, metadata={FOLDER_STAMP: stamp})
        instance.report_runless_asset_event(event)

    def test_it_is_skipped_when_nothing_came(self, instance: dg.DagsterInstance, data: DataDirectory) -> None:
        self.read(instance, data)
        found = evaluated(late_documents, self.moment, instance, data)
        assert isinstance(found, dg.SkipReason)
        assert "2019-H1" in (found.skip_message or "")

    def test_it_asks_when_a_document_came(self, instance: dg.DagsterInstance, data: DataDirectory) -> None:
        self.read(instance, data)
        (data.raw / H1.label / "late.txt").write_text("Báo cáo bổ sung", encoding="utf-8")
        found = evaluated(late_documents, self.moment, instance, data)
        assert isinstance(found, dg.RunRequest)
        assert found.partition_key == "2019-01"

    def test_it_asks_when_the_first_run_never_happened(self, instance: dg.DagsterInstance, data: DataDirectory) -> None:
        assert isinstance(evaluated(late_documents, self.moment, instance, data), dg.RunRequest)


def test_schedules_run_without_being_switched_on() -> None:
    assert {schedule.default_status for schedule in SCHEDULES} == {dg.DefaultScheduleStatus.RUNNING}
