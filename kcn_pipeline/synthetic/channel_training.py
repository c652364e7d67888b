"""What an English recogniser makes of Vietnamese letters, counted anew on own pages: `make ocr-channel`.

Belongs here: the pages, their damages, reading them, the file of counts. Does not: pairing letters with readings
(`letter_alignment`) or what the counts are used for (`cleaning.readings`).
"""

from __future__ import annotations

import argparse
import json
import os
import random
import sys
import textwrap
import time
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

import yaml

from kcn_pipeline.reference.syllables import fold
from kcn_pipeline.synthetic.degrading import Degradation, degrade
from kcn_pipeline.synthetic.letter_alignment import ReadingsOfLetters, count_readings, word_pairs
from kcn_pipeline.synthetic.rendering import PageStyle, font_file, page_images

if TYPE_CHECKING:
    from PIL.Image import Image

Reader = Callable[["Image", int], str]

# Offices write in Times, whose shapes Tinos has; others stand for newspapers and web pages.
_FONTS: Final = {"Tinos-Regular": 5, "Tinos-Bold": 2, "Tinos-Italic": 2, "Arimo-Regular": 2, "Arimo-Bold": 1}
_SIZES_POINTS: Final = (12, 13, 14)
_RESOLUTIONS_DPI: Final = (150, 200, 300)
_PARAGRAPHS_A_PAGE: Final = 4
_DRAWN_WORDS_A_PAGE: Final = 150
_SHARE_IN_CAPITALS: Final = 0.08
# Readings rarer than these are chance.
_LEAST_NUMBER: Final = 2
_LEAST_SHARE: Final = 0.002
_WIDTH: Final = 112


def training_pages(corpus: Sequence[str], seed: int) -> Iterator[str]:
    """Texts of a page each, without end: paragraphs of the corpus, and words of it drawn so that rare letters are met.

    Errors: ValueError when no paragraph holds a letter.
    """
    by_letter: dict[str, list[str]] = defaultdict(list)
    for word in sorted({word for paragraph in corpus for word in paragraph.split() if word.isalpha()}):
        for letter in set(word):
            by_letter[letter].append(word)
    if not by_letter:
        raise ValueError("the corpus holds no word: name a folder of .txt files in Vietnamese")
    drawing, letters = random.Random(seed), sorted(by_letter)  # noqa: S311  # pages, no secrets
    while True:
        paragraphs = drawing.choices(corpus, k=_PARAGRAPHS_A_PAGE)
        words = [drawing.choice(by_letter[drawing.choice(letters)]) for _ in range(_DRAWN_WORDS_A_PAGE)]
        page = [*paragraphs, " ".join(words)]
        yield "\n".join(p.upper() if drawing.random() < _SHARE_IN_CAPITALS else p for p in page)


def any_degradation(drawing: random.Random) -> Degradation:
    """A page as good or bad as they come: one in six whole, the others scanned, shrunk, blurred or compressed."""
    if drawing.random() < 1 / 6:
        return Degradation()
    return Degradation(
        skew_degrees=drawing.uniform(-0.5, 0.5),
        scale=drawing.choice((1.0, 0.7, 0.6, 0.5)),
        blur_pixels=drawing.uniform(0.0, 1.0),
        contrast=drawing.uniform(0.5, 1.0),
        noise_levels=drawing.uniform(0.0, 14.0),
        jpeg_quality=drawing.choice((None, 45, 60, 80)),
    )


def read_pairs(texts: Iterator[str], reader: Reader, seconds: float, seed: int) -> Counter[tuple[str, str]]:
    """Words with what was read in their place, from as many of the texts as are set, degraded and read in the time."""
    drawing, pairs = random.Random(seed), Counter[tuple[str, str]]()  # noqa: S311  # as above
    end = time.monotonic() + seconds
    for number, text in enumerate(texts):
        dpi = drawing.choice(_RESOLUTIONS_DPI)
        font = font_file(drawing.choices([*_FONTS], [*_FONTS.values()])[0])
        style = PageStyle(font, drawing.choice(_SIZES_POINTS), dpi)
        degradation = any_degradation(drawing)
        pages = page_images(text, style)
        read = "\n".join(reader(degrade(page, degradation, seed + number), dpi) for page in pages)
        pairs.update(word_pairs(text, read))
        if time.monotonic() > end:
            break
    return pairs


