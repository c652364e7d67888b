"""Who leads a bloc, and who is its deputy.

Belongs here: a board beside the word for leader or deputy, and the person who speaks for it. Does not: members
(`events.members`).
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, TypeAlias

from kcn_pipeline.extraction.events.scene import DASHES, Scene, wordings
from kcn_pipeline.extraction.events.sightings import Sighting, WordCue
from kcn_pipeline.extraction.names.proper_names import EntityMention
from kcn_pipeline.extraction.text.local_phrases import LocalMatch
from kcn_pipeline.extraction.text.sentences import Sentence
from kcn_pipeline.reference.event_phrases import EventPhrase
from kcn_pipeline.reference.function_words import function_words

_AND: Final = function_words("and") | {",", "/"}
_SIGNS: Final = DASHES | {",", "(", ";", ":", ")"}
_NAME_WORDS: Final = range(2, 6)
_WORDS_TO_THE_PERSON: Final = 6
_WORDS_OF_A_YEAR: Final = 3

_Pair: TypeAlias = tuple[LocalMatch[EventPhrase], EntityMention]


@dataclass(slots=True)
class _Statement:
    """Words for leader and deputy that one breath names, with the boards on either side."""

    parts: list[LocalMatch[EventPhrase]]
    sentence: Sentence
    before: list[EntityMention]
    after: list[EntityMention]
    year: int | None

    def pairs(self, taken: Collection[EntityMention]) -> tuple[list[_Pair], str]:
        """Which board has which part; one that stands before another part has that one."""
        count, after = len(self.parts), [board for board in self.after if board not in taken]
        if len(self.before) >= count:
            return list(zip(self.parts, self.before[-count:], strict=True)), "board before its part"
        if len(after) >= count:
            return list(zip(self.parts, after[:count], strict=True)), "board after its part"
        return [], ""


def leaders(scene: Scene) -> Iterator[Sighting]:
    """Every board that is said to lead a bloc or to be its deputy."""
    statements = [_statement(scene, parts) for parts in _joined(scene, scene.all_of("leadership"))]
    taken = [board for statement in statements for board in statement.before]
    years = {statement.sentence: statement.year for statement in statements if statement.year is not None}
    for statement in statements:
        pairs, rule = statement.pairs(taken)
        year = statement.year or years.get(statement.sentence)
        yield from (_sighting(scene, statement.sentence, part, board, rule, year) for part, board in pairs)


def _statement(scene: Scene, parts: list[LocalMatch[EventPhrase]]) -> _Statement:
    sentence = scene.sentence_at(parts[0].first)
    start = scene.skip_back(parts[0].first, sentence.first, ("link", "bloc", "head"), _SIGNS)
    end, year = scene.skip_on(parts[-1].last, sentence.last, ("link", "head", "bloc"), _SIGNS)
    after = [board for board in scene.boards_from(end) if board.first < sentence.last]
    year = year or _year_before(scene, parts[0].first) or _year_of_election(scene, sentence, parts)
    return _Statement(parts, sentence, scene.boards_before(start), after, year)


def _joined(scene: Scene, found: Sequence[LocalMatch[EventPhrase]]) -> Iterator[list[LocalMatch[EventPhrase]]]:
    """Words for leader and deputy, with those that are named in one breath together."""
    group: list[LocalMatch[EventPhrase]] = []
    for part in found:
        if group and scene.keys[group[-1].last : part.first] and set(scene.keys[group[-1].last : part.first]) <= _AND:
            group.append(part)
            continue
        if group:
            yield group
        group = [part]
    if group:
        yield group


def _year_before(scene: Scene, place: int) -> int | None:
    """`Năm 2022 Khối trưởng là …`, `Năm 2022, Khối trưởng: …`."""
    place -= scene.keys[place - 1] == "," if place else 0
    before = scene.times_in(place - _WORDS_OF_A_YEAR, place)
    return next((t.year for t in before if t.last == place and t.days is None), None)


def _year_of_election(scene: Scene, sentence: Sentence, parts: Sequence[LocalMatch[EventPhrase]]) -> int | None:
    """Who is elected takes office in the year that the sentence ends with."""
    if not any(wordings("electing").within(scene.keys, sentence.first, parts[0].first)):
        return None
    return next((t.year for t in scene.times_in(parts[-1].last, sentence.last)), None)


def _sighting(
    scene: Scene,
    sentence: Sentence,
    part: LocalMatch[EventPhrase],
    board: EntityMention,
    rule: str,
    year: int | None,
) -> Sighting:
    first, last = min(part.first, board.first), max(part.last, board.last)
    return Sighting(
        kind="leadership",
        first=first,
        last=last,
        entity=board.entity,
        rule=rule,
        cues=(
            WordCue("entity", board.entity, board.first, board.last),
            WordCue("role", part.value.value, part.first, part.last),
        ),
        bloc=scene.bloc_of(sentence.first, sentence.last),
        role=part.value.value,
        person=_person_before(scene, sentence, first),
        year=year,
    )


def _person_before(scene: Scene, sentence: Sentence, place: int) -> str | None:
    """The name before a part or a board: after a form of address, or at the head of the sentence."""
    place = scene.skip_back(place, sentence.first, ("head",), DASHES | {",", "("})
    first = place
    while first > sentence.first and scene.is_capital(first - 1) and place - first < _WORDS_TO_THE_PERSON:
        first -= 1
    addressed = next((m for m in wordings("person").within(scene.keys, sentence.first, place) if m.last >= first), None)
    if addressed is not None:
        first = max(first, addressed.last)
    elif first > sentence.first:
        return None
    name = scene.text_of(first, place) if place - first in _NAME_WORDS else ""
    return (name.title() if name.isupper() else name) or None
