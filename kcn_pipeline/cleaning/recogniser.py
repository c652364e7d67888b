"""The damage of an English character recogniser: which syllables a misread word may be, all compared at once.

Belongs here: the comparison, by arrays over onsets and rimes. Does not: how likely a letter is read as what
(`readings`).

A syllable is an onset (its consonants) and a rime. The beginnings of a word are compared with every onset and its ends
with every rime, letter by letter down two trees whose branches many of them share; each place where the one may end and
the other begin then gives a score to every syllable of those that are near enough, and its best is kept.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Final

import numpy as np
import numpy.typing as npt

from kcn_pipeline.cleaning.channels import Candidate, spellings
from kcn_pipeline.cleaning.readings import LONGEST_READING, Readings

Scores = npt.NDArray[np.float32]

# Natural logarithms: how far a syllable may fall behind the best one found, and all of them behind what the
# signs of the word allow at best; and from where on nothing is explained any more.
_BEHIND_THE_BEST: Final = 9.0
_BEHIND_THE_BOUND: Final = 12.0
_HOPELESS: Final = -14.0
_MOST_CANDIDATES: Final = 100
_LONGEST_WORD: Final = 16
_NO_SYLLABLE: Final = -1
_NEVER: Final = np.float32(-1e4)
_ONSET: Final = re.compile(r"[bcdđghklmnpqrstvx]*")


class EnglishRecogniser:
    """Vietnamese letters read as letters, digits and signs of English print."""

    rule = "ocr_english"

    def __init__(self, syllables: Iterable[str], readings: Readings) -> None:
        self._readings = readings
        spelled = sorted({(spelling, syllable) for syllable in syllables for spelling in spellings(syllable)})
        onsets = [_ONSET.match(spelling)[0] for spelling, _ in spelled]  # type: ignore[index]
        rimes = [spelling[len(onset) :][::-1] for onset, (spelling, _) in zip(onsets, spelled, strict=True)]
        self._onsets, self._rimes = _Tree(onsets, readings), _Tree(rimes, readings)
        self._syllables = [syllable for _, syllable in spelled]
        self._spelled = np.full((len(self._onsets.numbers), len(self._rimes.numbers)), _NO_SYLLABLE)
        self._spelled[
            [self._onsets.numbers[onset] for onset in onsets], [self._rimes.numbers[rime] for rime in rimes]
        ] = np.arange(len(spelled))
        self.candidates = lru_cache(maxsize=1 << 16)(self._candidates)

    def _candidates(self, word: str) -> tuple[Candidate, ...]:
        # Ligatures: a recogniser prints `dﬁy` for đầy.
        signs = unicodedata.normalize("NFKC", word)
        if not signs or len(signs) > _LONGEST_WORD:
            return ()
        numbers, scores = self._explaining(signs, max(self._bound(signs) - _BEHIND_THE_BOUND, _HOPELESS))
        near = np.flatnonzero(scores > scores.max(initial=_NEVER) - _BEHIND_THE_BEST)
        numbers, scores = numbers[near], scores[near]
        best = np.lexsort((numbers, -scores))[:_MOST_CANDIDATES]
        found: dict[str, float] = {}
        for number, score in zip(numbers[best].tolist(), scores[best].tolist(), strict=True):
            found.setdefault(self._syllables[number], score)
        return tuple(map(Candidate, found, found.values()))

    def _explaining(self, word: str, worst: float) -> tuple[npt.NDArray[np.int64], Scores]:
        """The numbers of the spellings that are read as `word` with a better score than `worst`, and the scores."""
        pieces = self._pieces(word)
        heads = self._onsets.compared(pieces)
        tails = self._rimes.compared([rows[::-1] for rows in pieces])[::-1]
        # Most onsets and most rimes are out of the question, whatever stands beside them.
        onsets = np.flatnonzero((heads + tails.max(axis=1, keepdims=True)).max(axis=0) > worst)
        rimes = np.flatnonzero((tails + heads.max(axis=1, keepdims=True)).max(axis=0) > worst)
        together = heads.take(onsets, axis=1)[:, :, None] + tails.take(rimes, axis=1)[:, None, :]
        scores = together.max(axis=0, initial=_NEVER)
        numbers = self._spelled.take(onsets, axis=0).take(rimes, axis=1)
        found = (numbers != _NO_SYLLABLE) & (scores > worst)
        return numbers[found], scores[found]

    def _pieces(self, word: str) -> list[Scores]:
        """For each length of a piece: a row an offset, a column a letter: the score of its being read as the piece.

        Capitals are misread in other ways than small letters; a first letter read as a capital may be either.
        """
        capitals = len(word) > 1 and word.isupper()
        either = not word[0].islower() and not capitals
        sizes = range(min(LONGEST_READING, len(word)) + 1)
        pieces = [
            np.array([self._readings.of_all(word[at : at + size], capitals) for at in range(len(word) + 1 - size)])
            for size in sizes
        ]
        if either:
            for size in sizes:
                np.maximum(pieces[size][0], self._readings.of_all(word[:size], True), out=pieces[size][0])
        return pieces

    def _bound(self, word: str) -> float:
        """No letters can be read as `word` with a better score."""
        bounds = [0.0]
        for end in range(1, len(word) + 1):
            starts = range(max(0, end - LONGEST_READING), end)
            bounds.append(max(bounds[start] + self._readings.best(word[start:end]) for start in starts))
        return bounds[-1]


class _Tree:
    """Strings as branches from one root, level by level: each node knows its parent and its letter.

    numbers: the strings in order, as columns of what `compared` gives.
    """

    def __init__(self, strings: Iterable[str], readings: Readings) -> None:
        whole = sorted(set(strings))
        self.numbers = {string: number for number, string in enumerate(whole)}
        prefixes = sorted({s[:end] for s in whole for end in range(len(s) + 1)}, key=lambda p: (len(p), p))
        place = {prefix: index for index, prefix in enumerate(prefixes)}
        self._size, self._whole = len(prefixes), np.array([place[string] for string in whole])
        self._levels: list[tuple[npt.NDArray[np.int64], npt.NDArray[np.int64], slice]] = []
        for depth in range(1, len(prefixes[-1]) + 1):
            nodes = [prefix for prefix in prefixes if len(prefix) == depth]
            parents = np.array([place[node[:-1]] for node in nodes])
            letters = np.array([readings.number_of(node[-1]) for node in nodes])
            first = place[nodes[0]]
            self._levels.append((parents, letters, slice(first, first + len(nodes))))

    def compared(self, pieces: Sequence[Scores]) -> Scores:
        """A row an offset, a column a string: the best score of reading its letters up to the offset."""
        length = len(pieces[0])
        reached = np.full((length, self._size), _NEVER, dtype=np.float32)
        reached[0, 0] = 0.0
        for parents, letters, nodes in self._levels:
            before = reached.take(parents, axis=1)
            now = pieces[0].take(letters, axis=1)
            now += before
            for size in range(1, len(pieces)):
                longer = pieces[size].take(letters, axis=1)
                longer += before[: length - size]
                np.maximum(now[size:], longer, out=now[size:])
            reached[:, nodes] = now
        return reached.take(self._whole, axis=1)
