"""In what sense a text mentions a period: as one it gives an account of, plans for, compares with.

Belongs here: the words that govern a mention, by their reach, and brackets. Does not: finding mentions (`period_cues`)
or what each weighs (`period_weights`).
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import takewhile
from typing import Final, Literal

from kcn_pipeline.documents.identity.layout import lexicon_of
from kcn_pipeline.documents.identity.lexicon import Match
from kcn_pipeline.documents.skeleton import Skeleton
from kcn_pipeline.quantities import Span
from kcn_pipeline.reference.document_cues import CueRole, PeriodKind

# "Of its plan": a figure is set against the plan of the period.
Context = Literal[
    "review", "review_of_half", "review_of_year", "plan", "comparison", "founding", "within", "plain", "of its plan"
]

# How many words may stand between a context word and the period it governs.
_REACH: Final[dict[CueRole, int]] = {
    "review": 12,
    "review_of_half": 14,
    "review_of_year": 14,
    "task": 10,
    "plan": 10,
    "comparison": 3,
    "founding": 2,
    "within": 0,
}
_CONTEXTS: Final[dict[CueRole, Context]] = {
    "review": "review",
    "review_of_half": "review_of_half",
    "review_of_year": "review_of_year",
    "plan": "plan",
    "comparison": "comparison",
    "founding": "founding",
    "within": "within",
}
# Between "results of carrying out" and the tasks carried out there is room for their kinds.
_TASK_REACH: Final = 6
# "So với mức 101 triệu USD của năm 2018": the figure of another period stands between.
_FIGURE_REACH: Final = 12
# "Năm 2020, Ban phấn đấu": how many words may stand between a year and what is still to be done in it.
_INTENT_REACH: Final = 12
_INTENDED: Final[frozenset[PeriodKind]] = frozenset({"year", "this_year", "quarter", "month", "second_half"})
_BRACKET_REACH: Final = 80
_OPENINGS: Final = frozenset(':"“«')
# What a bracket with a figure of its own compares with; as of a day or month, it is the figure's date.
_COMPARABLE: Final[frozenset[PeriodKind]] = frozenset(
    {"year", "first_months", "first_half", "quarter", "month", "months_alone"}
)


class Governors:
    """The words of a text that say in what sense a period is mentioned."""

    def __init__(self, skeleton: Skeleton) -> None:
        self._found = list(lexicon_of(*_REACH, tolerant=skeleton.tolerant).find(skeleton))
        self._skeleton = skeleton
        self._ends = [match.after for match in self._found]
        self._intents = [match.first for match in lexicon_of("intent", tolerant=skeleton.tolerant).find(skeleton)]
        self._owner = lexicon_of("owner", tolerant=skeleton.tolerant, misread=False)
        self.sentences = skeleton.sentence_numbers()

    def context(self, match: Match[PeriodKind], bound: int) -> Context:
        """The sense of a mention, read from the words from `bound` on: the nearest that reaches."""
        index = match.first
        before = self._before(index, bound)
        if self._dates_another_figure(match, before):
            return "comparison"
        if self._opens_line(index):
            return self._opening(match, "within")
        return self._governed(before, index, bound) or self._ungoverned(match, before)

    def _governed(self, before: Sequence[Match[CueRole]], index: int, bound: int) -> Context | None:
        for governor in before:
            if governor.value == "within" or index - governor.after > _REACH[governor.value]:
                continue
            return self._account_or_plan(governor, bound) if governor.value == "task" else _CONTEXTS[governor.value]
        return None

    def _ungoverned(self, match: Match[PeriodKind], before: Sequence[Match[CueRole]]) -> Context:
        index = match.first
        if self._opens_clause(index):
            return self._opening(match, "within")
        adjacent = bool(before) and before[0].value == "within" and before[0].after == index
        sense: Context = "within" if adjacent else "plain"
        # "Trong năm 2019", "Với năm 2019": one word may stand before; "năm 2019 dự kiến": none between.
        nearly_opens = index > 0 and self._opens_clause(index - 1)
        return self._opening(match, sense) if nearly_opens or match.after in self._intents else sense

    def _opens_clause(self, index: int) -> bool:
        """Whether a sentence, or what somebody is quoted with, begins at a word."""
        gap = self._skeleton.gap_before(index)
        # After a semicolon the sentence goes on with another figure, as often as not of another year.
        opens_sentence = index == 0 or (self.sentences[index - 1] != self.sentences[index] and ";" not in gap)
        return opens_sentence or not _OPENINGS.isdisjoint(gap)

    def has_between(self, role: CueRole, first: int, after: int) -> bool:
        """Whether a word of a role stands among the words [first, after)."""
        return any(m.value == role and first <= m.first and m.after <= after for m in self._found)

    def _opening(self, match: Match[PeriodKind], otherwise: Context) -> Context:
        """The sense of a mention that opens its clause: a plan where what is to be done then follows."""
        if match.value not in _INTENDED:
            return otherwise
        at = bisect_left(self._intents, match.after)
        nearest = self._intents[at] if at < len(self._intents) else match.after + _INTENT_REACH + 1
        intended = nearest - match.after <= _INTENT_REACH and self.sentences[nearest] == self.sentences[match.first]
        return "plan" if intended else otherwise

    def _opens_line(self, index: int) -> bool:
        """Whether a mention begins a line as a sentence does: under a headline there is no full stop."""
        at = self._skeleton.words[index].start
        return "\n" in self._skeleton.gap_before(index) and self._skeleton.text[at : at + 2].istitle()

    def _dates_another_figure(self, match: Match[PeriodKind], before: Sequence[Match[CueRole]]) -> bool:
        """Whether a mention only dates what a figure is compared with: "(năm 2016: 894)", "so với 9 của năm 2016"."""
        bracketed = "(" in self._skeleton.gap_before(match.first)
        if bracketed and match.value in _COMPARABLE and self._has_figure(match):
            return True
        owned = match.first > 0 and self._owner.at(self._skeleton, match.first - 1) is not None
        if not (bracketed or owned):
            return False
        # Against a plan, the figure is the period's own.
        nearest = next((governor for governor in before if governor.value in ("task", "comparison")), None)
        return nearest is not None and nearest.value == "comparison" and match.first - nearest.after <= _FIGURE_REACH

    def _has_figure(self, match: Match[PeriodKind]) -> bool:
        """Whether the bracket that a mention opens goes on with a figure."""
        end = match.span_in(self._skeleton).end
        rest, closed, _ = self._skeleton.text[end : end + _BRACKET_REACH].partition(")")
        return bool(closed) and any(c.isdigit() for c in rest)

    def _account_or_plan(self, task: Match[CueRole], bound: int) -> Context:
        for governor in self._before(task.first, bound):
            if governor.value in ("task", "within"):
                continue
            if task.first - governor.after > _TASK_REACH:
                break
            # "Against the plan of 2019" is said of 2019, unlike "against 2018".
            return "of its plan" if governor.value == "comparison" else _CONTEXTS[governor.value]
        return "plan"

    def _before(self, index: int, bound: int) -> list[Match[CueRole]]:
        """What stands in the sentence between `bound` and `index`, nearest first."""
        found = self._found[: bisect_right(self._ends, index)]
        kept = takewhile(
            lambda m: m.first >= bound and self.sentences[m.first] == self.sentences[index], reversed(found)
        )
        return list(kept)


def bracket_around(text: str, span: Span) -> Span | None:
    """The inside of the brackets that hold `span` on its line, if any."""
    start = text.rfind("(", max(0, text.rfind("\n", 0, span.start) + 1), span.start)
    if start < 0 or ")" in text[start : span.start]:
        return None
    end = text.find(")", span.end)
    return Span(start + 1, end) if end >= 0 and "\n" not in text[span.end : end] else None
