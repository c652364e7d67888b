"""A report as pages: PDF with text, scans as PDF and as images.

Belongs here: files of pages. Does not: drawing (`synthetic.rendering`), the report (`reports`).
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from pathlib import Path
from xml.sax.saxutils import escape

from PIL import Image
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate, Table

from kcn_pipeline.synthetic.degrading import LIGHT, Degradation, degrade
from kcn_pipeline.synthetic.rendering import PageStyle, page_images
from kcn_pipeline_tests.formats.reports import Report

_INVISIBLE = 3  # text render mode of PDF: neither filled nor stroked, as OCR programs lay text over a scan


def pdf_with_text(report: Report, font: Path, *, with_table: bool = False) -> bytes:
    """A PDF as a word processor exports it."""
    style = ParagraphStyle("body", fontName=_registered(font), fontSize=12, leading=17, spaceAfter=9)
    flow: list[Flowable] = [Paragraph(escape(paragraph), style) for paragraph in report.paragraphs]
    if with_table:
        flow.append(Table(report.table, style=[("FONTNAME", (0, 0), (-1, -1), style.fontName)]))
    buffer = io.BytesIO()
    SimpleDocTemplate(buffer, pagesize=A4, title=report.title).build(flow)
    return buffer.getvalue()


def scans(report: Report, font: Path, dpi: int, degradation: Degradation = LIGHT) -> list[Image.Image]:
    """The pages as an office scanner gives them."""
    pages = page_images(report.text, PageStyle(font, size_points=12, dpi=dpi, margin_inches=0.9))
    return [degrade(page, degradation, seed=number) for number, page in enumerate(pages)]


def scanned_pdf(pages: Sequence[Image.Image], layer: str | None = None, font: Path | None = None) -> bytes:
    """A PDF of page images; `layer`, set in `font`, lies unseen over the first of them."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=A4)
    for number, page in enumerate(pages):
        canvas.drawImage(ImageReader(page), 0, 0, *A4)
        if layer is not None and font is not None and number == 0:
            text = canvas.beginText(60, A4[1] - 70)
            text.setTextRenderMode(_INVISIBLE)
            text.setFont(_registered(font), 9, 12)
            text.textLines(layer)
            canvas.drawText(text)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def image_file(pages: Sequence[Image.Image], form: str, dpi: int) -> bytes:
    """One page as PNG or JPEG, or all of them as TIFF."""
    buffer = io.BytesIO()
    first, *others = pages
    more = {"save_all": True, "append_images": others} if form == "TIFF" else {}
    first.save(buffer, form, dpi=(dpi, dpi), **more)
    return buffer.getvalue()


def _registered(font: Path) -> str:
    pdfmetrics.registerFont(TTFont(font.stem, font))
    return font.stem
