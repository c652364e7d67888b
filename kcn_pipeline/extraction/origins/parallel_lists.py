"""Origins and figures that run in parallel: `FDI và trong nước lần lượt là 318 và 169 dự án`.

Belongs here: giving each figure of a list the origin at its place in the list before it, and one figure behind both
origins their total. Does not: an origin that stands with its figure (`origins`), names (`distribution`).
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from kcn_pipeline.extraction.passages.context import SentenceContext
from kcn_pipeline.extraction.passages.drafts import Draft
from kcn_pipeline.extraction.text.phrase_index import Mention
from kcn_pipeline.extraction.text.tokens import NUMBER_KEY, Tokens
from kcn_pipeline.reference.function_words import function_words

_AND: Final = function_words("and")
_JOINTS: Final = _AND | {","}
_LINKS_AT_MOST: Final = 3
_WORDS_BETWEEN: Final = 4
_WORDS_TO_FIGURE: Final = 14
_APART: Final = ("fdi", "ddi")
_ENDS: Final = frozenset({";", ".", ":", "(", ")"})


def distribute_origins(tokens: Tokens, context: SentenceContext, drafts: Sequence[Draft]) -> None:
    """Set `origin` of the figures right after each word for "respectively" that two origins stand right before."""
    for word in context.mentions.of("respectively"):
        named = _list_before(tokens, context.mentions.of("origin"), word)
        figures = [d for d in drafts if d.figure.before >= word.last][: len(named)]
        if len(named) < 2 or len(figures) != len(named) or figures[0].figure.before - word.last > _LINKS_AT_MOST:
            continue
        joined = (tokens.keys[one.figure.last : other.figure.before] for one, other in pairwise(figures))
        if all(len(between) == 1 and between[0] in _JOINTS for between in joined):
            for draft, mention in zip(figures, named, strict=True):
                draft.origin, draft.origin_shared = mention.value.value, False
                draft.cues.append(mention)
    if len(context.mentions.of("origin")) > 1:
        _distribute_pairs(tokens, context, drafts)


def _distribute_pairs(tokens: Tokens, context: SentenceContext, drafts: Sequence[Draft]) -> None:
    """`tổng vốn nước ngoài và trong nước lên 9 tỷ USD và 640 tỷ đồng`: two origins and two amounts, or their total."""
    for one, other in pairwise(context.mentions.of("origin")):
        if not _are_joined(tokens, one, other):
            continue
        index = next((i for i, d in enumerate(drafts) if d.figure.before >= other.last), len(drafts))
        told = [d for d in drafts[index : index + 1] if _are_over(tokens, context, other, d)]
        if not told or drafts[index - 1].figure.last == one.first != 0:
            continue
        second = next(iter(drafts[index + 1 : index + 2]), None)
        between = tokens.keys[told[0].figure.last : second.figure.before] if second is not None else []
        if second is not None and second.metric == told[0].metric and len(between) == 1 and between[0] in _JOINTS:
            told.append(second)
        for draft, mention in zip(told, (one, other), strict=False):
            draft.origin, draft.origin_shared = mention.value.value if len(told) > 1 else "total", False


def _are_joined(tokens: Tokens, one: Mention, other: Mention) -> bool:
    """`vốn nước ngoài và vốn trong nước`: a joint and the words of the first again stand between two origins."""
    between = tokens.keys[one.last : other.first]
    apart = {one.value.value, other.value.value} == {*_APART}
    again = len(between) <= _WORDS_BETWEEN and {*between}.isdisjoint({NUMBER_KEY, ",", *_ENDS})
    return apart and again and between[:1] != [] and between[0] in _AND


def _are_over(tokens: Tokens, context: SentenceContext, other: Mention, draft: Draft) -> bool:
    """Whether nothing but words leads from the last of the origins to an amount that no other origin stands with."""
    figure, keys = draft.figure, tokens.keys
    between = keys[other.last : figure.before]
    if len(between) > _WORDS_TO_FIGURE or not _ENDS.isdisjoint(between):
        return False
    dated = [t for t in context.times if other.last <= tokens.at_or_after(t.span.start) < figure.before]
    own = any(other.last <= m.first <= figure.last for m in context.mentions.of("origin"))
    return not own and between.count(NUMBER_KEY) <= 2 * len(dated) and draft.is_level and figure.column is None


def _list_before(tokens: Tokens, origins: Sequence[Mention], word: Mention) -> list[Mention]:
    """The origins that commas and `và` join, the last of them right before `word`."""
    run: list[Mention] = []
    end = word.first
    for origin in sorted(origins, key=lambda m: m.last, reverse=True):
        between = tokens.keys[origin.last : end]
        if origin.last > end or (run and origin.last > run[-1].first):
            continue
        if len(between) > (1 if run else _LINKS_AT_MOST) or (run and not (between and between[0] in _JOINTS)):
            break
        run.append(origin)
        end = origin.first
    return run[::-1] if len({m.value.value for m in run}) == len(run) else []
