"""The time that parts take over from their whole: `Đến 15/9 đã cấp 21 dự án. Trong đó, có 8 dự án ngoài khu`.

Belongs here: keeping that time for the next sentence. Does not: days kept for what there is (`kept_days`), which
figure a time governs (`windows`).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from kcn_pipeline.extraction.text.mention_map import MentionMap
from kcn_pipeline.extraction.text.sentences import Sentence
from kcn_pipeline.extraction.text.tokens import Tokens
from kcn_pipeline.extraction.times.calendar import TimeMention
from kcn_pipeline.periods import Window

_OPENING_WORDS: Final = 1


class WholeTimes:
    """Reads the sentences of a text in order; `reported` is the window of its report."""

    def __init__(self, tokens: Tokens, reported: Window) -> None:
        self._tokens = tokens
        self._reported = reported
        self._told: Sequence[TimeMention] = ()

    def over(self, sentence: Sentence, mentions: MentionMap, times: Sequence[TimeMention]) -> Sequence[TimeMention]:
        """The times of `sentence`, where it opens with parts and tells none with the one told before their whole."""
        parts = mentions.of("parts")
        if not parts and not times:
            self._told = ()
            return times
        opens = bool(parts) and parts[0].first <= sentence.first + _OPENING_WORDS
        if opens and not any(t.window is not None for t in times):
            return [*self._told, *times]
        self._told = [t for t in times if self._is_told_first(t, mentions)][-1:]
        return times

    def _is_told_first(self, time: TimeMention, mentions: MentionMap) -> bool:
        """Whether it is of the report, and stands before the first amount."""
        if time.window is None or time.window.end > self._reported.end:
            return False
        units = mentions.of("unit")
        return not units or time.span.start < self._tokens.starts[units[0].first]
