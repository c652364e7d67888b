"""What several readings of one page agree on.

Belongs here: matching the words of readings by their boxes, voting. Does not: making readings (`tesseract`, `ocr`),
which reading a wording asks for (`ocr.wordings`).

Of a hundred figures one reading drops a decimal comma or takes 7 for /; a reading of the same page in another size errs
elsewhere.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from statistics import fmean
from typing import Final

from kcn_pipeline.documents.ocr.page_texts import Box, around
from kcn_pipeline.documents.ocr.tesseract import TextLine, Word
from kcn_pipeline.documents.ocr.wordings import likeliest

# Shares of the smaller of two heights or widths.
_ON_ONE_ROW: Final = 0.6
_SAME_WORD: Final = 0.3
_FIGURE: Final = re.compile(r"[(]?\d[\d.,/%–-]*[);:]*")


@dataclass(frozen=True, slots=True)
class Doubt:
    """A figure of which every reading says something else: the one kept, and the others."""

    kept: str
    others: tuple[str, ...]


def agreed(readings: Sequence[Sequence[TextLine]]) -> tuple[tuple[TextLine, ...], tuple[Doubt, ...]]:
    """The lines of the first reading, each word as most readings have it, and the figures on which none agree."""
    first, *others = ([*_rows(lines)] for lines in readings)
    lines, doubts = [], []
    for row in first:
        versions = [row, *(twin for other in others if (twin := _same_row(row, other)) is not None)]
        words, doubted = _voted([version.words for version in versions])
        doubts += doubted
        if words:
            lines.append(replace(row, words=tuple(words)))
    return tuple(lines), tuple(doubts)


def _rows(lines: Sequence[TextLine]) -> list[TextLine]:
    """The lines, where those that stand beside each other (cells of a table, a letterhead) are one."""
    rows: list[TextLine] = []
    for line in lines:
        if rows and _shared(rows[-1].box, line.box, 1) >= _ON_ONE_ROW and _shared(rows[-1].box, line.box, 0) <= 0:
            words = sorted((*rows[-1].words, *line.words), key=lambda word: word.box[0])
            rows[-1] = replace(rows[-1], words=tuple(words))
        else:
            rows.append(line)
    return rows


def _same_row(row: TextLine, rows: Sequence[TextLine]) -> TextLine | None:
    best = max(rows, key=lambda other: _shared(row.box, other.box, 1), default=None)
    return best if best is not None and _shared(row.box, best.box, 1) >= _ON_ONE_ROW else None


def _shared(one: Box, other: Box, axis: int) -> float:
    """How much two boxes overlap across (0) or down (1), as a share of the smaller; negative when they are apart."""
    common = min(one[axis + 2], other[axis + 2]) - max(one[axis], other[axis])
    return common / max(min(one[axis + 2] - one[axis], other[axis + 2] - other[axis]), 1e-6)


def _voted(versions: Sequence[Sequence[Word]]) -> tuple[list[Word], list[Doubt]]:
    """The words of one row that most versions have, and the figures without a majority."""
    words, readings, doubts = [], [], []
    for group in _groups(versions):
        candidates = [_joined(own) for number in range(len(versions)) if (own := [w for n, w in group if n == number])]
        text, votes = Counter(word.text for word in candidates).most_common(1)[0]
        if len(versions) - len(candidates) > max(votes, 1):
            continue
        chosen = max((w for w in candidates if w.text == text or votes == 1), key=_likelihood)
        words.append(chosen)
        others = tuple(dict.fromkeys(word.text for word in candidates if word.text != chosen.text))
        readings.append((chosen.text, *others))
        if votes == 1 and others and any(c.isdigit() for c in chosen.text):
            doubts.append(Doubt(chosen.text, others))
    return _in_their_wordings(words, readings), doubts


def _in_their_wordings(words: Sequence[Word], readings: Sequence[Sequence[str]]) -> list[Word]:
    """The words of one row, each as it is likeliest beside those before and after it."""
    settled: list[Word] = []
    for number, word in enumerate(words):
        before = settled[-1].text if settled else ""
        after = words[number + 1].text if number + 1 < len(words) else ""
        settled.append(replace(word, text=likeliest(before, readings[number], after)))
    return settled


def _likelihood(word: Word) -> tuple[bool, float]:
    # Strokes are taken for letters (24I2I2010) more often than letters for strokes.
    return _FIGURE.fullmatch(word.text) is not None, word.confidence


def _groups(versions: Sequence[Sequence[Word]]) -> list[list[tuple[int, Word]]]:
    """The words of all versions from left to right, one place together, each with its version's number."""
    numbered = ((number, word) for number, version in enumerate(versions) for word in version)
    groups: list[list[tuple[int, Word]]] = []
    reached: Box | None = None
    for number, word in sorted(numbered, key=lambda one: one[1].box[0]):
        if reached is not None and _shared(reached, word.box, 0) > _SAME_WORD:
            groups[-1].append((number, word))
            reached = around((reached, word.box))
        else:
            groups.append([(number, word)])
            reached = word.box
    return groups


def _joined(words: Sequence[Word]) -> Word:
    text = " ".join(word.text for word in words)
    return Word(text, around(word.box for word in words), fmean(word.confidence for word in words))
