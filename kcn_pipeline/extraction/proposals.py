"""Phrases proposed for the vocabulary, from the figures that it did not understand.

Belongs here: grouping figures by the words beside them, and the metric that such words are likest. Does not: deciding;
a person pastes what is right into `reference/data/metrics.yaml`.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from kcn_pipeline.extraction.text.tokens import Tokens
from kcn_pipeline.extraction.unassigned import NO_CODE, SLOT, UnassignedFigure
from kcn_pipeline.reference.metrics import Metric, load_metrics
from kcn_pipeline.reference.units import load_units

LIKELY: Final = 0.5
"""Least likeness, of 1, at which a metric is named: half of what the words weigh is shared."""
_EXAMPLES_AT_MOST: Final = 3


@dataclass(frozen=True, slots=True)
class Proposal:
    """A wording that the vocabulary lacks: how many figures of a unit stand beside it, and where.

    `metric`: the likeliest code, None where no known phrase is like it; `likeness` is that of the nearest phrase.
    """

    wording: str
    unit: str
    dimension: str
    count: int
    documents: int
    examples: tuple[UnassignedFigure, ...]
    metric: str | None
    likeness: float


def proposals(figures: Iterable[UnassignedFigure]) -> list[Proposal]:
    """One a wording and unit, the most frequent first.

    Left out: figures without words beside them, and those whose wording is known to lie outside the vocabulary.
    """
    groups: dict[tuple[str, str], list[UnassignedFigure]] = {}
    for figure in figures:
        if figure.wording and NO_CODE not in figure.reason:
            groups.setdefault((figure.wording, figure.unit), []).append(figure)
    made = [_proposal(wording, unit, alike) for (wording, unit), alike in groups.items()]
    return sorted(made, key=lambda p: (-p.count, -p.likeness, p.wording))


def _proposal(wording: str, unit: str, alike: Sequence[UnassignedFigure]) -> Proposal:
    dimension = dimension_of(unit)
    metric, likeness = likeliest_metric(wording, dimension)
    return Proposal(
        wording=wording,
        unit=unit,
        dimension=dimension,
        count=len(alike),
        documents=len({figure.document_id for figure in alike}),
        examples=tuple(alike[:_EXAMPLES_AT_MOST]),
        metric=metric if likeness >= LIKELY else None,
        likeness=round(likeness, 2),
    )


@cache
def dimension_of(unit: str) -> str:
    """The dimension of a base unit; the unit itself where no unit word has it."""
    return next((word.dimension for word in load_units().values() if word.unit == unit), unit)


def likeliest_metric(wording: str, dimension: str) -> tuple[str | None, float]:
    """The metric of `dimension` with the phrase that is likest to `wording`, and that likeness, 0 to 1."""
    syllables = _syllables(wording)
    best: tuple[str | None, float] = (None, 0.0)
    for metric in load_metrics().values():
        if dimension in metric.dimensions:
            likeness = max(_likeness(syllables, known) for known in _known_phrases(metric.metric))
            best = (metric.metric, likeness) if likeness > best[1] else best
    return best


def _likeness(one: frozenset[str], other: frozenset[str]) -> float:
    """Dice coefficient over syllables, each weighed by how rare it is among the known phrases."""
    whole = _weight(one) + _weight(other)
    return 2 * _weight(one & other) / whole if whole else 0.0


def _weight(syllables: Iterable[str]) -> float:
    rarity = _rarity()
    most = math.log(len(load_metrics()) + 1)
    return math.fsum(rarity.get(syllable, most) for syllable in syllables)


@cache
def _rarity() -> dict[str, float]:
    """How much a syllable tells: the fewer metrics have it in a phrase, the more."""
    metrics = load_metrics().values()
    spread = Counter(syllable for metric in metrics for syllable in _all_syllables(metric))
    return {syllable: math.log((len(metrics) + 1) / count) for syllable, count in spread.items()}


def _all_syllables(metric: Metric) -> frozenset[str]:
    return frozenset().union(*_known_phrases(metric.metric))


@cache
def _known_phrases(metric: str) -> tuple[frozenset[str], ...]:
    return tuple(_syllables(phrase) for phrase in load_metrics()[metric].phrases)


def _syllables(phrase: str) -> frozenset[str]:
    return frozenset(key for key in Tokens(phrase.replace(SLOT, " ")).keys if key.isalpha())
