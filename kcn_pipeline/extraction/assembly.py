"""Facts out of finished drafts: values, intervals and cues, with spans back in the decoded text.

Belongs here: the translation. Does not: any decision about a figure.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cache
from itertools import chain

from kcn_pipeline.cleaning.review import Doubts
from kcn_pipeline.documents.document import Document
from kcn_pipeline.extraction.drafts import Draft
from kcn_pipeline.extraction.facts import Cue, Fact, figure_identifier
from kcn_pipeline.extraction.intervals import interval_of
from kcn_pipeline.extraction.tokens import Tokens
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
    ordinals: dict[Span, int] = {}
    period = document.identity.period.label
    # The figures of a sentence share their cues.
    place = cache(lambda first, last: decoded(tokens.span(first, last)))
    for draft in drafts:
        span = decoded(draft.figure.span(tokens))
        ordinal = ordinals[span] = ordinals.get(span, -1) + 1
        window, cues = draft.window, tuple(_cues(draft, place, decoded))
        yield Fact(
            figure_id=figure_identifier(document.document_id, span, ordinal),
            document_id=document.document_id,
            document=document.name,
            period=period,
            span=span,
            quote=span.of(document.text),
            entity=draft.entity,
            metric=draft.metric,
            comparison=draft.comparison,
            base=draft.base,
            base_period=draft.base_period,
            origin=draft.origin,
            period_start=window.start if window else None,
            period_end=window.end if window else None,
            value=draft.value,
            unit=draft.figure.unit or "",
            literal_value=None if draft.literal is None else draft.literal.value * draft.figure.scale,
            bound=draft.figure.bound,
            hedge=_hedge_text(draft, tokens),
            interval=interval_of(draft),
            coverage=draft.figure.coverage,
            target=draft.target,
            rule=draft.rule,
            cues=cues,
            review=doubts.within(chain([span], (Span(cue.start, cue.end) for cue in cues))) if doubts else (),
        )


def _hedge_text(draft: Draft, tokens: Tokens) -> str | None:
    hedge = draft.figure.hedge
    return None if hedge is None else tokens.span(hedge.first, hedge.last).of(tokens.text)


def _cues(draft: Draft, place: Callable[[int, int], Span], decoded: Callable[[Span], Span]) -> Iterator[Cue]:
    """Spans of the words that decided, in the decoded text; `place` finds those of tokens there."""
    mentions = chain(draft.cues, [draft.figure.hedge] if draft.figure.hedge else [])
    for mention in mentions:
        span = place(mention.first, mention.last)
        value = mention.value if isinstance(mention.value, str) else mention.value.value
        yield Cue(mention.role.split("_")[0], value, span.start, span.end)
    if draft.entity_cue is not None:
        span = place(draft.entity_cue.first, draft.entity_cue.last)
        yield Cue("entity", draft.entity_cue.entity, span.start, span.end)
    if draft.time_cue is not None:
        span = decoded(draft.time_cue.span)
        yield Cue("period", draft.time_cue.kind, span.start, span.end)
