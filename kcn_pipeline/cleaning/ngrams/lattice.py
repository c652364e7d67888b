"""Choosing one candidate a word so that three syllables in a row fit: the best way through lattices, with margins.

Belongs here: the search. Does not: where candidates (`channels`) or likelihoods (`table`) come from, or how they lie
in arrays (`places`).

All runs of a document are searched together, step by step, so that the work is done by arrays and not word by word:
first with pairs of syllables over all candidates, which leaves the few that may still win at each place, then exactly
with triples over those (Viterbi forwards and backwards), so that a margin compares whole ways and not single steps.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple, Protocol

import numpy as np

from kcn_pipeline.cleaning.ngrams.places import (
    NEVER,
    NO_CANDIDATE,
    NO_SYLLABLE,
    Ids,
    Options,
    Places,
    Scores,
    Stretches,
    batches,
    filled,
)

__all__ = ["FAR_BEHIND", "MOST_KEPT", "NO_SYLLABLE", "Chosen", "Likelihood", "Options", "choose"]

# Candidates a place that go on to the search by triples, and how far behind the best, in nats, they may be.
MOST_KEPT: Final = 4
FAR_BEHIND: Final = 9.0
_MOST_LINKS: Final = 1 << 18


class Likelihood(Protocol):
    """What the search needs of a language model: natural logarithms for arrays of ids of equal length."""

    def after_one(self, before: Ids, last: Ids) -> Scores:
        """How likely `last` is after `before`."""
        ...

    def after_two(self, first: Ids, before: Ids, last: Ids) -> Scores:
        """How likely `last` is after `first` and `before`."""
        ...


class Chosen(NamedTuple):
    """Which candidate the best way takes, and how much worse, in nats, the best way without it is.

    `margin` is None where there was no other; FAR_BEHIND where none was near. `others` are the next in line,
    each with how much worse it is.
    """

    number: int
    margin: float | None
    others: tuple[tuple[int, float], ...] = ()


_ONLY: Final = Chosen(0, None)


def choose(runs: Sequence[Sequence[Options]], language: Likelihood) -> list[list[Chosen]]:
    """The choices along the best way through each run; every place has at least one candidate, every run one place."""
    chosen: list[list[Chosen]] = [[] for _ in runs]
    for batch in batches(runs, _MOST_LINKS):
        choices = iter(_choices(filled([runs[number] for number in batch]), language))
        for number in batch:
            chosen[number] = [next(choices) for _ in runs[number]]
    return chosen


def _choices(places: Places, language: Likelihood) -> list[Chosen]:
    """The choice at each place."""
    kept = _kept(places, language)
    choices = [_ONLY] * len(kept)
    for row in np.flatnonzero(places.several).tolist():
        choices[row] = Chosen(int(kept[row, 0]), FAR_BEHIND)
    rows, stretches = places.narrowed(kept).undecided(2)
    if len(rows):
        totals = _by_triples(stretches, language)
        order = np.argsort(-totals, axis=1, kind="stable")
        ranked = np.take_along_axis(totals, order, axis=1)
        behind = np.minimum(ranked[:, :1] - ranked, FAR_BEHIND).tolist()
        numbers = np.take_along_axis(kept[rows], order, axis=1)
        sizes = (numbers != NO_CANDIDATE).sum(axis=1).tolist()
        for row, size, best, costs in zip(rows.tolist(), sizes, numbers.tolist(), behind, strict=True):
            if size > 1:
                choices[row] = Chosen(best[0], costs[1], tuple(zip(best[1:size], costs[1:size], strict=True)))
    return choices


def _kept(places: Places, language: Likelihood) -> Ids:
    """For each place the numbers of the candidates that go on, best first; NO_CANDIDATE fills up."""
    kept = np.full((len(places.rows), MOST_KEPT), NO_CANDIDATE)
    kept[:, 0] = 0
    rows, stretches = places.undecided(1)
    if len(rows):
        totals = _by_pairs(stretches, language)
        order = np.argsort(-totals, axis=1, kind="stable")[:, :MOST_KEPT]
        ranked = np.take_along_axis(totals, order, axis=1)
        near = (ranked >= ranked[:, :1] - FAR_BEHIND) & (ranked > NEVER)
        kept[rows, : order.shape[1]] = np.where(near, order, NO_CANDIDATE)
    return kept


def _by_pairs(stretches: Stretches, language: Likelihood) -> Scores:
    """For each candidate the score of the best way through it, by pairs alone."""
    links = _links_of_pairs(stretches, language)
    own, double, firsts = stretches.scores.copy(), stretches.double, stretches.counts[0]
    if double.any():
        own[double] += language.after_one(stretches.head[double], stretches.last[double])
    heads = stretches.head[:firsts]
    before = np.broadcast_to(stretches.before[:, 1:], heads.shape)
    forth, back = own.copy(), np.zeros_like(own)
    forth[:firsts] += language.after_one(before.ravel(), heads.ravel()).reshape(heads.shape)
    # The longest of three axes last, or taking the best of it is slow.
    steps, mirrored = stretches.steps(), np.ascontiguousarray(links.transpose(0, 2, 1))
    for earlier, here in steps:
        forth[here] += (forth[earlier][:, :, None] + links[_behind(here, firsts)]).max(axis=1)
    for earlier, here in reversed(steps):
        onward = own[here] + back[here]
        back[earlier] = (onward[:, :, None] + mirrored[_behind(here, firsts)]).max(axis=1)
    return np.where(stretches.valid, forth + back, NEVER)


def _links_of_pairs(stretches: Stretches, language: Likelihood) -> Scores:
    """For each place behind the first [candidate before, this]: how likely this is after it."""
    width, firsts, one = stretches.last.shape[1], stretches.counts[0], stretches.previous
    links = np.full((len(one), width, width), NEVER, dtype=np.float32)
    # Candidates stand side by side from the first on, so that links can be counted off without looking for them.
    sizes = stretches.valid.sum(axis=1)
    earlier, later = sizes[one], sizes[firsts:]
    rows = np.repeat(np.arange(len(one)), earlier)
    number = _counted(earlier)
    times = later[rows]
    this = _counted(times)
    first = np.repeat(stretches.last[one[rows], number], times)
    at = np.repeat((rows * width + number) * width, times)
    at += this
    this += np.repeat((rows + firsts) * width, times)
    links.reshape(-1)[at] = language.after_one(first, stretches.head.reshape(-1).take(this))
    return links


def _counted(sizes: Ids) -> Ids:
    """0, 1, … up to each of the sizes, one after another."""
    return np.arange(int(sizes.sum())) - np.repeat(np.cumsum(sizes) - sizes, sizes)


def _behind(rows: slice, firsts: int) -> slice:
    """The same rows where those of the first step are left out."""
    return slice(rows.start - firsts, rows.stop - firsts)


def _by_triples(stretches: Stretches, language: Likelihood) -> Scores:
    """For each candidate the score of the best way through it."""
    links = _links_of_triples(stretches, language)
    scores, width, firsts = stretches.scores, stretches.last.shape[1], stretches.counts[0]
    forth = np.full((len(scores), width, width), NEVER, dtype=np.float32)
    back = np.zeros_like(forth)
    forth[:firsts, 0] = _entry(stretches, language) + scores[:firsts]
    steps = stretches.steps()
    for earlier, here in steps:
        ways = forth[earlier][:, :, :, None] + links[_behind(here, firsts)]
        forth[here] = ways.max(axis=1) + scores[here][:, None, :]
    for earlier, here in reversed(steps):
        onward = back[here] + scores[here][:, None, :]
        back[earlier] = (onward[:, None] + links[_behind(here, firsts)]).max(axis=3)
    return np.where(stretches.valid, (forth + back).max(axis=1), NEVER)


def _entry(stretches: Stretches, language: Likelihood) -> Scores:
    """For each candidate of a stretch's first place: how likely it is after what stands before."""
    rows = slice(stretches.counts[0])
    head, last = stretches.head[rows], stretches.last[rows]
    first, before = (np.repeat(stretches.before[:, i], head.shape[1]) for i in (0, 1))
    entry = language.after_two(first, before, head.ravel()).reshape(head.shape)
    pairs = np.nonzero(stretches.double[rows])
    if len(pairs[0]):
        entry[pairs] += language.after_two(stretches.before[pairs[0], 1], head[pairs], last[pairs])
    return entry


