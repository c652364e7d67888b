"""Every table takes what it should, refuses what it should not, and says which column and row."""

from __future__ import annotations

import io
from typing import Any

import numpy as np
import pandas as pd
import pandera.pandas as pa
import pytest
from pandera.errors import SchemaErrors

from kcn_pipeline import tables

SHA = "0" * 64
CELL: dict[str, Any] = {
    "period": "2019-H1",
    "entity": "board:ha-noi",
    "metric": "exports",
    "origin": None,
    "unit": "USD",
    "period_start": "2019-01-01",
    "period_end": "2019-06-30",
    "value": "2935000000",
    "lo": None,
    "hi": "2935500000",
    "bound": "exact",
    "coverage": '["kcn"]',
    "status": "single",
    "sources": 1,
    "figure_ids": '["a"]',
    "review": False,
}
FACT: dict[str, Any] = {
    **dict.fromkeys(("base", "base_period", "literal_value", "hedge", "lo", "hi", "period_start")),
    "figure_id": "a",
    "document_id": SHA,
    "document": "report.txt",
    "period": "2019-H1",
    "start": 3,
    "end": 9,
    "quote": "12 %",
    "entity": None,
    "metric": None,
    "comparison": "yoy",
    "origin": None,
    "period_end": None,
    "value": "-12.5",
    "unit": "percent",
    "bound": "exact",
    "coverage": "[]",
    "target": False,
    "rule": "growth",
    "cues": "[]",
    "review": "[]",
}


def broken(schema: pa.DataFrameSchema, row: dict[str, Any]) -> pd.DataFrame:
    """The failure cases of one row."""
    with pytest.raises(SchemaErrors) as caught:
        tables.frame_of(schema, [row])
    return pd.DataFrame(caught.value.failure_cases)


class TestEveryTable:
    @pytest.mark.parametrize("name", tables.TABLES)
    def test_says_what_each_column_means(self, name: str) -> None:
        schema = tables.TABLES[name]
        assert schema.name == name
        assert schema.description
        assert all(column.description for column in schema.columns.values())

    @pytest.mark.parametrize("name", tables.TABLES)
    def test_no_rows_give_an_empty_typed_frame(self, name: str) -> None:
        schema = tables.TABLES[name]
        frame = tables.frame_of(schema, [])
        assert frame.empty
        assert list(frame.columns) == list(schema.columns)
        for column, declared in schema.columns.items():
            assert frame[column].dtype == ("object" if str(declared.dtype) == "str" else str(declared.dtype))

    @pytest.mark.parametrize("name", tables.TABLES)
    def test_an_empty_frame_survives_parquet(self, name: str) -> None:
        schema = tables.TABLES[name]
        stored = io.BytesIO()
        tables.frame_of(schema, []).to_parquet(stored)
        assert list(schema.validate(pd.read_parquet(stored), lazy=True).columns) == list(schema.columns)

    @pytest.mark.parametrize("name", tables.TABLES)
    def test_a_column_too_many_is_refused(self, name: str) -> None:
        schema = tables.TABLES[name]
        with pytest.raises(SchemaErrors, match="COLUMN_NOT_IN_SCHEMA"):
            schema.validate(tables.frame_of(schema, []).assign(surplus=1), lazy=True)


