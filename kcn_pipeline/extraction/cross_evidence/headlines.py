"""Headline figures that the text tells again: `Khu A thu hút 60 dự án` over `đến cuối năm đã có 60 dự án`.

Belongs here: naming the figures of a headline as the text below it does. Does not: totals that are called otherwise
within the text (`restated_totals`).
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from itertools import takewhile
from typing import Final

from kcn_pipeline.extraction.passages.drafts import Draft
from kcn_pipeline.extraction.text.tokens import Tokens

_RESTATED: Final = frozenset({"project", "money", "person"})
_CHARACTERS_AT_MOST: Final = 200
_RULE: Final = "as the text below the headline tells it"


def settle_headlines(tokens: Tokens, drafts: Sequence[Draft]) -> None:
    """Give levels of the first line the metric, origin and time of the first level of the same value below it."""
    end = tokens.text.find("\n")
    if not 0 < end <= _CHARACTERS_AT_MOST:
        return
    first = list(takewhile(lambda d: tokens.starts[d.figure.first] < end, drafts))
    if not first:
        return
    below: dict[tuple[str | None, Decimal], Draft] = {}
    for draft in drafts[len(first) :]:
        if draft.is_level and not draft.target:
            below.setdefault((draft.figure.unit, draft.value), draft)
    for draft in first:
        told = below.get((draft.figure.unit, draft.value))
        timed = draft.time_cue is not None or draft.comparison != "level" or draft.target
        if told is None or timed or draft.figure.dimension not in _RESTATED:
            continue
        if draft.metric == told.metric:
            draft.window = told.window if told.time_cue is not None else draft.window
        else:
            draft.metric, draft.origin, draft.window, draft.rule = told.metric, told.origin, told.window, _RULE
