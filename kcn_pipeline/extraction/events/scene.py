"""What the recognisers of events look at: the words of a text, its boards, blocs, sentences and days.

Belongs here: finding those, and walking from one to the next. Does not: any one kind of event.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Final, TypeVar

from kcn_pipeline.documents.document import Identity
from kcn_pipeline.extraction.names.entities import entity_mentions
from kcn_pipeline.extraction.names.proper_names import EntityMention
from kcn_pipeline.extraction.text.lexicon import lexicon
from kcn_pipeline.extraction.text.local_phrases import LocalMatch, LocalPhrases
from kcn_pipeline.extraction.text.mention_map import MentionMap
from kcn_pipeline.extraction.text.phrase_index import Mention
from kcn_pipeline.extraction.text.sentences import Sentence, sentences
from kcn_pipeline.extraction.text.tokens import NUMBER_KEY, Tokens
from kcn_pipeline.extraction.times.calendar import pattern_matches
from kcn_pipeline.reference.event_phrases import EventPhrase, load_event_phrases, load_event_times
from kcn_pipeline.reference.function_words import function_words

DASHES: Final = frozenset({"-", "–", "—"})
_JOINTS: Final = (
    function_words("and") | function_words("together") | DASHES | {",", ";", "•", "+", ".", ")", NUMBER_KEY}
)
_JOINTS_AT_MOST: Final = 5
_BLOC_NAME_WORDS: Final = 16
_Placed = TypeVar("_Placed", "TimeWord", Mention, EntityMention)


@cache
def wordings(*roles: str) -> LocalPhrases[EventPhrase]:
    """The wordings of some roles."""
    return LocalPhrases((row.phrase, row) for row in load_event_phrases() if row.role in roles)


@dataclass(frozen=True, slots=True)
class TimeWord:
    """A year, or days, at tokens [first, last)."""

    first: int
    last: int
    year: int
    days: tuple[date, date] | None


class Scene:
    """One text with what events are made of; all places are tokens."""

    def __init__(self, text: str, identity: Identity) -> None:
        self.tokens = Tokens(text)
        self.keys = self.tokens.keys
        self.identity = identity
        self.mentions = lexicon().mentions(self.tokens)
        entities = entity_mentions(self.tokens, MentionMap(self.mentions), identity)
        self.boards = _innermost(_named_boards(entities, self.mentions))
        self._by_first = {board.first: board for board in self.boards}
        self._by_last = {board.last: board for board in self.boards}
        self.blocs = [m for m in self.mentions if m.role == "bloc_name"]
        self._places = [m for m in self.mentions if m.role == "place"]
        self.times = list(self._times())
        self._time_at = {time.first: time for time in self.times}
        self._sentences = sentences(self.tokens)
        self._starts = [sentence.first for sentence in self._sentences]

    def all_of(self, role: str) -> list[LocalMatch[EventPhrase]]:
        """Every wording of a role, in order."""
        return list(wordings(role).within(self.keys, 0, len(self.keys)))

    def sentence_at(self, place: int) -> Sentence:
        """The sentence that holds a token."""
        return self._sentences[max(bisect_right(self._starts, place) - 1, 0)]

    def times_in(self, first: int, last: int) -> Sequence[TimeWord]:
        """Years and days that begin in tokens [first, last)."""
        return _between(self.times, first, last)

    def blocs_in(self, first: int, last: int) -> Sequence[Mention]:
        """Names of blocs that begin in tokens [first, last)."""
        return _between(self.blocs, first, last)

    def places_in(self, first: int, last: int) -> Sequence[Mention]:
        """Names of provinces that begin in tokens [first, last)."""
        return _between(self._places, first, last)

    def boards_in(self, first: int, last: int) -> Sequence[EntityMention]:
        """Full names of boards that begin in tokens [first, last)."""
        return [board for board in _between(self.boards, first, last) if not board.bare]

    def boards_from(self, place: int) -> list[EntityMention]:
        """The boards listed from `place` on, numbering, bullets and small words between them aside."""
        chain: list[EntityMention] = []
        at: int | None = place
        while at is not None:
            board = self._board_ahead(at)
            if board is None:
                break
            chain.append(board)
            at = self._past_joint(board.last)
        return chain

    def boards_before(self, place: int) -> list[EntityMention]:
        """The boards listed right before `place`, in the order of the text."""
        chain: list[EntityMention] = []
        at = place
        while (board := self._by_last.get(at)) is not None:
            chain.insert(0, board)
            at = board.first
            while at > 0 and board.first - at < _JOINTS_AT_MOST and self.keys[at - 1] in _JOINTS:
                at -= 1
            if at == board.first:
                break
        return chain

    def skip_back(self, place: int, low: int, roles: Sequence[str], signs: Collection[str]) -> int:
        """The place before the wordings of `roles`, and `signs`, that end at `place`; not before `low`."""
        index = wordings(*roles)
        while place > low:
            found = index.ending(self.keys, low, place)
            if found is None and self.keys[place - 1] not in signs:
                break
            place = place - 1 if found is None else found.first
        return place

    def skip_on(self, place: int, high: int, roles: Sequence[str], signs: Collection[str]) -> tuple[int, int | None]:
        """The place after wordings of `roles`, `signs`, names of blocs and years from `place` on; and the year."""
        index, year = wordings(*roles), None
        while place < high:
            time = self._time_at.get(place)
            found = index.at(self.keys, place)
            if time is not None:
                place, year = time.last, year or time.year
            elif (bloc := self.bloc_from(place)) is not None:
                place = bloc.last
            elif found is not None:
                # The word for the head of a board may share its last syllable with the board's name.
                board = next((at for at in range(place + 1, found.last) if at in self._by_first), None)
                if board is not None:
                    return board, year
                place = found.last
            elif self.keys[place] in signs:
                place += 1
            else:
                break
        return place, year

    def bloc_from(self, place: int) -> Mention | None:
        """The bloc named from `place` on: a name as listed, or the word for bloc with a region soon after it."""
        heads = wordings("bloc").at(self.keys, place) is not None
        for bloc in self.blocs_in(place, place + _BLOC_NAME_WORDS + 1):
            if bloc.first == place or heads:
                between = self.keys[place : bloc.first]
                if not {":", ";", "."} & set(between):
                    return bloc
        return None

    def bloc_of(self, first: int, last: int) -> str | None:
        """The bloc that tokens [first, last) name, else the one that reports, else the only one of the text."""
        named = self.blocs_in(first, last)
        if named:
            return f"bloc:{named[0].value}"
        publisher = self.identity.publisher or ""
        if publisher.startswith("bloc:"):
            return publisher
        codes = {bloc.value for bloc in self.blocs}
        return f"bloc:{codes.pop()}" if len(codes) == 1 else None

    def text_of(self, first: int, last: int) -> str:
        """The characters of tokens [first, last), on one line."""
        return " ".join(self.tokens.span(first, last).of(self.tokens.text).split())

    def is_capital(self, place: int) -> bool:
        """Whether a word begins with a capital letter."""
        return self.tokens.text[self.tokens.starts[place]].isupper()

    def _board_ahead(self, place: int) -> EntityMention | None:
        for at in range(place, min(place + _JOINTS_AT_MOST, len(self.keys))):
            if board := self._by_first.get(at):
                return board
            filler = wordings("filler").at(self.keys, at)
            if self.keys[at] not in _JOINTS | {":", "("} and filler is None:
                return None
        return None

    def _past_joint(self, place: int) -> int | None:
        return place + 1 if place < len(self.keys) and self.keys[place] in _JOINTS - DASHES else None

    def _times(self) -> Iterator[TimeWord]:
        for match in pattern_matches(load_event_times(), self.tokens):
            first, last = self.tokens.at_or_after(match.start), self.tokens.at_or_after(match.end)
            year = int(match.parts["year"])
            days = None
            if match.label != "year":
                try:
                    start = date(year, int(match.parts["month"]), int(match.parts["day"]))
                    days = start, start.replace(day=int(match.parts.get("other_day", start.day)))
                except ValueError:
                    continue  # a day that no calendar has
            yield TimeWord(first, last, year, days)


def _between(found: Sequence[_Placed], first: int, last: int) -> Sequence[_Placed]:
    """Those of what was found, in the order of the text, that begin in tokens [first, last)."""
    low = bisect_left(found, first, key=lambda item: item.first)
    return found[low : bisect_left(found, last, lo=low, key=lambda item: item.first)]


def _named_boards(entities: Sequence[EntityMention], mentions: Sequence[Mention]) -> list[EntityMention]:
    """Boards by their name, or that of their province: not those that words for their zones or for "it" mean."""
    heads = {m.first for m in mentions if m.role in {"board_head", "board_name"}}
    return [e for e in entities if e.entity.startswith("board:") and (e.bare or e.first in heads)]


def _innermost(boards: Sequence[EntityMention]) -> list[EntityMention]:
    """Of two that end alike, the later: the words for board stand in the name of a bloc, too."""
    by_last: dict[int, EntityMention] = {}
    for board in boards:
        known = by_last.get(board.last)
        if known is None or known.bare or (not board.bare and board.first > known.first):
            by_last[board.last] = board
    return sorted(by_last.values(), key=lambda board: board.first)
