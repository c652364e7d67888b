"""How a Pandera column is stored in DuckDB: its SQL type and the Arrow array of its values.

Belongs here: the mapping of types and the exact conversion of decimals. Does not: which tables
there are (`tables`) or writing the file (`mart`).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_EVEN, Context, Decimal, InvalidOperation
from typing import Any, Final

import pandas as pd
import pandera.pandas as pa
import pyarrow

DECIMAL_DIGITS: Final = 38
DECIMAL_PLACES: Final = 6
_MILLIONTH: Final = Decimal(1).scaleb(-DECIMAL_PLACES)
_CONTEXT: Final = Context(prec=DECIMAL_DIGITS, rounding=ROUND_HALF_EVEN)


@dataclass(frozen=True, slots=True)
class ColumnType:
    """A type in DuckDB and the same in Arrow."""

    sql: str
    arrow: pyarrow.DataType


DECIMAL: Final = ColumnType(
    f"DECIMAL({DECIMAL_DIGITS}, {DECIMAL_PLACES})", pyarrow.decimal128(DECIMAL_DIGITS, DECIMAL_PLACES)
)
DATE: Final = ColumnType("DATE", pyarrow.date32())
BIGINT: Final = ColumnType("BIGINT", pyarrow.int64())
DOUBLE: Final = ColumnType("DOUBLE", pyarrow.float64())
BOOLEAN: Final = ColumnType("BOOLEAN", pyarrow.bool_())
JSON: Final = ColumnType("JSON", pyarrow.string())
VARCHAR: Final = ColumnType("VARCHAR", pyarrow.string())

_BY_DTYPE: Final = {"int64": BIGINT, "Int64": BIGINT, "float64": DOUBLE, "bool": BOOLEAN}
_BY_CHECK: Final = {"decimal": DECIMAL, "day": DATE}


def column_type(column: pa.Column) -> ColumnType:
    """The stored type of a schema's column: decimals and days by their check, JSON by its description."""
    if (plain := _BY_DTYPE.get(str(column.dtype))) is not None:
        return plain
    for check in column.checks:
        if (checked := _BY_CHECK.get(str(check.name))) is not None:
            return checked
    return JSON if str(column.description).startswith("JSON") else VARCHAR


def column_array(values: pd.Series[Any], kind: ColumnType, place: str) -> pyarrow.Array:
    """The values of one column, nulls kept. `place` names table and column in errors.

    Errors: ValueError for a decimal too large for the type, an impossible date or a wrong type.
    """
    present = [None if pd.isna(value) else value for value in values]
    try:
        return pyarrow.array([_stored(value, kind) for value in present], type=kind.arrow)
    except (ValueError, InvalidOperation, pyarrow.ArrowInvalid, pyarrow.ArrowTypeError) as error:
        raise ValueError(f"{place} does not fit {kind.sql}: {error}; check the table with its schema first") from error


def is_rounded(value: Any, kind: ColumnType) -> bool:
    """Whether storing `value` drops decimals, as for a quotient that reconciliation computed."""
    return kind is DECIMAL and not pd.isna(value) and _millionths(Decimal(value)) != Decimal(value)


def _stored(value: Any, kind: ColumnType) -> Any:
    if value is None:
        return None
    if kind is DECIMAL:
        return _millionths(Decimal(value))
    return date.fromisoformat(value) if kind is DATE else value


def _millionths(value: Decimal) -> Decimal:
    """`value` to six decimals. Errors: InvalidOperation when it has more than 32 digits before the mark."""
    return value.quantize(_MILLIONTH, context=_CONTEXT)
