"""Words of a cleaned text that a person should look at: restored by so narrow a margin that they may be wrong.

Belongs here: what is doubtful, and which doubtful words lie in a stretch. Does not: which stretches a figure was read
from (`extraction`), or how a doubt is shown (`publication`, `commands`).
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Any

from kcn_pipeline.alignment import Alignment, Segment
from kcn_pipeline.quantities import Span
from kcn_pipeline.reference.quality_thresholds import load_quality_thresholds


@dataclass(frozen=True, slots=True)
class Doubt:
    """A restored word that may be wrong: where it stands in the decoded text, and what else it may read.

    `alternatives` are the nearest first; `margin` is how far that one is behind, in nats.
    """

    start: int
    end: int
    word: str
    alternatives: tuple[str, ...]
    margin: float

    @property
    def span(self) -> Span:
        """Where the word stands in the decoded text; empty for one that was lost from it."""
        return Span(self.start, self.end)

    def as_row(self) -> dict[str, Any]:
        """The doubt as it stands in the column `review` of `extracted_metrics`."""
        return asdict(self)

    @classmethod
    def from_row(cls, row: dict[str, Any]) -> Doubt:
        """The inverse of `as_row`, also for a row that came through JSON."""
        return cls(**{**row, "alternatives": tuple(row["alternatives"])})


def is_doubtful(segment: Segment) -> bool:
    """Whether the next reading is nearer than `doubtful_margin` of the quality thresholds."""
    return segment.score is not None and segment.score < load_quality_thresholds().doubtful_margin


class Doubts:
    """The doubtful words of one alignment, found by where they stand in the decoded text."""

    def __init__(self, alignment: Alignment) -> None:
        self._all = [_doubt(s) for s in alignment.segments if is_doubtful(s)]
        self._starts = [doubt.start for doubt in self._all]
        self._ends = [doubt.end for doubt in self._all]

    def __len__(self) -> int:
        return len(self._all)

    def within(self, windows: Iterable[Span]) -> tuple[Doubt, ...]:
        """The doubtful words that any of the stretches of the decoded text touches, each once, in order."""
        if not self._all:
            return ()
        found: set[int] = set()
        for window in windows:
            # Disjoint and in order, so that ends ascend as starts do.
            found.update(range(bisect_right(self._ends, window.start), bisect_left(self._starts, window.end)))
        return tuple(self._all[index] for index in sorted(found))


def _doubt(segment: Segment) -> Doubt:
    margin = 0.0 if segment.score is None else round(segment.score, 3)
    return Doubt(segment.raw_start, segment.raw_end, segment.text, segment.alternatives, margin)
