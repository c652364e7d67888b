"""Figures that set a bound or a condition and state nothing: `3 KCN lấp đầy trên 80%`, `dự án từ 300 tỷ đồng phải …`.

Belongs here: telling classes, rules and measures of one piece from statistics. Does not: aims (`windows`), wordings
that the vocabulary lacks (`phrases.yaml`).
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from kcn_pipeline.extraction.passages.context import SentenceContext
from kcn_pipeline.extraction.passages.drafts import Draft
from kcn_pipeline.extraction.text.tokens import Tokens
from kcn_pipeline.reference.function_words import function_words

_SIZE: Final = "bounds the size of some projects"
_TOTALS: Final = function_words("total") | function_words("with")
_DUTY: Final = function_words("duty")
_CONDITION: Final = function_words("condition")
_TIME_CONDITION: Final = function_words("time_condition")
_NOT_WHEN: Final = function_words("before_time_condition")
_RULING: Final = _CONDITION | _TIME_CONDITION | _DUTY
_EACH: Final = function_words("each_one")
_PERIODS: Final = function_words("period")
_CLAUSE_ENDS: Final = frozenset({",", ";", ".", ":"})
_SEGMENT_ENDS: Final = frozenset({";", "."})
_NAMED: Final = "following wording"  # `26 KCN hoạt động, lấp đầy gần 70%`: zones that are a whole of their own
_BOUNDED: Final = frozenset({"lower", "upper"})
_OF_ONE_PIECE: Final = frozenset({"area", "money"})


def set_thresholds_aside(tokens: Tokens, context: SentenceContext, drafts: Sequence[Draft]) -> None:
    """Take the metric from the figures of a sentence that bound, rule or measure one piece, and say so."""
    rules, each = not _RULING.isdisjoint(context.words), not _EACH.isdisjoint(context.words)
    if not (rules or each or [d for d in drafts if d.figure.bound in _BOUNDED or d.figure.range_with is not None]):
        return
    for before, draft in pairwise([None, *drafts]):
        if draft is None or draft.metric is None or draft.figure.column is not None:
            continue
        if before is not None and _is_class(tokens, before, draft):
            _set_aside(before, "counts a class, not the whole")
            _set_aside(draft, "bounds a class")
        elif before is not None and _is_size(tokens, before, draft):
            _set_aside(draft, _SIZE)
        elif rules and _is_condition(tokens, context, draft):
            _set_aside(draft, "a condition or a rule, no outcome")
        elif each and _is_of_each(tokens, context, draft):
            _set_aside(draft, "measures each of several")


def _set_aside(draft: Draft, rule: str) -> None:
    draft.metric, draft.comparison, draft.origin, draft.base, draft.head = None, "level", None, None, None
    draft.rule = rule


def _is_class(tokens: Tokens, count: Draft, draft: Draft) -> bool:
    """`3 KCN lấp đầy trên 80%`: the zones counted are those beyond the bound."""
    bounds = draft.figure.bound in _BOUNDED and draft.figure.dimension == "percent" and draft.comparison == "level"
    if not bounds or count.figure.dimension != "zone" or count.rule == _NAMED:
        return False
    return _CLAUSE_ENDS.isdisjoint(tokens.keys[count.figure.last : draft.figure.before])


def _is_size(tokens: Tokens, before: Draft, draft: Draft) -> bool:
    """`5 dự án vốn đầu tư từ 300 tỷ đồng đến 600 tỷ đồng`: the ends of a range right behind a count."""
    other = draft.figure.range_with
    if other is None or draft.figure.dimension != "money":
        return False
    if before.figure is other:
        return before.rule == _SIZE
    between = tokens.keys[before.figure.last : draft.figure.before]
    return before.figure.dimension == "project" and _TOTALS.isdisjoint(between) and not _CLAUSE_ENDS & set(between)


def _is_condition(tokens: Tokens, context: SentenceContext, draft: Draft) -> bool:
    """Under `nếu` in its clause a bound or a scope, under `khi` a bound; a bound that words of duty follow."""
    keys, figure, first = tokens.keys, draft.figure, context.sentence.first
    start = next((at + 1 for at in range(figure.before - 1, first - 1, -1) if keys[at] in _CLAUSE_ENDS), first)
    clause = keys[start : figure.before]
    if not _CONDITION.isdisjoint(clause) and (figure.dimension == "zone" or figure.bound in _BOUNDED):
        return True
    if figure.bound not in _BOUNDED or context.outlook.target:
        return False
    if any(keys[at] in _TIME_CONDITION and keys[at - 1] not in _NOT_WHEN for at in range(start, figure.before)):
        return True
    end = next((at for at in range(figure.last, context.sentence.last) if keys[at] in _SEGMENT_ENDS), len(keys))
    return not _DUTY.isdisjoint(keys[figure.last : min(end, context.sentence.last)])


def _is_of_each(tokens: Tokens, context: SentenceContext, draft: Draft) -> bool:
    """`mỗi lô rộng từ 1 đến 5 ha`: what one of several measures."""
    keys, first = tokens.keys, context.sentence.first
    if draft.figure.dimension not in _OF_ONE_PIECE or draft.comparison != "level":
        return False
    start = next((at + 1 for at in range(draft.figure.before - 1, first - 1, -1) if keys[at] in _CLAUSE_ENDS), first)
    return any(keys[at] in _EACH and keys[at + 1] not in _PERIODS for at in range(start, draft.figure.before))
