"""Amounts of an earlier period, and times, told by their place: in brackets, behind a number, under an opening.

Belongs here: whether an amount stands in such a place or beside words of comparing. Does not: which window it then has
(`windows`, `compared_windows`).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from kcn_pipeline.extraction.numbers.figures import Figure
from kcn_pipeline.extraction.passages.context import SentenceContext
from kcn_pipeline.extraction.passages.drafts import Draft
from kcn_pipeline.extraction.text.brackets import alone_in_brackets
from kcn_pipeline.extraction.text.lexicon import METRIC_ROLES
from kcn_pipeline.extraction.text.phrase_index import Mention
from kcn_pipeline.extraction.text.tokens import NUMBER_KEY, Tokens
from kcn_pipeline.extraction.times.calendar import TimeMention
from kcn_pipeline.reference.function_words import function_words

_AGAINST: Final = function_words("set_against")
_OF: Final = function_words("of")
_LINKS: Final = function_words("link_to_figure") | {":", "("}
_THEN: Final = ("then", "same_period")
_BOTH_AMOUNTS: Final = ["(", NUMBER_KEY, "/"]
_TURNING: Final = function_words("clause") | function_words("and") | frozenset({",", ";", ":"})
_A_NUMBER: Final = function_words("figure_noun")
_WORDS_OF_BRACKET: Final = 6
_WORDS_OF_LIST: Final = 10
_WORDS_TO_TIME: Final = 4
_SEGMENT_ENDS: Final = frozenset({";", ":", ".", "(", ")"})
_CLAUSE_STARTS: Final = frozenset({",", ";", ":", "("})


def mark_earlier(drafts: Sequence[Draft], context: SentenceContext, tokens: Tokens) -> None:
    """Set `was_before` of the amounts of the period compared with: no ratio beside them speaks of them."""
    if not _compares(context, min(context.sentence.first, drafts[0].figure.before)):
        return
    beside: Draft | None = None
    for draft in drafts:
        was_before = draft.figure.was_before or _speaks_of_before(draft, context, tokens)
        draft.figure.was_before = was_before or counted_with(beside, draft, tokens)
        beside = draft if draft.figure.was_before else None


def _compares(context: SentenceContext, opening: int) -> bool:
    """Whether a period compared with, or a word of comparing, stands in the sentence or right before `opening`."""
    mentions = context.mentions
    if mentions.of(*_THEN) or mentions.ending(opening, "then") or mentions.ending(opening, "same_period"):
        return True
    if context.bracket_window is not None or (context.times and any(t.kind == "compared" for t in context.times)):
        return True
    return context.words >= _AGAINST


def _speaks_of_before(draft: Draft, context: SentenceContext, tokens: Tokens) -> bool:
    """`(cùng kỳ 59 dự án)`, `(khi ấy là 59 dự án)`: the amount of the period compared with."""
    if draft.comparison != "level" or draft.figure.dimension == "percent" or draft.figure.column is not None:
        return draft.figure.was_before
    return told_as_earlier(draft, context, tokens) or beside_compared(draft, context, tokens)


def beside_compared(draft: Draft, context: SentenceContext, tokens: Tokens) -> bool:
    """Whether the words of the period compared with stand right at the figure."""
    at, first, last = draft.figure.before, context.sentence.first, draft.figure.last
    if tokens.keys[max(at - 3, first) : at] == _BOTH_AMOUNTS:  # `giảm 2% so với cùng kỳ (186/190 tỷ đồng)`
        at -= 3
    elif tokens.keys[last : last + 2] == ["/", NUMBER_KEY] and tokens.keys[at - 1] == "(":
        return False
    after = last + (tokens.keys[last : last + 1] == [*_OF])
    if _AGAINST.issubset(tokens.keys[max(at - 3, first) : at]):
        behind = (t for t in context.times if t.window is not None)
        told = any(tokens.at_or_after(t.span.start) == after for t in behind)
        if told or context.mentions.starting(after, "same_period"):
            return True
    while at > first and tokens.keys[at - 1] in _LINKS:
        at -= 1
    if (end := _end_of_opening(context, tokens, at)) is not None:
        worded = {token for m in context.mentions.of(*METRIC_ROLES) for token in range(m.first, m.last)}
        if all(token in worded or tokens.keys[token] in _LINKS for token in range(end, at)):
            return True
    if context.mentions.ending(at, "then") or context.mentions.ending(at, "same_period"):
        return True
    return any(t.kind == "compared" and tokens.at_or_after(t.span.end) == at for t in context.times)


def _end_of_opening(context: SentenceContext, tokens: Tokens, before: int) -> int | None:
    """`(cùng kỳ năm 2018 thu hút 35 dự án)`: after the period compared with, where that opens the clause."""
    for time in context.times:
        if time.kind != "compared" or time.span.start < tokens.starts[context.sentence.first]:
            continue
        start, end = tokens.at_or_after(time.span.start), tokens.at_or_after(time.span.end)
        opens = start == context.sentence.first or tokens.keys[start - 1] in _CLAUSE_STARTS
        same = tokens.keys[start] not in _AGAINST and context.mentions.starting(start, "same_period") is not None
        if opens and same and end <= before:
            return end
    return None


def time_of_its_own(draft: Draft, times: Sequence[TimeMention], tokens: Tokens) -> TimeMention | None:
    """The time alone in brackets behind a figure, that a number is said to be of, or behind its list."""
    last = draft.figure.last
    return (
        _alone_in_brackets_behind(last, times, tokens)
        or _of_its_own(draft, times, tokens)
        or _behind_its_list(draft.figure, times, tokens)
    )


def _alone_in_brackets_behind(last: int, times: Sequence[TimeMention], tokens: Tokens) -> TimeMention | None:
    """`từ 18.000 người (năm 2016) tăng lên …`: nothing but a time in the brackets right behind the figure."""
    if tokens.keys[last : last + 1] != ["("]:
        return None
    inside = next((t for t in times if tokens.at_or_after(t.span.start) == last + 1), None)
    closed = inside is not None and tokens.keys[tokens.at_or_after(inside.span.end)] == ")"
    return inside if closed else None


def _of_its_own(draft: Draft, times: Sequence[TimeMention], tokens: Tokens) -> TimeMention | None:
    """`thấp hơn con số 34 của năm 2017`: the time that the number is said to be of."""
    figure = draft.figure
    words = tokens.keys[figure.before - len(_A_NUMBER) : figure.before]
    if tokens.keys[figure.last : figure.last + 1] != [*_OF] or not _A_NUMBER.issubset(words):
        return None
    return next((t for t in times if tokens.at_or_after(t.span.start) == figure.last + 1), None)


def _behind_its_list(figure: Figure, times: Sequence[TimeMention], tokens: Tokens) -> TimeMention | None:
    """`cấp mới 9, cấp lại 4 giấy phép trong tháng`: the only time, behind the one that prints the unit of both."""
    if figure.unit_first is not None or figure.column is not None or len(times) != 1:
        return None
    at = tokens.at_or_after(times[0].span.start)
    between = tokens.keys[figure.last : at]
    near = 0 < len(between) <= _WORDS_OF_LIST and _SEGMENT_ENDS.isdisjoint(between)
    return times[0] if near and between.count(NUMBER_KEY) == 1 else None


def counted_with(before: Draft | None, draft: Draft, tokens: Tokens) -> bool:
    """`(cùng kỳ 3 dự án, 412 tỷ đồng)`: an amount beside a count of the period compared with, in its brackets."""
    if before is None:
        return False
    one, other = before.figure, draft.figure
    if not draft.is_level or other.column is not None or {one.dimension, other.dimension} & {"percent", None}:
        return False
    between = tokens.keys[one.last : other.first]
    opened = "(" in tokens.keys[max(one.before - _WORDS_OF_BRACKET, 0) : one.before]
    return opened and one.dimension != other.dimension and _SEGMENT_ENDS.isdisjoint(between)


def turned_to_now(figure: Figure, time: TimeMention, context: SentenceContext, tokens: Tokens) -> bool:
    """`năm 2015 chỉ có 100 dự án thì đến nay có 160 dự án`: a word of now, behind what there was at `time`."""
    now = context.mentions.of("now")
    if not now or time.window is None or time.span.start < tokens.starts[context.sentence.first]:
        return False
    at, after = tokens.at_or_after(time.span.start), tokens.at_or_after(time.span.end)
    turns = [m.first for m in now if after <= m.first and m.last <= figure.before]
    turns = [first for first in turns if tokens.keys[first - 1] in _TURNING]
    if not turns:
        return False
    counted_before = NUMBER_KEY in tokens.keys[max(at - _WORDS_TO_TIME, context.sentence.first) : at]
    told = NUMBER_KEY in tokens.keys[after : turns[-1]] or counted_before
    return told and NUMBER_KEY not in tokens.keys[turns[-1] : figure.first]


def told_as_earlier(draft: Draft, context: SentenceContext, tokens: Tokens) -> bool:
    """Whether a legend said that its brackets hold an earlier window, or its sentence opens with one."""
    figure = draft.figure
    if context.bracket_window is not None and alone_in_brackets(tokens.keys, figure.before, figure.last):
        return True
    behind = figure.last + 1  # `hơn mức 70 triệu USD của cùng kỳ`
    if tokens.keys[figure.last : behind] == [*_OF] and context.mentions.starting(behind, "same_period"):
        return True
    same = context.mentions.starting(context.sentence.first, "same_period")
    return same is not None and _under_compared(same, figure, context, tokens)


def _under_compared(same: Mention, figure: Figure, context: SentenceContext, tokens: Tokens) -> bool:
    """`Cùng kỳ năm 2017, các khu có 7 dự án được cấp`: a sentence that opens with the period compared with."""
    first, keys = context.sentence.first, tokens.keys
    opening = [t for t in context.times if t.span.start == tokens.starts[first]]
    if any(t.window is not None for t in opening):
        return False  # `Năm trước, …` is a window of its own
    changes = (m for m in context.mentions.of("increase", "decrease") if m.first >= figure.last)
    if not opening and any(keys[m.last : m.last + 1] == [NUMBER_KEY] for m in changes):
        return False  # `Cùng kỳ, tỉnh bạn hút 1,6 tỷ USD, giảm 24%`: at the same time, as its own growth tells
    end = max([*(tokens.at_or_after(t.span.end) for t in opening), same.last])
    return keys[end] == "," and _AGAINST.isdisjoint(keys[first:end]) and ";" not in keys[end : figure.first]
