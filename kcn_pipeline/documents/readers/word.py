"""The reader of Word files (.docx, .docm): paragraphs and tables in the order of the document.

Belongs here: opening the file, what becomes a line, what is left out. Does not: the text of one paragraph
(`word_text`), limits (`office`), or letters of old fonts (`cleaning`).
"""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import Any, Final

from docx.opc.part import PartFactory
from docx.oxml.ns import qn
from docx.oxml.parser import parse_xml
from docx.package import Package
from docx.parts.document import DocumentPart
from docx.text.paragraph import Paragraph

from kcn_pipeline.documents.document import DecodedText
from kcn_pipeline.documents.ocr.tabular import row_line
from kcn_pipeline.documents.problems import UnreadableDocument
from kcn_pipeline.documents.readers.office import require_within_limits
from kcn_pipeline.documents.readers.word_text import children, is_deleted, is_on, paragraph_text
from kcn_pipeline.documents.recognition import WORD

_CURE: Final = "open it in Word, save it as .docx or PDF, and ingest that"
_NOTES: Final = (("footnotes", "footnote"), ("endnotes", "endnote"))
_HEADINGS: Final = ("Title", "Heading")
_TEMPLATE: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml"

# python-docx knows a document by its content type. One with macros or a template differs by nothing else, and macros
# are not run.
for _kind in ("ms-word.document.macroEnabled", "ms-word.template.macroEnabledTemplate"):
    PartFactory.part_type_for[f"application/vnd.{_kind}.main+xml"] = DocumentPart
PartFactory.part_type_for[_TEMPLATE] = DocumentPart


def read_word(data: bytes) -> DecodedText:
    """Paragraphs with a blank line between them, tables with a line a row and " | " between cells.

    In: text boxes, content controls, links, insertions under review. Out: deletions under review, hidden text,
    comments, headers and footers, the numbers of lists. Footnotes stay out too, and `decisions` says so.
    `title` is the first paragraph where that has the style of a title or heading.
    Errors: UnreadableDocument for a file beyond the limits, broken, or without text.
    """
    require_within_limits(data)
    try:
        part = Package.open(BytesIO(data)).main_document_part
        blocks = list(_blocks(part.element.body))
        title, decisions = _title(part), tuple(_left_out(part))
    # A parser meets whatever people send; whichever way it fails, the file goes to quarantine.
    except Exception as error:
        reason = f"the Word file cannot be parsed ({type(error).__name__}: {error})"
        raise UnreadableDocument(reason, _CURE) from error
    return DecodedText("\n\n".join(blocks), WORD, "utf-8", title=title, decisions=decisions)


def _blocks(container: Any) -> Iterator[str]:
    """Paragraphs, and tables as blocks of lines, that hold text."""
    for child in children(container):
        if child.tag == qn("w:p"):
            text, boxes = paragraph_text(child)
            if text.strip():
                yield text.strip("\n")
            for box in boxes:
                yield from _blocks(box)
        elif child.tag == qn("w:tbl"):
            yield from _table_blocks(child)


def _table_blocks(table: Any) -> Iterator[str]:
    """The table as one block of lines; one that is a frame of a single column, as its content."""
    rows = [row for row in children(table) if row.tag == qn("w:tr") and not is_deleted(row.find(qn("w:trPr")))]
    if all(len(_cells(row)) == 1 for row in rows):
        for row in rows:
            yield from _blocks(_cells(row)[0])
        return
    lines = [line for row in rows for line in _row_lines(row)]
    if lines:
        yield "\n".join(lines)


def _row_lines(row: Any) -> Iterator[str]:
    """The line of the row, and after it those of tables inside its cells."""
    texts: list[str] = [""] * _skipped(row, "w:gridBefore")
    nested: list[str] = []
    for cell in _cells(row):
        blocks = [] if _continues_above(cell) else list(_cell_blocks(cell))
        texts.append(" ".join(text for text, inside in blocks if not inside))
        # The columns that a merged cell covers stay empty, so that the cells below stand under it.
        texts += [""] * (_span(cell) - 1)
        nested += [text for text, inside in blocks if inside]
    line = row_line(texts)
    if line:
        yield line
    for text in nested:
        yield from text.split("\n")


def _cell_blocks(cell: Any) -> Iterator[tuple[str, bool]]:
    """Paragraphs of a cell, and tables inside it, which are told by True."""
    for child in children(cell):
        if child.tag == qn("w:tbl"):
            yield from ((block, True) for block in _table_blocks(child))
        elif child.tag == qn("w:p"):
            text, boxes = paragraph_text(child)
            yield text, False
            for box in boxes:
                yield from ((block, False) for block in _blocks(box))


def _cells(row: Any) -> list[Any]:
    return [cell for cell in children(row) if cell.tag == qn("w:tc")]


_COLUMNS_AT_MOST: Final = 63  # of a table of Word


def _span(cell: Any) -> int:
    span = cell.find(f"{qn('w:tcPr')}/{qn('w:gridSpan')}")
    return 1 if span is None else max(1, min(int(span.get(qn("w:val"), "1")), _COLUMNS_AT_MOST))


def _skipped(row: Any, name: str) -> int:
    skipped = row.find(f"{qn('w:trPr')}/{qn(name)}")
    return 0 if skipped is None else max(0, min(int(skipped.get(qn("w:val"), "0")), _COLUMNS_AT_MOST))


def _continues_above(cell: Any) -> bool:
    merge = cell.find(f"{qn('w:tcPr')}/{qn('w:vMerge')}")
    return merge is not None and merge.get(qn("w:val"), "continue") == "continue"


def _title(part: DocumentPart) -> str | None:
    """The first paragraph with text, where its style is that of a title or a heading."""
    for element in children(part.element.body):
        text = paragraph_text(element)[0] if element.tag == qn("w:p") else ""
        if text.strip():
            style = Paragraph(element, part.document).style
            name = style.name if style is not None else None
            return " ".join(text.split()) if (name or "").startswith(_HEADINGS) else None
    return None


def _left_out(part: DocumentPart) -> Iterator[str]:
    """What a reader would miss: notes, and how many of them hold a number; text that Word hides."""
    for relation, kind in _NOTES:
        for one in part.rels.values():
            if one.is_external or not one.reltype.endswith(f"/{relation}"):
                continue
            notes = _note_texts(one.target_part.blob, kind)
            if numbers := sum(any(c.isdigit() for c in text) for text in notes):
                yield f"{len(notes)} {kind}s are left out of the text, {numbers} of them with numbers"
            elif notes:
                yield f"{len(notes)} {kind}s are left out of the text"
    if hidden := sum(is_on(mark) for mark in part.element.body.iter(qn("w:vanish"))):
        yield f"hidden text is left out in {hidden} places"


def _note_texts(blob: bytes, kind: str) -> list[str]:
    notes = parse_xml(blob).iter(qn(f"w:{kind}"))
    texts = ("".join(paragraph_text(p)[0] for p in note.iter(qn("w:p"))).strip() for note in notes)
    return [text for text in texts if text]
