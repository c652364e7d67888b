"""Which of several metrics a shared wording means: `vốn` of projects licensed, active, expanded, revoked.

Belongs here: siblings, companions of counts, stock and flow. Does not: finding the wording (`binding`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final

from kcn_pipeline.extraction.metrics.sums import SumFinder
from kcn_pipeline.extraction.numbers.figures import Figure
from kcn_pipeline.extraction.passages.context import SentenceContext
from kcn_pipeline.extraction.passages.drafts import Draft
from kcn_pipeline.extraction.passages.memory import Memory
from kcn_pipeline.extraction.passages.wholes import is_main_count, sums_over
from kcn_pipeline.extraction.text.lexicon import FOLLOWING, FREE, OUTSIDE, counts_in
from kcn_pipeline.extraction.text.phrase_index import Mention
from kcn_pipeline.extraction.text.tokens import Tokens
from kcn_pipeline.extraction.times.calendar import AS_OF, WINDOWS
from kcn_pipeline.reference.function_words import function_words
from kcn_pipeline.reference.metrics import Metric, load_metrics

_LICENSED, _PAIR = "projects_licensed", ("project", "money")
_MAIN_STOCK: Final = "projects_active"
_WORDS_TO_TIME: Final = 8
_NEWLY: Final = function_words("newly")
_SPECIFIC_AT_MOST: Final = 3  # metrics that share a wording which tells one of them
_PARALLEL_REACH: Final = 12  # words between the members of a parallel at the most


class MetricChooser:
    """Chooses within one sentence, with what the sentences before stated."""

    def __init__(self, tokens: Tokens, context: SentenceContext, memory: Memory) -> None:
        self._tokens = tokens
        self._context = context
        self._mentions = context.mentions
        self._sums = SumFinder(memory)
        self._memory = memory

    def choose(self, wording: Mention, codes: Sequence[str], figure: Figure, earlier: Sequence[Draft]) -> str:
        """Among the metrics of a wording: its sibling's, the companion of the count, then stock or flow."""
        if sibling := self._parallel(wording, earlier):
            return sibling
        if total := self._sums.of(codes, figure, earlier, self.companion):
            return total
        if figure.dimension == "percent" and self._origin_of(wording) is not None:
            codes = [code for code in codes if counts_in(code, "money")] or codes  # `thu hút FDI đạt 84% kế hoạch`
        if len(codes) == 1:
            return codes[0]
        metrics = [load_metrics()[code] for code in codes if not code.startswith(OUTSIDE)]
        if not metrics:
            return codes[0]
        if owned := self._of_named_projects(wording, metrics, figure, earlier):
            return owned
        count, kind = counted_before(earlier, figure.dimension), self._kind_of_time(figure, earlier)
        if wording.role == FOLLOWING and not self._mentions.of("flow"):
            kind = "stock"  # `210 dự án đi vào hoạt động`: a state, unless a word of a window tells that it began there
        if count is None and not self._mentions.of("stock", "flow"):
            count = _recalled_count(self._context, self._memory)
            other = count is not None and kind is not None and load_metrics()[count.metric or ""].kind != kind
            if figure.column is not None and other:
                count = None  # of the row above, in a column of another time
        return max(metrics, key=lambda m: self._preference(m, count, kind)).metric

    def sum_of_counts(self, figure: Figure, earlier: Sequence[Draft]) -> str | None:
        """`410 dự án mới và 330 dự án tăng vốn, tổng 6,1 tỷ USD`: the money of all counts before it."""
        return self._sums.counted(figure, earlier, self.companion)

    def companion(self, count: Draft) -> str | None:
        """The metric whose money or land a count's wording asks for."""
        companions = [m for m in _companions_of(count.metric) if self._companionship(m, count)]
        best = max(companions, key=lambda m: self._companionship(m, count), default=None)
        return best.metric if best else None

    def _of_named_projects(
        self, wording: Mention, metrics: Sequence[Metric], figure: Figure, earlier: Sequence[Draft]
    ) -> str | None:
        """`vốn đăng ký của các dự án còn xây dựng 1.240 tỷ đồng`: of the projects named between, though not counted."""
        between = [m for m in self._mentions.of(FREE) if wording.last <= m.first and m.last <= figure.before]
        named = {m.value for m in between or self._named_before(wording, earlier)}
        return next((m.metric for m in metrics if not m.companion_phrases and named & set(m.companion_of)), None)

    def _named_before(self, wording: Mention, earlier: Sequence[Draft]) -> list[Mention]:
        """`Một số dự án mới lớn như: A, vốn 270 triệu USD; B, vốn 120 triệu USD`: what opens a sentence of examples."""
        if any(d.figure.dimension == "project" for d in earlier) or not self._mentions.of("example"):
            return []
        told = [m for m in self._mentions.of(FREE) if m.last <= wording.first and counts_in(m.value, "project")]
        return [m for m in told if m.last == told[0].last] if told else []

    def _parallel(self, wording: Mention, earlier: Sequence[Draft]) -> str | None:
        """`vốn FDI cấp mới 6,7 tỷ USD; vốn trong nước 38.150 tỷ đồng`: the second member leaves out what it is."""
        if wording.role != FREE or not self._is_bare(wording):
            return None
        if not earlier:
            return self._split_up(wording)
        ratio = earlier[-1]  # `vốn FDI vượt 12% kế hoạch, vốn trong nước chỉ đạt 83%`
        by_origin = ratio.figure.dimension == "percent" and ratio.origin in ("fdi", "ddi") and not ratio.base
        by_origin = by_origin and counts_in(ratio.metric or "", "money")
        if by_origin and ratio.origin != self._origin_of(wording):
            return ratio.metric
        sibling = last_level(earlier, "money")
        if sibling is None or sibling.figure.first < wording.first - _PARALLEL_REACH:
            return None
        count = counted_before(earlier, "money")
        return None if count is not None and count.figure.first > sibling.figure.first else sibling.metric

    def _split_up(self, wording: Mention) -> str | None:
        """`Tổng vốn thu hút 802 triệu USD. Vốn nước ngoài là 318 triệu USD`: a part by origin of the total before."""
        origin = self._origin_of(wording)
        total = self._memory.split_by_origin(origin) if origin is not None else None
        total = total or self._memory.last_level("money")
        told = (m for m in self._mentions.of("stock", "flow") if self._context.asides.around(m.first) is None)
        if total is None or total.origin == origin or any(told):
            return None
        codes = {m.value for m in self._alike(wording)}
        summed = total.origin == "total" and total.metric in codes | sums_over(*sorted(codes))
        known = summed or wording.last - wording.first == 1
        return total.metric if known and load_metrics()[total.metric or ""].origin_split else None

    def _is_bare(self, wording: Mention) -> bool:
        """Whether it says no more than `vốn` or `tổng vốn đầu tư`, beside a word of origin."""
        bare = len(self._alike(wording)) > _SPECIFIC_AT_MOST and wording.value in _sharing_one_word()
        return bare and self._origin_of(wording) is not None

    def _alike(self, wording: Mention) -> list[Mention]:
        """What all the wording may name."""
        return [m for m in self._mentions.all_starting(wording.first, FREE) if m.last == wording.last]

    def _origin_of(self, wording: Mention) -> str | None:
        """The origin in or beside a bare `vốn`."""
        named = (o for o in self._mentions.of("origin") if wording.first <= o.first <= wording.last < o.last)
        return next((str(o.value.value) for o in named), None)

    def _preference(self, metric: Metric, count: Draft | None, kind: str | None) -> tuple[int, bool, bool]:
        """Best is the companion of the count at hand, then the kind that the words of time ask for.

        Without a word of time a report speaks of what happened in its window: a flow.
        """
        general = not metric.companion_of or bool(metric.companion_phrases)
        return self._companionship(metric, count), metric.kind == (kind or "flow"), general

    def _companionship(self, metric: Metric, count: Draft | None) -> int:
        """2 where the wording that named the count asks for this money, 1 where any would do, 0 for none."""
        if count is None or count.metric not in metric.companion_of:
            return 0
        if not metric.companion_phrases:
            return 1
        wording = count.named_by
        named = self._tokens.keys[wording.first : wording.last] if wording is not None else []
        told_new = not _NEWLY.isdisjoint(named)  # `thu hút mới 31 dự án`: what they bring is new capital
        return 2 if " ".join(named).startswith(metric.companion_phrases) and not told_new else 0

    def _kind_of_time(self, figure: Figure, earlier: Sequence[Draft]) -> str | None:
        """`stock` or `flow`, by the last such word before the figure, else by the amounts before it."""
        if figure.column is not None and figure.column.stock:
            return "stock"
        words = [m for m in self._mentions.of("stock", "flow") if m.first < figure.before]
        cues = [(m.last, m.last - m.first, m.role) for m in words]
        cues += [(at, 0, kind) for at, kind in self._dated() if at < figure.before]
        behind = range(figure.last, figure.last + _WORDS_TO_TIME)
        if any(m.first in behind for m in self._mentions.of("flow")):
            return "flow"  # `tính đến hết tháng 4 đã nhận 1,8 tỷ USD kể từ đầu năm`
        if cues:
            return max(cues)[2]
        if any(m.first in behind for m in self._mentions.of("same_period")) and not earlier:
            return "flow"
        before = next((d for d in reversed(earlier) if d.is_level), None)
        before = _recalled_count(self._context, self._memory) if before is None else before
        return None if before is None else load_metrics()[before.metric or ""].kind

    def _dated(self) -> Iterator[tuple[int, str]]:
        """Where the expressions of time of the sentence begin, and whether they ask for a `stock` or a `flow`."""
        for time in self._context.times:
            if time.kind in AS_OF:
                yield self._tokens.at_or_after(time.span.start), "stock"
            if time.kind in WINDOWS and time.window is not None:
                yield self._tokens.at_or_after(time.span.start), "flow"


