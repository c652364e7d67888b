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
from kcn_pipeline.documents.layout import TITLE_PROMINENCE, Layout, lexicon_of
from kcn_pipeline.documents.names import era_of
from kcn_pipeline.documents.place_cues import place_hints, weigh
from kcn_pipeline.documents.problems import Unidentified
from kcn_pipeline.documents.publisher_cues import Mention, publisher_mentions
from kcn_pipeline.documents.skeleton import Skeleton
from kcn_pipeline.quantities import Span

# A runner-up with this share of the winner's weight leaves the choice open.
CONTEST_SHARE: Final = 0.8
# Places hint, they do not name: two at least must agree, and nobody else may have half as many.
MIN_PLACE_WEIGHT: Final = 2.0
PLACE_CONTEST_SHARE: Final = 0.5

_CURE: Final = "write the publisher into a sidecar beside the file, for example 'publisher: board:ha-noi'"


@dataclass(frozen=True, slots=True)
class PublisherChoice:
    """The publisher (`board:…` or `bloc:…`), the kind of document that makes, and where it was read."""

    publisher: str
    kind: DocumentKind
    spans: tuple[Span, ...]
    rule: str


def choose_publisher(skeleton: Skeleton, layout: Layout, day: date) -> PublisherChoice:
    """The bloc or board, of those that existed on `day`, whose document it is.

    A bloc where it is spoken of more than any one board; else the board named most; else the board whose places
    are named; else the bloc of the title. A text about the zones of one board in which no board speaks is
    `press` about that board.
    Errors: Unidentified, with the candidates, where nobody or more than one is meant.
    """
    day = era_of(day)
    mentions = publisher_mentions(skeleton, day)
    blocs, boards = _weights(mentions, "bloc", layout), _weights(mentions, "board", layout)
    bloc_total = max(blocs.values(), default=0.0) + _unnamed(mentions, "bloc", layout)
    board_total = max(boards.values(), default=0.0) + _unnamed(mentions, "board", layout)
    if bloc_total > board_total * CONTEST_SHARE:
        _require_clear(bloc_total, board_total, blocs, boards)
        return _named(_leader(blocs, "bloc"), "bloc", mentions, layout)
    if boards:
        return _named(_leader(boards, "board"), "board", mentions, layout)
    try:
        return _by_places(skeleton, layout, day, mentions)
    except Unidentified:
        # A bloc in the title, of whose boards none is named: "the board" is then each of them in turn.
        if max(blocs.values(), default=0) < TITLE_PROMINENCE:
            raise
        return _named(_leader(blocs, "bloc"), "bloc", mentions, layout)


def _weights(mentions: Sequence[Mention], kind: str, layout: Layout) -> Mapping[str, float]:
    weights: dict[str, float] = defaultdict(float)
    for mention in mentions:
        for code in mention.codes if mention.kind == kind else ():
            weights[f"{kind}:{code}"] += layout.prominence(mention.span)
    return weights


def _unnamed(mentions: Sequence[Mention], kind: str, layout: Layout) -> int:
    """Weight of "the bloc", "the board": whoever is named elsewhere."""
    return sum(layout.prominence(m.span) for m in mentions if m.kind == kind and not m.codes and not m.plural)


def _require_clear(
    bloc_total: float, board_total: float, blocs: Mapping[str, float], boards: Mapping[str, float]
) -> None:
    if not blocs:
        reason = "a bloc reports, but its region is not named or not known"
        raise Unidentified(reason, _CURE.replace("board:ha-noi", "bloc:red-river-delta"), boards)
    if board_total >= bloc_total * CONTEST_SHARE:
        candidates = [max(side, key=side.__getitem__) for side in (blocs, boards) if side]
        if len(candidates) > 1:
            raise Unidentified(f"a bloc and a board are spoken of alike: {', '.join(candidates)}", _CURE, candidates)


def _leader(weights: Mapping[str, float], what: str) -> str:
    ordered = sorted(weights, key=weights.__getitem__, reverse=True)
    contested = [name for name in ordered if weights[name] >= weights[ordered[0]] * CONTEST_SHARE]
    if len(contested) > 1:
        raise Unidentified(f"more than one {what} may be meant: {', '.join(contested)}", _CURE, contested)
    return ordered[0]


def _named(publisher: str, kind: str, mentions: Sequence[Mention], layout: Layout) -> PublisherChoice:
    code = publisher.partition(":")[2]
    spans = [m.span for m in mentions if m.kind == kind and code in m.codes]
    spans.sort(key=lambda span: (-layout.prominence(span), span))
    return PublisherChoice(publisher, "bloc_report" if kind == "bloc" else "board_report", tuple(spans), "named")


def _by_places(skeleton: Skeleton, layout: Layout, day: date, mentions: Sequence[Mention]) -> PublisherChoice:
    if not any(lexicon_of("zone", tolerant=skeleton.tolerant).find(skeleton)):
        raise Unidentified("the text speaks of no bloc, no board and no industrial zone", _CURE)
    hints = place_hints(skeleton, layout, day)
    weights = weigh(hints)
    ordered = sorted(weights, key=weights.__getitem__, reverse=True)
    if not ordered or weights[ordered[0]] < MIN_PLACE_WEIGHT:
        reason = "no board is named, and too few of its places are"
        raise Unidentified(reason, _CURE, [f"board:{code}" for code in ordered])
    contested = [code for code in ordered if weights[code] >= weights[ordered[0]] * PLACE_CONTEST_SHARE]
    if len(contested) > 1:
        candidates = [f"board:{code}" for code in contested]
        raise Unidentified(f"places of more than one board are named: {', '.join(candidates)}", _CURE, candidates)
    speaks = any(mention.of_zones for mention in mentions)
    spans = tuple(hint.span for hint in hints if ordered[0] in hint.codes)
    return PublisherChoice(f"board:{ordered[0]}", "board_report" if speaks else "press", spans, "places")
