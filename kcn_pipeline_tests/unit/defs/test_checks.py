"""Rules, findings and the op that judges an asset."""

from collections.abc import Sequence
from pathlib import Path

import dagster as dg
import pandas as pd
import pytest

from kcn_pipeline.defs.checks import (
    MOST_RULES,
    ROWS_SHOWN,
    Exhibit,
    Finding,
    Rule,
    Severity,
    as_result,
    checks_on,
    schema_finding,
    schema_rule,
)
from kcn_pipeline.defs.partitions import HALF_YEARS
from kcn_pipeline.defs.resources import resources_of
from kcn_pipeline.periods import HalfYear
from kcn_pipeline.settings import DataDirectory
from kcn_pipeline.tables import FACTS, TABLES
from kcn_pipeline_tests.unit.defs.samples import sample

H1 = HalfYear(2019, 1)


def rule(
    name: str, failing: Sequence[dict[str, object]] = (), severity: Severity = "ERROR", *, blocking: bool = False
) -> Rule:
    """A rule that always finds the same."""
    return Rule(name, f"About {name}.", lambda e: Finding(len(e.rows), failing, "wrong", severity), blocking=blocking)


class TestResult:
    """A finding as Dagster shows it."""

    def test_nothing_failing_passes_and_says_how_much_was_tried(self) -> None:
        result = as_result("panel", "schema", Finding(7, [], "wrong"))
        assert result.passed
        assert result.description == "7 rows tried"
        assert result.metadata["rows tried"].value == 7

    def test_nothing_tried_says_so(self) -> None:
        result = as_result("panel", "schema", Finding(0, [], "wrong"))
        assert result.passed
        assert "0 rows tried" in (result.description or "")

    def test_all_failures_are_counted_and_the_first_twenty_shown(self) -> None:
        failing = [{"row": n} for n in range(55)]
        result = as_result("panel", "schema", Finding(60, failing, "55 rows are wrong"))
        assert not result.passed
        assert result.description == "55 rows are wrong"
        assert result.metadata["rows failing"].value == 55
        shown = result.metadata["first failing rows"]
        assert isinstance(shown, dg.TableMetadataValue)
        assert [record.data["row"] for record in shown.records] == list(range(ROWS_SHOWN))

    @pytest.mark.parametrize("severity", ["ERROR", "WARN"])
    def test_severity_is_the_findings(self, severity: Severity) -> None:
        result = as_result("panel", "schema", Finding(1, [{"a": 1}], "wrong", severity))
        assert result.severity.value == severity


class TestSchema:
    """The rule that every table has."""

    @pytest.mark.parametrize("name", list(TABLES))
    def test_good_rows_pass(self, name: str) -> None:
        finding = schema_rule(name).judge(Exhibit(sample(name)))
        assert not finding.failing
        assert finding.tried > 0

    def test_it_blocks_what_lies_downstream(self) -> None:
        assert schema_rule("panel").blocking

    def test_each_bad_value_is_one_failure_with_column_check_and_row(self) -> None:
        rows = sample("extracted_metrics")
        rows.loc[2, "value"] = "12,5"
        rows.loc[4, "bound"] = "perhaps"
        finding = schema_finding(FACTS, rows)
        assert {(f["column"], f["row"], f["value"]) for f in finding.failing} == {
            ("value", 2, "12,5"),
            ("bound", 4, "perhaps"),
        }
        assert "bound, value" in finding.message
        assert finding.severity == "ERROR"

    def test_a_rule_across_columns_counts_once_a_row(self) -> None:
        rows = sample("extracted_metrics")
        rows.loc[[0, 1], "lo"], rows.loc[[0, 1], "hi"] = "9", "8"
        finding = schema_finding(FACTS, rows)
        assert [(f["column"], f["row"]) for f in finding.failing] == [("(row)", 0), ("(row)", 1)]

    def test_a_missing_column_fails(self) -> None:
        finding = schema_finding(FACTS, sample("extracted_metrics").drop(columns="quote"))
        assert any(f["value"] == "quote" for f in finding.failing)

    def test_a_null_that_may_not_be_fails(self) -> None:
        rows = sample("extracted_metrics")
        rows.loc[0, "unit"] = None
        assert [f["column"] for f in schema_finding(FACTS, rows).failing] == ["unit"]

    def test_a_duplicate_of_a_unique_value_fails(self) -> None:
        rows = sample("extracted_metrics")
        doubled = pd.concat([rows, rows.head(1)], ignore_index=True)
        assert {f["column"] for f in schema_finding(FACTS, doubled).failing} == {"figure_id"}


