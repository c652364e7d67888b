"""The kinds of columns that tables are made of, each with the check that guards it.

Belongs here: types and rules that several tables share. Does not: any table.
"""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from typing import Final

import pandas as pd
import pandera.pandas as pa

JSON_LIST: Final = "JSON list"

# \Z, not $: a line break at the end of a key would make it another key.
_HALF_YEAR = r"[0-9]{4}-H[12]\Z"
_SHA256 = r"[0-9a-f]{64}\Z"
_ENTITY = r"(bloc|board|province|nation|zone|company|country):\S.*\Z"
_DECIMAL = re.compile(r"-?[0-9]+(\.[0-9]+)?(E[+-]?[0-9]+)?", re.ASCII)


def _is_decimal(text: object) -> bool:
    # Decimal() itself also takes blanks, underscores, other scripts' digits, NaN and infinity.
    return _DECIMAL.fullmatch(str(text)) is not None


def _is_day(text: object) -> bool:
    try:
        return date.fromisoformat(str(text)).isoformat() == text
    except ValueError:
        return False


def text(description: str, *checks: pa.Check, nullable: bool = False, unique: bool = False) -> pa.Column:
    """Free text."""
    return pa.Column(str, list(checks), nullable=nullable, unique=unique, description=description)


def count(description: str, *, nullable: bool = False) -> pa.Column:
    """A number of things, never negative."""
    return pa.Column("Int64" if nullable else int, pa.Check.ge(0), nullable=nullable, description=description)


def share(description: str) -> pa.Column:
    """A part of a whole, 0 to 1."""
    return pa.Column(float, pa.Check.in_range(0, 1), description=description)


def decimal(description: str, *, nullable: bool = False) -> pa.Column:
    """A finite decimal number as text, in base units."""
    check = pa.Check(_is_decimal, element_wise=True, name="decimal", error="a finite decimal number")
    return text(description, check, nullable=nullable)


def day(description: str, *, nullable: bool = False) -> pa.Column:
    """A day in ISO form."""
    check = pa.Check(_is_day, element_wise=True, name="day", error="a day of the calendar, as 2019-06-30")
    return text(description, check, nullable=nullable)


def one_of(description: str, values: tuple[str, ...], *, nullable: bool = False) -> pa.Column:
    """One of a few codes."""
    return text(description, pa.Check.isin(values), nullable=nullable)


def half_year(description: str) -> pa.Column:
    """A half-year as people write it, `2019-H1`."""
    return text(description, pa.Check.str_matches(_HALF_YEAR))


def sha256(description: str, *, nullable: bool = False, unique: bool = False) -> pa.Column:
    """Sixty-four hex digits."""
    return text(description, pa.Check.str_matches(_SHA256), nullable=nullable, unique=unique)


def entity(description: str, *, nullable: bool = False) -> pa.Column:
    """An entity, `board:ha-noi`."""
    return text(description, pa.Check.str_matches(_ENTITY), nullable=nullable)


def nullable(column: pa.Column) -> pa.Column:
    """The same column where a row may lack it."""
    return pa.Column(column.dtype, column.checks, nullable=True, description=column.description)


def ordered(lo: str, hi: str) -> pa.Check:
    """The check that no row has `lo` above `hi`; either may be absent."""

    def in_order(frame: pd.DataFrame) -> pd.Series[bool]:
        pairs = zip(frame[lo], frame[hi], strict=True)
        kept = [pd.isna(a) or pd.isna(b) or Decimal(a) <= Decimal(b) for a, b in pairs]
        return pd.Series(kept, index=frame.index, dtype=bool)

    return pa.Check(in_order, name=f"{lo}_le_{hi}", error=f"{lo} must not exceed {hi}")


def table(name: str, description: str, columns: dict[str, pa.Column], *checks: pa.Check) -> pa.DataFrameSchema:
    """The schema of one table: exactly these columns in this order."""
    return pa.DataFrameSchema(
        columns, checks=list(checks), name=name, description=description, strict=True, ordered=True, coerce=True
    )
