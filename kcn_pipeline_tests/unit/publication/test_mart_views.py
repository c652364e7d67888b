"""The views beside the tables of the mart."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import duckdb
import pytest

from kcn_pipeline.publication.mart import build_mart
from kcn_pipeline.publication.mart_views import VIEWS, View
from kcn_pipeline_tests.unit.publication.frames import BLOC, HANOI, empty_tables, synthetic_tables


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("mart") / "kcn_mart.duckdb"
    build_mart(path, synthetic_tables())
    return path


def ask(path: Path, query: str) -> list[tuple[Any, ...]]:
    with duckdb.connect(str(path), read_only=True) as connection:
        return connection.execute(query).fetchall()


def test_open_questions_leave_out_what_holds(built: Path) -> None:
    found = ask(built, "SELECT DISTINCT verdict FROM reconciliation.open_questions ORDER BY verdict")

    assert found == [("COVERAGE_BREAK",), ("INCOMPATIBLE",), ("NOT_PUBLISHED",)]


def test_the_likeliest_suspects_come_without_lesser_explanations(built: Path) -> None:
    found = ask(built, "SELECT metric, repair, answer, reading FROM reconciliation.likely_wrong")

    assert found == [("capital_registered", "separator", 1, 1)]


def test_figures_without_a_metric_are_listed_with_the_reason(built: Path) -> None:
    found = ask(built, "SELECT quote, rule FROM extraction.not_understood ORDER BY quote")

    assert found == [("17 đoàn khách", "no metric counts delegations"), ("9 dự án", "<i>no metric</i> near")]


def test_provenance_leads_from_a_row_to_words_and_document(built: Path) -> None:
    query = "SELECT place, quote, document FROM publication.provenance WHERE metric = 'capital_registered'"

    assert ask(built, query) == [(1, "51.390 t USD", "khoi.txt")]


def test_provenance_lists_every_source_of_a_row(tmp_path: Path) -> None:
    tables = synthetic_tables()
    panel = tables["panel"]
    ids = list(tables["extracted_metrics"]["figure_id"][:2])
    row = panel.index[panel["metric"] == "occupancy_rate"][0]
    panel.loc[row, "figure_ids"] = f'["{ids[1]}", "{ids[0]}"]'
    build_mart(tmp_path / "kcn_mart.duckdb", tables)

    query = "SELECT place, figure_id FROM publication.provenance WHERE metric = 'occupancy_rate' ORDER BY place"
    assert ask(tmp_path / "kcn_mart.duckdb", query) == [(1, ids[1]), (2, ids[0])]


def test_every_row_of_the_panel_has_its_provenance(built: Path) -> None:
    query = "SELECT count(*) FROM (SELECT DISTINCT entity, metric, origin, period FROM publication.provenance)"

    assert ask(built, query) == ask(built, "SELECT count(*) FROM publication.panel")


@pytest.mark.parametrize("view", VIEWS, ids=lambda view: view.name)
def test_views_are_described(built: Path, view: View) -> None:
    found = ask(built, "SELECT schema_name, view_name, comment FROM duckdb_views() WHERE NOT internal")

    assert (view.schema, view.name, view.description) in found


@pytest.mark.parametrize("view", VIEWS, ids=lambda view: view.name)
def test_views_work_under_another_name_of_the_database(built: Path, view: View) -> None:
    with duckdb.connect() as connection:
        connection.execute(f"ATTACH '{built}' AS other (READ_ONLY)")
        connection.execute("USE other")

        assert connection.table(view.qualified).shape[0] > 0


@pytest.mark.parametrize("view", VIEWS, ids=lambda view: view.name)
def test_views_of_an_empty_mart_are_empty(tmp_path: Path, view: View) -> None:
    build_mart(tmp_path / "kcn_mart.duckdb", empty_tables())

    with duckdb.connect(str(tmp_path / "kcn_mart.duckdb"), read_only=True) as connection:
        assert connection.table(view.qualified).shape[0] == 0


def test_the_panel_itself_is_where_analysts_look(built: Path) -> None:
    found = ask(built, "SELECT entity, count(*) FROM publication.panel GROUP BY entity ORDER BY entity")

    assert found == [(BLOC, 5), (HANOI, 1)]
