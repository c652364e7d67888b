"""The names of boards, blocs and provinces as lexicons: what follows the words for the office.

Belongs here: taking the name proper out of a full title, who is meant by it on a day. Does not: looking for
names in a text (`publisher_cues`, `place_cues`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from functools import cache
from typing import Final

from kcn_pipeline.documents.identity.layout import lexicon_of
from kcn_pipeline.documents.identity.lexicon import Lexicon
from kcn_pipeline.documents.skeleton import skeleton_of
from kcn_pipeline.reference.blocs import load_blocs
from kcn_pipeline.reference.boards import Board, load_boards
from kcn_pipeline.reference.document_cues import CueRole
from kcn_pipeline.reference.provinces import load_provinces

Codes = frozenset[str]

_TITLE_WORDS: Final[tuple[CueRole, ...]] = ("bloc", "board", "office", "zone", "high_tech")


def proper_name(title: str) -> str:
    """A title without the words for the office at either end: the Hà Nội board's gives "Hà Nội"; may be empty."""
    skeleton = skeleton_of(title, tolerant=False)
    words = skeleton.words
    lexicon = lexicon_of(*_TITLE_WORDS, tolerant=False)
    covered = {index for match in lexicon.find(skeleton) for index in range(match.first, match.after)}
    kept = [index for index in range(len(words)) if index not in covered]
    return title[words[kept[0]].start : words[kept[-1]].end] if kept else ""


def era_of(day: date) -> date:
    """The first day of the time around `day` in which no board came or went: one set of lexicons serves all of it."""
    turns = {turn for b in load_boards().values() for turn in (b.valid_from, _day_after(b.valid_to)) if turn}
    return max((turn for turn in turns if turn <= day), default=date.min)


def _day_after(day: date | None) -> date | None:
    return day + timedelta(days=1) if day else None


@cache
def board_names(day: date, *, tolerant: bool) -> Lexicon[Codes]:
    """Codes of the boards by the name that follows the words for the office, and of those of `day` alone.

    A province that no board is called by stands for all its boards.
    """
    boards = [board for board in load_boards().values() if board.valid_on(day)]
    called = _by_name((proper_name(title), b.code) for b in boards for title in (b.name, *b.aliases))
    return Lexicon([*called.items(), *_province_items(boards)], {}, tolerant=tolerant)


@cache
def boards_of_provinces(day: date, *, tolerant: bool) -> Lexicon[Codes]:
    """Codes of the boards that run zones of a province, by the province's name."""
    boards = [board for board in load_boards().values() if board.valid_on(day)]
    return Lexicon(_province_items(boards), {}, tolerant=tolerant)


@cache
def board_titles(day: date, *, tolerant: bool) -> Lexicon[Codes]:
    """Codes of the boards by their whole titles, for those in which no name follows the words for the office."""
    titles = ((title, b.code) for b in load_boards().values() if b.valid_on(day) for title in (b.name, *b.aliases))
    return Lexicon(_by_name(titles).items(), {}, tolerant=tolerant)


@cache
def board_acronyms(day: date, *, tolerant: bool) -> Lexicon[Codes]:
    """Codes of the boards by names that hold no word for the office: acronyms, English titles."""
    names = ((title, b.code) for b in load_boards().values() if b.valid_on(day) for title in b.aliases)
    acronyms = _by_name((title, code) for title, code in names if proper_name(title) == title)
    # One misread letter makes another word of an acronym: only whole ones count.
    return Lexicon(acronyms.items(), {}, tolerant=tolerant, misread=False)


@cache
def bloc_names(*, tolerant: bool) -> Lexicon[str]:
    """Codes of the blocs by the name of their region."""
    rows = load_blocs().values()
    names = ((proper_name(t), b.code) for b in rows for t in (b.name, b.region_name, *b.aliases))
    return Lexicon([(name, code) for name, code in names if name], {}, tolerant=tolerant)


def _province_items(boards: Iterable[Board]) -> list[tuple[str, Codes]]:
    provinces = load_provinces()
    pairs = []
    for board in boards:
        province = provinces[board.province]
        pairs += [(proper_name(name), board.code) for name in (province.name, *province.aliases)]
    return list(_by_name(pairs).items())


def _by_name(pairs: Iterable[tuple[str, str]]) -> Mapping[str, Codes]:
    codes: dict[str, set[str]] = defaultdict(set)
    for name, code in pairs:
        if name:
            codes[name].add(code)
    return {name: frozenset(found) for name, found in codes.items()}
