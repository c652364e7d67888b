"""Lines whose cells signs of prose part: commas and semicolons of exported sheets, a colon or dots behind a label.

Belongs here: where the cells of one line are, and whether its signs part cells at all. Does not: what makes a table of
several lines (`tables.grid`).
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Final

Bounds = list[tuple[int, int]]

_QUOTED_OR_SIGN: Final = {sign: re.compile(rf'"(?:[^"]|"")*"|{sign}') for sign in ",;"}
_NUMERAL: Final = re.compile(r"[-–−+]?\d[\d.]*%?")
_YEAR_LAST: Final = re.compile(r"(?<!\d)(?:19|20)\d\d\Z")
_COMMA_CELLS_AT_LEAST: Final = 3
_VALUE: Final = r"[-–−+]?\d+(?:[.,]\d+)*%?"
_KEYED: Final = re.compile(
    r"\s*(?:(?:\d{1,2}(?:\.\d)?[.)]?|[-–+•*]|[^\W\d_][.)]) )?"  # a number or mark of the row
    r"(?P<label>[^\W\d][^:;.…\n]{1,80}?)[ \u00a0]*(?::|\.{4,}|…{2,}|(?:\. ?){4,})"
    rf"[ \u00a0]*(?P<values>{_VALUE}(?:(?:[ \u00a0]*[;|]|[ \u00a0]+[-–/])?[ \u00a0]+{_VALUE})*)"
    r"(?:[ \u00a0]*(?P<unit>\([^()\d]{1,40}\)))?\s*"
)
_BEHIND_LABEL: Final = re.compile(r":|\.{4}|…{2}|(?:\. ?){4}")
_ENDS: Final = frozenset("%)")
_ONE_VALUE: Final = re.compile(rf"(?<!\S){_VALUE}")


def comma_cells(line: str) -> Bounds:
    """Bounds of `Xuất khẩu,triệu USD,"1.204,5",18`; empty where commas part words of prose or decimals.

    Behind a comma of prose stands a blank, and a decimal with a comma has quotes around it in a sheet that commas part.
    """
    if ", " in line and '"' not in line:
        return []
    cells = quoted_cells(line, ",")
    texts = [line[start:end] for start, end in cells]
    if len(cells) < _COMMA_CELLS_AT_LEAST or any(text.startswith(" ") for text in texts):
        return []
    for before, behind in pairwise(texts):
        split = before[-1:].isdigit() and behind[:1].isdigit() and not _YEAR_LAST.search(before)
        if split and not (_NUMERAL.fullmatch(before) and _NUMERAL.fullmatch(behind)):
            return []
    return cells


def quoted_cells(line: str, sign: str) -> Bounds:
    """Bounds of what `sign` parts, but not between quotes."""
    places = [m.start() for m in _QUOTED_OR_SIGN[sign].finditer(line) if m[0] == sign]
    return list(zip([0, *(place + 1 for place in places)], [*places, len(line)], strict=True))


def keyed_cells(line: str) -> Bounds:
    """Bounds of the label and the bare numbers of `Nhập khẩu: 317`, `Nhập khẩu ..... 317`, `Lao động: 90; 99; 110%`."""
    last = line.rstrip()[-1:]
    # Most lines are prose, and end in a full stop: an expression need not walk over them.
    match = _KEYED.fullmatch(line) if (last.isdigit() or last in _ENDS) and _BEHIND_LABEL.search(line) else None
    if match is None:
        return []
    values = [m.span() for m in _ONE_VALUE.finditer(line, *match.span("values"))]
    return [match.span("label"), *values, *([match.span("unit")] if match["unit"] else [])]
