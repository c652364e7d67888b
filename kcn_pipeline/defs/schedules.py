"""When runs start by the calendar: after a half-year has ended, and again when documents came in late.

Belongs here: the two schedules. Does not: what follows a run (`sensors` reconciles neighbours and
publishes once the half-year is done).
"""

from datetime import datetime
from typing import Final

import dagster as dg

from kcn_pipeline.defs.freshness import folder_stamp, recorded_stamp
from kcn_pipeline.defs.jobs import half_year
from kcn_pipeline.defs.partitions import TIMEZONE
from kcn_pipeline.defs.resources import DataResource
from kcn_pipeline.periods import HalfYear


def half_ended_before(moment: datetime) -> HalfYear:
    """The half-year that ended last before `moment` (local time)."""
    return HalfYear.containing(moment.date()).shifted(-1)


def _request(period: HalfYear, run_key: str) -> dg.RunRequest:
    return dg.RunRequest(run_key=run_key, partition_key=period.partition_key, tags={"kcn/period": period.label})


@dg.schedule(
    job=half_year,
    cron_schedule="0 6 10 1,7 *",
    execution_timezone=TIMEZONE,
    default_status=dg.DefaultScheduleStatus.RUNNING,
    description="On the 10th of January and of July, 06:00 Hà Nội time: the half-year that has just ended.",
)
def half_year_ended(context: dg.ScheduleEvaluationContext) -> dg.RunRequest:
    """Ask for the half-year even when no document came: its checks then say which boards are missing."""
    period = half_ended_before(context.scheduled_execution_time)
    return _request(period, f"half-year-ended-{period}")


@dg.schedule(
    job=half_year,
    cron_schedule="0 6 25 1,7 *",
    execution_timezone=TIMEZONE,
    default_status=dg.DefaultScheduleStatus.RUNNING,
    description="On the 25th of January and of July, 06:00 Hà Nội time: again, when documents came in late.",
)
def late_documents(context: dg.ScheduleEvaluationContext, data: DataResource) -> dg.RunRequest | dg.SkipReason:
    """Ask again only when the folder of the half-year is not as it was last read."""
    period = half_ended_before(context.scheduled_execution_time)
    stamp = folder_stamp(data.directory, period)
    if stamp == recorded_stamp(context.instance, period):
        return dg.SkipReason(f"no document of {period} came in since it was last read")
    return _request(period, f"late-documents-{period}-{stamp}")


SCHEDULES: Final = (half_year_ended, late_documents)
