"""The Great Expectations suite on the whole panel."""

from __future__ import annotations

import os

import pandas as pd
import pytest

from kcn_pipeline.defs.checks import Exhibit
from kcn_pipeline.defs.checks_publication import every_cell_published, release_suite
from kcn_pipeline.defs.suite import ALWAYS_PRESENT, judge_panel
from kcn_pipeline.tables import PANEL, frame_of
from kcn_pipeline_tests.unit.defs.samples import sample


@pytest.fixture
def panel() -> pd.DataFrame:
    return sample("panel")


def failing(panel: pd.DataFrame) -> dict[str, int]:
    """Rows that fail, by expectation and column."""
    return {f"{b.expectation}: {b.on}": b.failing for b in judge_panel(panel)[1]}


def test_analytics_are_off() -> None:
    assert os.environ["GX_ANALYTICS_ENABLED"] == "false"


def test_a_sound_panel_meets_every_expectation(panel: pd.DataFrame) -> None:
    tried, broken = judge_panel(panel)
    assert tried >= len(ALWAYS_PRESENT) + 4
    assert broken == []


@pytest.mark.parametrize("column", ["entity", "metric", "unit", "period_end"])
def test_a_hole_in_the_key_is_found(panel: pd.DataFrame, column: str) -> None:
    panel.loc[1, column] = None
    assert failing(panel)[f"expect_column_values_to_not_be_null: {column}"] == 1


def test_a_cell_that_stands_twice_is_found_although_its_key_has_nulls(panel: pd.DataFrame) -> None:
    stock = panel[panel["period_start"].isna()].head(1)
    assert len(stock), "the fixture has no stock"
    (name,) = failing(pd.concat([panel, stock], ignore_index=True))
    assert name.startswith("expect_compound_columns_to_be_unique")


@pytest.mark.parametrize(("column", "by"), [("lo", 1.0), ("hi", -1.0)])
def test_a_value_outside_its_interval_is_found(panel: pd.DataFrame, column: str, by: float) -> None:
    panel.loc[0, column] = float(panel["value"].iloc[0]) + by
    (name,) = failing(panel)
    assert name.startswith("expect_column_pair_values_a_to_be_greater_than_b")


def test_an_open_interval_is_no_fault(panel: pd.DataFrame) -> None:
    panel["lo"], panel["hi"] = None, None
    assert failing(panel.astype({"lo": float, "hi": float})) == {}


@pytest.mark.parametrize(
    ("unit", "value", "sound"), [("project", -1.0, False), ("percent", -7.6, True), ("percent", -101.0, False)]
)
def test_ranges_depend_on_the_unit(panel: pd.DataFrame, unit: str, value: float, sound: bool) -> None:
    row = panel.index[panel["unit"] == unit][0]
    panel.loc[row, ["value", "lo", "hi"]] = value
    assert (failing(panel) == {}) is sound


def test_the_failing_rows_are_named(panel: pd.DataFrame) -> None:
    panel.loc[2, ["value", "lo", "hi"]] = -5.0
    (broken,) = judge_panel(panel)[1]
    assert broken.rows == (2,)
    assert broken.on == "value where unit is project"


def test_an_empty_panel_has_nothing_to_release() -> None:
    _, broken = judge_panel(frame_of(PANEL, []))
    assert [b.expectation for b in broken] == ["expect_table_row_count_to_be_between"]
    finding = release_suite(Exhibit(frame_of(PANEL, [])))
    assert finding.failing
    assert finding.severity == "WARN"


def test_what_fails_is_in_the_message_of_the_check(panel: pd.DataFrame) -> None:
    panel.loc[0, "metric_name"] = None
    finding = release_suite(Exhibit(panel))
    assert "expect_column_values_to_not_be_null (metric_name: 1 rows)" in finding.message
    assert finding.severity == "ERROR"


class TestEveryCell:
    """The panel against the totals."""

    def exhibit(self, panel: pd.DataFrame) -> Exhibit:
        return Exhibit(panel, None, {name: sample(name) for name in ("board_totals", "bloc_totals")})

    def test_the_panel_of_its_totals_passes(self, panel: pd.DataFrame) -> None:
        finding = every_cell_published(self.exhibit(panel))
        assert finding.tried == len(panel)
        assert list(finding.failing) == []

    def test_a_dropped_cell_is_found(self, panel: pd.DataFrame) -> None:
        finding = every_cell_published(self.exhibit(panel.iloc[1:]))
        assert [f["where"] for f in finding.failing] == ["totals only"]

    def test_a_made_up_cell_is_found(self, panel: pd.DataFrame) -> None:
        finding = every_cell_published(self.exhibit(pd.concat([panel, panel.head(1).assign(metric="made_up")])))
        assert [(f["metric"], f["where"]) for f in finding.failing] == [("made_up", "panel only")]
