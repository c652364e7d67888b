"""Wordings of the terms of a sum that other words make its wording: `vốn đăng ký mới và vốn bổ sung đạt …`.

Belongs here: two wordings before one figure, a term that it takes in (`tính cả 9 lượt tăng vốn thì được …`). Does not:
wordings and figures in parallel (`parallel_wordings`), sums that one phrase names (`metrics.yaml`).
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Final

from kcn_pipeline.extraction.numbers.figures import Figure
from kcn_pipeline.extraction.passages.drafts import Draft
from kcn_pipeline.extraction.text.lexicon import FOLLOWING, FREE, TOUCHING
from kcn_pipeline.extraction.text.mention_map import MentionMap
from kcn_pipeline.extraction.text.phrase_index import Mention
from kcn_pipeline.extraction.text.tokens import NUMBER_KEY, Tokens
from kcn_pipeline.reference.function_words import function_words
from kcn_pipeline.reference.identities import MetricIdentity, load_identities
from kcn_pipeline.reference.metrics import load_metrics

_AND: Final = function_words("and")
_JOINTS: Final = _AND | function_words("together")
_SIGNS_OF_JOINT: Final = _JOINTS | {",", "/"}
_ADJUSTED: Final = frozenset({"project_adjustments", "project_expansions"})
_LICENSED: Final = "projects_licensed"
_AT_ITS_PLACE: Final = "wording at its place of a list"
_GRANTING: Final = function_words("granting")
_WORDS_OF_TERM: Final = 9
_SPECIFIC_AT_MOST: Final = 4  # `vốn` alone, which more metrics share, names no term
_SEGMENT_ENDS: Final = frozenset({";", ".", ")"})
_PHRASE_ENDS: Final = _SEGMENT_ENDS | {","}


def joined_sum(
    tokens: Tokens, mentions: MentionMap, chosen: str, wording: Mention, count: Draft | None = None
) -> str | None:
    """The sum of `chosen`, which `wording` names, and of what the wording before a joint names.

    A wording of the sum may reach into `wording`: `vốn cấp mới và bổ sung` of `vốn cấp mới và bổ sung thêm`.
    """
    sums = _sums_of(chosen)
    if (
        count is not None
        and count.metric in _ADJUSTED
        and (summed := _sum_of_adjusted(tokens, mentions, chosen, count))
    ):
        return summed
    if sums and count is not None and count.metric in load_metrics()[chosen].companion_of:
        return _sum_of_counted(tokens, mentions, sums, count)
    if not sums or tokens.keys[wording.first - 1] not in _JOINTS:
        return None
    reaching = [m.value for at in range(wording.first + 1, wording.last) for m in mentions.all_ending(at, FREE)]
    if named := next((metric for metric, _ in sums if metric in reaching), None):
        return named
    before = {m.value for m in mentions.all_ending(wording.first - 1, FREE)}
    return next((metric for metric, others in sums if others <= before), None)


def _sum_of_counted(
    tokens: Tokens, mentions: MentionMap, sums: Sequence[tuple[str, frozenset[str]]], count: Draft
) -> str | None:
    """`cấp mới và tăng vốn 23 dự án, tổng vốn 90 triệu USD`: the money of projects that were counted as both."""
    named = count.named_by
    if named is None or tokens.keys[named.first - 1] not in _AND:
        return None
    before = {m.value for m in mentions.all_ending(named.first - 1, FREE)}
    counts = {term: {*load_metrics()[term].companion_of} for _, others in sums for term in others}
    return next((metric for metric, others in sums if all(before & counts[term] for term in others)), None)


def _sum_of_adjusted(tokens: Tokens, mentions: MentionMap, chosen: str, count: Draft) -> str | None:
    """`được cấp, điều chỉnh chủ trương đầu tư 23 dự án với vốn 900 tỷ đồng`: licensed and adjusted in one breath."""
    if not counts_both(tokens, mentions, count):
        return None
    rows = (row for row in _sums_of_money() if chosen in {row.metric, *row.terms, *_stand_ins(row)})
    return next((row.metric for row in rows), None)


def counts_both(tokens: Tokens, mentions: MentionMap, count: Draft) -> bool:
    """`cấp mới và điều chỉnh chứng nhận cho 23 dự án`: whether words of licensing are joined to those of adjusting."""
    named = count.named_by
    if named is None or count.metric not in _ADJUSTED or tokens.keys[named.first - 1] not in _SIGNS_OF_JOINT:
        return False
    if count.rule == _AT_ITS_PLACE:
        return False  # `cấp mới/điều chỉnh: 120/85 dự án`
    before = named.first - 1
    wordings = [m for role in (FREE, FOLLOWING) for m in mentions.all_ending(before, role)]
    # `cấp mới 6 quyết định chủ trương, cấp điều chỉnh 5 quyết định`: of a number of its own
    licensed = {m.value for m in wordings if NUMBER_KEY not in tokens.keys[m.first - 1 : before]}
    return _LICENSED in licensed or tokens.keys[before - 1] in _GRANTING


@cache
def _sums_of(term: str) -> tuple[tuple[str, frozenset[str]], ...]:
    """Each sum that `term` is a term of, with the other terms."""
    rows = (i for i in load_identities().values() if i.relation == "sum" and term in i.terms)
    return tuple((i.metric, frozenset(i.terms) - {term}) for i in rows)


def including_sum(tokens: Tokens, mentions: MentionMap, figure: Figure, chosen: str) -> str | None:
    """The sum that an amount is which takes in one of its terms: `gồm cả tăng vốn` before it or right behind.

    Before it no other money may stand between: `tính cả phần tăng thêm của 26 dự án thì được 760 triệu USD`.
    """
    if figure.dimension != "money" or not (words := mentions.of("including")):
        return None
    near = [w for w in words if figure.last <= w.first <= figure.last + 1]  # past a comma or bracket
    before = [w for w in words if w.last <= figure.before]
    apart = before and not _SEGMENT_ENDS.isdisjoint(tokens.keys[before[-1].last : figure.before])
    if before and not apart and not _money_between(mentions, before[-1].last, figure.first):
        near.append(before[-1])
    for word in near:
        until = figure.before if word.last <= figure.before else _end_of_phrase(tokens.keys, word.last)
        named = [m for m in mentions.of(FREE, TOUCHING, FOLLOWING) if word.last <= m.first and m.last <= until]
        terms = {m.value for m in named if sum(n.first == m.first for n in named) <= _SPECIFIC_AT_MOST}
        for row in _sums_of_money():
            if chosen in {row.metric, *row.terms, *_stand_ins(row)} and terms & _taken_in(row):
                return row.metric
    return None


def _end_of_phrase(keys: Sequence[str], start: int) -> int:
    end = min(start + _WORDS_OF_TERM, len(keys))
    return next((at for at in range(start, end) if keys[at] in _PHRASE_ENDS), end)


def _money_between(mentions: MentionMap, first: int, last: int) -> bool:
    return any(m.value.dimension == "money" for m in mentions.of("unit") if first <= m.first < last)


@cache
def _taken_in(row: MetricIdentity) -> frozenset[str]:
    """What shows that an amount is the sum: its own wording, a term that nothing stands for, counts of that term."""
    stood_for = {term for m in load_metrics().values() for term in m.stands_for}
    terms = [term for term in row.terms if term not in stood_for]
    return frozenset([row.metric, *terms, *(count for term in terms for count in load_metrics()[term].companion_of)])


@cache
def _sums_of_money() -> tuple[MetricIdentity, ...]:
    rows = (i for i in load_identities().values() if i.relation == "sum")
    return tuple(i for i in rows if "money" in load_metrics()[i.metric].dimensions)


@cache
def _stand_ins(row: MetricIdentity) -> frozenset[str]:
    """Metrics that stand for a term of a sum where its other terms are told."""
    return frozenset(m.metric for m in load_metrics().values() if set(m.stands_for) & set(row.terms))
