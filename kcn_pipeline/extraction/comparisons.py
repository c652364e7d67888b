"""Percentages and multiples: what each compares, and with which amount it belongs.

Belongs here: growth, index, plan, share, excess, multiple, and rates that stand alone. Does not:
testing a share against its base (`evidence`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from kcn_pipeline.extraction.binding import AmountBinder
from kcn_pipeline.extraction.context import SentenceContext
from kcn_pipeline.extraction.drafts import Draft
from kcn_pipeline.extraction.figures import Figure
from kcn_pipeline.extraction.lexicon import FOLLOWING, FREE, OUTSIDE_VOCABULARY
from kcn_pipeline.extraction.phrase_index import Mention
from kcn_pipeline.extraction.tokens import Tokens
from kcn_pipeline.quantities import Comparison
from kcn_pipeline.reference.identities import load_identities
from kcn_pipeline.reference.metrics import load_metrics

_VERBS: Final = frozenset({"increase", "decrease", "exceed", "attain", "account_for"})
_SEGMENT_ENDS: Final = frozenset({";", "."})
_PHRASE_ENDS: Final = frozenset({";", ".", ",", ")"})
_COMPARED_WITHIN_CHARACTERS: Final = 40


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The words around a percentage that tell what it compares; None where there is none.

    `earlier_period`: it is set against another time. `base`: the metric named right after it.
    """

    verb: Mention | None
    plan: Mention | None
    earlier_period: bool
    base: str | None
    part: str | None
    in_brackets: bool

    @property
    def role(self) -> str | None:
        """Role of the verb."""
        return None if self.verb is None else self.verb.role


def comparison_of(unit: str | None, around: Surroundings) -> Comparison:
    """What a percentage or multiple compares; `level` where no word says so."""
    if unit == "times":
        return "multiple" if around.role in _VERBS else "level"
    if around.role in {"increase", "decrease", "exceed"}:
        return _growth(around)
    if around.plan is not None:
        return "vs_plan"
    if around.earlier_period:
        return "yoy_index"
    return "share" if _is_share(around) else "level"


def _growth(around: Surroundings) -> Comparison:
    if around.earlier_period or around.role == "decrease":
        return "yoy"
    if around.plan is not None:
        return "vs_plan_excess"
    if around.base is not None:
        return "excess"
    return "vs_plan_excess" if around.role == "exceed" else "yoy"


def _is_share(around: Surroundings) -> bool:
    """`chiếm 73%`; `(đạt 66% tổng vốn …)`; `tương đương với 98%` of a whole named before."""
    if around.role == "account_for":
        return True
    if around.verb is None:
        return around.in_brackets and around.base is not None
    if around.role != "attain":
        return False
    of_whole = around.verb.last - around.verb.first > 1
    return of_whole or around.in_brackets or around.base is not None


