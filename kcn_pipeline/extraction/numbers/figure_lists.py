"""What the figures of a list share: the ends of a range, the two sides of a change, a unit printed once for several.

Belongs here: completing figures by their neighbours. Does not: reading one figure (`figures`), units that only the
wording tells (`elided_units`).
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from kcn_pipeline.extraction.numbers.figures import Figure
from kcn_pipeline.extraction.text.lexicon import FREE, WEAK
from kcn_pipeline.extraction.text.mention_map import MentionMap
from kcn_pipeline.extraction.text.tokens import Tokens
from kcn_pipeline.reference.function_words import function_words

_RANGE: Final = function_words("range") | set("-–—")
_AND: Final = function_words("and")
_LISTED: Final = function_words("and") | {",", ";"}
_REACHING: Final = function_words("reaching")
_FROM: Final = function_words("from")
_LEVEL: Final = function_words("level_word")
_OUT_OF: Final = function_words("out_of")
_PARTED: Final = frozenset({"area", "project", "zone", "enterprise", "person", "dossier"})
_CHANGE_WORDS_AT_MOST: Final = 10
_UNCOUNTED: Final = frozenset({"percent", "money"})
_SEGMENT_ENDS: Final = frozenset({".", ";"})
_CLAUSE_ENDS: Final = _SEGMENT_ENDS | {",", ":"}
_ALIKE: Final = 3
_PAIR_REACH: Final = 8
_YEAR_DIGITS: Final = 4
_MILLION: Final = 10**6
_WORDINGS: Final = (FREE, WEAK)
_TRADE: Final = {"exports", "imports"}
_GIVERS: Final = frozenset({"project", "enterprise"})


def join_ranges(tokens: Tokens, found: list[Figure]) -> None:
    """`02 đến 05 ngày`, `17-18%`: two figures, lower and upper, with one unit and one quote."""
    for low, high in pairwise(found):
        if low.column is not None:
            continue  # a dash between the columns of a table makes no range
        if high.before != low.last + 1 or tokens.keys[low.last] not in _RANGE:
            continue
        if high.unit is None or (low.unit is not None and low.unit != high.unit):
            continue
        if low.readings[0].value >= high.readings[0].value and low.scale == high.scale:
            continue
        if low.unit is None:
            low.unit, low.dimension = high.unit, high.dimension
            low.scale = high.scale if low.scale == 1 else low.scale
        low.bound, high.bound = "lower", "upper"
        low.range_with, high.range_with = high, low


def unhedge_wholes(tokens: Tokens, found: list[Figure]) -> None:
    """`712 ha trên 1.035 ha`: the word between a part and its whole, which is a hedge elsewhere."""
    for part, whole in pairwise(found):
        if whole.hedge is None or whole.dimension not in _PARTED or part.dimension not in {None, whole.dimension}:
            continue
        between = tokens.keys[part.last : whole.first]
        if between and _OUT_OF.issuperset(between):
            whole.hedge, whole.bound, whole.before = None, "exact", whole.first


def unhedge_sources(tokens: Tokens, found: list[Figure]) -> None:
    """`thu hút 90 triệu USD vốn FDI từ 38 dự án`: the word for from tells where money came from, and bounds nothing."""
    for money, source in pairwise(found):
        if money.dimension != "money" or source.dimension not in _GIVERS or source.range_with is not None:
            continue
        between = tokens.keys[money.last : source.first]
        if between and between[-1] in _FROM and _CLAUSE_ENDS.isdisjoint(between):
            source.hedge, source.bound, source.before = None, "exact", source.first


def share_estimates(tokens: Tokens, found: list[Figure]) -> None:
    """`ước 40 triệu USD và 800 tỷ đồng`: an estimate in two currencies is one; `gần` or `trên` is of its own only."""
    for one, other in pairwise(found):
        if one.bound != "approx" or other.hedge is not None or other.before != one.last + 1:
            continue
        two_currencies = one.dimension == other.dimension == "money" and one.unit != other.unit
        if two_currencies and tokens.keys[one.last] in _AND:
            other.hedge, other.bound = one.hedge, one.bound


def mark_changes(tokens: Tokens, found: list[Figure]) -> None:
    """`từ 300 tỷ đồng năm 2018 lên 410 tỷ đồng`: what was, and what is."""
    for was, now in pairwise(found):
        if now.unit is None or was.unit not in {None, now.unit} or was.range_with is not None:
            continue
        between = tokens.keys[was.last : now.before]
        if len(between) > _CHANGE_WORDS_AT_MOST or _REACHING.isdisjoint(between):
            continue
        if _SEGMENT_ENDS & set(between) or not _follows_from(tokens, was):
            continue
        if was.unit is None:
            was.unit, was.dimension, was.scale = now.unit, now.dimension, now.scale
        was.was_before, was.bound, was.hedge = True, "exact", None
        now.after_was = was.last


def _follows_from(tokens: Tokens, figure: Figure) -> bool:
    """Whether the word for "from", which is a hedge elsewhere, stands before the figure."""
    at = figure.first
    while at > 0 and tokens.keys[at - 1] in _LEVEL:
        at -= 1
    return at > 0 and tokens.keys[at - 1] in _FROM


def share_units(tokens: Tokens, mentions: MentionMap, found: list[Figure]) -> None:
    """`26 FDI và 13 DDI`, `44, 30 và 6 dự án`: a numeral takes the unit of its list."""
    counted: Figure | None = None
    for figure in found:
        if (
            figure.unit is None
            and figure.scale == 1
            and counted is not None
            and _beside_origin(tokens, mentions, figure)
        ):
            figure.unit, figure.dimension = counted.unit, counted.dimension
        if figure.scale == 1 and figure.dimension not in _UNCOUNTED and not _is_year(tokens, figure):
            counted = figure if figure.unit is not None else None  # a bare count is what its parts are of
    for later, earlier in pairwise(reversed(found)):
        if earlier.unit is not None or later.unit is None or later.before != earlier.last + 1:
            continue
        if tokens.keys[earlier.last] in _LISTED:
            earlier.unit, earlier.dimension = later.unit, later.dimension
            earlier.scale = later.scale if earlier.scale == 1 else earlier.scale


def share_pairs(tokens: Tokens, found: list[Figure]) -> None:
    """`Hà Nam 9 dự án/870 tỷ đồng; Hưng Yên 5/604`: later pairs by a stroke are told in the units of the first."""
    told: tuple[Figure, Figure] | None = None
    for one, other in pairwise(found) if "/" in tokens.keys else ():
        if one.column is not None or tokens.keys[one.last : other.before] != ["/"]:
            continue
        if one.unit is not None and other.unit is not None:
            told = (one, other) if one.dimension in _GIVERS and other.dimension == "money" else None
        elif told is not None and one.unit is None and other.unit is None:
            near = one.before - told[1].last <= _PAIR_REACH
            for model, figure in zip(told, (one, other), strict=True) if near else ():
                figure.unit, figure.dimension, figure.scale = model.unit, model.dimension, model.scale
            told = (one, other) if near else None


def _is_year(tokens: Tokens, figure: Figure) -> bool:
    return figure.unit is None and tokens.ends[figure.first] - tokens.starts[figure.first] == _YEAR_DIGITS


def _beside_origin(tokens: Tokens, mentions: MentionMap, figure: Figure) -> bool:
    before = figure.before - (tokens.keys[figure.before - 1 : figure.before] == [":"])
    return bool(mentions.starting(figure.last, "origin") or mentions.ending(before, "origin"))


def currency_of_list(mentions: MentionMap, figure: Figure, found: Sequence[Figure]) -> str | None:
    """`riêng 2022 là 1,6 tỷ và 2023 là 1,75 tỷ USD`: the currency of an amount alike that no wording parts from it.

    Goods that go out and come in are told in one currency, though their wordings part them.
    """
    before = [f for f in found if f.first < figure.first and f.scale == figure.scale]
    after = [f for f in found if f.first > figure.first and f.scale == figure.scale]
    for other in (*before[-1:], *after[:1]):
        if other.dimension != "money":
            continue
        first, last = (figure, other) if figure.first < other.first else (other, figure)
        parted = _wordings_between(mentions, first, last)
        if parted and parted | _wordings_at(mentions, first) == _TRADE:
            return other.unit
        one, two = figure.readings[0].value, other.readings[0].value
        if not parted and two <= one * _ALIKE and one <= two * _ALIKE:
            return other.unit
    return None


def _wordings_between(mentions: MentionMap, first: Figure, last: Figure) -> set[str]:
    places = range(first.last, last.before)
    return {m.value for at in places for role in _WORDINGS for m in mentions.all_starting(at, role)}


def _wordings_at(mentions: MentionMap, figure: Figure) -> set[str]:
    """The metrics that the words right before a figure name."""
    return {m.value for m in mentions.all_ending(figure.before, FREE)}


def currency_before_it(figure: Figure, found: Sequence[Figure]) -> str | None:
    """`150 triệu USD (tăng 20 triệu)`: the currency of the amount right before, which was told in the same scale."""
    if figure.scale != _MILLION:
        return None
    before = [f for f in found if f.first < figure.first and f.dimension is not None and f.dimension != "percent"]
    told = before[-1] if before else None
    return told.unit if told is not None and told.dimension == "money" and told.scale == figure.scale else None
