"""Which boards are members of a bloc.

Belongs here: lists of members, members that a bloc's report tells about one by one, and the board that names its bloc.
Does not: what a bloc's roll looks like over the years (`reference`, `reconciliation`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from kcn_pipeline.extraction.events.scene import Scene, wordings
from kcn_pipeline.extraction.events.sightings import Sighting, WordCue
from kcn_pipeline.extraction.names.proper_names import EntityMention
from kcn_pipeline.extraction.text.phrase_index import Mention

_WORDS_TO_THE_BLOC: Final = 22
_LEAST_OF_A_LIST: Final = 2
_SIGNS: Final = frozenset({":", "0", "("})


def members(scene: Scene) -> Iterator[Sighting]:
    """Every board that the text says, or shows, to be a member of a bloc."""
    yield from _listed(scene)
    publisher = scene.identity.publisher or ""
    if publisher.startswith("bloc:"):
        yield from _told_one_by_one(scene, publisher)
    elif publisher.startswith("board:"):
        yield from _own_bloc(scene, publisher)


def _listed(scene: Scene) -> Iterator[Sighting]:
    """`Khối thi đua … gồm 11 đơn vị thành viên: …`; in a bloc's report also `một số đơn vị như …`."""
    of_bloc = (scene.identity.publisher or "").startswith("bloc:")
    for word in scene.all_of("members"):
        whole = word.value.value == "whole"
        opening = max(word.first - _WORDS_TO_THE_BLOC, 0)
        bloc = any(wordings("bloc").within(scene.keys, opening, word.first))
        if not (bloc if whole else of_bloc) or (whole and "." in scene.keys[opening : word.first][-3:]):
            continue
        place, _ = scene.skip_on(word.last, len(scene.keys), ("filler",), _SIGNS)
        boards = scene.boards_from(place)
        if len(boards) >= (_LEAST_OF_A_LIST if whole else 1):
            yield from _sightings(boards, scene.bloc_of(opening, word.first), "listed as members")


def _told_one_by_one(scene: Scene, bloc: str) -> Iterator[Sighting]:
    """`Ban Quản lý các KCN tỉnh X: …`: a bloc's report goes from member to member."""
    for board in scene.boards:
        opens = scene.sentence_at(board.first).first == board.first
        if not board.bare and opens and scene.keys[board.last : board.last + 1] == [":"]:
            yield from _sightings([board], bloc, "heads a paragraph of its bloc's report")


def _own_bloc(scene: Scene, board: str) -> Iterator[Sighting]:
    """A board's own report that names one bloc, and no other."""
    named = [bloc for bloc in scene.blocs if _is_of_emulation(scene, bloc)]
    if len({bloc.value for bloc in named}) == 1:
        first = named[0]
        entity = f"bloc:{first.value}"
        cue = WordCue("bloc", entity, first.first, first.last)
        yield Sighting(
            "membership", first.first, first.last, board, "a board's report names one bloc", (cue,), bloc=entity
        )


def _is_of_emulation(scene: Scene, bloc: Mention) -> bool:
    """Whether the bloc is meant and not its region."""
    near = range(max(bloc.first - _WORDS_TO_THE_BLOC, 0), bloc.first + 1)
    return any(wordings("bloc").at(scene.keys, at) and scene.bloc_from(at) == bloc for at in near)


def _sightings(boards: Sequence[EntityMention], bloc: str | None, rule: str) -> Iterator[Sighting]:
    for board in boards:
        cue = WordCue("entity", board.entity, board.first, board.last)
        yield Sighting("membership", board.first, board.last, board.entity, rule, (cue,), bloc=bloc)