def as_yaml(counted: ReadingsOfLetters, source: str) -> str:
    """The rows of `confusions.yaml`, without its heading: small letters, then capitals, frequent readings first."""
    rows = []
    for letter in sorted(filter(str.isalpha, counted), key=lambda c: (c.isupper(), fold(c).lower(), c)):
        readings = counted[letter]
        least = max(_LEAST_NUMBER, _LEAST_SHARE * readings.total())
        kept = {piece: n for piece, n in readings.most_common() if n >= least}
        if not kept:
            continue
        body = ", ".join(f"{_quoted(piece)}: {n}" for piece, n in kept.items())
        wrapped = textwrap.fill(
            f"{{{body}}}", _WIDTH, subsequent_indent=" " * 5, break_long_words=False, break_on_hyphens=False
        )
        rows.append(f"- letter: {_quoted(letter)}\n  read_as:\n    {wrapped}\n  source: {source}\n")
    return "\n".join(rows)


def add_counts(counted: ReadingsOfLetters, rows: str) -> None:
    """Adds the counts of `rows`, in the form that `as_yaml` gives, to `counted`."""
    for row in yaml.safe_load(rows):
        counted.setdefault(row["letter"], Counter()).update(row["read_as"])


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def english_reader(folder: Path) -> tuple[Reader, str]:
    """What reads an image of so many pixels an inch with Tesseract's English data in `folder`, and its name.

    Errors: RuntimeError when the data are not there.
    """
    # Read when the library is loaded; more threads gain nothing on one page.
    os.environ.setdefault("OMP_THREAD_LIMIT", "1")
    import tesserocr  # noqa: PLC0415

    engine = tesserocr.PyTessBaseAPI(path=str(folder), lang="eng")

    def read(image: Image, dpi: int) -> str:
        engine.SetImage(image)
        engine.SetSourceResolution(dpi)
        return str(engine.GetUTF8Text())

    return read, f"Tesseract {tesserocr.tesseract_version().split()[1]}, English"


def main(arguments: Sequence[str] | None = None) -> None:
    """Write the counts below the heading that the file already has."""
    parser = argparse.ArgumentParser(description="Count anew what an English recogniser makes of Vietnamese letters.")
    parser.add_argument("corpus", type=Path, help="folder of .txt files")
    parser.add_argument("output", type=Path, help="confusions.yaml; its heading is kept")
    parser.add_argument("--seconds", type=float, default=240.0, help="how long to read pages")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--add", action="store_true", help="add to the counts of the file; take another seed then")
    parser.add_argument("--tessdata", type=Path, default=Path("/usr/share/tesseract-ocr/5/tessdata"))
    told = parser.parse_args(arguments)
    corpus = [line for path in sorted(told.corpus.glob("*.txt")) for line in _lines(path)]
    reader, name = english_reader(told.tessdata)
    pairs = read_pairs(training_pages(corpus, told.seed), reader, told.seconds, told.seed)
    heading = told.output.read_text(encoding="utf-8").partition("\n\n")[0] if told.output.exists() else ""
    counted = count_readings(pairs)
    if told.add:
        add_counts(counted, told.output.read_text(encoding="utf-8"))
    rows = as_yaml(counted, f"own pages read by {name}")
    told.output.write_text(f"{heading}\n\n{rows}".lstrip("\n"), encoding="utf-8")
    sys.stdout.write(f"{told.output}: {pairs.total():,} words, {len(pairs):,} of them different\n")


def _lines(path: Path) -> Iterator[str]:
    text = unicodedata.normalize("NFC", path.read_text(encoding="utf-8"))
    yield from (line for line in text.splitlines() if line.strip())


if __name__ == "__main__":
    main()
