"""How likely an English recogniser reads a Vietnamese letter as a piece of print.

Belongs here: counted confusions as smoothed logarithms. Does not: the counts (`reference.confusions`) or
whole words (`recogniser`).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from math import log
from typing import Final

import numpy as np
import numpy.typing as npt

from kcn_pipeline.reference.confusions import Confusion, Lookalike
from kcn_pipeline.reference.syllables import all_syllables, fold

Scores = npt.NDArray[np.float32]

LONGEST_READING: Final = 3

_LENT: Final = 0.1
NEVER: Final = np.float32(-1e4)
# Natural logarithms of what the counted pages are too few to hold.
_UNSEEN_SAME_LETTER: Final = log(0.02)
_UNSEEN_LOOKALIKE: Final = log(5e-3)
_UNSEEN_DOUBLED: Final = log(2e-3)
_UNSEEN_NOTHING: Final = log(2e-4)
_UNSEEN_OTHER: Final = log(1e-4)


class Readings:
    """Natural logarithms of the probability that a letter is read as a piece of up to three signs, '' for none."""

    def __init__(self, confusions: Mapping[str, Confusion], lookalikes: Mapping[str, Lookalike]) -> None:
        letters = sorted({letter for syllable in all_syllables() for letter in syllable})
        self._number = {letter: number for number, letter in enumerate(letters)}
        self._bare = np.array([fold(letter) for letter in letters])
        self._counted = {capital: self._by_piece(_smoothed(confusions), letters, capital) for capital in (False, True)}
        self._same = {letter: np.flatnonzero(self._bare == letter) for letter in set(self._bare.tolist())}
        self._lookalikes = {
            sign: np.flatnonzero(np.isin(self._bare, list(row.letters))) for sign, row in lookalikes.items()
        }
        self._known: dict[tuple[str, bool], Scores] = {}
        self._best: dict[str, float] = {}

    def number_of(self, letter: str) -> int:
        """The column of a small letter in what `of_all` gives."""
        return self._number[letter]

    def of_all(self, piece: str, capitals: bool) -> Scores:
        """How likely each letter, small or capital, is read as `piece`; far below anything for what never happens."""
        key = (piece, capitals)
        if key not in self._known:
            scores = self._unseen(piece)
            for number, score in self._counted[capitals].get(piece, ()):
                scores[number] = max(scores[number], score)
            self._known[key] = scores
        return self._known[key]

    def score(self, letter: str, piece: str) -> float:
        """How likely `letter`, in its case, is read as `piece`."""
        return float(self.of_all(piece, letter.isupper())[self._number[letter.lower()]])

    def best(self, piece: str) -> float:
        """The score of the letter that is likeliest read as `piece`."""
        if piece not in self._best:
            self._best[piece] = float(max(self.of_all(piece, False).max(), self.of_all(piece, True).max()))
        return self._best[piece]

    def _unseen(self, piece: str) -> Scores:
        """What the counted pages are too few to hold."""
        if len(piece) > 2:
            return np.full(len(self._bare), NEVER, dtype=np.float32)
        if not piece:
            return np.full(len(self._bare), _UNSEEN_NOTHING, dtype=np.float32)
        scores = np.full(len(self._bare), _UNSEEN_OTHER, dtype=np.float32)
        if len(piece) == 1 and piece in self._lookalikes:
            scores[self._lookalikes[piece]] = _UNSEEN_LOOKALIKE
        for sign in piece.lower():
            if sign in self._same:
                scores[self._same[sign]] = _UNSEEN_SAME_LETTER if len(piece) == 1 else _UNSEEN_DOUBLED
        return scores

    @staticmethod
    def _by_piece(
        smoothed: Mapping[str, Mapping[str, float]], letters: Sequence[str], capital: bool
    ) -> dict[str, list[tuple[int, float]]]:
        found: dict[str, list[tuple[int, float]]] = defaultdict(list)
        for number, letter in enumerate(letters):
            for piece, score in smoothed.get(letter.upper() if capital else letter, {}).items():
                found[piece].append((number, score))
        return dict(found)


def _smoothed(confusions: Mapping[str, Confusion]) -> dict[str, dict[str, float]]:
    """A tenth of the readings of a letter with marks is lent from those of all marked forms of its bare letter."""
    families: dict[str, Counter[str]] = defaultdict(Counter)
    for letter, row in confusions.items():
        families[_family(letter)].update(row.read_as)
    return {letter: _logarithms(row.read_as, families[_family(letter)]) for letter, row in confusions.items()}


def _family(letter: str) -> str:
    """Bare letters are read well and stand alone; all others lose their marks in the same ways."""
    bare = fold(letter)
    return letter if letter == bare else f"{bare} with marks"


def _logarithms(counts: Mapping[str, int], family: Counter[str]) -> dict[str, float]:
    own, others = sum(counts.values()), family.total()
    return {piece: log((1 - _LENT) * counts.get(piece, 0) / own + _LENT * family[piece] / others) for piece in family}
