"""The DuckDB mart: contents, comments, and the swap under a reader's hands."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import duckdb
import pytest

from kcn_pipeline.publication import mart
from kcn_pipeline.publication.mart import SCHEMA_OF_TABLE, MartOutdated, build_mart
from kcn_pipeline.settings import DataDirectory
from kcn_pipeline.tables import TABLES
from kcn_pipeline_tests.unit.publication.frames import BLOC, empty_tables, synthetic_tables


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "mart" / "kcn_mart.duckdb"


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> Iterator[duckdb.DuckDBPyConnection]:
    """A mart of the synthetic tables, open for reading."""
    path = tmp_path_factory.mktemp("mart") / "kcn_mart.duckdb"
    build_mart(path, synthetic_tables())
    with duckdb.connect(str(path), read_only=True) as connection:
        yield connection


def rows(connection: duckdb.DuckDBPyConnection, query: str, *values: object) -> list[tuple[Any, ...]]:
    return connection.execute(query, values).fetchall()


def test_every_table_stands_in_the_schema_of_its_stage(reader: duckdb.DuckDBPyConnection) -> None:
    found = rows(reader, "SELECT table_name, schema_name FROM duckdb_tables()")

    assert dict(found) == SCHEMA_OF_TABLE
    assert set(SCHEMA_OF_TABLE) == set(TABLES)


def test_every_row_arrives(reader: duckdb.DuckDBPyConnection) -> None:
    for name, frame in synthetic_tables().items():
        assert reader.table(f"{SCHEMA_OF_TABLE[name]}.{name}").shape == frame.shape, name


def test_decimals_are_exact(reader: duckdb.DuckDBPyConnection) -> None:
    query = "SELECT value, typeof(value), lo FROM extraction.extracted_metrics WHERE quote = '51.390 t USD'"

    assert rows(reader, query) == [(Decimal("51390000000.000000"), "DECIMAL(38,6)", Decimal(51385000000))]


def test_days_are_dates_and_stocks_have_no_start(reader: duckdb.DuckDBPyConnection) -> None:
    query = "SELECT period_start, period_end FROM reconciliation.bloc_totals WHERE metric = 'capital_registered'"

    assert rows(reader, query) == [(None, date(2019, 6, 30))]


def test_the_panel_holds_floats(reader: duckdb.DuckDBPyConnection) -> None:
    query = "SELECT value, typeof(value) FROM publication.panel WHERE metric = 'capital_registered'"

    assert rows(reader, query) == [(51390000000.0, "DOUBLE")]


def test_lists_can_be_taken_apart(reader: duckdb.DuckDBPyConnection) -> None:
    query = "SELECT json_array_length(figure_ids) FROM reconciliation.reconciled_aggregates WHERE verdict = 'EXACT'"

    assert rows(reader, query) == [(3,)]


def test_every_table_and_column_is_described(reader: duckdb.DuckDBPyConnection) -> None:
    tables = dict(rows(reader, "SELECT table_name, comment FROM duckdb_tables()"))
    columns = {
        (table, column): comment
        for table, column, comment in rows(
            reader, "SELECT table_name, column_name, comment FROM duckdb_columns() WHERE NOT internal"
        )
    }

    for name, schema in TABLES.items():
        assert tables[name] == schema.description
        for column, spec in schema.columns.items():
            assert columns[name, column] == spec.description, (name, column)


def test_what_must_be_there_is_not_null(reader: duckdb.DuckDBPyConnection) -> None:
    query = "SELECT column_name, is_nullable FROM duckdb_columns() WHERE table_name = 'extracted_metrics'"
    nullable = {column: spec.nullable for column, spec in TABLES["extracted_metrics"].columns.items()}

    assert dict(rows(reader, query)) == nullable


def test_the_summary_counts_what_was_written(path: Path) -> None:
    summary = build_mart(path, synthetic_tables())

    assert summary.path == path
    assert summary.rows["extraction.extracted_metrics"] == 10
    assert "reconciliation.open_questions" in summary.views
    assert summary.size_bytes == path.stat().st_size


def test_rounded_quotients_are_counted(path: Path) -> None:
    tables = synthetic_tables()
    derived = tables["reconciled_aggregates"]["derived_lo"].dropna()

    assert build_mart(path, tables).rounded_decimals == sum("." in value for value in derived) == 1


def test_empty_tables_give_an_empty_mart(path: Path) -> None:
    build_mart(path, empty_tables())

    with duckdb.connect(str(path), read_only=True) as connection:
        for name, schema in SCHEMA_OF_TABLE.items():
            assert connection.table(f"{schema}.{name}").shape[0] == 0, name


def test_nothing_is_left_beside_the_mart(path: Path) -> None:
    build_mart(path, synthetic_tables())

    assert sorted(entry.name for entry in path.parent.iterdir()) == ["kcn_mart.duckdb", "kcn_mart.duckdb.lock"]


def test_a_reader_of_the_old_mart_keeps_working(path: Path) -> None:
    build_mart(path, synthetic_tables())
    with duckdb.connect(str(path), read_only=True) as old:
        assert rows(old, "SELECT count(*) FROM publication.panel") == [(6,)]

        build_mart(path, empty_tables())

        assert rows(old, "SELECT count(*) FROM extraction.extracted_metrics") == [(10,)]
        assert rows(old, "SELECT entity FROM publication.panel WHERE metric = 'capital_registered'") == [(BLOC,)]
    with duckdb.connect(str(path), read_only=True) as new:
        assert rows(new, "SELECT count(*) FROM publication.panel") == [(0,)]


def test_a_crash_before_the_swap_leaves_the_old_mart(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    build_mart(path, synthetic_tables())
    before = path.read_bytes()

    def crash(*_: object) -> None:
        raise RuntimeError("power cut")

    monkeypatch.setattr(mart, "_write_view", crash)
    with pytest.raises(RuntimeError, match="power cut"):
        build_mart(path, empty_tables())

    assert path.read_bytes() == before
    assert not list(path.parent.glob(".kcn_mart*"))


def test_changed_inputs_leave_the_old_mart(path: Path) -> None:
    build_mart(path, synthetic_tables())
    before = path.read_bytes()

    with pytest.raises(MartOutdated, match="publish again"):
        build_mart(path, empty_tables(), inputs_hold=lambda: False)

    assert path.read_bytes() == before


def test_unchanged_inputs_are_swapped_in(path: Path) -> None:
    build_mart(path, empty_tables(), inputs_hold=lambda: True)

    assert path.exists()


def test_a_log_left_by_a_writer_is_not_replayed_into_the_new_mart(path: Path) -> None:
    build_mart(path, synthetic_tables())
    log = path.with_name("kcn_mart.duckdb.wal")
    log.write_bytes(b"left behind")

    build_mart(path, empty_tables())

    assert not log.exists()
    with duckdb.connect(str(path)) as connection:
        assert rows(connection, "SELECT count(*) FROM publication.panel") == [(0,)]


@pytest.mark.parametrize("stem", sorted(set(SCHEMA_OF_TABLE.values())))
def test_a_file_named_as_a_schema_is_refused(tmp_path: Path, stem: str) -> None:
    with pytest.raises(ValueError, match="cannot tell a database from a schema"):
        build_mart(tmp_path / f"{stem}.duckdb", empty_tables())


def test_the_mart_of_the_data_directory_has_a_name_of_its_own(tmp_path: Path) -> None:
    assert DataDirectory(tmp_path).mart.stem not in SCHEMA_OF_TABLE.values()


def test_lacking_tables_are_refused_before_anything_is_written(path: Path) -> None:
    tables = synthetic_tables()
    del tables["board_totals"]

    with pytest.raises(ValueError, match="board_totals"):
        build_mart(path, tables)

    assert not path.parent.exists()


def test_a_value_that_does_not_fit_is_named(path: Path) -> None:
    tables = synthetic_tables()
    tables["extracted_metrics"].loc[0, "value"] = "1" + "0" * 40

    with pytest.raises(ValueError, match=r"extraction\.extracted_metrics\.value does not fit DECIMAL"):
        build_mart(path, tables)


def test_quotes_in_texts_survive(path: Path) -> None:
    tables = synthetic_tables()
    tables["raw_documents"].loc[0, "title"] = "it's; DROP TABLE x --"
    build_mart(path, tables)

    with duckdb.connect(str(path), read_only=True) as connection:
        titles = rows(connection, "SELECT title FROM documents.raw_documents")
    assert ("it's; DROP TABLE x --",) in titles
