"""Origins that tell ratios apart: `đạt 132% kế hoạch FDI`, `của DDI 90 tỷ đồng, của FDI 6 triệu USD, đạt 96% và 104%`.

Belongs here: amounts of one metric told by their origins. Does not: the origin of an amount itself (`origins`).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from typing import Final

from kcn_pipeline.extraction.passages.context import SentenceContext
from kcn_pipeline.extraction.passages.drafts import Draft
from kcn_pipeline.extraction.text.tokens import NUMBER_KEY
from kcn_pipeline.quantities import Origin
from kcn_pipeline.reference.metrics import load_metrics

_CLAUSE_SIGNS: Final = frozenset({",", ";", ".", ":"})


def amount_of_told_origin(
    keys: Sequence[str], context: SentenceContext, ratio: Draft, metric: str | None, amounts: Iterable[Draft]
) -> Draft | None:
    """Of `amounts` of a metric, that of the origin named behind a ratio in its clause; a share tells of no origin."""
    if ratio.comparison == "share" or metric is None or not context.mentions.of("origin"):
        return None
    start, last = ratio.figure.last, context.sentence.last
    end = next((at for at in range(start, last) if keys[at] in _CLAUSE_SIGNS or keys[at] == NUMBER_KEY), last)
    named = next((m for m in context.mentions.of("origin") if start <= m.first and m.last <= end), None)
    if named is None:
        return None
    alike = (d for d in amounts if d.is_level and d.metric == metric)
    return next((d for d in alike if d.origin == named.value.value), None)


def origin_in_brackets(keys: Sequence[str], context: SentenceContext, ratio: Draft) -> Origin | None:
    """`57% (FDI) và 63% (DDI) vốn đăng ký`: the origin alone in brackets right behind a ratio."""
    at = ratio.figure.last
    if ratio.metric is None or keys[at : at + 1] != ["("] or not load_metrics()[ratio.metric].origin_split:
        return None
    origin = context.mentions.starting(at + 1, "origin")
    return origin.value.value if origin is not None and keys[origin.last : origin.last + 1] == [")"] else None


def origin_of_ratio(
    keys: Sequence[str], context: SentenceContext, ratio: Draft, told: Origin | None, start: int
) -> Origin | None:
    """What brackets tell, else `told` of its amount; without one, what its clause from token `start` on names, or all.

    `vốn tăng thêm của các dự án FDI gấp 3 lần`, `số dự án mới bằng 80% cùng kỳ`.
    """
    origin = origin_in_brackets(keys, context, ratio) or told
    if origin is not None or ratio.metric is None or not load_metrics()[ratio.metric].origin_split:
        return origin
    named = [m for m in context.mentions.of("origin") if start <= m.first and m.last <= ratio.figure.before]
    return named[-1].value.value if named else "total"


def of_origin(amounts: Sequence[Draft], origin: Origin | None) -> Draft | None:
    """`11 dự án, gồm 6 FDI và 5 DDI; số dự án FDI bằng 70% cùng kỳ`: that of the origin told, else the first."""
    return next((d for d in amounts if d.origin == origin), None) or next(iter(amounts), None)


def told_in_parallel(one: Draft, other: Draft) -> bool:
    """Whether two percentages behind two amounts may be theirs in turn.

    The same of one origin and of the other (`vốn của dự án DDI là 1.130 tỷ đồng, của dự án FDI là 67 triệu USD`), or a
    count and its money (`54 dự án, vốn 178 triệu USD, tăng 18% và 24%`).
    """
    if one.metric == other.metric:
        return {one.origin, other.origin} == {"fdi", "ddi"}
    counted = (one.figure.dimension, other.figure.dimension) == ("project", "money")
    return counted and one.origin == other.origin and one.metric in _counts_with(other.metric)


@cache
def _counts_with(money: str | None) -> tuple[str, ...]:
    """The counts that the metric `money` is the money of."""
    row = load_metrics().get(money or "")
    return () if row is None else tuple(row.companion_of)
