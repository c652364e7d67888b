"""Words that set a percentage against an earlier time: `tăng 5% so với cùng kỳ`, `so năm 2018 tăng 9%`.

Belongs here: which of them speak of one figure. Does not: what the comparison is (`comparisons`), or of which time its
base is (`periods`).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from kcn_pipeline.extraction.numbers.figures import Figure
from kcn_pipeline.extraction.passages.context import SentenceContext
from kcn_pipeline.extraction.text.phrase_index import Mention
from kcn_pipeline.extraction.text.tokens import Tokens
from kcn_pipeline.reference.function_words import function_words

_OPENING_WORDS: Final = 3
_CLAUSE_SIGNS: Final = frozenset({",", "("})
_AND: Final = function_words("and")
_ENDS: Final = frozenset({",", ";", ".", "(", ")"})


class EarlierPeriods:
    """Those of one sentence, whose verbs of growth and the like are `verbs`."""

    def __init__(self, tokens: Tokens, context: SentenceContext, verbs: Sequence[Mention]) -> None:
        self._keys, self._sentence = tokens.keys, context.sentence
        self._verb_starts = [m.first for m in verbs]
        self._same = context.mentions.of("same_period")
        compared = (t.span for t in context.times if t.kind == "compared")
        self._times = [(tokens.at_or_after(span.start), tokens.at_or_after(span.end)) for span in compared]
        opening = range(self._sentence.first, self._sentence.first + _OPENING_WORDS)
        # `So với năm 2017, số dự án giảm 7, nhưng vốn bằng 141%`
        self._carried = 0
        self._over_all = any(at in opening for at in (*(m.first for m in self._same), *(at for at, _ in self._times)))

    def speak_of(self, figure: Figure, start: int, after: tuple[int, int], right: Sequence[Mention]) -> bool:
        """Whether one stands in tokens `after`, is among `right`, or stands before the figure in its clause."""
        if not self._same and not self._times:
            return False
        if self._over_all or any(m.role == "same_period" for m in right):
            return True
        if self._goes_on(figure) or any(start <= m.first and m.last <= figure.first for m in self._same):
            self._carried = figure.last
            return True
        return any(start <= at < figure.first for at, _ in self._times) or self.end_behind(*after) > 0

    def _goes_on(self, figure: Figure) -> bool:
        """`so với cùng kỳ bằng 115% về số dự án và bằng 128% về vốn`: joined to one with the words before it."""
        between = self._keys[self._carried : figure.first] if self._carried else []
        return not _AND.isdisjoint(between) and _ENDS.isdisjoint(between)

    def end_behind(self, first: int, last: int) -> int:
        """Where the year or month in tokens [first, last) that the figure is compared with ends; 0 if there is none.

        Behind a comma and before a verb it opens what follows: `vượt 3% kế hoạch, so năm 2018 tăng 9%`.
        """
        if not self._times:
            return 0
        clause = self._keys[first : self._sentence.last]
        ends = (at for at in self._verb_starts if at >= first)
        limit = min([last, first + (clause.index(";") if ";" in clause else len(clause)), *ends])
        behind = ((at, end) for at, end in self._times if first <= at < limit)
        own = (end for at, end in behind if self._keys[at - 1] not in _CLAUSE_SIGNS or end not in self._verb_starts)
        return next(own, 0)
