"""The alignment between decoded and cleaned text: ordered segments, everything between them copied.

Belongs here: segments, looking a span up in either direction. Does not: joining the alignments of two
steps (`composition`) or deciding what to change.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Any, Literal, get_args

from kcn_pipeline.quantities import Span

SegmentKind = Literal["normalised", "furniture", "restored", "digit_as_letter", "decoded"]
SEGMENT_KINDS = get_args(SegmentKind)


@dataclass(frozen=True, slots=True)
class Segment:
    """One stretch of the decoded text that cleaning replaced; `text` is empty where it was removed.

    `score` is the margin over the next-best reading, in nats; None where there was no choice. `alternatives` are
    the readings behind the chosen one, the nearest first: that one is `score` behind.
    """

    raw_start: int
    raw_end: int
    text: str
    kind: SegmentKind
    rule: str
    score: float | None = None
    alternatives: tuple[str, ...] = ()

    def as_row(self) -> dict[str, Any]:
        """The segment as `kcn clean --format segments` prints it."""
        return {name: getattr(self, name) for name in self.__slots__}

    @classmethod
    def from_row(cls, row: Mapping[str, Any]) -> Segment:
        """The inverse of `as_row`, also for a row that came through JSON."""
        return cls(**{**row, "alternatives": tuple(row.get("alternatives", ()))})


class Alignment:
    """Ordered, disjoint segments over one decoded text, with O(log n) look-up both ways.

    Errors: ValueError when segments overlap, run backwards or reach beyond the text.
    """

    __slots__ = ("_clean_starts", "_raw_starts", "clean_length", "raw_length", "segments")

    def __init__(self, segments: Iterable[Segment], raw_length: int) -> None:
        ordered = tuple(sorted(segments, key=lambda s: (s.raw_start, s.raw_end)))
        _require_disjoint(ordered, raw_length)
        growth = list(accumulate((len(s.text) - (s.raw_end - s.raw_start) for s in ordered), initial=0))
        self.segments: Sequence[Segment] = ordered
        self.raw_length = raw_length
        self.clean_length = raw_length + growth[-1]
        self._raw_starts = [s.raw_start for s in ordered]
        self._clean_starts = [s.raw_start + g for s, g in zip(ordered, growth, strict=False)]

    def apply(self, raw: str) -> str:
        """The cleaned text. Errors: ValueError when `raw` has another length than the alignment."""
        if len(raw) != self.raw_length:
            raise ValueError(f"alignment of {self.raw_length} characters applied to {len(raw)}")
        pieces, at = [], 0
        for segment in self.segments:
            pieces += [raw[at : segment.raw_start], segment.text]
            at = segment.raw_end
        return "".join([*pieces, raw[at:]])

    def to_raw(self, clean: Span) -> Span:
        """The shortest stretch of the decoded text that became `clean`; a segment counts whole.

        An empty span gives the start of what stands behind it. Errors: ValueError beyond the text.
        """
        self._require_inside(clean, self.clean_length)
        start, _ = self._raw_bounds(clean.start)
        _, end = self._raw_bounds(clean.end - 1) if len(clean) else (0, start)
        return Span(start, max(start, end))

    def to_clean(self, raw: Span) -> Span:
        """The shortest stretch of the cleaned text that `raw` became; a segment counts whole.

        Text that cleaning inserted belongs to the characters on both its sides, so that going to the
        decoded text and back never loses any. Errors: ValueError beyond the text.
        """
        self._require_inside(raw, self.raw_length)
        start, _ = self._clean_bounds(raw.start)
        _, end = self._clean_bounds(raw.end - 1) if len(raw) else (0, start)
        inserted = [self._insertion_at(offset) for offset in (raw.start, raw.end)]
        starts = [start, *(span.start for span in inserted if span)]
        ends = [start, end, *(span.end for span in inserted if span)]
        return Span(min(starts), max(ends))

    def _raw_bounds(self, clean_offset: int) -> tuple[int, int]:
        """First and after-last raw offset of the cleaned character at `clean_offset`."""
        # Removed stretches share their clean start with what follows: bisect_right passes them all.
        index = bisect_right(self._clean_starts, clean_offset) - 1
        if index < 0:
            return clean_offset, clean_offset + 1
        segment, start = self.segments[index], self._clean_starts[index]
        if clean_offset < start + len(segment.text):
            return segment.raw_start, segment.raw_end
        offset = segment.raw_end + clean_offset - start - len(segment.text)
        return offset, offset + 1

    def _clean_bounds(self, raw_offset: int) -> tuple[int, int]:
        """First and after-last cleaned offset of the raw character at `raw_offset`."""
        index = bisect_right(self._raw_starts, raw_offset) - 1
        if index < 0:
            return raw_offset, raw_offset + 1
        segment, start = self.segments[index], self._clean_starts[index]
        if raw_offset < segment.raw_end:
            return start, start + len(segment.text)
        offset = start + len(segment.text) + raw_offset - segment.raw_end
        return offset, offset + 1

    def _insertion_at(self, raw_offset: int) -> Span | None:
        """What was inserted before the raw character at `raw_offset`, in the cleaned text."""
        first = bisect_left(self._raw_starts, raw_offset)
        last = bisect_right(self._raw_starts, raw_offset)
        texts = [s.text for s in self.segments[first:last] if s.raw_end == s.raw_start]
        if not texts:
            return None
        start = self._clean_starts[first]
        return Span(start, start + sum(map(len, texts)))

    @staticmethod
    def _require_inside(span: Span, length: int) -> None:
        if span.end > length:
            raise ValueError(f"span [{span.start}, {span.end}) reaches beyond {length} characters")


def _require_disjoint(ordered: Sequence[Segment], raw_length: int) -> None:
    at = 0
    for segment in ordered:
        if not at <= segment.raw_start <= segment.raw_end <= raw_length:
            raise ValueError(
                f"segment [{segment.raw_start}, {segment.raw_end}) overlaps its predecessor, "
                f"is reversed, or reaches beyond {raw_length} characters"
            )
        at = segment.raw_end
