"""Which metric an amount states: the wording that touches it, follows it, or governs it from before.

Belongs here: choosing among wordings and among the metrics that share one. Does not: percentages and
multiples (`comparisons`), origins (`origins`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from kcn_pipeline.extraction.context import SentenceContext
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
from kcn_pipeline.extraction.phrase_index import Mention
from kcn_pipeline.extraction.tokens import Tokens
from kcn_pipeline.reference.metrics import Metric, load_metrics

_SEGMENT_ENDS: Final = frozenset({";", "."})
_BRACKETS: Final = frozenset({"(", ")"})
_LINKS: Final = frozenset({"được", "đã", "có", "là"})


class AmountBinder:
    """Binds the amounts of one sentence, from left to right."""

    def __init__(self, tokens: Tokens, context: SentenceContext) -> None:
        self._tokens = tokens
        self._context = context
        self._map = context.mentions
        origins = [m for m in self._map.mentions if m.role == "origin"]
        self._free = [
            m
            for m in self._map.mentions
            if m.role == FREE and not any(o.first <= m.first and m.last <= o.last for o in origins)
        ]

    def bind(self, draft: Draft, earlier: Sequence[Draft], next_first: int) -> bool:
        """Give `draft` its metric; `next_first` is the token where the next figure begins."""
        for rule, mentions in self._ranked_wordings(draft.figure, earlier, next_first):
            codes = [m.value for m in mentions if _fits(m.value, draft.figure)]
            if not codes:
                continue
            chosen = self._choose(codes, draft.figure, earlier)
            draft.rule = rule
            draft.cues.append(mentions[0])
            if chosen == OUTSIDE_VOCABULARY:
                draft.rule = "the vocabulary has no code for this wording"
                return False
            draft.metric = chosen
            return True
        return False

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
        yield "weak touching wording", self._map.all_ending(figure.before, WEAK_TOUCHING)
        yield "weak wording before", self._weak_before(figure)

    def _following(self, figure: Figure) -> Iterator[list[Mention]]:
        """Wordings right after the unit, past an origin (`186 dự án FDI còn hiệu lực`)."""
        at = figure.last
        while True:
            if found := self._map.all_starting(at, FOLLOWING):
                yield found
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
        listed = next((d for d in reversed(earlier) if d.is_level and d.figure.dimension == figure.dimension), None)
        if listed is not None and listed.figure.first >= max(start, end):
            metric = listed.metric
            return "metric of the list", [Mention(FREE, metric, listed.figure.first, listed.figure.last)]
        return "wording before", nearest

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

    def _choose(self, codes: Sequence[str], figure: Figure, earlier: Sequence[Draft]) -> str:
        """Among metrics that share a wording: the companion of the count before it, then stock or flow."""
        if len(codes) == 1:
            return codes[0]
        metrics = [load_metrics()[code] for code in codes if code != OUTSIDE_VOCABULARY]
        count = next((d.metric for d in reversed(earlier) if d.is_level and d.figure.dimension == "project"), None)
        kind = self._kind_of_time(figure)
        return max(metrics, key=lambda m: _preference(m, count, kind)).metric

    def _kind_of_time(self, figure: Figure) -> str | None:
        """`stock` or `flow`, by the last such word before the figure."""
        cues = [m for m in self._map.mentions if m.role in {"stock", "flow"} and m.first < figure.before]
        return max(cues, key=lambda m: (m.last, m.last - m.first)).role if cues else None


def _fits(code: str, figure: Figure) -> bool:
    if code == OUTSIDE_VOCABULARY:
        return figure.dimension == "money"
    return figure.dimension in load_metrics()[code].dimensions


def _preference(metric: Metric, count: str | None, kind: str | None) -> tuple[bool, bool, bool]:
    """Best is the companion of the count at hand, then the kind that the words of time ask for."""
    return (
        count is not None and count in metric.companion_of,
        metric.kind == kind,
        not metric.companion_of,
    )
