"""Tables read out: every number of a table as a sentence of its own, label first, then header, number and unit.

Belongs here: writing a table out so that its numbers are read as any others are, and the way back to the places they
stand at. Does not: which words govern a number (`tables.meaning`), what they say (`binding`, `scope`).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from kcn_pipeline.extraction.names.proper_names import EntityMention
from kcn_pipeline.extraction.numbers.figures import Column, Figure
from kcn_pipeline.extraction.tables.cell_wordings import wording_of
from kcn_pipeline.extraction.tables.grid import tables_in
from kcn_pipeline.extraction.tables.meaning import TableReader, TableValue
from kcn_pipeline.extraction.tables.row_names import named_in, zone_named
from kcn_pipeline.extraction.tables.rows import Cell, Row
from kcn_pipeline.extraction.tables.stocks import take_column
from kcn_pipeline.extraction.text.mention_map import MentionMap
from kcn_pipeline.extraction.text.tokens import Tokens
from kcn_pipeline.quantities import Span


@dataclass(frozen=True, slots=True)
class Copy:
    """Characters of the text that were read out from offset `at` on; `source` is where they stand."""

    at: int
    source: Span


@dataclass(frozen=True, slots=True)
class Spoken:
    """One number as it was read out: its sentence, its label, the last cell of that, and its numeral.

    `row` counts the rows of all tables.
    """

    sentence: Span
    label: Span
    last_label: Span
    numeral: Span
    row: int
    value: TableValue


@dataclass(frozen=True, slots=True)
class ReadOut:
    """A text with its tables read out; prose stays as it is."""

    text: str
    copies: tuple[Copy, ...]
    spoken: tuple[Spoken, ...]
    copied_at: tuple[int, ...]

    @property
    def is_unchanged(self) -> bool:
        """Whether there was no table."""
        return len(self.copies) <= 1 and not self.spoken

    def to_source(self, span: Span) -> Span:
        """Where the characters of `span` stand in the text that was read; what was added between them is left out."""
        index = max(bisect_right(self.copied_at, span.start) - 1, 0)
        copy = self.copies[index]
        start, end = copy.source.start + span.start - copy.at, copy.source.end
        for at in range(index + 1, len(self.copies)):
            following = self.copies[at]
            if following.source.start != end or following.at >= span.end:
                break  # unlike a number and the unit in its cell, which were copied one after the other
            end = following.source.end
        return Span(start, max(start, min(start + len(span), end)))


def read_out(text: str) -> ReadOut:
    """`text` with every table as sentences, `Vốn đăng ký: Thực hiện: 341,2 triệu USD` and so on."""
    writer = _Writer(text)
    rows = at = 0
    for table in tables_in(text):
        writer.copy(Span(at, table.start))
        writer.say("\n")
        reader = TableReader(table)
        for row in table.rows:
            rows += 1
            if row.has_numbers:
                writer.say_row(row, list(reader.values(row)), rows)
            else:
                reader.take_heading(row)
                writer.say_cells(row.cells)
        at = table.end
    writer.copy(Span(at, len(text)))
    return writer.read_out()


class _Writer:
    """Writes sentences out of pieces of the text, remembering where each piece stands."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._pieces: list[str] = []
        self._length = 0
        self._copies: list[Copy] = []
        self._spoken: list[Spoken] = []

    def read_out(self) -> ReadOut:
        """All that was written."""
        copied_at = tuple(copy.at for copy in self._copies)
        return ReadOut("".join(self._pieces), tuple(self._copies), tuple(self._spoken), copied_at)

    def copy(self, source: Span) -> None:
        """Read out characters of the text."""
        if len(source):
            self._copies.append(Copy(self._length, source))
            self.say(source.of(self._text))

    def say(self, words: str) -> None:
        """Add what stands nowhere in the text."""
        self._pieces.append(words)
        self._length += len(words)

    def say_cells(self, cells: Sequence[Cell]) -> None:
        """A heading between rows, or the prose of a cell, as it stands."""
        for cell in cells:
            if not (cell.is_empty or cell.is_enumerator):
                self.copy(Span(cell.start, cell.end))
                self.say(".\n")

    def say_row(self, row: Row, values: Sequence[TableValue], number: int) -> None:
        """The values of a row, and its cells that govern none and hold a number in words of their own."""
        governing = {cell for value in values for cell in value.label}
        taken = {value.numeral.start for value in values}
        for value in values:
            self._say_value(value, number)
        self.say_cells([cell for cell in row.cells if cell not in governing and self._is_prose(cell, taken)])

    def _is_prose(self, cell: Cell, taken: set[int]) -> bool:
        alone = cell.number is not None or not any(c.isdigit() for c in cell.text)
        return not alone and not any(cell.start <= at < cell.end for at in taken)

    def _say_value(self, value: TableValue, row: int) -> None:
        start = last = self._length
        for index, cell in enumerate(value.label):
            self.say(" " if index else "")
            last = self._length
            self._say_words([cell])
        label, last_label = Span(start, self._length), Span(last, self._length)
        if value.label:
            self.say(": ")
        self._say_words(value.header)
        if value.header:
            # A wording that touches its figure must touch it here too.
            touches = value.column.by_header and wording_of(value.header[-1].text).ends_touching
            self.say(" " if touches else ": ")
        at = self._length
        self.copy(value.numeral)
        numeral = Span(at, self._length)
        self._say_unit(value)
        self.say(".\n")
        self._spoken.append(Spoken(Span(start, self._length), label, last_label, numeral, row, value))

    def _say_unit(self, value: TableValue) -> None:
        match value.unit:
            case None:
                self.copy(value.rest)
            case Span() as unit:
                self.say(" ")
                self.copy(unit)
            case sign:
                self.say(sign)

    def _say_words(self, cells: Sequence[Cell]) -> None:
        for index, cell in enumerate(cells):
            if index:
                self.say(" ")
            unit = wording_of(cell.text).stated_unit
            cut = unit.cut if unit is not None and unit.cut is not None else Span(len(cell.text), len(cell.text))
            self._copy_line(Span(cell.start, cell.start + cut.start))
            self._copy_line(Span(cell.start + cut.end, cell.end))

    def _copy_line(self, source: Span) -> None:
        """Copy words that a header may have wrapped: they are one line here."""
        at = source.start
        for line in source.of(self._text).split("\n"):
            if at > source.start:
                self.say(" ")
            self.copy(Span(at, at + len(line)))
            at += len(line) + 1


