"""How columns are stored in DuckDB."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pandas as pd
import pytest

from kcn_pipeline.publication.mart_columns import (
    BIGINT,
    BOOLEAN,
    DATE,
    DECIMAL,
    DOUBLE,
    JSON,
    VARCHAR,
    ColumnType,
    column_array,
    column_type,
    is_rounded,
)
from kcn_pipeline.tables import TABLES


@pytest.mark.parametrize(
    ("table", "column", "expected"),
    [
        ("extracted_metrics", "value", DECIMAL),
        ("reconciled_aggregates", "smallest_visible_error", DECIMAL),
        ("panel", "value", DOUBLE),
        ("panel", "vintage", DATE),
        ("raw_documents", "published_on", DATE),
        ("extracted_metrics", "target", BOOLEAN),
        ("extracted_metrics", "start", BIGINT),
        ("extracted_metrics", "cues", JSON),
        ("panel", "figure_ids", JSON),
        ("panel", "period", VARCHAR),
    ],
)
def test_the_schema_says_how_a_column_is_stored(table: str, column: str, expected: ColumnType) -> None:
    assert column_type(TABLES[table].columns[column]) == expected


def test_every_amount_outside_the_panel_is_a_decimal() -> None:
    amounts = {"value", "lo", "hi", "literal_value", "stated_lo", "derived_hi", "residual_lo"}
    for name, schema in TABLES.items():
        found = {column_type(spec) for column, spec in schema.columns.items() if column in amounts}
        assert found <= ({DOUBLE} if name == "panel" else {DECIMAL}), name


def test_every_day_is_a_date() -> None:
    for schema in TABLES.values():
        for column, spec in schema.columns.items():
            if column.endswith(("_start", "_end", "_on")) or column == "vintage":
                assert column_type(spec) in (DATE, BIGINT), column


def test_decimals_are_stored_exactly() -> None:
    values = ["51390000000", "0.000001", "-17.5", "99999999999999999999999999999999.999999", None]

    stored = column_array(pd.Series(values, dtype=object), DECIMAL, "t.c").to_pylist()

    assert stored == [None if value is None else Decimal(value) for value in values]


def test_days_are_stored_as_days() -> None:
    stored = column_array(pd.Series(["2019-06-30", None], dtype=object), DATE, "t.c").to_pylist()

    assert stored == [date(2019, 6, 30), None]


@pytest.mark.parametrize("absent", [None, float("nan"), pd.NA])
def test_absent_values_are_null(absent: object) -> None:
    assert column_array(pd.Series([absent], dtype=object), VARCHAR, "t.c").to_pylist() == [None]


@pytest.mark.parametrize(
    ("value", "kind", "problem"),
    [
        ("1" + "0" * 32, DECIMAL, r"t\.c does not fit DECIMAL"),
        ("2019-02-30", DATE, r"t\.c does not fit DATE"),
        ("many", BIGINT, r"t\.c does not fit BIGINT"),
        ("abc", DECIMAL, r"t\.c does not fit DECIMAL"),
    ],
)
def test_what_does_not_fit_is_refused_with_its_place(value: str, kind: ColumnType, problem: str) -> None:
    with pytest.raises(ValueError, match=problem):
        column_array(pd.Series([value], dtype=object), kind, "t.c")


@pytest.mark.parametrize(
    ("value", "expected"), [("0.1234567", True), ("0.123456", False), ("255", False), ("1E-7", True), (None, False)]
)
def test_a_dropped_decimal_is_seen(value: str | None, expected: bool) -> None:
    assert is_rounded(value, DECIMAL) is expected


def test_only_decimals_are_rounded() -> None:
    assert not is_rounded("0.1234567", VARCHAR)


def test_rounding_goes_to_the_nearest_millionth() -> None:
    stored = column_array(pd.Series(["65.41545046767"], dtype=object), DECIMAL, "t.c").to_pylist()

    assert stored == [Decimal("65.415450")]
