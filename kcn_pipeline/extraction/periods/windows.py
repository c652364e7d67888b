"""When a figure holds, and whether it is an outcome or an aim.

Belongs here: the choice for one figure among the expressions of time around it. Does not: reading them
(`calendar`), whose it is (`owners`).
"""

from __future__ import annotations

from functools import cache
from typing import Final

from kcn_pipeline.extraction.passages.context import SentenceContext
from kcn_pipeline.extraction.passages.drafts import Draft
from kcn_pipeline.extraction.periods.aims import done_since, horizon_after, is_aim, is_aimed_at, is_of_now, is_target
from kcn_pipeline.extraction.periods.compared_windows import (
    compared_window,
    is_yearly,
    last_year_of,
    narrowed,
    year_of,
    years_of_rate,
)
from kcn_pipeline.extraction.periods.earlier_amounts import time_of_its_own, turned_to_now
from kcn_pipeline.extraction.periods.running_totals import running_window
from kcn_pipeline.extraction.text.brackets import alone_in_brackets
from kcn_pipeline.extraction.text.tokens import NUMBER_KEY, Tokens
from kcn_pipeline.extraction.times.calendar import AS_OF, WINDOWS, TimeMention
from kcn_pipeline.periods import Window
from kcn_pipeline.reference.function_words import function_words
from kcn_pipeline.reference.metrics import load_metrics

_LINKS: Final = function_words("link_to_figure") | {":", "("}
_AGAINST: Final = function_words("set_against")
_OF: Final = function_words("of")
_CLAUSE_STARTS: Final = frozenset({",", ";", ":", "-", "("})
_AHEAD: Final = frozenset({"horizon", "whole_year", "next_year"})
_ZONE: Final = "zone"
_PROGRESSIVE: Final = function_words("progressive")
_DONE: Final = function_words("done")
_PLACING: Final = function_words("placing")
_OPENING_TOKENS: Final = 2
_THEN: Final = ("then", "same_period")
_BOTH_AMOUNTS: Final = ["(", NUMBER_KEY, "/"]


def assign_window(draft: Draft, context: SentenceContext, tokens: Tokens, own: Window) -> None:
    """Give `draft` its window and target flag; `own` is the report's window."""
    if draft.head is not None and not (_plans_beyond(draft.head, context) or _is_dated_anew(draft, context, tokens)):
        draft.window, draft.time_cue, draft.target = draft.head.window, draft.head.time_cue, draft.head.target
        if draft.target and _is_attained(draft, draft.head, tokens):
            draft.window, draft.time_cue, draft.target = own, None, False
        if draft.window is not None and is_yearly(draft, context, tokens):
            draft.window = years_of_rate(draft.window, own, target=draft.target) or draft.window
        return
    time = _governing_time(draft, context, tokens)
    size = time is not None and _is_size_of_name(time, draft, context, tokens)
    if time is not None and (size or _ended(time, draft, tokens, own)):
        time = None
    aimed = is_aimed_at(draft, context, tokens)
    over = time is None or (time.window is not None and time.window.end <= own.end)
    if over and (aimed or draft.planned or is_aim(draft)):
        time = horizon_after(draft, context.times, tokens, own) or time
    draft.target = not size and is_target(draft, time, context, tokens, own, aimed=aimed)
    if time is None and not (draft.target or draft.planned or draft.figure.was_before):
        time = context.kept_day if _is_stock(draft.metric) else context.kept_window
    _take_horizon(draft)
    window = _window_of_column(draft, time, own)
    if window is None and draft.planned and not _is_ahead(time, own):
        year = context.outlook.window or year_of(own.end.year)
        window = own if _plan_of_months(draft, context, tokens) else year
    window = window or _window(draft, time, context, tokens, own)
    draft.time_cue = time
    draft.window = window.as_stock() if _is_stock(draft.metric) else window


def _ended(time: TimeMention, draft: Draft, tokens: Tokens, own: Window) -> bool:
    """`cả năm sẽ đạt 900 triệu USD; riêng giải ngân đã có 238 triệu USD`: what is done is not of a time to come."""
    after = tokens.at_or_after(time.span.end)
    ahead = time.window is not None and time.window.end > own.end and after < draft.figure.first
    return ahead and not is_aim(draft) and done_since(after, draft.figure.first, tokens.keys)


