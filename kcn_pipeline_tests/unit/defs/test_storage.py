"""The warehouse: writing whole, reading typed, missing partitions."""

import signal
import subprocess
import sys
import threading
from pathlib import Path

import dagster as dg
import pandas as pd
import pyarrow.parquet
import pytest

from kcn_pipeline.defs import storage
from kcn_pipeline.defs.partitions import AROUND, HALF_YEARS
from kcn_pipeline.defs.resources import Warehouse
from kcn_pipeline.defs.storage import (
    ALLOW_MISSING,
    StoredOtherwise,
    concatenated,
    every_table,
    partition_path,
    read_table,
    stored_periods,
    stored_table,
    write_table,
)
from kcn_pipeline.periods import HalfYear
from kcn_pipeline.tables import FACTS, TABLES, frame_of
from kcn_pipeline_tests.unit.defs.samples import sample

H1, H2 = HalfYear(2019, 1), HalfYear(2019, 2)


def facts_of(period: HalfYear) -> pd.DataFrame:
    """The synthetic figures filed under `period`."""
    return sample("extracted_metrics", period.label)


@pytest.mark.parametrize("name", list(TABLES))
def test_every_table_comes_back_as_it_was_written(tmp_path: Path, name: str) -> None:
    frame = sample(name)
    assert len(frame), "an empty table would prove nothing"
    path = partition_path(tmp_path, name, H1)
    write_table(path, TABLES[name], frame)
    pd.testing.assert_frame_equal(read_table(path, TABLES[name]), frame)
    TABLES[name].validate(read_table(path, TABLES[name]))


@pytest.mark.parametrize("name", list(TABLES))
def test_an_empty_table_keeps_columns_and_types(tmp_path: Path, name: str) -> None:
    path = tmp_path / "empty.parquet"
    write_table(path, TABLES[name], frame_of(TABLES[name], []))
    read = read_table(path, TABLES[name])
    assert read.empty
    TABLES[name].validate(read)


def test_absent_values_come_back_as_none_and_never_as_nan(tmp_path: Path) -> None:
    write_table(tmp_path / "f.parquet", FACTS, facts_of(H1))
    metrics = list(read_table(tmp_path / "f.parquet", FACTS)["metric"])
    assert None in metrics
    assert all(metric is None or isinstance(metric, str) for metric in metrics)


def test_decimals_are_stored_as_text(tmp_path: Path) -> None:
    write_table(tmp_path / "f.parquet", FACTS, facts_of(H1))
    assert str(pyarrow.parquet.read_schema(tmp_path / "f.parquet").field("value").type) == "string"


def test_a_column_without_any_value_keeps_its_type(tmp_path: Path) -> None:
    write_table(tmp_path / "f.parquet", FACTS, facts_of(H1).assign(hedge=None))
    assert str(pyarrow.parquet.read_schema(tmp_path / "f.parquet").field("hedge").type) == "string"


def test_a_missing_file_gives_no_rows(tmp_path: Path) -> None:
    read = read_table(tmp_path / "none.parquet", FACTS)
    assert list(read.columns) == list(FACTS.columns)
    assert read.empty


def test_columns_of_another_version_are_refused_with_the_command_that_mends_it(tmp_path: Path) -> None:
    path = partition_path(tmp_path, "extracted_metrics", H1)
    path.parent.mkdir()
    facts_of(H1).drop(columns="quote").assign(words="x").to_parquet(path)
    with pytest.raises(StoredOtherwise, match=r"2019-01.parquet: columns quote, words .*kcn run --period 2019-H1"):
        read_table(path, FACTS)


def test_a_whole_table_of_another_version_is_named_as_well(tmp_path: Path) -> None:
    sample("panel").drop(columns="vintage").to_parquet(tmp_path / "panel.parquet")
    with pytest.raises(StoredOtherwise, match=r"panel.parquet: columns vintage"):
        read_table(tmp_path / "panel.parquet", TABLES["panel"])


def test_rows_are_not_judged_when_read(tmp_path: Path) -> None:
    write_table(tmp_path / "f.parquet", FACTS, facts_of(H1).assign(value="no number"))
    assert set(read_table(tmp_path / "f.parquet", FACTS)["value"]) == {"no number"}


