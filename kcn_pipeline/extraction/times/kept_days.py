"""The day as of which a paragraph or section counts: `Đến 20/6 có 650 dự án. Đã cho thuê 590 ha` speaks of one day.

Belongs here: keeping that day from sentence to sentence. Does not: which figures of a sentence it governs (`windows`).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from kcn_pipeline.extraction.text.mention_map import MentionMap
from kcn_pipeline.extraction.text.sentences import Sentence
from kcn_pipeline.extraction.text.tokens import Tokens
from kcn_pipeline.extraction.times.calendar import AS_OF, TimeMention
from kcn_pipeline.periods import Window
from kcn_pipeline.reference.function_words import function_words

_BEFORE_PART: Final = function_words("before_part_of_verb")


class KeptDays:
    """Reads the sentences of a text in order; `reported` is the window of its report."""

    def __init__(self, tokens: Tokens, reported: Window) -> None:
        self._tokens = tokens
        self._reported = reported
        self._paragraph = -1
        self._day: TimeMention | None = None
        self._of_section: TimeMention | None = None

    def over(self, sentence: Sentence, mentions: MentionMap, times: Sequence[TimeMention]) -> TimeMention | None:
        """The day told before in the paragraph or in its heading, unless this sentence or one between tells another."""
        if sentence.paragraph != self._paragraph:
            self._paragraph, self._day = sentence.paragraph, self._of_section
        governing = [t for t in times if t.window is not None]
        if sentence.heading:
            self._of_section = self._kept(governing)
        if governing or tells_now(self._tokens, mentions):
            self._day = self._kept(governing)
            return None
        return self._day

    def _kept(self, times: Sequence[TimeMention]) -> TimeMention | None:
        """The only time of its sentence, where it is a day within the window."""
        time = times[0] if len(times) == 1 else None
        if time is None or time.kind not in AS_OF or time.window is None:
            return None
        begins = self._reported.start or self._reported.end
        return time if begins <= time.window.end <= self._reported.end else None


def tells_now(tokens: Tokens, mentions: MentionMap) -> bool:
    """Whether a word of now stands among `mentions`; the end of a verb is none: `vốn đã thực hiện`."""
    words = mentions.of("now")
    return bool(words) and any(not m.first or tokens.keys[m.first - 1] not in _BEFORE_PART for m in words)
