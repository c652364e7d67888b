"""Percentages and multiples: what each compares, and with which amount it belongs.

Belongs here: growth, index, plan, share, excess, multiple, and rates that stand alone. Does not: finding the amount
(`subjects`), testing a share against its base (`document_arithmetic`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from kcn_pipeline.extraction.metrics.binding import AmountBinder
from kcn_pipeline.extraction.owners.choice import owner_before
from kcn_pipeline.extraction.passages.context import SentenceContext
from kcn_pipeline.extraction.passages.drafts import Draft
from kcn_pipeline.extraction.passages.memory import Memory
from kcn_pipeline.extraction.periods.earlier_amounts import beside_compared
from kcn_pipeline.extraction.ratios.attained_shares import SHARE_OF_ONE, bind_attained_share
from kcn_pipeline.extraction.ratios.contributions import bind_contribution
from kcn_pipeline.extraction.ratios.said_on import SaidOn, with_base_before
from kcn_pipeline.extraction.ratios.share_subjects import is_cut, subject_of_share
from kcn_pipeline.extraction.ratios.shares import ShareBinder
from kcn_pipeline.extraction.ratios.subjects import Subject, SubjectFinder, subject_of
from kcn_pipeline.extraction.ratios.surroundings import Surroundings, SurroundingsReader
from kcn_pipeline.extraction.ratios.told_origins import origin_in_brackets, origin_of_ratio
from kcn_pipeline.extraction.text.tokens import Tokens
from kcn_pipeline.quantities import Comparison
from kcn_pipeline.reference.metrics import load_metrics

_GROWTH: Final = frozenset({"increase", "decrease", "exceed"})
_VERBS: Final = _GROWTH | {"attain", "account_for"}


def comparison_of(unit: str | None, around: Surroundings) -> Comparison:
    """What a percentage or multiple compares; `level` where no word says so."""
    if unit == "times":
        return "multiple" if around.role in _VERBS else "level"
    if around.role in _GROWTH:
        return _growth(around)
    if around.sign is not None:
        return "yoy"
    if around.plan is not None:
        return "vs_plan"
    if around.earlier_period:
        return "yoy_index"
    return "share" if _is_share(around) else "level"


def _growth(around: Surroundings) -> Comparison:
    if around.exceeded and not around.earlier_period:
        return "excess"
    if around.earlier_period or around.role == "decrease":
        return "yoy"
    if around.plan is not None:
        return "vs_plan_excess"
    if around.base is not None:
        return "excess"
    return "vs_plan_excess" if around.role == "exceed" else "yoy"


def _is_share(around: Surroundings) -> bool:
    """`chiếm 73%`; `(đạt 66% tổng vốn …)`; `bằng 80% số dự án`; `tương đương với 98%` of a whole named before."""
    if around.role == "account_for" or (around.role == "attain" and around.of_place):
        return True
    if around.verb is None:
        return around.base is not None or (around.in_brackets and around.of_place)
    if around.role != "attain":
        return False
    if around.verb.value.value == "share" and around.right and around.right[0].role == "named_dimension":
        return True
    of_whole = around.verb.last - around.verb.first > 1 and around.verb.value.value == "share"
    return of_whole or around.in_brackets or around.base is not None


class ComparisonBinder:
    """Binds the percentages and multiples of one sentence to the amounts before them."""

    def __init__(self, tokens: Tokens, context: SentenceContext, amounts: AmountBinder, memory: Memory) -> None:
        self._tokens, self._context, self._memory, self._amounts = tokens, context, memory, amounts
        self._subjects = SubjectFinder(tokens, context, memory, amounts.chooser)
        self._surroundings = SurroundingsReader(tokens, context)
        self._shares = ShareBinder(memory)
        self._said = SaidOn(tokens, context, memory)

    def expect(self, drafts: Sequence[Draft]) -> None:
        """Take note of all figures of the sentence."""
        self._subjects.expect(drafts)

    def bind(self, draft: Draft, earlier: Sequence[Draft], next_first: int) -> None:
        """Decide comparison, base and head of a draft whose unit is percent or times."""
        around = self._surroundings.read(draft, earlier, next_first)
        if self._goes_with(draft, earlier, around):
            return
        if draft.figure.column is not None and draft.figure.column.comparison != "level":
            draft.comparison = draft.figure.column.comparison
            draft.negative = draft.figure.column.negative
            outcomes = _outcomes(earlier)
            self._attach(draft, outcomes, around, subject_of(outcomes[-1]) if outcomes else None)
            return
        if self._is_rate(draft, earlier, next_first, around):
            return
        settled = self._said.settle_rate(draft, earlier, around)
        if settled or bind_contribution(self._tokens, self._context, draft, around):
            return
        of_part = self._said.part_of_workers(draft, around)
        draft.comparison = "share" if of_part else comparison_of(draft.figure.unit, around)
        if draft.comparison == "level" and (
            self._shares.is_part(draft, around, earlier) or self._said.is_named_ratio(draft, earlier, around)
        ):
            draft.comparison = "share"
        subject = self._subjects.find(draft, earlier, around.start, around.until, around.right)
        subject = Subject(None, of_part.value, of_part) if of_part else self._of_plan(draft, earlier, around, subject)
        told = None if of_part else self._said.of_the_last(draft, earlier, around)
        if told is not None:
            draft.comparison = "yoy_index" if told.comparison == "multiple" else told.comparison
        if draft.comparison == "level" and not bind_attained_share(draft, earlier, around, self._context, self._memory):
            draft.rule = "a percentage without a word of comparison"
        if draft.comparison == "level" or draft.rule == SHARE_OF_ONE:
            return
        if draft.comparison == "share":
            around = self._of_member(with_base_before(around, earlier), subject)
            subject = subject_of_share(subject, earlier, around, self._context.mentions)
        draft.negative = (told is not None and told.negative) or around.role == "decrease" or around.sign == "-"
        draft.cues += [m for m in (around.verb, around.plan) if m is not None]
        self._attach(draft, earlier, around, subject)

    def _is_earlier_rate(self, draft: Draft, earlier: Sequence[Draft]) -> bool:
        """`đạt 99,87%, cao hơn năm 2019 (99,3%)`: the rate of the period compared with."""
        rate = next((d for d in reversed(earlier) if d.is_level and d.figure.dimension == "percent"), None)
        if rate is None or not beside_compared(draft, self._context, self._tokens):
            return False
        draft.metric, draft.rule, draft.figure.was_before = rate.metric, rate.rule, True
        return True

    def _lists_on(self, draft: Draft, before: Draft, around: Surroundings) -> bool:
        """`Nhật Bản chiếm 31%, Hàn Quốc 29%`: the next name of a list, without its verb."""
        unsaid = around.verb is None and around.plan is None and not around.bases and around.part is None
        if not unsaid or before.comparison == "level" or before.figure.dimension != "percent":
            return False
        owner = owner_before(self._context, self._tokens, draft.figure.before)
        return owner is not None and owner.first >= before.figure.last

    def _goes_with(self, draft: Draft, earlier: Sequence[Draft], around: Surroundings) -> bool:
        """The second end of a range (`tăng 5-7%`), or a change told again in percent (`giảm 3.150 người (7,6%)`)."""
        before = earlier[-1] if earlier else None
        if before is None or before.metric is None:
            return False
        if self._lists_on(draft, before, around) or self._said.at_another_time(draft, earlier, around) is before:
            draft.comparison, draft.metric = before.comparison, before.metric
            draft.origin = origin_in_brackets(self._tokens.keys, self._context, draft) or before.origin
            draft.base, draft.negative, draft.rule = before.base, before.negative, before.rule
            return True
        again = before.comparison == "change" and around.in_brackets and around.verb is None
        again = again or self._said.is_share_again(draft, before, around)
        if before.figure is not draft.figure.range_with and not again:
            return False
        draft.comparison = "yoy" if before.comparison == "change" else before.comparison
        draft.metric, draft.origin, draft.base, draft.head = before.metric, before.origin, before.base, before.head
        draft.negative, draft.rule = before.negative, before.rule
        return True

    def _attach(self, draft: Draft, earlier: Sequence[Draft], around: Surroundings, subject: Subject | None) -> None:
        if subject is None or not subject.is_known:
            draft.rule = "a comparison without its amount"
            return
        if draft.comparison == "yoy" and not around.earlier_period and is_cut(subject):
            subject, draft.comparison, draft.negative = Subject(None, subject.metric), "level", False
        head = subject.head
        draft.head, draft.metric = head, subject.metric
        draft.origin = origin_of_ratio(self._tokens.keys, self._context, draft, subject.origin, around.start)
        draft.rule = f"{draft.comparison} of the amount {'before it' if head else 'that its subject names'}"
        if subject.cue is not None:
            draft.cues.append(subject.cue)
        if draft.comparison in {"share", "excess"}:
            self._shares.bind(draft, earlier, around)

    def _of_member(self, around: Surroundings, subject: Subject) -> Surroundings:
        """`nộp ngân sách 690 tỷ đồng, Gia Lai góp 1/3`: of the amount before the name, and that alone."""
        recalled = self._memory.of_metrics(around.bases) if len(around.bases) > 1 and subject.metric is None else None
        if recalled is not None and recalled.metric is not None:
            return replace(around, bases=(recalled.metric,))
        if around.bases or around.part or around.of_place or subject.head is None or around.role != "account_for":
            return around
        named = any(around.start <= e.first and e.last == around.until for e in self._context.entities)
        told = named and subject.cue is None and subject.metric is not None
        return replace(around, bases=(subject.metric,)) if told and subject.metric is not None else around

    def _of_a_name(self, around: Surroundings) -> bool:
        """`KCN Đại An lấp đầy 98%; KCN Phúc Điền đạt 95%`: each name with its rate."""
        named = (e for e in self._context.entities if e.bare or e.entity.startswith("zone:"))
        return around.role == "attain" and any(around.start <= e.first and e.last <= around.until for e in named)

    def _of_plan(self, draft: Draft, earlier: Sequence[Draft], around: Surroundings, subject: Subject) -> Subject:
        """Hold `draft` against the plan, where only that stands beside it, and give back what it is of."""
        if draft.comparison != "level":
            return subject
        of_aim = self._said.is_of_aim(draft, earlier, around)
        beside_plan = any(d.planned for d in earlier) and around.verb is None and around.in_brackets
        if of_aim or beside_plan or self._is_of_plan(around, subject):
            draft.comparison = "vs_plan"
        return subject_of(earlier[-1]) if of_aim else subject

    @staticmethod
    def _is_of_plan(around: Surroundings, subject: Subject) -> bool:
        """`doanh thu 2.075 tỷ đồng, đạt 83%`: attained of what happens in a window is attained of its plan."""
        if around.verb is None or around.role != "attain" or around.verb.value.value != "vs_plan":
            return False
        return subject.metric is not None and load_metrics()[subject.metric].kind == "flow"

    def _is_rate(self, draft: Draft, earlier: Sequence[Draft], next_first: int, around: Surroundings) -> bool:
        """A metric that is itself a percentage (occupancy, on-time rate, cut of processing time)."""
        if draft.figure.dimension != "percent" or (around.role == "account_for" and around.of_place):
            return False  # `(chiếm 55% cả tỉnh)`
        if self._is_earlier_rate(draft, earlier):
            return True
        if around.role in {"increase", "exceed"} and not (draft.figure.was_before or draft.figure.after_was):
            return False
        bare = around.plan is None and not around.earlier_period and (around.verb is None or self._of_a_name(around))
        rates = [d for d in earlier if d.is_level and d.figure.dimension == "percent"] if bare else []
        trial = Draft(draft.figure)
        worded = bool(rates) or self._amounts.has_wording_of("percent")
        bound = worded and self._amounts.bind(trial, rates, next_first)
        amounts = [d for d in earlier if d.is_level and d.figure.dimension != draft.figure.dimension]
        nearer_amount = bound and any(d.figure.first >= trial.cues[-1].last for d in amounts)
        listed = trial.rule == "metric of the list"  # `lấp đầy 60%, lao động nữ 50%`: a wording of its own ends it
        if listed and (around.part or (around.verb is not None and not self._of_a_name(around))):
            return False
        named = any(e.last == draft.figure.before for e in self._context.entities)
        if nearer_amount and not (named and rates) and trial.rule in {"wording before", "metric of the list"}:
            trial = Draft(draft.figure)
            bound = around.verb is None and self._amounts.bind_after(trial, next_first)
        of_base = around.verb is not None and (around.bases or around.role == "account_for")
        if not bound or (trial.rule.startswith("weak") and of_base):
            return False
        draft.metric, draft.rule = trial.metric, trial.rule
        draft.cues += trial.cues
        return True


def _outcomes(row: Sequence[Draft]) -> list[Draft]:
    """Of a table's row, the amount that a percentage beside it speaks of: not the plan, nor the year before."""
    amounts = [d for d in row if d.is_level and d.figure.dimension != "percent"]
    last = amounts[-1:]
    same = [d for d in amounts if d.metric == last[0].metric and d.origin == last[0].origin and not d.target]
    return [max(same, key=lambda d: (d.window is not None, d.window, d.figure.first))] if same else last
