"""The annotated texts under each damage that documents come with.

Belongs here: which damages, on which pages they are read wrongly, and the way back to the whole text. Does not: how a
text is damaged (`kcn_pipeline.synthetic`), or what is measured on it (`restoration`, `damaged_accuracy`).
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Final

from rapidfuzz.distance import Levenshtein

from benchmarks.corpora import REPOSITORY, composed
from kcn_pipeline.synthetic.channel_training import english_reader
from kcn_pipeline.synthetic.damages import read_in_english, with_dropped_letters, with_letters_apart, without_marks
from kcn_pipeline.synthetic.degrading import Degradation
from kcn_pipeline.synthetic.rendering import MissingFont, PageStyle, font_file

STYLES: Final = REPOSITORY / "kcn_pipeline_tests" / "golden" / "styles"
TESSERACT_DATA: Final = Path("/usr/share/tesseract-ocr")

_FONTS: Final = ("Tinos-Regular", "Arimo-Regular")
_DEGRADATIONS: Final = (
    Degradation(),
    Degradation(blur_pixels=0.8, noise_levels=8, jpeg_quality=60),
    Degradation(skew_degrees=0.4, scale=0.6, blur_pixels=0.5, noise_levels=6),
    Degradation(scale=0.5, contrast=0.6, noise_levels=14, jpeg_quality=45),
)
_BY_RULE: Final[Mapping[str, Callable[[str], str]]] = {
    "none": str,
    "dropped": with_dropped_letters,
    "stripped": without_marks,
    "apart": with_letters_apart,
}


@cache
def whole_texts(split: str) -> tuple[str, ...]:
    """NFC texts of a split of the composed documents, or of `other_styles`."""
    if split == "other_styles":
        texts = [path.read_text(encoding="utf-8") for path in sorted(STYLES.glob("*.txt"))]
    else:
        texts = [one.document.text for one in composed() if one.split == split]
    return tuple(unicodedata.normalize("NFC", text) for text in texts)


@cache
def damaged_texts(split: str) -> dict[str, tuple[str, ...]]:
    """The texts under each damage; without `misread` where Tesseract's English data or a font is missing."""
    whole = whole_texts(split)
    damaged = {name: tuple(map(damage, whole)) for name, damage in _BY_RULE.items()}
    misread = tuple(_misread(whole))
    return damaged | ({"misread": misread} if misread else {})


def _misread(texts: Sequence[str]) -> Iterator[str]:
    data = sorted(TESSERACT_DATA.glob("*/tessdata/eng.traineddata"))
    try:
        fonts = [font_file(name) for name in _FONTS]
    except MissingFont:
        return
    if not data:
        return
    reader, _ = english_reader(data[-1].parent)
    for number, text in enumerate(texts):
        style = PageStyle(fonts[number % len(fonts)])
        degradation = _DEGRADATIONS[number % len(_DEGRADATIONS)]
        yield read_in_english(_printable(text), reader, style, degradation, seed=number)


def _printable(text: str) -> str:
    """The text without the pictures that screens show and no font of print has; no word is one."""
    return "".join(one for one in text if unicodedata.category(one) != "So")


class WayBack:
    """Offsets of a damaged text as those of the whole one, by the shortest edit between them."""

    def __init__(self, damaged: str, whole: str) -> None:
        self._steps = list(Levenshtein.opcodes(damaged, whole))
        self._starts = [step.src_start for step in self._steps]

    def start(self, offset: int) -> int:
        """Where in the whole text the character at `offset` came from."""
        step = self._steps[bisect_right(self._starts, offset) - 1]
        return min(step.dest_start + offset - step.src_start, step.dest_end)

    def end(self, offset: int) -> int:
        """Where in the whole text what ends before `offset` ends."""
        return self.start(offset - 1) + 1
