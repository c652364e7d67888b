"""From a cleaned document to its facts: the steps of the stage in order.

Belongs here: the order of the steps. Does not: any decision of a step, or the making of facts (`assembly`).
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from typing import Final, Generic, TypeVar

from kcn_pipeline.cleaning.cleaned import CleanedText
from kcn_pipeline.documents.document import Document
from kcn_pipeline.extraction.announced import name_announced_totals
from kcn_pipeline.extraction.assembly import facts_of_drafts
from kcn_pipeline.extraction.binding import AmountBinder
from kcn_pipeline.extraction.calendar import time_mentions
from kcn_pipeline.extraction.comparisons import ComparisonBinder
from kcn_pipeline.extraction.context import ContextReader, SentenceContext
from kcn_pipeline.extraction.distribution import distribute_names
from kcn_pipeline.extraction.drafts import Draft
from kcn_pipeline.extraction.entities import entity_mentions
from kcn_pipeline.extraction.evidence import settle_bases, settle_readings
from kcn_pipeline.extraction.facts import Fact
from kcn_pipeline.extraction.figure_lists import join_ranges, share_units
from kcn_pipeline.extraction.figures import Figure, figures
from kcn_pipeline.extraction.flat_tables import read_tables
from kcn_pipeline.extraction.lexicon import lexicon
from kcn_pipeline.extraction.mention_map import MentionMap
from kcn_pipeline.extraction.origins import assign_origins
from kcn_pipeline.extraction.scope import assign_scope
from kcn_pipeline.extraction.sentences import sentences
from kcn_pipeline.extraction.tokens import Tokens
from kcn_pipeline.quantities import Span
from kcn_pipeline.reference.patterns import load_number_roles

T = TypeVar("T")

_ALWAYS_STATISTICS: Final = frozenset(
    {"project", "money", "percent", "person", "area", "enterprise", "dossier", "permit"}
)
_RECENT: Final = 12
_ATTENDING: Final = frozenset({"enterprise", "person"})
_RATIOS: Final = frozenset({"percent", "multiple"})


def extract_facts(document: Document, cleaned: CleanedText) -> list[Fact]:
    """Every figure that `document` publishes, in the order of the text.

    A figure whose wording the vocabulary does not know has metric None and says why in `rule`.
    """
    drafts, tokens = _drafts(cleaned.text, document)
    settle_readings(drafts)
    settle_bases(drafts)
    return list(facts_of_drafts(drafts, tokens, document, cleaned))


def _drafts(text: str, document: Document) -> tuple[list[Draft], Tokens]:
    identity = document.identity
    tokens = Tokens(text)
    mentions = lexicon().mentions(tokens)
    times = time_mentions(text, identity.window)
    entities = entity_mentions(tokens, mentions, identity.window.end)
    masked = [t.span for t in times]
    masked += [Span(m.start, m.end) for m in load_number_roles().matches(text)]
    found = _Ordered(_complete_figures(tokens, MentionMap(mentions), masked), key=lambda f: f.first)
    by_token = _Ordered(mentions, key=lambda m: m.first)
    named = _Ordered(entities, key=lambda e: e.first)
    timed = _Ordered(times, key=lambda t: t.span.start)
    reader = ContextReader(tokens, identity)
    drafts: list[Draft] = []
    for sentence in sentences(tokens):
        first, last = sentence.first, sentence.last
        context = reader.read(
            sentence,
            [m for m in by_token.between(first, last) if m.last <= last],
            timed.between(tokens.starts[first], tokens.ends[last - 1]),
            named.between(first, last),
        )
        drafts += _sentence_drafts(tokens, context, found.between(first, last), document, _last_count(drafts))
    return drafts, tokens


def _complete_figures(tokens: Tokens, mentions: MentionMap, masked: Sequence[Span]) -> list[Figure]:
    found = figures(tokens, mentions, masked)
    read_tables(tokens, mentions, found)
    join_ranges(tokens, found)
    share_units(tokens, mentions, found)
    return found


class _Ordered(Generic[T]):
    """Items in ascending order of a key, for taking out those of one sentence without a scan."""

    def __init__(self, items: Sequence[T], key: Callable[[T], int]) -> None:
        self._items = items
        self._keys = [key(item) for item in items]

    def between(self, low: int, high: int) -> Sequence[T]:
        """Items whose key lies in [low, high)."""
        return self._items[bisect_left(self._keys, low) : bisect_left(self._keys, high)]


def _sentence_drafts(
    tokens: Tokens,
    context: SentenceContext,
    found: Sequence[Figure],
    document: Document,
    recalled: Draft | None,
) -> list[Draft]:
    amounts = AmountBinder(tokens, context, recalled)
    amounts.expect(found)
    comparisons = ComparisonBinder(tokens, context, amounts)
    drafts = [Draft(f) for f in found if f.unit is not None and not _counts_attendance(f, context)]
    for index, draft in enumerate(drafts):
        following = drafts[index + 1].figure.before if index + 1 < len(drafts) else context.sentence.last
        if draft.figure.dimension not in _RATIOS:
            amounts.bind(draft, drafts[:index], following)
    name_announced_totals(context, drafts, document.identity.window.end)
    assign_origins(tokens, context.mentions, drafts, context.sentence.first, recalled)
    for index, draft in enumerate(drafts):
        following = drafts[index + 1].figure.before if index + 1 < len(drafts) else context.sentence.last
        if draft.figure.dimension in _RATIOS:
            comparisons.bind(draft, drafts[:index], following)
    distribute_names(tokens, context, drafts)
    for draft in drafts:
        assign_scope(draft, context, tokens, document.identity)
    return [d for d in drafts if d.metric is not None or d.figure.dimension in _ALWAYS_STATISTICS]


def _last_count(drafts: Sequence[Draft]) -> Draft | None:
    """The last count of projects so far, looked for among the figures just read."""
    recent = reversed(drafts[-_RECENT:])
    return next((d for d in recent if d.is_level and d.figure.dimension == "project"), None)


def _counts_attendance(figure: Figure, context: SentenceContext) -> bool:
    """Whether it counts who came to a meeting, which is no statistic of the zones."""
    return figure.dimension in _ATTENDING and any(
        m.role == "attendance" and m.last <= figure.first for m in context.mentions.mentions
    )
