"""Which metric an amount states: the wording that touches it, follows it, or governs it from before.

Belongs here: ranking the wordings around a figure. Does not: finding them (`wordings`), choosing among metrics that
share one (`metric_choice`), changes (`changes`), percentages and multiples (`comparisons`), origins (`origins`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from kcn_pipeline.extraction.calendar import WINDOWS
from kcn_pipeline.extraction.changes import ChangeBinder
from kcn_pipeline.extraction.context import SentenceContext
from kcn_pipeline.extraction.drafts import Draft
from kcn_pipeline.extraction.figures import Figure
from kcn_pipeline.extraction.lexicon import FREE, OUTSIDE, counts_in
from kcn_pipeline.extraction.memory import Memory
from kcn_pipeline.extraction.metric_choice import MetricChooser, counted_before, last_level
from kcn_pipeline.extraction.owners import owner_before
from kcn_pipeline.extraction.phrase_index import Mention
from kcn_pipeline.extraction.tokens import Tokens
from kcn_pipeline.extraction.wholes import flow_into, is_main_count, whole_in_dimension, wholes_of
from kcn_pipeline.extraction.wordings import SPECIFIC_AT_MOST, Wordings
from kcn_pipeline.reference.function_words import function_words
from kcn_pipeline.reference.metrics import load_metrics

_LINKS: Final = function_words("link_to_wording") | {":"}
_WHOLE: Final = "whole of the part before it"
_RESTATED: Final = frozenset({"project", "money"})
_OUT_OF: Final = function_words("out_of") | {"/"}


class AmountBinder:
    """Binds the amounts of one sentence, from left to right."""

    def __init__(self, tokens: Tokens, context: SentenceContext, memory: Memory) -> None:
        self._tokens = tokens
        self._context = context
        self._map = context.mentions
        self._memory = memory
        self._recalled = memory.last_level("project")
        self.chooser = MetricChooser(tokens, context, memory)
        self._changes = ChangeBinder(tokens, context)
        self._wordings = Wordings(tokens, context)

    def expect(self, found: Sequence[Figure]) -> None:
        """Take note where the figures of the sentence begin."""
        self._wordings.expect(found)

    def bind(self, draft: Draft, earlier: Sequence[Draft], next_first: int) -> bool:
        """Give `draft` its metric; `next_first` is the token where the next figure begins."""
        if self._changes.bind(draft, earlier, next_first):
            return True
        for rule, mentions in self._ranked(draft, earlier, next_first):
            codes = [m.value for m in mentions if counts_in(m.value, draft.figure.dimension)]
            if not codes:
                continue
            self._settle(draft, rule, mentions[0], self.chooser.choose(mentions[0], codes, draft.figure, earlier))
            return draft.metric is not None
        return self._restate(draft)

    def bind_after(self, draft: Draft, next_first: int) -> bool:
        """Give `draft` the metric that the words after it name, if any do."""
        mentions = self._wordings.after(draft.figure, next_first)
        codes = [m.value for m in mentions if not m.value.startswith(OUTSIDE)]
        if codes:
            chosen = self.chooser.choose(mentions[0], codes, draft.figure, [])
            self._settle(draft, "wording after", mentions[0], chosen)
        return bool(codes)

    def _settle(self, draft: Draft, rule: str, wording: Mention, chosen: str) -> None:
        draft.cues.append(replace(wording, value=chosen))
        if chosen.startswith(OUTSIDE):
            draft.rule = "the vocabulary has no code for this wording"
        else:
            draft.metric, draft.rule, draft.is_whole = chosen, rule, rule == _WHOLE
            draft.named_by = draft.named_by or wording

    def _ranked(self, draft: Draft, earlier: Sequence[Draft], next_first: int) -> Iterator[tuple[str, list[Mention]]]:
        """Wordings that may govern the figure, strongest first."""
        figure, wordings = draft.figure, self._wordings
        if earlier and earlier[-1].figure.reads_on is not None:
            yield _WHOLE, self._whole_of_part(figure, earlier)
        following = [found for found in wordings.following(figure) if found]
        yield from (("following wording", found) for found in following if not self._yields(found, figure))
        yield "wording after the pair", wordings.after_pair(figure)
        yield "touching wording", wordings.touching(figure)
        if not wordings.adjacent(figure):
            yield from (("following wording", found) for found in following)
        if wordings.singled_out(figure):
            yield "a part told by its trade", [Mention(FREE, f"{OUTSIDE}{figure.dimension}", figure.first, figure.last)]
        yield _WHOLE, self._whole_of_part(figure, earlier)
        yield "word of a stock before it", wordings.stock_words(figure)
        yield self._nearest_before(draft, earlier, wordings.segment_start(figure))
        after = wordings.after(figure, next_first)
        yield "wording after", after if len(after) <= SPECIFIC_AT_MOST else []
        yield self._nearest_before(draft, earlier, self._context.sentence.first)
        if figure.implied_metric and self._implies(figure):
            yield "metric that the unit implies", [Mention(FREE, figure.implied_metric, figure.first, figure.last)]
        yield "weak wording before", wordings.weak_before(figure)
        yield "metric of the sentence before", self._carried_over(draft)
        yield "weak touching wording", self._of_the_window(wordings.weak_touching(figure), figure)
        yield "wording after", after
        yield "wording of the heading", wordings.of_heading(figure)

    def _yields(self, following: Sequence[Mention], figure: Figure) -> bool:
        """`thu hồi 8 dự án đang hoạt động`, `cho thuê 9 ha đất công nghiệp`: what is done goes before what it is."""
        codes = [m.value for m in following if counts_in(m.value, figure.dimension)]
        if any(code.startswith(OUTSIDE) for code in codes):
            return True
        done = [m.value for m in self._wordings.adjacent(figure) if not is_main_count(m.value)]
        part = any(code in wholes_of(metric) for code in codes for metric in done)
        return bool(codes) and (part or (_are(done, "flow") and _are(codes, "stock")))

    def _implies(self, figure: Figure) -> bool:
        """Whether the unit tells the metric here: some do so only after a name of one kind."""
        if figure.implied_of is None:
            return True
        return any(e.last == figure.before and e.entity.startswith(figure.implied_of) for e in self._context.entities)

    def _whole_of_part(self, figure: Figure, earlier: Sequence[Draft]) -> list[Mention]:
        """`đã cho thuê 672 ha trong 804 ha`: the whole that a part was taken out of."""
        part = earlier[-1] if earlier else None
        if part is None or not part.is_level or part.figure.dimension != figure.dimension:
            return []
        between = self._tokens.keys[part.figure.last : figure.before]
        whole = whole_in_dimension(part.metric, figure.dimension)
        return [_as_mention(part, whole)] if whole and between and _OUT_OF.issuperset(between) else []

    def _nearest_before(self, draft: Draft, earlier: Sequence[Draft], start: int) -> tuple[str, list[Mention]]:
        """The last wording from `start` on, or the metric of an earlier figure of the list if that is nearer."""
        figure = draft.figure
        fitting = self._wordings.before(figure, start)
        end = max((m.last for m in fitting), default=-1)
        first = min((m.first for m in fitting if m.last == end), default=-1)
        nearest = [m for m in fitting if m.first == first and m.last == end]
        listed = last_level(earlier, figure.dimension)
        count = counted_before(earlier, figure.dimension)
        nearer_count = count is not None and count.figure.first > max(end, listed.figure.first if listed else -1)
        if nearer_count and count is not None and (owned := self._wordings.of_possessor(figure, count.figure)):
            return "wording before", owned
        if listed is not None and listed.figure.first >= max(start, end) and not nearer_count:
            draft.named_by = listed.named_by
            return "metric of the list", [_as_mention(listed, listed.metric)]
        if count is not None and count.figure.first >= max(start, end):
            best = self.chooser.companion(count)
            return "companion of the count before", [_as_mention(count, best)] if best else []
        if len(nearest) > SPECIFIC_AT_MOST:
            named = [m for m in fitting if m.last <= first and not self._wordings.figure_between(m.last, first)]
            specific = [m for m in named if sum(n.first == m.first for n in named) <= SPECIFIC_AT_MOST]
            nearest = specific[-1:] or nearest
        return "wording before", nearest

    def _of_the_window(self, weak: list[Mention], figure: Figure) -> list[Mention]:
        """`Năm 2018 có 5 dự án`: what a window had is the flow that feeds the stock of `có 5 dự án`."""
        start = self._tokens.starts[figure.first]
        told = [t for t in self._context.times if t.window is not None and t.span.start < start]
        if not told or told[-1].kind not in WINDOWS or any(m.role == "stock" for m in self._map.mentions):
            return weak
        return [replace(m, value=flow_into(m.value) or m.value) for m in weak if not m.value.startswith(OUTSIDE)]

    def _carried_over(self, draft: Draft) -> list[Mention]:
        """A sentence that splits up or goes on with the count of the one before it."""
        figure, recalled = draft.figure, self._main_count()
        if figure.dimension == "money" and self._singles_out():
            recalled = self._memory.last_level("money")
        if recalled is None or recalled.figure.dimension != figure.dimension or figure.column is not None:
            return []
        if not (self._singles_out() or self._splits_up(figure) or self._turns_elsewhere(figure, recalled)):
            return []
        draft.named_by = recalled.named_by
        return [_as_mention(recalled, recalled.metric)]

    def _singles_out(self) -> bool:
        """`Riêng quý IV đã là 640 triệu USD`."""
        return any(m.role == "only" and m.first == self._context.sentence.first for m in self._map.mentions)

    def _splits_up(self, figure: Figure) -> bool:
        """By parts, origins, countries or boards."""
        keys = self._tokens.keys
        parts = any(m.role == "parts" and m.last <= figure.before for m in self._map.mentions)
        before = figure.before - (keys[figure.before - 1 : figure.before] == [":"])
        at = next((i for i in range(figure.last, len(self._tokens)) if keys[i] not in _LINKS), figure.last)
        origin = self._map.starting(at, "origin") or self._map.ending(before, "origin")
        return bool(parts or origin or owner_before(self._context, self._tokens, figure.before))

    def _turns_elsewhere(self, figure: Figure, recalled: Draft) -> bool:
        """To the zones of a province just spoken of, or to another member, with no word of a stock."""
        if any(m.role == "stock" for m in self._map.mentions):
            return False
        member = self._context.paragraph_entity
        another = member is not None and recalled.entity not in {None, member.entity}
        return another or any(e.closing and e.last <= figure.before for e in self._context.entities)

    def _main_count(self) -> Draft | None:
        """The last count of what is there or came: reports split up these, not adjustments or revocations."""
        recent = [d for d in self._memory.recent() if d.is_level and d.figure.dimension == "project"]
        return next((d for d in recent if is_main_count(d.metric)), self._recalled)

    def _restate(self, draft: Draft) -> bool:
        """`con số 33 dự án` after `cấp mới 33 dự án`: said again, it counts the same."""
        said = self._memory.same_value(draft)
        if said is None or draft.figure.dimension not in _RESTATED:
            return False
        draft.metric, draft.origin, draft.named_by = said.metric, said.origin, said.named_by
        draft.rule = "the same figure as before"
        return True


def _are(codes: Sequence[str], kind: str) -> bool:
    metrics = load_metrics()
    return bool(codes) and all(code in metrics and metrics[code].kind == kind for code in codes)


def _as_mention(draft: Draft, metric: str | None) -> Mention:
    """An earlier figure as the cue that gives a later one its metric."""
    return Mention(FREE, metric, draft.figure.first, draft.figure.last)
