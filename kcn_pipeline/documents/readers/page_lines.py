"""A web page as the lines a reader sees: paragraphs, rows of tables, and which of their letters are links.

Belongs here: what breaks a line, what a data table is, what is never shown. Does not: which lines are the
article (`main_text`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final

from lxml.etree import iterwalk
from lxml.html import HtmlElement

from kcn_pipeline.documents.ocr.tabular import SEPARATOR
from kcn_pipeline.reference.page_parts import names_a_part

# A longer cell holds paragraphs: the table only places them, as pages did before style sheets.
_LONGEST_CELL: Final = 300
# The largest colspan that browsers follow (HTML standard, 4.9.11); no report has as many rows under one cell.
_LARGEST_SPAN: Final = 1_000

_BREAKING: Final = (
    "address article aside blockquote body br caption center dd details dialog div dl dt fieldset figcaption figure "
    "footer form h1 h2 h3 h4 h5 h6 header hr legend li main menu nav ol p pre section summary table tbody td tfoot th "
    "thead tr ul"
)
_HIDDEN: Final = (
    "head script style noscript template iframe object embed svg math select option button input textarea audio video "
    "canvas map"
)
_BLOCKS: Final = frozenset(_BREAKING.split())
_UNSEEN: Final = frozenset(_HIDDEN.split())
_PARTS: Final = frozenset({"nav", "footer", "aside", "figcaption"})
_HEADINGS: Final = frozenset({"h1", "h2", "h3"})
_INVISIBLE: Final = re.compile("[\u200b-\u200d\u2060\ufeff]")


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a page: how many of its characters are links, and the parts it stands in that are no article."""

    text: str
    linked: int = 0
    parts: tuple[int, ...] = ()
    heading: bool = False

    @property
    def is_link(self) -> bool:
        """Whether hardly anything but links stands in it, as in menus and lists of other articles."""
        return self.linked >= 0.8 * len(self.text)


@dataclass(slots=True)
class PageLines:
    """The lines of a page, and the lines [start, end) of every block of it that has any, inner blocks first."""

    lines: list[Line] = field(default_factory=list)
    blocks: list[tuple[int, int]] = field(default_factory=list)


def page_lines(tree: HtmlElement) -> PageLines:
    """The lines of a parsed page; white space is levelled as browsers do, rows of data tables are joined by ` | `."""
    walk = iterwalk(tree, events=("start", "end"))
    reader = _Reader()
    for event, element in walk:
        if event == "start":
            if not isinstance(element.tag, str) or element.tag in _UNSEEN:
                walk.skip_subtree()
                reader.skipped = element
            else:
                reader.start(element)
        else:
            if element is not reader.skipped:
                reader.end(element)
            reader.add(element.tail)
    reader.break_line()
    return reader.page


class _Reader:
    """Puts lines together while the page is walked."""

    def __init__(self) -> None:
        self.page = PageLines()
        self.skipped: HtmlElement | None = None
        self._pieces: list[str] = []
        self._linked = self._links = self._headings = 0
        self._parts: list[int] = []
        self._part_count = 0
        self._open: list[tuple[int, bool]] = []
        self._table: HtmlElement | None = None
        self._row = _Row()
        self._cell: list[str] = []

    def start(self, element: HtmlElement) -> None:
        tag = element.tag
        if tag in _BLOCKS:
            self.break_line()
            is_part = _is_part(element)
            self._open.append((len(self.page.lines), is_part))
            self._headings += tag in _HEADINGS
            if is_part:
                self._part_count += 1
                self._parts.append(self._part_count)
            if tag == "table" and self._table is None and _holds_data(element):
                self._table = element
        elif tag == "a" and "href" in element.attrib:
            self._links += 1
        self.add(element.text)

    def end(self, element: HtmlElement) -> None:
        tag = element.tag
        if tag == "a" and "href" in element.attrib:
            self._links -= 1
        if tag not in _BLOCKS:
            return
        self.break_line()
        if self._table is not None and tag in {"td", "th"}:
            self._row.add(" ".join(self._cell), _span(element, "colspan"), _span(element, "rowspan"))
            self._cell = []
        elif self._table is not None and tag == "tr":
            self._end_row()
        if element is self._table:
            self._table, self._row = None, _Row()
        self._headings -= tag in _HEADINGS
        start, is_part = self._open.pop()
        if len(self.page.lines) > start:
            self.page.blocks.append((start, len(self.page.lines)))
        if is_part:
            self._parts.pop()

    def add(self, text: str | None) -> None:
        if text:
            self._pieces.append(text)
            self._linked += len(text) if self._links else 0

    def break_line(self) -> None:
        if not self._pieces:
            return
        text = " ".join(_INVISIBLE.sub("", "".join(self._pieces)).split())
        self._pieces = []
        if not text:
            self._linked = 0 if self._table is None else self._linked
        elif self._table is not None:
            self._cell.append(text)
        else:
            self._add_line(text)

    def _end_row(self) -> None:
        filled = [index for index, cell in enumerate(self._row.cells) if cell]
        if filled:
            self._add_line(SEPARATOR.join(self._row.cells[: filled[-1] + 1]))
        self._row.begin_next()

    def _add_line(self, text: str) -> None:
        linked = min(self._linked, len(text))
        self.page.lines.append(Line(text, linked, tuple(self._parts), self._headings > 0))
        self._linked = 0


class _Row:
    """The cells of one row of a table, those empty that a cell beside or above covers, so that columns keep in line."""

    def __init__(self) -> None:
        self.cells: list[str] = []
        self._covered: dict[int, int] = {}  # for how many rows on, by column
        self._covering: dict[int, int] = {}

    def add(self, text: str, columns: int, rows: int) -> None:
        """The next cell, which covers so many columns and rows."""
        while self._covered.get(len(self.cells)):
            self.cells.append("")
        at = len(self.cells)
        columns = min(columns, max(_LARGEST_SPAN - at, 1))
        self.cells += [text, *[""] * (columns - 1)]
        self._covering.update(dict.fromkeys(range(at, at + columns), rows - 1))

    def begin_next(self) -> None:
        """Go on to the row below."""
        still = {column: rows - 1 for column, rows in self._covered.items() if rows > 1}
        self._covered = {**still, **{column: rows for column, rows in self._covering.items() if rows}}
        self._covering, self.cells = {}, []


def _span(cell: HtmlElement, name: str) -> int:
    written = cell.get(name, "1").strip()
    return min(max(int(written), 1), _LARGEST_SPAN) if written.isascii() and written.isdecimal() else 1


def _is_part(element: HtmlElement) -> bool:
    if element.tag in _PARTS:
        return True
    names = f"{element.get('class', '')} {element.get('id', '')}".split()
    return any(map(names_a_part, names))


def _holds_data(table: HtmlElement) -> bool:
    """Whether a table has rows of short cells, and does not only place things on the page."""
    if next(table.iterdescendants("table"), None) is not None:
        return False
    rows = [row.xpath("td|th") for row in table.iterdescendants("tr")]
    if max(map(len, rows), default=0) < 2:
        return False
    return all(len(cell.text_content()) <= _LONGEST_CELL for row in rows for cell in row)
