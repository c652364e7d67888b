"""Sentences that split up the one before: `Đến 31/5, KCN Đại An có 20 dự án. Trong đó, 5 dự án FDI.`.

Belongs here: time and owner that such a sentence takes over. Does not: its metric (`carry_over`) or origin (`origins`).
"""

from __future__ import annotations

from collections.abc import Sequence

from kcn_pipeline.extraction.passages.context import SentenceContext
from kcn_pipeline.extraction.passages.drafts import Draft

_ZONE = "zone:"  # one company of the sentence before is mostly a part of it, told by the way
_ZONES = "zone"


def take_over(context: SentenceContext, drafts: Sequence[Draft], before: Sequence[Draft]) -> None:
    """Give the figures without a time or a name of their own those of the last figure of the sentence before.

    Only where words of parts open the sentence; a stock takes over the time of a stock alone, a flow that of a flow.
    """
    parts = context.mentions.of("parts")
    if not before or not parts or parts[0].first > context.sentence.first + 1:
        return
    whole = before[-1]
    if not whole.is_level or whole.figure.dimension == "percent":
        return
    of_zones = any(d.figure.dimension == _ZONES for d in drafts)  # they and what they have are of none of them
    for draft in drafts:
        if draft.metric is None or draft.figure.column is not None:
            continue
        if draft.time_cue is None and draft.target == whole.target and _same_kind(draft, whole):
            draft.window, draft.time_cue = whole.window, whole.time_cue
        named = whole.entity_cue
        owned = named is not None and not named.bare and named.entity.startswith(_ZONE)
        if owned and not of_zones and draft.entity_cue is None:
            draft.entity, draft.entity_cue = whole.entity, named


def _same_kind(draft: Draft, whole: Draft) -> bool:
    if whole.time_cue is None or whole.window is None or draft.window is None or draft.figure.was_before:
        return False
    return (draft.window.start is None) == (whole.window.start is None)
