"""What is said of a count behind the money or land it has: `5 dự án với tổng vốn 20 triệu USD bị thu hồi`.

Belongs here: finding that predicate. Does not: wordings right behind the count itself (`wordings`).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from kcn_pipeline.extraction.numbers.figures import Figure
from kcn_pipeline.extraction.passages.context import SentenceContext
from kcn_pipeline.extraction.text.lexicon import FOLLOWING, counts_in
from kcn_pipeline.extraction.text.phrase_index import Mention
from kcn_pipeline.extraction.text.tokens import Tokens
from kcn_pipeline.reference.function_words import function_words

_COUNTED: Final = frozenset({"project", "zone", "enterprise"})
_HAD: Final = frozenset({"money", "area"})
_WITH: Final = function_words("with")
_OTHERS: Final = function_words("others")
_AND: Final = function_words("and")
_LINKS: Final = function_words("link_to_wording")
_SIGNS: Final = frozenset({",", ";", ".", ":", "("})
_WORDS_AT_MOST: Final = 7
_NAMING: Final = function_words("is") | function_words("such_as") | {":"}
_BETWEEN_NAMES: Final = _AND | {",", "-"}
_NAMES_AT_MOST: Final = 40


def said_behind(tokens: Tokens, context: SentenceContext, figure: Figure, following: Sequence[Figure]) -> list[Mention]:
    """The predicate behind the amounts that `với` joins to a count; `following` are the figures after it."""
    keys, at = tokens.keys, figure.last
    if figure.dimension not in _COUNTED or figure.column is not None or not following:
        return []
    while at < context.sentence.last and (keys[at] in _OTHERS or context.mentions.starting(at, "origin")):
        origin = context.mentions.starting(at, "origin")
        at = at + 1 if origin is None else origin.last
    if at >= context.sentence.last or keys[at] not in _WITH:
        return []
    end = _end_of_amounts(keys, at, following)
    while end is not None and end < context.sentence.last:
        found = [m for m in context.mentions.all_starting(end, FOLLOWING) if counts_in(m.value, figure.dimension)]
        if found:
            return found
        if keys[end] not in _LINKS:
            break
        end += 1
    return []


def _end_of_amounts(keys: Sequence[str], at: int, following: Sequence[Figure]) -> int | None:
    """Where the one amount, or the two that `và` joins, end; None where the next figure is none."""
    first = following[0]
    between = keys[at : first.before]
    if first.dimension not in _HAD or len(between) > _WORDS_AT_MOST or not _SIGNS.isdisjoint(between):
        return None
    second = following[1] if len(following) > 1 else None
    joined = second is not None and second.dimension == first.dimension and len(keys[first.last : second.before]) == 1
    return second.last if joined and second is not None and keys[first.last] in _AND else first.last


def said_of_names(tokens: Tokens, context: SentenceContext, figure: Figure) -> list[Mention]:
    """`Có 3 KCN là: Hòa Phú, Bình Minh và Long Mỹ đã đi vào hoạt động`: the predicate behind the names of zones."""
    keys, at, end = tokens.keys, figure.last, context.sentence.last
    if figure.dimension != "zone" or figure.column is not None:
        return []
    while at < end and keys[at] in _NAMING:
        at += 1
    names = at
    while at < min(end, names + _NAMES_AT_MOST) and (keys[at] in _BETWEEN_NAMES or _is_capital(tokens, at)):
        at += 1
    if at in (figure.last, names):
        return []
    while at < end and keys[at] in _LINKS:
        found = context.mentions.all_starting(at, FOLLOWING)
        if found:
            break
        at += 1
    return [m for m in context.mentions.all_starting(at, FOLLOWING) if counts_in(m.value, "zone")]


def _is_capital(tokens: Tokens, at: int) -> bool:
    word = tokens.span(at, at + 1).of(tokens.text)
    return word[:1].isupper() or word.isdigit()