def _links_of_triples(stretches: Stretches, language: Likelihood) -> Scores:
    """For each place behind the first [the one before the last, the last, this]: how likely this is after them.

    A stretch's second place has but row 0: what stands before the stretch.
    """
    head, last, double, valid = stretches.head, stretches.last, stretches.double, stretches.valid
    firsts, one, two = stretches.counts[0], stretches.previous, stretches.second_previous
    seconds, width = len(one) - len(two), last.shape[1]
    third = np.concatenate([np.repeat(stretches.before[:seconds, 1:], width, axis=1), last[two]])
    earlier = np.concatenate([np.arange(width) == np.zeros((seconds, 1)), valid[two]])
    mask = earlier[:, :, None, None] & valid[one][:, None, :, None] & valid[firsts:][:, None, None, :]
    links = np.full(mask.shape, NEVER, dtype=np.float32)
    rows, first, before, this = np.nonzero(mask)
    at, after = one[rows], rows + firsts
    context = np.where(double[at, before], head[at, before], third[rows, first])
    middle, following = last[at, before], head[after, this]
    scores = language.after_two(context, middle, following)
    pairs = np.flatnonzero(double[after, this])
    if len(pairs):
        scores[pairs] += language.after_two(middle[pairs], following[pairs], last[after[pairs], this[pairs]])
    links[mask] = scores
    return links
