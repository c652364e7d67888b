"""Capital attracted that its parts show to be new and added: `thu hút 900 tỷ đồng từ 8 dự án mới và 3 dự án tăng vốn`.

Belongs here: naming a total by what the same passage tells of its parts. Does not: totals that words of parts announce
within a sentence (`announced`), or that another place calls so (`restated_totals`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache
from itertools import product, takewhile
from typing import Final

from kcn_pipeline.extraction.passages.drafts import Draft
from kcn_pipeline.extraction.text.tokens import Tokens
from kcn_pipeline.reference.function_words import function_words
from kcn_pipeline.reference.identities import MetricIdentity, load_identities
from kcn_pipeline.reference.metrics import load_metrics

_ATTRACTED: Final = "capital_attracted"
_PARTS_AT_MOST: Final = 10
_JOINTS: Final = function_words("with") | function_words("from")
_WORDS_TO_JOINT: Final = 14
_ROUNDING: Final = Decimal("0.005")
_RULE: Final = "total of the parts told after it"


def settle_sums(tokens: Tokens, drafts: Sequence[Draft]) -> None:
    """Name amounts attracted, and ratios of them, by the sum whose terms the figures after them are.

    Counts of the projects of all terms are joined to it; an amount that is called by one of the terms, amounts of all
    make up.
    """
    levels = [d for d in drafts if d.is_level]
    ratios: dict[int, list[Draft]] = {}
    for draft in drafts:
        if draft.head is not None:
            ratios.setdefault(id(draft.head), []).append(draft)
    for row in _sums():
        called = {d.metric for d in levels} & {_ATTRACTED, *row.terms}
        for at, total in enumerate(levels) if called else ():
            if total.metric not in called or total.figure.dimension != "money" or total.target:
                continue
            parts = list(_parts(tokens, total, levels[at + 1 : at + 1 + _PARTS_AT_MOST], row))
            attracted = total.metric == _ATTRACTED
            if _counts_joined(tokens, total, parts, row) if attracted else _adds_up(total, parts, row):
                _rename(total, row.metric, ratios.get(id(total), ()))


@cache
def _sums() -> tuple[MetricIdentity, ...]:
    rows = (i for i in load_identities().values() if i.relation == "sum")
    return tuple(i for i in rows if set(load_metrics()[_ATTRACTED].stands_for) & set(i.terms))


def _parts(tokens: Tokens, total: Draft, following: Sequence[Draft], row: MetricIdentity) -> Iterator[Draft]:
    """What the same paragraph goes on with, up to the next total."""
    text, start = tokens.text, tokens.ends[total.figure.last - 1]
    for part in following:
        if part.metric in {_ATTRACTED, row.metric} and not part.figure.was_before:
            return
        if "\n" in text[start : tokens.starts[part.figure.first]]:
            return
        if not part.target and len({total.origin, part.origin} - {"total", None}) <= 1:
            yield part


def _adds_up(total: Draft, parts: Sequence[Draft], row: MetricIdentity) -> bool:
    alike = [p for p in parts if p.figure.unit == total.figure.unit and not p.figure.was_before]
    terms = [[p.value for p in alike if p.metric == term] for term in row.terms]
    within = total.value * _ROUNDING
    return any(abs(sum(values) - total.value) <= within for values in product(*terms))


def _counts_joined(tokens: Tokens, total: Draft, parts: Sequence[Draft], row: MetricIdentity) -> bool:
    """`900 tỷ đồng từ 8 dự án mới và 3 dự án tăng vốn`: counts right behind, and no sign before them."""
    counts = list(takewhile(lambda p: p.figure.dimension == "project", parts))
    if not counts:
        return False
    between = tokens.keys[total.figure.last : counts[0].figure.before]
    joined = len(between) <= _WORDS_TO_JOINT and not _JOINTS.isdisjoint(between[-1:])
    asked = {term for term in row.terms for count in counts if count.metric in load_metrics()[term].companion_of}
    return joined and asked == set(row.terms)


def _rename(total: Draft, metric: str, ratios: Sequence[Draft]) -> None:
    """Give the total its metric, and the `ratios` of it that speak of the same."""
    was = total.metric
    for spoken in [total, *(d for d in ratios if d.metric == was)]:
        spoken.metric, spoken.rule = metric, _RULE
