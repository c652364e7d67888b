"""The job that rebuilds a range of years: every extraction, then every reconciliation, then publishing.

Belongs here: the op and its configuration. Does not: the order of runs (`launch`).

A job and not a backfill: a backfill reconciles a half-year before its later neighbours are extracted
and publishes once per partition.
"""

from typing import Any

import dagster as dg

from kcn_pipeline.defs.jobs import ONE_AT_A_TIME
from kcn_pipeline.defs.launch import materialise
from kcn_pipeline.defs.partitions import FIRST, is_partition
from kcn_pipeline.defs.resources import DataResource
from kcn_pipeline.defs.storage import stored_periods
from kcn_pipeline.defs.summary import RunSummary
from kcn_pipeline.documents.shelf import periods_present
from kcn_pipeline.periods import HalfYear, half_years_between
from kcn_pipeline.settings import DataDirectory


class Years(dg.Config):
    """The years to rebuild, both included; half-years without documents are passed over."""

    first_year: int = FIRST.year
    last_year: int


def half_years_of(years: Years, data: DataDirectory) -> list[HalfYear]:
    """The half-years of the range that have documents, or had when they were last read.

    Errors: ValueError when the range runs backwards or holds none.
    """
    span = half_years_between(HalfYear(years.first_year, 1), HalfYear(years.last_year, 2))
    known = {*periods_present(data), *stored_periods(data.warehouse, "raw_documents")}
    chosen = [period for period in span if period in known and is_partition(period)]
    if not chosen:
        raise ValueError(
            f"no documents between {years.first_year} and {years.last_year} below {data.raw}; "
            "add some with 'kcn ingest', or give other years"
        )
    return chosen


@dg.op(description="Materialise each half-year of the range as a run of its own, in the right order.")
def rebuild(context: dg.OpExecutionContext, config: Years, data: DataResource) -> None:
    """Run a refresh over the range on this run's own instance and say what it found."""
    directory = data.directory
    summary = materialise(
        half_years_of(config, directory),
        directory,
        lambda step, period: context.log.info(f"{step} {period or ''}".strip()),
        context.instance,
    )
    context.add_output_metadata(summary_metadata(summary))


@dg.job(
    tags=ONE_AT_A_TIME,
    description="Rebuild a range of years (chạy lại nhiều năm); set first_year and last_year in the launchpad.",
)
def rebuild_years() -> None:
    """One op that does the whole range."""
    rebuild()


def summary_metadata(summary: RunSummary) -> dict[str, Any]:
    """A run's summary as the UI shows it: a line a half-year, a line a failed check."""
    counts = [
        f"| {p.period} | {p.documents} | {p.facts} | {p.figures_without_metric} | {sum(p.verdicts.values())} |"
        for p in summary.periods
    ]
    failed = [f"- {f.severity} {f.asset}.{f.check} {f.period or ''}: {f.message}" for f in summary.failed_checks]
    heading = "| half-year | documents | figures | without metric | verdicts |\n|---|---|---|---|---|\n"
    return {
        "half-years": dg.MetadataValue.md(heading + "\n".join(counts)),
        "failed checks": dg.MetadataValue.md("\n".join(failed) or "none"),
        "report": dg.MetadataValue.path(str(summary.report)),
        "mart": dg.MetadataValue.path(str(summary.mart)),
    }