class TestOp:
    """Many rules in one op, through Dagster."""

    @pytest.fixture
    def data(self, tmp_path: Path) -> DataDirectory:
        return DataDirectory(tmp_path)

    def run(
        self, data: DataDirectory, checks: dg.AssetChecksDefinition, only: str | None = None
    ) -> dg.ExecuteInProcessResult:
        @dg.asset(partitions_def=HALF_YEARS)
        def extracted_metrics(context: dg.AssetExecutionContext) -> pd.DataFrame:
            return sample("extracted_metrics", HalfYear.parse(context.partition_key).label)

        selection: dg.AssetSelection = dg.AssetSelection.assets(extracted_metrics)
        if only is not None:
            chosen = dg.AssetCheckKey(dg.AssetKey("extracted_metrics"), only)
            selection = dg.AssetSelection.assets(extracted_metrics).without_checks() | dg.AssetSelection.checks(chosen)
        job = dg.define_asset_job("judge", selection=selection)
        definitions = dg.Definitions(
            assets=[extracted_metrics], asset_checks=[checks], jobs=[job], resources=resources_of(data)
        )
        resolved = definitions.resolve_job_def("judge")
        return resolved.execute_in_process(partition_key=H1.partition_key, raise_on_error=False)

    def test_each_rule_is_a_check_of_the_partition(self, data: DataDirectory) -> None:
        result = self.run(data, checks_on("extracted_metrics", [rule("good"), rule("bad", [{"a": 1}])]))
        found = {e.check_name: (e.passed, e.partition) for e in result.get_asset_check_evaluations()}
        assert found == {"good": (True, "2019-01"), "bad": (False, "2019-01")}

    def test_a_subset_can_be_run_alone(self, data: DataDirectory) -> None:
        result = self.run(data, checks_on("extracted_metrics", [rule("good"), rule("bad", [{"a": 1}])]), "good")
        assert [e.check_name for e in result.get_asset_check_evaluations()] == ["good"]

    def test_a_blocking_error_fails_the_run_and_a_warning_does_not(self, data: DataDirectory) -> None:
        blocking = checks_on("extracted_metrics", [rule("bad", [{"a": 1}], blocking=True)])
        warning = checks_on("extracted_metrics", [rule("bad", [{"a": 1}], "WARN", blocking=True)])
        assert not self.run(data, blocking).success
        assert self.run(data, warning).success

    def test_rules_see_the_partition_and_the_tables_beside_it(self, data: DataDirectory) -> None:
        seen: list[Exhibit] = []

        def look(exhibit: Exhibit) -> Finding:
            seen.append(exhibit)
            return Finding(0, [], "")

        self.run(data, checks_on("extracted_metrics", [Rule("look", "Looks.", look)], beside={"raw_documents": "same"}))
        assert seen[0].period == H1
        assert set(seen[0].rows["period"]) == {"2019-H1"}
        assert list(seen[0].beside["raw_documents"].columns) == list(TABLES["raw_documents"].columns)

    def test_more_rules_than_an_operator_can_take_in_are_refused(self) -> None:
        with pytest.raises(ValueError, match="extracted_metrics: 13 checks, at most 12"):
            checks_on("extracted_metrics", [rule(f"r{n}") for n in range(MOST_RULES + 1)])
