"""What the UI shows of an asset."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

from kcn_pipeline.defs.describing import (
    PREVIEW_ROWS,
    REPORT_URL_VARIABLE,
    code_version,
    column_schema,
    preview,
    report_url,
    rows_of,
    stage_asset,
    table_of,
)
from kcn_pipeline.settings import DataDirectory
from kcn_pipeline.tables import FACTS, TABLES


@pytest.mark.parametrize("name", list(TABLES))
def test_every_column_is_described(name: str) -> None:
    columns = column_schema(TABLES[name]).columns
    assert [column.name for column in columns] == list(TABLES[name].columns)
    assert all(column.description for column in columns)


def test_constraints_of_a_column_are_shown() -> None:
    columns = {column.name: column for column in column_schema(FACTS).columns}
    assert columns["figure_id"].constraints.unique
    assert columns["metric"].constraints.nullable
    assert columns["start"].type == "int64"


def test_an_asset_has_what_operators_look_for() -> None:
    @stage_asset("extraction", FACTS, "One row a figure.", kinds={"python"})
    def extracted_metrics() -> None: ...

    spec = extracted_metrics.get_asset_spec()
    assert spec.group_name == "extraction"
    assert spec.owners
    assert "số liệu" in (spec.description or "")
    assert "One row a figure." in (spec.description or "")
    assert spec.code_version == code_version("extraction")
    assert {"report", "dagster/column_schema"} <= set(spec.metadata)
    assert spec.partitions_def is not None


def test_an_unpartitioned_asset_has_no_partitions() -> None:
    @stage_asset("publication", None, "A file.", kinds={"html"}, partitioned=False)
    def report() -> None: ...

    assert report.partitions_def is None


@pytest.mark.parametrize(
    ("edited", "changes"),
    [
        ("cleaning/clean.py", True),
        ("cleaning/rules/new.py", True),
        ("reference/data/units.yaml", True),
        ("extraction/extract.py", False),
        ("cleaning/__pycache__/clean.pyc", False),
    ],
)
def test_the_code_version_changes_with_what_the_stage_is_made_of(tmp_path: Path, edited: str, changes: bool) -> None:
    for name in ("cleaning/clean.py", "extraction/extract.py", "reference/data/units.yaml"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("as it was", encoding="utf-8")
    before = code_version("cleaning", tmp_path)
    (tmp_path / edited).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / edited).write_text("edited", encoding="utf-8")
    code_version.cache_clear()
    assert (code_version("cleaning", tmp_path) != before) is changes
    assert len(before) == 12


def test_stages_have_code_versions_of_their_own() -> None:
    assert len({code_version(stage) for stage in ("documents", "cleaning", "extraction")}) == 3


def test_the_report_is_a_file_unless_it_is_served(monkeypatch: pytest.MonkeyPatch) -> None:
    data = DataDirectory(Path("/srv/kcn"))
    monkeypatch.delenv(REPORT_URL_VARIABLE, raising=False)
    assert report_url(data) == "file:///srv/kcn/report/index.html"
    monkeypatch.setenv(REPORT_URL_VARIABLE, "http://127.0.0.1:8000/")
    assert report_url(data) == "http://127.0.0.1:8000/index.html"


def test_a_preview_shows_the_first_rows_and_says_how_many_there_are() -> None:
    frame = pd.DataFrame({"quote": [f"{n} dự án" for n in range(20)], "hidden": 1})
    shown = str(preview(frame, "quote").value)
    assert "0 dự án" in shown
    assert f"{PREVIEW_ROWS} dự án" not in shown
    assert "of 20 rows" in shown
    assert "hidden" not in shown


def test_a_preview_keeps_digits_as_they_are_and_cuts_long_texts() -> None:
    shown = str(preview(pd.DataFrame({"a": ["51390000000", None, "x" * 500, "a|b"]}), "a").value)
    assert "51390000000" in shown
    assert "nan" not in shown.lower()
    assert "x" * 100 not in shown
    assert "a\\|b" in shown


def test_a_preview_of_nothing_says_so() -> None:
    assert preview(pd.DataFrame({"a": []}), "a").value == "no rows"


def test_tables_of_the_ui_take_any_value_and_no_more_rows_than_asked() -> None:
    table = table_of([{"a": 1, "b": ["x", "ế"]}, {"a": None, "b": {}}, {"a": 3, "b": ""}], 2)
    assert [dict(record.data) for record in table.records] == [{"a": 1, "b": '["x", "ế"]'}, {"a": None, "b": "{}"}]


def test_a_number_that_is_none_is_shown_as_absent() -> None:
    assert dict(table_of([{"a": float("nan")}], 5).records[0].data) == {"a": None}


def test_rows_of_some_columns() -> None:
    frame = pd.DataFrame({"a": [1, 2], "b": ["x", None]})
    assert rows_of(frame, "b") == [{"b": "x"}, {"b": None}]
    assert rows_of(frame)[0] == {"a": 1, "b": "x"}
