"""Which figures are aims: by words before them in their clause or at the head of their list, or by their time.

Belongs here: whether a figure is an aim, and the time that is told behind one. Does not: plans that an outcome is
held against (`plans`), the window (`windows`).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from kcn_pipeline.extraction.passages.context import SentenceContext
from kcn_pipeline.extraction.passages.drafts import Draft
from kcn_pipeline.extraction.periods.measures import is_measure
from kcn_pipeline.extraction.text.lexicon import METRIC_ROLES
from kcn_pipeline.extraction.text.phrase_index import Mention
from kcn_pipeline.extraction.text.tokens import NUMBER_KEY, Tokens
from kcn_pipeline.extraction.times.calendar import WINDOWS, TimeMention
from kcn_pipeline.periods import Window
from kcn_pipeline.reference.function_words import function_words
from kcn_pipeline.reference.metrics import load_metrics

_SEGMENT_ENDS: Final = frozenset({";", ":"})
_CLAUSE_STARTS: Final = frozenset({",", ";", ":", "-", "("})
_CLAUSE_ENDS: Final = frozenset({",", ";", ":", ".", NUMBER_KEY})
_AGAINST: Final = function_words("set_against")
_DONE: Final = function_words("done")
_OVER: Final = _DONE - function_words("progressive")
_NEED: Final = function_words("need")
_SINCE: Final = function_words("since")
_SENTENCE_ENDS: Final = frozenset({";", "."})
_FUTURE: Final = function_words("future")
_ASSIGNED: Final = function_words("assigned")
_TO_COME: Final = _FUTURE | _ASSIGNED | _NEED
_ASSIGNING: Final = function_words("assigning")
_BY_OTHERS: Final = function_words("passive")
_ASSIGNED_DIMENSIONS: Final = frozenset({"money", "project", "person"})
_LIST_ENDS: Final = _OVER | {";", ":", ".", ")"}
_HELD_AGAINST: Final = frozenset({"vs_plan", "vs_plan_excess", "share"})
_LINKS_AT_MOST: Final = 3
_PLAIN: Final = {"year", "months", "this_year", "first_months", "first_half", "second_half", "quarter", "range"}


def is_target(
    draft: Draft, time: TimeMention | None, context: SentenceContext, tokens: Tokens, own: Window, *, aimed: bool
) -> bool:
    """Whether the figure, governed by `time` or `aimed` at by words, is an aim in a report on the window `own`."""
    if time is not None and _is_expected(draft, time, context, tokens, own):
        return False
    column, horizon = draft.figure.column, time is not None and _is_horizon(time, own)
    if draft.figure.was_before:
        return False
    if is_aim(draft):
        return True
    if column is not None:
        return column.target or horizon or (context.outlook.target and not column.beside_plan)
    if horizon or draft.planned or aimed or (time is not None and _has_to_come(time, context, own)):
        return True
    return context.outlook.target and not _is_over(draft, time, context, tokens, own)


def _has_to_come(time: TimeMention, context: SentenceContext, own: Window) -> bool:
    """Whether it is later than the report, or the whole of a year that the report covers in part."""
    unfinished = time.kind == "whole_year" and time.window is not None and time.window.end > own.end
    later = time.kind in WINDOWS and time.window is not None and _begins_after(time.window, own)
    return later or (unfinished and not any(m.value.value == "approx" for m in context.mentions.of("hedge")))


def _is_over(draft: Draft, time: TimeMention | None, context: SentenceContext, tokens: Tokens, own: Window) -> bool:
    """Whether the figure is none of what its passage looks ahead to: of another time, of what is done, or so now."""
    reported = time is not None and time.kind in _PLAIN and time.window is not None and time.window.end <= own.end
    elsewhere = context.outlook.window not in (None, time.window if time is not None else None)
    return (reported and elsewhere) or _is_done(draft, context, tokens) or is_of_now(draft, context, tokens)


def _is_horizon(time: TimeMention, own: Window) -> bool:
    """`đến năm 2030`; a year that is over by the end of the report is none: `đến năm 2011 chiếm 58%`."""
    return time.kind == "horizon" and time.window is not None and time.window.end > own.end


def _is_done(draft: Draft, context: SentenceContext, tokens: Tokens) -> bool:
    """Whether the clause of the figure tells what is over: `đã`; what goes on (`đang`) may have to come as well."""
    return not _OVER.isdisjoint(tokens.keys[_clause_start(draft, context, tokens) : draft.figure.first])


def is_of_now(draft: Draft, context: SentenceContext, tokens: Tokens) -> bool:
    """`phấn đấu lấp đầy 80%; hiện mới đạt 60%`, `(hiện là 60%)`, `so với 60% hiện nay`: its clause tells what is so."""
    if not (turns := context.mentions.of("now")) or draft.figure.column is not None:
        return False
    words = [m for m in turns if m.value.value == "now"]
    first, at = _clause_start(draft, context, tokens), draft.figure.first
    said = next((m for m in words if m.first == first + (tokens.keys[first] in _CLAUSE_STARTS)), None)
    if said is None:
        return any(m.first == draft.figure.last for m in words)
    aims = any(said.last <= m.first < at for m in context.mentions.of("target", "plan"))
    return not aims and _FUTURE.isdisjoint(tokens.keys[said.last : at])


def is_aim(draft: Draft) -> bool:
    """Whether its metric counts what is planned only."""
    return draft.metric is not None and load_metrics()[draft.metric].kind == "target"


def is_aimed_at(draft: Draft, context: SentenceContext, tokens: Tokens) -> bool:
    """Whether words of aiming govern the figure, or words of planning follow its land."""
    worded = context.mentions.of("target", "plan")
    aimed = (
        _is_to_come(draft, context, tokens)
        or (worded and (_in_segment(draft, context, tokens) or _in_list(draft, context, tokens)))
        or (draft.figure.dimension == "area" and _goes_into_plan(draft, context))
    )
    return bool(aimed) and not is_of_now(draft, context, tokens)


def _is_to_come(draft: Draft, context: SentenceContext, tokens: Tokens) -> bool:
    """`dự án sẽ tạo việc làm cho 3.000 lao động`, `Ban được giao thu hút 300 triệu USD`: told in its clause."""
    figure, keys = draft.figure, tokens.keys
    worded, held = not _TO_COME.isdisjoint(context.words), figure.dimension == "person"
    if not (worded or held) or not draft.is_level or figure.dimension == "percent" or figure.column is not None:
        return False
    if held and _is_in_condition(draft, context, tokens):
        return True
    if not worded:
        return False
    first = figure.before if figure.range_with is None else min(figure.before, figure.range_with.before)
    for at in range(first - 1, context.sentence.first - 1, -1):
        key = keys[at]
        if figure.dimension == "person" and key in _NEED and not tokens.text[tokens.starts[at]].isupper():
            return True  # `dự án cần 700 lao động`, and not `Cần Thơ`
        if key in _CLAUSE_ENDS or key in _OVER:
            break
        if key in _FUTURE or (key in _ASSIGNED and keys[at - 1] in _BY_OTHERS | _ASSIGNING):
            return key in _FUTURE or figure.dimension != "area"
    return _is_in_assigned_list(draft, context, tokens)


def _is_in_condition(draft: Draft, context: SentenceContext, tokens: Tokens) -> bool:
    """`khi đi vào hoạt động, dự án tạo việc làm cho 900 lao động`; since then (`từ khi`) it is so."""
    said = [m for m in context.mentions.of("once") if tokens.keys[m.first - 1] not in _SINCE]
    return any(_SENTENCE_ENDS.isdisjoint(tokens.keys[m.last : draft.figure.first]) for m in said)


def _is_in_assigned_list(draft: Draft, context: SentenceContext, tokens: Tokens) -> bool:
    """`Năm nay tỉnh giao thu hút 8 dự án, xuất khẩu 610 triệu USD`: the list goes on, and tells nothing reached."""
    figure, keys, first = draft.figure, tokens.keys, context.sentence.first
    if figure.dimension not in _ASSIGNED_DIMENSIONS or _ASSIGNED.isdisjoint(keys[first : figure.before]):
        return False
    at = next(at for at in range(figure.before - 1, first - 1, -1) if keys[at] in _ASSIGNED)
    between = keys[at : figure.before]
    if keys[at - 1] not in _BY_OTHERS | _ASSIGNING or not _LIST_ENDS.isdisjoint(between):
        return False
    clause = next((i + 1 for i in range(figure.before - 1, at, -1) if keys[i] == ","), None)
    if clause is None:
        return False
    named = (m for m in context.mentions.of(*METRIC_ROLES, "origin") if clause <= m.first)
    worded = {token for m in named for token in range(m.first, m.last)}
    return all(token in worded for token in range(clause, figure.before))


def horizon_after(draft: Draft, times: Sequence[TimeMention], tokens: Tokens, own: Window) -> TimeMention | None:
    """`08 KCN (đến 2020)`, `lấp đầy 60% vào năm 2022`: the time that an aim is for, said behind it in its clause."""
    figure = draft.figure
    last = max(figure.last, figure.range_with.last) if figure.range_with is not None else figure.last
    ahead = next((t for t in times if tokens.at_or_after(t.span.start) >= last), None)
    if ahead is None or ahead.window is None or ahead.window.end <= own.end:
        return None
    between = tokens.keys[last : tokens.at_or_after(ahead.span.start)]
    return None if _CLAUSE_ENDS & set(between) else ahead


def _in_segment(draft: Draft, context: SentenceContext, tokens: Tokens) -> bool:
    """Whether they stand before it in its segment of the sentence, and none of now or of what is done after them."""
    keys, first, at = tokens.keys, context.sentence.first, draft.figure.first
    said = [m for m in context.mentions.of("target") if m.last <= at]
    if not said:
        return False
    start = next((i for i in range(at - 1, first - 1, -1) if keys[i] in _SEGMENT_ENDS), first)
    turns = [m.first for m in context.mentions.of("now") if start < m.first < at]
    start = max([start, *(turn for turn in turns if keys[turn - 1] in _CLAUSE_STARTS)])
    said = [m for m in said if start <= m.first and not is_measure(m.first, m.last, at, keys)]
    return bool(said) and not done_since(said[-1].last, at, keys)


def done_since(first: int, at: int, keys: Sequence[str]) -> bool:
    """`phấn đấu đạt 7,5 triệu đồng, 6 tháng đã đạt 7,2 triệu đồng`: the clause of the figure tells what is done."""
    clause = next((i for i in range(at - 1, first - 1, -1) if keys[i] in _CLAUSE_STARTS), at)
    number = next((i for i in range(at - 1, first - 1, -1) if keys[i] == NUMBER_KEY), at)
    # `mục tiêu 9 tỷ USD là vừa sức khi nay đã thu hút 8 tỷ USD`: done, though no clause begins.
    return not (_DONE.isdisjoint(keys[clause:at]) and _OVER.isdisjoint(keys[number:at]))


def _in_list(draft: Draft, context: SentenceContext, tokens: Tokens) -> bool:
    """`Mục tiêu cả năm: cấp mới 110 dự án; nộp ngân sách 19.000 tỷ đồng`: the list that an aim announces."""
    keys, first, at = tokens.keys, context.sentence.first, draft.figure.first
    words = context.mentions.of("target", "plan")
    if not words or draft.comparison in _HELD_AGAINST:
        return False
    colon = next((i for i in range(first, at) if keys[i] == ":"), None)
    if colon is None or not _DONE.isdisjoint(keys[colon:at]) or _turned(context, colon, at):
        return False
    announcing = [m for m in words if m.last <= colon and _announces(m, context, tokens)]
    return bool(announcing) and _only_dated(announcing[-1].last, colon, context, tokens)


def _turned(context: SentenceContext, first: int, last: int) -> bool:
    return any(first < m.first < last for m in context.mentions.of("now"))


def _announces(mention: Mention, context: SentenceContext, tokens: Tokens) -> bool:
    """A verb of aiming, or a plan that nothing but the mark of a list stands before."""
    if mention.role == "target":
        return True
    before = tokens.keys[context.sentence.first : mention.first]
    return tokens.keys[mention.first] not in _AGAINST and not any(len(key) > 1 and key.isalpha() for key in before)


def _only_dated(first: int, colon: int, context: SentenceContext, tokens: Tokens) -> bool:
    """Whether nothing but a time and few words stand between the word of aiming and the colon."""
    spans = [t.span for t in context.times]
    plain = [i for i in range(first, colon) if not any(s.start <= tokens.starts[i] < s.end for s in spans)]
    return len(plain) <= _LINKS_AT_MOST and not any(tokens.keys[i] == NUMBER_KEY for i in plain)


def _goes_into_plan(draft: Draft, context: SentenceContext) -> bool:
    """`bổ sung KCN Láng Trâm, diện tích 100 ha, vào quy hoạch`: land that has still to come."""
    return any(m.first >= draft.figure.last for m in context.mentions.of("into_plan"))


def _clause_start(draft: Draft, context: SentenceContext, tokens: Tokens) -> int:
    at, first = draft.figure.first, context.sentence.first
    return next((i for i in range(at - 1, first - 1, -1) if tokens.keys[i] in _CLAUSE_STARTS), first)


def _begins_after(window: Window, own: Window) -> bool:
    return window.start is not None and window.start > own.end


def _is_expected(draft: Draft, time: TimeMention, context: SentenceContext, tokens: Tokens, own: Window) -> bool:
    """`Bảy tháng: dự kiến thu hút 2 tỷ USD`: expected of a time that the report covers, it is an estimate, no aim."""
    if not (aims := context.mentions.of("target")):
        return False
    words = [m for m in aims if m.last <= draft.figure.first]
    within = time.window is not None and time.window.end <= own.end and time.kind != "horizon"
    if words and done_since(words[-1].last, draft.figure.first, tokens.keys):
        return False
    if not words or not within or any(m.value.value != "expected" for m in words) or context.outlook.target:
        return False
    if draft.figure.bound == "exact" and draft.is_level:
        draft.figure.bound = "approx"
    return True
