"""Lists that run in parallel: `Bắc Giang, Phú Thọ và Hòa Bình lần lượt cấp mới 34, 16 và 9 dự án`.

Belongs here: giving each figure of a list the name at its place in an earlier list. Does not: names
that stand beside their figure (`scope`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from kcn_pipeline.extraction.context import SentenceContext
from kcn_pipeline.extraction.drafts import Draft
from kcn_pipeline.extraction.proper_names import EntityMention
from kcn_pipeline.extraction.tokens import Tokens
from kcn_pipeline.reference.function_words import function_words

_JOINTS: Final = function_words("and") | {","}
_LINKS_AT_MOST: Final = 3
_ENDS: Final = frozenset({";", "."})


def distribute_names(tokens: Tokens, context: SentenceContext, drafts: Sequence[Draft]) -> None:
    """Set `owner` of the figures after each word for "respectively", where both lists are of one length."""
    names: list[EntityMention] = []
    for word in (m for m in context.mentions.of("respectively")):
        names = _list_before(tokens, context.entities, word.first) or names
        figures = _list_after(tokens, drafts, word.last, len(names))
        if names and len(figures) == len(names):
            for draft, name in zip(figures, names, strict=True):
                draft.owner = name


def distribute_each(tokens: Tokens, context: SentenceContext, drafts: list[Draft]) -> None:
    """`Tuyên Quang, Yên Bái mỗi nơi 4 dự án`: the figure once for each name, in place."""
    for word in (m for m in context.mentions.of("each")):
        names = _list_before(tokens, context.entities, word.first)
        at = next((i for i, d in enumerate(drafts) if d.figure.before >= word.last), None)
        if names and at is not None and drafts[at].figure.before - word.last <= _LINKS_AT_MOST:
            drafts[at : at + 1] = [replace(drafts[at], cues=[*drafts[at].cues], owner=name) for name in names]


def _list_before(tokens: Tokens, entities: Sequence[EntityMention], at: int) -> list[EntityMention]:
    """The last run of bare names before token `at` that commas and `và` join."""
    run: list[EntityMention] = []
    for entity in reversed([e for e in entities if e.bare and e.last <= at]):
        if run and not (run[-1].first - entity.last == 1 and tokens.keys[entity.last] in _JOINTS):
            break
        run.append(entity)
    return run[::-1] if len(run) > 1 else []


def _list_after(tokens: Tokens, drafts: Sequence[Draft], at: int, count: int) -> list[Draft]:
    """The first `count` figures after token `at`, where nothing but joints and units parts them."""
    after = [d for d in drafts if d.figure.first >= at][:count]
    for one, other in pairwise(after):
        if _ENDS & set(tokens.keys[one.figure.last : other.figure.first]):
            return []
    return after
