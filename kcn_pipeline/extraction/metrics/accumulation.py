"""What was licensed or attracted up to a date, and is told as what there is: `đến nay có 64 dự án được cấp phép`.

Belongs here: turning such a flow into its stock. Does not: choosing among metrics that share a wording
(`metric_choice`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile
from typing import Final

from kcn_pipeline.extraction.metrics.metric_choice import counted_before
from kcn_pipeline.extraction.numbers.figures import Figure
from kcn_pipeline.extraction.passages.context import SentenceContext
from kcn_pipeline.extraction.passages.drafts import Draft
from kcn_pipeline.extraction.passages.memory import Memory
from kcn_pipeline.extraction.passages.wholes import are_of_kind, flow_into, stock_of
from kcn_pipeline.extraction.text.lexicon import FREE, OUTSIDE
from kcn_pipeline.extraction.text.phrase_index import Mention
from kcn_pipeline.extraction.text.tokens import Tokens
from kcn_pipeline.extraction.times.calendar import AS_OF, WINDOWS
from kcn_pipeline.reference.function_words import function_words
from kcn_pipeline.reference.metrics import load_metrics

_ADDS_UP: Final = frozenset({"projects_licensed", "capital_attracted", "capital_new"})
_SUM, _COUNTED = "capital_new_and_increase", "projects_active"
_LEASED, _OCCUPANCY = "leased_area", "occupancy_rate"
_STARTED, _RUNNING = "projects_started_operation", "projects_operating"
_RUN: Final = function_words("run")
_NEW_CAPITAL: Final = "capital_new"
_COUNTED_NEW: Final = frozenset({"projects_licensed", "project_expansions", "project_adjustments"})
_DONE: Final = function_words("done")
_NEW: Final = function_words("new")
_JUDGED: Final = ("plan", "same_period", "flow", "increase", "decrease")
_BREAKS: Final = frozenset({";", "."})
_HAVE: Final = function_words("have")
_LINKS: Final = _HAVE | _DONE
_OPENING_WORDS: Final = 2
_WORDS_BEHIND: Final = 3
_STOCKS_AT_LEAST: Final = 2
_LAND, _OPERATING = "zone_area", "zones_operating"


class Accumulation:
    """Tells stocks in the words of flows within one sentence."""

    def __init__(self, tokens: Tokens, context: SentenceContext, memory: Memory) -> None:
        self._tokens = tokens
        self._memory = memory
        self._context = context

    def of(self, chosen: str, wording: Mention, figure: Figure, earlier: Sequence[Draft]) -> str:
        """The stock where all that came before a date is spoken of, `chosen` itself elsewhere.

        Words for new, of a window, of a plan or of an earlier period beside it speak of what came in the window.
        """
        if chosen == _SUM and ((count := counted_before(earlier, "money")) is not None or not earlier):
            counted = count.metric == _COUNTED if count is not None else self._goes_on_with_stocks()
            return (stock_of(chosen) if counted else None) or chosen
        if figure.dimension == "money" and self._is_of_new_projects(earlier):
            return chosen
        if self._done_in_window(wording, figure):
            return flow_into(chosen) or chosen
        return self._told_so_far(chosen, wording, figure, earlier)

    def _told_so_far(self, chosen: str, wording: Mention, figure: Figure, earlier: Sequence[Draft]) -> str:
        """The stock of what a wording of a flow says was done up to now."""
        if chosen == _LEASED and self._is_let_anew(wording, figure):
            return f"{OUTSIDE}{figure.dimension}"
        if chosen == _STARTED and not _RUN.isdisjoint(self._tokens.keys[wording.first : wording.last]):
            # `Hiện đã có 31 dự án hoàn thành, đi vào hoạt động`
            return _RUNNING if self._is_state(wording, figure) else chosen
        if chosen == _NEW_CAPITAL and self._is_of_stock(wording, earlier):
            return stock_of(chosen) or chosen
        if (
            chosen not in _ADDS_UP
            or figure.column is not None
            or figure.dimension not in load_metrics()[chosen].dimensions
        ):
            return chosen
        stock = stock_of(chosen)
        behind = self._behind_stocks(figure, earlier)
        if stock is None or not self._up_to_date(wording, figure, behind) or self._is_new(wording, figure):
            return chosen
        return stock

    def _behind_stocks(self, figure: Figure, earlier: Sequence[Draft]) -> bool:
        """`Tỉnh có 9 KCN đang hoạt động, thu hút 640 dự án`: in a sentence that opens with the zones there are."""
        zones = next(iter(earlier), None)
        if zones is None or figure.dimension != "project" or not zones.is_level or zones.target:
            return False
        between = self._tokens.keys[zones.figure.last : figure.before]
        apart = "," in between or zones.metric == _OPERATING
        if not apart or self._context.asides.around(zones.figure.first) is not None:
            return False  # `9 KCN thu hút 12 dự án`, `KCN A (180 ha) thu hút 12 dự án`: of the window that is reported
        return zones.figure.dimension == "zone" or zones.metric == _LAND

    def since(self, listed: Draft, figure: Figure) -> str | None:
        """`giải ngân 275 triệu USD, lũy kế 4,9 tỷ USD`: after a word of a stock, no longer the flow listed before."""
        stocks = self._context.mentions.of("stock")
        if not stocks or not are_of_kind([listed.metric or ""], "flow"):
            return None
        first, last = listed.figure.last, figure.before
        stock = max((m.last for m in stocks if first <= m.first and m.last <= last), default=None)
        flows = (m for m in self._context.mentions.of("flow") if first <= m.first and m.last <= last)
        return None if stock is None or any(m.last >= stock for m in flows) else stock_of(listed.metric or "")

    def in_window(self, weak: list[Mention], figure: Figure) -> list[Mention]:
        """`Năm 2018 có 5 dự án`: what a window had is the flow that feeds the stock of `có 5 dự án`."""
        if not weak:
            return weak
        start = self._tokens.starts[figure.first]
        told = [t for t in self._context.times if t.window is not None and t.span.start < start]
        if not told or told[-1].kind not in WINDOWS or self._context.mentions.of("stock"):
            return weak
        return [replace(m, value=flow_into(m.value) or m.value) for m in weak if not m.value.startswith(OUTSIDE)]

    def _is_of_new_projects(self, earlier: Sequence[Draft]) -> bool:
        """`Đến nay đã có 8 dự án mới với vốn 190 tỷ đồng`: money right behind a count that is no stock."""
        count = earlier[-1] if earlier else None
        return count is not None and count.is_level and count.metric in _COUNTED_NEW

    def _is_let_anew(self, wording: Mention, figure: Figure) -> bool:
        """`Trong quý có thêm 17 ha được thuê`, `đất cho thuê trong năm: 15 ha`: what a window let is not all."""
        keys, mentions = self._tokens.keys, self._context.mentions
        if figure.dimension != "area" or figure.column is not None or mentions.of("stock", "now"):
            return False
        if any(t.kind in AS_OF for t in self._context.times) or any(m.value == _OCCUPANCY for m in mentions.of(FREE)):
            return False
        more = wording.first >= figure.last and keys[figure.before - 1] in _NEW
        return more or any(wording.first <= m.first < figure.before for m in mentions.of("flow"))

    def _is_state(self, wording: Mention, figure: Figure) -> bool:
        """Whether words for now or up to now, and no window, govern a count of what came into operation."""
        return figure.column is None and self._up_to_date(wording, figure) and not self._is_new(wording, figure)

    def _is_of_stock(self, wording: Mention, earlier: Sequence[Draft]) -> bool:
        """`có 900 dự án còn hiệu lực với tổng vốn được cấp phép 6 tỷ USD`: what was licensed, of all valid ones."""
        count = earlier[-1] if earlier else None
        counted = count is not None and count.is_level and count.metric == _COUNTED
        return counted and _NEW.isdisjoint(self._tokens.keys[wording.first : wording.last])

    def _done_in_window(self, wording: Mention, figure: Figure) -> bool:
        """`9 tháng đầu năm, các khu đã thu hút 31 dự án`: what a window has done is no stock."""
        if self._tokens.keys[wording.first] not in _DONE or wording.last > figure.first:
            return False
        start = self._tokens.starts[wording.first]
        told = [t for t in self._context.times if t.window is not None and t.span.start < start]
        until_now = any(m.last <= wording.first for m in self._context.mentions.of("stock"))
        if not told:  # `Trong năm, các khu đã thu hút 31 dự án`
            return not until_now and any(m.last <= wording.first for m in self._context.mentions.of("flow"))
        return told[-1].kind in WINDOWS and not until_now

    def _up_to_date(self, wording: Mention, figure: Figure, behind: bool = False) -> bool:
        """Whether a date, or words for now, governs the figure, and neither a window nor a comparison."""
        mentions, first = self._context.mentions, self._context.sentence.first
        told = [self._tokens.at_or_after(t.span.start) for t in self._context.times if t.kind in AS_OF]
        told = [at for at in told if at >= first]  # that of a whole told before has made it what it is
        breaks = (at for at in range(figure.first - 1, first, -1) if self._tokens.keys[at] in _BREAKS)
        segment = next(breaks, first)
        told += [m.first for m in mentions.of("stock") if m.first >= segment]
        if not any(at < figure.before for at in told) and not (behind or self._has_now(figure) or self._among_stocks()):
            return False
        until = next((m.first for m in mentions.of("parts") if m.first >= figure.last), self._context.sentence.last)
        until = next((at for at in range(figure.last, until) if self._tokens.keys[at] in _BREAKS), until)
        if any(segment <= at < figure.before for at in told):
            first = segment  # `cấp mới 40 dự án, đạt 90% kế hoạch; lũy kế đến 31/12, các khu thu hút 710 dự án`
        windows = (t for t in self._context.times if t.kind in WINDOWS or t.kind == "compared")
        if any(first <= self._tokens.at_or_after(t.span.start) < until for t in windows):
            return False
        judged = (m for m in mentions.of(*_JUDGED) if m.first >= first and not wording.first <= m.first < wording.last)
        return not any(self._judges(m, figure, until) for m in judged)

    def _goes_on_with_stocks(self) -> bool:
        """`Lũy kế có 640 dự án. Tổng vốn cấp mới và điều chỉnh 7 tỷ USD`: of the projects of the sentence before."""
        said = [d for d in self._memory.latest if d.metric is not None]
        timed = any(t.kind in WINDOWS for t in self._context.times)
        of_stocks = are_of_kind([d.metric or "" for d in said], "stock")
        return of_stocks and not timed and any(d.metric == _COUNTED for d in said)

    def _has_now(self, figure: Figure) -> bool:
        """`Hiện các khu có 640 dự án được cấp phép`: what there is now."""
        if self._tokens.keys[figure.before - 1] not in _HAVE:
            return False
        opening = range(self._context.sentence.first, self._context.sentence.first + _OPENING_WORDS)
        told = [m for m in self._context.mentions.of("now") if m.last <= figure.before]
        keys = self._tokens.keys
        return any(m.first in opening or _LINKS.issuperset(keys[m.last : figure.before]) for m in told)

    def _among_stocks(self) -> bool:
        """`Tỉnh có 9 KCN, lấp đầy 71%. Các khu thu hút được 640 dự án`: after a sentence of stocks alone."""
        item, metrics = self._is_item_of_zone(), load_metrics()
        said = [d for d in self._memory.latest if d.is_level]
        if item and not self._memory.latest:  # `Trong đó:` stands between
            said = [d for d in self._memory.recent()[_STOCKS_AT_LEAST - 1 :: -1] if d.is_level]
        if any(m.first == self._context.sentence.first for m in self._context.mentions.of("parts")):
            # `Cấp mới 4 dự án, lũy kế có 84 dự án, vốn 9 tỷ USD. Cụ thể, KCN A thu hút 50 dự án`: of what came last
            said = list(takewhile(lambda d: metrics[d.metric or ""].kind != "flow", reversed(said)))[::-1]
        if len(said) < _STOCKS_AT_LEAST or any(d.target or metrics[d.metric or ""].kind == "flow" for d in said):
            return False
        text, start = self._tokens.text, self._tokens.ends[said[-1].figure.last - 1]
        line, parted, _ = text[start : self._tokens.starts[self._context.sentence.first]].partition("\n")
        # A paragraph of prose may go on with the one before it, an item of a list goes on with nothing.
        listed = not text[text.rfind("\n", 0, start) + 1 : start].lstrip()[:1].isalpha()
        if parted and item and (listed or line.rstrip().endswith(":")):
            return True  # `Đến nay có 451 dự án. Trong đó:` over `– KCN A thu hút được 89 dự án`
        return not parted or (line.rstrip().endswith(".") and not listed)

    def _is_item_of_zone(self) -> bool:
        """`– KCN A thu hút được 89 dự án`: an item of a list that a zone opens."""
        first = self._context.sentence.first
        named = any(e.first <= first + _OPENING_WORDS and e.entity.startswith("zone:") for e in self._context.entities)
        return named and not self._tokens.keys[first].isalnum()

    def _judges(self, mention: Mention, figure: Figure, until: int) -> bool:
        """A word of a flow counts before the figure only: behind it, it is the wording's own (`được cấp phép`)."""
        return mention.first < (figure.before if mention.role == "flow" else until)

    def _is_new(self, wording: Mention, figure: Figure) -> bool:
        keys = self._tokens.keys
        beside = [*keys[wording.first : wording.last], *keys[figure.last : figure.last + _WORDS_BEHIND]]
        return not _NEW.isdisjoint(beside) or not _NEW.isdisjoint(keys[wording.last : figure.first])
