"""Origins and figures that run in parallel: `FDI và trong nước lần lượt là 318 và 169 dự án`.

Belongs here: giving each figure of a list the origin at its place in the list before it. Does not: an origin that
stands with its figure (`origins`), names (`distribution`).
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from kcn_pipeline.extraction.passages.context import SentenceContext
from kcn_pipeline.extraction.passages.drafts import Draft
from kcn_pipeline.extraction.text.phrase_index import Mention
from kcn_pipeline.extraction.text.tokens import Tokens
from kcn_pipeline.reference.function_words import function_words

_JOINTS: Final = function_words("and") | {","}
_LINKS_AT_MOST: Final = 3


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
