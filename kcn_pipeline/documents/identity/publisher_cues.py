"""Every mention of a board or a bloc in a text, with whom it names.

Belongs here: finding the office and the name that follows it. Does not: deciding who publishes
(`publisher_choice`), or places that only hint at a board (`place_cues`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

from kcn_pipeline.documents.identity.layout import lexicon_of
from kcn_pipeline.documents.identity.lexicon import Match
from kcn_pipeline.documents.identity.names import (
    Codes,
    bloc_names,
    board_acronyms,
    board_names,
    board_titles,
    boards_of_provinces,
)
from kcn_pipeline.documents.skeleton import Skeleton
from kcn_pipeline.quantities import Span
from kcn_pipeline.reference.document_cues import CueRole

# Words of no meaning here that may stand between office and name: titles of blocs are paraphrased, OCR tears words.
_STRANGERS: Final = {"bloc": 3, "board": 0, "board in torn text": 2}
_NO_CODES: Final[Codes] = frozenset()


@dataclass(frozen=True, slots=True)
class Mention:
    """One mention of a `kind` of office; `codes` holds whom it may name, empty where it names nobody.

    `of_zones` says that words for industrial zones follow ("ban quản lý" alone runs anything), `plural`
    that it speaks of several offices, `again` that it only takes up a bloc that is named elsewhere.
    """

    kind: Literal["bloc", "board"]
    codes: Codes
    span: Span
    of_zones: bool
    plural: bool
    again: bool = False


@dataclass(frozen=True, slots=True)
class _Name:
    kind: Literal["bloc", "board"]
    after: int
    codes: Codes
    of_zones: bool


def publisher_mentions(skeleton: Skeleton, day: date) -> list[Mention]:
    """The mentions of blocs and of boards that existed on `day`, in order; a bloc's name is no mention of a board."""
    plurals = {match.after for match in lexicon_of("plural", tolerant=skeleton.tolerant).find(skeleton)}
    mentions, free_from = [], 0
    for office in lexicon_of("bloc", "board", "board_of_zones", tolerant=skeleton.tolerant).find(skeleton):
        if office.first < free_from:
            continue
        name = _bloc_name(skeleton, office) if office.value == "bloc" else _board_name(skeleton, office, day)
        free_from = name.after
        span = Match(office.first, name.after, office.value, {}).span_in(skeleton)
        mentions.append(Mention(name.kind, name.codes, span, name.of_zones, office.first in plurals))
    mentions += _acronyms(skeleton, day, mentions)
    mentions += [m for m in _taken_up(skeleton) if not any(m.span.overlaps(other.span) for other in mentions)]
    return sorted(mentions, key=lambda mention: mention.span)


def _acronyms(skeleton: Skeleton, day: date, titles: Sequence[Mention]) -> Iterator[Mention]:
    """Boards by their acronyms; one in brackets right behind the title that it stands for is no second mention."""
    for match in board_acronyms(day, tolerant=skeleton.tolerant).find(skeleton):
        span = match.span_in(skeleton)
        earlier = (m for m in titles if m.codes & match.value and m.span.start < span.start)
        if all(skeleton.text[m.span.end : span.start].strip(" (") for m in earlier):
            yield Mention("board", match.value, span, of_zones=True, plural=False)


def nation_mentions(skeleton: Skeleton) -> list[Span]:
    """Where a text speaks of the whole country, or those who report on it speak."""
    matches = lexicon_of("nation", "nation_passing", tolerant=skeleton.tolerant).find(skeleton)
    return [match.span_in(skeleton) for match in matches if match.value == "nation"]


def _taken_up(skeleton: Skeleton) -> Iterator[Mention]:
    """What speaks of an office without its whole title: "the whole bloc", "the head of the board"."""
    blocs = lexicon_of("bloc_again", tolerant=skeleton.tolerant)
    # Short words: misread, they are others ("ban đã", "bán dẫn").
    boards = lexicon_of("board_again", tolerant=skeleton.tolerant, misread=False)
    for match in blocs.find(skeleton):
        yield Mention("bloc", _NO_CODES, match.span_in(skeleton), of_zones=False, plural=False, again=True)
    for match in boards.find(skeleton):
        yield Mention("board", _NO_CODES, match.span_in(skeleton), of_zones=False, plural=False, again=True)


def _bloc_name(skeleton: Skeleton, office: Match[CueRole]) -> _Name:
    names = bloc_names(tolerant=skeleton.tolerant)
    title_words: tuple[CueRole, ...] = ("board", "office", "zone")
    for index, of_zones in _after_title(skeleton, office, title_words, _STRANGERS["bloc"]):
        if name := names.at(skeleton, index):
            return _Name("bloc", name.after, frozenset({name.value}), of_zones)
    of_zones = any(said for _, said in _after_title(skeleton, office, title_words, 0))
    return _Name("bloc", office.after, _NO_CODES, of_zones)


def _board_name(skeleton: Skeleton, office: Match[CueRole], day: date) -> _Name:
    names, regions = board_names(day, tolerant=skeleton.tolerant), bloc_names(tolerant=skeleton.tolerant)
    strangers = _STRANGERS["board in torn text" if skeleton.tolerant else "board"]
    of_zones = False
    for index, of_zones in _after_title(skeleton, office, ("office", "zone", "high_tech"), strangers):
        name = names.at(skeleton, index) if of_zones else None
        region = regions.at(skeleton, index) if of_zones else None
        # The boards of a region are its bloc: "Đông Nam Bộ" is no zone "Đông Nam".
        if region is not None and (name is None or region.after > name.after):
            return _Name("bloc", region.after, frozenset({region.value}), of_zones)
        if name is not None:
            after, codes = _with_province(skeleton, name, day)
            return _Name("board", after, codes, of_zones)
    if title := board_titles(day, tolerant=skeleton.tolerant).at(skeleton, office.first):
        return _Name("board", title.after, title.value, of_zones=True)
    return _Name("board", office.after, _NO_CODES, of_zones)


def _after_title(
    skeleton: Skeleton, office: Match[CueRole], title_words: tuple[CueRole, ...], strangers: int
) -> Iterator[tuple[int, bool]]:
    """The words at which a name may begin, each with whether words for zones came before it."""
    lexicon = lexicon_of(*title_words, tolerant=skeleton.tolerant)
    index, of_zones = office.after, office.value == "board_of_zones"
    while index < len(skeleton.words):
        yield index, of_zones
        word = lexicon.at(skeleton, index)
        if word is not None:
            of_zones = of_zones or word.value == "zone"
            index = word.after
        elif strangers and not skeleton.sentence_ends_before(index) and not skeleton.words[index].bare.isdecimal():
            strangers -= 1
            index += 1
        else:
            return


def _with_province(skeleton: Skeleton, name: Match[Codes], day: date) -> tuple[int, Codes]:
    """A name with the province that may follow it: "Chu Lai tỉnh Quảng Nam" is one board of two."""
    provinces = boards_of_provinces(day, tolerant=skeleton.tolerant)
    title_words = lexicon_of("office", "zone", tolerant=skeleton.tolerant)
    index = name.after
    while index < len(skeleton.words) and "," not in skeleton.gap_before(index):
        if province := provinces.at(skeleton, index):
            both = name.value & province.value
            # Two provinces in a row are two boards, of which the first is the one named.
            if not both and provinces.at(skeleton, name.first):
                return name.after, name.value
            return province.after, both or province.value
        word = title_words.at(skeleton, index)
        if word is None:
            break
        index = word.after
    return name.after, name.value
