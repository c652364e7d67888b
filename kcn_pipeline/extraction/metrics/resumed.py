"""Sentences that give the amount of the one before for another window: `Ước thực hiện 5 tháng đạt 60 triệu USD`.

Belongs here: telling that a sentence names nothing but a time before its figure, and whose metric it takes. Does not:
sentences that split up a count or go on by names (`carry_over`).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from kcn_pipeline.extraction.numbers.figures import Figure
from kcn_pipeline.extraction.passages.context import SentenceContext
from kcn_pipeline.extraction.passages.drafts import Draft
from kcn_pipeline.extraction.passages.memory import Memory
from kcn_pipeline.extraction.passages.wholes import stock_of
from kcn_pipeline.extraction.text.lexicon import FREE, OUTSIDE
from kcn_pipeline.extraction.text.mention_map import MentionMap
from kcn_pipeline.extraction.text.phrase_index import Mention
from kcn_pipeline.extraction.text.tokens import Tokens
from kcn_pipeline.reference.function_words import function_words

_LINKS: Final = function_words("link_to_figure") | function_words("carrying_out") | {",", ":", "-", "+"}
_LEADING: Final = ("stock", "flow", "hedge", "attain", "now", "only", "parts")
_TELLING_TIME: Final = ("stock", "flow")
_RESUMED: Final = frozenset({"money", "person", "area"})
_RATIOS: Final = frozenset({"percent", "multiple"})
_WORDS_AT_MOST: Final = 14


def repeated_list(mentions: MentionMap, said: Sequence[Draft], found: Sequence[Figure]) -> dict[int, list[Mention]]:
    """`Cùng kỳ, các con số đó là 84 và 29 triệu USD`: each figure has the metric at its place of the list before."""
    words = mentions.of("same_figures")
    if not words:
        return {}
    told = [d for d in said if d.is_level and not d.figure.was_before]
    row = [f for f in found if f.first >= words[0].last and f.dimension not in _RATIOS]
    alike = [d.figure.dimension for d in told] == [f.dimension for f in row]
    if not alike or any(d.metric is None for d in told):
        return {}
    return {f.first: [Mention(FREE, d.metric, f.first, f.last)] for d, f in zip(told, row, strict=True)}


class Resumed:
    """What the sentence before lends to one that tells another window only."""

    def __init__(self, tokens: Tokens, context: SentenceContext, memory: Memory) -> None:
        self._tokens = tokens
        self._context = context
        self._memory = memory

    def metric_of(self, draft: Draft) -> list[Mention]:
        """The metric of the one amount that the sentence before gave in the unit of `draft`; of several, none."""
        figure = draft.figure
        if figure.column is not None or figure.dimension not in _RESUMED or not self._tells_time_only(figure):
            return []
        said = [d for d in self._memory.latest if d.is_level and d.figure.unit == figure.unit]
        outcomes = [d for d in said if not d.figure.was_before and not d.planned]
        if not outcomes or self._apart(outcomes[-1]):
            return []
        told = outcomes[0]
        if len({d.metric for d in outcomes}) > 1:
            unclear = not any(stock_of(d.metric or "") for d in outcomes)
            return [Mention(FREE, f"{OUTSIDE}{figure.dimension}", figure.first, figure.last)] if unclear else []
        draft.named_by, draft.origin = told.named_by, told.origin
        return [Mention(FREE, self._metric(told), told.figure.first, told.figure.last)]

    def _metric(self, told: Draft) -> str | None:
        """`Lũy kế đến nay` of a flow that a stock adds up is that stock; from the start of a year it is the flow."""
        windows = any(t.window is not None and t.window.start is not None for t in self._context.times)
        if windows or not self._context.mentions.of("stock") or self._context.mentions.of("flow"):
            return told.metric
        return stock_of(told.metric or "") or told.metric

    def _apart(self, told: Draft) -> bool:
        """Whether it stands in another paragraph."""
        start, end = self._tokens.ends[told.figure.last - 1], self._tokens.starts[self._context.sentence.first]
        return "\n" in self._tokens.text[start:end]

    def _tells_time_only(self, figure: Figure) -> bool:
        """Whether all words before the figure tell a time or link, and a time is among them."""
        first, last = self._context.sentence.first, figure.before
        if last - first > _WORDS_AT_MOST:
            return False
        worded: set[int] = set()
        for time in self._context.times:
            worded.update(range(self._tokens.at_or_after(time.span.start), self._tokens.at_or_after(time.span.end)))
        timed = any(at < last for at in worded)
        for mention in self._context.mentions.of(*_LEADING):
            timed = timed or (mention.role in _TELLING_TIME and mention.last <= last)
            worded.update(range(mention.first, mention.last))
        return timed and all(at in worded or self._tokens.keys[at] in _LINKS for at in range(first, last))
