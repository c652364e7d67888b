"""Headings that make estimates of what stands under them: `Kết quả sản xuất (ước thực hiện):`, `Ước cả năm:`.

Belongs here: remembering such a heading from sentence to sentence. Does not: estimates within one (`plans`).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from kcn_pipeline.extraction.text.mention_map import MentionMap
from kcn_pipeline.extraction.text.phrase_index import Mention
from kcn_pipeline.extraction.text.sentences import Sentence
from kcn_pipeline.extraction.text.tokens import NUMBER_KEY, Tokens
from kcn_pipeline.extraction.times.calendar import TimeMention

_BULLETS: Final = frozenset("-+*•–—▪●")
_MARK_AT_MOST: Final = 3
_SIGNS: Final = frozenset({".", ")", "/"})


class EstimateReader:
    """Reads the sentences of a text in order."""

    def __init__(self, tokens: Tokens) -> None:
        self._tokens = tokens
        self._paragraph = -1
        self._heading: Mention | None = None
        self._list: Mention | None = None
        self._announced = False
        self._mark: str | None = None

    def over(self, sentence: Sentence, mentions: MentionMap, times: Sequence[TimeMention]) -> Mention | None:
        """The word for an estimate that a heading or an announcement above `sentence` has."""
        keys = self._tokens.keys
        if sentence.paragraph != self._paragraph:
            self._paragraph = sentence.paragraph
            if not self._announced and keys[sentence.first] not in _BULLETS:
                self._list = None
            self._announced = False
            if self._mark is not None and self._mark == self._mark_of(sentence):
                self._heading = self._list = None  # `* Sản xuất (ước): …` ends at the next heading of its kind
        above = self._list or self._heading
        colon = keys[sentence.last - 1] == ":"
        if (sentence.heading or colon) and not self._has_amounts(sentence, times):
            own = next((m for m in mentions.of("hedge") if is_estimate(m) and self._heads(m, sentence)), None)
            if sentence.heading:
                self._heading = own
                self._mark = self._mark_of(sentence)
            self._list, self._announced = own, True
        return above

    def _mark_of(self, sentence: Sentence) -> str | None:
        """The mark that a paragraph opens with: a bullet, or the sign behind its number or letter."""
        mark, sign = (*self._tokens.keys[sentence.first : sentence.first + 2], "")[:2]
        if mark in _BULLETS:
            return mark
        return (NUMBER_KEY if mark == NUMBER_KEY else "") + sign if sign in _SIGNS else None

    def _heads(self, word: Mention, sentence: Sentence) -> bool:
        """Whether it opens or closes the heading, or stands in its brackets; a header of columns names others."""
        opened = self._tokens.keys[word.first - 1 : word.first] == ["("]
        return opened or word.first < sentence.first + _MARK_AT_MOST or word.last >= sentence.last - 1

    def _has_amounts(self, sentence: Sentence, times: Sequence[TimeMention]) -> bool:
        """Whether a number stands in it that is part of neither a time nor a list mark."""
        starts, keys = self._tokens.starts, self._tokens.keys
        numbers = [at for at in range(sentence.first, sentence.last) if keys[at] == NUMBER_KEY]
        if numbers and numbers[0] - sentence.first < _MARK_AT_MOST and keys[numbers[0] + 1 : numbers[0] + 2] != ["%"]:
            numbers = numbers[1:] if {".", ")", "/"} & set(keys[numbers[0] + 1 : numbers[0] + 2]) else numbers
        return any(not any(t.span.start <= starts[at] < t.span.end for t in times) for at in numbers)


def is_estimate(hedge: Mention) -> bool:
    """Whether the word speaks of an estimate, which is printed in full, and not of a rounded amount."""
    return bool(hedge.value.value == "approx" and hedge.value.least == hedge.value.most == 1)
