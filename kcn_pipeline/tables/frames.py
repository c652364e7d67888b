"""Rows made into a frame that fits its table.

Belongs here: types of empty frames, and refusing floats among decimals. Does not: what the columns are.
"""

from __future__ import annotations

from typing import Any

import pandas as pd
import pandera.pandas as pa


def frame_of(schema: pa.DataFrameSchema, rows: list[dict[str, Any]]) -> pd.DataFrame:
    """Rows as a frame with exactly the columns of `schema`, in order; no rows give an empty typed frame.

    Errors: pandera's SchemaErrors listing every broken rule; KeyError on a missing column; TypeError
    on a float in a column of text, which pandera would print and so round.
    """
    dtypes = {name: object if str(c.dtype) == "str" else str(c.dtype) for name, c in schema.columns.items()}
    for name in (name for name, dtype in dtypes.items() if dtype is object):
        _refuse_floats(f"{schema.name}.{name}", [row[name] for row in rows])
    frame = pd.DataFrame({name: pd.Series([row[name] for row in rows], dtype=object) for name in dtypes})
    return schema.validate(frame.astype(dtypes) if frame.empty else frame, lazy=True)


def _refuse_floats(column: str, values: list[Any]) -> None:
    for value in values:
        if isinstance(value, float) and not pd.isna(value):
            raise TypeError(f"{column}: {value!r} is a float; write the decimal as text (facts.plain_decimal)")