class TestFrameOf:
    def test_nothing_stays_nothing_and_digits_stay_digits(self) -> None:
        row = tables.frame_of(tables.BOARD_TOTALS, [CELL]).iloc[0]
        assert row["origin"] is None
        assert row["lo"] is None
        assert row["value"] == "2935000000"
        assert row["sources"] == 1

    def test_rows_survive_parquet(self) -> None:
        frame = tables.frame_of(tables.FACTS, [FACT, {**FACT, "figure_id": "b", "target": True}])
        stored = io.BytesIO()
        frame.to_parquet(stored)
        pd.testing.assert_frame_equal(tables.FACTS.validate(pd.read_parquet(stored), lazy=True), frame)

    def test_columns_come_in_the_order_of_the_schema(self) -> None:
        frame = tables.frame_of(tables.BOARD_TOTALS, [dict(reversed(CELL.items()))])
        assert list(frame.columns) == list(tables.BOARD_TOTALS.columns)

    def test_a_missing_column_is_named(self) -> None:
        with pytest.raises(KeyError, match="metric"):
            tables.frame_of(tables.BOARD_TOTALS, [{k: v for k, v in CELL.items() if k != "metric"}])

    @pytest.mark.parametrize("value", [2935000000.0, np.float64("0.1")])
    def test_a_float_in_place_of_a_decimal_is_refused(self, value: float) -> None:
        with pytest.raises(TypeError, match=r"board_totals\.value: .* is a float"):
            tables.frame_of(tables.BOARD_TOTALS, [{**CELL, "value": value}])

    def test_nan_means_nothing(self) -> None:
        assert pd.isna(tables.frame_of(tables.BOARD_TOTALS, [{**CELL, "lo": float("nan")}])["lo"].iloc[0])

    def test_every_broken_rule_is_listed_at_once(self) -> None:
        cases = broken(tables.BOARD_TOTALS, {**CELL, "period": "2019", "unit": None, "sources": -1, "bound": "about"})
        assert set(cases["column"]) >= {"period", "unit", "sources", "bound"}

    def test_the_failing_row_is_named(self) -> None:
        with pytest.raises(SchemaErrors) as caught:
            tables.frame_of(tables.BOARD_TOTALS, [CELL, {**CELL, "status": "guess"}])
        assert list(caught.value.failure_cases["index"]) == [1]


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("value", "abc"),
        ("value", "NaN"),
        ("value", "Infinity"),
        ("value", "1_000"),
        ("value", " 12"),
        ("value", "12\n"),
        ("value", "1,5"),
        ("value", "１２"),
        ("value", "1."),
        ("value", ""),
        ("value", None),
        ("lo", "x"),
        ("period", "2019-H3"),
        ("period", "2019-H1\n"),
        ("period_end", "2019-13-01"),
        ("period_end", "2019-02-29"),
        ("period_end", "20190630"),
        ("period_end", "2019-06-30\n"),
        ("period_end", None),
        ("entity", "ha-noi"),
        ("entity", "board:"),
        ("entity", "planet:earth"),
        ("origin", "foreign"),
        ("bound", None),
        ("status", "guess"),
        ("sources", -1),
        ("sources", None),
        ("sources", "many"),
    ],
)
def test_a_cell_is_refused(column: str, value: object) -> None:
    cases = broken(tables.BOARD_TOTALS, {**CELL, column: value})
    # A decimal that cannot be read also breaks the order of lo and hi.
    assert column in set(cases["column"])


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("value", "0"),
        ("value", "-0.5"),
        ("value", "1E+3"),
        ("value", "47217000000000000000000000000.000000000001"),
        ("lo", "2935500000"),
        ("period_end", "2020-02-29"),
        ("period_start", None),
        ("entity", "company:Công ty A"),
        ("origin", "fdi"),
        ("sources", 0),
    ],
)
def test_a_cell_is_taken(column: str, value: object) -> None:
    assert tables.frame_of(tables.BOARD_TOTALS, [{**CELL, column: value}])[column].iloc[0] == value


class TestRowRules:
    def test_lo_may_not_exceed_hi(self) -> None:
        cases = broken(tables.BLOC_TOTALS, {**CELL, "lo": "10", "hi": "9"})
        assert "lo must not exceed hi" in set(cases["check"])

    def test_lo_and_hi_are_compared_as_numbers(self) -> None:
        # As text "9" follows "10".
        assert len(tables.frame_of(tables.BLOC_TOTALS, [{**CELL, "lo": "9", "hi": "10"}])) == 1

    def test_a_quote_has_a_character(self) -> None:
        assert "a quote has at least one character" in set(broken(tables.FACTS, {**FACT, "start": 9})["check"])

    def test_a_figure_stands_once(self) -> None:
        with pytest.raises(SchemaErrors, match="SERIES_CONTAINS_DUPLICATES"):
            tables.frame_of(tables.FACTS, [FACT, FACT])

    @pytest.mark.parametrize("sha", ["0" * 63, "G" * 64, "A" * 64, SHA + "\n"])
    def test_a_document_is_a_sha256(self, sha: str) -> None:
        assert "document_id" in set(broken(tables.FACTS, {**FACT, "document_id": sha})["column"])
