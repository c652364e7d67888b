"""How often a syllable is written with a capital within a sentence: names and offices are, most words are not.

Belongs here: counting that in prose, the file of counts, and what it adds to the scores of candidates. Does not: the
capitals of what is restored (`restoration`), words in capitals throughout (`abbreviations`, `shortlists`).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache
from math import log
from pathlib import Path
from typing import Final

import numpy as np
import numpy.typing as npt

from kcn_pipeline.reference.syllables import old_style

CAPITALS: Final = Path(__file__).parent / "ngrams" / "capitals.txt"
# A word behind a word, number or comma of the same line, which begins no sentence.
_WITHIN: Final = re.compile(r"(?<=[^\W_][ ])[^\W\d_]+|(?<=[^\W_],[ ])[^\W\d_]+")
_PAUSES: Final = frozenset({",", ";"})
_LEAST_OF_FULL_LINE: Final = 60
# What a syllable is taken to have been met with before it was counted, and how often of these with a capital.
_MET_BEFORE: Final = 2.0
_WITH_CAPITAL: Final = 0.2
# Neighbours tell of names too, so that capitals count for less than they would alone.
_WEIGHT: Final = 0.7


def is_within_sentence(text: str, start: int) -> bool:
    """Whether the word at `start` stands where only names and the like have capitals.

    A full line goes on in the next, unless it ends in a number, as headings do in a year.
    """
    end = start - 2 if text[start - 2 : start - 1] in _PAUSES else start - 1
    if start < 2 or not text[max(end - 1, 0) : end].isalnum():
        return False
    full = start - text.rfind("\n", 0, start - 1) > _LEAST_OF_FULL_LINE
    return text[start - 1] == " " or (text[start - 1] == "\n" and full and not text[end - 1].isdigit())


def count_capitals(texts: Iterable[str]) -> dict[str, tuple[int, int]]:
    """For each syllable within sentences how often it has a capital, and how often it stands there at all."""
    capital, total = Counter[str](), Counter[str]()
    for text in texts:
        for word in _WITHIN.findall(text):
            if word.islower() or word.istitle():
                syllable = old_style(word.lower())
                total[syllable] += 1
                capital[syllable] += word[0].isupper()
    return {syllable: (capital[syllable], total[syllable]) for syllable in sorted(total)}


def write_capitals(counts: dict[str, tuple[int, int]], path: Path = CAPITALS) -> None:
    """A line a syllable: itself, both counts. Errors: OSError."""
    lines = (f"{syllable}\t{capital}\t{total}\n" for syllable, (capital, total) in counts.items())
    path.write_text("".join(lines), encoding="utf-8")


class Capitals:
    """What the case of a word says of each of its candidates."""

    def __init__(self, counts: dict[str, tuple[int, int]]) -> None:
        self._counts = counts

    def scores(self, syllables: Sequence[str], *, capital: bool) -> npt.NDArray[np.float32]:
        """Natural logarithms, one a candidate: of the first of two syllables where a candidate is a pair."""
        return np.array([self._score(s.partition(" ")[0], capital) for s in syllables], dtype=np.float32)

    def _score(self, syllable: str, capital: bool) -> float:
        met, total = self._counts.get(syllable, (0, 0))
        share = (met + _MET_BEFORE * _WITH_CAPITAL) / (total + _MET_BEFORE)
        return _WEIGHT * log(share if capital else 1 - share)


@cache
def load_capitals(path: Path = CAPITALS) -> Capitals:
    """The counts in force. Errors: OSError."""
    rows = (line.split("\t") for line in path.read_text(encoding="utf-8").splitlines())
    return Capitals({syllable: (int(capital), int(total)) for syllable, capital, total in rows})