class ComparisonBinder:
    """Binds the percentages and multiples of one sentence to the amounts before them."""

    def __init__(self, tokens: Tokens, context: SentenceContext, amounts: AmountBinder) -> None:
        self._tokens = tokens
        self._context = context
        self._amounts = amounts
        self._mentions = context.mentions.mentions

    def bind(self, draft: Draft, earlier: Sequence[Draft], next_first: int) -> None:
        """Decide comparison, base and head of a draft whose unit is percent or times."""
        start = earlier[-1].figure.last if earlier else self._context.sentence.first
        around = self._surroundings(draft, start, next_first)
        if draft.figure.column is not None and draft.figure.column.comparison != "level":
            draft.comparison = draft.figure.column.comparison
            self._attach(draft, earlier[:1], around)
            return
        if self._is_rate(draft, earlier, next_first, around):
            return
        draft.comparison = comparison_of(draft.figure.unit, around)
        if draft.comparison == "level" and self._is_part_of_amount(around, earlier):
            draft.comparison = "share"
        if draft.comparison == "level":
            draft.rule = "a percentage without a word of comparison"
            return
        draft.negative = around.role == "decrease"
        draft.cues += [m for m in (around.verb, around.plan) if m is not None]
        self._attach(draft, earlier, around)

    def _attach(self, draft: Draft, earlier: Sequence[Draft], around: Surroundings) -> None:
        head = self._head(draft, earlier)
        if head is None:
            draft.rule = "a comparison without its amount"
            return
        draft.head, draft.metric, draft.origin = head, head.metric, head.origin
        draft.rule = f"{draft.comparison} of the amount before it"
        if draft.comparison in {"share", "excess"}:
            draft.base = around.base or _whole_of(head, earlier)
            self._take_part(draft, head, around)

    def _take_part(self, draft: Draft, head: Draft, around: Surroundings) -> None:
        """`trong đó 61% là nữ`: the share is of a part named beside it, the amount before is its whole."""
        part = around.part
        if draft.comparison == "share" and part is not None and part != head.metric:
            draft.metric, draft.base, draft.origin = part, head.metric, None
            draft.rule = "share of the part named beside it"

    def _is_part_of_amount(self, around: Surroundings, earlier: Sequence[Draft]) -> bool:
        """`vốn thực hiện 1.715 tỷ đồng, đạt 65%`; `39.480 lao động, trong đó 61% là nữ`."""
        if around.part is not None:
            return any(d.is_level and d.metric in _wholes_of(around.part) for d in earlier[-2:])
        nearest = next((d for d in reversed(earlier) if d.is_level), None)
        if around.role != "attain" or nearest is None:
            return False
        return any(d.is_level and d.metric in _wholes_of(nearest.metric) for d in earlier)

    def _surroundings(self, draft: Draft, start: int, next_first: int) -> Surroundings:
        figure = draft.figure
        verbs = [m for m in self._mentions if m.role in _VERBS and start <= m.first and m.last <= figure.first]
        right = self._to_the_right(draft, next_first)
        plan = next((m for m in right if m.role == "plan"), None) or self._plan_before(figure, start, verbs)
        before = self._tokens.keys[max(figure.before - 2, 0) : figure.before]
        return Surroundings(
            verb=max(verbs, key=lambda m: (m.last, m.last - m.first), default=None),
            plan=plan,
            earlier_period=self._against_earlier(draft, right),
            base=_named_base([m.value for m in right if m.role == FREE]),
            part=self._part(draft, start),
            in_brackets="(" in before,
        )

    def _plan_before(self, figure: Figure, start: int, verbs: Sequence[Mention]) -> Mention | None:
        """`vượt kế hoạch 3,3%`, `chỉ tiêu đầu năm đạt tới 300%`: the plan named in the same phrase."""
        plans = [m for m in self._mentions if m.role == "plan" and start <= m.first and m.last <= figure.first]
        if not plans or not any(verb.role in {"attain", "exceed"} for verb in verbs):
            return None
        return None if _PHRASE_ENDS & set(self._tokens.keys[plans[-1].last : figure.first]) else plans[-1]

    def _part(self, draft: Draft, start: int) -> str | None:
        """The metric of a part, named right after the percentage or as the subject of its verb."""
        after = self._context.mentions.all_starting(draft.figure.last, FOLLOWING)
        before = [m for m in self._mentions if m.role == FREE and start <= m.first and m.last <= draft.figure.before]
        named = after or before[-1:]
        codes = [m.value for m in named if m.value != OUTSIDE_VOCABULARY and _wholes_of(m.value)]
        return codes[0] if codes else None

    def _to_the_right(self, draft: Draft, next_first: int) -> list[Mention]:
        """Plan, same-period and metric words up to the next figure or the end of the phrase."""
        limit = min(next_first, self._context.sentence.last)
        ends = (i for i in range(draft.figure.last, limit) if self._tokens.keys[i] in _PHRASE_ENDS)
        limit = next(ends, limit)
        roles = {"plan", "same_period", FREE}
        return [m for m in self._mentions if m.role in roles and draft.figure.last <= m.first and m.last <= limit]

    def _against_earlier(self, draft: Draft, right: Sequence[Mention]) -> bool:
        if any(m.role == "same_period" for m in right):
            return True
        end = self._tokens.ends[draft.figure.last - 1]
        times = (t for t in self._context.times if t.kind == "compared")
        return any(0 <= t.span.start - end <= _COMPARED_WITHIN_CHARACTERS for t in times)

    def _is_rate(self, draft: Draft, earlier: Sequence[Draft], next_first: int, around: Surroundings) -> bool:
        """A metric that is itself a percentage (occupancy, on-time rate, cut of processing time)."""
        if draft.figure.dimension != "percent" or around.role in {"increase", "exceed"}:
            return False
        bare = around.verb is None and around.plan is None and not around.earlier_period
        rates = [d for d in earlier if d.is_level and d.figure.dimension == "percent"] if bare else []
        trial = Draft(draft.figure)
        bound = self._amounts.bind(trial, rates, next_first)
        nearer_amount = bound and any(d.is_level and d.figure.first >= trial.cues[-1].last for d in earlier)
        if nearer_amount and trial.rule in {"wording before", "metric of the list"}:
            trial = Draft(draft.figure)
            bound = around.verb is None and self._amounts.bind_after(trial, next_first)
        if not bound:
            return False
        draft.metric, draft.rule = trial.metric, trial.rule
        draft.cues += trial.cues
        return True

    def _head(self, draft: Draft, earlier: Sequence[Draft]) -> Draft | None:
        """The amount the percentage speaks of: the nearest, or the total of the list it closes."""
        amounts = [d for d in earlier if d.is_level and d.figure.dimension != "percent"]
        if not amounts:
            return None
        nearest = amounts[-1]
        if draft.comparison not in {"vs_plan", "vs_plan_excess"} or nearest.origin not in ("fdi", "ddi"):
            return nearest
        segment = [d for d in amounts if not self._separated(d, draft)] or [
            d for d in amounts if d.metric == nearest.metric
        ]
        return next((d for d in segment if d.origin == "total"), segment[0])

    def _separated(self, one: Draft, other: Draft) -> bool:
        return any(key in _SEGMENT_ENDS for key in self._tokens.keys[one.figure.last : other.figure.first])


def _named_base(codes: Sequence[str]) -> str | None:
    """Of the metrics that share the words after a percentage, the stock: a ratio is mostly to a whole."""
    known = [code for code in codes if code != OUTSIDE_VOCABULARY]
    return next((code for code in known if load_metrics()[code].kind == "stock"), known[0] if known else None)


@cache
def _wholes_of(metric: str | None) -> frozenset[str]:
    """The metrics that hold `metric` as a part, by the identities of reference."""
    return frozenset(i.metric for i in load_identities().values() if i.relation == "within" and metric in i.terms)


def _whole_of(head: Draft, earlier: Sequence[Draft]) -> str | None:
    """The total that a part was announced under: the first amount of the same unit before it."""
    wholes = [d for d in earlier if d is not head and d.is_level and d.figure.unit == head.figure.unit]
    return wholes[0].metric if wholes else None
