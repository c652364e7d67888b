"""The same table as text, in Word and in Excel says the same."""

from __future__ import annotations

import io
import re

import pytest
from docx import Document
from openpyxl import Workbook

from kcn_pipeline.documents.readers.spreadsheet import read_spreadsheet
from kcn_pipeline.documents.readers.word import read_word
from kcn_pipeline_tests.unit.extraction.builders import facts_of
from kcn_pipeline_tests.unit.extraction.example_tables import EXAMPLES, Example

TABLES = [e for e in EXAMPLES if " | " in e.text and not e.text.startswith("|") and "\t" not in e.text]
NUMBER = re.compile(r"-?[0-9.]+(?:,[0-9]+)?")


def told(example: Example, text: str) -> list[str]:
    """What is expected of every fact but its quote, which is written as the format writes numbers."""
    facts = facts_of(text, example.publisher, example.window)
    return [example.told(fact).partition(" · ")[2] for fact in facts]


def as_word(text: str) -> bytes:
    """A table of the lines with bars, paragraphs of the others."""
    document = Document()
    rows = [line.split(" | ") for line in text.split("\n")]
    width = max(map(len, rows))
    table = document.add_table(0, width)
    for row in rows:
        if len(row) == 1 and (len(row[0]) > 40 or row[0].endswith(":")):
            document.add_paragraph(row[0])
            table = document.add_table(0, width)
            continue
        cells = table.add_row().cells
        for cell, words in zip(cells, row, strict=False):
            cell.text = words.strip()
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def as_excel(text: str) -> bytes:
    """Numbers as numbers, everything else as text."""
    workbook = Workbook()
    sheet = workbook.worksheets[0]
    for line in text.split("\n"):
        sheet.append([as_number(cell.strip()) for cell in line.split(" | ")])
    buffer = io.BytesIO()
    workbook.save(buffer)
    return buffer.getvalue()


def as_number(cell: str) -> str | float | None:
    if NUMBER.fullmatch(cell):
        return float(cell.replace(".", "").replace(",", "."))
    return cell or None


@pytest.mark.parametrize("example", TABLES, ids=lambda example: example.name)
def test_word_says_what_the_text_says(example: Example) -> None:
    assert told(example, read_word(as_word(example.text)).text) == told(example, example.text)


@pytest.mark.parametrize("example", TABLES, ids=lambda example: example.name)
def test_excel_says_what_the_text_says(example: Example) -> None:
    assert told(example, read_spreadsheet(as_excel(example.text)).text) == told(example, example.text)
