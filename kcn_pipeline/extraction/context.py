"""What governs a sentence: whose figures, which period, outcome or aim.

Belongs here: the state carried from sentence to sentence and the choice among several candidates.
Does not: which metric a figure has (`binding`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from kcn_pipeline.documents.document import Identity
from kcn_pipeline.extraction.calendar import AS_OF, TimeMention
from kcn_pipeline.extraction.entities import EntityMention
from kcn_pipeline.extraction.lexicon import FREE, TOUCHING
from kcn_pipeline.extraction.mention_map import MentionMap
from kcn_pipeline.extraction.phrase_index import Mention
from kcn_pipeline.extraction.sentences import Sentence
from kcn_pipeline.extraction.tokens import NUMBER_KEY, Tokens
from kcn_pipeline.periods import Window
from kcn_pipeline.reference.function_words import function_words

_LINKS: Final = function_words("link_to_figure") | {":", "("}
_LINKS_AT_MOST: Final = 2
_JOINTS: Final = function_words("and") | {","}
_METRIC_ROLES: Final = frozenset({FREE, TOUCHING})
_JOINT_WORDS_AT_MOST: Final = 3
_TURN_WORDS: Final = 12  # a section turns to the future within the first words of its opening


@dataclass(frozen=True, slots=True)
class Outlook:
    """Whether a stretch of text speaks of plans, and of which year."""

    target: bool = False
    window: Window | None = None


@dataclass(slots=True)
class SentenceContext:
    """Everything about one sentence that its figures inherit."""

    sentence: Sentence
    mentions: MentionMap
    times: Sequence[TimeMention]
    entities: Sequence[EntityMention]
    outlook: Outlook
    paragraph_entity: EntityMention | None


class ContextReader:
    """Reads sentences in order, remembering section and paragraph."""

    def __init__(self, tokens: Tokens, identity: Identity) -> None:
        self._tokens = tokens
        self._reported = identity.window
        self._of_bloc = (identity.publisher or "").startswith("bloc:")
        self._section = Outlook()
        self._paragraph = -1
        self._paragraph_entity: EntityMention | None = None
        self._paragraph_outlook = Outlook()

    def read(
        self,
        sentence: Sentence,
        mentions: Sequence[Mention],
        times: Sequence[TimeMention],
        entities: Sequence[EntityMention],
    ) -> SentenceContext:
        """The context of the next sentence."""
        if sentence.paragraph != self._paragraph:
            self._paragraph = sentence.paragraph
            self._paragraph_entity = None
            self._paragraph_outlook = Outlook()
        turned = self._turn(sentence, mentions, times)
        if sentence.heading:
            self._section = turned or Outlook()
        elif turned:
            self._paragraph_outlook = turned
            if self._tokens.keys[sentence.last - 1] == ":":
                self._section = turned
        opening = next((e for e in entities if e.first <= sentence.first + 2 and self._may_open(e)), None)
        listed = opening is not None and any(0 < e.first - opening.last <= 1 for e in entities)
        if opening is not None and not listed:
            self._paragraph_entity = replace(opening, bare=False)
        outlook = turned or (self._paragraph_outlook if self._paragraph_outlook.target else self._section)
        return SentenceContext(sentence, MentionMap(mentions), times, entities, outlook, self._paragraph_entity)

    def _may_open(self, entity: EntityMention) -> bool:
        """A full name, or in the report of a bloc the bare province of a member (`Tại Thái Nguyên, …`)."""
        return not entity.bare or (self._of_bloc and entity.entity.startswith("board:"))

    def _turn(self, sentence: Sentence, mentions: Sequence[Mention], times: Sequence[TimeMention]) -> Outlook | None:
        """The outlook that this sentence opens: a later year, or words of what comes next, at its start."""
        limit = min(sentence.first + _TURN_WORDS, sentence.last) if not sentence.heading else sentence.last
        future = next((m for m in mentions if m.role == "section_future" and m.first < limit), None)
        later = next((t for t in times if self._is_later(t, heading=sentence.heading)), None)
        if future is None and not (later and self._tokens.at_or_after(later.span.start) < limit):
            return None
        aims = any(m.role == "target" for m in mentions)
        if later is None and not (future and _opens(future, sentence)):
            return None
        if later is None and not aims and not sentence.heading and self._states_results(times):
            return None
        return Outlook(target=True, window=later.window if later else None)

    def _is_later(self, time: TimeMention, *, heading: bool) -> bool:
        reported = self._reported.end
        if time.window is None or time.kind in AS_OF:
            return False
        if time.window.end.year > reported.year + 1 and not heading:
            return False
        # A report on a half-year names its own year in every heading; that turns nothing.
        own_year = time.kind == "year" and time.window.end.year == reported.year
        return time.window.end > reported and not own_year

    def _states_results(self, times: Sequence[TimeMention]) -> bool:
        return any(t.window is not None and t.window.end <= self._reported.end for t in times)


def _opens(mention: Mention, sentence: Sentence) -> bool:
    return mention.first <= sentence.first + 3


def owner_before(context: SentenceContext, tokens: Tokens, at: int) -> EntityMention | None:
    """The bare name that touches the figure at token `at`, but for a linking word or two."""
    owner = next((e for e in reversed(context.entities) if e.bare and e.last <= at), None)
    if owner is None or in_list(context, tokens, owner):
        return None
    between = [tokens.keys[i] for i in range(owner.last, at) if i not in _worded(context, owner.last, at)]
    return owner if len(between) <= _LINKS_AT_MOST and _LINKS.issuperset(between) else None


def _worded(context: SentenceContext, first: int, last: int) -> set[int]:
    """Tokens of [first, last) that name a metric: `Thanh Hóa nộp ngân sách 20.100 tỷ đồng`."""
    within = (m for m in context.mentions.mentions if m.role in _METRIC_ROLES and first <= m.first and m.last <= last)
    return {token for mention in within for token in range(mention.first, mention.last)}


def in_list(context: SentenceContext, tokens: Tokens, entity: EntityMention) -> bool:
    """Whether the name is one of several joined by a comma or `và`, so that none of them owns the figure alone."""
    for other in context.entities:
        between = tokens.keys[other.last : entity.first] or tokens.keys[entity.last : other.first]
        if between and between[0] in _JOINTS and len(between) <= _JOINT_WORDS_AT_MOST and NUMBER_KEY not in between:
            return True
    return not function_words("and").isdisjoint(tokens.keys[entity.last : entity.last + 1])


def governing_time(context: SentenceContext, tokens: Tokens, at: int, after: int) -> TimeMention | None:
    """The expression of time that governs a figure at token `at`: the last one before it, else one up to `after`."""
    start = tokens.starts[at]
    before = [t for t in context.times if t.window is not None and t.span.start < start]
    if before:
        return before[-1]
    limit = tokens.ends[min(after, context.sentence.last) - 1]
    return next((t for t in context.times if t.window is not None and t.span.start < limit), None)


def narrowed(window: Window, reported: Window) -> Window:
    """A bare year equal to the reported one means the reported window, be it a half or nine months."""
    if window == Window.of_year(reported.end.year) and reported.start is not None:
        return replace(reported)
    return window
