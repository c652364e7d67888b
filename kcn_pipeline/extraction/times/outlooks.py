"""Which stretches of a text speak of plans: sections, lists and paragraphs that turn to what comes next.

Belongs here: the turns, and how long each holds. Does not: whether one figure is an aim (`aims`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from kcn_pipeline.extraction.text.mention_map import MentionMap
from kcn_pipeline.extraction.text.phrase_index import Mention
from kcn_pipeline.extraction.text.sentences import Sentence, is_item
from kcn_pipeline.extraction.text.tokens import NUMBER_KEY, Tokens
from kcn_pipeline.extraction.times.calendar import AS_OF, WINDOWS, TimeMention
from kcn_pipeline.periods import Window
from kcn_pipeline.reference.function_words import function_words

_QUESTION: Final = "?"
_DATELINE: Final = frozenset({"month", "quarter"})
_NO_TURN: Final = AS_OF | {"range", "whole_year", "this_year"}
_YEARS: Final = frozenset({"year", "whole_year", "this_year"})
_EXPECTED: Final = "expected"
_DONE: Final = function_words("done")
_OPENING_WORDS: Final = 1
_TURN_WORDS: Final = 12  # a section turns to the future within the first words of its opening


@dataclass(frozen=True, slots=True)
class Outlook:
    """Whether a stretch of text speaks of plans, and of which year."""

    target: bool = False
    window: Window | None = None


class OutlookReader:
    """Reads the sentences of a text in order; `reported` is the window of its report."""

    def __init__(self, tokens: Tokens, reported: Window) -> None:
        self._tokens = tokens
        self._reported = reported
        self._section = self._paragraph_outlook = Outlook()
        self._section_is_list = False
        self._expects = False
        self._ahead: bool | None = None  # whether the text began with an aim of its own year; None before its amounts

    def enter(self, sentence: Sentence, *, announced: bool) -> None:
        """A new paragraph begins, `announced` by the one before it or not."""
        if not announced:
            self._paragraph_outlook, self._expects = Outlook(), False
        if self._section_is_list and not is_item(self._tokens, sentence):
            self._section, self._section_is_list = Outlook(), False

    def over(self, sentence: Sentence, mentions: MentionMap, times: Sequence[TimeMention]) -> Outlook:
        """The outlook of the next sentence."""
        turned, expected = self._turn(sentence, mentions, times), self._expected(sentence, mentions, times)
        if self._expects and (turned or self._is_of_another_time(times) or self._tells_now(sentence, mentions)):
            self._paragraph_outlook, self._expects = Outlook(), False
        if turned is None and expected is not None:
            turned, self._expects = expected, True
        if turned is None and times and not sentence.heading and self._turns_to_results(sentence, times):
            self._section = self._paragraph_outlook = Outlook()
        if sentence.heading and not (turned and self._asks(sentence)):
            headline = sentence.first == 0 and not mentions.of("section_future") and self._states_amounts(mentions)
            self._section, self._section_is_list = Outlook() if headline or turned is None else turned, False
        elif turned:
            self._paragraph_outlook = turned
            if self._tokens.keys[sentence.last - 1] == ":":
                self._section, self._section_is_list = turned, True
        return turned or (self._paragraph_outlook if self._paragraph_outlook.target else self._section)

    def _expected(self, sentence: Sentence, mentions: MentionMap, times: Sequence[TimeMention]) -> Outlook | None:
        """`Dự kiến doanh thu cả năm đạt …`, of a year not yet over: what comes next in the paragraph is expected too.

        A year that its report covers is over, but for a text that began with what it aims at in that year.
        """
        words = mentions.of("target")
        if self._ahead is None and not sentence.heading and self._states_amounts(mentions):
            aims = any(m.value.value != _EXPECTED for m in words)
            self._ahead = aims and self._names_own_year(times) and not self._tells_done(sentence)
        first = next((m for m in words if m.value.value == _EXPECTED), None)
        opens = first is not None and first.first <= sentence.first + _TURN_WORDS
        if not opens or sentence.heading or self._tells_done(sentence):
            return None
        own_year = next((t for t in times if t.kind in _YEARS and self._is_own_year(t)), None)
        unfinished = own_year is not None and own_year.window is not None and own_year.window.end > self._reported.end
        if not unfinished and not self._ahead:
            return None
        return Outlook(target=True, window=own_year.window if own_year is not None else None)

    def _is_of_another_time(self, times: Sequence[TimeMention]) -> bool:
        """Whether a sentence behind an expectation is dated apart from it."""
        expected = (self._paragraph_outlook.window or self._reported).end
        return any(t.window is not None and t.window.end != expected for t in times)

    def _tells_now(self, sentence: Sentence, mentions: MentionMap) -> bool:
        return bool(mentions.of("now")) or self._tells_done(sentence)

    def _names_own_year(self, times: Sequence[TimeMention]) -> bool:
        return any(t.kind in _YEARS and self._is_own_year(t) for t in times)

    def _is_own_year(self, time: TimeMention) -> bool:
        return time.window is not None and time.window.end.year == self._reported.end.year

    def _tells_done(self, sentence: Sentence) -> bool:
        return not _DONE.isdisjoint(self._tokens.keys[sentence.first : sentence.last])

    def _states_amounts(self, mentions: MentionMap) -> bool:
        """`Năm 2026 phấn đấu thu hút 2 tỷ USD` over a text: one aim, no section of plans."""
        measured = (m for m in mentions.of("unit", "scale") if m.first > 0)
        return any(self._tokens.keys[m.first - 1] == NUMBER_KEY for m in measured)

    def _turns_to_results(self, sentence: Sentence, times: Sequence[TimeMention]) -> bool:
        asks = self._tokens.keys[sentence.last - 1] == _QUESTION and self._states_results(times)
        return asks or self._opens_in_report(sentence, times)

    def _opens_in_report(self, sentence: Sentence, times: Sequence[TimeMention]) -> bool:
        """`Năm 2019, …` under a title that names the tasks of 2020: what comes next is not of the title."""
        opening = next((t for t in times if t.window is not None and t.kind in WINDOWS), None)
        if opening is None or opening.window is None or opening.window.end > self._reported.end:
            return False
        return self._tokens.at_or_after(opening.span.start) <= sentence.first + _OPENING_WORDS

    def _turn(self, sentence: Sentence, mentions: MentionMap, times: Sequence[TimeMention]) -> Outlook | None:
        """The outlook that this sentence opens: a later year, or words of what comes next, at its start."""
        words = mentions.of("section_future")
        if not times and not words:
            return None
        limit = min(sentence.first + _TURN_WORDS, sentence.last) if not sentence.heading else sentence.last
        future = next((m for m in words if m.first < limit), None)
        heading, asks = sentence.heading, self._asks(sentence) and bool(mentions.of("target", "plan"))
        later = next((t for t in times if self._is_later(t, far=heading or asks, dated=heading and not asks)), None)
        if future is None and not (later and self._tokens.at_or_after(later.span.start) < limit):
            return None
        if later is None and not (future and _opens(future, sentence)):
            return None
        named = future is not None or mentions.of("target", "plan") or (later and later.kind.startswith("planned"))
        if sentence.first == 0 and not named:
            return None  # a title may name the next year; that makes no plan of the text
        if later is None and not mentions.of("target") and not sentence.heading and self._states_results(times):
            return None
        return Outlook(target=True, window=later.window if later else None)

    def _asks(self, sentence: Sentence) -> bool:
        return self._tokens.keys[sentence.last - 1] == _QUESTION

    def _is_later(self, time: TimeMention, *, far: bool, dated: bool) -> bool:
        """Of a plan of its own; one that is `far` only in a heading or a question: `- Mục tiêu tới năm 2030?`."""
        reported = self._reported.end
        if time.kind == "range" and time.window is not None and time.window.start is not None:
            return time.window.start > reported  # `Kế hoạch 5 năm 2021-2025: …`
        if time.window is None or time.kind in _NO_TURN:
            return False
        # The month over a text is mostly that of its publication.
        if dated and time.kind in _DATELINE:
            return False
        if time.window.end.year > reported.year + 1 and not far:
            return False
        # A report on a half-year names its own year in every heading; that turns nothing.
        own_year = time.kind == "year" and time.window.end.year == reported.year
        return time.window.end > reported and not own_year

    def _states_results(self, times: Sequence[TimeMention]) -> bool:
        return any(t.window is not None and t.window.end <= self._reported.end for t in times)


def _opens(mention: Mention, sentence: Sentence) -> bool:
    return mention.first <= sentence.first + 3
