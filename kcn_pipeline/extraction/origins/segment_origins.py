"""The origin that a segment shares: `2 dự án FDI vốn 9 triệu USD; tăng vốn 6 dự án thêm 20 triệu USD`.

Belongs here: origins within what semicolons part. Does not: words that stand with
a figure (`origins`), passages of several sentences (`continued_origins`).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from functools import cached_property
from typing import Final

from kcn_pipeline.extraction.origins.currencies import is_split
from kcn_pipeline.extraction.passages.context import SentenceContext
from kcn_pipeline.extraction.passages.drafts import Draft
from kcn_pipeline.extraction.text.phrase_index import Mention
from kcn_pipeline.extraction.text.tokens import Tokens
from kcn_pipeline.quantities import Origin
from kcn_pipeline.reference.function_words import function_words

_TOTALS: Final = function_words("total")
_OPENING_WORDS: Final = 2
_SIGNS: Final = frozenset({";", ".", "(", ")"})


class SegmentOrigins:
    """Reads the segments of one sentence."""

    def __init__(self, tokens: Tokens, context: SentenceContext, drafts: Sequence[Draft]) -> None:
        self._tokens = tokens
        self._context = context
        self._drafts = drafts
        self._origins = context.mentions.of("origin")

    @cached_property
    def _starts(self) -> list[int]:
        """Where the segments begin."""
        return _segment_starts(self._tokens.keys, self._context.sentence.first, self._context.sentence.last)

    def of(self, draft: Draft) -> Origin | None:
        """The one origin named before the first figure of the segment, or told by the segment before."""
        if len(self._starts) < 2:
            return None
        at = bisect_right(self._starts, draft.figure.first) - 1
        start, end = self._bounds(at)
        named = self._named(start, end) if self._origins else []
        if not named and at == 0:
            return None
        inside = [d for d in self._drafts if start <= d.figure.first < end]
        if named:
            first = inside[0].figure
            opens = named[0].last <= first.before or named[0].first == first.last
            return named[0].value.value if opens and len({m.value.value for m in named}) == 1 else None
        return self._went_on(start, inside, at)

    def _went_on(self, start: int, inside: Sequence[Draft], at: int) -> Origin | None:
        """FDI, where all of the segment before was and this one has dollars only."""
        keys, opening = self._tokens.keys, range(start, start + _OPENING_WORDS)
        if any(m.first in opening for m in self._context.mentions.of("stock")):
            return None
        if not _TOTALS.isdisjoint(keys[start : start + _OPENING_WORDS]):
            return None
        first, last = self._bounds(at - 1)
        before = {d.origin for d in self._drafts if first <= d.figure.first < last and is_split(d)}
        units = {d.figure.unit for d in inside if d.figure.dimension == "money"}
        return "fdi" if units == {"USD"} and before == {"fdi"} else None

    def _bounds(self, at: int) -> tuple[int, int]:
        starts = [*self._starts, self._context.sentence.last]
        return starts[at], starts[at + 1]

    def _named(self, start: int, end: int) -> list[Mention]:
        return [m for m in self._origins if start <= m.first < end]


def _segment_starts(keys: Sequence[str], first: int, last: int) -> list[int]:
    """Where the segments of tokens [first, last) begin: after each semicolon outside brackets."""
    starts, depth = [first], 0
    for at in [at for at in range(first, last) if keys[at] in _SIGNS]:
        if keys[at] == "(":
            depth += 1
        elif keys[at] == ")":
            depth = max(depth - 1, 0)
        elif depth == 0:
            starts.append(at + 1)
    return starts
