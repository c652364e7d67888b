"""Choosing one candidate a word so that neighbours fit: the best way through a lattice, with margins.

Belongs here: the search. Does not: where candidates (`channels`) or likelihoods (`language`) come from.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Protocol

from kcn_pipeline.cleaning.channels import Candidate


class Likelihood(Protocol):
    """What the search needs of a language model."""

    def log_probability(self, previous: str, syllable: str) -> float:
        """Natural logarithm of the probability of `syllable` after `previous`."""
        ...


@dataclass(frozen=True, slots=True)
class Choice:
    """The candidate that the best way takes, and how much worse the best way without it is, in nats.

    `margin` is None where there was no other candidate.
    """

    text: str
    margin: float | None


def choose(lattice: Sequence[Sequence[Candidate]], language: Likelihood, start: str) -> list[Choice]:
    """The choices along the best way from `start` through `lattice`; every place has at least one candidate.

    Exact (Viterbi forwards and backwards), so that a margin compares whole ways and not single steps.
    """
    if not lattice:
        return []
    steps = _steps(lattice, language)
    entry = [language.log_probability(start, c.text) + c.score for c in lattice[0]]
    before = [entry]
    for links in steps:
        before.append([max(map(float.__add__, before[-1], into)) for into in links])
    after = [[0.0] * len(lattice[-1])]
    for links in reversed(steps):
        following = after[-1]
        columns = zip(*links, strict=True)
        after.append([max(map(float.__add__, following, out)) for out in columns])
    return [
        _best(candidates, [f + b for f, b in zip(forth, back, strict=True)])
        for candidates, forth, back in zip(lattice, before, reversed(after), strict=True)
    ]


def _steps(lattice: Sequence[Sequence[Candidate]], language: Likelihood) -> list[list[list[float]]]:
    """For each place but the first: a row a candidate, a column a candidate of the place before."""
    return [
        [[language.log_probability(p.text, c.text) + c.score for p in previous] for c in candidates]
        for previous, candidates in pairwise(lattice)
    ]


def _best(candidates: Sequence[Candidate], scores: Sequence[float]) -> Choice:
    best = max(range(len(scores)), key=scores.__getitem__)
    others = [s for i, s in enumerate(scores) if i != best]
    return Choice(candidates[best].text, scores[best] - max(others) if others else None)
