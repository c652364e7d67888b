"""Who publishes a document, weighed from every mention of a board, a bloc or a place in it.

Belongs here: weights, the order of evidence, refusing what stays open. Does not: finding mentions
(`publisher_cues`, `place_cues`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from kcn_pipeline.documents.document import DocumentKind
from kcn_pipeline.documents.identity.bloc_cues import MeantBloc, listed_bloc, meant_bloc, provinces_named
from kcn_pipeline.documents.identity.layout import TITLE_PROMINENCE, Layout, lexicon_of
from kcn_pipeline.documents.identity.names import boards_of_provinces, era_of
from kcn_pipeline.documents.identity.publisher_cues import Mention, nation_mentions, publisher_mentions
from kcn_pipeline.documents.identity.publisher_places import CURE, board_by_places
from kcn_pipeline.documents.problems import Unidentified
from kcn_pipeline.documents.skeleton import Skeleton
from kcn_pipeline.quantities import Span

# A runner-up with this share of the winner's weight leaves the choice open.
CONTEST_SHARE: Final = 0.8
# The country is named in passing everywhere; in the title, or again and again, it is what the text is about.
MIN_NATION_WEIGHT: Final = 4
MIN_PROVINCES_OF_PRESS: Final = 6
NATION_SHARE: Final = 0.5


@dataclass(frozen=True, slots=True)
class PublisherChoice:
    """The publisher (`board:…`, `bloc:…`, None for national press), the kind of document, where it was read."""

    publisher: str | None
    kind: DocumentKind
    spans: tuple[Span, ...]
    rule: str


def choose_publisher(skeleton: Skeleton, layout: Layout, day: date) -> PublisherChoice:
    """The bloc or board, of those that existed on `day`, whose document it is.

    A bloc where it is spoken of more than any one board; else the board named most; else the board whose places
    are named; else the bloc of the title. A text about the zones of one board in which no board speaks is
    `press` about that board, one about those of the whole country `press` of no publisher.
    Errors: Unidentified, with the candidates, where nobody or more than one is meant.
    """
    said = _Said.of(skeleton, layout, era_of(day))
    if said.bloc_total > said.board_total * CONTEST_SHARE or said.title_names_unknown_bloc:
        _require_clear(said)
        return _named(_leader(said.blocs, "bloc"), "bloc", said)
    if said.nation_total * said.nation_share > said.board_total and not said.province_in_title:
        return PublisherChoice(None, "press", said.nation, "nation")
    if said.boards:
        return _named(_leader(said.boards, "board"), "board", said)
    try:
        return _by_places(said)
    except Unidentified:
        if otherwise := _of_no_board(said):
            return otherwise
        raise


def _of_no_board(said: _Said) -> PublisherChoice | None:
    """The bloc or the press of the country, where neither a board nor its places are told."""
    # A bloc in the title, of whose boards none is named: "the board" is then each of them in turn.
    if max(said.blocs.values(), default=0) >= TITLE_PROMINENCE:
        return _named(_leader(said.blocs, "bloc"), "bloc", said)
    if provinces := _round_of_provinces(said):
        return PublisherChoice(None, "press", provinces, "provinces")
    return PublisherChoice(None, "press", said.nation, "nation") if said.is_of_nobody_else else None


def _round_of_provinces(said: _Said) -> tuple[Span, ...]:
    """The provinces that a text goes through which lets no office speak; empty where one may stand behind it."""
    if said.board_total or said.bloc_total or not said.speaks_of_zones:
        return ()
    provinces = provinces_named(said.skeleton, said.day)
    apart = len(provinces) >= MIN_PROVINCES_OF_PRESS and not listed_bloc(said.skeleton, said.day)
    return tuple(spans[0] for spans in provinces.values()) if apart else ()


@dataclass(frozen=True, slots=True)
class _Said:
    """What a text says of offices: the mentions, and the weights of those who are named."""

    skeleton: Skeleton
    layout: Layout
    day: date
    mentions: Sequence[Mention]
    meant: MeantBloc | None
    nation: tuple[Span, ...]
    blocs: Mapping[str, float]
    boards: Mapping[str, float]

    @classmethod
    def of(cls, skeleton: Skeleton, layout: Layout, day: date) -> _Said:
        mentions = publisher_mentions(skeleton, day)
        blocs, boards = _weights(mentions, "bloc", layout), _weights(mentions, "board", layout)
        meant = None if blocs else meant_bloc(skeleton, layout, mentions, day)
        if meant is not None:
            blocs = {f"bloc:{meant.code}": max(layout.prominence(span) for span in meant.spans)}
        return cls(skeleton, layout, day, mentions, meant, tuple(nation_mentions(skeleton)), blocs, boards)

    @property
    def province_in_title(self) -> bool:
        """Whether the title names a province, not only as a venue: then the text is about that one."""
        tolerant = self.skeleton.tolerant
        venues = {match.after for match in lexicon_of("venue", tolerant=tolerant).find(self.skeleton)}
        provinces = boards_of_provinces(self.day, tolerant=tolerant).find(self.skeleton)
        about = (match.span_in(self.skeleton) for match in provinces if match.first not in venues)
        return any(self.layout.title_span.overlaps(span) for span in about)

    @property
    def title_names_unknown_bloc(self) -> bool:
        """Whether the title has a bloc of boards that is not known, and no board: its head is named in the text too."""
        titled = [m for m in self.mentions if self.layout.title_span.overlaps(m.span)]
        of_boards = any(m.kind == "bloc" and m.of_zones and not m.plural for m in titled)
        return of_boards and not self.blocs and not any(m.codes for m in titled)

    @property
    def bloc_total(self) -> float:
        """Weight of the bloc that is spoken of most, with all that is said of "the bloc"."""
        return max(self.blocs.values(), default=0.0) + self._unnamed("bloc")

    @property
    def board_total(self) -> float:
        """Weight of the board that is spoken of most, with all that is said of "the board"."""
        return max(self.boards.values(), default=0.0) + self._unnamed("board")

    @property
    def nation_total(self) -> float:
        """Weight of what is said of the whole country; 0 where that is in passing."""
        total = sum(self.layout.prominence(span) for span in self.nation)
        return total if total >= MIN_NATION_WEIGHT and self.speaks_of_zones else 0

    @property
    def nation_share(self) -> float:
        """What a mention of the country weighs beside one of a board: as much where the title names it and no board."""
        title = self.layout.title_span
        boards = any(m.codes and title.overlaps(m.span) for m in self.mentions)
        return 1 if not boards and any(title.overlaps(span) for span in self.nation) else NATION_SHARE

    @property
    def is_of_nobody_else(self) -> bool:
        """Whether the lead speaks of the country, and the text of no office and of no province."""
        leads = any(self.layout.prominence(span) > 1 for span in self.nation)
        nobody = not (self.board_total or self.bloc_total or provinces_named(self.skeleton, self.day))
        return leads and nobody and self.speaks_of_zones

    @property
    def speaks_of_zones(self) -> bool:
        """Whether the text is about industrial zones at all; a high-tech park alone is none."""
        found = lexicon_of("zone", "high_tech", tolerant=self.skeleton.tolerant).find(self.skeleton)
        return any(match.value == "zone" for match in found)

    def _unnamed(self, kind: str) -> int:
        """Weight of "the bloc", "the board": whoever is named elsewhere."""
        unnamed = (m for m in self.mentions if m.kind == kind and not m.codes and not m.plural)
        return sum(self.layout.prominence(m.span) for m in unnamed if not m.again or kind == "board" or self.blocs)


def _weights(mentions: Sequence[Mention], kind: str, layout: Layout) -> Mapping[str, float]:
    weights: dict[str, float] = defaultdict(float)
    for mention in mentions:
        for code in mention.codes if mention.kind == kind else ():
            weights[f"{kind}:{code}"] += layout.prominence(mention.span)
    return weights


def _require_clear(said: _Said) -> None:
    if not said.blocs:
        reason = "a bloc reports, but its region is not named or not known"
        raise Unidentified(reason, CURE.replace("board:ha-noi", "bloc:red-river-delta"), said.boards)
    title = said.layout.title_span
    named_in_title = {m.kind for m in said.mentions if m.codes and title.overlaps(m.span)}
    # The host of a bloc's conference is named as often as the bloc, but not in the title.
    if (named_in_title != {"bloc"} or said.province_in_title) and said.board_total >= said.bloc_total * CONTEST_SHARE:
        candidates = [max(side, key=side.__getitem__) for side in (said.blocs, said.boards) if side]
        if len(candidates) > 1:
            raise Unidentified(f"a bloc and a board are spoken of alike: {', '.join(candidates)}", CURE, candidates)


def _leader(weights: Mapping[str, float], what: str) -> str:
    ordered = sorted(weights, key=weights.__getitem__, reverse=True)
    contested = [name for name in ordered if weights[name] >= weights[ordered[0]] * CONTEST_SHARE]
    if len(contested) > 1:
        raise Unidentified(f"more than one {what} may be meant: {', '.join(contested)}", CURE, contested)
    return ordered[0]


def _named(publisher: str, kind: str, said: _Said) -> PublisherChoice:
    code = publisher.partition(":")[2]
    spans = [m.span for m in said.mentions if m.kind == kind and code in m.codes]
    rule = "named"
    if said.meant is not None and kind == "bloc":
        spans, rule = list(said.meant.spans), said.meant.rule
    spans.sort(key=lambda span: (-said.layout.prominence(span), span))
    return PublisherChoice(publisher, "bloc_report" if kind == "bloc" else "board_report", tuple(spans), rule)


def _by_places(said: _Said) -> PublisherChoice:
    if not said.speaks_of_zones:
        raise Unidentified("the text speaks of no bloc, no board and no industrial zone", CURE)
    found = board_by_places(said.skeleton, said.layout, said.day, national=bool(said.nation))
    speaks = any(mention.of_zones for mention in said.mentions)
    return PublisherChoice(f"board:{found.code}", "board_report" if speaks else "press", found.spans, found.rule)
