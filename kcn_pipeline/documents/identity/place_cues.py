"""Places that give a board away where it is not named: its zones, its districts, its province.

Belongs here: finding such places and what they weigh. Does not: boards that are named
(`publisher_cues`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from typing import Final, Literal

from kcn_pipeline.documents.identity.layout import Layout, lexicon_of
from kcn_pipeline.documents.identity.lexicon import Lexicon, Match
from kcn_pipeline.documents.identity.names import Codes, board_names, boards_of_provinces
from kcn_pipeline.documents.skeleton import Skeleton
from kcn_pipeline.quantities import Span
from kcn_pipeline.reference.boards import boards_by_district, boards_by_zone
from kcn_pipeline.reference.document_cues import CueRole

ZONE_WEIGHT: Final = 1.0
PROVINCE_WEIGHT: Final = 1.0
PASSING_PROVINCE_WEIGHT: Final = 0.5
# "KCN Trà Đa, Diên Phú": a list goes on over commas and "và".
_LIST_GAP_WORDS: Final = 1


@dataclass(frozen=True, slots=True)
class PlaceHint:
    """A place mentioned as zone, district or province; its `weight` is shared by the boards that have it.

    `first` is the index of its first word, `of_zones` says that it is a province whose zones are spoken of.
    """

    codes: Codes
    weight: float
    span: Span
    first: int
    of_zones: bool = False


def place_hints(skeleton: Skeleton, layout: Layout, day: date) -> list[PlaceHint]:
    """The places that boards of `day` are known by, in order.

    A zone or district counts once, wherever it stands: two zones tell more than one that is named twice. A
    province counts every time, by its prominence: every text names some others in passing.
    """
    tolerant = skeleton.tolerant
    zones = [*_introduced(skeleton, _places(day, "zone", tolerant=tolerant), "zone_place")]
    districts = [*_introduced(skeleton, _places(day, "district", tolerant=tolerant), "district_place")]
    hints = [_hint(skeleton, match, ZONE_WEIGHT) for match in _first_of_each(skeleton, [*zones, *districts])]
    hints += _province_hints(skeleton, layout, day)
    return sorted(hints, key=lambda hint: hint.span)


def weigh(hints: Iterable[PlaceHint]) -> Mapping[str, float]:
    """What the places weigh together, by board."""
    weights: dict[str, float] = defaultdict(float)
    for hint in hints:
        for code in hint.codes:
            weights[code] += hint.weight / len(hint.codes)
    return weights


def _hint(skeleton: Skeleton, match: Match[Codes], weight: float) -> PlaceHint:
    return PlaceHint(match.value, weight, match.span_in(skeleton), match.first)


def _first_of_each(skeleton: Skeleton, matches: Iterable[Match[Codes]]) -> list[Match[Codes]]:
    first: dict[tuple[str, ...], Match[Codes]] = {}
    for match in matches:
        first.setdefault(tuple(word.key for word in skeleton.words[match.first : match.after]), match)
    return list(first.values())


def _province_hints(skeleton: Skeleton, layout: Layout, day: date) -> Iterator[PlaceHint]:
    """Mentions of provinces; one that the title opens with means, of its boards, the one called after it."""
    provinces = boards_of_provinces(day, tolerant=skeleton.tolerant)
    called = board_names(day, tolerant=skeleton.tolerant)
    zones = {match.first for match in _introduced(skeleton, provinces, "zones_of_province")}
    told = zones | {match.first for match in _introduced(skeleton, provinces, "province_place")}
    passing = {match.first for match in _introduced(skeleton, provinces, "province_passing")}
    for match in provinces.find(skeleton):
        hint = _hint(skeleton, match, PROVINCE_WEIGHT if match.first in told else PASSING_PROVINCE_WEIGHT)
        in_title = layout.title_span.overlaps(hint.span)
        opens = hint.span.start == layout.title_span.start
        if opens and len(hint.codes) > 1 and (name := called.at(skeleton, match.first)):
            hint = replace(hint, codes=hint.codes & name.value or hint.codes)
        if match.first in told | passing or in_title:
            yield replace(hint, weight=hint.weight * layout.prominence(hint.span), of_zones=match.first in zones)


def _introduced(skeleton: Skeleton, places: Lexicon[Codes], introduction: CueRole) -> Iterator[Match[Codes]]:
    lexicon = lexicon_of(introduction, tolerant=skeleton.tolerant)
    matches = (lexicon.at(skeleton, index) for index in range(len(skeleton.words)))
    starts = {match.after for match in matches if match}
    starts |= _announced_lists(skeleton, starts)
    list_goes_on = -1
    for match in places.find(skeleton):
        if match.first in starts or match.first <= list_goes_on:
            list_goes_on = match.after + _LIST_GAP_WORDS
            yield match


def _announced_lists(skeleton: Skeleton, introduced: Set[int]) -> set[int]:
    """Where lists begin that an introduction earlier in their sentence announces: "6 KCN gồm: Trà Đa, Diên Phú"."""
    openings = lexicon_of("list_opening", tolerant=skeleton.tolerant)
    announced, starts = False, set()
    for index in range(len(skeleton.words)):
        announced = index in introduced or (announced and not skeleton.sentence_ends_before(index))
        if announced and ":" in skeleton.gap_before(index):
            starts.add(index)
        if announced and (opening := openings.at(skeleton, index)):
            starts.add(opening.after)
    return starts


@cache
def _places(day: date, kind: Literal["zone", "district"], *, tolerant: bool) -> Lexicon[Codes]:
    named = boards_by_zone(day) if kind == "zone" else boards_by_district(day)
    # Hundreds of short names: with misreadings allowed, some village is found in every page of OCR.
    items = [(name, frozenset(codes)) for name, codes in named.items()]
    return Lexicon(items, {}, tolerant=tolerant, misread=False)