def _is_size_of_name(time: TimeMention, draft: Draft, context: SentenceContext, tokens: Tokens) -> bool:
    """`Đến năm 2030, KKT Hòa Tâm (8.200 ha) lấp đầy 60%`: the land in brackets right behind a zone's name is no aim."""
    figure = draft.figure
    if time.kind != "horizon" or figure.dimension != "area":
        return False
    bracketed = alone_in_brackets(tokens.keys, figure.before, figure.last)
    return bracketed and any(e.last == figure.before - 1 and e.entity.startswith("zone:") for e in context.entities)


def _is_attained(draft: Draft, plan: Draft, tokens: Tokens) -> bool:
    """`Kế hoạch năm 300 triệu USD, đã đạt 81%`: how much of a plan is reached tells what is done, and no aim."""
    behind = plan.figure.last <= draft.figure.first
    return draft.comparison == "vs_plan" and behind and done_since(plan.figure.last, draft.figure.first, tokens.keys)


def _plan_of_months(draft: Draft, context: SentenceContext, tokens: Tokens) -> bool:
    """`21/18 dự án kế hoạch 6 tháng`: a plan of the months reported, not of the year."""
    plan = context.mentions.starting(draft.figure.last, "plan")
    return plan is not None and NUMBER_KEY in tokens.keys[plan.first : plan.last]


def _plans_beyond(head: Draft, context: SentenceContext) -> bool:
    """`Năm 2018: xuất khẩu tăng 10%` after the exports of 2017: the growth aimed at is not of their time."""
    return context.outlook.target and not head.target and head.figure.last <= context.sentence.first


def _is_dated_anew(draft: Draft, context: SentenceContext, tokens: Tokens) -> bool:
    """`Năm năm 2006-2010: xuất khẩu tăng bình quân 19%`, its amount told sections before: the sentence has its time."""
    head, first = draft.head, context.sentence.first
    if head is None or head.figure.last > first or not any(t.kind == "range" for t in context.times):
        return False
    time = _governing_time(draft, context, tokens)
    return time is not None and time.kind == "range" and time.span.start >= tokens.starts[first]


def _governing_time(draft: Draft, context: SentenceContext, tokens: Tokens) -> TimeMention | None:
    """The expression of time that governs a figure: its own right after it, the last before it, else one in it."""
    if not context.times:
        return None
    figure, start = draft.figure, tokens.starts[draft.figure.first]
    last = min(figure.last, context.sentence.last)
    times = [t for t in context.times if t.window is not None and _governs(t, draft, context, tokens)]
    if (owned := time_of_its_own(draft, times, tokens)) is not None:
        return owned
    if context.asides.ranges:
        times = [t for t in times if not context.asides.hides(tokens.at_or_after(t.span.start), figure.first)]
    before = [t for t in times if t.span.start < start]
    if figure.was_before or not before or _in_comparison(draft, tokens):
        last += figure.was_before and tokens.keys[last : last + 1] == [*_OF]
        placed = last + _PLACING.issuperset(tokens.keys[last : last + 1])  # `đạt 70 triệu USD trong tháng 5/2019`
        own = next((t for t in times if tokens.at_or_after(t.span.start) in {last, placed}), None)
        if figure.was_before or (own is not None and before):
            return own
        if not before:
            return next((t for t in times if t.span.start < tokens.ends[last - 1] or t is own), None)
    since = figure.after_was
    named = [t for t in before if since is None or not since <= tokens.at_or_after(t.span.start) < figure.before]
    return None if not named or _back_to_now(draft, context, tokens, named[-1]) else named[-1]


def _governs(time: TimeMention, draft: Draft, context: SentenceContext, tokens: Tokens) -> bool:
    """Several years govern growth averaged over them, and what stands in a sentence that they open.

    The window of the sentence before governs no stock: `Quý I cấp mới 20 dự án. Trong đó, 5 dự án đang hoạt động`.
    """
    if time.span.start < tokens.starts[context.sentence.first] and time.kind in WINDOWS and _is_stock(draft.metric):
        return False
    if time.kind != "range":
        return time.kind != "as_of_year_start" or _is_stock(draft.metric)
    at = tokens.at_or_after(time.span.start)
    behind = tokens.keys[max(at - _OPENING_TOKENS - 1, 0) : at]  # `; riêng hai năm 2016-2017 …`
    opens = at <= context.sentence.first + _OPENING_TOKENS or not _CLAUSE_STARTS.isdisjoint(behind)
    after = tokens.at_or_after(time.span.end)
    if draft.comparison == "yoy" and _CLAUSE_STARTS.isdisjoint(tokens.keys[after : draft.figure.first]):
        return True  # `sản lượng giai đoạn 2006-2010 tăng bình quân 58%`
    return opens and (draft.comparison == "yoy" or draft.metric is None or not _is_stock(draft.metric))


