"""Text set in type: page images as a clean scanner would give them.

Belongs here: fonts, wrapping, paragraphs and simple tables on A4. Does not: making the pages worse (`degrading`)
or any wording.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Final

from PIL import Image, ImageDraw, ImageFont

CELL_SEPARATOR: Final = " | "

# Where fontconfig looks for the fonts of the system and of the user.
_FONT_FOLDERS: Final = ("/usr/share/fonts", "/usr/local/share/fonts", "~/.local/share/fonts", "~/.fonts")
_A4_INCHES: Final = (8.27, 11.69)
_POINTS_AN_INCH: Final = 72
_PAPER, _INK = 255, 0
# No font has a letter here, so what is drawn is the font's sign for a missing one.
_NO_LETTER: Final = "\U0010ffff"


class MissingFont(LookupError):
    """A font that is not installed."""


class MissingLetters(ValueError):
    """A text that a font cannot draw."""


@dataclass(frozen=True, slots=True)
class PageStyle:
    """How a page is set: the file of the font, its size, the resolution, margins on all sides.

    `leading` is the distance of two baselines as a multiple of the size; half of it parts paragraphs.
    """

    font: Path
    size_points: float = 13
    dpi: int = 200
    margin_inches: float = 1.0
    leading: float = 1.4

    def pixels(self, points: float) -> int:
        """A length in points (1/72 inch) at this resolution."""
        return round(points * self.dpi / _POINTS_AN_INCH)


def font_file(name: str) -> Path:
    """The file of an installed font, as `Tinos-Regular`. Errors: MissingFont."""
    for folder in _FONT_FOLDERS:
        found = sorted(Path(folder).expanduser().rglob(f"{name}.[ot]tf"))
        if found:
            return found[0]
    raise MissingFont(f"the font {name} is not installed (Tinos, Arimo and Cousine: apt-get install fonts-croscore)")


def missing_letters(font: Path, text: str) -> str:
    """The characters of `text` that `font` has no shape for, each once, in order; blanks need none."""
    face = ImageFont.truetype(font, 40, layout_engine=ImageFont.Layout.BASIC)
    nothing = _shape(face, _NO_LETTER)
    return "".join(c for c in sorted(set(text)) if not c.isspace() and _shape(face, c) == nothing)


def page_images(text: str, style: PageStyle) -> list[Image.Image]:
    """`text` on as many A4 pages as it needs, in shades of grey.

    A line of `text` is a paragraph; neighbouring lines with " | " are the rows of a ruled table. Errors:
    MissingLetters, naming the font and what it lacks (the Liberation fonts lack most Vietnamese letters).
    """
    composed = unicodedata.normalize("NFC", text)
    if lacking := missing_letters(style.font, composed):
        raise MissingLetters(f"{style.font.name} has no shape for {lacking}; use a font such as Tinos-Regular")
    sheets = _Sheets(style)
    for block in _blocks(composed):
        if isinstance(block, str):
            sheets.write_paragraph(block)
        else:
            sheets.write_table(block)
    return sheets.images


def _shape(face: ImageFont.FreeTypeFont, character: str) -> tuple[tuple[int, int], bytes]:
    mask = face.getmask(character)
    return mask.size, bytes(mask)


def _blocks(text: str) -> Iterator[str | list[list[str]]]:
    """Paragraphs, and tables as rows of cells, in order; empty lines part blocks."""
    rows: list[list[str]] = []
    for line in text.splitlines():
        if CELL_SEPARATOR in line:
            rows.append([cell.strip() for cell in line.split(CELL_SEPARATOR)])
            continue
        if rows:
            yield rows
            rows = []
        if line.strip():
            yield line
    if rows:
        yield rows


class _Sheets:
    """Pages that fill from top to bottom."""

    def __init__(self, style: PageStyle) -> None:
        self.images: list[Image.Image] = []
        self._face = _face(style.font, style.pixels(style.size_points))
        self._line = style.pixels(style.size_points * style.leading)
        self._width, self._height = (round(inches * style.dpi) for inches in _A4_INCHES)
        self._margin = round(style.margin_inches * style.dpi)
        self._next_page()

    def write_paragraph(self, text: str) -> None:
        for line in self._wrapped(text, self._width - 2 * self._margin):
            self._make_room(self._line)
            self._draw.text((self._margin, self._top), line, _INK, self._face)
            self._top += self._line
        self._top += self._line // 2

    def write_table(self, rows: Sequence[Sequence[str]]) -> None:
        widths = self._column_widths(rows)
        padding = self._line // 4
        for row in rows:
            cells = [self._wrapped(cell, width - 2 * padding) for cell, width in zip(row, widths, strict=False)]
            height = max(map(len, cells)) * self._line + 2 * padding
            self._make_room(height)
            left = self._margin
            for lines, width in zip(cells, widths, strict=False):
                self._draw.rectangle((left, self._top, left + width, self._top + height), outline=_INK)
                for number, line in enumerate(lines):
                    place = (left + padding, self._top + padding + number * self._line)
                    self._draw.text(place, line, _INK, self._face)
                left += width
            self._top += height
        self._top += self._line

    def _column_widths(self, rows: Sequence[Sequence[str]]) -> list[int]:
        """Widths in pixels that fill the line, in proportion to the widest cell of each column."""
        columns = max(map(len, rows))
        widest = [max(self._face.getlength(r[i]) for r in rows if i < len(r)) + self._line for i in range(columns)]
        return [int(width * (self._width - 2 * self._margin) / sum(widest)) for width in widest]

    def _wrapped(self, text: str, width: int) -> list[str]:
        lines: list[str] = []
        for word in text.split():
            longer = f"{lines[-1]} {word}" if lines else word
            if lines and self._face.getlength(longer) <= width:
                lines[-1] = longer
            else:
                lines.append(word)
        return lines or [""]

    def _make_room(self, height: int) -> None:
        if self._top + height > self._height - self._margin and self._top > self._margin:
            self._next_page()

    def _next_page(self) -> None:
        self.images.append(Image.new("L", (self._width, self._height), _PAPER))
        self._draw = ImageDraw.Draw(self.images[-1])
        self._top = self._margin


@lru_cache(maxsize=32)
def _face(font: Path, pixels: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(font, pixels, layout_engine=ImageFont.Layout.BASIC)
