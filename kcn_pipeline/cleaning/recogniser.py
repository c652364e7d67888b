"""The damage of an English character recogniser: which syllables a misread word may be, all compared at once.

Belongs here: the comparison, by arrays over onsets and rimes. Does not: how likely a letter is read as what
(`readings`).

A syllable is an onset (its consonants) and a rime. The beginnings of a word are compared with every onset and its ends
with every rime, letter by letter down two trees whose branches many of them share; each place where the one may end and
the other begin then gives every syllable a score, and its best is kept.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Final

import numpy as np
import numpy.typing as npt

from kcn_pipeline.cleaning.channels import Candidate
from kcn_pipeline.cleaning.readings import LONGEST_READING, Readings
from kcn_pipeline.reference.syllables import new_style

Scores = npt.NDArray[np.float32]

# Natural logarithms: how far a syllable may fall behind the best one found, and all of them behind what the
# signs of the word allow at best; and from where on nothing is explained any more.
_BEHIND_THE_BEST: Final = 7.0
_BEHIND_THE_BOUND: Final = 10.0
_HOPELESS: Final = -14.0
_MOST_CANDIDATES: Final = 100
_LONGEST_WORD: Final = 16
_NEVER: Final = np.float32(-1e4)
_ONSET: Final = re.compile(r"[bcdđghklmnpqrstvx]*")


class EnglishRecogniser:
    """Vietnamese letters read as letters, digits and signs of English print."""

    rule = "ocr_english"

    def __init__(self, syllables: Iterable[str], readings: Readings) -> None:
        self._readings = readings
        spelled = sorted({(spelling, s) for s in syllables for spelling in (s, new_style(s))})
        parts = [_ONSET.match(spelling)[0] for spelling, _ in spelled]  # type: ignore[index]
        rimes = [spelling[len(onset) :] for onset, (spelling, _) in zip(parts, spelled, strict=True)]
        self._onsets, self._rimes = _Tree(parts, readings), _Tree([rime[::-1] for rime in rimes], readings)
        self._onset_of = np.array([self._onsets.place[onset] for onset in parts])
        self._rime_of = np.array([self._rimes.place[rime[::-1]] for rime in rimes])
        self._syllables = [syllable for _, syllable in spelled]
        self.candidates = lru_cache(maxsize=1 << 16)(self._candidates)

    def _candidates(self, word: str) -> tuple[Candidate, ...]:
        # Ligatures: a recogniser prints `dﬁy` for đầy.
        signs = unicodedata.normalize("NFKC", word)
        if not signs or len(signs) > _LONGEST_WORD:
            return ()
        scores = self._scores(signs)
        worst = max(float(scores.max()) - _BEHIND_THE_BEST, self._bound(signs) - _BEHIND_THE_BOUND, _HOPELESS)
        places = np.flatnonzero(scores > worst)
        places = places[np.argsort(-scores[places], kind="stable")[:_MOST_CANDIDATES]]
        found: dict[str, float] = {}
        for place, score in zip(places.tolist(), scores[places].tolist(), strict=True):
            found.setdefault(self._syllables[place], score)
        return tuple(Candidate(syllable, score) for syllable, score in found.items())

    def _scores(self, word: str) -> Scores:
        """For each spelling the score of its being read as `word`."""
        pieces = self._pieces(word)
        heads = self._onsets.compared(pieces)
        tails = self._rimes.compared([rows[:, ::-1] for rows in pieces])[:, ::-1]
        reach = heads.max(axis=0) + tails.max(axis=0)
        best = np.full(len(self._syllables), _NEVER, dtype=np.float32)
        for cut in np.argsort(-reach).tolist():
            if reach[cut] < best.max() - _BEHIND_THE_BEST:
                break
            # A copy lies in one piece, which is twice as fast to pick from.
            scores = heads[:, cut].copy().take(self._onset_of)
            scores += tails[:, cut].copy().take(self._rime_of)
            np.maximum(best, scores, out=best)
        return best

    def _pieces(self, word: str) -> list[Scores]:
        """For each length of a piece: a row a letter, a column an offset: the score of its being read as the piece.

        Capitals are misread in other ways than small letters; a first letter read as a capital may be either.
        """
        capitals = len(word) > 1 and word.isupper()
        either = not word[0].islower() and not capitals
        sizes = range(min(LONGEST_READING, len(word)) + 1)
        pieces = [
            np.array([self._readings.of_all(word[at : at + size], capitals) for at in range(len(word) + 1 - size)]).T
            for size in sizes
        ]
        if either:
            for size in sizes:
                np.maximum(pieces[size][:, 0], self._readings.of_all(word[:size], True), out=pieces[size][:, 0])
        return pieces

    def _bound(self, word: str) -> float:
        """No letters can be read as `word` with a better score."""
        bounds = [0.0]
        for end in range(1, len(word) + 1):
            starts = range(max(0, end - LONGEST_READING), end)
            bounds.append(max(bounds[start] + self._readings.best(word[start:end]) for start in starts))
        return bounds[-1]


class _Tree:
    """Strings as branches from one root, level by level: each node knows its parent and its letter."""

    def __init__(self, strings: Iterable[str], readings: Readings) -> None:
        prefixes = sorted({s[:end] for s in strings for end in range(len(s) + 1)}, key=lambda p: (len(p), p))
        self.place = {prefix: index for index, prefix in enumerate(prefixes)}
        self._levels: list[tuple[npt.NDArray[np.int64], npt.NDArray[np.int64], slice]] = []
        for depth in range(1, len(prefixes[-1]) + 1):
            nodes = [prefix for prefix in prefixes if len(prefix) == depth]
            parents = np.array([self.place[node[:-1]] for node in nodes])
            letters = np.array([readings.number_of(node[-1]) for node in nodes])
            first = self.place[nodes[0]]
            self._levels.append((parents, letters, slice(first, first + len(nodes))))

    def compared(self, pieces: Sequence[Scores]) -> Scores:
        """A row a node, a column an offset: the best score of reading the letters down to the node up to the offset."""
        length = pieces[0].shape[1]
        reached = np.full((len(self.place), length), _NEVER, dtype=np.float32)
        reached[0, 0] = 0.0
        contiguous = [np.ascontiguousarray(piece) for piece in pieces]
        for parents, letters, nodes in self._levels:
            before = reached.take(parents, axis=0)
            now = contiguous[0].take(letters, axis=0)
            now += before
            for size in range(1, len(pieces)):
                longer = contiguous[size].take(letters, axis=0)
                longer += before[:, : length - size]
                np.maximum(now[:, size:], longer, out=now[:, size:])
            reached[nodes] = now
        return reached
