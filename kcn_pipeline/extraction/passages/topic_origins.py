"""The origin that the first words of a paragraph announce: `Về vốn trong nước, có 6 dự án. Lũy kế có 52`.

Belongs here: which origin a paragraph turns to, or the title of a text on one origin alone. Does not: origins within
one sentence (`origins`).
"""

from __future__ import annotations

from typing import Final

from kcn_pipeline.extraction.text.mention_map import MentionMap
from kcn_pipeline.extraction.text.sentences import Sentence
from kcn_pipeline.extraction.text.tokens import NUMBER_KEY, Tokens
from kcn_pipeline.quantities import Origin
from kcn_pipeline.reference.function_words import function_words

_TURNING: Final = function_words("turning")
_COMPANIES: Final = function_words("company")
_PLURALS: Final = function_words("plural")
_MARKS: Final = frozenset("-+*•–—")
_WORDS_AT_MOST: Final = 12
_WORDS_TO_COUNT: Final = 4
_HAVE: Final = function_words("have")


class TopicOrigins:
    """Follows the sentences of one text in order."""

    def __init__(self, tokens: Tokens, mentions: MentionMap) -> None:
        self._tokens = tokens
        self._sole = _only_origin(tokens, mentions)
        self.title: Origin | None = None  # that of a text that its title gives to one origin
        self._paragraph = -1
        self._origin: Origin | None = None

    def over(self, sentence: Sentence, mentions: MentionMap) -> Origin | None:
        """The origin that the paragraph of `sentence` speaks of; one that turns anew takes its place."""
        turned = self._announced(sentence, mentions)
        if sentence.paragraph != self._paragraph or turned is not None:
            self._paragraph, self._origin = sentence.paragraph, turned
        if sentence.first == 0 and self._sole is not None and mentions.of("origin"):
            self.title = self._sole if self._may_be_title(sentence) else None
        return self._origin

    def _may_be_title(self, sentence: Sentence) -> bool:
        """Whether it speaks of no single company, and is no item of a list."""
        keys = self._tokens.keys
        words = set(keys[: sentence.last])
        one_company = not _COMPANIES.isdisjoint(words) and _PLURALS.isdisjoint(words)
        listed = keys[0] in _MARKS or (keys[0] == NUMBER_KEY and keys[1:2] in (["."], [")"]))
        return not one_company and not listed

    def _announced(self, sentence: Sentence, mentions: MentionMap) -> Origin | None:
        first = sentence.first + (self._tokens.keys[sentence.first] in _MARKS)
        if first >= sentence.last or self._tokens.keys[first] not in _TURNING:
            return None
        end = min(first + _WORDS_AT_MOST, sentence.last)
        end = next((at for at in range(first, end) if self._tokens.keys[at] in {NUMBER_KEY, ",", ":"}), end)
        named = {m.value.value for m in mentions.of("origin") if m.last <= end}
        return named.pop() if len(named) == 1 else None


def _only_origin(tokens: Tokens, mentions: MentionMap) -> Origin | None:
    """The origin that a text names, where it never names another, nor tells it as a part of what has no origin."""
    named = mentions.of("origin")
    origins = {m.value.value for m in named} - {"total"}
    if len(origins) != 1:
        return None
    parted = any(_tells_part(tokens, mentions, m.first) for m in named)
    return None if parted else next(iter(origins))


def _tells_part(tokens: Tokens, mentions: MentionMap, at: int) -> bool:
    """`96 dự án, trong đó 21 dự án FDI`, `96 dự án (21 dự án FDI)`: a count right behind what opens a part."""
    keys = tokens.keys
    number = next((i for i in range(at - 1, max(at - _WORDS_TO_COUNT, 0), -1) if keys[i] == NUMBER_KEY), None)
    if number is None:
        return False
    opened = number - (keys[number - 1] in _HAVE)
    return keys[number - 1] == "(" or any(mentions.ending(i, "parts") is not None for i in (number, opened))
