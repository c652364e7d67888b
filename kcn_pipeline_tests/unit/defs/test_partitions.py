"""Half-years as Dagster's partitions."""

from __future__ import annotations

import warnings
from datetime import datetime
from zoneinfo import ZoneInfo

import dagster as dg
import pytest

from kcn_pipeline.defs.partitions import (
    AROUND,
    HALF_YEARS,
    TIMEZONE,
    UP_TO,
    around,
    is_partition,
    unfinished_api_accepted,
)
from kcn_pipeline.periods import HalfYear

SUMMER_2026 = datetime(2026, 8, 1, tzinfo=ZoneInfo(TIMEZONE))


@dg.asset(partitions_def=HALF_YEARS)
def source() -> None:
    """An asset to map to."""


def upstream(mapping: dg.TimeWindowPartitionMapping, key: str) -> list[str]:
    """The partitions that `key` reads through `mapping`."""
    found = mapping.get_upstream_mapped_partitions_result_for_partitions(
        HALF_YEARS.subset_with_partition_keys([key]), HALF_YEARS, HALF_YEARS, SUMMER_2026
    )
    return sorted(found.partitions_subset.get_partition_keys())


def test_keys_are_the_first_months_of_the_halves_and_the_half_under_way_is_the_last() -> None:
    keys = HALF_YEARS.get_partition_keys(SUMMER_2026)
    assert keys[:3] == ["2000-01", "2000-07", "2001-01"]
    assert keys[-1] == "2026-07"


@pytest.mark.parametrize("key", ["2000-01", "2019-01", "2019-07", "2020-01"])
def test_every_key_is_a_half_year_and_back(key: str) -> None:
    assert HalfYear.parse(key).partition_key == key
    assert is_partition(HalfYear.parse(key))


def test_the_window_of_a_key_is_the_half_year_in_local_time() -> None:
    window = HALF_YEARS.time_window_for_partition_key("2019-07")
    assert window.start == datetime(2019, 7, 1, tzinfo=ZoneInfo(TIMEZONE))
    assert window.end == datetime(2020, 1, 1, tzinfo=ZoneInfo(TIMEZONE))


def test_around_reads_two_half_years_to_either_side() -> None:
    assert upstream(AROUND, "2019-07") == ["2018-07", "2019-01", "2019-07", "2020-01", "2020-07"]


def test_up_to_reads_two_half_years_back() -> None:
    assert upstream(UP_TO, "2019-07") == ["2018-07", "2019-01", "2019-07"]


@pytest.mark.parametrize(("mapping", "expected"), [(AROUND, ["2000-01", "2000-07", "2001-01"]), (UP_TO, ["2000-01"])])
def test_neighbours_before_the_first_half_year_are_left_out(
    mapping: dg.TimeWindowPartitionMapping, expected: list[str]
) -> None:
    assert upstream(mapping, "2000-01") == expected


def test_neighbours_of_several_half_years_are_named_once_in_order() -> None:
    labels = [period.label for period in around([HalfYear(2019, 2), HalfYear(2019, 1)])]
    assert labels == ["2018-H1", "2018-H2", "2019-H1", "2019-H2", "2020-H1", "2020-H2"]


def test_neighbours_stop_at_the_first_partition() -> None:
    assert [p.label for p in around([HalfYear(2000, 1)])] == ["2000-H1", "2000-H2", "2001-H1"]


@pytest.mark.parametrize("period", [HalfYear(1999, 2), HalfYear(2199, 1)])
def test_a_half_year_out_of_range_is_no_partition(period: HalfYear) -> None:
    assert not is_partition(period)


def test_only_dagsters_own_notices_are_silenced() -> None:
    with warnings.catch_warnings(record=True) as caught, unfinished_api_accepted():
        dg.AssetCheckSpec("check", asset="source", partitions_def=HALF_YEARS)
        warnings.warn("something else", UserWarning, stacklevel=1)
    assert [str(notice.message) for notice in caught] == ["something else"]
