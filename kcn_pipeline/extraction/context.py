"""What governs a sentence: whose figures, which period, outcome or aim.

Belongs here: the state carried from sentence to sentence. Does not: the choice for one figure (`binding`, `owners`,
`windows`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from kcn_pipeline.documents.document import Identity
from kcn_pipeline.extraction.calendar import AS_OF, TimeMention
from kcn_pipeline.extraction.lexicon import FREE, WEAK
from kcn_pipeline.extraction.mention_map import MentionMap
from kcn_pipeline.extraction.phrase_index import Mention
from kcn_pipeline.extraction.proper_names import EntityMention
from kcn_pipeline.extraction.sentences import Sentence
from kcn_pipeline.extraction.tokens import NUMBER_KEY, Tokens
from kcn_pipeline.periods import Window

_QUESTION: Final = "?"
_ANNOUNCING: Final = frozenset({_QUESTION, ":"})
_DATELINE: Final = frozenset({"month", "quarter"})
_NO_TURN: Final = frozenset({"range", "whole_year", "this_year"})
_LASTING: Final = ("board:", "province:")
_OF_MEMBERS: Final = frozenset({"bloc", "nation"})
_WIDE: Final = frozenset({"province", "nation"})  # whose reports speak of a board's zones and of all beside them
_TURN_WORDS: Final = 12  # a section turns to the future within the first words of its opening


@dataclass(frozen=True, slots=True)
class Outlook:
    """Whether a stretch of text speaks of plans, and of which year."""

    target: bool = False
    window: Window | None = None


@dataclass(slots=True)
class SentenceContext:
    """Everything about one sentence that its figures inherit.

    `topic`: wordings of the heading or the question above it. `brackets_plan`: a legend said that brackets hold
    the plan.
    """

    sentence: Sentence
    mentions: MentionMap
    times: Sequence[TimeMention]
    entities: Sequence[EntityMention]
    outlook: Outlook
    paragraph_entity: EntityMention | None
    topic: Sequence[Mention] = ()
    brackets_plan: bool = False


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
        self._announces = False
        self._brackets_plan = False

    def read(
        self,
        sentence: Sentence,
        mentions: Sequence[Mention],
        times: Sequence[TimeMention],
        entities: Sequence[EntityMention],
    ) -> SentenceContext:
        """The context of the next sentence."""
        self._enter(sentence)
        outlook = self._outlook(sentence, mentions, times)
        self._open(sentence, mentions, entities)
        self._brackets_plan = self._brackets_plan or any(m.role == "bracket_legend" for m in mentions)
        context = SentenceContext(
            sentence,
            self._map.within(mentions),
            times,
            entities,
            outlook,
            self._paragraph_entity,
            self._topic,
            self._brackets_plan,
        )
        self._leave(sentence, mentions, entities)
        return context

    def _enter(self, sentence: Sentence) -> None:
        """A paragraph forgets the one before it, but for a heading or question that announced it."""
        if sentence.paragraph == self._paragraph:
            return
        self._paragraph = sentence.paragraph
        self._paragraph_entity = self._placed = None
        if not self._announces:
            self._paragraph_outlook, self._topic = Outlook(), ()
        self._announces = False

    def _leave(self, sentence: Sentence, mentions: Sequence[Mention], entities: Sequence[EntityMention]) -> None:
        """Remember what this sentence announces, and of whom an article on a province spoke last."""
        keys = self._tokens.keys[sentence.first : sentence.last]
        if NUMBER_KEY not in keys and (sentence.heading or keys[-1] in _ANNOUNCING):
            self._topic, self._announces = [m for m in mentions if m.role in {FREE, WEAK}], True
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
        if not listed and not (opening.bare and (others or not counts)):
            self._paragraph_entity = replace(opening, bare=False)

    def _may_open(self, entity: EntityMention) -> bool:
        """A full name, or in the report of a bloc the bare province of a member (`Tại Thái Nguyên, …`)."""
        return not entity.bare or (self._publisher in _OF_MEMBERS and entity.entity.startswith("board:"))

    def _outlook(self, sentence: Sentence, mentions: Sequence[Mention], times: Sequence[TimeMention]) -> Outlook:
        turned = self._turn(sentence, mentions, times)
        if sentence.heading:
            self._section = turned or Outlook()
        elif turned:
            self._paragraph_outlook = turned
            if self._tokens.keys[sentence.last - 1] == ":":
                self._section = turned
        return turned or (self._paragraph_outlook if self._paragraph_outlook.target else self._section)

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
