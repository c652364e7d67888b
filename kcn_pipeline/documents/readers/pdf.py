"""The reader of PDF files: their text, and what their page images say where the text is missing or poor.

Belongs here: opening the file, which pages are read from their image, which of both is kept. Does not: the text of one
page (`pdf_text`), reading an image (`ocr`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from math import sqrt
from typing import Final

import pypdfium2 as pdfium
from pypdfium2 import raw

from kcn_pipeline.documents.document import DecodedText
from kcn_pipeline.documents.ocr.page_texts import PageLine, joined
from kcn_pipeline.documents.ocr.reading import PageReading, read_page, require_few_scans
from kcn_pipeline.documents.problems import UnreadableDocument
from kcn_pipeline.documents.readers.pdf_text import covered_by_images, is_blank, text_lines
from kcn_pipeline.documents.recognition import PDF
from kcn_pipeline.documents.skeleton import MIN_VIETNAMESE_LETTERS_PER_WORD, vietnamese_letters
from kcn_pipeline.settings import limits

_POINTS_AN_INCH: Final = 72
_RENDERED_DPI: Final = 300
# A scan may lie askew on its page or leave a margin; a letterhead or a photograph covers less.
_MOST_OF_A_PAGE: Final = 0.5
# A signing program prints who signed and when upon a scan, in whole Vietnamese; a page of a report has more words.
_FEW_WORDS: Final = 60
# Half of what sound Vietnamese has, and three times what makes a text pass for it.
_PLENTY_OF_LETTERS_PER_WORD: Final = 0.4
_CURE: Final = "open it and save or print it as a new PDF"


@dataclass(frozen=True, slots=True)
class _Layer:
    """The text layer of one page, and whether the page's image may say more."""

    lines: Sequence[PageLine]
    poor: bool


def read_pdf(data: bytes) -> DecodedText:
    """The text of all pages, a form feed between them, with a place for each line.

    A page without text, or of poor text under an image that covers most of it, is read from the image; of the two the
    one with more Vietnamese letters is kept. Attached files, scripts and forms are ignored. Errors: UnreadableDocument
    for a locked or broken file, too many pages, a page that cannot be read, or a scan without Tesseract.
    """
    with _opened(data) as document:
        layers = [_layer(document, number) for number in range(len(document))]
        poor = [number for number, layer in enumerate(layers) if layer.poor]
        require_few_scans(len(poor))
        pages, decisions = [layer.lines for layer in layers], []
        for number in poor:
            pages[number], decision = _better(document, number, layers[number].lines)
            decisions += decision
    text, places = joined(pages)
    return DecodedText(text, PDF, "utf-8", places=places, decisions=tuple(decisions))


def count_pages(data: bytes) -> int:
    """The number of pages. Errors: UnreadableDocument as `read_pdf`."""
    with _opened(data) as document:
        return len(document)


@contextmanager
def _opened(data: bytes) -> Iterator[pdfium.PdfDocument]:
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        if error.err_code in {raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY}:
            raise UnreadableDocument("the PDF is locked with a password", "save it without the password") from error
        raise UnreadableDocument(f"the PDF cannot be opened ({error})", _CURE) from error
    try:
        if len(document) > limits().pages:
            reason = f"the PDF has {len(document):,} pages, more than the limit of {limits().pages:,}"
            raise UnreadableDocument(reason, "take the report alone out of it, or raise KCN_LIMIT_PAGES")
        yield document
    finally:
        document.close()


@contextmanager
def _page(document: pdfium.PdfDocument, number: int) -> Iterator[pdfium.PdfPage]:
    # A report with a page missing would pass for whole, and its sums for wrong: better to ask for a sound file.
    try:
        page = document[number]
        try:
            yield page
        finally:
            page.close()
    except pdfium.PdfiumError as error:
        raise UnreadableDocument(f"page {number + 1} of the PDF cannot be read ({error})", _CURE) from error


def _layer(document: pdfium.PdfDocument, number: int) -> _Layer:
    with _page(document, number) as page:
        lines = text_lines(page)
        if not lines:
            return _Layer(lines, poor=not is_blank(page))
        poor = _is_doubtful("\n".join([line.text for line in lines])) and covered_by_images(page) >= _MOST_OF_A_PAGE
        return _Layer(lines, poor)


def _is_doubtful(text: str) -> bool:
    """Whether a text is so short, or has so few Vietnamese letters, that it may not be what the page shows."""
    # Counting blanks takes a tenth of the time of dividing the text, and most pages have far more than enough letters:
    # both matter when a text layer is to be read about as fast as pdfium gives it.
    words = text.count(" ") + text.count("\n") + 1
    beyond_latin = len(text) - len(text.encode("latin-1", "ignore"))
    if words >= _FEW_WORDS and beyond_latin >= words * _PLENTY_OF_LETTERS_PER_WORD:
        return False
    return words < _FEW_WORDS or vietnamese_letters(text) < words * MIN_VIETNAMESE_LETTERS_PER_WORD


def _better(
    document: pdfium.PdfDocument, number: int, lines: Sequence[PageLine]
) -> tuple[Sequence[PageLine], list[str]]:
    """The lines of the image or `lines`, those of the text layer, and why."""
    reading = _read_image(document, number)
    seen = f"page {number + 1}"
    if lines and _letters(reading.lines) <= _letters(lines):
        return lines, [f"{seen} was read from its text, its image gives no more Vietnamese"]
    if not reading.lines:
        return (), [f"{seen} shows no text"]
    kept = [f"{seen} was read from its image ({reading.confidence:.0f}% sure)"]
    return reading.lines, kept + [f"{seen}: {decision}" for decision in reading.decisions]


def _letters(lines: Sequence[PageLine]) -> int:
    return vietnamese_letters("\n".join(line.text for line in lines))


def _read_image(document: pdfium.PdfDocument, number: int) -> PageReading:
    with _page(document, number) as page:
        width, height = page.get_size()
        scale = min(_RENDERED_DPI / _POINTS_AN_INCH, sqrt(limits().image_pixels / max(width * height, 1.0)))
        bitmap = page.render(scale=scale, grayscale=True, may_draw_forms=False)
        try:
            return read_page(bitmap.to_pil(), scale * _POINTS_AN_INCH)
        finally:
            bitmap.close()
