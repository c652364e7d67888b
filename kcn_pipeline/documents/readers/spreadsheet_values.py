"""What a cell of a sheet shows, as a Vietnamese reader would write it.

Belongs here: numbers, percentages, dates. Does not: which cells are read (`spreadsheet`).
"""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any, Final

_SIGNIFICANT_DIGITS: Final = 15  # of a number in Excel; what a float has beyond them is noise
_NOT_CODE: Final = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|_.|\*.')


def is_error(cell: Any) -> bool:
    """Whether the cell shows an error (`#REF!`)."""
    return bool(cell.data_type == "e")


def written(cell: Any) -> str:
    """The text of a cell on one line; empty for an empty one.

    Numbers keep every digit that is stored. They are not grouped: `1234` can be read in one way only, `1.234` in two.
    A number with three decimals is `1,234`, which reads by convention as one point two.
    """
    value = cell.value
    match value:
        case None:
            return ""
        case bool():
            return str(value).upper()
        case int() | float():
            return _number(value, cell.number_format or "")
        case datetime() | date() | time() | timedelta():
            return _moment(value)
        case _:
            return " ".join(str(value).split())


def _number(value: float, number_format: str) -> str:
    exact = Decimal(value) if isinstance(value, int) else Decimal(format(value, f".{_SIGNIFICANT_DIGITS}g"))
    if "%" in _NOT_CODE.sub("", number_format):
        return _plain(exact * 100) + "%"
    return _plain(exact)


def _plain(value: Decimal) -> str:
    text = format(value, "f")
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return ("0" if text in {"-0", ""} else text).replace(".", ",")


def _moment(value: datetime | date | time | timedelta) -> str:
    if isinstance(value, datetime):
        day = value.strftime("%d/%m/%Y")
        return day if value.time() == time() else f"{day} {value:%H:%M}"
    return value.strftime("%d/%m/%Y") if isinstance(value, date) else str(value)
