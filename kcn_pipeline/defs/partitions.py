"""Half-years as Dagster's time windows, and which half-years a step reads besides its own.

Belongs here: the partitions definition, mappings, key ↔ `HalfYear`. Does not: calendar arithmetic
(`periods`) or which partitions are out of date (`freshness`).

A static or subclassed definition would lose schedules and reading neighbours, so the keys are
Dagster's (`2019-01`, `2019-07`) and people's labels (`2019-H1`) are made at the edges.
"""

from __future__ import annotations

import warnings
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Final

import dagster as dg

from kcn_pipeline.periods import HalfYear

TIMEZONE: Final = "Asia/Ho_Chi_Minh"
FIRST: Final = HalfYear(2000, 1)
REACH: Final = 2
"""How many half-years away a document may restate a figure: last year's same half, and later documents."""


@contextmanager
def unfinished_api_accepted() -> Iterator[None]:
    """Silence Dagster's notices that partitioned checks and open-ended mappings may still change.

    The version is pinned below the next minor one and the tests run both for real.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", dg.PreviewWarning)
        warnings.simplefilter("ignore", dg.BetaWarning)
        yield


HALF_YEARS: Final = dg.TimeWindowPartitionsDefinition(
    start=FIRST.partition_key,
    fmt="%Y-%m",
    cron_schedule="0 0 1 1,7 *",
    timezone=TIMEZONE,
    end_offset=1,  # the half-year under way has documents too: eleven-month reports, monthly press
)

with unfinished_api_accepted():
    AROUND: Final = dg.TimeWindowPartitionMapping(
        start_offset=-REACH, end_offset=REACH, allow_nonexistent_upstream_partitions=True
    )
    """From two half-years before to two after: who may speak of this half-year's cells."""
    UP_TO: Final = dg.TimeWindowPartitionMapping(start_offset=-REACH, allow_nonexistent_upstream_partitions=True)
    """From two half-years before to this one: the cells that this half-year's relations tie together."""


def half_year_of(context: dg.AssetExecutionContext | dg.AssetCheckExecutionContext) -> HalfYear:
    """The half-year that a step of a partitioned run works on."""
    return HalfYear.parse(context.partition_key)


def is_partition(period: HalfYear) -> bool:
    """Whether Dagster knows the half-year: from 2000 to the one under way."""
    return HALF_YEARS.has_partition_key(period.partition_key)


def around(periods: Iterable[HalfYear]) -> list[HalfYear]:
    """The half-years that the given ones touch, themselves included, in order, as far as they are partitions."""
    touched = {period.shifted(by) for period in periods for by in range(-REACH, REACH + 1)}
    return sorted(period for period in touched if is_partition(period))
