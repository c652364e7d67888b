"""What publication is given: exactly the tables of the data dictionary, and their rows.

Belongs here: refusing anything else before work begins, reading rows. Does not: checking rows
(asset checks do).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

from kcn_pipeline.tables import TABLES


def require_tables(tables: Mapping[str, pd.DataFrame]) -> None:
    """Refuse anything but the tables and columns of `tables.TABLES`. Errors: ValueError naming them."""
    lacking, unknown = sorted(set(TABLES) - set(tables)), sorted(set(tables) - set(TABLES))
    if lacking or unknown:
        raise ValueError(f"tables lacking: {lacking}, unknown: {unknown}; pass all of tables.TABLES, empty ones too")
    for name, schema in TABLES.items():
        if list(tables[name].columns) != list(schema.columns):
            odd = sorted(set(tables[name].columns) ^ set(schema.columns))
            raise ValueError(f"table {name}: columns differ from its schema ({odd or 'order'}); build it with frame_of")


def records(frame: pd.DataFrame) -> list[dict[str, Any]]:
    """The rows as mappings; an absent value is None, which pandas also stores as NaN or NA."""
    return [
        {str(name): None if pd.isna(value) else value for name, value in row.items()}
        for row in frame.to_dict("records")
    ]
