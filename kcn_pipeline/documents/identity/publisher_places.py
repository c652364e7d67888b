"""The board whose places a text names that names no board.

Belongs here: weighing places against each other, boards of one province, the only province of a text. Does not:
finding places (`place_cues`), or offices that are named (`publisher_choice`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from kcn_pipeline.documents.identity.bloc_cues import provinces_named
from kcn_pipeline.documents.identity.layout import Layout
from kcn_pipeline.documents.identity.names import board_names
from kcn_pipeline.documents.identity.place_cues import PlaceHint, place_hints, weigh
from kcn_pipeline.documents.problems import Unidentified
from kcn_pipeline.documents.skeleton import Skeleton
from kcn_pipeline.quantities import Span
from kcn_pipeline.reference.boards import load_boards

# Places hint, they do not name: two at least must agree, and nobody else may have half as many.
MIN_PLACE_WEIGHT: Final = 2.0
PLACE_CONTEST_SHARE: Final = 0.5
# How often a province must be named for each time that another one is, to be the one a text is about.
TIMES_OVER_OTHERS: Final = 3

CURE: Final = (
    "write the publisher into a file NAME.meta.yaml beside it, for example 'publisher: board:ha-noi', and try again"
)


@dataclass(frozen=True, slots=True)
class PlacedBoard:
    """The code of a board, where its places are named, and by what rule it was told."""

    code: str
    spans: tuple[Span, ...]
    rule: str


def board_by_places(skeleton: Skeleton, layout: Layout, day: date, *, national: bool) -> PlacedBoard:
    """The board, of those of `day`, whose places weigh most; else that of the only province.

    national: whether the text speaks of the whole country too, for then a province may be an example.
    Errors: Unidentified, with the candidates.
    """
    hints = place_hints(skeleton, layout, day)
    weights = weigh(hints)
    ordered = _heaviest_first(weights)
    if ordered and weights[ordered[0]] >= MIN_PLACE_WEIGHT:
        contested = _contested(weights)
        if len(contested) > 1:
            contested = _of_title(contested, hints, layout) or contested
        if len(contested) > 1:
            contested = _contested(_own_places(contested, hints, skeleton, day) or weights)
        if len(contested) > 1:
            candidates = [f"board:{code}" for code in contested]
            raise Unidentified(f"places of more than one board are named: {', '.join(candidates)}", CURE, candidates)
        [code] = contested
        return PlacedBoard(code, tuple(hint.span for hint in hints if code in hint.codes), "places")
    if not national and (only := _by_only_province(skeleton, layout, day)):
        return only
    candidates = [f"board:{code}" for code in ordered]
    raise Unidentified("no board is named, and too few of its places are", CURE, candidates)


def _heaviest_first(weights: Mapping[str, float]) -> list[str]:
    return sorted(weights, key=weights.__getitem__, reverse=True)


def _contested(weights: Mapping[str, float]) -> list[str]:
    ordered = _heaviest_first(weights)
    return [code for code in ordered if weights[code] >= weights[ordered[0]] * PLACE_CONTEST_SHARE]


def _of_title(codes: Sequence[str], hints: Sequence[PlaceHint], layout: Layout) -> list[str]:
    """Of boards of one province, the one that the title opens with; empty where it names none or more than one."""
    start = layout.title_span.start
    titled = {code for h in hints if len(h.codes) == 1 and h.span.start == start for code in h.codes}
    one_province = len({load_boards()[code].province for code in codes}) == 1
    return [*titled & set(codes)] if one_province and len(titled) == 1 else []


def _own_places(codes: Sequence[str], hints: Sequence[PlaceHint], skeleton: Skeleton, day: date) -> Mapping[str, float]:
    """What tells boards of one province apart: their zones, and "the zones of the province" for the one so called.

    Whatever else names the province speaks for all of them. Empty for boards of several provinces.
    """
    if len({load_boards()[code].province for code in codes}) > 1:
        return {}
    among = frozenset(codes)
    called = board_names(day, tolerant=skeleton.tolerant)
    own: dict[str, float] = {}
    for hint in hints:
        bearers = hint.codes & among
        if len(bearers) > 1 and hint.of_zones and (name := called.at(skeleton, hint.first)):
            bearers &= name.value
        if len(bearers) == 1:
            [code] = bearers
            own[code] = own.get(code, 0) + 1
    return own


def _by_only_province(skeleton: Skeleton, layout: Layout, day: date) -> PlacedBoard | None:
    """The board of the only province that a text names, in its lead: news of one province may name it once.

    Others may be named beside one that is named again and again: the way there, a neighbour.
    """
    provinces = provinces_named(skeleton, day)
    if not provinces:
        return None
    codes, spans = max(provinces.items(), key=lambda named: len(named[1]))
    others = max((len(found) for named, found in provinces.items() if named != codes), default=0)
    if len(codes) != 1 or spans[0].start >= layout.lead_end or len(spans) < others * TIMES_OVER_OTHERS:
        return None
    [code] = codes
    return PlacedBoard(code, tuple(spans), "leading province" if others else "only province")
