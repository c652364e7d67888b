"""Planned and estimated amounts beside outcomes: `(kế hoạch 420 triệu USD)`, `Ước cả năm: doanh thu 5 tỷ USD`.

Belongs here: telling the plan from the outcome it is held against, and what a heading estimates. Does not: percentages
of a plan (`comparisons`), or aims of a time to come (`windows`).
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from kcn_pipeline.extraction.passages.context import SentenceContext
from kcn_pipeline.extraction.passages.drafts import Draft
from kcn_pipeline.extraction.periods.aims import done_since
from kcn_pipeline.extraction.periods.compared_windows import year_of
from kcn_pipeline.extraction.periods.earlier_amounts import beside_compared
from kcn_pipeline.extraction.periods.measures import is_measure
from kcn_pipeline.extraction.text.brackets import alone_in_brackets
from kcn_pipeline.extraction.text.phrase_index import Mention
from kcn_pipeline.extraction.text.tokens import NUMBER_KEY, Tokens
from kcn_pipeline.extraction.times.estimates import is_estimate
from kcn_pipeline.periods import Window
from kcn_pipeline.reference.function_words import function_words
from kcn_pipeline.reference.metrics import load_metrics

_LINKS: Final = function_words("link_to_plan") | {"(", ":"}
_HEAD_TOKENS: Final = 1
_OPENING_WORDS: Final = 2
_OUTCOMES: Final = frozenset({"attain", "exceed", "increase", "decrease"})
_DONE: Final = function_words("done")
_CARRIED_OUT: Final = function_words("carrying_out")
_AND: Final = function_words("and")
_RAISING: Final = function_words("raising")
_SEGMENT_ENDS: Final = frozenset({";", "."})


def mark_plans(tokens: Tokens, context: SentenceContext, drafts: Sequence[Draft]) -> None:
    """Set `planned` of the amounts that words of a plan, a legend of brackets or `và` makes one."""
    before: Draft | None = None
    mentions, opening = context.mentions, min(context.sentence.first, drafts[0].figure.before)
    worded = bool(mentions.of("plan")) or mentions.ending(opening, "plan") is not None
    for draft in drafts:
        if draft.comparison == "level" and draft.figure.dimension != "percent" and draft.figure.column is None:
            draft.planned = (
                (worded and (_after_plan_word(draft, context, tokens) or _under_plan(draft, context, tokens)))
                or (context.brackets_plan and alone_in_brackets(tokens.keys, draft.figure.before, draft.figure.last))
                or (before is not None and _goes_on(before, draft, tokens))
            ) and not beside_compared(draft, context, tokens)
        if before is not None and before.planned and draft.figure.range_with is before.figure:
            draft.planned = True
        before = draft


def mark_estimates(tokens: Tokens, context: SentenceContext, drafts: Sequence[Draft]) -> None:
    """`Ước thực hiện năm 2019: doanh thu …; xuất khẩu …`: a word of estimating at its head holds for a whole list."""
    limit = context.sentence.first + _HEAD_TOKENS
    hedges = [m for m in context.mentions.of("hedge") if m.value.value == "approx"]
    hedges = [m for m in hedges if context.mentions.ending(m.last, "comparative") is None]  # `thỏa ước lao động`
    head = context.estimate
    if hedges:
        told = _after_time(tokens, context, hedges) or _before_colon(tokens, hedges[0], drafts[0].figure.first)
        head = hedges[0] if hedges[0].first <= limit else told or head
    if head is None or any(d.figure.hedge is head for d in drafts):
        return
    for draft in drafts:
        plain = draft.is_level and draft.figure.hedge is None and draft.figure.range_with is None
        if plain and not (beside_compared(draft, context, tokens) or _is_dated_apart(draft, context, tokens)):
            draft.figure.hedge, draft.figure.bound = head, "approx"


def _is_dated_apart(draft: Draft, context: SentenceContext, tokens: Tokens) -> bool:
    """`189 triệu USD (quý I/2022: 241 triệu USD)`: brackets that open with a time of their own hold no estimate."""
    before = draft.figure.before - (tokens.keys[draft.figure.before - 1] == ":")
    own = (t for t in context.times if t.span.end == tokens.ends[before - 1])
    return any(tokens.keys[tokens.at_or_after(t.span.start) - 1] == "(" for t in own)


def _after_time(tokens: Tokens, context: SentenceContext, hedges: Sequence[Mention]) -> Mention | None:
    """`7 tháng ước: giá trị sản xuất …; xuất khẩu …`: a time, the word and a colon open the list."""
    first = context.sentence.first
    for time in context.times:
        opens = tokens.at_or_after(time.span.start) <= first + _HEAD_TOKENS
        at = tokens.at_or_after(time.span.end)
        word = next((m for m in hedges if m.first == at), None) if opens else None
        if word is not None and tokens.keys[word.last : word.last + 1] == [":"]:
            return word
    return None


def _before_colon(tokens: Tokens, hedge: Mention, first: int) -> Mention | None:
    """`Sản xuất kinh doanh (số ước): doanh thu …; xuất khẩu …`: in the brackets of what announces the list."""
    announced = is_estimate(hedge) and hedge.last < first and tokens.keys[hedge.last : hedge.last + 2] == [")", ":"]
    return hedge if announced else None


def _after_plan_word(draft: Draft, context: SentenceContext, tokens: Tokens) -> bool:
    at, first = draft.figure.before, context.sentence.first
    while context.mentions.ending(at, "plan") is None:
        time = next((t for t in context.times if at > first and t.span.end == tokens.ends[at - 1]), None)
        if time is not None:
            at = tokens.at_or_after(time.span.start)
            if context.mentions.ending(at + 1, "plan") is not None:
                return True  # `kế hoạch năm 2018 (12.600 tỷ đồng)`: `kế hoạch năm` is the word
        elif at <= first or tokens.keys[at - 1] not in _LINKS:
            return False
        else:
            at -= 1
    return True


def _under_plan(draft: Draft, context: SentenceContext, tokens: Tokens) -> bool:
    """`Kế hoạch năm 2019 giao thu hút 400 triệu USD; …`: the plan opens the segment, and nothing tells an outcome."""
    if not context.mentions.of("plan"):
        return False
    keys, first = tokens.keys, context.sentence.first
    start = next((i + 1 for i in range(draft.figure.before - 1, first - 1, -1) if keys[i] in {";", "."}), first)
    mentions = [m for m in context.mentions.mentions if start <= m.first and m.last <= draft.figure.before]
    plan = next((m for m in mentions if m.role == "plan" and m.first <= start + _OPENING_WORDS), None)
    if plan is None or NUMBER_KEY in keys[start : plan.first] or any(m.role in _OUTCOMES for m in mentions):
        return False
    if _turns_to_done(plan.last, draft, context, tokens) or is_measure(
        plan.first, plan.last, draft.figure.before, keys
    ):
        return False
    at = plan.last
    if ":" not in keys[at : draft.figure.before]:
        return True
    timed = any(tokens.at_or_after(t.span.start) in range(plan.first, at + 2) for t in context.times)
    return timed or keys[at] in _LINKS


def _turns_to_done(first: int, draft: Draft, context: SentenceContext, tokens: Tokens) -> bool:
    """`Kế hoạch năm là 60 dự án, 6 tháng thực hiện 30 dự án`: its clause has a time, or tells what is done."""
    keys, before = tokens.keys, draft.figure.before
    clause = next((at + 1 for at in range(before - 1, first - 1, -1) if keys[at] == ","), None)
    if clause is None:
        return done_since(first, before, keys)
    timed = any(t.window is not None and clause <= tokens.at_or_after(t.span.start) < before for t in context.times)
    now = any(clause <= m.first < before for m in context.mentions.of("now"))
    done = not _DONE.isdisjoint(keys[clause:before]) or _CARRIED_OUT.issubset(keys[clause:before])
    return timed or now or done


def _goes_on(before: Draft, draft: Draft, tokens: Tokens) -> bool:
    """What `và` joins to a plan; and `12/15 dự án` of one metric, which no whole has as its part."""
    between = tokens.keys[before.figure.last : draft.figure.before]
    if between == ["/"]:
        return before.metric == draft.metric and draft.metric is not None
    return before.planned and len(between) == 1 and between[0] in _AND


def follow_aim(draft: Draft, before: Draft, tokens: Tokens) -> None:
    """`Phê duyệt quy hoạch 53 KCN với diện tích 12.000 ha`: the land of what is aimed at is aimed at too."""
    if not before.target or not draft.is_level or draft.figure.column is not None:
        return
    companions = load_metrics()[draft.metric or ""].companion_of
    between = tokens.keys[before.figure.last : draft.figure.before]
    if ")" in between and "(" not in between:
        return  # `cấp mới 14 giấy (kế hoạch 30 giấy), tổng vốn …`: the plan is told by the way
    if before.metric in companions and not _SEGMENT_ENDS & set(between):
        draft.target, draft.window, draft.time_cue = True, before.window, before.time_cue
    elif not draft.target and _brings_to(between, same=draft.metric == before.metric):
        draft.target = True
        if draft.time_cue is None and before.window is not None and _is_stock_window(draft):
            draft.window = before.window.as_stock()


def keep_outcome(draft: Draft, before: Draft, context: SentenceContext, tokens: Tokens) -> None:
    """`đặt mục tiêu 30 dự án, nhưng nay đã có 39 dự án, trong đó 11 dự án FDI`: parts of what is done are done too."""
    alike = draft.is_level and before.is_level and draft.figure.dimension == before.figure.dimension
    if not alike or before.target or before.planned or draft.figure.column is not None or before.window is None:
        return
    first, last = before.figure.last, draft.figure.before
    part = any(first <= m.first and m.last <= last for m in context.mentions.of("parts"))
    aimed = any(first <= m.first and m.last <= last for m in context.mentions.of("target", "plan"))
    timed = any(tokens.starts[first] <= t.span.start < tokens.starts[last] for t in context.times)
    origins = {at for m in context.mentions.of("origin") for at in range(m.first, m.last)}
    joined = all(at in origins or tokens.keys[at] in _AND for at in range(first, last))
    if (part or joined) and not (aimed or timed):
        draft.target = draft.planned = False
        draft.window, draft.time_cue = _window_like(before.window, draft), before.time_cue


def _brings_to(between: Sequence[str], *, same: bool) -> bool:
    """`sẽ cấp mới 9 dự án, nâng tổng số lên 80 dự án`, `lên 3 tỷ USD và 20.000 tỷ đồng`: where an aim leads to."""
    if same and len(between) == 1 and between[0] in _AND:
        return True
    raised = any(one == "," and other in _RAISING for one, other in pairwise(between))
    return raised and _DONE.isdisjoint(between) and not _SEGMENT_ENDS & set(between)


def _is_stock_window(draft: Draft) -> bool:
    return draft.window is not None and draft.window.start is None


def take_aim_over(tokens: Tokens, context: SentenceContext, drafts: Sequence[Draft], earlier: Sequence[Draft]) -> None:
    """`Năm nay phấn đấu thu hút 30 dự án. Trong đó, 20 dự án FDI`: parts of what is aimed at are aimed at too.

    `earlier` are the figures of the sentence before.
    """
    sentence, parts = context.sentence, context.mentions.of("parts")
    if not earlier or not parts or parts[0].first > sentence.first + 1 or not _DONE.isdisjoint(context.words):
        return
    levels = [d for d in earlier if d.is_level and d.figure.dimension != "percent"]
    whole = next((d.window for d in levels if d.window is not None), None)
    if whole is None or any(t.span.start >= tokens.starts[sentence.first] for t in context.times):
        return
    if not all(d.target and load_metrics()[d.metric or ""].kind != "target" for d in levels):
        return  # `Quy hoạch 16 KCN. Trong đó, 10 KCN đi vào hoạt động`
    for draft in drafts:
        if draft.is_level and draft.figure.column is None and not (draft.target or draft.figure.was_before):
            draft.target, draft.window = True, _window_like(whole, draft)


def _window_like(told: Window, draft: Draft) -> Window:
    """The window that was told, for a stock as of its end, and for a flow over the year if it is no more than a day."""
    if _is_stock_window(draft):
        return told.as_stock()
    return told if told.start is not None else year_of(told.end.year)


def share_time_behind(drafts: Sequence[Draft], tokens: Tokens) -> None:
    """`phấn đấu thu hút 2 tỷ USD, nộp ngân sách 90 tỷ đồng trong năm tới`: the time behind aims is of each."""
    behind: Draft | None = None
    for draft in reversed(drafts):
        if not draft.target or draft.figure.column is not None:
            behind = None
        elif draft.time_cue is not None:
            told_behind = draft.time_cue.span.start >= tokens.starts[draft.figure.last - 1]
            behind = draft if told_behind and draft.is_level else None
        elif behind is not None:
            told, between = behind.window, tokens.keys[draft.figure.last : behind.figure.before]
            if told is None or not draft.is_level or not _SEGMENT_ENDS.isdisjoint(between):
                behind = None
                continue
            draft.window, draft.time_cue = _window_like(told, draft), behind.time_cue


def settle_range(draft: Draft, before: Draft) -> None:
    """`sẽ sử dụng từ 700 đến 800 lao động`: both ends are of one time, one owner and one aim; the named end tells."""
    if draft.figure.range_with is not before.figure:
        return
    told, other = (draft, before) if before.metric is None else (before, draft)
    if other.metric is None or other.metric == told.metric:
        other.target, other.window, other.time_cue = told.target, told.window, told.time_cue
        other.owner, other.entity, other.entity_cue = told.owner, told.entity, told.entity_cue
