"""How likely an English recogniser reads a Vietnamese letter as a piece of print.

Belongs here: counted confusions as smoothed logarithms. Does not: the counts (`reference.confusions`) or
whole words (`recogniser`).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from math import log
from typing import Final

from kcn_pipeline.cleaning.syllables import fold
from kcn_pipeline.reference.confusions import Confusion, Lookalike

LONGEST_READING: Final = 3

_LENT: Final = 0.1
_NEVER: Final = float("-inf")
# Natural logarithms of what the counted pages are too few to hold.
_UNSEEN_SAME_LETTER: Final = log(0.02)
_UNSEEN_LOOKALIKE: Final = log(5e-3)
_UNSEEN_DOUBLED: Final = log(2e-3)
_UNSEEN_NOTHING: Final = log(2e-4)
_UNSEEN_OTHER: Final = log(1e-4)


class Readings:
    """Natural logarithms of the probability that a letter is read as a piece of up to three signs, '' for none."""

    def __init__(self, confusions: Mapping[str, Confusion], lookalikes: Mapping[str, Lookalike]) -> None:
        self._counted = _smoothed(confusions)
        self._lookalikes = {(sign, letter) for sign, row in lookalikes.items() for letter in row.letters}
        self._scores: dict[tuple[str, str], float] = {}
        self._best: dict[str, float] = {}

    def score(self, letter: str, piece: str) -> float:
        """How likely `letter`, in its case, is read as `piece`; minus infinity for what never happens."""
        key = (letter, piece)
        if key not in self._scores:
            counted = self._counted.get(letter, {}).get(piece, _NEVER)
            self._scores[key] = max(counted, self._unseen(letter, piece))
        return self._scores[key]

    def best(self, piece: str) -> float:
        """The score of the letter that is likeliest read as `piece`."""
        if piece not in self._best:
            self._best[piece] = max(self.score(letter, piece) for letter in self._counted)
        return self._best[piece]

    def _unseen(self, letter: str, piece: str) -> float:
        if not piece:
            return _UNSEEN_NOTHING
        bare, read = fold(letter).lower(), piece.lower()
        if len(piece) == 1:
            alike = _UNSEEN_LOOKALIKE if (piece, bare) in self._lookalikes else _UNSEEN_OTHER
            return _UNSEEN_SAME_LETTER if bare == read else alike
        if len(piece) > 2:
            return _NEVER
        return _UNSEEN_DOUBLED if bare in read else _UNSEEN_OTHER


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
