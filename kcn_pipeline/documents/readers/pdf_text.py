"""The text layer of a PDF page as lines with their boxes.

Belongs here: what pdfium tells of the characters of one page, and whether an image covers it. Does not: opening files
or deciding between text and image (`pdf`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from ctypes import byref, c_double, c_int
from itertools import pairwise
from typing import Final

import pypdfium2 as pdfium
from pypdfium2 import raw

from kcn_pipeline.documents.ocr.page_texts import Box, PageLine, is_wide, with_paragraphs
from kcn_pipeline.documents.ocr.tabular import SEPARATOR

# pdfium ends lines with CR LF, and writes U+FFFE for a hyphen at the end of a line and that end.
_LINE: Final = re.compile("[^\r\n\ufffe]+\ufffe?")
# Most rows have fewer words than a line of prose, whose characters are on average 0.4 as wide as the font is high.
_WORDS_OF_A_ROW: Final = 12
_WIDTH_OF_PROSE: Final = 0.47
_BLANKS: Final = re.compile(r"(?<=\S) +(?=\S)")
_HYPHEN: Final = "\ufffe"
_HYPHEN_OR_BLANK: Final = f"{_HYPHEN} "
# Device units a point, so that pdfium's whole numbers are exact enough.
_UNITS: Final = 100
_FAR: Final = 1000.0
_NESTED_FORMS: Final = 4


def text_lines(page: pdfium.PdfPage) -> list[PageLine]:
    """The lines of the text layer in the order of the page's content, blank lines between paragraphs.

    A hyphen that parts a word at the end of a line stays. Errors: PdfiumError.
    """
    layer = page.get_textpage()
    try:
        text = layer.get_text_range().replace("\0", " ")
        place = _Places(page, layer, whole=layer.count_chars() == len(text))
        return with_paragraphs([place.line(m[0], m.start()) for m in _LINE.finditer(text) if not m[0].isspace()])
    finally:
        layer.close()


def is_blank(page: pdfium.PdfPage) -> bool:
    """Whether nothing at all is drawn on the page."""
    return bool(raw.FPDFPage_CountObjects(page) == 0)


def covered_by_images(page: pdfium.PdfPage) -> float:
    """The share of the page that images cover, at most 1; images upon each other count twice."""
    width, height = page.get_size()
    images = page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=_NESTED_FORMS)
    covered = sum(_area(one.get_bounds()) for one in images)
    return float(min(1.0, covered / max(width * height, 1.0)))


def _area(bounds: tuple[float, float, float, float]) -> float:
    left, bottom, right, top = bounds
    return max(right - left, 0.0) * max(top - bottom, 0.0)


class _Places:
    """Where the characters of a text layer stand on the page as it is shown: turned, and cut to its crop box."""

    def __init__(self, page: pdfium.PdfPage, layer: pdfium.PdfTextPage, *, whole: bool) -> None:
        """`whole`: the layer's text has all of its characters, so that both count alike."""
        self._layer, self._whole = layer, whole
        # A page has many lines: the calls below spare the wrappers of pypdfium2, which cost more than pdfium's answer.
        self._raw = layer.raw
        self._rect = raw.FS_RECTF()
        # The way from the page's own coordinates to those shown is linear: three points tell it.
        (self._x0, self._y0), (x1, y1), (x2, y2) = _shown_points(page, (0, 0), (_FAR, 0), (0, _FAR))
        self._across = ((x1 - self._x0) / _FAR, (x2 - self._x0) / _FAR)
        self._upright = x1 > self._x0 and y2 < self._y0
        self._down = ((y1 - self._y0) / _FAR, (y2 - self._y0) / _FAR)

    def line(self, text: str, start: int) -> PageLine:
        """The line of `text`, which begins at character `start` of the layer's text."""
        stripped = text.rstrip(_HYPHEN_OR_BLANK)
        shown = f"{stripped}-" if text[-1] == _HYPHEN else stripped
        first = start if self._whole else raw.FPDFText_GetCharIndexFromTextIndex(self._raw, start)
        # First and last character tell the box of a line, at a fraction of the cost of asking for all.
        box = self._around(first, first + len(stripped) - 1)
        if box is None:
            return PageLine(shown, None)
        if _may_be_a_row(stripped, box) and self._has_gap(first, len(stripped), box):
            shown = _BLANKS.sub(lambda blank: self._between(blank, first, box), shown)
        return PageLine(shown, box)

    def _has_gap(self, first: int, length: int, line: Box) -> bool:
        """Whether the pieces in which a line was drawn stand far apart."""
        count = raw.FPDFText_CountRects(self._raw, first, length)
        if count <= 1:
            return False
        left, top, right, bottom = edges = (c_double(), c_double(), c_double(), c_double())
        pieces = []
        for number in range(count):
            raw.FPDFText_GetRect(self._raw, number, *edges)
            pieces.append(self._shown(left.value, top.value, right.value, bottom.value))
        pieces.sort()
        return any(is_wide(one[2], two[0], line) for one, two in pairwise(pieces))

    def _between(self, blank: re.Match[str], first: int, line: Box) -> str:
        """What parts the characters on both sides of `blank`: cells of a table, or words."""
        before, after = first + blank.start() - 1, first + blank.end()
        left, right = self._around(before, before), self._around(after, after)
        return SEPARATOR if left and right and is_wide(left[2], right[0], line) else blank[0]

    def _around(self, first: int, last: int) -> Box | None:
        """The box that holds two characters, from the top to the bottom of their font."""
        rect = self._rect
        if first < 0 or not raw.FPDFText_GetLooseCharBox(self._raw, first, rect):
            return None
        left, top, right, bottom = rect.left, rect.top, rect.right, rect.bottom
        if not raw.FPDFText_GetLooseCharBox(self._raw, last, rect):
            return None
        return self._shown(min(left, rect.left), max(top, rect.top), max(right, rect.right), min(bottom, rect.bottom))

    def _shown(self, left: float, top: float, right: float, bottom: float) -> Box:
        if self._upright:
            return (self._x0 + left, self._y0 - top, self._x0 + right, self._y0 - bottom)
        (a, b), (c, d) = self._across, self._down
        x0, x1 = self._x0 + a * left + b * top, self._x0 + a * right + b * bottom
        y0, y1 = self._y0 + c * left + d * top, self._y0 + c * right + d * bottom
        return (min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))


def _may_be_a_row(text: str, box: Box) -> bool:
    """Whether a line has so few words or so much space that it can be the row of a table."""
    return text.count(" ") < _WORDS_OF_A_ROW or box[2] - box[0] > len(text) * (box[3] - box[1]) * _WIDTH_OF_PROSE


def _shown_points(page: pdfium.PdfPage, *points: tuple[float, float]) -> Iterator[tuple[float, float]]:
    """How far right of and below the upper left corner of the page as it is shown points of its own coordinates are."""
    width, height = page.get_size()
    size = (round(width * _UNITS), round(height * _UNITS))
    across, down = c_int(), c_int()
    for x, y in points:
        raw.FPDF_PageToDevice(page, 0, 0, *size, 0, x, y, byref(across), byref(down))
        yield across.value / _UNITS, down.value / _UNITS