def _recalled_count(context: SentenceContext, memory: Memory) -> Draft | None:
    """The last count; where words of parts open a sentence, the last of what is there or came: it splits up that."""
    last = memory.last_level("project")
    if not any(m.first == context.sentence.first for m in context.mentions.of("parts")):
        return last
    counts = (d for d in memory.recent() if d.is_level and d.figure.dimension == "project" and is_main_count(d.metric))
    return next(counts, last)


def last_level(earlier: Sequence[Draft], dimension: str | None) -> Draft | None:
    """The last understood amount of a dimension."""
    for draft in reversed(earlier):
        if draft.figure.dimension == dimension and draft.is_level:
            return draft
    return None


def told_last(earlier: Sequence[Draft], figure: Figure) -> Draft:
    """The last figure; of projects, those right before the money that came with them: `8 dự án, 90 tỷ đồng, giảm 1`."""
    *_, count, money = (None, *earlier)
    licensed = count is not None and count.metric == _LICENSED and money.is_level
    return count if licensed and count is not None and (figure.dimension, money.figure.dimension) == _PAIR else money


def counted_before(earlier: Sequence[Draft], dimension: str | None) -> Draft | None:
    """The last count whose money or land the vocabulary knows."""
    counted = _counts_with_companions(dimension)
    for draft in reversed(earlier):
        if draft.metric in counted and draft.is_level:
            return draft
    return None


