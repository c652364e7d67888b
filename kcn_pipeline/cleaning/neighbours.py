"""Whether letters were dropped from paragraphs that say too little by themselves: told by the ones around them.

Belongs here: weighing a paragraph's counts, and what its neighbours add (a hidden Markov model of two states). Does
not: counting and judging long stretches (`evidence`), or what is done with the verdict (`damage`).
Source: Rabiner 1989, forward and backward probabilities.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from math import exp, log
from typing import Final

from kcn_pipeline.cleaning.evidence import Counts
from kcn_pipeline.reference.damage_thresholds import DamageThresholds

# A long stretch without a letter that dropping takes may be another language: it says no more than this, in nats.
_MOST_FOR_NOTHING: Final = 4.5
# Beyond this, in nats, nothing changes any more, and exponentials stay finite.
_CERTAIN: Final = 50.0


def odds_of_dropped_letters(counts: Counts, limits: DamageThresholds) -> float:
    """The natural logarithm of the odds that letters were dropped from a stretch: 0 where it says nothing."""
    left = counts.never_left * log(limits.never_left_damaged / limits.never_left_whole)
    none_left = min(counts.words * (limits.never_left_whole - limits.never_left_damaged), _MOST_FOR_NOTHING)
    explained = counts.explained * log(limits.explained_damaged / limits.explained_whole)
    plain = (counts.judged - counts.explained) * log((1 - limits.explained_damaged) / (1 - limits.explained_whole))
    return left + none_left + explained + plain


def odds_among_neighbours(own: Sequence[float], limits: DamageThresholds) -> list[float]:
    """The same for each paragraph of a document, in order, when all of them have been weighed together."""
    start = log(limits.documents_damaged / (1 - limits.documents_damaged))
    before = list(_messages(own, start, limits.changes))
    behind = list(_messages(own[::-1], 0.0, limits.changes))[::-1]
    return [sum(three) for three in zip(before, own, behind, strict=True)]


def _messages(own: Iterable[float], start: float, changes: float) -> Iterator[float]:
    """For each paragraph what all before it say of it."""
    said = start
    for odds, _ in pairwise([*own, 0.0]):
        yield said
        ratio = exp(max(-_CERTAIN, min(said + odds, _CERTAIN)))
        said = log((ratio * (1 - changes) + changes) / (ratio * changes + 1 - changes))
