"""The warehouse: one Parquet file per asset and half-year, each replaced whole or not at all.

Belongs here: writing, reading and concatenating partitions. Does not: judging rows (`checks`), the
mart (`publication`).

DuckDB's stock IO manager deletes and inserts in two transactions, and a kill between them loses the
partition; a second process that holds its file blocks every run. Files that are moved into place
have neither trouble.
"""

from collections.abc import Iterable
from pathlib import Path
from typing import Final

import dagster as dg
import pandas as pd
import pandera.pandas as pa
import pyarrow
import pyarrow.parquet
from upath import UPath

from kcn_pipeline.periods import HalfYear
from kcn_pipeline.publication.swapping import built_aside, only_writer, remove_leftovers
from kcn_pipeline.tables import TABLES

ALLOW_MISSING: Final = "allow_missing_partitions"

_ARROW_TYPES: Final = {
    "str": pyarrow.string(),
    "int64": pyarrow.int64(),
    "Int64": pyarrow.int64(),
    "float64": pyarrow.float64(),
    "bool": pyarrow.bool_(),
}


class StoredOtherwise(ValueError):
    """A file of the warehouse whose columns are not those of its table: another version wrote it."""


class AtomicParquetIOManager(dg.UPathIOManager):
    """Stores frames of `tables.TABLES` by the name of their asset; several partitions load as one frame.

    An input whose metadata say `allow_missing_partitions` reads missing partitions as no rows; else
    they are a FileNotFoundError that names the command to run.
    """

    extension = ".parquet"

    def __init__(self, folder: str) -> None:
        super().__init__(base_path=UPath(folder))

    def dump_to_path(self, context: dg.OutputContext, obj: pd.DataFrame, path: UPath) -> None:
        """Write one partition or one whole asset."""
        write_table(Path(str(path)), TABLES[context.asset_key.path[-1]], obj)

    def load_from_path(self, context: dg.InputContext, path: UPath) -> pd.DataFrame:
        """Read one file that must be there."""
        name = context.asset_key.path[-1]
        if not path.exists():
            raise FileNotFoundError(
                f"{path}: {name} of {_label(path.stem)} has not been computed; "
                f"run 'kcn run --period {_label(path.stem)}' first"
            )
        return read_table(Path(str(path)), TABLES[name])

    def load_partitions(self, context: dg.InputContext) -> pd.DataFrame:
        """Every partition that the input maps to, in order of time, as one frame."""
        paths = self._get_paths_for_partitions(context)
        may_lack = (context.definition_metadata or {}).get(ALLOW_MISSING, False)
        wanted = [paths[key] for key in sorted(paths) if not may_lack or paths[key].exists()]
        frames = [self.load_from_path(context, path) for path in wanted]
        return concatenated(frames, TABLES[context.asset_key.path[-1]])

    def get_metadata(self, context: dg.OutputContext, obj: pd.DataFrame) -> dict[str, dg.MetadataValue]:
        """Row counts, under the names that the UI plots."""
        name = "dagster/partition_row_count" if context.has_asset_partitions else "dagster/row_count"
        return {name: dg.MetadataValue.int(len(obj))}


def partition_path(warehouse: Path, asset: str, period: HalfYear | None = None) -> Path:
    """Where a partition lies, or a whole asset when `period` is None."""
    return warehouse / f"{asset}.parquet" if period is None else warehouse / asset / f"{period.partition_key}.parquet"


def stored_periods(warehouse: Path, asset: str) -> list[HalfYear]:
    """The half-years that have a file, in order."""
    return sorted(HalfYear.parse(path.stem) for path in (warehouse / asset).glob("????-??.parquet"))


def write_table(path: Path, schema: pa.DataFrameSchema, frame: pd.DataFrame) -> None:
    """Replace the file whole: written aside, synced, moved over the old one; a kill leaves old or new.

    Errors: ArrowTypeError for a value that is not of its column's type; TimeoutError when another
    process writes the same file for minutes.
    """
    columns = [pyarrow.field(name, _ARROW_TYPES[str(column.dtype)]) for name, column in schema.columns.items()]
    rows = pyarrow.Table.from_pandas(frame, schema=pyarrow.schema(columns), preserve_index=False)
    with only_writer(path):
        remove_leftovers(path)
        with built_aside(path) as aside:
            pyarrow.parquet.write_table(rows.replace_schema_metadata(), aside)


def read_table(path: Path, schema: pa.DataFrameSchema) -> pd.DataFrame:
    """The rows of one file with the columns and types of `schema`; no file gives no rows. Rows are not judged.

    Errors: StoredOtherwise when the columns differ.
    """
    if not path.exists():
        return _empty(schema)
    with path.open("rb") as file:
        # One open file: given a path, pyarrow opens it twice and can meet two versions of it.
        stored = pyarrow.parquet.ParquetFile(file).read()
    odd = sorted(set(stored.column_names) ^ set(schema.columns))
    if odd:
        raise StoredOtherwise(
            f"{path}: columns {', '.join(odd)} are on one side only; another version of the pipeline wrote it: "
            f"run 'kcn run --period {_label(path.stem)}' again"
        )
    return _typed(stored.select(list(schema.columns)).to_pandas(), schema)


def concatenated(frames: Iterable[pd.DataFrame], schema: pa.DataFrameSchema) -> pd.DataFrame:
    """The rows of several frames one after another, typed by `schema` even when there are none."""
    # pandas guesses types anew from empty frames, so these must not take part.
    kept = [frame for frame in frames if len(frame)]
    return _typed(pd.concat(kept, ignore_index=True), schema) if kept else _empty(schema)


def stored_table(warehouse: Path, name: str, periods: Iterable[HalfYear] | None = None) -> pd.DataFrame:
    """A table of `tables.TABLES` over some half-years, by default all; what was never computed gives no rows."""
    chosen = stored_periods(warehouse, name) if periods is None else sorted(periods)
    files = [partition_path(warehouse, name, period) for period in chosen] or [partition_path(warehouse, name)]
    return concatenated((read_table(file, TABLES[name]) for file in files), TABLES[name])


def every_table(warehouse: Path) -> dict[str, pd.DataFrame]:
    """Every table of `tables.TABLES` over all half-years that are stored."""
    return {name: stored_table(warehouse, name) for name in TABLES}


def _empty(schema: pa.DataFrameSchema) -> pd.DataFrame:
    # Not `tables.frame_of`: validating nothing takes a tenth of a second, and a run looks for many absent files.
    return _typed(pd.DataFrame(columns=list(schema.columns)), schema)


def _typed(frame: pd.DataFrame, schema: pa.DataFrameSchema) -> pd.DataFrame:
    return frame.astype({n: "object" if str(c.dtype) == "str" else str(c.dtype) for n, c in schema.columns.items()})


def _label(stem: str) -> str:
    try:
        return HalfYear.parse(stem).label
    except ValueError:
        return stem
