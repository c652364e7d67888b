"""Percentages of a list whose words were said of the first: `doanh thu đạt 62% kế hoạch, xuất khẩu 58%`.

Belongs here: what a percentage takes over from the one before it, ratios that are named so. Does not: the words around
one percentage (`surroundings`), names in a list (`comparisons`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from kcn_pipeline.extraction.context import SentenceContext
from kcn_pipeline.extraction.drafts import Draft
from kcn_pipeline.extraction.lexicon import FREE
from kcn_pipeline.extraction.memory import Memory
from kcn_pipeline.extraction.surroundings import Surroundings
from kcn_pipeline.extraction.tokens import Tokens
from kcn_pipeline.extraction.wholes import wholes_of
from kcn_pipeline.reference.function_words import function_words
from kcn_pipeline.reference.metrics import load_metrics

_ATTAINED: Final = frozenset({"vs_plan", "yoy_index", "multiple"})
_SAID_ON: Final = _ATTAINED | {"yoy", "vs_plan_excess"}
_JOINTS: Final = function_words("and") | {",", ";"}
_RATIOS: Final = frozenset({"percent", "multiple"})
_AMOUNTS_AT_MOST: Final = 2


class SaidOn:
    """What the percentages of one sentence take over."""

    def __init__(self, tokens: Tokens, context: SentenceContext, memory: Memory) -> None:
        self._tokens = tokens
        self._memory = memory
        self._context = context

    def of_the_last(self, draft: Draft, earlier: Sequence[Draft], around: Surroundings) -> Draft | None:
        """The percentage right before it, of which the same was said; another wording must stand between them."""
        if (again := self._set_against_as_before(draft, earlier, around)) is not None:
            return again
        told = earlier[-1] if earlier else None
        if told is None or told.comparison not in _SAID_ON or draft.figure.dimension != "percent":
            return None
        same_verb = around.role == "attain" and told.comparison in _ATTAINED
        if not (around.verb is None or same_verb) or around.plan is not None or around.bases or around.sign is not None:
            return None
        between = range(told.figure.last, draft.figure.before)
        named = any(m.first in between and m.last - 1 in between for m in self._context.mentions.of(FREE))
        joined = not _JOINTS.isdisjoint(self._tokens.keys[at] for at in between)
        return told if named and joined else None

    def _set_against_as_before(self, draft: Draft, earlier: Sequence[Draft], around: Surroundings) -> Draft | None:
        """`xuất khẩu 1,7 tỷ USD, bằng 118%` after `bằng 103% cùng kỳ`: set against what the last was."""
        spoken = earlier[-1] if earlier else None
        if spoken is None or not spoken.is_level or spoken.figure.dimension in _RATIOS or around.verb is None:
            return None
        if around.plan is not None or around.bases or around.part is not None or around.of_place or around.in_brackets:
            return None
        if draft.figure.dimension != "percent" or load_metrics()[spoken.metric or ""].kind != "flow":
            return None
        verb = around.verb.value.phrase
        said = (d for d in (*reversed(earlier), *self._memory.recent()) if d.comparison in _ATTAINED)
        alike = (d for d in said if any(m.role == "attain" and m.value.phrase == verb for m in d.cues))
        told = next(alike, None)
        return told if told is not None and told.comparison == "yoy_index" else None

    def is_named_ratio(self, draft: Draft, earlier: Sequence[Draft], around: Surroundings) -> bool:
        """`Tỷ lệ lao động nông thôn là 80%, lao động nữ 65%`: of a part to its whole, and what goes on with such."""
        if around.part is None or around.plan is not None or around.role not in {None, "attain"}:
            return False
        before = earlier[-1] if earlier else None
        start = self._context.sentence.first if before is None else before.figure.last
        mentions = self._context.mentions
        named = [m for m in mentions.of(FREE) if m.value == around.part and m.last <= draft.figure.before]
        if not named or named[-1].first < start:
            return False
        if any(m.last == named[-1].first for m in mentions.of("ratio")):
            return True
        return before is not None and before.comparison == "share" and before.base in wholes_of(around.part)


def with_base_before(around: Surroundings, earlier: Sequence[Draft]) -> Surroundings:
    """`A 90 triệu USD, chiếm 45% tổng vốn; B 30 triệu USD, chiếm 15%`: of a list of shares the base is said once."""
    shares = [d.base for d in earlier if d.comparison == "share" and d.base is not None]
    if around.bases or around.part is not None or around.of_place or not shares or around.role != "account_for":
        return around
    dimensions = load_metrics()[shares[-1]].dimensions
    amounts = [d for d in earlier[-_AMOUNTS_AT_MOST:] if d.is_level and d.figure.dimension in dimensions]
    return replace(around, bases=(shares[-1],)) if amounts else around
