"""Facts out of finished drafts: values, intervals and cues, with spans back in the decoded text.

Belongs here: the translation. Does not: any decision about a figure.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cache
from itertools import chain

from kcn_pipeline.cleaning.review import Doubts
from kcn_pipeline.documents.document import Document
from kcn_pipeline.extraction.facts import Cue, Fact, figure_identifier
from kcn_pipeline.extraction.intervals import interval_of
from kcn_pipeline.extraction.numbers.figures import Figure
from kcn_pipeline.extraction.passages.drafts import Draft
from kcn_pipeline.extraction.text.tokens import Tokens
from kcn_pipeline.quantities import Span


def facts_of_drafts(
    drafts: Sequence[Draft],
    tokens: Tokens,
    document: Document,
    decoded: Callable[[Span], Span],
    doubts: Doubts,
) -> Iterator[Fact]:
    """Facts with spans in the `decoded` text; two on one span (the ends of a range) differ by ordinal.

    `doubts` are the doubtful words of the text, of which a fact takes those that it was read from.
    """
    ordinals: dict[tuple[int, int], int] = {}
    period, text, doubtful = document.identity.period.label, document.text, bool(doubts)
    # The figures of a sentence share their cues.
    place = cache(lambda first, last: decoded(tokens.span(first, last)))
    for draft in drafts:
        figure, window, cues = draft.figure, draft.window, tuple(_cues(draft, place, decoded))
        span = decoded(figure.span(tokens))
        ends = span.start, span.end
        ordinal = ordinals[ends] = ordinals.get(ends, -1) + 1
        yield Fact(
            figure_id=figure_identifier(document.document_id, span, ordinal),
            document_id=document.document_id,
            document=document.name,
            period=period,
            span=span,
            quote=span.of(text),
            entity=draft.entity,
            metric=draft.metric,
            comparison=draft.comparison,
            base=draft.base,
            base_period=draft.base_period,
            origin=draft.origin,
            period_start=window.start if window else None,
            period_end=window.end if window else None,
            value=draft.value,
            unit=figure.unit or "",
            literal_value=None if draft.literal is None else draft.literal.value * figure.scale,
            bound=figure.bound,
            hedge=_hedge_text(figure, tokens),
            interval=interval_of(draft),
            coverage=figure.coverage,
            target=draft.target,
            rule=draft.rule,
            cues=cues,
            review=doubts.within(chain([span], (Span(cue.start, cue.end) for cue in cues))) if doubtful else (),
        )


def _hedge_text(figure: Figure, tokens: Tokens) -> str | None:
    hedge = figure.hedge
    return None if hedge is None else tokens.words(hedge.first, hedge.last)


def _cues(draft: Draft, place: Callable[[int, int], Span], decoded: Callable[[Span], Span]) -> list[Cue]:
    """Spans of the words that decided, in the decoded text; `place` finds those of tokens there."""
    found: list[Cue] = []
    hedge, named, told = draft.figure.hedge, draft.entity_cue, draft.time_cue
    for mention in draft.cues if hedge is None else (*draft.cues, hedge):
        span, value = place(mention.first, mention.last), mention.value
        role, _, _ = mention.role.partition("_")
        found.append(Cue(role, value if isinstance(value, str) else value.value, span.start, span.end))
    if named is not None:
        span = place(named.first, named.last)
        found.append(Cue("entity", named.entity, span.start, span.end))
    if told is not None:
        span = decoded(told.span)
        found.append(Cue("period", told.kind, span.start, span.end))
    return found
