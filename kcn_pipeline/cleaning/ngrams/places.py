"""The words to decide as arrays: a row a place, its candidates side by side, the places of many runs below each other.

Belongs here: laying candidates out, and cutting what is still undecided out of the rest. Does not: the search
(`lattice`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

import numpy as np
import numpy.typing as npt

from kcn_pipeline.cleaning.ngrams.table import START_ID

Ids = npt.NDArray[np.int64]
Scores = npt.NDArray[np.float32]
Flags = npt.NDArray[np.bool_]

NO_SYLLABLE: Final = -1
NO_CANDIDATE: Final = -1
NEVER: Final = np.float32(-1e9)


@dataclass(frozen=True, slots=True)
class Options:
    """The candidates of one word, side by side: one syllable each, or two.

    last: id of the (last) syllable; first: id of the one before it, NO_SYLLABLE where the candidate has but one;
    scores: natural logarithms of what damage makes of each.
    """

    first: Ids
    last: Ids
    scores: Scores


@dataclass(frozen=True, slots=True)
class Places:
    """Candidates by place and number; the places of a stretch follow one another.

    head, last: ids of the first and the last syllable, the same where there is but one; double: where there are two;
    scores: NEVER where a place has no candidate of this number. starts, lengths: the places of each stretch; before:
    the two syllables before it.
    """

    head: Ids
    last: Ids
    double: Flags
    scores: Scores
    starts: Ids
    lengths: Ids
    before: Ids

    @property
    def valid(self) -> Flags:
        """Where there is a candidate."""
        return self.scores > NEVER

    @property
    def several(self) -> Flags:
        """Which places have more than one candidate."""
        return np.asarray(self.valid[:, 1:].any(axis=1))

    @property
    def offsets(self) -> Ids:
        """How many places of its stretch stand before each."""
        return np.arange(len(self.last)) - np.repeat(self.starts, self.lengths)

    def steps(self) -> list[Ids]:
        """For each offset but the first: the places there, longest stretches first."""
        order = np.argsort(-self.lengths, kind="stable")
        starts, lengths = self.starts[order], self.lengths[order]
        counts = np.searchsorted(-lengths, -np.arange(1, int(lengths[0])), side="left").tolist()
        return [starts[:count] + offset for offset, count in enumerate(counts, 1)]

    def narrowed(self, kept: Ids) -> Places:
        """The same places with the `kept` candidates only, by number; NO_CANDIDATE fills up."""
        scores = np.take_along_axis(self.scores, kept, axis=1)
        scores[kept == NO_CANDIDATE] = NEVER
        return replace(
            self,
            head=np.take_along_axis(self.head, kept, axis=1),
            last=np.take_along_axis(self.last, kept, axis=1),
            double=np.take_along_axis(self.double, kept, axis=1),
            scores=scores,
        )

    def undecided(self, reach: int) -> tuple[Ids, Places]:
        """The places with more than one candidate and the `reach` behind each, as stretches of their own.

        Places that are left out have one candidate, and are further than `reach` from any choice: they are the
        same on every way. Gives the numbers of the places, and the places.
        """
        offsets = self.offsets
        needed = self.several.copy()
        for distance in range(1, reach + 1):
            needed[distance:] |= self.several[:-distance] & (offsets[distance:] >= distance)
        rows = np.flatnonzero(needed)
        starts = np.flatnonzero(~needed[rows - 1] | (offsets[rows] == 0))
        width = int(self.valid[rows].sum(axis=1).max(initial=0))
        places = Places(
            head=self.head[rows, :width],
            last=self.last[rows, :width],
            double=self.double[rows, :width],
            scores=self.scores[rows, :width],
            starts=starts,
            lengths=np.diff(np.append(starts, len(rows))),
            before=self._before(rows[starts], offsets[rows[starts]]),
        )
        return rows, places

    def _before(self, rows: Ids, offsets: Ids) -> Ids:
        """The two syllables before each of these places, before which all is decided."""
        of_stretch = self.before[np.searchsorted(self.starts, rows, side="right") - 1]
        one, two = rows - 1, np.maximum(rows - 2, 0)
        earlier = np.where(offsets > 1, self.last[two, 0], of_stretch[:, 1])
        first = np.where(self.double[one, 0], self.head[one, 0], earlier)
        inside = np.stack([first, self.last[one, 0]], axis=1)
        return np.where((offsets > 0)[:, None], inside, of_stretch)


def filled(runs: Sequence[Sequence[Options]]) -> Places:
    """The places of all runs, each run a stretch that begins a text; every run has a place, every place a candidate."""
    options = [one for run in runs for one in run]
    lengths = np.array([len(run) for run in runs], dtype=np.int64)
    sizes = np.array([len(one.last) for one in options], dtype=np.int64)
    there = np.arange(int(sizes.max())) < sizes[:, None]
    first = np.full(there.shape, NO_SYLLABLE)
    last = np.zeros(there.shape, dtype=np.int64)
    scores = np.full(there.shape, NEVER, dtype=np.float32)
    first[there] = np.concatenate([one.first for one in options])
    last[there] = np.concatenate([one.last for one in options])
    scores[there] = np.concatenate([one.scores for one in options])
    double = first != NO_SYLLABLE
    before = np.full((len(lengths), 2), START_ID)
    return Places(np.where(double, first, last), last, double, scores, np.cumsum(lengths) - lengths, lengths, before)


def batches(runs: Sequence[Sequence[Options]], most_links: int) -> Iterator[list[int]]:
    """The numbers of the runs in groups of like width, so that few places are filled up and arrays stay in the cache.

    A group has at most `most_links` pairs of neighbouring candidates, if it has more than one run.
    """
    widths = [max(len(one.last) for one in run) for run in runs]
    batch: list[int] = []
    places = 0
    for number in sorted(range(len(runs)), key=lambda number: widths[number]):
        places += len(runs[number])
        if batch and places * widths[number] ** 2 > most_links:
            yield batch
            batch, places = [], len(runs[number])
        batch.append(number)
    if batch:
        yield batch
