"""Lines whose cells only single blanks part: where a label, its unit and each of its numbers stand.

Belongs here: one line, or a label wrapped over two. Does not: the header over it (`tables.spaced_headers`).
"""

from __future__ import annotations

import re
from typing import Final

from kcn_pipeline.extraction.tables.cell_wordings import names_part, wording_of
from kcn_pipeline.reference.function_words import function_words

_ROW: Final = re.compile(
    r"\s*(?:(?:\d{1,2}(?:\.\d{1,2}|[.)])?|[-–+•*]|[^\W\d_][.)]) )?"  # a number or mark of the row
    r"(?P<label>[^\W\d](?:[^\d;:.,()]|: (?=[^\W\d_])|\([^()\d]*\))*?)"
    r"(?P<numbers>(?: [-–]?\d+(?:[.,]\d+)*%?){2,}(?: [-–])*)\s*"
)
_NUMBER: Final = re.compile(r"[-–]?\d+(?:[.,]\d+)*%?|[-–]")
_YEAR: Final = re.compile(r"(?:19|20)\d\d")
_OVER_UNITS: Final = function_words("unit_column")
_CELLS_AT_LEAST: Final = 3
_UNIT_WORDS_AT_MOST: Final = 3
_ENDS: Final = frozenset("%)-–")


def spaced_cells(line: str) -> list[tuple[int, int]]:
    """Bounds of the cells of `1 Hòa Khánh 423,5 306,7 95,9`; empty for a line that is no such row."""
    # Most lines are prose, and end in a full stop: an expression need not walk over them.
    last = line.rstrip()[-1:]
    match = _ROW.fullmatch(line) if last.isdigit() or last in _ENDS else None
    if match is None:
        return []
    numbers = [m.span() for m in _NUMBER.finditer(line, match.start("numbers"))]
    years = all(_YEAR.fullmatch(line[start:end]) for start, end in numbers)
    label = _label_and_unit(match["label"], match.start("label"), over_rows=years)
    return [*label, *numbers] if len(numbers) + len(label) >= _CELLS_AT_LEAST else []


def _label_and_unit(label: str, start: int, *, over_rows: bool) -> list[tuple[int, int]]:
    """Bounds of a label and of the unit behind it, `Nộp ngân sách tỷ đồng`; one in brackets is part of its label.

    `over_rows`: the line is a header of years, which may have a column over units: `Chỉ tiêu ĐVT 2016 2017`.
    """
    words = [] if label.endswith(")") else [m.span() for m in re.finditer(r"\S+", label)]
    for count in range(min(_UNIT_WORDS_AT_MOST, len(words) - 1), 0, -1):
        at = words[-count][0]
        said = label[:at].rstrip()
        heads = over_rows and _OVER_UNITS.issuperset(label[at:].lower().split())
        if heads or (wording_of(label[at:]).is_unit and (wording_of(said).names_metric or names_part(said))):
            return [(start, start + words[-count - 1][1]), (start + at, start + len(label))]
    return [(start, start + len(label))]
