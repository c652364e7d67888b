"""Absolute changes: `tăng 12 dự án so với cùng kỳ`, `số lao động tăng thêm 900 người`.

Belongs here: telling a change from an amount, and what changed. Does not: growth in percent (`comparisons`).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from kcn_pipeline.extraction.metrics.compared_rows import compared_behind_row, going_on, is_growth_of_wording
from kcn_pipeline.extraction.metrics.metric_choice import last_level, told_last
from kcn_pipeline.extraction.numbers.figures import Figure
from kcn_pipeline.extraction.passages.context import SentenceContext
from kcn_pipeline.extraction.passages.drafts import Draft
from kcn_pipeline.extraction.passages.memory import Memory
from kcn_pipeline.extraction.text.lexicon import FOLLOWING, FREE, TOUCHING, counts_in
from kcn_pipeline.extraction.text.phrase_index import Mention
from kcn_pipeline.extraction.text.tokens import Tokens
from kcn_pipeline.quantities import Origin
from kcn_pipeline.reference.function_words import function_words
from kcn_pipeline.reference.metrics import load_metrics

_VERBS: Final = ("increase", "decrease")
_RATIOS: Final = frozenset({"percent", "multiple"})
_SIGNS: Final = frozenset({",", ";", ".", ":", "("})
_OPENINGS: Final = frozenset({"(", ","})
_IS: Final = function_words("is")
_MORE: Final = function_words("new")
_REACHING: Final = function_words("reaching")
_RESTATING_WORDS_AT_MOST: Final = 3
_WORDS_TO_VERB: Final = 2
_WORDS_TO_TIME: Final = 4
_SET_AGAINST: Final = function_words("set_against")
_SUBJECT_REACH: Final = 8
_INCOME: Final = ("money_per_person_month", "VND_per_person_month")


class ChangeBinder:
    """Binds the absolute changes of one sentence."""

    def __init__(self, tokens: Tokens, context: SentenceContext, memory: Memory) -> None:
        self._memory = memory
        self._tokens = tokens
        self._context = context
        self._map = context.mentions
        self._verbs = context.mentions.of(*_VERBS)

    def bind(self, draft: Draft, earlier: Sequence[Draft], next_first: int) -> bool:
        """Make `draft` a change of the amount before it, or of what the verb's subject names.

        `earlier` are the figures before it that the sentence still speaks of.
        """
        figure = draft.figure
        if figure.was_before:
            return False
        told_again = bool(earlier) and earlier[-1].figure.dimension == "percent"
        if (told_again and self._restates_growth(draft, earlier)) or _differs_in_row(draft, earlier):
            return True
        verb = self._verb(figure) or going_on(self._tokens.keys, earlier, figure)
        named_growth = verb is not None and self._names_metric(figure)
        if verb is None or (named_growth and not is_growth_of_wording(self._context, verb, figure, earlier)):
            return False
        subject = self._subject_amount(verb, figure, earlier)
        # `Con số này cao hơn năm ngoái 12 dự án.`
        if subject is None and figure.dimension not in _RATIOS and all(d.comparison == "change" for d in earlier):
            subject = self._memory.last_level(figure.dimension or "")
        named = self._subject_wording(verb, figure)
        goes_on = bool(earlier) and earlier[-1].comparison == "change"
        compared = goes_on or self._against_earlier(verb, next_first)
        # `nộp ngân sách 300 tỷ, lao động tăng 900 người`: the subject of the verb is nearer than the amount.
        if named is not None and (compared or load_metrics()[named].kind == "stock"):
            head = subject if subject is not None and subject.metric == named else None
            self._make(draft, named, verb, head)
            return True
        nearest = bool(earlier) and subject is told_last(earlier, figure)
        at_once = nearest and self._tokens.keys[verb.first - 1] in _OPENINGS and not named_growth
        if subject is None or not (at_once or compared):
            return False
        self._make(draft, subject.metric or "", verb, subject)
        return True

    def _restates_growth(self, draft: Draft, earlier: Sequence[Draft]) -> bool:
        """`số lao động tăng 6,7% (tương ứng 6.200 người)`: growth in percent, told again as an amount."""
        rate = earlier[-1].figure
        between = self._tokens.keys[rate.last : draft.figure.before]
        if between[:1] != ["("] or len(between) > _RESTATING_WORDS_AT_MOST or self._reached(rate, draft.figure):
            return False
        verb = next((m for role in _VERBS for m in self._map.all_ending(rate.before, role)), None)
        if verb is None:
            return False
        head = last_level(earlier, draft.figure.dimension)
        metric = self._subject_wording(verb, draft.figure) or (head.metric if head is not None else None)
        if metric is not None:
            self._make(draft, metric, verb, head if head is not None and head.metric == metric else None)
        return metric is not None

    def _reached(self, rate: Figure, figure: Figure) -> bool:
        """`tăng 4% (đạt 97 tỷ USD)`: what it grew to."""
        verbs = (m for m in self._map.of("attain") if rate.last <= m.first and m.last <= figure.before)
        return any(m.value.value == "vs_plan" for m in verbs)

    def _make(self, draft: Draft, metric: str, verb: Mention, head: Draft | None) -> None:
        told = self._origin_told(verb)
        head = head if head is None or told in (None, head.origin) else None
        _change(draft, metric, head)
        draft.origin = told if head is None else head.origin
        draft.negative = verb.role == "decrease"
        draft.rule = "change of the amount before it" if head is not None else "change of what the verb speaks of"
        draft.cues.append(verb)

    def _origin_told(self, verb: Mention) -> Origin | None:
        """`số dự án FDI tăng 9 dự án`: the origin in the words of which the verb is said."""
        start = self._clause_start(verb.first)
        near = (m for m in self._map.of("origin") if start <= m.first and m.last <= verb.first <= m.last + 2)
        return next((m.value.value for m in near), None)

    def _verb(self, figure: Figure) -> Mention | None:
        """The verb right before the figure, or before the time that it is compared with: `ít hơn cùng kỳ hai dự án`."""
        if not self._verbs and self._tokens.keys[figure.before - 1] not in _MORE:
            return None
        at, first = figure.before, self._context.sentence.first
        while at > first:
            found = self._verbs_ending(at)
            if not found and at == figure.before != figure.first:
                # `tăng chừng 6.000 người`: the hedge belongs to the verb
                found = [m for m in self._verbs_ending(figure.first) if m.first < at]
            if found and self._tokens.keys[at - 1] in _REACHING:
                return None  # `giảm còn 262 người`: what was reached, no change
            if found:
                return min(found, key=lambda m: m.first)
            passed = self._compared_ending(at)
            if passed is None and at == figure.before and self._tokens.keys[at - 1] in _MORE:
                # `so với đầu năm thêm 300 người`, `thêm 300 người so với đầu năm`
                behind = _SET_AGAINST.issubset(self._tokens.keys[figure.last : figure.last + len(_SET_AGAINST)])
                against = behind or self._compared_ending(at - 1) is not None
                return Mention("increase", "yoy", at - 1, at) if against else None
            if passed is None and at == figure.before and self._tokens.keys[at - 1] in _IS:
                passed = self._compared_ending(at - 1)  # `cao hơn năm trước là 170.000 đồng`
            if passed is None:
                return None
            at = passed
        return None

    def _verbs_ending(self, at: int) -> list[Mention]:
        return [*self._map.all_ending(at, "increase"), *self._map.all_ending(at, "decrease")]

    def _compared_ending(self, at: int) -> int | None:
        """Where words of an earlier period that end at token `at` begin, without the comparative in them."""
        if same := self._map.ending(at, "same_period"):
            inside = [m.last for m in self._verbs if m.first <= same.first < m.last]
            return max(inside, default=same.first)
        if not self._context.times:
            return None
        end = self._tokens.ends[at - 1]
        time = next((t for t in self._context.times if t.span.end == end), None)
        if time is None:
            return None
        first = self._tokens.at_or_after(time.span.start)
        if time.kind != "compared":  # `thấp hơn thời điểm tháng 9 là 300 người`: what is compared is but named
            near = [m for m in self._verbs if m.last <= first <= m.last + _WORDS_TO_TIME]
            return next((m.last for m in near if self._against(m, first)), None)
        inside = [m.last for m in self._verbs if m.first <= first < m.last < at]
        return max(inside, default=first)

    def _against(self, verb: Mention, first: int) -> bool:
        """Whether a comparative, or words that set against, lead from the verb to the time at token `first`."""
        than = any(verb.first <= m.first < first for m in self._map.of("comparative"))
        return than or _SET_AGAINST.issubset(self._tokens.keys[verb.first : first])

    def _names_metric(self, figure: Figure) -> bool:
        wordings = (m for role in (TOUCHING, FREE) for m in self._map.all_ending(figure.before, role))
        return any(counts_in(m.value, figure.dimension) for m in wordings)

    def _of_dimension(self, verb: Mention, figure: Figure, earlier: Sequence[Draft]) -> Draft | None:
        """`số dự án giảm 7`: of all that the words before the verb name by their kind, not of the last part."""
        near = (m for m in self._map.of("named_dimension") if 0 <= verb.first - m.last <= _WORDS_TO_VERB)
        if not any(m.value.value == figure.dimension for m in near):
            return None
        here = [d for d in earlier if d.is_level and d.figure.dimension == figure.dimension]
        total = next((d for d in here if d.origin == "total"), None)
        return total or (here[-1] if here else self._memory.first_level(figure.dimension or ""))

    def _subject_amount(self, verb: Mention, figure: Figure, earlier: Sequence[Draft]) -> Draft | None:
        income = (
            earlier[-1] if earlier and earlier[-1].is_level and earlier[-1].figure.dimension == _INCOME[0] else None
        )
        if income and figure.dimension == "money":
            return income
        if (all_of := self._of_dimension(verb, figure, earlier)) is not None:
            return all_of
        # `cấp mới 54 dự án (23 FDI và 31 DDI), tăng 9 dự án`: the growth of all, not of those in the aside.
        open_to = [d for d in earlier if not self._context.asides.hides(d.figure.first, figure.first)]
        return last_level(open_to, figure.dimension) or last_level(earlier, figure.dimension)

    def _subject_wording(self, verb: Mention, figure: Figure) -> str | None:
        """The one metric named shortly before the verb, in its own clause, or right behind the figure."""
        start = max(self._context.sentence.first, verb.first - _SUBJECT_REACH)
        breaks = [i for i in range(start, verb.first) if self._tokens.keys[i] in {",", ";", "."}]
        start = breaks[-1] if breaks else start
        named = [m for m in self._map.of(FREE) if start <= m.first and m.last <= verb.first]
        last = max((m.last for m in named), default=-1)
        fitting = {figure.dimension, _INCOME[0]} if figure.dimension == "money" else {figure.dimension}
        codes = [m.value for m in named if m.last == last and any(counts_in(m.value, d) for d in fitting)]
        if not codes:  # `tăng 5 dự án cấp mới`
            behind = self._map.all_starting(figure.last, FOLLOWING)
            codes = [m.value for m in behind if counts_in(m.value, figure.dimension)]
        return codes[0] if len(codes) == 1 and codes[0] in load_metrics() else None

    def _against_earlier(self, verb: Mention, next_first: int) -> bool:
        """Whether words of an earlier period stand between the verb and the next figure, or open the sentence."""
        opening, first = self._context.sentence.first + 2, self._clause_start(verb.first)
        same = (m for m in self._map.of("same_period") if m.first < next_first)
        if any(m.first >= first or m.first <= opening for m in same):
            return True
        if compared_behind_row(self._tokens, self._context, verb, next_first):
            return True
        places = (self._tokens.at_or_after(t.span.start) for t in self._context.times if t.kind == "compared")
        return any(first <= at < next_first or at <= opening for at in places)

    def _clause_start(self, at: int) -> int:
        """`giảm 58 triệu USD; so với năm 2015 giảm 4 dự án`: after the last sign before token `at`."""
        first = self._context.sentence.first
        return next((i + 1 for i in range(at - 1, first - 1, -1) if self._tokens.keys[i] in _SIGNS), first)


def _differs_in_row(draft: Draft, row: Sequence[Draft]) -> bool:
    """Make a number of a table a change whose column is the difference of two others: of the amount before it."""
    column = draft.figure.column
    head = last_level(row, draft.figure.dimension) if column is not None and column.comparison == "change" else None
    if column is None or head is None or head.metric is None:
        return False
    _change(draft, head.metric, head)
    draft.negative = column.negative
    draft.rule = "its column tells by how much two others differ"
    return True


def _change(draft: Draft, metric: str, head: Draft | None) -> None:
    draft.metric, draft.comparison, draft.head = metric, "change", head
    draft.origin = head.origin if head is not None else None
    if load_metrics()[metric].dimensions == (_INCOME[0],):
        draft.figure.dimension, draft.figure.unit = _INCOME
