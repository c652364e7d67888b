"""The job that rebuilds a range of years."""

from __future__ import annotations

import dagster as dg
import pytest

from kcn_pipeline.defs.rebuilding import Years, half_years_of, rebuild_years
from kcn_pipeline.defs.resources import resources_of
from kcn_pipeline.defs.storage import stored_periods
from kcn_pipeline.periods import HalfYear
from kcn_pipeline.settings import DataDirectory
from kcn_pipeline_tests.integration.conftest import H1, H2, HALF_REPORT, write_document


def rebuild(data: DataDirectory, instance: dg.DagsterInstance, first: int, last: int) -> dg.ExecuteInProcessResult:
    definitions = dg.Definitions(jobs=[rebuild_years], resources=resources_of(data))
    config = dg.RunConfig(ops={"rebuild": Years(first_year=first, last_year=last)})
    return definitions.resolve_job_def("rebuild_years").execute_in_process(
        run_config=config, instance=instance, raise_on_error=False
    )


def test_the_half_years_of_a_range_are_those_with_documents(data: DataDirectory) -> None:
    write_document(data, HalfYear(2016, 2), "old.txt", HALF_REPORT)
    assert half_years_of(Years(first_year=2000, last_year=2018), data) == [HalfYear(2016, 2)]
    assert half_years_of(Years(first_year=2019, last_year=2019), data) == [H1, H2]


@pytest.mark.parametrize(("first", "last"), [(2001, 2002), (2020, 2018)])
def test_a_range_without_documents_is_refused_with_a_cure(data: DataDirectory, first: int, last: int) -> None:
    with pytest.raises(ValueError, match=f"no documents between {first} and {last}.*kcn ingest"):
        half_years_of(Years(first_year=first, last_year=last), data)


def test_every_half_year_becomes_a_run_of_its_own_and_the_summary_is_shown(
    data: DataDirectory, instance: dg.DagsterInstance
) -> None:
    result = rebuild(data, instance, 2019, 2019)
    assert result.success
    extractions = instance.get_runs(dg.RunsFilter(job_name="extract_half_year"))
    assert {run.tags["dagster/partition"] for run in extractions} == {"2019-01", "2019-07"}
    assert {H1, H2} <= set(stored_periods(data.warehouse, "reconciled_aggregates"))
    assert len(instance.get_runs(dg.RunsFilter(job_name="publish"))) == 1
    (output,) = [e for e in result.all_events if e.is_successful_output]
    shown = output.step_output_data.metadata
    assert "| 2019-H1 | 1 |" in str(shown["half-years"].value)
    assert "expected_boards_reported" in str(shown["failed checks"].value)


def test_a_range_without_documents_fails_the_run(data: DataDirectory, instance: dg.DagsterInstance) -> None:
    assert not rebuild(data, instance, 2001, 2002).success
