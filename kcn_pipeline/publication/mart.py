"""The DuckDB mart: every table of every stage in one file that is swapped in whole.

Belongs here: schemas, tables, comments and the swap. Does not: column types (`mart_columns`), views
(`mart_views`) or other export formats.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import duckdb
import pandas as pd
import pandera.pandas as pa
import pyarrow

from kcn_pipeline.publication.inputs import require_tables
from kcn_pipeline.publication.mart_columns import column_array, column_type, is_rounded
from kcn_pipeline.publication.mart_views import VIEWS, View
from kcn_pipeline.publication.swapping import built_aside, only_writer, remove_leftovers
from kcn_pipeline.tables import TABLES

SCHEMA_OF_TABLE: Final[dict[str, str]] = {
    "raw_documents": "documents",
    "cleaned_texts": "cleaning",
    "extracted_metrics": "extraction",
    "unassigned_figures": "extraction",
    "events": "extraction",
    "board_totals": "reconciliation",
    "bloc_totals": "reconciliation",
    "reconciled_aggregates": "reconciliation",
    "constraints": "reconciliation",
    "suspects": "reconciliation",
    "conflict_members": "reconciliation",
    "bounds": "reconciliation",
    "revisions": "reconciliation",
    "decisions": "reconciliation",
    "panel": "publication",
}


class MartOutdated(RuntimeError):
    """The inputs changed while the mart was built; the old file stays, a new build is needed."""


@dataclass(frozen=True, slots=True)
class MartSummary:
    """What was written: rows by qualified table name, names of the views, size of the file.

    rounded_decimals: computed amounts with more than six decimals, which the mart rounds and the
    Parquet files keep whole.
    """

    path: Path
    rows: Mapping[str, int]
    views: tuple[str, ...]
    size_bytes: int
    rounded_decimals: int


def build_mart(
    path: Path, tables: Mapping[str, pd.DataFrame], *, inputs_hold: Callable[[], bool] | None = None
) -> MartSummary:
    """Build the mart aside from frames of `tables.TABLES` (all of them, empty ones too) and swap it in.

    Amounts become DECIMAL(38, 6), days DATE, descriptions comments. inputs_hold: asked under the
    lock right before the swap, so that a slow build never replaces a newer one.
    Errors: ValueError for missing or unknown tables, columns or values and for a file name that is
    a schema's; MartOutdated; TimeoutError when another writer holds the lock.
    """
    require_tables(tables)
    if path.stem in SCHEMA_OF_TABLE.values():
        raise ValueError(f"{path}: DuckDB cannot tell a database from a schema of its name; name the file otherwise")
    with only_writer(path):
        remove_leftovers(path)
        with built_aside(path) as aside:
            _write(aside, tables)
            if inputs_hold is not None and not inputs_hold():
                raise MartOutdated(f"{path}: its tables changed while it was built; the old one stays, publish again")
            # A log that someone's writing left beside the old file would be replayed into the new one.
            path.with_name(f"{path.name}.wal").unlink(missing_ok=True)
        return _summary(path, tables)


def _write(path: Path, tables: Mapping[str, pd.DataFrame]) -> None:
    with duckdb.connect(str(path)) as connection:
        for schema in dict.fromkeys(SCHEMA_OF_TABLE.values()):
            connection.execute(f"CREATE SCHEMA {schema}")
        for name, schema_of_columns in TABLES.items():
            _write_table(connection, name, schema_of_columns, tables[name])
        for view in VIEWS:
            _write_view(connection, view)
        connection.execute("CHECKPOINT")


def _write_table(
    connection: duckdb.DuckDBPyConnection, name: str, schema: pa.DataFrameSchema, frame: pd.DataFrame
) -> None:
    table = _qualified(name)
    definitions = ", ".join(_definition(column, spec) for column, spec in schema.columns.items())
    connection.execute(f"CREATE TABLE {table} ({definitions})")
    rows = {column: _values(frame, column, spec, table) for column, spec in schema.columns.items()}
    connection.register("rows_to_store", pyarrow.table(rows))
    connection.execute(f"INSERT INTO {table} SELECT * FROM rows_to_store")  # noqa: S608 - names from our own schemas
    connection.unregister("rows_to_store")
    _comment(connection, f"TABLE {table}", schema.description)
    for column, spec in schema.columns.items():
        _comment(connection, f'COLUMN {table}."{column}"', spec.description)


def _definition(column: str, spec: pa.Column) -> str:
    return f'"{column}" {column_type(spec).sql}' + ("" if spec.nullable else " NOT NULL")


def _values(frame: pd.DataFrame, column: str, spec: pa.Column, table: str) -> pyarrow.Array:
    return column_array(frame[column], column_type(spec), f"{table}.{column}")


def _write_view(connection: duckdb.DuckDBPyConnection, view: View) -> None:
    connection.execute(f"CREATE VIEW {view.qualified} AS {view.query}")
    _comment(connection, f"VIEW {view.qualified}", view.description)


def _comment(connection: duckdb.DuckDBPyConnection, target: str, comment: str | None) -> None:
    quoted = (comment or "").replace("'", "''")
    connection.execute(f"COMMENT ON {target} IS '{quoted}'")


def _qualified(table: str) -> str:
    return f"{SCHEMA_OF_TABLE[table]}.{table}"


def _summary(path: Path, tables: Mapping[str, pd.DataFrame]) -> MartSummary:
    return MartSummary(
        path=path,
        rows={_qualified(name): len(frame) for name, frame in tables.items()},
        views=tuple(view.qualified for view in VIEWS),
        size_bytes=path.stat().st_size,
        rounded_decimals=sum(_rounded(tables[name], schema) for name, schema in TABLES.items()),
    )


def _rounded(frame: pd.DataFrame, schema: pa.DataFrameSchema) -> int:
    types = {column: column_type(spec) for column, spec in schema.columns.items()}
    return sum(is_rounded(value, kind) for column, kind in types.items() for value in frame[column])
