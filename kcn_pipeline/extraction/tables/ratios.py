"""Percentages of a table whose header does not say of what: the numbers beside them tell.

Belongs here: a column that is the ratio of two others in every row. Does not: what a header says (`tables.meaning`).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from itertools import permutations
from typing import Final

from kcn_pipeline.extraction.numbers.figures import Column
from kcn_pipeline.extraction.numbers.numerals import readings
from kcn_pipeline.extraction.tables.cell_wordings import value_of
from kcn_pipeline.extraction.tables.rows import Row
from kcn_pipeline.quantities import Comparison

Share = tuple[Decimal, Decimal]

_YEAR: Final = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_ROWS_AT_LEAST: Final = 2
_APART_AT_MOST: Final = Decimal("0.2")  # percentage points: printed values are rounded


def comparison_by_numbers(
    rows: Sequence[Row], percentages: int, levels: Mapping[int, Column], headers: Mapping[int, str]
) -> Comparison | None:
    """What the column `percentages` compares: the outcome with the plan, or with the period before; None for neither.

    `levels` are the columns of amounts with what their `headers` say.
    """
    for over, under in permutations(levels, 2):
        if not (levels[under].target or _is_before(under, over, levels, headers)):
            continue
        shares = [s for row in rows if (s := share_of(row, percentages, over, under)) is not None]
        if len(shares) < _ROWS_AT_LEAST:
            continue
        if is_index(shares):
            return "vs_plan" if levels[under].target else "yoy_index"
        if is_growth(shares):
            return "vs_plan_excess" if levels[under].target else "yoy"
        if not levels[under].target and _differ(rows, percentages, over, under):
            return "change"
    return None


def _is_before(under: int, over: int, levels: Mapping[int, Column], headers: Mapping[int, str]) -> bool:
    years = [max(map(int, _YEAR.findall(headers[column])), default=0) for column in (under, over)]
    return levels[under].year_before or 0 < years[0] == years[1] - 1


def is_index(shares: Sequence[Share]) -> bool:
    """Whether what is told is the percentage that the amounts make, in every row."""
    return all(abs(told - share) <= _APART_AT_MOST for told, share in shares)


def is_growth(shares: Sequence[Share]) -> bool:
    """Whether what is told is by how many percent one amount exceeds the other, in every row."""
    return all(abs(told + 100 - share) <= _APART_AT_MOST for told, share in shares)


def _differ(rows: Sequence[Row], told: int, over: int, under: int) -> bool:
    """Whether a column tells by how much one amount exceeds the other, in every row."""
    found = 0
    for row in rows:
        change, more, less = (_value(row, column) for column in (told, over, under))
        if change is None or more is None or less is None:
            continue
        if change != more - less:
            return False
        found += 1
    return found >= _ROWS_AT_LEAST


def share_of(row: Row, percentages: int, over: int, under: int) -> Share | None:
    """The percentage that a row tells, and that its two amounts make."""
    told, part, whole = (_value(row, column) for column in (percentages, over, under))
    return None if told is None or part is None or not whole else (told, 100 * part / whole)


def _value(row: Row, column: int) -> Decimal | None:
    cell = row.cells[column] if column < len(row.cells) else None
    numeral = value_of(cell.text) if cell is not None else None
    if cell is None or numeral is None:
        return None
    value = readings(cell.text[numeral.start : numeral.end])[0].value
    return -value if cell.text.startswith(("-", "–", "−", "(")) else value
