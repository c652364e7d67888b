"""Reading the image of a page: turned upright, at the size Tesseract reads best, several times over.

Belongs here: how a page image is prepared and read. Does not: Tesseract itself (`tesseract`), voting (`ocr.agreement`),
taking images out of files (`pdf`, `images`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import atan, degrees, sqrt
from statistics import fmean, median
from typing import TYPE_CHECKING, Final

from kcn_pipeline.documents.ocr.agreement import agreed
from kcn_pipeline.documents.ocr.page_texts import PageLine
from kcn_pipeline.documents.ocr.tesseract import TextLine, recognised_lines
from kcn_pipeline.documents.ocr.turning import QUARTER_TURNS, Turning
from kcn_pipeline.documents.problems import UnreadableDocument
from kcn_pipeline.settings import limits

if TYPE_CHECKING:
    from PIL.Image import Image


@dataclass(frozen=True, slots=True)
class Preparation:
    """What is done to an image before one reading."""

    dpi: int
    blur_pixels: float = 0.0
    sharpened: bool = False


_POINTS_AN_INCH: Final = 72
# Three readings that err in different places. On pages of 150 to 300 dpi with blur, noise, JPEG and skew, of 620
# figures (prose and rows of tables) single readings had 4 to 16 wrong, and these three by vote 1.
_FIRST: Final = Preparation(dpi=300, blur_pixels=1)
_OTHERS: Final = (Preparation(dpi=400), Preparation(dpi=225, sharpened=True))
_SHARPENING: Final = (3, 150, 2)  # radius in pixels, percent, least difference of grey
# Mean confidence of upright pages, even bad ones, was 94 and more, on their side or head 47 and less.
_UPRIGHT_CONFIDENCE: Final = 70
# Degrees. Tesseract follows lines that are less askew by itself, and from 2 on takes one line for several.
_LEAST_SKEW: Final = 0.7
_WORDS_FOR_SLOPE: Final = 3


@dataclass(frozen=True, slots=True)
class PageReading:
    """What was read in the image of one page, with a line without text before each paragraph but the first.

    Boxes are in points from the upper left corner of the image as it was given. `confidence` is the mean over words,
    0 to 100; `decisions` says what had to be chosen.
    """

    lines: tuple[PageLine, ...]
    confidence: float
    decisions: tuple[str, ...]


def read_page(image: Image, dpi: float) -> PageReading:
    """The text of the image of a page, of `dpi` pixels an inch.

    Errors: UnreadableDocument when Tesseract or its Vietnamese data are missing.
    """
    grey = image.convert("L")
    turning, upright, first = _upright(grey, dpi)
    lines, doubts = agreed([first, *(_reading(upright, dpi, other) for other in _OTHERS)])
    decisions = [f"it was turned by {turning.quarters} degrees"] if turning.quarters else []
    decisions += [f"the figure {d.kept} may also be {' or '.join(d.others)}" for d in doubts]
    size = (grey.width * _POINTS_AN_INCH / dpi, grey.height * _POINTS_AN_INCH / dpi)
    return PageReading(tuple(_page_lines(lines, turning, size)), _confidence(lines), tuple(decisions))


def require_few_scans(pages: int) -> None:
    """Errors: UnreadableDocument for more pages than may be read from their image."""
    if pages > limits().scanned_pages:
        reason = f"the file has {pages:,} scanned pages, more than the limit of {limits().scanned_pages:,}"
        raise UnreadableDocument(reason, "take the report alone out of it, or raise KCN_LIMIT_SCANNED_PAGES")


def _upright(image: Image, dpi: float) -> tuple[Turning, Image, Sequence[TextLine]]:
    """How the page is to be turned, the page so turned, and its first reading."""
    turning, turned, reading = _on_its_feet(image, dpi)
    skew = _skew(reading)
    if abs(skew) < _LEAST_SKEW:
        return turning, turned, reading
    turning = Turning(turning.quarters, skew)
    straight = turning.turned(image)
    return turning, straight, _reading(straight, dpi, _FIRST)


def _on_its_feet(image: Image, dpi: float) -> tuple[Turning, Image, Sequence[TextLine]]:
    best = (Turning(), image, _reading(image, dpi, _FIRST))
    if _confidence(best[2]) >= _UPRIGHT_CONFIDENCE:
        return best
    for quarters in QUARTER_TURNS:
        turned = Turning(quarters).turned(image)
        reading = _reading(turned, dpi, _FIRST)
        if _confidence(reading) > max(_confidence(best[2]), _UPRIGHT_CONFIDENCE):
            best = (Turning(quarters), turned, reading)
    return best


def _skew(lines: Sequence[TextLine]) -> float:
    """By how many degrees the lines run downhill. Those of few words tell it badly."""
    return degrees(atan(median([line.slope for line in lines if len(line.words) >= _WORDS_FOR_SLOPE] or [0.0])))


def _reading(image: Image, dpi: float, preparation: Preparation) -> tuple[TextLine, ...]:
    from PIL.Image import Resampling  # noqa: PLC0415
    from PIL.ImageFilter import GaussianBlur, UnsharpMask  # noqa: PLC0415

    most = sqrt(limits().image_pixels / (image.width * image.height))
    scale = min(preparation.dpi / dpi, most)
    size = (max(1, round(image.width * scale)), max(1, round(image.height * scale)))
    prepared = image if size == image.size else image.resize(size, Resampling.LANCZOS)
    if preparation.sharpened:
        prepared = prepared.filter(UnsharpMask(*_SHARPENING))
    if preparation.blur_pixels:
        prepared = prepared.filter(GaussianBlur(preparation.blur_pixels))
    return recognised_lines(prepared, dpi * scale)


def _confidence(lines: Sequence[TextLine]) -> float:
    return fmean([word.confidence for line in lines for word in line.words] or [0.0])


def _page_lines(lines: Sequence[TextLine], turning: Turning, size: tuple[float, float]) -> list[PageLine]:
    found: list[PageLine] = []
    for line in lines:
        if line.begins_paragraph and found:
            found.append(PageLine("", None))
        found.append(PageLine(line.text, turning.undone(line.box, *size)))
    return found
