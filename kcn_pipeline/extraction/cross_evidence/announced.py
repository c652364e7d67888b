"""Totals announced before their parts: what a sum is called by the parts that follow it.

Belongs here: the relabelling of a total by an identity of `reference`. Does not: testing whether the
parts add up (`reconciliation`).
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final

from kcn_pipeline.extraction.passages.context import SentenceContext
from kcn_pipeline.extraction.passages.drafts import Draft
from kcn_pipeline.extraction.passages.wholes import whole_in_dimension
from kcn_pipeline.reference.identities import identities
from kcn_pipeline.reference.metrics import load_metrics

_WORDS_TO_ASIDE: Final = 3
_WORDS_OF_OPENING: Final = 3


def name_announced_totals(context: SentenceContext, drafts: Sequence[Draft], day: date) -> None:
    """`vốn 350 triệu USD, gồm: … cấp mới 93 …; … tăng thêm 230 …`: the total is new and added capital.

    Applies where words that open a list stand between a total and parts that are exactly the terms
    of one sum identity valid on `day`, or where brackets behind it hold such parts.
    """
    openings = [m.first for m in context.mentions.of("parts")]
    if not openings and not context.asides:
        return
    for index, total in enumerate(drafts):
        if total.metric is None:
            _name_whole(total, drafts[index + 1 :], openings)
        if not total.is_level:
            continue
        start, dimension = total.figure.last, total.figure.dimension
        aside = context.asides.near(start, _WORDS_TO_ASIDE)
        if aside is None and not (openings and start <= openings[-1]):
            continue
        parts = [d for d in drafts[index + 1 :] if d.figure.dimension == dimension and d.is_level]
        told = [at for at in openings if start <= at and not _of_another(context, at, total, drafts)]
        if parts and any(opening <= parts[0].figure.first for opening in told):
            _name(total, parts, day)
            continue
        inside = [d for d in parts if aside is not None and aside[0] < d.figure.first < aside[1]]
        if inside:
            _name(total, inside, day)


def _of_another(context: SentenceContext, opening: int, total: Draft, drafts: Sequence[Draft]) -> bool:
    """`vốn 70 triệu USD, điều chỉnh 31 dự án (trong đó 8 dự án tăng vốn 25 triệu USD)`: parts of what is nearer."""
    aside = context.asides.around(opening)
    return aside is not None and any(total.figure.last <= d.figure.first < aside[0] for d in drafts)


def _name_whole(total: Draft, following: Sequence[Draft], openings: Sequence[int]) -> None:
    """`Tổng số 2.000 người, trong đó 200 người nước ngoài`: the whole of the part that words of parts announce."""
    part = following[0] if following else None
    if part is None or not part.is_level or part.figure.unit != total.figure.unit or part.value > total.value:
        return
    whole = whole_in_dimension(part.metric, total.figure.dimension)
    first = total.figure.before  # `trong số 356 dự án có 271 dự án đang hoạt động`
    if whole is not None and any(first - _WORDS_OF_OPENING <= at <= part.figure.first for at in openings):
        total.metric, total.rule = whole, "whole of the part that follows"


def _name(total: Draft, parts: Sequence[Draft], day: date) -> None:
    for identity in identities("sum", day):
        terms = [_term(part.metric or "", identity.terms) for part in parts]
        if set(terms) != set(identity.terms) or total.metric == identity.metric:
            continue
        total.metric, total.rule = identity.metric, "total of the parts that follow"
        for part, term in zip(parts, terms, strict=True):
            part.metric = term


def _term(metric: str, terms: Sequence[str]) -> str | None:
    """The term that a part is: its own metric, or the one that a metric without a word of its own stands for."""
    return metric if metric in terms else next((t for t in load_metrics()[metric].stands_for if t in terms), None)
