"""Headlines that tell an aim of the text below: `Thái Bình dự kiến thu hút 90 dự án` over `năm 2026 phấn đấu …`.

Belongs here: the time of such figures, and that they are aimed at. Does not: their metric (`headlines`).
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from kcn_pipeline.extraction.passages.drafts import Draft
from kcn_pipeline.extraction.periods.compared_windows import year_of
from kcn_pipeline.extraction.text.mention_map import MentionMap
from kcn_pipeline.extraction.text.tokens import Tokens
from kcn_pipeline.periods import Window


def settle_headline_aims(tokens: Tokens, mentions: MentionMap, drafts: Sequence[Draft], own: Window) -> None:
    """Give what stands before the first dated aim, under a title that aims or expects, the time told below."""
    end = tokens.at_or_after(tokens.text.find("\n"))
    if not any(m.last <= end for m in mentions.of("target")):
        return
    dated = next((at for at, draft in enumerate(drafts) if _is_dated_aim(draft, own)), None)
    if dated is None or not drafts[0].figure.last <= end:
        return
    below: dict[tuple[str | None, Decimal], Draft] = {}
    for draft in drafts[dated:]:
        if draft.target and draft.window is not None and draft.window.end > own.end:
            below.setdefault((draft.figure.unit, draft.value), draft)
    for draft in drafts[:dated]:
        told = below.get((draft.figure.unit, draft.value))
        if told is not None and told.window is not None and draft.is_level and _is_open(draft, own):
            stock = draft.window is not None and draft.window.start is None
            flow = told.window if told.window.start is not None else year_of(told.window.end.year)
            draft.window, draft.target = told.window.as_stock() if stock else flow, True


def _is_dated_aim(draft: Draft, own: Window) -> bool:
    return draft.target and draft.time_cue is not None and draft.window is not None and draft.window.end > own.end


def _is_open(draft: Draft, own: Window) -> bool:
    """Whether no time of its own says otherwise."""
    return (
        draft.time_cue is None
        and not draft.figure.was_before
        and draft.window is not None
        and (draft.window.end <= own.end)
    )
