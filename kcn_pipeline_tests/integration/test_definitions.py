"""What Dagster loads: that it loads, and that operators find what they look for."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import dagster as dg
import pytest

from kcn_pipeline.definitions import defs
from kcn_pipeline.defs.catalogue import ASSETS, CHECKS
from kcn_pipeline.defs.checks import MOST_RULES
from kcn_pipeline.defs.partitions import HALF_YEARS
from kcn_pipeline.tables import TABLES
from kcn_pipeline_tests.conftest import REPOSITORY

LOCALISED = {"constraints", "suspects", "conflict_members", "bounds"}
DECIDED = {"revisions", "decisions"}
INPUTS = {"corrections"}
EXTRACTED = {"raw_documents", "cleaned_texts", "extracted_metrics", "unassigned_figures", "events"}
PARTITIONED = {
    *EXTRACTED,
    "board_totals",
    "bloc_totals",
    "reconciled_aggregates",
    *LOCALISED,
    *DECIDED,
}
WHOLE = {"panel", "duckdb_mart", "report"}


def spec_of(name: str) -> dg.AssetSpec:
    (spec,) = [s for a in ASSETS for s in a.specs if s.key == dg.AssetKey(name)]
    return spec


def checks_of(name: str) -> list[dg.AssetCheckSpec]:
    definitions = [*CHECKS, *ASSETS]
    return [s for d in definitions for s in d.check_specs if s.asset_key == dg.AssetKey(name)]


def test_everything_loads() -> None:
    dg.Definitions.validate_loadable(defs)


def test_the_workspace_file_loads_the_same_in_a_process_of_its_own(tmp_path: Path) -> None:
    environment = {**os.environ, "KCN_DATA_DIR": str(tmp_path), "DAGSTER_HOME": str(tmp_path)}
    command = [sys.executable, "-m", "dagster", "definitions", "validate", "-w", str(REPOSITORY / "workspace.yaml")]
    done = subprocess.run(command, cwd=REPOSITORY, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("name", sorted(PARTITIONED | WHOLE | INPUTS))
def test_every_asset_is_described_owned_and_linked(name: str) -> None:
    spec = spec_of(name)
    assert spec.description
    assert any(ord(letter) > 127 for letter in spec.description), "the Vietnamese term is missing"
    assert spec.owners
    assert spec.kinds
    assert spec.code_version
    assert "report" in spec.metadata
    assert (spec.partitions_def == HALF_YEARS) is (name not in WHOLE)


@pytest.mark.parametrize("name", list(TABLES))
def test_every_table_is_an_asset_with_its_columns(name: str) -> None:
    schema = spec_of(name).metadata["dagster/column_schema"]
    assert [column.name for column in schema.columns] == list(TABLES[name].columns)


def test_groups_are_the_stages_in_the_way_of_the_data() -> None:
    groups = list(dict.fromkeys(spec.group_name for asset in ASSETS for spec in asset.specs))
    assert groups == ["documents", "cleaning", "extraction", "reconciliation", "publication"]


@pytest.mark.parametrize("name", sorted(PARTITIONED | WHOLE))
def test_every_asset_has_checks_and_no_more_than_an_operator_can_take_in(name: str) -> None:
    assert 1 <= len(checks_of(name)) <= MOST_RULES


@pytest.mark.parametrize("name", sorted(PARTITIONED))
def test_checks_of_partitioned_assets_are_partitioned(name: str) -> None:
    assert {check.partitions_def for check in checks_of(name)} == {HALF_YEARS}


@pytest.mark.parametrize(
    ("name", "blocking"),
    [
        ("raw_documents", {"schema"}),
        (
            "cleaned_texts",
            {
                "schema",
                "digits_unchanged",
                "alignment_reproduces_text",
                "every_document_cleaned",
                "clean_paragraphs_unharmed",
            },
        ),
        ("extracted_metrics", {"schema", "quote_is_raw_slice"}),
        ("unassigned_figures", {"schema"}),
        ("events", {"schema"}),
        ("board_totals", {"schema", "one_row_per_cell"}),
        ("reconciled_aggregates", {"schema"}),
        *((name, {"schema"}) for name in sorted(LOCALISED | DECIDED)),
        ("panel", {"schema", "every_cell_published"}),
    ],
)
def test_what_would_let_garbage_through_blocks(name: str, blocking: set[str]) -> None:
    assert {check.name for check in checks_of(name) if check.blocking} == blocking


def test_no_asset_has_a_backfill_policy() -> None:
    assert {asset.backfill_policy for asset in ASSETS} == {None}


@pytest.mark.parametrize(
    ("job", "assets"),
    [
        ("half_year", PARTITIONED | INPUTS),
        ("extract_half_year", EXTRACTED),
        (
            "reconcile_half_year",
            {"board_totals", "bloc_totals", "reconciled_aggregates"} | LOCALISED | DECIDED | INPUTS,
        ),
        ("publish", WHOLE),
    ],
)
def test_jobs_make_the_assets_of_their_stages_with_their_checks(job: str, assets: set[str]) -> None:
    layer = defs.resolve_job_def(job).asset_layer
    assert {key.path[-1] for key in layer.selected_asset_keys} == assets
    expected = {(name, check.name) for name in assets for check in checks_of(name)}
    assert {(key.asset_key.path[-1], key.name) for key in layer.asset_graph.asset_check_keys} >= expected


@pytest.mark.parametrize("job", ["half_year", "extract_half_year", "reconcile_half_year"])
def test_jobs_of_a_half_year_can_be_backfilled_by_key(job: str) -> None:
    partitions = defs.resolve_job_def(job).partitions_def
    assert partitions is not None
    assert {"2000-01", "2016-07", "2019-01"} <= set(partitions.get_partition_keys())


def test_steps_run_in_the_process_of_the_run() -> None:
    assert defs.executor is dg.in_process_executor


def test_there_are_two_schedules_and_one_sensor() -> None:
    repository = defs.get_repository_def()
    assert {s.name for s in repository.schedule_defs} == {"half_year_ended", "late_documents"}
    assert {s.name for s in repository.sensor_defs} == {"new_documents"}
    assert repository.has_job("rebuild_years")
