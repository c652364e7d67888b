"""The words to decide as arrays: a row a place, its candidates side by side, the places of many runs below each other.

Belongs here: laying candidates out, and cutting what is still undecided out of the rest. Does not: the search
(`lattice`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
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
class Candidates:
    """All candidates of a text one below the other, and last what stands for none of them: its score is NEVER.

    head, last: ids of the first and the last syllable, the same where there is but one; double: where there are two.
    """

    head: Ids
    last: Ids
    double: Flags
    scores: Scores


@dataclass(frozen=True, slots=True)
class Places:
    """The rows of the candidates of each place, side by side; the places of a run follow one another.

    rows: NO_CANDIDATE fills up; offsets: how many places of its run stand before each.
    """

    candidates: Candidates
    rows: Ids
    offsets: Ids

    @property
    def several(self) -> Flags:
        """Which places have more than one candidate."""
        return np.asarray((self.rows[:, 1:2] != NO_CANDIDATE).any(axis=1))

    def narrowed(self, kept: Ids) -> Places:
        """The same places with the `kept` candidates only, by number; NO_CANDIDATE fills up."""
        rows = np.where(kept == NO_CANDIDATE, NO_CANDIDATE, self.rows[:, :1] + kept)
        return Places(self.candidates, rows, self.offsets)

    def undecided(self, reach: int) -> tuple[Ids, Stretches]:
        """The places with more than one candidate and the `reach` behind each, as stretches of their own.

        Places that are left out have one candidate, and are further than `reach` from any choice: they are the
        same on every way. Gives the numbers of the places, in the order of the stretches' rows, and the stretches.
        """
        several = self.several
        needed = several.copy()
        for distance in range(1, reach + 1):
            needed[distance:] |= several[:-distance] & (self.offsets[distance:] >= distance)
        places = np.flatnonzero(needed)
        starts = places[~needed[places - 1] | (self.offsets[places] == 0)]
        places, counts = _step_by_step(places, starts)
        rows = self.rows[places]
        rows = rows[:, : int((rows != NO_CANDIDATE).any(axis=0).sum())]
        found = self.candidates
        columns = (found.head[rows], found.last[rows], found.double[rows], found.scores[rows])
        return places, Stretches(*columns, counts, self._before(places[: counts[0]]))

    def _before(self, starts: Ids) -> Ids:
        """The two syllables before each of these places, before which all is decided."""
        offsets, found = self.offsets[starts], self.candidates
        one, two = self.rows[starts - 1, 0], self.rows[np.maximum(starts - 2, 0), 0]
        earlier = np.where(offsets > 1, found.last[two], START_ID)
        first = np.where(found.double[one], found.head[one], earlier)
        inside = np.stack([first, found.last[one]], axis=1)
        return np.where((offsets > 0)[:, None], inside, START_ID)


def _step_by_step(places: Ids, starts: Ids) -> tuple[Ids, list[int]]:
    """The places of stretches by how far they are from the start of theirs, and how many there are at each distance."""
    lengths = np.diff(np.searchsorted(places, starts), append=len(places))
    order = np.argsort(-lengths, kind="stable")
    starts, lengths = starts[order], lengths[order]
    counts = np.searchsorted(-lengths, -np.arange(lengths.max(initial=0)), side="left").tolist() or [0]
    return np.concatenate([starts[:count] + offset for offset, count in enumerate(counts)]), counts


@dataclass(frozen=True, slots=True)
class Stretches:
    """Candidates by place and number, step by step: the first places of all stretches, longest first, then the second.

    Columns as in `Candidates`, filled up with what stands for none. counts: how many stretches have a place at each
    step; before: the two syllables before each stretch.
    """

    head: Ids
    last: Ids
    double: Flags
    scores: Scores
    counts: Sequence[int]
    before: Ids

    @property
    def valid(self) -> Flags:
        """Where there is a candidate."""
        return self.scores > NEVER

    @property
    def previous(self) -> Ids:
        """For each row behind those of the first step: the row of the place before it."""
        counts = np.array(self.counts)
        return np.asarray(np.arange(counts[0], len(self.last)) - np.repeat(counts[:-1], counts[1:]))

    @property
    def second_previous(self) -> Ids:
        """For each row behind those of the second step: the row of the place two before it."""
        previous = self.previous
        return np.asarray(previous[previous[sum(self.counts[1:2]) :] - self.counts[0]])

    def steps(self) -> list[tuple[slice, slice]]:
        """For each step but the first: the rows of the places before, and its own."""
        bounds = [0, *accumulate(self.counts)]
        return [
            (slice(earlier, earlier + count), slice(start, start + count))
            for earlier, start, count in zip(bounds, bounds[1:], self.counts[1:], strict=False)
        ]


def filled(runs: Sequence[Sequence[Options]]) -> Places:
    """The places of all runs, each of which begins a text; every run has a place, every place a candidate."""
    options = [one for run in runs for one in run]
    sizes = np.array([len(one.last) for one in options])
    first = np.concatenate([*(one.first for one in options), [NO_SYLLABLE]])
    last = np.concatenate([*(one.last for one in options), [START_ID]])
    scores = np.concatenate([*(one.scores for one in options), [NEVER]], dtype=np.float32)
    double = first != NO_SYLLABLE
    numbers = np.arange(int(sizes.max()))
    rows = np.where(numbers < sizes[:, None], (np.cumsum(sizes) - sizes)[:, None] + numbers, NO_CANDIDATE)
    offsets = np.concatenate([np.arange(len(run)) for run in runs])
    return Places(Candidates(np.where(double, first, last), last, double, scores), rows, offsets)


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
