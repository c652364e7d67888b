"""Origins that currencies tell: two of them in one breath, pairs of counts and money, amounts told again.

Belongs here: the convention for currencies, and what is open to it. Does not: words of origin (`origins`).
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from kcn_pipeline.extraction.passages.drafts import Draft
from kcn_pipeline.extraction.text.brackets import without_asides
from kcn_pipeline.extraction.text.tokens import Tokens
from kcn_pipeline.quantities import Origin
from kcn_pipeline.reference.function_words import function_words
from kcn_pipeline.reference.metrics import load_metrics

_AND: Final = function_words("and")
_JOINTS: Final = _AND | function_words("together") | function_words("plus") | {",", "+", ";"}
_SIGNS: Final = frozenset({",", ";", ".", ":"})
_RATIOS: Final = frozenset({"percent", "multiple"})
_EQUAL_TO: Final = function_words("equal_to")
_TO_EQUAL: Final = _EQUAL_TO | function_words("link_to_equal") | {",", "("}
_CURRENCY_ORIGIN: Final[dict[str, Origin]] = {"USD": "fdi", "VND": "ddi"}


def split_by_currency(tokens: Tokens, drafts: Sequence[Draft]) -> None:
    """Give the amounts that no word of origin stands with the origin of their currency, where two are told."""
    if _CURRENCY_ORIGIN.keys() <= {draft.figure.unit for draft in drafts}:
        _split_breaths(tokens, drafts)
        _split_pairs(drafts)
        for outcome, beside in pairwise(drafts):
            if _is_of_outcome(beside) and is_split(beside) and is_open(beside) and outcome.metric == beside.metric:
                beside.origin = outcome.origin
    _convert(tokens, drafts)


def is_split(draft: Draft) -> bool:
    """Whether it is an amount of a metric that is told by origin."""
    metric = draft.metric
    return metric is not None and draft.comparison == "level" and load_metrics()[metric].origin_split


def is_open(draft: Draft) -> bool:
    """Whether no origin word of its own stands with the amount."""
    return draft.origin in (None, "total") or draft.origin_shared


def tells_again(between: Sequence[str]) -> bool:
    """Whether the words between two amounts say that the second is the first in another currency."""
    return not _EQUAL_TO.isdisjoint(between) and _TO_EQUAL.issuperset(between)


def _split_breaths(tokens: Tokens, drafts: Sequence[Draft]) -> None:
    """Two currencies in one breath without an origin word: USD is foreign, VND domestic.

    A ratio may stand behind the first: `40 triệu USD đạt 90% kế hoạch và 700 tỷ đồng đạt 110% kế hoạch`.
    """
    told = [d for d in drafts if d.figure.dimension not in _RATIOS]
    outcomes = {d.metric for d in told if not _is_of_outcome(d)}
    # `Mục tiêu 2020: 40 triệu USD và 700 tỷ đồng`: nothing but the plan
    amounts = [d for d in told if not _is_of_outcome(d) or d.metric not in outcomes]
    for one, other in pairwise(amounts):
        if not (is_split(one) and other.is_level and one.metric == other.metric and one.figure.dimension == "money"):
            continue
        between = without_asides(tokens.keys[one.figure.last : other.figure.before])
        rated = any(one.figure.last <= d.figure.first < other.figure.first for d in drafts)
        # `40 triệu USD, bằng 40% vốn đăng ký, và 700 tỷ đồng`: a pair of commas takes the ratio out of the breath
        signs = _SIGNS - {","} if between[-2:-1] == [","] and between[-1] in _AND else _SIGNS
        joined = rated and not signs & set(between) and between[-1:] and between[-1] in _JOINTS
        if one.figure.unit == other.figure.unit or not (_in_one_breath(between) or joined):
            continue
        if is_open(one) and is_open(other):
            counted = _origin_counted(tokens, amounts, one)
            one.origin = counted or _CURRENCY_ORIGIN[one.figure.unit or ""]
            other.origin = counted or _CURRENCY_ORIGIN[other.figure.unit or ""]


def _origin_counted(tokens: Tokens, amounts: Sequence[Draft], money: Draft) -> Origin | None:
    """`284 dự án FDI với tổng vốn 13 tỷ USD và 900 tỷ đồng`: that of the projects right before both currencies."""
    at = next(i for i, draft in enumerate(amounts) if draft is money)
    *_, other, count = (None, None, *amounts[:at])
    if count is None or count.figure.dimension != "project" or is_open(count):
        return None
    if other is not None and other.figure.dimension == "project" and other.origin not in (count.origin, "total"):
        return None  # `26 dự án FDI và 13 dự án DDI, vốn 40 triệu USD và 700 tỷ đồng`
    between = without_asides(tokens.keys[count.figure.last : money.figure.before])
    return count.origin if (_SIGNS - {","}).isdisjoint(between) else None


def _is_of_outcome(draft: Draft) -> bool:
    """`512 tỷ đồng (KH 700) và 18,2 triệu USD (KH 40)`: a plan, or the period before, told beside an outcome."""
    return draft.planned or draft.figure.was_before


def _split_pairs(drafts: Sequence[Draft]) -> None:
    """`27 dự án vốn 488 triệu USD và 59 dự án vốn 7.050 tỷ đồng`: two counts, each with money in its own currency."""
    for start in range(len(drafts) - 3):
        count, money, other_count, other_money = run = drafts[start : start + 4]
        kinds = [d.figure.dimension for d in run]
        if kinds != ["project", "money"] * 2 or not all(is_split(d) and is_open(d) for d in run):
            continue
        alike = count.metric == other_count.metric and money.metric == other_money.metric
        if alike and money.figure.unit != other_money.figure.unit:
            count.origin = money.origin = _CURRENCY_ORIGIN[money.figure.unit or ""]
            other_count.origin = other_money.origin = _CURRENCY_ORIGIN[other_money.figure.unit or ""]


def _convert(tokens: Tokens, drafts: Sequence[Draft]) -> None:
    """`39 triệu USD và 1.150 tỷ đồng (tương đương 49,6 triệu USD)`: told again, an amount is of the origin it had."""
    if not drafts or _EQUAL_TO.isdisjoint(tokens.keys[drafts[0].figure.last : drafts[-1].figure.before]):
        return
    for one, again in pairwise(drafts):
        if one.figure.unit == again.figure.unit or not (is_split(one) and is_split(again) and is_open(again)):
            continue
        if tells_again(tokens.keys[one.figure.last : again.figure.before]):
            again.origin = one.origin


def _in_one_breath(between: Sequence[str]) -> bool:
    return len(between) == 1 and between[0] in _JOINTS
