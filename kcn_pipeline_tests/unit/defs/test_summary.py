"""What a run tells the one who started it."""

from __future__ import annotations

from pathlib import Path

import dagster as dg

from kcn_pipeline.defs.storage import partition_path, write_table
from kcn_pipeline.defs.summary import FailedCheck, RunSummary, Severity, Suspicion, failed_checks, period_summary
from kcn_pipeline.periods import HalfYear
from kcn_pipeline.settings import DataDirectory
from kcn_pipeline.tables import TABLES
from kcn_pipeline_tests.unit.defs.samples import sample

H1, H2 = HalfYear(2019, 1), HalfYear(2019, 2)


def evaluation(
    check: str, *, passed: bool = False, severity: Severity = "ERROR", partition: str | None = "2019-01"
) -> dg.AssetCheckEvaluation:
    return dg.AssetCheckEvaluation(
        asset_key=dg.AssetKey("panel"),
        check_name=check,
        passed=passed,
        metadata={},
        severity=dg.AssetCheckSeverity[severity],
        description=f"{check} is wrong",
        partition=partition,
    )


def summary(*failed: FailedCheck) -> RunSummary:
    return RunSummary((), failed, (), True, Path("report"), Path("mart"))


def test_counts_are_those_of_the_warehouse(tmp_path: Path) -> None:
    data = DataDirectory(tmp_path)
    for name in ("raw_documents", "cleaned_texts", "extracted_metrics", "reconciled_aggregates"):
        write_table(partition_path(data.warehouse, name, H1), TABLES[name], sample(name, H1.label))
    found = period_summary(data, H1)
    facts, verdicts = sample("extracted_metrics", H1.label), sample("reconciled_aggregates", H1.label)
    assert (found.documents, found.facts) == (1, len(facts))
    assert found.figures_without_metric == 1
    assert found.words_restored == 1
    assert sum(found.verdicts.values()) == len(verdicts)
    assert found.verdicts["INCOMPATIBLE"] == 1
    assert found.suspicions == ()


def test_suspicions_are_those_of_the_likeliest_explanations(tmp_path: Path) -> None:
    data, told = DataDirectory(tmp_path), sample("suspects", H1.label)
    write_table(partition_path(data.warehouse, "suspects", H1), TABLES["suspects"], told)
    (likeliest,) = told[told["answer"] == 1].to_dict("records")
    assert len(told) == 2
    assert period_summary(data, H1).suspicions == (Suspicion(likeliest["explanation_vi"], likeliest["explanation_en"]),)


def test_what_was_never_computed_counts_as_none(tmp_path: Path) -> None:
    found = period_summary(DataDirectory(tmp_path), H1)
    assert (found.documents, found.facts, found.figures_without_metric, dict(found.verdicts)) == (0, 0, 0, {})


def test_only_failed_checks_are_told_errors_first_then_by_half_year() -> None:
    found = failed_checks(
        [
            evaluation("warned", severity="WARN"),
            evaluation("whole", partition=None),
            evaluation("later", partition="2019-07"),
            evaluation("earlier"),
            evaluation("fine", passed=True),
        ]
    )
    assert [(f.check, f.period) for f in found] == [("earlier", H1), ("later", H2), ("whole", None), ("warned", H1)]
    assert found[0].message == "earlier is wrong"
    assert found[0].asset == "panel"


def test_errors_set_the_exit_status_and_warnings_do_not() -> None:
    warning = FailedCheck("panel", "c", None, "WARN", "")
    error = FailedCheck("panel", "c", None, "ERROR", "")
    assert not summary().has_errors
    assert not summary(warning).has_errors
    assert summary(warning, error).has_errors
