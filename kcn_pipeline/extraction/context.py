"""What governs a sentence: whose figures, which period, outcome or aim.

Belongs here: the state carried from sentence to sentence. Does not: the choice for one figure (`binding`, `owners`,
`windows`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from kcn_pipeline.documents.document import Identity
from kcn_pipeline.extraction.brackets import Asides
from kcn_pipeline.extraction.calendar import AS_OF, WINDOWS, TimeMention
from kcn_pipeline.extraction.estimates import EstimateReader
from kcn_pipeline.extraction.kept_days import KeptDays
from kcn_pipeline.extraction.lexicon import FREE, WEAK
from kcn_pipeline.extraction.mention_map import MentionMap
from kcn_pipeline.extraction.phrase_index import Mention
from kcn_pipeline.extraction.proper_names import EntityMention
from kcn_pipeline.extraction.sentences import Sentence, without_mark
from kcn_pipeline.extraction.tokens import NUMBER_KEY, Tokens
from kcn_pipeline.extraction.topic_origins import TopicOrigins
from kcn_pipeline.periods import Window
from kcn_pipeline.quantities import Origin

_QUESTION: Final = "?"
_ANNOUNCING: Final = frozenset({_QUESTION, ":"})
_DATELINE: Final = frozenset({"month", "quarter"})
_NO_TURN: Final = frozenset({"range", "whole_year", "this_year"})
_LASTING: Final = ("board:", "province:", "nation:")
_OF_MEMBERS: Final = frozenset({"bloc", "nation"})
_WIDE: Final = frozenset({"province", "nation", ""})  # whose reports speak of a board's zones and of all beside them
NO_ASIDES: Final = Asides((), 0, 0, 0)
_WHOLE_YEARS: Final = frozenset({"year", "whole_year", "this_year", "last_year", "next_year", "range"})
_TOPICS: Final = frozenset({FREE, WEAK, "origin", "unit"})
_BULLETS: Final = frozenset("-+*•–—")
_MARK_AT_MOST: Final = 3
_ITEM_WORDS_AT_MOST: Final = 25
_OPENING_WORDS: Final = 1
_TURN_WORDS: Final = 12  # a section turns to the future within the first words of its opening


@dataclass(frozen=True, slots=True)
class Outlook:
    """Whether a stretch of text speaks of plans, and of which year."""

    target: bool = False
    window: Window | None = None


@dataclass(slots=True)
class SentenceContext:
    """Everything about one sentence that its figures inherit.

    `topic`: wordings and origins of the heading or the question above it. `brackets_plan`: a legend said that brackets
    hold the plan. `asides`: its brackets, once its figures are known. `estimate`: the heading's word for an estimate.
    `topic_origin`: the origin that its paragraph turned to. `kept_day`: the day as of which its paragraph counts.
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
    kept_day: TimeMention | None = None


