"""From a cleaned document to its facts: the steps of the stage in order.

Belongs here: what is found in the whole text, and the way through its sentences. Does not: the steps within one
(`sentence_drafts`), or the making of facts (`assembly`).
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from operator import attrgetter
from typing import Generic, TypeVar

from kcn_pipeline.cleaning.cleaned import CleanedText
from kcn_pipeline.cleaning.review import Doubts
from kcn_pipeline.documents.document import Document, Identity
from kcn_pipeline.extraction.assembly import facts_of_drafts
from kcn_pipeline.extraction.cross_evidence.attracted_sums import settle_sums
from kcn_pipeline.extraction.cross_evidence.document_arithmetic import settle_bases, settle_readings
from kcn_pipeline.extraction.cross_evidence.headlines import settle_headlines
from kcn_pipeline.extraction.cross_evidence.restated_totals import settle_attracted
from kcn_pipeline.extraction.cross_evidence.stocks_by_origin import settle_stocks_by_origin
from kcn_pipeline.extraction.cross_evidence.stocks_by_parts import settle_stocks
from kcn_pipeline.extraction.facts import Fact
from kcn_pipeline.extraction.names.entities import entity_mentions
from kcn_pipeline.extraction.names.proper_names import EntityMention
from kcn_pipeline.extraction.names.speakers import speaker
from kcn_pipeline.extraction.numbers.counts_by_origin import count_by_origin
from kcn_pipeline.extraction.numbers.elided_in_brackets import supply_parts
from kcn_pipeline.extraction.numbers.elided_units import ElidedUnits
from kcn_pipeline.extraction.numbers.figure_lists import (
    join_ranges,
    mark_changes,
    share_estimates,
    share_pairs,
    share_units,
    unhedge_sources,
    unhedge_wholes,
)
from kcn_pipeline.extraction.numbers.figures import Figure, figures
from kcn_pipeline.extraction.numbers.legends import count_by_legends
from kcn_pipeline.extraction.passages.context import ContextReader
from kcn_pipeline.extraction.passages.drafts import Draft
from kcn_pipeline.extraction.passages.memory import Memory
from kcn_pipeline.extraction.periods.headline_aims import settle_headline_aims
from kcn_pipeline.extraction.sentence_drafts import sentence_drafts
from kcn_pipeline.extraction.tables.flatten import ReadOut, place_figures, read_out
from kcn_pipeline.extraction.text.lexicon import lexicon
from kcn_pipeline.extraction.text.mention_map import MentionMap
from kcn_pipeline.extraction.text.phrase_index import Mention
from kcn_pipeline.extraction.text.sentences import Sentence, sentences
from kcn_pipeline.extraction.text.tokens import Tokens
from kcn_pipeline.extraction.text.unwrapping import unwrapped
from kcn_pipeline.extraction.times.calendar import TimeMention, pattern_matches, time_mentions
from kcn_pipeline.extraction.worded_zeros import zero_drafts
from kcn_pipeline.garbage import collection_paused
from kcn_pipeline.quantities import Span
from kcn_pipeline.reference.patterns import load_number_roles

T = TypeVar("T")


@collection_paused()
def extract_facts(document: Document, cleaned: CleanedText) -> list[Fact]:
    """Every figure that `document` publishes, in the order of the text.

    A figure whose wording the vocabulary does not know has metric None and says why in `rule`.
    """
    read = read_out(cleaned.text)
    found = _Found(read, document.identity)
    drafts = found.drafts()
    settle_readings(drafts)
    settle_stocks(found.tokens, drafts, document.identity.window)
    settle_stocks_by_origin(drafts)
    settle_sums(found.tokens, drafts)
    settle_attracted(drafts)
    settle_headlines(found.tokens, drafts)
    settle_headline_aims(found.tokens, found.mentions, drafts, document.identity.window)
    settle_bases(drafts)
    drafts = sorted([*drafts, *found.zeros], key=lambda d: d.figure.first)
    doubts = Doubts(cleaned.alignment)
    return list(facts_of_drafts(drafts, found.tokens, document, _way_back(cleaned, read), doubts))


def _way_back(cleaned: CleanedText, read: ReadOut) -> Callable[[Span], Span]:
    """From spans of the text as read out to spans of the decoded one."""
    if read.is_unchanged and not cleaned.alignment.segments:
        return lambda span: span
    return lambda span: cleaned.alignment.to_raw(read.to_source(span))


class _Found:
    """Everything found in one text before its sentences are read."""

    def __init__(self, read: ReadOut, identity: Identity) -> None:
        self.tokens = Tokens(unwrapped(read.text))
        self._identity = identity
        mentions = lexicon().mentions(self.tokens)
        self._sentences = sentences(self.tokens)
        identity = self._identity = speaker(identity, self.tokens, mentions, self._sentences)
        times = time_mentions(self.tokens, identity.window)
        self.mentions = self._map = MentionMap(mentions)
        entities = entity_mentions(self.tokens, self._map, identity)
        masked = [t.span for t in times]
        masked += [Span(m.start, m.end) for m in pattern_matches(load_number_roles(), self.tokens)]
        masked += [self.tokens.span(e.first, e.last) for e in entities if e.entity.startswith("zone:")]
        numbers = figures(self.tokens, self._map, masked, {e.last for e in entities})
        placed = place_figures(read, self.tokens, self._map, entities, numbers)
        self._elided = ElidedUnits(self.tokens, self._map, entities)
        self._figures = _Ordered(self._complete(placed), key=attrgetter("first"))
        self._mentions = _Ordered(mentions, key=attrgetter("first"))
        self._entities = _Ordered(entities, key=attrgetter("first"))
        self._times = _Ordered(times, key=attrgetter("span.start"))
        self.zeros: list[Draft] = []  # apart, so that no other figure is tried against them

    def _complete(self, found: list[Figure]) -> list[Figure]:
        join_ranges(self.tokens, found)
        unhedge_wholes(self.tokens, found)
        unhedge_sources(self.tokens, found)
        share_estimates(self.tokens, found)
        mark_changes(self.tokens, found)
        share_pairs(self.tokens, found)
        count_by_legends(self.tokens, self._map, found)
        supply_parts(self.tokens, found)
        count_by_origin(self.tokens, self._map, found)
        share_units(self.tokens, self._map, found)
        return found

    def drafts(self) -> list[Draft]:
        """Every statistic of the text, bound."""
        reader, memory = ContextReader(self.tokens, self._map, self._identity), Memory()
        drafts: list[Draft] = []
        counted: Figure | None = None
        for sentence in self._sentences:
            found = self._figures.between(sentence.first, sentence.last)
            counted = self._elided.supply(sentence, found, counted)
            context = reader.read(sentence, *self._within(sentence))
            fresh = sentence_drafts(self.tokens, context, found, self._identity, drafts, memory)
            memory.take(fresh)
            drafts += fresh
            self.zeros += zero_drafts(self.tokens, context, self._identity)
        return drafts

    def _within(self, sentence: Sentence) -> tuple[Sequence[Mention], Sequence[TimeMention], Sequence[EntityMention]]:
        first, last = sentence.first, sentence.last
        return (
            [m for m in self._mentions.between(first, last) if m.last <= last],
            self._times.between(self.tokens.starts[first], self.tokens.ends[last - 1]),
            self._entities.between(first, last),
        )


class _Ordered(Generic[T]):
    """Items in ascending order of a key, for taking out those of one sentence without a scan."""

    def __init__(self, items: Sequence[T], key: Callable[[T], int]) -> None:
        self._items = items
        self._keys = [*map(key, items)]

    def between(self, low: int, high: int) -> Sequence[T]:
        """Items whose key lies in [low, high)."""
        return self._items[bisect_left(self._keys, low) : bisect_left(self._keys, high)]
