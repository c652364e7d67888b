"""The synthetic tables of publication's tests, built once: validating them anew for each test takes half a second."""

from __future__ import annotations

from functools import cache

import pandas as pd

from kcn_pipeline_tests.unit.publication.frames import Tables, synthetic_tables


@cache
def _tables() -> Tables:
    return synthetic_tables()


def sample(table: str, period: str | None = None) -> pd.DataFrame:
    """A copy of one table, or of its rows of one half-year (`2019-H1`)."""
    rows = _tables()[table]
    chosen = rows if period is None else rows[rows["period"] == period]
    return chosen.reset_index(drop=True).copy()
