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
from kcn_pipeline.extraction.passages.wholes import wholes_of
from kcn_pipeline.extraction.text.lexicon import FOLLOWING, FREE, OUTSIDE
from kcn_pipeline.extraction.text.local_phrases import LocalPhrases
from kcn_pipeline.extraction.text.mention_map import MentionMap
from kcn_pipeline.extraction.text.phrase_index import Mention
from kcn_pipeline.extraction.text.tokens import NUMBER_KEY
from kcn_pipeline.reference.function_words import function_words
from kcn_pipeline.reference.metrics import load_metrics

_PLACES: Final = ("whole", "nation", "of_place")
_PHRASE_ENDS: Final = frozenset({";", ".", ",", ")"})
_TO_BASE: Final = function_words("link_to_base")
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
