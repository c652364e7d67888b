"""The day as of which a paragraph counts: `Đến 20/6 có 650 dự án. Đã cho thuê 590 ha` speaks of one day.

Belongs here: keeping that day from sentence to sentence. Does not: which figures of a sentence it governs (`windows`).
"""

from __future__ import annotations

from collections.abc import Sequence

from kcn_pipeline.extraction.calendar import AS_OF, TimeMention
from kcn_pipeline.extraction.mention_map import MentionMap
from kcn_pipeline.extraction.sentences import Sentence
from kcn_pipeline.periods import Window


class KeptDays:
    """Reads the sentences of a text in order; `reported` is the window of its report."""

    def __init__(self, reported: Window) -> None:
        self._reported = reported
        self._paragraph = -1
        self._day: TimeMention | None = None

    def over(self, sentence: Sentence, mentions: MentionMap, times: Sequence[TimeMention]) -> TimeMention | None:
        """The day told in an earlier sentence of the paragraph, unless this one or one between tells another time."""
        if sentence.paragraph != self._paragraph:
            self._paragraph, self._day = sentence.paragraph, None
        governing = [t for t in times if t.window is not None]
        if governing or mentions.of("now"):
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
