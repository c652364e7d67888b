"""Adjusted projects whose money tells the direction: `14 dự án điều chỉnh với vốn tăng thêm 60 triệu USD`.

Belongs here: adjustments that the words or the money right beside them make expansions or reductions. Does not: the
first choice of a metric (`binding`).
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from kcn_pipeline.extraction.metrics.joined_wordings import counts_both
from kcn_pipeline.extraction.passages.context import SentenceContext
from kcn_pipeline.extraction.passages.drafts import Draft
from kcn_pipeline.extraction.text.phrase_index import Mention
from kcn_pipeline.extraction.text.tokens import Tokens
from kcn_pipeline.reference.function_words import function_words

_ADJUSTED: Final = "project_adjustments"
_DIRECTED: Final = {
    "increase": ("project_expansions", "capital_increase"),
    "decrease": ("project_reductions", "capital_decrease"),
}
_BY_MONEY: Final = {money: count for count, money in _DIRECTED.values()}
_COUNTS_OF_ADJUSTED: Final = frozenset({_ADJUSTED, *_BY_MONEY.values()})
_WORDS_OF_ADJUSTED: Final = 6
_SIGNED: Final = ([",", "+"], [",", "-"], [",", "–"])
_SIGNS: Final = frozenset({",", ";", ".", ":"})
AFTER_PAIR: Final = "wording after the pair"
_BARE: Final = ("weak", "metric of the sentence before")
_WITH: Final = function_words("with")
_ENDS: Final = frozenset({";", "."})
_NEW: Final = "capital_new"
_NAMED: Final = ("wording before", "touching wording")
_RULE: Final = "direction of the adjustment told beside it"


def direct_adjustments(tokens: Tokens, context: SentenceContext, drafts: Sequence[Draft]) -> None:
    """Name the counts of adjusted projects, and the money right behind them, by which way the capital went."""
    if _ADJUSTED in [d.metric for d in drafts]:
        _direct_adjusted(tokens, context, drafts)
    _direct_raised(tokens, context, drafts)
    if any(d.metric == _NEW for d in drafts):
        _name_new(tokens, drafts)
    for count in drafts:
        if count.metric in _COUNTS_OF_ADJUSTED and counts_both(tokens, context.mentions, count) and count.is_level:
            count.metric, count.rule = None, "licensed and adjusted projects counted together"


def _direct_adjusted(tokens: Tokens, context: SentenceContext, drafts: Sequence[Draft]) -> None:
    levels = [d for d in drafts if d.comparison == "level" and d.figure.dimension in {"project", "money"}]
    for count, money in pairwise([*levels, None]):
        if count is None or count.metric != _ADJUSTED or count.figure.column is not None:
            continue
        joined = money is not None and _is_joined(tokens, count, money)
        own = _verb_before(context, count)
        verb = own or (_verb_before(context, money) if joined and money is not None else None)
        if verb is not None:
            count.metric, of_money = _DIRECTED[verb]
            count.rule = _RULE
            if joined and money is not None:
                money.metric, money.rule = of_money, _RULE
        elif joined and money is not None and money.metric in _BY_MONEY:
            count.metric, count.rule = _BY_MONEY[money.metric], _RULE
    for count, other in pairwise(levels):
        if count.metric == _ADJUSTED and count.rule == AFTER_PAIR and other.metric in _BY_MONEY.values():
            count.metric, count.rule = other.metric, _RULE


def _name_new(tokens: Tokens, drafts: Sequence[Draft]) -> None:
    """`có 14 dự án với tổng vốn đăng ký mới 880 tỷ đồng`: projects that new capital alone is told of are new."""
    levels = [d for d in drafts if d.comparison == "level" and d.figure.dimension in {"project", "money"}]
    for count, money in pairwise(levels):
        bare = count.metric == "projects_active" and count.rule.startswith(_BARE) and count.figure.column is None
        named = money.metric == _NEW and money.rule in _NAMED
        between = tokens.keys[count.figure.last : money.figure.before]
        if bare and named and not _WITH.isdisjoint(between) and _ENDS.isdisjoint(between):
            count.metric, count.rule = "projects_licensed", "count of the new capital told with it"


def _direct_raised(tokens: Tokens, context: SentenceContext, drafts: Sequence[Draft]) -> None:
    """`4 dự án tăng 150 tỷ đồng`, `Công ty A tăng 35 triệu USD`: nothing but the verb before money tells its way."""
    verbs = context.mentions.of(*_DIRECTED)
    for before, money in pairwise([None, *drafts]) if verbs else ():
        verb = next((v for v in verbs if money is not None and v.last == money.figure.before), None)
        if money is None or verb is None or money.figure.dimension != "money" or money.comparison != "level":
            continue
        by_company = any(e.last == verb.first and e.entity.startswith("company:") for e in context.entities)
        counted = before is not None and before.figure.dimension == "project" and before.figure.last == verb.first
        counted = counted or _tells_adjusted(tokens, before, verb)
        if not (by_company or counted) or money.figure.column is not None:
            continue
        count, of_money = _DIRECTED[verb.role]
        money.metric, money.rule = of_money, _RULE
        if counted and before is not None:
            before.metric, before.rule = count, _RULE


def _tells_adjusted(tokens: Tokens, count: Draft | None, verb: Mention) -> bool:
    """`26 dự án điều chỉnh vốn (tăng 90 triệu USD)`: the verb opens the brackets right behind the adjusted ones."""
    if count is None or count.metric not in _COUNTS_OF_ADJUSTED or tokens.keys[verb.first - 1] != "(":
        return False
    between = tokens.keys[count.figure.last : verb.first - 1]
    return len(between) <= _WORDS_OF_ADJUSTED and _SIGNS.isdisjoint(between)


def _is_joined(tokens: Tokens, count: Draft, money: Draft) -> bool:
    """Whether nothing parts the money from the count: `dự án điều chỉnh với vốn …`, `9 dự án/72 triệu USD`."""
    between = tokens.keys[count.figure.last : money.figure.before]
    if between in _SIGNED:
        return money.figure.dimension == "money"  # `giảm 8 dự án, -47 triệu USD`
    if money.metric in _BY_MONEY and between.count(",") == 1:
        between = [key for key in between if key != ","]  # `6 dự án điều chỉnh, vốn điều chỉnh tăng 40 triệu USD`
    return money.figure.dimension == "money" and not _SIGNS & set(between)


def _verb_before(context: SentenceContext, draft: Draft) -> str | None:
    """`tăng 9 dự án`: the role of a verb right before the figure."""
    return next((role for role in _DIRECTED if context.mentions.all_ending(draft.figure.before, role)), None)
