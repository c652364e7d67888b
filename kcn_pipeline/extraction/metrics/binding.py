"""Which metric an amount states: the wording that touches it, follows it, or governs it from before.

Belongs here: ranking the wordings around a figure. Does not: finding them (`wordings`), choosing among metrics that
share one (`metric_choice`), changes (`changes`), percentages and multiples (`comparisons`), origins (`origins`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain

from kcn_pipeline.extraction.metrics.accumulation import Accumulation
from kcn_pipeline.extraction.metrics.adjustments import AFTER_PAIR
from kcn_pipeline.extraction.metrics.carry_over import CarryOver, as_mention
from kcn_pipeline.extraction.metrics.changes import ChangeBinder
from kcn_pipeline.extraction.metrics.counts_of_money import count_of_money
from kcn_pipeline.extraction.metrics.held_jobs import held_jobs
from kcn_pipeline.extraction.metrics.joined_wordings import including_sum, joined_sum
from kcn_pipeline.extraction.metrics.metric_choice import MetricChooser, count_beside_stocks, counted_before, last_level
from kcn_pipeline.extraction.metrics.parallel_wordings import parallel_wordings
from kcn_pipeline.extraction.metrics.resumed import Resumed, repeated_list
from kcn_pipeline.extraction.metrics.said_behind import said_behind, said_of_names
from kcn_pipeline.extraction.metrics.told_over import ToldOver
from kcn_pipeline.extraction.metrics.wordings import SPECIFIC_AT_MOST, Wordings
from kcn_pipeline.extraction.numbers.figures import Figure
from kcn_pipeline.extraction.owners.zone_places import is_size_of_zone
from kcn_pipeline.extraction.passages.context import SentenceContext
from kcn_pipeline.extraction.passages.drafts import Draft
from kcn_pipeline.extraction.passages.memory import Memory
from kcn_pipeline.extraction.passages.spoken import spoken
from kcn_pipeline.extraction.passages.wholes import are_of_kind, is_main_count, sums_over, wholes_of
from kcn_pipeline.extraction.text.lexicon import FREE, METRIC_ROLES, OUTSIDE, counts_in
from kcn_pipeline.extraction.text.phrase_index import Mention
from kcn_pipeline.extraction.text.tokens import Tokens
from kcn_pipeline.reference.ceilings import ceiling
from kcn_pipeline.reference.function_words import function_words

_WAGE, _WAGE_UNIT = "average_income", "VND_per_person_month"
_TOTAL, _WITH, _KINDS = map(function_words, ("total", "with", "kind_of_unit"))
_IMPLIED, _WHOLE = "metric that the unit implies", "whole of the part before it"


class AmountBinder:
    """Binds the amounts of one sentence, from left to right."""

    def __init__(self, tokens: Tokens, context: SentenceContext, memory: Memory) -> None:
        self._tokens, self._context, self._map = tokens, context, context.mentions
        self._carry_over = CarryOver(tokens, context, memory)
        self._resumed = Resumed(tokens, context, memory)
        self.chooser = MetricChooser(tokens, context, memory)
        self._accumulation = Accumulation(tokens, context, memory)
        self._memory = memory
        self._changes = ChangeBinder(tokens, context, memory)
        self._wordings = Wordings(tokens, context)
        self._told_over = ToldOver(tokens, context)
        self._found: Sequence[Figure] = ()
        self._parallel: Mapping[int, list[Mention]] = {}
        self._wages = [m for m in self._wordings.free if m.value == _WAGE]

    def expect(self, found: Sequence[Figure]) -> None:
        """Take note where the figures of the sentence begin."""
        self._wordings.expect(found)
        self._found = found
        self._parallel = parallel_wordings(self._tokens, self._context, self._wordings.free, found)
        self._parallel = self._parallel or repeated_list(self._map, self._memory.latest, found)

    def bind(self, draft: Draft, earlier: Sequence[Draft], next_first: int) -> bool:
        """Give `draft` its metric; `next_first` is the token where the next figure begins."""
        if self._wages:
            self._read_wage(draft)
        dimension = draft.figure.dimension
        said = spoken(self._context, draft.figure.first, earlier)
        if self._changes.bind(draft, said, next_first):
            return True
        ranked = chain(self._ranked(draft.figure, earlier), self._ranked_apart(draft, earlier, said, next_first))
        for rule, mentions in ranked:
            if not mentions or not (codes := [m.value for m in mentions if counts_in(m.value, dimension)]):
                continue
            if len(codes) > SPECIFIC_AT_MOST and self._told_over.of_unknown_projects(draft.figure, said):
                return False
            chosen = self.chooser.choose(mentions[0], codes, draft.figure, said)
            if rule != _WHOLE:
                chosen = self._told_over.whole_of(chosen, mentions[0], draft.figure, said)
                chosen = self._widened(chosen, codes, draft.figure)
            count = counted_before(said, dimension) or last_level(said, "project")
            chosen = joined_sum(self._tokens, self._map, chosen, mentions[0], count) or chosen
            chosen = including_sum(self._tokens, self._map, draft.figure, chosen) or chosen
            chosen = self._accumulation.of(chosen, mentions[0], draft.figure, earlier)
            chosen = held_jobs(self._tokens, self._context, chosen, mentions[0], draft.figure, earlier)
            self._settle(draft, rule, mentions[0], chosen)
            return draft.metric is not None
        return not draft.figure.vague and self._carry_over.restate(draft)

    def _read_wage(self, draft: Draft) -> None:
        """`thu nhập bình quân là 7,3 triệu đồng`: money that only a month's wage can be, behind its wording."""
        figure = draft.figure
        if figure.unit != "VND" or all(m.last > figure.first for m in self._wages):
            return
        limit = ceiling(_WAGE, "board", _WAGE_UNIT)
        if limit is not None and draft.value <= limit:
            figure.unit, figure.dimension = _WAGE_UNIT, "money_per_person_month"

    def has_wording_of(self, dimension: str) -> bool:
        """Whether any wording of the sentence, or of the heading above it, is of figures of `dimension`."""
        above = any(m.role in METRIC_ROLES and counts_in(m.value, dimension) for m in self._context.topic)
        return above or any(counts_in(m.value, dimension) for role in METRIC_ROLES for m in self._map.of(role))

    def bind_after(self, draft: Draft, next_first: int) -> bool:
        """Give `draft` the metric that the words after it name, if any do."""
        mentions = self._wordings.after(draft.figure, next_first)
        codes = [m.value for m in mentions if not m.value.startswith(OUTSIDE)]
        if codes:
            chosen = self.chooser.choose(mentions[0], codes, draft.figure, [])
            self._settle(draft, "wording after", mentions[0], chosen)
        return bool(codes)

    def _widened(self, chosen: str, codes: Sequence[str], figure: Figure) -> str:
        """`Tính cả cấp mới lẫn tăng vốn, các khu thu hút 1,2 tỷ USD`: words of a sum before the verb make it that."""
        if not (sums := sums_over(chosen, *codes)):
            return chosen
        named = [m for m in self._wordings.free if m.value in sums and m.last <= figure.before]
        open_to = named and not self._wordings.figure_between(named[-1].last, figure.before)
        return str(named[-1].value) if open_to else chosen

    def _settle(self, draft: Draft, rule: str, wording: Mention, chosen: str) -> None:
        draft.cues.append(Mention(wording.role, chosen, wording.first, wording.last))
        if chosen.startswith(OUTSIDE):
            draft.rule = "the vocabulary has no code for this wording"
        else:
            draft.metric, draft.rule, draft.is_whole = chosen, rule, rule == _WHOLE
            draft.named_by = draft.named_by or wording

    def _ranked(self, figure: Figure, earlier: Sequence[Draft]) -> Iterator[tuple[str, list[Mention]]]:
        """Wordings that may govern the figure, strongest first: those at its place of a list or right beside it."""
        wordings = self._wordings
        if figure.first in self._parallel:
            yield "wording at its place of a list", self._parallel[figure.first]
        if earlier and (earlier[-1].figure.reads_on is not None or self._told_over.is_told_over(figure)):
            yield _WHOLE, self._told_over.whole_of_part(figure, earlier)
        if figure.implied_metric and is_size_of_zone(self._tokens.keys, self._context, figure):
            yield _IMPLIED, [Mention(FREE, figure.implied_metric, figure.first, figure.last)]
        for found in (following := wordings.following(figure)):
            if not self._yields(found, figure):
                yield "following wording", found
        yield AFTER_PAIR, wordings.after_pair(figure) or wordings.after_list(figure)
        yield "touching wording", wordings.touching(figure)
        if following and not wordings.adjacent(figure):
            for found in following:
                yield "following wording", found

    def _ranked_apart(
        self, draft: Draft, earlier: Sequence[Draft], said: Sequence[Draft], next_first: int
    ) -> Iterator[tuple[str, list[Mention]]]:
        """Those that do not touch the figure; `said` are the earlier figures still spoken of."""
        figure, wordings = draft.figure, self._wordings
        if figure.vague:
            yield "wording close before", wordings.close_before(figure)
            return
        segment, sentence = wordings.segment_start(figure), self._context.sentence.first
        if wordings.singled_out(figure):
            yield "a part told by its trade", [Mention(FREE, f"{OUTSIDE}{figure.dimension}", figure.first, figure.last)]
        yield _WHOLE, self._told_over.whole_of_part(figure, earlier)
        yield "share told again as an amount", wordings.told_again(figure)
        yield "word of a stock before it", wordings.stock_words(figure) or wordings.at_date(figure)
        fitting = wordings.before(figure, segment)
        if not fitting:
            yield "wording behind what it has", said_behind(self._tokens, self._context, figure, self._after(figure))
            yield "wording behind the names", said_of_names(self._tokens, self._context, figure)
        yield "count of the money before it", count_of_money(self._tokens, figure, earlier[-1] if earlier else None)
        yield self._nearest_before(draft, said, segment, fitting)
        after = wordings.after(figure, next_first)
        yield "wording after", after if len(after) <= SPECIFIC_AT_MOST else []
        if segment != sentence:
            yield self._nearest_before(draft, said, sentence, wordings.before(figure, sentence))
        yield "the amount before, of another window", self._resumed.metric_of(draft)
        if figure.implied_metric and self._implies(figure):
            yield _IMPLIED, [Mention(FREE, figure.implied_metric, figure.first, figure.last)]
        if self._map.of("example"):
            yield "metric of the sentence before", self._carry_over.metric_of(draft)
        yield "weak wording after", wordings.weak_after(figure, next_first)
        yield "weak wording before", wordings.weak_before(figure)
        yield "metric of the sentence before", self._carry_over.metric_of(draft)
        yield "weak touching wording", self._accumulation.in_window(wordings.weak_touching(figure), figure)
        yield "wording after", after
        yield "wording of the heading", wordings.of_heading(figure)
        beside = count_beside_stocks(figure, earlier, self._map.of("now"))
        yield "stock beside stocks", [] if self._map.of("flow") else beside
        yield "stock of a ranked investor", wordings.of_ranked_investor(figure)

    def _after(self, figure: Figure) -> Sequence[Figure]:
        """The next two figures."""
        at = next((i for i, f in enumerate(self._found) if f is figure), len(self._found))
        return self._found[at + 1 : at + 3]

    def _yields(self, following: Sequence[Mention], figure: Figure) -> bool:
        """`thu hồi 8 dự án đang hoạt động`, `thu hút 9 dự án thứ cấp`: what is done goes before what it is."""
        codes = [m.value for m in following if counts_in(m.value, figure.dimension)]
        kind = bool(following) and _KINDS.issuperset(self._tokens.keys[following[0].first : following[0].last])
        done = [m.value for m in self._wordings.adjacent(figure) if kind or not is_main_count(m.value)]
        if any(code.startswith(OUTSIDE) for code in codes) or (done and figure.dimension == "permit"):
            return True  # `cấp lại 61 giấy phép cho người nước ngoài`
        part = any(code in wholes_of(metric) for code in codes for metric in done)
        return bool(codes) and (part or (are_of_kind(done, "flow") and are_of_kind(codes, "stock")))

    def _implies(self, figure: Figure) -> bool:
        """Whether the unit tells the metric here: some do so only after a name of one kind."""
        named = figure.before - (self._tokens.keys[figure.before - 1] == ":")
        kind = figure.implied_of
        if kind is None or any(e.last == named and e.entity.startswith(kind) for e in self._context.entities):
            return True
        counted = any(f.dimension == "zone" and f.last == figure.before - 1 for f in self._found)
        return counted and self._tokens.keys[figure.before - 1] in _WITH  # `29 KCN với 12.663 ha`

    def _nearest_before(
        self, draft: Draft, earlier: Sequence[Draft], start: int, fitting: Sequence[Mention]
    ) -> tuple[str, list[Mention]]:
        """The last `fitting` wording from `start` on, or the metric of an earlier figure if that is nearer."""
        figure = draft.figure
        end = first = -1
        if fitting:
            end, left = max([(m.last, -m.first) for m in fitting])
            first = -left
        nearest = [m for m in fitting if m.first == first and m.last == end]
        listed = last_level(earlier, figure.dimension)
        if listed is not None and self._told_over.names_whole(first, listed, figure):
            end = first = -1  # `900 dự án thứ cấp đang hoạt động, trong đó 400 dự án FDI`: it is of the whole
        count = counted_before(earlier, figure.dimension)
        nearer_count = count is not None and count.figure.first > max(end, listed.figure.first if listed else -1)
        if count is not None and (summed := self._total_of_counts(count, figure, earlier)):
            return "total of the counts before it", [as_mention(count, summed)]
        if nearer_count and count is not None and (owned := self._wordings.of_possessor(figure, count.figure)):
            return "wording before", owned
        if listed is not None and listed.figure.first >= max(start, end) and not nearer_count:
            if (total := self._accumulation.since(listed, figure)) is not None:
                return "stock of the flow before it", [as_mention(listed, total)]
            draft.named_by = listed.named_by
            return "metric of the list", [as_mention(listed, listed.metric)]
        if count is not None and count.figure.first >= max(start, end):
            best = self.chooser.companion(count)
            return "companion of the count before", [as_mention(count, best)] if best else []
        if len(nearest) > SPECIFIC_AT_MOST:
            named = [m for m in fitting if m.last <= first and not self._wordings.figure_between(m.last, first)]
            nearest = [m for m in named if sum(n.first == m.first for n in named) <= SPECIFIC_AT_MOST][-1:] or nearest
        return "wording before", nearest

    def _total_of_counts(self, count: Draft, figure: Figure, earlier: Sequence[Draft]) -> str | None:
        """`41 dự án cấp mới và 33 dự án tăng vốn, tổng 610 triệu USD`: of all counts, not of the last."""
        between = self._tokens.keys[count.figure.last : figure.before]
        return None if _TOTAL.isdisjoint(between) else self.chooser.sum_of_counts(figure, earlier)
