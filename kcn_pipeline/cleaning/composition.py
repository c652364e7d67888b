"""Joining the alignments of two steps into one that leads from the first text to the last.

Belongs here: composing and its bookkeeping. Does not: looking spans up (`alignment`) or any step
that changes text.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import reduce
from itertools import accumulate
from math import inf

from kcn_pipeline.alignment import Alignment, Segment


@dataclass(frozen=True, slots=True)
class _Placed:
    """A segment of either step with its place [start, end) in the text between the steps."""

    start: int
    end: int
    segment: Segment
    of_first: bool


def compose(first: Alignment, second: Alignment) -> Alignment:
    """One alignment for two steps: it gives what `second` makes of what `first` makes of a text.

    Segments of the two steps that overlap become one, which takes the kind of the later step, the rules of both, and
    score and alternatives of its least certain word. Errors: ValueError when `second` is not over a text of the length
    that `first` gives.
    """
    if second.raw_length != first.clean_length:
        raise ValueError(f"step over {second.raw_length} characters after one that gives {first.clean_length}")
    # Most texts need few of the steps.
    if not first.segments:
        return second
    if not second.segments:
        return first
    growth = list(accumulate((_growth(s) for s in first.segments), initial=0))
    earlier = [_placed(s, shift) for s, shift in zip(first.segments, growth, strict=False)]
    later = [_Placed(s.raw_start, s.raw_end, s, of_first=False) for s in second.segments]
    ends = [one.end for one in earlier]
    merged: list[Segment] = []
    for cluster in _clusters(sorted([*earlier, *later], key=lambda p: (p.start, p.end, not p.of_first))):
        steps = {one.of_first for one in cluster}
        if steps == {True, False}:
            merged.append(_merged(cluster))
        else:
            merged += [
                one.segment if one.of_first else _moved(one.segment, -growth[bisect_right(ends, one.start)])
                for one in cluster
            ]
    return Alignment(merged, first.raw_length)


def compose_all(alignments: Iterable[Alignment], length: int) -> Alignment:
    """The steps one after another over a text of `length` characters; no step leaves it as it is."""
    return reduce(compose, alignments, Alignment((), length))


def _growth(segment: Segment) -> int:
    return len(segment.text) - (segment.raw_end - segment.raw_start)


def _placed(segment: Segment, shift: int) -> _Placed:
    start = segment.raw_start + shift
    return _Placed(start, start + len(segment.text), segment, of_first=True)


def _clusters(ordered: Iterable[_Placed]) -> Iterator[list[_Placed]]:
    """Runs of segments that overlap; empty ones only count inside another, or at the same offset as each other."""
    cluster: list[_Placed] = []
    reach = 0
    for one in ordered:
        all_empty_here = one.start == one.end == reach and bool(cluster) and cluster[0].start == reach
        if cluster and not (one.start < reach or all_empty_here):
            yield cluster
            cluster, reach = [], 0
        cluster.append(one)
        reach = max(reach, one.end)
    if cluster:
        yield cluster


def _merged(cluster: Sequence[_Placed]) -> Segment:
    """One segment for an overlapping run: what the edges of the run were in the first text, and its last wording."""
    earlier = [one for one in cluster if one.of_first]
    later = [one for one in cluster if not one.of_first]
    start, end = cluster[0].start, max(one.end for one in cluster)
    head, tail = earlier[0], earlier[-1]
    doubtful = min(later, key=lambda one: inf if one.segment.score is None else one.segment.score)
    others = (_instead(later, doubtful, reading) for reading in doubtful.segment.alternatives)
    return Segment(
        raw_start=head.segment.raw_start - (head.start - start),
        raw_end=tail.segment.raw_end + (end - tail.end),
        text=_wording(earlier, later, start, end),
        kind=later[-1].segment.kind,
        rule="+".join(dict.fromkeys(one.segment.rule for one in [*earlier, *later])),
        score=doubtful.segment.score,
        alternatives=tuple(_wording(earlier, other, start, end) for other in others),
    )


def _instead(later: Sequence[_Placed], chosen: _Placed, reading: str) -> Sequence[_Placed]:
    """The same, but for another reading of one of them."""
    return [replace(one, segment=replace(one.segment, text=reading)) if one is chosen else one for one in later]


def _wording(earlier: Sequence[_Placed], later: Sequence[_Placed], start: int, end: int) -> str:
    pieces, at = [], start
    for one in later:
        pieces += [_kept(earlier, at, one.start), one.segment.text]
        at = one.end
    return "".join([*pieces, _kept(earlier, at, end)])


def _kept(earlier: Sequence[_Placed], start: int, end: int) -> str:
    """What the first step put into [start, end) of the text between; no other text stands inside a run."""
    return "".join(
        one.segment.text[max(start - one.start, 0) : end - one.start]
        for one in earlier
        if one.start < end and start < one.end
    )


def _moved(segment: Segment, by: int) -> Segment:
    return segment if not by else replace(segment, raw_start=segment.raw_start + by, raw_end=segment.raw_end + by)
