"""What steps are given: the data directory, the warehouse and the finished mart.

Belongs here: resources and how they are built over one data directory. Does not: what is stored and
how (`storage`), or paths (`settings`).
"""

from typing import Any

import dagster as dg
from dagster_duckdb import DuckDBResource

from kcn_pipeline.defs.storage import AtomicParquetIOManager
from kcn_pipeline.periods import HalfYear
from kcn_pipeline.reference.corrections import Correction, load_corrections, touching
from kcn_pipeline.settings import DataDirectory, data_directory


class DataResource(dg.ConfigurableResource[DataDirectory]):
    """The data directory of a run; empty means `KCN_DATA_DIR`, else `./data`."""

    data_dir: str = ""

    @property
    def directory(self) -> DataDirectory:
        """The folders below it."""
        return data_directory(self.data_dir or None)

    def corrections_touching(self, period: HalfYear) -> tuple[Correction, ...]:
        """The decisions of people that may act on a half-year, as the file has them now. Errors: BrokenReference."""
        return touching(load_corrections(self.directory.corrections), period)


class Warehouse(dg.ConfigurableIOManagerFactory[AtomicParquetIOManager]):
    """One Parquet file per asset and half-year, replaced whole, below one folder."""

    folder: str

    def create_io_manager(self, context: dg.InitResourceContext) -> AtomicParquetIOManager:  # noqa: ARG002 (Dagster's)
        """The IO manager over the folder."""
        return AtomicParquetIOManager(self.folder)


def resources_of(data: DataDirectory) -> dict[str, Any]:
    """Every resource by the name that steps ask for.

    The mart is opened for reading only: it is written aside and swapped in, never changed in place.
    """
    return {
        "data": DataResource(data_dir=str(data.root)),
        "io_manager": Warehouse(folder=str(data.warehouse)),
        "mart": DuckDBResource(database=str(data.mart), connection_config={"access_mode": "READ_ONLY"}),
    }
