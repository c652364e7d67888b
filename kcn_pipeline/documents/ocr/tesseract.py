"""Tesseract, kept alive: the lines and words it sees in one image.

Belongs here: finding the program's data, one call of it. Does not: choosing size and turn of the image or among several
readings (`ocr`).
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Final

from kcn_pipeline.documents.ocr.page_texts import Box, around, is_wide
from kcn_pipeline.documents.ocr.tabular import SEPARATOR
from kcn_pipeline.documents.problems import UnreadableDocument
from kcn_pipeline.reference.loading import DATA

if TYPE_CHECKING:
    from PIL.Image import Image
    from tesserocr import PyTessBaseAPI


# 99% of the words of Vietnamese pages came out right with the Vietnamese data, 16% with the English; both together did
# worse than the Vietnamese alone.
_LANGUAGE: Final = "vie"
RECOGNISER_WORDS_FILE: Final = DATA / "recogniser_words.txt"
"""The forms of `abbreviations.yaml`, one a line: Tesseract takes them from a file only, and a worker may write none."""
_DATA: Final = f"{_LANGUAGE}.traineddata"
_FOLDERS_VARIABLE: Final = "TESSDATA_PREFIX"
_SYSTEM_FOLDERS: Final = ("/usr/share/tesseract-ocr/*/tessdata", "/usr/share/tessdata", "/usr/local/share/tessdata")
_POINTS_AN_INCH: Final = 72
_CURE: Final = "install it, on Debian with 'apt-get install tesseract-ocr tesseract-ocr-vie'"


@dataclass(frozen=True, slots=True)
class Word:
    """A word as it was read; `box` in points from the upper left corner of the image, `confidence` 0 to 100."""

    text: str
    box: Box
    confidence: float


@dataclass(frozen=True, slots=True)
class TextLine:
    """The words of one line from left to right; `slope` is how far it sinks for each step to the right."""

    words: tuple[Word, ...]
    begins_paragraph: bool
    slope: float = 0.0

    @property
    def text(self) -> str:
        """The words with a blank between, or " | " where they stand as far apart as the cells of a table."""
        box, text = self.box, self.words[0].text
        for one, two in pairwise(self.words):
            text += (SEPARATOR if is_wide(one.box[2], two.box[0], box) else " ") + two.text
        return text

    @property
    def box(self) -> Box:
        """The box around all words."""
        return around(word.box for word in self.words)


def recognised_lines(image: Image, dpi: float) -> tuple[TextLine, ...]:
    """The lines that Tesseract sees in `image`, of `dpi` pixels an inch, from top to bottom.

    Errors: UnreadableDocument when the library or its Vietnamese data are missing.
    """
    engine = _engine()
    from tesserocr import RIL, iterate_level  # noqa: PLC0415

    engine.SetImage(image)
    engine.SetSourceResolution(round(dpi))
    engine.Recognize()
    lines: list[list[Word]] = []
    heads: list[tuple[bool, float]] = []
    iterator = engine.GetIterator()
    for at in iterate_level(iterator, RIL.WORD) if iterator else ():
        # An image without any text has one word, and asking for its text is an error.
        if at.Empty(RIL.WORD) or not (text := at.GetUTF8Text(RIL.WORD).strip()):
            continue
        if at.IsAtBeginningOf(RIL.TEXTLINE) or not lines:
            lines.append([])
            heads.append((at.IsAtBeginningOf(RIL.PARA), _slope(at.Baseline(RIL.TEXTLINE))))
        left, top, right, bottom = (pixels * _POINTS_AN_INCH / dpi for pixels in at.BoundingBox(RIL.WORD))
        lines[-1].append(Word(text, (left, top, right, bottom), at.Confidence(RIL.WORD)))
    engine.Clear()
    return tuple(TextLine(tuple(words), *head) for words, head in zip(lines, heads, strict=True))


def _slope(baseline: tuple[tuple[int, int], tuple[int, int]] | None) -> float:
    (x1, y1), (x2, y2) = baseline or ((0, 0), (0, 0))
    return (y2 - y1) / (x2 - x1) if x2 > x1 else 0.0


@cache
def _engine() -> PyTessBaseAPI:
    """Loading the data takes as long as reading half a page, so a process does it once."""
    # Two threads gain nothing on one page, and other processes want the cores. Read when the library is loaded.
    os.environ.setdefault("OMP_THREAD_LIMIT", "1")
    try:
        from tesserocr import PSM, PyTessBaseAPI  # noqa: PLC0415
    except ImportError as error:
        raise UnreadableDocument("Tesseract, which reads scanned pages, is not installed", _CURE) from error
    # Words its dictionary lacks: without them FDI came out as EDI on one page in three.
    words = {"user_words_file": str(RECOGNISER_WORDS_FILE)}
    engine = PyTessBaseAPI(path=f"{data_folder()}/", lang=_LANGUAGE, variables=words)
    # Of the modes this one alone keeps the rows of a table whole: the automatic one takes its columns for columns of
    # text (4% of the words of pages with a table were lost or out of order, against 2%), a single block loses tables.
    engine.SetPageSegMode(PSM.SINGLE_COLUMN)
    engine.SetVariable("debug_file", os.devnull)
    return engine


def data_folder() -> Path:
    """Where the Vietnamese data lie. Errors: UnreadableDocument, with the cure, where they are missing."""
    for folder in _possible_folders():
        if (folder / _DATA).is_file():
            return folder
    raise UnreadableDocument("the Vietnamese data of Tesseract, which reads scanned pages, are missing", _CURE)


def _possible_folders() -> Iterator[Path]:
    if told := os.environ.get(_FOLDERS_VARIABLE):
        yield from (Path(told), Path(told, "tessdata"))
    for pattern in _SYSTEM_FOLDERS:
        yield from sorted(Path("/").glob(pattern.lstrip("/")), reverse=True)
