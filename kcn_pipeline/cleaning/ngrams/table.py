"""The model as it is looked up: arrays in one folder, mapped into memory, many trigrams asked at once.

Belongs here: hashing, look-up, reading and writing the files. Does not: where the numbers come from (`smoothing`).
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from kcn_pipeline.cleaning.ngrams.sequences import UNKNOWN
from kcn_pipeline.cleaning.ngrams.smoothing import Smoothed

Ids = npt.NDArray[np.int64]
Logarithms = npt.NDArray[np.float32]

MODEL: Final = Path(__file__).parent / "model"
START_ID: Final = 0
ABSENT: Final = -1
# Probability and backing-off weight of single syllables; then of pairs and triples the keys, and each column.
_FILES: Final = ("single", "pairs", "pair", "backing", "triples", "triple")
_FREE: Final = -1
# Two to four places a key: a look-up that misses meets a free one after one or two steps.
_PLACES_A_KEY: Final = 2.2
_LEAST_BITS: Final = 4
# Places beyond the first are looked at eight at a time.
_NEXT: Final = np.arange(1, 9)
# 2^64 over the golden ratio (Knuth 1998, 6.4): spreads keys that differ by little.
_MULTIPLIER: Final = np.uint64(0x9E3779B97F4A7C15)

_FOLLOWERS: Final = 32
_FOLLOWERS_BITS: Final = 5
_LAST_FOLLOWER: Final = _FOLLOWERS - 1


class HashTable:
    """Keys (not negative) at the place their hash gives, or the next free one; `columns` are values beside them."""

    def __init__(self, keys: Ids, *columns: Logarithms) -> None:
        self._keys, self._columns = keys, columns
        self._shift = np.uint64(64 - (len(keys).bit_length() - 1))
        self._last = len(keys) - 1

    @classmethod
    def of(cls, keys: Ids, *columns: npt.NDArray[np.float64]) -> HashTable:
        """A table of these keys, each once."""
        size = 1 << max(_LEAST_BITS, int(np.ceil(np.log2(len(keys) * _PLACES_A_KEY + 1))))
        table = np.full(size, _FREE, dtype=np.int64)
        made = cls(table, *(np.zeros(size, dtype=np.float32) for _ in columns))
        places = np.empty(len(keys), dtype=np.int64)
        waiting, wanted = np.arange(len(keys)), made._first(keys)
        while len(waiting):
            free = np.flatnonzero(table[wanted] == _FREE)
            # Several may want one place: the first of them takes it, the others try the next.
            taken, first = np.unique(wanted[free], return_index=True)
            winners = waiting[free[first]]
            table[taken], places[winners] = keys[winners], taken
            left = np.ones(len(waiting), dtype=bool)
            left[free[first]] = False
            waiting, wanted = waiting[left], (wanted[left] + 1) & made._last
        for column, values in zip(made._columns, columns, strict=True):
            column[places] = values
        return made

    def arrays(self) -> tuple[npt.NDArray[np.generic], ...]:
        """What a file must keep."""
        return (self._keys, *self._columns)

    def find(self, keys: Ids) -> Ids:
        """The place of each key, ABSENT where the table lacks it."""
        places = self._first(keys)
        there = self._keys[places]
        found = np.where(there == keys, places, ABSENT)
        waiting = np.flatnonzero((there != keys) & (there != _FREE))
        while len(waiting):
            near = (places[waiting, None] + _NEXT) & self._last
            there = self._keys[near]
            hit = there == keys[waiting, None]
            rows, steps = np.nonzero(hit)
            found[waiting[rows]] = near[rows, steps]
            places[waiting] = near[:, -1]
            waiting = waiting[~(hit | (there == _FREE)).any(axis=1)]
        return found

    def items(self) -> tuple[Ids, *tuple[Logarithms, ...]]:
        """All keys, in no order, and the columns of their values."""
        taken = np.flatnonzero(self._keys != _FREE)
        return self._keys[taken], *(column[taken] for column in self._columns)

    def column(self, number: int) -> Logarithms:
        """One column of values, by place."""
        return self._columns[number]

    def _first(self, keys: Ids) -> Ids:
        return ((keys.astype(np.uint64) * _MULTIPLIER) >> self._shift).astype(np.int64)


class PairTable:
    """Pairs of syllables and their values, several times faster than a hash table where candidates are compared.

    32 followers of a syllable share a number: its low half has a bit for each that was seen, its high half says how
    many pairs stand before theirs. So all that may follow a syllable is asked for within few lines of the cache.
    """

    def __init__(self, pairs: HashTable, size: int) -> None:
        keys, *columns = pairs.items()
        order = np.argsort(keys)
        before, last = np.divmod(keys[order], size)
        self._width = (size + _FOLLOWERS - 1) // _FOLLOWERS
        places = before * self._width + (last >> _FOLLOWERS_BITS)
        numbers = np.bincount(places, minlength=size * self._width)
        self._followers = (np.cumsum(numbers) - numbers) << _FOLLOWERS
        starts = np.flatnonzero(np.diff(places, prepend=-1))
        self._followers[places[starts]] |= np.bitwise_or.reduceat(1 << (last & _LAST_FOLLOWER), starts)
        self._columns = [column[order] for column in columns]

    def find(self, before: Ids, last: Ids) -> Ids:
        """The place of each pair, ABSENT where it was not seen."""
        followers = self._followers.take(before * self._width + (last >> _FOLLOWERS_BITS))
        bits = 1 << (last & _LAST_FOLLOWER)
        places = (followers >> _FOLLOWERS) + np.bitwise_count(followers & (bits - 1))
        return np.where(followers & bits, places, ABSENT)

    def column(self, number: int) -> Logarithms:
        """One column of values, by place."""
        return self._columns[number]


class TrigramModel:
    """Natural logarithms of the probability of a syllable after two others, for arrays of ids."""

    def __init__(self, vocabulary: tuple[str, ...], single: Logarithms, pairs: HashTable, triples: HashTable) -> None:
        self.vocabulary = vocabulary
        self._ids = {word: index for index, word in enumerate(vocabulary)}
        self._unknown = self._ids[UNKNOWN]
        self._single, self._pairs, self._triples = single, PairTable(pairs, len(vocabulary)), triples

    def knows(self, syllable: str) -> bool:
        """Whether any text held the syllable."""
        return syllable in self._ids

    def id_of(self, syllable: str) -> int:
        """The number of a syllable; one for all that no text held."""
        return self._ids.get(syllable, self._unknown)

    def alone(self, last: Ids) -> Logarithms:
        """How likely a syllable is anywhere."""
        return np.asarray(self._single[0][last])

    def after_one(self, before: Ids, last: Ids) -> Logarithms:
        """How likely `last` is after `before`, for arrays of equal length."""
        places = self._pairs.find(before, last)
        backed = self._single[1][before] + self._single[0][last]
        return np.where(places >= 0, self._pairs.column(0)[places], backed)

    def after_two(self, first: Ids, before: Ids, last: Ids) -> Logarithms:
        """How likely `last` is after `first` and `before`, for arrays of equal length."""
        size = len(self.vocabulary)
        places = self._triples.find((first * size + before) * size + last)
        known = places >= 0
        value = self._triples.column(0)[places]
        rest = np.flatnonzero(~known)
        if len(rest):
            context = self._pairs.find(first[rest], before[rest])
            weight = np.where(context >= 0, self._pairs.column(1)[context], np.float32(0))
            value[rest] = weight + self.after_one(before[rest], last[rest])
        return value


def save(model: Smoothed, folder: Path) -> None:
    """Write a model as files of arrays, the same bytes for the same model. Errors: OSError."""
    folder.mkdir(parents=True, exist_ok=True)
    pairs = HashTable.of(model.pairs.keys, model.pairs.probability, model.pairs.backing_off)
    triples = HashTable.of(model.triples.keys, model.triples.probability)
    single = np.stack([model.single, model.single_backing_off]).astype(np.float32)
    for name, array in zip(_FILES, (single, *pairs.arrays(), *triples.arrays()), strict=True):
        np.save(folder / f"{name}.npy", array)
    (folder / "vocabulary.txt").write_text("\n".join(model.vocabulary), encoding="utf-8")


@cache
def load_model(folder: Path = MODEL) -> TrigramModel:
    """The model of a folder, its arrays mapped and shared by every process that loads it. Errors: OSError."""
    single, pairs, pair, backing, triples, triple = (_mapped(folder / f"{name}.npy") for name in _FILES)
    vocabulary = tuple((folder / "vocabulary.txt").read_text(encoding="utf-8").split("\n"))
    return TrigramModel(vocabulary, single, HashTable(pairs, pair, backing), HashTable(triples, triple))


def _mapped(path: Path) -> npt.NDArray[Any]:
    # A plain view of the map: looking places up in numpy's own class for maps is slower.
    return np.asarray(np.load(path, mmap_mode="r"))
