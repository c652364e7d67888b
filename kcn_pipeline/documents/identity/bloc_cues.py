"""Which bloc a text means that says "the bloc" and never its whole name: by its region, else by its members.

Belongs here: regions named apart from the words for the bloc, members listed. Does not: blocs that are named
in one breath (`publisher_cues`), or deciding who publishes (`publisher_choice`).
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

from kcn_pipeline.documents.identity.layout import Layout, lexicon_of
from kcn_pipeline.documents.identity.names import Codes, bloc_names, boards_of_provinces
from kcn_pipeline.documents.identity.publisher_cues import Mention
from kcn_pipeline.documents.skeleton import Skeleton
from kcn_pipeline.quantities import Span
from kcn_pipeline.reference.blocs import load_blocs, membership

# Fewer provinces may come together by chance, or be neighbours that are named for comparison.
MIN_MEMBERS: Final = 4
# Guests and former members are named too; a bloc of which most members are missing is another one.
MIN_SHARE: Final = 0.8


@dataclass(frozen=True, slots=True)
class MeantBloc:
    """The bloc that is meant, where that was read, and by what."""

    code: str
    spans: tuple[Span, ...]
    rule: Literal["region", "members", "head"]


def meant_bloc(skeleton: Skeleton, layout: Layout, mentions: Sequence[Mention], day: date) -> MeantBloc | None:
    """The bloc of a text whose `mentions` speak of one without naming it; None where it cannot be told.

    Its region stands in the title, or in the lead in the sentence of a mention; else its members are listed; else
    it is a bloc of boards and a board that is named holds an office in it.
    """
    unnamed = [m for m in mentions if m.kind == "bloc" and not m.again and not m.plural]
    if not unnamed:
        return None
    offices = [m.span for m in unnamed]
    regions: dict[str, list[Span]] = defaultdict(list)
    for code, span in _regions_beside(skeleton, layout, offices):
        regions[code].append(span)
    if len(regions) == 1:
        [(code, spans)] = regions.items()
        return MeantBloc(code, tuple(spans), "region")
    if regions:
        return None
    # Boards are also in blocs of the offices of their province, which hold no other board.
    of_boards = any(m.of_zones for m in unnamed)
    return _by_members(skeleton, day) or (_by_head(skeleton, mentions, day) if of_boards else None)


def _regions_beside(skeleton: Skeleton, layout: Layout, offices: Sequence[Span]) -> Iterator[tuple[str, Span]]:
    sentence_of = skeleton.sentence_numbers()
    with_office = {sentence_of[_word_at(skeleton, office)] for office in offices}
    for match in bloc_names(tolerant=skeleton.tolerant).find(skeleton):
        span = match.span_in(skeleton)
        in_lead = span.start < layout.lead_end and sentence_of[match.first] in with_office
        if layout.title_span.overlaps(span) or in_lead:
            yield match.value, span


def _word_at(skeleton: Skeleton, span: Span) -> int:
    return bisect_left(skeleton.words, span.start, key=lambda word: word.start)


def _by_head(skeleton: Skeleton, mentions: Sequence[Mention], day: date) -> MeantBloc | None:
    sentence_of = skeleton.sentence_numbers()
    heads = lexicon_of("bloc_head", tolerant=skeleton.tolerant).find(skeleton)
    with_head = {sentence_of[match.first] for match in heads}
    boards = [m for m in mentions if m.kind == "board" and sentence_of[_word_at(skeleton, m.span)] in with_head]
    codes = {code for mention in boards for code in mention.codes}
    found = [bloc for bloc in load_blocs() if codes & _known_members(bloc, day.year)]
    if len(found) != 1 or not codes <= _known_members(found[0], day.year):
        return None
    return MeantBloc(found[0], tuple(m.span for m in boards if m.codes), "head")


def _known_members(bloc: str, year: int) -> frozenset[str]:
    known = membership(bloc, year)
    return frozenset(filter(None, (*(known.members or ()), known.leader, known.deputy)))


def provinces_named(skeleton: Skeleton, day: date) -> dict[Codes, list[Span]]:
    """Where each province is named, by the codes of its boards on `day`."""
    named: dict[Codes, list[Span]] = {}
    for match in boards_of_provinces(day, tolerant=skeleton.tolerant).find(skeleton):
        named.setdefault(match.value, []).append(match.span_in(skeleton))
    return named


def _by_members(skeleton: Skeleton, day: date) -> MeantBloc | None:
    named = provinces_named(skeleton, day)
    found = [(bloc, spans) for bloc in load_blocs() if (spans := _members_named(bloc, named, day.year))]
    if len(found) != 1:
        return None
    [(bloc, spans)] = found
    return MeantBloc(bloc, tuple(spans), "members")


def listed_bloc(skeleton: Skeleton, day: date) -> bool:
    """Whether the provinces that a text names are those of one bloc."""
    return _by_members(skeleton, day) is not None


def _members_named(bloc: str, named: Mapping[Codes, Sequence[Span]], year: int) -> list[Span]:
    """Where members of a bloc are named; empty where that is too few to mean it."""
    members = _known_members(bloc, year)
    spans = [found[0] for codes, found in named.items() if codes & members]
    return spans if len(spans) >= max(MIN_MEMBERS, len(named) * MIN_SHARE) else []
