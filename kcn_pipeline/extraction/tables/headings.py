"""What a label leaves to the heading above it, or to the header over its own: `Vốn đăng ký` under `Cấp mới`.

Belongs here: words of one cell that complete those of another. Does not: which cells stand over which
(`tables.layout`, `tables.meaning`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final, NamedTuple

from kcn_pipeline.extraction.tables.cell_wordings import leaves_open, names_part, wording_of
from kcn_pipeline.extraction.tables.rows import Cell, Row
from kcn_pipeline.extraction.text.lexicon import FREE, counts_in
from kcn_pipeline.extraction.text.tokens import Tokens
from kcn_pipeline.quantities import Span

_NUMBER: Final = re.compile(
    r"(?:(?P<roman>[IVX]+)|(?P<number>\d{1,2}(?:\.\d{1,2})*)|(?P<letter>[^\W\d_]))(?:[.)/]+(?=\s|$)|$)"
    r"|(?P<mark>[-–+*•])(?=\s|$)"
)
_ROMAN: Final = {"I": 1, "V": 5, "X": 10}
_WORDS_AT_MOST: Final = 14  # a longer heading is prose


def completed_by(label: str, headings: Sequence[Cell]) -> tuple[Cell, ...]:
    """The words of a heading that tell, right behind `label`, which metric it is: `cấp mới`; none if it says so."""
    if not leaves_open(label):
        return ()
    for heading in reversed(headings):
        span = _completing(label, heading.text)
        if span is not None:
            start, end = heading.start + span.start, heading.start + span.end
            return (Cell(start, end, span.of(heading.text)),)
    return ()


@cache
def _completing(label: str, heading: str) -> Span | None:
    """The longest words of `heading` that go on with those of `label` to the wording of one metric."""
    tokens = Tokens(heading)
    bare = _without_unit(label)
    if len(tokens) > _WORDS_AT_MOST or not bare:
        return None
    starts = sorted({m.first for m in wording_of(heading).mentions})
    joined = ((start, end) for start in starts for end in range(len(tokens), start, -1))
    found = [s for s in (tokens.span(*ends) for ends in joined) if _is_told(bare, s.of(heading))]
    return max(found, key=len, default=None)


def _without_unit(label: str) -> str:
    unit = wording_of(label).stated_unit
    return label if unit is None or unit.cut is None else label[: unit.cut.start] + label[unit.cut.end :]


def _is_told(label: str, words: str) -> bool:
    """Whether one wording reaches from the label into `words`, to their end, and leaves nothing open."""
    text = f"{label} {words}"
    border = len(Tokens(label))
    across = {m.value for m in wording_of(text).mentions if m.role == FREE and m.first < border < m.last}
    ends = {m.last for m in wording_of(text).mentions if m.role == FREE and m.first < border < m.last}
    return len(across) == 1 and ends == {len(Tokens(text))}


class Said(NamedTuple):
    """What stands `above` a label and what goes `behind` it; `is_part`: the row is a part of what is told above."""

    above: tuple[Cell, ...]
    behind: tuple[Cell, ...]
    is_part: bool


@dataclass(slots=True)
class _Heading:
    """One heading with the kind of its number (`I`, `1`, `a`, `-`) and that number's place in its order."""

    cells: tuple[Cell, ...]
    kind: str
    number: int


