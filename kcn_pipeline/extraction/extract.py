"""From a cleaned document to its facts: the steps of the stage in order.

Belongs here: the order of the steps. Does not: any decision of a step, or the making of facts (`assembly`).
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from itertools import takewhile
from typing import Final, Generic, TypeVar

from kcn_pipeline.cleaning.cleaned import CleanedText
from kcn_pipeline.cleaning.review import Doubts
from kcn_pipeline.documents.document import Document
from kcn_pipeline.extraction.announced import name_announced_totals
from kcn_pipeline.extraction.assembly import facts_of_drafts
from kcn_pipeline.extraction.binding import AmountBinder
from kcn_pipeline.extraction.calendar import time_mentions
from kcn_pipeline.extraction.comparisons import ComparisonBinder
from kcn_pipeline.extraction.context import ContextReader, SentenceContext
from kcn_pipeline.extraction.distribution import distribute_each, distribute_names
from kcn_pipeline.extraction.drafts import Draft
from kcn_pipeline.extraction.elided_units import ElidedUnits
from kcn_pipeline.extraction.entities import entity_mentions
from kcn_pipeline.extraction.evidence import settle_bases, settle_readings
from kcn_pipeline.extraction.facts import Fact
from kcn_pipeline.extraction.figure_lists import join_ranges, mark_changes, share_units
from kcn_pipeline.extraction.figures import Figure, figures
from kcn_pipeline.extraction.flat_tables import ReadOut, place_figures, read_out
from kcn_pipeline.extraction.lexicon import lexicon
from kcn_pipeline.extraction.memory import Memory
from kcn_pipeline.extraction.mention_map import MentionMap
from kcn_pipeline.extraction.origins import assign_origins
from kcn_pipeline.extraction.owners import assign_owner
from kcn_pipeline.extraction.plans import mark_estimates, mark_plans
from kcn_pipeline.extraction.sentences import sentences
from kcn_pipeline.extraction.tokens import Tokens
from kcn_pipeline.extraction.windows import assign_window
from kcn_pipeline.quantities import Span
from kcn_pipeline.reference.patterns import load_number_roles

T = TypeVar("T")

_ALWAYS_STATISTICS: Final = frozenset(
    {"project", "money", "percent", "person", "area", "enterprise", "dossier", "permit", "money_per_person_month"}
)
_ATTENDING: Final = frozenset({"enterprise", "person"})
_RATIOS: Final = frozenset({"percent", "multiple"})


def extract_facts(document: Document, cleaned: CleanedText) -> list[Fact]:
    """Every figure that `document` publishes, in the order of the text.

    A figure whose wording the vocabulary does not know has metric None and says why in `rule`.
    """
    read = read_out(cleaned.text)
    drafts, tokens = _drafts(read, document)
    settle_readings(drafts)
    settle_bases(drafts)
    doubts = Doubts(cleaned.alignment)
    return list(facts_of_drafts(drafts, tokens, document, _way_back(cleaned, read), doubts.within))


def _way_back(cleaned: CleanedText, read: ReadOut) -> Callable[[Span], Span]:
    """From spans of the text as read out to spans of the decoded one."""
    return lambda span: cleaned.alignment.to_raw(read.to_source(span))


def _drafts(read: ReadOut, document: Document) -> tuple[list[Draft], Tokens]:
    identity, text = document.identity, read.text
    tokens = Tokens(text)
    mentions = lexicon().mentions(tokens)
    times = time_mentions(text, identity.window)
    entities = entity_mentions(tokens, mentions, identity)
    masked = [t.span for t in times]
    masked += [Span(m.start, m.end) for m in load_number_roles().matches(text)]
    by_place = MentionMap(mentions)
    in_place = place_figures(
        read, tokens, by_place, entities, figures(tokens, by_place, masked, {e.last for e in entities})
    )
    found = _Ordered(_complete_figures(tokens, by_place, in_place), key=lambda f: f.first)
    elided, counted = ElidedUnits(tokens, by_place, entities), None
    by_token = _Ordered(mentions, key=lambda m: m.first)
    named = _Ordered(entities, key=lambda e: e.first)
    timed = _Ordered(times, key=lambda t: t.span.start)
    reader, memory = ContextReader(tokens, by_place, identity), Memory()
    drafts: list[Draft] = []
    for sentence in sentences(tokens):
        first, last = sentence.first, sentence.last
        counted = elided.supply(sentence, found.between(first, last), counted)
        context = reader.read(
            sentence,
            [m for m in by_token.between(first, last) if m.last <= last],
            timed.between(tokens.starts[first], tokens.ends[last - 1]),
            named.between(first, last),
        )
        fresh = _sentence_drafts(tokens, context, found.between(first, last), document, drafts, memory)
        memory.take(fresh)
        drafts += fresh
    return drafts, tokens


def _complete_figures(tokens: Tokens, mentions: MentionMap, found: list[Figure]) -> list[Figure]:
    join_ranges(tokens, found)
    mark_changes(tokens, found)
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
    before: Sequence[Draft],
    memory: Memory,
) -> list[Draft]:
    amounts = AmountBinder(tokens, context, memory)
    amounts.expect(found)
    comparisons = ComparisonBinder(tokens, context, amounts, memory)
    stated = (f for f in found if f.unit is not None and not _counts_attendance(f, context))
    drafts = [Draft(f) for f in stated if not _sets_scope(f, tokens)]
    for index, draft in enumerate(drafts):
        following = drafts[index + 1].figure.before if index + 1 < len(drafts) else context.sentence.last
        if draft.figure.dimension not in _RATIOS and _is_understood(draft):
            amounts.bind(draft, _in_row(draft, before) or drafts[:index], following)
    mark_estimates(context, drafts)
    mark_plans(tokens, context, drafts)
    comparisons.expect(drafts)
    name_announced_totals(context, drafts, document.identity.window.end)
    assign_origins(tokens, context.mentions, drafts, context.sentence, memory)
    for index, draft in enumerate(drafts):
        following = drafts[index + 1].figure.before if index + 1 < len(drafts) else context.sentence.last
        if draft.figure.dimension in _RATIOS and _is_understood(draft):
            comparisons.bind(draft, _in_row(draft, before) or drafts[:index], following)
    distribute_names(tokens, context, drafts)
    distribute_each(tokens, context, drafts)
    previous: Draft | None = None
    for draft in drafts:
        assign_owner(draft, previous, context, tokens, document.identity)
        assign_window(draft, context, tokens, document.identity.window)
        previous = draft
    return [d for d in drafts if d.metric is not None or d.figure.dimension in _ALWAYS_STATISTICS]


def _is_understood(draft: Draft) -> bool:
    """Whether the row of a table's number says whose it is; a row of anything else is not the publisher's."""
    if draft.figure.column is None or draft.figure.column.understood:
        return True
    draft.rule = "the row's label names no board, zone, period or total"
    return False


def _in_row(draft: Draft, before: Sequence[Draft]) -> list[Draft]:
    """The figures of the same row of a table."""
    column = draft.figure.column
    if column is None:
        return []
    same = takewhile(lambda d: d.figure.column is not None and d.figure.column.row == column.row, reversed(before))
    return list(same)[::-1]


def _sets_scope(figure: Figure, tokens: Tokens) -> bool:
    """`hai KCN Hòa Phú và Bình Minh có 58 dự án`: a count before the names of what it counts only sets the scope."""
    if figure.dimension != "zone" or figure.column is not None or figure.last >= len(tokens):
        return False
    word = tokens.span(figure.last, figure.last + 1).of(tokens.text)
    return word[0].isupper() and len(word) > 1 and not word.isupper()


def _counts_attendance(figure: Figure, context: SentenceContext) -> bool:
    """Whether it counts who came to a meeting, which is no statistic of the zones."""
    return figure.dimension in _ATTENDING and any(
        m.role == "attendance" and m.last <= figure.first for m in context.mentions.mentions
    )
