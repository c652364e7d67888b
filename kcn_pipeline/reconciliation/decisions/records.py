"""Frames of stored tables as plain rows, whatever they went through on the way.

Belongs here: empty frames, missing columns, NaN where None was stored. Does not: what rows mean.
"""

from __future__ import annotations

from typing import Any

import pandas as pd
import pandera.pandas as pa

from kcn_pipeline.extraction.facts import Fact, facts_of_rows
from kcn_pipeline.tables import FACTS


def records(frame: pd.DataFrame, schema: pa.DataFrameSchema) -> list[dict[str, Any]]:
    """The rows of `frame` as mappings, missing values as None; no rows give an empty list.

    Errors: ValueError naming the columns of `schema` that a frame with rows lacks.
    """
    if frame.empty:
        return []
    missing = [name for name in schema.columns if name not in frame.columns]
    if missing:
        raise ValueError(f"{schema.name}: columns {', '.join(missing)} are missing; pass the table as stored")
    return [
        {str(name): None if _is_missing(value) else value for name, value in row.items()}
        for row in frame.to_dict("records")
    ]


def _is_missing(value: Any) -> bool:
    return value is None or (not isinstance(value, str) and bool(pd.isna(value)))


def facts_of_frame(frame: pd.DataFrame) -> list[Fact]:
    """The facts of a frame with the columns of `tables.FACTS`. Errors: ValueError, as `records`."""
    return facts_of_rows(records(frame, FACTS))
