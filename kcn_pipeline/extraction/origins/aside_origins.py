"""The origin of the parts that brackets tell: `90 dự án trong nước (70 đang hoạt động, 12 đang xây dựng)`.

Belongs here: origins that brackets take over from the count before them. Does not: amounts told again in brackets
(`origins`, `currencies`).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from kcn_pipeline.extraction.origins.currencies import is_split
from kcn_pipeline.extraction.passages.context import SentenceContext
from kcn_pipeline.extraction.passages.drafts import Draft
from kcn_pipeline.quantities import Origin

_WORDS_TO_BRACKET: Final = 6


def origin_outside(context: SentenceContext, draft: Draft, earlier: Sequence[Draft]) -> Origin | None:
    """FDI or DDI, where the count right before the brackets that hold `draft` is; no word in them says otherwise."""
    aside = context.asides.around(draft.figure.first)
    if aside is None or any(aside[0] < m.first < aside[1] for m in context.mentions.of("origin")):
        return None
    outside = [d for d in earlier if d.figure.last <= aside[0] and is_split(d)]
    whole = outside[-1] if outside else None
    if whole is None or whole.figure.dimension != draft.figure.dimension:
        return None
    near = aside[0] - whole.figure.last <= _WORDS_TO_BRACKET
    return whole.origin if near and whole.origin in ("fdi", "ddi") else None
