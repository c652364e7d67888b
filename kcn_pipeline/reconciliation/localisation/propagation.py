"""Exact interval propagation: what rows and ranges say of each column, in whole numbers.

Belongs here: tightening a box until nothing changes, or proving it empty. Does not: deciding
feasibility in general, which needs a linear programme (`solver`).
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Sequence
from typing import Final

from kcn_pipeline.reconciliation.localisation.linear_system import Row
from kcn_pipeline.reconciliation.localisation.whole_numbers import Ends

# Percentages in a ring tighten each other for ever by less and less; each row is tried so often and no more.
MOST_VISITS: Final = 8


def propagate(box: Sequence[Ends], rows: Sequence[Row], most_visits: int = MOST_VISITS) -> list[Ends] | None:
    """The box as far as the rows narrow it; None when it is proved to hold nothing.

    box: ends by column, None for open. Rounded outwards: no value that satisfies rows and box is lost.
    """
    los, his = [lo for lo, _ in box], [hi for _, hi in box]
    if any(lo is not None and hi is not None and lo > hi for lo, hi in box):
        return None
    of_column: dict[int, list[int]] = defaultdict(list)
    for index, row in enumerate(rows):
        for column in row.columns:
            of_column[column].append(index)
    waiting, queued, visits = deque(range(len(rows))), [True] * len(rows), [0] * len(rows)
    while waiting:
        index = waiting.popleft()
        queued[index] = False
        visits[index] += 1
        changed = _tighten(rows[index], los, his)
        if changed is None:
            return None
        for column in changed:
            for other in of_column[column]:
                if not queued[other] and visits[other] < most_visits:
                    queued[other] = True
                    waiting.append(other)
    return list(zip(los, his, strict=True))


def _tighten(row: Row, los: list[int | None], his: list[int | None]) -> list[int] | None:
    """Narrow the columns of one row in place: those that changed, or None for a contradiction."""
    least, least_open, most, most_open = _activity(row, los, his)
    if row.hi is not None and not least_open and least > row.hi:
        return None
    if row.lo is not None and not most_open and most < row.lo:
        return None
    changed = []
    for column, coefficient in zip(row.columns, row.coefficients, strict=True):
        lo, hi = los[column], his[column]
        at_least, at_most = (lo, hi) if coefficient > 0 else (hi, lo)
        new_lo, new_hi = lo, hi
        if row.hi is not None and least_open <= (at_least is None):
            room = row.hi - least + (0 if at_least is None else coefficient * at_least)
            new_lo, new_hi = _limited(new_lo, new_hi, room, coefficient)
        if row.lo is not None and most_open <= (at_most is None):
            room = row.lo - most + (0 if at_most is None else coefficient * at_most)
            new_lo, new_hi = _limited(new_lo, new_hi, -room, -coefficient)
        if new_lo is not None and new_hi is not None and new_lo > new_hi:
            return None
        if (new_lo, new_hi) != (lo, hi):
            los[column], his[column] = new_lo, new_hi
            changed.append(column)
            least, least_open, most, most_open = _activity(row, los, his)
    return changed


def _limited(lo: int | None, hi: int | None, room: int, coefficient: int) -> tuple[int | None, int | None]:
    """The ends of x given coefficient × x ≤ room."""
    if coefficient > 0:
        limit = -(-room // coefficient)
        return lo, limit if hi is None or limit < hi else hi
    limit = -room // -coefficient
    return (limit if lo is None or limit > lo else lo), hi


def _activity(row: Row, los: list[int | None], his: list[int | None]) -> tuple[int, int, int, int]:
    """Least and greatest sum of the row over its closed ends, each with the number of open ones."""
    least = most = least_open = most_open = 0
    for column, coefficient in zip(row.columns, row.coefficients, strict=True):
        down, up = (los[column], his[column]) if coefficient > 0 else (his[column], los[column])
        if down is None:
            least_open += 1
        else:
            least += coefficient * down
        if up is None:
            most_open += 1
        else:
            most += coefficient * up
    return least, least_open, most, most_open
