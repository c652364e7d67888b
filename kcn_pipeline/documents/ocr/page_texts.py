"""Pages of lines made one decoded text with its places.

Belongs here: how pages and lines are parted. Does not: reading them (`pdf`, `ocr`).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from kcn_pipeline.documents.document import Place

Box = tuple[float, float, float, float]
"""Left, top, right, bottom in points (1/72 inch) from the upper left corner of the page."""

# A paragraph may run on over the page: to whoever looks for blank lines this is a mere line break.
PAGE_BREAK: Final = "\n\f"
# Blanks of justified text are seldom wider than half a line is high, gaps between columns seldom narrower than a line.
_CELL_GAP: Final = 0.9
# Feet of lines differ by the depth of g and y: a fifth of a step.
_PARAGRAPH_STEP: Final = 1.3


class PageLine(NamedTuple):
    """A line of a page; `box` in points from the upper left corner of the page, None where it is not known."""

    text: str
    box: Box | None


_PARAGRAPH: Final = PageLine("", None)


def around(boxes: Iterable[Box]) -> Box:
    """The smallest box that holds them all."""
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return (min(lefts), min(tops), max(rights), max(bottoms))


def is_wide(right: float, left: float, line: Box) -> bool:
    """Whether from `right` to `left` is too far for a blank between words of `line`: so stand the cells of tables."""
    return left - right > _CELL_GAP * (line[3] - line[1])


def with_paragraphs(lines: Sequence[PageLine]) -> list[PageLine]:
    """The lines, and an empty one wherever the next stands further below than lines of the page usually do."""
    feet = [line.box[3] if line.box else None for line in lines]
    steps = [lower - upper if upper and lower else 0.0 for upper, lower in pairwise(feet)]
    below = sorted(step for step in steps if step > 0)
    # Half the lines of a page of short paragraphs may begin one.
    widest = below[len(below) // 4] * _PARAGRAPH_STEP if below else 0.0
    parted = list(lines[:1])
    for step, line in zip(steps, lines[1:], strict=True):
        if step > widest:
            parted.append(_PARAGRAPH)
        parted.append(line)
    return parted


def joined(pages: Iterable[Sequence[PageLine]]) -> tuple[str, tuple[Place, ...]]:
    """The lines of all pages as one text, and where each stands; a page without text has an empty place."""
    texts: list[str] = []
    places: list[Place] = []
    start = 0
    for number, lines in enumerate(pages, 1):
        page = "\n".join(line.text for line in lines)
        places += _places(lines, start, number) or [Place(start, start, number)]
        texts.append(page)
        start += len(page) + len(PAGE_BREAK)
    return PAGE_BREAK.join(texts), tuple(places)


def _places(lines: Sequence[PageLine], start: int, page: int) -> list[Place]:
    places = []
    for line in lines:
        end = start + len(line.text)
        if line.text:
            places.append(Place(start, end, page, line.box))
        start = end + 1
    return places
