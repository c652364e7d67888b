"""What cleaning changed, as lines before and after, taken from the alignment and not guessed anew.

Belongs here: cutting an alignment into hunks and drawing them. Does not: deciding what changes (`cleaning`).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Final

from rich.table import Table
from rich.text import Text

from kcn_pipeline.alignment import Alignment, Segment
from kcn_pipeline.cleaning.review import is_doubtful

REMOVED: Final = "red"
ADDED: Final = "green"
DIGIT_GONE: Final = "bold magenta"
DOUBTFUL: Final = "bold yellow"
ALTERNATIVES: Final = "yellow"
_SHOWN_ALTERNATIVES: Final = 2
_NO_WORD: Final = "–"

Stretch = tuple[str, Segment | None]


@dataclass(frozen=True, slots=True)
class Hunk:
    """Neighbouring lines of the decoded text that cleaning changed; `line` is the first one's number, from 1.

    before, after: stretches of text in order, each with the segment that changed it, None for what was copied.
    """

    line: int
    before: tuple[Stretch, ...]
    after: tuple[Stretch, ...]


def hunks(raw: str, alignment: Alignment) -> list[Hunk]:
    """The changed lines of `raw`, in order; empty where cleaning changed nothing.

    A segment over several lines puts all of them into one hunk.
    """
    # The sentinel keeps the last line apart from its end: after a final line break another, empty one begins.
    lines = (raw + "\0").splitlines(keepends=True)
    starts = list(accumulate((len(line) for line in lines[:-1]), initial=0))
    return [_hunk(raw, starts, group) for group in _by_lines(alignment.segments, starts)]


def drawn(found: Iterable[Hunk]) -> Table:
    """Hunks as a grid: number of the line, sign, text with what changed in colour.

    A digit that became a letter stands out, and so does a doubtful word, with what else it may read behind it.
    """
    grid = Table.grid(padding=(0, 1))
    grid.add_column(justify="right", style="dim", no_wrap=True)
    grid.add_column(no_wrap=True)
    grid.add_column(overflow="fold")
    for hunk in found:
        before = Text.assemble(*((words, REMOVED if segment else "") for words, segment in hunk.before))
        after = Text.assemble(*(part for words, segment in hunk.after for part in _written(words, segment)))
        for sign, text, style in (("-", before, REMOVED), ("+", after, ADDED)):
            text.rstrip()
            if text:
                grid.add_row(str(hunk.line), Text(sign, style), text)
        grid.add_row()
    return grid


def _written(words: str, segment: Segment | None) -> Iterator[tuple[str, str]]:
    """What cleaning put there, in its colour; a doubtful word with the nearest alternatives: `tỷ[? tỉ, tý]`."""
    if segment is None:
        yield words, ""
        return
    style = DIGIT_GONE if segment.kind == "digit_as_letter" else ADDED
    if is_doubtful(segment):
        others = ", ".join(other or _NO_WORD for other in segment.alternatives[:_SHOWN_ALTERNATIVES])
        yield words, f"{DOUBTFUL if style == ADDED else style} underline"
        yield f"[? {others}]" if others else "[?]", ALTERNATIVES
    else:
        yield words, style


def _by_lines(segments: Sequence[Segment], starts: Sequence[int]) -> Iterator[list[Segment]]:
    """Segments in groups that share no line with each other."""
    group: list[Segment] = []
    for segment in segments:
        if group and _line(starts, segment.raw_start) > _last_line(starts, group[-1]):
            yield group
            group = []
        group.append(segment)
    if group:
        yield group


def _hunk(raw: str, starts: Sequence[int], group: Sequence[Segment]) -> Hunk:
    first, last = _line(starts, group[0].raw_start), _last_line(starts, group[-1])
    at, end = starts[first], starts[last + 1] if last + 1 < len(starts) else len(raw)
    before: list[Stretch] = []
    after: list[Stretch] = []
    for segment in group:
        same: Stretch = (raw[at : segment.raw_start], None)
        before += [same, (raw[segment.raw_start : segment.raw_end], segment)]
        after += [same, (segment.text, segment)]
        at = segment.raw_end
    rest: Stretch = (raw[at:end], None)
    return Hunk(first + 1, _not_empty([*before, rest]), _not_empty([*after, rest]))


def _not_empty(stretches: Iterable[Stretch]) -> tuple[Stretch, ...]:
    return tuple((words, segment) for words, segment in stretches if words)


def _line(starts: Sequence[int], offset: int) -> int:
    return bisect_right(starts, offset) - 1


def _last_line(starts: Sequence[int], segment: Segment) -> int:
    return _line(starts, max(segment.raw_start, segment.raw_end - 1))
