"""Comparing extracted facts with annotated ones.

Belongs here: matching by place and counting agreement at three levels. Does not: reading documents.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, Final

from kcn_pipeline.reference.metrics import load_metrics

LONGER_AT_MOST: Final = 25
READING: Final = ("value", "unit")
MEANING: Final = (*READING, "metric", "comparison", "origin", "base")
FULL: Final = (*MEANING, "entity", "period_start", "period_end", "bound", "target")
LEVELS: Final = {"reading": READING, "meaning": MEANING, "full": FULL}


@dataclass(slots=True)
class Score:
    """Counts at one level; precision, recall and F1 follow."""

    right: int = 0
    predicted: int = 0
    annotated: int = 0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall; 0 where nothing was right."""
        return 2 * self.right / (self.predicted + self.annotated) if self.right else 0.0

    def add(self, other: Score) -> None:
        """Take in another document's counts."""
        self.right += other.right
        self.predicted += other.predicted
        self.annotated += other.annotated


@dataclass(slots=True)
class Scores:
    """The three levels, and figures extracted where none was annotated."""

    levels: dict[str, Score] = field(default_factory=lambda: {name: Score() for name in LEVELS})
    inventions: int = 0

    def add(self, other: Scores) -> None:
        """Take in another document's scores."""
        self.inventions += other.inventions
        for name, score in self.levels.items():
            score.add(other.levels[name])


Fact = Mapping[str, Any]


def score(annotated: Sequence[Fact], predicted: Sequence[Fact]) -> Scores:
    """Scores of one document. Annotated facts outside the vocabulary or peripheral cost nothing."""
    pairs = _matched(annotated, predicted)
    optional = {i for i, fact in enumerate(annotated) if _is_optional(fact)}
    matched_optional = {j for i, j in pairs.items() if i in optional}
    result = Scores()
    result.inventions = sum(
        fact.get("metric") is not None for j, fact in enumerate(predicted) if j not in set(pairs.values())
    )
    for name, fields in LEVELS.items():
        counted = [
            j
            for j, fact in enumerate(predicted)
            if j not in matched_optional and (name == "reading" or fact.get("metric") is not None)
        ]
        right = sum(
            not (differences(predicted[j], annotated[i]) & set(fields)) for i, j in pairs.items() if i not in optional
        )
        result.levels[name] = Score(right, len(counted), len(annotated) - len(optional))
    return result


def differences(predicted: Fact, annotated: Fact) -> set[str]:
    """Names of the fields on which the two disagree."""
    wrong = {name for name in ("unit", "metric") if predicted.get(name) != annotated.get(name)}
    if Decimal(str(predicted["value"])) != Decimal(str(annotated["value"])):
        wrong.add("value")
    for name, default in (("comparison", "level"), ("bound", "exact"), ("target", False)):
        if (predicted.get(name) or default) != (annotated.get(name) or default):
            wrong.add(name)
    metric = load_metrics().get(str(annotated.get("metric")))
    if metric and metric.origin_split and (predicted.get("origin") or "total") != (annotated.get("origin") or "total"):
        wrong.add("origin")
    if annotated.get("base") and predicted.get("base") != annotated["base"]:
        wrong.add("base")
    if not _same_entity(predicted.get("entity"), annotated.get("entity")):
        wrong.add("entity")
    if annotated.get("period_end"):
        wrong |= {n for n in ("period_start", "period_end") if (predicted.get(n) or None) != (annotated.get(n) or None)}
    return wrong


def _same_entity(predicted: str | None, annotated: str | None) -> bool:
    """Zones, companies and countries are named in many ways: their kind alone is compared."""
    kind = (annotated or "").partition(":")[0]
    if kind in {"board", "bloc", "province", "nation"}:
        return (predicted or "").partition("@")[0] == (annotated or "").partition("@")[0]
    return (predicted or "").partition(":")[0] == kind


def _is_optional(fact: Fact) -> bool:
    metric = load_metrics().get(str(fact.get("metric")))
    return metric is None or "peripheral" in (metric.tier, fact.get("tier"))


def _matched(annotated: Sequence[Fact], predicted: Sequence[Fact]) -> dict[int, int]:
    """One-to-one pairs of overlapping quotes, best agreement first."""
    candidates = sorted(
        (len(differences(p, a)) + 5 * ("value" in differences(p, a)), i, j)
        for i, a in enumerate(annotated)
        for j, p in enumerate(predicted)
        if _overlap(a, p)
    )
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for _, i, j in candidates:
        if i not in pairs and j not in taken:
            pairs[i] = j
            taken.add(j)
    return pairs


def _overlap(annotated: Fact, predicted: Fact) -> bool:
    longer = (predicted["end"] - predicted["start"]) - (annotated["end"] - annotated["start"])
    apart = predicted["end"] <= annotated["start"] or annotated["end"] <= predicted["start"]
    return not apart and longer <= LONGER_AT_MOST


def total(scores: Iterable[Scores]) -> Scores:
    """Counts of several documents together."""
    result = Scores()
    for one in scores:
        result.add(one)
    return result
