"""Numbers side by side that no header names: what they tell of each other.

Belongs here: a column that is the ratio of two others in every row, and which of those came first. Does not: columns
with a header (`tables.ratios`).
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import permutations
from typing import Final, NamedTuple

from kcn_pipeline.extraction.numbers.figures import Column
from kcn_pipeline.extraction.tables.cell_wordings import wording_of
from kcn_pipeline.extraction.tables.ratios import is_growth, is_index, share_of
from kcn_pipeline.extraction.tables.rows import Row
from kcn_pipeline.extraction.text.tokens import Tokens
from kcn_pipeline.reference.function_words import function_words

_NAMES_ROWS: Final = function_words("indicator")
_ROWS_AT_LEAST: Final = 2
_COLUMNS_AT_LEAST: Final = 3
_COLUMNS_AT_MOST: Final = 6
_LINES_ABOVE: Final = 2


class Ratio(NamedTuple):
    """Columns: `percentages` tells `over` of `under`, or by how much more it is (`grows`)."""

    over: int
    under: int
    percentages: int
    grows: bool


def ratio_of_columns(rows: Sequence[Row]) -> Ratio | None:
    """The one way in which a column of `rows` is the ratio of two others; None where there is none, or several."""
    numbers = [c for c in range(1, min(map(len, (r.cells for r in rows)))) if rows[0].cells[c].number is not None]
    if len(rows) < _ROWS_AT_LEAST or not _COLUMNS_AT_LEAST <= len(numbers) <= _COLUMNS_AT_MOST:
        return None
    found = []
    for over, under, percentages in permutations(numbers, 3):
        if percentages < max(over, under):
            continue  # a percentage stands behind its amounts; turned about, all three would fit again
        for tells in (is_index, is_growth):
            shares = (share_of(row, percentages, over, under) for row in rows)
            if all(share is not None and tells([share]) for share in shares):
                found.append(Ratio(over, under, percentages, grows=tells is is_growth))
    return found[0] if len(found) == 1 else None


def columns_by_numbers(rows: Sequence[Row], above: str) -> dict[int, Column]:
    """What the numbers of `rows` say of their columns, with the lines `above` for what they are compared with.

    Where those tell of no plan and no period before, the outcome alone is known.
    """
    ratio = ratio_of_columns(rows)
    if ratio is None:
        return {}
    text = " ".join(above.split("\n")[-_LINES_ABOVE:])
    said, tokens = wording_of(text), Tokens(text)
    # `Một số chỉ tiêu` over a table names its rows, and no plan.
    plans = [m for m in said.mentions if m.role == "plan" and tokens.keys[m.last - 1] not in _NAMES_ROWS]
    planned, compared = bool(plans), said.year_before
    if planned == compared:
        unknown = Column(understood=False)
        return {ratio.under: unknown, ratio.percentages: Column("yoy_index", understood=False)}
    if planned:
        under = Column(target=True, whole_year=said.of_year)
        return {ratio.under: under, ratio.percentages: Column("vs_plan_excess" if ratio.grows else "vs_plan")}
    return {ratio.under: Column(year_before=True), ratio.percentages: Column("yoy" if ratio.grows else "yoy_index")}
