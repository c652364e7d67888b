"""The Great Expectations suite that the whole panel must pass at release.

Belongs here: what is expected of the panel as one table, and what failed of it. Does not: rows and
columns of single half-years (Pandera, `checks`).

Importing this module takes five to ten seconds, all of them Great Expectations': import it where it is
used, so that nobody pays for looking at the UI.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

# Read when Great Expectations is first imported, so it has to stand before that.
os.environ["GX_ANALYTICS_ENABLED"] = "false"

import great_expectations as gx
import pandas as pd
from great_expectations.data_context.types.base import ProgressBarsConfig
from great_expectations.expectations.row_conditions import Column

from kcn_pipeline.defs.checks_reconciliation import CELL_KEY

ALWAYS_PRESENT: Final = ("entity", "entity_name", "metric", "metric_name", "unit", "period", "period_end", "value")
gxe: Any = gx.expectations  # its names are re-exported without being declared so

_COLUMN_OF_UNITS: Final = "unit"
_RATE: Final = "percent"
_LEAST_RATE: Final = -100.0


@dataclass(frozen=True, slots=True)
class BrokenExpectation:
    """One expectation that failed: on which column or columns, by how many rows, and the first of these."""

    expectation: str
    on: str
    failing: int
    rows: tuple[int, ...]
    observed: str


def judge_panel(panel: pd.DataFrame, rows_shown: int = 20) -> tuple[int, list[BrokenExpectation]]:
    """How many expectations the panel was held to, and those that failed.

    panel: columns of `tables.PANEL`. An expectation that cannot be evaluated counts as failed. An
    empty panel fails: there is nothing to release.
    """
    context = gx.get_context(mode="ephemeral")
    context.variables.progress_bars = ProgressBarsConfig(globally=False)
    batch = (
        context.data_sources.add_pandas("warehouse")
        .add_dataframe_asset("panel")
        .add_batch_definition_whole_dataframe("all")
        .get_batch({"dataframe": _keyed(panel)})
    )
    expected = _expectations(sorted(panel[_COLUMN_OF_UNITS].dropna().unique()))
    results = batch.validate(gx.ExpectationSuite("panel", expectations=expected), result_format="COMPLETE").results
    return len(results), [_broken(result, rows_shown) for result in results if not result.success]


def _keyed(panel: pd.DataFrame) -> pd.DataFrame:
    """Absent parts of the key as empty texts: two rows of one stock differ in nothing else than its nulls."""
    return panel.assign(**{name: panel[name].fillna("") for name in ("origin", "period_start")}).reset_index(drop=True)


def _expectations(units: Sequence[str]) -> list[Any]:
    return [
        gxe.ExpectTableRowCountToBeBetween(min_value=1),
        *(gxe.ExpectColumnValuesToNotBeNull(column=name) for name in ALWAYS_PRESENT),
        gxe.ExpectCompoundColumnsToBeUnique(column_list=list(CELL_KEY), ignore_row_if="never"),
        _at_least("value", "lo"),
        _at_least("hi", "value"),
        *(
            gxe.ExpectColumnValuesToBeBetween(
                column="value",
                min_value=_LEAST_RATE if unit == _RATE else 0.0,
                row_condition=Column(_COLUMN_OF_UNITS) == unit,
            )
            for unit in units
        ),
    ]


def _at_least(greater: str, smaller: str) -> Any:
    return gxe.ExpectColumnPairValuesAToBeGreaterThanB(
        column_A=greater, column_B=smaller, or_equal=True, ignore_row_if="either_value_is_missing"
    )


def _broken(result: Any, rows_shown: int) -> BrokenExpectation:
    wanted, found = result.expectation_config.kwargs, result.result
    columns = wanted.get("column_list") or [wanted[k] for k in ("column", "column_A", "column_B") if k in wanted]
    only = wanted.get("row_condition")
    raised = (result.exception_info or {}).get("exception_message")
    return BrokenExpectation(
        expectation=result.expectation_config.type,
        on=", ".join(columns) + (f" where {_COLUMN_OF_UNITS} is {only['parameter']}" if only else ""),
        failing=int(found.get("unexpected_count") or 0),
        rows=tuple((found.get("unexpected_index_list") or [])[:rows_shown]),
        observed=str(raised or found.get("observed_value") or (found.get("partial_unexpected_list") or [""])[0]),
    )