class Headings:
    """The headings over the rows of a table, the outermost first, and the last metric that a row named."""

    def __init__(self, title: tuple[Cell, ...]) -> None:
        self._title = title
        self._stack: list[_Heading] = []
        self._above: tuple[Cell, ...] = ()
        self._is_open = False
        self._counted: tuple[Cell, ...] = ()
        self._counts = False

    def take(self, row: Row, cells: tuple[Cell, ...]) -> None:
        """Take note of a heading: right under another it is a part of that, else it stands for one of its own kind."""
        kind, number = number_of(row, cells)
        alike = next((i for i, heading in enumerate(self._stack) if heading.kind == kind), None)
        if alike is not None:
            del self._stack[alike:]
        elif not (self._is_open or kind):
            self._stack.clear()
        self._stack.append(_Heading(cells, kind, number))
        self._is_open = True
        self._counted, self._counts = (), False
        if not _is_origin(cells):
            self._above = cells

    def over(self, row: Row, label: tuple[Cell, ...]) -> Said:
        """What is said over a row named by `label`."""
        self._leave(row)
        self._is_open = False
        text = _text(label)
        wording, origin = wording_of(text), self._origin()
        open_one = leaves_open(text)
        behind = completed_by(text, [cell for heading in self._stack for cell in heading.cells]) if open_one else ()
        named = wording.has(FREE) or (wording.counted is not None and not wording.has("origin"))
        if not named and names_part(text):
            self._note_count(label)
            return Said(self._above, behind, is_part=bool(self._above))
        if not named:
            return Said((), (), is_part=False)
        above = () if wording.has("origin") else self._of_count(text) or origin
        self._note_count(label)
        if open_one and not behind:
            above = (*(cell for cell in self._stock() if cell not in above), *above)
        self._above = (*(cell for cell in above if cell not in origin), *label, *behind)
        return Said(above, behind, is_part=False)

    def _of_count(self, label: str) -> tuple[Cell, ...]:
        """`Số dự án FDI | 31`, `Vốn đăng ký | 190`: the money right below a count is of the same origin."""
        of_money = any(m.role == FREE and counts_in(m.value, "money") for m in wording_of(label).mentions)
        return self._counted if of_money and leaves_open(label) else ()

    def _note_count(self, label: tuple[Cell, ...]) -> None:
        """Remember a count by origin, unless another count stands right above it: then either could be meant."""
        wording = wording_of(_text(label))
        counts = wording.counted is not None
        self._counted = label if counts and wording.has("origin") and not self._counts else ()
        self._counts = counts

    def _leave(self, row: Row) -> None:
        """`2 | Doanh thu | …` ends what stood under `1 | Thu hút FDI`, unless its rows count from one too."""
        kind, number = number_of(row)
        for index, heading in enumerate(self._stack):
            if kind and heading.kind == kind:
                if number == heading.number + 1:
                    del self._stack[index:]
                else:
                    heading.kind = ""
                return

    def _origin(self) -> tuple[Cell, ...]:
        """The innermost heading, or the title, that tells whose capital it is."""
        told = (h.cells for h in reversed(self._stack) if wording_of(_text(h.cells)).has("origin"))
        return next(told, () if self._stack else self._title)

    def _stock(self) -> tuple[Cell, ...]:
        told = (h.cells for h in reversed(self._stack) if wording_of(_text(h.cells)).has("stock"))
        return next(told, ())


def _is_origin(cells: Sequence[Cell]) -> bool:
    """Whether a heading tells an origin and nothing that is counted."""
    wording = wording_of(_text(cells))
    return wording.has("origin") and not wording.names_metric


def number_of(row: Row, cells: Sequence[Cell] = ()) -> tuple[str, int]:
    """The kind and the place of what numbers a row, in a cell of its own or before the first word of its heading."""
    mark = row.cells[0]
    first = mark.text or (cells[0].text if cells else "")
    match = _NUMBER.match(first)
    if match is None:
        return "", 0
    if match["roman"]:
        return "roman", _roman(match["roman"])
    if match["number"]:
        return f"number{match['number'].count('.')}", int(match["number"].rpartition(".")[2])
    letter = match["letter"] or ""
    return ("upper" if letter.isupper() else "lower", ord(letter)) if letter else (match["mark"], 0)


def _roman(text: str) -> int:
    values = [_ROMAN[c] for c in text]
    return sum(-v if v < max(values[i:]) else v for i, v in enumerate(values))


def _text(cells: Sequence[Cell]) -> str:
    return " ".join(cell.text for cell in cells)