def _in_comparison(draft: Draft, tokens: Tokens) -> bool:
    """`so với 4.500 tỷ đồng năm 2018`, `(khi ấy 59 dự án)`: set beside the outcome, and of another time."""
    before = tokens.keys[max(draft.figure.before - 3, 0) : draft.figure.before]
    return set(before) >= _AGAINST or "(" in before


def _back_to_now(draft: Draft, context: SentenceContext, tokens: Tokens, time: TimeMention) -> bool:
    """`đến năm 2030 sẽ có 31 KCN; lúc này 09 KCN đang hoạt động`: the horizon ends at the second clause."""
    turned = turned_to_now(draft.figure, time, context, tokens)
    ahead = time.kind in _AHEAD or (context.outlook.target and time.window == context.outlook.window)
    if ahead and is_of_now(draft, context, tokens):
        return True
    if turned or not (ahead or time.kind in AS_OF):
        return turned
    after, keys = tokens.at_or_after(time.span.end), tokens.keys
    if time.kind in AS_OF:  # `hết tháng 4 có 12 dự án; nay là 30 dự án`
        now = (m for m in context.mentions.of("now") if after <= m.first and m.last <= draft.figure.first)
        return any(m.value.value == "later" and keys[m.first - 1] in _CLAUSE_STARTS for m in now)
    if time.kind == "horizon" and _under_way(draft, after, context, tokens):
        return True
    return any(
        m.role == "now" and after <= m.first and m.last <= draft.figure.first and keys[m.first - 1] in _CLAUSE_STARTS
        for m in context.mentions.mentions
    )


def _under_way(draft: Draft, after: int, context: SentenceContext, tokens: Tokens) -> bool:
    """`7 KCN quy hoạch đến 2020, đã lập 4 KCN; 3 KCN đang hoạt động`: what is so already, in a clause of its own."""
    first, last = draft.figure.first, draft.figure.last
    if is_aim(draft):
        return False
    behind = tokens.keys[last : last + 1]
    if behind and (behind[0] in _PROGRESSIVE or (behind[0] in _DONE and draft.figure.dimension == _ZONE)):
        return True
    aims = any(m.last <= first for m in context.mentions.of("target"))
    return not aims and (";" in tokens.keys[after:first] or not _DONE.isdisjoint(tokens.keys[after:first]))


def _window_of_column(draft: Draft, time: TimeMention | None, reported: Window) -> Window | None:
    """The period that a table's row or column tells without a wording of time, or a plan of the year."""
    column = draft.figure.column
    if column is None:
        return None
    if column.window is not None:
        return column.window if column.target else narrowed(column.window, reported)
    if column.whole_year:
        return time.window if time is not None and time.window is not None else year_of(reported.end.year)
    return reported.year_earlier() if column.year_before else None


def _window(
    draft: Draft, time: TimeMention | None, context: SentenceContext, tokens: Tokens, reported: Window
) -> Window:
    running = None
    if not draft.target and not _is_stock(draft.metric):
        running = running_window(draft.figure, context, tokens, reported)
    if running is not None and not draft.figure.was_before:
        return running
    if time is not None and time.window is not None:
        years = years_of_rate(time.window, reported, target=draft.target)
        if years is not None and is_yearly(draft, context, tokens):
            return years
        whole = time.kind == "whole_year" or draft.target  # a plan for a year is for all of it
        return time.window if whole else narrowed(time.window, reported)
    if draft.figure.was_before:
        return compared_window(draft, context, tokens, running or reported)
    if draft.target:
        return context.outlook.window or year_of(reported.end.year)
    return reported if draft.figure.after_was is None else last_year_of(reported)  # `từ 1,2 lên 2,4 tỷ USD`


def _is_ahead(time: TimeMention | None, own: Window) -> bool:
    """Whether a plan tells its own time: a later year, or what is left of this one."""
    if time is None or time.window is None:
        return False
    part = time.kind not in {"year", "whole_year"} and time.window.end > own.end
    return part or time.window.end.year > own.end.year


def _take_horizon(draft: Draft) -> None:
    """A figure that little but its unit names, and that a horizon governs, is of the plan."""
    if not draft.target or draft.metric is None or not draft.rule.startswith("weak"):
        return
    draft.metric = load_metrics()[draft.metric].planned_as or draft.metric


@cache
def _is_stock(metric: str | None) -> bool:
    row = load_metrics().get(metric or "")
    return row is not None and (row.as_of or row.kind in {"stock", "target"})