def place_figures(
    read: ReadOut, tokens: Tokens, mentions: MentionMap, entities: Sequence[EntityMention], found: Sequence[Figure]
) -> list[Figure]:
    """The figures of prose, and of tables those that are the number of a cell, each with its column.

    A number in a label or a header tells what is counted, and counts nothing itself.
    """
    kept = []
    starts = [spoken.sentence.start for spoken in read.spoken]
    for figure in found:
        at = tokens.starts[figure.first]
        index = bisect_right(starts, at) - 1
        if index < 0 or read.spoken[index].sentence.end <= at:
            kept.append(figure)
        elif read.spoken[index].numeral.start == at:
            take_column(figure, _column(read.spoken[index], tokens, entities))
            _take_estimate(figure, tokens.at_or_after(read.spoken[index].label.end), mentions)
            kept.append(figure)
    return kept


def _take_estimate(figure: Figure, first: int, mentions: MentionMap) -> None:
    """`Ước thực hiện` over a column makes its amounts estimates."""
    hedges = (mentions.starting(at, "hedge") for at in range(first, figure.first))
    estimate = next((hedge for hedge in hedges if hedge is not None and hedge.value.value == "approx"), None)
    if estimate is not None and figure.hedge is None and figure.dimension != "percent":
        figure.hedge, figure.bound = estimate, "approx"


def _column(spoken: Spoken, tokens: Tokens, entities: Sequence[EntityMention]) -> Column:
    """What is said of one number, with whom its label or header names."""
    said, row = spoken.value.column, spoken.row
    if not said.by_header:
        return replace(said, row=row, owner=named_in(Span(spoken.label.end, spoken.numeral.start), tokens, entities))
    if said.whole:
        return replace(said, row=row)
    label = wording_of(f"{spoken.label.of(tokens.text)}:")  # some words are a time only before a colon
    header = wording_of(" ".join(cell.text for cell in spoken.value.header))
    tells = said.window is not None or label.times or label.has("origin") or label.counts_with(header)
    owner = named_in(spoken.label, tokens, entities)
    if spoken.value.names_zones and not tells:
        owner = zone_named(spoken.last_label, tokens, entities)
    return replace(said, row=row, owner=owner, understood=tells or owner is not None)
