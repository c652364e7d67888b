"""Jobs that enterprises give, in the words of jobs created: `xuất khẩu 9 triệu USD, giải quyết việc làm cho 900 người`.

Belongs here: turning such a flow into the workers there are. Does not: wordings that tell one from the other by
themselves (`metrics.yaml`), other flows (`accumulation`).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from kcn_pipeline.extraction.numbers.figures import Figure
from kcn_pipeline.extraction.passages.context import SentenceContext
from kcn_pipeline.extraction.passages.drafts import Draft
from kcn_pipeline.extraction.passages.wholes import are_of_kind, stock_of
from kcn_pipeline.extraction.text.lexicon import FREE
from kcn_pipeline.extraction.text.phrase_index import Mention
from kcn_pipeline.extraction.text.tokens import NUMBER_KEY, Tokens
from kcn_pipeline.extraction.times.calendar import WINDOWS
from kcn_pipeline.reference.function_words import function_words

_CREATED, _WORKERS = "jobs_created", "workers"
_TAKING: Final = function_words("taking_in")
_RAISING: Final = function_words("raising")
_FOR: Final = function_words("recipient")
_WORK: Final = function_words("work")
_NEW: Final = function_words("new")
_OCCASIONS: Final = function_words("occasion")
_AIMS: Final = ("target", "plan")


def held_jobs(
    tokens: Tokens, context: SentenceContext, chosen: str, wording: Mention, figure: Figure, earlier: Sequence[Draft]
) -> str:
    """Workers for jobs created where nothing tells that they are new, and `chosen` itself elsewhere.

    A verb behind nothing but a window, an aim, and a sentence that counts the workers besides speak of what the window
    brought.
    """
    if chosen == _WORKERS and figure.column is None and _raises(tokens, context, wording, figure):
        return _CREATED
    if chosen != _CREATED or figure.column is not None:
        return chosen
    workers, keys = stock_of(chosen) or chosen, tokens.keys
    if wording.last > figure.first:
        return workers if _among_stocks(tokens, context, figure, earlier) else chosen
    last = set(keys[wording.last - 2 : wording.last]) - _FOR
    if not last <= _WORK or not _NEW.isdisjoint(keys[wording.first : wording.last]):
        return chosen
    aims = any(m.first < figure.first for m in context.mentions.of(*_AIMS))
    if context.outlook.target or aims or keys[figure.unit_first or 0] in _OCCASIONS:
        return chosen
    told = any(d.metric == workers for d in earlier) or any(
        m.value == workers and m.first >= figure.last and not _is_base(context, m) for m in context.mentions.of(FREE)
    )
    return chosen if told or _has_window(tokens, context, wording, figure) else workers


def _raises(tokens: Tokens, context: SentenceContext, wording: Mention, figure: Figure) -> bool:
    """`thu hút 900 lao động, nâng tổng số lao động lên 9.000 người`: those taken in, before the workers there are."""
    if wording.last > figure.first or tokens.keys[wording.last - 1] not in _TAKING:
        return False
    behind = (m for m in context.mentions.of(FREE) if m.first >= figure.last and m.value == _WORKERS)
    return any(tokens.keys[m.first] in _RAISING for m in behind)


def _among_stocks(tokens: Tokens, context: SentenceContext, figure: Figure, earlier: Sequence[Draft]) -> bool:
    """`đã có 60 dự án đi vào hoạt động, tạo ra 900 việc làm`: what those that there are have brought so far."""
    said = [d.metric or "" for d in earlier if d.is_level]
    unit = tokens.keys[figure.unit_first or figure.last : figure.last]
    if not are_of_kind(said, "stock") or not _WORK.issuperset(unit) or not unit or context.outlook.target:
        return False
    windows = any(t.kind in WINDOWS for t in context.times) or bool(context.mentions.of("flow"))
    return not windows and _NEW.isdisjoint(tokens.keys[figure.before - 2 : figure.last + 1])


def _has_window(tokens: Tokens, context: SentenceContext, wording: Mention, figure: Figure) -> bool:
    """Whether a window stands before the verb and no number between them, or between the verb and its figure."""
    ends = [tokens.at_or_after(t.span.end) for t in context.times if t.kind in WINDOWS and t.window is not None]
    ends += [m.last for m in context.mentions.of("flow")]
    before = any(end <= wording.first and NUMBER_KEY not in tokens.keys[end : wording.first] for end in ends)
    return before or any(wording.last < end <= figure.before for end in ends)


def _is_base(context: SentenceContext, wording: Mention) -> bool:
    """`chiếm 81% tổng số lao động`: named as what a percentage is of, not counted again."""
    ended = context.mentions.ending(wording.first, "unit")
    return ended is not None and ended.value.dimension == "percent"
