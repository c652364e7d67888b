"""Hedges that a wording parts from their figure: `ước nộp ngân sách 5 tỷ đồng`, `gần gấp hai lần`.

Belongs here: which hedge reaches a figure over the words between. Does not: hedges that touch their figure
(`figures`), estimates of whole lists (`plans`).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from kcn_pipeline.extraction.passages.context import SentenceContext
from kcn_pipeline.extraction.passages.drafts import Draft
from kcn_pipeline.extraction.text.lexicon import METRIC_ROLES
from kcn_pipeline.extraction.text.phrase_index import Mention
from kcn_pipeline.extraction.text.tokens import Tokens
from kcn_pipeline.extraction.times.estimates import is_estimate
from kcn_pipeline.reference.function_words import function_words

_LINKS: Final = function_words("link_to_figure") | function_words("of") | function_words("plural")
_WORDS_AT_MOST: Final = 10
_NOT: Final = function_words("not")
_LESS: Final = function_words("less")
_THAN: Final = function_words("than")
_NO_LESS_THAN: Final = 3
_GROWTH: Final = ("increase", "multiple")


def bound_by_negation(tokens: Tokens, context: SentenceContext, drafts: Sequence[Draft]) -> None:
    """`doanh thu không thấp hơn 70 tỷ đồng`: no less than that."""
    keys = tokens.keys
    if _NOT.isdisjoint(context.words):
        return
    for draft in drafts:
        at = draft.figure.first
        negated = at >= _NO_LESS_THAN and all(
            key in words for key, words in zip(keys[at - _NO_LESS_THAN : at], (_NOT, _LESS, _THAN), strict=True)
        )
        if negated and draft.figure.column is None:
            draft.figure.bound = "lower"


def take_distant_hedges(tokens: Tokens, context: SentenceContext, drafts: Sequence[Draft]) -> None:
    """Give each unhedged figure the hedge before its wording, or before the verb of its multiple."""
    if not context.mentions.of("hedge") and context.mentions.ending(context.sentence.first, "hedge") is None:
        return
    for draft in drafts:
        figure = draft.figure
        if figure.hedge is not None or figure.range_with is not None or figure.was_before or figure.column is not None:
            continue
        found = _before_verb(draft, context) if figure.dimension == "multiple" else None
        if draft.is_level and figure.dimension != "percent":
            found = found or _before_wording(draft, context, tokens)
        if found is not None:
            figure.hedge, figure.bound = found, found.value.value


def _before_verb(draft: Draft, context: SentenceContext) -> Mention | None:
    """`gần gấp hai lần`, `hơn gấp đôi`."""
    at = draft.figure.before
    verb = next(filter(None, (context.mentions.ending(at, role) for role in _GROWTH)), None)
    return context.mentions.ending(verb.first if verb is not None else at, "hedge")


def _before_wording(draft: Draft, context: SentenceContext, tokens: Tokens) -> Mention | None:
    """The estimate whose verb governs the wording: all between it and the figure names the metric or links."""
    at = draft.figure.before
    estimates = [m for m in context.mentions.of("hedge") if m.last <= at and is_estimate(m)]
    if not estimates or at - estimates[-1].last > _WORDS_AT_MOST:
        return None
    hedge = max(estimates, key=lambda m: (m.last, -m.first))
    wordings = context.mentions.of(*METRIC_ROLES, "origin")
    if any(m.first < hedge.first and hedge.last <= m.last for m in wordings):
        return None  # `thỏa ước lao động tập thể của 15 đơn vị` estimates nothing
    worded: set[int] = set()
    for mention in wordings:
        if hedge.last <= mention.first and mention.last <= at:
            worded.update(range(mention.first, mention.last))
    for time in context.times:  # `ước thực hiện tháng 7 đạt 5 triệu USD`
        worded.update(range(tokens.at_or_after(time.span.start), tokens.at_or_after(time.span.end)))
    for mention in context.mentions.of("unit"):  # `ước nộp ngân sách của các doanh nghiệp là 7 tỷ đồng`
        if hedge.last <= mention.first and mention.last <= at:
            worded.update(range(mention.first, mention.last))
    between = range(hedge.last, at)
    return hedge if all(i in worded or tokens.keys[i] in _LINKS for i in between) else None
