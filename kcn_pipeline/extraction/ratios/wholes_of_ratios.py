"""Wholes of percentages told as amounts or as what a place has: `85% trong số 2.300 lao động`, `60% thu của tỉnh`.

Belongs here: finding them behind the percentage. Does not: wordings of metrics there (`surroundings`), which metric is
whose whole (`wholes`).
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Final

from kcn_pipeline.extraction.numbers.figures import Figure
from kcn_pipeline.extraction.passages.context import SentenceContext
from kcn_pipeline.extraction.passages.drafts import Draft
from kcn_pipeline.extraction.passages.wholes import wholes_of
from kcn_pipeline.extraction.text.lexicon import FOLLOWING, FREE, OUTSIDE, WEAK, counts_in
from kcn_pipeline.extraction.text.local_phrases import LocalPhrases
from kcn_pipeline.extraction.text.mention_map import MentionMap
from kcn_pipeline.extraction.text.phrase_index import Mention
from kcn_pipeline.extraction.text.tokens import NUMBER_KEY
from kcn_pipeline.reference.function_words import function_words
from kcn_pipeline.reference.identities import load_identities
from kcn_pipeline.reference.metrics import load_metrics

_PLACES: Final = ("whole", "nation", "of_place")
_PHRASE_ENDS: Final = frozenset({";", ".", ",", ")"})
_OPENINGS: Final = frozenset({"(", ",", ";", ":", "-"})
_TO_BASE: Final = function_words("link_to_base")
_PAIR: Final = 2
_OUT_OF: Final = function_words("out_of")


def whole_told_behind(keys: Sequence[str], figure: Figure, next_first: int) -> int | None:
    """Where the amount begins that a percentage is told over: `85% trong tổng số 2.300 lao động`."""
    between = keys[figure.last : next_first]
    over = figure.dimension == "percent" and len(between) > 1 and _OUT_OF.issuperset(between)
    return next_first if over and keys[next_first : next_first + 1] == [NUMBER_KEY] else None


def part_of_amount(keys: Sequence[str], context: SentenceContext, at: int | None) -> str | None:
    """The first part that the clause of the amount at token `at` names behind it."""
    if at is None:
        return None
    end = context.sentence.last
    limit = next((i for i in range(at, end) if keys[i] in _PHRASE_ENDS), end)
    named = (m for m in context.mentions.of(FREE, FOLLOWING) if at < m.first and m.last <= limit)
    return next((m.value for m in named if not m.value.startswith(OUTSIDE) and wholes_of(m.value)), None)


def part_in_short(keys: Sequence[str], context: SentenceContext, figure: Figure) -> str | None:
    """`(địa phương 60%, nữ: 48%)`: workers named behind their count elsewhere, between a sign and the percentage."""
    at = figure.before - (keys[figure.before - 1] == ":")
    named = (m for m in context.mentions.all_ending(at, FOLLOWING) if m.first > context.sentence.first)
    opened = (m.value for m in named if keys[m.first - 1] in _OPENINGS and counts_in(m.value, "person"))
    return next((code for code in opened if wholes_of(code)), None)


def past_told_origin(keys: Sequence[str], mentions: MentionMap, at: int) -> int:
    """`57% (FDI) và …`: behind brackets at token `at` that hold an origin alone; `at` where there are none."""
    origin = mentions.starting(at + 1, "origin") if keys[at : at + 1] == ["("] else None
    return origin.last + 1 if origin is not None and keys[origin.last : origin.last + 1] == [")"] else at


def part_of_whole(keys: Sequence[str], context: SentenceContext, figure: Figure) -> str | None:
    """`83% lao động là người địa phương`: the part that the whole right after the percentage is said to be."""
    starting = context.mentions.all_starting
    wholes = [*starting(figure.last, FREE), *starting(figure.last, WEAK)]
    if not wholes:
        return None
    end = context.sentence.last
    limit = next((at for at in range(figure.last, end) if keys[at] in _PHRASE_ENDS), end)
    codes, start = {m.value for m in wholes}, max(m.last for m in wholes)
    named = [m for m in context.mentions.of(FREE, FOLLOWING) if start <= m.first and m.last <= limit]
    return next((m.value for m in named if codes & set(wholes_of(m.value))), None)


def tells_pair(ratio: Draft, earlier: Sequence[Draft]) -> bool:
    """`lấp đầy 61%; 38/49 khu có trạm xử lý, đạt tỷ lệ 77,6%`: whether it is what the pair right before it gives."""
    if len(earlier) < _PAIR or not earlier[-1].is_whole or not earlier[-1].value:
        return False
    part, whole = earlier[-_PAIR:]
    return abs(100 * part.value / whole.value - ratio.value) <= ratio.chosen.step


def sum_told_of(part: Draft, told: Sequence[Draft]) -> Draft:
    """`Thu hút 40 tỷ đồng, gồm vốn mới 30 tỷ, vốn tăng 10 tỷ. Đạt 35% kế hoạch`: of the sum, not of its last term."""
    sums = {i.metric for i in load_identities().values() if i.relation == "sum" and part.metric in i.terms}
    alike = (d for d in told if d.is_level and d.metric in sums and d.figure.unit == part.figure.unit)
    return next((d for d in alike if d.origin == part.origin and d.figure.first < part.figure.first), part)


def base_of_place(keys: Sequence[str], mentions: MentionMap, whole: Sequence[Mention]) -> tuple[str, ...]:
    """`60% tổng thu ngân sách của tỉnh`: of what a place has in all, the metric that opens the wording `whole`."""
    if not whole:
        return ()
    at, end = whole[0].first, whole[0].last
    while keys[at] in _TO_BASE:
        at += 1
    named = _wordings_of_money().at(keys, at)
    if named is None:
        return ()
    places = (m for role in _PLACES for m in mentions.all_starting(named.last, role))
    return (named.value,) if any(m.last == end for m in places) else ()


@cache
def _wordings_of_money() -> LocalPhrases[str]:
    """The wordings that name one metric in money by themselves."""
    named: dict[str, set[str]] = {}
    for metric in load_metrics().values():
        for phrase in metric.phrases if "money" in metric.dimensions else ():
            named.setdefault(phrase, set()).add(metric.metric)
    clear = ((phrase, min(codes)) for phrase, codes in named.items() if len(codes) == 1)
    return LocalPhrases((phrase, code) for phrase, code in clear if "#" not in phrase)
