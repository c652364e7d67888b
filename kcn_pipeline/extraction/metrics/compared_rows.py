"""Changes told in a row under one comparison: `số dự án giảm 9, vốn đăng ký giảm 30 triệu USD so với năm trước`.

Belongs here: how far words of comparison reach, and what goes on with a change. Does not: what changed (`changes`).
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from kcn_pipeline.extraction.metrics.metric_choice import counted_before
from kcn_pipeline.extraction.numbers.figures import Figure
from kcn_pipeline.extraction.passages.context import SentenceContext
from kcn_pipeline.extraction.passages.drafts import Draft
from kcn_pipeline.extraction.text.lexicon import FREE
from kcn_pipeline.extraction.text.phrase_index import Mention
from kcn_pipeline.extraction.text.tokens import Tokens
from kcn_pipeline.reference.function_words import function_words

_VERBS: Final = ("increase", "decrease")
_SIGNS: Final = frozenset({",", ";", ".", ":", "("})
_ENDS: Final = frozenset({";", ".", ":", "(", ")"})
_AND: Final = function_words("and")
_JOINTS: Final = _AND | function_words("clause") | {","}
_WORDS_TO_SECOND: Final = 3
_ADJUSTED: Final = frozenset({"project_adjustments", "project_expansions", "project_reductions"})


def compared_behind_row(tokens: Tokens, context: SentenceContext, verb: Mention, next_first: int) -> bool:
    """`tăng 4 dự án và tăng 20% về vốn so với cùng kỳ`: what stands behind the last of a row is said of all of it."""
    keys, last = tokens.keys, context.sentence.last
    joint = next((at for at in range(verb.last, next_first) if keys[at] in _AND), None)
    if joint is not None and next_first - joint <= _WORDS_TO_SECOND:
        end = next((at for at in range(next_first, last) if keys[at] in _SIGNS), last)
        if any(next_first <= m.first < end for m in context.mentions.of("same_period")):
            return True
    end = next((at for at in range(verb.last, last) if keys[at] in _ENDS), last)
    against = next((at for at in _compared(tokens, context) if next_first <= at < end), None)
    return against is not None and _each_grows(context, keys, verb.last, against)


def _each_grows(context: SentenceContext, keys: Sequence[str], start: int, end: int) -> bool:
    """Whether each member of the row behind token `start` has a subject of its own and a verb of growth."""
    parted = [at for at in range(start, end) if keys[at] in _JOINTS]
    verbs = context.mentions.of(*_VERBS)
    members = [*pairwise([*parted, end])]
    return bool(members) and all(any(at + 1 < v.first < until for v in verbs) for at, until in members)


def _compared(tokens: Tokens, context: SentenceContext) -> list[int]:
    """Where the words of an earlier period begin, in the order of the text."""
    found = [m.first for m in context.mentions.of("same_period")]
    return sorted([*found, *(tokens.at_or_after(t.span.start) for t in context.times if t.kind == "compared")])


def going_on(keys: Sequence[str], earlier: Sequence[Draft], figure: Figure) -> Mention | None:
    """`tăng 6 dự án và 20 triệu USD so với cùng kỳ`: the verb of the change that `và` alone joins to the figure."""
    change = earlier[-1] if earlier else None
    if change is None or change.comparison != "change" or change.figure.dimension == figure.dimension:
        return None
    if not _AND.issuperset(keys[change.figure.last : figure.before]) or change.figure.last == figure.before:
        return None
    return next((cue for cue in reversed(change.cues) if cue.role in _VERBS), None)


def is_growth_of_wording(context: SentenceContext, verb: Mention, figure: Figure, earlier: Sequence[Draft]) -> bool:
    """`so với năm trước, vốn đăng ký tăng 30 triệu USD`: the verb ends the wording, and no adjusted projects do so."""
    mentions = context.mentions
    over = any(m.first < verb.first for m in mentions.all_ending(figure.before, FREE))
    if verb.last != figure.before or not (over or mentions.all_ending(verb.first, FREE)):
        return False
    count = counted_before(earlier, figure.dimension)
    return count is None or count.metric not in _ADJUSTED