def test_a_failed_write_leaves_the_old_file_and_no_litter(tmp_path: Path) -> None:
    path = tmp_path / "f.parquet"
    write_table(path, FACTS, facts_of(H1))
    before = path.read_bytes()
    with pytest.raises(pyarrow.ArrowException):
        write_table(path, FACTS, facts_of(H1).assign(start="not a number"))
    assert path.read_bytes() == before
    assert sorted(p.name for p in tmp_path.iterdir() if p.suffix != ".lock") == ["f.parquet"]


def test_what_a_killed_write_left_is_cleared_by_the_next_one(tmp_path: Path) -> None:
    path = tmp_path / "f.parquet"
    litter = tmp_path / ".f.parquet.building-abc"
    litter.mkdir()
    (litter / "f.parquet").write_bytes(b"half")
    write_table(path, FACTS, facts_of(H1))
    assert not litter.exists()


KILLED_WRITE = """
import os, signal, sys
from pathlib import Path
import pyarrow.parquet
from kcn_pipeline.defs.storage import read_table, write_table
from kcn_pipeline.tables import FACTS

path, moment = Path(sys.argv[1]), sys.argv[2]
whole_write = pyarrow.parquet.write_table

def die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)

def write_and_die(table, where):
    whole_write(table, where)
    if moment == "half-way":
        os.truncate(where, 100)
    die()

if moment == "before":
    os.fsync = lambda _: die()
elif moment != "after":
    pyarrow.parquet.write_table = write_and_die
write_table(path, FACTS, read_table(path, FACTS).head(1))
die()
"""


@pytest.mark.parametrize(("moment", "rows"), [("half-way", None), ("written", None), ("before", None), ("after", 1)])
def test_a_write_killed_at_any_moment_leaves_old_or_new(tmp_path: Path, moment: str, rows: int | None) -> None:
    path = tmp_path / "f.parquet"
    write_table(path, FACTS, facts_of(H1))
    killed = subprocess.run([sys.executable, "-c", KILLED_WRITE, str(path), moment], check=False)
    assert killed.returncode == -signal.SIGKILL
    assert len(read_table(path, FACTS)) == (rows or len(facts_of(H1)))
    write_table(path, FACTS, facts_of(H1))
    pd.testing.assert_frame_equal(read_table(path, FACTS), facts_of(H1))
    assert sorted(p.name for p in tmp_path.iterdir()) == ["f.parquet", "f.parquet.lock"]


def test_a_reader_beside_a_writer_sees_one_whole_version(tmp_path: Path) -> None:
    path, versions = tmp_path / "f.parquet", [facts_of(H1), facts_of(H1).head(2)]
    write_table(path, FACTS, versions[0])
    seen: set[int] = set()
    stop = threading.Event()

    def read_on() -> None:
        while not stop.is_set():
            seen.add(len(read_table(path, FACTS)))

    reader = threading.Thread(target=read_on)
    reader.start()
    for turn in range(30):
        write_table(path, FACTS, versions[turn % 2])
    stop.set()
    reader.join()
    assert seen
    assert seen <= {len(version) for version in versions}


def test_concatenating_with_empty_frames_keeps_types() -> None:
    joined = concatenated([frame_of(FACTS, []), facts_of(H1), frame_of(FACTS, []), facts_of(H2)], FACTS)
    assert len(joined) == len(facts_of(H1)) + len(facts_of(H2))
    assert joined["start"].dtype == "int64"
    assert joined["target"].dtype == "bool"


def test_concatenating_nothing_gives_an_empty_typed_frame() -> None:
    FACTS.validate(concatenated([], FACTS))


def test_stored_periods_are_read_from_file_names_in_order(tmp_path: Path) -> None:
    for period in (H2, H1, HalfYear(2016, 2)):
        write_table(partition_path(tmp_path, "extracted_metrics", period), FACTS, facts_of(H1))
    assert [p.label for p in stored_periods(tmp_path, "extracted_metrics")] == ["2016-H2", "2019-H1", "2019-H2"]
    assert stored_periods(tmp_path, "panel") == []


def test_a_stored_table_covers_the_periods_asked_for(tmp_path: Path) -> None:
    for period in (H1, H2):
        write_table(partition_path(tmp_path, "extracted_metrics", period), FACTS, facts_of(period))
    assert set(stored_table(tmp_path, "extracted_metrics", [H1])["period"]) == {"2019-H1"}
    assert set(stored_table(tmp_path, "extracted_metrics")["period"]) == {"2019-H1", "2019-H2"}
    assert stored_table(tmp_path, "extracted_metrics", []).empty


