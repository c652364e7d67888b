"""Foreign origin told by the country of an investor: `nhà máy của Công ty A (Nhật Bản), tổng vốn 60 triệu USD`.

Belongs here: countries beside one amount that no word of origin stands with. Does not: figures that a country owns
(`owners`), words of origin (`origins`).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from kcn_pipeline.extraction.passages.context import SentenceContext
from kcn_pipeline.extraction.passages.drafts import Draft
from kcn_pipeline.extraction.text.tokens import Tokens
from kcn_pipeline.quantities import Origin
from kcn_pipeline.reference.function_words import function_words

_COUNTRY: Final = "country:"
_INTRODUCING: Final = function_words("of") | function_words("from") | function_words("investing") | {"("}
_WORDS_BEHIND: Final = 5
_SEGMENT_ENDS: Final = frozenset({";", "."})


def investor_origin(tokens: Tokens, context: SentenceContext, draft: Draft, earlier: Sequence[Draft]) -> Origin | None:
    """FDI where a country in brackets, or behind words of investing, stands in the segment of the figure."""
    keys, figure = tokens.keys, draft.figure
    start = earlier[-1].figure.last if earlier else context.sentence.first
    for entity in context.entities:
        if not entity.entity.startswith(_COUNTRY) or keys[entity.first - 1] not in _INTRODUCING:
            continue
        if start <= entity.first < figure.before and _SEGMENT_ENDS.isdisjoint(keys[entity.last : figure.before]):
            return "fdi"
        behind = keys[figure.last : entity.first]
        if behind[:1] == ["("] and len(behind) <= _WORDS_BEHIND and ")" not in behind:
            return "fdi"
    return None
