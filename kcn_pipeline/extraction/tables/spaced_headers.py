"""The header of a table whose cells only single blanks part, as page readers leave it: which words are over what.

Belongs here: cutting the lines above the rows into as many cells as the rows have. Does not: the rows themselves
(`tables.rows`), or what a header says of its numbers (`tables.meaning`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise
from typing import Final

from kcn_pipeline.extraction.tables.cell_wordings import wording_of
from kcn_pipeline.extraction.tables.rows import Cell, Row
from kcn_pipeline.extraction.text.lexicon import TOUCHING, WEAK, WEAK_TOUCHING
from kcn_pipeline.reference.function_words import function_words

_LINE: Final = re.compile(r"[^\n]+")
_WORD: Final = re.compile(r"\S+")
_LINES_AT_MOST: Final = 6
_ALIKE_AT_LEAST: Final = 2
_CHARACTERS_AT_MOST: Final = 800  # more are prose
_PLACES_AT_MOST: Final = 12  # where a cell may begin; a line with more is in capitals
_DIGITS_AT_MOST: Final = 2  # of a number of months; a longer number is a year
_YEAR: Final = re.compile(r"(?:19|20)\d\d")
_YEARS_COMPARED: Final = re.compile(r"(?:19|20)\d\d/(?:19|20)\d\d")
_ROMAN: Final = re.compile(r"[IVX]+")
_SECTION: Final = re.compile(r"(?:[IVX]+|[A-Z])[.)]? \S")
_COUNTS_ROWS: Final = function_words("row_number")
_LEANING: Final = frozenset({TOUCHING, WEAK, WEAK_TOUCHING})  # wordings that say something beside others only
_OVER_UNITS: Final = function_words("unit_column")


def spaced_header(text: str, after: int, rows: Sequence[Row]) -> Row | None:
    """The header of `rows`, whose labels come first, then units if they have them, then numbers.

    It is the last lines of text[after:] before the rows, and may be wrapped; None where no way to cut them, or more
    than one, puts words over every column of numbers. A cell begins with a capital or a digit. The heading of the first
    section may stand between.
    """
    # A page reader may have run two numbers of a row together, but sets none between them.
    widest = max(rows, key=lambda row: len(row.cells))
    numbers = sum(cell.number is not None for cell in widest.cells)
    has_units = len(widest.cells) > numbers + 1
    end = text.rfind("\n", 0, rows[0].start) + 1
    above = list(_LINE.finditer(text, max(after, end - _CHARACTERS_AT_MOST), end))
    if above and _SECTION.match(above[-1][0]):
        above.pop()
    above = above[-_LINES_AT_MOST:]
    for first in range(len(above) - 1, -1, -1):
        if "\n\n" in text[above[first].start() : above[-1].end()]:
            return None
        words = list(_WORD.finditer(text, above[first].start(), above[-1].end()))
        if cells := _cut(words, numbers, has_units=has_units):
            return Row(tuple(_cell(text, words, a, b) for a, b in cells), "spaces")
    return None


def _cell(text: str, words: Sequence[re.Match[str]], first: int, last: int) -> Cell:
    start = words[first].start()
    end = words[last - 1].end() if last > first else start
    return Cell(start, end, text[start:end].replace("\n", " "))


def _cut(words: Sequence[re.Match[str]], numbers: int, *, has_units: bool) -> list[tuple[int, int]]:
    """Bounds of the cells, counted in words; empty where the words cannot be cut in just one best way."""
    texts = [word[0] for word in words]
    start = 1 if texts and texts[0].lower() in _COUNTS_ROWS else 0
    places = [place for place in _beginnings(texts) if place > start]
    if len(places) > _PLACES_AT_MOST:
        return []
    ways: list[tuple[int, list[tuple[int, int]]]] = []
    for chosen in combinations(places, numbers + has_units):
        bounds = list(pairwise([start, *chosen, len(texts)]))
        label, *behind = [" ".join(texts[a:b]) for a, b in bounds]
        if _fits(behind, has_units=has_units):
            likeness = sum(_likeness(texts[place]) + _ends_cell(texts[place - 1]) for place in chosen)
            likeness += sum(map(_opens_with_wording, behind)) + _alike([texts[place] for place in chosen])
            ways.append((likeness + _is_wording(label), bounds))
    best = max((score for score, _ in ways), default=0)
    found = [bounds for score, bounds in ways if score == best]
    if not ways and not has_units:
        return _without_corner(texts, numbers)
    return found[0] if len(found) == 1 else []


def _without_corner(texts: Sequence[str], numbers: int) -> list[tuple[int, int]]:
    """`Quý I Quý II 6 tháng`: where nothing stands over the labels, and all cells but one begin with the same word."""
    starts = [place for place in _beginnings(texts) if texts[place] == texts[0] or texts[place][0].isdigit()]
    bounds = list(pairwise([*starts, len(texts)]))
    alike = sum(texts[place] == texts[0] for place in starts)
    return [(0, 0), *bounds] if len(bounds) == numbers and alike >= max(numbers - 1, _ALIKE_AT_LEAST) else []


def _beginnings(texts: Sequence[str]) -> Iterator[int]:
    """Words outside of brackets that a cell may begin with."""
    depth = 0
    for place, text in enumerate(texts):
        if depth == 0 and _likeness(text) >= 0:
            yield place
        depth += text.count("(") - text.count(")")


def _likeness(text: str) -> int:
    """How likely a cell begins with a word: with a capital, a short form, a number of months; -1 if it cannot."""
    if _YEARS_COMPARED.fullmatch(text):
        return 1
    if text[0].isdigit():
        return 0 if len(text) <= _DIGITS_AT_MOST else -1
    if not text[0].isupper() or _ROMAN.fullmatch(text):
        return -1
    return 1 if text.isupper() else 2


def _ends_cell(word: str) -> bool:
    """Whether a header mostly ends so: with its unit in brackets, or with a year."""
    return word.endswith(")") or _YEAR.fullmatch(word) is not None


def _alike(first_words: Sequence[str]) -> int:
    """How many cells begin with the same word as another: `Vốn FDI … Vốn DDI`."""
    return sum(first_words.count(word) > 1 for word in first_words)


def _fits(cells: Sequence[str], *, has_units: bool) -> bool:
    """Whether the cells behind the label are one over units, if rows have them, and otherwise wordings."""
    if has_units and not _OVER_UNITS.issuperset(cells[0].lower().rstrip(".").split()):
        return False
    return all(map(_is_wording, cells[has_units:]))


def _opens_with_wording(cell: str) -> bool:
    """Whether words at its beginning say something by themselves: `Số dự án`, not `Quản lý`."""
    return any(m.first == 0 and m.role not in _LEANING for m in wording_of(cell).mentions)


def _is_wording(cell: str) -> bool:
    wording = wording_of(cell)
    closed = cell.count("(") == cell.count(")") and ")" not in cell[:-1]
    return closed and bool(wording.mentions or wording.times or wording.year)
