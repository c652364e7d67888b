"""Choosing one candidate a word so that three syllables in a row fit: the best way through lattices, with margins.

Belongs here: the search. Does not: where candidates (`channels`) or likelihoods (`table`) come from, or how they lie
in arrays (`places`).

All runs of a document are searched together, step by step, so that the work is done by arrays and not word by word:
first with pairs of syllables over all candidates, which leaves the few that may still win at each place, then exactly
with triples over those (Viterbi forwards and backwards), so that a margin compares whole ways and not single steps.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Protocol

import numpy as np

from kcn_pipeline.cleaning.ngrams.places import (
    NEVER,
    NO_CANDIDATE,
    NO_SYLLABLE,
    Ids,
    Options,
    Places,
    Scores,
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


@dataclass(frozen=True, slots=True)
class Chosen:
    """Which candidate the best way takes, and how much worse, in nats, the best way without it is.

    `margin` is None where there was no other; FAR_BEHIND where none was near. `others` are the next in line,
    each with how much worse it is.
    """

    index: int
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
    chosen = zip(kept[:, 0].tolist(), places.several.tolist(), strict=True)
    choices = [Chosen(number, FAR_BEHIND) if several else _ONLY for number, several in chosen]
    rows, open_places = places.narrowed(kept).undecided(2)
    if len(rows):
        totals = _by_triples(open_places, language)
        order = np.argsort(-totals, axis=1, kind="stable")
        ranked = np.take_along_axis(totals, order, axis=1)
        behind = np.minimum(ranked[:, :1] - ranked, FAR_BEHIND).tolist()
        numbers = np.take_along_axis(kept[rows], order, axis=1).tolist()
        for row, ranking in zip(rows.tolist(), map(zip, numbers, behind), strict=True):
            (first, _), *others = (one for one in ranking if one[0] != NO_CANDIDATE)
            if others:
                choices[row] = Chosen(first, others[0][1], tuple(others))
    return choices


def _kept(places: Places, language: Likelihood) -> Ids:
    """For each place the numbers of the candidates that go on, best first; NO_CANDIDATE fills up."""
    kept = np.full((len(places.last), MOST_KEPT), NO_CANDIDATE)
    kept[:, 0] = 0
    rows, open_places = places.undecided(1)
    if len(rows):
        totals = _by_pairs(open_places, language)
        order = np.argsort(-totals, axis=1, kind="stable")[:, :MOST_KEPT]
        ranked = np.take_along_axis(totals, order, axis=1)
        near = (ranked >= ranked[:, :1] - FAR_BEHIND) & (ranked > NEVER)
        kept[rows, : order.shape[1]] = np.where(near, order, NO_CANDIDATE)
    return kept


def _by_pairs(places: Places, language: Likelihood) -> Scores:
    """For each candidate the score of the best way through it, by pairs alone."""
    links = _links_of_pairs(places, language)
    own = places.scores.copy()
    own[places.double] += language.after_one(places.head[places.double], places.last[places.double])
    heads = places.head[places.starts]
    before = np.broadcast_to(places.before[:, 1:], heads.shape)
    forth, back = own.copy(), np.zeros_like(own)
    forth[places.starts] += language.after_one(before.ravel(), heads.ravel()).reshape(heads.shape)
    steps = places.steps()
    for here in steps:
        forth[here] += (forth[here - 1][:, :, None] + links[here]).max(axis=1)
    for here in reversed(steps):
        back[here - 1] = ((back[here] + own[here])[:, None, :] + links[here]).max(axis=2)
    return np.where(places.valid, forth + back, NEVER)


def _links_of_pairs(places: Places, language: Likelihood) -> Scores:
    """For each place [candidate before, this]: how likely this is after it."""
    width = places.last.shape[1]
    links = np.full((len(places.last), width, width), NEVER, dtype=np.float32)
    inner = np.flatnonzero(places.offsets)
    valid = places.valid
    rows, before, this = np.nonzero(valid[inner - 1][:, :, None] & valid[inner][:, None, :])
    at = inner[rows]
    links[at, before, this] = language.after_one(places.last[at - 1, before], places.head[at, this])
    return links


def _by_triples(places: Places, language: Likelihood) -> Scores:
    """For each candidate the score of the best way through it."""
    links = _links_of_triples(places, language)
    width = places.last.shape[1]
    forth = np.full((len(places.last), width, width), NEVER, dtype=np.float32)
    back = np.zeros_like(forth)
    forth[places.starts, 0] = _entry(places, language) + places.scores[places.starts]
    steps = places.steps()
    for here in steps:
        ways = forth[here - 1][:, :, :, None] + links[here]
        forth[here] = ways.max(axis=1) + places.scores[here][:, None, :]
    for here in reversed(steps):
        onward = back[here] + places.scores[here][:, None, :]
        back[here - 1] = (onward[:, None] + links[here]).max(axis=3)
    return np.where(places.valid, (forth + back).max(axis=1), NEVER)


def _entry(places: Places, language: Likelihood) -> Scores:
    """For each candidate of a stretch's first place: how likely it is after what stands before."""
    head, last = places.head[places.starts], places.last[places.starts]
    first, before = (np.repeat(places.before[:, i], head.shape[1]) for i in (0, 1))
    entry = language.after_two(first, before, head.ravel()).reshape(head.shape)
    second = language.after_two(before, head.ravel(), last.ravel()).reshape(head.shape)
    return np.where(places.double[places.starts], entry + second, entry)


def _links_of_triples(places: Places, language: Likelihood) -> Scores:
    """For each place [the one before the last, the last, this]: how likely this is after them.

    A stretch's second place has but row 0: what stands before the stretch.
    """
    width = places.last.shape[1]
    links = np.full((len(places.last), width, width, width), NEVER, dtype=np.float32)
    at, first, before, this = _ways(places)
    second = places.offsets[at] == 1
    of_stretch = places.before[np.searchsorted(places.starts, at, side="right") - 1, 1]
    third = np.where(second, of_stretch, places.last[at - 2, first])
    context = np.where(places.double[at - 1, before], places.head[at - 1, before], third)
    middle, head = places.last[at - 1, before], places.head[at, this]
    scores = language.after_two(context, middle, head)
    two = np.flatnonzero(places.double[at, this])
    scores[two] += language.after_two(middle[two], head[two], places.last[at[two], this[two]])
    links[at, first, before, this] = scores
    return links


def _ways(places: Places) -> tuple[Ids, Ids, Ids, Ids]:
    """Every three candidates in a row: the place of the third, and their numbers."""
    valid, offsets = places.valid, places.offsets
    inner = np.flatnonzero(offsets)
    earlier = valid[np.maximum(inner - 2, 0)]
    earlier[offsets[inner] == 1] = np.arange(valid.shape[1]) == 0
    mask = earlier[:, :, None, None] & valid[inner - 1][:, None, :, None] & valid[inner][:, None, None, :]
    rows, first, before, this = np.nonzero(mask)
    return inner[rows], first, before, this
