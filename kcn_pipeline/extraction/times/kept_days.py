"""The day as of which a paragraph or section counts: `Đến 20/6 có 650 dự án. Đã cho thuê 590 ha` speaks of one day.

Belongs here: keeping that day from sentence to sentence. Does not: which figures of a sentence it governs (`windows`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from kcn_pipeline.extraction.text.mention_map import MentionMap
from kcn_pipeline.extraction.text.sentences import Sentence, is_item
from kcn_pipeline.extraction.text.tokens import Tokens
from kcn_pipeline.extraction.times.calendar import AS_OF, YEAR_TO_DATE, TimeMention
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
        self._of_list = False

    def over(self, sentence: Sentence, mentions: MentionMap, times: Sequence[TimeMention]) -> TimeMention | None:
        """The day told before in the paragraph or in its heading, unless this sentence or one between tells another."""
        if sentence.paragraph != self._paragraph:
            if self._of_list and not is_item(self._tokens, sentence):
                self._of_section, self._of_list = None, False
            self._paragraph, self._day = sentence.paragraph, self._of_section
        governing = [t for t in times if t.window is not None and t.kind != YEAR_TO_DATE]
        announces = bool(governing) and self._tokens.keys[sentence.last - 1] == ":"
        if sentence.heading or announces:  # `Kết quả (tính đến ngày 15/6):` over a list
            self._of_section, self._of_list = self._kept(governing), announces
        if governing or tells_now(self._tokens, mentions):
            self._day = self._kept(governing)
            return None
        return self._day

    @property
    def window_of_section(self) -> TimeMention | None:
        """What was done up to the day that the heading told: `Kết quả (tính đến ngày 15/6): cấp 46 giấy phép`."""
        day = self._of_section
        if day is None or day.window is None:
            return None
        return replace(
            day, window=Window(self._reported.start or day.window.end.replace(month=1, day=1), day.window.end)
        )

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
