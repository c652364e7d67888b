"""The window that a paragraph opened with: `Trong tháng 6, doanh thu đạt 400 tỷ đồng. Nộp ngân sách đạt 3 tỷ đồng`.

Belongs here: keeping that window for the sentences that tell no time, and that of a legend for what stands in
brackets. Does not: days kept for what there is
(`kept_days`), times that parts take over from their whole (`whole_times`).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from kcn_pipeline.extraction.text.lexicon import METRIC_ROLES
from kcn_pipeline.extraction.text.mention_map import MentionMap
from kcn_pipeline.extraction.text.sentences import Sentence
from kcn_pipeline.extraction.text.tokens import NUMBER_KEY, Tokens
from kcn_pipeline.extraction.times.calendar import WINDOWS, TimeMention
from kcn_pipeline.extraction.times.kept_days import tells_now
from kcn_pipeline.periods import Window
from kcn_pipeline.reference.function_words import function_words

_COMPARED: Final = "compared"  # `…, tăng 5% so với năm 2018` tells no window of its own
_OPENING_WORDS: Final = 4
_BRACKET: Final = function_words("bracket")
_PLACING: Final = function_words("placing")
_POINTING: Final = function_words("deictic")
_SOURCE: Final = function_words("source_of_news")


class KeptWindows:
    """Reads the sentences of a text in order; `reported` is the window of its report."""

    def __init__(self, tokens: Tokens, reported: Window) -> None:
        self._tokens = tokens
        self._reported = reported
        self._paragraph = -1
        self._kept: TimeMention | None = None

    def over(self, sentence: Sentence, mentions: MentionMap, times: Sequence[TimeMention]) -> TimeMention | None:
        """The window that an earlier sentence of the paragraph opened with, unless another time was told since."""
        if sentence.paragraph != self._paragraph:
            self._paragraph, self._kept = sentence.paragraph, None
        if any(t.kind != _COMPARED for t in times):
            self._kept = self._opened(sentence, mentions, times)
            return None
        if self._kept is not None and (_tells_time(self._tokens, mentions) or self._points_back(sentence)):
            self._kept = None
        return self._kept

    def _points_back(self, sentence: Sentence) -> bool:
        """`Trong 9 dự án ấy có 2 dự án FDI`, behind a sentence on the year before: of the amount told before it."""
        if self._kept is None or self._kept.window is None or self._kept.window.end >= self._reported.end:
            return False
        words = self._tokens.keys[sentence.first : sentence.first + _OPENING_WORDS + 1]
        return words[0] in _PLACING and NUMBER_KEY in words[1:2] and not _POINTING.isdisjoint(words)

    def _opened(self, sentence: Sentence, mentions: MentionMap, times: Sequence[TimeMention]) -> TimeMention | None:
        """The only window told, at the head of its sentence and not after the reported one; a part singled out is none.

        An earlier year holds as well: `Năm 2018, doanh thu đạt 40 tỷ đồng. Nộp ngân sách đạt 3 tỷ đồng.`
        """
        told = [t for t in times if t.kind in WINDOWS and t.window is not None]
        others = any(t.window is not None and t.kind not in WINDOWS for t in times)
        if len(told) != 1 or others or mentions.of("only"):
            return None
        window = told[0].window
        opens = self._opens(sentence, self._tokens.at_or_after(told[0].span.start))
        return told[0] if opens and window is not None and window.end <= self._reported.end else None

    def _opens(self, sentence: Sentence, at: int) -> bool:
        """Whether a time at token `at` opens its sentence or stands behind a source: `Theo Cục Thống kê, tháng 6`."""
        if at <= sentence.first + _OPENING_WORDS:
            return True
        keys = self._tokens.keys
        at -= keys[at - 1] in _PLACING
        return keys[sentence.first] in _SOURCE and keys[at - 1] == "," and NUMBER_KEY not in keys[sentence.first : at]


class BracketWindows:
    """Reads the sentences of a text in order for a legend: `số trong ngoặc là thực hiện năm 2017`."""

    def __init__(self, tokens: Tokens, reported: Window) -> None:
        self._tokens = tokens
        self._reported = reported
        self._has_legend = not _BRACKET.isdisjoint(tokens.keys)
        self._window: Window | None = None

    def over(self, sentence: Sentence, mentions: MentionMap, times: Sequence[TimeMention]) -> Window | None:
        """The earlier window that brackets hold from here on, if a legend told one."""
        if self._has_legend and not mentions.of("bracket_legend"):
            keys = self._tokens.keys
            at = next((at for at in range(sentence.first, sentence.last) if keys[at] in _BRACKET), None)
            self._window = self._window if at is None else self._told(at, mentions, times)
        return self._window

    def _told(self, at: int, mentions: MentionMap, times: Sequence[TimeMention]) -> Window | None:
        """The window of the year told behind the word for brackets; of the same period, that a year earlier."""
        behind = [t for t in times if t.span.start > self._tokens.starts[at]]
        reported = self._reported
        if any(m.first > at for m in mentions.of("same_period")):
            return reported.year_earlier()
        window = behind[0].window if behind else None
        return window if window is not None and window.end < reported.end else None


def _tells_time(tokens: Tokens, mentions: MentionMap) -> bool:
    """Whether words of time stand in the sentence; those of a window may belong to a wording (`cấp mới`)."""
    if mentions.of("stock") or tells_now(tokens, mentions):
        return True
    worded = {at for m in mentions.of(*METRIC_ROLES) for at in range(m.first, m.last)}
    return any(m.first not in worded for m in mentions.of("flow"))
