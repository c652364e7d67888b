"""Origins told by who invests: `nhà máy của Công ty A (Nhật Bản), tổng vốn 60 triệu USD`, `9 dự án của 7 nhà đầu tư …`.

Belongs here: countries beside one amount that no word of origin stands with, investors of all that was counted. Does
not: figures that a country owns (`owners`), words of origin beside a figure (`choice`).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from kcn_pipeline.extraction.passages.context import SentenceContext
from kcn_pipeline.extraction.passages.drafts import Draft
from kcn_pipeline.extraction.text.phrase_index import Mention
from kcn_pipeline.extraction.text.tokens import NUMBER_KEY, Tokens
from kcn_pipeline.quantities import Origin
from kcn_pipeline.reference.function_words import function_words

_COUNTRY: Final = "country:"
_INTRODUCING: Final = function_words("of") | function_words("from") | function_words("investing") | {"("}
_WORDS_BEHIND: Final = 5
_OF: Final = function_words("of")
_ALL: Final = function_words("all_of_them")
_WORDS_TO_ORIGIN: Final = 6
_PHRASE_ENDS: Final = frozenset({",", ";", ".", ":", "(", ")", NUMBER_KEY})
_SEGMENT_ENDS: Final = frozenset({";", "."})


def counted_investors(tokens: Tokens, context: SentenceContext, draft: Draft) -> Mention | None:
    """`30 dự án của 27 nhà đầu tư nước ngoài`, `6 dự án, đều là dự án trong nước`: the origin of whose they all are."""
    keys, at = tokens.keys, draft.figure.last
    if draft.figure.dimension != "project" or not keys[at : at + 1]:
        return None
    if keys[at] in _OF and keys[at + 1 : at + 2] == [NUMBER_KEY]:
        at += 2
    elif keys[at] != "," or keys[at + 1 : at + 2] == [] or keys[at + 1] not in _ALL:
        return None
    at += keys[at] == ","
    end = min(at + _WORDS_TO_ORIGIN, context.sentence.last)
    end = next((i for i in range(at, end) if keys[i] in _PHRASE_ENDS), end)
    return next((m for m in context.mentions.of("origin") if at <= m.first < end), None)


def investor_origin(tokens: Tokens, context: SentenceContext, draft: Draft, earlier: Sequence[Draft]) -> Origin | None:
    """FDI where a country in brackets, or behind words of investing, stands in the segment of the figure."""
    keys, figure = tokens.keys, draft.figure
    start = earlier[-1].figure.last if earlier else context.sentence.first
    for entity in context.entities:
        if entity.first == figure.last and entity.entity.startswith(_COUNTRY):
            return "fdi"  # `4 dự án trong nước và 1 dự án Đài Loan`
        if not entity.entity.startswith(_COUNTRY) or keys[entity.first - 1] not in _INTRODUCING:
            continue
        if tokens.text[tokens.starts[entity.last] :][:1].isupper():
            continue  # the first word of a longer name: `KCN Phú Hội (Đức Trọng)`
        if start <= entity.first < figure.before and _SEGMENT_ENDS.isdisjoint(keys[entity.last : figure.before]):
            return "fdi"
        behind = keys[figure.last : entity.first]
        if behind[:1] == ["("] and len(behind) <= _WORDS_BEHIND and ")" not in behind:
            return "fdi"
    return None
