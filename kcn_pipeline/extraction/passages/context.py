"""What governs a sentence: whose figures, which period, outcome or aim.

Belongs here: the state carried from sentence to sentence. Does not: the choice for one figure (`binding`, `owners`,
`windows`).
"""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass
from typing import Final

from kcn_pipeline.documents.document import Identity
from kcn_pipeline.extraction.names.proper_names import EntityMention
from kcn_pipeline.extraction.passages.paragraph_names import ParagraphNames
from kcn_pipeline.extraction.passages.topic_origins import TopicOrigins
from kcn_pipeline.extraction.text.brackets import Asides
from kcn_pipeline.extraction.text.lexicon import FREE, WEAK
from kcn_pipeline.extraction.text.mention_map import MentionMap
from kcn_pipeline.extraction.text.phrase_index import Mention
from kcn_pipeline.extraction.text.sentences import Sentence, without_mark
from kcn_pipeline.extraction.text.tokens import NUMBER_KEY, Tokens
from kcn_pipeline.extraction.times.calendar import WINDOWS, TimeMention
from kcn_pipeline.extraction.times.estimates import EstimateReader
from kcn_pipeline.extraction.times.kept_days import KeptDays
from kcn_pipeline.extraction.times.kept_windows import BracketWindows, KeptWindows
from kcn_pipeline.extraction.times.outlooks import Outlook, OutlookReader
from kcn_pipeline.extraction.times.whole_times import WholeTimes
from kcn_pipeline.periods import Window
from kcn_pipeline.quantities import Origin
from kcn_pipeline.reference.function_words import function_words

_QUESTION: Final = "?"
_ANNOUNCING: Final = frozenset({_QUESTION, ":"})
NO_ASIDES: Final = Asides((), 0, 0, 0)
_WHOLE_YEARS: Final = frozenset({"year", "whole_year", "this_year", "last_year", "next_year", "range"})
_PARTS_OF_YEARS: Final = WINDOWS - _WHOLE_YEARS
_TOPICS: Final = frozenset({FREE, WEAK, "origin", "unit"})
_BULLETS: Final = frozenset("-+*•–—")
_OFFICES: Final = function_words("office")


@dataclass(slots=True)
class SentenceContext:
    """Everything about one sentence that its figures inherit.

    `topic`: wordings and origins of the heading or the question above it. `brackets_plan`: a legend said that brackets
    hold the plan. `asides`: its brackets, once its figures are known. `estimate`: the heading's word for an estimate.
    `topic_origin`: the origin that its paragraph turned to, `title_origin` that of the title. `kept_day`: the day as of
    which its paragraph counts. `bracket_window`: the earlier window that brackets hold, as a legend said. `words`: the
    keys of its tokens, for rules that only some words call for.
    """

    sentence: Sentence
    mentions: MentionMap
    times: Sequence[TimeMention]
    entities: Sequence[EntityMention]
    outlook: Outlook
    paragraph_entity: EntityMention | None
    topic: Sequence[Mention] = ()
    brackets_plan: bool = False
    asides: Asides = NO_ASIDES
    estimate: Mention | None = None
    topic_origin: Origin | None = None
    title_origin: Origin | None = None
    kept_day: TimeMention | None = None
    kept_window: TimeMention | None = None
    bracket_window: Window | None = None
    words: Set[str] = frozenset()


class ContextReader:
    """Reads sentences in order, remembering section and paragraph."""

    def __init__(self, tokens: Tokens, mentions: MentionMap, identity: Identity) -> None:
        self._tokens = tokens
        self._map = mentions
        self._paragraph = -1
        self._names = ParagraphNames(tokens, mentions, identity)
        self._outlooks = OutlookReader(tokens, identity.window)
        self._topic: Sequence[Mention] = ()
        self._announces = self._listing = False
        self._brackets_plan = False
        self._estimates = EstimateReader(tokens)
        self._topic_origins = TopicOrigins(tokens, mentions)
        self._kept_days = KeptDays(tokens, identity.window)
        self._kept_windows = KeptWindows(tokens, identity.window)
        self._bracket_windows = BracketWindows(tokens, identity.window)
        self._whole_times = WholeTimes(tokens, identity.window)

    def read(
        self,
        sentence: Sentence,
        mentions: Sequence[Mention],
        times: Sequence[TimeMention],
        entities: Sequence[EntityMention],
    ) -> SentenceContext:
        """The context of the next sentence."""
        self._enter(sentence)
        found = self._without_offices(self._without_counted_months(self._map.within(mentions), times))
        times = self._whole_times.over(sentence, found, times)
        outlook = self._outlooks.over(sentence, found, times)
        entities = self._names.standing_for_its_zone(entities)
        self._names.open(sentence, found, times, entities)
        self._brackets_plan = self._brackets_plan or bool(found.of("bracket_legend"))
        context = SentenceContext(
            sentence,
            found,
            times,
            entities,
            outlook,
            self._names.current,
            self._topic,
            self._brackets_plan,
            estimate=self._estimates.over(sentence, found, times),
            topic_origin=self._topic_origins.over(sentence, found),
            title_origin=self._topic_origins.title,
            kept_day=self._kept_days.over(sentence, found, times),
            kept_window=self._kept_windows.over(sentence, found, times) or self._kept_days.window_of_section,
            bracket_window=self._bracket_windows.over(sentence, found, times),
            words=set(self._tokens.keys[sentence.first : sentence.last]),
        )
        self._leave(sentence, found.mentions)
        self._names.leave(entities)
        return context

    def _without_counted_months(self, found: MentionMap, times: Sequence[TimeMention]) -> MentionMap:
        """`lũy kế 9 tháng`, `từ đầu năm đến nay` add up the months of a window: no word of a stock."""
        windows = [t.span for t in times if t.kind in _PARTS_OF_YEARS] if found.of("stock") else ()
        if not windows:
            return found
        at_or_after = self._tokens.at_or_after
        within = {at for span in windows for at in range(at_or_after(span.start), at_or_after(span.end))}
        kept = [m for m in found.mentions if m.role != "stock" or (m.first not in within and m.last not in within)]
        return self._map.within(kept)

    def _without_offices(self, found: MentionMap) -> MentionMap:
        """`Sở Kế hoạch và Đầu tư` plans nothing: the word is part of its name."""
        keys, plans = self._tokens.keys, found.of("plan")
        if not plans or not any(m.first and keys[m.first - 1] in _OFFICES for m in plans):
            return found
        return self._map.within([m for m in found.mentions if m.role != "plan" or keys[m.first - 1] not in _OFFICES])

    def _enter(self, sentence: Sentence) -> None:
        """A paragraph forgets the one before it, but for a heading or question that announced it."""
        if sentence.paragraph == self._paragraph:
            return
        self._paragraph = sentence.paragraph
        self._names.enter()
        self._listing = self._announces or (self._listing and self._tokens.keys[sentence.first] in _BULLETS)
        self._outlooks.enter(sentence, announced=self._announces)
        if not self._listing:
            self._topic = ()
        self._announces = False

    def _leave(self, sentence: Sentence, mentions: Sequence[Mention]) -> None:
        """Remember what this sentence announces."""
        keys, end = self._tokens.keys, self._tokens.keys[sentence.last - 1]
        announcing = sentence.heading or end in _ANNOUNCING
        if announcing and NUMBER_KEY not in without_mark(keys[sentence.first : sentence.last]):
            self._topic, self._announces = [m for m in mentions if m.role in _TOPICS], True
        elif end == _QUESTION:
            self._announces = True