def test_every_table_is_there_even_when_nothing_was_computed(tmp_path: Path) -> None:
    tables = every_table(tmp_path)
    assert set(tables) == set(TABLES)
    assert all(frame.empty for frame in tables.values())


def test_an_unpartitioned_table_is_one_file(tmp_path: Path) -> None:
    panel = sample("panel")
    write_table(partition_path(tmp_path, "panel"), TABLES["panel"], panel)
    assert len(every_table(tmp_path)["panel"]) == len(panel)


class TestIOManager:
    """Through Dagster's own machinery."""

    @pytest.fixture
    def resources(self, tmp_path: Path) -> dict[str, object]:
        return {"io_manager": Warehouse(folder=str(tmp_path))}

    def materialise(
        self, asset: dg.AssetsDefinition, resources: dict[str, object], period: HalfYear
    ) -> dg.ExecuteInProcessResult:
        return dg.materialize([asset], resources=resources, partition_key=period.partition_key)

    def reader(self, metadata: dict[str, bool], seen: list[pd.DataFrame]) -> dg.AssetsDefinition:
        @dg.asset(
            partitions_def=HALF_YEARS,
            ins={"extracted_metrics": dg.AssetIn(partition_mapping=AROUND, metadata=metadata)},
        )
        def reads(extracted_metrics: pd.DataFrame) -> None:
            seen.append(extracted_metrics)

        return reads

    def writer(self) -> dg.AssetsDefinition:
        @dg.asset(partitions_def=HALF_YEARS)
        def extracted_metrics(context: dg.AssetExecutionContext) -> pd.DataFrame:
            return facts_of(HalfYear.parse(context.partition_key))

        return extracted_metrics

    def test_a_partition_is_one_file_and_its_rows_are_counted(
        self, tmp_path: Path, resources: dict[str, object]
    ) -> None:
        result = self.materialise(self.writer(), resources, H1)
        assert partition_path(tmp_path, "extracted_metrics", H1).exists()
        (event,) = result.get_asset_materialization_events()
        assert event.materialization.metadata["dagster/partition_row_count"].value == len(facts_of(H1))

    def test_several_partitions_load_as_one_frame_without_the_missing(self, resources: dict[str, object]) -> None:
        for period in (H1, H2):
            self.materialise(self.writer(), resources, period)
        seen: list[pd.DataFrame] = []
        reads = self.reader({ALLOW_MISSING: True}, seen)
        dg.materialize([self.writer(), reads], selection=[reads], resources=resources, partition_key=H1.partition_key)
        assert len(seen[0]) == len(facts_of(H1)) + len(facts_of(H2))

    def test_no_partition_at_all_loads_as_an_empty_typed_frame(self, resources: dict[str, object]) -> None:
        seen: list[pd.DataFrame] = []
        reads = self.reader({ALLOW_MISSING: True}, seen)
        dg.materialize([self.writer(), reads], selection=[reads], resources=resources, partition_key=H1.partition_key)
        FACTS.validate(seen[0])
        assert seen[0].empty

    def test_a_missing_partition_that_is_needed_names_the_command(self, resources: dict[str, object]) -> None:
        reads = self.reader({}, [])
        with pytest.raises(FileNotFoundError, match=r"extracted_metrics of 2018-H1.*kcn run --period 2018-H1"):
            dg.materialize(
                [self.writer(), reads], selection=[reads], resources=resources, partition_key=H1.partition_key
            )

    def test_a_frame_that_does_not_fit_its_columns_is_refused(self, resources: dict[str, object]) -> None:
        @dg.asset(partitions_def=HALF_YEARS, name="extracted_metrics")
        def broken() -> pd.DataFrame:
            return pd.DataFrame({"figure_id": ["x"]})

        with pytest.raises(KeyError, match="document_id"):
            self.materialise(broken, resources, H1)


def test_the_arrow_types_cover_every_column_type() -> None:
    used = {str(column.dtype) for schema in TABLES.values() for column in schema.columns.values()}
    assert used <= set(storage._ARROW_TYPES)
