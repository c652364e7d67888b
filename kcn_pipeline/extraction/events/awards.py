"""Which boards were honoured, by whom, with what and for which year.

Belongs here: awards to boards, conferred or proposed. Does not: awards to persons and companies, which name no board.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from kcn_pipeline.extraction.events.scene import Scene, wordings
from kcn_pipeline.extraction.events.sightings import Sighting, WordCue
from kcn_pipeline.extraction.names.proper_names import EntityMention
from kcn_pipeline.extraction.text.local_phrases import LocalMatch
from kcn_pipeline.extraction.text.sentences import Sentence
from kcn_pipeline.reference.event_phrases import EventPhrase

_BEFORE: Final = ("receiving", "giving", "giver")
_MERIT_WORDS: Final = 12


def awards(scene: Scene) -> Iterator[Sighting]:
    """Every award to a board that is named beside it."""
    for award in scene.all_of("award"):
        sentence = scene.sentence_at(award.first)
        giver = _giver_after(scene, award)
        end, year = scene.skip_on(award.last, sentence.last, ("of", "giver"), ())
        to = wordings("to").at(scene.keys, end)
        if to is not None:
            boards = [board for board in scene.boards_from(to.last) if board.first < sentence.last]
        else:
            boards = _receivers(scene, sentence, award)
        if not boards:
            continue
        giver = giver or _giver_before(scene, sentence, award)
        year = year or _year_of_merit(scene, sentence, award, boards)
        for board in boards:
            yield _sighting(scene, sentence, award, board, giver, year)


def _receivers(scene: Scene, sentence: Sentence, award: LocalMatch[EventPhrase]) -> list[EntityMention]:
    """`Ban Quản lý … được tặng Bằng khen`: the boards before a word of receiving."""
    start = scene.skip_back(award.first, sentence.first, _BEFORE, ())
    received = any(wordings("receiving").within(scene.keys, start, award.first))
    return scene.boards_before(start) if received else []


def _giver_after(scene: Scene, award: LocalMatch[EventPhrase]) -> LocalMatch[EventPhrase] | None:
    of = wordings("of").at(scene.keys, award.last)
    return None if of is None else wordings("giver").at(scene.keys, of.last)


def _giver_before(scene: Scene, sentence: Sentence, award: LocalMatch[EventPhrase]) -> LocalMatch[EventPhrase] | None:
    before = list(wordings("giver").within(scene.keys, sentence.first, award.first))
    return before[-1] if before else None


def _year_of_merit(
    scene: Scene, sentence: Sentence, award: LocalMatch[EventPhrase], boards: list[EntityMention]
) -> int | None:
    """The year right after the boards, or the one of the merits that the sentence speaks of."""
    after = boards[-1].last
    if told := next((t.year for t in scene.times_in(after, after + 1) if t.days is None), None):
        return told
    for merit in wordings("merit").within(scene.keys, sentence.first, award.first):
        reach = min(merit.last + _MERIT_WORDS, award.first)
        if told := next((t.year for t in scene.times_in(merit.last, reach)), None):
            return told
    return None


def _sighting(
    scene: Scene,
    sentence: Sentence,
    award: LocalMatch[EventPhrase],
    board: EntityMention,
    giver: LocalMatch[EventPhrase] | None,
    year: int | None,
) -> Sighting:
    first = min(award.first, board.first)
    proposed = any(wordings("proposing").within(scene.keys, sentence.first, award.first))
    cues = [
        WordCue("entity", board.entity, board.first, board.last),
        WordCue("award", award.value.value, award.first, award.last),
    ]
    if giver is not None:
        cues.append(WordCue("giver", giver.value.value, giver.first, giver.last))
    return Sighting(
        kind="award",
        first=first,
        last=max(award.last, board.last),
        entity=board.entity,
        rule="award beside the board",
        cues=tuple(cues),
        bloc=scene.bloc_of(sentence.first, sentence.last),
        award=award.value.value,
        giver=None if giver is None else giver.value.value,
        status="proposed" if proposed else "conferred",
        year=year,
    )
