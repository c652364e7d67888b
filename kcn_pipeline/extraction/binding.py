"""Which metric an amount states: the wording that touches it, follows it, or governs it from before.

Belongs here: ranking the wordings around a figure. Does not: choosing among metrics that share one
(`metric_choice`), percentages and multiples (`comparisons`), origins (`origins`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from kcn_pipeline.extraction.context import SentenceContext, owner_before
from kcn_pipeline.extraction.drafts import Draft
from kcn_pipeline.extraction.figures import Figure
from kcn_pipeline.extraction.lexicon import (
    FOLLOWING,
    FREE,
    OUTSIDE_VOCABULARY,
    TOUCHING,
    WEAK,
    WEAK_TOUCHING,
)
from kcn_pipeline.extraction.metric_choice import MetricChooser, counted_before, last_level
from kcn_pipeline.extraction.phrase_index import Mention
from kcn_pipeline.extraction.tokens import Tokens
from kcn_pipeline.reference.function_words import function_words
from kcn_pipeline.reference.metrics import load_metrics

_SEGMENT_ENDS: Final = frozenset({";", "."})
_BRACKETS: Final = frozenset({"(", ")"})
_LINKS: Final = function_words("link_to_wording")
_SPECIFIC_AT_MOST: Final = 3  # a wording that more metrics share ("vốn") says too little by itself


class AmountBinder:
    """Binds the amounts of one sentence, from left to right."""

    def __init__(self, tokens: Tokens, context: SentenceContext, recalled: Draft | None) -> None:
        """Take the last count of projects of the sentences before as `recalled`."""
        self._recalled = recalled
        self._tokens = tokens
        self._context = context
        self._map = context.mentions
        self._chooser = MetricChooser(tokens, context.mentions, recalled)
        self._figure_starts: frozenset[int] = frozenset()
        self._free = [m for m in self._map.mentions if m.role == FREE]

    def expect(self, found: Sequence[Figure]) -> None:
        """Take note where the figures of the sentence begin: a wording right before one governs that one."""
        self._figure_starts = frozenset(figure.before for figure in found)

    def bind(self, draft: Draft, earlier: Sequence[Draft], next_first: int) -> bool:
        """Give `draft` its metric; `next_first` is the token where the next figure begins."""
        if self._bind_change(draft, earlier, next_first):
            return True
        for rule, mentions in self._ranked_wordings(draft.figure, earlier, next_first):
            codes = [m.value for m in mentions if _fits(m.value, draft.figure)]
            if not codes:
                continue
            chosen = self._chooser.choose(mentions[0], codes, draft.figure, earlier)
            draft.rule = rule
            draft.cues.append(replace(mentions[0], value=chosen))
            if chosen == OUTSIDE_VOCABULARY:
                draft.rule = "the vocabulary has no code for this wording"
                return False
            draft.metric = chosen
            return True
        return False

    def bind_after(self, draft: Draft, next_first: int) -> bool:
        """Give `draft` the metric that the words after it name, if any do."""
        mentions = self._first_after(draft.figure, next_first)
        codes = [m.value for m in mentions if m.value != OUTSIDE_VOCABULARY]
        if not codes:
            return False
        draft.metric, draft.rule = self._chooser.choose(mentions[0], codes, draft.figure, []), "wording after"
        draft.cues.append(mentions[0])
        return True

    def _bind_change(self, draft: Draft, earlier: Sequence[Draft], next_first: int) -> bool:
        """`tăng 12 dự án so với cùng kỳ`: an absolute change of the amount before it."""
        at = draft.figure.before
        verbs = [m for role in ("increase", "decrease") for m in self._map.all_ending(at, role)]
        subject = last_level(earlier, draft.figure.dimension)
        names_metric = self._map.all_ending(at, TOUCHING) or self._map.all_ending(at, FREE)
        if not verbs or subject is None or names_metric:
            return False
        at_once = subject is earlier[-1] and self._tokens.keys[verbs[0].first - 1] in {"(", ","}
        if not (at_once or self._against_earlier(draft.figure, next_first)):
            return False
        draft.metric, draft.comparison, draft.origin = subject.metric, "change", subject.origin
        draft.head, draft.negative = subject, verbs[0].role == "decrease"
        draft.rule = "change of the amount before it"
        draft.cues.append(verbs[0])
        return True

    def _against_earlier(self, figure: Figure, next_first: int) -> bool:
        """Whether words of an earlier period follow, before the next figure."""
        if any(m.role == "same_period" and figure.last <= m.first < next_first for m in self._map.mentions):
            return True
        start, end = self._tokens.ends[figure.last - 1], self._tokens.ends[min(next_first, len(self._tokens)) - 1]
        return any(t.kind == "compared" and start <= t.span.start < end for t in self._context.times)

    def _ranked_wordings(
        self, figure: Figure, earlier: Sequence[Draft], next_first: int
    ) -> Iterator[tuple[str, list[Mention]]]:
        """Wordings that may govern the figure, strongest first."""
        yield from (("following wording", found) for found in self._following(figure))
        yield "touching wording", self._map.all_ending(figure.before, TOUCHING)
        segment = self._segment_start(figure)
        yield self._nearest_before(figure, earlier, segment)
        yield "wording after", self._first_after(figure, next_first)
        yield self._nearest_before(figure, earlier, self._context.sentence.first)
        if figure.implied_metric:
            yield "metric that the unit implies", [Mention(FREE, figure.implied_metric, figure.first, figure.last)]
        yield "weak wording before", self._weak_before(figure)
        yield "metric of the sentence before", self._carried_over(figure)
        yield "weak touching wording", self._map.all_ending(figure.before, WEAK_TOUCHING)

    def _following(self, figure: Figure) -> Iterator[list[Mention]]:
        """Wordings right after the unit, past an origin (`186 dự án FDI còn hiệu lực`)."""
        if figure.unit_first is not None:
            over_unit = self._map.all_starting(figure.unit_first, FOLLOWING)
            yield [m for m in over_unit if m.last > figure.last]
        at = figure.last
        while True:
            if found := self._map.all_starting(at, FOLLOWING):
                yield found
            yield [m for m in self._map.all_starting(at, FREE) if m.last not in self._figure_starts]
            origin = self._map.starting(at, "origin")
            if origin is not None:
                at = origin.last
            elif at < self._context.sentence.last and self._tokens.keys[at] in _BRACKETS | _LINKS:
                at += 1
            else:
                return

    def _segment_start(self, figure: Figure) -> int:
        """The token after the last semicolon before the figure."""
        keys = self._tokens.keys
        first = self._context.sentence.first
        return next((i + 1 for i in range(figure.first - 1, first - 1, -1) if keys[i] in _SEGMENT_ENDS), first)

    def _nearest_before(self, figure: Figure, earlier: Sequence[Draft], start: int) -> tuple[str, list[Mention]]:
        """The last wording from `start` on, or the metric of an earlier figure of the list if that is nearer."""
        fitting = [m for m in self._free if start <= m.first and m.last <= figure.before and _fits(m.value, figure)]
        end = max((m.last for m in fitting), default=-1)
        first = min((m.first for m in fitting if m.last == end), default=-1)
        nearest = [m for m in fitting if m.first == first and m.last == end]
        listed = last_level(earlier, figure.dimension)
        count = counted_before(earlier, figure.dimension)
        nearer_count = count is not None and count.figure.first > max(end, listed.figure.first if listed else -1)
        if listed is not None and listed.figure.first >= max(start, end) and not nearer_count:
            return "metric of the list", [_as_mention(listed, listed.metric)]
        if count is not None and count.figure.first >= max(start, end):
            best = self._chooser.companion(count)
            return "companion of the count before", [_as_mention(count, best)] if best else []
        if len(nearest) > _SPECIFIC_AT_MOST:
            named = [m for m in fitting if m.last <= first and not self._figure_between(m.last, first)]
            specific = [m for m in named if sum(n.first == m.first for n in named) <= _SPECIFIC_AT_MOST]
            nearest = specific[-1:] or nearest
        return "wording before", nearest

    def _figure_between(self, start: int, end: int) -> bool:
        return any(start <= at < end for at in self._figure_starts)

    def _carried_over(self, figure: Figure) -> list[Mention]:
        """A sentence that splits up the count before it: by parts, origins, countries, boards."""
        if self._recalled is None or self._recalled.figure.dimension != figure.dimension:
            return []
        parts = any(m.role == "parts" and m.last <= figure.before for m in self._map.mentions)
        at = next((i for i in range(figure.last, len(self._tokens)) if self._tokens.keys[i] not in _LINKS), figure.last)
        origin = self._map.starting(at, "origin") or self._map.ending(figure.before, "origin")
        if parts or origin or owner_before(self._context, self._tokens, figure.before):
            return [_as_mention(self._recalled, self._recalled.metric)]
        return []

    def _first_after(self, figure: Figure, next_first: int) -> list[Mention]:
        """Wordings between the figure and the next one, up to the end of its segment."""
        limit = next(
            (
                i
                for i in range(figure.last, min(next_first, self._context.sentence.last))
                if self._tokens.keys[i] in _SEGMENT_ENDS
            ),
            min(next_first, self._context.sentence.last),
        )
        after = [m for m in self._free if figure.last <= m.first and m.last <= limit and _fits(m.value, figure)]
        first = min((m.first for m in after), default=-1)
        return [m for m in after if m.first == first]

    def _weak_before(self, figure: Figure) -> list[Mention]:
        weak = [m for m in self._map.mentions if m.role == WEAK and m.last <= figure.before and _fits(m.value, figure)]
        last = max((m.last for m in weak), default=-1)
        return [m for m in weak if m.last == last]


def _fits(code: str, figure: Figure) -> bool:
    if code == OUTSIDE_VOCABULARY:
        return figure.dimension == "money"
    return figure.dimension in load_metrics()[code].dimensions


def _as_mention(draft: Draft, metric: str | None) -> Mention:
    """An earlier figure as the cue that gives a later one its metric."""
    return Mention(FREE, metric, draft.figure.first, draft.figure.last)