def count_beside_stocks(figure: Figure, earlier: Sequence[Draft], now: Sequence[Mention]) -> list[Mention]:
    """`32 KCN rộng 10.200 ha với 1.548 dự án`: a bare count among figures of what there is counts that too.

    So does one behind a rate and a word for `now`: `hiện lấp đầy 94%, với 42 dự án`.
    """
    stocks = [d for d in earlier if d.is_level and load_metrics()[d.metric or ""].kind == "stock"]
    in_row = figure.column is not None and not figure.column.by_header
    if in_row or figure.dimension != "project" or not earlier:
        return []
    rated = any(m.last <= figure.before for m in now) and any(d.figure.dimension == "percent" for d in earlier)
    if not rated and (not stocks or earlier[-1] is not stocks[-1]):
        return []
    return [Mention(FREE, _MAIN_STOCK, figure.first, figure.last)]


@cache
def _sharing_one_word() -> frozenset[str]:
    """Metrics that a single word names together with others: the word alone says too little."""
    by_word: dict[str, list[str]] = {}
    for metric in load_metrics().values():
        for phrase in metric.phrases:
            if " " not in phrase and "money" in metric.dimensions:
                by_word.setdefault(phrase, []).append(metric.metric)
    return frozenset(code for codes in by_word.values() if len(codes) > 1 for code in codes)


@cache
def _counts_with_companions(dimension: str | None) -> frozenset[str]:
    companions = (m for m in load_metrics().values() if dimension in m.dimensions)
    return frozenset(count for metric in companions for count in metric.companion_of)


@cache
def _companions_of(count: str | None) -> tuple[Metric, ...]:
    return tuple(m for m in load_metrics().values() if count in m.companion_of)