class ContextReader:
    """Reads sentences in order, remembering section and paragraph."""

    def __init__(self, tokens: Tokens, mentions: MentionMap, identity: Identity) -> None:
        self._tokens = tokens
        self._map = mentions
        self._reported = identity.window
        self._publisher = (identity.publisher or "").partition(":")[0]
        self._section = self._paragraph_outlook = Outlook()
        self._paragraph = -1
        self._paragraph_entity: EntityMention | None = None
        self._placed: EntityMention | None = None
        self._topic: Sequence[Mention] = ()
        self._announces = self._listing = self._section_is_list = False
        self._brackets_plan = False
        self._estimates = EstimateReader(tokens)
        self._topic_origins = TopicOrigins(tokens)
        self._kept_days = KeptDays(identity.window)

    def read(
        self,
        sentence: Sentence,
        mentions: Sequence[Mention],
        times: Sequence[TimeMention],
        entities: Sequence[EntityMention],
    ) -> SentenceContext:
        """The context of the next sentence."""
        self._enter(sentence)
        mentions = self._without_counted_months(mentions, times)
        found = self._map.within(mentions)
        outlook = self._outlook(sentence, found, times)
        self._open(sentence, mentions, entities)
        self._brackets_plan = self._brackets_plan or bool(found.of("bracket_legend"))
        context = SentenceContext(
            sentence,
            found,
            times,
            entities,
            outlook,
            self._paragraph_entity,
            self._topic,
            self._brackets_plan,
            estimate=self._estimates.over(sentence, found, times),
            topic_origin=self._topic_origins.over(sentence, found),
            kept_day=self._kept_days.over(sentence, found, times),
        )
        self._leave(sentence, mentions, entities)
        return context

    def _without_counted_months(self, mentions: Sequence[Mention], times: Sequence[TimeMention]) -> Sequence[Mention]:
        """`lũy kế 9 tháng` adds up months of the window: no word of a stock."""
        windows = [t.span for t in times if t.kind in WINDOWS and t.kind not in _WHOLE_YEARS]
        if not windows:
            return mentions
        starts = {self._tokens.at_or_after(span.start) for span in windows}
        return [m for m in mentions if m.role != "stock" or (m.first not in starts and m.last not in starts)]

    def _enter(self, sentence: Sentence) -> None:
        """A paragraph forgets the one before it, but for a heading or question that announced it."""
        if sentence.paragraph == self._paragraph:
            return
        self._paragraph = sentence.paragraph
        self._paragraph_entity = self._placed = None
        self._listing = self._announces or (self._listing and self._tokens.keys[sentence.first] in _BULLETS)
        if not self._announces:
            self._paragraph_outlook = Outlook()
        if self._section_is_list and not self._is_item(sentence):
            self._section, self._section_is_list = Outlook(), False
        if not self._listing:
            self._topic = ()
        self._announces = False

    def _is_item(self, sentence: Sentence) -> bool:
        """Whether a paragraph may be an item of a list: marked as one, or short."""
        keys = self._tokens.keys[sentence.first : sentence.first + _MARK_AT_MOST]
        marked = keys[0] in _BULLETS or ")" in keys or keys[:2] == [NUMBER_KEY, "."]
        return marked or sentence.last - sentence.first <= _ITEM_WORDS_AT_MOST

    def _leave(self, sentence: Sentence, mentions: Sequence[Mention], entities: Sequence[EntityMention]) -> None:
        """Remember what this sentence announces, and of whom an article on a province spoke last."""
        keys = self._tokens.keys[sentence.first : sentence.last]
        if NUMBER_KEY not in without_mark(keys) and (sentence.heading or keys[-1] in _ANNOUNCING):
            self._topic, self._announces = [m for m in mentions if m.role in _TOPICS], True
        elif keys[-1] == _QUESTION:
            self._announces = True
        spoken_of = [e for e in entities if not e.bare and e.entity.startswith(_LASTING)]
        if self._publisher in _WIDE and spoken_of:
            self._paragraph_entity = spoken_of[-1]

    def _open(self, sentence: Sentence, mentions: Sequence[Mention], entities: Sequence[EntityMention]) -> None:
        """A name at the head of a sentence, alone of its kind, owns the paragraph from there on.

        A bare name without figures does once the next sentence begins with a board that it does not name: it is that
        province's (the bare name of a province, a full stop, "the board …").
        """
        opening = next((e for e in entities if e.first <= sentence.first + 2 and self._may_open(e)), None)
        if opening is None:
            unnamed = any(m.role == "board_head" and m.first == sentence.first for m in mentions)
            if unnamed and self._placed is not None:
                self._paragraph_entity = replace(self._placed, bare=False)
            return
        self._placed = opening if opening.bare else None
        others = any(e.first >= opening.last and e.entity.startswith("board:") for e in entities if e.bare)
        counts = NUMBER_KEY in self._tokens.keys[sentence.first : sentence.last]
        listed = any(0 < e.first - opening.last <= 1 for e in entities)
        singled_out = any(m.role == "only" and m.first <= opening.first for m in mentions)
        singled = opening.entity.startswith("company:") and singled_out
        if not listed and not singled and not (opening.bare and (others or not counts)):
            self._paragraph_entity = replace(opening, bare=False)

    def _may_open(self, entity: EntityMention) -> bool:
        """A full name, or in the report of a bloc the bare province of a member (`Tại Thái Nguyên, …`)."""
        return not entity.bare or (self._publisher in _OF_MEMBERS and entity.entity.startswith("board:"))

    def _outlook(self, sentence: Sentence, mentions: MentionMap, times: Sequence[TimeMention]) -> Outlook:
        turned = self._turn(sentence, mentions, times)
        asks = self._tokens.keys[sentence.last - 1] == _QUESTION and self._states_results(times)
        if turned is None and not sentence.heading and (asks or self._opens_in_report(sentence, times)):
            self._section = self._paragraph_outlook = Outlook()
        if sentence.heading:
            self._section, self._section_is_list = turned or Outlook(), False
        elif turned:
            self._paragraph_outlook = turned
            if self._tokens.keys[sentence.last - 1] == ":":
                self._section, self._section_is_list = turned, True
        return turned or (self._paragraph_outlook if self._paragraph_outlook.target else self._section)

    def _opens_in_report(self, sentence: Sentence, times: Sequence[TimeMention]) -> bool:
        """`Năm 2019, …` under a title that names the tasks of 2020: what comes next is not of the title."""
        opening = next((t for t in times if t.window is not None and t.kind in WINDOWS), None)
        if opening is None or opening.window is None or opening.window.end > self._reported.end:
            return False
        return self._tokens.at_or_after(opening.span.start) <= sentence.first + _OPENING_WORDS

    def _turn(self, sentence: Sentence, mentions: MentionMap, times: Sequence[TimeMention]) -> Outlook | None:
        """The outlook that this sentence opens: a later year, or words of what comes next, at its start."""
        limit = min(sentence.first + _TURN_WORDS, sentence.last) if not sentence.heading else sentence.last
        future = next((m for m in mentions.of("section_future") if m.first < limit), None)
        later = next((t for t in times if self._is_later(t, heading=sentence.heading)), None)
        if future is None and not (later and self._tokens.at_or_after(later.span.start) < limit):
            return None
        aims = bool(mentions.of("target"))
        if later is None and not (future and _opens(future, sentence)):
            return None
        named = future is not None or mentions.of("target", "plan") or (later and later.kind.startswith("planned"))
        if sentence.first == 0 and not named:
            return None  # a title may name the next year; that makes no plan of the text
        if later is None and not aims and not sentence.heading and self._states_results(times):
            return None
        return Outlook(target=True, window=later.window if later else None)

    def _is_later(self, time: TimeMention, *, heading: bool) -> bool:
        reported = self._reported.end
        if time.kind == "range" and time.window is not None and time.window.start is not None:
            return time.window.start > reported  # `Kế hoạch 5 năm 2021-2025: …`
        if time.window is None or time.kind in AS_OF | _NO_TURN:
            return False
        # The month over a text is mostly that of its publication.
        if heading and time.kind in _DATELINE:
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
