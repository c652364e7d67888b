"""A refresh killed at any moment leaves every partition old or new, and the next one completes."""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import dagster as dg
import duckdb
import pandas as pd
import pytest

from kcn_pipeline.defs.launch import LAUNCHER_TAG, materialise, prepare_dagster_home
from kcn_pipeline.defs.storage import every_table, partition_path, read_table, stored_periods
from kcn_pipeline.periods import HalfYear
from kcn_pipeline.settings import DataDirectory
from kcn_pipeline.tables import TABLES
from kcn_pipeline_tests.integration.conftest import H1, H2, HALF_REPORT, YEAR_REPORT, Refreshed, write_document

KILLS = 2
LONGEST_DELAY_SECONDS = 2.0
Versions = dict[tuple[str, HalfYear | None], pd.DataFrame]

REFRESH = """
import sys
from pathlib import Path
from kcn_pipeline.defs.launch import materialise
from kcn_pipeline.periods import HalfYear
from kcn_pipeline.settings import DataDirectory

periods = [HalfYear(2019, 1), HalfYear(2019, 2)]
materialise(periods, DataDirectory(Path(sys.argv[1])), lambda step, _: print(step, flush=True))
"""


def change(data: DataDirectory) -> None:
    """New versions of both of the board's reports."""
    write_document(data, H1, "ha-noi-6-thang-2019.txt", HALF_REPORT.replace("2.150 triệu", "2.250 triệu"))
    write_document(data, H2, "ha-noi-2019.txt", YEAR_REPORT.replace("4.480 triệu", "4.580 triệu"))


def versions(data: DataDirectory) -> Versions:
    """Every file of the warehouse as a frame; reading fails on anything but a whole file."""
    places: list[tuple[str, HalfYear | None]] = [
        (name, period) for name in TABLES for period in stored_periods(data.warehouse, name)
    ]
    places += [(name, None) for name in TABLES if partition_path(data.warehouse, name).exists()]
    frames = {p: read_table(partition_path(data.warehouse, *p), TABLES[p[0]]) for p in places}
    return {p: f.drop(columns="vintage") if "vintage" in f else f for p, f in frames.items()}


def refresh_killed(data: DataDirectory, dice: random.Random) -> None:
    """Start a refresh and kill it and its children some time after some step has begun."""
    step, delay = dice.randrange(5), dice.uniform(0, LONGEST_DELAY_SECONDS)
    process = subprocess.Popen(
        [sys.executable, "-c", REFRESH, str(data.root)], stdout=subprocess.PIPE, text=True, start_new_session=True
    )
    assert process.stdout is not None
    for _ in range(step + 1):
        process.stdout.readline()
    time.sleep(delay)
    os.killpg(process.pid, signal.SIGKILL)
    assert process.wait() == -signal.SIGKILL, "the refresh was over before it could be killed"
    process.stdout.close()


def assert_old_or_new(found: Versions, old: Versions, new: Versions) -> None:
    for place, frame in found.items():
        TABLES[place[0]].remove_columns(["vintage"] if place[0] == "panel" else []).validate(frame)
        candidates = [version[place] for version in (old, new) if place in version]
        assert any(frame.equals(candidate) for candidate in candidates), f"{place} is neither old nor new"
    assert set(old) <= set(found), "a partition was lost"


@pytest.mark.slow
def test_a_killed_refresh_leaves_old_or_new_and_the_next_one_completes(
    copy_of_refreshed: DataDirectory, refreshed: Refreshed, tmp_path: Path
) -> None:
    data, dice = copy_of_refreshed, random.Random(20191231)  # noqa: S311 (moments, not secrets)
    old = versions(refreshed.data)
    change(data)
    fresh = DataDirectory(tmp_path / "fresh")
    shutil.copytree(data.raw, fresh.raw)
    materialise([H1, H2], fresh)
    new = versions(fresh)
    assert not old["extracted_metrics", H1].equals(new["extracted_metrics", H1]), "the change must show"

    for _ in range(KILLS):
        refresh_killed(data, dice)
        assert_old_or_new(versions(data), old, new)
        with duckdb.connect(str(data.mart), read_only=True) as mart:
            assert mart.execute("SELECT count(*) FROM publication.panel").fetchone()
        assert data.report.read_text(encoding="utf-8").rstrip().endswith("</html>")

    summary = materialise([H1, H2], data)
    assert not summary.has_errors
    assert versions(data).keys() == new.keys()
    for place, frame in versions(data).items():
        pd.testing.assert_frame_equal(frame, new[place], obj=str(place))
    assert not list(data.warehouse.rglob(".*.building-*")), "litter of killed writes was not cleared"
    assert every_table(data.warehouse)["panel"]["value"].notna().all()
    with dg.DagsterInstance.from_config(str(prepare_dagster_home(data))) as instance:
        ours = instance.get_runs(dg.RunsFilter(tags={LAUNCHER_TAG: "process"}))
    assert {run.status for run in ours} <= {dg.DagsterRunStatus.SUCCESS, dg.DagsterRunStatus.FAILURE}
