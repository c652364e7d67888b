"""Counted trigrams of one collection of text, as arrays, and the file they are kept in.

Belongs here: counting, lower orders as sums of the highest, reading and writing. Does not: probabilities (`smoothing`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.parquet as pq

from kcn_pipeline.cleaning.ngrams.sequences import START

Ids = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class TrigramCounts:
    """Distinct trigrams (first, second, third), as ids into `vocabulary`, with their number; START pads a sequence."""

    vocabulary: tuple[str, ...]
    first: Ids
    second: Ids
    third: Ids
    number: Ids

    @property
    def words(self) -> int:
        """How many items were counted."""
        return int(self.number.sum())


def count_trigrams(weighted: Iterable[tuple[Sequence[str], int]]) -> TrigramCounts:
    """The trigrams of sequences that each count a number of times."""
    counted: Counter[tuple[str, str, str]] = Counter()
    for sequence, times in weighted:
        padded = (START, START, *sequence)
        for trigram in zip(padded, padded[1:], padded[2:], strict=False):
            counted[trigram] += times
    return from_counter(counted)


def from_counter(counted: Mapping[tuple[str, str, str], int]) -> TrigramCounts:
    """Counts by trigram as arrays, vocabulary and rows in alphabetical order."""
    vocabulary = tuple(sorted({START, *(word for trigram in counted for word in trigram)}))
    ids = {word: index for index, word in enumerate(vocabulary)}
    rows = np.array([[*(ids[w] for w in trigram), counted[trigram]] for trigram in sorted(counted)], dtype=np.int64)
    columns = rows.reshape(-1, 4).T
    return TrigramCounts(vocabulary, columns[0], columns[1], columns[2], columns[3])


def write_counts(counts: TrigramCounts, path: Path) -> None:
    """Counts as a Parquet file of three syllables and a number a row. Errors: OSError."""
    words = np.array(counts.vocabulary, dtype=object)
    columns = {"first": words[counts.first], "second": words[counts.second], "third": words[counts.third]}
    arrays = {name: pa.array(column).dictionary_encode() for name, column in columns.items()}
    table = pa.table({**arrays, "number": pa.array(counts.number.astype(np.int32))})
    pq.write_table(table, path, compression="zstd", compression_level=19)


def read_counts(path: Path) -> TrigramCounts:
    """The inverse of `write_counts`. Errors: OSError, ArrowInvalid."""
    table = pq.read_table(path).to_pandas()
    columns = [table[name].astype("category").cat for name in ("first", "second", "third")]
    vocabulary = tuple(sorted({START, *(word for column in columns for word in column.categories)}))
    ids = {word: index for index, word in enumerate(vocabulary)}
    first, second, third = (
        np.array([ids[word] for word in column.categories], dtype=np.int64)[column.codes] for column in columns
    )
    return TrigramCounts(vocabulary, first, second, third, table["number"].to_numpy(np.int64))
