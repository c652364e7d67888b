"""Lines that only the width of a page ended, read on as one: mail, PDF and page readers break lines when full.

Belongs here: where a page's lines end, and the text without those ends, as long as before. Does not: where sentences
and paragraphs end (`sentences`), or the rows of tables, which have left the text before.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from statistics import median
from typing import Final

_LINE: Final = re.compile(r"[^\n]+")
_BREAK: Final = re.compile(r"\n")
_FIRST_WORD: Final = re.compile(r"\s*(\S+)")
_BULLET: Final = re.compile(
    r"\s*(?:[-+*•–—▪➢>|]|(?:\d{1,2}(?:\.\d{1,2})*[.)/;]|[^\W\d_][.)/]|[IVX]+[.)/]|\(\d{1,2}\))\s)"
)
_STOPS: Final = tuple(".!?…:;")
_CLOSING: Final = "'\"”’)"
# In print of letters of many widths, lines of one column differ by about as much.
_AS_WIDE: Final = 0.9
_WIDEST: Final = 130
_NARROWEST: Final = 35
_LEAST_LINES: Final = 2
_LEAST_SHARE: Final = 0.25

_Line = re.Match[str]


def unwrapped(text: str) -> str:
    """The text with a blank for each line break that its width alone explains; offsets stay as they are.

    A text whose lines do not end so comes back as it is.
    """
    if "\n" not in text:
        return text
    lines = [line for line in _LINE.finditer(text) if not line[0].isspace()]
    width = _width(text, lines)
    if width is None:
        return text
    marked = "\n\n" in text
    letters = list(text)
    within = False
    for before, line in pairwise(lines):
        within = _goes_on(text, before, line, width, marked=marked, within=within)
        if within:
            for place in _BREAK.finditer(text, before.end(), line.start()):
                letters[place.start()] = " "
    return "".join(letters)


def _width(text: str, lines: Sequence[_Line]) -> float | None:
    """How long lines become before they break; None where nothing says that they are broken."""
    following = [
        (one, two) for one, two in pairwise(lines) if _are_narrow(one, two) and _are_neighbours(text, one, two)
    ]
    parted = [
        _room(before, line) for before, line in following if _first(line).islower() and not _BULLET.match(line[0])
    ]
    # Beside the lines of a page may stand rows of tables, which have become sentences.
    if sum(len(line[0]) > _WIDEST for line in lines) > len(parted):
        return None
    if len(parted) < _LEAST_LINES:
        return None
    width = median(parted)
    full = sum(_room(before, line) >= _AS_WIDE * width for before, line in following)
    return width if width >= _NARROWEST and len(parted) >= _LEAST_SHARE * full else None


def _goes_on(text: str, before: _Line, line: _Line, width: float, *, marked: bool, within: bool) -> bool:
    """Whether the first word of a line had no room in the one before it.

    marked: blank lines part paragraphs; within: the line before goes on with the one before that.
    """
    if not _are_narrow(before, line) or _room(before, line) < _AS_WIDE * width or _BULLET.match(line[0]):
        return False
    stopped = before[0].rstrip().rstrip(_CLOSING).endswith(_STOPS)
    if _are_neighbours(text, before, line):
        return marked or not stopped
    return not stopped and (within or _is_torn(before[0], line[0]))


def _is_torn(before: str, line: str) -> bool:
    """Whether a page reader has set a blank line into a sentence: before a small letter, or a word and its number."""
    last, first = before.rsplit(maxsplit=1)[-1], line.lstrip()[0]
    return first.islower() or (first.isdecimal() and last.isalpha() and last.islower())


def _are_neighbours(text: str, before: _Line, line: _Line) -> bool:
    return text.count("\n", before.end(), line.start()) == 1


def _are_narrow(before: _Line, line: _Line) -> bool:
    return max(len(before[0]), len(line[0])) <= _WIDEST


def _room(before: _Line, line: _Line) -> int:
    """How long the line would be with the first word of the next."""
    return len(before[0].rstrip()) + 1 + len(_first(line))


def _first(line: _Line) -> str:
    found = _FIRST_WORD.match(line[0])
    return found[1] if found else ""
