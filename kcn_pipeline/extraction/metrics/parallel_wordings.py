"""Wordings and figures in parallel: `doanh thu và xuất khẩu lần lượt đạt 84 và 29 triệu USD`, `cấp mới/tăng vốn: 12/7`.

Belongs here: giving each figure of a list the wording at its place in an earlier list. Does not: names in parallel
(`distribution`), percentages (`subjects`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from kcn_pipeline.extraction.numbers.figures import Figure
from kcn_pipeline.extraction.passages.context import SentenceContext
from kcn_pipeline.extraction.text.phrase_index import Mention
from kcn_pipeline.extraction.text.tokens import Tokens
from kcn_pipeline.reference.function_words import function_words
from kcn_pipeline.reference.identities import load_identities

_JOINTS: Final = function_words("and") | function_words("together") | {","}
_SLASH: Final = "/"
_RATIOS: Final = frozenset({"percent", "multiple"})
_ENDS: Final = frozenset({";", "."})
_JOINT_WORDS_AT_MOST: Final = 3
_WORDS_TO_LIST_AT_MOST: Final = 12

Wording = list[Mention]


def parallel_wordings(
    tokens: Tokens, context: SentenceContext, free: Sequence[Mention], found: Sequence[Figure]
) -> dict[int, Wording]:
    """The wordings of each figure of a parallel list, by the token where the figure begins."""
    amounts = [f for f in found if f.dimension not in _RATIOS]
    if len(amounts) < 2:
        return {}
    words = context.mentions.of("respectively")
    slashed = _SLASH in tokens.keys[amounts[0].last : amounts[-1].before]
    if not words and not slashed:
        return {}
    lists = _lists(tokens, words, free, amounts, slashed=slashed)
    return {f.first: wording for run, row in lists for f, wording in zip(row, run, strict=True)}


def _lists(
    tokens: Tokens, words: Sequence[Mention], free: Sequence[Mention], amounts: Sequence[Figure], *, slashed: bool
) -> Iterator[tuple[list[Wording], Sequence[Figure]]]:
    pairs = [a.first for a, b in pairwise(amounts) if slashed and _joined(tokens, a.last, b.before, {_SLASH})]
    for at, joints in [*((w.last, _JOINTS) for w in words), *((first, frozenset({_SLASH})) for first in pairs)]:
        row = [f for f in amounts if f.first >= at]
        run = _run_before(tokens, free, [f for f in amounts if f.first < at], at, joints)
        run = (_terms(run, row) if _SLASH not in joints else []) or run  # `đạt 90% (81/90 triệu USD)`
        row = row[: len(run)]
        if len(run) > 1 and len(row) == len(run) and not _ENDS & set(tokens.keys[row[0].first : row[-1].last]):
            yield run, row


def _terms(run: Sequence[Wording], row: Sequence[Figure]) -> list[Wording]:
    """`vốn cấp mới và vốn tăng thêm tương ứng 418 và 205 triệu USD`: the wording of a sum names its terms in order."""
    if len(run) != 1:
        return []
    named = {m.value for m in run[0]}
    sums = (i for i in load_identities().values() if i.relation == "sum" and i.metric in named)
    terms = next((i.terms for i in sums), ())
    return [[replace(run[0][0], value=term)] for term in terms] if len(row) == len(terms) else []


def _run_before(
    tokens: Tokens, free: Sequence[Mention], earlier: Sequence[Figure], at: int, joints: frozenset[str]
) -> list[Wording]:
    """The last wordings before token `at` that joints alone part, with no figure among or after them."""
    start = earlier[-1].last if earlier else 0
    run: list[Wording] = []
    for wording in reversed(_outermost([m for m in free if start <= m.first and m.last <= at])):
        first, last = wording[0].first, wording[0].last
        if not run and at - last > _WORDS_TO_LIST_AT_MOST:
            break
        if run and not _joined(tokens, last, run[-1][0].first, joints):
            break
        if not run or first < run[-1][0].first:
            run.append(wording)
    return run[::-1]


def _outermost(free: Sequence[Mention]) -> list[Wording]:
    """Mentions by their place in the text, without those inside others."""
    groups: list[Wording] = []
    for mention in sorted(free, key=lambda m: (m.first, -m.last)):
        if groups and (groups[-1][0].first, groups[-1][0].last) == (mention.first, mention.last):
            groups[-1].append(mention)
        elif not groups or mention.first >= groups[-1][0].last:
            groups.append([mention])
    return groups


def _joined(tokens: Tokens, last: int, first: int, joints: frozenset[str] | set[str]) -> bool:
    between = tokens.keys[last:first]
    return 0 < len(between) <= _JOINT_WORDS_AT_MOST and not joints.isdisjoint(between)
