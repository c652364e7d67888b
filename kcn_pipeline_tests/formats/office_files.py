"""A report as Word and Excel files.

Belongs here: DOCX and XLSX. Does not: the report (`reports`), legacy letters (they come in as text).
"""

from __future__ import annotations

import io
from decimal import Decimal

import docx
from openpyxl import Workbook

from kcn_pipeline_tests.formats.reports import Report


def word_file(report: Report, *, with_table: bool = False, font: str | None = None) -> bytes:
    """A Word document with a heading, paragraphs and, at the end, the table; `font` is what its runs are set in."""
    document = docx.Document()
    document.add_heading(report.title, level=1)
    for paragraph in report.paragraphs[1:]:
        run = document.add_paragraph().add_run(paragraph)
        if font is not None:
            run.font.name = font
    if with_table:
        table = document.add_table(rows=0, cols=len(report.table[0]))
        for row in report.table:
            for cell, text in zip(table.add_row().cells, row, strict=True):
                cell.text = text
    return _saved(document)


def excel_file(report: Report, *, numbers: bool = True) -> bytes:
    """A workbook with the title above the table; cells hold numbers as Excel does, or the text of them."""
    workbook = Workbook()
    sheet = workbook.active
    assert sheet is not None
    sheet.append([report.title])
    sheet.append([])
    for row in report.table:
        sheet.append([_number(cell) if numbers else cell for cell in row])
    for (cell,) in sheet.iter_rows(min_row=4, min_col=len(report.table[0])):
        cell.number_format = "#,##0.###"
    return _saved(workbook)


def wide_excel_file(report: Report, label: str) -> bytes:
    """A workbook whose header cells give metric and unit, with one row of figures, called `label`."""
    workbook = Workbook()
    sheet = workbook.active
    assert sheet is not None
    sheet.append([report.title])
    sheet.append(["", *(f"{metric} ({unit})" for metric, unit, _ in report.table[1:])])
    sheet.append([label, *(_number(value) for _, _, value in report.table[1:])])
    return _saved(workbook)


def _number(cell: str) -> str | float:
    digits = cell.replace(".", "").replace(",", ".")
    return float(Decimal(digits)) if digits.replace(".", "").isdigit() else cell


def _saved(file: docx.document.Document | Workbook) -> bytes:
    buffer = io.BytesIO()
    file.save(buffer)
    return buffer.getvalue()
