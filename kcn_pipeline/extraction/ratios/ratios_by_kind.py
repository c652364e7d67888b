"""Two ratios that say which amount each is of: `bằng 118% về số dự án và 131% về vốn so với cùng kỳ`.

Belongs here: what the first of them compares, where the words for it stand behind the second. Does not: which amount
one is of (`subjects`), pairs without such words (`surroundings`).
"""

from __future__ import annotations

from typing import Final

from kcn_pipeline.extraction.passages.context import SentenceContext
from kcn_pipeline.extraction.ratios.surroundings import Surroundings
from kcn_pipeline.extraction.text.tokens import Tokens
from kcn_pipeline.quantities import Comparison
from kcn_pipeline.reference.function_words import function_words

_AND: Final = function_words("and")
_WORDS_TO_SECOND: Final = 2
_CLAUSE_ENDS: Final = frozenset({",", ";", ".", ")"})


def by_kind(
    tokens: Tokens, context: SentenceContext, told: Comparison, around: Surroundings, next_first: int
) -> Comparison:
    """`told`, or an index where a share would be of a kind and words of an earlier period follow the second."""
    named, keys = next(iter(around.right), None), tokens.keys
    if told != "share" or named is None or named.role != "named_dimension":
        return told
    places = [m.first for m in context.mentions.of("same_period")]
    places += [tokens.at_or_after(t.span.start) for t in context.times if t.kind == "compared"]
    if around.role == "attain" and any(at < named.first and ";" not in keys[at : named.first] for at in places):
        return "yoy_index"  # `so với cùng kỳ bằng 118% về số dự án và bằng 131% về vốn`
    joined = keys[named.last : named.last + 1]
    if not joined or joined[0] not in _AND or not named.last < next_first <= named.last + _WORDS_TO_SECOND:
        return told
    last = context.sentence.last
    end = next((at for at in range(next_first, last) if keys[at] in _CLAUSE_ENDS), last)
    return "yoy_index" if any(next_first <= at < end for at in places) else told
