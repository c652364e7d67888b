"""When and where conferences were held, and which boards were their hosts.

Belongs here: a day beside the holding of a conference, its place and its host. Does not: the day of publication
(`documents`).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from kcn_pipeline.extraction.events.scene import Scene, TimeWord, wordings
from kcn_pipeline.extraction.events.sightings import Sighting, WordCue
from kcn_pipeline.extraction.text.local_phrases import LocalMatch
from kcn_pipeline.extraction.text.sentences import Sentence
from kcn_pipeline.reference.event_phrases import EventPhrase

_PLACE_WORDS_AT_MOST: Final = 14
_OPENING_WORDS: Final = 2


def conferences(scene: Scene) -> Iterator[Sighting]:
    """Every conference whose day the text tells."""
    for day in scene.times:
        sentence = scene.sentence_at(day.first)
        held = any(wordings("holding").within(scene.keys, sentence.first, sentence.last))
        named = list(wordings("conference").within(scene.keys, sentence.first, sentence.last))
        if day.days is None or not named or not held or not _dates_the_sentence(scene, sentence, day):
            continue
        conference = next((m for m in named if m.first >= day.last), named[0])
        if (holder := _holder(scene, sentence)) is not None:
            yield _conference(scene, sentence, day, conference, holder)


def hosts(scene: Scene) -> Iterator[Sighting]:
    """Every board that hosts a conference, this one or the next."""
    for word in scene.all_of("host"):
        sentence = scene.sentence_at(word.first)
        before = [board for board in scene.boards_in(sentence.first, word.first) if board.last <= word.first]
        status, year = _when_hosted(scene, sentence, word.first)
        for board in scene.boards_before(before[-1].last) if before else ():
            yield Sighting(
                kind="host",
                first=board.first,
                last=word.last,
                entity=board.entity,
                rule="board before the word for hosting",
                cues=(
                    WordCue("entity", board.entity, board.first, board.last),
                    WordCue("host", word.value.value, word.first, word.last),
                ),
                bloc=scene.bloc_of(sentence.first, sentence.last),
                status=status,
                year=year,
            )


def _when_hosted(scene: Scene, sentence: Sentence, place: int) -> tuple[str, int | None]:
    """Whether the conference is still to come, and in which year."""
    if any(wordings("next").within(scene.keys, sentence.first, sentence.last)):
        return "planned", scene.identity.window.end.year + 1
    if any(wordings("planned").within(scene.keys, sentence.first, place)):
        return "planned", next((t.year for t in scene.times_in(sentence.first, place)), None)
    return "held", None


def _dates_the_sentence(scene: Scene, sentence: Sentence, day: TimeWord) -> bool:
    """A day that opens the sentence, or follows a word of time or of holding; others date a decision or a letter."""
    if day.first <= sentence.first + _OPENING_WORDS:
        return True
    return wordings("dating", "holding").ending(scene.keys, sentence.first, day.first) is not None


def _conference(
    scene: Scene, sentence: Sentence, day: TimeWord, conference: LocalMatch[EventPhrase], holder: str
) -> Sighting:
    at = _place(scene, sentence, day)
    first, last = min(day.first, conference.first), max(day.last, conference.last, at[1] if at else 0)
    cues = [
        WordCue("day", conference.value.value, day.first, day.last),
        WordCue("role", conference.value.value, conference.first, conference.last),
    ]
    if at is not None:
        cues.append(WordCue("place", scene.text_of(*at), *at))
    return Sighting(
        kind="conference",
        first=first,
        last=last,
        entity=holder,
        rule="day beside the holding of a conference",
        cues=tuple(cues),
        bloc=scene.bloc_of(sentence.first, sentence.last),
        role=conference.value.value,
        status="held",
        year=day.year,
        days=day.days,
        place=scene.text_of(*at) if at else None,
    )


def _holder(scene: Scene, sentence: Sentence) -> str | None:
    """The bloc that the sentence names or that reports, else the board that it names, else the publisher."""
    if blocs := scene.blocs_in(sentence.first, sentence.last):
        return f"bloc:{blocs[0].value}"
    publisher, boards = scene.identity.publisher, scene.boards_in(sentence.first, sentence.last)
    return boards[0].entity if boards and not (publisher or "").startswith("bloc:") else publisher


def _place(scene: Scene, sentence: Sentence, day: TimeWord) -> tuple[int, int] | None:
    """The tokens of the place after the word for "at": capitalised words up to the last one that is listed."""
    for at in wordings("at").within(scene.keys, day.last, sentence.last):
        end = at.last
        while end < min(sentence.last, at.last + _PLACE_WORDS_AT_MOST) and _may_name(scene, end):
            word = wordings("place_word").at(scene.keys, end)
            end = word.last if word is not None else end + 1
        listed = [place.last for place in scene.places_in(at.last, end) if place.last <= end]
        if listed:
            return at.last, max(listed)
    return None


def _may_name(scene: Scene, place: int) -> bool:
    named = scene.is_capital(place) or wordings("place_word").at(scene.keys, place) is not None
    return named or scene.keys[place] in {",", ".", "-"}
